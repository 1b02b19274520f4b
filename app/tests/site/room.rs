//! A cooperative in its own room: whether it is in good standing, and the certificate that anyone can check.

use testkit::browser::{DESKTOP, PHONE};

use crate::{
    coming_in::{fill, sign_in},
    desk::{AGENT, COOPERATIVE, MANAGER, STRANGER, file, seen},
    doors::{cookie, post},
    house,
    journeys::{both_ways, follow, here, said},
    page,
    served::{LANGUAGES, Site, Visited},
};

/// Has a request accepted by an agent of the delegation.
fn accept(site: &Site, request: &str) {
    let agent = cookie(site, AGENT);
    let body = format!("decision=accept&reason=&seen={}", seen(site, &agent, request));
    assert_eq!(post(site, request, &[("cookie", &agent)], &body).status, 303, "{request}");
}

/// Has everything filed and accepted that is overdue, and gives the cookie of the manager.
fn in_good_standing(site: &Site) -> String {
    let manager = cookie(site, MANAGER);
    let page = site.get(&format!("{COOPERATIVE}/standing"), &[("cookie", &manager)]).text();
    for year in (2014..2030).filter(|year| page.contains(&format!("Déposer les comptes de \u{2068}{year}"))) {
        let body = format!("kind=accounts_filed&year={year}&turnover=1000&document=PV");
        accept(site, &file(site, &manager, &body));
    }
    manager
}

#[test]
fn a_cooperative_that_is_not_in_good_standing_reads_what_is_missing_and_gets_to_the_form() {
    both_ways(PHONE, "fr", |site, browser| {
        sign_in(site, browser, "fr", MANAGER);
        browser.go(&site.url(&format!("{COOPERATIVE}/requests"))).unwrap();
        follow(browser, "main nav a[href$='/standing']");
        assert!(said(browser, "main .errors h2").starts_with("Pas en règle"), "{}", said(browser, "main"));
        let missing = said(browser, "ul[aria-labelledby=missing]");
        assert!(missing.contains("Déposer les comptes") && missing.contains("loi 112-12"), "{missing}");
        browser.go(&site.url(&format!("{COOPERATIVE}/standing/certificate"))).unwrap();
        assert_eq!(here(site, browser), format!("{COOPERATIVE}/standing"), "the reasons, not an error");
        follow(browser, "ul[aria-labelledby=missing] a[href*='?kind=']");
        assert!(here(site, browser).contains("/requests?kind="));
    });
}

#[test]
fn a_cooperative_in_good_standing_gets_its_certificate_and_shows_it_to_anyone() {
    both_ways(PHONE, "fr", |site, browser| {
        let manager = in_good_standing(site);
        sign_in(site, browser, "fr", MANAGER);
        browser.go(&site.url(&format!("{COOPERATIVE}/standing"))).unwrap();
        assert!(said(browser, "main .empty").contains("En règle au"), "{}", said(browser, "main"));
        assert!(said(browser, "ul[aria-labelledby=met]").contains("Comptes déposés"));
        let button = browser.find("main .empty a.button").unwrap().property("href").unwrap();
        let pdf = site.get(button.strip_prefix(&site.url("")).unwrap(), &[("cookie", &manager)]);
        let pressed = if house::press().is_some() { (200, "application/pdf") } else { (503, "text/html") };
        assert!(pdf.status == pressed.0 && pdf.header("content-type").starts_with(pressed.1), "{}", pdf.status);
        follow(browser, "main .empty a[href$='?share']");
        assert!(here(site, browser).starts_with("/fr/verify/AFD"), "{}", here(site, browser));
        let page = said(browser, "main");
        assert!(page.contains("authentique") && page.contains("la coopérative est en règle"), "{page}");
        let calendar = site.get(&format!("{COOPERATIVE}/calendar.ics"), &[("cookie", &manager)]).text();
        assert!(calendar.contains("Fin de l’attestation de régularité"), "{calendar}");
    });
}

