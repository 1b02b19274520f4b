//! Coming in with a passkey, in a real browser with a device of air.

use std::time::{Duration, Instant};

use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{
    coming_in::fill,
    doors::{cookie, post},
    journeys::{follow, said},
    served::Site,
};

/// A whole address under the name of the site: passkeys are bound to a name, never to a number.
fn url(site: &Site, path: &str) -> String {
    format!("http://localhost:{}{path}", site.address.port())
}

/// The address of the page, without the server.
fn here(site: &Site, browser: &Browser) -> String {
    browser.url().unwrap().strip_prefix(&url(site, "")).unwrap().to_owned()
}

/// Signs in with a password.
fn sign_in(site: &Site, browser: &Browser, lang: &str) {
    browser.go(&url(site, &format!("/{lang}/sign-in"))).unwrap();
    fill(browser, "#contact", "visitor@demo.example");
    fill(browser, "#password", "four goats in the argan tree");
    follow(browser, "main form[action$='/sign-in'] button");
    assert_eq!(here(site, browser), format!("/{lang}/account"));
}

fn sign_out(site: &Site, browser: &Browser, lang: &str) {
    browser.go(&url(site, &format!("/{lang}/account"))).unwrap();
    follow(browser, &format!("form[action='/{lang}/sign-out'] button"));
}

/// Whether what asks for a passkey can be seen.
fn offers(browser: &Browser) -> bool {
    browser.evaluate("document.querySelector('#passkey').checkVisibility()").unwrap() == true
}

/// Waits until the page itself says that the device did not answer.
fn is_told(browser: &Browser) {
    let begun = Instant::now();
    let told = "document.querySelector('form[data-passkey] [role=alert]').checkVisibility()";
    while browser.evaluate(told).unwrap() != true {
        assert!(begun.elapsed() < Duration::from_secs(20), "nobody says what is wrong");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_person_adds_a_passkey_in_arabic_on_a_phone_comes_in_with_it_and_removes_it() {
    let site = Site::up();
    let browser = Browser::open_for(Reader { size: PHONE, script: true, languages: "ar" }).unwrap();
    let device = browser.plug_in().unwrap();
    sign_in(&site, &browser, "ar");
    follow(&browser, "main a[href='/ar/account/passkeys']");
    fill(&browser, "#name", "هاتفي");
    device.unlocks(false).unwrap();
    browser.find("#passkey").unwrap().click().unwrap();
    is_told(&browser);
    device.unlocks(true).unwrap();
    follow(&browser, "#passkey");
    assert_eq!(here(&site, &browser), "/ar/account/passkeys");
    let list = said(&browser, "main .results");
    assert!(list.contains("هاتفي") && list.contains("لم يستعمل بعد"), "{list}");
    assert_eq!(device.passkeys().unwrap(), 1);
    fill(&browser, "#name", "هاتفي مرة أخرى");
    browser.find("#passkey").unwrap().click().unwrap();
    is_told(&browser);
    sign_out(&site, &browser, "ar");

    browser.go(&url(&site, "/ar/sign-in?next=%2Far%2Faccount%2Fpasskeys")).unwrap();
    follow(&browser, "#passkey");
    assert_eq!(here(&site, &browser), "/ar/account/passkeys", "one comes to where one wanted to go");
    assert!(said(&browser, "main .results").contains("آخر استعمال"));
    follow(&browser, "main .results button");
    assert!(browser.find_all("main .results").unwrap().is_empty());
    sign_out(&site, &browser, "ar");

    browser.go(&url(&site, "/ar/sign-in")).unwrap();
    follow(&browser, "#passkey");
    assert!(said(&browser, ".errors").contains("لا يفتح مفتاح المرور هذا أي حساب"), "{}", said(&browser, ".errors"));
    browser.go(&url(&site, "/ar/account")).unwrap();
    assert!(here(&site, &browser).starts_with("/ar/sign-in"), "nobody is in");
    sign_in(&site, &browser, "ar");
    browser.go(&url(&site, "/ar/account/log")).unwrap();
    let log = said(&browser, "main .results");
    for event in ["إضافة مفتاح مرور", "حذف مفتاح مرور"] {
        assert!(log.contains(event), "{event} in {log}");
    }
    let begun = Instant::now();
    while !["أضيف مفتاح مرور", "حذف مفتاح مرور من"].iter().all(|told| {
        browser.go(&url(&site, "/ar/messages")).unwrap();
        said(&browser, "main").contains(told)
    }) {
        assert!(begun.elapsed() < Duration::from_secs(30), "the owner is not told");
        std::thread::sleep(Duration::from_millis(300));
    }
}

/// Has the device answer a question, and sends the answer twice; gives how each was answered, and where that led.
const TWICE: &str = "(async () => {
    const { ceremony, publicKey } = await (await fetch('/fr/passkey', { method: 'POST' })).json();
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
    const answer = JSON.stringify((await navigator.credentials.get({ publicKey: options })).toJSON());
    const send = () => fetch('/fr/sign-in/passkey', { method: 'POST', body: new URLSearchParams({ ceremony, answer }) });
    return [await send(), await send()].map(({ status, url }) => `${status} ${new URL(url).pathname}`);
})()";

