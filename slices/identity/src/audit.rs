//! The audit log: what happened around accounts and personal data. Lines are added and never changed.
//!
//! The person whom a line is about sees it, and so do auditors. It says whom by ids, never by names.

use authz::{Denied, Entity};
use kernel::Timestamp;

use crate::{AccountId, PersonId};

pub(crate) mod store;

pub use store::{Filter, about, add, all};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// Somebody signed in.
    SignedIn,
    /// Somebody tried to, with a wrong password or to no account.
    SignInFailed,
    /// Somebody signed out.
    SignedOut,
    /// A session was ended from another one.
    SessionEnded,
    /// An account was opened.
    AccountOpened,
    /// An account was closed.
    AccountClosed,
    /// A closed account was opened again.
    AccountReopened,
    /// A link was sent.
    LinkSent,
    /// A password was chosen.
    PasswordChosen,
    /// A second factor is asked for from now on.
    FactorBegun,
    /// A second factor is not asked for any more.
    FactorEnded,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyEnded,
    /// A mandate was given.
    MandateGiven,
    /// A mandate was ended.
    MandateEnded,
    /// A token was made.
    TokenMade,
    /// A token was ended.
    TokenEnded,
    /// Somebody read personal data.
    Read,
    /// A person was erased.
    Erased,
    /// Somebody was denied something.
    Denied,
}

impl Event {
    /// All events, in the order in which they are offered.
    pub const ALL: &[Self] = &[
        Self::SignedIn,
        Self::SignInFailed,
        Self::SignedOut,
        Self::SessionEnded,
        Self::AccountOpened,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::LinkSent,
        Self::PasswordChosen,
        Self::FactorBegun,
        Self::FactorEnded,
        Self::PasskeyAdded,
        Self::PasskeyEnded,
        Self::MandateGiven,
        Self::MandateEnded,
        Self::TokenMade,
        Self::TokenEnded,
        Self::Read,
        Self::Erased,
        Self::Denied,
    ];

    /// As tables and addresses name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignInFailed => "sign-in-failed",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
            Self::AccountOpened => "account-opened",
            Self::AccountClosed => "account-closed",
            Self::AccountReopened => "account-reopened",
            Self::LinkSent => "link-sent",
            Self::PasswordChosen => "password-chosen",
            Self::FactorBegun => "factor-begun",
            Self::FactorEnded => "factor-ended",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyEnded => "passkey-ended",
            Self::MandateGiven => "mandate-given",
            Self::MandateEnded => "mandate-ended",
            Self::TokenMade => "token-made",
            Self::TokenEnded => "token-ended",
            Self::Read => "read",
            Self::Erased => "erased",
            Self::Denied => "denied",
        }
    }

    /// The event of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.code() == code)
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// Who; none for nobody known and for the command line.
    pub account: Option<AccountId>,
    /// What.
    pub event: Event,
    /// About whom.
    pub person: Option<PersonId>,
    /// Which action was done or denied; of a reading, for which it was permitted.
    pub action: Option<String>,
    /// On what, as policies name it.
    pub resource: Option<String>,
}

impl Line {
    /// A line that says no more than what happened, and when.
    pub const fn new(event: Event, at: Timestamp) -> Self {
        Self { at, account: None, event, person: None, action: None, resource: None }
    }

    /// By whom.
    #[must_use]
    pub fn by(mut self, account: Option<&AccountId>) -> Self {
        self.account = account.cloned();
        self
    }

    /// About whom.
    #[must_use]
    pub fn about(mut self, person: &PersonId) -> Self {
        self.person = Some(person.clone());
        self
    }

    /// On what.
    #[must_use]
    pub fn on(mut self, resource: &Entity) -> Self {
        self.resource = Some(resource.to_string());
        self
    }

    /// By which action.
    #[must_use]
    pub fn doing(mut self, action: &str) -> Self {
        self.action = Some(action.to_owned());
        self
    }

    /// What was denied to whom.
    pub fn denied(account: Option<&AccountId>, denied: &Denied, at: Timestamp) -> Self {
        Self::new(Event::Denied, at).by(account).doing(&denied.action).on(&denied.resource)
    }
}
