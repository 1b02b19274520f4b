//! From a founder's first visit to a cooperative on the public site and one more in its delegation's figures.

use testkit::browser::{Browser, PHONE};

use crate::{
    coming_in::{fill, sign_in},
    doors::{cookie, post},
    journeys::{both_ways, follow, here, said},
    project::{handed_in_last_year, version},
    served::Site,
};
// Tests of other rooms begin with a project too.
pub(crate) use crate::project::{SHEET, WOMAN, open, registered, step};

const FOUNDER: &str = "visitor@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const CLERK: &str = "clerk.kenitra@demo.example";
/// What founders would like to be called, in Arabic and in French.
const NAMES: [[&str; 2]; 2] = [["تعاونية عسل المعمورة", "Miel de la Mamora"], ["تعاونية زعتر بهت", "Thym du Beht"]];
/// Last year, long before it is recorded.
const ENTERED: &str = "2025-11-20";

/// Cooperatives of a delegation at the end of last year, as known now.
fn last_year(site: &Site) -> i64 {
    let figure = "/api/v1/figures?measure=cooperatives&date=2025-12-31&where=delegation=KEN";
    let said: serde_json::Value = site.get(figure, &[]).text().parse().unwrap();
    said["total"]["value"].as_str().and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{said}"))
}

fn type_over(browser: &Browser, selector: &str, text: &str) {
    browser.find(selector).unwrap_or_else(|error| panic!("{selector}: {error}")).clear().unwrap();
    fill(browser, selector, text);
}

fn choose(browser: &Browser, field: &str, value: &str) {
    let option = format!("#{field} option[value='{value}']");
    browser.find(&option).unwrap_or_else(|error| panic!("{option}: {error}")).click().unwrap();
}

/// A day as browsers want it typed, in whatever order they show it.
fn set_day(browser: &Browser, field: &str, day: &str) {
    browser.evaluate(&format!("document.getElementById('{field}').value = '{day}'")).unwrap();
}

/// Saves the form of a step.
fn save(browser: &Browser) {
    follow(browser, "main form button");
}

fn prepare(site: &Site, browser: &Browser) -> String {
    browser.go(&site.url("/ar")).unwrap();
    follow(browser, ".menu a[href='/ar/projects']");
    let path = said(browser, ".path").replace(['\u{2068}', '\u{2069}'], "");
    assert!(path.contains("القانون 112-12، المادة 7"), "{path}");
    sign_in(site, browser, "ar", FOUNDER);
    browser.go(&site.url("/ar/projects")).unwrap();
    follow(browser, "main a.button");
    fill(browser, "#title", "عسل المعمورة");
    follow(browser, "main aside form button");
    let sheet = here(site, browser);
    let project = sheet.strip_suffix("/sheet").unwrap_or_else(|| panic!("{sheet}")).to_owned();
    fill(browser, "#idea", "جني العسل وبيعه");
    fill(browser, "#place", "سيدي");
    choose(browser, "branch", "AGR.API");
    browser.find("input[name=categories][value=supplies]").unwrap().click().unwrap();
    save(browser);
    assert!(said(browser, ".errors").contains("عدة جماعات"), "{}", said(browser, ".errors"));
    assert_eq!(browser.find("#idea").unwrap().property("value").unwrap(), "جني العسل وبيعه", "typing is kept");
    choose(browser, "place", "04.281.01.13");
    save(browser);
    project
}

fn found(site: &Site, browser: &Browser, project: &str) {
    browser.go(&site.url(&format!("{project}/founders"))).unwrap();
    for (at, name) in ["أمينة", "خديجة", "سعيد", "فاطمة", "يوسف"].into_iter().enumerate() {
        fill(browser, "#name", name);
        fill(browser, "#identity_number", if at == 0 { "1" } else { "GK1000" });
        type_over(browser, "#identity_number", &format!("GK10000{at}"));
        set_day(browser, "born_on", &format!("{}-05-01", 1970 + 8 * at));
        choose(browser, "sex", if at == 2 || at == 4 { "male" } else { "female" });
        type_over(browser, "#cash_shares", "5");
        if at == 0 {
            browser.find("input[name=runs]").unwrap().click().unwrap();
            browser.find("input[name=own]").unwrap().click().unwrap();
        }
        fill(browser, "#signed", "محضر الجمع التأسيسي");
        follow(browser, "main aside form button");
        assert!(said(browser, "main .results").contains(name), "{}", said(browser, "main"));
    }
}

