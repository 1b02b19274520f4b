//! Jurisdictions: whose law, money and clock a register goes by.

use crate::Currency;

/// A country whose register Twiza can keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jurisdiction {
    /// Its ISO 3166-1 alpha-2 code.
    pub country: &'static str,
    /// Its currency.
    pub currency: Currency,
    /// Its time zone in the IANA database.
    pub zone: &'static str,
}

impl Jurisdiction {
    /// Morocco, the first home.
    pub const MOROCCO: Self = Self { country: "MA", currency: Currency::Mad, zone: "Africa/Casablanca" };

    const ALL: [Self; 4] = [
        Self::MOROCCO,
        Self { country: "TN", currency: Currency::Tnd, zone: "Africa/Tunis" },
        Self { country: "TG", currency: Currency::Xof, zone: "Africa/Lome" },
        Self { country: "GB", currency: Currency::Gbp, zone: "Europe/London" },
    ];

    /// The jurisdiction of a country.
    pub fn of(country: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|jurisdiction| jurisdiction.country == country)
    }
}
