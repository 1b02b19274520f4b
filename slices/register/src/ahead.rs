//! How long before and after a last day people are told of it: one place for pages, calendars and reminders.

/// So many days before a last day one is told of it first: time to call a general meeting.
pub const FIRST_DAYS: i32 = 30;
/// So many days before it one is told again; of what is done in a minute, told at all.
pub const AGAIN_DAYS: i32 = 7;
/// For so many days after it one is told that it is over: who does nothing then is not written to for ever.
pub const LATE_DAYS: i32 = 30;
/// So many days before its last one a term ends soon: time to prepare the meeting that appoints anew.
pub const SOON_DAYS: i32 = 90;
