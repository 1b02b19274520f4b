//! A form with a file in it. The file stays in memory: what it says of people must not lie on the disk as it came.

use std::sync::Arc;

use axum::{
    body::to_bytes,
    extract::{FromRequest, Multipart, Request},
    http::header,
};
use web::{App, Problem, Query, Wrong};

/// The most bytes of a form with its file: thousands of members fit.
const BYTES_MAX: usize = 2 << 20;

/// The fields of a form and, if one was chosen, its file with its name.
#[derive(Debug)]
pub(super) struct Upload {
    pub(super) query: Query,
    pub(super) file: Option<(String, Arc<[u8]>)>,
}

impl FromRequest<App> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let (parts, body) = request.into_parts();
            // The limit is counted before anything is taken apart.
            let body = to_bytes(body, BYTES_MAX).await.map_err(|_| too_large())?;
            let form = Multipart::from_request(Request::from_parts(parts, body.into()), app).await;
            return parts_of(form.map_err(|_| broken())?).await;
        }
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(broken());
        }
        let body = to_bytes(request.into_body(), BYTES_MAX).await.map_err(|_| too_large())?;
        let text = std::str::from_utf8(&body).map_err(|_| broken())?;
        Ok(Self { query: Query::read(text), file: None })
    }
}

async fn parts_of(mut form: Multipart) -> Result<Upload, Problem> {
    let mut fields = Vec::new();
    let mut file = None;
    while let Some(field) = form.next_field().await.map_err(|_| broken())? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(called) => {
                let bytes = field.bytes().await.map_err(|_| broken())?;
                // A browser sends an empty file where none was chosen.
                if !bytes.is_empty() {
                    file = Some((called, Arc::from(&*bytes)));
                }
            }
            None => {
                fields.push((name, field.text().await.map_err(|_| broken())?));
            }
        }
    }
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Ok(Upload { query: Query::read(&fields), file })
}

fn broken() -> Problem {
    Problem::Parameters(vec![Wrong::new("form", "", "send a form").told("web-wrong-form")])
}

fn too_large() -> Problem {
    Problem::Parameters(vec![Wrong::new("table", "", "send at most 2 MiB").told("roll-wrong-too-large")])
}
