//! Who acts for a cooperative sees what comes next there and when a reminder is sent, and says whether it should be.

use testkit::browser::PHONE;

use crate::{
    coming_in::sign_in,
    desk::{COOPERATIVE, MANAGER, STRANGER},
    doors::{cookie, post},
    journeys::{both_ways, follow, here, said},
    mandates::mandate,
    visits::today,
};

#[test]
fn a_manager_sees_what_is_told_next_and_may_be_left_alone() {
    both_ways(PHONE, "ar", |site, browser| {
        sign_in(site, browser, "ar", MANAGER);
        browser.go(&site.url(&format!("{}/standing", COOPERATIVE.replace("/fr/", "/ar/")))).unwrap();
        follow(browser, "main a[href$='/reminders']");
        let page = said(browser, "main");
        assert!(page.contains("✓ التذكيرات مفعّلة") && page.contains("التذكير المقبل"), "{page}");
        follow(browser, "main form button");
        let page = said(browser, "main");
        assert_eq!(here(site, browser), "/ar/reminders");
        assert!(page.contains("التذكيرات متوقفة") && !page.contains("التذكير المقبل"), "{page}");
        follow(browser, "main form button");
        assert!(said(browser, "main").contains("✓ التذكيرات مفعّلة"), "{}", said(browser, "main"));
        follow(browser, "main h2 a");
        assert!(here(site, browser).ends_with("/requests"), "{}", here(site, browser));
    });
}

#[test]
fn who_acts_for_no_cooperative_is_shown_none_and_unknown_fields_are_refused() {
    let site = crate::served::Site::up();
    let stranger = cookie(&site, STRANGER);
    let page = site.get("/fr/reminders", &[("cookie", &stranger)]).text();
    assert!(page.contains("n’agit pour aucune coopérative") && !page.contains("KEN-"), "{page}");
    let sent = post(&site, "/fr/reminders", &[("cookie", &stranger)], "refuse=yes&account=1");
    assert_eq!(sent.status, 400, "{}", sent.text());
}

#[test]
fn who_acted_last_sees_what_comes_while_nobody_acts() {
    let site = crate::served::Site::up();
    let [stranger, agent] = [STRANGER, crate::desk::AGENT].map(|email| cookie(&site, email));
    let today: jiff::civil::Date = today(&site, &agent).parse().unwrap();
    mandate(&site, STRANGER, "KEN-000101", &today.yesterday().unwrap().to_string());
    let page = || site.get("/fr/reminders", &[("cookie", &stranger)]).text();
    assert!(
        page().contains("Votre mandat a pris fin le") && page().contains("/cooperatives/KEN-000101\""),
        "{}",
        page()
    );
    // Somebody acts.
    mandate(&site, "auditor@demo.example", "KEN-000101", "");
    assert!(page().contains("n’agit pour aucune coopérative"), "{}", page());
}

#[test]
fn a_manager_gets_from_the_account_and_the_desk_to_the_cooperative_and_to_reminders() {
    let site = crate::served::Site::up();
    let manager = cookie(&site, MANAGER);
    let page = |path: &str| site.get(path, &[("cookie", &manager)]).text();
    let account = page("/fr/account");
    assert!(account.contains(&format!("href=\"{COOPERATIVE}\"")), "{account}");
    let desk = page("/fr/desk");
    assert!(desk.contains("Vos coopératives") && desk.contains(&format!("href=\"{COOPERATIVE}/requests\"")), "{desk}");
    assert!(desk.contains("en retard") && desk.contains("Ensuite"), "{desk}");
    for from in [account, desk] {
        assert!(from.contains("href=\"/fr/reminders\""), "{from}");
    }
    let none = site.get("/fr/desk", &[("cookie", &cookie(&site, STRANGER))]).text();
    assert!(!none.contains("Vos coopératives"), "{none}");
}
