//! Twiza's own table, empty to fill in or filled in as an example.

use std::sync::LazyLock;

use axum::{
    body::Bytes,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use intake::{Profile, template};
use web::{Fault, Problem};

use super::shipped::PROFILES;

/// A file: its name in the address, its media type, and what is in it.
type File = (&'static str, &'static str, Bytes);

/// The files. They never change, so the workbooks are made once.
static FILES: LazyLock<Result<[File; 4], String>> = LazyLock::new(|| {
    let register = include_bytes!("../../../../data/template/twiza-register-example.csv");
    let accounts = include_bytes!("../../../../data/template/twiza-accounts-example.csv");
    Ok([
        ("register.xlsx", XLSX, workbook("register")?.into()),
        ("accounts.xlsx", XLSX, workbook("accounts")?.into()),
        ("register-example.csv", CSV, Bytes::from_static(register)),
        ("accounts-example.csv", CSV, Bytes::from_static(accounts)),
    ])
});

const CSV: &str = "text/csv; charset=utf-8";
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /api/v1/templates/{name}`
pub(crate) async fn show(Path(name): Path<String>) -> Result<Response, Problem> {
    let files = FILES.as_ref().map_err(|error| Problem::Fault(Fault::says(error.as_str())))?;
    let Some((_, media, bytes)) = files.iter().find(|(file, ..)| *file == name) else {
        let near = files.iter().map(|(file, ..)| (*file).to_owned()).collect();
        return Err(Problem::NotFound { what: "template", id: name, near });
    };
    let disposition = format!("attachment; filename=\"twiza-{name}\"");
    let headers = [(header::CONTENT_TYPE, *media), (header::CONTENT_DISPOSITION, disposition.as_str())];
    Ok((headers, bytes.clone()).into_response())
}

/// The empty workbook of a role in Twiza's own profile.
///
/// # Errors
/// When there is no such role, or the workbook cannot be made: a mistake of the profile.
pub fn workbook(role: &str) -> Result<Vec<u8>, String> {
    let own = PROFILES.iter().find(|(name, _)| *name == "twiza").map(|(_, text)| *text).unwrap_or_default();
    let profile = Profile::read(own).map_err(|error| error.to_string())?;
    let file = profile.file(role).ok_or_else(|| format!("the profile has no file `{role}`"))?;
    template(&profile, file).map_err(|error| error.to_string())
}
