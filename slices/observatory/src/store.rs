//! The table `release`: bulletins as they were published. No other file names it.

use db::{Conn, Error, Migration, Row, params};
use kernel::{Date, Lang, Level, Timestamp, read_day};

/// The observatory's tables.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "20261125_observatory_release",
    sql: include_str!("../../../migrations/20261125_observatory_release.sql"),
}];

/// A bulletin as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// By which it is called: `2022-KEN`, its second correction `2022-KEN-3`.
    pub number: String,
    /// Of what kind of place it tells.
    pub level: Level,
    /// The code of the place.
    pub place: String,
    /// The reference date of its figures.
    pub day: Date,
    /// As known when.
    pub known: Timestamp,
    /// When it was published.
    pub published_at: Timestamp,
    /// The last act that was known.
    pub head_seq: i64,
    /// The hash of that act.
    pub head_hash: String,
    /// Its text in Arabic, French and English, with numbers as references.
    pub texts: [String; 3],
    /// The hash of all its numbers.
    pub seal: String,
    /// Which release it corrects, and why.
    pub corrects: Option<(String, String)>,
}

impl Release {
    /// Its text in a language.
    pub fn text(&self, lang: Lang) -> &str {
        let [ar, fr, en] = &self.texts;
        match lang {
            Lang::Ar => ar,
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    /// Its title in a language: the first line of its text.
    pub fn title(&self, lang: Lang) -> &str {
        let first = self.text(lang).lines().next().unwrap_or_default();
        first.strip_prefix("# ").unwrap_or(first)
    }
}

const RELEASES: &str = "select number, level, place, day, known, published_at, head_seq, head_hash,
    text_ar, text_fr, text_en, seal, corrects, why from release";

/// All bulletins, the latest day first.
///
/// # Errors
/// When the database cannot.
pub fn releases(conn: &mut Conn) -> Result<Vec<Release>, Error> {
    conn.query(&format!("{RELEASES} order by day desc, published_at desc, number"), params![], release)
}

/// The bulletin with this number.
///
/// # Errors
/// When the database cannot.
pub fn release_of(conn: &mut Conn, number: &str) -> Result<Option<Release>, Error> {
    conn.optional(&format!("{RELEASES} where number = $1"), params![number], release)
}

/// Writes a bulletin, once and for all.
///
/// # Errors
/// When the database cannot, or there is one with this number.
pub(crate) fn add(conn: &mut Conn, release: &Release) -> Result<(), Error> {
    let instant = |at: Timestamp| format!("{at:.6}");
    let [ar, fr, en] = &release.texts;
    let (corrects, why) = release.corrects.as_ref().map(|(number, why)| (number.as_str(), why.as_str())).unzip();
    conn.execute(
        "insert into release values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        params![
            release.number.as_str(),
            release.level.code(),
            release.place.as_str(),
            release.day.to_string().as_str(),
            instant(release.known).as_str(),
            instant(release.published_at).as_str(),
            release.head_seq,
            release.head_hash.as_str(),
            ar.as_str(),
            fr.as_str(),
            en.as_str(),
            release.seal.as_str(),
            corrects,
            why
        ],
    )?;
    Ok(())
}

fn release(row: &Row<'_>) -> Result<Release, Error> {
    let owned = |index| row.text(index).map(str::to_owned);
    let corrects = row.opt_text(12)?.zip(row.opt_text(13)?);
    Ok(Release {
        number: owned(0)?,
        // Written by `add`: what cannot be read is no day of ours, and the seal will not fit.
        level: row.text(1)?.parse().unwrap_or(Level::Country),
        place: owned(2)?,
        day: read_day(row.text(3)?).unwrap_or(Date::MIN),
        known: row.text(4)?.parse().unwrap_or(Timestamp::MIN),
        published_at: row.text(5)?.parse().unwrap_or(Timestamp::MIN),
        head_seq: row.int(6)?,
        head_hash: owned(7)?,
        texts: [owned(8)?, owned(9)?, owned(10)?],
        seal: owned(11)?,
        corrects: corrects.map(|(number, why)| (number.to_owned(), why.to_owned())),
    })
}