#[test]
fn a_general_meeting_is_filed_and_accounts_are_due_thirty_days_after_it() {
    both_ways(DESKTOP, "fr", |site, browser| {
        sign_in(site, browser, "fr", MANAGER);
        browser.go(&site.url(&format!("{COOPERATIVE}/standing"))).unwrap();
        let link = "main ul.results a[href*='kind=general_meeting_held']";
        let year = browser.find(link).unwrap().property("href").unwrap().rsplit('=').next().unwrap().to_owned();
        follow(browser, link);
        assert_eq!(browser.find("#year").unwrap().property("value").unwrap(), year);
        let held_on = format!("{}-03-10", year.parse::<i32>().unwrap() + 1);
        let post_it = |present: &str| {
            browser.find("#present").unwrap().clear().unwrap();
            fill(browser, "#present", present);
        };
        browser.find("#approved option[value=yes]").unwrap().click().unwrap();
        post_it("99999");
        fill(browser, "#document", "PV de l’assemblée");
        // The browser's field of a day takes it in the reader's own order: it is set as a form sends it.
        let set = format!("document.querySelector('#effective_on').value = '{held_on}'");
        browser.evaluate(&set).unwrap();
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("pas autant de membres"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#effective_on").unwrap().property("value").unwrap(), held_on, "typing is kept");
        post_it("5");
        follow(browser, "main form button");
        let request = here(site, browser);
        let lead = said(browser, "main .lead");
        assert!(lead.contains("ordinaire") && lead.contains("comptes approuvés"), "{lead}");
        accept(site, &request);
        browser.go(&site.url(&format!("{COOPERATIVE}/standing"))).unwrap();
        let missing = site.get(&format!("{COOPERATIVE}/standing"), &[("cookie", &cookie(site, MANAGER))]).text();
        let meeting = format!("Tenir l’assemblée générale sur les comptes de \u{2068}{year}");
        assert!(!missing.contains(&meeting), "{missing}");
        let day = format!("9 avril {}", year.parse::<i32>().unwrap() + 1);
        assert!(missing.contains(&day), "accounts are due on {day}: {missing}");
    });
}

#[test]
fn accounts_are_read_to_the_centime_and_checked_against_rules_that_only_warn() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let page = |body: &str| {
        let request = file(&site, &manager, &format!("kind=accounts_filed&document=PV&{body}"));
        site.get(&request, &[("cookie", &manager)]).text().replace(['\u{2068}', '\u{2069}'], "")
    };
    let text = page("year=2025&turnover=12.345.678,90&non_members=4+000+000.00&surplus=1+234,50&legal_reserve=123,44");
    for says in [
        "Réserve légale : 123,44",
        "au moins 123,45",
        "Éducation et formation : rien n’est indiqué",
        "permet au plus 3\u{202f}703\u{202f}703,67",
        "un rapport du commissaire aux comptes est demandé",
        "non confirmé",
    ] {
        assert!(text.replace('\u{a0}', " ").contains(says), "{says}: {text}");
    }
    assert!(text.contains("+12\u{202f}345\u{202f}678,90"), "{text}");
    let kept = "year=2024&turnover=20000000&surplus=100&legal_reserve=10&education_reserve=2&auditor_report=yes";
    let kept_page = page(kept).replace('\u{a0}', " ");
    for says in ["Réserve légale :", "Éducation et formation :", "est demandé", "permet au plus"] {
        assert!(!kept_page.contains(says), "{says}: {kept_page}");
    }
    accept(&site, &file(&site, &manager, &format!("kind=accounts_filed&document=PV&{kept}")));
    let public = site.get(COOPERATIVE, &[]).text();
    assert!(public.contains("rapport du commissaire aux comptes"), "{public}");
}

#[test]
fn the_accounts_of_a_year_are_filled_in_from_a_workbook_and_must_balance() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let address = format!("{COOPERATIVE}/requests/accounts");
    let empty = site.get(&address, &[("cookie", &manager)]);
    assert!(empty.status == 200 && empty.header("content-disposition").contains("accounts.xlsx"), "{}", empty.status);
    let send = |who: &str, table: &str| {
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.csv\"\r\n\r\n{table}\r\n--b--\r\n"
        );
        let kind = ("content-type", "multipart/form-data; boundary=b");
        let headers = [kind, ("sec-fetch-site", "same-origin"), ("cookie", who)];
        testkit::http::request(site.address, "POST", &address, &headers, &body).unwrap()
    };
    let filled = send(&manager, "exercice;chiffre d'affaires;actif;passif\n2024;12345678,90;500;500\n");
    assert_eq!(filled.status, 200, "{}", filled.text());
    assert!(filled.text().contains("value=\"12345678,90\"") && !filled.text().contains("class=\"errors\""));
    assert!(!filled.text().contains("En attente"), "nothing is filed yet");
    let odd = send(&manager, "exercice;chiffre d'affaires;actif;passif\n2024;1;500;499,99\n");
    assert_eq!(odd.status, 422);
    assert!(odd.text().contains("Le bilan n’est pas équilibré"), "{}", odd.text());
    let body = "kind=accounts_filed&document=PV&year=2024&turnover=1&assets=5&liabilities=6";
    let headers = [("cookie", manager.as_str())];
    assert_eq!(post(&site, &format!("{COOPERATIVE}/requests"), &headers, body).status, 422);
    assert_eq!(send(&manager, "a;b\n1;2\n").status, 422);
    assert_eq!(send(&cookie(&site, STRANGER), "exercice;chiffre d'affaires\n2024;1\n").status, 403);
}

