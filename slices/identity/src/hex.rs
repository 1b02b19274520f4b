//! Bytes as hexadecimal digits, and back.

use zeroize::Zeroizing;

/// The bytes in small letters.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A key of so many bytes from twice as many digits; none from anything else.
pub(crate) fn key<const N: usize>(digits: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut key = Zeroizing::new([0; N]);
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    if pairs.len() != key.len() || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in key.iter_mut().zip(pairs) {
        let digit = |digit: &u8| char::from(*digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_key_survives_being_written_and_read(bytes: [u8; 32]) {
            prop_assert_eq!(*key(&hex(&bytes)).unwrap(), bytes);
        }

        #[test]
        fn reading_a_key_never_panics(text in ".{0,70}") {
            let _ = key::<32>(&text);
        }
    }
}
