//! What founders changed in a file that the court had accepted and that the delegation returned.

use kernel::Currency;
use web::{App, Messages, Page, Problem};

use super::super::statutes::facts;
use crate::{
    dossier::Dossier,
    file::{File, Part},
    person::Known,
    project::Name,
    statutes,
    submission::Submission,
    summary,
};

/// What is otherwise than when the court accepted the file.
pub(super) enum Changed {
    /// Each thing that is: what, what it said before, and what it says now.
    These(Vec<[String; 3]>),
    /// Nobody kept what that file said.
    Unknown,
}

/// What a file that is handed in says otherwise than the one that the court accepted last; none if it has accepted none.
pub(super) fn since(
    app: &App,
    page: &Page,
    (submission, dossier): (&Submission, &Dossier),
    known: &[Known],
) -> Result<Option<Changed>, Problem> {
    let Some((accepted, _)) = dossier.entered().filter(|(accepted, _)| accepted.id != submission.id) else {
        return Ok(None);
    };
    let Some(then) = accepted.file.as_deref().and_then(|file| serde_json::from_str::<File>(file).ok()) else {
        return Ok(Some(Changed::Unknown));
    };
    let (t, now, before) = (&page.t, File::of(submission, dossier), then.dossier(dossier));
    let name = |file: &File| file.name.as_ref().map(Name::tell).unwrap_or_default();
    let mut changes = vec![
        [t.get("founding-granted-name"), name(&then), name(&now)],
        [t.get("founding-field-minutes"), then.papers.minutes, now.papers.minutes],
        [t.get("founding-field-receipt"), then.papers.receipt, now.papers.receipt],
    ];
    changes.extend(beside(&summary::of(app, page, &before)?, &summary::of(app, page, dossier)?));
    let articles = |of: &Dossier| {
        let composed = statutes::compose(t, &facts(app, page, of)?, &of.project.plan.statutes, app.ledger.today());
        Ok::<_, Problem>(composed.into_iter().map(|one| [one.title, one.text]).collect::<Vec<_>>())
    };
    changes.extend(beside(&articles(&before)?, &articles(dossier)?));
    changes.extend(founders(t, (&then.founders, &now.founders), known));
    changes.retain(|[_, before, now]| before != now);
    Ok(Some(Changed::These(changes)))
}

/// Lines that are called alike, beside each other; what is called so on one side only stands against nothing.
fn beside(before: &[[String; 2]], now: &[[String; 2]]) -> Vec<[String; 3]> {
    let says = |lines: &[[String; 2]], called: &str| {
        lines.iter().find(|[name, _]| name == called).map(|[_, says]| says.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|[name, _]| !now.iter().any(|[other, _]| other == name));
    let names = now.iter().chain(gone).map(|[name, _]| name);
    names.map(|name| [name.clone(), says(before, name), says(now, name)]).collect()
}

/// What founders bring in otherwise; of who is no founder any more nobody knows the name.
fn founders(t: &Messages, (before, now): (&[Part], &[Part]), known: &[Known]) -> Vec<[String; 3]> {
    let called = |who: &str| {
        let name = known.iter().find(|known| Part::of(&known.founder).who == who).and_then(Known::name);
        name.unwrap_or_else(|| t.get("founding-changed-gone"))
    };
    let says = |parts: &[Part], who: &str| {
        parts.iter().find(|part| part.who == who).map(|part| brings(t, part)).unwrap_or_default()
    };
    let gone = before.iter().filter(|part| !now.iter().any(|other| other.who == part.who));
    let all = now.iter().chain(gone).map(|part| part.who.as_str());
    all.map(|who| [called(who), says(before, who), says(now, who)]).collect()
}

/// What somebody brings in, and whether this one runs the cooperative, in words.
fn brings(t: &Messages, part: &Part) -> String {
    let shares = [("founding-follows-cash", part.cash_shares), ("founding-follows-kind", part.kind_shares)];
    let shares = shares.into_iter().filter(|(_, shares)| *shares > 0);
    let shares = shares.map(|(key, shares)| format!("{} : {}", t.get(key), t.count("founding-shares", shares)));
    let worth = part.kind_value_minor.map(|minor| t.amount(minor, Currency::Mad));
    let runs = part.runs.then(|| t.get("founding-runs"));
    shares.chain(worth).chain(runs).collect::<Vec<_>>().join(" · ")
}
