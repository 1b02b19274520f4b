//! What a journey leaves behind: nobody's name, number or address in the log, in the database, in exports, or on pages of errors.

use std::{fs, process::Command};

use crate::{
    doors::{cookie, post},
    dossier::UNION,
    founding::{SHEET, WOMAN, open, step},
    house::{Said, TWIZA},
    served::Site,
};

/// All that is said of people on the way, as it is written in any place.
const SAID: [&str; 7] = [
    "Secrete",
    "GK654321",
    "Cachee",
    "zineb.cachee@example.ma",
    "661239871",
    "Hmad Invisible",
    "hmad.invisible@example.ma",
];

/// What people do who open accounts, are invited, mistype, and found a cooperative.
fn travel(site: &Site) {
    let administrator = cookie(site, "administrator@demo.example");
    let who = [("cookie", administrator.as_str())];
    for (path, body) in [
        ("/fr/sign-up", "name=Zineb+Cachee&contact=zineb.cachee%40example.ma"),
        ("/fr/sign-up", "name=Zineb+Cachee&contact=0661239871"),
        ("/fr/sign-in", "contact=zineb.cachee%40example.ma&password=Zineb+Cachee+1990&next="),
        ("/fr/sign-in?contact=zineb.cachee@example.ma", "contact=zineb.cachee%40example.ma&x=y"),
        ("/fr/forgotten", "contact=0661239871"),
    ] {
        assert!(post(site, path, &[], body).status < 500, "{path}");
    }
    let invited = post(site, "/fr/accounts", &who, "name=Hmad+Invisible&invited=hmad.invisible%40example.ma");
    assert!(invited.status < 400, "{}", invited.text());
    assert_eq!(site.get("/fr/accounts?contact=zineb.cachee@example.ma&nothing=1", &who).status, 400);
    let founder = cookie(site, "visitor@demo.example");
    let project = open(site, &founder, "Miel");
    assert_eq!(step(site, &founder, &format!("{project}/sheet"), SHEET).status, 303);
    for founds in [WOMAN, UNION] {
        assert_eq!(step(site, &founder, &format!("{project}/founders"), founds).status, 303);
    }
    assert!(site.get(&format!("{project}/founders"), &[("cookie", &founder)]).text().contains("Secrete"), "it is kept");
}

#[test]
fn a_journey_leaves_no_name_number_or_address_of_anybody_in_plain() {
    let site = Site::up();
    travel(&site);
    let run = |words: &[&str]| {
        let mut command = Command::new(TWIZA);
        command.current_dir(site.folder()).args(["--database", "sqlite:twiza-demo-small.db"]).args(words);
        Said::of(&mut command).ok()
    };
    let administrator = cookie(&site, "administrator@demo.example");
    let who = [("cookie", administrator.as_str())];
    let lines = run(&["export", "-"]);
    assert!(lines.lines().count() > 1_000, "all acts are exported");
    let mut places = vec![
        ("the export", lines.into_bytes()),
        ("the acts as a table", run(&["export", "--format", "csv", "-"]).into_bytes()),
        ("the log", fs::read(site.folder().join("log")).unwrap()),
        ("a page that is not there", site.get("/fr/zineb", &who).bytes),
        ("what nobody may", site.get("/fr/audit", &[("cookie", &cookie(&site, "visitor@demo.example"))]).bytes),
    ];
    let kept = fs::read_dir(site.folder()).unwrap().flatten().map(|entry| entry.path());
    let databases: Vec<_> = kept.filter(|path| path.to_string_lossy().contains(".db")).collect();
    assert!(databases.iter().any(|path| path.ends_with("twiza-demo-small.db")), "{databases:?}");
    let files = databases.iter().filter(|path| path.is_file());
    places.extend(files.map(|path| ("the database", fs::read(path).unwrap())));
    for (place, bytes) in places {
        for said in SAID {
            assert!(!bytes.windows(said.len()).any(|part| part == said.as_bytes()), "{said} stands in {place}");
        }
    }
}
