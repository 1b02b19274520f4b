//! Who walks the path with founders: invited by a link, agreed to by an account, and taken back by whoever opened the project.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::{
    AccountId, Error, Secret, Site, account,
    audit::{self, Event, Line},
};
use kernel::{Date, Timestamp};
use ledger::Ledger;
use web::{App, Form, Page, Problem, Query, Visitor, Wrong};

use super::{confirmation::over, dossier, may_keep, onward, own, resource};
use crate::{
    confirming::{self, GOOD_FOR},
    dossier::Dossier,
    helping::{Helper, store},
    person,
};

#[derive(Template)]
#[template(path = "helping.html")]
struct HelpersPage {
    page: Page,
    errors: Vec<Wrong>,
    project: i64,
    title: String,
    helpers: Vec<Shown>,
    /// Whether who looks says who helps.
    keeps: bool,
    /// The link that was just made; empty if none was.
    link: String,
}

/// A helper as people read it.
struct Shown {
    id: i64,
    /// What who agreed is called; none while nobody did, and of who was erased.
    name: Option<String>,
    /// Since when the helper has the right; none while nobody agreed.
    since: Option<Date>,
    /// The last day on which the link is good.
    until: Date,
}

/// What somebody is asked to agree to.
#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage {
    page: Page,
    errors: Vec<Wrong>,
    title: String,
}

/// `GET /{lang}/projects/{id}/helpers`
pub(super) async fn index(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    one(app, page, visitor, id, String::new()).await
}

async fn one(app: App, page: Page, visitor: Visitor, id: String, link: String) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let project = dossier.project.id;
        let day = |at: Timestamp| ledger.zone().to_datetime(at).date();
        let one = |helper: &Helper| {
            let account = helper.agreed.as_ref().map(|(account, _)| account);
            let name = account.map(|account| person::called(&data, project, account, (&visitor, "see_project")));
            let since = helper.agreed.as_ref().map(|(_, at)| day(*at));
            Ok::<_, Problem>(Shown {
                id: helper.id,
                name: name.transpose()?.flatten(),
                since,
                until: day(helper.ends_at),
            })
        };
        let helpers = dossier.helpers.iter().map(one).collect::<Result<_, _>>()?;
        let keeps = may_keep(&data, ledger, &visitor, &dossier);
        Ok::<_, Problem>(HelpersPage {
            page,
            errors: Vec::new(),
            project,
            title: dossier.title(),
            helpers,
            keeps,
            link,
        })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/projects/{id}/helpers`: makes a link for a helper, or takes the right of one back.
pub(super) async fn change(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let dossier = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &who, &which)?;
        who.may(&data, "keep_project", &resource(ledger, &dossier))?;
        Ok::<_, Problem>(dossier)
    });
    let dossier = dossier.await?;
    let (invites, removed) = (sent.flag("invite"), sent.number("remove", 0, 0..=i64::MAX));
    sent.finish()?;
    if !invites {
        app.blocking(move |ledger| end(ledger, &dossier, removed, &visitor)).await?;
        return Ok(onward(&page, &format!("/projects/{id}/helpers")));
    }
    let address = page.to("/invitations/");
    let data = app.clone();
    let link = app.blocking(move |ledger| {
        let secret = Secret::new().map_err(|error| Problem::Fault(web::Fault::new(error)))?;
        let (digest, ends_at) = (secret.digest(), ledger.clock().now() + GOOD_FOR);
        ledger.db().write(move |conn| store::invite(conn, dossier.project.id, &digest, ends_at))?;
        Ok::<_, Problem>(format!("{}{address}{}", Site::of(&data)?.address, secret.as_str()))
    });
    let link = link.await?;
    one(app, page, visitor, id, link).await
}

/// Takes the right of a helper back. Links to founders that nobody has followed are void: the helper may have made them.
fn end(ledger: &Ledger, dossier: &Dossier, id: i64, visitor: &Visitor) -> Result<(), Error> {
    let Some(helper) = dossier.helpers.iter().find(|helper| helper.id == id) else { return Ok(()) };
    let (project, now) = (dossier.project.id, ledger.clock().now());
    let by: Option<AccountId> = visitor.account().and_then(|account| account.parse().ok());
    ledger.db().write_alone(|conn| {
        store::end(conn, project, id)?;
        confirming::store::unask(conn, project)?;
        let Some(account) = helper.agreed.as_ref().and_then(|(account, _)| account.parse::<AccountId>().ok()) else {
            return Ok(());
        };
        note(conn, Line::new(Event::MandateEnded, now).by(by.as_ref()), &account, project)
    })
}

/// Notes what became of the right of an account.
fn note(conn: &mut db::Conn, line: Line, account: &AccountId, project: i64) -> Result<(), Error> {
    let Some(account) = account::by_id(conn, account)? else { return Ok(()) };
    let on = authz::Entity::new("Project", project.to_string());
    audit::add(conn, &line.about(&account.person).doing("change_project").on(&on))
}

/// The project to which somebody is invited, which is for whoever has the link; none once it was used or is over.
fn invited(ledger: &Ledger, secret: &str) -> Result<Option<Dossier>, Problem> {
    let Some(digest) = Secret::read(secret).map(|secret| secret.digest()) else { return Ok(None) };
    let (now, zone) = (ledger.clock().now(), ledger.zone());
    let found = ledger.db().read(|conn| match store::invited(conn, &digest, now)? {
        Some(project) => Dossier::read(conn, project, zone),
        None => Ok(None),
    });
    Ok(found?)
}

/// `GET /{lang}/invitations/{secret}`
pub(super) async fn invitation(
    State(app): State<App>,
    page: Page,
    Path(secret): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    ask(app, page, secret, Vec::new()).await
}

async fn ask(app: App, page: Page, secret: String, errors: Vec<Wrong>) -> Result<Response, Problem> {
    match app.blocking(move |ledger| invited(ledger, &secret)).await? {
        Some(dossier) => {
            let shown = InvitationPage { page, errors, title: dossier.title() };
            own(&shown.page, &shown, &shown.errors)
        }
        None => over(page),
    }
}

/// `POST /{lang}/invitations/{secret}`
pub(super) async fn agree(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(secret): Path<String>,
    Form(mut sent): Form,
) -> Result<Response, Problem> {
    let is_meant = sent.flag("agree");
    sent.finish()?;
    if !is_meant {
        return ask(app, page, secret, Vec::new()).await;
    }
    let account = visitor.account().and_then(|account| account.parse::<AccountId>().ok()).ok_or(Problem::SignIn)?;
    let which = secret.clone();
    let done = app.blocking(move |ledger| {
        let Some(dossier) = invited(ledger, &which)? else { return Ok(Ok(None)) };
        if dossier.is_known_to(account.as_str()) {
            return Ok(Err(Wrong::new("agree", "", "somebody else").told("founding-wrong-invited")));
        }
        let Some(digest) = Secret::read(&which).map(|secret| secret.digest()) else { return Ok(Ok(None)) };
        let (project, now) = (dossier.project.id, ledger.clock().now());
        let agreed = ledger.db().write_alone(|conn| {
            let agreed = store::agree(conn, &digest, account.as_str(), now)?;
            if agreed {
                note(conn, Line::new(Event::MandateGiven, now).by(Some(&account)), &account, project)?;
            }
            Ok::<_, Error>(agreed)
        });
        Ok::<_, Problem>(Ok(agreed?.then_some(project)))
    });
    match done.await? {
        Ok(Some(project)) => Ok(onward(&page, &format!("/projects/{project}"))),
        Ok(None) => over(page),
        Err(wrong) => ask(app, page, secret, vec![wrong]).await,
    }
}
