//! What was wrong is put right: an act is voided, a request that was returned is corrected, one that nobody wants any more is taken
//! back; and who asked is told what was decided.

use std::time::{Duration, Instant};

use scraper::{Html, Selector};
use testkit::browser::PHONE;

use crate::{
    coming_in::{fill, sign_in},
    desk::{AGENT, COOPERATIVE, MANAGER, STRANGER, file, seen},
    doors::{cookie, post},
    founding::registered,
    journeys::{both_ways, follow, here, said},
    papers,
    served::Site,
};

/// Decides about a request.
fn decide(site: &Site, request: &str, decision: &str) {
    let agent = cookie(site, AGENT);
    let body = format!("decision={decision}&reason=Voir+page+2&seen={}", seen(site, &agent, request));
    let answer = post(site, request, &[("cookie", &agent)], &body);
    assert_eq!(answer.status, 303, "{request}: {}", answer.text());
}

/// A page without the marks that isolate names, and with plain spaces.
fn read(site: &Site, who: &str, path: &str) -> String {
    let answer = site.get(path, &[("cookie", who)]);
    assert_eq!(answer.status, 200, "{path}");
    answer.text().replace(['\u{2068}', '\u{2069}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

/// The cooperative as anyone gets it.
fn known(site: &Site) -> serde_json::Value {
    site.get("/api/v1/cooperatives/KEN-000100", &[]).text().parse().unwrap()
}

/// The last act of a kind: its number and when it was recorded.
fn last_act(site: &Site, kind: &str) -> (i64, String) {
    let known = known(site);
    let acts = known["acts"].as_array().unwrap();
    let act = acts.iter().filter(|act| act["kind"] == kind).max_by_key(|act| act["seq"].as_i64()).unwrap();
    (act["seq"].as_i64().unwrap(), act["recorded_at"].as_str().unwrap().to_owned())
}

/// The turnover of 2024 in the province, as known at a moment or now.
fn turnover(site: &Site, known: Option<&str>) -> String {
    let known = known.map(|known| format!("&known={known}")).unwrap_or_default();
    let period = "from=2024-01-01&to=2024-12-31";
    let path = format!("/api/v1/figures?measure=turnover&{period}&where=province=04.281&where=currency=MAD&format=csv");
    let answer = site.get(&format!("{path}{known}"), &[]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}

/// A form as the page shows it, with what stands in it, the way a browser sends it.
fn form(page: &str) -> String {
    let html = Html::parse_document(page);
    let select = |selector: &str| Selector::parse(selector).unwrap();
    let form = html.select(&select("main form.card")).next().unwrap_or_else(|| panic!("no form: {page}"));
    let mut sent = form_urlencoded::Serializer::new(String::new());
    for input in form.select(&select("input[name], select[name]")) {
        let chosen = input.select(&select("option[selected]")).next();
        let value = chosen.or(Some(input)).and_then(|element| element.value().attr("value")).unwrap_or_default();
        sent.append_pair(input.value().attr("name").unwrap(), value);
    }
    sent.finish()
}

#[test]
fn a_wrong_digit_in_accounts_that_were_accepted_is_voided_and_they_are_filed_anew() {
    both_ways(PHONE, "ar", |site, browser| {
        let (manager, agent) = (cookie(site, MANAGER), cookie(site, AGENT));
        let accounts = |turnover: i64| format!("kind=accounts_filed&year=2024&turnover={turnover}&document=Comptes");
        let filed = |turnover| file(site, &manager, &accounts(turnover));
        let standing = known(site)["acts"].to_string();
        if !standing.contains("\"voided\"") {
            decide(site, &filed(9_876_543), "accept");
        }
        let (wrong, recorded_at) = last_act(site, "accounts_filed");
        let before = turnover(site, None);
        // Twice is refused, and told what to do first.
        let twice = read(site, &agent, &filed(987_654));
        assert!(twice.contains("il faut d’abord les annuler") && twice.contains("?kind=voided"), "{twice}");

        sign_in(site, browser, "ar", MANAGER);
        browser.go(&site.url("/ar/cooperatives/KEN-000100")).unwrap();
        follow(browser, "main a[href$='/requests?kind=voided']");
        fill(browser, "#document", "محضر");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("اختاروا واقعة"), "{}", said(browser, ".errors"));
        browser.find(&format!("#act option[value='{wrong}']")).unwrap().click().unwrap();
        browser.find("#why option[value=mistyped]").unwrap().click().unwrap();
        follow(browser, "main form button");
        let request = here(site, browser);
        assert!(request.starts_with("/ar/requests/"), "{request}");
        assert!(said(browser, ".lead").contains("خطأ في الإدخال"), "{}", said(browser, ".lead"));
        assert!(browser.find("button[name=decision]").is_err(), "nobody decides about their own");

        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url(&request)).unwrap();
        assert!(said(browser, "table[aria-labelledby=figures]").contains('-'), "what it takes from figures is shown");
        follow(browser, "button[value=accept]");
        let after = turnover(site, None);
        assert_ne!(after, before, "as known now");
        assert_eq!(turnover(site, Some(&recorded_at)), before, "as known then");
        decide(site, &filed(987_654), "accept");
        assert_ne!(turnover(site, None), after);
        let page = site.get(COOPERATIVE, &[]).text();
        assert!(page.contains(&format!("id=\"act-{wrong}\"")) && page.contains("class=\"void\""), "both stay: {page}");
    });
}

#[test]
fn what_cannot_be_voided_is_refused_with_its_reason_and_nothing_is_lost() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let requests = format!("{COOPERATIVE}/requests");
    let (registration, _) = last_act(&site, "registered");
    for act in [registration.to_string(), "1".into(), "x".into(), "999999999".into(), String::new()] {
        let body = format!("kind=voided&act={act}&why=twice&document=PV+du+3+mars");
        let answer = post(&site, &requests, &[("cookie", &manager)], &body);
        let text = answer.text();
        assert_eq!(answer.status, 422, "{act}: {text}");
        assert!(text.contains("class=\"errors\"") && text.contains("PV du 3 mars"), "{act}: {text}");
    }
    let foreign = post(&site, &requests, &[("cookie", &cookie(&site, STRANGER))], "kind=voided&act=1&why=twice");
    assert_eq!(foreign.status, 403);
    // What was to be voided meanwhile is not voided twice.
    decide(
        &site,
        &file(&site, &manager, "kind=renamed&name_ar=&name_fr=Une&document=PV&effective_on=2026-01-01"),
        "accept",
    );
    let (renamed, _) = last_act(&site, "renamed");
    let void = |why: &str| file(&site, &manager, &format!("kind=voided&act={renamed}&why={why}&document=PV"));
    let (first, second) = (void("twice"), void("never"));
    decide(&site, &first, "accept");
    let agent = cookie(&site, AGENT);
    let late = read(&site, &agent, &second);
    assert!(late.contains("il l’est déjà") && !late.contains("value=\"accept\""), "{late}");
    let body = format!("decision=accept&reason=&seen={}", seen(&site, &agent, &second));
    assert_eq!(post(&site, &second, &[("cookie", &agent)], &body).status, 422);
}

#[test]
fn a_striking_off_by_mistake_is_voided_by_two_as_it_was_decided() {
    let site = Site::up();
    let [manager, agent, headquarters] = [MANAGER, AGENT, "headquarters@demo.example"].map(|who| cookie(&site, who));
    let accept = |request: &str| {
        let body = format!("decision=accept&reason=&seen={}", seen(&site, &headquarters, request));
        post(&site, request, &[("cookie", &headquarters)], &body).status
    };
    let there = || known(&site)["registered"] == true;
    let offered = |who: &str| read(&site, who, &format!("{COOPERATIVE}/requests"));
    assert!(!offered(&agent).contains("kind=removal_voided"));
    let off = file(&site, &agent, "kind=struck_off&ground=court&document=Jugement&effective_on=2026-01-01");
    assert_eq!(accept(&off), 303);
    assert!(!there());
    let (act, _) = last_act(&site, "struck_off");
    let ordinary = format!("kind=voided&act={act}&why=other&document=PV");
    let requests = format!("{COOPERATIVE}/requests");
    assert_eq!(post(&site, &requests, &[("cookie", &agent)], &ordinary).status, 422, "not by one alone");
    let body = format!("kind=removal_voided&act={act}&why=other&document=PV");
    assert_eq!(post(&site, &requests, &[("cookie", &manager)], &body).status, 403, "not by the cooperative");
    assert!(offered(&agent).contains("kind=removal_voided") && !offered(&manager).contains("kind=removal_voided"));
    let back = file(&site, &agent, &body);
    let own = format!("decision=accept&reason=&seen={}", seen(&site, &headquarters, &back));
    assert_eq!(post(&site, &back, &[("cookie", &agent)], &own).status, 403, "four eyes");
    assert_eq!(accept(&back), 303);
    assert!(there());
}

#[test]
fn an_ice_is_recorded_with_right_digits_and_belongs_to_one_cooperative() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let taken = site.get("/api/v1/cooperatives?limit=500", &[]).text();
    let taken: serde_json::Value = taken.parse().unwrap();
    let others = taken["cooperatives"].as_array().unwrap().iter();
    let other = others.filter(|one| one["number"] != "KEN-000100").find_map(|one| one["ice"].as_str()).unwrap();
    let body = |ice: &str| format!("kind=identified&ice={ice}&document=Attestation&effective_on=2026-01-01");
    for (ice, told) in [
        ("", "15 chiffres"),
        ("12345", "15 chiffres"),
        ("001561191000067", "ne vont pas avec les autres"),
        (other, "est celui de la coopérative"),
    ] {
        let answer = post(&site, &format!("{COOPERATIVE}/requests"), &[("cookie", &manager)], &body(ice));
        assert_eq!(answer.status, 422, "{ice}");
        assert!(answer.text().contains(told), "{ice}: {}", answer.text());
    }
    let request = file(&site, &manager, &body("00156+1191+0000+66"));
    assert!(read(&site, &manager, &request).contains("001561191000066"));
    decide(&site, &request, "accept");
    assert_eq!(known(&site)["state"]["ice"], "001561191000066");
}

