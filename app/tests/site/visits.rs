//! A delegation visits a cooperative, says what it found, and sees that it is mended.

use testkit::browser::{Browser, PHONE};

use crate::{
    coming_in::{fill, sign_in},
    desk::{AGENT, COOPERATIVE, MANAGER, STRANGER},
    doors::{cookie, post},
    journeys::{both_ways, follow, here, said},
    served::Site,
};

fn set(browser: &Browser, field: &str, value: &str) {
    browser.evaluate(&format!("document.getElementById('{field}').value = '{value}'")).unwrap();
}

/// Today as the form for a plan says it.
pub(crate) fn today(site: &Site, agent: &str) -> String {
    let form = site.get(&format!("{COOPERATIVE}/visits"), &[("cookie", agent)]).text();
    form.split("name=\"planned_on\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Plans a visit and gives its page.
pub(crate) fn plan(site: &Site, agent: &str, on: &str, purpose: &str) -> String {
    let body = format!("planned_on={on}&purpose={purpose}");
    let answer = post(site, &format!("{COOPERATIVE}/visits"), &[("cookie", agent)], &body);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").to_owned()
}

#[test]
fn an_agent_plans_and_reports_the_cooperative_reads_and_what_was_found_is_mended() {
    both_ways(PHONE, "ar", |site, browser| {
        let (agent, manager) = (cookie(site, AGENT), cookie(site, MANAGER));
        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url("/ar/cooperatives/KEN-000100/requests")).unwrap();
        follow(browser, "nav a[href$='/visits']");
        browser.find("#purpose option[value=regular]").unwrap().click().unwrap();
        follow(browser, "main form button");
        let visit = here(site, browser);
        assert!(visit.starts_with("/ar/visits/"), "{visit}");
        let read = |who: &str| site.get(&visit, &[("cookie", who)]);
        assert_eq!(read(&manager).status, 403, "what is planned is not for the cooperative");
        let own = site.get("/ar/cooperatives/KEN-000100/visits", &[("cookie", &manager)]).text();
        assert!(!own.contains(&visit) && !own.contains("name=\"purpose\""), "{own}");

        fill(browser, "#heard", "سنودعها قريبا");
        browser.find("#code1 option[value=accounts]").unwrap().click().unwrap();
        set(browser, "until1", "2000-01-01");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("ما عاينتموه"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#heard").unwrap().property("value").unwrap(), "سنودعها قريبا", "typing is kept");
        assert_eq!(browser.find("#code1").unwrap().property("value").unwrap(), "accounts");
        fill(browser, "#saw", "المقر مفتوح، ولا توجد دفاتر.");
        fill(browser, "#says1", "لا توجد دفاتر");
        let today = today(site, &agent);
        set(browser, "until1", &today);
        follow(browser, "main form button");
        assert_eq!(here(site, browser), visit);
        let mine = read(&manager).text();
        assert!(mine.contains("المقر مفتوح") && mine.contains("سنودعها قريبا") && !mine.contains("<form"), "{mine}");

        browser.go(&site.url("/ar/cooperatives/KEN-000100/visits")).unwrap();
        assert!(
            said(browser, "main").contains("لا توجد دفاتر"),
            "what is to be mended stands on the page of its visits"
        );
        browser.go(&site.url(&visit)).unwrap();
        browser.find("#finding-1 summary").unwrap().click().unwrap();
        follow(browser, "#finding-1 button");
        assert!(said(browser, "#finding-1 .wrong").contains("التحقق"));
        fill(browser, "#how-1", "عاين العون الدفاتر");
        follow(browser, "#finding-1 button");
        assert!(said(browser, "#finding-1").contains("تم التدارك"));
        assert!(read(&manager).text().contains("عاين العون الدفاتر"));
        let twice = format!("step=mend&finding=1&mended_on={today}&how=Encore");
        let twice = post(site, &visit, &[("cookie", &agent)], &twice);
        assert_eq!(twice.status, 422, "mended once");
    });
}

#[test]
fn what_is_to_be_mended_by_a_day_is_due_until_it_is_mended() {
    let site = Site::up();
    let (agent, manager) = (cookie(&site, AGENT), cookie(&site, MANAGER));
    let today = today(&site, &agent);
    let visit = plan(&site, &agent, &today, "regular");
    let report = format!(
        "step=report&held_on={today}&saw=Vu&heard=&code1=premises&says1=Rien&until1={today}&code2=other&says2=Peu"
    );
    assert_eq!(post(&site, &visit, &[("cookie", &agent)], &report).status, 303);
    let says = "Corriger ce qu’une visite a constaté";
    let page = |path: &str| site.get(path, &[("cookie", &manager)]).text();
    let due = || {
        [format!("{COOPERATIVE}/requests"), format!("{COOPERATIVE}/standing"), "/fr/reminders".to_owned()]
            .map(|path| page(&path))
    };
    let calendar = || page(&format!("{COOPERATIVE}/calendar.ics")).replace("\r\n ", "");
    for shown in due() {
        assert_eq!(shown.matches(says).count(), 1, "only what has a last day is due: {shown}");
    }
    assert!(due()[0].contains(&format!("href=\"{visit}#finding-1\"")), "{}", due()[0]);
    let id = visit.rsplit('/').next().unwrap();
    assert!(calendar().contains(&format!("UID:finding-{id}-1.KEN-000100@")), "{}", calendar());
    assert!(calendar().contains(&format!("{visit}#finding-1")), "{}", calendar());
    let mended = format!("step=mend&finding=1&mended_on={today}&how=Vu");
    assert_eq!(post(&site, &visit, &[("cookie", &agent)], &mended).status, 303);
    assert!(due().iter().all(|shown| !shown.contains(says)) && !calendar().contains("UID:finding"));
}

#[test]
fn a_signed_report_stays_and_what_is_corrected_stands_beside_it() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let who = [("cookie", agent.as_str())];
    let today = today(&site, &agent);
    let visit = plan(&site, &agent, &today, "advice");
    assert_eq!(plan(&site, &agent, &today, "advice"), visit, "the same twice is planned once");
    let report = format!("step=report&held_on={today}&saw=Tout+va+bien&heard=");
    assert_eq!(post(&site, &visit, &who, &report).status, 303);
    let late = post(&site, &visit, &who, &report.replace("Tout+va+bien", "Autre+regard"));
    assert_eq!(late.status, 422);
    assert!(late.text().contains("Autre regard") && late.text().contains("Tout va bien"), "{}", late.text());
    assert_eq!(post(&site, &visit, &who, "step=cancel&reason=Pluie").status, 422);
    assert_eq!(post(&site, &visit, &who, "step=note&says=").status, 422);
    for _ in 0..2 {
        assert_eq!(post(&site, &visit, &who, "step=note&says=La+date+est+celle+du+lendemain.").status, 303);
    }
    let page = site.get(&visit, &who).text();
    assert_eq!(page.matches("celle du lendemain").count(), 1, "{page}");
    let other = plan(&site, &agent, &today, "complaint");
    assert_eq!(post(&site, &other, &who, "step=cancel&reason=").status, 422);
    assert_eq!(post(&site, &other, &who, "step=cancel&reason=Route+barr%C3%A9e").status, 303);
    assert!(site.get(&other, &who).text().contains("Route barrée"));
    assert_eq!(post(&site, &other, &who, "step=note&says=x").status, 422, "there is no report");
}

#[test]
fn visits_are_for_those_whom_they_concern() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let today = today(&site, &agent);
    let [open, signed] = ["regular", "creation"].map(|purpose| plan(&site, &agent, &today, purpose));
    let report = format!("step=report&held_on={today}&saw=Vu&heard=");
    assert_eq!(post(&site, &signed, &[("cookie", &agent)], &report).status, 303);
    let (list, status) =
        (format!("{COOPERATIVE}/visits"), |path: &str, who: &str| site.get(path, &[("cookie", who)]).status);
    let sees = |email: &str| {
        let who = cookie(&site, email);
        [&list, &open, &signed].map(|path| status(path, &who))
    };
    assert_eq!(sees(AGENT), [200, 200, 200]);
    assert_eq!(sees(MANAGER), [200, 403, 200]);
    assert_eq!(sees("headquarters@demo.example"), [200, 200, 200]);
    assert_eq!(sees("auditor@demo.example"), [200, 200, 200]);
    for email in [STRANGER, "administrator@demo.example", "clerk.kenitra@demo.example"] {
        assert_eq!(sees(email), [403, 403, 403], "{email}");
    }
    for email in [MANAGER, STRANGER, "headquarters@demo.example", "auditor@demo.example"] {
        let who = cookie(&site, email);
        let who = [("cookie", who.as_str())];
        assert_eq!(post(&site, &list, &who, &format!("planned_on={today}&purpose=regular")).status, 403, "{email}");
        assert_eq!(post(&site, &open, &who, &report).status, 403, "{email}");
        assert_eq!(post(&site, &signed, &who, "step=note&says=x").status, 403, "{email}");
    }
    crate::removal::appoint(&site, "Agent", "SAF");
    assert_eq!(sees(STRANGER), [403, 403, 403], "an agent of another delegation");
    crate::removal::appoint(&site, "Agent", "KEN");
    assert_eq!(sees(STRANGER), [200, 200, 200]);
    assert!(site.get(&open, &[]).header("location").contains("/sign-in"));
}

