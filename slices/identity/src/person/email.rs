//! E-mail addresses.

use std::{fmt, str::FromStr};

use super::is_unseen;

/// An e-mail address as it is written to: the part before `@` as it was typed, the domain in small letters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

/// Why a text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEmail {
    /// Nothing was typed.
    #[error("an e-mail address is missing")]
    Empty,
    /// It has this many `@`.
    #[error("an e-mail address has one `@`, not {0}")]
    At(usize),
    /// It has this character.
    #[error("`{0}` does not stand in an e-mail address")]
    Letter(char),
    /// It has this many characters.
    #[error("an e-mail address has at most 254 characters, 64 of them before the `@`; this one has {0}")]
    Length(usize),
    /// What stands before `@`: nothing, or a dot in a wrong place.
    #[error("what stands before `@` cannot be: a dot stands between two other characters")]
    Local,
    /// The domain is not one, such as `gmail` without `.com`.
    #[error("what stands behind `@` is not a domain such as example.ma")]
    Domain,
}

impl Email {
    /// The address as it is compared: no provider in use tells capital from small letters.
    pub fn normal(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = NotAnEmail;

    fn from_str(typed: &str) -> Result<Self, NotAnEmail> {
        let address = typed.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
        if address.is_empty() {
            return Err(NotAnEmail::Empty);
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c);
        if let Some(other) = address.chars().find(|c| !allowed(*c)) {
            return Err(NotAnEmail::Letter(other));
        }
        let Some((local, domain)) = address.split_once('@').filter(|(_, domain)| !domain.contains('@')) else {
            return Err(NotAnEmail::At(address.matches('@').count()));
        };
        if address.len() > 254 || local.len() > 64 {
            return Err(NotAnEmail::Length(address.len()));
        }
        if local.split('.').any(str::is_empty) {
            return Err(NotAnEmail::Local);
        }
        let is_label = |label: &str| {
            let plain = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            plain && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
        };
        let top = domain.rsplit_once('.').map(|(_, top)| top);
        // `.42` would be the end of an address by numbers.
        if !domain.split('.').all(is_label) || top.is_none_or(|top| top.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(NotAnEmail::Domain);
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not the address.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refusal(typed: &str) -> NotAnEmail {
        typed.parse::<Email>().unwrap_err()
    }

    #[test]
    fn an_address_is_read_as_people_type_it() {
        let email: Email = "\u{200f} Fatima.Z+coop@Example.MA\u{a0}".parse().unwrap();
        assert_eq!((email.as_str(), email.normal().as_str()), ("Fatima.Z+coop@example.ma", "fatima.z+coop@example.ma"));
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(refusal(" "), NotAnEmail::Empty);
        assert_eq!(refusal("fatima"), NotAnEmail::At(0));
        assert_eq!(refusal("a@b@c.ma"), NotAnEmail::At(2));
        assert_eq!(refusal("fati ma@example.ma"), NotAnEmail::Letter(' '));
        assert_eq!(refusal("a@b.ma\r\nBcc: c@d.ma"), NotAnEmail::Letter('\r'));
        assert_eq!(refusal("فاطمة@example.ma"), NotAnEmail::Letter('ف'));
        for local in ["", ".a", "a.", "a..b"] {
            assert_eq!(refusal(&format!("{local}@example.ma")), NotAnEmail::Local, "{local}");
        }
        for domain in ["", "gmail", "-a.ma", "a-.ma", "a..ma", ".ma", "a_b.ma", "10.0.0.1"] {
            assert_eq!(refusal(&format!("a@{domain}")), NotAnEmail::Domain, "{domain}");
        }
    }

    #[test]
    fn an_address_has_at_most_254_characters() {
        let long = |labels: usize| format!("a@{}.ma", vec!["x"; labels].join("."));
        assert_eq!(long(125).parse::<Email>().unwrap().as_str().len(), 254);
        assert_eq!(refusal(&long(126)), NotAnEmail::Length(256));
        assert_eq!(refusal(&format!("{}@b.ma", "a".repeat(65))), NotAnEmail::Length(70));
        assert!(format!("{}@b.ma", "a".repeat(64)).parse::<Email>().is_ok());
    }

    proptest! {
        #[test]
        fn an_address_survives_being_written_and_read(typed in "[A-Za-z0-9+_]{1,20}(\\.[a-z]{1,9})?@([A-Za-z0-9]{1,9}\\.){1,3}[A-Za-z]{2,5}") {
            let email: Email = typed.parse().unwrap();
            prop_assert_eq!(email.to_string().parse(), Ok(email));
        }

        #[test]
        fn reading_an_address_never_panics(text in ".*", near in "[a@. \u{200f}-]{0,12}") {
            let _ = (text.parse::<Email>(), near.parse::<Email>());
        }
    }
}
