//! Acts and the chain that holds them together.

use std::fmt::{self, Write};

use jiff::tz::TimeZone;
use kernel::{Date, Timestamp, read_day, read_digits};
use sha2::{Digest, Sha256};

use crate::{Day, day};

/// The SHA-256 of an act and, through the one before it, of the whole journal up to it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

/// Something that happened on one date to one subject. Once recorded it never changes; a wrong one is voided by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its place in the journal: 1, 2, 3 …
    pub seq: i64,
    /// What it is about, as `kind/id`: `cooperative/KEN-000123`.
    pub subject: String,
    /// The code of its kind: `registered`. An act that voids another is `voided`.
    pub kind: String,
    /// The day on which it took effect; none if nobody knows.
    pub effective_on: Option<Date>,
    /// The instant at which it entered the journal; never decreases along `seq`.
    pub recorded_at: Timestamp,
    /// Who recorded it: an account, a profile of imports, a generator.
    pub author: String,
    /// The document it was taken from.
    pub document: Option<String>,
    /// The act that it voids.
    pub voids: Option<i64>,
    /// What it says, as canonical JSON (RFC 8785).
    pub body: String,
    /// Its link of the chain.
    pub hash: Hash,
}

/// An act that somebody wants to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is about.
    pub subject: String,
    /// The code of its kind.
    pub kind: String,
    /// The day on which it takes effect; none if nobody knows.
    pub effective_on: Option<Date>,
    /// Who records it.
    pub author: String,
    /// The document it is taken from.
    pub document: Option<String>,
    /// The act that it voids.
    pub voids: Option<i64>,
    /// What it says, as canonical JSON.
    pub body: String,
    /// The last act of the subject that the author saw, 0 if there was none; none to record whatever came before.
    pub seen: Option<i64>,
}

/// The end of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last act's place, 0 in an empty journal.
    pub seq: i64,
    /// The last act's link of the chain, all zeros in an empty journal.
    pub hash: Hash,
    /// When the last act was recorded.
    pub recorded_at: Timestamp,
}

/// The kind of an act that voids another.
pub const VOIDED: &str = "voided";

impl Draft {
    /// The draft of an act that voids act `seq` of a subject, with the reason in words.
    pub fn void(subject: &str, seq: i64, effective_on: Option<Date>, reason: &str, author: &str) -> Self {
        Self {
            subject: subject.to_owned(),
            kind: VOIDED.to_owned(),
            effective_on,
            author: author.to_owned(),
            document: None,
            voids: Some(seq),
            body: serde_json::json!({ "reason": reason }).to_string(),
            seen: None,
        }
    }
}

impl Hash {
    /// What the first act is chained to.
    pub const ZERO: Self = Self([0; 32]);

    /// Its 64 hexadecimal digits in small letters, as ASCII.
    pub(crate) fn digits(&self) -> [u8; 64] {
        let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
        let mut digits = [0; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
        }
        digits
    }

    /// Adds its digits to a text.
    fn write(&self, text: &mut String) {
        text.push_str(std::str::from_utf8(&self.digits()).unwrap_or_default());
    }

    /// Reads 64 hexadecimal digits in small letters, as a hash is written.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Head {
    /// The end of a journal without acts.
    pub const EMPTY: Self = Self { seq: 0, hash: Hash::ZERO, recorded_at: Timestamp::UNIX_EPOCH };
}

impl Act {
    /// What comes before the `/` of its subject.
    pub fn subject_kind(&self) -> &str {
        self.subject.split_once('/').map_or(self.subject.as_str(), |(kind, _)| kind)
    }

    /// Where the journal ends with this act.
    pub const fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash, recorded_at: self.recorded_at }
    }
}

/// An instant as the journal writes it: UTC, always six decimals, so that texts sort as instants do.
pub(crate) fn instant(at: Timestamp) -> String {
    let utc = TimeZone::UTC.to_datetime(at);
    let Some([year, month, day]) = day::parts(utc.date()) else { return format!("{at:.6}") };
    let [hour, minute, second] = [utc.hour(), utc.minute(), utc.second()].map(|part| part.unsigned_abs().into());
    let micros = utc.subsec_nanosecond().unsigned_abs() / 1000;
    let days = [(0..4, year), (5..7, month), (8..10, day)];
    let times = [(11..13, hour), (14..16, minute), (17..19, second), (20..26, micros)];
    day::filled(*b"0000-00-00T00:00:00.000000Z", days.into_iter().chain(times))
}

