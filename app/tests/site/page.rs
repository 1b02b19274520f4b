//! What must be right on every page, whatever it says.

use std::{collections::BTreeMap, fs};

use scraper::{ElementRef, Html, Selector};

use crate::{
    house::shipped,
    served::{Visited, is_elsewhere},
};

/// Everything that is wrong on a page.
pub(crate) fn faults(visited: &Visited) -> Vec<String> {
    let html = Html::parse_document(&visited.answer.text());
    let mut faults: Vec<_> = html.errors.iter().map(|error| format!("not HTML: {error}")).collect();
    faults.extend(of_the_frame(&html, &visited.path));
    faults.extend(of_the_text(&html));
    faults.extend(of_names(&html));
    faults.extend(of_ids(&html));
    faults.extend(of_headers(visited));
    faults.iter().map(|fault| format!("{} (from {}): {fault}", visited.path, visited.from)).collect()
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn of_the_frame(html: &Html, path: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lang = path.get(1..3).unwrap_or_default();
    let dir = if lang == "ar" { "rtl" } else { "ltr" };
    let root = html.root_element();
    if (root.attr("lang"), root.attr("dir")) != (Some(lang), Some(dir)) {
        faults.push(format!("lang {:?} and dir {:?}", root.attr("lang"), root.attr("dir")));
    }
    // Linked data are no script: nothing runs them.
    let script = "script:not([src], [type='application/ld+json'])";
    for (selector, wanted) in [("h1", 1), ("main", 1), ("head > title", 1), (script, 0), ("[style]", 0), ("style", 0)] {
        let found = all(html, selector).len();
        if found != wanted {
            faults.push(format!("{found} × {selector}"));
        }
    }
    let titles = all(html, "head > title, h1, h2, h3");
    let empty = titles.iter().filter(|title| said(title).is_empty());
    faults.extend(empty.map(|title| format!("an empty {}", title.value().name())));
    let taken = all(html, "link[rel=stylesheet], script[src], img[src], use[href], image[href], iframe, object");
    let strange = taken.iter().filter_map(|element| element.attr("href").or(element.attr("src")));
    faults.extend(strange.filter(|link| is_elsewhere(link)).map(|link| format!("takes {link} from elsewhere")));
    faults
}

/// Keys of messages that were shown instead of the message.
fn of_the_text(html: &Html) -> Vec<String> {
    let attributes = ["title", "alt", "placeholder", "aria-label", "content"];
    let elements = all(html, "*");
    let said = elements.iter().flat_map(|element| attributes.iter().filter_map(|name| element.attr(name)));
    let texts = html.root_element().text().chain(said);
    let words = texts.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric() && letter != '-'));
    let rooms = rooms();
    let is_key = |word: &&str| {
        rooms.iter().any(|room| {
            let rest = word.strip_prefix(room.as_str()).and_then(|rest| rest.strip_prefix('-'));
            rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase()))
        })
    };
    words.filter(is_key).map(|key| format!("shows the key {key}")).collect()
}

/// The rooms that have words.
fn rooms() -> Vec<String> {
    let folders = ["base", "slices"].into_iter().flat_map(|folder| fs::read_dir(shipped(folder)).unwrap().flatten());
    let with_words = folders.filter(|room| room.path().join("messages").exists());
    with_words.map(|room| room.file_name().into_string().unwrap()).collect()
}

/// What must have a name for those who do not see it.
fn of_names(html: &Html) -> Vec<String> {
    let labels: Vec<_> = all(html, "label[for]").iter().filter_map(|label| label.attr("for")).collect();
    let named = |element: &ElementRef| {
        let by_label = element.attr("id").is_some_and(|id| labels.contains(&id));
        let within = element.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "label");
        by_label || within || ["aria-label", "aria-labelledby"].iter().any(|name| element.attr(name).is_some())
    };
    let hidden = |element: &ElementRef| element.attr("aria-hidden") == Some("true");
    let title = Selector::parse("title").unwrap();
    let fields = all(html, "input:not([type=hidden]), select, textarea");
    let fields = fields.into_iter().filter(|field| !named(field));
    let buttons = all(html, "a[href], button, summary, th").into_iter();
    let silent = buttons
        .filter(|button| said(button).is_empty() && button.attr("aria-label").is_none() && !holds_picture(button));
    let pictures = all(html, "img:not([alt]), svg").into_iter();
    let unsaid = pictures.filter(|svg| !hidden(svg) && svg.select(&title).next().is_none() && !named(svg));
    let tables = all(html, "table").into_iter();
    let caption = Selector::parse("caption").unwrap();
    let tables = tables.filter(|table| !named(table) && table.select(&caption).next().is_none());
    let nameless = fields.chain(silent).chain(unsaid).chain(tables);
    nameless
        .map(|element| format!("without a name: {}", element.html().chars().take(120).collect::<String>()))
        .collect()
}

/// Whether something is named by the picture in it.
fn holds_picture(element: &ElementRef) -> bool {
    let named = Selector::parse("img[alt]:not([alt='']), svg > title, [aria-label]").unwrap();
    element.select(&named).next().is_some()
}

fn of_ids(html: &Html) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for element in all(html, "[id]") {
        *counts.entry(element.attr("id").unwrap()).or_default() += 1;
    }
    let mut faults: Vec<_> =
        counts.iter().filter(|(_, count)| **count > 1).map(|(id, _)| format!("two ids {id}")).collect();
    let pointers = ["href", "for", "aria-labelledby", "aria-describedby", "aria-controls"];
    for element in all(html, "[href^='#'], [for], [aria-labelledby], [aria-describedby], [aria-controls]") {
        let values = pointers.iter().filter_map(|name| element.attr(name));
        for id in values.filter(|value| !value.contains('/')).flat_map(str::split_whitespace) {
            let id = id.trim_start_matches('#');
            if !counts.contains_key(id) && !is_elsewhere(id) && !id.starts_with('?') {
                faults.push(format!("nothing has the id {id}"));
            }
        }
    }
    faults
}

fn of_headers(visited: &Visited) -> Vec<String> {
    let header = |name| visited.answer.header(name);
    let policy = header("content-security-policy");
    let right = [
        ("content-type", header("content-type").eq_ignore_ascii_case("text/html; charset=utf-8")),
        ("content-language", Some(header("content-language")) == visited.path.get(1..3)),
        ("content-security-policy", policy.starts_with("default-src 'none'") && !policy.contains("unsafe")),
        ("x-content-type-options", header("x-content-type-options") == "nosniff"),
        ("referrer-policy", !header("referrer-policy").is_empty()),
        ("permissions-policy", !header("permissions-policy").is_empty()),
        ("cross-origin-opener-policy", header("cross-origin-opener-policy") == "same-origin"),
    ];
    let wrong = right.into_iter().filter(|(_, right)| !right);
    wrong.map(|(name, _)| format!("the header {name} says `{}`", header(name))).collect()
}

/// What an element says, without the space around it.
fn said(element: &ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}
