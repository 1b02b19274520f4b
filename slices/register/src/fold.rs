//! The fold: from the acts of a cooperative or a group to the entries they imply.
//!
//! After each act the state says what the balances are; what changed is an entry on that day. A move or a change of sector
//! thus takes the whole balance out of one cell and into another, and a birthday moves a member from one age to the next.

use kernel::{Currency, Date};
use ledger::{
    Act, Cell, Code, Codes, Day, Entry, MeasureId, Refusal, Said, Schema, State, Subjects, UNKNOWN, difference,
};

use crate::{
    Characteristic,
    acts::{Age, CooperativeAct},
    admit,
    cooperative::{Cooperative, Members, Status},
    reference::branch_code,
};

/// Cooperatives as a kind of subject.
pub struct Cooperatives(Columns);

/// The register's measures and dimensions, found in the schema once.
#[derive(Clone)]
pub(crate) struct Columns {
    codes: Codes,
    pub(crate) cooperatives: MeasureId,
    pub(crate) registrations: MeasureId,
    pub(crate) removals: MeasureId,
    pub(crate) members: MeasureId,
    pub(crate) womens_cooperatives: MeasureId,
    pub(crate) share_capital: MeasureId,
    pub(crate) members_funds: MeasureId,
    pub(crate) turnover: MeasureId,
    pub(crate) surplus: MeasureId,
    pub(crate) employees: MeasureId,
    /// The dimensions that say what a subject is: place, sector, branch, type, level, listed.
    subject: [usize; 6],
    pub(crate) status: usize,
    pub(crate) sex: usize,
    pub(crate) age: usize,
    pub(crate) person: usize,
    pub(crate) currency: usize,
    /// The dimensions that describe a cooperative by its members: womens, youth, graduates, collective_land.
    pub(crate) described: [usize; 4],
    pub(crate) words: Words,
}

/// Codes that every fold needs.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) unknown: Code,
    yes: Code,
    no: Code,
    natural: Code,
    legal: Code,
    not_applicable: Code,
    sexes: [Code; 3],
    ages: [Code; 3],
    active: Code,
    dormant: Code,
    in_liquidation: Code,
}

impl Words {
    const fn status(&self, status: Status) -> Code {
        match status {
            Status::Active => self.active,
            Status::Dormant => self.dormant,
            Status::InLiquidation => self.in_liquidation,
        }
    }
}

/// Where a cooperative stands after some acts.
#[derive(Default)]
pub(crate) struct Here {
    /// What it is; none before its registration.
    pub(crate) cooperative: Option<Cooperative>,
    /// Where its flows count.
    cell: Cell,
    /// Its balances.
    held: Vec<Entry>,
    /// Whether it left on an unknown day.
    never_sure: bool,
    /// What the act that was just admitted says, so that it is read once.
    read: Option<(i64, Box<CooperativeAct>)>,
}

/// An act of a cooperative with what it says and the day on which it counts.
struct Step<'a> {
    day: Day,
    on: Option<Date>,
    what: What<'a>,
}

enum What<'a> {
    Act(&'a CooperativeAct),
    /// Somebody on the roll turns 35.
    Birthday,
}

impl Cooperatives {
    /// With the register's words found in the schema.
    pub fn new(schema: &Schema) -> Self {
        Self(Columns::new(schema))
    }
}

