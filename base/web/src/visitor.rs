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
    pub(crate) async fn identify(app: &App, headers: &HeaderMap) -> Result<Self, Problem> {
        let Some(people) = app.people() else { return Ok(Self::default()) };
        let (app, headers) = (app.clone(), headers.clone());
        let data = app.clone();
        let principal = app.blocking(move |_| (people.identify)(&data, &headers)).await?;
        Ok(Self(principal))
    }

    /// Whether the visitor may do this.
    ///
    /// # Errors
    /// When not: somebody who is not signed in is asked to, all others are denied it, and it is noted.
    pub fn may(&self, app: &App, action: &str, resource: &Resource) -> Result<(), Problem> {
        let Err(denied) = app.policies().permits(&self.0, action, resource) else { return Ok(()) };
        for fault in &denied.faults {
            tracing::error!(action, resource = ?resource, "cannot be judged: {fault}");
        }
        if self.0.account.is_none() {
            return Err(Problem::SignIn);
        }
        if let Some(people) = app.people() {
            let (app, principal) = (app.clone(), self.0.clone());
            tokio::task::spawn_blocking(move || (people.note)(&app, &principal, &denied));
        }
        Err(Problem::Denied)
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
            None => Self::identify(app, &parts.headers).await,
        }
    }
}
