//! Changes of the roll: which acts they are, what rules say of them, and how they are recorded, all of it or nothing.

use db::Conn;
use kernel::Date;
use ledger::{Draft, Error, Refusal};
use register::{
    Departure, Rule, Threshold,
    acts::{Capital, CooperativeAct, MemberAdmitted, MemberLeft, SharesMoved},
    store as cooperatives,
};
use web::{App, Messages, Problem, Visitor, Wrong};

use crate::{
    book::Book,
    newcomer::Newcomer,
    roll::{Membership, Roll, Unvalued},
};

/// What rules say of a change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    /// The message that says it.
    pub(crate) message: &'static str,
    /// How many there would be.
    pub(crate) number: i64,
    /// The last day of a time that is not over.
    pub(crate) until: Option<Date>,
    pub(crate) rule: &'static Threshold,
}

impl Finding {
    /// What the register found, in the words of the roll; none of what a roll does not change.
    pub(crate) fn of(found: register::Finding) -> Option<Self> {
        let message = match found.rule.rule {
            Rule::MembersKeptMin | Rule::UnionMembersMin => "roll-warn-members",
            Rule::CapitalMin => "roll-warn-capital",
            Rule::ManagersMax => "roll-warn-managers",
            Rule::BoardMin => "roll-warn-board-min",
            Rule::BoardMax => "roll-warn-board-max",
            Rule::BoardMultipleOf => "roll-warn-board-multiple",
            Rule::BoardTerm => "roll-warn-term",
            Rule::ManagersMembersBelow => "roll-warn-managers-members",
            Rule::ManagersTurnoverBelow => "roll-warn-managers-turnover",
            _ => return None,
        };
        Some(Self { message, number: found.number, until: found.until, rule: found.rule })
    }

    /// Whether the change cannot be recorded: only what a confirmed rule says stops it.
    pub(crate) fn stops(&self) -> bool {
        self.rule.is_confirmed()
    }

    pub(crate) fn tell(&self, t: &Messages) -> String {
        let number = match self.rule.rule {
            Rule::CapitalMin | Rule::ManagersTurnoverBelow => t.amount(self.number, kernel::Currency::Mad),
            _ => t.number(self.number),
        };
        let until = self.until.map(|until| t.day(until)).unwrap_or_default();
        t.with(self.message, &[("number", &number), ("least", &self.rule.tell(t)), ("until", &until)])
    }
}

/// Somebody enters. Shares that are new make the capital grow; those of another member, as an heir takes them over, do not.
pub(crate) fn admission(
    roll: &Roll,
    admitted: MemberAdmitted,
    from: Option<&str>,
) -> Result<Vec<CooperativeAct>, Unvalued> {
    let (member, shares) = (admitted.member.clone(), admitted.shares);
    let admitted = if from.is_some() { MemberAdmitted { shares: Some(0), ..admitted } } else { admitted };
    let mut acts = vec![CooperativeAct::MemberAdmitted(admitted)];
    match (shares, from) {
        (Some(shares), Some(from)) => {
            let (from, to) = (Some(from.to_owned()), Some(member));
            acts.push(CooperativeAct::SharesMoved(SharesMoved { from, shares, to }));
        }
        (Some(shares), None) => acts.push(CooperativeAct::CapitalIncreased(worth(roll, shares)?)),
        (None, _) => {}
    }
    Ok(acts)
}

/// The same, where new shares are paid at once: as much more of the capital is paid up, if the register knows how much is.
pub(crate) fn paid_at_once(roll: &Roll, mut acts: Vec<CooperativeAct>) -> Vec<CooperativeAct> {
    let more =
        acts.iter().find_map(|act| if let CooperativeAct::CapitalIncreased(more) = act { Some(more) } else { None });
    if let Some((paid, more)) = roll.paid_up_minor.zip(more) {
        let amount_minor = paid.saturating_add(more.amount_minor);
        acts.push(CooperativeAct::CapitalPaidUp(Capital { amount_minor, currency: more.currency }));
    }
    acts
}

/// How shares of a member move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move<'a> {
    /// The member takes some more.
    Take,
    /// Some go to this member.
    Give(&'a str),
    /// Some are paid back.
    Back,
}

/// Shares of a member move. Where nobody had said how many the member holds, this says it, of the capital that there is.
pub(crate) fn moving(
    roll: &Roll,
    member: &Membership,
    how: Move<'_>,
    shares: i64,
) -> Result<Vec<CooperativeAct>, Unvalued> {
    let own = || Some(member.id.clone());
    let moved = |from, to| CooperativeAct::SharesMoved(SharesMoved { from, shares, to });
    Ok(match how {
        Move::Take if member.shares.is_none() => vec![moved(None, own())],
        Move::Take => vec![moved(None, own()), CooperativeAct::CapitalIncreased(worth(roll, shares)?)],
        Move::Give(to) => vec![moved(own(), Some(to.to_owned()))],
        Move::Back => vec![moved(own(), None), CooperativeAct::CapitalReduced(worth(roll, shares)?)],
    })
}

