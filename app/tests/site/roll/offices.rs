//! Who runs a cooperative, by name: appointed and ended by its manager, seen by its delegation and auditors, by nobody else.

use testkit::{
    browser::{Browser, DESKTOP, PHONE, Reader},
    http::Answer,
};

use super::{AGENT, FOUNDER, MANAGED, TABLE, encoded, lies_in_plain, send, version};
use crate::{
    coming_in::{fill, sign_in},
    doors::{cookie, post},
    founding::registered,
    journeys::{follow, here, said},
    served::Site,
};

/// The id by which a form offers somebody.
fn offered(page: &Answer, name: &str) -> String {
    let text = page.text();
    let end = text.find(&format!("\">{name}</option>")).unwrap_or_else(|| panic!("{name}: {text}"));
    text[..end].rsplit('"').next().unwrap().to_owned()
}

/// Appoints at once, as whoever has seen what it does.
fn appoint(site: &Site, who: &str, offices: &str, body: &str) -> u16 {
    send(site, who, offices, &format!("outsider=&outsider_number=&{body}&paper=PV&sure=yes")).status
}

#[test]
fn who_runs_a_cooperative_is_known_by_name_to_those_who_see_its_roll() {
    let site = Site::up();
    let [founder, agent, auditor] = [FOUNDER, AGENT, "auditor@demo.example"].map(|email| cookie(&site, email));
    let cooperative = registered(&site);
    let offices = format!("{cooperative}/offices");
    let page = site.get(&offices, &[("cookie", &founder)]);
    assert!(page.text().contains("Personne n’est inscrit"), "{}", page.text());
    let [amina, fatima] = ["Amina Secrete", "Fatima Secrete"].map(|name| offered(&page, name));
    let body =
        format!("function=president&holder={amina}&outsider=&outsider_number=&on=2025-11-20&until=2028-11-19&paper=PV");
    let looked = send(&site, &founder, &offices, &body);
    assert!(looked.text().contains("name=\"sure\"") && looked.text().contains("id=\"effect\""), "{}", looked.text());
    assert!(site.get(&offices, &[("cookie", &founder)]).text().contains("Personne n’est inscrit"), "nothing yet");
    let sure = format!("version={}&{body}&sure=yes", version(&looked));
    assert_eq!(post(&site, &offices, &[("cookie", &founder)], &sure).status, 303);
    assert_eq!(post(&site, &offices, &[("cookie", &founder)], &sure).status, 422, "the same form twice");
    let anew = send(&site, &founder, &offices, &format!("{body}&sure=yes"));
    assert!(anew.status == 422 && anew.text().contains("déjà cette fonction"), "{}", anew.text());

    // The delegation enters one from paper; a second president there never is.
    let president = format!("function=president&holder={fatima}&on=2025-12-01&until=");
    assert_eq!(appoint(&site, &agent, &offices, &president), 422);
    let treasurer = president.replace("president", "treasurer");
    assert_eq!(appoint(&site, &agent, &offices, &treasurer), 303);
    for page in [&founder, &agent, &auditor].map(|who| site.get(&offices, &[("cookie", who)])) {
        let text = page.text();
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(text.contains("Amina Secrete") && text.contains("Fatima Secrete"), "{text}");
        assert!(text.contains("Le conseil a \u{2068}2\u{2069} membres"), "{text}");
        // The register knows what was filed with the foundation: nothing of this is recorded there by itself.
        assert!(text.contains("Le registre central dit autre chose"), "{text}");
        let asks = text.contains(&format!("{cooperative}/requests?kind=organ_appointed\""));
        assert_eq!(asks, text.contains("</option>"), "whoever may change it may ask: {text}");
    }
    let ask = format!("{cooperative}/requests?kind=organ_appointed");
    assert_eq!(site.get(&ask, &[("cookie", &founder)]).status, 200);
    assert!(!site.get(&cooperative, &[]).text().contains("conseil d’administration"));

    // Whom it does not concern sees no name, and changes nothing.
    let one = format!("{offices}/1");
    for email in ["manager@demo.example", "headquarters@demo.example", "clerk.kenitra@demo.example"] {
        let other = cookie(&site, email);
        for page in [&offices, &one] {
            let asked = site.get(page, &[("cookie", &other)]);
            assert!(asked.status == 403 && !asked.text().contains("Secrete"), "{email} {page}");
            let body = format!("version=2&{body}&sure=yes");
            assert_eq!(post(&site, page, &[("cookie", &other)], &body).status, 403, "{email} {page}");
        }
    }
    let ends = "version=2&on=2025-12-10&paper=PV&sure=yes";
    assert_eq!(post(&site, &one, &[("cookie", &auditor)], ends).status, 403);
    assert_eq!(site.get(&one, &[("cookie", &auditor)]).status, 200);
    assert_eq!((site.get(&offices, &[]).status, site.get(&one, &[]).status), (303, 303));
    for nowhere in ["3", "0", "01", "x", "99999999999999999999"] {
        assert_eq!(site.get(&format!("{offices}/{nowhere}"), &[("cookie", &founder)]).status, 404, "{nowhere}");
    }
    // Another cooperative's member is nobody here.
    let strange = president.replace(&fatima, "0123456789abcdef0123456789abcdef").replace("president", "secretary");
    assert_eq!(appoint(&site, &founder, &offices, &strange), 422);
    let log = site.get("/fr/audit?event=read", &[("cookie", &auditor)]).text();
    assert!(log.contains("see_members") && log.contains("keep_members") && !log.contains("Secrete"), "{log}");
}

