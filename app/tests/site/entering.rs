//! From the founders' side to the register and back: names that two ask for, what is taken back, an entry that comes back, and a
//! court of which no clerk uses Twiza.

use testkit::http::Answer;

use crate::{
    correcting::told,
    desk::{file, seen},
    doors::{cookie, post},
    papers::SCAN,
    project::{ENTERS, Hands, SHEET, decide, hand_in, handed_in, handed_in_last_year, open, ready, step},
    served::Site,
};

const FOUNDER: &str = "visitor@demo.example";
const OTHER: &str = "manager@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const CLERK: &str = "clerk.kenitra@demo.example";
const AUDITOR: &str = "auditor@demo.example";
const KENITRA: &str = "04.281.01.01";
/// In the delegation of Kénitra, and in a province whose court has no clerk here.
const SIDI_KACEM: &str = "04.481.01.11";

fn hands<'a>([founder, agent, clerk]: [&'a str; 3], commune: &'a str) -> Hands<'a> {
    Hands { founder, agent, clerk, commune }
}

/// A page as somebody sees it.
fn page(site: &Site, who: &str, path: &str) -> String {
    let answer = site.get(path, &[("cookie", who)]);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text().replace(['\u{2068}', '\u{2069}'], "")
}

/// Asks for a name for a project; gives what was handed in.
fn ask(site: &Site, founder: &str, project: &str, name: &str) -> String {
    assert_eq!(step(site, founder, &format!("{project}/sheet"), SHEET).status, 303);
    let body = format!("ar1=&fr1={name}&ar2=&fr2=&ar3=&fr3=&hand_in=yes");
    assert_eq!(step(site, founder, &format!("{project}/name"), &body).status, 303);
    handed_in(site, founder, project)
}

fn has(answer: &Answer, status: u16, says: &[&str]) {
    let text = answer.text().replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(answer.status, status, "{text}");
    for says in says {
        assert!(text.contains(says), "{says}: {text}");
    }
}

#[test]
fn an_entry_that_comes_back_is_mended_with_its_true_day_and_the_court_sees_what_changed() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &hands([&founder, &agent, &clerk], KENITRA));
    hand_in(&site, &founder, &project);
    handed_in_last_year(&site);
    let about = (project.as_str(), founder.as_str());
    decide(&site, about, &clerk, ENTERS);
    let entry = handed_in(&site, &founder, &project);
    assert_eq!(post(&site, &entry, &[("cookie", &agent)], "decision=return&reason=Illisible").status, 303);
    // It is a cooperative in the local register: founders mend it, and do not give it up.
    for path in [project.clone(), format!("{project}/capital")] {
        assert!(page(&site, &founder, &path).contains("sous le numéro 1/2025"), "{path}");
    }
    assert!(!page(&site, &founder, &project).contains("give_up"));
    let given_up = post(&site, &project, &[("cookie", &founder)], "give_up=yes");
    has(&given_up, 422, &["1/2025", "non l’abandonner"]);
    assert_eq!(
        step(&site, &founder, &format!("{project}/capital"), "share=200&paid=10000&bank=B&deposit=1&report=").status,
        303
    );
    hand_in(&site, &founder, &project);

    let again = handed_in(&site, &founder, &project);
    let shown = page(&site, &clerk, &again);
    for says in ["value=\"1/2025\"", "value=\"2025-11-20\" min=\"2025-11-03\"", "Ce qui a changé"] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let changed = shown.split("id=\"changed\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    let changed = changed.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(changed.contains("5 000,00") && changed.contains("10 000,00"), "{changed}");
    assert!(!changed.contains("Procès-verbal"), "what is as it was is left out: {changed}");
    let before =
        post(&site, &again, &[("cookie", &clerk)], "decision=accept&reason=&local_number=1/2025&entered_on=2025-11-02");
    has(&before, 422, &["a été déposé le"]);
    decide(&site, about, &clerk, ENTERS);
    let accepted = decide(&site, about, &agent, "decision=accept");
    assert!(page(&site, &agent, &accepted).contains("/fr/cooperatives/KEN-"));
    // Whoever handed it in was told, and in the end those who prepared it.
    let [entry, again, accepted] = [entry, again, accepted].map(|page| page.replacen("/fr/", "/ar/", 1));
    told(&site, CLERK, &[(entry, "أعيد"), (accepted.clone(), "قُبل")]);
    told(&site, FOUNDER, &[(again, "قُبل"), (accepted, "التقييد في السجل المركزي")]);
}

