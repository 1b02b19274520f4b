//! The members' roll: founders are on it at once, managers admit members and let them go, and nobody else sees a name.

mod changes;
mod offices;

use testkit::{browser::PHONE, http::Answer};

use crate::{
    coming_in::{fill, sign_in},
    doors::{cookie, post},
    founding::registered,
    journeys::{both_ways, follow, here, said},
    served::Site,
};

const FOUNDER: &str = "visitor@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";

/// What stands in a hidden field of a page.
fn version(page: &Answer) -> String {
    let text = page.text();
    let start = text.find("name=\"version\" value=\"").unwrap_or_else(|| panic!("{text}")) + 22;
    text[start..].split('"').next().unwrap().to_owned()
}

/// Sends a form of the roll as it now is.
fn send(site: &Site, who: &str, page: &str, body: &str) -> Answer {
    let version = version(&site.get(page, &[("cookie", who)]));
    post(site, page, &[("cookie", who)], &format!("version={version}&{body}"))
}

/// Whether a text can be read in any file of the program: its database, its log.
fn lies_in_plain(site: &Site, text: &str) -> bool {
    let files =
        std::fs::read_dir(site.folder()).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let mut holds = files.map(|path| std::fs::read(path).unwrap());
    holds.any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

/// The members of a cooperative today, women among them.
fn counted(site: &Site, cooperative: &str) -> (i64, i64) {
    let number = cooperative.rsplit('/').next().unwrap();
    let said: serde_json::Value = site.get(&format!("/api/v1/cooperatives/{number}"), &[]).text().parse().unwrap();
    let members = &said["state"]["members"];
    let count = |part: &str| members[part].as_i64().unwrap_or_default();
    (count("total"), count("women"))
}

const WOMAN: &str = "who=person&name=Rahma+Secrete&name_fr=Rahma&identity_number=GK222222&born_on=2000-02-03&sex=female\
    &phone=0612345678&shares=3&paper=PV";

#[test]
fn founders_are_on_the_roll_and_who_is_admitted_changes_figures_and_capital() {
    let site = Site::up();
    let [founder, agent] = [FOUNDER, AGENT].map(|email| cookie(&site, email));
    let cooperative = registered(&site);
    let roll = format!("{cooperative}/members");
    let shown = site.get(&roll, &[("cookie", &founder)]).text();
    for name in ["Amina Secrete", "Fatima Secrete"] {
        assert!(shown.contains(name), "{shown}");
    }
    let before = counted(&site, &cooperative);
    let admit = format!("{roll}/admit");
    let on = "on=2025-12-01";
    let looked = send(&site, &founder, &admit, &format!("{WOMAN}&{on}"));
    assert_eq!(looked.status, 200, "{}", looked.text());
    assert!(looked.text().contains("name=\"sure\"") && looked.text().contains("Rahma Secrete"), "{}", looked.text());
    assert_eq!(counted(&site, &cooperative), before, "nothing is recorded before it was seen");
    let old = version(&looked);
    let body = format!("version={old}&{WOMAN}&{on}&sure=yes");
    assert_eq!(post(&site, &admit, &[("cookie", &founder)], &body).status, 303);
    assert_eq!(counted(&site, &cooperative), (before.0 + 1, before.1 + 1));
    let again = post(&site, &admit, &[("cookie", &founder)], &body);
    assert_eq!(again.status, 422, "the same form twice");
    assert_eq!(counted(&site, &cooperative), (before.0 + 1, before.1 + 1));
    let twice = send(&site, &agent, &admit, &format!("{WOMAN}&{on}&sure=yes"));
    assert_eq!(twice.status, 422, "nobody is a member twice");
    let shown = site.get(&roll, &[("cookie", &agent)]).text();
    assert!(shown.contains("Rahma Secrete"), "the delegation reads: {shown}");
    // No act, no page and no file for everyone says a name.
    let number = cooperative.rsplit('/').next().unwrap();
    for public in [cooperative.clone(), format!("/api/v1/cooperatives/{number}")] {
        assert!(!site.get(&public, &[]).text().contains("Secrete"), "{public}");
    }
    let log = site.get("/fr/audit?event=read", &[("cookie", &cookie(&site, "auditor@demo.example"))]).text();
    assert!(log.contains("see_members") && !log.contains("Secrete"), "{log}");

    // She leaves again; her shares are paid back.
    let start = shown.find("Rahma Secrete").unwrap();
    let link = shown[..start].rfind("/members/").map(|at| &shown[at..]).unwrap();
    let member = format!("{cooperative}{}", link.split('"').next().unwrap());
    let leave = "why=withdrew&to=&paper=PV&on=2025-12-02";
    let looked = send(&site, &founder, &member, leave);
    assert!(looked.text().contains("name=\"sure\""), "{}", looked.text());
    let early = send(&site, &founder, &member, "why=withdrew&to=&paper=PV&on=2025-11-30&sure=yes");
    assert_eq!(early.status, 422, "not before she came");
    assert_eq!(send(&site, &founder, &member, &format!("{leave}&sure=yes")).status, 303);
    assert_eq!(counted(&site, &cooperative), before);
    let shown = site.get(&member, &[("cookie", &founder)]).text();
    assert!(shown.contains("Rahma Secrete") && !shown.contains("name=\"why\""), "{shown}");
}

#[test]
fn a_roll_is_for_its_cooperative_its_delegation_and_auditors() {
    let site = Site::up();
    let cooperative = registered(&site);
    let roll = format!("{cooperative}/members");
    let shown = site.get(&roll, &[("cookie", &cookie(&site, FOUNDER))]);
    let text = shown.text();
    assert_eq!(shown.header("cache-control"), "no-store");
    let link = text
        .split("/members/")
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()) && !rest.starts_with("admit"));
    let id = link.unwrap().split('"').next().unwrap();
    let pages = [roll.clone(), format!("{roll}/admit"), format!("{roll}/{id}")];
    for email in [
        "manager@demo.example",
        "headquarters@demo.example",
        "administrator@demo.example",
        "clerk.kenitra@demo.example",
    ] {
        let other = cookie(&site, email);
        for page in &pages {
            let answer = site.get(page, &[("cookie", &other)]);
            assert_eq!(answer.status, 403, "{email} {page}");
            assert!(!answer.text().contains("Secrete"), "{email} {page}");
        }
        for page in &pages[1..] {
            let answer = post(&site, page, &[("cookie", &other)], &format!("version=1&{WOMAN}&on=2025-12-01&sure=yes"));
            assert_eq!(answer.status, 403, "{email} {page}");
        }
    }
    let auditor = cookie(&site, "auditor@demo.example");
    assert_eq!(site.get(&roll, &[("cookie", &auditor)]).status, 200);
    assert_eq!(site.get(&pages[1], &[("cookie", &auditor)]).status, 403);
    let answer =
        post(&site, &pages[2], &[("cookie", &auditor)], "version=1&why=withdrew&to=&paper=x&on=2025-12-01&sure=yes");
    assert_eq!(answer.status, 403);
    for page in &pages {
        assert_eq!(site.get(page, &[]).status, 303, "{page}");
    }
    assert_eq!(site.get("/fr/cooperatives/KEN-999999/members", &[("cookie", &auditor)]).status, 404);
    assert_eq!(site.get(&format!("{roll}/nobody"), &[("cookie", &auditor)]).status, 404);
}

