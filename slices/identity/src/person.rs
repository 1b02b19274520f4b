//! People: an opaque id each, and what is known of them.

use std::{fmt, str::FromStr};

use kernel::{Date, Timestamp, read_day};
use zeroize::Zeroizing;

use crate::id::ids;

mod email;
mod identity_number;
mod line;
mod phone;
pub(crate) mod store;

pub use email::{Email, NotAnEmail};
pub use identity_number::{IdentityNumber, NotAnIdentityNumber};
pub use line::{Line, NotALine};
pub use phone::{NotAPhone, Phone};
pub use store::{add, by_email, by_id, by_identity_number, by_phone, change, erase, key_of};

/// Characters that show the direction of text and come along unseen when it is copied.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

ids! {
    /// The id of a person: 32 hexadecimal digits by chance, which say nothing. Acts name members by it.
    PersonId
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// By which everything else names the person.
    pub id: PersonId,
    /// Since when Twiza knows the person.
    pub created_at: Timestamp,
    /// What is known.
    pub about: About,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// This.
    Known(Details),
    /// Nothing any more, since this instant.
    Erased(Timestamp),
}

impl Person {
    /// What is known; none once the person was erased.
    pub const fn details(&self) -> Option<&Details> {
        match &self.about {
            About::Known(details) => Some(details),
            About::Erased(_) => None,
        }
    }
}

/// Personal data. None of it shows in `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// The name as the person writes it.
    pub name: Option<Line>,
    /// The e-mail address, which nobody else has.
    pub email: Option<Email>,
    /// The telephone number, which nobody else has.
    pub phone: Option<Phone>,
    /// The number of the national identity card.
    pub identity_number: Option<IdentityNumber>,
    /// The day of birth.
    pub born_on: Option<Date>,
    /// Where the person lives.
    pub address: Option<Line>,
}

/// The fields, in the order of [`Details::texts`]: to the names of the columns values are sealed.
const FIELDS: [&str; 6] = ["name", "email", "phone", "identity_number", "born_on", "address"];

impl Details {
    /// Where messages reach the person, as text: the e-mail address before the telephone number.
    pub(crate) fn contacts(&self) -> Vec<String> {
        let texts = [self.email.as_ref().map(ToString::to_string), self.phone.map(|phone| phone.to_string())];
        texts.into_iter().flatten().collect()
    }

    /// The values as texts.
    fn texts(&self) -> [Option<Zeroizing<String>>; 6] {
        fn text<T: fmt::Display>(value: Option<&T>) -> Option<Zeroizing<String>> {
            value.map(|value| Zeroizing::new(value.to_string()))
        }
        [
            text(self.name.as_ref()),
            text(self.email.as_ref()),
            text(self.phone.as_ref()),
            text(self.identity_number.as_ref()),
            text(self.born_on.as_ref()),
            text(self.address.as_ref()),
        ]
    }

    /// The values of texts that [`Details::texts`] gave.
    fn read([name, email, phone, identity_number, born_on, address]: [Option<Zeroizing<String>>; 6]) -> Option<Self> {
        fn value<T: FromStr>(text: Option<&Zeroizing<String>>) -> Option<Option<T>> {
            text.map(|text| text.parse().ok()).map_or(Some(None), |value| value.map(Some))
        }
        Some(Self {
            name: value(name.as_ref())?,
            email: value(email.as_ref())?,
            phone: value(phone.as_ref())?,
            identity_number: value(identity_number.as_ref())?,
            born_on: born_on.map(|day| read_day(&day).ok()).map_or(Some(None), |day| day.map(Some))?,
            address: value(address.as_ref())?,
        })
    }
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").finish_non_exhaustive()
    }
}
