//! All messages in all languages, checked when the program starts.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use kernel::Lang;
use unic_langid::LanguageIdentifier;

use crate::number;

/// The words of one room, as Fluent texts.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Whose they are, for error messages.
    pub room: &'static str,
    /// In Arabic.
    pub ar: &'static str,
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Why words are not fit to be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadMessages {
    /// A message that one language has is missing in another.
    #[error("{room}: `{key}` is said in {there} but not in {missing}: say it there too")]
    Missing {
        /// Whose words.
        room: &'static str,
        /// The key, an attribute as `key.attribute`.
        key: String,
        /// A language that has it.
        there: Lang,
        /// A language that does not.
        missing: Lang,
    },
    /// A text is not Fluent.
    #[error("{room}: the messages in {lang} cannot be read: {says}")]
    Syntax {
        /// Whose words.
        room: &'static str,
        /// In which language.
        lang: Lang,
        /// What the parser says.
        says: String,
    },
    /// A message chooses by a number itself, which goes wrong in Arabic.
    #[error("{room}: `{key}` in {lang} chooses by a number: write `{{ PLURAL($n) ->`, which knows Arabic above 100")]
    Plural {
        /// Whose words.
        room: &'static str,
        /// In which language.
        lang: Lang,
        /// The message.
        key: String,
    },
    /// A key is said twice.
    #[error("{room}: a message in {lang} is said twice: {says}")]
    Twice {
        /// Whose words.
        room: &'static str,
        /// In which language.
        lang: Lang,
        /// Which.
        says: String,
    },
}

/// All messages in all languages.
pub struct Phrasebook {
    ar: FluentBundle<FluentResource>,
    fr: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
    rooms: Vec<&'static str>,
}

/// The words of this crate.
const OWN: Words = Words {
    room: "web",
    ar: include_str!("../messages/ar.ftl"),
    fr: include_str!("../messages/fr.ftl"),
    en: include_str!("../messages/en.ftl"),
};

/// What French writes with a space that no line ends at. Fluent's own syntax has none of these.
const FRENCH: [(&str, &str); 6] = [
    (" :", "\u{a0}:"),
    (" ;", "\u{202f};"),
    (" ?", "\u{202f}?"),
    (" !", "\u{202f}!"),
    ("« ", "«\u{a0}"),
    (" »", "\u{a0}»"),
];

impl Words {
    const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ar => self.ar,
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

impl Phrasebook {
    /// Reads the words of all rooms.
    ///
    /// # Errors
    /// The first message that is missing in a language, said twice or not readable.
    pub fn new(rooms: &[Words]) -> Result<Self, BadMessages> {
        let mut book = Self { ar: bundle(Lang::Ar), fr: bundle(Lang::Fr), en: bundle(Lang::En), rooms: Vec::new() };
        for words in std::iter::once(&OWN).chain(rooms) {
            book.rooms.push(words.room);
            let mut keys = Vec::new();
            for lang in Lang::ALL {
                let resource = FluentResource::try_new(set(words.text(lang), lang)).map_err(|(_, errors)| {
                    let says = errors.first().map(ToString::to_string).unwrap_or_default();
                    BadMessages::Syntax { room: words.room, lang, says }
                })?;
                if let Some(key) = chooses_by_number(&resource) {
                    return Err(BadMessages::Plural { room: words.room, lang, key });
                }
                keys.push((lang, keys_of(&resource)));
                book.bundle_mut(lang).add_resource(resource).map_err(|errors| {
                    let says = errors.first().map(ToString::to_string).unwrap_or_default();
                    BadMessages::Twice { room: words.room, lang, says }
                })?;
            }
            compare(words.room, &keys)?;
        }
        Ok(book)
    }

