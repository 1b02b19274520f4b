//! A helper: somebody at a delegation or a youth platform who walks the path with founders, until whoever opened the project takes
//! that right back.

use kernel::Timestamp;

pub(crate) mod store;

/// Somebody who was asked to help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Helper {
    /// The number among the helpers of the project.
    pub(crate) id: i64,
    /// Until when the link is good.
    pub(crate) ends_at: Timestamp,
    /// Which account agreed, and when; none until one does.
    pub(crate) agreed: Option<(String, Timestamp)>,
}
