//! A founder confirms by an account of their own, by a link that whoever prepares the project hands on.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use identity::{AccountId, Secret, Site, account};
use kernel::Currency;
use ledger::Ledger;
use web::{App, Form, Page, Problem, Query, Visitor, Wrong};

use super::{closed, founders, onward, own, resource};
use crate::{
    confirming::{self, GOOD_FOR},
    dossier::Dossier,
    founder::Who,
    person::{self, Known},
    statutes::{self, Article},
    store,
};

/// The link, for whoever hands it on.
#[derive(Template)]
#[template(path = "confirmation_link.html")]
struct LinkPage {
    page: Page,
    errors: Vec<Wrong>,
    project: i64,
    title: String,
    name: String,
    link: String,
}

/// What the founder confirms.
#[derive(Template)]
#[template(path = "confirmation.html")]
struct ConfirmationPage {
    page: Page,
    errors: Vec<Wrong>,
    title: String,
    /// What the founder brings in.
    brings: Vec<[String; 2]>,
    articles: Vec<Article>,
    /// Nobody writes the statutes here.
    writes: bool,
    /// The version of the project that is shown.
    version: i64,
}

impl ConfirmationPage {
    /// Nobody writes here, so nobody else does.
    const fn theirs(&self, _: &str) -> Option<&str> {
        None
    }
}

/// A link that was used or is over.
#[derive(Template)]
#[template(path = "confirmation_over.html")]
struct OverPage {
    page: Page,
}

/// Tells that a link is not good.
pub(super) fn over(page: Page) -> Result<Response, Problem> {
    let over = OverPage { page };
    Ok((StatusCode::NOT_FOUND, web::html(over.page.t.lang(), &over)?).into_response())
}

/// `POST /{lang}/projects/{id}/founders/{founder}/link`
pub(super) async fn ask(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path((id, founder)): Path<(String, i64)>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = super::dossier(&data, ledger, &visitor, &id)?;
        visitor.may(&data, "change_project", &resource(ledger, &dossier))?;
        query.finish()?;
        let known = known(&data, &dossier, founder, &visitor)?.filter(|known| known.details.is_some());
        let known = known.ok_or_else(|| missing(&id))?;
        let (name, title, project) = (known.name().unwrap_or_default(), dossier.title(), dossier.project.id);
        if dossier.is_closed() {
            return Ok(LinkPage { page, errors: vec![closed()], project, title, name, link: String::new() });
        }
        let secret = Secret::new().map_err(|error| Problem::Fault(web::Fault::new(error)))?;
        let (digest, ends_at) = (secret.digest(), ledger.clock().now() + GOOD_FOR);
        ledger.db().write(move |conn| confirming::store::ask(conn, (project, founder), &digest, ends_at))?;
        let link = format!("{}{}", Site::of(&data)?.address, page.to(&format!("/confirmations/{}", secret.as_str())));
        Ok::<_, Problem>(LinkPage { page, errors: Vec::new(), project, title, name, link })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

fn missing(id: &str) -> Problem {
    Problem::NotFound { what: "founder", id: id.to_owned(), near: Vec::new() }
}

/// Who is asked by a link, which is for whoever has it; none once it was used or is over.
fn asked(app: &App, ledger: &Ledger, visitor: &Visitor, secret: &str) -> Result<Option<(Dossier, Known)>, Problem> {
    let Some(digest) = Secret::read(secret).map(|secret| secret.digest()) else { return Ok(None) };
    let (now, zone) = (ledger.clock().now(), ledger.zone());
    let found = ledger.db().read(|conn| {
        let Some((project, founder)) = confirming::store::asked(conn, &digest, now)? else { return Ok(None) };
        Ok::<_, db::Error>(Dossier::read(conn, project, zone)?.map(|dossier| (dossier, founder)))
    });
    let Some((dossier, founder)) = found?.filter(|(dossier, _)| !dossier.is_closed()) else { return Ok(None) };
    Ok(known(app, &dossier, founder, visitor)?.map(|known| (dossier, known)))
}

/// What is known of one founder: only what is read is noted as read.
fn known(app: &App, dossier: &Dossier, founder: i64, visitor: &Visitor) -> Result<Option<Known>, Problem> {
    let founders: Vec<_> = dossier.founders.iter().filter(|one| one.id == founder).cloned().collect();
    Ok(person::of(app, dossier.project.id, &founders, (visitor, "see_project"))?.pop())
}

/// `GET /{lang}/confirmations/{secret}`
pub(super) async fn show(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(secret): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, secret, Vec::new()).await
}