/// Answers about statutes and capital, a mistake among them.
fn answer(site: &Site, browser: &Browser, project: &str) {
    browser.go(&site.url(&format!("{project}/statutes"))).unwrap();
    fill(browser, "#object", "جني العسل وبيعه");
    choose(browser, "organ", "managers");
    for (field, answer) in [
        ("area", "القنيطرة"),
        ("duration_years", "99"),
        ("term_years", "3"),
        ("shares_min", "1"),
        ("notice_days", "15"),
        ("legal_reserve_percent", "10"),
        ("education_reserve_percent", "2"),
    ] {
        fill(browser, &format!("#{field}"), answer);
    }
    follow(browser, "main aside form button");
    browser.go(&site.url(&format!("{project}/capital"))).unwrap();
    fill(browser, "#share", "50");
    fill(browser, "#paid", "625");
    fill(browser, "#bank", "البريد بنك");
    fill(browser, "#deposit", "12");
    save(browser);
    assert!(said(browser, "#missing + ul").contains("100"), "a share is too small: {}", said(browser, "main"));
    type_over(browser, "#share", "100");
    save(browser);
}

/// Whoever prepares it confirmed as a founder before there were statutes: what is written now is confirmed now.
fn confirm_anew(site: &Site, browser: &Browser, project: &str) {
    browser.go(&site.url(&format!("{project}/founders?founder=1"))).unwrap();
    browser.find("input[name=own]").unwrap().click().unwrap();
    follow(browser, "main aside form button");
}

#[test]
fn founders_become_a_cooperative_that_everyone_finds() {
    both_ways(PHONE, "ar", |site, browser| {
        let (before, bulletin) = (last_year(site), site.get("/fr/bulletins/1", &[]).text());
        let project = prepare(site, browser);

        browser.go(&site.url(&format!("{project}/name"))).unwrap();
        // No name is granted twice, and this way is gone twice.
        let [arabic, french] = NAMES[usize::from(before % 2 == 0)];
        fill(browser, "#ar1", arabic);
        fill(browser, "#fr1", french);
        save(browser);
        follow(browser, "button[name=hand_in]");
        browser.go(&site.url(&project)).unwrap();
        let name = said_href(browser, "main .results a");
        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url("/ar/projects/mine")).unwrap();
        follow(browser, &format!("main a[href='{name}']"));
        follow(browser, "button[value=accept]");
        assert!(said(browser, "main").contains("KEN-N-"), "{}", said(browser, "main"));

        sign_in(site, browser, "ar", FOUNDER);
        found(site, browser, &project);
        answer(site, browser, &project);
        confirm_anew(site, browser, &project);
        browser.go(&site.url(&format!("{project}/filing"))).unwrap();
        fill(browser, "#minutes", "محضر");
        fill(browser, "#receipt", "وصل");
        save(browser);
        let filing = said_href(browser, "main .results a");

        sign_in(site, browser, "ar", CLERK);
        browser.go(&site.url(&filing)).unwrap();
        assert!(said(browser, "main").contains("أمينة") && said(browser, "main").contains("GK100000"));
        fill(browser, "#reason", "الوصل غير مقروء");
        follow(browser, "button[value=return]");
        sign_in(site, browser, "ar", FOUNDER);
        browser.go(&site.url(&project)).unwrap();
        assert!(said(browser, "main").contains("الوصل غير مقروء"));
        browser.go(&site.url(&format!("{project}/filing"))).unwrap();
        type_over(browser, "#receipt", "وصل جديد");
        save(browser);
        let filing = said_href(browser, "main .results a");
        handed_in_last_year(site);
        sign_in(site, browser, "ar", CLERK);
        browser.go(&site.url("/ar/projects/mine")).unwrap();
        assert!(said(browser, "main .results").contains("متأخر") || said(browser, "main .results").contains("تأخر"));
        browser.go(&site.url(&filing)).unwrap();
        fill(browser, "#local_number", "34/2025");
        set_day(browser, "entered_on", ENTERED);
        follow(browser, "button[value=accept]");

        sign_in(site, browser, "ar", AGENT);
        browser.go(&site.url("/ar/projects/mine")).unwrap();
        follow(browser, "main .results a");
        follow(browser, "button[value=accept]");
        let cooperative = said_href(browser, "main a.button");
        let shown = site.get(&cooperative, &[]).text();
        assert!(shown.contains(arabic) && shown.contains("2025"), "{shown}");
        assert_eq!(last_year(site), before + 1, "a late act changes the figure of last year");
        assert_eq!(site.get("/fr/bulletins/1", &[]).text(), bulletin, "and no bulletin");
        let acts = site.get(&format!("{cooperative}.csv").replace("/ar/", "/api/v1/").replace(".csv", ""), &[]).text();
        assert!(!acts.contains("أمينة") && !acts.contains("GK10"), "{acts}");
        // Who founded it acts for it from now on.
        let founder = cookie(site, FOUNDER);
        assert_eq!(site.get(&format!("{cooperative}/requests"), &[("cookie", &founder)]).status, 200);
    });
}

