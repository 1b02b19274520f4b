//! Files that people send along: to a request, a visit, a project; and founders who confirm by an account of their own.

use testkit::{
    browser::{Browser, PHONE, Reader},
    http::Answer,
};

use crate::{
    coming_in::sign_in,
    desk::file,
    doors::{cookie, outcome, post},
    founding::{SHEET, WOMAN, open, step},
    journeys::{follow, said},
    served::Site,
    visits::{plan, today},
};

const FOUNDER: &str = "visitor@demo.example";
const MANAGER: &str = "manager@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const HEADQUARTERS: &str = "headquarters@demo.example";
const SEAT: &str = "kind=seat_moved&effective_on=2025-11-01&document=PV&place=04.281.01.01";
pub(crate) const SCAN: &str = "%PDF-1.7\n% a scan\n%%EOF\n";

/// Sends a file as a browser does.
fn send(site: &Site, who: &str, address: &str, (name, holds): (&str, &str)) -> Answer {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{holds}\r\n--b--\r\n"
    );
    let kind = ("content-type", "multipart/form-data; boundary=b");
    let headers = [kind, ("sec-fetch-site", "same-origin"), ("cookie", who)];
    testkit::http::request(site.address, "POST", address, &headers, &body).unwrap()
}

/// The addresses of the files that a page offers.
fn offered(page: &Answer, files: &str) -> Vec<String> {
    let text = page.text();
    let begins = format!("href=\"{files}/");
    let found = text.match_indices(&begins).map(|(at, _)| text[at + 6..].split('"').next().unwrap().to_owned());
    found.collect()
}

/// Sends a scan to a page, and gives where it is.
pub(crate) fn sent(site: &Site, who: &str, page: &str) -> String {
    added(site, who, page, &format!("{page}/files"))
}

/// Adds a scan to files that a page shows, and gives where it is.
pub(crate) fn added(site: &Site, who: &str, page: &str, files: &str) -> String {
    let answer = send(site, who, files, ("scan.pdf", SCAN));
    assert_eq!((answer.status, answer.header("location")), (303, page), "{}", answer.text());
    let there = offered(&site.get(page, &[("cookie", who)]), files);
    assert_eq!(there.len(), 1, "{page}");
    there[0].clone()
}