    /// A message in a language; a key that does not exist shows itself, and is logged.
    pub(crate) fn say(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, %lang, "there is no such message");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, args, &mut errors);
        if let Some(error) = errors.first() {
            tracing::error!(key, %lang, %error, "a message lacks something");
        }
        said.into_owned()
    }

    /// Whether there is a message; one that is there is there in every language.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.ar.has_message(key)
    }

    /// The key of the message that any room has under this name: `measure-members` is `register-measure-members`.
    pub(crate) fn find(&self, name: &str) -> Option<String> {
        let mut keys = self.rooms.iter().map(|room| format!("{room}-{name}"));
        keys.find(|key| self.ar.has_message(key))
    }

    const fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        match lang {
            Lang::Ar => &self.ar,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }

    const fn bundle_mut(&mut self, lang: Lang) -> &mut FluentBundle<FluentResource> {
        match lang {
            Lang::Ar => &mut self.ar,
            Lang::Fr => &mut self.fr,
            Lang::En => &mut self.en,
        }
    }
}

/// A text as its language sets it: in French no line begins with a mark that has a space before it, or ends with the first of two
/// quotation marks.
fn set(text: &str, lang: Lang) -> String {
    let mut text = text.to_owned();
    if lang == Lang::Fr {
        for (written, set) in FRENCH {
            text = text.replace(written, set);
        }
    }
    text
}

/// A bundle that writes numbers as the language does. What is put into a sentence is isolated, so that a number or a
/// Latin name does not turn an Arabic sentence around.
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    type Whole = fn(&FluentValue<'_>) -> Option<i64>;
    const WHOLE: Whole = |value| match value {
        // Messages are given whole numbers only; 2^53 is far beyond any of them.
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(number.value as i64),
        _ => None,
    };
    let locale = match lang {
        Lang::Ar => "ar-MA",
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    // All three are well-formed; a language that is not would only have no plural forms.
    let locale: LanguageIdentifier = locale.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_formatter(Some(match lang {
        Lang::Ar => |value, _| Some(number::whole(WHOLE(value)?, Lang::Ar)),
        Lang::Fr => |value, _| Some(number::whole(WHOLE(value)?, Lang::Fr)),
        Lang::En => |value, _| Some(number::whole(WHOLE(value)?, Lang::En)),
    }));
    // It can only fail when there is such a function already.
    let _ = bundle.add_function("PLURAL", move |args, _| {
        args.first().and_then(WHOLE).map_or(FluentValue::Error, |number| number::plural(number, lang).into())
    });
    bundle
}

/// The first message that chooses a plural form by a number, and not by `PLURAL`.
fn chooses_by_number(resource: &FluentResource) -> Option<String> {
    resource.entries().find_map(|entry| match entry {
        Entry::Message(message) => {
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            let mut patterns = message.value.iter().chain(attributes);
            patterns.any(chooses).then(|| message.id.name.to_owned())
        }
        Entry::Term(term) => chooses(&term.value).then(|| term.id.name.to_owned()),
        _ => None,
    })
}

fn chooses(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let is_form = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
                VariantKey::NumberLiteral { .. } => true,
            };
            let by_variable = matches!(selector, InlineExpression::VariableReference { .. });
            by_variable && variants.iter().any(|variant| is_form(&variant.key))
                || variants.iter().any(|variant| chooses(&variant.value))
        }
        _ => false,
    })
}

/// The keys of a resource, an attribute as `key.attribute`.
fn keys_of(resource: &FluentResource) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for entry in resource.entries() {
        let (id, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), &term.attributes),
            _ => continue,
        };
        keys.extend(attributes.iter().map(|attribute| format!("{id}.{}", attribute.id.name)));
        keys.insert(id);
    }
    keys
}

fn compare(room: &'static str, keys: &[(Lang, BTreeSet<String>)]) -> Result<(), BadMessages> {
    for (there, said) in keys {
        for (missing, others) in keys {
            if let Some(key) = said.difference(others).next() {
                return Err(BadMessages::Missing { room, key: key.clone(), there: *there, missing: *missing });
            }
        }
    }
    Ok(())
}
