//! What people send with a form.

use std::pin::pin;

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::header,
};
use futures_util::{StreamExt as _, stream};
use multer::{Constraints, Field, Multipart, SizeLimit};

use crate::{App, Problem, Query, Upload, Wrong};

/// The most bytes of a form: long texts fit, files have a way of their own.
const BYTES_MAX: usize = 64 << 10;
/// How many times longer than it may be a form with a file is read to its end, so that a browser that sends too much gets an answer
/// and not a broken connection. What is too much is thrown away as it comes.
const READ_ON: usize = 10;

/// The fields of a form, each read by its name, as the parameters of an address are.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Query);

/// The fields of a form that may have a file with it, and so many bytes of text at most.
#[derive(Clone, Debug, Default)]
pub struct FileForm<const TEXT_BYTES_MAX: usize = BYTES_MAX> {
    /// The fields.
    pub query: Query,
    file: Option<(String, Upload)>,
}

impl<const TEXT_BYTES_MAX: usize> FileForm<TEXT_BYTES_MAX> {
    /// The file of a field; none if nobody chose one. A file of another field is passed over.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        let (name, upload) = self.file.as_ref()?;
        (name == field && !upload.is_none()).then_some(upload)
    }
}

fn wrong(value: &str, says: &str) -> Problem {
    Problem::Parameters(vec![Wrong::new("form", value, says).told("web-wrong-form")])
}

fn too_much() -> Problem {
    wrong("…", "send less text, and one file")
}

/// How a form was sent.
fn kind(request: &Request) -> &str {
    request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

/// Reads a form without a file.
async fn read(request: Request, most: usize) -> Result<Query, Problem> {
    let is = |kind: &str| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded");
    if !is(kind(&request)) {
        return Err(wrong(kind(&request), "send application/x-www-form-urlencoded"));
    }
    let body = to_bytes(request.into_body(), most).await.map_err(|_| too_much())?;
    let text = std::str::from_utf8(&body).map_err(|_| wrong("…", "send UTF-8"))?;
    Ok(Query::read(text))
}

/// The fields of a form, and its file with the name of its field.
type Parts = (Vec<(String, String)>, Option<(String, Upload)>);

/// Reads a form with a file, of so many bytes of text and so long a file at most.
async fn read_parts(body: Body, boundary: String, text: usize, most: usize) -> Result<Parts, Problem> {
    // What takes a form apart takes all that is there before it looks at it: it is there piece by piece.
    let pieces = stream::unfold(body.into_data_stream(), |mut body| async {
        tokio::task::yield_now().await;
        let piece = body.next().await?;
        Some((piece, body))
    });
    let mut body = pin!(pieces.fuse());
    // What stands around fields and file is short in every browser.
    let whole = most.saturating_add(text).saturating_add(BYTES_MAX) as u64;
    let limit = Constraints::new().size_limit(SizeLimit::new().whole_stream(whole));
    let parts = fields_and_file(Multipart::with_constraints(body.as_mut(), boundary, limit), text, most).await;
    let mut rest = most.saturating_mul(READ_ON);
    while let Some(Ok(chunk)) = body.next().await {
        rest = rest.saturating_sub(chunk.len());
        if rest == 0 {
            break;
        }
    }
    parts
}

async fn fields_and_file(mut parts: Multipart<'_>, text: usize, most: usize) -> Result<Parts, Problem> {
    let unreadable = |_| wrong("…", "send multipart/form-data");
    let (mut pairs, mut file, mut length) = (Vec::new(), None::<(String, Upload)>, 0);
    loop {
        let part = match parts.next_field().await {
            // What follows what is too long is not looked for.
            Err(_) if file.as_ref().is_some_and(|(_, upload)| upload.too_long) => None,
            other => other.map_err(unreadable)?,
        };
        let Some(mut part) = part else { return Ok((pairs, file)) };
        let name = part.name().unwrap_or_default().to_owned();
        let called = part.file_name().map(str::to_owned);
        let at_most = if called.is_some() { most } else { text };
        let holds = whole(&mut part, at_most).await.map_err(unreadable)?;
        length += name.len() + if called.is_some() { 0 } else { holds.as_ref().map_or(0, Vec::len) };
        match (called, holds) {
            (Some(called), holds) if file.is_none() => {
                let too_long = holds.is_none();
                file = Some((name, Upload { name: called, bytes: holds.unwrap_or_default().into(), too_long }));
            }
            (None, Some(bytes)) => pairs.push((name, String::from_utf8(bytes).map_err(|_| wrong("…", "send UTF-8"))?)),
            (Some(_), _) | (None, None) => return Err(too_much()),
        }
        if length > text {
            return Err(too_much());
        }
    }
}

/// What a part holds; none if that is more than `most` bytes, or if with it the form is too long.
async fn whole(part: &mut Field<'_>, most: usize) -> multer::Result<Option<Vec<u8>>> {
    let mut holds = Some(Vec::new());
    loop {
        match part.chunk().await {
            Ok(Some(chunk)) => {
                holds = holds.filter(|bytes: &Vec<u8>| bytes.len() + chunk.len() <= most);
                if let Some(bytes) = &mut holds {
                    bytes.extend_from_slice(&chunk);
                }
            }
            Ok(None) => return Ok(holds),
            Err(multer::Error::StreamSizeExceeded { .. }) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, BYTES_MAX).await.map(Self)
    }
}

impl<const TEXT_BYTES_MAX: usize> FromRequest<App> for FileForm<TEXT_BYTES_MAX> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let Ok(boundary) = multer::parse_boundary(kind(&request)) else {
            return Ok(Self { query: read(request, TEXT_BYTES_MAX).await?, file: None });
        };
        let most = app.attachments()?.most();
        let (pairs, file) = read_parts(request.into_body(), boundary, TEXT_BYTES_MAX, most).await?;
        Ok(Self { query: Query::of(pairs), file })
    }
}

