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
mod correcting;
mod crawl;
mod desk;
mod doors;
mod dossier;
mod entering;
mod forms;
mod founding;
mod helping;
#[path = "../house/mod.rs"]
mod house;
mod journeys;
mod mandates;
mod meanwhile;
#[path = "../../src/migrations.rs"]
mod migrations;
mod openapi;
mod page;
mod papers;
mod passkeys;
mod people;
mod project;
mod reminders;
mod removal;
mod roll;
mod room;
mod served;
mod things;
mod traces;
mod visits;
