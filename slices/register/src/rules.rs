//! The thresholds of the law: dated, with article, source and whether they are confirmed. Source: `data/law`.

use std::{collections::HashMap, fmt, sync::LazyLock};

use jiff::{Span, ToSpan};
use kernel::{Currency, Date, Share, read_day};
use serde::{Deserialize, Serialize};
use web::Messages;

/// The table as a file.
pub(crate) const TABLE: &str = include_str!("../../../data/law/rules.csv");

/// A threshold that the code asks for; what it is stands in `data/law/rules.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the table says what each is, with its article")]
pub enum Rule {
    MembersMin,
    MembersKeptMin,
    FounderAgeMin,
    CapitalMin,
    ShareMin,
    PaidAtSubscriptionMin,
    PaidInFullWithin,
    CashBlockedWithin,
    CalledSharePaidWithin,
    NameAnsweredWithin,
    NameValidFor,
    CopiesFiled,
    FileEnteredWithin,
    CopySentWithin,
    CopyEnteredWithin,
    MeetingWithin,
    AccountsFiledWithin,
    SectionsMembersAbove,
    ManagersMax,
    ManagersMembersBelow,
    ManagersTurnoverBelow,
    BoardMin,
    BoardMax,
    BoardMultipleOf,
    BoardTerm,
    AuditorTurnoverFrom,
    LegalReserveMin,
    EducationReserveMin,
    NonMembersMax,
    InterestMax,
    UnionMembersMin,
    MeetingCalledBefore,
    TaxExemptTurnoverMax,
    TenderCertificateValidFor,
    StandingCertificateValidFor,
    FirstVisitWithin,
    RequestDecidedWithin,
    RemindedAfterMandateFor,
}

impl fmt::Display for Rule {
    /// Its code in the table: `members_min`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// Of what a threshold is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Persons,
    Cooperatives,
    Copies,
    /// Whole dirhams.
    #[serde(rename = "MAD")]
    Dirhams,
    Percent,
    Days,
    Months,
    Years,
}

/// What a rule says from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Threshold {
    /// Which rule.
    pub rule: Rule,
    /// The number, in its unit.
    pub value: u32,
    /// The unit of the number.
    pub unit: Unit,
    /// Where it stands; empty where no article is known.
    pub article: String,
    #[serde(deserialize_with = "day")]
    in_force_from: Date,
    status: Standing,
    /// Where it was read.
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    Confirmed,
    Unconfirmed,
}

impl Threshold {
    /// Whether a breach is an error; of a rule that is not confirmed it is a warning that says so.
    pub fn is_confirmed(&self) -> bool {
        self.status == Standing::Confirmed
    }

    /// From which day it is in force.
    pub const fn in_force_from(&self) -> Date {
        self.in_force_from
    }

    /// The amount in minor units; of dirhams only.
    pub const fn minor(&self) -> i64 {
        self.value as i64 * 100
    }

    /// The number with its unit, as people read it: `3 days`, `1 000,00 DH`.
    pub fn tell(&self, t: &Messages) -> String {
        let count = |key| t.count(key, self.value.into());
        match self.unit {
            Unit::Dirhams => t.amount(self.minor(), Currency::Mad),
            Unit::Percent => t.percent(Share { part: self.value.into(), whole: 100 }),
            Unit::Persons => count("register-unit-persons"),
            Unit::Cooperatives => count("register-unit-cooperatives"),
            Unit::Copies => count("register-unit-copies"),
            Unit::Days => count("register-unit-days"),
            Unit::Months => count("register-unit-months"),
            Unit::Years => count("register-unit-years"),
        }
    }

    /// The article in the language of a page; empty where none is known.
    pub fn cites(&self, t: &Messages) -> String {
        cite(t, &self.article)
    }

    /// The last day of a time that begins on this one; the day itself if the rule is no time.
    pub fn ends(&self, begins: Date) -> Date {
        begins.saturating_add(self.span())
    }

    /// The first day of a time that ends on this one; the day itself if the rule is no time.
    pub fn begins(&self, ends: Date) -> Date {
        ends.saturating_sub(self.span())
    }

    fn span(&self) -> Span {
        let value = i64::from(self.value);
        match self.unit {
            Unit::Days => value.days(),
            Unit::Months => value.months(),
            Unit::Years => value.years(),
            Unit::Persons | Unit::Cooperatives | Unit::Copies | Unit::Dirhams | Unit::Percent => Span::new(),
        }
    }
}

