//! What a club's acts imply: a walk through its life that notes each change as it happens.

use std::collections::BTreeMap;

use kernel::Date;
use ledger::{Act, Cell, Day, Entry, Reason, Refusal, Schema, Subjects};

use super::Happening;

/// Clubs as the ledger wants them.
pub(crate) struct Clubs {
    schema: Schema,
}

/// An open club on the way through its acts.
struct Open {
    place: String,
    sector: String,
    /// Members by sex and by the day on which they are no longer young.
    members: BTreeMap<(String, Option<Date>), i64>,
    capital: BTreeMap<String, i64>,
}

struct Walk<'a> {
    schema: &'a Schema,
    club: Option<Open>,
    entries: Vec<Entry>,
}

impl Clubs {
    pub(crate) fn new(schema: &Schema) -> Self {
        Self { schema: schema.clone() }
    }
}

impl Subjects for Clubs {
    fn code(&self) -> &'static str {
        "club"
    }

    fn fold(&self, acts: &[&Act]) -> Result<Vec<Entry>, String> {
        let mut walk = Walk { schema: &self.schema, club: None, entries: Vec::new() };
        let mut last = Day::UNKNOWN;
        for act in acts {
            let on = Day::from(act.effective_on);
            walk.birthdays(last, on);
            last = on;
            walk.step(on, Happening::read(&act.kind, &act.body)?);
        }
        walk.birthdays(last, Day::from(Date::MAX));
        Ok(walk.entries)
    }

    fn admit(&self, acts: &[&Act], act: &Act) -> Result<(), Refusal> {
        let founded = |act: &Act| act.kind == "founded";
        let closed = acts.iter().any(|act| act.kind == "closed");
        match acts.iter().find(|act| founded(act)) {
            Some(first) if founded(act) && !closed => {
                let says = format!("{} was founded by act {}: close it first", act.subject, first.seq);
                Err(Refusal::Rule(Reason { code: "club-founded-twice", values: Vec::new(), says }))
            }
            _ => Ok(()),
        }
    }
}

impl Walk<'_> {
    fn step(&mut self, on: Day, happening: Happening) {
        match happening {
            Happening::Founded { place, sector, members, capital } if self.club.is_none() => {
                self.note("foundings", on, 1, &[("place", &place), ("sector", &sector)]);
                let members = members.into_iter().map(|(sex, n)| ((sex, None), n)).collect();
                self.club = Some(Open { place, sector, members, capital });
                self.balance(on, 1);
            }
            Happening::Founded { .. } => {}
            Happening::Moved { place } => self.change(on, |club| club.place = place),
            Happening::ChangedSector { sector } => self.change(on, |club| club.sector = sector),
            Happening::Admitted { n, sex, young_until } => {
                self.change(on, |club| *club.members.entry((sex, young_until)).or_default() += n);
            }
            Happening::Left { n, sex, young_until } => {
                self.change(on, |club| *club.members.entry((sex, young_until)).or_default() -= n);
            }
            Happening::Closed {} => {
                self.balance(on, -1);
                self.club = None;
            }
        }
    }

    /// All out, change, all in: the sums are the same as those of the change alone.
    fn change(&mut self, on: Day, change: impl FnOnce(&mut Open)) {
        self.balance(on, -1);
        if let Some(club) = &mut self.club {
            change(club);
        }
        self.balance(on, 1);
    }

    /// All that the club is on a day, added or taken away.
    fn balance(&mut self, on: Day, sign: i64) {
        let Some(club) = self.club.take() else { return };
        let here = [("place", club.place.as_str()), ("sector", club.sector.as_str())];
        self.note("clubs", on, sign, &here);
        for ((sex, young_until), n) in &club.members {
            let age = [("sex", sex.as_str()), ("age", age(*young_until, on))];
            self.note("members", on, sign * n, &[here, age].concat());
        }
        for (currency, minor) in &club.capital {
            self.note("capital", on, sign * minor, &[&here[..], &[("currency", currency.as_str())]].concat());
        }
        self.club = Some(club);
    }

    /// Those who turn adult after `after` and up to `until`.
    fn birthdays(&mut self, after: Day, until: Day) {
        let Some(club) = self.club.take() else { return };
        for ((sex, young_until), n) in &club.members {
            let Some(on) = young_until.map(Day::from).filter(|on| after < *on && *on <= until) else { continue };
            for (age, sign) in [("young", -1), ("adult", 1)] {
                let cell = [("place", &*club.place), ("sector", &*club.sector), ("sex", sex), ("age", age)];
                self.note("members", on, sign * n, &cell);
            }
        }
        self.club = Some(club);
    }

    fn note(&mut self, measure: &str, on: Day, amount: i64, cell: &[(&str, &str)]) {
        let (measure, cell): (_, Cell) = (self.schema.measure(measure).unwrap(), self.schema.cell(cell));
        self.entries.push(Entry { measure, on, cell, amount });
    }
}

fn age(young_until: Option<Date>, on: Day) -> &'static str {
    match young_until.map(Day::from) {
        None => "unknown",
        Some(until) if on < until => "young",
        Some(_) => "adult",
    }
}