#[test]
fn the_pages_of_a_room_are_whole_in_each_language() {
    let site = Site::up();
    let manager = in_good_standing(&site);
    let shared = site.get(&format!("{COOPERATIVE}/standing/certificate?share"), &[("cookie", &manager)]);
    let proof = shared.header("location").trim_start_matches("/fr").to_owned();
    let room = COOPERATIVE.trim_start_matches("/fr");
    let pages =
        ["standing", "governance", "requests?kind=accounts_filed&year=2025", "requests?kind=general_meeting_held"];
    let pages = pages.map(|page| format!("{room}/{page}")).into_iter().chain([proof]);
    let mut wrong = Vec::new();
    for path in pages.flat_map(|page| LANGUAGES.map(|lang| format!("/{lang}{page}"))) {
        let answer = site.get(&path, &[("cookie", &manager)]);
        assert_eq!(answer.status, 200, "{path}");
        wrong.extend(page::faults(&Visited { path, route: "", from: String::new(), answer }));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_due_goes_into_a_calendar_with_its_article_and_a_reminder() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let page = site.get(&format!("{COOPERATIVE}/requests"), &[("cookie", &manager)]).text();
    assert!(page.contains(&format!("href=\"{COOPERATIVE}/calendar.ics\"")), "{page}");
    let file = site.get(&format!("{COOPERATIVE}/calendar.ics"), &[("cookie", &manager)]);
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(file.header("cache-control"), "no-store");
    let text = file.text().replace("\r\n ", "");
    for says in ["UID:accounts-2025.KEN-000100@", "DTSTART;VALUE=DATE:20260730", "TRIGGER:-P30D", "loi 112-12"] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert!(text.contains("UID:accounts-2026."), "the year that has begun is there in time");
    // The meeting about 2026 is held by 30 June 2027, and called fifteen days before.
    assert!(text.contains("à convoquer au plus tard le 15 juin 2027"), "{text}");
}

#[test]
fn what_is_known_of_the_law_and_not_checked_yet_says_so() {
    let site = Site::up();
    let page = site.get("/fr/rules", &[]).text();
    let line = |rule: &str| page.split(&format!("<tr id=\"{rule}\">")).nth(1).unwrap().split("</tr>").next().unwrap();
    for unchecked in ["interest_max", "sections_members_above"] {
        assert!(line(unchecked).contains("pas encore vérifié"), "{}", line(unchecked));
    }
    for checked in ["managers_members_below", "meeting_called_before", "capital_min"] {
        assert!(!line(checked).contains("pas encore vérifié"), "{}", line(checked));
    }
}

#[test]
fn who_runs_a_cooperative_is_shown_with_those_before() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let page = || site.get(&format!("{COOPERATIVE}/governance"), &[("cookie", &manager)]).text();
    assert!(page().contains("Le mandat est fini"), "{}", page());
    let body = "kind=organ_appointed&organ=managers&persons=2&until=2027-01-15&document=PV&effective_on=2026-01-16";
    accept(&site, &file(&site, &manager, body));
    assert!(page().contains("16 janvier 2026") && page().contains("remplacé le"), "{}", page());
    assert!(!page().contains("Le mandat est fini"), "{}", page());
}

#[test]
fn a_room_is_for_those_whom_it_concerns_and_its_certificate_for_everyone() {
    let site = Site::up();
    let manager = in_good_standing(&site);
    let stranger = cookie(&site, STRANGER);
    for page in ["standing", "standing/certificate", "governance", "calendar.ics"] {
        let address = format!("{COOPERATIVE}/{page}");
        assert_eq!(site.get(&address, &[("cookie", &stranger)]).status, 403, "{page}");
        assert!(site.get(&address, &[]).header("location").contains("/sign-in"), "{page}");
        let elsewhere = address.replace("KEN-000100", "KEN-000101");
        assert_eq!(site.get(&elsewhere, &[("cookie", &manager)]).status, 403, "{page}");
        let nowhere = address.replace("KEN-000100", "NOWHERE");
        assert_eq!(site.get(&nowhere, &[("cookie", &manager)]).status, 404, "{page}");
    }
    let shared = site.get(&format!("{COOPERATIVE}/standing/certificate?share"), &[("cookie", &manager)]);
    let address = shared.header("location");
    let checked = || site.get(address, &[]).text();
    assert!(checked().contains("la coopérative est en règle"), "{}", checked());
    let before = site.get(&format!("{address}?date=2026-01-01"), &[]).text();
    assert!(before.contains("elle ne vaut pas") && before.contains("Elle a été établie plus tard"), "{before}");
    assert_eq!(site.get(&format!("{address}?date=9999-01-01"), &[]).status, 400, "nobody knows what will be so");
    let forged = address.replace("AFD", "AFC");
    assert_eq!(site.get(&forged, &[]).status, 404, "an extract says something else");
    accept(&site, &file(&site, &manager, "kind=dissolved&document=PV&effective_on=2026-01-01"));
    assert!(
        checked().contains("elle ne vaut pas") && checked().contains("n’est pas en règle ce jour-là"),
        "{}",
        checked()
    );
    assert!(checked().contains("authentique"), "what was signed was signed");
    let again = site.get(&format!("{COOPERATIVE}/standing/certificate"), &[("cookie", &manager)]);
    assert_eq!(again.header("location"), format!("{COOPERATIVE}/standing"));
    let reasons = site.get(&format!("{COOPERATIVE}/standing"), &[("cookie", &manager)]).text();
    assert!(reasons.contains("en liquidation"), "{reasons}");
}
