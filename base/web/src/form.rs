//! What people send with a form.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header,
};
use multer::Multipart;

use crate::{App, Problem, Query, Upload, Wrong};

/// The most bytes of a form: long texts fit, files have a way of their own.
const BYTES_MAX: usize = 64 << 10;
/// How many times longer than a file may be a form is read to its end, so that a browser that sends too much gets an answer
/// and not a broken connection. What is too much is thrown away as it comes.
const READ_ON: usize = 10;

/// The fields of a form, each read by its name, as the parameters of an address are.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Query);

/// The fields of a form that may have a file with it.
#[derive(Clone, Debug, Default)]
pub struct FileForm {
    /// The fields.
    pub query: Query,
    file: Option<(String, Upload)>,
}

impl FileForm {
    /// The file of a field; none if nobody chose one. A file of another field is passed over.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        let (name, upload) = self.file.as_ref()?;
        (name == field && !upload.is_none()).then_some(upload)
    }
}

fn wrong(value: &str, says: &str) -> Problem {
    Problem::Parameters(vec![Wrong::new("form", value, says).told("web-wrong-form")])
}

/// How a form was sent.
fn kind(request: &Request) -> &str {
    request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let is =
            |kind: &str| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded");
        if !is(kind(&request)) {
            return Err(wrong(kind(&request), "send application/x-www-form-urlencoded"));
        }
        let body = to_bytes(request.into_body(), BYTES_MAX).await;
        let body = body.map_err(|_| wrong("…", "send at most 64 KiB"))?;
        let text = std::str::from_utf8(&body).map_err(|_| wrong("…", "send UTF-8"))?;
        Ok(Self(Query::read(text)))
    }
}

impl FromRequest<App> for FileForm {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let Ok(boundary) = multer::parse_boundary(kind(&request)) else {
            let Form(query) = Form::from_request(request, app).await?;
            return Ok(Self { query, file: None });
        };
        let most = app.attachments()?.most();
        let mut parts = Multipart::new(request.into_body().into_data_stream(), boundary);
        let (mut pairs, mut file, mut length, mut all) = (Vec::new(), None, 0, 0);
        let too_much = || wrong("…", "send at most 64 KiB of text and one file");
        let unreadable = |_| wrong("…", "send multipart/form-data");
        while let Some(mut part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let called = part.file_name().map(str::to_owned);
            let at_most = if called.is_some() { most } else { BYTES_MAX };
            let (mut bytes, mut too_long) = (Vec::new(), false);
            while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
                all += chunk.len();
                too_long |= bytes.len() + chunk.len() > at_most;
                if all > most.saturating_mul(READ_ON) {
                    return Err(wrong("…", "send less"));
                }
                if too_long {
                    bytes = Vec::new();
                } else {
                    bytes.extend_from_slice(&chunk);
                }
            }
            length += name.len() + if called.is_some() { 0 } else { bytes.len() };
            match called {
                Some(_) if file.is_some() => return Err(too_much()),
                Some(called) => file = Some((name, Upload { name: called, bytes: bytes.into(), too_long })),
                None if too_long => return Err(too_much()),
                None => pairs.push((name, String::from_utf8(bytes).map_err(|_| wrong("…", "send UTF-8"))?)),
            }
            if length > BYTES_MAX {
                return Err(too_much());
            }
        }
        Ok(Self { query: Query::of(pairs), file })
    }
}