/// Where the first link that a selector finds leads.
fn said_href(browser: &Browser, selector: &str) -> String {
    let link = browser.find(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    let href = link.property("href").unwrap();
    href.split_once("//").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned())).unwrap()
}

#[test]
fn a_project_is_its_founders_and_for_those_who_decide() {
    let site = Site::up();
    let [founder, agent, clerk, manager] =
        [FOUNDER, AGENT, CLERK, "manager@demo.example"].map(|email| cookie(&site, email));
    let project = open(&site, &founder, "Miel");
    assert_eq!(step(&site, &founder, &format!("{project}/sheet"), SHEET).status, 303);
    assert_eq!(step(&site, &founder, &format!("{project}/founders"), WOMAN).status, 303);
    for page in ["", "/sheet", "/name", "/founders", "/statutes", "/capital", "/filing"] {
        let path = format!("{project}{page}");
        let asked = |who: &str| site.get(&path, &[("cookie", who)]);
        assert_eq!((asked(&founder).status, asked(&agent).status), (200, 200), "{path}");
        assert_eq!(asked(&founder).header("cache-control"), "no-store", "{path}");
        for other in [&clerk, &manager] {
            assert_eq!(asked(other).status, 403, "{path}");
            assert!(!asked(other).text().contains("Secrete"), "{path}");
        }
        assert_eq!(site.get(&path, &[]).status, 303, "{path}");
        // The delegation looks, and changes nothing that is not on paper.
        for other in [&agent, &clerk, &manager] {
            let body = "version=9&title=x&give_up=yes&name=x&who=legal";
            let answer = post(&site, &path, &[("cookie", other)], body);
            assert!([400, 403, 422].contains(&answer.status), "{path}: {}", answer.status);
        }
    }
    assert_eq!(version(&site, &founder, &format!("{project}/sheet")), "3", "nobody else has changed it");
    let body = "version=1&ar1=x&hand_in=yes";
    assert_eq!(post(&site, &format!("{project}/name"), &[("cookie", &manager)], body).status, 403);
    assert!(site.get("/fr/projects/mine", &[("cookie", &founder)]).text().contains(&project));
    assert!(!site.get("/fr/projects/mine", &[("cookie", &manager)]).text().contains(&project));
    let log = site.get("/fr/audit?event=read", &[("cookie", &cookie(&site, "auditor@demo.example"))]).text();
    assert!(log.contains("see_project") && !log.contains("Secrete"), "{log}");
}

#[test]
fn what_somebody_types_is_not_lost_to_who_was_faster() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let page = format!("{project}/sheet");
    let old = version(&site, &founder, &page);
    assert_eq!(step(&site, &founder, &page, SHEET).status, 303);
    let late =
        post(&site, &page, &[("cookie", &founder)], &format!("version={old}&{}", SHEET.replace("Vendre", "Autrement")));
    assert_eq!(late.status, 422);
    assert!(late.text().contains("entre-temps") && late.text().contains("Autrement"), "{}", late.text());
    assert!(!site.get(&page, &[("cookie", &founder)]).text().contains("Autrement"));
}

#[test]
fn bad_forms_of_a_project_are_told_what_would_be_right() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    for (page, body) in [
        ("sheet", "title=&idea=&place=&branch=&type=&community="),
        ("sheet", "title=x&idea=&place=Nulle+part&branch=&type=&community="),
        ("sheet", "title=x&idea=&place=&branch=none&type=&community="),
        ("name", "ar1=&fr1=&hand_in=yes"),
        ("name", "ar1=x&fr1=&hand_in=yes"),
        ("founders", &WOMAN.replace("GK654321", "654321")),
        ("founders", &WOMAN.replace("1990-01-01", "2990-01-01")),
        ("founders", &WOMAN.replace("female", "x")),
        ("founders", &WOMAN.replace("Amina+Secrete", "")),
        ("founders", &WOMAN.replace("cash_shares=10", "cash_shares=-1")),
        ("statutes", "object=x&organ=king&term_years=many"),
        ("capital", "share=1.005&paid=&bank=&deposit=&report="),
        ("filing", "minutes=x&receipt=x"),
        ("filing", "minutes=&receipt="),
    ] {
        let path = format!("{project}/{page}");
        let version = version(&site, &founder, &format!("{project}/sheet"));
        let answer = post(&site, &path, &[("cookie", &founder)], &format!("version={version}&{body}"));
        assert_eq!(answer.status, 422, "{page} {body}: {}", answer.text());
        assert!(answer.text().contains("class=\"errors\""), "{page} {body}");
    }
    let twice = [WOMAN, WOMAN].map(|body| step(&site, &founder, &format!("{project}/founders"), body).status);
    assert_eq!(twice, [303, 422], "nobody founds twice");
    for path in ["/fr/projects/999", "/fr/projects/x", "/fr/submissions/999", "/fr/submissions/x"] {
        assert_eq!(site.get(path, &[("cookie", &founder)]).status, 404, "{path}");
    }
    assert_eq!(post(&site, "/fr/projects/mine", &[("cookie", &founder)], "title=").status, 422);
}

