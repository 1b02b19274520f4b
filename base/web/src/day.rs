//! Days in words: CLDR 47, `dateFormatItem` yMMMMd of the locales `ar-MA`, `fr` and `en-001`.
//!
//! Arabic in Morocco has month names of its own (يوليوز, غشت, شتنبر), which the locale `ar` does not know. French writes
//! the first of a month as an ordinal (Imprimerie nationale), which CLDR leaves out.

use kernel::{Date, Lang};

const AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in words, with Western digits: `31 دجنبر 2022`.
pub(crate) fn in_words(day: Date, lang: Lang) -> String {
    let months = match lang {
        Lang::Ar => &AR,
        Lang::Fr => &FR,
        Lang::En => &EN,
    };
    let month = usize::try_from(day.month() - 1).ok().and_then(|month| months.get(month)).copied().unwrap_or_default();
    let first = if lang == Lang::Fr && day.day() == 1 { "er" } else { "" };
    format!("{}{first} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_said_with_the_months_of_morocco() {
        let all = |day| Lang::ALL.map(|lang| in_words(day, lang));
        assert_eq!(all(date(2022, 12, 31)), ["31 دجنبر 2022", "31 décembre 2022", "31 December 2022"]);
        assert_eq!(all(date(2019, 7, 1)), ["1 يوليوز 2019", "1er juillet 2019", "1 July 2019"]);
    }
}
