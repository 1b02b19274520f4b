//! A row that says what the accounts of a year say, of a cooperative or of a group.

use intake::{Entry, Outcome};
use jiff::civil::date;
use kernel::Date;
use ledger::{Act, Draft, Error};

use super::{Taker, listed::membership};
use crate::{
    Life,
    acts::{AccountsFiled, CooperativeAct, MembershipDeclared},
    group::{FiguresPublished, PUBLISHED},
};

/// Why an act that says something else of the same year is voided.
const OTHERWISE: &str = "the list says otherwise";

impl Taker<'_, '_> {
    /// Takes in a row that says what the accounts of a year say.
    pub(super) fn take_accounts(&mut self, entry: &mut Entry<'_>) -> Result<Outcome, Error> {
        if entry.group().is_some() {
            return self.take_group(entry);
        }
        let (number, year) = (entry.text("number"), entry.year("financial_year"));
        let accounts = year.and_then(|year| self.accounts(entry, year));
        let declares = entry.has("members") || entry.has("unspecified");
        // A row that could say how many members there are and does not says that nobody knows any more.
        let declared = declares.then(|| membership(entry).unwrap_or_default());
        let counts_on = year.and_then(|year| self.counts_on(entry, year));
        let (Some(number), Some(accounts), Some(on), true) = (number, accounts, counts_on, entry.is_sound()) else {
            return Ok(Outcome::Rejected);
        };
        let Some((life, acts)) = self.life(&number)? else {
            entry.reject("number", format!("`{number}` is not registered"));
            return Ok(Outcome::Rejected);
        };
        let registered_on = life.last().registered_on;
        // In its first year, a cooperative's accounts count from the day it was registered.
        let on = registered_on.filter(|day| on < *day && day.year() == on.year()).unwrap_or(on);
        let mut drafts = self.filing(&number, &accounts, on, &acts);
        let known = drafts.is_empty() || drafts.iter().any(|draft| draft.voids.is_some());
        if let Some(declared) = declared {
            drafts.extend(self.declaration(&number, declared, on, &life, &acts));
        }
        self.record(entry, known, drafts)
    }

    fn accounts(&self, entry: &mut Entry<'_>, year: i16) -> Option<AccountsFiled> {
        let Some(currency) = self.profile.source.currency else {
            entry.reject("turnover", "the profile names no currency");
            return None;
        };
        Some(AccountsFiled {
            turnover_minor: entry.amount("turnover"),
            surplus_minor: entry.amount("surplus"),
            members_funds_minor: entry.amount("members_funds"),
            employees: entry.count("employees"),
            ..AccountsFiled::of(year, currency)
        })
    }

    /// The day on which accounts count: the one of their year that the profile names, else the day they were closed, else
    /// the last of the year.
    fn counts_on(&self, entry: &mut Entry<'_>, year: i16) -> Option<Date> {
        let closed_on = entry.date("statement_on");
        let Some(day) = entry.text("accounts_day") else { return Some(closed_on.unwrap_or(date(year, 12, 31))) };
        let read = kernel::read_day(&format!("{year:04}-{day}"));
        read.map_err(|_| entry.reject("accounts_day", format!("`{day}` is not a day: write it as 12-31"))).ok()
    }

    /// The acts for the accounts of a year: none if they are filed just so, else with a void of those that say otherwise.
    fn filing(&self, number: &str, accounts: &AccountsFiled, on: Date, acts: &[Act]) -> Vec<Draft> {
        let filed = acts.iter().find_map(|act| match CooperativeAct::read(&act.kind, &act.body) {
            Ok(CooperativeAct::AccountsFiled(filed)) if filed.year == accounts.year => Some((act, filed)),
            _ => None,
        });
        let (before, filed) = filed.unzip();
        let wanted = filed.map_or_else(|| accounts.clone(), |filed| accounts.clone().keeping(&filed));
        self.replacing(before, self.draft(number, Some(on), &CooperativeAct::AccountsFiled(wanted)))
    }

    /// The acts for the members that a row declares: none if that is what the register knows of this day.
    ///
    /// That nobody knows is always recorded, because rows of earlier years may yet follow in the same list.
    fn declaration(
        &self,
        number: &str,
        declared: MembershipDeclared,
        on: Date,
        life: &Life,
        acts: &[Act],
    ) -> Vec<Draft> {
        let known = declared.total().is_some() && life.on(Some(on)).declared.as_ref() == Some(&declared);
        let draft = self.draft(number, Some(on), &CooperativeAct::MembershipDeclared(declared));
        let same_day = acts.iter().find(|act| act.kind == draft.kind && act.effective_on == Some(on));
        if known { Vec::new() } else { self.replacing(same_day, draft) }
    }

    /// What a group's publisher says of a year.
    fn take_group(&mut self, entry: &mut Entry<'_>) -> Result<Outcome, Error> {
        let (title, year) = (entry.text("number"), entry.year("financial_year"));
        let accounts = year.and_then(|year| self.accounts(entry, year));
        let on = year.and_then(|year| self.counts_on(entry, year));
        let place = self.place(entry);
        let (sector, members, cooperatives) =
            (entry.code("sector"), entry.count("members"), entry.count("cooperatives"));
        let (Some(title), Some(accounts), Some(on), true) = (title, accounts, on, entry.is_sound()) else {
            return Ok(Outcome::Rejected);
        };
        let subject = format!("group/{}", slug(&title));
        let AccountsFiled { currency, turnover_minor, surplus_minor, members_funds_minor, employees, .. } = accounts;
        let published = FiguresPublished {
            title,
            place,
            sector,
            cooperatives,
            members,
            employees,
            currency,
            turnover_minor,
            surplus_minor,
            members_funds_minor,
        };
        let acts = self.recorder.acts_of(&subject)?;
        let acts = ledger::standing(&acts).into_iter().cloned().collect::<Vec<_>>();
        let draft = self.raw_draft(subject, PUBLISHED, Some(on), published.body());
        let drafts = self.replacing(acts.iter().find(|act| act.effective_on == Some(on)), draft);
        self.record(entry, !acts.is_empty(), drafts)
    }

    /// The draft, unless it is recorded just so; with a void of the act whose place it takes.
    fn replacing(&self, before: Option<&Act>, draft: Draft) -> Vec<Draft> {
        match before {
            None => vec![draft],
            Some(act) if act.body == draft.body && act.effective_on == draft.effective_on => Vec::new(),
            Some(act) => vec![self.void(act, OTHERWISE), draft],
        }
    }
}

/// A title as an address may have it.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
