//! The members' roll: who belongs to a cooperative, since when, with how many shares; and who of them runs it.
//!
//! Who is on the roll follows from acts (`register`): admitted, left, shares moved. What is known of a person is sealed
//! (`identity`); this room keeps which person or legal person a member is, and is where managers admit members and let them go.
//! **Offices** are by name too, so they are kept here and are no acts: of who runs a cooperative the register knows the organ, how
//! many persons and until when.
//!
//! Not here: how members are counted (`register`), members that are only declared as numbers (`register`).

mod book;
mod change;
mod effect;
mod exclusion;
mod form;
mod import;
mod newcomer;
mod office;
mod pages;
mod people;
mod roll;
pub mod store;
mod tasks;
#[cfg(test)]
mod tests;

/// What the roll brings to the program.
pub const SLICE: web::Slice = web::Slice {
    name: "roll",
    routes: &[
        web::Route::get("/{lang}/cooperatives/{number}/acting", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/acting", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members", "use_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/admit", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/members/admit", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/import", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/members/import", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/pdf", "use_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/template", "use_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/xlsx", "use_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/{id}", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/members/{id}", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/{id}/name", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/members/{id}/name", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/members/{id}/shares", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/members/{id}/shares", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/offices", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/offices", "send_roll"),
        web::Route::get("/{lang}/cooperatives/{number}/offices/{nth}", "use_roll"),
        web::Route::post("/{lang}/cooperatives/{number}/offices/{nth}", "send_roll"),
    ],
    router: web::Router::new,
    pages: pages::router,
    menu: &[],
    footer: &[],
    subjects: &[],
    datasets: &[],
    words: Some(web::Words {
        room: "roll",
        ar: concat!(
            include_str!("../messages/ar.ftl"),
            include_str!("../messages/offices.ar.ftl"),
            include_str!("../messages/acting.ar.ftl")
        ),
        fr: concat!(
            include_str!("../messages/fr.ftl"),
            include_str!("../messages/offices.fr.ftl"),
            include_str!("../messages/acting.fr.ftl")
        ),
        en: concat!(
            include_str!("../messages/en.ftl"),
            include_str!("../messages/offices.en.ftl"),
            include_str!("../messages/acting.en.ftl")
        ),
    }),
    description: None,
    policy: Some(authz::PolicyText {
        slice: "roll",
        schema: include_str!("schema.cedarschema"),
        policies: include_str!("policy.cedar"),
    }),
    roles: &[],
    people: None,
    proofs: &[],
    tasks: Some(tasks::tasks),
    kept_names: None,
    withholds: |_| false,
};
