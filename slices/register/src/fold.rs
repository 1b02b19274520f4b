//! The fold: from the acts of a cooperative or a group to the entries they imply.
//!
//! After each act the state says what the balances are; what changed is an entry on that day. A move or a change of sector
//! thus takes the whole balance out of one cell and into another, and a birthday moves a member from one age to the next.

use kernel::{Currency, Date};
use ledger::{Act, Cell, Code, Codes, Day, Entry, MeasureId, Refusal, Schema, Subjects, UNKNOWN, difference};

use crate::{
    Characteristic,
    acts::{Age, CooperativeAct},
    admit,
    cooperative::{Cooperative, Members},
    group::{FiguresPublished, PUBLISHED},
    reference::branch_code,
};

/// Cooperatives as a kind of subject.
pub struct Cooperatives(Columns);

/// Groups as a kind of subject.
pub struct Groups(Columns);

/// The register's measures and dimensions, found in the schema once.
#[derive(Clone)]
struct Columns {
    schema: Schema,
    codes: Codes,
    cooperatives: MeasureId,
    registrations: MeasureId,
    removals: MeasureId,
    members: MeasureId,
    womens_cooperatives: MeasureId,
    share_capital: MeasureId,
    members_funds: MeasureId,
    turnover: MeasureId,
    surplus: MeasureId,
    employees: MeasureId,
    status: usize,
    sex: usize,
    age: usize,
    person: usize,
    currency: usize,
    words: Words,
}

/// Codes that every fold needs.
#[derive(Clone)]
struct Words {
    unknown: Code,
    yes: Code,
    no: Code,
    natural: Code,
    legal: Code,
    not_applicable: Code,
    sexes: [Code; 3],
    ages: [Code; 3],
}

/// An act of a cooperative with what it says and the day on which it counts.
struct Step<'a> {
    day: Day,
    on: Option<Date>,
    said: Said<'a>,
}

enum Said<'a> {
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

