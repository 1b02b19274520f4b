//! Whether the program answers, for whoever watches it.

use axum::{extract::State, response::Response};
use kernel::Timestamp;
use ledger::{Head, store};
use serde::Serialize;
use web::{App, Problem, Query};

/// That it does.
#[derive(Serialize)]
struct Told {
    status: &'static str,
    head: i64,
    hash: String,
    recorded_at: Option<Timestamp>,
}

/// `GET /healthz`: asks the database, hence a fault says that it does not answer.
pub(crate) async fn show(State(app): State<App>, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let head = app.blocking(|ledger| ledger.db().read(store::head)).await?;
    let recorded_at = (head.seq > Head::EMPTY.seq).then_some(head.recorded_at);
    web::json(&Told { status: "ok", head: head.seq, hash: head.hash.to_string(), recorded_at })
}
