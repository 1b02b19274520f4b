//! What a club is on a day, told from its acts alone: no entries, no differences, no cells. The ledger is compared with it.

use std::collections::BTreeMap;

use kernel::Date;
use ledger::Act;

use super::Happening;

/// Members by sex and age.
pub(crate) type Members = BTreeMap<(String, String), i64>;

/// When, where and in which sector a club was founded.
pub(crate) type Founding = (Option<Date>, String, String);

/// A club on a day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) place: String,
    pub(crate) sector: String,
    pub(crate) members: Members,
    pub(crate) capital: BTreeMap<String, i64>,
}

/// Whether an act stands: no act that stands voids it.
pub(crate) fn stands(acts: &[Act], act: &Act) -> bool {
    !acts.iter().any(|other| other.voids == Some(act.seq) && stands(acts, other))
}

/// The club on `day`, if it is open then, and the days on which it was founded, up to it.
pub(crate) fn state_on(acts: &[Act], day: Date) -> (Option<State>, Vec<Founding>) {
    let mut lived: Vec<&Act> = acts.iter().filter(|act| act.voids.is_none() && stands(acts, act)).collect();
    lived.retain(|act| act.effective_on.is_none_or(|on| on <= day));
    lived.sort_by_key(|act| (act.effective_on.is_some(), act.effective_on, act.seq));
    let (mut home, mut founded) = (None, Vec::new());
    let mut people: Vec<(String, Option<Date>, i64)> = Vec::new();
    let mut capital = BTreeMap::new();
    for act in lived {
        match (Happening::read(&act.kind, &act.body).unwrap(), &mut home) {
            (Happening::Founded { place, sector, members, capital: paid }, None) => {
                founded.push((act.effective_on, place.clone(), sector.clone()));
                home = Some((place, sector));
                people = members.into_iter().map(|(sex, n)| (sex, None, n)).collect();
                capital = paid;
            }
            (Happening::Moved { place }, Some(home)) => home.0 = place,
            (Happening::ChangedSector { sector }, Some(home)) => home.1 = sector,
            (Happening::Admitted { n, sex, young_until }, Some(_)) => people.push((sex, young_until, n)),
            (Happening::Left { n, sex, young_until }, Some(_)) => people.push((sex, young_until, -n)),
            (Happening::Closed {}, _) => home = None,
            _ => {}
        }
    }
    let state = home.map(|(place, sector)| {
        let mut members = Members::new();
        for (sex, young_until, n) in people {
            let age = young_until.map_or("unknown", |until| if day < until { "young" } else { "adult" });
            *members.entry((sex, age.to_owned())).or_default() += n;
        }
        State { place, sector, members, capital }
    });
    (state, founded)
}
