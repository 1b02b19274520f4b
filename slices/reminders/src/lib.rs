//! Reminders: who acts for a cooperative is told in time what comes due there, by mail or, without an address, by SMS.
//!
//! A **stage** is how near the last day for a duty is: a month before, a week before, just over. Each account is told of each duty
//! once a stage, until it is done. Who does not want to be reminded says so once.
//!
//! Not here: what is due (`register`), how messages leave (`identity`).

mod letter;
mod pages;
mod round;
mod running;
mod stage;
pub mod store;
#[cfg(test)]
mod tests;
mod whom;

pub use round::{Round, round};
pub use running::start;
pub use stage::Stage;

/// What reminders bring to the program.
pub const SLICE: web::Slice = web::Slice {
    name: "reminders",
    routes: &[
        web::Route::get("/{lang}/reminders", "use_reminders"),
        web::Route::post("/{lang}/reminders", "keep_reminders"),
    ],
    router: web::Router::new,
    pages: pages::router,
    menu: &[],
    footer: &[],
    subjects: &[],
    datasets: &[],
    words: Some(web::Words {
        room: "reminders",
        ar: include_str!("../messages/ar.ftl"),
        fr: include_str!("../messages/fr.ftl"),
        en: include_str!("../messages/en.ftl"),
    }),
    description: None,
    policy: Some(authz::PolicyText {
        slice: "reminders",
        schema: include_str!("schema.cedarschema"),
        policies: include_str!("policy.cedar"),
    }),
    roles: &[],
    people: None,
    proofs: &[],
    tasks: None,
    kept_names: None,
    withholds: |_| false,
};
