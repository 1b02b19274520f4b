//! A dossier: a project with its founders and what was handed in.

use authz::{Entity, Resource};
use db::Conn;
use jiff::{ToSpan, tz::TimeZone};
use kernel::{Date, Level, Territory};

use crate::{
    founder::{Confirmed, Founder},
    helping::{self, Helper},
    project::Project,
    store,
    submission::{Entered, Granted, Kind, State, Submission},
};

/// A project with everything about it.
#[derive(Clone)]
pub(crate) struct Dossier {
    pub(crate) project: Project,
    pub(crate) founders: Vec<Founder>,
    /// Newest first.
    pub(crate) submissions: Vec<Submission>,
    /// Who helps with it, and who was asked to.
    pub(crate) helpers: Vec<Helper>,
    /// Where days begin.
    zone: TimeZone,
}

impl Dossier {
    /// The dossier of a project; none if there is no such project.
    pub(crate) fn read(conn: &mut Conn, id: i64, zone: &TimeZone) -> db::Result<Option<Self>> {
        let Some(project) = store::project(conn, id)? else { return Ok(None) };
        Self::of(conn, project, zone).map(Some)
    }

    /// The dossier of a project that was read.
    pub(crate) fn of(conn: &mut Conn, project: Project, zone: &TimeZone) -> db::Result<Self> {
        let (founders, submissions) = (store::founders(conn, project.id)?, store::submissions(conn, project.id)?);
        let helpers = helping::store::of(conn, project.id)?;
        Ok(Self { project, founders, submissions, helpers, zone: zone.clone() })
    }

    /// A project without what else belongs to it: enough to know to whom a role shows it.
    pub(crate) const fn bare(project: Project) -> Self {
        Self { project, founders: Vec::new(), submissions: Vec::new(), helpers: Vec::new(), zone: TimeZone::UTC }
    }

    /// A dossier of these parts.
    #[cfg(test)]
    pub(crate) const fn with(project: Project, founders: Vec<Founder>, submissions: Vec<Submission>) -> Self {
        Self { project, founders, submissions, helpers: Vec::new(), zone: TimeZone::UTC }
    }

    /// The project as policies see it.
    pub(crate) fn resource(&self, territory: &Territory, today: Date) -> Resource {
        let role = |kind: &str, code: Option<String>| -> Vec<Entity> {
            code.map(|code| Entity::new(kind, code)).into_iter().collect()
        };
        // A clerk sees what was handed in at the court, and nothing before.
        let province = self.province(territory, today).filter(|_| self.project.filed);
        // Who confirmed before something was changed sees what she is to confirm anew.
        let confirmed = self.founders.iter().filter_map(|founder| founder.confirmed.as_ref());
        let founders: Vec<_> = confirmed.map(|confirmed| Entity::new("Account", &confirmed.account)).collect();
        let helpers: Vec<_> = self.helping().map(|account| Entity::new("Account", account)).collect();
        Resource::new("Project", self.project.id.to_string())
            .with("openers", vec![Entity::new("Account", &self.project.opened_by)])
            .with("founders", founders)
            .with("helpers", helpers)
            .with("agents", role("Agent", self.within(territory, Level::Delegation, today)))
            .with("clerks", role("Clerk", province))
            .with("on_paper", self.project.on_paper)
    }

    /// The place of a level in which its seat is; none if nobody has said where that is.
    fn within(&self, territory: &Territory, level: Level, today: Date) -> Option<String> {
        let place = self.project.plan.sheet.place.as_deref()?;
        territory.ancestor(place, level, today).map(|place| place.code.clone())
    }

    /// The province of its seat, which is that of its court.
    pub(crate) fn province(&self, territory: &Territory, today: Date) -> Option<String> {
        self.within(territory, Level::Province, today)
    }

    /// The accounts that help with it.
    pub(crate) fn helping(&self) -> impl Iterator<Item = &str> {
        self.helpers.iter().filter_map(|helper| Some(helper.agreed.as_ref()?.0.as_str()))
    }

    /// How an account confirmed that its owner founds it, though it may hold no longer.
    pub(crate) fn confirmed_by(&self, account: Option<&str>) -> Option<&Confirmed> {
        let mut confirmed = self.founders.iter().filter_map(|founder| founder.confirmed.as_ref());
        confirmed.find(|confirmed| account == Some(confirmed.account.as_str()))
    }

