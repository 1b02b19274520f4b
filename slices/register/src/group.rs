//! Groups: cooperatives for which others published figures without listing them one by one.

use kernel::Currency;
use serde::{Deserialize, Serialize};

/// The kind of the one act that a group has: somebody published figures.
pub const PUBLISHED: &str = "figures_published";

/// Figures that others published for a group of cooperatives. A number that is not given was not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresPublished {
    /// What the publisher calls the group.
    pub title: String,
    /// The code of the place it is in; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The code of its sector; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// How many cooperatives it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooperatives: Option<i64>,
    /// How many memberships.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<i64>,
    /// How many employees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<i64>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Turnover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover_minor: Option<i64>,
    /// Surplus before tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus_minor: Option<i64>,
    /// Members' funds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_funds_minor: Option<i64>,
}

impl FiguresPublished {
    /// What the act says, as canonical JSON.
    pub fn body(&self) -> String {
        // Through a value, whose keys are sorted; text keys are all that JSON asks.
        serde_json::to_value(self).unwrap_or_default().to_string()
    }
}