impl Subjects for Cooperatives {
    fn code(&self) -> &'static str {
        "cooperative"
    }

    fn fold(&self, acts: &[&Act]) -> Result<Vec<Entry>, String> {
        Ok(self.0.fold(&read(acts)?).0)
    }

    fn admit(&self, acts: &[&Act], act: &Act) -> Result<(), Refusal> {
        admit::admit(acts, act)
    }

    fn fold_and_stay(&self, acts: &[&Act]) -> Result<(Vec<Entry>, Option<State>), String> {
        let (entries, here) = self.0.fold(&read(acts)?);
        Ok((entries, here.map(|here| Box::new(here) as State)))
    }

    fn admit_next(&self, state: &mut State, act: &Act, said: Option<Said>) -> Option<Result<(), Refusal>> {
        let here = state.downcast_mut::<Here>()?;
        let said = said.and_then(|said| said.downcast::<CooperativeAct>().ok());
        let said = match said.map_or_else(|| CooperativeAct::read(&act.kind, &act.body).map(Box::new), Ok) {
            Ok(said) => said,
            Err(error) => return Some(Err(admit::unreadable(error.to_string()))),
        };
        let admitted = admit::admit_next(here.cooperative.as_ref(), act, &said);
        // Another act may come with the number of one that was refused.
        here.read = admitted.is_ok().then_some((act.seq, said));
        Some(admitted)
    }

    fn step(&self, state: &mut State, act: &Act) -> Result<Option<Vec<Entry>>, String> {
        let Some(here) = state.downcast_mut::<Here>() else { return Ok(None) };
        let said = match here.read.take() {
            Some((seq, said)) if seq == act.seq => *said,
            _ => read(&[act])?.pop().map(|(_, said)| said).ok_or("nothing was read")?,
        };
        let on_birthdays = matches!(said, CooperativeAct::MemberAdmitted(_));
        if on_birthdays || (act.effective_on.is_none() && removes(&said)) {
            return Ok(None);
        }
        let day = match (act.effective_on, &here.cooperative) {
            (None, Some(cooperative)) => Day::from(cooperative.registered_on),
            (on, _) => Day::from(on),
        };
        let mut entries = Vec::with_capacity(8);
        self.0.step(here, &Step { day, on: act.effective_on, what: What::Act(&said) }, &mut entries);
        Ok(Some(entries))
    }
}

/// Reads what the acts say.
///
/// # Errors
/// When one cannot be read.
pub(crate) fn read(acts: &[&Act]) -> Result<Vec<(Option<Date>, CooperativeAct)>, String> {
    let read = |act: &&Act| {
        let said = CooperativeAct::read(&act.kind, &act.body).map_err(|error| format!("act {}: {error}", act.seq))?;
        Ok((act.effective_on, said))
    };
    acts.iter().map(read).collect()
}

impl Columns {
    pub(crate) fn new(schema: &Schema) -> Self {
        // These are declared beside this file; a test folds every measure.
        let measure = |code| schema.measure(code).unwrap_or_default();
        let dimension = |code| schema.dimension(code).unwrap_or(Cell::DIMENSIONS);
        let codes = schema.codes().clone();
        let code = |text| codes.intern(text);
        let words = Words {
            unknown: code(UNKNOWN),
            yes: code("yes"),
            no: code("no"),
            natural: code("natural"),
            legal: code("legal"),
            not_applicable: code("not_applicable"),
            sexes: ["female", "male", UNKNOWN].map(code),
            ages: ["young", "older", UNKNOWN].map(code),
            active: code(Status::Active.code()),
            dormant: code(Status::Dormant.code()),
            in_liquidation: code(Status::InLiquidation.code()),
        };
        Self {
            cooperatives: measure("cooperatives"),
            registrations: measure("registrations"),
            removals: measure("removals"),
            members: measure("members"),
            womens_cooperatives: measure("womens_cooperatives"),
            share_capital: measure("share_capital"),
            members_funds: measure("members_funds"),
            turnover: measure("turnover"),
            surplus: measure("surplus"),
            employees: measure("employees"),
            subject: ["place", "sector", "branch", "type", "level", "listed"].map(dimension),
            status: dimension("status"),
            sex: dimension("sex"),
            age: dimension("age"),
            person: dimension("person"),
            currency: dimension("currency"),
            described: ["womens", "youth", "graduates", "collective_land"].map(dimension),
            codes: codes.clone(),
            words,
        }
    }

    /// The entries of a life, and where it stands then; nowhere to go on from if birthdays or an unknown end lie ahead.
    fn fold(&self, said: &[(Option<Date>, CooperativeAct)]) -> (Vec<Entry>, Option<Here>) {
        let (mut entries, mut here) = (Vec::new(), Here::default());
        let Some(steps) = steps(said) else { return (entries, said.is_empty().then_some(here)) };
        // Who left on an unknown day was surely there on no day.
        here.never_sure = said.iter().any(|(on, act)| on.is_none() && removes(act));
        let birthdays = steps.len() > said.len();
        for step in steps {
            self.step(&mut here, &step, &mut entries);
        }
        let goes_on = !birthdays && !here.never_sure;
        (entries, goes_on.then_some(here))
    }

