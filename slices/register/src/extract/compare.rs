//! What a proof said beside what the register says on another day.

use kernel::Date;
use proof::{Proof, Published};
use web::{App, Page, Problem, Speaker};

use super::{
    facts::{self, Facts, LETTERS},
    read::{self, Entry},
};
use crate::pages::{Name, names};

/// A proof and the register side by side.
pub(crate) struct Compared {
    pub(crate) number: String,
    pub(crate) name: Name,
    pub(crate) other: Option<Name>,
    /// The page of the cooperative.
    pub(crate) to: String,
    /// The day on which the proof was made.
    pub(crate) issued: String,
    /// The day of which it tells.
    pub(crate) on: String,
    pub(crate) key: String,
    /// Where the journal stood, by the last act and the beginning of its hash.
    pub(crate) seq: String,
    pub(crate) hash: String,
    /// Whether the register still has the journal from which the proof was read, and reads the same from it.
    pub(crate) stands: bool,
    /// The day with which it is compared, and as the form writes it if it is not today.
    pub(crate) day: String,
    pub(crate) date: String,
    /// The day of which the proof tells, as an address writes it.
    pub(crate) on_date: String,
    /// The message that says that the register has nothing on that day.
    pub(crate) nothing: Option<&'static str>,
    pub(crate) lines: Vec<Line>,
    /// How many lines differ.
    pub(crate) changes: i64,
}

/// A fact, as the proof says it and as the register does.
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) said: Option<String>,
    pub(crate) says: Option<String>,
    pub(crate) differs: bool,
}

impl Compared {
    /// Compares a proof that holds with a day; with today if none is named.
    pub(crate) fn of(
        app: &App,
        page: &Page,
        proof: &Proof,
        key: &Published,
        date: Option<Date>,
    ) -> Result<Self, Problem> {
        let (ledger, statement, t) = (&app.ledger, proof.statement(), &page.t);
        ledger.refresh()?;
        let day = date.unwrap_or_else(|| ledger.today());
        let seq = i64::try_from(statement.head.seq).unwrap_or(i64::MAX);
        let number = &statement.subject;
        let then = read::entry(ledger, number, statement.on, Some(seq))?;
        let stands = read::head(ledger, seq)? == Some(statement.head) && then.has(&statement.facts);
        let now = read::entry(ledger, number, day, None)?;
        let (facts, nothing) = match &now {
            Entry::Never => (&Facts::new(), Some("register-verify-never")),
            Entry::NotYet => (&Facts::new(), Some("register-not-registered")),
            Entry::There(facts) => (facts, None),
        };
        let lines = lines(app, page, (&statement.facts, statement.on), (facts, day))?;
        let said = |letter| statement.facts.get(&letter).map(String::as_str);
        let (name, other) = names(t.lang(), said('a'), said('f'), number);
        Ok(Self {
            name,
            other,
            to: page.to(&format!("/cooperatives/{number}")),
            issued: t.day(statement.issued_on),
            on: t.day(statement.on),
            key: key.key.id().to_string(),
            seq: t.number(seq),
            hash: statement.head.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            stands,
            day: t.day(day),
            date: date.map(|date| date.to_string()).unwrap_or_default(),
            on_date: statement.on.to_string(),
            nothing,
            changes: lines.iter().filter(|line| line.differs).count() as i64,
            lines,
            number: number.clone(),
        })
    }
}

impl Entry {
    /// Whether the register says just this.
    fn has(&self, facts: &Facts) -> bool {
        matches!(self, Self::There(found) if found == facts)
    }
}

/// What is said on two days, each in the words of its day; what neither knows is left out.
fn lines(
    app: &App,
    page: &Page,
    (said, on): (&Facts, Date),
    (says, day): (&Facts, Date),
) -> Result<Vec<Line>, Problem> {
    let names = app.names()?;
    let projection = app.ledger.projection();
    let speaker = |day| Speaker { t: &page.t, names: &names, territory: projection.territory(), day };
    let line = |(letter, label): (char, String)| {
        let (before, after) = (said.get(&letter), says.get(&letter));
        before.or(after)?;
        Some(Line {
            label,
            said: before.map(|text| facts::tell(&speaker(on), letter, text)),
            says: after.map(|text| facts::tell(&speaker(day), letter, text)),
            differs: before != after,
        })
    };
    let known = LETTERS.iter().map(|(letter, _, key)| (*letter, page.t.get(key)));
    // What a later program signed beyond what this one knows is shown as it is.
    let others = said.keys().filter(|letter| LETTERS.iter().all(|(known, ..)| known != *letter));
    Ok(known.chain(others.map(|letter| (*letter, letter.to_string()))).filter_map(line).collect())
}
