//! A cooperative asks for a change, its delegation decides, and the public site shows it.

use testkit::browser::{DESKTOP, PHONE};

use crate::{
    coming_in::{fill, sign_in},
    doors::{cookie, post},
    journeys::{both_ways, follow, here, said},
    people,
    served::Site,
};

pub(crate) const MANAGER: &str = "manager@demo.example";
pub(crate) const AGENT: &str = "agent.kenitra@demo.example";
pub(crate) const STRANGER: &str = "visitor@demo.example";
pub(crate) const COOPERATIVE: &str = "/fr/cooperatives/KEN-000100";

/// Files a request as its manager, and gives its page.
pub(crate) fn file(site: &Site, who: &str, body: &str) -> String {
    let answer = post(site, &format!("{COOPERATIVE}/requests"), &[("cookie", who)], body);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").to_owned()
}

/// The last act that whoever looks at a request sees.
pub(crate) fn seen(site: &Site, who: &str, request: &str) -> String {
    let text = site.get(request, &[("cookie", who)]).text();
    let start = text.find("name=\"seen\" value=\"").unwrap() + "name=\"seen\" value=\"".len();
    text[start..].split('"').next().unwrap().to_owned()
}

pub(crate) fn cooperatives_of(site: &Site, province: &str) -> String {
    site.get(&format!("/api/v1/figures?measure=cooperatives&where=province={province}&format=csv"), &[]).text()
}

#[test]
fn a_cooperative_asks_its_delegation_accepts_and_everyone_sees_it() {
    both_ways(PHONE, "ar", |site, browser| {
        let before = cooperatives_of(site, "04.491");
        sign_in(site, browser, "ar", MANAGER);
        browser.go(&site.url("/ar/cooperatives/KEN-000100")).unwrap();
        follow(browser, "a.button[href$='/requests']");
        follow(browser, "main a[href='?kind=seat_moved']");
        fill(browser, "#place", "x");
        fill(browser, "#document", "محضر الجمع العام");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("جماعة"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#document").unwrap().property("value").unwrap(), "محضر الجمع العام", "typing is kept");
        browser.find("#place").unwrap().clear().unwrap();
        fill(browser, "#place", "04.491.03.15");
        follow(browser, "main form button");
        let request = here(site, browser);
        assert!(request.starts_with("/ar/requests/"), "{request}");
        assert!(browser.find("button[name=decision]").is_err(), "nobody decides about their own");

        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url("/ar/desk")).unwrap();
        follow(browser, &format!("main .results a[href='{request}']"));
        let effects: Vec<String> = browser
            .find_all("table[aria-labelledby=figures] .num")
            .unwrap()
            .iter()
            .map(|cell| cell.text().unwrap())
            .collect();
        assert!(effects.contains(&"+1".to_owned()) && effects.iter().any(|effect| effect.contains('1')), "{effects:?}");
        follow(browser, "button[value=accept]");
        follow(browser, "main a.button");
        assert!(
            said(browser, "main .acts li").contains("Sfafaa") || said(browser, "main .acts li").contains("الصفافعة")
        );
        assert_ne!(cooperatives_of(site, "04.491"), before, "one more in the figures");
        // So that it can be asked for once more: back to where it was.
        let (manager, agent) = (cookie(site, MANAGER), cookie(site, AGENT));
        let form = site.get(&format!("{COOPERATIVE}/requests?kind=dissolved"), &[("cookie", &manager)]).text();
        let today = form.split("max=\"").nth(1).unwrap().split('"').next().unwrap();
        let body = format!("kind=seat_moved&place=04.281.03.01&document=x&effective_on={today}");
        let back = file(site, &manager, &body);
        let body = format!("decision=accept&reason=&seen={}", seen(site, &agent, &back));
        assert_eq!(post(site, &back, &[("cookie", &agent)], &body).status, 303);
    });
}