/// Reads what [`instant`] writes, and nothing else.
pub(crate) fn read_instant(text: &str) -> Option<Timestamp> {
    let (day, time) = text.split_once('T')?;
    let [h1, h2, b':', m1, m2, b':', s1, s2, b'.', micros @ .., b'Z'] = time.as_bytes() else { return None };
    if micros.len() != 6 {
        return None;
    }
    let number = |digits: &[u8]| read_digits(digits).map(i64::from);
    let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?, number(&[*s1, *s2])?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let days = i64::from(Day::read(Some(day))?.0);
    Timestamp::from_microsecond(((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000 + number(micros)?)
        .ok()
}

/// An act as texts, just as tables and exports keep it.
///
/// The chain is computed over these, so that no byte of a stored act can change unseen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a> {
    pub(crate) seq: i64,
    pub(crate) subject: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) effective_on: Option<&'a str>,
    pub(crate) recorded_at: &'a str,
    pub(crate) author: &'a str,
    pub(crate) document: Option<&'a str>,
    pub(crate) voids: Option<i64>,
    pub(crate) body: &'a str,
}

impl Written<'_> {
    fn canonical(&self, previous: Hash) -> String {
        let mut text = String::with_capacity(320 + self.body.len());
        text.push_str("[\"");
        previous.write(&mut text);
        // Writing to a string cannot fail.
        let _ = write!(text, "\",{},", self.seq);
        quote(&mut text, self.subject);
        text.push(',');
        quote(&mut text, self.kind);
        text.push(',');
        quote_or_null(&mut text, self.effective_on);
        text.push(',');
        quote(&mut text, self.recorded_at);
        text.push(',');
        quote(&mut text, self.author);
        text.push(',');
        quote_or_null(&mut text, self.document);
        match self.voids {
            Some(seq) => drop(write!(text, ",{seq},")),
            None => text.push_str(",null,"),
        }
        text.push_str(self.body);
        text.push(']');
        text
    }

    /// When the act took effect and when it was recorded, or what of it is not written as the journal writes it.
    pub(crate) fn times(&self) -> Result<(Option<Date>, Timestamp), String> {
        let unreadable = |what| format!("{what} is not readable");
        let effective_on = self.effective_on.map(read_day).transpose().map_err(|_| unreadable("effective_on"))?;
        Ok((effective_on, read_instant(self.recorded_at).ok_or_else(|| unreadable("recorded_at"))?))
    }

    /// The link of the chain for this act after `previous`.
    pub(crate) fn hash(&self, previous: Hash) -> Hash {
        Hash(Sha256::digest(self.canonical(previous).as_bytes()).into())
    }
}

