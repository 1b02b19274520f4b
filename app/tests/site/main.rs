//! The public site as it is served: every page is crawled, given bad input, checked for everyone's use, and used in a
//! real browser, with scripts and without.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod accessibility;
mod attacks;
mod bad_input;
mod coming_in;
mod crawl;
mod desk;
mod doors;
mod forms;
mod founding;
#[path = "../house/mod.rs"]
mod house;
mod journeys;
mod openapi;
mod page;
mod papers;
mod passkeys;
mod reminders;
mod removal;
mod roll;
mod room;
mod served;
mod traces;
mod visits;
