//! The form of each kind of request: its fields, and the act that they say.

use kernel::{Currency, Date, Level};
use web::{Nomenclature, Query, Speaker, Wrong};

use super::removal;
use crate::{
    Cooperative, What,
    acts::{
        AccountsFiled, ActivityChanged, Capital, CooperativeAct, MembershipDeclared, Organ, OrganAppointed, Renamed,
        SeatMoved,
    },
    due,
    reference::branch_code,
};

/// The kinds of act that can be asked for, in the order in which they are offered.
pub(super) const KINDS: [&str; 9] = [
    "accounts_filed",
    "organ_appointed",
    "renamed",
    "seat_moved",
    "activity_changed",
    "membership_declared",
    "capital_increased",
    "capital_reduced",
    "dissolved",
];
/// How many characters a name or the name of a paper has at most.
const TEXT_MAX: usize = 200;
/// The largest number that is taken.
const NUMBER_MAX: i64 = 1_000_000_000;
/// The first financial year whose accounts are taken.
const FIRST_YEAR: i16 = 1950;

/// A field of the form.
pub(super) struct Field {
    /// Its name, by which it is sent.
    pub(super) name: &'static str,
    /// What stands in it.
    pub(super) value: String,
    /// How it is filled in.
    pub(super) input: Input,
}

impl Field {
    /// The key of what it is called.
    pub(super) fn label(&self) -> &'static str {
        match self.name {
            "name_ar" => "register-field-name_ar",
            "name_fr" => "register-field-name_fr",
            "place" => "register-field-place",
            "branch" => "register-field-branch",
            "women" => "register-field-women",
            "women_young" => "register-field-women_young",
            "men" => "register-field-men",
            "men_young" => "register-field-men_young",
            "legal_persons" => "register-field-legal_persons",
            "year" => "register-field-year",
            "turnover" => "register-field-turnover",
            "surplus" => "register-field-surplus",
            "members_funds" => "register-field-members_funds",
            "employees" => "register-field-employees",
            "organ" => "register-field-organ",
            "persons" => "register-field-persons",
            "until" => "register-field-until",
            "ground" => "register-field-ground",
            _ => "register-field-amount",
        }
    }
}

/// How a field is filled in.
pub(super) enum Input {
    /// With a text.
    Text,
    /// With a whole number that is not negative.
    Number,
    /// With a whole number.
    Signed,
    /// With a day.
    Day,
    /// With a text, for which there are proposals: value and name.
    Proposed(Vec<(String, String)>),
    /// By a choice: value and name.
    Choice(Vec<(String, String)>),
}

/// The fields of a kind, filled with what was sent, else with what the cooperative is.
pub(super) fn fields(
    speaker: &Speaker<'_>,
    names: &Nomenclature,
    kind: &str,
    now: &Cooperative,
    sent: &mut Query,
) -> Vec<Field> {
    let members = now.declared.clone().unwrap_or_default();
    let number = |n: Option<i64>| n.map(|n| n.to_string());
    let fields: Vec<(&'static str, Option<String>, Input)> = match kind {
        "renamed" => vec![("name_ar", now.name_ar.clone(), Input::Text), ("name_fr", now.name_fr.clone(), Input::Text)],
        "seat_moved" => vec![("place", now.place.clone(), Input::Proposed(communes(speaker, now.place.as_deref())))],
        "activity_changed" => {
            let code = now.sector.as_deref().zip(now.branch.as_deref());
            let code = code.map(|(sector, branch)| branch_code(sector, branch));
            vec![("branch", code, Input::Choice(branches(speaker, names)))]
        }
        "membership_declared" => vec![
            ("women", number(members.women), Input::Number),
            ("women_young", number(members.women_young), Input::Number),
            ("men", number(members.men), Input::Number),
            ("men_young", number(members.men_young), Input::Number),
            ("legal_persons", number(members.legal_persons), Input::Number),
        ],
        "capital_increased" | "capital_reduced" => vec![("amount", None, Input::Number)],
        "accounts_filed" => {
            let mut due = due(now, speaker.day).into_iter();
            let year = due.find_map(|duty| if let What::Accounts(year) = duty.what { Some(year) } else { None });
            vec![
                ("year", year.map(|year| year.to_string()), Input::Number),
                ("turnover", None, Input::Number),
                ("surplus", None, Input::Signed),
                ("members_funds", None, Input::Signed),
                ("employees", None, Input::Number),
            ]
        }
        "organ_appointed" => {
            let says = |code, key| (String::from(code), speaker.t.get(key));
            let organs =
                vec![says("managers", "register-told-organ-managers"), says("board", "register-told-organ-board")];
            vec![
                ("organ", None, Input::Choice(organs)),
                ("persons", number(now.organ.map(|(_, persons, _)| persons)), Input::Number),
                ("until", None, Input::Day),
            ]
        }
        removal::KIND => vec![("ground", None, removal::grounds(speaker))],
        _ => Vec::new(),
    };
    let filled = fields.into_iter().map(|(name, value, input)| {
        let value = sent.one(name).or(value).unwrap_or_default();
        Field { name, value, input }
    });
    filled.collect()
}