#[test]
fn a_request_is_returned_with_a_reason_that_its_cooperative_reads() {
    both_ways(DESKTOP, "fr", |site, browser| {
        let manager = cookie(site, MANAGER);
        let body = "kind=renamed&name_ar=&name_fr=Coop%C3%A9rative+Nouvelle&document=PV&effective_on=2026-01-01";
        let request = file(site, &manager, body);
        assert_eq!(file(site, &manager, body), request, "the same twice is asked once");
        sign_in(site, browser, "fr", AGENT);
        browser.go(&site.url(&request)).unwrap();
        assert!(said(browser, "table[aria-labelledby=changes]").contains("Coopérative Nouvelle"));
        follow(browser, "button[value=return]");
        assert!(said(browser, ".errors").contains("motif"));
        fill(browser, "#reason", "Il manque la signature du président.");
        follow(browser, "button[value=return]");
        let mine = site.get(&request, &[("cookie", &manager)]).text();
        assert!(mine.contains("Il manque la signature du président."));
        let again = post(site, &request, &[("cookie", &cookie(site, AGENT))], "decision=refuse&reason=x&seen=0");
        assert_eq!(again.status, 422, "decided once");
    });
}

#[test]
fn a_cooperative_and_its_requests_are_for_those_whom_they_concern() {
    let site = Site::up();
    let (manager, agent, stranger) = (cookie(&site, MANAGER), cookie(&site, AGENT), cookie(&site, STRANGER));
    let request = file(&site, &manager, "kind=dissolved&document=PV&effective_on=2026-01-01");
    let admin = cookie(&site, "administrator@demo.example");
    let account = people::account(&site, &admin, STRANGER);
    for (role, of) in [("", ""), ("Agent", "SAF"), ("Manager", "KEN-000101")] {
        if !role.is_empty() {
            let body = format!("role={role}&of={of}&since=2026-01-01&until=");
            assert_eq!(post(&site, &format!("{account}/mandates"), &[("cookie", &admin)], &body).status, 303, "{role}");
        }
        let who = [("cookie", stranger.as_str())];
        assert_eq!(site.get(&request, &who).status, 403, "{role}");
        assert_eq!(site.get(&format!("{COOPERATIVE}/requests"), &who).status, 403, "{role}");
        assert_eq!(post(&site, &request, &who, "decision=accept&reason=&seen=0").status, 403, "{role}");
        let body = "kind=dissolved&document=PV&effective_on=2026-01-02";
        assert_eq!(post(&site, &format!("{COOPERATIVE}/requests"), &who, body).status, 403, "{role}");
        assert!(!site.get("/fr/desk", &who).text().contains(&request), "{role}");
    }
    // Who asks does not decide, and who decides sees.
    assert_eq!(post(&site, &request, &[("cookie", &manager)], "decision=accept&reason=&seen=0").status, 403);
    assert!(site.get("/fr/desk", &[("cookie", &agent)]).text().contains(&request));
}

#[test]
fn two_agents_at_one_file_see_what_the_other_did_and_lose_no_typing() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let who = [("cookie", agent.as_str())];
    let first = file(&site, &manager, "kind=renamed&name_fr=Une&name_ar=&document=PV&effective_on=2026-01-01");
    let second = file(&site, &manager, "kind=renamed&name_fr=Autre&name_ar=&document=PV&effective_on=2026-01-02");
    let (at_first, at_second) = (seen(&site, &agent, &first), seen(&site, &agent, &second));
    assert_eq!(post(&site, &first, &who, &format!("decision=accept&reason=&seen={at_first}")).status, 303);
    let late = post(&site, &second, &who, &format!("decision=accept&reason=Bien+lu&seen={at_second}"));
    assert_eq!(late.status, 422);
    assert!(late.text().contains("entre-temps") && late.text().contains("Bien lu"), "{}", late.text());
    let now = seen(&site, &agent, &second);
    assert_eq!(post(&site, &second, &who, &format!("decision=accept&reason=&seen={now}")).status, 303);
    // Who comes after the decision reads what it was, and what was typed in vain.
    let after = post(&site, &second, &who, &format!("decision=return&reason=Mal+lu&seen={now}"));
    assert_eq!(after.status, 422);
    assert!(after.text().contains("Mal lu") && after.text().contains("Décidé le"), "{}", after.text());
}

