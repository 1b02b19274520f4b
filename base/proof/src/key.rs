//! Keys: the one that signs, which nobody sees, and the one by which everyone checks.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::base64;

/// What a key is called: the first four bytes of the SHA-256 of its public half, shown as eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(pub(crate) [u8; 4]);

/// The half of a key that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// The half of a key that signs.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl PublicKey {
    /// A key as it was published. Bytes that are no key check nothing.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes (RFC 8032, section 5.1.5).
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What it is called.
    pub fn id(&self) -> KeyId {
        let mut id = KeyId([0; 4]);
        id.0.iter_mut().zip(Sha256::digest(self.0)).for_each(|(byte, hashed)| *byte = hashed);
        id
    }

    /// As a JSON Web Key writes it: its `x` (RFC 8037, section 2).
    pub fn base64url(&self) -> String {
        base64::url(&self.0)
    }

    /// Whether its other half signed these bytes. Strict: no signature can be turned into another one that holds too.
    pub(crate) fn signed(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.0);
        key.is_ok_and(|key| key.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok())
    }
}

impl SigningKey {
    /// The key that follows from 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The bytes from which it follows.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// Its other half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }
}

/// Never the key.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public().id())
    }
}
