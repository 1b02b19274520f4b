//! Founding: the path from an idea to a registered cooperative, and who decides on it.
//!
//! A **project** is a cooperative that founders prepare, step by step. What they hand in is a **submission**: the delegation
//! grants the name, the clerk of the court enters the file in the local register, the delegation enters it in the central one.
//! With that the acts of its registration are recorded, and the founders are its members.
//!
//! Not here: changes to a cooperative that exists (`register`), accounts and what is known of persons (`identity`).

mod check;
mod confirming;
mod court;
mod decide;
mod dossier;
mod ending;
mod entry;
mod file;
mod founder;
mod helping;
mod kept;
mod legal;
mod name;
mod pages;
mod paper;
mod person;
mod project;
mod stage;
mod statutes;
mod step;
pub mod store;
mod submission;
mod summary;
mod tasks;
#[cfg(test)]
mod tests;

pub use ending::start;

/// What founding brings to the program.
pub const SLICE: web::Slice = web::Slice {
    name: "founding",
    routes: &[
        web::Route::open("/{lang}/projects"),
        web::Route::get("/{lang}/projects/mine", "use_projects"),
        web::Route::post("/{lang}/projects/mine", "send_project"),
        web::Route::get("/{lang}/projects/{id}", "use_projects"),
        web::Route::post("/{lang}/projects/{id}", "send_project"),
        web::Route::get("/{lang}/projects/{id}/sheet", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/sheet", "send_project"),
        web::Route::get("/{lang}/projects/{id}/name", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/name", "send_project"),
        web::Route::get("/{lang}/projects/{id}/founders", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/founders", "send_project"),
        web::Route::get("/{lang}/projects/{id}/statutes", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/statutes", "send_project"),
        web::Route::get("/{lang}/projects/{id}/statutes/pdf", "use_projects"),
        web::Route::get("/{lang}/projects/{id}/capital", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/capital", "send_project"),
        web::Route::get("/{lang}/projects/{id}/filing", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/filing", "send_project"),
        web::Route::post("/{lang}/projects/{id}/founders/{founder}/link", "send_project"),
        web::Route::get("/{lang}/projects/{id}/helpers", "use_projects"),
        web::Route::post("/{lang}/projects/{id}/helpers", "send_project"),
        web::Route::get("/{lang}/invitations/{secret}", "use_projects"),
        web::Route::post("/{lang}/invitations/{secret}", "send_project"),
        web::Route::get("/{lang}/confirmations/{secret}", "use_projects"),
        web::Route::post("/{lang}/confirmations/{secret}", "send_project"),
        web::Route::post("/{lang}/projects/{id}/{paper}/files", "send_project"),
        web::Route::get("/{lang}/projects/{id}/{paper}/files/{file}", "use_projects"),
        web::Route::get("/{lang}/submissions/{id}", "use_projects"),
        web::Route::post("/{lang}/submissions/{id}", "send_project"),
        web::Route::post("/{lang}/submissions/{id}/withdraw", "send_project"),
        web::Route::get("/{lang}/submissions/{id}/certificate", "use_projects"),
    ],
    router: web::Router::new,
    pages: pages::router,
    menu: &[("founding-menu", "/projects")],
    footer: &[],
    subjects: &[],
    datasets: &[],
    words: Some(web::Words {
        room: "founding",
        ar: concat!(include_str!("../messages/ar.ftl"), include_str!("../messages/statutes.ar.ftl")),
        fr: concat!(include_str!("../messages/fr.ftl"), include_str!("../messages/statutes.fr.ftl")),
        en: concat!(include_str!("../messages/en.ftl"), include_str!("../messages/statutes.en.ftl")),
    }),
    description: None,
    policy: Some(authz::PolicyText {
        slice: "founding",
        schema: include_str!("schema.cedarschema"),
        policies: include_str!("policy.cedar"),
    }),
    roles: &[web::Role { kind: "Clerk", name: "founding-role-clerk", of: web::Of::Place(kernel::Level::Province) }],
    people: None,
    proofs: &[(proof::Kind::Name, pages::certificate::show)],
    tasks: Some(tasks::tasks),
    kept_names: Some(name::kept),
    withholds: |_| false,
};