#[test]
fn a_new_name_is_shown_beside_those_for_which_it_could_be_taken() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let other = site.get("/api/v1/cooperatives/KEN-000101", &[]).text();
    let other: serde_json::Value = serde_json::from_str(&other).unwrap();
    let name = other["state"]["name_fr"].as_str().unwrap();
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let body = |name: &str| format!("kind=renamed&name_fr={name}&name_ar=&document=PV&effective_on=2026-01-01");
    let taken = site.get(&file(&site, &manager, &body(&encoded)), &[("cookie", &agent)]).text();
    assert!(taken.contains("mêmes mots") && taken.contains("/fr/cooperatives/KEN-000101\""), "{taken}");
    let free = site.get(&file(&site, &manager, &body("Zzyzxqwv")), &[("cookie", &agent)]).text();
    assert!(free.contains("Aucun nom ne lui ressemble"), "{free}");
}

#[test]
fn what_is_due_is_shown_with_its_article_until_it_is_filed() {
    both_ways(PHONE, "fr", |site, browser| {
        sign_in(site, browser, "fr", MANAGER);
        browser.go(&site.url(&format!("{COOPERATIVE}/requests"))).unwrap();
        let due = || site.get(&format!("{COOPERATIVE}/requests"), &[("cookie", &cookie(site, MANAGER))]).text();
        let years = || (2014..2030).filter(|year| due().contains(&format!("Déposer les comptes de \u{2068}{year}")));
        let before: Vec<i32> = years().collect();
        let last = *before.last().unwrap();
        let list = said(browser, "ul[aria-labelledby=due]");
        assert!(list.contains(&format!("30 juillet {}", last + 1)) && list.contains("en retard de"), "{list}");
        follow(browser, "ul[aria-labelledby=due] a[href*='?kind=accounts_filed']");
        assert_eq!(browser.find("#year").unwrap().property("value").unwrap(), last.to_string());
        fill(browser, "#surplus", "-1200");
        fill(browser, "#document", "Comptes approuvés");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("chiffre d’affaires"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#surplus").unwrap().property("value").unwrap(), "-1200", "typing is kept");
        fill(browser, "#turnover", "250000");
        follow(browser, "main form button");
        let request = here(site, browser);
        sign_in(site, browser, "fr", AGENT);
        browser.go(&site.url(&request)).unwrap();
        assert!(said(browser, "table[aria-labelledby=figures]").contains("+250\u{202f}000,00"));
        follow(browser, "button[value=accept]");
        let after: Vec<i32> = years().collect();
        assert_eq!(after, before[..before.len() - 1], "the accounts of {last} are not due any more");
    });
}

#[test]
fn a_duty_without_an_article_leads_to_the_law_in_figures_by_a_name() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let few = file(&site, &manager, "kind=membership_declared&women=3&document=PV&effective_on=2026-01-01");
    let body = format!("decision=accept&reason=&seen={}", seen(&site, &agent, &few));
    assert_eq!(post(&site, &few, &[("cookie", &agent)], &body).status, 303);
    let page = site.get(&format!("{COOPERATIVE}/requests"), &[("cookie", &manager)]).text();
    assert!(page.contains("Trouver d’autres membres"), "{page}");
    assert!(page.contains("<a href=\"/fr/rules#members_kept_min\">La loi en chiffres</a> · non confirmé"), "{page}");
}

