//! The small demo country, served by the program itself, and a walk through all its addresses.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    net::SocketAddr,
    path::Path,
};

use scraper::{Html, Selector};
use tempfile::TempDir;
use testkit::{
    Kept,
    http::{self, Answer},
};

use crate::house::{Said, TWIZA};

/// The languages of the pages.
pub(crate) const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// A page to which only a form leads: what was known on a day, which is not what is known now.
const FILLED_IN: &str = "/figures?measure=cooperatives&date=2022-12-31&known=2023-12-31";

/// A server that lives as long as the test.
pub(crate) struct Site {
    program: Kept,
    pub(crate) address: SocketAddr,
}

/// An address of the site that was visited.
pub(crate) struct Visited {
    pub(crate) path: String,
    /// The line of `routes.txt` to which it belongs; empty if to none.
    pub(crate) route: &'static str,
    /// The page on which it was found.
    pub(crate) from: String,
    pub(crate) answer: Answer,
}

impl Site {
    /// Builds the demo country and serves it.
    pub(crate) fn up() -> Self {
        Self::up_with("")
    }

    /// The same with settings, as `NAME='value'`.
    pub(crate) fn up_with(settings: &str) -> Self {
        let folder = TempDir::with_prefix("twiza-site-").unwrap();
        let mut build = std::process::Command::new(TWIZA);
        build.current_dir(folder.path()).env_remove("TWIZA_DATABASE").args(["demo", "--small", "--no-serve"]);
        Said::of(&mut build).ok();
        // What the program logs is in a file beside its database.
        let serve = r#"exec env SETTINGS "$0" --database sqlite:twiza-demo-small.db serve --listen 127.0.0.1:0 2>log"#;
        let serve = serve.replace("SETTINGS", settings);
        let mut program = Kept::start(folder, Path::new("/bin/sh"), ["-c", &serve, TWIZA]).unwrap();
        let address = program.wait_for("http://", "/").unwrap().parse().unwrap();
        Self { program, address }
    }

    /// The folder in which the program runs.
    pub(crate) fn folder(&self) -> &Path {
        self.program.folder()
    }

    /// Asks for an address.
    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        http::get(self.address, path, headers).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A whole address, as a browser wants it.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A cooperative, and the proof in the code of its extract.
    pub(crate) fn extract(&self) -> (String, String) {
        let asked = |path: &str| self.get(path, &[]).text().parse::<serde_json::Value>().unwrap();
        let list = asked("/api/v1/cooperatives?limit=1");
        let number = list["cooperatives"][0]["number"].as_str().unwrap().to_owned();
        let extract = asked(&format!("/api/v1/cooperatives/{number}/extract"));
        (number, extract["proof"].as_str().unwrap().to_owned())
    }

    /// Follows every link from the front pages on, from a form that was filled in and from the code of an extract, up to so
    /// many addresses of each route in each language.
    pub(crate) fn walk(&self, most: usize) -> Vec<Visited> {
        let printed = format!("/verify/{}", self.extract().1);
        let begin =
            ["", FILLED_IN, &printed].into_iter().flat_map(|page| LANGUAGES.map(|lang| format!("/{lang}{page}")));
        self.walk_from(begin.collect(), most, None)
    }

    /// The same from these addresses on, for somebody who is signed in: what is open to everyone is looked at and followed no
    /// further.
    pub(crate) fn walk_as(&self, cookie: &str, begin: Vec<String>, most: usize) -> Vec<Visited> {
        self.walk_from(begin, most, Some(cookie))
    }