/// What rules say of the exclusion of who has not paid called shares: only so long after formal notice (law 112-12, art. 26).
pub(crate) fn too_soon(notice_on: Date, on: Date) -> Option<Finding> {
    let rule = Rule::CalledSharePaidWithin.on(on)?;
    let until = rule.ends(notice_on);
    (on <= until).then_some(Finding { message: "roll-warn-notice", number: 0, until: Some(until), rule })
}

/// Several enter at once. With the first members a roll is opened: what they hold is the capital that there is; later, the
/// capital grows by what their shares are worth.
pub(crate) fn admissions(roll: &Roll, newcomers: &[Newcomer], on: Date) -> Result<Vec<CooperativeAct>, Unvalued> {
    let admitted = newcomers.iter().enumerate().map(|(at, newcomer)| newcomer.admitted(&format!("newcomer-{at}"), on));
    let mut acts: Vec<_> = admitted.map(CooperativeAct::MemberAdmitted).collect();
    let shares: i64 = newcomers.iter().filter_map(|newcomer| newcomer.shares).sum();
    if roll.is_open() && shares > 0 {
        acts.push(CooperativeAct::CapitalIncreased(worth(roll, shares)?));
    }
    Ok(acts)
}

/// What the rules say if there are only so many members.
pub(crate) fn too_few(book: &Book, number: i64) -> Option<Finding> {
    register::too_few_members(book.life.last().level, number, book.today).and_then(Finding::of)
}

/// A member leaves; the shares go to another member or, if none is named, are reimbursed.
pub(crate) fn leaving(
    roll: &Roll,
    member: &Membership,
    why: Departure,
    to: Option<&str>,
) -> Result<Vec<CooperativeAct>, Unvalued> {
    let mut acts = Vec::new();
    if let Some(shares) = member.shares.filter(|shares| *shares > 0) {
        acts.push(CooperativeAct::SharesMoved(SharesMoved {
            from: Some(member.id.clone()),
            shares,
            to: to.map(str::to_owned),
        }));
        if to.is_none() {
            acts.push(CooperativeAct::CapitalReduced(worth(roll, shares)?));
        }
    }
    acts.push(CooperativeAct::MemberLeft(MemberLeft { departure: Some(why), member: member.id.clone() }));
    Ok(acts)
}

/// What so many shares are worth.
pub(crate) fn worth(roll: &Roll, shares: i64) -> Result<Capital, Unvalued> {
    let (share, currency) = roll.share_minor()?;
    Ok(Capital { amount_minor: share.saturating_mul(shares), currency })
}

/// What rules say against a roll after acts.
pub(crate) fn findings(book: &Book, acts: &[CooperativeAct]) -> Vec<Finding> {
    let before = book.life.last();
    let after = crate::effect::after(&before, acts);
    // Who opens a roll with few says what is; it is told beside, and stops nothing.
    let members = |state: &register::Cooperative| state.roll.as_ref().map_or(0, |roll| roll.len());
    let counts = |found: &Finding| found.message != "roll-warn-members" || members(&after) < members(&before);
    let found = register::findings(&before, &after, None, book.today).into_iter();
    found.filter_map(Finding::of).filter(counts).collect()
}

/// Records a change: what `acts` does and the acts that it gives, in one transaction. Gives what to tell if somebody was faster
/// or the register says no.
pub(crate) fn record(
    app: &App,
    visitor: &Visitor,
    book: &Book,
    (on, paper): (Date, &str),
    acts: impl FnOnce(&mut Conn) -> Result<Vec<CooperativeAct>, identity::Error>,
) -> Result<Option<Wrong>, Problem> {
    let author = format!("account/{}", visitor.account().unwrap_or_default());
    let document = Some(paper.to_owned()).filter(|paper| !paper.is_empty());
    let done = app.ledger.write_alone(|recorder| {
        let acts = acts(recorder.conn()).map_err(|error| Error::Broken(error.to_string()))?;
        let mut seen = Some(book.seq);
        for act in acts {
            recorder.record(Draft {
                subject: cooperatives::subject(&book.number),
                kind: act.kind().to_owned(),
                effective_on: Some(on),
                author: author.clone(),
                document: document.clone(),
                voids: None,
                body: act.body(),
                seen: seen.take(),
            })?;
        }
        Ok(())
    });
    let told = |field: &str, message| Ok(Some(Wrong::new(field, "", "see the message").told(message)));
    match done {
        Ok(()) => {
            app.ledger.refresh()?;
            Ok(None)
        }
        Err(Error::Refused(Refusal::Conflict { .. })) => told("version", "roll-wrong-conflict"),
        Err(Error::Refused(Refusal::Future { .. })) => told("on", "roll-wrong-future"),
        Err(Error::Refused(refusal @ Refusal::Rule(_))) => Ok(Some(Wrong::refused("on", "", refusal))),
        Err(Error::Refused(refusal)) => Err(Problem::Refused(refusal)),
        Err(other) => Err(other.into()),
    }
}