#[test]
fn bad_forms_of_the_roll_are_told_what_would_be_right() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let cooperative = registered(&site);
    let admit = format!("{cooperative}/members/admit");
    for (good, bad) in [
        ("name=Rahma+Secrete", "name="),
        ("GK222222", "222222"),
        ("2000-02-03", "2990-02-03"),
        ("sex=female", "sex=x"),
        ("phone=0612345678", "phone=12"),
        ("shares=3", "shares=0"),
        ("shares=3", "shares="),
        ("on=2025-12-01", "on=2990-01-01"),
        ("on=2025-12-01", "on=2001-01-01"),
        ("on=2025-12-01", "on="),
    ] {
        let body = format!("{WOMAN}&on=2025-12-01&sure=yes").replace(good, bad);
        let answer = send(&site, &founder, &admit, &body);
        assert_eq!(answer.status, 422, "{bad}: {}", answer.text());
        assert!(answer.text().contains("class=\"errors\""), "{bad}");
        assert!(!answer.text().contains("roll-wrong-"), "{bad}: said by a key that has no words");
    }
    assert_eq!(counted(&site, &cooperative).0, 5);
}

/// The first cooperative of Kénitra's demo manager.
const MANAGED: &str = "/fr/cooperatives/KEN-000100";

const TABLE: &str = "Nom,CIN,Date de naissance,Sexe,Parts\n\
    Amina Secrete,GK100001,31/12/1980,femme,5\n\
    Said Secret,GK100002,01/02/1995,homme,5\n\
    Rahma Secrete,GK100003,03/04/2001,femme,5\n\
    Fatna Secrete,GK100004,03/04/1975,femme,5\n\
    Aziz Secret,100005,03/04/1975,homme,5\n";

