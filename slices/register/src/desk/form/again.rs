//! What fills a form again: the request that was returned, as it was typed.

use kernel::Date;

use super::super::{Request, voiding};
use crate::{
    acts::{AccountsFiled, Capital, CooperativeAct, GeneralMeetingHeld, MembershipDeclared, Organ, OrganAppointed},
    reference::branch_code,
};

/// The names of fields with what stands in them.
type Typed = Vec<(&'static str, Option<String>)>;

/// The form of a request as the parameters of an address, with the number of the request that it corrects.
pub(in crate::desk) fn filled(request: &Request) -> String {
    let mut typed = if voiding::is_void(&request.kind) {
        vec![("act", number(request.voids)), ("why", voiding::code(&request.body))]
    } else {
        CooperativeAct::read(&request.kind, &request.body).map(|act| said(&act)).unwrap_or_default()
    };
    typed.push(("effective_on", Some(request.effective_on.to_string())));
    typed.push(("document", Some(request.document.clone())));
    typed.push(("again", Some(request.id.to_string())));
    let mut fields = form_urlencoded::Serializer::new(String::new());
    fields.extend_pairs(typed.into_iter().filter_map(|(name, value)| Some((name, value?))));
    fields.finish()
}

fn number(number: Option<i64>) -> Option<String> {
    number.map(|number| number.to_string())
}

/// What stands in the fields of the form that says an act.
fn said(act: &CooperativeAct) -> Typed {
    match act {
        CooperativeAct::Renamed(said) => vec![("name_ar", said.name_ar.clone()), ("name_fr", said.name_fr.clone())],
        CooperativeAct::Identified(said) => vec![("ice", Some(said.ice.to_string()))],
        CooperativeAct::SeatMoved(said) => vec![("place", said.place.clone())],
        CooperativeAct::ActivityChanged(said) => {
            let branch = said.sector.as_deref().zip(said.branch.as_deref());
            vec![("branch", branch.map(|(sector, branch)| branch_code(sector, branch)))]
        }
        CooperativeAct::MembershipDeclared(said) => declared(said),
        CooperativeAct::CapitalIncreased(said)
        | CooperativeAct::CapitalReduced(said)
        | CooperativeAct::CapitalPaidUp(said) => capital(said),
        CooperativeAct::OrganAppointed(said) => organ(said),
        CooperativeAct::GeneralMeetingHeld(said) => meeting(said),
        CooperativeAct::AccountsFiled(said) => accounts(said),
        CooperativeAct::Merged(said) => vec![("into", Some(said.into.clone()))],
        CooperativeAct::StruckOff(said) => vec![("ground", said.ground.map(|ground| ground.to_string()))],
        _ => Vec::new(),
    }
}

fn declared(said: &MembershipDeclared) -> Typed {
    vec![
        ("women", number(said.women)),
        ("women_young", number(said.women_young)),
        ("men", number(said.men)),
        ("men_young", number(said.men_young)),
        ("legal_persons", number(said.legal_persons)),
    ]
}

fn capital(said: &Capital) -> Typed {
    vec![("amount", Some(said.currency.major(said.amount_minor)))]
}

fn organ(said: &OrganAppointed) -> Typed {
    let until = said.until.as_ref().map(Date::to_string);
    let organ = match said.organ {
        Organ::Managers => "managers",
        Organ::Board => "board",
    };
    vec![("organ", Some(organ.to_owned())), ("persons", number(Some(said.persons))), ("until", until)]
}

fn answer(yes: bool) -> Option<String> {
    Some(if yes { "yes" } else { "no" }.to_owned())
}

fn meeting(said: &GeneralMeetingHeld) -> Typed {
    vec![
        ("meeting", Some(said.meeting.code().to_owned())),
        ("year", said.year.map(|year| year.to_string())),
        ("present", number(Some(said.present))),
        ("approved", answer(said.accounts_approved)),
    ]
}

fn accounts(said: &AccountsFiled) -> Typed {
    let money = |minor: Option<i64>| minor.map(|minor| said.currency.major(minor));
    vec![
        ("year", Some(said.year.to_string())),
        ("turnover", money(said.turnover_minor)),
        ("non_members", money(said.non_members_minor)),
        ("surplus", money(said.surplus_minor)),
        ("legal_reserve", money(said.legal_reserve_minor)),
        ("education_reserve", money(said.education_reserve_minor)),
        ("members_funds", money(said.members_funds_minor)),
        ("assets", money(said.assets_minor)),
        ("liabilities", money(said.liabilities_minor)),
        ("employees", number(said.employees)),
        ("auditor_report", said.auditor_report.and_then(answer)),
    ]
}
