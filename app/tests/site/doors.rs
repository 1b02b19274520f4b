//! Who is let in where: every address asked by every role, against the list of what is expected.

use std::collections::BTreeMap;

use testkit::http::{self, Answer};

use crate::served::Site;

/// The accounts of the demo, by the name of their column.
const ACTORS: [(&str, Option<&str>); 8] = [
    ("visitor", None),
    ("account", Some("visitor@demo.example")),
    ("administrator", Some("administrator@demo.example")),
    ("headquarters", Some("headquarters@demo.example")),
    ("auditor", Some("auditor@demo.example")),
    ("manager", Some("manager@demo.example")),
    ("agent", Some("agent.kenitra@demo.example")),
    ("clerk", Some("clerk.kenitra@demo.example")),
];

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

#[test]
fn every_address_lets_in_whom_it_should_and_nobody_else() {
    let site = Site::up();
    let strange = "0".repeat(32);
    let mut said = String::from("# Who is let in where: in, sign-in (asked to), denied.\n");
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, email) in ACTORS {
        let cookie = email.map(|email| cookie(&site, email));
        let mut routes: Vec<_> = include_str!("../../routes.txt").lines().collect();
        // Whoever has gone out is a visitor.
        routes.sort_by_key(|route| route.contains("sign-out"));
        for route in routes {
            let mut words = route.split(' ');
            let (method, address) = (words.next().unwrap(), words.next().unwrap());
            let path: String = address
                .replace("{lang}", "en")
                .split('/')
                .map(|part| if part.starts_with('{') { format!("/{strange}") } else { format!("/{part}") })
                .collect();
            let path = path.trim_start_matches('/');
            let headers: Vec<_> = cookie.iter().map(|cookie| ("cookie", cookie.as_str())).collect();
            let answer = match method {
                "GET" => site.get(&format!("/{path}"), &headers),
                _ => post(&site, &format!("/{path}"), &headers, ""),
            };
            lines.entry(route).or_default().push(outcome(&answer));
        }
    }
    said.push_str(&format!("# {}\n", ACTORS.map(|(name, _)| name).join(" ")));
    for route in include_str!("../../routes.txt").lines() {
        said.push_str(&format!("{route}: {}\n", lines[route].join(" ")));
    }
    let expected = include_str!("../../doors.txt");
    assert!(said == expected, "app/doors.txt says otherwise:\n{said}");
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