#[test]
fn an_office_ends_by_paper_or_with_the_membership() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let cooperative = registered(&site);
    let offices = format!("{cooperative}/offices");
    let page = || site.get(&offices, &[("cookie", &founder)]);
    let [amina, fatima] = ["Amina Secrete", "Fatima Secrete"].map(|name| offered(&page(), name));
    let president = |holder: &str, on: &str| {
        appoint(&site, &founder, &offices, &format!("function=president&holder={holder}&on={on}&until="))
    };
    assert_eq!(president(&amina, "2025-11-20"), 303);
    let one = format!("{offices}/1");
    let end = |on: &str| send(&site, &founder, &one, &format!("on={on}&paper=Lettre&sure=yes")).status;
    assert_eq!((end("2025-11-19"), end("2990-01-01"), end("")), (422, 422, 422));
    let looked = send(&site, &founder, &one, "on=2025-12-10&paper=Lettre");
    assert!(looked.text().contains("name=\"sure\"") && !page().text().contains("10 décembre"), "{}", looked.text());
    let sure = format!("version={}&on=2025-12-10&paper=Lettre&sure=yes", version(&looked));
    assert_eq!(post(&site, &one, &[("cookie", &founder)], &sure).status, 303);
    assert_eq!(post(&site, &one, &[("cookie", &founder)], &sure).status, 422, "the same form twice");
    let text = site.get(&one, &[("cookie", &founder)]).text();
    assert!(text.contains("terminée le \u{2068}10 décembre 2025") && text.contains("Lettre"), "{text}");
    assert!(!text.contains("name=\"version\""), "what is over is not ended again: {text}");
    assert_eq!((president(&fatima, "2025-12-09"), president(&fatima, "2025-12-10")), (422, 303));

    // She leaves: the form says what ends, and the day is that of the leaving.
    let member = format!("{cooperative}/members/{fatima}");
    let leave = "why=withdrew&to=&ground=&notice_on=&reason=&paper=PV&on=2025-12-20";
    let looked = send(&site, &founder, &member, leave).text();
    assert!(looked.contains("Président(e)") && looked.contains("a quitté la coopérative"), "{looked}");
    assert_eq!(send(&site, &founder, &member, &format!("{leave}&sure=yes")).status, 303);
    let text = page().text();
    assert!(text.contains("Personne n’est inscrit") && text.contains("coopérative le \u{2068}20 décembre"), "{text}");
    assert_eq!(president(&amina, "2025-12-20"), 303);
}

