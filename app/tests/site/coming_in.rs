//! Getting an account, a role and out again, in a real browser, with scripts and without.

use std::time::{Duration, Instant};

use db::{Conn, Db, params};
use kernel::Clock;
use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{
    doors, helping,
    house::{House, Said},
    journeys::{both_ways, follow, here, said},
    migrations, people, project,
    served::Site,
};

const PASSWORD: &str = "four+goats+in+the+argan+tree";
/// What only agents see.
const VISITS: &str = "/fr/desk/visits";
const SETUP: &str = "/fr/account/second-factor";

pub(crate) fn fill(browser: &Browser, selector: &str, text: &str) {
    browser.find(selector).unwrap_or_else(|error| panic!("{selector}: {error}")).type_in(text).unwrap();
}

/// Signs in with an account of the demo; whoever was in is out.
pub(crate) fn sign_in(site: &Site, browser: &Browser, lang: &str, email: &str) {
    browser.go(&site.url(&format!("/{lang}/sign-in"))).unwrap();
    fill(browser, "#contact", email);
    fill(browser, "#password", "four goats in the argan tree");
    follow(browser, "main form button");
    assert_eq!(here(site, browser), format!("/{lang}/account"));
}

/// Follows the newest link that was sent to somebody.
fn follow_link(site: &Site, browser: &Browser, lang: &str) {
    let begun = Instant::now();
    loop {
        browser.go(&site.url(&format!("/{lang}/messages"))).unwrap();
        if browser.find(".letter a").is_ok() {
            return follow(browser, ".letter a");
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "no message came");
        std::thread::sleep(Duration::from_millis(300));
    }
}

#[test]
fn a_person_opens_an_account_in_arabic_on_a_phone_and_comes_in_again() {
    let site = Site::up();
    let browser = Browser::open_for(Reader { size: PHONE, script: false, languages: "ar" }).unwrap();
    browser.go(&site.url("/ar")).unwrap();
    follow(&browser, ".menu a[href='/ar/account']");
    assert!(here(&site, &browser).starts_with("/ar/sign-in?next="));
    follow(&browser, "main a[href^='/ar/sign-up']");
    fill(&browser, "#name", "أمينة");
    fill(&browser, "#contact", "06 12 34 56 78");
    follow(&browser, "main form button");
    follow(&browser, "main a.button");
    follow_link(&site, &browser, "ar");
    fill(&browser, "#password", "12345678");
    follow(&browser, "main form button");
    assert!(said(&browser, ".errors").contains("تخمينها"), "{}", said(&browser, ".errors"));
    fill(&browser, "#password", "أربع عنزات فوق الشجرة");
    follow(&browser, "main form button");
    assert_eq!((here(&site, &browser).as_str(), said(&browser, "h1").as_str()), ("/ar/account", "أمينة"));
    assert_eq!(said(&browser, ".lead").trim(), "+212612345678");
    follow(&browser, "form[action='/ar/sign-out'] button");
    browser.go(&site.url("/ar/account/log")).unwrap();
    assert_eq!(here(&site, &browser), "/ar/sign-in?next=%2Far%2Faccount%2Flog");
    fill(&browser, "#contact", "0612345678");
    fill(&browser, "#password", "wrong");
    follow(&browser, "main form button");
    assert!(said(&browser, ".errors").contains("غير صحيح"));
    fill(&browser, "#password", "أربع عنزات فوق الشجرة");
    follow(&browser, "main form button");
    assert_eq!(here(&site, &browser), "/ar/account/log", "one comes to where one wanted to go");
    assert!(browser.find_all("main .results li").unwrap().len() >= 5, "what happened is there to see");
}