#[test]
fn who_examines_a_file_sees_each_rule_with_its_article_what_it_asks_and_what_is_there() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &hands([&founder, &agent, &clerk], KENITRA));
    hand_in(&site, &founder, &project);
    let shown = page(&site, &clerk, &handed_in(&site, &founder, &project)).replace(['\u{a0}', '\u{202f}'], " ");
    let kept = shown.split("id=\"kept\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    for says in ["loi 112-12, art. 26", "100,00", "1 000,00", "5 000,00", "5 personnes", "respecté", "non confirmé"] {
        assert!(kept.contains(says), "{says}: {kept}");
    }
    assert!(!kept.contains("non respecté"), "{kept}");
    // So it is where something is missing, for founders too.
    let other = open(&site, &founder, "Tapis");
    assert_eq!(step(&site, &founder, &format!("{other}/capital"), "share=50&paid=&bank=&deposit=&report=").status, 303);
    let missing = page(&site, &founder, &format!("{other}/capital")).replace(['\u{a0}', '\u{202f}'], " ");
    let missing = missing.split("id=\"missing\"").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap();
    assert!(missing.contains("loi 112-12, art. 26") && missing.contains("50,00"), "{missing}");
}

#[test]
fn names_that_wait_stay_as_they_are_until_they_are_taken_back() {
    let site = Site::up();
    let [founder, agent] = [FOUNDER, AGENT].map(|email| cookie(&site, email));
    let project = open(&site, &founder, "Miel");
    let asked = ask(&site, &founder, &project, "Ruches+du+Gharb");
    let names = format!("{project}/name");
    let shown = page(&site, &founder, &names);
    assert!(shown.contains("<fieldset disabled>") && shown.contains("Les noms sont à la délégation"), "{shown}");
    let changed = "ar1=&fr1=Autre&ar2=&fr2=&ar3=&fr3=";
    has(&step(&site, &founder, &names, changed), 422, &["retirez d’abord", "value=\"Autre\""]);
    assert!(page(&site, &agent, &asked).contains("Ruches du Gharb"));

    // Whoever may not change the project takes nothing back.
    let withdraw = format!("{asked}/withdraw");
    assert_eq!(post(&site, &withdraw, &[("cookie", &agent)], "withdraw=yes").status, 403);
    assert!(page(&site, &agent, "/fr/projects/mine").contains(&asked));
    assert_eq!(post(&site, &withdraw, &[("cookie", &founder)], "withdraw=yes").status, 303);
    assert!(!page(&site, &agent, "/fr/projects/mine").contains(&asked), "it waits for nobody");
    assert!(page(&site, &founder, &asked).contains("Retiré par visitor"));
    let late = post(&site, &asked, &[("cookie", &agent)], "decision=return&reason=Trop+vague");
    has(&late, 422, &["visitor a été plus rapide", "Retiré", "Trop vague", "pas été retenu"]);
    assert_eq!(step(&site, &founder, &names, changed).status, 303);

    // Who takes back too late is told so.
    let again = ask(&site, &founder, &project, "Autre+nom");
    assert_eq!(post(&site, &again, &[("cookie", &agent)], "decision=return&reason=Trop+court").status, 303);
    let late = post(&site, &format!("{again}/withdraw"), &[("cookie", &founder)], "withdraw=yes");
    has(&late, 422, &["en a déjà décidé", "Trop court"]);
}

