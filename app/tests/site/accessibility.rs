//! Every kind of page is for everyone: axe finds nothing (WCAG 2.2 AA), nothing runs out of a narrow screen, and a first
//! view asks little of a slow network.

use serde_json::Value;
use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{coming_in::sign_in, doors, served::Site};

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

/// Pages of somebody who is signed in.
const OWN: [&str; 5] = ["/account", "/account/log", "/accounts", "/audit", "/messages"];

/// Pages of an agent at the desk.
const DESK: [&str; 13] = [
    "/desk",
    "/desk/meetings",
    "/desk/visits",
    "/requests/1",
    "/cooperatives/KEN-000100/requests",
    "/cooperatives/KEN-000100/requests?kind=membership_declared",
    "/cooperatives/KEN-000100/requests?kind=general_meeting_held&year=2025",
    "/cooperatives/KEN-000100/requests?kind=accounts_filed&year=2025",
    "/cooperatives/KEN-000100/standing",
    "/cooperatives/KEN-000100/governance",
    "/cooperatives/KEN-000100/visits",
    "/visits/1",
    "/visits/2",
];

/// Pages of founders: those of a project that was only opened, and of one that became a cooperative.
const FOUNDER: [&str; 11] = [
    "/projects/mine",
    "/projects/1",
    "/projects/1/founders",
    "/projects/1/filing",
    "/projects/2",
    "/projects/2/sheet",
    "/projects/2/name",
    "/projects/2/founders",
    "/projects/2/statutes",
    "/projects/2/capital",
    "/projects/2/filing",
];

/// What an agent sees of a project: what was handed in, and what became of it.
const SUBMISSIONS: [&str; 2] = ["/projects/mine", "/submissions/1"];

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

/// A visit that is planned, and one that found something.
fn visits(site: &Site) {
    let agent = doors::cookie(site, "agent.kenitra@demo.example");
    let today = crate::visits::today(site, &agent);
    let [_, held] = ["regular", "creation"].map(|purpose| crate::visits::plan(site, &agent, &today, purpose));
    let report = format!(
        "step=report&held_on={today}&saw=Vu&heard=Dit&code1=accounts&says1=Rien&until1={today}&code2=other&says2=Tout"
    );
    assert_eq!(doors::post(site, &held, &[("cookie", &agent)], &report).status, 303);
}

/// The pages of a new cooperative's roll: as a whole, its forms, and those of a member.
fn roll(site: &Site) -> Vec<String> {
    let founder = doors::cookie(site, "visitor@demo.example");
    let roll = crate::founding::registered(site).strip_prefix("/fr").unwrap().to_owned() + "/members";
    let text = site.get(&format!("/en{roll}"), &[("cookie", &founder)]).text();
    let member = text.split("/members/").map(|rest| rest.split('"').next().unwrap());
    let member = member.into_iter().find(|id| id.len() == 32).unwrap_or_else(|| panic!("no member: {text}"));
    crate::founding::open(site, &founder, "Tapis");
    let pages =
        ["", "/admit", "/import", &format!("/{member}"), &format!("/{member}/shares"), &format!("/{member}/name")];
    pages.map(|page| format!("{roll}{page}")).into()
}

fn check(lang: &str, size: (u32, u32)) {
    let site = Site::up();
    let browser = Browser::open_for(Reader { size, script: true, languages: lang }).unwrap();
    let mut faults = Vec::new();
    let open = site.one_of_each(lang).into_iter().map(|(_, path)| path);
    let manager = doors::cookie(&site, "manager@demo.example");
    let form = "kind=capital_increased&amount=5000&document=PV&effective_on=2026-01-01";
    let asked = doors::post(&site, "/en/cooperatives/KEN-000100/requests", &[("cookie", &manager)], form);
    assert_eq!(asked.status, 303);
    visits(&site);
    let roll = roll(&site);
    let to_sign_in = |email: &str| (Some(email.to_owned()), String::new());
    let own = |paths: &[&str]| paths.iter().map(|path| (None, format!("/{lang}{path}"))).collect::<Vec<_>>();
    let all = open.map(|path| (None, path)).chain([to_sign_in("administrator@demo.example")]).chain(own(&OWN));
    let all = all.chain([to_sign_in("agent.kenitra@demo.example")]).chain(own(&DESK)).chain(own(&SUBMISSIONS));
    let roll: Vec<_> = roll.iter().map(String::as_str).collect();
    let all = all.chain([to_sign_in("visitor@demo.example")]).chain(own(&FOUNDER)).chain(own(&roll));
    for (email, path) in all {
        if let Some(email) = email {
            sign_in(&site, &browser, lang, &email);
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