#[test]
fn bad_requests_are_told_what_would_be_right() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let who = [("cookie", manager.as_str())];
    let all = [
        "kind=&document=PV&effective_on=2026-01-01",
        "kind=renamed&name_fr=&name_ar=&document=PV&effective_on=2026-01-01",
        "kind=renamed&name_fr=x&name_ar=&document=&effective_on=2026-01-01",
        "kind=renamed&name_fr=x&name_ar=&document=PV&effective_on=2026-02-30",
        "kind=renamed&name_fr=x&name_ar=&document=PV&effective_on=2999-01-01",
        "kind=seat_moved&place=04.281&document=PV&effective_on=2026-01-01",
        "kind=seat_moved&place=99.999&document=PV&effective_on=2026-01-01",
        "kind=activity_changed&branch=nothing.nowhere&document=PV&effective_on=2026-01-01",
        "kind=membership_declared&women=-1&men=many&document=PV&effective_on=2026-01-01",
        "kind=capital_increased&amount=0&document=PV&effective_on=2026-01-01",
        "kind=capital_paid_up&amount=&document=PV&effective_on=2026-01-01",
        "kind=capital_paid_up&amount=-5&document=PV&effective_on=2026-01-01",
        "kind=capital_paid_up&amount=999999999&document=PV&effective_on=2026-01-01",
        "kind=merged&into=&document=PV&effective_on=2026-01-01",
        "kind=merged&into=KEN-000100&document=PV&effective_on=2026-01-01",
        "kind=merged&into=NOWHERE&document=PV&effective_on=2026-01-01",
        "kind=accounts_filed&year=2999&turnover=1&document=PV",
        "kind=accounts_filed&year=2020&turnover=&document=PV",
        "kind=accounts_filed&year=2020&turnover=-5&document=PV",
        "kind=accounts_filed&year=2020&turnover=1.234&document=PV",
        "kind=accounts_filed&year=2020&turnover=1&legal_reserve=-1&document=PV",
        "kind=accounts_filed&year=2020&turnover=1&surplus=12,345,6&document=PV",
        "kind=general_meeting_held&meeting=none&year=2024&present=5&approved=no&document=PV&effective_on=2025-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=&present=5&approved=no&document=PV&effective_on=2025-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=2025&present=5&approved=no&document=PV&effective_on=2025-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=2024&present=&approved=no&document=PV&effective_on=2025-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=2024&present=99999&approved=no&document=PV&effective_on=2025-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=2024&present=5&approved=no&document=PV&effective_on=2999-03-01",
        "kind=general_meeting_held&meeting=ordinary&year=1980&present=5&approved=no&document=PV&effective_on=1981-03-01",
        "kind=general_meeting_held&meeting=extraordinary&year=&present=5&approved=yes&document=PV&effective_on=2025-03-01",
        "kind=organ_appointed&organ=board&persons=3&until=2025-12-31&document=PV&effective_on=2026-01-01",
        "kind=organ_appointed&organ=king&persons=1&until=2027-01-01&document=PV&effective_on=2026-01-01",
        "kind=organ_appointed&organ=board&persons=0&until=soon&document=PV&effective_on=2026-01-01",
    ];
    for body in all {
        let answer = post(&site, &format!("{COOPERATIVE}/requests"), &who, body);
        assert_eq!(answer.status, 422, "{body}: {}", answer.text());
        assert!(answer.text().contains("class=\"errors\""), "{body}");
    }
    let more = post(
        &site,
        &format!("{COOPERATIVE}/requests"),
        &who,
        "kind=dissolved&document=PV&effective_on=2026-01-01&body=x",
    );
    assert_eq!(more.status, 400, "what no form has is refused");
    assert_eq!(site.get("/fr/requests/999999", &who).status, 404);
    assert_eq!(site.get("/fr/requests/x", &who).status, 404);
    assert_eq!(site.get("/fr/cooperatives/NOWHERE/requests", &who).status, 404);
}

