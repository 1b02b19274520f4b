//! Groups: cooperatives for which others published figures without listing them one by one.

use kernel::Currency;
use ledger::{Act, Cell, Day, Entry, Refusal, Schema, Subjects, UNKNOWN, difference};
use serde::{Deserialize, Serialize};

use crate::{admit, cooperative::Members, fold::Columns};

/// The kind of the one act that a group has: somebody published figures.
pub const PUBLISHED: &str = "figures_published";

/// Groups as a kind of subject.
pub struct Groups(Columns);

/// Figures that others published for a group of cooperatives. A number that is not given was not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresPublished {
    /// What the publisher calls the group.
    pub title: String,
    /// The code of the place it is in; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The code of its sector; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// How many cooperatives it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooperatives: Option<i64>,
    /// How many memberships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<i64>,
    /// How many employees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<i64>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Turnover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover_minor: Option<i64>,
    /// Surplus before tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_minor: Option<i64>,
    /// Members' funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_funds_minor: Option<i64>,
}

impl FiguresPublished {
    /// What the act says, as canonical JSON.
    pub fn body(&self) -> String {
        // Through a value, whose keys are sorted; text keys are all that JSON asks.
        serde_json::to_value(self).unwrap_or_default().to_string()
    }

    /// Reads what an act on a group says.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(act: &Act) -> Result<Self, String> {
        if act.kind != PUBLISHED {
            return Err(format!("act {}: `{}` is no kind of act on a group", act.seq, act.kind));
        }
        serde_json::from_str(&act.body).map_err(|error| format!("act {}: {error}", act.seq))
    }
}

impl Groups {
    /// With the register's words found in the schema.
    pub fn new(schema: &Schema) -> Self {
        Self(Columns::new(schema))
    }
}

impl Subjects for Groups {
    fn code(&self) -> &'static str {
        "group"
    }

    fn fold(&self, acts: &[&Act]) -> Result<Vec<Entry>, String> {
        let mut entries = Vec::new();
        let mut held: Vec<Entry> = Vec::new();
        for act in acts {
            let published = FiguresPublished::read(act)?;
            let balance = self.0.balance_of_group(&published);
            let on = Day::from(act.effective_on);
            entries.extend(difference(&balance, &held).into_iter().map(|entry| Entry { on, ..entry }));
            held = balance;
            entries.extend(self.0.flows_of_group(&published, on));
        }
        Ok(entries)
    }

    fn admit(&self, _: &[&Act], act: &Act) -> Result<(), Refusal> {
        admit::admit_to_group(act)
    }
}

impl Columns {
    fn group_cell(&self, published: &FiguresPublished) -> Cell {
        let place = published.place.as_deref().unwrap_or(UNKNOWN);
        let sector = published.sector.as_deref().unwrap_or(UNKNOWN);
        self.subject_cell([place, sector, UNKNOWN, UNKNOWN, UNKNOWN, "group"])
    }

    fn balance_of_group(&self, published: &FiguresPublished) -> Vec<Entry> {
        let on = Day::UNKNOWN;
        let cell = self.group_cell(published).with(self.status, self.words.unknown);
        let described =
            self.described.into_iter().fold(cell, |cell, dimension| cell.with(dimension, self.words.unknown));
        let stock = |measure, cell, amount: Option<i64>| amount.map(|amount| Entry { measure, on, cell, amount });
        let members = Members { unspecified: published.members.unwrap_or(0), ..Members::default() };
        let funds = published.members_funds_minor;
        let funds = funds.map(|minor| self.money(self.members_funds, on, cell, minor, published.currency));
        let stocks = [
            stock(self.cooperatives, described, published.cooperatives),
            stock(self.employees, cell, published.employees),
            funds,
        ];
        let mut balance: Vec<Entry> = stocks.into_iter().flatten().collect();
        self.members(&members, cell, &mut balance);
        balance
    }

    fn flows_of_group(&self, published: &FiguresPublished, on: Day) -> Vec<Entry> {
        let cell = self.group_cell(published);
        let flows = [(self.turnover, published.turnover_minor), (self.surplus, published.surplus_minor)];
        let money =
            |(measure, minor): (_, Option<i64>)| Some(self.money(measure, on, cell, minor?, published.currency));
        flows.into_iter().filter_map(money).collect()
    }
}
