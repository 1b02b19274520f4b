//! A Rust file has at most 400 lines: a longer one has a second noun in it.

use super::{Finding, house::House};

const LINES_MAX: usize = 400;

/// Every Rust file that is too long.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let long = house.rust().map(|file| (file, file.text.lines().count())).filter(|(_, lines)| *lines > LINES_MAX);
    long.map(|(file, lines)| {
        let says = format!("{lines} lines, {LINES_MAX} are allowed: move its second noun into a file of its own");
        file.finding(LINES_MAX + 1, says)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_have_400_lines_and_no_more() {
        assert_eq!(check(&House::of(&[("a.rs", &"\n".repeat(400)), ("a.csv", &"\n".repeat(401))])), []);
        let found = check(&House::of(&[("a.rs", &"\n".repeat(401))]));
        assert_eq!(found.iter().map(|one| one.line).collect::<Vec<_>>(), [401]);
    }
}