#[test]
fn a_project_that_is_given_up_leaves_nothing_of_its_founders() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    assert_eq!(step(&site, &founder, &format!("{project}/founders"), WOMAN).status, 303);
    assert!(site.get(&format!("{project}/founders"), &[("cookie", &founder)]).text().contains("Amina Secrete"));
    assert_eq!(post(&site, &project, &[("cookie", &founder)], "give_up=yes").status, 303);
    assert_eq!(site.get(&project, &[("cookie", &founder)]).status, 404);
}

/// Asks for a name and has it granted; gives the page of what was handed in.
fn granted(site: &Site, project: &str) -> String {
    let [founder, agent] = [FOUNDER, AGENT].map(|email| cookie(site, email));
    assert_eq!(step(site, &founder, &format!("{project}/sheet"), SHEET).status, 303);
    let names = "ar1=عسل+سبو&fr1=Miel+du+Sebou&ar2=&fr2=&ar3=&fr3=&hand_in=yes";
    assert_eq!(step(site, &founder, &format!("{project}/name"), names).status, 303);
    let text = site.get(project, &[("cookie", &founder)]).text();
    let start = text.find("/fr/submissions/").unwrap_or_else(|| panic!("{text}"));
    let page = text[start..].split('"').next().unwrap().to_owned();
    let accepted = post(site, &page, &[("cookie", &agent)], "decision=accept&choice=0&reason=");
    assert_eq!(accepted.status, 303, "{}", accepted.text());
    page
}

#[test]
fn a_granted_name_has_a_certificate_that_anyone_can_check() {
    let site = Site::up();
    let [founder, manager] = [FOUNDER, "manager@demo.example"].map(|email| cookie(&site, email));
    let project = open(&site, &founder, "Miel");
    let page = granted(&site, &project);
    let certificate = format!("{page}/certificate?share");
    assert_eq!(site.get(&certificate, &[("cookie", &manager)]).status, 403);
    let shared = site.get(&certificate, &[("cookie", &founder)]);
    let address = shared.header("location").to_owned();
    assert!(shared.status == 303 && address.starts_with("/fr/verify/AFH"), "{address}");
    let checked = site.get(&address, &[]).text();
    for says in ["عسل سبو", "Miel du Sebou", "KEN-N-", "réservée à ses fondateurs"] {
        assert!(checked.contains(says), "{says}: {checked}");
    }
    let forged = address.replace("/AFH", "/AFHB");
    assert_eq!(site.get(&forged[..forged.len() - 1], &[]).status, 404);
    // Who gives up keeps no name.
    assert_eq!(post(&site, &project, &[("cookie", &founder)], "give_up=yes").status, 303);
    let gone = site.get(&address, &[]).text();
    assert!(gone.contains("ne vaut plus") && gone.contains("renoncé"), "{gone}");
    assert_eq!(site.get(&certificate, &[("cookie", &founder)]).status, 404);
}

#[test]
fn the_certificate_of_a_name_tells_which_cooperative_took_it() {
    let site = Site::up();
    let cooperative = registered(&site);
    let founder = cookie(&site, FOUNDER);
    let address =
        site.get("/fr/submissions/1/certificate?share", &[("cookie", &founder)]).header("location").to_owned();
    let taken = site.get(&address, &[]).text();
    assert!(taken.contains("a été prise par la coopérative") && taken.contains(&cooperative), "{taken}");
    // What was handed in at the court is no name.
    assert_eq!(site.get("/fr/submissions/2/certificate?share", &[("cookie", &founder)]).status, 404);
}