impl Groups {
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
        let said = read(acts)?;
        Ok(self.0.fold(&said))
    }

    fn admit(&self, acts: &[&Act], act: &Act) -> Result<(), Refusal> {
        admit::admit(acts, act)
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

impl FiguresPublished {
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

impl Columns {
    fn new(schema: &Schema) -> Self {
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
            status: dimension("status"),
            sex: dimension("sex"),
            age: dimension("age"),
            person: dimension("person"),
            currency: dimension("currency"),
            schema: schema.clone(),
            codes: codes.clone(),
            words,
        }
    }

    fn fold(&self, said: &[(Option<Date>, CooperativeAct)]) -> Vec<Entry> {
        let mut entries = Vec::new();
        let Some(steps) = steps(said) else { return entries };
        // Who left on an unknown day was surely there on no day.
        let never_sure = said.iter().any(|(on, act)| on.is_none() && removes(act));
        let mut cooperative: Option<Cooperative> = None;
        let mut held: Vec<Entry> = Vec::new();
        for step in steps {
            match (&mut cooperative, &step.said) {
                (None, Said::Act(CooperativeAct::Registered(registered))) => {
                    let new = Cooperative::register(registered, step.on);
                    entries.push(self.count(self.registrations, step.day, self.flow_cell(&new)));
                    cooperative = Some(new);
                }
                (Some(cooperative), Said::Act(act)) => {
                    if removes(act) {
                        let day = if step.on.is_none() { Day::UNKNOWN } else { step.day };
                        entries.push(self.count(self.removals, day, self.flow_cell(cooperative)));
                    }
                    entries.extend(self.flows(cooperative, act, step.day));
                    cooperative.apply(act, step.on);
                }
                _ => {}
            }
            let Some(cooperative) = &cooperative else { continue };
            let gone = never_sure || cooperative.removal.is_some();
            let balance = if gone { Vec::new() } else { self.balance(cooperative, step.day.date()) };
            entries.extend(difference(&balance, &held).into_iter().map(|entry| Entry { on: step.day, ..entry }));
            held = balance;
            if cooperative.removal.is_some() {
                break;
            }
        }
        entries
    }

    fn count(&self, measure: MeasureId, on: Day, cell: Cell) -> Entry {
        Entry { measure, on, cell, amount: 1 }
    }

    /// The dimensions that flows have.
    fn flow_cell(&self, cooperative: &Cooperative) -> Cell {
        let sector = cooperative.sector.as_deref().unwrap_or(UNKNOWN);
        let branch = cooperative.branch.as_deref().map(|branch| branch_code(sector, branch));
        self.schema.cell(&[
            ("place", cooperative.place.as_deref().unwrap_or(UNKNOWN)),
            ("sector", sector),
            ("branch", branch.as_deref().unwrap_or(UNKNOWN)),
            ("type", cooperative.cooperative_type.map_or(UNKNOWN, |kind| kind.code())),
            ("level", cooperative.level.code()),
            ("listed", "listed"),
        ])
    }

    /// All balances of a cooperative in its present state. The day of an entry is set when the balance changes.
    fn balance(&self, cooperative: &Cooperative, day: Option<Date>) -> Vec<Entry> {
        let on = Day::UNKNOWN;
        let cell = self.flow_cell(cooperative).with(self.status, self.codes.intern(cooperative.status.code()));
        let members = cooperative.members_on(day);
        let all_women = members.and_then(|members| members.all_women());
        let all_young = members.and_then(|members| members.all_young());
        let has = |characteristic| Some(cooperative.characteristics.contains(&characteristic));
        let described = [
            ("womens", all_women),
            ("youth", all_young),
            ("graduates", has(Characteristic::Graduates)),
            ("collective_land", has(Characteristic::CollectiveLand)),
        ];
        let described = described.into_iter().fold(cell, |cell, (dimension, answer)| {
            let answer = answer.map_or(self.words.unknown, |yes| if yes { self.words.yes } else { self.words.no });
            self.schema.dimension(dimension).map_or(cell, |index| cell.with(index, answer))
        });
        let mut balance = vec![self.count(self.cooperatives, on, described)];
        if all_women == Some(true) {
            balance.push(self.count(self.womens_cooperatives, on, cell));
        }
        balance.extend(members.iter().flat_map(|members| self.members(members, cell)));
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

    /// The memberships, one entry for each kind of member that there is.
    fn members(&self, members: &Members, cell: Cell) -> Vec<Entry> {
        let words = &self.words;
        let entry = |person, sex, age, amount| {
            let cell = cell.with(self.person, person).with(self.sex, sex).with(self.age, age);
            Entry { measure: self.members, on: Day::UNKNOWN, cell, amount }
        };
        let natural = [members.women, members.men, members.sex_unknown].into_iter().zip(words.sexes);
        let mut entries: Vec<Entry> = natural
            .flat_map(|(counts, sex)| counts.into_iter().zip(words.ages).map(move |(count, age)| (sex, age, count)))
            .map(|(sex, age, count)| entry(words.natural, sex, age, count))
            .collect();
        entries.push(entry(words.legal, words.not_applicable, words.not_applicable, members.legal_persons));
        entries.push(entry(words.unknown, words.unknown, words.unknown, members.unspecified));
        entries.retain(|entry| entry.amount != 0);
        entries
    }

    /// The flows of an act.
    fn flows(&self, cooperative: &Cooperative, act: &CooperativeAct, on: Day) -> Vec<Entry> {
        let CooperativeAct::AccountsFiled(accounts) = act else { return Vec::new() };
        let cell = self.flow_cell(cooperative);
        let money =
            |measure, minor: Option<i64>| minor.map(|minor| self.money(measure, on, cell, minor, accounts.currency));
        let turnover = money(self.turnover, accounts.turnover_minor);
        turnover.into_iter().chain(money(self.surplus, accounts.surplus_minor)).collect()
    }

    fn money(&self, measure: MeasureId, on: Day, cell: Cell, minor: i64, currency: Currency) -> Entry {
        Entry { measure, on, cell: cell.with(self.currency, self.codes.intern(currency.code())), amount: minor }
    }

    fn group_cell(&self, published: &FiguresPublished) -> Cell {
        self.schema.cell(&[
            ("place", published.place.as_deref().unwrap_or(UNKNOWN)),
            ("sector", published.sector.as_deref().unwrap_or(UNKNOWN)),
            ("branch", UNKNOWN),
            ("type", UNKNOWN),
            ("level", UNKNOWN),
            ("listed", "group"),
        ])
    }

    fn balance_of_group(&self, published: &FiguresPublished) -> Vec<Entry> {
        let on = Day::UNKNOWN;
        let cell = self.group_cell(published).with(self.status, self.words.unknown);
        let undescribed = ["womens", "youth", "graduates", "collective_land"];
        let described = undescribed.iter().filter_map(|code| self.schema.dimension(code));
        let described = described.fold(cell, |cell, dimension| cell.with(dimension, self.words.unknown));
        let stock = |measure, cell, amount: Option<i64>| amount.map(|amount| Entry { measure, on, cell, amount });
        let members = Members { unspecified: published.members.unwrap_or(0), ..Members::default() };
        let funds = published.members_funds_minor;
        let funds = funds.map(|minor| self.money(self.members_funds, on, cell, minor, published.currency));
        let stocks = [
            stock(self.cooperatives, described, published.cooperatives),
            stock(self.employees, cell, published.employees),
            funds,
        ];
        stocks.into_iter().flatten().chain(self.members(&members, cell)).collect()
    }

    fn flows_of_group(&self, published: &FiguresPublished, on: Day) -> Vec<Entry> {
        let cell = self.group_cell(published);
        let flows = [(self.turnover, published.turnover_minor), (self.surplus, published.surplus_minor)];
        let money =
            |(measure, minor): (_, Option<i64>)| Some(self.money(measure, on, cell, minor?, published.currency));
        flows.into_iter().filter_map(money).collect()
    }
}

/// Whether an act takes the cooperative out of the register.
pub(crate) const fn removes(act: &CooperativeAct) -> bool {
    matches!(act, CooperativeAct::StruckOff | CooperativeAct::Merged(_))
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
        steps.push(Step { day, on: *on, said: Said::Act(act) });
        if let CooperativeAct::MemberAdmitted(member) = act
            && let Some(Age::YoungUntil(birthday)) = member.age
        {
            let day = Day::from(birthday);
            steps.extend((day > first).then_some(Step { day, on: Some(birthday), said: Said::Birthday }));
        }
    }
    // A stable sort: on one day, acts stay in the order in which they were recorded.
    steps.sort_by_key(|step| (!matches!(step.said, Said::Act(CooperativeAct::Registered(_))), step.day));
    Some(steps)
}