#[test]
fn who_is_invited_as_a_helper_and_has_no_account_opens_one_and_lands_on_the_invitation() {
    let site = Site::up();
    let opener = doors::cookie(&site, "visitor@demo.example");
    let project = project::open(&site, &opener, "Miel");
    let invitation = helping::invite(&site, &opener, &project);
    let browser = Browser::open_for(Reader { size: PHONE, script: false, languages: "fr" }).unwrap();
    browser.go(&site.url(&invitation)).unwrap();
    follow(&browser, "main a[href^='/fr/sign-up']");
    // Whoever has an account after all goes back, and comes here again, without losing the way.
    follow(&browser, "main a[href^='/fr/sign-in']");
    follow(&browser, "main a[href^='/fr/sign-up']");
    fill(&browser, "#name", "Zineb");
    fill(&browser, "#contact", "zineb@example.ma");
    follow(&browser, "main form button");
    browser.go(&site.url(&people::invitation(&site, "zineb@example.ma"))).unwrap();
    fill(&browser, "#password", "12345678");
    follow(&browser, "main form button");
    assert!(said(&browser, ".errors").contains("se devine"), "{}", said(&browser, ".errors"));
    fill(&browser, "#password", "a sentence about two donkeys");
    follow(&browser, "main form button");
    assert_eq!(here(&site, &browser), invitation);
    assert!(said(&browser, ".lead").contains("Miel"));
    follow(&browser, "#agree");
    assert_eq!(here(&site, &browser), project);
}

#[test]
fn whoever_signs_up_is_led_on_within_this_site_alone() {
    let site = Site::up();
    for elsewhere in ["%2F%2Fexample.com", "https%3A%2F%2Fexample.com", "%2F%5Cexample.com"] {
        for page in ["sign-in", "sign-up"] {
            let text = site.get(&format!("/fr/{page}?next={elsewhere}"), &[]).text();
            let form = text.split("<form").find(|form| form.contains("name=\"contact\"")).unwrap();
            assert!(form.contains("name=\"next\" value=\"\"") && !form.contains("next="), "{page} {elsewhere}: {form}");
        }
    }
    let mistyped = doors::post(&site, "/fr/sign-up", &[], "name=Amina&contact=amina&next=%2Ffr%2Fprojects%2Fmine");
    assert_eq!(mistyped.status, 422);
    assert!(mistyped.text().contains("name=\"next\" value=\"/fr/projects/mine\""), "{}", mistyped.text());
    for (contact, next, lands) in [
        ("amina@example.ma", "%2F%2Fexample.com", "/fr/account"),
        ("brahim@example.ma", "https%3A%2F%2Fexample.com", "/fr/account"),
        ("zineb@example.ma", "", "/fr/account"),
        // Whoever had forgotten that there is an account is led on all the same.
        ("auditor@demo.example", "%2Ffr%2Fprojects%2Fmine", "/fr/projects/mine"),
    ] {
        let body = format!("name=Amina&contact={contact}&next={next}");
        assert_eq!(doors::post(&site, "/fr/sign-up", &[], &body).status, 200, "{contact}");
        let link = people::invitation(&site, contact);
        let chosen = doors::post(&site, &link, &[], "password=a+sentence+about+two+donkeys");
        assert_eq!((chosen.status, chosen.header("location")), (303, lands), "{contact}");
    }
    let kept = doors::post(&site, "/fr/forgotten", &[], "contact=zineb@example.ma&next=%2Ffr%2Fprojects%2Fmine");
    assert_eq!(kept.status, 400, "who forgot a password is led to the account");
}

#[test]
fn an_administrator_gives_a_role_and_takes_it_away() {
    both_ways(DESKTOP, "fr", |site, browser| {
        browser.go(&site.url("/fr/accounts")).unwrap();
        fill(browser, "#contact", "administrator@demo.example");
        fill(browser, "#password", "four goats in the argan tree");
        follow(browser, "main form button");
        assert_eq!(here(site, browser), "/fr/accounts");
        let theirs = doors::cookie(site, "visitor@demo.example");
        assert_eq!(site.get("/fr/audit", &[("cookie", &theirs)]).status, 403);
        fill(browser, "#contact", "visitor@demo.example");
        follow(browser, "main form.search button");
        assert!(here(site, browser).starts_with("/fr/accounts/") && !here(site, browser).contains("visitor"));
        browser.find("#role option[value=Auditor]").unwrap().click().unwrap();
        follow(browser, "main form[action$='/mandates'] button");
        assert!(said(browser, "main .results").contains("Auditeur"));
        assert_eq!(site.get("/fr/audit", &[("cookie", &theirs)]).status, 200, "at once");
        assert_eq!(
            doors::post(site, "/fr/accounts", &[("cookie", &theirs)], "name=A&invited=a@example.ma").status,
            403
        );
        follow(browser, "main .results form button");
        assert!(said(browser, "main .results").contains("pas en vigueur"));
        assert_eq!(site.get("/fr/audit", &[("cookie", &theirs)]).status, 403);
        browser.go(&site.url("/fr/audit?event=denied")).unwrap();
        assert!(said(browser, "main .results").contains("see_audit"), "a denial is in the log");
    });
}

