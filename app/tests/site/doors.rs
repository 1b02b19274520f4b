//! Who is let in where: every address asked by every role, against the list of what is expected.

use std::collections::BTreeMap;

use testkit::http::{self, Answer};

use crate::{
    house,
    people::{self, People},
    served::Site,
    things::Things,
};

/// How an address answers somebody.
pub(crate) fn outcome(answer: &Answer) -> &'static str {
    let to_sign_in = answer.header("location").contains("/sign-in?next=");
    match answer.status {
        303 if to_sign_in => "sign-in",
        401 => "sign-in",
        403 => "denied",
        500.. => "fault",
        _ => "in",
    }
}

/// Signs in, and gives the cookie.
pub(crate) fn cookie(site: &Site, email: &str) -> String {
    let body = format!("contact={email}&password=four+goats+in+the+argan+tree&next=");
    let answer = post(site, "/en/sign-in", &[], &body);
    assert_eq!(answer.status, 303, "{email}: {}", answer.text());
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// Makes a token of these scopes, and gives the header that holds it.
pub(crate) fn token(site: &Site, cookie: &str, scopes: &str) -> String {
    let answer = post(site, "/en/account/tokens", &[("cookie", cookie)], &format!("name=test&days=1{scopes}"));
    let text = answer.text();
    let start = text.find("twiza_").unwrap_or_else(|| panic!("{}: no token", answer.status));
    format!("Bearer {}", &text[start..start + "twiza_".len() + 32])
}

/// Sends a form, as a page of the site does.
pub(crate) fn post(site: &Site, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let own = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
    let headers: Vec<_> = own.iter().chain(headers).copied().collect();
    http::request(site.address, "POST", path, &headers, body).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A line of `doors.txt`.
pub(crate) struct Door {
    pub(crate) method: &'static str,
    pub(crate) address: &'static str,
    pub(crate) action: &'static str,
    /// In which state the thing is that is asked for; empty if that does not matter.
    pub(crate) state: &'static str,
    /// Those who get in.
    pub(crate) whom: Vec<&'static str>,
}

/// All lines of `doors.txt` that are none of its head.
pub(crate) fn doors() -> impl Iterator<Item = Door> {
    let lines = include_str!("../../doors.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (route, whom) = line.split_once(": ").unwrap_or_else(|| panic!("who gets in? {line}"));
        let (route, state) = route.split_once(" (").unwrap_or((route, ")"));
        let [method, address, action] = route.split(' ').collect::<Vec<_>>()[..] else { panic!("what action? {line}") };
        Door { method, address, action, state: state.trim_end_matches(')'), whom: whom.split(", ").collect() }
    })
}

impl Door {
    /// Some who get in, each by a role of their own.
    pub(crate) fn some(&self) -> Vec<&'static str> {
        match self.whom.as_slice() {
            ["everyone" | "accounts"] => vec!["founder"],
            whom => whom.iter().copied().filter(|name| !name.starts_with("another ")).collect(),
        }
    }
}

/// Asks for an address: a page, or what becomes of a form that nobody has. Who may not send any is told so first; who may is told
/// what is wrong, and nothing happens.
pub(crate) fn ask(site: &Site, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    if method == "GET" { site.get(path, headers) } else { post(site, path, headers, "strange=yes") }
}

/// How somebody fares at a door: in (none), kept out as it should be, or otherwise.
fn fares(site: &Site, method: &str, path: &str, who: Option<&str>) -> Result<(), Option<String>> {
    let headers: Vec<_> = who.map(|cookie| ("cookie", cookie)).into_iter().collect();
    let answer = ask(site, method, path, &headers);
    let is_unmade = answer.status == 503 && house::press().is_none();
    match (outcome(&answer), answer.status, who) {
        ("sign-in", _, None) | ("denied", _, Some(_)) | (_, 404, _) => Err(None),
        ("in", ..) => Ok(()),
        ("fault", ..) if is_unmade => Ok(()),
        (other, status, _) => Err(Some(format!("{other} {status}"))),
    }
}

