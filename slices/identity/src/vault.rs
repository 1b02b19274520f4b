//! Sealing: a key for each person, wrapped by the master key.
//!
//! What is sealed opens only with the key of its owner, under the name of its field, and unchanged: XChaCha20-Poly1305 with a
//! random nonce in front, the owner and the field as associated data. A **mark** finds a value without reading it.

use std::fmt;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::hex;

mod file;

pub use file::NoVault;
pub(crate) use file::{put, read, sync};

/// The length of a nonce.
const NONCE_BYTES: usize = 24;

/// The system has no random bytes to give.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random bytes: {0}")]
pub struct NoChance(pub(crate) String);

/// Something sealed is not what it was, not where it was, or of another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was sealed does not open: it was changed or moved, or another key sealed it")]
pub struct NotOpened;

/// The master key, as the keys that follow from it.
#[derive(Clone)]
pub struct Vault {
    wraps: XChaCha20Poly1305,
    marks: Hmac<Sha256>,
    fingerprint: String,
}

impl Vault {
    /// The vault of a master key in 64 hexadecimal digits; white space around them does not count.
    ///
    /// # Errors
    /// When it is no such text.
    pub fn from_hex(digits: &str) -> Result<Self, NoVault> {
        hex::key(digits.trim()).ok_or(NoVault::NotAKey).and_then(|key| Self::of(&key))
    }

    /// The vault of a master key.
    fn of(master: &[u8; 32]) -> Result<Self, NoVault> {
        let derive = |purpose: &str| {
            let mut key = Zeroizing::new([0; 32]);
            let derived = Hkdf::<Sha256>::new(None, master).expand(purpose.as_bytes(), key.as_mut());
            derived.map(|()| key).map_err(|_| NoVault::NotAKey)
        };
        let marks = Hmac::new_from_slice(derive("twiza: marks")?.as_ref()).map_err(|_| NoVault::NotAKey)?;
        let wraps = XChaCha20Poly1305::new(&(*derive("twiza: wrapped keys")?).into());
        let fingerprint = hex::hex(derive("twiza: fingerprint")?.as_ref()).chars().take(16).collect();
        Ok(Self { wraps, marks, fingerprint })
    }

    /// Tells master keys apart and says nothing about them: 16 hexadecimal digits.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// By which a value of a field is found again: the same for the same value, and telling nothing about it.
    pub fn mark(&self, field: &str, normal: &str) -> String {
        let mark = self.marks.clone().chain_update(field).chain_update([0]).chain_update(normal);
        hex::hex(&mark.finalize().into_bytes())
    }

    /// A new key for an owner, and how it is stored.
    ///
    /// # Errors
    /// When there are no random bytes.
    pub fn new_key(&self, owner: &str) -> Result<(Key, Vec<u8>), NoChance> {
        let bytes = Zeroizing::new(random::<32>()?);
        let wrapped = seal(&self.wraps, owner, "key", bytes.as_ref())?;
        Ok((Key::of(owner, &bytes), wrapped))
    }

    /// The key of an owner, as it was stored.
    ///
    /// # Errors
    /// When it was wrapped for somebody else or by another master key, or was changed.
    pub fn open_key(&self, owner: &str, wrapped: &[u8]) -> Result<Key, NotOpened> {
        Ok(Key::of(owner, &*self.unwrapped(owner, wrapped)?))
    }

    /// The key of an owner, wrapped anew by another master key.
    pub(crate) fn pass_on(&self, owner: &str, wrapped: &[u8], to: &Self) -> Result<(Key, Vec<u8>), PassError> {
        let bytes = self.unwrapped(owner, wrapped)?;
        Ok((Key::of(owner, &bytes), seal(&to.wraps, owner, "key", bytes.as_ref())?))
    }

    /// The bytes of a key, as they are stored for an owner.
    pub(crate) fn wrapped(&self, owner: &str, bytes: &[u8; 32]) -> Result<Vec<u8>, NoChance> {
        seal(&self.wraps, owner, "key", bytes)
    }

    /// The bytes of a key that was stored for an owner.
    pub(crate) fn unwrapped(&self, owner: &str, wrapped: &[u8]) -> Result<Zeroizing<[u8; 32]>, NotOpened> {
        let opened = open(&self.wraps, owner, "key", wrapped)?;
        let mut bytes = Zeroizing::new([0; 32]);
        if opened.len() != bytes.len() {
            return Err(NotOpened);
        }
        bytes.copy_from_slice(&opened);
        Ok(bytes)
    }
}

/// Never the keys.
impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({})", self.fingerprint)
    }
}

/// The key of one owner: of a person, or of a message to somebody who is none yet.
pub struct Key {
    owner: String,
    cipher: XChaCha20Poly1305,
}

impl Key {
    pub(crate) fn of(owner: &str, bytes: &[u8; 32]) -> Self {
        Self { owner: owner.to_owned(), cipher: XChaCha20Poly1305::new(&(*bytes).into()) }
    }

    /// Seals a value of a field.
    ///
    /// # Errors
    /// When there are no random bytes.
    pub fn seal(&self, field: &str, plain: &str) -> Result<Vec<u8>, NoChance> {
        self.seal_bytes(field, plain.as_bytes())
    }

    /// Seals bytes of a field.
    pub(crate) fn seal_bytes(&self, field: &str, plain: &[u8]) -> Result<Vec<u8>, NoChance> {
        seal(&self.cipher, &self.owner, field, plain)
    }

    /// Opens what was sealed as bytes of this field.
    pub(crate) fn open_bytes(&self, field: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        open(&self.cipher, &self.owner, field, sealed)
    }

    /// Opens what was sealed as a value of this field.
    ///
    /// # Errors
    /// When it was changed, or is of another owner or field.
    pub fn open(&self, field: &str, sealed: &[u8]) -> Result<Zeroizing<String>, NotOpened> {
        let plain = self.open_bytes(field, sealed)?;
        std::str::from_utf8(&plain).map(|text| Zeroizing::new(text.to_owned())).map_err(|_| NotOpened)
    }
}

/// Never the key.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.owner)
    }
}

/// Why a key was not wrapped anew.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum PassError {
    /// It does not open.
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    /// It cannot be sealed.
    #[error(transparent)]
    NoChance(#[from] NoChance),
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| NoChance(error.to_string()))?;
    Ok(bytes)
}

fn seal(cipher: &XChaCha20Poly1305, owner: &str, field: &str, plain: &[u8]) -> Result<Vec<u8>, NoChance> {
    let nonce = random::<NONCE_BYTES>()?;
    let aad = &place(owner, field)[..];
    // It fails for more than 256 GB only.
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad });
    let sealed = sealed.map_err(|_| NoChance("a value is too long to be sealed".into()))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(cipher: &XChaCha20Poly1305, owner: &str, field: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let (nonce, msg) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(NotOpened)?;
    let aad = &place(owner, field)[..];
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg, aad }).map(Zeroizing::new).map_err(|_| NotOpened)
}

/// What a value is sealed to. An owner's id has no U+0000, so no two places look alike.
fn place(owner: &str, field: &str) -> Vec<u8> {
    [owner, field].join("\0").into_bytes()
}

#[cfg(test)]
mod tests;
