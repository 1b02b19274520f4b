//! The toy slice and what stands in it.

use std::sync::LazyLock;

use authz::{Entity, Policies, PolicyText, Principal, Resource};

pub(crate) const TOY: PolicyText<'static> = PolicyText {
    slice: "toy",
    schema: include_str!("toy/schema.cedarschema"),
    policies: include_str!("toy/policy.cedar"),
};

/// The toy's policies, read once for all tests.
pub(crate) fn policies() -> &'static Policies {
    static POLICIES: LazyLock<Policies> = LazyLock::new(|| Policies::new(&[TOY]).unwrap());
    &POLICIES
}

/// Somebody who is signed in and holds these roles.
pub(crate) fn account(id: &str, roles: &[(&str, &str)]) -> Principal {
    let roles = roles.iter().map(|(name, of)| Entity::new(*name, *of)).collect();
    Principal { account: Some(id.to_owned()), roles, ..Principal::default() }
}

/// A book of the branch of a town.
pub(crate) fn book(town: &str) -> Resource {
    Resource::new("Book", "9789954")
        .with("town", Entity::new("Town", town))
        .with("librarians", vec![Entity::new("Librarian", town)])
        .with("keepers", vec![Entity::new("Keeper", town)])
        .with("title", "Le Passé simple")
        .with("rare", false)
        .with("lent_days", 0)
}