#[cfg(test)]
mod tests {
    use std::{
        convert::Infallible,
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
    };

    use axum::body::Bytes;

    use super::*;

    const MOST: usize = 1 << 20;
    const FILE: &str = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n\r\n";

    /// A body that begins so and never ends, and how much of it was read.
    fn endless(begins: &'static str, goes_on: &'static [u8]) -> (Body, Arc<AtomicUsize>) {
        let read = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&read);
        let rest = stream::repeat(Bytes::from_static(goes_on)).inspect(move |chunk| {
            count.fetch_add(chunk.len(), Ordering::Relaxed);
        });
        let all = stream::iter([Bytes::from_static(begins.as_bytes())]).chain(rest);
        (Body::from_stream(all.map(Ok::<_, Infallible>)), read)
    }

    async fn read(body: Body) -> Result<Parts, Problem> {
        read_parts(body, "b".into(), BYTES_MAX, MOST).await
    }

    #[tokio::test]
    async fn what_never_ends_is_read_so_far_and_no_further_wherever_it_stands() {
        let part = "--b\r\nContent-Disposition: form-data; name=\"";
        for (begins, goes_on) in [("", &b"no boundary "[..]), (part, b"a name "), ("--b\r\nX: 1\r\n", b"Y: 2\r\n")] {
            let (body, count) = endless(begins, goes_on);
            assert!(matches!(read(body).await, Err(Problem::Parameters(_))), "{begins}");
            assert!(count.load(Ordering::Relaxed) <= MOST * (READ_ON + 2), "{begins}");
        }
        // A file without end is one that is too long.
        let (body, _) = endless(FILE, &[b'x'; 4096]);
        let (_, file) = read(body).await.unwrap();
        assert!(file.is_some_and(|(name, upload)| name == "file" && upload.too_long && upload.bytes.is_empty()));
    }

    #[tokio::test]
    async fn a_file_comes_whole_with_the_fields_before_and_after_it() {
        let field = |name: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{name}\r\n");
        let sent = |holds: &str| format!("{}{FILE}{holds}\r\n{}--b--\r\n", field("before"), field("after"));
        let (pairs, file) = read(sent("a scan").into()).await.unwrap();
        assert_eq!(pairs.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(), ["before", "after"]);
        assert_eq!(file.map(|(_, upload)| upload.bytes), Some("a scan".into()));
        // A little too long, or far too long: what was sent before is there in any case.
        for long in [MOST + 1, MOST * 3] {
            let sent = sent(&"x".repeat(long)).into_bytes();
            let pieces: Vec<_> = sent.chunks(10_000).map(Bytes::copy_from_slice).map(Ok::<_, Infallible>).collect();
            let (pairs, file) = read(Body::from_stream(stream::iter(pieces))).await.unwrap();
            assert!(pairs.iter().any(|(name, _)| name == "before") && file.unwrap().1.too_long, "{long}");
        }
        let long =
            format!("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{}\r\n--b--", "x".repeat(BYTES_MAX));
        assert!(read(long.into()).await.is_err());
    }
}