/// Who gets in at an address, as `doors.txt` says it.
fn whom(site: &Site, method: &str, path: &str, asking: &[(&'static str, Option<&str>)]) -> String {
    let mut told = Vec::new();
    for (name, cookie) in asking {
        match fares(site, method, path, *cookie) {
            Ok(()) => told.push((*name).to_owned()),
            Err(None) => {}
            Err(Some(odd)) => told.push(format!("{name}: {odd}")),
        }
    }
    let names: Vec<_> = asking.iter().map(|(name, _)| *name).collect();
    match told.iter().map(String::as_str).collect::<Vec<_>>() {
        told if told == names => "everyone".to_owned(),
        told if told == names[1..] => "accounts".to_owned(),
        told if told.is_empty() => "nobody".to_owned(),
        told => told.join(", "),
    }
}

#[test]
fn every_address_lets_in_whom_it_should_and_nobody_else() {
    let site = Site::up();
    let people = People::of(&site);
    let places = [&people.kenitra, &people.safi].map(|place| (people.at(place), Things::of(&site, &people, place)));
    let mut routes: Vec<_> = include_str!("../../routes.txt").lines().collect();
    // Whoever has gone out is a visitor.
    routes.sort_by_key(|route| route.contains("sign-out"));
    let mut lines: [BTreeMap<&str, Vec<String>>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for route in routes {
        let [method, address, _] = route.split(' ').collect::<Vec<_>>()[..] else { panic!("{route}") };
        for (lines, (asking, things)) in lines.iter_mut().zip(&places) {
            for (state, path) in things.at(address) {
                let state = if state.is_empty() { String::new() } else { format!(" ({state})") };
                let line = format!("{route}{state}: {}", whom(&site, method, &path, asking));
                lines.entry(route).or_default().push(line);
            }
        }
    }
    let listed = include_str!("../../doors.txt");
    let head: String =
        listed.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let told = lines.map(|lines| {
        let in_order = include_str!("../../routes.txt").lines().flat_map(|route| &lines[route]);
        format!("{head}{}\n", in_order.cloned().collect::<Vec<_>>().join("\n"))
    });
    assert!(told[0] == listed, "app/doors.txt says otherwise:\n{}", told[0]);
    let differ = told[0].lines().zip(told[1].lines()).filter(|(here, there)| here != there);
    let differ: Vec<_> = differ.map(|(here, there)| format!("Kénitra: {here}\nSafi:    {there}")).collect();
    assert!(differ.is_empty(), "what is of Safi is not for its own alone:\n{}", differ.join("\n"));
    assert!(!listed.contains(": nobody"), "nothing real was asked for");
}

#[test]
fn what_another_site_had_sent_is_refused() {
    let site = Site::up();
    let cookie = cookie(&site, "visitor@demo.example");
    let body = "before=four+goats+in+the+argan+tree&password=a+new+sentence+about+donkeys";
    let form = ("content-type", "application/x-www-form-urlencoded");
    for said in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://example.com"),
        ("referer", "https://example.com/x"),
        ("x", "y"),
    ] {
        let headers = [form, ("cookie", cookie.as_str()), said];
        let answer = http::request(site.address, "POST", "/en/account/password", &headers, body).unwrap();
        assert_eq!(answer.status, 403, "{said:?}");
    }
    assert_eq!(site.get("/en/account", &[("cookie", &cookie)]).status, 200, "and nothing happened");
}

#[test]
fn pages_of_one_person_are_kept_nowhere_and_go_to_nobody_else() {
    let site = Site::up();
    let cookie = cookie(&site, "administrator@demo.example");
    for path in ["/en/account", "/en/account/log", "/en/accounts", "/en/audit"] {
        let mine = site.get(path, &[("cookie", &cookie)]);
        assert_eq!((mine.status, mine.header("cache-control")), (200, "no-store"), "{path}");
        assert_eq!(outcome(&site.get(path, &[])), "sign-in", "{path}");
        assert_eq!(
            outcome(&site.get(path, &[("cookie", "session=00000000000000000000000000000000")])),
            "sign-in",
            "{path}"
        );
    }
}

#[test]
fn an_administrator_ends_the_sessions_of_somebody_who_comes_in_again() {
    let site = Site::up();
    let [administrator, theirs] = ["administrator", "visitor"].map(|who| cookie(&site, &format!("{who}@demo.example")));
    let headers = [("cookie", administrator.as_str())];
    let account = people::account(&site, &administrator, "visitor@demo.example");
    let is_in = |cookie: &str| outcome(&site.get("/en/account", &[("cookie", cookie)]));
    assert_eq!(is_in(&theirs), "in");
    let ended = post(&site, &format!("{account}/sessions/end"), &headers, "");
    assert_eq!((ended.status, ended.header("location")), (303, account.as_str()));
    assert_eq!((is_in(&theirs), is_in(&administrator)), ("sign-in", "in"));
    let again = cookie(&site, "visitor@demo.example");
    assert_eq!(is_in(&again), "in");
    let log = site.get("/en/account/log", &[("cookie", &again)]).text();
    assert!(log.contains("session ended from elsewhere"), "{log}");
}

#[test]
fn a_token_does_what_its_scopes_say_and_never_keeps_accounts() {
    let site = Site::up();
    let cookie = cookie(&site, "administrator@demo.example");
    let reads = token(&site, &cookie, "&scope=reading");
    assert_eq!(outcome(&site.get("/en/accounts", &[("authorization", &reads)])), "in");
    assert_eq!(outcome(&site.get("/en/account", &[("authorization", &reads)])), "in");
    let does_all = token(&site, &cookie, "&scope=reading&scope=changing");
    for (path, body) in
        [("/en/account/tokens", "name=more&days=1&scope=reading"), ("/en/accounts", "name=A&invited=a@example.ma")]
    {
        for token in [&reads, &does_all] {
            assert_eq!(outcome(&post(&site, path, &[("authorization", token)], body)), "denied", "{path}");
        }
    }
    for wrong in ["Bearer twiza_00000000000000000000000000000000", "Bearer x", "Basic eDp5", ""] {
        assert_eq!(site.get("/en/accounts", &[("authorization", wrong)]).status, 303, "`{wrong}`");
    }
    assert_eq!(post(&site, "/en/account/tokens", &[("cookie", &cookie)], "name=&days=999").status, 422);
    assert_eq!(post(&site, "/en/account/tokens", &[("cookie", &cookie)], "name=x&days=9&scope=everything").status, 422);
}

#[test]
fn nobody_is_led_to_another_site_after_signing_in() {
    let site = Site::up();
    for next in ["https://example.com", "//example.com", "/%5Cexample.com", "%2F%2Fexample.com", ""] {
        let body = format!("contact=visitor@demo.example&password=four+goats+in+the+argan+tree&next={next}");
        let answer = post(&site, "/en/sign-in", &[], &body);
        assert_eq!((answer.status, answer.header("location")), (303, "/en/account"), "{next}");
    }
}

#[test]
fn what_is_typed_is_text_wherever_it_is_shown() {
    let site = Site::up();
    let cookie = cookie(&site, "administrator@demo.example");
    let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27";
    let shown = [
        post(&site, "/en/sign-in", &[], &format!("contact={script}&password=x&next={script}")),
        post(&site, "/en/sign-up", &[], &format!("name={script}&contact={script}")),
        post(&site, "/en/forgotten", &[], &format!("contact={script}")),
        post(&site, "/en/accounts", &[("cookie", &cookie)], &format!("name={script}&invited={script}")),
        post(&site, "/en/account/tokens", &[("cookie", &cookie)], &format!("name={script}&days=1&scope=reading")),
        site.get("/en/account", &[("cookie", &cookie)]),
    ];
    for answer in shown {
        assert!(!answer.text().contains("<script>"), "{}", answer.text());
    }
}