#[test]
fn bad_visits_are_told_what_would_be_right() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let who = [("cookie", agent.as_str())];
    let list = format!("{COOPERATIVE}/visits");
    for body in [
        "planned_on=&purpose=regular",
        "planned_on=2026-02-30&purpose=regular",
        "planned_on=2999-01-01&purpose=regular",
        "planned_on=1999-01-01&purpose=regular",
        "planned_on=2026-12-01&purpose=tourism",
    ] {
        let answer = post(&site, &list, &who, body);
        assert_eq!(answer.status, 422, "{body}");
        assert!(answer.text().contains("class=\"wrong\""), "{body}");
    }
    let visit = plan(&site, &agent, &today(&site, &agent), "regular");
    for body in [
        "step=report&held_on=2999-01-01&saw=x&heard=",
        "step=report&held_on=2026-01-01&saw=&heard=",
        "step=report&held_on=2026-01-01&saw=x&heard=&code1=ghosts&says1=x&until1=",
        "step=report&held_on=2026-01-01&saw=x&heard=&code6=other&says6=&until6=",
        "step=report&held_on=2026-01-01&saw=x&heard=&code1=other&says1=x&until1=2025-12-31",
    ] {
        let answer = post(&site, &visit, &who, body);
        assert_eq!(answer.status, 422, "{body}");
        assert!(answer.text().contains("class=\"wrong\""), "{body}: {}", answer.text());
    }
    assert_eq!(post(&site, &visit, &who, "step=").status, 405);
    assert_eq!(post(&site, &visit, &who, "step=note&says=x&more=y").status, 400);
    for missing in ["/fr/visits/999999", "/fr/visits/x", "/fr/cooperatives/NOWHERE/visits"] {
        assert_eq!(site.get(missing, &who).status, 404, "{missing}");
    }
}