#[test]
fn dormancy_is_entered_by_the_delegation_and_activity_again_by_both() {
    let site = Site::up();
    let [manager, agent] = [MANAGER, AGENT].map(|who| cookie(&site, who));
    let requests = format!("{COOPERATIVE}/requests");
    let dormant = "kind=declared_dormant&document=PV&effective_on=2026-01-01";
    let active = "kind=declared_active&document=PV&effective_on=2026-02-01";
    assert_eq!(post(&site, &requests, &[("cookie", &manager)], dormant).status, 403);
    let early = post(&site, &requests, &[("cookie", &manager)], active);
    assert!(early.status == 422 && early.text().contains("n’était pas en sommeil"), "{}", early.text());
    let kinds = |who: &str| read(&site, who, &requests);
    assert!(kinds(&agent).contains("?kind=declared_dormant") && !kinds(&manager).contains("?kind=declared_dormant"));
    assert!(!kinds(&manager).contains("?kind=declared_active"));
    let request = file(&site, &agent, dormant);
    assert!(read(&site, &agent, &request).contains("en sommeil"), "what it does is shown");
    decide(&site, &request, "accept");
    assert_eq!(known(&site)["state"]["status"], "dormant");
    assert!(kinds(&manager).contains("?kind=declared_active") && !kinds(&agent).contains("?kind=declared_dormant"));
    decide(&site, &file(&site, &manager, active), "accept");
    assert_eq!(known(&site)["state"]["status"], "active");
}

