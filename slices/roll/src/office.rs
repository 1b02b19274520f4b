//! Who runs a cooperative: offices, each held by somebody from a day on, and what the rules say of all of them together.
//!
//! Names are people's and not in the register, which knows the organ, the number of persons and the end of the term.

use std::{collections::BTreeSet, str::FromStr};

use kernel::Date;
use register::{Cooperative, Rule, acts::Organ};

use crate::{change::Finding, roll::Roll};

/// What somebody does for a cooperative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Function {
    President,
    VicePresident,
    /// One of those who run a small cooperative without a board.
    Manager,
    /// Appointed by the board or the managers; may be no member.
    Director,
    Treasurer,
    Secretary,
    BoardMember,
}

impl Function {
    pub(crate) const ALL: [Self; 7] = [
        Self::President,
        Self::VicePresident,
        Self::Manager,
        Self::Director,
        Self::Treasurer,
        Self::Secretary,
        Self::BoardMember,
    ];

    /// As tables and forms know it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::President => "president",
            Self::VicePresident => "vice_president",
            Self::Manager => "manager",
            Self::Director => "director",
            Self::Treasurer => "treasurer",
            Self::Secretary => "secretary",
            Self::BoardMember => "board_member",
        }
    }

    /// Whether who does it sits on the board, where there is one.
    const fn is_of_board(self) -> bool {
        !matches!(self, Self::Manager | Self::Director)
    }
}

impl FromStr for Function {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|function| function.code() == code).ok_or(())
    }
}

/// An office that somebody holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    /// Which one of the cooperative's it is; 0 while it is not written down.
    pub(crate) nth: i64,
    /// The id by which acts name the member; of a director who is none, the id of the person.
    pub(crate) holder: String,
    pub(crate) function: Function,
    pub(crate) since: Date,
    /// The last day of the term.
    pub(crate) until: Option<Date>,
    /// The paper that says so.
    pub(crate) document: String,
    pub(crate) ended: Option<Ended>,
}

/// How an office was ended before its term was over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The first day on which it was over.
    pub(crate) on: Date,
    /// The paper that says so.
    pub(crate) document: String,
}

/// Why an office is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It was ended.
    Ended,
    /// Who held it left the cooperative.
    Left,
    /// The term was.
    Term,
}

impl Why {
    /// The message that says it.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Ended => "roll-office-ended",
            Self::Left => "roll-office-left",
            Self::Term => "roll-office-term-over",
        }
    }
}

impl Office {
    /// The first day on which it is over, and why; none if nobody knows of one.
    pub(crate) fn over(&self, roll: &Roll) -> Option<(Date, Why)> {
        let ended = self.ended.as_ref().map(|ended| (ended.on, Why::Ended));
        let held = roll.memberships.iter().rfind(|one| one.id == self.holder && one.since <= Some(self.since));
        let left = held.and_then(|member| member.left).map(|left| (left.on.unwrap_or(self.since), Why::Left));
        let term = self.until.and_then(|until| until.tomorrow().ok()).map(|day| (day, Why::Term));
        [ended, left, term].into_iter().flatten().min_by_key(|(day, _)| *day)
    }

    /// Whether somebody holds it on a day.
    pub(crate) fn is_held(&self, roll: &Roll, day: Date) -> bool {
        self.since <= day && self.over(roll).is_none_or(|(over, _)| day < over)
    }

    /// Whether there is a day on which both are held.
    fn meets(&self, other: &Self, roll: &Roll) -> bool {
        let goes_on = |one: &Self, day| one.over(roll).is_none_or(|(over, _)| day < over);
        let later = self.since.max(other.since);
        goes_on(self, later) && goes_on(other, later)
    }
}

/// Why an office cannot be given, whatever the rules of the table say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Against {
    /// There is a president in that time.
    President,
    /// Who gets it has it in that time.
    Twice,
}

/// What of the offices that there are stands against another.
pub(crate) fn against(offices: &[Office], new: &Office, roll: &Roll) -> Option<Against> {
    let mut same = offices.iter().filter(|other| other.function == new.function && new.meets(other, roll));
    if same.clone().any(|other| other.holder == new.holder) {
        return Some(Against::Twice);
    }
    same.next().filter(|_| new.function == Function::President).map(|_| Against::President)
}

/// Those who run a cooperative on a day, as the register counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Running {
    pub(crate) organ: Organ,
    pub(crate) persons: i64,
    /// The last day of the term that ends first.
    pub(crate) until: Option<Date>,
}

impl Running {
    /// Who runs it by these offices: managers where there are some, else the board; none if neither.
    pub(crate) fn of<'a>(held: impl Iterator<Item = &'a Office> + Clone) -> Option<Self> {
        let managers = held.clone().filter(|office| office.function == Function::Manager);
        let board = held.filter(|office| office.function.is_of_board());
        counted(Organ::Managers, managers).or_else(|| counted(Organ::Board, board))
    }

    /// Whether the register knows something else. Where no end of the term was written down, none is compared.
    pub(crate) fn differs(&self, known: Option<(Organ, i64, Option<Date>)>) -> bool {
        known.is_none_or(|(organ, persons, until)| {
            (organ, persons) != (self.organ, self.persons) || (self.until.is_some() && self.until != until)
        })
    }
}

impl Running {
    /// What rules of a day say against so many.
    fn findings(&self, day: Date) -> Vec<register::Finding> {
        register::organ_findings(self.organ, self.persons, day)
    }
}

fn counted<'a>(organ: Organ, held: impl Iterator<Item = &'a Office> + Clone) -> Option<Running> {
    let persons: BTreeSet<_> = held.clone().map(|office| office.holder.as_str()).collect();
    let until = held.filter_map(|office| office.until).min();
    (!persons.is_empty()).then_some(Running { organ, persons: persons.len() as i64, until })
}

/// What rules say against those who hold offices on a day: too many, or a term that is too long.
pub(crate) fn limits<'a>(held: impl Iterator<Item = &'a Office> + Clone, day: Date) -> Vec<Finding> {
    let Some(running) = Running::of(held.clone()) else { return Vec::new() };
    let many = running.findings(day).into_iter().filter(|found| !is_of_whole(found));
    let on_board = held.filter(|office| office.function.is_of_board());
    let long = on_board.filter_map(|office| register::term_too_long(office.since, office.until?));
    let long = long.take(usize::from(running.organ == Organ::Board));
    many.chain(long).filter_map(Finding::of).collect()
}

/// What rules say against managers of a cooperative that is too large for them: of its members, or of its last accounts.
pub(crate) fn too_large<'a>(
    held: impl Iterator<Item = &'a Office> + Clone,
    cooperative: &Cooperative,
    day: Date,
) -> Vec<Finding> {
    let organ = Running::of(held).map(|running| running.organ);
    let found = organ.into_iter().flat_map(|organ| register::too_large_for(organ, cooperative, day));
    found.filter_map(Finding::of).collect()
}

/// What rules say of a board as a whole, which is not complete before its last member is appointed: it never stops anything.
pub(crate) fn incomplete<'a>(held: impl Iterator<Item = &'a Office> + Clone, day: Date) -> Vec<Finding> {
    let found = Running::of(held).map(|running| running.findings(day)).unwrap_or_default();
    found.into_iter().filter(is_of_whole).filter_map(Finding::of).collect()
}

/// Whether a rule is about a board that is complete.
fn is_of_whole(found: &register::Finding) -> bool {
    matches!(found.rule.rule, Rule::BoardMin | Rule::BoardMultipleOf)
}

#[cfg(test)]
mod tests;
