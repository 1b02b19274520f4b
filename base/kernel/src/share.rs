//! Shares in per cent, rounded half up, each on its own.

use std::fmt;

/// A part of a whole, shown in per cent.
///
/// Rounded shares need not add up: 38 %, 32 % and 31 % of the Kenitra delegation are all right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: i64,
    /// The whole.
    pub whole: i64,
}

impl Share {
    /// Per cent with `decimals` digits after the point, rounded half away from zero; none of an empty whole.
    pub fn percent(self, decimals: u32) -> Option<String> {
        if self.whole == 0 {
            return None;
        }
        let scale = 10_i128.pow(decimals);
        let (part, whole) = (i128::from(self.part) * 100 * scale, i128::from(self.whole));
        let rounded = (2 * part.abs() + whole.abs()) / (2 * whole.abs());
        let sign = if (part < 0) != (whole < 0) && rounded != 0 { "-" } else { "" };
        Some(if decimals == 0 {
            format!("{sign}{rounded}")
        } else {
            format!("{sign}{}.{:0>width$}", rounded / scale, rounded % scale, width = decimals as usize)
        })
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.percent(0).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up_on_its_own() {
        let shares: Vec<_> = [596, 496, 480].map(|part| Share { part, whole: 1572 }.to_string()).into();
        assert_eq!(shares, ["38", "32", "31"]);
        assert_eq!(Share { part: 1, whole: 200 }.percent(0).unwrap(), "1");
        assert_eq!(Share { part: -1, whole: 200 }.percent(0).unwrap(), "-1");
        assert_eq!(Share { part: 1752, whole: 2870 }.percent(2).unwrap(), "61.05");
        assert_eq!(Share { part: 1, whole: 3000 }.percent(1).unwrap(), "0.0");
        assert_eq!(Share { part: 1, whole: 0 }.percent(1), None);
    }
}