/// The communes of the delegation in which a place is: a seat seldom moves further.
fn communes(speaker: &Speaker<'_>, place: Option<&str>) -> Vec<(String, String)> {
    let (territory, day) = (speaker.territory, speaker.day);
    let delegation = place.and_then(|place| territory.ancestor(place, Level::Delegation, day));
    let Some(delegation) = delegation else { return Vec::new() };
    let here = territory.on(day).filter(|place| place.level == Level::Commune).filter(|place| {
        territory.ancestor(&place.code, Level::Delegation, day).is_some_and(|other| other.code == delegation.code)
    });
    let mut communes: Vec<_> = here.map(|place| (place.code.clone(), speaker.value("place", &place.code))).collect();
    communes.sort_by(|one, other| one.1.cmp(&other.1));
    communes
}

fn branches(speaker: &Speaker<'_>, names: &Nomenclature) -> Vec<(String, String)> {
    let named = names.codes("branch").map(|code| {
        let sector = code.split('.').next().unwrap_or_default();
        let (sector, branch) = (speaker.value("sector", sector), speaker.value("branch", code));
        (code.to_owned(), format!("{sector} › {branch}"))
    });
    let mut branches: Vec<_> = named.collect();
    branches.sort_by(|one, other| one.1.cmp(&other.1));
    branches
}

/// The act that a form says; what is wrong is noted in `sent`.
pub(super) fn read(
    speaker: &Speaker<'_>,
    names: &Nomenclature,
    kind: &str,
    sent: &mut Query,
    wrong: &mut Vec<Wrong>,
) -> Option<CooperativeAct> {
    match kind {
        "renamed" => {
            let name_ar = text(sent, "name_ar", wrong);
            let name_fr = text(sent, "name_fr", wrong);
            if name_ar.is_none() && name_fr.is_none() {
                wrong.push(Wrong::new("name_ar", "", "give a name").told("register-wrong-name"));
            }
            Some(CooperativeAct::Renamed(Renamed { name_ar, name_fr }))
        }
        "seat_moved" => {
            let typed = sent.one("place").unwrap_or_default();
            let place = commune(speaker, typed.trim());
            if place.is_none() {
                wrong.push(Wrong::new("place", &typed, "give a commune").told("register-wrong-place"));
            }
            Some(CooperativeAct::SeatMoved(SeatMoved { place }))
        }
        "activity_changed" => {
            let code = sent.one("branch").unwrap_or_default();
            if !names.codes("branch").any(|known| known == code) {
                wrong.push(Wrong::new("branch", &code, "give a branch").told("register-wrong-branch"));
            }
            let (sector, branch) = code.split_once('.').unwrap_or((&code, ""));
            let (sector, branch) = (Some(sector.to_owned()), Some(branch.to_owned()));
            Some(CooperativeAct::ActivityChanged(ActivityChanged { branch, sector }))
        }
        "membership_declared" => {
            let mut count = |name| whole(sent, name, wrong);
            let declared = MembershipDeclared {
                women: count("women"),
                women_young: count("women_young"),
                men: count("men"),
                men_young: count("men_young"),
                legal_persons: count("legal_persons"),
                unspecified: None,
            };
            Some(CooperativeAct::MembershipDeclared(declared))
        }
        "capital_increased" | "capital_reduced" => {
            let amount = whole(sent, "amount", wrong).filter(|amount| *amount > 0);
            if amount.is_none() {
                wrong.push(Wrong::new("amount", "", "give an amount").told("register-wrong-amount"));
            }
            let amount_minor = amount.unwrap_or_default().saturating_mul(100);
            let capital = Capital { amount_minor, currency: Currency::Mad };
            Some(match kind {
                "capital_increased" => CooperativeAct::CapitalIncreased(capital),
                _ => CooperativeAct::CapitalReduced(capital),
            })
        }
        "accounts_filed" => Some(CooperativeAct::AccountsFiled(accounts(speaker.day, sent, wrong))),
        "organ_appointed" => Some(CooperativeAct::OrganAppointed(organ(sent, wrong))),
        "dissolved" => Some(CooperativeAct::Dissolved),
        removal::KIND => Some(removal::read(sent, wrong)),
        _ => None,
    }
}

