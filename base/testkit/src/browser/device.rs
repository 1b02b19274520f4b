//! A device that keeps passkeys, as a telephone does: made of air, and plugged into a browser.

use serde_json::{Value, json};

use super::{Browser, Trouble, text};

/// A device that keeps passkeys, plugged into a browser until that is closed.
#[derive(Debug)]
pub struct Device<'a> {
    browser: &'a Browser,
    word: String,
}

impl Browser {
    /// Plugs in a device that keeps passkeys, and whose owner is there and unlocks it.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn plug_in(&self) -> Result<Device<'_>, Trouble> {
        let device = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "isUserConsenting": true,
        });
        let id = text(&self.tell("POST", "/webauthn/authenticator", &device)?);
        Ok(Device { browser: self, word: format!("/webauthn/authenticator/{id}") })
    }
}

impl Device<'_> {
    /// Whether whoever holds it can unlock it.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn unlocks(&self, unlocks: bool) -> Result<(), Trouble> {
        self.browser.tell("POST", &format!("{}/uv", self.word), &json!({ "isUserVerified": unlocks })).map(drop)
    }

    /// How many passkeys it keeps.
    ///
    /// # Errors
    /// When the browser says no.
    pub fn passkeys(&self) -> Result<usize, Trouble> {
        let kept = self.browser.tell("GET", &format!("{}/credentials", self.word), &Value::Null)?;
        Ok(kept.as_array().map_or(0, Vec::len))
    }
}
