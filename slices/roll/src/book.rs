//! The roll of one cooperative, opened for somebody.

use authz::{Entity, Resource};
use kernel::{Date, Level, Names};
use ledger::{Ledger, standing, store as journal};
use register::{Life, store as cooperatives};
use web::{App, Fault, Messages, Problem, Visitor};

use crate::roll::Roll;

/// A cooperative with its roll.
pub(crate) struct Book {
    pub(crate) number: String,
    pub(crate) name: String,
    /// The last act on it: a change that was begun after another one is refused.
    pub(crate) seq: i64,
    pub(crate) life: Life,
    pub(crate) roll: Roll,
    pub(crate) today: Date,
    /// Whether who looks may change it.
    pub(crate) keeps: bool,
    /// Whether who looks enters it from paper, for others.
    pub(crate) on_paper: bool,
}

impl Book {
    /// Opens the roll of a cooperative to whoever may see its members.
    ///
    /// # Errors
    /// When there is no such cooperative, or it is another's.
    pub(crate) fn open(app: &App, t: &Messages, visitor: &Visitor, number: &str) -> Result<Self, Problem> {
        let (ledger, today) = (&app.ledger, app.ledger.today());
        let missing = || Problem::NotFound { what: "cooperative", id: number.to_owned(), near: Vec::new() };
        let listed = ledger.db().read(|conn| cooperatives::by_number(conn, number))?.ok_or_else(missing)?;
        let resource = resource(ledger, number, listed.place.as_deref());
        visitor.may(app, "see_members", &resource)?;
        let acts = ledger.db().read(|conn| journal::acts_of(conn, &cooperatives::subject(number)))?;
        let life = Life::of(&standing(&acts)).map_err(|says| Problem::Fault(Fault::says(says)))?;
        let life = life.ok_or_else(missing)?;
        let names = Names { ar: listed.name_ar, fr: listed.name_fr, en: None };
        Ok(Self {
            number: number.to_owned(),
            name: t.name(&names).map_or_else(|| number.to_owned(), |(_, name)| name.to_owned()),
            seq: acts.last().map_or(0, |act| act.seq),
            roll: Roll::of(&life, today),
            life,
            today,
            keeps: app.policies().permits(&visitor.0, "keep_members", &resource).is_ok(),
            on_paper: !visitor.0.roles.contains(&Entity::new("Manager", number)),
        })
    }

    /// The same, for whoever may change it.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub(crate) fn to_keep(app: &App, t: &Messages, visitor: &Visitor, number: &str) -> Result<Self, Problem> {
        let book = Self::open(app, t, visitor, number)?;
        if !book.keeps {
            visitor.may(app, "keep_members", &book.resource(&app.ledger))?;
        }
        Ok(book)
    }
}

impl Book {
    /// The cooperative as policies see it.
    pub(crate) fn resource(&self, ledger: &Ledger) -> Resource {
        resource(ledger, &self.number, self.life.last().place.as_deref())
    }
}

/// A cooperative as policies see it: with the agents of its delegation and those who act for it.
pub(crate) fn resource(ledger: &Ledger, number: &str, place: Option<&str>) -> Resource {
    let projection = ledger.projection();
    let delegation = place.and_then(|place| projection.territory().ancestor(place, Level::Delegation, ledger.today()));
    let agents: Vec<_> = delegation.map(|delegation| Entity::new("Agent", &delegation.code)).into_iter().collect();
    Resource::new("Cooperative", number).with("agents", agents).with("managers", vec![Entity::new("Manager", number)])
}