/// The accounts of a financial year that is over, with a number at least.
fn accounts(today: Date, sent: &mut Query, wrong: &mut Vec<Wrong>) -> AccountsFiled {
    let typed = sent.one("year").unwrap_or_default();
    let year = typed.trim().parse().ok().filter(|year| (FIRST_YEAR..today.year()).contains(year));
    if year.is_none() {
        wrong.push(Wrong::new("year", &typed, "give a year that is over").told("register-wrong-year"));
    }
    let mut minor = |name| signed(sent, name, wrong).map(|amount| amount * 100);
    let (surplus_minor, members_funds_minor) = (minor("surplus"), minor("members_funds"));
    let turnover_minor = whole(sent, "turnover", wrong).map(|amount| amount * 100);
    if turnover_minor.is_none() {
        wrong.push(Wrong::new("turnover", "", "give the turnover").told("register-wrong-turnover"));
    }
    let employees = whole(sent, "employees", wrong);
    let year = year.unwrap_or_default();
    AccountsFiled { currency: Currency::Mad, employees, members_funds_minor, surplus_minor, turnover_minor, year }
}

fn organ(sent: &mut Query, wrong: &mut Vec<Wrong>) -> OrganAppointed {
    let organ = match sent.one("organ").as_deref() {
        Some("managers") => Organ::Managers,
        Some("board") => Organ::Board,
        other => {
            let other = other.unwrap_or_default();
            wrong.push(Wrong::new("organ", other, "managers or board").told("register-wrong-organ"));
            Organ::Managers
        }
    };
    let persons = whole(sent, "persons", wrong).filter(|persons| *persons > 0);
    if persons.is_none() {
        wrong.push(Wrong::new("persons", "", "give how many").told("register-wrong-persons"));
    }
    let typed = sent.one("until").unwrap_or_default();
    let until = kernel::read_day(typed.trim()).ok();
    if until.is_none() {
        wrong.push(Wrong::new("until", &typed, "give a day").told("web-wrong-day"));
    }
    OrganAppointed { organ, persons: persons.unwrap_or_default(), until }
}

/// A commune by its code or its name, if only one is called so.
fn commune(speaker: &Speaker<'_>, typed: &str) -> Option<String> {
    let (territory, day) = (speaker.territory, speaker.day);
    if let Some(place) = territory.place(typed, day).filter(|place| place.level == Level::Commune) {
        return Some(place.code.clone());
    }
    let same = |name: &Option<String>| name.as_deref().is_some_and(|name| name.to_lowercase() == typed.to_lowercase());
    let named = territory.on(day).filter(|place| place.level == Level::Commune);
    let mut named = named.filter(|place| same(&place.names.fr) || same(&place.names.ar));
    let first = named.next()?;
    named.next().is_none().then(|| first.code.clone())
}

/// The day on which it takes effect: accounts, on the last of their year, so that the turnover counts in it.
pub(super) fn effective_on(
    act: Option<&CooperativeAct>,
    sent: &mut Query,
    today: Date,
    wrong: &mut Vec<Wrong>,
) -> Option<Date> {
    if let Some(CooperativeAct::AccountsFiled(accounts)) = act {
        return Date::new(accounts.year, 12, 31).ok();
    }
    let typed = sent.one("effective_on").unwrap_or_default();
    let day = kernel::read_day(typed.trim()).ok().filter(|day| *day <= today);
    if day.is_none() {
        wrong.push(Wrong::new("effective_on", &typed, "give a day that has come").told("register-wrong-effective"));
    }
    if let Some(CooperativeAct::OrganAppointed(OrganAppointed { until: Some(until), .. })) = act
        && day.is_some_and(|day| *until < day)
    {
        wrong.push(Wrong::new("until", &until.to_string(), "give a later day").told("register-wrong-until"));
    }
    day
}

/// The paper on which it stands.
pub(super) fn document(sent: &mut Query, wrong: &mut Vec<Wrong>) -> Option<String> {
    let document = text(sent, "document", wrong);
    if document.is_none() {
        wrong.push(Wrong::new("document", "", "name the paper").told("register-wrong-document"));
    }
    document
}

fn text(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>) -> Option<String> {
    let text = sent.one(name)?.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > TEXT_MAX || text.contains(char::is_control) {
        wrong.push(Wrong::new(name, &text, "at most 200 characters").told("register-wrong-text"));
    }
    Some(text).filter(|text| !text.is_empty())
}

fn whole(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>) -> Option<i64> {
    number(sent, name, wrong, 0)
}

fn signed(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>) -> Option<i64> {
    number(sent, name, wrong, -NUMBER_MAX)
}

/// A whole number that is at least `least`.
fn number(sent: &mut Query, name: &'static str, wrong: &mut Vec<Wrong>, least: i64) -> Option<i64> {
    let typed = sent.one(name)?;
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse::<i64>().ok().filter(|number| (least..=NUMBER_MAX).contains(number));
    if number.is_none() {
        wrong.push(Wrong::new(name, typed, "give a whole number").told("web-wrong-number"));
    }
    number
}
