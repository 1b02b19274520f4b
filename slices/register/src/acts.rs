//! What can happen to a cooperative: the kinds of act, each with what it says.
//!
//! The kind is a column of the journal; what the act says is its body, JSON without personal data. Fields stand in the order of
//! their names, which is the order in which canonical JSON writes them.

mod accounts;
mod meeting;
mod membership;
mod year_end;

use kernel::{Currency, Date};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

pub use accounts::AccountsFiled;
pub use meeting::{GeneralMeetingHeld, Meeting};
pub use membership::{Age, MemberAdmitted, MemberLeft, MembershipDeclared, SharesMoved};
pub use year_end::{NotAMonth, YearEnd};

use crate::{Category, Characteristic, CooperativeType, Ground, Ice, Level, Origin};

/// An act on a cooperative.
#[derive(Clone, Debug, PartialEq)]
pub enum CooperativeAct {
    /// It was entered in the register.
    Registered(Box<Registered>),
    /// It got another name.
    Renamed(Renamed),
    /// It was given its ICE by the tax office.
    Identified(Identified),
    /// Its seat moved.
    SeatMoved(SeatMoved),
    /// It took up another activity.
    ActivityChanged(ActivityChanged),
    /// It said how many members it has.
    MembershipDeclared(MembershipDeclared),
    /// A member was admitted.
    MemberAdmitted(MemberAdmitted),
    /// A member left.
    MemberLeft(MemberLeft),
    /// Shares went from one member to another, or a member took or gave back some.
    SharesMoved(SharesMoved),
    /// Capital was subscribed at its foundation; the amount is the capital from then on.
    CapitalSubscribed(Capital),
    /// Capital was increased by the amount.
    CapitalIncreased(Capital),
    /// Capital was reduced by the amount.
    CapitalReduced(Capital),
    /// Of the capital, the amount is paid up from then on.
    CapitalPaidUp(Capital),
    /// Managers or a board were appointed.
    OrganAppointed(OrganAppointed),
    /// A general meeting was held.
    GeneralMeetingHeld(GeneralMeetingHeld),
    /// The accounts of a financial year were filed.
    AccountsFiled(AccountsFiled),
    /// It was declared dormant: registered, but not active.
    DeclaredDormant,
    /// It was declared active again.
    DeclaredActive,
    /// It was dissolved: it stays in the register until its liquidation ends.
    Dissolved,
    /// It was struck off the register.
    StruckOff(StruckOff),
    /// It merged into another cooperative and left the register.
    Merged(Merged),
}

/// What the register says of a cooperative when it enters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registered {
    /// The code of its branch within the sector; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<String>,
    /// What it does for its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// What is said of its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characteristics: Vec<Characteristic>,
    /// Its ICE, if it has one already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ice: Option<Ice>,
    /// Whether its members are persons or cooperatives.
    pub level: Level,
    /// Its name in Arabic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_ar: Option<String>,
    /// Its name in French, or in whatever Latin script the register keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_fr: Option<String>,
    /// In a demo country, whether it exists outside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The code of the place of its seat, the finest that is known; none if none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The code of its sector; none if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// At the end of which month its financial year ends; with the calendar year if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_end: Option<YearEnd>,
    /// Its type; none if not known.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub cooperative_type: Option<CooperativeType>,
}

/// A new name; a script that is not given is lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// Its name in Arabic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_ar: Option<String>,
    /// Its name in French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_fr: Option<String>,
}

/// An identifier given by the tax office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identified {
    /// The ICE.
    pub ice: Ice,
}

/// A new seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatMoved {
    /// The code of the place; none if it is not known any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A new activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityChanged {
    /// The code of the branch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<String>,
    /// The code of the sector.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
}

/// An amount of share capital.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capital {
    /// The amount in minor units of the currency.
    pub amount_minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// The appointment of those who run the cooperative. Their names are personal data and not in the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganAppointed {
    /// `managers` or `board`.
    pub organ: Organ,
    /// How many persons.
    pub persons: i64,
    /// The last day of their term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What runs a cooperative (law 112-12: managers in a small one, a board in others).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Organ {
    /// One to three managers.
    Managers,
    /// A board of directors.
    Board,
}

/// A striking off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StruckOff {
    /// On which ground; none where the register that was taken in does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
}

/// A merger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// The register number of the cooperative that goes on.
    pub into: String,
}

/// A stored act cannot be read: a fault of the journal, never of a person.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is no such kind of act.
    #[error("`{0}` is no kind of act on a cooperative")]
    Kind(String),
    /// Its body does not say what this kind says.
    #[error("the body of `{0}` cannot be read: {1}")]
    Body(String, serde_json::Error),
}

impl CooperativeAct {
    /// Every kind's code, in the order in which a cooperative may meet them.
    pub const KINDS: [&'static str; 21] = [
        "registered",
        "renamed",
        "identified",
        "seat_moved",
        "activity_changed",
        "membership_declared",
        "member_admitted",
        "member_left",
        "shares_moved",
        "capital_subscribed",
        "capital_increased",
        "capital_reduced",
        "capital_paid_up",
        "organ_appointed",
        "general_meeting_held",
        "accounts_filed",
        "declared_dormant",
        "declared_active",
        "dissolved",
        "struck_off",
        "merged",
    ];