fn encoded(table: &str) -> String {
    form_urlencoded::byte_serialize(table.as_bytes()).collect()
}

#[test]
fn a_roll_is_opened_at_once_by_a_table_and_the_same_table_again_changes_nothing() {
    let site = Site::up();
    let manager = cookie(&site, "manager@demo.example");
    let roll = format!("{MANAGED}/members");
    let import = format!("{roll}/import");
    let before = counted(&site, MANAGED);
    assert!(site.get(&roll, &[("cookie", &manager)]).text().contains(&import), "no roll is kept yet");
    // One member alone would make it a cooperative of one.
    let alone = format!("version=1&{WOMAN}&on=2025-12-01&sure=yes");
    let alone = post(&site, &format!("{roll}/admit"), &[("cookie", &manager)], &alone);
    assert_eq!(alone.status, 422, "{}", alone.text());
    let on = "&on=2025-12-01&paper=PV";
    let bad = send(&site, &manager, &import, &format!("table={}{on}&sure=yes", encoded(TABLE)));
    assert!(bad.status == 200 && bad.text().contains("AB123456") && bad.text().contains("100005"), "{}", bad.text());
    assert_eq!(counted(&site, MANAGED), before, "nothing is recorded while a row is wrong");
    let rejects = send(&site, &manager, &import, &format!("table={}{on}&rejects=yes", encoded(TABLE)));
    assert!(rejects.header("content-disposition").contains("rejected"), "{}", rejects.text());
    assert!(rejects.text().contains("Aziz") && !rejects.text().contains("Amina"), "{}", rejects.text());
    let mended = TABLE.replace("Secret,100005", "Secret,GK100005");
    let looked = send(&site, &manager, &import, &format!("table={}{on}", encoded(&mended)));
    assert!(looked.text().contains("name=\"sure\""), "{}", looked.text());
    assert_eq!(counted(&site, MANAGED), before);
    let taken = send(&site, &manager, &import, &format!("table={}{on}&sure=yes", encoded(&mended)));
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(counted(&site, MANAGED), (5, 3), "counted from the roll");
    let again = send(&site, &manager, &import, &format!("table={}{on}&sure=yes", encoded(&mended)));
    assert_eq!(again.status, 200);
    assert!(!again.text().contains("name=\"sure\""), "there is nothing to record");
    assert_eq!(counted(&site, MANAGED), (5, 3));
    for (file, kind) in [("template", "spreadsheetml"), ("xlsx", "spreadsheetml")] {
        let answer = site.get(&format!("{roll}/{file}"), &[("cookie", &manager)]);
        assert!(answer.status == 200 && answer.header("content-type").contains(kind), "{file}");
    }
    let other = cookie(&site, FOUNDER);
    for file in ["xlsx", "pdf", "import"] {
        assert_eq!(site.get(&format!("{roll}/{file}"), &[("cookie", &other)]).status, 403, "{file}");
    }
}

