//! A row that says what a cooperative is.

use intake::{Entry, Outcome};
use kernel::Date;
use ledger::{Act, Draft, Error};

use super::{Drafted, Taker};
use crate::{
    Category, Characteristic, Cooperative, Ice, Level, Life, UnknownCode,
    acts::{
        ActivityChanged, Capital, CooperativeAct, Identified, MembershipDeclared, Registered, Renamed, SeatMoved,
        StruckOff,
    },
    reference::branch_code,
};

/// What a row says, as far as it says anything.
struct Listed {
    number: String,
    registered: Registered,
    registered_on: Option<Date>,
    membership: Option<MembershipDeclared>,
    capital: Option<Capital>,
    standing: Standing,
}

/// Whether the row says that the cooperative is in the register.
enum Standing {
    /// It is, or the row does not say.
    In,
    /// It has left, on this day if it is known.
    Out(Option<Date>),
}

impl Taker<'_, '_> {
    /// Takes in a row that says what a cooperative is.
    pub(super) fn take_cooperative(&mut self, entry: &mut Entry<'_>) -> Result<Outcome, Error> {
        let Some(listed) = self.read(entry) else { return Ok(Outcome::Rejected) };
        let Some((life, acts)) = self.life(&listed.number)? else {
            let drafts = self.enter(listed);
            return self.record(entry, false, drafts);
        };
        match self.differences(&listed, &life, &acts) {
            Ok(drafts) => self.record(entry, true, drafts),
            Err(says) => {
                entry.reject("status", says);
                Ok(Outcome::Rejected)
            }
        }
    }

    /// Reads the row; none if something is wrong with it.
    fn read(&mut self, entry: &mut Entry<'_>) -> Option<Listed> {
        let number = entry.text("number");
        if number.as_ref().is_some_and(|number| number.contains(['/', '?', '#', '%'])) {
            entry.reject("number", "a register number stands in addresses: it has none of / ? # %");
        }
        let (sector, branch) = self.activity(entry);
        let place = self.place(entry);
        let registered = Registered {
            name_ar: entry.text("name_ar"),
            name_fr: entry.text("name_fr"),
            ice: entry.parse::<Ice>("ice"),
            cooperative_type: entry.parse("type"),
            categories: several::<Category>(entry, "categories"),
            level: entry.parse("level").unwrap_or(Level::Cooperative),
            sector,
            branch,
            place,
            characteristics: several::<Characteristic>(entry, "characteristics"),
            origin: None,
            year_end: None,
        };
        if registered.name_ar.is_none() && registered.name_fr.is_none() {
            entry.reject("name_fr", "a cooperative needs a name in Arabic or in French");
        }
        let registered_on = entry.date("registered_on");
        let standing = self.standing(entry);
        let membership = membership(entry);
        let currency = self.profile.source.currency;
        let capital = entry.amount("capital").zip(currency);
        let capital = capital.map(|(amount_minor, currency)| Capital { amount_minor, currency });
        let listed = Listed { number: number?, registered, registered_on, membership, capital, standing };
        entry.is_sound().then_some(listed)
    }

    /// The sector and the branch, both known codes.
    fn activity(&self, entry: &mut Entry<'_>) -> (Option<String>, Option<String>) {
        let (sector, branch) = (entry.code("sector"), entry.code("branch"));
        if let Some(code) = sector.as_ref().filter(|code| !self.vocabulary.knows("sector", code)) {
            entry.reject("sector", format!("there is no sector `{code}`"));
        }
        if let Some(code) = &branch {
            let whole = sector.as_ref().map(|sector| branch_code(sector, code));
            if !whole.is_some_and(|whole| self.vocabulary.knows("branch", &whole)) {
                entry.reject("branch", format!("there is no branch `{code}` in this sector"));
            }
        }
        (sector, branch)
    }

