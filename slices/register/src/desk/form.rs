//! The form of each kind of request: its fields, and the act that they say.

mod accounts;
pub(super) mod again;
mod meeting;
mod number;
pub(super) mod workbook;

use kernel::{Currency, Date};
use number::{money, whole};
use web::{Nomenclature, Query, Speaker, Wrong};

use super::{merger, removal};
use crate::{
    Cooperative, Ice, Life, NotAnIce,
    acts::{
        ActivityChanged, Capital, CooperativeAct, Identified, MembershipDeclared, Organ, OrganAppointed, Renamed,
        SeatMoved, YearEnd,
    },
    choice::{branches, commune, communes},
    objection::Objection,
    reference::branch_code,
};

/// The kind of the form that a workbook fills in.
pub(super) const ACCOUNTS: &str = "accounts_filed";
/// How many characters a name or the name of a paper has at most.
const TEXT_MAX: usize = 200;
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
            "assets" => "register-field-assets",
            "liabilities" => "register-field-liabilities",
            "employees" => "register-field-employees",
            "legal_reserve" => "register-field-legal_reserve",
            "education_reserve" => "register-field-education_reserve",
            "non_members" => "register-field-non_members",
            "auditor_report" => "register-field-auditor_report",
            "organ" => "register-field-organ",
            "persons" => "register-field-persons",
            "until" => "register-field-until",
            "meeting" => "register-field-meeting",
            "present" => "register-field-present",
            "approved" => "register-field-approved",
            "into" => "register-field-into",
            "ground" => "register-field-ground",
            "ice" => "register-ice",
            "act" => "register-field-act",
            "why" => "register-field-why",
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
    /// With an amount in dirhams, with or without centimes.
    Money,
    /// With a day.
    Day,
    /// With a text, for which there are proposals: value and name.
    Proposed(Vec<(String, String)>),
    /// By a choice: value and name.
    Choice(Vec<(String, String)>),
}

/// Fields: the name of each, what stands in it, and how it is filled in.
type Values = Vec<(&'static str, Option<String>, Input)>;

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
    let fields: Values = match kind {
        "general_meeting_held" => meeting::fields(speaker.t, now, speaker.day),
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
        "capital_increased" | "capital_reduced" => vec![("amount", None, Input::Money)],
        "capital_paid_up" => {
            let all = now.capital.map(|(minor, currency)| currency.major(minor));
            vec![("amount", all, Input::Money)]
        }
        merger::KIND => vec![("into", None, Input::Text)],
        "identified" => vec![("ice", now.ice.map(|ice| ice.to_string()), Input::Text)],
        ACCOUNTS => accounts::fields(speaker.t, now, speaker.day),
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
        "seat_moved" => Some(seat(speaker, sent, wrong)),
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
            let before = wrong.len();
            let amount_minor = money(sent, "amount", wrong, false).filter(|amount| *amount > 0);
            if amount_minor.is_none() && wrong.len() == before {
                wrong.push(Wrong::new("amount", "", "give an amount").told("register-wrong-amount"));
            }
            let amount_minor = amount_minor.unwrap_or_default();
            let capital = Capital { amount_minor, currency: Currency::Mad };
            Some(match kind {
                "capital_increased" => CooperativeAct::CapitalIncreased(capital),
                _ => CooperativeAct::CapitalReduced(capital),
            })
        }
        "capital_paid_up" => {
            let before = wrong.len();
            let amount_minor = money(sent, "amount", wrong, false);
            if amount_minor.is_none() && wrong.len() == before {
                wrong.push(Wrong::new("amount", "", "give an amount").told("web-wrong-money"));
            }
            let amount_minor = amount_minor.unwrap_or_default();
            Some(CooperativeAct::CapitalPaidUp(Capital { amount_minor, currency: Currency::Mad }))
        }
        merger::KIND => Some(merger::read(sent, wrong)),
        "general_meeting_held" => Some(CooperativeAct::GeneralMeetingHeld(meeting::read(speaker.day, sent, wrong))),
        ACCOUNTS => Some(CooperativeAct::AccountsFiled(accounts::read(speaker.day, sent, wrong))),
        "organ_appointed" => Some(CooperativeAct::OrganAppointed(organ(sent, wrong))),
        "identified" => ice(sent, wrong),
        "declared_dormant" => Some(CooperativeAct::DeclaredDormant),
        "declared_active" => Some(CooperativeAct::DeclaredActive),
        "dissolved" => Some(CooperativeAct::Dissolved),
        removal::KIND => Some(removal::read(sent, wrong)),
        _ => None,
    }
}