/// The number that a page says beside what it counts.
fn counted(page: &str, what: &str) -> usize {
    let list = page.split("aria-labelledby=\"overdue\"").nth(1).unwrap_or_else(|| panic!("nothing is overdue: {page}"));
    let line = list.split(&format!("?what={what}\"")).nth(1).unwrap_or_else(|| panic!("no {what}: {list}"));
    let number = line.split("<bdi dir=\"ltr\">").nth(1).unwrap().split("</bdi>").next().unwrap();
    number.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// All scores of a list with the sums of their parts, page by page.
fn scores(site: &Site, who: &str, list: &str) -> Vec<(u32, u32)> {
    let (mut scores, mut address) = (Vec::new(), list.to_owned());
    loop {
        let page = site.get(&address, &[("cookie", who)]).text();
        for line in page.split("<span class=\"line\">").skip(1) {
            let line = line.split("<small>").next().unwrap();
            let numbers = line.split("<bdi dir=\"ltr\">").skip(1).map(|rest| rest.split('<').next().unwrap());
            let (parts, score): (Vec<_>, Vec<_>) = numbers.partition(|number| number.starts_with('+'));
            let sum = parts.iter().map(|part| part[1..].parse::<u32>().unwrap()).sum();
            scores.push((score[0].parse().unwrap(), sum));
        }
        let Some(next) = page.split("class=\"button quiet\" href=\"?").nth(1) else { return scores };
        let next = next.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        address = format!("/fr/desk/visits?{next}");
    }
}

#[test]
fn whom_to_visit_is_told_by_a_score_that_is_the_sum_of_what_stands_beside_it() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let all = scores(&site, &agent, "/fr/desk/visits");
    assert!(all.len() > 50, "{} cooperatives", all.len());
    assert!(all.iter().all(|(score, sum)| score == sum && *score <= 100), "{all:?}");
    assert!(all.windows(2).all(|two| two[0].0 >= two[1].0), "the highest first: {all:?}");
    let desk = site.get("/fr/desk", &[("cookie", &agent)]).text();
    for what in ["accounts", "meetings"] {
        let list = scores(&site, &agent, &format!("/fr/desk/visits?what={what}"));
        assert_eq!(counted(&desk, what), list.len(), "{what}: the desk counts what its list shows");
    }
    let everyone = site.get("/fr/rules", &[]).text();
    assert!(everyone.contains("id=\"risk\"") && everyone.contains("Comptes non déposés à temps"));
    let wrong = site.get("/fr/desk/visits?what=luck", &[("cookie", &agent)]);
    assert_eq!(wrong.status, 400);
}

