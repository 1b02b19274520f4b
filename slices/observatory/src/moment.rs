//! The moment a page speaks of: a reference date, a knowledge time, and the day whose territory is used.

use kernel::{Date, Known, Level, read_day, read_known};
use ledger::Ledger;
use web::{Page, Problem, Query, Wrong};

use crate::{address, described, tiles::Scope};

/// The moment a page speaks of.
pub(crate) struct Moment {
    pub(crate) date: Date,
    pub(crate) known: Known,
    pub(crate) tree: Option<Date>,
    /// What comes after the path of other pages about the same moment: `?date=2022-12-31`, or nothing for now.
    pub(crate) query: String,
}

/// A moment in the language of the page, and the form to choose another. Shown by `moment.html`.
pub(crate) struct Shown {
    /// `On 31 December 2022`.
    pub(crate) on: String,
    /// `as known on …`.
    pub(crate) known: String,
    /// `divided as on …`; none if the territory is that of the day.
    pub(crate) tree: Option<String>,
    /// Whether it is about another day than today, or as known at another moment than now.
    pub(crate) past: bool,
    /// What stands in the fields of the form.
    pub(crate) date_field: String,
    pub(crate) known_field: String,
    pub(crate) tree_field: String,
    /// Whether the territory ever was another, so that there is something to choose.
    pub(crate) trees: bool,
    /// The same page about now.
    pub(crate) now: String,
}

impl Moment {
    /// Reads it from an address; what is left empty means now.
    ///
    /// # Errors
    /// Everything that is wrong with the address.
    pub(crate) fn read(mut query: Query, ledger: &Ledger) -> Result<Self, Problem> {
        let (today, zone) = (ledger.today(), ledger.zone());
        let date = day(&mut query, "date");
        let tree = day(&mut query, "tree");
        let known = filled(&mut query, "known").and_then(|text| {
            let instant = read_known(&text, zone);
            let wrong = match instant {
                Err(_) => Wrong::new("known", &text, "write a day as 2022-12-31").told("web-wrong-known"),
                // The end of today is still to come, and means what is known by now.
                Ok(instant) if zone.to_datetime(instant).date() > today => {
                    Wrong::new("known", &text, "what will be known, nobody knows yet").told("observatory-wrong-future")
                }
                Ok(instant) => return Some(instant),
            };
            query.wrong(wrong);
            None
        });
        query.finish()?;
        let mut written = form_urlencoded::Serializer::new(String::new());
        let day = |day: Date| day.to_string();
        for (name, value) in [("date", date.map(day)), ("known", address::known(known, zone)), ("tree", tree.map(day))]
        {
            if let Some(value) = value {
                written.append_pair(name, &value);
            }
        }
        let written = written.finish();
        let query = if written.is_empty() { written } else { format!("?{written}") };
        Ok(Self { date: date.unwrap_or(today), known, tree, query })
    }

    /// The day whose territory is used.
    pub(crate) fn territory_day(&self) -> Date {
        self.tree.unwrap_or(self.date)
    }

    /// This moment in a place. A register is one country's: all of it counts there, also what lies nowhere known.
    pub(crate) fn scope(&self, level: Level, code: &str) -> Scope {
        let place = (level != Level::Country).then(|| (level, code.to_owned()));
        Scope { date: self.date, known: self.known, place, tree: self.tree }
    }

    /// In the language of the page that stands at `path`.
    pub(crate) fn show(&self, page: &Page, ledger: &Ledger, path: &str, trees: bool) -> Shown {
        let known = address::known(self.known, ledger.zone()).unwrap_or_default();
        let tree = self.tree.map(|tree| page.t.with("observatory-tree-on", &[("day", &page.t.day(tree))]));
        Shown {
            on: described::when(page, ledger::When::On(self.date)),
            known: described::known(page, ledger, self.known),
            past: self.date != ledger.today() || self.known.is_some() || tree.is_some(),
            tree,
            date_field: self.date.to_string(),
            known_field: known,
            tree_field: self.tree.map(|tree| tree.to_string()).unwrap_or_default(),
            trees: trees || self.tree.is_some(),
            now: page.to(path),
        }
    }
}

/// A parameter that is not left empty.
fn filled(query: &mut Query, name: &'static str) -> Option<String> {
    query.one(name).filter(|text| !text.is_empty())
}

fn day(query: &mut Query, name: &'static str) -> Option<Date> {
    let text = filled(query, name)?;
    let wrong = |error: kernel::NotADay| query.wrong(Wrong::new(name, &text, error.to_string()).told("web-wrong-day"));
    read_day(&text).map_err(wrong).ok()
}
