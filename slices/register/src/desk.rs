//! The desk: what cooperatives ask to have changed, and who decides about it.
//!
//! A **request** is an act that is not recorded yet. Its cooperative's managers file it, or an agent of its delegation from
//! paper; an agent of the delegation accepts it, returns it or refuses it. Accepted, it is recorded with the agent as its author.
//! That a cooperative is struck off, or that this was wrong, is entered by an agent and decided by somebody else. An act that is
//! wrong is voided by a request too.

mod day;
pub(crate) mod decision;
mod effect;
mod filing;
mod form;
mod judge;
mod kept_name;
mod kind;
mod merger;
pub(crate) mod pages;
mod removal;
mod request;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod together;
mod voiding;
mod workbook;

use authz::{Entity, Resource};
use kernel::{Level, Territory};

pub(crate) use pages::router;
pub(crate) use request::Request;
pub use request::State;

/// A cooperative as policies see it: with those who work for it and those who act for it.
fn resource(territory: &Territory, number: &str, place: Option<&str>, today: kernel::Date) -> Resource {
    with_people(Resource::new("Cooperative", number), territory, number, place, today)
}

/// With those who work for a cooperative and those who act for it.
fn with_people(
    resource: Resource,
    territory: &Territory,
    number: &str,
    place: Option<&str>,
    today: kernel::Date,
) -> Resource {
    let delegation = place.and_then(|place| territory.ancestor(place, Level::Delegation, today));
    let agents: Vec<_> = delegation.map(|delegation| Entity::new("Agent", &delegation.code)).into_iter().collect();
    resource.with("agents", agents).with("managers", vec![Entity::new("Manager", number)])
}