#[test]
fn a_new_cooperative_is_to_be_visited_until_it_was_and_an_overdue_finding_raises_its_score() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let who = [("cookie", agent.as_str())];
    let new = || site.get("/fr/desk/visits?new=yes", &who).text();
    let list = new();
    let Some(number) = list.split("/fr/cooperatives/").nth(1).map(|rest| rest.split('/').next().unwrap().to_owned())
    else {
        panic!("no cooperative is new: {list}")
    };
    let today = today(&site, &agent);
    let planned = format!("planned_on={today}&purpose=creation");
    let planned = post(&site, &format!("/fr/cooperatives/{number}/visits"), &who, &planned);
    let visit = planned.header("location").to_owned();
    assert!(new().contains(&format!("/fr/cooperatives/{number}/")), "a plan is no visit");
    assert!(site.get("/fr/desk", &who).text().contains(&visit), "the desk shows what is planned");
    let report = "step=report&held_on=2026-01-05&saw=Vu&heard=&code1=accounts&says1=Rien&until1=2026-01-06";
    assert_eq!(post(&site, &visit, &who, report).status, 303);
    assert!(!new().contains(&format!("/fr/cooperatives/{number}/")));
    let desk = site.get("/fr/desk", &who).text();
    assert!(desk.contains(&format!("{visit}#finding-1")) && desk.contains("en retard de"), "{desk}");
    assert_eq!(counted(&desk, "findings"), 1);
    let risky = site.get("/fr/desk/visits?what=findings", &who).text();
    assert!(
        risky.contains(&number) && risky.contains("1 constat non corrigé") || risky.contains("constat non corrigé"),
        "{risky}"
    );
}