#[test]
fn a_file_that_is_taken_back_is_changed_and_handed_in_again() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &hands([&founder, &agent, &clerk], KENITRA));
    hand_in(&site, &founder, &project);
    let first = handed_in(&site, &founder, &project);
    assert_eq!(post(&site, &format!("{first}/withdraw"), &[("cookie", &founder)], "withdraw=yes").status, 303);
    let late = post(&site, &first, &[("cookie", &clerk)], &format!("reason=&{ENTERS}"));
    has(&late, 422, &["Retiré", "1/2025", "pas été retenu"]);
    let capital = "share=100&paid=2500&bank=B&deposit=1&report=";
    assert_eq!(step(&site, &founder, &format!("{project}/capital"), capital).status, 303);
    hand_in(&site, &founder, &project);
    handed_in_last_year(&site);
    let about = (project.as_str(), founder.as_str());
    decide(&site, about, &clerk, ENTERS);
    // What the court sent, founders do not take back.
    let entry = handed_in(&site, &founder, &project);
    let refused = post(&site, &format!("{entry}/withdraw"), &[("cookie", &founder)], "withdraw=yes");
    has(&refused, 422, &["ne la retirent pas"]);
}

#[test]
fn a_name_that_two_projects_ask_for_is_granted_once_and_kept_from_cooperatives_too() {
    let site = Site::up();
    let [founder, other, agent] = [FOUNDER, OTHER, AGENT].map(|email| cookie(&site, email));
    let [one, two] = [&founder, &other].map(|who| (who, open(&site, who, "Miel")));
    let asked = [&one, &two].map(|(who, project)| ask(&site, who, project, "Ruches+du+Gharb"));
    // Both founders see that another project asks for it, and so does the agent.
    for (who, path) in
        [(&founder, format!("{}/name", one.1)), (&other, format!("{}/name", two.1)), (&agent, asked[0].clone())]
    {
        assert!(page(&site, who, &path).contains("demandé par un autre projet"), "{path}");
    }
    let accept = |page: &str| post(&site, page, &[("cookie", &agent)], "decision=accept&choice=0&reason=Beau+nom");
    assert_eq!(accept(&asked[0]).status, 303);
    has(&accept(&asked[1]), 422, &["approuvé pour d’autres fondateurs", "Beau nom"]);
    assert!(page(&site, &agent, &asked[1]).contains("approuvé pour un autre projet"));
    // A cooperative of the register has a name, and nobody else is granted it.
    let third = open(&site, &founder, "Autre");
    let named = site.get("/api/v1/cooperatives/KEN-000100", &[]).text();
    let named: serde_json::Value = named.parse().unwrap();
    let name = named["state"]["name_fr"].as_str().unwrap_or_else(|| panic!("{named}"));
    let taken = ask(&site, &founder, &third, &name.replace(' ', "+"));
    has(&accept(&taken), 422, &["Une coopérative porte ce nom"]);

    // Nor does a cooperative take the one that is kept for founders.
    let request =
        file(&site, &other, "kind=renamed&name_ar=&name_fr=Ruches+du+Gharb&document=PV&effective_on=2026-01-01");
    assert!(page(&site, &agent, &request).contains("gardé pour des fondateurs"));
    let renamed = |decision: &str| {
        let body = format!("decision={decision}&reason=Non&seen={}", seen(&site, &agent, &request));
        post(&site, &request, &[("cookie", &agent)], &body)
    };
    has(&renamed("accept"), 422, &["Ce nom est gardé pour des fondateurs"]);
    // Once they give up, it is free.
    assert_eq!(post(&site, &one.1, &[("cookie", &founder)], "give_up=yes").status, 303);
    assert_eq!(renamed("accept").status, 303);
}

/// Sends a form with a file, if there is one, as a browser does.
fn record(site: &Site, who: &str, path: &str, fields: &[(&str, &str)], scan: Option<&str>) -> Answer {
    let part = |(name, value): &(&str, &str)| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let name = if scan.is_some() { "scan.pdf" } else { "" };
    let file = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{}\r\n--b--\r\n",
        scan.unwrap_or_default()
    );
    let body = fields.iter().map(part).collect::<String>() + &file;
    let kind = ("content-type", "multipart/form-data; boundary=b");
    let headers = [kind, ("sec-fetch-site", "same-origin"), ("cookie", who)];
    testkit::http::request(site.address, "POST", path, &headers, &body).unwrap()
}