impl Act {
    /// Calls `with` with this act as texts.
    pub(crate) fn written<T>(&self, with: impl FnOnce(Written<'_>) -> T) -> T {
        let effective_on = self.effective_on.map(day::iso);
        with(Written {
            seq: self.seq,
            subject: &self.subject,
            kind: &self.kind,
            effective_on: effective_on.as_deref(),
            recorded_at: &instant(self.recorded_at),
            author: &self.author,
            document: self.document.as_deref(),
            voids: self.voids,
            body: &self.body,
        })
    }
}

/// The text that is hashed: one JSON array in RFC 8785's form,
/// `[previous hash, seq, subject, kind, effective_on, recorded_at, author, document, voids, body]`.
///
/// Anyone can compute it from an export with a JSON library and `sha256sum`.
pub fn canonical(previous: Hash, act: &Act) -> String {
    act.written(|written| written.canonical(previous))
}

/// The link of the chain for `act` after `previous`; the hash that the act carries plays no part.
pub fn hash_of(previous: Hash, act: &Act) -> Hash {
    act.written(|written| written.hash(previous))
}

fn quote_or_null(text: &mut String, value: Option<&str>) {
    match value {
        Some(value) => quote(text, value),
        None => text.push_str("null"),
    }
}

/// A JSON string with the escapes of RFC 8785 (section 3.2.2.2), which are those of ECMAScript.
fn quote(text: &mut String, value: &str) {
    text.push('"');
    // Hardly any text has something to escape; asked of all bytes, as that is faster than to stop at the first.
    if !value.bytes().fold(false, |escapes, byte| escapes | (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
        text.push_str(value);
        text.push('"');
        return;
    }
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            c if c < ' ' => drop(write!(text, "\\u{:04x}", c as u32)),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn act() -> Act {
        Act {
            seq: 2,
            subject: "cooperative/KEN-7".into(),
            kind: "registered".into(),
            effective_on: Some(read_day("2012-03-01").unwrap()),
            recorded_at: "2012-03-05T10:00:00.5Z".parse().unwrap(),
            author: "desk \"KEN\"".into(),
            document: None,
            voids: None,
            body: r#"{"level":"cooperative","name_ar":"الميمنة"}"#.into(),
            hash: Hash::ZERO,
        }
    }

    #[test]
    fn the_canonical_form_of_an_act_is_this_and_stays_so() {
        let expected = "[\"0000000000000000000000000000000000000000000000000000000000000000\",2,\"cooperative/KEN-7\",\
            \"registered\",\"2012-03-01\",\"2012-03-05T10:00:00.500000Z\",\"desk \\\"KEN\\\"\",null,null,\
            {\"level\":\"cooperative\",\"name_ar\":\"الميمنة\"}]";
        assert_eq!(canonical(Hash::ZERO, &act()), expected);
        let golden = "6d182634661e2b6723536b39df89388072cb36d3293549ea483ff8a43817204d";
        assert_eq!(hash_of(Hash::ZERO, &act()).to_string(), golden);
    }

    #[test]
    fn every_part_of_an_act_changes_its_hash() {
        let whole = hash_of(Hash::ZERO, &act());
        let changes: [fn(&mut Act); 9] = [
            |act| act.seq = 3,
            |act| act.subject.push('0'),
            |act| act.kind.push('0'),
            |act| act.effective_on = None,
            |act| act.recorded_at = Timestamp::UNIX_EPOCH,
            |act| act.author.push('0'),
            |act| act.document = Some("null".into()),
            |act| act.voids = Some(1),
            |act| act.body = "{}".into(),
        ];
        for change in changes {
            let mut changed = act();
            change(&mut changed);
            assert_ne!(hash_of(Hash::ZERO, &changed), whole, "{changed:?}");
        }
        assert_ne!(hash_of(whole, &act()), whole);
    }

    proptest! {
        #[test]
        fn the_canonical_form_is_json_that_says_what_the_act_says(author: String, document: Option<String>) {
            let act = Act { author, document, ..act() };
            let json: serde_json::Value = serde_json::from_str(&canonical(Hash::ZERO, &act)).unwrap();
            prop_assert_eq!(json[6].as_str(), Some(act.author.as_str()));
            prop_assert_eq!(json[7].as_str(), act.document.as_deref());
        }

        #[test]
        fn an_instant_is_written_as_the_standard_says(micros in 0_i64..253_402_207_200_000_000) {
            let at = Timestamp::from_microsecond(micros).unwrap();
            prop_assert_eq!(instant(at), format!("{at:.6}"));
            prop_assert_eq!(read_instant(&instant(at)), Some(at));
        }

        #[test]
        fn no_other_text_is_read_as_an_instant(text in "2012-0[0-3]-0[0-3]T[0-2][0-9]:[0-9]{2}:[0-9]{2}[.,][0-9]{5,7}Z?") {
            if let Some(at) = read_instant(&text) {
                prop_assert_eq!(instant(at), text);
            }
        }

        #[test]
        fn a_hash_survives_being_written_and_read(bytes: [u8; 32]) {
            prop_assert_eq!(Hash::from_hex(&Hash(bytes).to_string()), Some(Hash(bytes)));
        }
    }
}
