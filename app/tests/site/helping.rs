//! A helper walks the path with founders, until whoever opened the project takes that right back.

use testkit::browser::{DESKTOP, PHONE};

use crate::{
    coming_in::sign_in,
    doors::{cookie, outcome, post},
    journeys::{both_ways, follow, here, said},
    project::{SHEET, WOMAN, open, step},
    served::Site,
};

const OPENER: &str = "visitor@demo.example";
const HELPER: &str = "manager@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";

/// Makes a link for a helper.
pub(crate) fn invite(site: &Site, opener: &str, project: &str) -> String {
    let text = post(site, &format!("{project}/helpers"), &[("cookie", opener)], "invite=yes").text();
    let start = text.find("/fr/invitations/").unwrap_or_else(|| panic!("{text}"));
    text[start..].split('"').next().unwrap().to_owned()
}

#[test]
fn founders_invite_a_helper_who_fills_in_a_step_until_the_right_is_taken_back() {
    for (size, lang) in [(PHONE, "ar"), (DESKTOP, "fr")] {
        both_ways(size, lang, |site, browser| {
            let opener = cookie(site, OPENER);
            let project = open(site, &opener, "Miel").replace("/fr/", &format!("/{lang}/"));
            sign_in(site, browser, lang, OPENER);
            browser.go(&site.url(&project)).unwrap();
            follow(browser, &format!("main a[href='{project}/helpers']"));
            follow(browser, "main form.card button");
            let link = browser.find("#link").unwrap().property("value").unwrap();
            let link = link.split_once(&format!("/{lang}/")).unwrap().1.to_owned();

            sign_in(site, browser, lang, HELPER);
            browser.go(&site.url(&project)).unwrap();
            assert!(browser.find("h1").is_ok() && !said(browser, "main").contains("Miel"), "it is not the helper's");
            browser.go(&site.url(&format!("/{lang}/{link}"))).unwrap();
            assert!(said(browser, ".lead").contains("Miel"));
            follow(browser, "#agree");
            assert_eq!(here(site, browser), project);
            assert!(browser.find("button[name=give_up]").is_err(), "a helper does not give up what is not theirs");
            browser.go(&site.url(&format!("{project}/sheet"))).unwrap();
            crate::coming_in::fill(browser, "#idea", "Des ruches");
            follow(browser, "main form button");
            browser.go(&site.url(&format!("/{lang}/projects/mine"))).unwrap();
            assert!(said(browser, "main .results").contains("Miel"));

            sign_in(site, browser, lang, OPENER);
            browser.go(&site.url(&format!("{project}/sheet"))).unwrap();
            assert_eq!(browser.find("#idea").unwrap().property("value").unwrap(), "Des ruches");
            browser.go(&site.url(&format!("{project}/helpers"))).unwrap();
            assert!(said(browser, "main .results").contains("manager"), "{}", said(browser, "main"));
            follow(browser, "main .results button");
            let helper = cookie(site, HELPER);
            for page in ["", "/sheet", "/founders", "/helpers"] {
                assert_eq!(site.get(&format!("{project}{page}"), &[("cookie", &helper)]).status, 403, "{page}");
            }
        });
    }
}

#[test]
fn a_helper_sees_and_changes_and_neither_invites_nor_deletes_nor_confirms() {
    let site = Site::up();
    let [opener, helper, agent] = [OPENER, HELPER, AGENT].map(|email| cookie(&site, email));
    let project = open(&site, &opener, "Miel");
    let founders = format!("{project}/founders");
    assert_eq!(step(&site, &opener, &founders, &WOMAN.replace("signed=PV", "signed=")).status, 303);
    let link = invite(&site, &opener, &project);
    assert_eq!(outcome(&site.get(&link, &[])), "sign-in");
    assert_eq!(
        post(&site, &link, &[("cookie", &opener)], "agree=yes").status,
        422,
        "whoever opened it needs no helper's right"
    );
    assert_eq!(site.get(&founders, &[("cookie", &helper)]).status, 403, "who has not agreed sees nothing");
    assert_eq!(post(&site, &link, &[("cookie", &helper)], "agree=yes").status, 303);
    assert_eq!(post(&site, &link, &[("cookie", &agent)], "agree=yes").status, 404, "a link is good once");

    assert_eq!(step(&site, &helper, &format!("{project}/sheet"), SHEET).status, 303);
    assert!(site.get(&founders, &[("cookie", &helper)]).text().contains("Amina Secrete"));
    let helpers = format!("{project}/helpers");
    for (path, body) in [(&helpers, "invite=yes"), (&helpers, "remove=1"), (&project, "give_up=yes")] {
        assert_eq!(post(&site, path, &[("cookie", &helper)], body).status, 403, "{path} {body}");
    }
    // A helper hands a founder's link on, and does not follow it.
    let asked = post(&site, &format!("{founders}/1/link"), &[("cookie", &helper)], "").text();
    let secret = &asked[asked.find("/fr/confirmations/").unwrap()..];
    let confirmation = secret.split('"').next().unwrap();
    let own = step(&site, &helper, confirmation, "identity_number=GK654321");
    assert!(own.status == 422 && own.text().contains("Qui aide"), "{}", own.text());

    // Each reading stands in the log as the helper's, and names the project.
    let log = site.get("/fr/account/log", &[("cookie", &helper)]).text();
    assert!(log.contains("see_project") && log.contains("Project"), "{log}");
    // Taken back, it is taken back at once, with the links that nobody followed.
    assert!(site.get(&helpers, &[("cookie", &opener)]).text().contains("accompagne depuis"));
    assert_eq!(post(&site, &helpers, &[("cookie", &opener)], "remove=1").status, 303);
    assert_eq!(site.get(&founders, &[("cookie", &helper)]).status, 403);
    assert_eq!(site.get(confirmation, &[("cookie", &helper)]).status, 404);
    assert!(!site.get("/fr/projects/mine", &[("cookie", &helper)]).text().contains(&project));
}

#[test]
fn an_agent_who_helped_does_not_decide() {
    let site = Site::up();
    let [opener, agent] = [OPENER, AGENT].map(|email| cookie(&site, email));
    let project = open(&site, &opener, "Miel");
    let link = invite(&site, &opener, &project);
    assert_eq!(post(&site, &link, &[("cookie", &agent)], "agree=yes").status, 303);
    assert_eq!(step(&site, &agent, &format!("{project}/sheet"), SHEET).status, 303);
    let names = "ar1=عسل+سبو&fr1=Miel+du+Sebou&ar2=&fr2=&ar3=&fr3=&hand_in=yes";
    assert_eq!(step(&site, &opener, &format!("{project}/name"), names).status, 303);
    let text = site.get(&project, &[("cookie", &opener)]).text();
    let start = text.find("/fr/submissions/").unwrap_or_else(|| panic!("{text}"));
    let submission = text[start..].split('"').next().unwrap();
    let decided = post(&site, submission, &[("cookie", &agent)], "decision=accept&choice=0&reason=");
    assert_eq!(decided.status, 403);
}
