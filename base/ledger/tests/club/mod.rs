//! A toy slice: clubs, which are founded, move, take in and lose members, and close. All tests of the ledger stand on it.

mod fold;
mod land;
mod model;

use std::collections::BTreeMap;

use db::{Conn, Db, Migration, params};
use jiff::{Timestamp, tz::TimeZone};
use kernel::{Clock, Date};
use ledger::{
    Aggregation, Declaration, Dimension, Draft, Error, Kept, Ledger, Measure, Posted, Schema, Scope, Unit,
    store::{self, Term},
};
use serde::{Deserialize, Serialize};

pub(crate) use fold::Clubs;
pub(crate) use land::{COMMUNES, PLACES, places, territory};
pub(crate) use model::{stands, state_on};

/// The columns that clubs need in the table of cells, their own table, and one for [`spread`].
const MIGRATION: Migration = Migration {
    name: "20261122_club",
    sql: "alter table cell add column sector text;
          alter table part add column sex text;
          alter table part add column age text;
          create table club (name text not null primary key, acts bigint not null);
          create table entry (
              seq bigint not null, measure text not null, effective_on text, amount bigint not null,
              place text, sector text, sex text, age text, currency text
          );",
};

pub(crate) const MEASURES: &[Measure] = &[
    measure("clubs", Aggregation::Stock, Unit::Count("clubs"), &["place", "sector"]),
    measure("foundings", Aggregation::Flow, Unit::Count("foundings"), &["place", "sector"]),
    measure("members", Aggregation::Stock, Unit::Count("members"), &["place", "sector", "sex", "age"]),
    measure("capital", Aggregation::Stock, Unit::Money, &["place", "sector", "currency"]),
];

pub(crate) const DIMENSIONS: &[Dimension] = &[
    Dimension { code: "sector", scope: Scope::Subject, definition: "What the club does." },
    Dimension { code: "sex", scope: Scope::Part, definition: "`f`, `m` or `unknown`." },
    Dimension {
        code: "age",
        scope: Scope::Part,
        definition: "`young` until the birthday, then `adult`; `unknown` without one.",
    },
];

pub(crate) const SECTORS: [&str; 3] = ["chess", "song", "unknown"];
pub(crate) const SEXES: [&str; 3] = ["f", "m", "unknown"];

pub(crate) const DECLARATION: Declaration =
    Declaration { measures: MEASURES, dimensions: DIMENSIONS, rollup: &["sector"], subjects };

const fn measure(
    code: &'static str,
    aggregation: Aggregation,
    unit: Unit,
    dimensions: &'static [&'static str],
) -> Measure {
    Measure { code, aggregation, unit, definition: "As the word says.", source: "These tests.", dimensions }
}

fn subjects(schema: &Schema) -> Vec<Kept> {
    vec![Kept {
        subjects: Box::new(Clubs::new(schema)),
        keep: |conn, touched| {
            for one in touched {
                // What is new needs no place made for it.
                let deleted = conn.execute("delete from club where name = $1", params![one.subject])?;
                assert_eq!(deleted == 0, one.is_new, "{}", one.subject);
                conn.execute("insert into club values ($1, $2)", params![one.subject, one.acts().len() as i64])?;
            }
            Ok(())
        },
    }]
}

/// What happens to a club; the body of its act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(crate) enum Happening {
    /// It begins, with members of unknown age and capital by currency in minor units.
    Founded {
        place: String,
        sector: String,
        #[serde(default)]
        members: BTreeMap<String, i64>,
        #[serde(default)]
        capital: BTreeMap<String, i64>,
    },
    Moved {
        place: String,
    },
    ChangedSector {
        sector: String,
    },
    /// Members come; they are young until the day before `young_until`, of unknown age without it.
    Admitted {
        n: i64,
        sex: String,
        young_until: Option<Date>,
    },
    Left {
        n: i64,
        sex: String,
        young_until: Option<Date>,
    },
    /// It ends, with all it has. It may be founded again.
    Closed {},
}

