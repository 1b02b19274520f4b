//! Base32 (RFC 4648, section 6) without padding: capital letters and the digits 2 to 7, which a QR code packs closely, which
//! mean nothing in an address, and which nobody mistakes for one another.

use crate::NotAProof;

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BITS: u32 = 5;

/// The bytes as text.
pub(crate) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0);
    let letter = |held: u32| LETTERS.get(held as usize & 31).map_or('=', |letter| char::from(*letter));
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= BITS {
            bits -= BITS;
            text.push(letter(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(letter(held << (BITS - bits)));
    }
    text
}

/// The bytes of a text. Small letters count as capitals; white space and hyphens, with which long texts are broken, as nothing.
///
/// # Errors
/// When there is another letter, or the end stands for no whole byte.
pub(crate) fn read(text: &str) -> Result<Vec<u8>, NotAProof> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
        let value = match letter.to_ascii_uppercase() {
            capital @ 'A'..='Z' => u32::from(capital) - u32::from('A'),
            digit @ '2'..='7' => u32::from(digit) - u32::from('2') + 26,
            _ => return Err(NotAProof::Letter(letter)),
        };
        held = held << BITS | value;
        bits += BITS;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits & 0xff));
            held &= (1 << bits) - 1;
        }
    }
    // Each proof has one text: what is left over is less than a letter, and nothing.
    if bits >= BITS || held != 0 { Err(NotAProof::Incomplete) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_are_written_and_read() {
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB")]
        {
            assert_eq!(write(bytes.as_bytes()), text);
            assert_eq!(read(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(read("mz-xw 6y\ntb").unwrap(), b"fooba");
    }

    #[test]
    fn a_text_that_was_cut_or_has_strange_letters_is_refused() {
        assert_eq!(read("MZ1"), Err(NotAProof::Letter('1')));
        assert_eq!(read("MZXé"), Err(NotAProof::Letter('é')));
        for cut in ["M", "MZX", "MZXW6Y"] {
            assert_eq!(read(cut), Err(NotAProof::Incomplete), "{cut}");
        }
        assert_eq!(read("MZ"), Err(NotAProof::Incomplete), "a last letter says more than is left of a byte");
    }
}
