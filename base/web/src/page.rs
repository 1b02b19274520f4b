//! What the frame around every page needs.

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{Uri, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use kernel::Lang;
use ledger::store;

use crate::{App, Messages, Problem, STYLE};

/// What `layout.html` needs: a template that extends it has a field `page`.
pub struct Page {
    /// Speaks the language of the page.
    pub t: Messages,
    /// Whether the data are made up.
    pub demo: bool,
    path: String,
    /// The parameters without the language.
    query: Vec<(String, String)>,
}

impl Page {
    /// A frame for a page that shows nothing of the database.
    pub fn without_data(t: Messages, uri: &Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        let query = pairs.into_owned().filter(|(name, _)| name != "lang").collect();
        Self { t, demo: false, path: uri.path().to_owned(), query }
    }

    /// The address of this page in a language.
    pub fn here_in(&self, lang: Lang) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.query).append_pair("lang", lang.code());
        format!("{}?{}", self.path, query.finish())
    }

    /// The languages, each with its own name.
    pub const fn languages(&self) -> [(Lang, &'static str); 3] {
        [(Lang::Ar, "العربية"), (Lang::Fr, "Français"), (Lang::En, "English")]
    }

    /// The address of the style sheet.
    pub fn style(&self) -> &'static str {
        &STYLE.path
    }
}

impl FromRequestParts<App> for Page {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Ok(t) = Messages::from_request_parts(parts, app).await;
        let demo = app.blocking(|ledger| ledger.db().read(|conn| store::setting(conn, "demo"))).await?;
        Ok(Self { demo: demo.as_deref() == Some("yes"), ..Self::without_data(t, &parts.uri) })
    }
}

/// A page from its template.
///
/// # Errors
/// When it cannot be written, which is a fault.
pub fn html(lang: Lang, template: &impl Template) -> Result<Response, Problem> {
    Ok(([(header::CONTENT_LANGUAGE, lang.code())], Html(template.render()?)).into_response())
}