#[test]
fn confirmed_rules_stop_what_is_asked_and_others_warn_each_with_its_article() {
    let site = Site::up();
    let [manager, agent] = [MANAGER, AGENT].map(|who| cookie(&site, who));
    let more = "kind=capital_increased&amount=5000&document=PV&effective_on=2026-01-01";
    decide(&site, &file(&site, &manager, more), "accept");
    let capital = known(&site)["state"]["share_capital"]["amount_minor"].as_i64().unwrap();
    let less = |minor: i64| {
        let amount = format!("{}.{:02}", (capital - minor) / 100, (capital - minor) % 100);
        file(&site, &manager, &format!("kind=capital_reduced&amount={amount}&document=PV&effective_on=2026-02-01"))
    };
    let little = less(90_000);
    let page = read(&site, &agent, &little);
    let stops =
        page.split("class=\"errors\"").nth(1).map(|rest| rest.split("</div>").next().unwrap()).unwrap_or_default();
    assert!(stops.contains("Capital social : 900,00") && stops.contains("loi 112-12, art. 26"), "{stops}");
    assert!(!page.contains("value=\"accept\""), "a confirmed rule says no: {page}");
    let body = format!("decision=accept&reason=Bien+lu&seen={}", seen(&site, &agent, &little));
    let stopped = post(&site, &little, &[("cookie", &agent)], &body);
    assert_eq!(stopped.status, 422);
    let text = stopped.text();
    assert!(text.contains("Une règle confirmée ne le permet pas") && text.contains("Bien lu"), "{text}");
    assert!(read(&site, &agent, &less(100_000)).contains("value=\"accept\""), "the least itself is enough");
    for (body, words) in [
        ("kind=organ_appointed&organ=board&persons=14&until=2036-01-01", ["Administrateurs : 14", "1 janvier 2036"]),
        ("kind=organ_appointed&organ=managers&persons=5&until=2027-01-01", ["Gérants : 5", "au plus 3 personnes"]),
        ("kind=membership_declared&women=3", ["Membres : 3", "au moins 5 personnes"]),
    ] {
        let page = read(&site, &agent, &file(&site, &manager, &format!("{body}&document=PV&effective_on=2026-01-01")));
        for says in words {
            assert!(page.replace("1er janvier", "1 janvier").contains(says), "{body}: {says}: {page}");
        }
        assert!(page.contains("non confirmé") && page.contains("value=\"accept\""), "it only warns: {page}");
    }
}