    /// Goes on by one step.
    fn step(&self, here: &mut Here, step: &Step<'_>, entries: &mut Vec<Entry>) {
        match (&mut here.cooperative, &step.what) {
            (None, What::Act(CooperativeAct::Registered(registered))) => {
                let new = Cooperative::register(registered, step.on);
                here.cell = self.flow_cell(&new);
                entries.push(self.count(self.registrations, step.day, here.cell));
                here.cooperative = Some(new);
            }
            // What follows the end does not count.
            (None, _) => return,
            (Some(cooperative), _) if cooperative.removal.is_some() => return,
            (Some(cooperative), What::Act(act)) => {
                if removes(act) {
                    let day = if step.on.is_none() { Day::UNKNOWN } else { step.day };
                    entries.push(self.count(self.removals, day, here.cell));
                }
                entries.extend(self.flows(here.cell, act, step.day));
                cooperative.apply(act, step.on);
                if matches!(act, CooperativeAct::SeatMoved(_) | CooperativeAct::ActivityChanged(_)) {
                    here.cell = self.flow_cell(cooperative);
                }
                if leaves_balances(act) {
                    return;
                }
            }
            (Some(_), What::Birthday) => {}
        }
        let Some(cooperative) = &here.cooperative else { return };
        let gone = here.never_sure || cooperative.removal.is_some();
        let balance = if gone { Vec::new() } else { self.balance(cooperative, here.cell, step.day.date()) };
        entries.extend(difference(&balance, &here.held).into_iter().map(|entry| Entry { on: step.day, ..entry }));
        here.held = balance;
    }

    fn count(&self, measure: MeasureId, on: Day, cell: Cell) -> Entry {
        Entry { measure, on, cell, amount: 1 }
    }

    /// The dimensions that flows have.
    fn flow_cell(&self, cooperative: &Cooperative) -> Cell {
        let sector = cooperative.sector.as_deref().unwrap_or(UNKNOWN);
        let branch = cooperative.branch.as_deref().map(|branch| branch_code(sector, branch));
        self.subject_cell([
            cooperative.place.as_deref().unwrap_or(UNKNOWN),
            sector,
            branch.as_deref().unwrap_or(UNKNOWN),
            cooperative.cooperative_type.map_or(UNKNOWN, |kind| kind.code()),
            cooperative.level.code(),
            "listed",
        ])
    }

    /// The half of a cell that says what a subject is: place, sector, branch, type, level, listed.
    pub(crate) fn subject_cell(&self, values: [&str; 6]) -> Cell {
        let put = |cell: Cell, (dimension, value)| cell.with(dimension, self.codes.intern(value));
        self.subject.into_iter().zip(values).fold(Cell::default(), put)
    }

    /// All balances of a cooperative in its present state. The day of an entry is set when the balance changes.
    fn balance(&self, cooperative: &Cooperative, cell: Cell, day: Option<Date>) -> Vec<Entry> {
        let on = Day::UNKNOWN;
        let cell = cell.with(self.status, self.words.status(cooperative.status));
        let members = cooperative.members_on(day);
        let all_women = members.and_then(|members| members.all_women());
        let all_young = members.and_then(|members| members.all_young());
        let has = |characteristic| Some(cooperative.characteristics.contains(&characteristic));
        let answers = [all_women, all_young, has(Characteristic::Graduates), has(Characteristic::CollectiveLand)];
        let described = self.described.into_iter().zip(answers).fold(cell, |cell, (dimension, answer)| {
            let answer = answer.map_or(self.words.unknown, |yes| if yes { self.words.yes } else { self.words.no });
            cell.with(dimension, answer)
        });
        // Room for the kinds of member that most cooperatives have.
        let mut balance = Vec::with_capacity(8);
        balance.extend([self.count(self.cooperatives, on, described)]);
        if all_women == Some(true) {
            balance.push(self.count(self.womens_cooperatives, on, cell));
        }
        if let Some(members) = &members {
            self.members(members, cell, &mut balance);
        }
        balance.extend(
            cooperative.capital.map(|(minor, currency)| self.money(self.share_capital, on, cell, minor, currency)),
        );
        if let Some(accounts) = &cooperative.accounts {
            let funds = accounts.members_funds_minor;
            balance.extend(funds.map(|minor| self.money(self.members_funds, on, cell, minor, accounts.currency)));
            let employees = accounts.employees.map(|amount| Entry { measure: self.employees, on, cell, amount });
            balance.extend(employees);
        }
        balance
    }

