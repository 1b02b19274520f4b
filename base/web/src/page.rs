//! What the frame around every page needs.

use std::convert::Infallible;

use askama::Template;
use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{Uri, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use kernel::Lang;

use crate::{App, MARK, Messages, PASSKEY, Problem, STYLE, lang};

/// What `layout.html` needs: a template that extends it has a field `page`.
pub struct Page {
    /// Speaks the language of the page.
    pub t: Messages,
    /// Whether the data are made up.
    pub demo: bool,
    /// The address without its language.
    path: String,
    query: Option<String>,
    menu: Vec<(&'static str, &'static str)>,
    footer: Vec<(&'static str, &'static str)>,
}

impl Page {
    /// The frame of the page at this address.
    pub fn new(app: &App, t: Messages, uri: &Uri) -> Self {
        let (_, path) = lang::split(uri.path());
        let (path, query) = (path.to_owned(), uri.query().map(str::to_owned));
        Self { t, demo: app.demo(), path, query, menu: app.menu().collect(), footer: app.footer().collect() }
    }

    /// The address of this page in a language.
    pub fn here_in(&self, lang: Lang) -> String {
        let query = self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        format!("/{lang}{}{query}", self.path)
    }

    /// The address of another page in the same language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.t.lang())
    }

    /// The entries of the menu: what each says, its address, and whether this page belongs to it.
    pub fn menu(&self) -> impl Iterator<Item = (String, String, bool)> {
        self.menu.iter().map(|(says, path)| {
            let here = self.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            (self.t.get(says), self.to(path), here)
        })
    }

    /// The entries at the foot: what each says and its address.
    pub fn footer(&self) -> impl Iterator<Item = (String, String)> {
        self.footer.iter().map(|(says, path)| (self.t.get(says), self.to(path)))
    }

    /// The languages, each with its own name.
    pub const fn languages(&self) -> [(Lang, &'static str); 3] {
        [(Lang::Ar, "العربية"), (Lang::Fr, "Français"), (Lang::En, "English")]
    }

    /// The address of the mark.
    pub fn mark(&self) -> &'static str {
        &MARK.path
    }

    /// The address of the script that asks for passkeys.
    pub fn passkey(&self) -> &'static str {
        &PASSKEY.path
    }

    /// The address of the style sheet.
    pub fn style(&self) -> &'static str {
        &STYLE.path
    }
}

impl FromRequestParts<App> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let Ok(OriginalUri(uri)) = OriginalUri::from_request_parts(parts, app).await;
        Ok(Self::new(app, Messages::new(lang::of(&uri, &parts.headers), app.phrasebook()), &uri))
    }
}

/// A page from its template.
///
/// # Errors
/// When it cannot be written, which is a fault.
pub fn html(lang: Lang, template: &impl Template) -> Result<Response, Problem> {
    Ok(([(header::CONTENT_LANGUAGE, lang.code())], Html(template.render()?)).into_response())
}