#[test]
fn where_no_clerk_uses_twiza_the_delegation_records_from_paper_what_the_court_entered() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &hands([&founder, &agent, &clerk], SIDI_KACEM));
    assert!(page(&site, &founder, &format!("{project}/filing")).contains("Aucun greffier de votre tribunal"));
    hand_in(&site, &founder, &project);
    handed_in_last_year(&site);
    let filing = handed_in(&site, &founder, &project);
    assert_eq!(site.get(&filing, &[("cookie", &clerk)]).status, 403, "the clerk of another court");
    assert!(page(&site, &agent, "/fr/projects/mine").contains(&filing), "it waits for the delegation");
    let shown = page(&site, &agent, &filing);
    assert!(shown.contains("id=\"court\"") && !shown.contains("value=\"refuse\""), "{shown}");
    let fields = |court| {
        [
            ("decision", "accept"),
            ("local_number", "9/2025"),
            ("entered_on", "2025-11-20"),
            ("court", court),
            ("reason", ""),
        ]
    };
    let court = "TPI de Sidi Kacem";
    has(&record(&site, &agent, &filing, &fields(court), None), 422, &["9/2025", court]);
    has(&record(&site, &agent, &filing, &fields(""), Some(SCAN)), 422, &["Dites quel tribunal"]);
    has(&record(&site, &agent, &filing, &fields(court), Some("no scan")), 422, &["9/2025", court]);
    let refused = record(&site, &agent, &filing, &[("decision", "return"), ("reason", "Non")], None);
    has(&refused, 422, &["que ce que le tribunal a inscrit"]);
    assert_eq!(record(&site, &founder, &filing, &fields(court), Some(SCAN)).status, 403, "founders record nothing");
    assert_eq!(record(&site, &agent, &filing, &fields(court), Some(SCAN)).status, 303);

    let shown = page(&site, &founder, &filing);
    assert!(shown.contains(court) && shown.contains("9/2025"), "{shown}");
    let scan = shown.split("href=\"").find(|link| link.contains("/court/files/")).unwrap_or_else(|| panic!("{shown}"));
    let scan = scan.split('"').next().unwrap();
    assert_eq!(site.get(scan, &[("cookie", &agent)]).text(), SCAN);
    let entry = decide(&site, (&project, &founder), &agent, "decision=accept");
    assert!(page(&site, &agent, &entry).contains("/fr/cooperatives/KEN-"));
    // Where a clerk decides, the delegation records nothing.
    let project = ready(&site, &hands([&founder, &agent, &clerk], KENITRA));
    assert!(!page(&site, &founder, &format!("{project}/filing")).contains("Aucun greffier"));
}

#[test]
fn who_decides_and_who_audits_find_again_what_was_decided_last() {
    let site = Site::up();
    let [founder, agent, clerk, auditor, other] =
        [FOUNDER, AGENT, CLERK, AUDITOR, OTHER].map(|email| cookie(&site, email));
    let project = ready(&site, &hands([&founder, &agent, &clerk], KENITRA));
    hand_in(&site, &founder, &project);
    let filing = handed_in(&site, &founder, &project);
    assert_eq!(post(&site, &filing, &[("cookie", &clerk)], "decision=return&reason=Illisible").status, 303);
    for who in [&agent, &clerk, &auditor] {
        let list = page(&site, who, "/fr/projects/mine");
        assert!(list.contains("Dernières décisions") && list.contains(&format!("{filing}\"")), "{list}");
        page(&site, who, &filing);
    }
    for who in [&other, &founder] {
        assert!(!page(&site, who, "/fr/projects/mine").contains("Dernières décisions"));
    }
    // Nobody elsewhere finds it.
    let far = ready(&site, &hands([&founder, &agent, &clerk], SIDI_KACEM));
    hand_in(&site, &founder, &far);
    let name = page(&site, &founder, &far);
    let name = name.split("href=\"").filter(|link| link.starts_with("/fr/submissions/")).last().unwrap();
    let name = format!("{}\"", name.split('"').next().unwrap());
    assert!(page(&site, &agent, "/fr/projects/mine").contains(&name));
    assert!(!page(&site, &clerk, "/fr/projects/mine").contains(&name));
}
