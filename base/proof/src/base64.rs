//! Base64url (RFC 4648, section 5) without padding, as JSON Web Keys write bytes.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as text.
pub(crate) fn url(bytes: &[u8]) -> String {
    let letter = |six: u32| LETTERS.get(six as usize & 63).map_or('=', |letter| char::from(*letter));
    let three = |three: &[u8]| {
        let held = (0..3).fold(0, |held, at| held << 8 | three.get(at).map_or(0, |byte| u32::from(*byte)));
        let letters = [held >> 18, held >> 12, held >> 6, held].map(letter);
        letters.into_iter().take(three.len() + 1).collect::<String>()
    };
    bytes.chunks(3).map(three).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_examples_of_the_standards_are_written() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(super::url(bytes.as_bytes()), text);
        }
        assert_eq!(super::url(&[0xfb, 0xff]), "-_8");
    }
}