fn outcomes<const N: usize>(site: &Site, path: &str, who: [&str; N]) -> [(u16, &'static str); N] {
    who.map(|email| {
        let answer = site.get(path, &[("cookie", &cookie(site, email))]);
        (answer.status, outcome(&answer))
    })
}

#[test]
fn a_scan_stands_beside_its_request_and_is_handed_out_as_a_download() {
    let site = Site::up();
    let [manager, agent] = [MANAGER, AGENT].map(|email| cookie(&site, email));
    let request = file(&site, &manager, SEAT);
    let scan = sent(&site, &manager, &request);
    let got = site.get(&scan, &[("cookie", &agent)]);
    assert_eq!((got.status, got.text().as_str()), (200, SCAN));
    assert!(got.header("content-disposition").starts_with("attachment; filename=\"file.pdf\""));
    for (header, value) in [
        ("content-type", "application/pdf"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(got.header(header), value);
    }
    // Who may not see the request does not see its papers; they are found with this request only.
    assert_eq!(outcomes(&site, &scan, [FOUNDER, HEADQUARTERS]), [(403, "denied"), (403, "denied")]);
    let other = file(&site, &manager, &SEAT.replace("2025-11-01", "2025-11-02"));
    assert_ne!(request, other);
    assert_eq!(site.get(&scan.replace(&request, &other), &[("cookie", &manager)]).status, 404);
    assert_eq!(send(&site, &cookie(&site, FOUNDER), &format!("{request}/files"), ("scan.pdf", SCAN)).status, 403);
    // The same file twice is there once; it can be taken away until the request is decided, and not after.
    assert_eq!(sent(&site, &manager, &request), scan);
    let remove = format!("remove={}", scan.rsplit('/').next().unwrap());
    let files = format!("{request}/files");
    let seen = crate::desk::seen(&site, &agent, &request);
    let decided = post(&site, &request, &[("cookie", &agent)], &format!("decision=refuse&reason=Non&seen={seen}"));
    assert_eq!(decided.status, 303);
    assert_eq!(post(&site, &files, &[("cookie", &manager)], &remove).status, 303);
    assert_eq!(site.get(&scan, &[("cookie", &agent)]).status, 200, "it was decided on this paper");
    let mine = sent(&site, &manager, &other);
    let remove = format!("remove={}", mine.rsplit('/').next().unwrap());
    assert_eq!(post(&site, &format!("{other}/files"), &[("cookie", &manager)], &remove).status, 303);
    assert_eq!(site.get(&mine, &[("cookie", &manager)]).status, 404);
}

#[test]
fn what_is_disguised_is_not_taken_and_told_in_the_language_of_the_page() {
    let site = Site::up();
    let manager = cookie(&site, MANAGER);
    let request = file(&site, &manager, SEAT);
    let files = format!("{request}/files");
    let long = "x".repeat(11 << 20);
    for (name, holds, says) in [
        ("photo.jpg", "<script>alert(1)</script>", "pas un PDF"),
        ("page.pdf", "<!doctype html><script>alert(1)</script>", "pas un PDF"),
        ("scan.pdf", "%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF", "programme"),
        ("../../etc/cron.d/x.pdf", SCAN, "Renommez"),
        ("", "", "Choisissez"),
        ("vide.pdf", "", "vide"),
        ("long.pdf", &long, "trop volumineux"),
    ] {
        let answer = send(&site, &manager, &files, (name, holds));
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.text().contains(says), "{name}: {}", answer.text());
    }
    assert_eq!(offered(&site.get(&request, &[("cookie", &manager)]), &files).len(), 0);
    for other in ["..", "%2e%2e%2ftwiza.db", &"0a".repeat(16)] {
        assert_eq!(site.get(&format!("{files}/{other}"), &[("cookie", &manager)]).status, 404, "{other}");
    }
}

#[test]
fn photos_of_a_visit_are_for_whoever_sees_the_visit() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let visit = plan(&site, &agent, &today(&site, &agent), "regular");
    let photo = sent(&site, &agent, &visit);
    let seen = outcomes(&site, &photo, [AGENT, HEADQUARTERS, MANAGER, FOUNDER]);
    assert_eq!(seen.map(|(status, _)| status), [200, 200, 403, 403], "a cooperative sees no visit before its report");
    let files = format!("{visit}/files");
    assert_eq!(send(&site, &cookie(&site, HEADQUARTERS), &files, ("a.pdf", SCAN)).status, 403);
    // Once the report is signed, photos may still come, and none goes.
    let remove = |photo: &str| {
        let body = format!("remove={}", photo.rsplit('/').next().unwrap());
        assert_eq!(post(&site, &files, &[("cookie", &agent)], &body).status, 303);
        site.get(photo, &[("cookie", &agent)]).status
    };
    assert_eq!(remove(&photo), 404);
    let photo = sent(&site, &agent, &visit);
    let report = format!("step=report&held_on={}&saw=Vu&heard=", today(&site, &agent));
    assert_eq!(post(&site, &visit, &[("cookie", &agent)], &report).status, 303);
    assert_eq!(remove(&photo), 200);
    assert!(!site.get(&visit, &[("cookie", &agent)]).text().contains("name=\"remove\""));
}

