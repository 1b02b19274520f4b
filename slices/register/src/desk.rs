//! The desk: what cooperatives ask to have changed, and who decides about it.
//!
//! A **request** is an act that is not recorded yet. Its cooperative's managers file it, or an agent of its delegation from
//! paper; an agent of the delegation accepts it, returns it or refuses it. Accepted, it is recorded with the agent as its author.
//! That a cooperative is struck off is entered by an agent and decided by somebody else.

mod day;
pub(crate) mod decision;
mod effect;
mod form;
mod merger;
pub(crate) mod pages;
mod removal;
mod request;
pub(crate) mod store;
mod together;
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
