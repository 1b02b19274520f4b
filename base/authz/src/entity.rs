//! Something that policies can name.

use std::fmt;

/// Something that policies can name: `Agent::"KEN"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entity {
    /// Its type, as a schema declares it.
    pub kind: String,
    /// Which one; any text.
    pub id: String,
}

impl Entity {
    /// The entity of this type with this id.
    pub fn new(kind: impl Into<String>, id: impl Into<String>) -> Self {
        Self { kind: kind.into(), id: id.into() }
    }
}

impl fmt::Display for Entity {
    /// As in a policy; whatever the id says stays between the quotes and on the line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::\"{}\"", self.kind.escape_debug(), self.id.escape_debug())
    }
}