#[test]
fn what_was_returned_is_corrected_from_what_was_typed_with_its_papers() {
    let site = Site::up();
    let [manager, stranger] = [MANAGER, STRANGER].map(|who| cookie(&site, who));
    for body in [
        "kind=renamed&name_ar=%D8%A3%D9%85%D9%84&name_fr=Amal&effective_on=2026-01-02",
        "kind=identified&ice=001561191000066&effective_on=2026-01-02",
        "kind=seat_moved&place=04.281.01.01&effective_on=2026-01-02",
        "kind=membership_declared&women=7&women_young=2&men=4&legal_persons=1&effective_on=2026-01-02",
        "kind=capital_increased&amount=1234.50&effective_on=2026-01-02",
        "kind=organ_appointed&organ=board&persons=6&until=2028-01-01&effective_on=2026-01-02",
        "kind=general_meeting_held&meeting=ordinary&year=2024&present=3&approved=yes&effective_on=2025-03-02",
        "kind=accounts_filed&year=2024&turnover=1234567.89&surplus=-12&assets=5&liabilities=5&auditor_report=no",
        "kind=merged&into=KEN-000101&effective_on=2026-01-02",
    ] {
        let request = file(&site, &manager, &format!("{body}&document=PV"));
        let id = request.rsplit('/').next().unwrap();
        let scan = papers::sent(&site, &manager, &request);
        let correct = format!("{COOPERATIVE}/requests?from={id}");
        assert_eq!(site.get(&correct, &[("cookie", &manager)]).status, 404, "nobody has returned it");
        decide(&site, &request, "return");
        let returned = read(&site, &manager, &request);
        assert!(returned.contains(&format!("/requests?from={id}\"")), "{returned}");
        assert_eq!(site.get(&correct, &[("cookie", &stranger)]).status, 403, "for whom it concerns");
        assert_eq!(
            site.get(&format!("/fr/cooperatives/KEN-000101/requests?from={id}"), &[("cookie", &manager)]).status,
            404
        );
        let typed = form(&read(&site, &manager, &correct));
        let again = file(&site, &manager, &typed);
        assert_ne!(again, request);
        let lead = |page: &str| {
            page.split("<p class=\"lead\">").nth(1).map(|rest| rest.split("</p>").next().unwrap().to_owned())
        };
        let page = read(&site, &manager, &again);
        assert_eq!(lead(&page), lead(&returned), "{typed}");
        assert!(page.contains(&scan), "the papers stay where they are, and are shown: {page}");
        assert_eq!(site.get(&scan, &[("cookie", &manager)]).status, 200);
        decide(&site, &again, "refuse");
    }
}