    /// The code of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Registered(_) => "registered",
            Self::Renamed(_) => "renamed",
            Self::Identified(_) => "identified",
            Self::SeatMoved(_) => "seat_moved",
            Self::ActivityChanged(_) => "activity_changed",
            Self::MembershipDeclared(_) => "membership_declared",
            Self::MemberAdmitted(_) => "member_admitted",
            Self::MemberLeft(_) => "member_left",
            Self::SharesMoved(_) => "shares_moved",
            Self::CapitalSubscribed(_) => "capital_subscribed",
            Self::CapitalIncreased(_) => "capital_increased",
            Self::CapitalReduced(_) => "capital_reduced",
            Self::CapitalPaidUp(_) => "capital_paid_up",
            Self::OrganAppointed(_) => "organ_appointed",
            Self::GeneralMeetingHeld(_) => "general_meeting_held",
            Self::AccountsFiled(_) => "accounts_filed",
            Self::DeclaredDormant => "declared_dormant",
            Self::DeclaredActive => "declared_active",
            Self::Dissolved => "dissolved",
            Self::StruckOff(_) => "struck_off",
            Self::Merged(_) => "merged",
        }
    }

    /// What it says, as canonical JSON (RFC 8785: keys sorted, no white space; there are no fractions).
    pub fn body(&self) -> String {
        let written = match self {
            Self::Registered(body) => serde_json::to_string(body),
            Self::Renamed(body) => serde_json::to_string(body),
            Self::Identified(body) => serde_json::to_string(body),
            Self::SeatMoved(body) => serde_json::to_string(body),
            Self::ActivityChanged(body) => serde_json::to_string(body),
            Self::MembershipDeclared(body) => serde_json::to_string(body),
            Self::MemberAdmitted(body) => serde_json::to_string(body),
            Self::MemberLeft(body) => serde_json::to_string(body),
            Self::SharesMoved(body) => serde_json::to_string(body),
            Self::CapitalSubscribed(body)
            | Self::CapitalIncreased(body)
            | Self::CapitalReduced(body)
            | Self::CapitalPaidUp(body) => serde_json::to_string(body),
            Self::OrganAppointed(body) => serde_json::to_string(body),
            Self::GeneralMeetingHeld(body) => serde_json::to_string(body),
            Self::AccountsFiled(body) => serde_json::to_string(body),
            Self::StruckOff(body) => serde_json::to_string(body),
            Self::Merged(body) => serde_json::to_string(body),
            Self::DeclaredDormant | Self::DeclaredActive | Self::Dissolved => Ok(EMPTY.to_owned()),
        };
        // These types have text keys only, which is all that JSON asks: writing has nothing to fail on.
        written.unwrap_or_else(|_| EMPTY.to_owned())
    }

    /// Reads an act as the journal keeps it.
    ///
    /// # Errors
    /// When the kind is not known or the body is not that kind's.
    pub fn read(kind: &str, body: &str) -> Result<Self, Unreadable> {
        fn say<T: DeserializeOwned>(kind: &str, body: &str) -> Result<T, Unreadable> {
            serde_json::from_str(body).map_err(|error| Unreadable::Body(kind.to_owned(), error))
        }
        Ok(match kind {
            "registered" => Self::Registered(say(kind, body)?),
            "renamed" => Self::Renamed(say(kind, body)?),
            "identified" => Self::Identified(say(kind, body)?),
            "seat_moved" => Self::SeatMoved(say(kind, body)?),
            "activity_changed" => Self::ActivityChanged(say(kind, body)?),
            "membership_declared" => Self::MembershipDeclared(say(kind, body)?),
            "member_admitted" => Self::MemberAdmitted(say(kind, body)?),
            "member_left" => Self::MemberLeft(say(kind, body)?),
            "shares_moved" => Self::SharesMoved(say(kind, body)?),
            "capital_subscribed" => Self::CapitalSubscribed(say(kind, body)?),
            "capital_increased" => Self::CapitalIncreased(say(kind, body)?),
            "capital_reduced" => Self::CapitalReduced(say(kind, body)?),
            "capital_paid_up" => Self::CapitalPaidUp(say(kind, body)?),
            "organ_appointed" => Self::OrganAppointed(say(kind, body)?),
            "general_meeting_held" => Self::GeneralMeetingHeld(say(kind, body)?),
            "accounts_filed" => Self::AccountsFiled(say(kind, body)?),
            "declared_dormant" => Self::DeclaredDormant,
            "declared_active" => Self::DeclaredActive,
            "dissolved" => Self::Dissolved,
            "struck_off" => Self::StruckOff(say(kind, body)?),
            "merged" => Self::Merged(say(kind, body)?),
            other => return Err(Unreadable::Kind(other.to_owned())),
        })
    }
}

/// A body that says nothing.
const EMPTY: &str = "{}";
