//! Words in the language of a request.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use kernel::{Currency, Date, Lang, Names, Share};
use ledger::{Refusal, Value};

use crate::{Phrasebook, day, number};

/// Speaks one language.
#[derive(Clone)]
pub struct Messages {
    lang: Lang,
    phrasebook: Arc<Phrasebook>,
}

impl Messages {
    /// Speaks `lang`.
    pub fn new(lang: Lang, phrasebook: &Arc<Phrasebook>) -> Self {
        Self { lang, phrasebook: Arc::clone(phrasebook) }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A message.
    pub fn get(&self, key: &str) -> String {
        self.phrasebook.say(self.lang, key, None)
    }

    /// What any room says under this name, as `measure-members` or `value-sex-female`; none if no room has it.
    pub fn find(&self, name: &str) -> Option<String> {
        Some(self.get(&self.phrasebook.find(name)?))
    }

    /// A message, if there is one.
    pub fn get_if(&self, key: &str) -> Option<String> {
        self.phrasebook.has(key).then(|| self.get(key))
    }

    /// A message about a number, which chooses its form.
    pub fn count(&self, key: &str, n: i64) -> String {
        let mut args = FluentArgs::new();
        args.set("n", n);
        self.phrasebook.say(self.lang, key, Some(&args))
    }

    /// A message with texts put in, each isolated from the direction of the sentence.
    pub fn with(&self, key: &str, texts: &[(&str, &str)]) -> String {
        let args: FluentArgs<'_> = texts.iter().map(|(name, text)| (*name, FluentValue::from(*text))).collect();
        self.phrasebook.say(self.lang, key, Some(&args))
    }

    /// Why the rules say no. A room tells its own: `register-gone` as `register-refusal-gone`; those of the ledger are told here.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let code = refusal.code();
        let (room, rest) = code.split_once('-').unwrap_or_default();
        let key = format!("{}-refusal-{rest}", if room == "ledger" { "web" } else { room });
        let values: FluentArgs<'_> =
            refusal.values().into_iter().map(|(name, value)| (name, self.value(value))).collect();
        self.phrasebook.say(self.lang, &key, Some(&values))
    }

    /// A value of a refusal as it is put into a sentence.
    fn value(&self, value: Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => text.into(),
            Value::Number(number) => number.into(),
            Value::Day(day) => self.day(day).into(),
            Value::Money(minor, currency) => self.amount(minor, currency).into(),
            Value::Named(list, code) => self.find(&format!("{list}-{code}")).unwrap_or(code).into(),
        }
    }

    /// A whole number. In a page, put it into `<bdi>`.
    pub fn number(&self, number: i64) -> String {
        number::whole(number, self.lang)
    }

    /// An amount of money in major units, without the currency's name.
    pub fn money(&self, minor: i64, currency: Currency) -> String {
        number::money(minor, currency, self.lang)
    }

    /// An amount of money with the currency's name.
    pub fn amount(&self, minor: i64, currency: Currency) -> String {
        let name = self.get(&format!("web-currency-{}", currency.code().to_lowercase()));
        format!("{}\u{a0}{name}", self.money(minor, currency))
    }

    /// A share in whole per cent.
    pub fn percent(&self, share: Share) -> String {
        number::percent(share, self.lang)
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        day::in_words(day, self.lang)
    }

    /// A name in this language, else in another, with the language it is in.
    pub fn name<'a>(&self, names: &'a Names) -> Option<(Lang, &'a str)> {
        let of = |lang| match lang {
            Lang::Ar => names.ar.as_deref(),
            Lang::Fr => names.fr.as_deref(),
            Lang::En => names.en.as_deref(),
        };
        let order = [self.lang, Lang::Fr, Lang::Ar, Lang::En];
        order.into_iter().find_map(|lang| of(lang).map(|name| (lang, name)))
    }
}

#[cfg(test)]
mod tests;
