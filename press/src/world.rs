//! All that typst can see: the document, how it looks, two ornaments and the fonts, all of them in this program.

use document::Document;
use serde_json::Value;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};

const LOOK: &str = include_str!("document.typ");
const STAR: &[u8] = include_bytes!("star.svg");
const ZELLIJ: &[u8] = include_bytes!("zellij.svg");
pub(crate) const FONTS: [&[u8]; 6] = [
    include_bytes!("../../data/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../data/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../data/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../data/fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../data/fonts/NotoSansTifinagh-Regular.ttf"),
    include_bytes!("../../data/fonts/NotoSansMath-Regular.ttf"),
];

/// What lies on the setter's desk.
pub(crate) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    look: Source,
    document: Bytes,
    codes: Vec<Bytes>,
}

impl Desk {
    /// A desk with this document on it, and its codes as drawings.
    pub(crate) fn new(document: &Document, codes: Vec<String>) -> serde_json::Result<Self> {
        let fonts: Vec<_> = FONTS.into_iter().filter_map(|font| Font::new(Bytes::new(font), 0)).collect();
        let mut values = serde_json::to_value(document)?;
        settable(&mut values, &|letter| fonts.iter().any(|font| font.info().coverage.contains(letter.into())));
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            look: Source::detached(LOOK),
            document: Bytes::new(serde_json::to_vec(&values)?),
            codes: codes.into_iter().map(Bytes::from_string).collect(),
        })
    }
}

/// Puts U+FFFD for each letter that no font has, which the standards would refuse, and leaves out the marks that turn the
/// direction of what follows: a name must not turn the words around it.
fn settable(value: &mut Value, has: &dyn Fn(char) -> bool) {
    match value {
        Value::String(text) => {
            let turns = |letter: &char| ('\u{202a}'..='\u{202e}').contains(letter);
            let isolates = |letter: char| ('\u{2066}'..='\u{2069}').contains(&letter);
            let shown = |letter: char| {
                if letter == '\n' || isolates(letter) || (!letter.is_control() && has(letter)) {
                    letter
                } else {
                    char::REPLACEMENT_CHARACTER
                }
            };
            *text = text.replace('\t', " ").chars().filter(|letter| !turns(letter)).map(shown).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(|value| settable(value, has)),
        Value::Object(fields) => fields.values_mut().for_each(|value| settable(value, has)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.look.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.get().vpath().get_with_slash() {
            "/document.json" => Ok(self.document.clone()),
            "/star.svg" => Ok(Bytes::new(STAR)),
            "/zellij.svg" => Ok(Bytes::new(ZELLIJ)),
            other => {
                let number = other.strip_prefix("/code-").and_then(|rest| rest.strip_suffix(".svg")?.parse().ok());
                number.and_then(|number: usize| self.codes.get(number).cloned()).ok_or(FileError::AccessDenied)
            }
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
