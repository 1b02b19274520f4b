//! What is asked about.

use crate::Entity;

/// What is asked about, with the attributes by which policies decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    pub(crate) entity: Entity,
    pub(crate) attributes: Vec<(&'static str, Value)>,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A `String`.
    Text(String),
    /// A `Bool`.
    Bool(bool),
    /// A `Long`.
    Long(i64),
    /// Another entity: `delegation: Delegation`.
    Entity(Entity),
    /// Other entities: `agents: Set<Agent>`.
    Entities(Vec<Entity>),
}

impl Resource {
    /// A resource that has no attributes yet.
    pub fn new(kind: impl Into<String>, id: impl Into<String>) -> Self {
        Self { entity: Entity::new(kind, id), attributes: Vec::new() }
    }

    /// With an attribute, in the place of one of the same name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.retain(|(other, _)| *other != name);
        self.attributes.push((name, value.into()));
        self
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Long(value)
    }
}

impl From<Entity> for Value {
    fn from(entity: Entity) -> Self {
        Self::Entity(entity)
    }
}

impl From<Vec<Entity>> for Value {
    fn from(entities: Vec<Entity>) -> Self {
        Self::Entities(entities)
    }
}
