//! Serves a small made-up register, to look at the pages: `cargo run -p observatory --example serve -- 5000 8080`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

#[path = "../tests/sample/mod.rs"]
mod sample;

fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse().unwrap());
    let (count, port) = (arguments.next().unwrap_or(5000), arguments.next().unwrap_or(8080));
    let folder = tempfile::tempdir().unwrap();
    let ledger = sample::empty(&format!("sqlite:{}", folder.path().join("serve.db").display()));
    sample::many(&ledger, count);
    if count > 0 {
        sample::call_demo(&ledger);
    }
    let slices = [observatory::SLICE];
    let app = web::App::new(ledger, &slices).unwrap();
    let listener = std::net::TcpListener::bind(("127.0.0.1", port as u16)).unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    web::run(app, &slices, listener).unwrap();
}
