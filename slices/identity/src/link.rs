//! Links that are sent to people, by which they choose a password: to confirm a new account, to follow an invitation, and to
//! come in again who forgot it. Each is good once, and not for long; a newer one voids those before.

use jiff::SignedDuration;

pub(crate) mod store;

/// How long who asked for a link may take.
pub const ASKED_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How long who was invited may take.
pub const INVITATION: SignedDuration = SignedDuration::from_hours(7 * 24);
