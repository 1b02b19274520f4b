//! Acts as open data.

use kernel::{Date, Timestamp};
use ledger::Act;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::App;

/// An act as JSON.
#[derive(Serialize)]
pub struct PublicAct<'a> {
    seq: i64,
    subject: &'a str,
    kind: &'a str,
    effective_on: Option<Date>,
    recorded_at: Timestamp,
    author: &'a str,
    document: Option<&'a str>,
    voids: Option<i64>,
    body: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    withheld: bool,
    hash: String,
}

/// The columns of an act in CSV.
pub const ACT_COLUMNS: [&str; 9] =
    ["seq", "subject", "kind", "effective_on", "recorded_at", "author", "document", "voids", "hash"];

impl<'a> PublicAct<'a> {
    /// What may be told of an act: all of it, or all but its body where that could be about a person.
    pub fn of(app: &App, act: &'a Act) -> Self {
        let withheld = app.withholds(act);
        Self {
            seq: act.seq,
            subject: &act.subject,
            kind: &act.kind,
            effective_on: act.effective_on,
            recorded_at: act.recorded_at,
            author: &act.author,
            document: act.document.as_deref(),
            voids: act.voids,
            // Bodies are JSON; one that is not shows as nothing, and `verify` finds it.
            body: serde_json::from_str(&act.body).ok().filter(|_| !withheld),
            withheld,
            hash: act.hash.to_string(),
        }
    }
}

/// An act in CSV, without its body.
pub fn act_row(act: &Act) -> Vec<String> {
    vec![
        act.seq.to_string(),
        act.subject.clone(),
        act.kind.clone(),
        act.effective_on.map(|day| day.to_string()).unwrap_or_default(),
        format!("{:.6}", act.recorded_at),
        act.author.clone(),
        act.document.clone().unwrap_or_default(),
        act.voids.map(|seq| seq.to_string()).unwrap_or_default(),
        act.hash.to_string(),
    ]
}