/// An article as the table writes it, `Law 112-12, art. 26`, in the language of a page.
pub fn cite(t: &Messages, article: &str) -> String {
    if article.is_empty() {
        return String::new();
    }
    let (text, article) = article.split_once(", art. ").map_or((article, None), |(text, at)| (text, Some(at)));
    let text = t.get(&format!("register-text-{}", text.to_lowercase().replace(' ', "-")));
    article.map_or(text.clone(), |at| t.with("register-article", &[("text", &text), ("article", at)]))
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    read_day(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// All rows of the table, in its order.
pub fn thresholds() -> &'static [Threshold] {
    static THRESHOLDS: LazyLock<Vec<Threshold>> = LazyLock::new(|| {
        // A test reads the table, whose rows are ours.
        csv::Reader::from_reader(TABLE.as_bytes()).deserialize().filter_map(Result::ok).collect()
    });
    &THRESHOLDS
}

impl Rule {
    /// Whether the program asks for it anywhere. What is known and not asked for yet is shown as such.
    pub const fn is_checked(self) -> bool {
        !matches!(
            self,
            Self::SectionsMembersAbove
                | Self::InterestMax
                | Self::TaxExemptTurnoverMax
                | Self::TenderCertificateValidFor
        )
    }

    /// What the rule says on a day; none before it was in force.
    pub fn on(self, day: Date) -> Option<&'static Threshold> {
        static BY_RULE: LazyLock<HashMap<Rule, Vec<&'static Threshold>>> = LazyLock::new(|| {
            let mut by_rule = HashMap::<_, Vec<_>>::new();
            for threshold in thresholds() {
                by_rule.entry(threshold.rule).or_default().push(threshold);
            }
            by_rule
        });
        let rows = BY_RULE.get(&self)?.iter().filter(|threshold| threshold.in_force_from <= day);
        rows.max_by_key(|threshold| threshold.in_force_from).copied()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_no_rule_begins_twice_on_a_day() {
        let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
        let rows = rows.deserialize::<Threshold>().collect::<Result<Vec<_>, _>>().unwrap();
        assert_eq!(rows, thresholds());
        let mut begins: Vec<_> = rows.iter().map(|row| (row.rule, row.in_force_from)).collect();
        begins.sort();
        begins.dedup();
        assert_eq!(begins.len(), rows.len());
    }

    #[test]
    fn a_rule_is_said_to_be_checked_if_and_only_if_some_code_asks_for_it() {
        let slices = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let (mut code, mut folders) = (String::new(), vec![slices.to_path_buf()]);
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                if path.is_dir() && name != "tests" {
                    folders.push(path);
                } else if name.ends_with(".rs") && !["rules.rs", "tests.rs"].contains(&name.as_str()) {
                    let text = std::fs::read_to_string(path).unwrap();
                    code.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
                }
            }
        }
        for rule in thresholds().iter().map(|row| row.rule) {
            let name = format!("Rule::{rule:?}");
            let is_asked = code.split(&name).skip(1).any(|rest| !rest.starts_with(char::is_alphanumeric));
            assert_eq!(rule.is_checked(), is_asked, "{rule}");
        }
    }

    #[test]
    fn every_threshold_has_a_name_in_every_language() {
        for words in
            [include_str!("../messages/ar.ftl"), include_str!("../messages/fr.ftl"), include_str!("../messages/en.ftl")]
        {
            let without = thresholds().iter().map(|row| format!("\nregister-rule-{} = ", row.rule));
            let without: Vec<_> = without.filter(|name| !words.contains(name)).collect();
            assert_eq!(without, [""; 0]);
        }
    }

    #[test]
    fn every_text_of_the_law_has_a_name_in_every_language() {
        for words in
            [include_str!("../messages/ar.ftl"), include_str!("../messages/fr.ftl"), include_str!("../messages/en.ftl")]
        {
            for row in thresholds().iter().filter(|row| !row.article.is_empty()) {
                let text = row.article.split(", art. ").next().unwrap().to_lowercase().replace(' ', "-");
                assert!(words.contains(&format!("\nregister-text-{text} = ")), "{text}");
            }
        }
    }

    #[test]
    fn a_rule_says_nothing_before_it_is_in_force() {
        assert_eq!(Rule::CapitalMin.on(date(2014, 12, 17)), None);
        assert_eq!(Rule::CapitalMin.on(date(2014, 12, 18)).unwrap().minor(), 100_000);
        assert!(Rule::CapitalMin.on(date(2026, 1, 1)).unwrap().is_confirmed());
        assert!(!Rule::NameValidFor.on(date(2026, 1, 1)).unwrap().is_confirmed());
    }

    #[test]
    fn a_time_ends_on_the_last_day_of_a_shorter_month() {
        let ends = |rule: Rule, begins| rule.on(date(2024, 2, 29)).unwrap().ends(begins);
        assert_eq!(ends(Rule::NameAnsweredWithin, date(2024, 2, 28)), date(2024, 3, 2));
        assert_eq!(ends(Rule::MeetingWithin, date(2024, 8, 31)), date(2025, 2, 28));
        assert_eq!(ends(Rule::PaidInFullWithin, date(2024, 2, 29)), date(2027, 2, 28));
        assert_eq!(ends(Rule::CapitalMin, date(2024, 2, 29)), date(2024, 2, 29));
    }
}
