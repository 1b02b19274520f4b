//! Names that could be taken for the one that founders would like: of cooperatives, and of projects to which one was granted.

use db::Conn;
use kernel::{Date, Names};
use register::directory::{Directory, Likeness, likeness};
use web::{App, Messages, Problem, Speaker};

use crate::{project::Name, store, submission::Granted};

/// How many are shown of each name.
const AT_MOST: usize = 8;

/// A name that somebody has.
pub(crate) struct Alike {
    pub(crate) likeness: Likeness,
    pub(crate) name: String,
    /// The number of the cooperative; none if the name was granted to founders.
    pub(crate) number: Option<String>,
    /// Where its seat is.
    pub(crate) place: Option<String>,
}

impl Alike {
    /// Why it could be taken for the other.
    pub(crate) fn why(&self, t: &Messages) -> String {
        t.get(&format!("register-alike-{}", self.likeness.code()))
    }
}

/// Who has a name like this, the likest first. Names that were granted to others count as long as they hold.
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
            Alike { likeness, name, number: Some(line.number), place }
        })
        .collect();
    drop(projection);
    let today = app.ledger.today();
    for granted in app.ledger.db().read(|conn| of_others(conn, project, today))? {
        let pairs = granted.name.texts().flat_map(|one| texts.iter().map(move |other| likeness(one, other)));
        let like = pairs.flatten().min();
        alike.extend(like.map(|likeness| Alike { likeness, name: granted.name.tell(), number: None, place: None }));
    }
    alike.sort_by_key(|one| one.likeness);
    alike.truncate(AT_MOST);
    Ok(alike)
}

/// The names that were granted to other projects and still hold.
fn of_others(conn: &mut Conn, project: i64, today: Date) -> db::Result<Vec<Granted>> {
    let granted = store::granted(conn)?.into_iter().filter(|one| one.project != project);
    let granted = granted.filter_map(|one| one.decided::<Granted>());
    Ok(granted.filter(|granted| granted.until.is_none_or(|until| today <= until)).collect())
}
