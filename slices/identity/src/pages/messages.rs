//! The messages of a demo, which nobody carries out: so that visitors can follow their links.

use std::{fs, path::Path};

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use mail_parser::MessageParser;
use web::{App, Page, Problem, Query};

use super::own;
use crate::site::Site;

/// How many messages are shown.
const AT_ONCE: usize = 20;

/// The page.
#[derive(Template)]
#[template(path = "messages.html")]
struct MessagesPage {
    page: Page,
    messages: Vec<Shown>,
}

/// A message: its text, cut where its link stands.
struct Shown {
    before: String,
    /// The path of the link.
    link: Option<String>,
    after: String,
}

/// `GET /{lang}/messages`: of a demo only.
pub(super) async fn show(State(app): State<App>, page: Page, query: Query) -> Result<Response, Problem> {
    query.finish()?;
    let site = Site::of(&app)?;
    let Some(folder) = site.messages.clone().filter(|_| app.demo()) else { return Err(Problem::NoSuchAddress) };
    let messages = app.blocking(move |_| {
        let texts = newest(&folder);
        Ok::<_, Problem>(texts.into_iter().map(|text| cut(&text, &site.address)).collect())
    });
    let shown = MessagesPage { page, messages: messages.await? };
    own(&shown.page, &shown, StatusCode::OK)
}

/// The newest messages in the folder, as text; none if there is none yet.
fn newest(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let files = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
    });
    let mut files: Vec<_> = files.collect();
    files.sort();
    let texts = files.into_iter().rev().take(AT_ONCE).filter_map(|(_, path)| text(&path));
    texts.collect()
}

/// What a message says: of mail, its recipient, subject and text.
fn text(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    if path.extension().is_none_or(|kind| kind != "eml") {
        return String::from_utf8(bytes).ok();
    }
    let mail = MessageParser::default().parse(&bytes)?;
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default();
    Some(format!("{to}\n{}\n\n{}", mail.subject().unwrap_or_default(), mail.body_text(0).unwrap_or_default()))
}

fn cut(text: &str, address: &str) -> Shown {
    let start = text.find(&format!("{address}/"));
    let Some((before, rest)) = start.and_then(|start| text.split_at_checked(start)) else {
        return Shown { before: text.to_owned(), link: None, after: String::new() };
    };
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (link, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let path = link.strip_prefix(address).unwrap_or_default();
    Shown { before: before.to_owned(), link: Some(path.to_owned()), after: after.to_owned() }
}
