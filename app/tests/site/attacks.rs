//! Attacks on every address there is: they go through `app/routes.txt` and through the forms that pages have, so that what is new is
//! attacked too.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};
use testkit::http::{self, Answer};

use crate::{
    doors::{ask, cookie, outcome, post, token},
    forms::{Sent, forms},
    house,
    served::Site,
    things::Inhabited,
};

const ADMINISTRATOR: &str = "administrator@demo.example";
/// Whoever sends something, at one desk or another, as `doors.txt` calls them.
const ACTORS: [&str; 6] = ["administrator", "headquarters", "manager", "agent", "clerk", "founder"];
/// What would be script, a picture that is none, or SQL, were it not text.
const SCRIPT: &str = "x'\"><script>alert(1)</script><img src=x onerror=alert(1)>' or 1=1 --";
/// By which names programs are told where to go on.
const ONWARD: [&str; 8] = ["next", "return", "return_to", "redirect", "url", "continue", "goto", "back"];

/// Every line of `routes.txt`: how an address is asked, and the address.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../../routes.txt").lines().filter_map(|line| line.rsplit_once(' ')?.0.split_once(' '))
}

/// An address with its places filled in.
fn filled(address: &str, part: &str) -> String {
    let parts = address.split('/').map(|name| match name {
        "{lang}" => "fr",
        name if name.starts_with('{') => part,
        name => name,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn written(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What an attack must not reach: a fault, a script that runs, a file of the machine, another site.
fn harm(answer: &Answer) -> Option<String> {
    let kind = answer.header("content-type");
    let runs = ["html", "xml", "svg"].iter().any(|word| kind.contains(word));
    let text = answer.text();
    let onward = answer.header("location");
    match () {
        () if answer.status == 503 && house::press().is_none() => None,
        () if answer.status >= 500 => Some(format!("a fault: {}", answer.status)),
        () if runs && (text.contains("<script>alert") || text.contains("<img src=x")) => Some("a script".to_owned()),
        () if text.contains("root:x:0") => Some("a file of the machine".to_owned()),
        () if !onward.is_empty() && (!onward.starts_with('/') || onward.starts_with("//")) => Some(onward.to_owned()),
        () => None,
    }
}

/// The fields of a page's forms.
fn fields(answer: &Answer) -> Vec<String> {
    let html = Html::parse_document(&answer.text());
    let named = Selector::parse("form [name]").unwrap();
    html.select(&named).filter_map(|field| field.attr("name")).map(str::to_owned).collect()
}

fn assert_harmless(found: &BTreeSet<String>) {
    assert!(found.is_empty(), "{}", found.iter().cloned().collect::<Vec<_>>().join("\n"));
}

#[test]
fn no_other_site_has_anything_sent_to_any_address() {
    let site = Site::up();
    let cookie = cookie(&site, ADMINISTRATOR);
    let elsewhere = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://example.com"),
        ("origin", "null"),
        ("referer", "https://example.com/fr/account"),
        ("x-nothing", "said"),
    ];
    for (_, address) in lines().filter(|(method, _)| *method == "POST") {
        for said in elsewhere {
            let form = ("content-type", "application/x-www-form-urlencoded");
            let headers = [form, ("cookie", cookie.as_str()), said];
            let answer = http::request(site.address, "POST", &filled(address, "1"), &headers, "").unwrap();
            assert_eq!(answer.status, 403, "{address} {said:?}");
        }
    }
    assert_eq!(site.get("/fr/account", &[("cookie", &cookie)]).status, 200, "and nobody was signed out");
}

/// The parameters of the public site, and those by which programs are told where to go on.
fn parameters(site: &Site) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = ONWARD.iter().map(|name| (*name).to_owned()).collect();
    for visited in site.walk(2) {
        let query = visited.path.split_once('?').map_or("", |(_, query)| query);
        names.extend(query.split('&').filter_map(|pair| Some(pair.split_once('=')?.0.to_owned())));
        names.extend(fields(&visited.answer));
    }
    for name in ["measure", "where", "since", "q", "known"] {
        assert!(names.contains(name), "{name} is not among {names:?}");
    }
    names
}

#[test]
fn what_is_put_into_any_parameter_of_any_address_is_text() {
    let inhabited = Inhabited::up();
    let (site, script) = (&inhabited.site, written(SCRIPT));
    let names = parameters(site);
    let (mut found, mut rooms) = (BTreeSet::new(), 0);
    for (door, real) in inhabited.doors().iter().filter(|(door, _)| door.method == "GET") {
        for name in door.some() {
            let who = [("cookie", inhabited.cookie(name))];
            let page = site.get(real, &who);
            rooms += usize::from(page.status == 200);
            let own = fields(&page);
            let scripts = names.iter().chain(&own).map(|name| (name.as_str(), script.as_str()));
            for (parameter, value) in scripts.chain(ONWARD.map(|name| (name, "https://example.com/"))) {
                let answer = site.get(&format!("{real}?{parameter}={value}"), &who);
                found.extend(harm(&answer).map(|harm| format!("{} {parameter}, {name}: {harm}", door.address)));
            }
        }
    }
    assert!(rooms > 100, "only {rooms} pages were there");
    assert_harmless(&found);
}

/// The real path of an address with something else in each of its places in turn.
fn disguised<'a>(address: &'a str, real: &'a str, part: &'a str) -> impl Iterator<Item = String> + 'a {
    let places = address.split('/').enumerate().filter(|(_, name)| name.starts_with('{') && *name != "{lang}");
    places.map(move |(at, _)| {
        let parts = real.split('/').enumerate().map(|(n, kept)| if n == at { part } else { kept });
        parts.collect::<Vec<_>>().join("/")
    })
}