    /// Whether the row says that the cooperative has left the register.
    fn standing(&self, entry: &mut Entry<'_>) -> Standing {
        let (status, struck_off_on) = (entry.code("status"), entry.date("struck_off_on"));
        match (status.as_deref(), struck_off_on) {
            (Some("struck_off"), None) => {
                entry.note("struck off on an unknown day: counts in no stock");
                Standing::Out(None)
            }
            (Some("struck_off") | None, Some(day)) => Standing::Out(Some(day)),
            (Some("registered"), Some(_)) => {
                entry.note("registered, and yet with a day of striking off: taken as registered");
                Standing::In
            }
            (None | Some("registered"), None) => Standing::In,
            (Some(other), _) => {
                entry.reject("status", format!("`{other}` is neither `registered` nor `struck_off`"));
                Standing::In
            }
        }
    }

    /// The acts by which a cooperative enters.
    fn enter(&self, listed: Listed) -> Vec<Drafted> {
        let Listed { number, registered, registered_on, membership, capital, standing } = listed;
        // What the list says of one that is gone, it says of the time when it was there.
        let as_of = match standing {
            Standing::In => Some(registered_on.map_or(self.as_of(), |day| day.max(self.as_of()))),
            Standing::Out(_) => registered_on,
        };
        let registration = (registered_on, CooperativeAct::Registered(Box::new(registered)));
        let membership = membership.map(|membership| (as_of, CooperativeAct::MembershipDeclared(membership)));
        let capital = capital.map(|capital| (as_of, CooperativeAct::CapitalSubscribed(capital)));
        let end = match standing {
            Standing::In => None,
            Standing::Out(on) => Some((on, CooperativeAct::StruckOff(StruckOff::default()))),
        };
        let acts = std::iter::once(registration).chain(membership).chain(capital).chain(end);
        acts.map(|(on, act)| self.drafted(&number, on, act)).collect()
    }

    /// The acts for what the list says and the register does not.
    fn differences(&self, listed: &Listed, life: &Life, acts: &[Act]) -> Result<Vec<Draft>, String> {
        let now = life.last();
        let number = listed.number.as_str();
        let mut drafts = self.corrections(listed, &now, acts);
        if let (Some(removal), Standing::In) = (&now.removal, &listed.standing) {
            let day = removal.on.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string());
            return Err(format!("{number} left the register on {day}: it is not registered any more"));
        }
        let as_of = Some(now.registered_on.map_or(self.as_of(), |day| day.max(self.as_of())));
        let changes = if now.removal.is_none() { changes(listed, &now) } else { Vec::new() };
        drafts.extend(changes.iter().map(|act| self.draft(number, as_of, act)));
        if let Standing::Out(on) = listed.standing {
            match &now.removal {
                Some(removal) if removal.on == on || on.is_none() => {}
                Some(_) => {
                    let removals = acts.iter().filter(|act| ["struck_off", "merged"].contains(&act.kind.as_str()));
                    drafts.extend(removals.map(|act| self.void(act, "the list names another day")));
                    drafts.push(self.draft(number, on, &CooperativeAct::StruckOff(StruckOff::default())));
                }
                None => drafts.push(self.draft(number, on, &CooperativeAct::StruckOff(StruckOff::default()))),
            }
        }
        Ok(drafts)
    }

    /// What cannot have changed since the registration was recorded wrongly: it is voided and recorded again.
    fn corrections(&self, listed: &Listed, now: &Cooperative, acts: &[Act]) -> Vec<Draft> {
        let Some(first) = acts.iter().find(|act| act.kind == "registered") else { return Vec::new() };
        let Ok(CooperativeAct::Registered(before)) = CooperativeAct::read(&first.kind, &first.body) else {
            return Vec::new();
        };
        let said = &listed.registered;
        let mut right = (*before).clone();
        right.cooperative_type = said.cooperative_type.or(before.cooperative_type);
        right.level = said.level;
        if !said.categories.is_empty() {
            right.categories.clone_from(&said.categories);
        }
        if !said.characteristics.is_empty() {
            right.characteristics.clone_from(&said.characteristics);
        }
        let on = listed.registered_on.or(now.registered_on);
        if right == *before && on == now.registered_on {
            return Vec::new();
        }
        let again = CooperativeAct::Registered(Box::new(right));
        vec![self.void(first, "the list says otherwise"), self.draft(&listed.number, on, &again)]
    }
}

