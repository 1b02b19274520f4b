//! What only its bearer knows: what a cookie, a link or a token holds.

use std::fmt;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{
    hex::hex,
    id::is_id,
    vault::{NoChance, random},
};

/// 128 bits of chance in 32 hexadecimal digits. It is handed out once; tables hold its digest.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// A secret that nobody has.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn new() -> Result<Self, NoChance> {
        Ok(Self(Zeroizing::new(hex(&random::<16>()?))))
    }

    /// A secret that somebody sent; none if it cannot be one.
    pub fn read(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// What is handed out.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// By which tables find it.
    pub fn digest(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }
}

/// Never the secret.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