async fn one(app: App, page: Page, visitor: Visitor, secret: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let Some((dossier, known)) = asked(&data, ledger, &visitor, &secret)? else {
            return Ok(Err(page));
        };
        let facts = super::statutes::facts(&data, &page, &dossier)?;
        let articles = statutes::compose(&page.t, &facts, &dossier.project.plan.statutes, ledger.today());
        let (title, brings, version) = (dossier.title(), brings(&page, &dossier, &known), dossier.project.version);
        Ok::<_, Problem>(Ok(ConfirmationPage { page, errors, title, brings, articles, writes: false, version }))
    });
    match shown.await? {
        Ok(shown) => own(&shown.page, &shown, &shown.errors),
        Err(page) => over(page),
    }
}

/// What a founder brings in, in lines.
fn brings(page: &Page, dossier: &Dossier, known: &Known) -> Vec<[String; 2]> {
    let (t, founder) = (&page.t, &known.founder);
    let amount = |shares: i64| {
        let share = dossier.project.plan.funds.share_minor;
        let worth = share.map(|share| t.amount(share.saturating_mul(shares), Currency::Mad));
        [t.number(shares)].into_iter().chain(worth).collect::<Vec<_>>().join(" · ")
    };
    let mut lines = vec![
        [t.get("founding-field-name"), known.name().unwrap_or_default()],
        [t.get("founding-field-cash_shares"), amount(founder.cash_shares)],
        [t.get("founding-field-kind_shares"), amount(founder.kind_shares)],
    ];
    let kind = founders::kind(t, founder).join(" · ");
    if !kind.is_empty() {
        lines.push([t.get("founding-field-kind_what"), kind]);
    }
    if founder.runs {
        lines.push([t.get("founding-field-runs"), t.get("founding-runs")]);
    }
    lines
}

/// `POST /{lang}/confirmations/{secret}`
pub(super) async fn confirm(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(secret): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let number = sent.one("identity_number").unwrap_or_default();
    let version = sent.number("version", 0, 0..=i64::MAX);
    sent.finish()?;
    let (data, who, which) = (app.clone(), visitor.clone(), secret.clone());
    let done = app.blocking(move |ledger| {
        let Some((dossier, known)) = asked(&data, ledger, &who, &which)? else { return Ok(Err(None)) };
        let hers = known.details.as_ref().and_then(|details| details.identity_number.as_ref());
        let wrong = |message| Ok(Err(Some(Wrong::new("identity_number", "", "see the message").told(message))));
        let (Who::Person(person, _), true) =
            (&known.founder.who, hers.is_some() && hers == number.parse().ok().as_ref())
        else {
            return wrong("founding-wrong-not-you");
        };
        let account = who.account().and_then(|account| account.parse::<AccountId>().ok()).ok_or(Problem::SignIn)?;
        if dossier.helping().any(|helping| helping == account.as_str()) {
            return wrong("founding-wrong-helps");
        }
        let (project, founder, now) = (dossier.project.id, known.founder.id, ledger.clock().now());
        let digest = Secret::read(&which).map(|secret| secret.digest()).unwrap_or_default();
        let refused = ledger.db().write_alone(|conn| {
            // Nobody confirms what was changed while she read it.
            if !store::stands(conn, project, version)? {
                return Ok(Some("founding-wrong-read-anew"));
            }
            if !confirming::store::confirm(conn, (project, founder), (&digest, account.as_str()), now)? {
                return Ok(Some("founding-wrong-other-founder"));
            }
            account::claim(conn, &account, person, now).map(|()| None)
        });
        match refused? {
            Some(message) => wrong(message),
            None => Ok::<_, Problem>(Ok(project)),
        }
    });
    match done.await? {
        Ok(project) => Ok(onward(&page, &format!("/projects/{project}"))),
        Err(wrong) => one(app, page, visitor, secret, wrong.into_iter().collect()).await,
    }
}
