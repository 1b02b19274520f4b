//! Every form that somebody who is signed in can fill in: found by following links from the rooms of one's own.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use scraper::{ElementRef, Html, Selector};
use testkit::http::Answer;

use crate::{
    served::{is_file, links, route_of},
    things::Inhabited,
};

/// Where one begins, besides what is of Kénitra.
const BEGIN: [&str; 7] = [
    "/fr/account",
    "/fr/account/second-factor",
    "/fr/accounts",
    "/fr/account/proof",
    "/fr/desk",
    "/fr/projects/mine",
    "/fr/cooperatives/KEN-000100/requests",
];
/// How many pages of a kind are looked at.
const MOST: usize = 14;

/// A form as a page shows it.
#[derive(Clone, Debug)]
pub(crate) struct Filled {
    pub(crate) action: String,
    pub(crate) fields: Vec<Sent>,
}

/// A field as the browser would send it.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) name: String,
    pub(crate) value: String,
    /// Whether people type what they want.
    pub(crate) is_text: bool,
}

impl Filled {
    /// What is sent, with a value for each field.
    pub(crate) fn body(&self, value: &dyn Fn(&Sent) -> String) -> String {
        let written = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs = self.fields.iter().map(|field| format!("{}={}", written(&field.name), written(&value(field))));
        pairs.collect::<Vec<_>>().join("&")
    }
}

/// The pages of one's own that links lead to.
pub(crate) fn pages(Inhabited { site, things, .. }: &Inhabited, cookie: &str) -> Vec<(String, Answer)> {
    let mut queue: VecDeque<String> = BEGIN.into_iter().chain(things.paths()).map(str::to_owned).collect();
    let mut met: BTreeSet<String> = queue.iter().cloned().collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    while let Some(path) = queue.pop_front() {
        let route = route_of(&path);
        let count = counts.entry(route).or_default();
        *count += 1;
        // What everyone sees is walked elsewhere.
        let is_own = !crate::served::routes().any(|open| open == route) && path.starts_with("/fr/") && !is_file(route);
        if *count > MOST || !is_own {
            continue;
        }
        let answer = site.get(&path, &[("cookie", cookie)]);
        if answer.status != 200 {
            continue;
        }
        for link in links(&Html::parse_document(&answer.text()), &path) {
            if met.insert(link.clone()) {
                queue.push_back(link);
            }
        }
        found.push((path, answer));
    }
    found
}

/// The forms on these pages that send something, each once; without the one by which one goes out.
pub(crate) fn forms(inhabited: &Inhabited, cookie: &str) -> Vec<Filled> {
    let mut found: BTreeMap<String, Filled> = BTreeMap::new();
    for (path, answer) in pages(inhabited, cookie) {
        let html = Html::parse_document(&answer.text());
        for form in html.select(&Selector::parse("form[method=post]").unwrap()) {
            let action = form.attr("action").unwrap_or(path.split('?').next().unwrap()).to_owned();
            let fields = fields(form);
            let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
            if !action.ends_with("/sign-out") {
                found.entry(format!("{action} {names:?}")).or_insert_with(|| Filled { action, fields });
            }
        }
    }
    found.into_values().collect()
}

fn fields(form: ElementRef<'_>) -> Vec<Sent> {
    let all = Selector::parse("input[name], textarea[name], select[name], button[name]").unwrap();
    let option = Selector::parse("option").unwrap();
    let mut fields: Vec<Sent> = Vec::new();
    for element in form.select(&all) {
        let (name, kind) = (element.attr("name").unwrap().to_owned(), element.attr("type").unwrap_or("text"));
        let own = element.attr("value").unwrap_or_default().to_owned();
        let (value, is_text) = match (element.value().name(), kind) {
            ("textarea", _) => (element.text().collect(), true),
            ("select", _) => {
                let options: Vec<_> = element.select(&option).collect();
                let chosen = options.iter().find(|option| option.attr("selected").is_some());
                let full = |option: &&ElementRef<'_>| option.attr("value").is_some_and(|value| !value.is_empty());
                let chosen = chosen.or_else(|| options.iter().find(full));
                (chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned(), false)
            }
            ("button", _) if fields.iter().any(|field| field.name == name) => continue,
            ("input", "checkbox" | "radio") if element.attr("checked").is_none() => continue,
            ("input", "date") if own.is_empty() => ("2026-01-01".to_owned(), false),
            ("input", "number") if own.is_empty() => ("3".to_owned(), false),
            ("input", "text" | "search") => (own, true),
            _ => (own, false),
        };
        fields.push(Sent { name, value, is_text });
    }
    fields
}
