//! What the owner of an account is told of something that was decided. Whoever reaches people says so through [`Messenger`].

use db::Conn;

use crate::{Fault, Messages};

/// What somebody is told, in the language of the account. It leads to a page and holds no personal data: anyone may see a mail or a
/// telephone, and the page asks who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about, in one line: with the page, all that a text message says.
    pub subject: String,
    /// What happened and what can be done, in a mail.
    pub says: String,
    /// The page that says more, without its language: `/requests/12`.
    pub path: String,
}

/// What reaches the owners of accounts.
pub trait Messenger: Send + Sync {
    /// Tells the owner of an account, within the caller's change: it leaves once that is on disk. Gives whether they can be reached:
    /// not if there is no such account, if it is closed, or if nobody knows where.
    ///
    /// # Errors
    /// When the database cannot, or the master key is missing.
    fn tell(&self, conn: &mut Conn, account: &str, notice: &dyn Fn(&Messages) -> Notice) -> Result<bool, Fault>;
}