#[test]
fn who_erases_the_account_is_out_for_good_and_leaves_no_name() {
    let site = Site::up();
    let email = "visitor@demo.example";
    let mine = doors::cookie(&site, email);
    let erase = |body: &str| doors::post(&site, "/fr/account/erase", &[("cookie", &mine)], body);
    assert!(site.get("/fr/account", &[("cookie", &mine)]).text().contains("Effacer mon compte"));
    assert_eq!(erase("").header("location"), "/fr/account");
    assert_eq!(site.get("/fr/account", &[("cookie", &mine)]).status, 200, "nobody is erased who is not sure");
    let gone = erase("sure=yes");
    assert_eq!((gone.status, gone.header("location")), (303, "/fr"));
    assert!(gone.header("set-cookie").contains("Max-Age=0"), "{}", gone.header("set-cookie"));
    assert_eq!(doors::outcome(&site.get("/fr/account", &[("cookie", &mine)])), "sign-in");
    let again = format!("contact={email}&password=four+goats+in+the+argan+tree&next=");
    assert_eq!(doors::post(&site, "/fr/sign-in", &[], &again).status, 422);
    let administrator = doors::cookie(&site, "administrator@demo.example");
    let accounts = site.get("/fr/accounts", &[("cookie", &administrator)]).text();
    assert!(accounts.contains("Personne effacée") && !accounts.contains(email), "{accounts}");
    // Whoever was erased may come anew, as somebody else.
    assert_eq!(doors::post(&site, "/fr/sign-up", &[], &format!("name=Amina&contact={email}")).status, 200);
}

/// The code that an app makes of a secret now.
fn code(secret: &str) -> String {
    let secret: String = secret.split_whitespace().collect();
    let totp = totp_rs::Totp::from_url(format!("otpauth://totp/Twiza:x?secret={secret}&issuer=Twiza")).unwrap();
    totp.generate(Clock::System.now().as_second().try_into().unwrap()).to_string()
}

/// The text of the first element of this name on a page.
fn element<'a>(text: &'a str, begins: &str) -> &'a str {
    let found = text.split(begins).nth(1).and_then(|rest| rest.split('<').next());
    found.unwrap_or_else(|| panic!("no {begins} in {text}"))
}

/// Changes what time and other settings would have changed.
fn make_so(site: &Site, sql: &str) {
    let url = format!("sqlite:{}", site.folder().join("twiza-demo-small.db").display());
    let db = Db::open(&url, &migrations::all()).unwrap();
    db.write_alone(|conn: &mut Conn| conn.execute(sql, params![])).unwrap();
}

/// Lets all sessions be of long ago.
fn let_time_go_by(site: &Site) {
    make_so(site, "update session set proved_at = '2026-01-01T00:00:00.000000Z'");
}

