//! Getting an account, a role and out again, in a real browser, with scripts and without.

use std::time::{Duration, Instant};

use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{
    doors,
    journeys::{both_ways, follow, here, said},
    served::Site,
};

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
    follow(&browser, "main a[href='/ar/sign-up']");
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
        follow(browser, "main .results a");
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
