//! Names that could be taken for the one that founders would like: of cooperatives, and of other projects, to which one was granted
//! or which ask for one too.

use db::Conn;
use kernel::{Date, Names};
use ledger::Ledger;
use register::{
    directory::{Directory, Likeness, likeness},
    store as cooperatives,
};
use web::{App, KeptName, Messages, Problem, Speaker};

use crate::{
    project::Name,
    store,
    submission::{Granted, Kind, Submission},
};

/// How many are shown of each name.
const AT_MOST: usize = 8;
/// How many cooperatives are looked through for one that is still there: the likest come first.
const SAME_AT_MOST: usize = 40;

/// A name that somebody has, or would like too.
pub(crate) struct Alike {
    pub(crate) likeness: Likeness,
    pub(crate) name: String,
    pub(crate) whose: Whose,
}

/// Whose a name is.
pub(crate) enum Whose {
    /// Of a cooperative: its number, and where its seat is.
    Cooperative(String, Option<String>),
    /// It was granted to other founders.
    Granted,
    /// Other founders asked for it on this day, and wait.
    Asked(Date),
}

impl Alike {
    /// Why it could be taken for the other.
    pub(crate) fn why(&self, t: &Messages) -> String {
        t.get(&format!("register-alike-{}", self.likeness.code()))
    }

    /// The number of the cooperative and where its seat is, if it is one's.
    pub(crate) const fn cooperative(&self) -> Option<(&String, &Option<String>)> {
        if let Whose::Cooperative(number, place) = &self.whose { Some((number, place)) } else { None }
    }

    /// Whose it is, if it is no cooperative's.
    pub(crate) fn of_founders(&self, t: &Messages) -> String {
        match self.whose {
            Whose::Cooperative(..) => String::new(),
            Whose::Granted => t.get("founding-alike-granted"),
            Whose::Asked(on) => t.with("founding-alike-asked", &[("day", &t.day(on))]),
        }
    }
}

/// Who has a name like this, or would like one, the likest first; of those that are as like, cooperatives first, then those that were
/// granted and hold, then those that wait, whoever asked first.
pub(crate) fn alike(app: &App, t: &Messages, name: &Name, project: i64) -> Result<Vec<Alike>, Problem> {
    let texts: Vec<_> = name.texts().collect();
    let found = Directory::look_alike(app, &texts, AT_MOST)?;
    let codes = app.names()?;
    let projection = app.ledger.projection();
    let speaker = Speaker { t, names: &codes, territory: projection.territory(), day: app.ledger.today() };
    let mut alike: Vec<_> = found
        .into_iter()
        .map(|(likeness, line)| {
            let names = Names { ar: line.name_ar, fr: line.name_fr, en: None };
            let name = t.name(&names).map_or_else(|| line.number.clone(), |(_, name)| name.to_owned());
            let place = line.place.map(|place| speaker.value("place", &place));
            Alike { likeness, name, whose: Whose::Cooperative(line.number, place) }
        })
        .collect();
    drop(projection);
    let (ledger, today) = (&app.ledger, app.ledger.today());
    let (granted, asked) = ledger
        .db()
        .read(|conn| Ok::<_, db::Error>((granted(conn, Some(project), today)?, asked_by_others(conn, project)?)))?;
    let granted = granted.into_iter().map(|granted| (granted.name, Whose::Granted));
    let asked = asked.into_iter().flat_map(|one| {
        let on = ledger.zone().to_datetime(one.filed_at).date();
        one.asked::<Vec<Name>>().unwrap_or_default().into_iter().map(move |name| (name, Whose::Asked(on)))
    });
    let of_founders = granted
        .chain(asked)
        .filter_map(|(other, whose)| Some(Alike { likeness: other.like(name)?, name: other.tell(), whose }));
    alike.extend(of_founders);
    alike.sort_by_key(|one| one.likeness);
    alike.truncate(AT_MOST);
    Ok(alike)
}

impl Name {
    /// How alike two names are, whichever of their scripts are compared; none if nobody would take one for the other.
    pub(crate) fn like(&self, other: &Self) -> Option<Likeness> {
        let pairs = self.texts().flat_map(|one| other.texts().map(move |text| likeness(one, text)));
        pairs.flatten().min()
    }
}

/// The names that were granted to projects and hold on a day, but for those of one project.
fn granted(conn: &mut Conn, but: Option<i64>, today: Date) -> db::Result<Vec<Granted>> {
    let granted = store::granted(conn)?.into_iter().filter(|one| Some(one.project) != but);
    let granted = granted.filter_map(|one| one.decided::<Granted>());
    Ok(granted.filter(|granted| granted.until.is_none_or(|until| today <= until)).collect())
}

/// What other projects asked for a name and wait, those first that have waited longest.
fn asked_by_others(conn: &mut Conn, project: i64) -> db::Result<Vec<Submission>> {
    let mut waiting = store::waiting(conn)?;
    waiting.retain(|one| one.kind == Kind::Name && one.project != project);
    Ok(waiting)
}

/// The names that are kept for founders on a day: nobody else is given one of them.
pub(crate) fn kept(conn: &mut Conn, today: Date) -> db::Result<Vec<KeptName>> {
    let kept = granted(conn, None, today)?.into_iter();
    Ok(kept.map(|granted| KeptName { texts: granted.name.texts().map(str::to_owned).collect() }).collect())
}

/// What a name is compared with before it is granted, so that nobody is granted one that somebody has: what is in memory before the
/// change begins, and what came since within the change.
pub(crate) struct Compared<'a> {
    name: &'a Name,
    project: i64,
    /// Whether a cooperative had it when the change began.
    of_cooperative: bool,
    /// The last act that was looked at then.
    head: i64,
}

impl<'a> Compared<'a> {
    /// Outside of any change.
    pub(crate) fn begin(app: &App, name: &'a Name, project: i64) -> Result<Self, Problem> {
        let head = head(&app.ledger)?;
        let texts: Vec<_> = name.texts().collect();
        let found = Directory::look_alike(app, &texts, SAME_AT_MOST)?;
        let is_there = |status: Option<&str>| status != Some(cooperatives::REMOVED);
        let of_cooperative =
            found.iter().any(|(like, line)| *like == Likeness::Same && is_there(line.status.as_deref()));
        Ok(Self { name, project, of_cooperative, head })
    }

    /// Whether a cooperative of the register has the same name, or other founders were granted it. Within the change, in which nobody
    /// else records or grants anything.
    pub(crate) fn is_taken(&self, conn: &mut Conn, today: Date) -> db::Result<bool> {
        let same = |other: &Name| other.like(self.name) == Some(Likeness::Same);
        if self.of_cooperative || granted(conn, Some(self.project), today)?.iter().any(|granted| same(&granted.name)) {
            return Ok(true);
        }
        let mut taken = false;
        cooperatives::changed(conn, self.head, |listed| {
            let [ar, fr] = [listed.name_ar, listed.name_fr].map(Option::unwrap_or_default);
            taken |= !listed.removed && same(&Name { ar, fr });
        })?;
        Ok(taken)
    }
}

/// The last act that everybody can see by now.
fn head(ledger: &Ledger) -> Result<i64, ledger::Error> {
    ledger.refresh()?;
    Ok(ledger.projection().head())
}