/// A seat in a commune that there is.
fn seat(speaker: &Speaker<'_>, sent: &mut Query, wrong: &mut Vec<Wrong>) -> CooperativeAct {
    let typed = sent.one("place").unwrap_or_default();
    let place = commune(speaker, typed.trim());
    if place.is_none() {
        wrong.push(Wrong::new("place", &typed, "give a commune").told("register-wrong-place"));
    }
    CooperativeAct::SeatMoved(SeatMoved { place })
}

/// An ICE with its check digits.
fn ice(sent: &mut Query, wrong: &mut Vec<Wrong>) -> Option<CooperativeAct> {
    let typed = sent.one("ice").unwrap_or_default();
    let read = typed.trim().parse::<Ice>();
    if let Err(not) = &read {
        let told = match not {
            NotAnIce::Check(_) => "register-wrong-ice-check",
            NotAnIce::Letter(_) | NotAnIce::Length(_) | NotAnIce::LeadingZero(_) => "register-wrong-ice",
        };
        wrong.push(Wrong::new("ice", &typed, not.to_string()).told(told));
    }
    Some(CooperativeAct::Identified(Identified { ice: read.ok()? }))
}

/// What is wrong with accounts as the form would say it.
pub(super) fn accounts_wrong(mut sent: Query, today: Date) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    accounts::read(today, &mut sent, &mut wrong);
    wrong
}

/// A financial year that can be over: whether it is, the cooperative's statutes say.
fn year(today: Date, sent: &mut Query, wrong: &mut Vec<Wrong>) -> Option<i16> {
    let typed = sent.one("year").unwrap_or_default();
    let year = typed.trim().parse().ok().filter(|year| (FIRST_YEAR..=today.year()).contains(year));
    if year.is_none() {
        wrong.push(Wrong::new("year", &typed, "give a year that is over").told("register-wrong-year"));
    }
    year
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

/// The day on which it takes effect: accounts, on the last of their year, so that the turnover counts in it.
pub(super) fn effective_on(
    act: Option<&CooperativeAct>,
    (sent, ends): (&mut Query, YearEnd),
    today: Date,
    wrong: &mut Vec<Wrong>,
) -> Option<Date> {
    if let Some(CooperativeAct::AccountsFiled(accounts)) = act {
        let over = ends.of(accounts.year);
        if today <= over {
            wrong.push(
                Wrong::new("year", &accounts.year.to_string(), "give a year that is over").told("register-wrong-year"),
            );
        }
        return Some(over);
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

/// What of an act on this day does not fit the cooperative.
pub(super) fn fits(act: &CooperativeAct, on: Date, life: &Life, wrong: &mut Vec<Wrong>) {
    match act {
        CooperativeAct::GeneralMeetingHeld(held) => meeting::fits(held, on, life, wrong),
        CooperativeAct::AccountsFiled(filed) => accounts::fits(filed, life, wrong),
        CooperativeAct::CapitalPaidUp(paid) => {
            let (capital, currency) = life.on(Some(on)).capital.unwrap_or((0, paid.currency));
            let paid = paid.amount_minor;
            if capital < paid {
                let objection = Objection::MorePaidThanSubscribed { paid, capital, currency };
                wrong.push(Wrong::refused("amount", &currency.major(paid), objection.into()));
            }
        }
        _ => {}
    }
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