#[test]
fn a_manager_admits_a_member_from_a_phone_in_arabic_and_lets_her_go() {
    both_ways(PHONE, "ar", |site, browser| {
        let manager = cookie(site, "manager@demo.example");
        let import = format!("{MANAGED}/members/import");
        let table = encoded(&TABLE.replace("Secret,100005", "Secret,GK100005"));
        send(site, &manager, &import, &format!("table={table}&on=2025-12-01&paper=PV&sure=yes"));
        let before = counted(site, MANAGED);
        assert_eq!(before, (5, 3));
        let roll = "/ar/cooperatives/KEN-000100/members";
        sign_in(site, browser, "ar", "manager@demo.example");
        browser.go(&site.url(roll)).unwrap();
        follow(browser, "main a.button[href$='/members/admit']");
        // The browser's field of a day takes it in the reader's own order: it is set as a form sends it.
        let set = |field: &str, value: &str| {
            browser.evaluate(&format!("document.querySelector('{field}').value = '{value}'")).unwrap();
        };
        fill(browser, "#name", "رحمة السرية");
        fill(browser, "#identity_number", "222222");
        set("#born_on", "2000-02-03");
        set("#sex", "female");
        fill(browser, "#shares", "2");
        fill(browser, "#paper", "محضر الجمع العام");
        follow(browser, "main form button");
        assert!(said(browser, ".errors").contains("البطاقة"), "{}", said(browser, ".errors"));
        assert_eq!(browser.find("#name").unwrap().property("value").unwrap(), "رحمة السرية", "typing is kept");
        browser.find("#identity_number").unwrap().clear().unwrap();
        fill(browser, "#identity_number", "GK222222");
        follow(browser, "main form button");
        assert_eq!(counted(site, MANAGED), before, "nothing is recorded before it was seen");
        assert!(browser.find("table[aria-labelledby=effect] tbody tr").is_ok(), "what it does is shown");
        follow(browser, "main form button[name=sure]");
        assert_eq!(counted(site, MANAGED), (6, 4));
        browser.go(&site.url(roll)).unwrap();
        let there =
            "[...document.querySelectorAll('main .results a')].find(a => a.textContent.includes('رحمة السرية'))";
        browser.evaluate(&format!("{there}.id = 'her'")).unwrap();
        follow(browser, "#her");
        assert!(here(site, browser).starts_with(roll) && said(browser, "h1").contains("رحمة السرية"));
        set("#why", "withdrew");
        fill(browser, "#paper", "رسالة الانسحاب");
        follow(browser, "main form button");
        follow(browser, "main form button[name=sure]");
        assert_eq!(counted(site, MANAGED), before);
        browser.go(&site.url(roll)).unwrap();
        assert!(said(browser, "main").contains("أمينة") || said(browser, "main").contains("Amina"));
        assert!(browser.find("main details").is_ok(), "who left stands below");
    });
}

#[test]
fn a_file_is_read_as_a_browser_sends_it() {
    let site = Site::up();
    let manager = cookie(&site, "manager@demo.example");
    let import = format!("{MANAGED}/members/import");
    let version = version(&site.get(&import, &[("cookie", &manager)]));
    let part = |name: &str, more: &str, text: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n{text}\r\n")
    };
    let body = [
        part("version", "", &version),
        part("on", "", "2025-12-01"),
        part("paper", "", "PV"),
        part("table", "", ""),
        part("file", "; filename=\"membres.csv\"", TABLE),
        "--b--\r\n".to_owned(),
    ];
    let headers =
        [("content-type", "multipart/form-data; boundary=b"), ("sec-fetch-site", "same-origin"), ("cookie", &manager)];
    let answer = testkit::http::request(site.address, "POST", &import, &headers, &body.concat()).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.text().contains("100005") && answer.text().contains("Amina Secrete"), "{}", answer.text());
    let headers = [("content-type", "text/plain"), ("sec-fetch-site", "same-origin"), ("cookie", manager.as_str())];
    assert_eq!(testkit::http::request(site.address, "POST", &import, &headers, "x").unwrap().status, 400);
}
