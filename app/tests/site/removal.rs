//! A delegation strikes off with four eyes.

use std::cell::Cell;

use testkit::browser::PHONE;

use crate::{
    coming_in::{fill, sign_in},
    desk::{cooperatives_of, seen},
    doors::{cookie, post},
    journeys::{both_ways, follow, here, said},
    people,
    served::Site,
};

const MANAGER: &str = "manager@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const HEADQUARTERS: &str = "headquarters@demo.example";
const STRANGER: &str = "visitor@demo.example";
const COOPERATIVE: &str = "/fr/cooperatives/KEN-000100";

/// Gives a role to the account of the demo that has none.
pub(crate) fn appoint(site: &Site, role: &str, of: &str) {
    let admin = cookie(site, "administrator@demo.example");
    let account = people::account(site, &admin, STRANGER);
    let body = format!("role={role}&of={of}&since=2026-01-01&until=");
    assert_eq!(post(site, &format!("{account}/mandates"), &[("cookie", &admin)], &body).status, 303);
}

#[test]
fn a_cooperative_is_struck_off_by_somebody_else_than_who_entered_it() {
    let turn = Cell::new(0);
    both_ways(PHONE, "ar", |site, browser| {
        let number = ["KEN-000110", "KEN-000111"][turn.replace(turn.get() + 1)];
        let there = || site.get(&format!("/api/v1/cooperatives/{number}"), &[]).text().contains("\"registered\":true");
        assert!(there());
        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url(&format!("/ar/cooperatives/{number}/requests"))).unwrap();
        follow(browser, "main a[href='?kind=struck_off']");
        fill(browser, "#document", "حكم المحكمة");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("سبب التشطيب"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#document").unwrap().property("value").unwrap(), "حكم المحكمة", "typing is kept");
        browser.find("#ground option[value=court]").unwrap().click().unwrap();
        follow(browser, "main form button");
        let request = here(site, browser);
        assert!(request.starts_with("/ar/requests/"), "{request}");
        assert!(said(browser, ".lead").contains("حكم قضائي"));
        assert!(said(browser, "table[aria-labelledby=changes]").contains("مشطب"), "what it does is shown");
        assert!(said(browser, "table[aria-labelledby=figures]").contains("-1"), "and what it does to figures");
        assert!(browser.find("button[name=decision]").is_err(), "nobody decides alone");
        let agent = cookie(site, AGENT);
        let seen = seen(site, &cookie(site, HEADQUARTERS), &request);
        let body = format!("decision=accept&reason=&seen={seen}");
        assert_eq!(post(site, &request, &[("cookie", &agent)], &body).status, 403);
        assert!(there(), "nothing happened");

        sign_in(site, browser, "ar", HEADQUARTERS);
        browser.go(&site.url("/ar/desk")).unwrap();
        follow(browser, &format!("main .results a[href='{request}']"));
        follow(browser, "button[value=accept]");
        follow(browser, "main a.button");
        assert!(here(site, browser).ends_with(number));
        assert!(said(browser, "main .acts li").contains("حكم قضائي"), "{}", said(browser, "main .acts li"));
        assert!(!there());
    });
}

#[test]
fn a_striking_off_is_neither_entered_nor_decided_by_whom_it_does_not_concern() {
    let site = Site::up();
    let [manager, agent, stranger] = [MANAGER, AGENT, STRANGER].map(|who| cookie(&site, who));
    let before = cooperatives_of(&site, "04.281");
    let body = "kind=struck_off&ground=court&document=Jugement&effective_on=2026-01-01";
    let asked = format!("{COOPERATIVE}/requests");
    assert_eq!(post(&site, &asked, &[("cookie", &manager)], body).status, 403, "not by the cooperative");
    assert!(!site.get(&asked, &[("cookie", &manager)]).text().contains("kind=struck_off"), "nor is it offered");
    let wrong =
        post(&site, &asked, &[("cookie", &agent)], "kind=struck_off&ground=x&document=&effective_on=2999-01-01");
    assert_eq!(wrong.status, 422);
    let request = crate::desk::file(&site, &agent, body);
    assert_eq!(site.get(&request, &[("cookie", &manager)]).status, 200, "the cooperative sees what is asked");
    for (role, of) in [("", ""), ("Manager", "KEN-000101"), ("Agent", "SAF")] {
        if !role.is_empty() {
            appoint(&site, role, of);
        }
        assert_eq!(site.get(&request, &[("cookie", &stranger)]).status, 403, "{role}");
    }
    let accept = format!("decision=accept&reason=&seen={}", seen(&site, &cookie(&site, HEADQUARTERS), &request));
    for who in [&manager, &agent, &stranger] {
        assert_eq!(post(&site, &request, &[("cookie", who)], &accept).status, 403);
    }
    // Dissolution stays what it was: entered by an agent, decided by the same.
    let dissolved = crate::desk::file(&site, &agent, "kind=dissolved&document=PV&effective_on=2026-01-01");
    assert!(site.get(&dissolved, &[("cookie", &agent)]).text().contains("value=\"accept\""));
    // A second agent of the delegation is the second pair of eyes.
    appoint(&site, "Agent", "KEN");
    assert_eq!(cooperatives_of(&site, "04.281"), before);
    assert_eq!(post(&site, &request, &[("cookie", &stranger)], &accept).status, 303);
    assert_ne!(cooperatives_of(&site, "04.281"), before, "one less in the figures");
}