#[test]
fn an_agent_has_the_role_once_a_second_factor_is_set_up_and_nothing_of_it_before() {
    let site = Site::up_with("TWIZA_SECOND_FACTOR=agent,Administrator");
    let agent = "agent.kenitra@demo.example";
    let browser = Browser::open_for(Reader { size: PHONE, script: false, languages: "fr" }).unwrap();
    browser.go(&site.url(VISITS)).unwrap();
    fill(&browser, "#contact", agent);
    fill(&browser, "#password", "four goats in the argan tree");
    follow(&browser, "main form button");
    assert_eq!(here(&site, &browser), SETUP, "one is told why before all else");
    assert!(said(&browser, "main .lead").contains("second facteur"), "{}", said(&browser, "main"));
    assert!(said(&browser, "main .tag").starts_with("Agent"), "{}", said(&browser, "main"));

    // Whatever the role allows leads there; what is the person's own does not.
    let once = doors::cookie(&site, agent);
    let once = [("cookie", once.as_str())];
    let requests = "/fr/cooperatives/KEN-000100/requests";
    let asked =
        [site.get(VISITS, &once), site.get(requests, &once), doors::post(&site, requests, &once, "kind=dissolved")];
    let token = doors::post(&site, "/fr/account/tokens", &once, "name=x&days=1&scope=reading");
    for answer in asked.iter().chain([&token]) {
        assert_eq!((answer.status, answer.header("location")), (303, SETUP));
    }
    let account = site.get("/fr/account", &once);
    assert!(account.status == 200 && account.text().contains(&format!("href=\"{SETUP}\"")), "{}", account.text());
    let manager = doors::cookie(&site, "manager@demo.example");
    assert_eq!(site.get(requests, &[("cookie", &manager)]).status, 200);

    follow(&browser, &format!("main form[action='{SETUP}'] button"));
    let secret = said(&browser, "main p code");
    fill(&browser, "#code", &code(&secret));
    follow(&browser, "main form[action$='/confirm'] button");
    assert_eq!(said(&browser, "h1"), "Codes de secours");
    let recovery = said(&browser, "main ol code");
    browser.go(&site.url(VISITS)).unwrap();
    assert_eq!(here(&site, &browser), VISITS, "at once");
    assert_eq!(doors::outcome(&site.get("/fr/account", &once)), "sign-in", "who is in elsewhere showed no code");

    // A token has what its owner had when it was made.
    let body = format!("contact={agent}&password={PASSWORD}&next=");
    let half = doors::post(&site, "/fr/sign-in", &[], &body);
    let half = half.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(doors::outcome(&site.get(requests, &[("cookie", &half)])), "sign-in");
    let whole = doors::post(&site, "/fr/second-factor", &[("cookie", &half)], &format!("code={recovery}&next="));
    let whole = whole.header("set-cookie").split(';').next().unwrap().to_owned();
    let reads = doors::token(&site, &whole, "&scope=reading");
    assert_eq!(site.get(requests, &[("authorization", &reads)]).status, 200);
    make_so(&site, "update token set factors = 1");
    assert_eq!(site.get(requests, &[("authorization", &reads)]).status, 403, "a program is led nowhere");
}

#[test]
fn a_role_that_there_is_not_is_told_at_start() {
    let house = House::new();
    let mut serve = house.command("serve --listen 127.0.0.1:0");
    let told = Said::of(serve.env("TWIZA_SECOND_FACTOR", "auditor,agnet")).refused(1);
    assert!(told.contains("`agnet` is no role") && told.contains("administrator, agent, auditor, clerk"), "{told}");
}

#[test]
fn what_lets_people_in_and_where_they_are_in_is_changed_by_whoever_showed_of_late_who_he_is() {
    let site = Site::up();
    let [mine, other] = [0, 1].map(|_| doors::cookie(&site, "visitor@demo.example"));
    let headers = [("cookie", mine.as_str())];
    let led = |path: &str, body: &str| doors::post(&site, path, &headers, body).header("location").to_owned();
    let text = |path: &str| site.get(path, &headers).text();
    let account = text("/fr/account");
    let ends = account.split("<form").filter(|form| form.contains("/account/sessions/") && form.contains("<button"));
    let ends: Vec<_> = ends.map(|form| form.split('"').find(|part| part.ends_with("/end")).unwrap()).collect();
    assert_eq!(ends.len(), 1, "{account}");
    let is_in = |cookie: &str| doors::outcome(&site.get("/fr/account", &[("cookie", cookie)])) == "in";

    let_time_go_by(&site);
    let asks = |next: &str| format!("/fr/account/proof?next={next}");
    for (path, next) in [(SETUP, SETUP), ("/fr/account/passkeys/new", "/fr/account/passkeys"), (ends[0], "/fr/account")]
    {
        assert_eq!(led(path, ""), asks(next), "{path}");
    }
    assert_eq!(led("/fr/account/erase", "sure=yes"), asks("/fr/account"));
    let stranger = doors::cookie(&site, "manager@demo.example");
    let_time_go_by(&site);
    let tried = doors::post(&site, ends[0], &[("cookie", &stranger)], "");
    assert_eq!((tried.status, tried.header("location")), (404, ""), "what is somebody else's is not there");
    assert!(is_in(&other) && is_in(&mine));
    assert!(!text(SETUP).contains("class=\"qr\""), "nothing was begun");

    // Whoever shows who he is goes on where he was, on this site.
    let page = text(&asks(SETUP));
    assert!(page.contains(&format!("name=\"next\" value=\"{SETUP}\"")), "{page}");
    let wrong = doors::post(&site, "/fr/account/proof", &headers, &format!("password=wrong&next={SETUP}"));
    assert!(wrong.status == 422 && wrong.text().contains(SETUP), "{}", wrong.text());
    assert_eq!(led("/fr/account/proof", &format!("password={PASSWORD}&next=%2F%2Fexample.com")), "/fr/account");
    let_time_go_by(&site);
    assert_eq!(led("/fr/account/proof", &format!("password={PASSWORD}&next={SETUP}")), SETUP);
    assert_eq!(led(SETUP, ""), SETUP);
    let secret = element(&text(SETUP), "<code dir=\"ltr\" translate=\"no\">").to_owned();

    // Who finds the browser open there sees no secret, and puts none in force.
    let_time_go_by(&site);
    assert!(!text(SETUP).contains(&secret));
    let confirm = format!("{SETUP}/confirm");
    assert_eq!(led(&confirm, &format!("code={}", code(&secret))), asks(SETUP));
    assert_eq!(led("/fr/account/proof", &format!("password={PASSWORD}&next={SETUP}")), SETUP);
    assert_eq!(led(ends[0], ""), "/fr/account");
    assert!(!is_in(&other) && is_in(&mine));
    let done = doors::post(&site, &confirm, &headers, &format!("code={}", code(&secret)));
    assert!(done.status == 200 && done.text().contains("Codes de secours"), "{}", done.text());
    let raised = done.header("set-cookie").split(';').next().unwrap().to_owned();
    assert!(is_in(&raised) && !is_in(&mine), "the secret of before has nothing by it");
}