impl Happening {
    pub(crate) fn read(kind: &str, body: &str) -> Result<Self, String> {
        let happening: Self = serde_json::from_str(body).map_err(|error| error.to_string())?;
        if happening.kind() == kind { Ok(happening) } else { Err(format!("`{kind}` says {happening:?}")) }
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Founded { .. } => "founded",
            Self::Moved { .. } => "moved",
            Self::ChangedSector { .. } => "changed_sector",
            Self::Admitted { .. } => "admitted",
            Self::Left { .. } => "left",
            Self::Closed {} => "closed",
        }
    }

    /// The draft of an act in which this happens to club number `club`.
    pub(crate) fn draft(&self, club: usize, effective_on: Option<Date>) -> Draft {
        Draft {
            subject: subject(club),
            kind: self.kind().into(),
            effective_on,
            author: "test".into(),
            document: None,
            voids: None,
            body: serde_json::to_value(self).unwrap().to_string(),
            seen: None,
        }
    }

    pub(crate) fn founded(place: &str, sector: &str, members: &[(&str, i64)]) -> Self {
        let members = members.iter().map(|(sex, n)| ((*sex).to_owned(), *n)).collect();
        Self::Founded { place: place.into(), sector: sector.into(), members, capital: BTreeMap::new() }
    }
}

pub(crate) fn subject(club: usize) -> String {
    format!("club/{club}")
}

pub(crate) fn day(text: &str) -> Date {
    kernel::read_day(text).unwrap()
}

pub(crate) fn noon(text: &str) -> Timestamp {
    format!("{text}T12:00:00Z").parse().unwrap()
}

pub(crate) fn migrations() -> Vec<Migration> {
    [store::MIGRATIONS, &[MIGRATION]].concat()
}

/// A database with the land of the clubs in it.
pub(crate) fn database(url: &str) -> Db {
    let db = Db::open(url, &migrations()).unwrap();
    let names = kernel::Names { fr: Some("échecs".into()), ..kernel::Names::default() };
    let term = Term { dimension: "sector".into(), code: "chess".into(), names };
    db.write(move |conn| {
        store::set(conn, "country", "XX")?;
        store::add_references(conn, &places(), &[term])
    })
    .unwrap();
    db
}

/// A ledger of clubs on a database; the clock stands on 1 January 2024 until it is set.
pub(crate) fn open(db: Db) -> Ledger {
    try_open(db).unwrap()
}

pub(crate) fn try_open(db: Db) -> Result<Ledger, Error> {
    Ledger::open(db, Clock::at(noon("2024-01-01")), TimeZone::UTC, &[DECLARATION])
}

/// Takes acts, cells and entries out of a database, so that the next case finds it empty.
pub(crate) fn empty(db: &Db) {
    db.write(|conn| {
        for table in ["entry", "posting", "cell", "act", "club"] {
            conn.execute(&format!("delete from {table}"), params![])?;
        }
        Ok::<_, Error>(())
    })
    .unwrap();
}

/// Writes the entries one by one into a table of these tests, for what asks by SQL.
pub(crate) fn spread(ledger: &Ledger) {
    let schema = ledger.schema();
    let columns: Vec<_> = schema.dimensions().iter().map(|dimension| dimension.code).collect();
    let mut rows = Vec::new();
    let each = |posted: Posted<'_>| {
        let measure = schema.describe(posted.measure).unwrap().code;
        let code = |index| posted.subject.get(index).or_else(|| posted.part.get(index));
        let codes: Vec<_> = (0..columns.len()).map(|index| Some(schema.codes().text(code(index)?))).collect();
        rows.push((posted.seq, measure, posted.on.text(), posted.amount, codes));
        Ok::<_, Error>(())
    };
    ledger.db().read(|conn| ledger::each_entry(conn, schema, i64::MAX, each)).unwrap();
    let columns = [&["seq", "measure", "effective_on", "amount"], columns.as_slice()].concat();
    let fill = |conn: &mut Conn| {
        conn.execute("delete from entry", params![])?;
        conn.bulk("entry", &columns, |table| {
            rows.iter().try_for_each(|(seq, measure, on, amount, codes)| {
                let codes = codes.iter().map(|code| code.as_deref().into());
                let own = params![*seq, *measure, on.as_deref(), *amount];
                table.push(&own.iter().copied().chain(codes).collect::<Vec<_>>())
            })
        })
    };
    ledger.db().write_alone::<_, db::Error>(fill).unwrap();
}