#[test]
fn what_is_put_into_the_path_of_any_address_is_text_and_leads_to_no_file() {
    let inhabited = Inhabited::up();
    let site = &inhabited.site;
    let strange = [
        SCRIPT,
        "' or '1'='1",
        "1; drop table act; --",
        "../../../../etc/passwd",
        "..\\..\\x",
        "....//",
        "-1",
        "%2e%2e%2f",
    ];
    let strange = strange.map(written);
    let mut found = BTreeSet::new();
    for (door, real) in inhabited.doors() {
        for name in door.some() {
            let who = [("cookie", inhabited.cookie(name))];
            let parts = strange.iter().map(String::as_str).chain(["..", "%2e%2e", "%00", "%FF"]);
            for path in parts.flat_map(|part| disguised(door.address, &real, part)) {
                let answer = ask(site, door.method, &path, &who);
                found.extend(harm(&answer).map(|harm| format!("{} {path}, {name}: {harm}", door.method)));
                if answer.status == 200 && !path.contains("/links/") && !path.contains("/verify/") {
                    found.insert(format!("{} {path}, {name}: it is there", door.method));
                }
            }
        }
    }
    assert_harmless(&found);
    let head = site.get("/healthz", &[]).text();
    assert!(head.contains("\"status\":\"ok\""), "the journal is still there: {head}");
}

#[test]
fn no_form_takes_a_field_that_it_does_not_have() {
    let inhabited = Inhabited::up();
    let mut tried = 0;
    for actor in ACTORS {
        let cookie = inhabited.cookie(actor);
        // A button alone sends nothing that could be taken.
        for form in forms(&inhabited, cookie).into_iter().filter(|form| !form.fields.is_empty()) {
            let body = format!("{}&role=Administrator&is_administrator=1", form.body(&|field| field.value.clone()));
            let answer = post(&inhabited.site, &form.action, &[("cookie", cookie)], &body);
            // Some read forms that they may not send.
            assert!([400, 403].contains(&answer.status), "{actor} {}: {} {body}", form.action, answer.status);
            tried += usize::from(answer.status == 400);
        }
    }
    assert!(tried > 60, "only {tried} forms were refused");
}

#[test]
fn what_is_typed_into_any_form_is_text_wherever_it_is_shown() {
    let inhabited = Inhabited::up();
    let mut found = BTreeSet::new();
    let mut kept = 0;
    for actor in ACTORS {
        let cookie = inhabited.cookie(actor);
        // Twice: what was entered first brings forms of its own.
        for form in (0..2).flat_map(|_| forms(&inhabited, cookie)).filter(|form| !form.action.ends_with("/close")) {
            if !form.fields.iter().any(|field| field.is_text) {
                continue;
            }
            let typed = |field: &Sent| if field.is_text { SCRIPT.to_owned() } else { field.value.clone() };
            let answer = post(&inhabited.site, &form.action, &[("cookie", cookie)], &form.body(&typed));
            kept += usize::from(answer.status == 303);
            found.extend(harm(&answer).map(|harm| format!("{actor} {}: {harm}", form.action)));
        }
    }
    assert!(kept >= 5, "only {kept} forms were taken");
    let mut shown = 0;
    for actor in ACTORS {
        for (path, answer) in crate::forms::pages(&inhabited, inhabited.cookie(actor)) {
            shown += usize::from(answer.text().contains("&#60;script&#62;alert"));
            found.extend(harm(&answer).map(|harm| format!("{path}: {harm}")));
        }
    }
    assert!(shown >= 3, "it is shown on {shown} pages only");
    assert_harmless(&found);
}