#[test]
fn whoever_is_invited_sets_up_a_second_factor_without_being_asked_twice() {
    let site = Site::up_with("TWIZA_SECOND_FACTOR=agent");
    let administrator = doors::cookie(&site, "administrator@demo.example");
    let contact = "zineb@demo.example";
    let account = people::invite(&site, &administrator, contact);
    let body = "role=Agent&of=KEN&since=2026-01-01&until=";
    people::take(&site, &administrator, &format!("{account}/mandates"), body);
    let invited = people::invitation(&site, contact);
    let chosen = doors::post(&site, &invited, &[], "password=a+sentence+about+two+donkeys");
    assert_eq!((chosen.status, chosen.header("location")), (303, SETUP));
    let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
    let headers = [("cookie", cookie.as_str())];
    assert_eq!(doors::post(&site, SETUP, &headers, "").header("location"), SETUP);
    let shown = site.get(SETUP, &headers).text();
    let secret = element(&shown, "<code dir=\"ltr\" translate=\"no\">");
    let done = doors::post(&site, &format!("{SETUP}/confirm"), &headers, &format!("code={}", code(secret)));
    let cookie = done.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(site.get(VISITS, &[("cookie", &cookie)]).status, 200);
}

#[test]
fn an_account_is_looked_for_without_its_contact_in_an_address() {
    let site = Site::up();
    let contact = "visitor@demo.example";
    for who in ["administrator@demo.example", "auditor@demo.example"] {
        let cookie = doors::cookie(&site, who);
        let find = |body: &str| doors::post(&site, "/fr/accounts/find", &[("cookie", &cookie)], body);
        let found = find(&format!("contact={contact}"));
        let page = found.header("location");
        assert!(found.status == 303 && page.starts_with("/fr/accounts/") && !page.contains('@'), "{page}");
        assert_eq!(found.header("cache-control"), "no-store");
        assert!(site.get(page, &[("cookie", &cookie)]).text().contains(contact));
        for (typed, status, says) in [("nobody@demo.example", 200, "Aucun compte"), ("nobody", 422, "class=\"errors\"")]
        {
            let answer = find(&format!("contact={typed}"));
            let text = answer.text();
            assert!(answer.status == status && text.contains(says) && text.contains(typed), "{text}");
            assert_eq!(answer.header("cache-control"), "no-store");
            assert!(!text.contains(contact), "nobody else is shown");
        }
        assert_eq!(find("contact=").header("location"), "/fr/accounts");
        let before = format!("/fr/accounts?contact={contact}");
        assert_eq!(site.get(&before, &[("cookie", &cookie)]).status, 400, "no address takes a contact");
    }
}
