//! Twiza's own table, empty to fill in or filled in as an example.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use intake::{Profile, template};
use web::{Fault, Problem};

use super::shipped::PROFILES;

/// A file that people fill in, by its name in the address.
const FILES: [&str; 4] = ["register.xlsx", "accounts.xlsx", "register-example.csv", "accounts-example.csv"];

/// `GET /api/v1/templates/{name}`
pub(crate) async fn show(Path(name): Path<String>) -> Result<Response, Problem> {
    let (media, bytes) = match name.as_str() {
        "register-example.csv" => {
            (CSV, include_bytes!("../../../../data/template/twiza-register-example.csv").to_vec())
        }
        "accounts-example.csv" => {
            (CSV, include_bytes!("../../../../data/template/twiza-accounts-example.csv").to_vec())
        }
        other => match other.strip_suffix(".xlsx").map(workbook) {
            Some(Ok(Some(book))) => (XLSX, book),
            Some(Err(error)) => return Err(Problem::Fault(Fault::says(error))),
            _ => {
                let near = FILES.map(str::to_owned).to_vec();
                return Err(Problem::NotFound { what: "template", id: name, near });
            }
        },
    };
    let disposition = format!("attachment; filename=\"twiza-{name}\"");
    Ok(([(header::CONTENT_TYPE, media), (header::CONTENT_DISPOSITION, disposition.as_str())], bytes).into_response())
}

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The empty workbook of a role; none if Twiza's own profile has no such file.
///
/// # Errors
/// When the workbook cannot be made: a mistake of the profile.
pub fn workbook(role: &str) -> Result<Option<Vec<u8>>, String> {
    let own = PROFILES.iter().find(|(name, _)| *name == "twiza").map(|(_, text)| *text).unwrap_or_default();
    let profile = Profile::read(own).map_err(|error| error.to_string())?;
    let book = profile.file(role).map(|file| template(&profile, file));
    book.transpose().map_err(|error| error.to_string())
}
