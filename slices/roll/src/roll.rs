//! The roll as acts tell it: memberships with their shares, in the order in which they began.

use kernel::{Currency, Date};
use register::{
    Departure, Life, Sex,
    acts::{Age, CooperativeAct, MemberAdmitted, SharesMoved},
};

/// The roll of a cooperative on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Roll {
    pub(crate) memberships: Vec<Membership>,
    /// The capital as the register knows it.
    pub(crate) capital: Option<(i64, Currency)>,
    /// How much of it is paid up; none if nobody said.
    pub(crate) paid_up_minor: Option<i64>,
}

/// A member from an admission to the leaving. Who comes back begins another.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Membership {
    /// The id by which acts name the member.
    pub(crate) id: String,
    pub(crate) since: Option<Date>,
    pub(crate) left: Option<Left>,
    pub(crate) sex: Option<Sex>,
    pub(crate) legal_person: bool,
    pub(crate) age: Option<Age>,
    /// How many shares; none if nobody said.
    pub(crate) shares: Option<i64>,
    /// What happened, the first thing first.
    pub(crate) lines: Vec<(Option<Date>, Line)>,
}

/// How a membership ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    /// The first day on which it was over.
    pub(crate) on: Option<Date>,
    pub(crate) why: Option<Departure>,
}

/// Something that happened to a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Admitted, with so many shares if that was said.
    Admitted(Option<i64>),
    /// Took so many new shares.
    Took(i64),
    /// Got so many from this member.
    Got(i64, String),
    /// Gave so many to this member.
    Gave(i64, String),
    /// Was paid back so many.
    Reimbursed(i64),
    /// Left.
    Left(Option<Departure>),
}

/// Why nobody can say what a share is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unvalued {
    /// The register does not know the capital.
    Capital,
    /// Of some members nobody said how many shares they hold.
    Shares,
    /// The capital is not so many equal shares.
    Uneven,
}

impl Unvalued {
    /// The message that says what is missing.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Capital => "roll-unvalued-capital",
            Self::Shares => "roll-unvalued-shares",
            Self::Uneven => "roll-unvalued-uneven",
        }
    }
}

impl Roll {
    /// The roll at the end of a day.
    pub(crate) fn of(life: &Life, day: Date) -> Self {
        let mut roll = Self::default();
        for (on, act) in life.acts().filter(|(on, _)| on.is_none_or(|on| on <= day)) {
            roll.take(on, act);
        }
        let now = life.on(Some(day));
        (roll.capital, roll.paid_up_minor) = (now.capital, now.paid_up_minor);
        roll
    }

    fn take(&mut self, on: Option<Date>, act: &CooperativeAct) {
        match act {
            CooperativeAct::MemberAdmitted(admitted) => self.admit(on, admitted),
            CooperativeAct::MemberLeft(left) => {
                if let Some(member) = self.present_mut(&left.member) {
                    member.left = Some(Left { on, why: left.departure });
                    member.lines.push((on, Line::Left(left.departure)));
                }
            }
            CooperativeAct::SharesMoved(moved) => self.move_shares(on, moved),
            _ => {}
        }
    }

    /// Enters the members with whom a roll begins, as of no day.
    pub(crate) fn open(&mut self, members: impl Iterator<Item = MemberAdmitted>) {
        for (at, admitted) in members.enumerate() {
            self.admit(None, &MemberAdmitted { member: format!("{}{at}", admitted.member), ..admitted });
        }
    }

    fn admit(&mut self, on: Option<Date>, admitted: &MemberAdmitted) {
        if self.present(&admitted.member).is_some() {
            return;
        }
        self.memberships.push(Membership {
            id: admitted.member.clone(),
            since: on,
            left: None,
            sex: admitted.sex,
            legal_person: admitted.legal_person,
            age: admitted.age,
            shares: admitted.shares,
            lines: vec![(on, Line::Admitted(admitted.shares))],
        });
    }

    fn move_shares(&mut self, on: Option<Date>, moved: &SharesMoved) {
        let (from, to) = (moved.from.as_deref(), moved.to.as_deref());
        let shares = moved.shares;
        if let Some(member) = from.and_then(|id| self.present_mut(id)) {
            member.shares = Some(member.shares.unwrap_or(0) - shares);
            let line = to.map_or(Line::Reimbursed(shares), |to| Line::Gave(shares, to.to_owned()));
            member.lines.push((on, line));
        }
        if let Some(member) = to.and_then(|id| self.present_mut(id)) {
            member.shares = Some(member.shares.unwrap_or(0) + shares);
            let line = from.map_or(Line::Took(shares), |from| Line::Got(shares, from.to_owned()));
            member.lines.push((on, line));
        }
    }

    /// The membership of somebody who is on the roll.
    pub(crate) fn present(&self, id: &str) -> Option<&Membership> {
        self.members().find(|member| member.id == id)
    }

    fn present_mut(&mut self, id: &str) -> Option<&mut Membership> {
        self.memberships.iter_mut().find(|member| member.left.is_none() && member.id == id)
    }

    /// Who is on the roll.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Membership> {
        self.memberships.iter().filter(|member| member.left.is_none())
    }

    /// Whether a roll was ever opened: else members are known as numbers at most.
    pub(crate) const fn is_open(&self) -> bool {
        !self.memberships.is_empty()
    }

    /// All shares that are held; none if of some member nobody knows.
    pub(crate) fn shares(&self) -> Option<i64> {
        self.members().map(|member| member.shares).sum()
    }

    /// What a share is worth, with its currency.
    ///
    /// # Errors
    /// Why nobody can say.
    pub(crate) fn share_minor(&self) -> Result<(i64, Currency), Unvalued> {
        let (capital, currency) = self.capital.ok_or(Unvalued::Capital)?;
        let shares = self.shares().ok_or(Unvalued::Shares)?;
        match (capital.checked_div(shares), capital.checked_rem(shares)) {
            (Some(share @ 1..), Some(0)) => Ok((share, currency)),
            _ => Err(Unvalued::Uneven),
        }
    }
}

impl Membership {
    /// The last day on which something happened to the member.
    pub(crate) fn last_on(&self) -> Option<Date> {
        self.lines.iter().filter_map(|(on, _)| *on).max()
    }

    /// Whether the member is under 35 on a day; none if nobody knows.
    pub(crate) fn is_young(&self, day: Date) -> Option<bool> {
        self.age.map(|age| matches!(age, Age::YoungUntil(birthday) if day < birthday))
    }
}
