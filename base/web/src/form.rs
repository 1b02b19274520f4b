//! What people send with a form.

use axum::{
    body::to_bytes,
    extract::{FromRequest, Request},
    http::header,
};

use crate::{Problem, Query, Wrong};

/// The most bytes of a form: long texts fit, files have a way of their own.
const BYTES_MAX: usize = 64 << 10;

/// The fields of a form, each read by its name, as the parameters of an address are.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Query);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let is =
            |kind: &str| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded");
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let wrong =
            |value: &str, says: &str| Problem::Parameters(vec![Wrong::new("form", value, says).told("web-wrong-form")]);
        if !kind.is_some_and(is) {
            return Err(wrong(kind.unwrap_or_default(), "send application/x-www-form-urlencoded"));
        }
        let body = to_bytes(request.into_body(), BYTES_MAX).await;
        let body = body.map_err(|_| wrong("…", "send at most 64 KiB"))?;
        let text = std::str::from_utf8(&body).map_err(|_| wrong("…", "send UTF-8"))?;
        Ok(Self(Query::read(text)))
    }
}
