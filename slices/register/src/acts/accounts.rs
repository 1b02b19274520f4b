//! The accounts of a financial year that were filed.

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::objection::Objection;

/// What the accounts of a financial year say. A number that is not given is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountsFiled {
    /// Total assets of the balance sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assets_minor: Option<i64>,
    /// Whether an auditor's report came with them; none if nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auditor_report: Option<bool>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// What was put aside of the surplus for education and training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub education_reserve_minor: Option<i64>,
    /// Employees at the end of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<i64>,
    /// What was put aside of the surplus for the legal reserve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_reserve_minor: Option<i64>,
    /// Total equity and liabilities of the balance sheet: as much as its assets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liabilities_minor: Option<i64>,
    /// Members' funds at the end of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_funds_minor: Option<i64>,
    /// Of the turnover, what was dealt with others than members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_members_minor: Option<i64>,
    /// Surplus of the year (negative: a loss), before tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_minor: Option<i64>,
    /// Turnover of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover_minor: Option<i64>,
    /// The financial year.
    pub year: i16,
}

impl AccountsFiled {
    /// Accounts of a year that say nothing yet.
    pub const fn of(year: i16, currency: Currency) -> Self {
        Self {
            assets_minor: None,
            auditor_report: None,
            currency,
            education_reserve_minor: None,
            employees: None,
            legal_reserve_minor: None,
            liabilities_minor: None,
            members_funds_minor: None,
            non_members_minor: None,
            surplus_minor: None,
            turnover_minor: None,
            year,
        }
    }

    /// What is against the totals of the balance sheet, if both are given: they must be equal.
    pub(crate) fn unbalanced(&self) -> Option<Objection> {
        let (assets, liabilities) = self.assets_minor.zip(self.liabilities_minor)?;
        let currency = self.currency;
        (assets != liabilities).then_some(Objection::Unbalanced { assets, liabilities, currency })
    }

    /// These, with what no list says as it was filed before.
    #[must_use]
    pub fn keeping(self, before: &Self) -> Self {
        Self {
            assets_minor: self.assets_minor.or(before.assets_minor),
            auditor_report: self.auditor_report.or(before.auditor_report),
            education_reserve_minor: self.education_reserve_minor.or(before.education_reserve_minor),
            legal_reserve_minor: self.legal_reserve_minor.or(before.legal_reserve_minor),
            liabilities_minor: self.liabilities_minor.or(before.liabilities_minor),
            non_members_minor: self.non_members_minor.or(before.non_members_minor),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::CooperativeAct;

    #[test]
    fn accounts_of_before_are_read_and_written_as_they_were() {
        let before = r#"{"currency":"MAD","employees":3,"surplus_minor":-100,"turnover_minor":25000000,"year":2024}"#;
        let read = CooperativeAct::read("accounts_filed", before).unwrap();
        assert_eq!(read.body(), before);
        let whole = r#"{"assets_minor":90,"auditor_report":true,"currency":"MAD","education_reserve_minor":200,"employees":3,"legal_reserve_minor":1000,"liabilities_minor":90,"members_funds_minor":5,"non_members_minor":0,"surplus_minor":10000,"turnover_minor":25050,"year":2024}"#;
        assert_eq!(CooperativeAct::read("accounts_filed", whole).unwrap().body(), whole);
    }

    #[test]
    fn a_list_that_says_nothing_of_reserves_leaves_them_as_they_were_filed() {
        let filed = AccountsFiled {
            legal_reserve_minor: Some(1000),
            turnover_minor: Some(5),
            ..AccountsFiled::of(2024, Currency::Mad)
        };
        let listed = AccountsFiled { turnover_minor: Some(7), ..AccountsFiled::of(2024, Currency::Mad) };
        let kept = AccountsFiled { turnover_minor: Some(7), ..filed.clone() };
        assert_eq!(listed.keeping(&filed), kept);
    }
}
