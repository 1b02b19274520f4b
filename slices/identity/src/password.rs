//! Passwords: which are good enough, how they are kept, and how they are checked.
//!
//! Kept by Argon2id in the form of the Password Hashing Competition, whose parameters stand in it: raising them leaves older
//! ones readable.

use std::fmt;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::sync::{Semaphore, SemaphorePermit};
use zeroize::Zeroizing;

use crate::vault::{NoChance, random};

/// The fewest characters (NIST SP 800-63B-4, section 3.1.1.2, for a password beside which there is another factor; what it
/// lacks in length is asked of it in guesses).
pub const LENGTH_MIN: usize = 8;
/// The most characters: sentences fit, and nobody keeps the program busy with a book.
pub const LENGTH_MAX: usize = 128;
/// What a guesser must try at least: ten thousand times as often as the site lets anybody try in an hour.
const GUESSES_MIN: u64 = 1_000_000;
/// Words of this site and of its field, in its languages: whoever guesses here tries them first.
const WORDS: [&str; 12] = [
    "twiza",
    "تويزة",
    "cooperative",
    "coopérative",
    "تعاونية",
    "taawounia",
    "odco",
    "maroc",
    "morocco",
    "المغرب",
    "register",
    "registre",
];
/// Memory for each hash, in KiB (OWASP Password Storage: 19 MiB, twice, one lane).
const MEMORY: u32 = 19 << 10;
const PASSES: u32 = 2;

/// One password is hashed at a time.
static TURNS: Semaphore = Semaphore::const_new(1);

/// A turn to hash a password: signing in takes one core and the memory of one hash, and those who wait hold no thread,
/// however many they are. It is over when this is dropped.
pub(crate) async fn turn() -> Option<SemaphorePermit<'static>> {
    // It fails only if nobody gives out turns any more, which never happens.
    TURNS.acquire().await.ok()
}

/// A password as it was typed.
pub struct Password(Zeroizing<String>);

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// It is too short.
    #[error("a password has at least {LENGTH_MIN} characters")]
    Short,
    /// It is too long.
    #[error("a password has at most {LENGTH_MAX} characters")]
    Long,
    /// It is one of those that many people choose, follows from what is known of the person, or is a plain pattern.
    #[error("this password would be guessed: it is common, a pattern, or made of your name or address")]
    Guessed,
}

impl Password {
    /// A password as it was typed. White space counts.
    pub fn typed(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Refuses a password that would be guessed, by lists of common ones, names and words, by words of this site, and by what is
    /// known of the person.
    ///
    /// # Errors
    /// When it would.
    pub fn check(&self, known: &[&str]) -> Result<(), Weak> {
        let known = &[known, &WORDS].concat();
        match self.0.chars().count() {
            ..LENGTH_MIN => Err(Weak::Short),
            length if length > LENGTH_MAX => Err(Weak::Long),
            _ if guesses(&self.0, known).min(guesses(&self.without(known), known)) < GUESSES_MIN => Err(Weak::Guessed),
            _ => Ok(()),
        }
    }

    /// What is left without the words that are known: what a guesser who knows them must guess.
    fn without(&self, known: &[&str]) -> Zeroizing<String> {
        let words = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let words = words.filter(|word| word.chars().count() > 2).map(str::to_lowercase);
        Zeroizing::new(words.fold(self.0.to_lowercase(), |rest, word| rest.replace(&word, "")))
    }

    /// As it is kept.
    ///
    /// # Errors
    /// When there are no random bytes.
    pub fn hash(&self) -> Result<String, NoChance> {
        let hash = hasher().hash_password_with_salt(self.0.as_bytes(), &random::<16>()?);
        hash.map(|hash| hash.to_string()).map_err(|error| NoChance(error.to_string()))
    }

    /// Whether it is the one that is kept. Where none is kept it takes as long.
    pub(crate) fn is(&self, kept: Option<&str>) -> bool {
        // What is too long was never kept, and is not worth the time.
        if self.0.len() > 4 * LENGTH_MAX {
            return false;
        }
        let Some(Ok(hash)) = kept.map(PasswordHash::new) else {
            // The same work, and never a way in.
            let _ = hasher().hash_password_with_salt(self.0.as_bytes(), &[0; 16]);
            return false;
        };
        hasher().verify_password(self.0.as_bytes(), &hash).is_ok()
    }
}

/// Never the password.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

fn guesses(password: &str, known: &[&str]) -> u64 {
    zxcvbn::zxcvbn(password, known).guesses()
}

fn hasher() -> Argon2<'static> {
    // These stand within what Argon2 allows.
    let params = Params::new(MEMORY, PASSES, 1, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(password: &str) -> Result<(), Weak> {
        Password::typed(password).check(&["fatima.argana@example.ma", "Fatima Ez-Zahra Argana"])
    }

    #[test]
    fn what_many_people_choose_is_refused() {
        for common in ["password", "12345678", "qwertyuiop", "azertyuiop", "iloveyou1", "aaaaaaaaaa", "20102010"] {
            assert_eq!(checked(common), Err(Weak::Guessed), "{common}");
        }
    }

    #[test]
    fn what_is_known_of_the_person_is_refused() {
        for known in ["fatima.argana", "argana1990", "Fatima Ez-Zahra"] {
            assert_eq!(checked(known), Err(Weak::Guessed), "{known}");
        }
    }

    #[test]
    fn what_is_of_this_site_is_refused() {
        for word in ["twiza2026", "Coopérative1", "twiza-maroc", "تعاونية2026", "registre odco"] {
            assert_eq!(checked(word), Err(Weak::Guessed), "{word}");
        }
    }

    #[test]
    fn a_password_is_neither_too_short_nor_too_long() {
        assert_eq!(checked("x9!Kq2"), Err(Weak::Short));
        assert_eq!(checked(&"argan tree ".repeat(12)), Err(Weak::Long));
        assert_eq!(checked("four goats in the argan tree"), Ok(()));
        assert_eq!(checked("أربع عنزات فوق الشجرة"), Ok(()));
    }

    #[test]
    fn a_password_is_kept_by_argon2id_and_known_again() {
        let password = Password::typed("four goats in the argan tree");
        let kept = password.hash().unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(kept, password.hash().unwrap(), "each is salted");
        assert!(password.is(Some(&kept)));
        assert!(!Password::typed("four goats in the argan tree ").is(Some(&kept)));
        assert!(!password.is(None) && !password.is(Some("")) && !password.is(Some("$argon2id$broken")));
    }
}