    /// Adds the memberships, one entry for each kind of member that there is.
    pub(crate) fn members(&self, members: &Members, cell: Cell, balance: &mut Vec<Entry>) {
        let words = &self.words;
        let mut add = |person, sex, age, amount| {
            if amount != 0 {
                let cell = cell.with(self.person, person).with(self.sex, sex).with(self.age, age);
                balance.push(Entry { measure: self.members, on: Day::UNKNOWN, cell, amount });
            }
        };
        for (counts, sex) in [members.women, members.men, members.sex_unknown].into_iter().zip(words.sexes) {
            for (count, age) in counts.into_iter().zip(words.ages) {
                add(words.natural, sex, age, count);
            }
        }
        add(words.legal, words.not_applicable, words.not_applicable, members.legal_persons);
        add(words.unknown, words.unknown, words.unknown, members.unspecified);
    }

    /// The flows of an act.
    fn flows(&self, cell: Cell, act: &CooperativeAct, on: Day) -> Vec<Entry> {
        let CooperativeAct::AccountsFiled(accounts) = act else { return Vec::new() };
        let money =
            |measure, minor: Option<i64>| minor.map(|minor| self.money(measure, on, cell, minor, accounts.currency));
        let turnover = money(self.turnover, accounts.turnover_minor);
        turnover.into_iter().chain(money(self.surplus, accounts.surplus_minor)).collect()
    }

    pub(crate) fn money(&self, measure: MeasureId, on: Day, cell: Cell, minor: i64, currency: Currency) -> Entry {
        Entry { measure, on, cell: cell.with(self.currency, self.codes.intern(currency.code())), amount: minor }
    }
}

/// Whether an act takes the cooperative out of the register.
pub(crate) const fn removes(act: &CooperativeAct) -> bool {
    matches!(act, CooperativeAct::StruckOff(_) | CooperativeAct::Merged(_))
}

/// Whether an act changes no balance, whatever it says.
const fn leaves_balances(act: &CooperativeAct) -> bool {
    matches!(
        act,
        CooperativeAct::Renamed(_)
            | CooperativeAct::Identified(_)
            | CooperativeAct::CapitalPaidUp(_)
            | CooperativeAct::OrganAppointed(_)
            | CooperativeAct::GeneralMeetingHeld(_)
            | CooperativeAct::SharesMoved(_)
    )
}

/// The acts and birthdays of a cooperative in the order in which they count; none if it was never registered.
///
/// The registration comes first. What happened on an unknown day counts from the registration on; a removal comes last.
fn steps(said: &[(Option<Date>, CooperativeAct)]) -> Option<Vec<Step<'_>>> {
    let registered = said.iter().find(|(_, act)| matches!(act, CooperativeAct::Registered(_)))?;
    let first = Day::from(registered.0);
    let mut steps = Vec::with_capacity(said.len());
    for (on, act) in said {
        let day = match on {
            Some(on) => Day::from(*on),
            None if removes(act) => Day::from(Date::MAX),
            None => first,
        };
        steps.push(Step { day, on: *on, what: What::Act(act) });
        if let CooperativeAct::MemberAdmitted(member) = act
            && let Some(Age::YoungUntil(birthday)) = member.age
        {
            let day = Day::from(birthday);
            steps.extend((day > first).then_some(Step { day, on: Some(birthday), what: What::Birthday }));
        }
    }
    // A stable sort: on one day, acts stay in the order in which they were recorded.
    steps.sort_by_key(|step| (!matches!(step.what, What::Act(CooperativeAct::Registered(_))), step.day));
    Some(steps)
}
