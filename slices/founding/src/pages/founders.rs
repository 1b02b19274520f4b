//! The founders: who they are, what each brings in, and on which paper each has signed.

mod keep;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use identity::{AccountId, Details};
use kernel::{Currency, Date, Timestamp};
use ledger::Ledger;
use register::Sex;
use web::{
    App, Form, Messages, Page, Problem, Query, Visitor, Wrong,
    fields::{Field, Input, Sent},
};

use super::{
    Head, closed, dossier, head, is_conflict, may_change, onward, own,
    papers::{self, Scans},
    to_change,
};
use crate::{
    check::minors,
    dossier::Dossier,
    founder::{Founder, Who},
    legal::Number,
    person::{self as people, Known},
    step::Step,
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
    scans: Scans,
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
    /// Of a legal person.
    pub(super) number: Option<String>,
    pub(super) representative: Option<String>,
    /// List and land of a right in collective land.
    pub(super) land: Vec<String>,
    pub(super) shares: i64,
    /// What is brought in kind, and what it is worth.
    pub(super) kind: Vec<String>,
    pub(super) runs: bool,
    pub(super) is_legal: bool,
    pub(super) is_minor: bool,
    pub(super) signed: Option<String>,
    /// The day on which the founder confirmed by an account of their own.
    pub(super) confirmed_on: Option<Date>,
    /// The day on which what the founder had confirmed was changed.
    pub(super) lapsed_on: Option<Date>,
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
        let (sex, number) = match &known.founder.who {
            Who::Person(_, sex) => (*sex, None),
            Who::Legal(legal) => (None, legal.number.as_ref()),
        };
        let details = known.details.as_ref();
        let day = |at: Timestamp| ledger.zone().to_datetime(at).date();
        Shown {
            id: known.founder.id,
            name: known.name(),
            identity_number: details.and_then(|details| details.identity_number.as_ref()).map(ToString::to_string),
            born_on: details.and_then(|details| details.born_on),
            sex: sex.map(|sex| t.get(&format!("founding-{}", sex.code()))),
            number: number.map(ToString::to_string),
            representative: known.representative.clone(),
            land: known.land_list.iter().chain(&known.land).cloned().collect(),
            shares: known.founder.shares(),
            kind: kind(t, &known.founder),
            runs: known.founder.runs,
            is_legal: known.founder.who.is_legal(),
            is_minor: known.is_minor(today),
            signed: known.founder.signed.clone(),
            confirmed_on: known.founder.confirms().map(|confirmed| day(confirmed.at)),
            lapsed_on: known.founder.confirmed.as_ref().and_then(|confirmed| confirmed.lapsed_at).map(day),
        }
    };
    known.iter().map(one).collect()
}

/// What a founder brings in kind, and what it is worth.
pub(super) fn kind(t: &Messages, founder: &Founder) -> Vec<String> {
    let worth = founder.kind_value_minor.map(|minor| t.amount(minor, Currency::Mad));
    founder.kind_what.iter().cloned().chain(worth).collect()
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
    /// Of a legal person: its number, and who acts for it.
    legal_number: String,
    representative: String,
    cash_shares: i64,
    kind_shares: i64,
    kind_what: String,
    kind_value_minor: Option<i64>,
    runs: bool,
    land_list: String,
    land: String,
    signed: String,
    /// Whether it is who prepares the project.
    own: bool,
}

impl Typed {
    /// What is stored of a founder.
    fn of(known: &Known, opener: &str) -> Self {
        let details = known.details.clone().unwrap_or_default();
        let (sex, number) = match &known.founder.who {
            Who::Person(_, sex) => (sex.map(Sex::code), None),
            Who::Legal(legal) => (None, legal.number.as_ref()),
        };
        Self {
            id: known.founder.id,
            is_legal: known.founder.who.is_legal(),
            name: known.name().unwrap_or_default(),
            identity_number: details.identity_number.map(|number| number.to_string()).unwrap_or_default(),
            born_on: details.born_on.map(|day| day.to_string()).unwrap_or_default(),
            sex: sex.unwrap_or_default().to_owned(),
            legal_number: number.map(ToString::to_string).unwrap_or_default(),
            representative: known.representative.clone().unwrap_or_default(),
            cash_shares: known.founder.cash_shares,
            kind_shares: known.founder.kind_shares,
            kind_what: known.founder.kind_what.clone().unwrap_or_default(),
            kind_value_minor: known.founder.kind_value_minor,
            runs: known.founder.runs,
            land_list: known.land_list.clone().unwrap_or_default(),
            land: known.land.clone().unwrap_or_default(),
            signed: known.founder.signed.clone().unwrap_or_default(),
            own: known.founder.confirms().is_some_and(|confirmed| confirmed.account == opener),
        }
    }

