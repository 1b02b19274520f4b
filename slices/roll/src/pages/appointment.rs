//! The form by which somebody is appointed: what was typed, and what it says.

use identity::{Details, IdentityNumber};
use kernel::Date;
use web::{
    Messages, Page,
    fields::{Field, Input, Sent},
};

use super::{Said, Step, When, offices::Offices};
use crate::{
    book::Book,
    change::Finding,
    office::{self, Against, Function, Office},
    roll::Roll,
};

/// Chosen for a director who is no member and not known yet.
const OUTSIDER: &str = "outsider";

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    function: String,
    /// The id of a member, or of a director of before; else [`OUTSIDER`].
    holder: String,
    outsider: String,
    outsider_number: String,
    until: String,
    when: When,
}

/// Somebody who is to hold an office.
pub(super) struct Appointment {
    pub(super) office: Office,
    /// Who is new to the cooperative and no member.
    pub(super) outsider: Option<Details>,
}

/// Who can be chosen: all on the roll, then those who hold or held an office and are no members.
fn choices(book: &Book, offices: &Offices) -> Vec<String> {
    let mut ids: Vec<String> = book.roll.members().map(|member| member.id.clone()).collect();
    for office in offices.all.iter().filter(|office| !is_or_was_member(&book.roll, &office.holder)) {
        if !ids.contains(&office.holder) {
            ids.push(office.holder.clone());
        }
    }
    ids
}

fn is_or_was_member(roll: &Roll, id: &str) -> bool {
    roll.memberships.iter().any(|member| member.id == id)
}

/// The form with what was typed.
pub(super) fn form(page: &Page, book: &Book, offices: &Offices, typed: &Typed) -> Step {
    let t = &page.t;
    let functions = Function::ALL.map(|one| (one.code().to_owned(), t.get(&format!("roll-function-{}", one.code()))));
    let choose = || (String::new(), t.get("roll-choose"));
    let functions = std::iter::once(choose()).chain(functions).collect();
    let holders = choices(book, offices).into_iter().map(|id| (id.clone(), offices.name(t, &id)));
    let holders = [choose(), (OUTSIDER.to_owned(), t.get("roll-outsider"))].into_iter().chain(holders).collect();
    let mut fields = vec![
        Field::new(t, "roll", "function", &*typed.function, Input::Choice(functions)),
        Field::new(t, "roll", "holder", &*typed.holder, Input::Choice(holders)),
        Field::new(t, "roll", "outsider", &*typed.outsider, Input::Line),
        Field::new(t, "roll", "outsider_number", &*typed.outsider_number, Input::Line),
        Field::new(t, "roll", "until", &*typed.until, Input::Day),
    ];
    let [on, paper] = typed.when.fields(t);
    fields.insert(4, on);
    fields.push(paper);
    Step::new(page.to(&format!("/cooperatives/{}/offices", book.number)), offices.changes, fields)
}

impl Typed {
    /// The form before anything was typed.
    pub(super) fn begun(book: &Book) -> Self {
        Self { when: When { on: book.today.to_string(), ..When::default() }, ..Self::default() }
    }

    pub(super) fn read(sent: &mut Sent) -> Self {
        Self {
            function: sent.line("function"),
            holder: sent.line("holder"),
            outsider: sent.line("outsider"),
            outsider_number: sent.line("outsider_number"),
            until: sent.line("until"),
            when: When::read(sent),
        }
    }

    /// The appointment, if everything that was typed fits together and into what there is.
    pub(super) fn judged(&self, sent: &mut Sent, book: &Book, offices: &Offices) -> Option<Appointment> {
        let on = self.when.judged(sent, book);
        let function = self.function.parse::<Function>().ok();
        if function.is_none() {
            sent.refuse("function", "", "roll-wrong-function");
        }
        let until = self.end(sent, on);
        let outsider = if self.holder == OUTSIDER {
            self.outsider(sent, function, offices)
        } else {
            self.check_holder(sent, function, book, offices, on);
            None
        };
        let (holder, document) = (self.holder.clone(), self.when.paper.clone());
        let office = Office { nth: 0, holder, function: function?, since: on?, until, document, ended: None };
        match office::against(&offices.all, &office, &book.roll) {
            Some(Against::President) => sent.refuse("function", "", "roll-wrong-president"),
            Some(Against::Twice) => sent.refuse("holder", "", "roll-wrong-office-twice"),
            None => {}
        }
        sent.wrong.is_empty().then_some(Appointment { office, outsider })
    }

