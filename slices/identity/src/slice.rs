//! What the slice brings to the program.

use web::{Of, Role, Route, Slice, Words};

use crate::{known, pages};

/// What the slice brings to the program.
pub const SLICE: Slice = Slice {
    name: "identity",
    routes: ROUTES,
    router: axum::Router::new,
    pages: pages::router,
    menu: &[("identity-menu", "/account")],
    footer: &[],
    subjects: &[],
    words: Some(Words {
        room: "identity",
        ar: include_str!("../messages/ar.ftl"),
        fr: include_str!("../messages/fr.ftl"),
        en: include_str!("../messages/en.ftl"),
    }),
    description: None,
    datasets: &[],
    policy: Some(authz::PolicyText {
        slice: "identity",
        schema: include_str!("schema.cedarschema"),
        policies: include_str!("policy.cedar"),
    }),
    roles: &[
        Role { kind: "Administrator", name: "identity-role-administrator", of: Of::Country },
        Role { kind: "Auditor", name: "identity-role-auditor", of: Of::Country },
        Role { kind: "Headquarters", name: "identity-role-headquarters", of: Of::Country },
    ],
    people: Some(known::PEOPLE),
    proofs: &[],
    tasks: None,
    kept_names: None,
    withholds: |_| false,
};

const ROUTES: &[Route] = &[
    Route::open("/{lang}/sign-in"),
    Route::post("/{lang}/sign-in", "enter"),
    Route::post("/{lang}/sign-in/passkey", "enter"),
    Route::post("/{lang}/passkey", "enter"),
    Route::open("/{lang}/sign-up"),
    Route::post("/{lang}/sign-up", "enter"),
    Route::open("/{lang}/forgotten"),
    Route::post("/{lang}/forgotten", "enter"),
    Route::get("/{lang}/links/{secret}", "enter"),
    Route::post("/{lang}/links/{secret}", "enter"),
    Route::post("/{lang}/links/{secret}/passkey", "enter"),
    Route::post("/{lang}/links/{secret}/passkey/new", "enter"),
    Route::get("/{lang}/second-factor", "enter"),
    Route::post("/{lang}/second-factor", "enter"),
    Route::post("/{lang}/sign-out", "enter"),
    Route::get("/{lang}/messages", "enter"),
    Route::get("/{lang}/account", "see_own"),
    Route::post("/{lang}/account/erase", "keep_own"),
    Route::get("/{lang}/account/log", "see_own"),
    Route::post("/{lang}/account/password", "keep_own"),
    Route::get("/{lang}/account/proof", "see_own"),
    Route::post("/{lang}/account/proof", "keep_own"),
    Route::post("/{lang}/account/proof/passkey", "keep_own"),
    Route::get("/{lang}/account/passkeys", "see_own"),
    Route::post("/{lang}/account/passkeys", "keep_own"),
    Route::post("/{lang}/account/passkeys/new", "keep_own"),
    Route::post("/{lang}/account/passkeys/{id}/end", "keep_own"),
    // It shows the secret while it is set up, which no program is to read.
    Route::get("/{lang}/account/second-factor", "keep_own"),
    Route::post("/{lang}/account/second-factor", "keep_own"),
    Route::post("/{lang}/account/second-factor/confirm", "keep_own"),
    Route::post("/{lang}/account/second-factor/end", "keep_own"),
    Route::post("/{lang}/account/sessions/{id}/end", "keep_own"),
    Route::post("/{lang}/account/tokens", "keep_own"),
    Route::post("/{lang}/account/tokens/{id}/end", "keep_own"),
    Route::get("/{lang}/accounts", "see_accounts"),
    Route::post("/{lang}/accounts", "keep_accounts"),
    // Looking for somebody changes nothing; it is sent because a contact is not to stand in an address.
    Route::post("/{lang}/accounts/find", "see_accounts"),
    Route::get("/{lang}/accounts/{id}", "see_accounts"),
    Route::post("/{lang}/accounts/{id}/close", "keep_accounts"),
    Route::post("/{lang}/accounts/{id}/link", "keep_accounts"),
    Route::post("/{lang}/accounts/{id}/mandates", "keep_accounts"),
    Route::post("/{lang}/accounts/{id}/mandates/{mandate}/end", "keep_accounts"),
    Route::post("/{lang}/accounts/{id}/reopen", "keep_accounts"),
    Route::post("/{lang}/accounts/{id}/sessions/end", "keep_accounts"),
    Route::get("/{lang}/audit", "see_audit"),
];