#[test]
fn a_director_may_come_from_outside_and_bad_forms_are_told_what_would_be_right() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let offices = format!("{}/offices", registered(&site));
    let page = || site.get(&offices, &[("cookie", &founder)]);
    let amina = offered(&page(), "Amina Secrete");
    let director = "function=director&holder=outsider&outsider=Idriss+Secret&outsider_number=GK777777&on=2025-12-01&until=&paper=PV";
    for (good, bad) in [
        ("function=director", "function="),
        ("function=director", "function=president"),
        ("holder=outsider", "holder="),
        ("holder=outsider", "holder=nobody"),
        ("&outsider=Idriss+Secret", "&outsider="),
        ("GK777777", "777"),
        ("GK777777", "GK654320"),
        ("on=2025-12-01", "on="),
        ("on=2025-12-01", "on=2990-01-01"),
        ("on=2025-12-01", "on=2001-01-01"),
        ("until=", "until=2025-12-01"),
        ("until=", "until=soon"),
    ] {
        let answer = send(&site, &founder, &offices, &format!("{}&sure=yes", director.replacen(good, bad, 1)));
        assert_eq!(answer.status, 422, "{bad}: {}", answer.text());
        assert!(answer.text().contains("class=\"errors\"") && !answer.text().contains("roll-wrong-"), "{bad}");
    }
    assert_eq!(send(&site, &founder, &offices, &format!("{director}&sure=yes")).status, 303);
    let text = page().text();
    assert!(text.contains("Idriss Secret"), "{text}");
    assert!(!lies_in_plain(&site, "Idriss Secret") && !lies_in_plain(&site, "GK777777"));
    assert!(lies_in_plain(&site, "director"), "what is no name is there");
    let idriss = offered(&page(), "Idriss Secret");
    let again = |function: &str, holder: &str, on: &str| {
        appoint(&site, &founder, &offices, &format!("function={function}&holder={holder}&on={on}&until="))
    };
    assert_eq!(again("director", &idriss, "2025-12-02"), 422, "he is director already");
    assert_eq!(again("secretary", &idriss, "2025-12-02"), 422, "and no member");
    assert_eq!(again("director", &amina, "2025-12-02"), 303, "a member may direct too");
    let roll = site.get(&offices.replace("/offices", "/members"), &[("cookie", &founder)]).text();
    assert!(!roll.contains("Idriss"), "he is not on the roll: {roll}");
}

/// A manager appoints a president from the roll's page and ends the office.
fn journey(reader: Reader<'_>, [present, over, wrong]: [&str; 3]) {
    let (site, lang) = (Site::up(), reader.languages);
    let browser = Browser::open_for(reader).unwrap();
    let manager = cookie(&site, "manager@demo.example");
    let table = encoded(&TABLE.replace("Secret,100005", "Secret,GK100005"));
    let import = format!("{MANAGED}/members/import");
    assert_eq!(send(&site, &manager, &import, &format!("table={table}&on=2025-12-01&paper=PV&sure=yes")).status, 303);
    sign_in(&site, &browser, lang, "manager@demo.example");
    let room = MANAGED.replace("/fr/", &format!("/{lang}/"));
    browser.go(&site.url(&format!("{room}/governance"))).unwrap();
    follow(&browser, "main .note a[href$='/offices']");
    browser.go(&site.url(&format!("{room}/members"))).unwrap();
    follow(&browser, "main a[href$='/offices']");
    let set = |field: &str, value: &str| {
        browser.evaluate(&format!("document.querySelector('{field}').value = '{value}'")).unwrap();
    };
    set("#function", "president");
    set("#holder", &offered(&site.get(&format!("{room}/offices"), &[("cookie", &manager)]), "Amina Secrete"));
    set("#on", "2025-12-01");
    set("#until", "2025-11-30");
    fill(&browser, "#paper", "PV");
    follow(&browser, "main form button");
    assert!(said(&browser, ".errors").contains(wrong), "{}", said(&browser, ".errors"));
    set("#until", "2028-11-30");
    follow(&browser, "main form button");
    assert!(said(&browser, "table[aria-labelledby=effect]").contains("Amina Secrete"));
    follow(&browser, "main form button[name=sure]");
    assert_eq!(here(&site, &browser), format!("{room}/offices"));
    let row = said(&browser, "main .results li");
    assert!(row.contains(present) && row.contains("Amina Secrete") && row.contains("2028"), "{row}");
    assert!(browser.find("main a[href*='kind=organ_appointed']").is_ok(), "the register knows something else");
    follow(&browser, "main .results a");
    set("#on", "2025-12-31");
    fill(&browser, "#paper", "PV");
    follow(&browser, "main form button");
    follow(&browser, "main form button[name=sure]");
    browser.evaluate("document.querySelector('main details').open = true").unwrap();
    let row = said(&browser, "main details .results li");
    assert!(row.contains(over) && row.contains("Amina Secrete"), "{row}");
}

#[test]
fn a_manager_appoints_a_president_in_french_on_a_desktop() {
    let words = ["Président(e)", "terminée le", "vient après"];
    journey(Reader { size: DESKTOP, script: true, languages: "fr" }, words);
}

#[test]
fn a_manager_appoints_a_president_in_arabic_on_a_phone_without_script() {
    let words = ["رئيس(ة)", "انتهت في", "يأتي بعد"];
    journey(Reader { size: PHONE, script: false, languages: "ar" }, words);
}
