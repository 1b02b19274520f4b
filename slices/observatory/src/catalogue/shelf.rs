//! The files of the tables, made when they are asked for and kept for whoever comes next.
//!
//! A file is of one end of the journal. While acts are recorded all day long, it is made anew once an hour at most, and one
//! at a time: what anybody asks for costs no more than that. Files have no name on the disk; they vanish with the program.

use std::{
    collections::HashMap,
    fs::File,
    io::{self, Read},
    os::unix::fs::FileExt,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use flate2::read::GzDecoder;
use futures_util::stream;
use jiff::SignedDuration;
use kernel::Timestamp;
use ledger::{Head, store};
use web::{App, Dataset, Fault, Problem};

use super::form::Form;

/// How long a file is given out although acts were recorded since.
const KEPT: SignedDuration = SignedDuration::from_hours(1);

/// How much is read at once.
const PIECE: usize = 64 << 10;

/// All files that were made.
#[derive(Default)]
pub(super) struct Shelf {
    files: Mutex<HashMap<(&'static str, Form), Arc<Made>>>,
    making: tokio::sync::Mutex<()>,
}

/// A file that was made.
pub(super) struct Made {
    head: Head,
    at: Timestamp,
    file: File,
}

/// `GET /data/{name}`
pub(crate) async fn show(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let found = name.split_once('.').and_then(|(code, ending)| {
        let dataset = app.datasets().find(|dataset| dataset.code == code)?;
        Some((dataset, Form::ALL.into_iter().find(|form| form.ending() == ending)?))
    });
    let Some((dataset, form)) = found else {
        let near = app.datasets().flat_map(|one| Form::ALL.map(|form| format!("{}.{}", one.code, form.ending())));
        return Err(Problem::NotFound { what: "dataset", id: name, near: near.collect() });
    };
    let made = obtain(&app, dataset, form).await?;
    let tag = format!("W/\"{}-{}\"", made.head.seq, made.head.hash.to_string().get(..16).unwrap_or_default());
    if says(&headers, header::IF_NONE_MATCH, |given| given == tag || given == "*") {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let as_kept = !form.is_packed() || says(&headers, header::ACCEPT_ENCODING, takes_gzip);
    let file = Reading { made: Arc::clone(&made), at: 0 };
    let body = if as_kept { body(file) } else { body(GzDecoder::new(file)) };
    let mut response = body.into_response();
    let name = format!("attachment; filename=\"{}-{}.{}\"", dataset.code, made.head.seq, form.ending());
    let mut put = |name, value: &str| {
        // What is put here has no letter that a header cannot have.
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, form.media());
    put(header::CONTENT_DISPOSITION, &name);
    put(header::ETAG, &tag);
    put(header::LINK, "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    if form.is_packed() {
        put(header::VARY, "Accept-Encoding");
        if as_kept {
            put(header::CONTENT_ENCODING, "gzip");
        }
    }
    Ok(response)
}

/// Whether any part of a header is such.
fn says(headers: &HeaderMap, name: header::HeaderName, is_such: impl Fn(&str) -> bool) -> bool {
    let values = headers.get_all(name);
    values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|part| is_such(part.trim()))
}

fn takes_gzip(part: &str) -> bool {
    let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
    let refused = weight.trim().strip_prefix("q=").is_some_and(|weight| weight.parse::<f32>().is_ok_and(|q| q <= 0.0));
    coding.trim().eq_ignore_ascii_case("gzip") && !refused
}

/// The file that is kept, or one made now.
async fn obtain(app: &App, dataset: &'static Dataset, form: Form) -> Result<Arc<Made>, Problem> {
    let shelf: Arc<Shelf> = app.memory();
    app.blocking(ledger::Ledger::refresh).await?;
    if let Some(made) = shelf.kept(app, dataset, form) {
        return Ok(made);
    }
    let making = shelf.making.lock().await;
    // Somebody may have made it meanwhile.
    if let Some(made) = shelf.kept(app, dataset, form) {
        return Ok(made);
    }
    let data = app.clone();
    let made = Arc::new(app.blocking(move |_| make(&data, dataset, form)).await?);
    let mut files = shelf.files.lock().unwrap_or_else(PoisonError::into_inner);
    files.insert((dataset.code, form), Arc::clone(&made));
    drop((files, making));
    Ok(made)
}

impl Shelf {
    fn kept(&self, app: &App, dataset: &Dataset, form: Form) -> Option<Arc<Made>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let made = files.get(&(dataset.code, form))?;
        let age = app.ledger.clock().now().duration_since(made.at);
        let holds = made.head.seq == app.ledger.projection().head() || age < KEPT;
        holds.then(|| Arc::clone(made))
    }
}

fn make(app: &App, dataset: &Dataset, form: Form) -> Result<Made, Problem> {
    let fault = |error: io::Error| Problem::Fault(Fault::new(error));
    let at = app.ledger.clock().now();
    let file = tempfile::tempfile().map_err(fault)?;
    let mut table = form.begin(file.try_clone().map_err(fault)?, &(dataset.fields)(app)).map_err(fault)?;
    // One moment of the database: the end of the journal is that of the rows.
    let head = app.ledger.db().read(|conn| {
        (dataset.rows)(app, conn, &mut |row| table.row(row).map_err(fault))?;
        Ok::<_, Problem>(store::head(conn)?)
    })?;
    table.end().map_err(fault)?;
    Ok(Made { head, at, file })
}

/// A file being read by one of several.
struct Reading {
    made: Arc<Made>,
    at: u64,
}

impl Read for Reading {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let read = self.made.file.read_at(piece, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// Sends a file piece by piece, as fast as it is taken.
fn body(file: impl Read + Send + 'static) -> Body {
    Body::from_stream(stream::try_unfold(file, |mut file| async {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = Vec::with_capacity(PIECE);
            file.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
            Ok::<_, io::Error>((Bytes::from(piece), file))
        });
        let (piece, file) = read.await.map_err(io::Error::other)??;
        Ok::<_, io::Error>((!piece.is_empty()).then_some((piece, file)))
    }))
}
