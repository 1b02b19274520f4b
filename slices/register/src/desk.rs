//! The desk: what cooperatives ask to have changed, and who decides about it.
//!
//! A **request** is an act that is not recorded yet. Its cooperative's managers file it, or an agent of its delegation from
//! paper; an agent of the delegation accepts it, returns it or refuses it. Accepted, it is recorded with the agent as its author.

mod decision;
mod effect;
mod form;
pub(crate) mod pages;
mod request;
pub(crate) mod store;

use authz::{Entity, Resource};
use kernel::{Level, Territory};

pub(crate) use pages::router;
pub(crate) use request::{Request, State};

/// A cooperative as policies see it: with those who work for it and those who act for it.
fn resource(territory: &Territory, number: &str, place: Option<&str>, today: kernel::Date) -> Resource {
    let delegation = place.and_then(|place| territory.ancestor(place, Level::Delegation, today));
    let agents: Vec<_> = delegation.map(|delegation| Entity::new("Agent", &delegation.code)).into_iter().collect();
    Resource::new("Cooperative", number).with("agents", agents).with("managers", vec![Entity::new("Manager", number)])
}