#[test]
fn what_the_rules_refuse_is_told_in_the_language_of_the_page_with_what_they_saw() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let early = file(&site, &manager, "kind=renamed&name_fr=Une&name_ar=&document=PV&effective_on=1950-01-02");
    let words = [
        ("ar", "سابق لتقييد التعاونية", "1950"),
        ("fr", "précède l’immatriculation de la coopérative", "2 janvier 1950"),
        ("en", "was registered, on", "2 January 1950"),
    ];
    for (lang, says, day) in words {
        let page = early.replacen("/fr/", &format!("/{lang}/"), 1);
        let body = format!("decision=accept&reason=&seen={}", seen(&site, &agent, &page));
        let who = [("cookie", agent.as_str())];
        let (shown, tried) = (site.get(&page, &who), post(&site, &page, &who, &body));
        assert_eq!((shown.status, tried.status), (200, 422), "{lang}");
        for text in [shown.text(), tried.text()] {
            assert!(text.contains(says) && text.contains(day) && text.contains("KEN-000100"), "{lang}: {text}");
        }
    }
}

#[test]
fn a_cooperative_merges_into_another_and_leaves_the_figures() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let before = cooperatives_of(&site, "04.281");
    let request = file(&site, &manager, "kind=merged&into=ken-000101&document=PV&effective_on=2026-01-01");
    let page = site.get(&request, &[("cookie", &agent)]).text();
    assert!(page.contains("KEN-000101") && page.contains("-1"), "what it does is shown: {page}");
    let body = format!("decision=accept&reason=&seen={}", seen(&site, &agent, &request));
    assert_eq!(post(&site, &request, &[("cookie", &agent)], &body).status, 303);
    assert!(site.get(COOPERATIVE, &[]).text().contains("KEN-000101"), "everyone sees into which");
    assert_ne!(cooperatives_of(&site, "04.281"), before, "one less in the figures");
    let again = post(
        &site,
        &format!("{COOPERATIVE}/requests"),
        &[("cookie", &agent)],
        "kind=merged&into=KEN-000101&document=PV&effective_on=2026-01-02",
    );
    assert_eq!(again.status, 303);
    let refused = site.get(again.header("location"), &[("cookie", &agent)]).text();
    assert!(!refused.contains("value=\"accept\""), "who has left cannot leave again: {refused}");
}

#[test]
fn what_is_paid_up_is_recorded_and_the_rest_stands_in_the_calendar() {
    let site = Site::up();
    let (manager, agent) = (cookie(&site, MANAGER), cookie(&site, AGENT));
    let calendar = || site.get(&format!("{COOPERATIVE}/calendar.ics"), &[("cookie", &manager)]).text();
    let standing = || site.get(&format!("{COOPERATIVE}/standing"), &[("cookie", &manager)]).text();
    let accept = |body: &str| {
        let request = file(&site, &manager, body);
        let body = format!("decision=accept&reason=&seen={}", seen(&site, &agent, &request));
        assert_eq!(post(&site, &request, &[("cookie", &agent)], &body).status, 303);
    };
    accept("kind=capital_increased&amount=50000&document=PV&effective_on=2026-02-03");
    assert!(standing().contains("combien du capital est libéré"), "nobody said: {}", standing());
    let form = site.get(&format!("{COOPERATIVE}/requests?kind=capital_paid_up"), &[("cookie", &manager)]).text();
    let all = form.split("id=\"amount\"").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let part = all.parse::<f64>().unwrap() - 40_000.0;
    accept(&format!("kind=capital_paid_up&amount={part:.2}&document=PV&effective_on=2026-02-03"));
    assert!(standing().contains("Faire libérer le reste des parts"), "{}", standing());
    assert!(calendar().contains("DTSTART;VALUE=DATE:20290203"), "three years later: {}", calendar());
    accept(&format!("kind=capital_paid_up&amount={all}&document=PV&effective_on=2026-02-04"));
    assert!(standing().contains("Un capital entièrement libéré"), "{}", standing());
    assert!(!calendar().contains("20290203"));
}

