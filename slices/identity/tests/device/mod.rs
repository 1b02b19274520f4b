//! A device that keeps passkeys, as far as a site sees it: it answers what browsers ask it, and lies where a test wants.

use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A device with one passkey.
#[derive(Clone)]
pub(crate) struct Device {
    /// The secret half.
    pub(crate) key: SigningKey,
    /// The id that it gave the passkey.
    pub(crate) id: [u8; 16],
    /// What its browser says on which site it is.
    pub(crate) origin: String,
    /// How often it signed, if it counts.
    pub(crate) counter: u32,
    /// Whether its owner unlocked it.
    pub(crate) unlocked: bool,
    /// The account for which it keeps the passkey.
    pub(crate) user: String,
}

impl Device {
    /// A device whose passkey follows from a number.
    pub(crate) fn new(number: u8, origin: &str) -> Self {
        let key = SigningKey::from_slice(&[number; 32]).unwrap();
        Self { key, id: [number; 16], origin: origin.into(), counter: 0, unlocked: true, user: String::new() }
    }

    /// Makes a passkey.
    pub(crate) fn make(&mut self, asked: &Value) -> String {
        self.user = text(asked, "/publicKey/user/id");
        let party = text(asked, "/publicKey/rp/id");
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        // A COSE key: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
        let cose = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32][..], &x[..], &[0x22, 0x58, 32], &y[..]].concat();
        let credential = [&[0; 16][..], &[0, 16], &self.id, &cose].concat();
        let data = [self.data(&party, 0x40), credential].concat();
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let length = u8::try_from(data.len()).unwrap();
        let object = [&b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"[..], &[length], &data].concat();
        let client = self.client("webauthn.create", &text(asked, "/publicKey/challenge"));
        self.answer(&json!({ "clientDataJSON": base64(client.as_bytes()), "attestationObject": base64(&object) }))
    }

    /// Shows its passkey.
    pub(crate) fn show(&mut self, asked: &Value) -> String {
        self.counter += u32::from(self.counter > 0);
        let data = self.data(&text(asked, "/publicKey/rpId"), 0);
        let client = self.client("webauthn.get", &text(asked, "/publicKey/challenge"));
        let signed = [&data[..], &Sha256::digest(client.as_bytes())].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "clientDataJSON": base64(client.as_bytes()),
            "authenticatorData": base64(&data),
            "signature": base64(signature.to_der().as_bytes()),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = base64(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }

    fn client(&self, kind: &str, challenge: &str) -> String {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    /// For whom it signs, that somebody was there and unlocked it, and its counter.
    fn data(&self, party: &str, more: u8) -> Vec<u8> {
        let flags = 1 | if self.unlocked { 4 } else { 0 } | more;
        [&Sha256::digest(party.as_bytes())[..], &[flags], &self.counter.to_be_bytes()].concat()
    }
}

fn text(asked: &Value, pointer: &str) -> String {
    asked.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer} in {asked}")).to_owned()
}

/// Base 64 as addresses have it, without padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let digits = |three: &[u8]| {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        (0..=three.len()).map(move |place| char::from(DIGITS[bits >> (18 - 6 * place) & 63])).collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}
