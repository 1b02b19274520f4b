//! From slices to a program that answers, and that ends when it is told to.

use std::{convert::Infallible, future::Future, io, net::SocketAddr, time::Duration};

use axum::{
    Router,
    extract::State,
    http::header,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use kernel::Lang;
use tokio::{net::TcpListener, sync::watch};
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
};

use crate::{App, Fault, Problem, Route, Slice, asset, cache, door, edge, gallery, lang, pack};

/// The addresses that are there whatever the slices are.
pub const ROUTES: &[Route] = &[Route::open("/"), Route::open("/api/v1/openapi.json"), Route::open("/assets/{name}")];

/// How long answers that are under way may take once the program is told to end.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// All addresses of these slices.
pub fn router(app: App, slices: &[Slice]) -> Router {
    let own = Router::new()
        .route("/", get(lang::choose))
        .route("/api/v1/openapi.json", get(describe))
        .route("/assets/{name}", get(asset::asset))
        .merge(gallery::router());
    let pages = slices.iter().fold(gallery::pages(), |all, slice| all.merge((slice.pages)()));
    let all = slices.iter().fold(own, |all, slice| all.merge((slice.router)()));
    Lang::ALL
        .iter()
        .fold(all, |all, lang| all.nest(&format!("/{lang}"), pages.clone()))
        .route_layer(middleware::from_fn_with_state(app.clone(), door::ask))
        .fallback(async || Problem::NoSuchAddress)
        .method_not_allowed_fallback(async || Problem::NoSuchMethod)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(app.clone(), edge::see_out))
        .layer(middleware::from_fn(pack::pack))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(pack::LEVEL)).compress_when(unpacked()))
        .layer(middleware::from_fn_with_state((app.clone(), cache::Pages::default()), cache::keep))
        .layer(middleware::from_fn(lang::remember))
        .with_state(app)
}

/// What is worth packing: workbooks and Parquet files are packed already.
fn unpacked() -> impl Predicate {
    let workbooks = NotForContentType::const_new("application/vnd.openxmlformats");
    DefaultPredicate::new().and(workbooks).and(NotForContentType::const_new("application/vnd.apache"))
}

/// Answers requests until `stop` comes; then finishes those that are under way, for ten seconds at most.
///
/// # Errors
/// When the network cannot.
pub async fn serve(
    app: App,
    slices: &[Slice],
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (tell, told) = watch::channel(false);
    let stopping = async move {
        stop.await;
        // Nobody listens any more if the answers ended by themselves.
        let _ = tell.send(true);
    };
    let mut late = told.clone();
    let answers = axum::serve(listener, router(app, slices).into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stopping);
    tokio::select! {
        done = answers => done,
        () = async {
            // If the sender is gone, so are the answers.
            drop(late.wait_for(|stopped| *stopped).await);
            tokio::time::sleep(LAST_ANSWERS).await;
        } => Ok(()),
    }
}

/// As [`serve`], for a program that is not asynchronous: answers until the system tells it to end.
///
/// # Errors
/// When the network or the system cannot.
pub fn run(app: App, slices: &[Slice], listener: std::net::TcpListener) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        serve(app, slices, TcpListener::from_std(listener)?, stop_signal()).await
    })
}

/// Comes when the system (SIGTERM) or the person at the keyboard (Ctrl-C) tells the program to end.
pub async fn stop_signal() {
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

async fn describe(State(app): State<App>) -> Result<Response, Infallible> {
    Ok(([(header::CONTENT_TYPE, "application/json")], app.description().to_owned()).into_response())
}

/// A panic is a bug, and a fault like any other.
fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let says = cause.downcast_ref::<&str>().map(|says| (*says).to_owned());
    let says = says.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    Problem::Fault(Fault::says(format!("a handler panicked: {says}"))).into_response()
}
