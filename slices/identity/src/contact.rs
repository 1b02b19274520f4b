//! By what people come in and where messages reach them.

use std::{fmt, str::FromStr};

use crate::{
    Email, Phone, Vault,
    person::{NotAPhone, NotAnEmail},
};

/// An e-mail address or a telephone number.
#[derive(Clone, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(Phone),
}

/// Why a text is neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAContact {
    /// It has an `@`, and yet is no e-mail address.
    #[error(transparent)]
    Email(#[from] NotAnEmail),
    /// It has no `@`, and is no telephone number.
    #[error(transparent)]
    Phone(#[from] NotAPhone),
}

impl Contact {
    /// Tells contacts apart and does not say them: the same for however it was typed.
    pub(crate) fn mark(&self, vault: &Vault, purpose: &str) -> String {
        match self {
            Self::Email(email) => vault.mark(purpose, &email.normal()),
            Self::Phone(phone) => vault.mark(purpose, &phone.to_string()),
        }
    }
}

impl FromStr for Contact {
    type Err = NotAContact;

    fn from_str(typed: &str) -> Result<Self, NotAContact> {
        if typed.contains('@') { Ok(Self::Email(typed.parse()?)) } else { Ok(Self::Phone(typed.parse()?)) }
    }
}

/// As personal data, it does not show.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Email(_) => "Email(..)",
            Self::Phone(_) => "Phone(..)",
        })
    }
}
