//! Why the texts of the slices do not make policies.

use std::fmt;

use miette::Diagnostic;

/// The policies of a slice cannot be used: the program does not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{slice}: {flaw}")]
pub struct Faulty {
    /// Whose text it is.
    pub slice: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The schema cannot be read, or does not fit the others.
    #[error("schema, {0}")]
    Schema(Said),
    /// The policies cannot be read.
    #[error("policies, {0}")]
    Policies(Said),
    /// A policy has no name. The text shows its beginning.
    #[error("the policy `{0}` has no name: begin it with @id(\"slice.what\")")]
    NoId(String),
    /// The name of a policy does not begin with the name of its slice.
    #[error("`{0}` is not a name for a policy of this slice: begin it with the name of the slice and a dot")]
    ForeignId(String),
    /// Two policies have this name.
    #[error("two policies are called `{0}`: rename one")]
    SameId(String),
    /// A policy has places to be filled in, which nobody fills.
    #[error("the policy `{0}` is a template: say whom and what it is about")]
    Template(String),
    /// A policy does not fit the schema.
    #[error("policy `{0}`, {1}")]
    Policy(String, Said),
    /// An action breaks a rule.
    #[error("action `{0}`: {1}")]
    Action(String, &'static str),
    /// A type of entity breaks a rule.
    #[error("entity `{0}`: {1}")]
    Entity(String, &'static str),
}

/// What is said about a text, and about which of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// From 1 on, if it is about one.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub says: String,
}

impl Said {
    /// What an error says about a place in `text`.
    pub(crate) fn about(text: &str, error: &dyn Diagnostic) -> Self {
        let at = error.labels().and_then(|mut labels| labels.next()).map(|label| label.offset());
        let before = at.map(|at| text.bytes().take(at).filter(|byte| *byte == b'\n').count());
        let mut says = error.to_string();
        if let Some(help) = error.help() {
            says.push_str(&format!(" ({help})"));
        }
        Self { line: before.map(|lines| lines + 1), says }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.says),
            None => f.write_str(&self.says),
        }
    }
}
