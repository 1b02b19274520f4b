//! The figures that others published of the sector (`data/published`), each with what is to be expected of the demo
//! country: that it meets the figure, or why not.

use std::fmt;

use kernel::{Currency, Date, Share, Timestamp, end_of_day};

use super::{
    Unfit,
    tables::{cell, rows},
};

const FIGURES: &str = include_str!("../../../../data/published/odco_figures.csv");

/// A figure as somebody published it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// What the list calls it.
    pub id: String,
    /// The code of the place that it is about.
    pub territory: String,
    /// What kind of place: `country`, `region`, `delegation`; or `programme`.
    pub level: String,
    /// The reference date as it was printed: a day, a month or a year.
    pub as_of: String,
    /// The reference date; the last day where only a month or a year was printed.
    pub on: Date,
    /// What is counted: `cooperatives`, `members`, `capital`, `women_only_cooperatives`, `women_members`,
    /// `young_members`, or what a programme counts.
    pub metric: String,
    /// The part of the place's cooperatives that it is about.
    pub part: Part,
    /// The value as printed.
    pub value: String,
    /// `count`, `percent` or a currency.
    pub unit: String,
    /// How it was rounded.
    pub rounding: Rounding,
    /// What was judged of it: `ok`, or what speaks against it.
    pub quality: String,
    /// Who printed it.
    pub source: String,
}

/// Which of a place's cooperatives a figure is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All.
    All,
    /// Those of the sector with this code.
    Sector(String),
    /// Those of all sectors but these, which the same source lists.
    SectorsBut(Vec<String>),
    /// Those of the province with this code.
    Province(String),
    /// Those of a programme with this name.
    Programme(String),
}

/// How a figure was rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Not at all.
    Exact,
    /// To this many decimals.
    Decimals(u32),
    /// To this many digits from the left.
    Digits(u32),
    /// "About": within one per cent, or a per cent to the nearest whole.
    About,
    /// "More than".
    MoreThan,
}

/// What is to be expected of the demo country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It meets the figure.
    Met,
    /// It does not try to.
    Refused(Refusal),
}

/// Why the demo country does not try to meet a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It counts what a programme did, which the register does not know.
    Programme,
    /// It cannot be right, for this reason.
    Implausible(String),
    /// It contradicts another figure that is met.
    Contradicts(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Programme => f.write_str("a programme's figure, not the register's"),
            Self::Implausible(why) | Self::Contradicts(why) => f.write_str(why),
        }
    }
}

/// Every published figure, in the order of the list.
///
/// # Errors
/// When the list cannot be read.
pub fn published() -> Result<Vec<Published>, Unfit> {
    let rows = rows("odco_figures.csv", FIGURES)?;
    let named = |like: &csv::StringRecord| -> Vec<String> {
        let same = |row: &&csv::StringRecord| [1, 3, 4, 5].iter().all(|column| row.get(*column) == like.get(*column));
        rows.iter().filter(same).filter_map(|row| sector(row.get(6)?)).map(str::to_owned).collect()
    };
    rows.iter().map(|row| read(row, named(row))).collect()
}

/// Reads a row; `named` are the sectors that its source names beside "other".
fn read(row: &csv::StringRecord, named: Vec<String>) -> Result<Published, Unfit> {
    let wrong = |what: &str| Unfit::File { file: "odco_figures.csv", what: format!("{}: {what}", cell(row, 0)) };
    let category = cell(row, 6);
    let part = match row.get(5).unwrap_or_default() {
        "" => Part::All,
        "province" => Part::Province(category),
        "programme" => Part::Programme(category),
        "sector" if category == "other" => Part::SectorsBut(named),
        "sector" => Part::Sector(sector(&category).ok_or_else(|| wrong("no such sector"))?.to_owned()),
        _ => return Err(wrong("no such dimension")),
    };
    let rounding = match row.get(9).unwrap_or_default() {
        "exact" => Rounding::Exact,
        "integer" => Rounding::Decimals(0),
        "1 decimal" => Rounding::Decimals(1),
        "2 decimals" => Rounding::Decimals(2),
        "2 digits" | "round figure" => Rounding::Digits(2),
        "3 digits" => Rounding::Digits(3),
        "approximate" => Rounding::About,
        "more than" => Rounding::MoreThan,
        _ => return Err(wrong("no such rounding")),
    };
    Ok(Published {
        id: cell(row, 0),
        territory: cell(row, 1),
        level: cell(row, 2),
        as_of: cell(row, 3),
        on: last_day(&cell(row, 3)).ok_or_else(|| wrong("no day, month or year"))?,
        metric: cell(row, 4),
        part,
        value: cell(row, 7),
        unit: cell(row, 8),
        rounding,
        quality: cell(row, 10),
        source: cell(row, 11),
    })
}

/// The code of the sector that the list calls so.
fn sector(name: &str) -> Option<&'static str> {
    Some(match name {
        "agriculture" => "AGR",
        "handicrafts" => "ART",
        "argan" => "ARG",
        "forestry" => "FOR",
        "fishing" => "PEC",
        "services" => "SER",
        "housing" => "HAB",
        _ => return None,
    })
}

/// The last day of what is printed as a day, a month or a year.
fn last_day(as_of: &str) -> Option<Date> {
    match as_of.len() {
        10 => kernel::read_day(as_of).ok(),
        7 => Some(kernel::read_day(&format!("{as_of}-01")).ok()?.last_of_month()),
        4 => kernel::read_day(&format!("{as_of}-12-31")).ok(),
        _ => None,
    }
}