    fn fields(&self, t: &Messages, with_land: bool, with_own: bool) -> Vec<Field> {
        let choice = |code: &str, key: &str| (code.to_owned(), t.get(key));
        let who = vec![choice("person", "founding-person"), choice("legal", "founding-legal")];
        let sexes = Sex::ALL.iter().map(|sex| (sex.code().to_owned(), t.get(&format!("founding-{}", sex.code()))));
        let sexes = std::iter::once(choice("", "founding-choose")).chain(sexes).collect();
        let runs = vec![choice("yes", "founding-runs")];
        let worth = self.kind_value_minor.map(|minor| Currency::Mad.major(minor)).unwrap_or_default();
        let mut fields = vec![
            Field::new(t, "founding", "who", if self.is_legal { "legal" } else { "person" }, Input::Choice(who)),
            Field::new(t, "founding", "name", &*self.name, Input::Line),
            Field::new(t, "founding", "identity_number", &*self.identity_number, Input::Line),
            Field::new(t, "founding", "born_on", &*self.born_on, Input::Day),
            Field::new(t, "founding", "sex", &*self.sex, Input::Choice(sexes)),
            Field::new(t, "founding", "legal_number", &*self.legal_number, Input::Line),
            Field::new(t, "founding", "representative", &*self.representative, Input::Line),
            Field::new(t, "founding", "cash_shares", self.cash_shares.to_string(), Input::Number),
            Field::new(t, "founding", "kind_shares", self.kind_shares.to_string(), Input::Number),
            Field::new(t, "founding", "kind_what", &*self.kind_what, Input::Line),
            Field::new(t, "founding", "kind_value", worth, Input::Amount),
            Field::new(t, "founding", "runs", if self.runs { "yes" } else { "" }, Input::Several(runs)),
            Field::new(t, "founding", "signed", &*self.signed, Input::Line),
        ];
        // Land that was told before the community was taken back can be taken back too.
        if with_land || !(self.land_list.is_empty() && self.land.is_empty()) {
            fields.push(Field::new(t, "founding", "land_list", &*self.land_list, Input::Line));
            fields.push(Field::new(t, "founding", "land", &*self.land, Input::Line));
        }
        if with_own {
            let own = vec![choice("yes", "founding-own")];
            fields.push(Field::new(t, "founding", "own", if self.own { "yes" } else { "" }, Input::Several(own)));
        }
        fields
    }

    /// Reads the form, with what is known of the person: who founds, or who acts for the legal person that does.
    fn read(sent: &mut Sent, today: Date) -> (Self, Details) {
        let typed = Self {
            id: sent.query.number("founder", 0, 0..=i64::MAX),
            is_legal: sent.query.one("who").as_deref() == Some("legal"),
            name: sent.line("name"),
            identity_number: sent.line("identity_number"),
            born_on: sent.line("born_on"),
            sex: sent.line("sex"),
            legal_number: sent.line("legal_number"),
            representative: sent.line("representative"),
            cash_shares: sent.number("cash_shares").unwrap_or_default(),
            kind_shares: sent.number("kind_shares").unwrap_or_default(),
            kind_what: sent.line("kind_what"),
            kind_value_minor: sent.amount("kind_value"),
            runs: sent.query.flag("runs"),
            land_list: sent.line("land_list"),
            land: sent.line("land"),
            signed: sent.line("signed"),
            own: sent.query.flag("own"),
        };
        if typed.is_legal && typed.own {
            sent.refuse("own", "", "founding-wrong-own");
        }
        if typed.name.is_empty() {
            sent.refuse("name", "", "founding-wrong-founder");
        }
        let details = if typed.is_legal { typed.read_legal(sent) } else { typed.read_person(sent, today) };
        (typed, details)
    }

