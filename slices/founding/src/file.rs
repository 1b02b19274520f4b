//! What a file said when the court accepted it: it is kept, so that whoever reads a correction sees what is otherwise.

use serde::{Deserialize, Serialize};

use crate::{
    dossier::Dossier,
    founder::{Founder, Who},
    legal::Legal,
    project::{Name, Plan},
    submission::{Papers, Submission},
};

/// What a file said. Persons stand here by their ids alone, as in acts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct File {
    pub(crate) plan: Plan,
    /// The name that had been granted.
    pub(crate) name: Option<Name>,
    pub(crate) founders: Vec<Part>,
    pub(crate) papers: Papers,
}

/// What a founder brings in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Part {
    /// The id of a person, or what a legal person is called.
    pub(crate) who: String,
    pub(crate) cash_shares: i64,
    pub(crate) kind_shares: i64,
    pub(crate) kind_value_minor: Option<i64>,
    pub(crate) runs: bool,
}

impl Part {
    /// What a founder brings in.
    pub(crate) fn of(founder: &Founder) -> Self {
        let who = match &founder.who {
            Who::Person(person, _) => person.to_string(),
            Who::Legal(legal) => legal.name.clone(),
        };
        let Founder { cash_shares, kind_shares, kind_value_minor, runs, .. } = *founder;
        Self { who, cash_shares, kind_shares, kind_value_minor, runs }
    }

    /// A founder of whom nothing else is known.
    fn founder(&self) -> Founder {
        Founder {
            id: 0,
            who: Who::Legal(Legal { name: self.who.clone(), number: None, representative: None }),
            cash_shares: self.cash_shares,
            kind_shares: self.kind_shares,
            kind_what: None,
            kind_value_minor: self.kind_value_minor,
            runs: self.runs,
            land_list: None,
            land: None,
            signed: None,
            confirmed: None,
        }
    }
}

impl File {
    /// What a file says that is handed in.
    pub(crate) fn of(submission: &Submission, dossier: &Dossier) -> Self {
        Self {
            plan: dossier.project.plan.clone(),
            name: dossier.name().map(|granted| granted.name),
            founders: dossier.founders.iter().map(Part::of).collect(),
            papers: submission.asked().unwrap_or_default(),
        }
    }

    /// A dossier as it was when it said this.
    pub(crate) fn dossier(&self, now: &Dossier) -> Dossier {
        let mut then = now.clone();
        then.project.plan = self.plan.clone();
        then.founders = self.founders.iter().map(Part::founder).collect();
        then
    }
}
