//! Files that pages refer to: named after what is in them, so that they can be kept for ever.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::Level;
use sha2::{Digest, Sha256};

use crate::{ICONS, Problem, shapes};

/// A file that pages refer to.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its address, with the beginning of its hash.
    pub path: String,
    media: &'static str,
    text: String,
}

/// The mark by which browsers show whose page it is.
pub static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_str!("../assets/mark.svg").to_owned()));

/// The style sheet.
pub static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    let text = concat!(include_str!("../assets/twiza.css"), include_str!("../assets/charts.css"));
    Asset::new("twiza", "css", "text/css; charset=utf-8", text.to_owned())
});

/// The one script: it asks a device for a passkey. What asks for it is sent by [`scripted`](crate::scripted).
pub static PASSKEY: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("passkey", "js", "text/javascript; charset=utf-8", include_str!("../assets/passkey.js").to_owned())
});

impl Asset {
    pub(crate) fn new(name: &str, ending: &str, media: &'static str, text: String) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self { path: format!("/assets/{name}-{hash}.{ending}"), media, text }
    }

    /// What is in it.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Gives out an asset. Its name says what is in it, hence it never changes.
///
/// # Errors
/// When there is none of this name (any more): the page that names it is older than the program.
pub async fn asset(Path(name): Path<String>) -> Result<Response, Problem> {
    let path = format!("/assets/{name}");
    let shapes = [Level::Region, Level::Province].into_iter().filter_map(shapes::shapes).map(|shapes| &shapes.asset);
    let mut assets = [&*STYLE, &*MARK, &*ICONS, &*PASSKEY].into_iter().chain(shapes);
    let asset = assets.find(|asset| asset.path == path).ok_or(Problem::NoSuchAddress)?;
    let headers = [(header::CONTENT_TYPE, asset.media), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.text.as_str()).into_response())
}
