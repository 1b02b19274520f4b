//! The founders: who they are, what each brings in, and on which paper each has signed.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use db::Conn;
use identity::{Details, Error, IdentityNumber, PersonId, Site, Vault, person};
use kernel::{Date, Timestamp};
use ledger::Ledger;
use register::Sex;
use web::{
    App, Form, Messages, Page, Papers, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{Head, closed, conflict, dossier, head, may_change, onward, own, papers, to_change};
use crate::{
    dossier::Dossier,
    founder::{Founder, Who},
    person::{self as people, Known, LAND},
    step::Step,
    store,
};

#[derive(Template)]
#[template(path = "founders.html")]
struct FoundersPage {
    page: Page,
    errors: Vec<Wrong>,
    head: Head,
    fields: Vec<Field>,
    founders: Vec<Shown>,
    /// The founder whose form is shown; 0 for a new one.
    edited: i64,
    /// What founders have signed.
    papers: Papers,
}

impl FoundersPage {
    /// How many there are.
    fn count(&self) -> i64 {
        i64::try_from(self.founders.len()).unwrap_or(i64::MAX)
    }
}

/// A founder as people read it.
pub(super) struct Shown {
    pub(super) id: i64,
    pub(super) name: Option<String>,
    pub(super) identity_number: Option<String>,
    pub(super) born_on: Option<Date>,
    pub(super) sex: Option<String>,
    pub(super) land: Option<String>,
    pub(super) shares: i64,
    pub(super) runs: bool,
    pub(super) is_legal: bool,
    pub(super) is_minor: bool,
    pub(super) signed: Option<String>,
    /// The day on which the founder confirmed by an account of their own.
    pub(super) confirmed_on: Option<Date>,
}

impl Shown {
    /// Whether the founder can be asked to confirm by an account of their own.
    pub(super) const fn is_asked(&self) -> bool {
        !self.is_legal && self.signed.is_none() && self.confirmed_on.is_none()
    }

    pub(super) const fn shares(&self) -> i64 {
        self.shares
    }
}

/// Founders as people read them.
pub(super) fn shown(t: &Messages, ledger: &Ledger, known: &[Known]) -> Vec<Shown> {
    let today = ledger.today();
    let one = |known: &Known| {
        let sex = if let Who::Person(_, sex) = &known.founder.who { *sex } else { None };
        let (details, confirmed) = (known.details.as_ref(), known.founder.confirmed.as_ref());
        Shown {
            id: known.founder.id,
            name: known.name(),
            identity_number: details.and_then(|details| details.identity_number.as_ref()).map(ToString::to_string),
            born_on: details.and_then(|details| details.born_on),
            sex: sex.map(|sex| t.get(&format!("founding-{}", sex.code()))),
            land: known.land.clone(),
            shares: known.founder.shares(),
            runs: known.founder.runs,
            is_legal: matches!(known.founder.who, Who::Legal(_)),
            is_minor: known.is_minor(today),
            signed: known.founder.signed.clone(),
            confirmed_on: confirmed.map(|(at, _)| ledger.zone().to_datetime(*at).date()),
        }
    };
    known.iter().map(one).collect()
}

/// A founder as the form says it.
#[derive(Clone, Default)]
pub(super) struct Typed {
    id: i64,
    is_legal: bool,
    name: String,
    identity_number: String,
    born_on: String,
    sex: String,
    cash_shares: i64,
    kind_shares: i64,
    runs: bool,
    land: String,
    signed: String,
}

impl Typed {
    /// What is stored of a founder.
    fn of(known: &Known) -> Self {
        let details = known.details.clone().unwrap_or_default();
        let sex = if let Who::Person(_, Some(sex)) = &known.founder.who { sex.code() } else { "" };
        Self {
            id: known.founder.id,
            is_legal: matches!(known.founder.who, Who::Legal(_)),
            name: known.name().unwrap_or_default(),
            identity_number: details.identity_number.map(|number| number.to_string()).unwrap_or_default(),
            born_on: details.born_on.map(|day| day.to_string()).unwrap_or_default(),
            sex: sex.to_owned(),
            cash_shares: known.founder.cash_shares,
            kind_shares: known.founder.kind_shares,
            runs: known.founder.runs,
            land: known.land.clone().unwrap_or_default(),
            signed: known.founder.signed.clone().unwrap_or_default(),
        }
    }

    fn fields(&self, t: &Messages, with_land: bool) -> Vec<Field> {
        let choice = |code: &str, key: &str| (code.to_owned(), t.get(key));
        let who = vec![choice("person", "founding-person"), choice("legal", "founding-legal")];
        let sexes = Sex::ALL.iter().map(|sex| (sex.code().to_owned(), t.get(&format!("founding-{}", sex.code()))));
        let sexes = std::iter::once(choice("", "founding-choose")).chain(sexes).collect();
        let runs = vec![choice("yes", "founding-runs")];
        let mut fields = vec![
            Field::new(t, "founding", "who", if self.is_legal { "legal" } else { "person" }, Input::Choice(who)),
            Field::new(t, "founding", "name", &*self.name, Input::Line),
            Field::new(t, "founding", "identity_number", &*self.identity_number, Input::Line),
            Field::new(t, "founding", "born_on", &*self.born_on, Input::Day),
            Field::new(t, "founding", "sex", &*self.sex, Input::Choice(sexes)),
            Field::new(t, "founding", "cash_shares", self.cash_shares.to_string(), Input::Number),
            Field::new(t, "founding", "kind_shares", self.kind_shares.to_string(), Input::Number),
            Field::new(t, "founding", "runs", if self.runs { "yes" } else { "" }, Input::Several(runs)),
            Field::new(t, "founding", "signed", &*self.signed, Input::Line),
        ];
        if with_land {
            fields.push(Field::new(t, "founding", "land", &*self.land, Input::Line));
        }
        fields
    }

    /// Reads the form, with what is known of a person who founds.
    fn read(sent: &mut Sent, today: Date) -> (Self, Details) {
        let mut details = Details::default();
        let typed = Self {
            id: sent.query.number("founder", 0, 0..=i64::MAX),
            is_legal: sent.query.one("who").as_deref() == Some("legal"),
            name: sent.line("name"),
            identity_number: sent.line("identity_number"),
            born_on: sent.line("born_on"),
            sex: sent.line("sex"),
            cash_shares: sent.number("cash_shares").unwrap_or_default(),
            kind_shares: sent.number("kind_shares").unwrap_or_default(),
            runs: sent.query.flag("runs"),
            land: sent.line("land"),
            signed: sent.line("signed"),
        };
        match typed.name.parse() {
            Ok(name) => details.name = Some(name),
            Err(_) => sent.refuse("name", "", "founding-wrong-founder"),
        }
        if !typed.is_legal {
            // What was typed of a person is not repeated in what is told to programs.
            match typed.identity_number.parse::<IdentityNumber>() {
                Ok(number) => details.identity_number = Some(number),
                Err(_) => sent.refuse("identity_number", "", "founding-wrong-identity"),
            }
            match kernel::read_day(&typed.born_on).ok().filter(|day| *day < today) {
                Some(day) => details.born_on = Some(day),
                None => sent.refuse("born_on", "", "founding-wrong-born"),
            }
            if typed.sex.parse::<Sex>().is_err() {
                sent.refuse("sex", "", "founding-wrong-sex");
            }
        }
        (typed, details)
    }
}

/// `GET /{lang}/projects/{id}/founders?founder=…`
pub(super) async fn index(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    mut query: Query,
) -> Result<Response, Problem> {
    let edited = query.number("founder", 0, 0..=i64::MAX);
    query.finish()?;
    one(app, page, visitor, id, Err(edited), Vec::new()).await
}

/// The page, with the form as it was typed or with a founder who is to be changed.
pub(super) async fn one(
    app: App,
    page: Page,
    visitor: Visitor,
    id: String,
    form: Result<Typed, i64>,
    errors: Vec<Wrong>,
) -> Result<Response, Problem> {
    let data = app.clone();
    let shown = app.blocking(move |ledger| {
        let dossier = dossier(&data, ledger, &visitor, &id)?;
        let changes = may_change(&data, ledger, &visitor, &dossier);
        let today = ledger.today();
        let head = head(&page, &dossier, Some(Step::Founders), changes, today);
        let known = people::of(&data, &dossier.founders, &visitor)?;
        let form = form.unwrap_or_else(|edited| {
            known.iter().find(|known| known.founder.id == edited).map(Typed::of).unwrap_or_default()
        });
        let fields = form.fields(&page.t, dossier.project.plan.sheet.community.is_some());
        let founders = self::shown(&page.t, ledger, &known);
        let papers = papers::of_step(&data, &page, &dossier, Step::Founders, head.changes)?;
        Ok::<_, Problem>(FoundersPage { page, errors, head, fields, founders, edited: form.id, papers })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// `POST /{lang}/projects/{id}/founders`: adds a founder, changes one, or takes one out.
pub(super) async fn put(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let mut sent = Sent::new(query);
    let version = sent.query.number("version", 0, 0..=i64::MAX);
    let removed = sent.query.number("remove", 0, 0..=i64::MAX);
    let today = app.ledger.today();
    let form = (removed == 0).then(|| Typed::read(&mut sent, today));
    sent.query.finish()?;
    let mut errors = sent.wrong;
    let typed = form.as_ref().map(|(typed, _)| typed.clone()).ok_or(0);
    if errors.is_empty() {
        let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
        let done = app.blocking(move |ledger| {
            let Some(dossier) = to_change(&data, ledger, &who, &which)? else { return Ok(Some(closed())) };
            let (vault, now) = (Site::vault_of(&data)?, ledger.clock().now());
            let done = ledger.db().write_alone(|conn| {
                if !store::touch(conn, dossier.project.id, version)? {
                    return Ok(Some(conflict()));
                }
                match &form {
                    Some((typed, details)) => write(conn, &vault, &dossier, (typed, details), now),
                    None => remove(conn, &dossier, removed, now).map(|()| None),
                }
            });
            Ok::<_, Problem>(done?)
        });
        match done.await? {
            None => return Ok(onward(&page, &format!("/projects/{id}/founders"))),
            Some(wrong) => errors.push(wrong),
        }
    }
    one(app, page, visitor, id, typed, errors).await
}

/// Writes what the form says of a founder. Gives what is wrong, if somebody founds twice.
fn write(
    conn: &mut Conn,
    vault: &Vault,
    dossier: &Dossier,
    (typed, details): (&Typed, &Details),
    now: Timestamp,
) -> Result<Option<Wrong>, Error> {
    let before = dossier.founders.iter().find(|founder| founder.id == typed.id);
    let known = before.and_then(|founder| if let Who::Person(person, _) = &founder.who { Some(person) } else { None });
    if typed.is_legal {
        if let Some(person) = known {
            person::erase(conn, person, now)?;
        }
    } else if founds_already(conn, vault, dossier, details, known)? {
        return Ok(Some(Wrong::new("identity_number", "", "already a founder").told("founding-wrong-twice")));
    }
    let (who, land) = match (typed.is_legal, known) {
        (true, _) => (Who::Legal(typed.name.clone()), None),
        (false, known) => {
            let person = match known {
                Some(person) => {
                    let own = details.clone();
                    person::change(conn, vault, person, |details| *details = own)?;
                    person.clone()
                }
                None => person::add(conn, vault, details, now)?,
            };
            let land = Some(typed.land.as_str()).filter(|land| !land.is_empty());
            let key = person::key_of(conn, vault, &person)?;
            let land = land.map(|land| key.seal(LAND, land)).transpose()?;
            (Who::Person(person, typed.sex.parse().ok()), land)
        }
    };
    let founder = Founder {
        id: before.map_or(0, |founder| founder.id),
        who,
        cash_shares: typed.cash_shares,
        kind_shares: typed.kind_shares,
        runs: typed.runs,
        land,
        signed: Some(typed.signed.clone()).filter(|signed| !signed.is_empty()),
        confirmed: None,
    };
    store::put_founder(conn, dossier.project.id, &founder)?;
    Ok(None)
}

/// Whether another founder of the project has the same identity number.
fn founds_already(
    conn: &mut Conn,
    vault: &Vault,
    dossier: &Dossier,
    details: &Details,
    known: Option<&PersonId>,
) -> Result<bool, Error> {
    let Some(number) = &details.identity_number else { return Ok(false) };
    let same = person::by_identity_number(conn, vault, number)?;
    let founds = |id: &PersonId| {
        dossier.founders.iter().any(|founder| matches!(&founder.who, Who::Person(person, _) if person == id))
    };
    Ok(same.iter().any(|person| Some(&person.id) != known && founds(&person.id)))
}

/// Takes a founder out and erases what is known of the person.
fn remove(conn: &mut Conn, dossier: &Dossier, id: i64, now: Timestamp) -> Result<(), Error> {
    let Some(founder) = dossier.founders.iter().find(|founder| founder.id == id) else { return Ok(()) };
    store::remove_founder(conn, dossier.project.id, id)?;
    if let Who::Person(person, _) = &founder.who {
        person::erase(conn, person, now)?;
    }
    Ok(())
}
