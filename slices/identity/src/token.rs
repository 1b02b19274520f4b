//! Tokens: by which programs come in for an account, with a name, an end, and scopes beyond which they may do nothing.

use kernel::Timestamp;

use crate::{AccountId, id::ids};

pub(crate) mod store;

ids! {
    /// The id of a token, by which its owner names it. It opens nothing.
    TokenId
}

/// With what a token begins, so that people and scanners of code know it.
pub const PREFIX: &str = "twiza_";
/// How many days a token is good for at most.
pub const DAYS_MAX: i64 = 366;

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// By which its owner names it.
    pub id: TokenId,
    /// For which account it acts.
    pub account: AccountId,
    /// What it is for.
    pub name: String,
    /// What it may do: names of actions or of groups of actions.
    pub scopes: Vec<String>,
    /// By how many factors its owner was proved in the session in which it was made. A program shows none: it has what the
    /// owner had, and no role that asked for more then or asks for more since.
    pub factors: i64,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was last used, to the day.
    pub used_at: Option<Timestamp>,
    /// When it ends.
    pub ends_at: Timestamp,
}