    /// Whether an account has a part in it already: whoever opened it, helps with it, or founds.
    pub(crate) fn is_known_to(&self, account: &str) -> bool {
        self.project.opened_by == account
            || self.helping().any(|helping| helping == account)
            || self.confirmed_by(Some(account)).is_some()
    }

    /// The accounts by which founders who will run it have confirmed: they act for the cooperative.
    pub(crate) fn acting(&self) -> impl Iterator<Item = &str> {
        let running = self.founders.iter().filter(|founder| founder.runs);
        running.filter_map(|founder| Some(founder.confirms()?.account.as_str()))
    }

    /// The last day of the first term of those who run it; none if the statutes give it no length.
    pub(crate) fn term_ends(&self, entered_on: Date) -> Option<Date> {
        self.project.plan.statutes.term_years.map(|years| entered_on.saturating_add(years.years()))
    }

    /// The name that was granted.
    pub(crate) fn name(&self) -> Option<Granted> {
        self.submissions.iter().find(|one| one.kind == Kind::Name && one.state == State::Accepted)?.decided()
    }

    /// What waits for a decision.
    pub(crate) fn open(&self, kind: Kind) -> Option<&Submission> {
        self.submissions.iter().find(|one| one.kind == kind && one.state == State::Open)
    }

    /// What the local register says of it, by the file that the court accepted last; none before that. The delegation may have returned
    /// the copy since, to be mended: the cooperative stands in the local register all the same.
    pub(crate) fn entered(&self) -> Option<(&Submission, Entered)> {
        let accepted = |one: &&Submission| one.kind == Kind::Filing && one.state == State::Accepted;
        let last = self.submissions.iter().find(accepted)?;
        Some((last, last.decided()?))
    }

    /// The day on which a file was first handed in at the court, though it came back since; none before that, and of one that came on
    /// paper: that was handed in before anybody typed it.
    pub(crate) fn first_filed_on(&self) -> Option<Date> {
        let filings = self.submissions.iter().filter(|one| one.kind == Kind::Filing && !self.project.on_paper);
        filings.map(|one| self.filed_on(one)).min()
    }

    /// Whether others have it in hand, or it is a cooperative already: founders change nothing then.
    pub(crate) fn is_closed(&self) -> bool {
        self.project.number.is_some() || self.open(Kind::Filing).is_some() || self.open(Kind::Entry).is_some()
    }

    /// What it is called: by the name that was granted, else as its founders call it.
    pub(crate) fn title(&self) -> String {
        self.name().map_or_else(|| self.project.plan.sheet.title.clone(), |granted| granted.name.tell())
    }

    /// How many shares are paid in cash and how many in kind.
    pub(crate) fn shares(&self) -> (i64, i64) {
        let sum = |of: fn(&Founder) -> i64| self.founders.iter().map(of).fold(0, i64::saturating_add);
        (sum(|founder| founder.cash_shares), sum(|founder| founder.kind_shares))
    }

    /// The capital in centimes; none before the value of a share is known.
    pub(crate) fn capital_minor(&self) -> Option<i64> {
        let (cash, kind) = self.shares();
        self.project.plan.funds.share_minor.map(|share| share.saturating_mul(cash.saturating_add(kind)))
    }

    /// How much of the capital is paid up, in centimes: what is deposited of the shares in cash, and those in kind, which are brought
    /// in whole.
    pub(crate) fn paid_up_minor(&self) -> i64 {
        let (funds, (_, kind)) = (&self.project.plan.funds, self.shares());
        let in_kind = funds.share_minor.unwrap_or_default().saturating_mul(kind);
        funds.paid_minor.unwrap_or_default().saturating_add(in_kind)
    }

    /// How many will run it.
    pub(crate) fn runners(&self) -> i64 {
        i64::try_from(self.founders.iter().filter(|founder| founder.runs).count()).unwrap_or(i64::MAX)
    }

    /// The day on which something was handed in.
    pub(crate) fn filed_on(&self, submission: &Submission) -> Date {
        self.zone.to_datetime(submission.filed_at).date()
    }

    /// Until when something is to be decided, if a rule says so: from the day on which it was there.
    pub(crate) fn until(&self, submission: &Submission) -> Option<Date> {
        let begins = self.filed_on(submission);
        Some(submission.kind.within().on(begins)?.ends(begins))
    }
}