    /// The last day of the term, after its first one.
    fn end(&self, sent: &mut Sent, on: Option<Date>) -> Option<Date> {
        if self.until.is_empty() {
            return None;
        }
        let until = kernel::read_day(&self.until).ok();
        match until {
            None => sent.refuse("until", "", "roll-wrong-day"),
            Some(until) if on.is_some_and(|on| until <= on) => sent.refuse("until", "", "roll-wrong-until"),
            Some(_) => {}
        }
        until
    }

    /// A director who is no member, by name and number.
    fn outsider(&self, sent: &mut Sent, function: Option<Function>, offices: &Offices) -> Option<Details> {
        if function != Some(Function::Director) {
            sent.refuse("holder", "", "roll-wrong-holder");
            return None;
        }
        let name = self.outsider.parse().ok();
        if name.is_none() {
            sent.refuse("outsider", "", "roll-wrong-name");
        }
        let identity_number = self.outsider_number.parse::<IdentityNumber>().ok();
        if identity_number.is_none() {
            sent.refuse("outsider_number", "", "roll-wrong-identity");
        }
        let mut known = offices.people.values().filter_map(|known| known.details.as_ref()?.identity_number.as_ref());
        if identity_number.as_ref().is_some_and(|number| known.any(|other| other == number)) {
            sent.refuse("outsider_number", "", "roll-wrong-outsider");
        }
        Some(Details { name, identity_number, ..Details::default() })
    }

    /// Whether who was chosen can hold the office: a member on its first day, or a director of before.
    fn check_holder(
        &self,
        sent: &mut Sent,
        function: Option<Function>,
        book: &Book,
        offices: &Offices,
        on: Option<Date>,
    ) {
        if !choices(book, offices).contains(&self.holder) {
            sent.refuse("holder", "", "roll-wrong-holder");
        } else if !is_or_was_member(&book.roll, &self.holder) {
            if function != Some(Function::Director) {
                sent.refuse("holder", "", "roll-wrong-holder");
            }
        } else if on.is_some_and(|on| Roll::of(&book.life, on).present(&self.holder).is_none()) {
            sent.refuse("on", "", "roll-wrong-no-member");
        }
    }
}

impl Appointment {
    /// With who would hold the office beside whom, and what rules say of all together on that day.
    pub(super) fn looked_through(&self, step: Step, t: &Messages, book: &Book, offices: &Offices) -> Step {
        let new = &self.office;
        let held = offices.all.iter().filter(|office| office.is_held(&book.roll, new.since));
        let all = held.clone().chain([new]);
        let large = office::too_large(all.clone(), &book.life.on(Some(new.since)), new.since);
        let findings: Vec<Finding> = [office::limits(all, new.since), large].concat();
        let before: Vec<_> = held
            .filter(|office| office.function == new.function)
            .map(|office| offices.name(t, &office.holder))
            .collect();
        let outsider = self.outsider.as_ref().and_then(|details| details.name.as_ref()).map(ToString::to_string);
        let name = outsider.unwrap_or_else(|| offices.name(t, &new.holder));
        let after = before.iter().cloned().chain([name]).collect();
        let joined = |names: Vec<String>| if names.is_empty() { t.get("roll-nobody") } else { names.join(" · ") };
        let function = t.get(&format!("roll-function-{}", new.function.code()));
        Step {
            effect: vec![[function, joined(before), joined(after)]],
            ready: !findings.iter().any(Finding::stops),
            findings: findings.iter().map(|finding| Said::of(t, finding)).collect(),
            ..step
        }
    }
}
