//! Reading a proof, and why a text may be none.

use std::collections::BTreeMap;

use jiff::Span;
use kernel::Date;

use crate::{
    Head, KeyId, Kind, Proof, Statement, base32,
    statement::{BEFORE, SEQ_BYTES, SIGNATURE_BYTES, VERSION},
};

/// No text of a proof is longer: the rest is not even looked at.
const TEXT_BYTES_MAX: usize = 8192;

/// No version is higher.
const VERSION_MAX: u8 = 15;

/// Why this text is no proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAProof {
    /// There is nothing.
    #[error("there is nothing to check")]
    Empty,
    /// No proof is so long.
    #[error("no proof is longer than {TEXT_BYTES_MAX} letters")]
    TooLong,
    /// A letter that stands in no proof.
    #[error("`{0}` stands in no proof: a proof has the letters A to Z and the digits 2 to 7")]
    Letter(char),
    /// Something is missing or too much.
    #[error("a part of the proof is missing")]
    Incomplete,
    /// It was made by a later program.
    #[error("the proof is of version {0}; this program reads version {VERSION}")]
    Version(u8),
    /// It proves something that this program does not know.
    #[error("the proof is of the kind {0}, which this program does not know")]
    Kind(u8),
}

impl Proof {
    /// Reads a proof from its text, or from the address in its QR code. That it can be read does not mean that it holds.
    ///
    /// # Errors
    /// When it is none, was cut off, or was written by a later program.
    pub fn read(text: &str) -> Result<Self, NotAProof> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(NotAProof::TooLong);
        }
        let text = text.trim().trim_end_matches('/');
        let text = text.rsplit_once('/').map_or(text, |(_, last)| last);
        let bytes = base32::read(text)?;
        if bytes.is_empty() {
            return Err(NotAProof::Empty);
        }
        // What a later version says may be longer or shorter: its number comes first. Any word is a number of some kind, so
        // only such as may come one day are taken for one.
        match bytes.first() {
            Some(&VERSION) => {}
            Some(version @ 2..=VERSION_MAX) => return Err(NotAProof::Version(*version)),
            _ => return Err(NotAProof::Incomplete),
        }
        let (signed, signature) = bytes.split_last_chunk::<SIGNATURE_BYTES>().ok_or(NotAProof::Incomplete)?;
        let (statement, key) = Rest(signed).statement()?;
        Ok(Self { statement, key, signed: signed.to_vec(), signature: *signature })
    }
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn statement(mut self) -> Result<(Statement, KeyId), NotAProof> {
        let [_version, letter] = self.chunk()?;
        let kind = Kind::ALL.iter().find(|kind| kind.letter() == char::from(letter));
        let kind =
            *kind.ok_or(if letter.is_ascii_uppercase() { NotAProof::Kind(letter) } else { NotAProof::Incomplete })?;
        let key = KeyId(self.chunk()?);
        let (issued_on, on) = (self.day()?, self.day()?);
        let mut seq = [0; 8];
        seq.iter_mut().skip(8 - SEQ_BYTES).zip(self.chunk::<SEQ_BYTES>()?).for_each(|(place, byte)| *place = byte);
        let head = Head { seq: u64::from_be_bytes(seq), hash: self.chunk()? };
        let subject = self.text()?;
        let mut facts = BTreeMap::new();
        while !self.0.is_empty() {
            let letter = self.chunk::<1>().map(|[letter]| char::from(letter))?;
            let text = self.text()?;
            // In their order and each once: the same facts have the same bytes.
            let follows = facts.last_key_value().is_none_or(|(before, _)| *before < letter);
            if !letter.is_ascii_lowercase() || !follows || text.is_empty() {
                return Err(NotAProof::Incomplete);
            }
            facts.insert(letter, text);
        }
        Ok((Statement { kind, issued_on, on, head, subject, facts }, key))
    }

    fn chunk<const N: usize>(&mut self) -> Result<[u8; N], NotAProof> {
        let (chunk, rest) = self.0.split_first_chunk::<N>().ok_or(NotAProof::Incomplete)?;
        self.0 = rest;
        Ok(*chunk)
    }

    fn text(&mut self) -> Result<String, NotAProof> {
        let [length] = self.chunk()?;
        let (text, rest) = self.0.split_at_checked(usize::from(length)).ok_or(NotAProof::Incomplete)?;
        self.0 = rest;
        std::str::from_utf8(text).map(str::to_owned).map_err(|_| NotAProof::Incomplete)
    }

    fn day(&mut self) -> Result<Date, NotAProof> {
        let [high, middle, low] = self.chunk()?;
        let days = Span::new().try_days(i32::from_be_bytes([0, high, middle, low]));
        days.and_then(|days| BEFORE.checked_add(days)).map_err(|_| NotAProof::Incomplete)
    }
}
