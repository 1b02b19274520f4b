//! Decisions and forms that meet: what the slower one typed is not lost, and what the faster one did is told.

use crate::{
    doors::{cookie, post},
    project::{Hands, SHEET, WOMAN, hand_in, open, ready, step, version},
    served::Site,
};

const FOUNDER: &str = "visitor@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const CLERK: &str = "clerk.kenitra@demo.example";

/// The submission that was handed in last of a project.
fn handed_in(site: &Site, who: &str, project: &str) -> String {
    let text = site.get(project, &[("cookie", who)]).text();
    let start = text.find("/fr/submissions/").unwrap_or_else(|| panic!("{text}"));
    text[start..].split('"').next().unwrap().to_owned()
}

#[test]
fn the_court_enters_no_file_before_it_was_handed_in_or_after_today_and_sees_until_when_it_must() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &Hands { founder: &founder, agent: &agent, clerk: &clerk, commune: "04.281.01.01" });
    hand_in(&site, &founder, &project);
    let file = handed_in(&site, &founder, &project);
    let shown = site.get(&file, &[("cookie", &clerk)]).text();
    let today = shown.split("max=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    assert!(shown.contains("jusqu’au"), "the clerk sees a limit: {shown}");
    let enter = |day: &str| {
        post(
            &site,
            &file,
            &[("cookie", &clerk)],
            &format!("decision=accept&reason=&local_number=7%2F26&entered_on={day}"),
        )
    };
    let before = enter("2025-11-20");
    assert!(before.status == 422 && before.text().contains("a été déposé le"), "{}", before.text());
    assert!(before.text().contains("7/26") && before.text().contains("2025-11-20"), "typing is kept");
    assert_eq!(enter("2999-01-01").status, 422);
    assert_eq!(enter(&today).status, 303);
    // The delegation returns an entry, and refuses none: no button says so.
    let entry = handed_in(&site, &founder, &project);
    let refused = post(&site, &entry, &[("cookie", &agent)], "decision=refuse&reason=Non");
    assert!(refused.status == 422 && refused.text().contains("non la refuser"), "{}", refused.text());
    assert!(refused.text().contains(">Non</textarea>"), "{}", refused.text());
    assert_eq!(post(&site, &entry, &[("cookie", &agent)], "decision=return&reason=Illisible").status, 303);
}

#[test]
fn who_decides_too_late_is_told_who_was_faster_and_loses_no_typing() {
    let site = Site::up();
    let [founder, agent, clerk] = [FOUNDER, AGENT, CLERK].map(|email| cookie(&site, email));
    let project = ready(&site, &Hands { founder: &founder, agent: &agent, clerk: &clerk, commune: "04.281.01.01" });
    hand_in(&site, &founder, &project);
    let file = handed_in(&site, &founder, &project);
    let returned = post(&site, &file, &[("cookie", &clerk)], "decision=return&reason=Illisible");
    assert_eq!(returned.status, 303);
    let body = "decision=accept&reason=Bien+lu&local_number=7%2F26&entered_on=2026-01-02";
    let late = post(&site, &file, &[("cookie", &clerk)], body);
    let text = late.text();
    assert_eq!(late.status, 422);
    for says in ["clerk.kenitra", "Renvoyé", "Bien lu", "7/26", "2026-01-02", "pas été retenu"] {
        assert!(text.contains(says), "{says}: {text}");
    }
    // Founders see what was decided, and not by whom.
    let seen = post(&site, &file, &[("cookie", &founder)], body);
    assert!(seen.status == 403 && !seen.text().contains("clerk.kenitra"));
}

#[test]
fn what_somebody_else_wrote_meanwhile_stands_beside_what_was_typed() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let sheet = format!("{project}/sheet");
    let old = version(&site, &founder, &sheet);
    assert_eq!(step(&site, &founder, &sheet, SHEET).status, 303);
    let mine = SHEET.replace("Vendre", "Autrement").replace("AGR.API", "").replace("supplies", "sales");
    let late = post(&site, &sheet, &[("cookie", &founder)], &format!("version={old}&{mine}")).text();
    let theirs = |field: &str| {
        let from = late.find(&format!("id=\"{field}\"")).unwrap_or_else(|| panic!("no {field}: {late}"));
        let field = &late[from..];
        let field = &field[..field.find("<div class=\"field\">").unwrap_or(field.len())];
        field.contains("a écrit entre-temps").then(|| field.split("<strong").nth(1).unwrap().to_owned())
    };
    assert!(late.contains(">Autrement</textarea>"), "{late}");
    assert!(theirs("idea").is_some_and(|theirs| theirs.contains(">Vendre<")), "{late}");
    assert!(theirs("branch").is_some() && theirs("categories").is_some(), "choices are told in words: {late}");
    assert_eq!((theirs("title"), theirs("place")), (None, None), "where both wrote the same nothing is said");
    // To save again is a choice.
    let now = late.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(post(&site, &sheet, &[("cookie", &founder)], &format!("version={now}&{mine}")).status, 303);

    // So it is with the statutes: answers, and articles that were written otherwise.
    let statutes = format!("{project}/statutes");
    let old = version(&site, &founder, &statutes);
    assert_eq!(step(&site, &founder, &statutes, "object=Leur+objet&organ=managers").status, 303);
    let late = post(&site, &statutes, &[("cookie", &founder)], &format!("version={old}&object=Mon+objet&organ=board"));
    let late = late.text();
    assert!(late.contains(">Mon objet</textarea>") && late.contains(">Leur objet<"), "{late}");
    assert_eq!(late.matches("a écrit entre-temps").count(), 2, "{late}");

    // So it is with founders, of whom nothing is shown to who may not see them.
    let founders = format!("{project}/founders");
    assert_eq!(step(&site, &founder, &founders, WOMAN).status, 303);
    let old = version(&site, &founder, &founders);
    let change = |more: &str| WOMAN.replace("founder=0", "founder=1").replace("Amina", more);
    assert_eq!(step(&site, &founder, &founders, &change("Hafsa")).status, 303);
    let late = post(&site, &founders, &[("cookie", &founder)], &format!("version={old}&{}", change("Zineb"))).text();
    assert!(late.contains("value=\"Zineb Secrete\"") && late.contains(">Hafsa Secrete<"), "{late}");
}
