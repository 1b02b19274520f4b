//! What a proof says, and its bytes.

use std::collections::BTreeMap;

use kernel::Date;

use crate::{KeyId, PublicKey, SigningKey, base32};

/// The version of the bytes, which is the first of them.
pub(crate) const VERSION: u8 = 1;
/// How long a signature is.
pub(crate) const SIGNATURE_BYTES: usize = 64;
/// The most bytes of a place in the journal.
pub(crate) const SEQ_BYTES: usize = 6;

/// What kind of document it proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An extract of the register.
    Extract,
    /// A certificate of good standing.
    GoodStanding,
    /// A certificate of the name that was granted to founders.
    Name,
}

/// Where the journal stood: the last act that counts, and the first bytes of its hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The act's place in the journal, 0 in an empty one.
    pub seq: u64,
    /// The first eight bytes of its hash.
    pub hash: [u8; 8],
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What kind of document it proves.
    pub kind: Kind,
    /// The day on which it was made.
    pub issued_on: Date,
    /// The day of which it tells.
    pub on: Date,
    /// Where the journal stood that it was read from.
    pub head: Head,
    /// Of what it tells, such as the number of a cooperative.
    pub subject: String,
    /// What it tells, each fact under a small letter. The kind says what the letters mean.
    pub facts: BTreeMap<char, String>,
}

/// Something is too long for a proof.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} does not fit a proof")]
pub struct TooLong(pub String);

/// A statement with its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub(crate) statement: Statement,
    pub(crate) key: KeyId,
    pub(crate) signed: Vec<u8>,
    pub(crate) signature: [u8; SIGNATURE_BYTES],
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] = &[Self::Extract, Self::GoodStanding, Self::Name];

    /// The letter that stands for it.
    pub const fn letter(self) -> char {
        match self {
            Self::Extract => 'E',
            Self::GoodStanding => 'G',
            Self::Name => 'N',
        }
    }
}

impl Statement {
    /// Signs it.
    ///
    /// # Errors
    /// When a text or a number is longer than the bytes allow, is empty, or stands under no small letter.
    pub fn sign(&self, key: &SigningKey) -> Result<Proof, TooLong> {
        let id = key.public().id();
        let signed = self.bytes(id)?;
        let signature = key.sign(&signed);
        Ok(Proof { statement: self.clone(), key: id, signed, signature })
    }

    /// The bytes that are signed.
    fn bytes(&self, key: KeyId) -> Result<Vec<u8>, TooLong> {
        let mut bytes = vec![VERSION, ascii(self.kind.letter())?];
        bytes.extend(key.0);
        bytes.extend(number(self.issued_on)?);
        bytes.extend(number(self.on)?);
        let [0, 0, seq @ ..] = self.head.seq.to_be_bytes() else { return Err(TooLong(self.head.seq.to_string())) };
        bytes.extend(seq);
        bytes.extend(self.head.hash);
        put(&mut bytes, &self.subject)?;
        for (letter, text) in &self.facts {
            if !letter.is_ascii_lowercase() || text.is_empty() {
                return Err(TooLong(format!("{letter}={text}")));
            }
            bytes.push(ascii(*letter)?);
            put(&mut bytes, text)?;
        }
        Ok(bytes)
    }
}

impl Proof {
    /// What it says. Nothing is certain before [`Proof::holds`] is asked.
    pub const fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Which key it says that it was signed with.
    pub const fn key(&self) -> KeyId {
        self.key
    }

    /// Whether this key signed it, as it is.
    pub fn holds(&self, key: &PublicKey) -> bool {
        self.key == key.id() && key.signed(&self.signed, &self.signature)
    }

    /// The one text in which it is written.
    pub fn text(&self) -> String {
        base32::write(&[self.signed.as_slice(), &self.signature].concat())
    }
}

fn ascii(letter: char) -> Result<u8, TooLong> {
    u8::try_from(letter).map_err(|_| TooLong(letter.into()))
}

/// Puts a text behind its length.
fn put(bytes: &mut Vec<u8>, text: &str) -> Result<(), TooLong> {
    bytes.push(u8::try_from(text.len()).map_err(|_| TooLong(text.to_owned()))?);
    bytes.extend(text.as_bytes());
    Ok(())
}

/// The day before the first that is counted: 1 January of the year 1 is day 1, as in most calendars of computers.
pub(crate) const BEFORE: Date = Date::constant(0, 12, 31);

/// A day as three bytes.
fn number(day: Date) -> Result<[u8; 3], TooLong> {
    let count = u32::try_from((day - BEFORE).get_days()).map_err(|_| TooLong(day.to_string()))?;
    let [0, bytes @ ..] = count.to_be_bytes() else { return Err(TooLong(day.to_string())) };
    Ok(bytes)
}
