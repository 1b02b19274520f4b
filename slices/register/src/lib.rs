//! The register: which cooperatives exist, and what each of them was on any day.
//!
//! A **cooperative** enters by registration and leaves by striking off or merger; its number is never given again.
//! What happens to it is an **act**; what it is on a day follows from its acts by the **fold**.
//!
//! Not here: figures (`observatory`), quality marks (`labels`), accounts and roles (`identity`).

pub mod acts;
mod admit;
mod agenda;
pub mod ahead;
pub mod api;
mod breach;
pub mod choice;
mod codes;
mod cooperative;
mod dataset;
pub mod demo;
mod desk;
pub mod directory;
mod due;
mod extract;
mod finding;
mod fold;
pub mod group;
mod ice;
pub mod import;
mod life;
mod measures;
mod objection;
mod pages;
mod papers;
mod phrase;
pub mod reference;
mod risk;
mod room;
mod rules;
mod standing;
pub mod store;
mod tell;
#[cfg(test)]
mod tests;
mod visit;
mod watch;

pub use agenda::{agenda, agenda_of_the_year};
pub use breach::{Breach, breaches};
pub use codes::{Category, Characteristic, CooperativeType, Departure, Ground, Level, Origin, Sex, UnknownCode};
pub use cooperative::{Cooperative, Member, Members, Removal, Status};
pub use desk::State;
pub use due::{Done, Duty, What, due, duties};
pub use extract::shortened;
pub use finding::{Finding, findings, organ as organ_findings, term_too_long, too_few_members, too_large_for};
pub use fold::Cooperatives;
pub use group::Groups;
pub use ice::{Ice, NotAnIce};
pub use life::Life;
pub use measures::{DIMENSIONS, MEASURES};
pub use phrase::{phrases, reason};
pub use risk::{Part, Times, Weight, weights};
pub use rules::{Rule, Threshold, Unit, cite, thresholds};
pub use standing::{Mark, Standing};
pub use watch::keep_watch;

/// What the register brings to the program.
pub const SLICE: web::Slice = web::Slice {
    name: "register",
    routes: &[
        web::Route::open("/api/v1/cooperatives"),
        web::Route::open("/api/v1/cooperatives/{number}"),
        web::Route::open("/api/v1/cooperatives/{number}/extract"),
        web::Route::open("/api/v1/templates/{name}"),
        web::Route::open("/{lang}/cooperatives"),
        web::Route::open("/{lang}/cooperatives/list.xlsx"),
        web::Route::open("/{lang}/cooperatives/map.svg"),
        web::Route::open("/{lang}/cooperatives/{number}"),
        web::Route::get("/{lang}/cooperatives/{number}/calendar.ics", "use_desk"),
        web::Route::get("/{lang}/cooperatives/{number}/governance", "use_desk"),
        web::Route::get("/{lang}/cooperatives/{number}/requests", "use_desk"),
        web::Route::post("/{lang}/cooperatives/{number}/requests", "send_form"),
        web::Route::get("/{lang}/cooperatives/{number}/standing", "use_desk"),
        web::Route::get("/{lang}/cooperatives/{number}/standing/certificate", "use_desk"),
        web::Route::get("/{lang}/cooperatives/{number}/visits", "use_desk"),
        web::Route::post("/{lang}/cooperatives/{number}/visits", "send_form"),
        web::Route::get("/{lang}/desk", "use_desk"),
        web::Route::get("/{lang}/desk/meetings", "use_desk"),
        web::Route::post("/{lang}/desk/meetings", "send_form"),
        web::Route::get("/{lang}/desk/visits", "use_desk"),
        web::Route::get("/{lang}/cooperatives/{number}/requests/accounts", "use_desk"),
        web::Route::post("/{lang}/cooperatives/{number}/requests/accounts", "send_form"),
        web::Route::get("/{lang}/requests/{id}", "use_desk"),
        web::Route::post("/{lang}/requests/{id}", "send_form"),
        web::Route::post("/{lang}/requests/{id}/files", "send_form"),
        web::Route::post("/{lang}/requests/{id}/withdrawal", "send_form"),
        web::Route::get("/{lang}/requests/{id}/files/{file}", "use_desk"),
        web::Route::get("/{lang}/visits/{id}", "use_desk"),
        web::Route::post("/{lang}/visits/{id}", "send_form"),
        web::Route::post("/{lang}/visits/{id}/files", "send_form"),
        web::Route::get("/{lang}/visits/{id}/files/{file}", "use_desk"),
        web::Route::open("/{lang}/cooperatives/{number}/extract"),
        web::Route::open("/{lang}/rules"),
        web::Route::open("/{lang}/rules/rules.csv"),
        web::Route::open("/{lang}/verify"),
        web::Route::open("/{lang}/verify/{text}"),
        web::Route::open("/data/keys.json"),
        web::Route::open("/verify/{text}"),
    ],
    router: api::router,
    pages: || {
        pages::router().merge(desk::router()).merge(room::router()).merge(visit::router()).merge(papers::router())
    },
    menu: &[("register-menu", "/cooperatives")],
    footer: &[("register-rules", "/rules"), ("register-verify", "/verify")],
    subjects: tell::SUBJECTS,
    datasets: &[dataset::COOPERATIVES],
    words: Some(web::Words {
        room: "register",
        ar: concat!(
            include_str!("../messages/ar.ftl"),
            include_str!("../messages/visits.ar.ftl"),
            include_str!("../messages/risk.ar.ftl")
        ),
        fr: concat!(
            include_str!("../messages/fr.ftl"),
            include_str!("../messages/visits.fr.ftl"),
            include_str!("../messages/risk.fr.ftl")
        ),
        en: concat!(
            include_str!("../messages/en.ftl"),
            include_str!("../messages/visits.en.ftl"),
            include_str!("../messages/risk.en.ftl")
        ),
    }),
    description: Some(include_str!("../openapi.json")),
    policy: Some(authz::PolicyText {
        slice: "register",
        schema: include_str!("schema.cedarschema"),
        policies: include_str!("policy.cedar"),
    }),
    roles: &[
        web::Role { kind: "Agent", name: "register-role-agent", of: web::Of::Place(kernel::Level::Delegation) },
        web::Role { kind: "Manager", name: "register-role-manager", of: web::Of::Subject("cooperative") },
    ],
    people: None,
    proofs: &[],
    tasks: None,
    kept_names: None,
    withholds: api::withholds,
};

/// What the register declares to the ledger.
pub const LEDGER: ledger::Declaration =
    ledger::Declaration { measures: MEASURES, dimensions: DIMENSIONS, rollup: &["sector"], subjects };

fn subjects(schema: &ledger::Schema) -> Vec<ledger::Kept> {
    vec![
        ledger::Kept { subjects: Box::new(Cooperatives::new(schema)), keep: store::keep },
        ledger::Kept { subjects: Box::new(Groups::new(schema)), keep: store::keep_group },
    ]
}
