//! The addresses of the workbook of yearly accounts.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use web::{App, FRESH, Fault, FileForm, Page, Problem, Query, Visitor, Wrong};

use super::{form, pages};
use crate::import::templates::XLSX;

/// The kind of the request that it fills in.
const KIND: &str = "accounts_filed";
/// The most bytes of such a workbook, which has one row.
const BYTES_MAX: usize = 1 << 20;

/// `GET /{lang}/cooperatives/{number}/requests/accounts`: the empty workbook.
pub(super) async fn template(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    query: Query,
) -> Result<Response, Problem> {
    query.finish()?;
    may_file(&app, &page, &visitor, &number).await?;
    let bytes = form::workbook::template().map_err(|says| Problem::Fault(Fault::says(says)))?;
    let headers =
        [(header::CONTENT_TYPE, XLSX), (header::CONTENT_DISPOSITION, "attachment; filename=\"accounts.xlsx\"")];
    Ok((FRESH, headers, bytes).into_response())
}

/// `POST /{lang}/cooperatives/{number}/requests/accounts`: the form, filled with what the workbook says. Nothing is filed yet.
pub(super) async fn fill(
    State(app): State<App>,
    page: Page,
    visitor: Visitor,
    Path(number): Path<String>,
    sent: FileForm,
) -> Result<Response, Problem> {
    may_file(&app, &page, &visitor, &number).await?;
    let file = sent.file("workbook").cloned();
    sent.query.finish()?;
    let read = match file.filter(|file| !file.too_long && file.bytes.len() <= BYTES_MAX) {
        Some(file) => app.blocking(move |_| {
            let read = form::workbook::read(&file.name, Arc::from(&*file.bytes));
            read.map_err(|says| Problem::Fault(Fault::says(says)))
        }),
        None => {
            let none = Wrong::new("workbook", "", "choose a file").told("register-wrong-workbook");
            return pages::form_page(app, page, visitor, number, Some(KIND.to_owned()), Query::default(), vec![none])
                .await;
        }
    };
    let (filled, wrong) = match read.await? {
        Ok(filled) => {
            let wrong = form::accounts_wrong(filled.clone(), app.ledger.today());
            (filled, wrong)
        }
        Err(wrong) => (Query::default(), vec![wrong]),
    };
    pages::form_page(app, page, visitor, number, Some(KIND.to_owned()), filled, wrong).await
}

/// Whether whoever asks may file for a cooperative.
async fn may_file(app: &App, page: &Page, visitor: &Visitor, number: &str) -> Result<(), Problem> {
    let (data, t, visitor, number) = (app.clone(), page.t.clone(), visitor.clone(), number.to_owned());
    app.blocking(move |ledger| pages::to_file(&data, ledger, &t, &visitor, &number)).await
}
