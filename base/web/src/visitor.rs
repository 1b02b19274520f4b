//! Who asks, and what that person may do.

use authz::{Denied, Principal, Resource};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};

use kernel::Level;

use crate::{App, Problem};

/// How the program knows people: what the slice brings that keeps their accounts.
#[derive(Clone, Copy)]
pub struct People {
    /// Who sends these headers; whoever sends none that are known is a visitor. It may wait for the database.
    pub identify: fn(&App, &HeaderMap) -> Result<Principal, Problem>,
    /// Takes note that somebody was denied something. It may wait for the database.
    pub note: fn(&App, &Principal, &Denied),
    /// The page on which people sign in, without its language; it reads where to go on from `next`.
    pub sign_in: &'static str,
    /// The page on which people set up a second factor, without its language.
    pub second_factor: &'static str,
}

/// A role that an account can have, as policies know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its type in the schema: `Agent`.
    pub kind: &'static str,
    /// The key of what it is called.
    pub name: &'static str,
    /// Of what somebody has it.
    pub of: Of,
}

/// Of what somebody has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of everything: its id is `country`.
    Country,
    /// Of a place of this level, by its code.
    Place(Level),
    /// Of a subject of this kind, by its id: a `cooperative` by its number.
    Subject(&'static str),
}

/// The id of a role that somebody has of everything.
pub const COUNTRY: &str = "country";

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor(pub Principal);

impl Visitor {
    /// Who sends these headers. It may wait for the database.
    pub(crate) fn identify(app: &App, headers: &HeaderMap) -> Result<Self, Problem> {
        let principal = app.people().map(|people| (people.identify)(app, headers)).transpose()?;
        Ok(Self(principal.unwrap_or_default()))
    }

    /// Whether the visitor may do this. It waits for the database when a denial is to be noted.
    ///
    /// # Errors
    /// When not: somebody who is not signed in is asked to, all others are denied it, and it is noted. Whoever has roles that wait for
    /// a second factor is led to where one is set up.
    pub fn may(&self, app: &App, action: &str, resource: &Resource) -> Result<(), Problem> {
        let Err(denied) = app.policies().permits(&self.0, action, resource) else { return Ok(()) };
        for fault in &denied.faults {
            tracing::error!(action, resource = ?resource, "cannot be judged: {fault}");
        }
        if self.0.account.is_none() {
            return Err(Problem::SignIn);
        }
        if let Some(people) = app.people() {
            // Before it is answered: what is left for later is lost when the program ends.
            (people.note)(app, &self.0, &denied);
        }
        // What it takes with all roles is not asked: some handlers ask about what nobody may, once they have found nothing. A program
        // cannot go where a factor is shown.
        let waits = !self.0.withheld.is_empty() && self.0.scopes.is_none();
        Err(if waits { Problem::SecondFactor } else { Problem::Denied })
    }

    /// The account; none if nobody is signed in.
    pub fn account(&self) -> Option<&str> {
        self.0.account.as_deref()
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        match parts.extensions.get::<Self>() {
            // The door has asked already.
            Some(visitor) => Ok(visitor.clone()),
            None => {
                let (asked, headers) = (app.clone(), parts.headers.clone());
                app.blocking(move |_| Self::identify(&asked, &headers)).await
            }
        }
    }
}