    fn walk_from(&self, begin: Vec<String>, most: usize, cookie: Option<&str>) -> Vec<Visited> {
        let headers: Vec<_> = cookie.map(|cookie| ("cookie", cookie)).into_iter().collect();
        let mut queue: VecDeque<_> = begin.into_iter().map(|path| (path, String::new())).collect();
        let mut met: BTreeSet<_> = queue.iter().map(|(path, _)| path.clone()).collect();
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        let mut all = Vec::new();
        while let Some((path, from)) = queue.pop_front() {
            let route = route_of(&path);
            let count = counts.entry((route, path.get(..3).unwrap_or_default().to_owned())).or_default();
            *count += 1;
            if *count > most {
                continue;
            }
            let answer = self.get(&path, &headers);
            let onward = Some(answer.header("location").to_owned()).filter(|onward| onward.starts_with('/'));
            for link in onward.into_iter().filter(|link| met.insert(link.clone())).collect::<Vec<_>>() {
                queue.push_back((link, path.clone()));
            }
            let follows = cookie.is_none() || closed().any(|own| own == route);
            if follows && answer.header("content-type").starts_with("text/html") {
                for link in links(&Html::parse_document(&answer.text()), &path) {
                    if met.insert(link.clone()) {
                        queue.push_back((link, path.clone()));
                    }
                }
            }
            all.push(Visited { path, route, from, answer });
        }
        all
    }

    /// One address of each kind of page in a language; all kinds that there are.
    pub(crate) fn one_of_each(&self, lang: &str) -> Vec<(&'static str, String)> {
        let mut found = BTreeMap::new();
        for visited in self.walk(3) {
            if visited.path.starts_with(&format!("/{lang}")) && visited.answer.status == 200 {
                found.entry(visited.route).or_insert(visited.path);
            }
        }
        let missing: Vec<_> = pages().filter(|route| !found.contains_key(route)).collect();
        assert!(missing.is_empty(), "no link leads to {missing:?}");
        pages().map(|route| (route, found[route].clone())).collect()
    }
}

/// Every address of the program that is open to everyone.
pub(crate) fn routes() -> impl Iterator<Item = &'static str> {
    include_str!("../../routes.txt").lines().filter_map(|line| line.strip_prefix("GET ")?.strip_suffix(" see"))
}

/// The addresses of pages.
pub(crate) fn pages() -> impl Iterator<Item = &'static str> {
    routes().filter(|route| route.starts_with("/{lang}") && !is_file(route))
}

/// Whether an address in a language is a file to take along: a feed, a drawing, a workbook, a PDF.
pub(crate) fn is_file(route: &str) -> bool {
    route.rsplit('/').next().is_some_and(|name| name.contains('.') || ["pdf", "extract"].contains(&name))
}

/// Every address that is not, or that is of this moment only.
pub(crate) fn closed() -> impl Iterator<Item = &'static str> {
    include_str!("../../routes.txt").lines().filter_map(|line| {
        let (address, action) = line.strip_prefix("GET ")?.rsplit_once(' ')?;
        (action != "see").then_some(address)
    })
}

/// The line of `routes.txt` to which an address belongs: of several the one that names most of it.
pub(crate) fn route_of(path: &str) -> &'static str {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let fits = |route: &&str| {
        let same = |(wanted, given): (&str, &str)| wanted == given || (wanted.starts_with('{') && !given.is_empty());
        route.split('/').count() == path.split('/').count() && route.split('/').zip(path.split('/')).all(same)
    };
    routes().chain(closed()).filter(fits).min_by_key(|route| route.matches('{').count()).unwrap_or_default()
}

/// The addresses of this site to which a page leads or from which it takes something, without fragments.
pub(crate) fn links(html: &Html, path: &str) -> Vec<String> {
    let holders = Selector::parse("[href], [src], form[action]:not([method=post])").unwrap();
    let values = html.select(&holders).flat_map(|element| {
        ["href", "src", "action"].into_iter().filter_map(move |name| element.value().attr(name).map(str::to_owned))
    });
    let values = values.filter(|link| !link.starts_with('#') && !link.is_empty() && !is_elsewhere(link));
    let here = path.split(['?', '#']).next().unwrap_or_default();
    let whole = |link: String| {
        let link = link.split('#').next().unwrap_or_default();
        match link.as_bytes().first() {
            Some(b'/') => link.to_owned(),
            Some(b'?') => format!("{here}{link}"),
            _ => format!("{}/{link}", here.rsplit_once('/').map_or("", |(folder, _)| folder)),
        }
    };
    values.map(whole).collect()
}

/// Whether a link leaves the site.
pub(crate) fn is_elsewhere(link: &str) -> bool {
    link.starts_with("//")
        || link.split_once(':').is_some_and(|(scheme, _)| scheme.bytes().all(|byte| byte.is_ascii_alphabetic()))
}
