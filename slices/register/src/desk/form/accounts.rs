//! The form of the accounts of a financial year.

use kernel::{Currency, Date};
use web::{Messages, Query, Wrong};

use super::{Input, Values, money, whole, year};
use crate::{Cooperative, Life, What, acts::AccountsFiled, breaches, due};

/// The fields, filled with the latest financial year whose accounts are due.
pub(super) fn fields(t: &Messages, now: &Cooperative, today: Date) -> Values {
    let mut due = due(now, today).into_iter();
    let year = due.find_map(|duty| if let What::Accounts(year) = duty.what { Some(year) } else { None });
    let answer = |code: &str| (code.to_owned(), t.get(&format!("register-answer-{code}")));
    let answers = vec![(String::new(), "—".to_owned()), answer("yes"), answer("no")];
    vec![
        ("year", year.map(|year| year.to_string()), Input::Number),
        ("turnover", None, Input::Money),
        ("non_members", None, Input::Money),
        ("surplus", None, Input::Money),
        ("legal_reserve", None, Input::Money),
        ("education_reserve", None, Input::Money),
        ("members_funds", None, Input::Money),
        ("assets", None, Input::Money),
        ("liabilities", None, Input::Money),
        ("employees", None, Input::Number),
        ("auditor_report", None, Input::Choice(answers)),
    ]
}

/// The accounts of a financial year that is over, with its turnover at least.
pub(super) fn read(today: Date, sent: &mut Query, wrong: &mut Vec<Wrong>) -> AccountsFiled {
    let year = year(today, sent, wrong);
    let turnover_minor = money(sent, "turnover", wrong, false);
    if turnover_minor.is_none() {
        wrong.push(Wrong::new("turnover", "", "give the turnover").told("register-wrong-turnover"));
    }
    let accounts = AccountsFiled {
        assets_minor: money(sent, "assets", wrong, false),
        auditor_report: sent.one("auditor_report").filter(|answer| !answer.is_empty()).map(|answer| answer == "yes"),
        education_reserve_minor: money(sent, "education_reserve", wrong, false),
        employees: whole(sent, "employees", wrong),
        legal_reserve_minor: money(sent, "legal_reserve", wrong, false),
        liabilities_minor: money(sent, "liabilities", wrong, false),
        members_funds_minor: money(sent, "members_funds", wrong, true),
        non_members_minor: money(sent, "non_members", wrong, false),
        surplus_minor: money(sent, "surplus", wrong, true),
        turnover_minor,
        ..AccountsFiled::of(year.unwrap_or_default(), Currency::Mad)
    };
    if let (Some(objection), Some(said)) = (accounts.unbalanced(), accounts.liabilities_minor) {
        wrong.push(Wrong::refused("liabilities", &accounts.currency.major(said), objection.into()));
    }
    accounts
}

/// Whether accounts keep the confirmed rules. What one that is not confirmed says against them is a warning on the page of the request.
pub(super) fn fits(accounts: &AccountsFiled, life: &Life, wrong: &mut Vec<Wrong>) {
    for breach in breaches(accounts, life).iter().filter(|breach| breach.rule.is_confirmed()) {
        let says = format!("{} asks for {} minor units", breach.rule.rule, breach.asked_minor);
        wrong.push(Wrong::new(breach.field, "", says).told("register-wrong-breach"));
    }
}