#[test]
fn a_founder_sends_papers_from_a_phone_in_arabic_and_another_confirms_by_her_own_account() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    assert_eq!(step(&site, &founder, &format!("{project}/sheet"), SHEET).status, 303);
    let unsigned = WOMAN.replace("signed=PV", "signed=");
    assert_eq!(step(&site, &founder, &format!("{project}/founders"), &unsigned).status, 303);
    let founders = format!("{project}/founders");
    assert!(site.get(&founders, &[("cookie", &founder)]).text().contains("n’a pas encore signé"));

    // The certificate of the deposit, by the browser of a telephone.
    let browser = Browser::open_for(Reader { size: PHONE, script: false, languages: "ar" }).unwrap();
    sign_in(&site, &browser, "ar", FOUNDER);
    let capital = project.replace("/fr/", "/ar/") + "/capital";
    browser.go(&site.url(&capital)).unwrap();
    let scan = browser.downloads().with_file_name("deposit.pdf");
    std::fs::write(&scan, SCAN).unwrap();
    browser.find(".papers input[type=file]").unwrap().type_in(&scan.display().to_string()).unwrap();
    follow(&browser, ".papers form button");
    assert!(said(&browser, ".papers .results").contains("ملف PDF"));

    // She is sent a link, and confirms with the number of her own card.
    let link = post(&site, &format!("{founders}/1/link"), &[("cookie", &founder)], "").text();
    let start = link.find("/fr/confirmations/").unwrap_or_else(|| panic!("{link}"));
    let link = link[start..].split('"').next().unwrap().to_owned();
    assert_eq!(outcome(&site.get(&link, &[])), "sign-in");
    let hers = cookie(&site, MANAGER);
    let asked = site.get(&link, &[("cookie", &hers)]);
    assert!(asked.text().contains("Amina Secrete"), "{}", asked.text());
    let version = crate::project::version(&site, &hers, &link);
    let confirm =
        |number: &str| post(&site, &link, &[("cookie", &hers)], &format!("version={version}&identity_number={number}"));
    assert_eq!((confirm("GK999999").status, confirm("").status), (422, 422));
    assert_eq!(site.get(&project, &[("cookie", &hers)]).status, 403, "she has not confirmed");
    let confirmed = confirm("gk 654321");
    assert_eq!((confirmed.status, confirmed.header("location")), (303, project.as_str()), "{}", confirmed.text());
    assert_eq!(site.get(&project, &[("cookie", &hers)]).status, 200);
    let again = confirm("GK654321");
    assert!(again.status == 404 && again.text().contains("plus valable"), "a link is good once");
    assert!(site.get(&founders, &[("cookie", &founder)]).text().contains("a confirmé par son compte"));
    // She sees the project, and whoever prepares it keeps preparing it.
    let edited = unsigned.replace("founder=0", "founder=1");
    assert_eq!(step(&site, &founder, &founders, &edited).status, 303);
    let text = || site.get(&founders, &[("cookie", &founder)]).text();
    assert!(text().contains("a confirmé par son compte"), "nothing of it was changed");
    assert_eq!(step(&site, &founder, &founders, &edited.replace("cash_shares=10", "cash_shares=20")).status, 303);
    assert!(text().contains("à confirmer de nouveau"), "what she confirmed was changed");
    assert_eq!(site.get(&project, &[("cookie", &hers)]).status, 200, "she sees what");
    // Under the number of another card it is somebody else.
    assert_eq!(step(&site, &founder, &founders, &edited.replace("GK654321", "GK654322")).status, 303);
    assert!(text().contains("n’a pas encore signé"), "{}", text());
    assert_eq!(site.get(&project, &[("cookie", &hers)]).status, 403);

    // Who gives up the project takes its papers along.
    let scan =
        offered(&site.get(&format!("{project}/capital"), &[("cookie", &founder)]), &format!("{project}/deposit/files"));
    assert_eq!(scan.len(), 1);
    assert_eq!(post(&site, &project, &[("cookie", &founder)], "give_up=yes").status, 303);
    assert_eq!(site.get(&scan[0], &[("cookie", &founder)]).status, 404);
}

#[test]
fn a_paper_that_comes_while_it_is_decided_is_not_kept_with_what_was_decided() {
    // A scanner that takes its time, and clears all.
    let site = Site::up_with("TWIZA_SCAN_COMMAND='sleep 3'");
    let [manager, agent, founder] = [MANAGER, AGENT, FOUNDER].map(|email| cookie(&site, email));
    let (request, project) = (file(&site, &manager, SEAT), open(&site, &founder, "Miel"));
    let (files, deposit) = (format!("{request}/files"), format!("{project}/deposit/files"));
    let seen = crate::desk::seen(&site, &agent, &request);
    std::thread::scope(|scope| {
        let slow = [(&manager, &files), (&founder, &deposit)]
            .map(|(who, files)| scope.spawn(|| send(&site, who, files, ("scan.pdf", SCAN)).status));
        std::thread::sleep(std::time::Duration::from_secs(1));
        let decided = post(&site, &request, &[("cookie", &agent)], &format!("decision=refuse&reason=Non&seen={seen}"));
        assert_eq!(decided.status, 303);
        assert_eq!(post(&site, &project, &[("cookie", &founder)], "give_up=yes").status, 303);
        assert_eq!(slow.map(|sent| sent.join().unwrap()), [303; 2]);
    });
    assert_eq!(offered(&site.get(&request, &[("cookie", &agent)]), &files), Vec::<String>::new());
    // Nor does the next project have the number, and with it the papers, of the one that was given up.
    assert_ne!(open(&site, &founder, "Miel"), project);
}
