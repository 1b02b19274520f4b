//! Time is handed in: nothing in Twiza asks the machine but through a [`Clock`].

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Where "now" comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands where it was last set: for tests and for lives that are simulated.
    Set(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that stands at `instant` until it is set.
    pub fn at(instant: Timestamp) -> Self {
        Self::Set(Arc::new(Mutex::new(instant)))
    }

    /// Moves a clock made by [`Clock::at`]; the machine's clock stays as it is.
    pub fn set(&self, instant: Timestamp) {
        if let Self::Set(now) = self {
            *now.lock().unwrap_or_else(PoisonError::into_inner) = instant;
        }
    }

    /// The instant it is.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Set(now) => *now.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The day it is in `zone`.
    pub fn today(&self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.now()).date()
    }
}