#[test]
fn an_answer_that_was_given_once_lets_nobody_in_again() {
    let site = Site::up();
    let browser = Browser::open_for(Reader { size: DESKTOP, script: true, languages: "fr" }).unwrap();
    let _device = browser.plug_in().unwrap();
    sign_in(&site, &browser, "fr");
    browser.go(&url(&site, "/fr/account/passkeys")).unwrap();
    fill(&browser, "#name", "Mon ordinateur");
    follow(&browser, "#passkey");
    sign_out(&site, &browser, "fr");
    browser.go(&url(&site, "/fr/sign-in")).unwrap();
    let sent = browser.evaluate(TWICE).unwrap();
    assert_eq!(sent, serde_json::json!(["200 /fr/account", "422 /fr/sign-in/passkey"]));
}

#[test]
fn without_a_script_or_under_a_number_no_passkey_is_asked_for_and_all_else_works() {
    let site = Site::up();
    for script in [false, true] {
        let browser = Browser::open_for(Reader { size: PHONE, script, languages: "en" }).unwrap();
        // Without a script under the name of the site; with one under its number.
        let base = if script { site.url("") } else { url(&site, "") };
        browser.go(&format!("{base}/en/sign-in?next=%2Fen%2Faccount%2Fpasskeys")).unwrap();
        assert!(!offers(&browser), "script: {script}");
        fill(&browser, "#contact", "visitor@demo.example");
        fill(&browser, "#password", "four goats in the argan tree");
        follow(&browser, "main form[action$='/sign-in'] button");
        assert!(browser.url().unwrap().ends_with("/en/account/passkeys"));
        assert!(!offers(&browser), "script: {script}");
        assert!(said(&browser, "main [data-no-passkey]").contains("All else works without"));
    }
}

#[test]
fn scripts_run_on_the_pages_that_ask_for_passkeys_and_nowhere_else() {
    let site = Site::up();
    let cookie = cookie(&site, "visitor@demo.example");
    let policy = |path: &str| {
        let answer = site.get(path, &[("cookie", &cookie)]);
        (answer.header("content-security-policy").to_owned(), answer.text().matches("<script").count())
    };
    // The second time the page comes from memory.
    for path in ["/ar/sign-in", "/ar/sign-in", "/fr/account/passkeys"] {
        let (policy, scripts) = policy(path);
        assert!(policy.contains("script-src 'self'; connect-src 'self'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(scripts, 1, "{path}");
    }
    for path in ["/ar", "/ar/account", "/ar/sign-up", "/ar/desk"] {
        let (policy, scripts) = policy(path);
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{path}: {policy}");
        assert_eq!(scripts, 0, "{path}");
    }
    let bad = post(&site, "/en/sign-in/passkey", &[], "ceremony=x&answer=%3Cscript%3E&next=%2F%2Fexample.com");
    assert_eq!(bad.status, 422);
    assert!(bad.text().contains("This passkey does not open any account") && !bad.text().contains("<script>"));
    let bad = post(&site, "/en/account/passkeys", &[("cookie", &cookie)], "ceremony=x&answer=x&name=");
    assert_eq!(bad.status, 422);
    assert!(bad.text().contains("href=\"#name\""));
    let bad = post(&site, "/en/account/proof", &[("cookie", &cookie)], "password=wrong&code=&next=");
    assert_eq!(bad.status, 422);
}

#[test]
fn a_password_alone_makes_no_other_second_factor_where_a_role_waits_for_the_one_there_is() {
    let site = Site::up_with("TWIZA_SECOND_FACTOR=agent");
    let (agent, setup, visits) = ("agent.kenitra@demo.example", "/fr/account/second-factor", "/fr/desk/visits");
    let browser = Browser::open_for(Reader { size: DESKTOP, script: true, languages: "fr" }).unwrap();
    let _device = browser.plug_in().unwrap();
    browser.go(&url(&site, "/fr/sign-in")).unwrap();
    fill(&browser, "#contact", agent);
    fill(&browser, "#password", "four goats in the argan tree");
    follow(&browser, "main form[action$='/sign-in'] button");
    assert_eq!(here(&site, &browser), setup);
    follow(&browser, "main a[href='/fr/account/passkeys']");
    fill(&browser, "#name", "Mon ordinateur");
    follow(&browser, "#passkey");
    let key = browser.find("main .results form").unwrap().property("action").unwrap();
    let key = key.strip_prefix(&url(&site, "")).unwrap().to_owned();
    browser.go(&url(&site, visits)).unwrap();
    assert_eq!(here(&site, &browser), visits, "the device showed both factors");
    sign_out(&site, &browser, "fr");

    let cookie = cookie(&site, agent);
    let headers = [("cookie", cookie.as_str())];
    for path in [setup, "/fr/account/passkeys/new", &key] {
        let answer = post(&site, path, &headers, "");
        assert_eq!((answer.status, answer.header("location")), (303, setup), "{path}");
    }
    let told = site.get(setup, &headers).text();
    assert!(told.contains("déjà un second facteur") && !told.contains("<svg class=\"qr\""), "{told}");

    browser.go(&url(&site, "/fr/sign-in?next=%2Ffr%2Fdesk%2Fvisits")).unwrap();
    follow(&browser, "#passkey");
    assert_eq!(here(&site, &browser), visits, "and it is still there");
}
