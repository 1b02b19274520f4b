//! The parts of a workbook, which is a ZIP archive: what they unpack to is counted before anything is made of them.

use std::io::{self, Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

/// How many times its packed size a workbook may be, unpacked: tables shrink to a tenth, seldom to a twentieth.
const TIMES_MAX: u64 = 32;
/// A small workbook may be so large in any case, and no workbook larger than the other: a register of a whole country fits.
const UNPACKED_BYTES: [u64; 2] = [64 << 20, 1 << 30];

/// How long a shared string is at least: `<si/>`.
const STRING_BYTES: u64 = 5;

/// How much may come out of a workbook of so many bytes.
pub(crate) fn most(packed: &[u8]) -> u64 {
    let [least, most] = UNPACKED_BYTES;
    (packed.len() as u64).saturating_mul(TIMES_MAX).clamp(least, most)
}

/// Whether the parts of a workbook unpack to no more than `most` bytes, and to as many shared strings as they say. What the archive
/// itself says of sizes counts for nothing.
pub(crate) fn fits(packed: &[u8], most: u64) -> Result<bool, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(packed))?;
    let mut left = most;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let holds_strings = part.name()?.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let (mut part, mut strings) = (part.take(left + 1), Vec::new());
        let length =
            if holds_strings { part.read_to_end(&mut strings)? as u64 } else { io::copy(&mut part, &mut io::sink())? };
        if length > left || claims_too_many(&strings) {
            return Ok(false);
        }
        left -= length;
    }
    Ok(true)
}

/// Whether shared strings say that they are more than they can be: whoever reads them makes room for as many.
fn claims_too_many(strings: &[u8]) -> bool {
    const COUNT: &[u8] = b"uniqueCount";
    let most = strings.len() as u64 / STRING_BYTES;
    let claims = strings.windows(COUNT.len()).enumerate().filter(|(_, window)| *window == COUNT);
    claims.filter_map(|(at, _)| strings.get(at + COUNT.len()..)).any(|rest| {
        let value = rest.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
        let digits: String = value.map(|digit| char::from(*digit)).collect();
        // More digits than a number has are too many; none at all say nothing.
        digits.parse::<u64>().map_or(!digits.is_empty(), |count| count > most)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_strings_are_no_more_than_they_can_be() {
        let sst = |count: &str, strings: &str| claims_too_many(format!("<sst {count}>{strings}</sst>").as_bytes());
        let two = "<si><t>a</t></si><si/>";
        for honest in ["count=\"9\" uniqueCount=\"2\"", "uniqueCount = '2'", ""] {
            assert!(!sst(honest, two), "{honest}");
        }
        for claim in ["uniqueCount=\"99\"", "uniqueCount = '4000000000'", "uniqueCount=\"99999999999999999999999\""] {
            assert!(sst(claim, two), "{claim}");
        }
        // What stands before in a comment is not believed alone.
        assert!(claims_too_many(b"<!-- uniqueCount=\"1\" --><sst uniqueCount=\"4000000000\"/>"));
        assert!(!claims_too_many(b""));
    }
}
