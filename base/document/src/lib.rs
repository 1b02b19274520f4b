//! What a printed document says, as `twiza` gives it to `twiza-press`: one JSON document on standard input.
//!
//! Texts arrive finished, in the document's language and with their numbers written; the press only sets them. What a
//! reader needs to check the document stands in its [`Footer`]. [`VERSION`] rises when a document of before could no
//! longer be read.
//!
//! ```
//! let json = r##"{
//!   "version": 1, "lang": "fr", "title": "Bilan de 2022", "subtitle": "Au 31 décembre 2022",
//!   "made_at": "2023-01-15T08:00:00Z",
//!   "blocks": [
//!     {"heading": "Par province"},
//!     {"paragraph": [{"plain": "Dont la "}, {"strong": "تعاونية تازافين"}, {"soft": " (registre)."}]},
//!     {"note": [{"plain": "Trois actes sont arrivés depuis."}]},
//!     {"figures": [{"label": "Coopératives", "value": "1 572", "beside": "1 598 actes"}]},
//!     {"table": {"caption": "Au 31 décembre", "rows": [["Kénitra", "592"]],
//!                "columns": [{"label": "Province", "kind": "text"}, {"label": "Nombre", "kind": "number"}]}},
//!     {"bars": {"bars": [{"label": "Agriculture", "value": "72 %", "length": 0.72}]}},
//!     {"picture": {"svg": "<svg …>", "describes": "Carte des provinces", "caption": "Par province", "width": 0.7}},
//!     {"code": {"text": "https://example.ma/verify/AFCSD7", "describes": "Code QR", "beside": [[{"plain": "Vérifier"}]]}}
//!   ],
//!   "footer": {"known": "Tel que connu au 15 janvier 2023", "seq": "Acte nº 48 211", "hash": "9f86…"}
//! }"##;
//! document::Document::read(json.as_bytes())?;
//! # Ok::<(), document::BadDocument>(())
//! ```
//!
//! Not here: how a document looks (`press`), who starts the press (`web`), what a bulletin or a certificate is.

mod block;
mod read;
#[cfg(test)]
mod tests;

pub use block::{Bar, Bars, Block, Code, Column, Figure, Kind, Picture, Run, Table};
use kernel::{Lang, Timestamp};
pub use read::{BadDocument, Version};
use serde::{Deserialize, Serialize};

/// The version of these words.
pub const VERSION: u32 = 1;

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// In which version of these words it is written.
    pub version: Version,
    /// Its language, which sets its direction too.
    pub lang: Lang,
    /// What it is called: on top of its first page, and in the viewer's window.
    pub title: String,
    /// What stands below the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// The instant that the file says it was made at. Handed in: the same document gives the same bytes.
    pub made_at: Timestamp,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// What stands at the foot of each page, beside the page's number.
    #[serde(default)]
    pub footer: Footer,
}

/// What stands at the foot of each page: what the document rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footer {
    /// As known when, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// The journal's last act that counts, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<String>,
    /// That act's hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl Document {
    /// A document that says nothing yet.
    pub fn new(lang: Lang, title: impl Into<String>, made_at: Timestamp) -> Self {
        let (title, footer) = (title.into(), Footer::default());
        Self { version: Version, lang, title, subtitle: None, made_at, blocks: Vec::new(), footer }
    }
}