#[test]
fn nobody_is_led_to_another_site_by_any_form() {
    let site = Site::up();
    let mut found = BTreeSet::new();
    for (_, address) in lines().filter(|(method, _)| *method == "POST") {
        for name in ONWARD {
            for elsewhere in ["https://example.com/", "//example.com", "/\\example.com"] {
                let (path, value) = (filled(address, "1"), written(elsewhere));
                let answer = post(&site, &format!("{path}?{name}={value}"), &[], &format!("{name}={value}"));
                found.extend(harm(&answer).map(|harm| format!("{address} {name}: {harm}")));
            }
        }
    }
    assert_harmless(&found);
}

#[test]
fn a_token_does_at_every_address_what_its_scopes_say_and_no_more() {
    let inhabited = Inhabited::up();
    let site = &inhabited.site;
    let tokens = |name: &'static str| {
        let scopes = ["&scope=reading", "&scope=changing", "&scope=reading&scope=changing"];
        (name, scopes.map(|scopes| token(site, inhabited.cookie(name), scopes)))
    };
    let tokens: BTreeMap<_, _> = ACTORS.into_iter().chain(["auditor", "helper"]).map(tokens).collect();
    let mut wrong = Vec::new();
    // What is everyone's needs no leave.
    for (door, path) in inhabited.doors().iter().filter(|(door, _)| door.whom != ["everyone"]) {
        let by_hand = ["keep_own", "keep_accounts"].contains(&door.action);
        for name in door.some() {
            let asked = |token: &String| outcome(&ask(site, door.method, path, &[("authorization", token)]));
            let found = tokens[name].each_ref().map(asked);
            let is_right = match (door.method, found) {
                _ if by_hand => found == ["denied"; 3],
                // To look for somebody is to read, though what is looked for is sent.
                ("POST", found) if door.action == "see_accounts" => found == ["in", "denied", "in"],
                // A form is for who may send it, and shows what it is about: some ask for both.
                ("GET", ["in" | "denied", "denied", "in"]) | ("POST", ["denied", "in" | "denied", "in"]) => true,
                _ => false,
            };
            if !is_right {
                wrong.push(format!("{} {path}, {name}: {found:?}", door.method));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_session_that_was_planted_or_was_another_ones_is_not_taken_over() {
    let site = Site::up();
    let (planted, password) = ("session=0123456789abcdef0123456789abcdef", "four+goats+in+the+argan+tree");
    let theirs = cookie(&site, "visitor@demo.example");
    for before in [planted, &theirs] {
        let body = format!("contact={ADMINISTRATOR}&password={password}&next=");
        let answer = post(&site, "/fr/sign-in", &[("cookie", before)], &body);
        let begun = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        assert!(answer.status == 303 && begun.starts_with("session=") && begun != before, "{begun}");
        assert_eq!(
            outcome(&site.get("/fr/account", &[("cookie", before)])),
            "sign-in",
            "the one of before opens nothing"
        );
        assert_eq!(outcome(&site.get("/fr/accounts", &[("cookie", &begun)])), "in");
    }
}

#[test]
fn passwords_are_not_tried_without_end_and_the_right_one_does_not_help_then() {
    let site = Site::up();
    let tried = |contact: &str, password: &str| {
        post(&site, "/fr/sign-in", &[], &format!("contact={contact}&password={password}&next=")).status
    };
    let wrong: Vec<_> = (0..10).map(|n| tried(ADMINISTRATOR, &format!("wrong{n}"))).collect();
    assert!(wrong.iter().all(|status| *status == 422), "{wrong:?}");
    assert_eq!(tried(ADMINISTRATOR, "four+goats+in+the+argan+tree"), 429);
    assert_eq!(tried("visitor@demo.example", "four+goats+in+the+argan+tree"), 303, "nobody else is kept out");
}

#[test]
fn who_reads_the_audit_log_stands_in_it() {
    let site = Site::up();
    let auditor = cookie(&site, "auditor@demo.example");
    let read = || site.get("/en/audit?event=read", &[("cookie", &auditor)]).text().matches("see_audit").count();
    assert_eq!((read(), read(), read()), (0, 1, 2));
    // One's own lines are one's own.
    let mine = site.get("/en/account/log", &[("cookie", &auditor)]);
    assert_eq!(mine.status, 200);
    assert_eq!(read(), 3);
}
