//! Acts in the words of the page, and what subjects are called.

use db::Conn;
use kernel::{Currency, Names};
use ledger::Act;
use web::{Speaker, SubjectKind};

use crate::{
    acts::{AccountsFiled, CooperativeAct, GeneralMeetingHeld, MembershipDeclared, Organ, OrganAppointed, Registered},
    group::FiguresPublished,
    store,
};

/// What people can look at: cooperatives, each on its page, and groups, which have none.
pub(crate) const SUBJECTS: &[SubjectKind] = &[
    SubjectKind { code: "cooperative", page: Some("/cooperatives/"), names, tell: cooperative },
    SubjectKind { code: "group", page: None, names: |_, keys| Ok(vec![None; keys.len()]), tell: group },
];

/// The names of cooperatives as they are now.
fn names(conn: &mut Conn, numbers: &[&str]) -> Result<Vec<Option<Names>>, db::Error> {
    let name = |number: &&str| {
        let found = store::by_number(conn, number)?;
        Ok(found.map(|listed| Names { ar: listed.name_ar, fr: listed.name_fr, en: None }))
    };
    numbers.iter().map(name).collect()
}

/// What an act on a cooperative says beyond its kind. Nothing about single members.
pub(crate) fn cooperative(speaker: &Speaker<'_>, act: &Act) -> Option<String> {
    let t = speaker.t;
    let name = |ar: &Option<String>, fr: &Option<String>| {
        t.name(&Names { ar: ar.clone(), fr: fr.clone(), en: None }).map(|(_, name)| name.to_owned())
    };
    match CooperativeAct::read(&act.kind, &act.body).ok()? {
        CooperativeAct::Registered(said) => registered(speaker, &said),
        CooperativeAct::Renamed(said) => name(&said.name_ar, &said.name_fr),
        CooperativeAct::Identified(said) => Some(said.ice.to_string()),
        CooperativeAct::SeatMoved(said) => said.place.and_then(|place| speaker.named("place", &place)),
        CooperativeAct::ActivityChanged(said) => activity(speaker, said.sector.as_deref(), said.branch.as_deref()),
        CooperativeAct::MembershipDeclared(said) => membership(speaker, &said),
        CooperativeAct::CapitalSubscribed(said)
        | CooperativeAct::CapitalIncreased(said)
        | CooperativeAct::CapitalReduced(said)
        | CooperativeAct::CapitalPaidUp(said) => Some(t.amount(said.amount_minor, said.currency)),
        CooperativeAct::OrganAppointed(said) => Some(organ(speaker, &said)),
        CooperativeAct::GeneralMeetingHeld(said) => meeting(speaker, &said),
        CooperativeAct::AccountsFiled(said) => Some(accounts(speaker, &said)),
        CooperativeAct::Merged(said) => Some(t.with("register-told-into", &[("into", &said.into)])),
        CooperativeAct::StruckOff(said) => said.ground.map(|ground| t.get(&format!("register-ground-{ground}"))),
        CooperativeAct::MemberAdmitted(_)
        | CooperativeAct::MemberLeft(_)
        | CooperativeAct::SharesMoved(_)
        | CooperativeAct::DeclaredDormant
        | CooperativeAct::DeclaredActive
        | CooperativeAct::Dissolved => None,
    }
}

fn registered(speaker: &Speaker<'_>, said: &Registered) -> Option<String> {
    let place = said.place.as_deref().and_then(|place| speaker.named("place", place));
    joined([place, activity(speaker, said.sector.as_deref(), said.branch.as_deref())])
}

/// The branch if it is known, else the sector.
fn activity(speaker: &Speaker<'_>, sector: Option<&str>, branch: Option<&str>) -> Option<String> {
    let sector = sector?;
    let branch = branch.and_then(|branch| speaker.named("branch", &crate::reference::branch_code(sector, branch)));
    branch.or_else(|| speaker.named("sector", sector))
}

fn membership(speaker: &Speaker<'_>, said: &MembershipDeclared) -> Option<String> {
    let total = said.total().map(|total| speaker.t.count("register-told-members", total));
    let women = said.women.filter(|women| *women > 0).map(|women| speaker.t.count("register-told-women", women));
    joined([total, women])
}

pub(crate) fn organ(speaker: &Speaker<'_>, said: &OrganAppointed) -> String {
    let organ = match said.organ {
        Organ::Managers => "register-told-organ-managers",
        Organ::Board => "register-told-organ-board",
    };
    let parts = [speaker.t.get(organ), speaker.t.count("register-told-persons", said.persons)];
    joined(parts.map(Some)).unwrap_or_default()
}

fn meeting(speaker: &Speaker<'_>, said: &GeneralMeetingHeld) -> Option<String> {
    let t = speaker.t;
    let year = said.year.map(|year| t.with("register-told-year", &[("year", &year.to_string())]));
    let approved = said.accounts_approved.then(|| t.get("register-told-approved"));
    let kind = t.get(&format!("register-told-meeting-{}", said.meeting.code()));
    joined([Some(kind), year, Some(t.count("register-told-present", said.present)), approved])
}

fn accounts(speaker: &Speaker<'_>, said: &AccountsFiled) -> String {
    let t = speaker.t;
    let year = t.with("register-told-year", &[("year", &said.year.to_string())]);
    let amount = |key, minor: Option<i64>| Some(t.with(key, &[("amount", &t.amount(minor?, said.currency))]));
    let parts = [
        Some(year),
        turnover(speaker, said.turnover_minor, said.currency),
        amount("register-told-non_members", said.non_members_minor),
        amount("register-told-legal_reserve", said.legal_reserve_minor),
        amount("register-told-education_reserve", said.education_reserve_minor),
        said.auditor_report.filter(|report| *report).map(|_| t.get("register-told-auditor_report")),
    ];
    joined(parts).unwrap_or_default()
}

fn turnover(speaker: &Speaker<'_>, minor: Option<i64>, currency: Currency) -> Option<String> {
    let amount = speaker.t.amount(minor?, currency);
    Some(speaker.t.with("register-told-turnover", &[("amount", &amount)]))
}

fn group(speaker: &Speaker<'_>, act: &Act) -> Option<String> {
    let said = FiguresPublished::read(act).ok()?;
    joined([Some(said.title.clone()), turnover(speaker, said.turnover_minor, said.currency)])
}

/// What there is, one after the other.
fn joined<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