impl Published {
    /// The moment as of which the demo country meets it: the end of 2023 for figures of 2022 and before, the country's own
    /// end for later ones.
    pub fn known(&self) -> Timestamp {
        let zone = jiff::tz::TimeZone::get("Africa/Casablanca").unwrap_or(jiff::tz::TimeZone::UTC);
        let early = self.on <= Date::constant(2022, 12, 31);
        end_of_day(if early { Date::constant(2023, 12, 31) } else { Date::constant(2025, 11, 30) }, &zone)
    }

    /// What is to be expected of the demo country.
    pub fn expected(&self) -> Expected {
        if self.level == "programme" {
            return Expected::Refused(Refusal::Programme);
        }
        let judged = self.quality.trim();
        match judged.split([':', ';', ' ']).next() {
            Some("implausible") => Expected::Refused(Refusal::Implausible(judged.to_owned())),
            Some("contradicts") => Expected::Refused(Refusal::Contradicts(judged.to_owned())),
            _ => Expected::Met,
        }
    }

    /// Whether our number is what was published, rounded as it was: `part` of `whole` for shares, else `part` alone.
    /// Money is in minor units.
    pub fn is_met_by(&self, part: i64, whole: i64) -> bool {
        if self.unit == "percent" {
            let decimals = if let Rounding::Decimals(decimals) = self.rounding { decimals } else { 0 };
            return Share { part, whole }.percent(decimals).is_some_and(|percent| percent == self.value);
        }
        let Some(value) = self.units() else { return false };
        match self.rounding {
            Rounding::Exact | Rounding::Decimals(_) => part == value,
            Rounding::Digits(digits) => rounded(part, digits) == value,
            Rounding::About => (part - value).abs() * 100 <= value,
            Rounding::MoreThan => part > value,
        }
    }

    /// Our number as the source would have printed it.
    pub fn printed(&self, part: i64, whole: i64) -> String {
        match (self.unit.parse::<Currency>(), self.unit.as_str(), self.rounding) {
            (_, "percent", Rounding::Decimals(decimals)) => Share { part, whole }.percent(decimals).unwrap_or_default(),
            (_, "percent", _) => Share { part, whole }.percent(0).unwrap_or_default(),
            (Ok(currency), ..) => currency.major(part),
            _ => part.to_string(),
        }
    }

    /// The value as a whole number: of minor units, if it is money. None for shares.
    fn units(&self) -> Option<i64> {
        let currency = self.unit.parse::<Currency>().ok();
        let (text, zeros) = self.value.split_once('e').unwrap_or((&self.value, "0"));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let decimals = zeros.parse::<u32>().ok()? + currency.map_or(0, Currency::decimals);
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        let missing = decimals.checked_sub(u32::try_from(fraction.len()).ok()?)?;
        digits.checked_mul(10_i64.checked_pow(missing)?)
    }
}

/// A whole number rounded half up to its first digits.
fn rounded(number: i64, digits: u32) -> i64 {
    let mut unit = 1;
    while number / unit >= 10_i64.pow(digits) {
        unit *= 10;
    }
    (number + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(id: &str) -> Published {
        published().unwrap().into_iter().find(|figure| figure.id == id).unwrap()
    }

    #[test]
    fn a_figure_is_met_as_it_was_rounded() {
        assert!(figure("ken_k").is_met_by(34_415_532_900, 0));
        assert!(!figure("ken_k").is_met_by(34_415_532_800, 0));
        assert!(figure("nat_2015k").is_met_by(644_999_999_999, 0));
        assert!(!figure("nat_2015k").is_met_by(645_000_000_000, 0));
        assert!(figure("nat_2015kh").is_met_by(474_000_000_000, 0));
        assert!(figure("gue_s1").is_met_by(1_752, 2_870));
        assert!(figure("bem_2025").is_met_by(4_961, 0) && !figure("bem_2025").is_met_by(5_051, 0));
        assert!(figure("nat_2017").is_met_by(20_001, 0) && !figure("nat_2017").is_met_by(20_000, 0));
    }

    #[test]
    fn others_are_all_sectors_that_the_source_does_not_name() {
        let but = |codes: &[&str]| Part::SectorsBut(codes.iter().map(|code| (*code).to_owned()).collect());
        assert_eq!(figure("ken_s4").part, but(&["AGR", "FOR", "ART"]));
        assert_eq!(figure("nat_2015o").part, but(&["AGR", "ART", "HAB"]));
    }

    #[test]
    fn a_month_and_a_year_mean_their_last_day() {
        assert_eq!(figure("laa_n").on.to_string(), "2024-07-31");
        assert_eq!(figure("mek_s1").on.to_string(), "2023-12-31");
        assert_eq!(figure("ken_n").known().to_string(), "2023-12-31T22:59:59.999999Z");
        assert_eq!(figure("nat_2025n").known().to_string(), "2025-11-30T22:59:59.999999Z");
    }

    #[test]
    fn implausible_and_programme_figures_are_refused() {
        assert!(matches!(figure("gue_m").expected(), Expected::Refused(Refusal::Implausible(_))));
        assert_eq!(figure("gd_c").expected(), Expected::Refused(Refusal::Programme));
        assert_eq!(figure("ken_p3").expected(), Expected::Met);
    }
}