#[test]
fn who_filed_a_request_takes_it_back_and_the_slower_agent_loses_no_typing() {
    let site = Site::up();
    let [manager, agent] = [MANAGER, AGENT].map(|who| cookie(&site, who));
    let request = file(&site, &manager, "kind=dissolved&document=PV&effective_on=2026-01-01");
    let withdrawal = format!("{request}/withdrawal");
    let last = seen(&site, &agent, &request);
    assert!(!read(&site, &agent, &request).contains("/withdrawal\""));
    assert_eq!(post(&site, &withdrawal, &[("cookie", &agent)], "").status, 403, "who did not file it does not");
    assert!(read(&site, &manager, &request).contains("/withdrawal\""));
    assert_eq!(post(&site, &withdrawal, &[("cookie", &manager)], "").status, 303);
    let page = read(&site, &manager, &request);
    assert!(page.contains(">retirée<") && page.contains("Retirée le"), "{page}");
    let late = post(&site, &request, &[("cookie", &agent)], &format!("decision=accept&reason=Bien+lu&seen={last}"));
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Bien lu") && late.text().contains("retirée"), "{}", late.text());
    assert_eq!(post(&site, &withdrawal, &[("cookie", &manager)], "").status, 422, "once");
    assert_eq!(known(&site)["state"]["status"], "active");
    let decided = file(&site, &manager, "kind=dissolved&document=PV&effective_on=2026-01-02");
    decide(&site, &decided, "refuse");
    let late = post(&site, &format!("{decided}/withdrawal"), &[("cookie", &manager)], "");
    assert_eq!(late.status, 422, "what is decided stays so");
}

#[test]
fn who_filed_a_request_is_told_what_was_decided_and_reminders_have_no_say_in_it() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let refused = post(&site, "/fr/reminders", &[("cookie", &manager)], "refuse=yes");
    assert!(refused.status < 400, "{}", refused.text());
    // In the language of the account, whatever the agent reads.
    let words = [("accept", "قبل طلبكم"), ("return", "أعيد إليكم طلبكم"), ("refuse", "رفض طلبكم")];
    let mut expected = Vec::new();
    for (day, (decision, says)) in (1..).zip(words) {
        let body = format!("kind=seat_moved&place=04.281.01.01&document=PV&effective_on=2026-01-0{day}");
        let request = file(&site, &manager, &body);
        decide(&site, &request, decision);
        expected.push((request.replacen("/fr/", "/ar/", 1), says));
    }
    let messages = told(&site, MANAGER, &expected);
    assert!(!messages.contains("Voir page 2"), "the reason is read on the page alone");
}

/// The messages, once somebody was told of each of these addresses what is expected.
pub(crate) fn told(site: &Site, contact: &str, expected: &[(String, &str)]) -> String {
    let begun = Instant::now();
    loop {
        let messages = site.get("/fr/messages", &[]).text();
        let letters: Vec<_> = messages.split("<article").filter(|letter| letter.contains(contact)).collect();
        let told = |(address, says): &&(String, &str)| {
            letters.iter().any(|letter| letter.contains(&**address) && letter.contains(says))
        };
        let Some((address, _)) = expected.iter().find(|one| !told(one)) else { return messages };
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody was told of {address}: {messages}");
        std::thread::sleep(Duration::from_millis(300));
    }
}

#[test]
fn members_are_declared_only_where_no_roll_is_kept() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let offer = "\"?kind=membership_declared\"";
    assert!(read(&site, &manager, &format!("{COOPERATIVE}/requests")).contains(offer));
    // Who founded a cooperative keeps its roll from the first day on.
    let requests = format!("{}/requests", registered(&site));
    let founder = cookie(&site, STRANGER);
    assert!(!read(&site, &founder, &requests).contains(offer));
    let led = read(&site, &founder, &format!("{requests}?kind=membership_declared"));
    assert!(led.contains("La liste des membres est tenue") && !led.contains("id=\"women\""), "{led}");
    let body = "kind=membership_declared&women=8&document=PV&effective_on=2026-01-02";
    let sent = post(&site, &requests, &[("cookie", &founder)], body);
    assert!(sent.status == 422 && sent.text().contains("La liste des membres est tenue"), "{}", sent.text());
}