#[test]
fn minutes_that_were_read_are_accepted_together_and_nothing_else_is() {
    both_ways(PHONE, "ar", |site, browser| {
        let (manager, agent) = (cookie(site, MANAGER), cookie(site, AGENT));
        let minutes = |number: &str, who: &str, present: i64| {
            let page = format!("/fr/cooperatives/{number}/requests");
            let body = format!(
                "kind=general_meeting_held&meeting=ordinary&year=2024&present={present}&approved=yes&document=PV&effective_on=2025-03-01"
            );
            let answer = post(site, &page, &[("cookie", who)], &body);
            assert_eq!(answer.status, 303, "{}", answer.text());
            answer.header("location").to_owned()
        };
        let both = [minutes("KEN-000100", &manager, 5), minutes("KEN-000102", &agent, 4)];
        let other = file(site, &manager, "kind=renamed&name_ar=&name_fr=Autre&document=PV&effective_on=2026-01-01");
        let id = |request: &str| request.rsplit('/').next().unwrap().to_owned();
        let together = "/fr/desk/meetings";
        let (another, old) = (format!("request={}:1", id(&other)), format!("request={}:1", id(&both[0])));
        for (body, status) in [("", 422), ("request=x", 400), (&another, 422), (&old, 422)] {
            assert_eq!(post(site, together, &[("cookie", &agent)], body).status, status, "{body}");
        }
        assert_eq!(post(site, together, &[("cookie", &manager)], &old).status, 403, "nobody decides about their own");
        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url("/ar/desk")).unwrap();
        follow(browser, "main a[href$='/desk/meetings']");
        for one in &both {
            browser.find(&format!("input[value^='{}:']", id(one))).unwrap().click().unwrap();
        }
        assert!(browser.find(&format!("input[value^='{}:']", id(&other))).is_err());
        follow(browser, "main form button");
        assert_eq!(here(site, browser), "/ar/desk");
        for one in &both {
            assert!(site.get(one, &[("cookie", &agent)]).text().contains(">acceptée<"), "{one}");
        }
        assert!(site.get(&other, &[("cookie", &agent)]).text().contains("à examiner"), "nobody chose it");
    });
}

#[test]
fn what_was_returned_comes_back_and_the_desk_says_what_was_recorded_since_yesterday() {
    let site = Site::up();
    let [manager, agent] = [MANAGER, AGENT].map(|email| cookie(&site, email));
    let desk = || site.get("/fr/desk", &[("cookie", &agent)]).text();
    let decide = |request: &str, decision: &str| {
        let seen = seen(&site, &agent, request);
        let answer = post(&site, request, &[("cookie", &agent)], &format!("seen={seen}&{decision}"));
        assert_eq!(answer.status, 303, "{}", answer.text());
    };
    let asked = "kind=seat_moved&place=04.281.03.01&document=x&effective_on=2026-01-01";
    let first = file(&site, &manager, asked);
    decide(&first, "decision=return&phrase=paper_unreadable&phrase=unsigned&phrase=nonsense&reason=Voir+page+2");
    let told = site.get(&first, &[("cookie", &manager)]).text();
    for words in ["Une pièce est illisible.", "Une signature manque.", "Voir page 2"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!desk().contains("revenue après correction"));
    let again = file(&site, &manager, asked);
    assert_ne!(first, again);
    assert!(desk().contains("revenue après correction"), "{}", desk());
    assert!(!desk().contains("Enregistré depuis hier"), "the country of the demo is older than that");
    decide(&again, "decision=accept&reason=");
    let shown = desk();
    let since = shown.split("Enregistré depuis hier").nth(1).unwrap_or_else(|| panic!("{shown}"));
    assert!(since.contains("Transfert du siège") && !shown.contains("revenue après correction"), "{since}");
}
