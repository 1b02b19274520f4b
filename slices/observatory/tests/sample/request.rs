//! Asks an app as a browser would, without a network.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header::HeaderName},
};
use tower::ServiceExt;
use web::App;

/// An answer: status, headers and text.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub fn header(&self, name: HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// The app over a ledger, as the program builds it.
pub fn app(ledger: ledger::Ledger) -> Router {
    let slices = [observatory::SLICE];
    web::router(App::new(ledger, &slices).unwrap(), &slices)
}

/// What a GET with these headers answers. Only this runs on an async thread: databases must not be opened or closed on one.
pub fn get(app: &Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
        let response = app.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, headers, bytes }
    })
}