/// The acts that bring a cooperative to what the list says. What the list does not say stays as it is.
fn changes(listed: &Listed, now: &Cooperative) -> Vec<CooperativeAct> {
    let said = &listed.registered;
    let mut acts = Vec::new();
    let names = (said.name_ar.clone().or(now.name_ar.clone()), said.name_fr.clone().or(now.name_fr.clone()));
    if names != (now.name_ar.clone(), now.name_fr.clone()) {
        acts.push(CooperativeAct::Renamed(Renamed { name_ar: names.0, name_fr: names.1 }));
    }
    if let Some(ice) = said.ice.filter(|ice| Some(*ice) != now.ice) {
        acts.push(CooperativeAct::Identified(Identified { ice }));
    }
    if said.place.is_some() && said.place != now.place {
        acts.push(CooperativeAct::SeatMoved(SeatMoved { place: said.place.clone() }));
    }
    let branch = said.branch.clone().or_else(|| now.branch.clone().filter(|_| said.sector == now.sector));
    if said.sector.is_some() && (&said.sector, &branch) != (&now.sector, &now.branch) {
        acts.push(CooperativeAct::ActivityChanged(ActivityChanged { sector: said.sector.clone(), branch }));
    }
    if listed.membership.is_some() && listed.membership != now.declared {
        acts.extend(listed.membership.clone().map(CooperativeAct::MembershipDeclared));
    }
    acts.extend(listed.capital.as_ref().and_then(|capital| capital_change(capital, now)));
    acts
}

/// The act that brings the capital to what the list says.
fn capital_change(said: &Capital, now: &Cooperative) -> Option<CooperativeAct> {
    let currency = said.currency;
    let by = |amount_minor| Capital { amount_minor, currency };
    match now.capital {
        None => Some(CooperativeAct::CapitalSubscribed(said.clone())),
        Some((before, _)) if before < said.amount_minor => {
            Some(CooperativeAct::CapitalIncreased(by(said.amount_minor - before)))
        }
        Some((before, _)) if said.amount_minor < before => {
            Some(CooperativeAct::CapitalReduced(by(before - said.amount_minor)))
        }
        Some(_) => None,
    }
}

/// The members that a row declares; none if it gives no number.
pub(super) fn membership(entry: &mut Entry<'_>) -> Option<MembershipDeclared> {
    let unspecified = entry.count("unspecified").or_else(|| entry.count("members"));
    let declared = MembershipDeclared {
        women: entry.count("women"),
        women_young: entry.count("women_young"),
        men: entry.count("men"),
        men_young: entry.count("men_young"),
        legal_persons: entry.count("legal_persons"),
        unspecified,
    };
    let sexes =
        [("women_young", declared.women, declared.women_young), ("men_young", declared.men, declared.men_young)];
    for (field, all, young) in sexes {
        if let Some(young) = young.filter(|young| *young > all.unwrap_or(0)) {
            entry.reject(field, format!("{young} are young, of {} in all", all.unwrap_or(0)));
        }
    }
    declared.total().is_some().then_some(declared)
}

/// Several codes of a list.
fn several<T: std::str::FromStr<Err = UnknownCode>>(entry: &mut Entry<'_>, field: &str) -> Vec<T> {
    let codes = entry.codes(field);
    let mut values = Vec::new();
    for code in codes {
        match code.parse() {
            Ok(value) => values.push(value),
            Err(says) => entry.reject(field, says),
        }
    }
    values
}
