//! Every page is reached, whole, light, and kept by browsers.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    house, page,
    served::{LANGUAGES, Site, Visited, closed, is_file, pages, routes},
    things::Inhabited,
};

/// How many addresses of each route are looked at in each language.
const OF_EACH: usize = 8;
/// How heavy a page may be on its way: what a server sends before it first waits for the other side.
const PAGE_BYTES_MAX: usize = 14 << 10;
/// How heavy all assets may be together, save fonts and the shapes of maps.
const ASSETS_BYTES_MAX: usize = 60 << 10;
/// How heavy a font or the shapes of a map may be.
const ASSET_BYTES_MAX: usize = 25 << 10;

/// Those who work here, as `doors.txt` calls them, and where each begins.
const WORK: [(&str, &[&str]); 7] = [
    ("manager", &["desk", "account", "reminders"]),
    ("agent", &["desk", "desk/visits", "projects/mine", "account"]),
    ("clerk", &["desk", "projects/mine", "account"]),
    ("founder", &["projects/mine", "account", "account/passkeys"]),
    ("headquarters", &["desk", "desk/visits", "account"]),
    ("auditor", &["desk", "accounts", "audit", "account"]),
    ("administrator", &["accounts", "audit", "account"]),
];

/// The size of an answer as it travels.
fn weight(site: &Site, path: &str, who: Option<&str>) -> usize {
    let headers = [Some(("accept-encoding", "br")), who.map(|cookie| ("cookie", cookie))];
    let answer = site.get(path, &headers.into_iter().flatten().collect::<Vec<_>>());
    // Fonts are packed already.
    let packed = answer.header("content-encoding") == "br" || path.ends_with(".woff2");
    assert!(packed || answer.bytes.len() < 1024, "{path} is sent as it is");
    answer.bytes.len()
}

fn is_page(visited: &Visited) -> bool {
    visited.route.starts_with("/{lang}") && visited.answer.header("content-type").starts_with("text/html")
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_whole_light_and_kept() {
    let site = Site::up();
    let all = site.walk(OF_EACH);
    let mut faults = Vec::new();
    for visited in &all {
        let is_unmade = visited.answer.status == 503 && is_file(visited.route) && house::press().is_none();
        let asks = visited.answer.status == 303 && closed().any(|route| route == visited.route);
        if !is_unmade && !asks && (visited.answer.status != 200 || visited.route.is_empty()) {
            faults.push(format!("{} (from {}): {}", visited.path, visited.from, visited.answer.status));
        }
    }
    for visited in all.iter().filter(|visited| is_page(visited) && visited.answer.status == 200) {
        faults.extend(page::faults(visited));
        let bytes = weight(&site, &visited.path, None);
        if bytes > PAGE_BYTES_MAX {
            faults.push(format!("{}: {bytes} bytes", visited.path));
        }
        // What is of this moment is kept nowhere.
        if closed().any(|route| route == visited.route) {
            assert_eq!(visited.answer.header("cache-control"), "no-store", "{}", visited.path);
            continue;
        }
        let again = site.get(&visited.path, &[("if-none-match", visited.answer.header("etag"))]);
        if (again.status, again.bytes.len()) != (304, 0) {
            faults.push(format!("{}: {} to one who has it", visited.path, again.status));
        }
    }
    let heaviest =
        all.iter().filter(|visited| is_page(visited)).max_by_key(|visited| weight(&site, &visited.path, None));
    let heaviest = heaviest.map(|visited| (visited.path.as_str(), weight(&site, &visited.path, None)));
    println!("{} addresses; the heaviest page: {heaviest:?}", all.len());
    let reached: BTreeSet<_> =
        all.iter().map(|visited| (visited.route, visited.path.get(1..3).unwrap_or(""))).collect();
    for (route, lang) in pages().flat_map(|route| LANGUAGES.map(|lang| (route, lang))) {
        if !reached.contains(&(route, lang)) {
            faults.push(format!("no link leads to {route} in {lang}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_page_of_those_who_work_here_is_whole_and_light_and_leads_nowhere_where_they_may_not_go() {
    let inhabited = Inhabited::up();
    let site = &inhabited.site;
    let mut faults = BTreeSet::new();
    for (name, begin) in WORK {
        let cookie = inhabited.cookie(name);
        let begin = LANGUAGES.iter().flat_map(|lang| begin.iter().map(move |page| format!("/{lang}/{page}")));
        let all = site.walk_as(cookie, begin.collect(), OF_EACH);
        let is_own = |visited: &&Visited| is_page(visited) && closed().any(|route| route == visited.route);
        println!("{name}: {} addresses, {} pages", all.len(), all.iter().filter(is_own).count());
        for visited in &all {
            let is_unmade = visited.answer.status == 503 && is_file(visited.route) && house::press().is_none();
            if !is_unmade && (![200, 303].contains(&visited.answer.status) || visited.route.is_empty()) {
                let (path, from, status) = (&visited.path, &visited.from, visited.answer.status);
                faults.insert(format!("{name}: {path} (from {from}): {status}"));
            }
        }
        for visited in all.iter().filter(|visited| visited.answer.status == 200).filter(is_own) {
            faults.extend(page::faults(visited).iter().map(|fault| format!("{name}: {fault}")));
            let bytes = weight(site, &visited.path, Some(cookie));
            if bytes > PAGE_BYTES_MAX {
                faults.insert(format!("{name}: {}: {bytes} bytes", visited.path));
            }
            assert_eq!(visited.answer.header("cache-control"), "no-store", "{}", visited.path);
        }
    }
    let all = faults.iter().cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults:\n{all}", faults.len());
}

#[test]
fn assets_are_light_and_kept_for_ever() {
    let site = Site::up();
    let mut assets: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: Vec<_> = site.walk(3).into_iter().map(|visited| visited.path).collect();
    while let Some(path) = found.pop() {
        if !path.starts_with("/assets/") || assets.contains_key(&path) {
            continue;
        }
        let answer = site.get(&path, &[]);
        assert_eq!((answer.status, answer.header("x-content-type-options")), (200, "nosniff"), "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
        if answer.header("content-type").starts_with("text/css") {
            let text = answer.text();
            let taken = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
            found.extend(taken.map(|link| link.trim_matches(['"', '\'']).to_owned()));
        }
        assets.insert(path.clone(), weight(&site, &path, None));
    }
    println!("{assets:?}");
    let apart = |path: &str| path.ends_with(".woff2") || path.contains("/regions-") || path.contains("/provinces-");
    assert!(assets.iter().all(|(path, bytes)| !apart(path) || *bytes <= ASSET_BYTES_MAX), "{assets:?}");
    let together: usize = assets.iter().filter(|(path, _)| !apart(path)).map(|(_, bytes)| bytes).sum();
    assert!((1..=ASSETS_BYTES_MAX).contains(&together), "{together} bytes: {assets:?}");
}

#[test]
fn every_address_of_the_list_that_names_nothing_answers() {
    let site = Site::up();
    for route in routes().filter(|route| !route.replace("{lang}", "").contains('{')) {
        let status = site.get(&route.replace("{lang}", "fr"), &[]).status;
        assert!([200, 307, 400].contains(&status), "{route}: {status}");
    }
}