    /// What the form says of a person. What was typed is not repeated in what is told to programs.
    fn read_person(&self, sent: &mut Sent, today: Date) -> Details {
        let details = Details {
            name: self.name.parse().ok(),
            identity_number: self.identity_number.parse().ok(),
            born_on: kernel::read_day(&self.born_on).ok().filter(|day| *day < today),
            ..Details::default()
        };
        for (field, is_right, message) in [
            ("identity_number", details.identity_number.is_some(), "founding-wrong-identity"),
            ("born_on", details.born_on.is_some(), "founding-wrong-born"),
            ("sex", self.sex.parse::<Sex>().is_ok(), "founding-wrong-sex"),
        ] {
            if !is_right {
                sent.refuse(field, "", message);
            }
        }
        details
    }

    /// What the form says of who acts for a legal person.
    fn read_legal(&self, sent: &mut Sent) -> Details {
        match self.legal_number.parse::<Number>() {
            Ok(_) if self.legal_number.is_empty() => sent.refuse("legal_number", "", "founding-wrong-number"),
            Ok(_) => {}
            Err(_) => sent.refuse("legal_number", &self.legal_number, "founding-wrong-ice"),
        }
        let name = self.representative.parse().ok();
        if name.is_none() {
            sent.refuse("representative", "", "founding-wrong-representative");
        }
        Details { name, ..Details::default() }
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
        let known = people::of(&data, dossier.project.id, &dossier.founders, (&visitor, "see_project"))?;
        let opener = &dossier.project.opened_by;
        let form = form.unwrap_or_else(|edited| {
            let edited = known.iter().find(|known| known.founder.id == edited);
            edited.map(|known| Typed::of(known, opener)).unwrap_or_default()
        });
        let with_own = own_account(&dossier, &visitor).is_some();
        let with_land = dossier.project.plan.sheet.community.is_some();
        let mut fields = form.fields(&page.t, with_land, with_own);
        let stored = known.iter().find(|known| is_conflict(&errors) && known.founder.id == form.id);
        if let Some(stored) = stored {
            Field::beside(&mut fields, &Typed::of(stored, opener).fields(&page.t, with_land, with_own));
        }
        let founders = self::shown(&page.t, ledger, &known);
        let scans = papers::of_step(&data, &page, &dossier, Step::Founders, head.changes)?;
        let found = [minors(&known, today), papers::unsent(&dossier, &scans)].concat();
        let head = head.with(&page.t, &found);
        Ok::<_, Problem>(FoundersPage { page, errors, head, fields, founders, edited: form.id, scans })
    });
    let shown = shown.await?;
    own(&shown.page, &shown, &shown.errors)
}

/// The account of who looks, if that may be a founder who prepares the project: whoever opened it, not for others from paper.
fn own_account(dossier: &Dossier, visitor: &Visitor) -> Option<AccountId> {
    let opener = visitor.account().filter(|account| !dossier.project.on_paper && *account == dossier.project.opened_by);
    opener.and_then(|account| account.parse().ok())
}

/// `POST /{lang}/projects/{id}/founders`: adds a founder, changes one, or takes one out.
pub(super) async fn put(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(query): Form,
) -> Result<Response, Problem> {
    let (data, who, which) = (app.clone(), visitor.clone(), id.clone());
    let done = app.blocking(move |ledger| {
        let found = to_change(&data, ledger, &who, &which)?;
        let mut sent = Sent::new(query);
        let version = sent.query.number("version", 0, 0..=i64::MAX);
        let removed = sent.query.number("remove", 0, 0..=i64::MAX);
        let form = (removed == 0).then(|| Typed::read(&mut sent, ledger.today())).ok_or(removed);
        sent.query.finish()?;
        let mut errors = sent.wrong;
        if errors.is_empty() {
            errors.extend(match found {
                None => Some(closed()),
                Some(dossier) => keep::change(&data, &who, (&dossier, version), &form)?,
            });
        }
        Ok::<_, Problem>((form.map(|(typed, _)| typed).map_err(|_| 0), errors))
    });
    match done.await? {
        (_, errors) if errors.is_empty() => Ok(onward(&page, &format!("/projects/{id}/founders"))),
        (typed, errors) => one(app, page, visitor, id, typed, errors).await,
    }
}
