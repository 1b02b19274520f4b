//! A dossier in lines: what each says, for whoever decides about it.

use kernel::{Currency, Date};
use register::acts::Organ;
use web::{App, Messages, Page, Problem, Speaker};

use crate::{
    dossier::Dossier,
    project::{Plan, Sheet},
    submission::{Entered, Granted, Kind, Registered, Submission},
};

/// What the founders intend, in lines; what they have not said is left out.
pub(crate) fn of(app: &App, page: &Page, dossier: &Dossier) -> Result<Vec<[String; 2]>, Problem> {
    let t = &page.t;
    let names = app.names()?;
    let projection = app.ledger.projection();
    let speaker = Speaker { t, names: &names, territory: projection.territory(), day: app.ledger.today() };
    let plan = &dossier.project.plan;
    let lines = [sheet(&speaker, &plan.sheet), statutes(t, plan), funds(t, dossier)].concat();
    let said = lines.into_iter().filter(|(_, text)| !text.is_empty());
    Ok(said.map(|(name, text)| [t.get(&format!("founding-field-{name}")), text]).collect())
}

fn sheet(speaker: &Speaker<'_>, sheet: &Sheet) -> Vec<(&'static str, String)> {
    let category = |code: &str| speaker.t.find(&format!("category-{code}")).unwrap_or_else(|| code.to_owned());
    let categories: Vec<_> = sheet.categories.iter().map(|one| category(one.code())).collect();
    let value = |dimension, code: Option<&str>| code.map(|code| speaker.value(dimension, code)).unwrap_or_default();
    vec![
        ("idea", sheet.idea.clone()),
        ("place", value("place", sheet.place.as_deref())),
        ("branch", value("branch", sheet.branch.as_deref())),
        ("categories", categories.join(" · ")),
        ("type", value("type", sheet.cooperative_type.map(|one| one.code()))),
        ("community", sheet.community.clone().unwrap_or_default()),
    ]
}

fn statutes(t: &Messages, plan: &Plan) -> Vec<(&'static str, String)> {
    let organ = plan.statutes.organ.map(|organ| match organ {
        Organ::Managers => t.get("register-told-organ-managers"),
        Organ::Board => t.get("register-told-organ-board"),
    });
    let term = plan.statutes.term_years.map(|years| t.count("register-unit-years", years));
    vec![
        ("object", plan.statutes.object.clone()),
        ("organ", organ.unwrap_or_default()),
        ("term", term.unwrap_or_default()),
    ]
}

fn funds(t: &Messages, dossier: &Dossier) -> Vec<(&'static str, String)> {
    let funds = &dossier.project.plan.funds;
    let amount = |minor: Option<i64>| minor.map(|minor| t.amount(minor, Currency::Mad)).unwrap_or_default();
    let day = |day: Option<Date>| day.map(|day| t.day(day)).unwrap_or_default();
    vec![
        ("share", amount(funds.share_minor)),
        ("capital", amount(dossier.capital_minor())),
        ("paid", amount(funds.paid_minor)),
        ("first_paid_on", day(funds.first_paid_on)),
        ("deposited_on", day(funds.deposited_on)),
        ("bank", funds.bank.clone()),
        ("deposit", funds.deposit.clone()),
        ("report", funds.report.clone()),
    ]
}

/// What the local register says.
pub(crate) fn entered(t: &Messages, entered: &Entered) -> Vec<[String; 2]> {
    let court = entered.court.as_ref().map(|court| [t.get("founding-field-court"), court.clone()]);
    let lines = [
        [t.get("founding-field-local_number"), entered.local_number.clone()],
        [t.get("founding-field-entered_on"), t.day(entered.entered_on)],
    ];
    lines.into_iter().chain(court).collect()
}

/// What was decided, in lines.
pub(crate) fn outcome(t: &Messages, submission: &Submission) -> Vec<[String; 2]> {
    match submission.kind {
        Kind::Name => submission.decided::<Granted>().map(|granted| {
            let until = granted.until.map(|until| [t.get("founding-granted-until"), t.day(until)]);
            let lines = [
                [t.get("founding-granted-name"), granted.name.tell()],
                [t.get("founding-granted-number"), granted.number],
                [t.get("founding-granted-on"), t.day(granted.issued_on)],
            ];
            lines.into_iter().chain(until).collect()
        }),
        Kind::Filing => submission.decided::<Entered>().map(|said| entered(t, &said)),
        Kind::Entry => {
            let registered = submission.decided::<Registered>();
            registered.map(|registered| vec![[t.get("founding-registered-number"), registered.number]])
        }
    }
    .unwrap_or_default()
}
