//! Every kind of page is for everyone: axe finds nothing (WCAG 2.2 AA), nothing runs out of a narrow screen, and a first
//! view asks little of a slow network.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{coming_in::sign_in, doors, people::take, things::Inhabited};

const AXE: &str = include_str!("axe/axe.min.js");

/// What axe looks for; one line for each thing it finds.
const LOOK: &str = "axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
}).then(found => found.violations.flatMap(it => it.nodes.map(node =>
    it.id + ': ' + it.help + ' – ' + node.html.slice(0, 160) + ' – ' + node.any.map(why => why.message).join('; '))))";

/// What the page took besides itself, save the shapes of maps.
const TAKEN: &str =
    "performance.getEntriesByType('resource').map(it => it.name).filter(it => !/\\/(regions|provinces)-/.test(it))";

/// How those sign in who see pages of their own, by what `doors.txt` calls them.
const CONTACTS: [(&str, &str); 7] = [
    ("administrator", "administrator@demo.example"),
    ("auditor", "auditor@demo.example"),
    ("headquarters", "headquarters@demo.example"),
    ("clerk", "clerk.kenitra@demo.example"),
    ("agent", "agent.kenitra@demo.example"),
    ("manager", "manager@demo.example"),
    ("founder", "visitor@demo.example"),
];

/// What is seen in other states too: with a form that was chosen, with something to choose from, after all is done.
const MORE: [(&str, &str); 13] = [
    ("auditor", "/audit?event=read"),
    ("agent", "/desk"),
    ("agent", "/desk/meetings"),
    ("agent", "/projects/mine"),
    ("agent", "/cooperatives/KEN-000100/requests?kind=membership_declared"),
    ("agent", "/cooperatives/KEN-000100/requests?kind=general_meeting_held&year=2025"),
    ("agent", "/cooperatives/KEN-000100/requests?kind=accounts_filed&year=2025"),
    ("agent", "/cooperatives/KEN-000100/standing"),
    ("agent", "/cooperatives/KEN-000100/governance"),
    ("clerk", "/projects/mine"),
    ("manager", "/desk"),
    ("manager", "/projects/1/founders"),
    ("manager", "/projects/1/filing"),
];

/// A width to which a page can be enlarged four times on a desktop (WCAG 1.4.10).
const NARROW: (u32, u32) = (320, 800);

#[test]
fn every_kind_of_page_is_accessible_in_arabic_on_a_phone() {
    check("ar", PHONE);
}

#[test]
fn every_kind_of_page_is_accessible_in_french_on_a_desktop() {
    check("fr", DESKTOP);
}

/// Two general meetings that can be accepted together, and a visit that found something; gives its page.
fn prepare(Inhabited { site, people, .. }: &Inhabited) -> String {
    let [manager, agent] = [&people.kenitra.manager, &people.kenitra.agent];
    for year in [2023, 2024] {
        let body = format!("kind=general_meeting_held&meeting=ordinary&year={year}&approved=yes&present=5&document=PV");
        let held_on = format!("effective_on={}-03-10", year + 1);
        take(site, manager, "/fr/cooperatives/KEN-000100/requests", &format!("{body}&{held_on}"));
    }
    let today = crate::visits::today(site, agent);
    let held = crate::visits::plan(site, agent, &today, "creation");
    let report = format!(
        "step=report&held_on={today}&saw=Vu&heard=Dit&code1=accounts&says1=Rien&until1={today}&code2=other&says2=Tout"
    );
    take(site, agent, &held, &report);
    held
}

/// The pages that are not open to everyone, each as those see it whose it is and as those who decide or keep something there.
fn own(inhabited: &Inhabited, lang: &str) -> BTreeMap<&'static str, Vec<String>> {
    let mut pages: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let all = inhabited.doors();
    for (door, path) in all.iter().filter(|(door, _)| door.method == "GET" && door.whom != ["everyone"]) {
        let forms = all.iter().filter(|(other, there)| other.method == "POST" && there == path);
        let keep = forms.flat_map(|(other, _)| other.some());
        for name in door.some().last().copied().into_iter().chain(keep).collect::<BTreeSet<_>>() {
            let answer = inhabited.site.get(path, &[("cookie", inhabited.cookie(name))]);
            if answer.status == 200 && answer.header("content-type").starts_with("text/html") {
                pages.entry(name).or_default().push(path.replacen("/fr", &format!("/{lang}"), 1));
            }
        }
    }
    for (name, path) in MORE {
        let path = format!("/{lang}{path}");
        let answer = inhabited.site.get(&path, &[("cookie", inhabited.cookie(name))]);
        assert_eq!(answer.status, 200, "{name} {path}");
        pages.entry(name).or_default().push(path);
    }
    pages
}

fn check(lang: &str, size: (u32, u32)) {
    let inhabited = Inhabited::up();
    let site = &inhabited.site;
    let browser = Browser::open_for(Reader { size, script: true, languages: lang }).unwrap();
    let mut faults = Vec::new();
    let held = prepare(&inhabited).replacen("/fr", &format!("/{lang}"), 1);
    // Where a second factor is being set up.
    doors::post(site, "/fr/account/second-factor", &[("cookie", inhabited.cookie("founder"))], "");
    let mut own = own(&inhabited, lang);
    own.entry("agent").or_default().push(held);
    let open = site.one_of_each(lang).into_iter().map(|(_, path)| (None, path));
    let mine = CONTACTS.into_iter().flat_map(|(name, email)| {
        let pages = own.remove(name).unwrap_or_default();
        let first = (!pages.is_empty()).then(|| (Some(email), String::new()));
        first.into_iter().chain(pages.into_iter().map(|path| (None, path)))
    });
    let all: Vec<_> = open.chain(mine).collect();
    println!("{} pages", all.len());
    for (email, path) in all {
        if let Some(email) = email {
            sign_in(site, &browser, lang, email);
            continue;
        }
        browser.go(&site.url(&path)).unwrap();
        let taken = texts(&browser.evaluate(TAKEN).unwrap());
        if taken.len() > 3 || taken.iter().any(|url| !url.starts_with(&site.url("/"))) {
            faults.push(format!("{path}: takes {taken:?}"));
        }
        browser.evaluate(AXE).unwrap();
        faults.extend(texts(&browser.evaluate(LOOK).unwrap()).iter().map(|found| format!("{path}: {found}")));
        for narrow in [size, NARROW] {
            browser.resize(narrow).unwrap();
            let width = browser.evaluate("document.documentElement.scrollWidth").unwrap();
            if width.as_u64() > Some(u64::from(narrow.0)) {
                faults.push(format!("{path}: {width} pixels wide on a screen of {}", narrow.0));
            }
        }
        browser.resize(size).unwrap();
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}
