//! Who asks.

use crate::Entity;

/// Who asks. The default is a visitor, who holds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Principal {
    /// The account's id, which tells nothing about the person; none for a visitor.
    pub account: Option<String>,
    /// The roles that the account holds today.
    pub roles: Vec<Entity>,
    /// The roles that it would hold had it proved itself by a second factor. No policy sees them.
    pub withheld: Vec<Entity>,
    /// Whether it proved itself by a second factor.
    pub second_factor: bool,
    /// What the token may do by which it asks; none if a person asks.
    pub scopes: Option<Vec<String>>,
}

impl Principal {
    /// The entity that policies see.
    pub(crate) fn entity(&self) -> Entity {
        self.account.as_ref().map_or_else(|| Entity::new("Visitor", "visitor"), |id| Entity::new("Account", id))
    }
}
