//! What the file of founders says to whoever prepares it and to whoever decides about it.

use crate::{
    doors::{cookie, post},
    papers,
    project::{Hands, SHEET, WOMAN, hand_in, open, ready, step},
    served::Site,
};

const FOUNDER: &str = "visitor@demo.example";
/// A legal person who founds, with who acts for it and what it brings.
pub(crate) const UNION: &str = "founder=0&who=legal&name=Union+du+Gharb&legal_number=00156+1191+0000+66&representative=Hmad+Invisible\
    &cash_shares=0&kind_shares=2&kind_what=Dix+ruches&kind_value=250&signed=PV";

/// A text without the marks that keep directions apart, with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

/// A page as somebody reads it.
fn read(site: &Site, who: &str, page: &str) -> String {
    let answer = site.get(page, &[("cookie", who)]);
    assert_eq!(answer.status, 200, "{page}");
    plain(&answer.text())
}

fn says(text: &str, all: &[&str]) {
    for said in all {
        assert!(text.contains(said), "{said}: {text}");
    }
}

fn says_not(text: &str, none: &[&str]) {
    for said in none {
        assert!(!text.contains(said), "{said}: {text}");
    }
}

#[test]
fn the_clerk_reads_what_was_changed_in_another_language_who_founds_and_what_is_not_attached() {
    let site = Site::up();
    let [founder, agent, clerk] =
        ["visitor", "agent.kenitra", "clerk.kenitra"].map(|who| cookie(&site, &format!("{who}@demo.example")));
    let project = ready(&site, &Hands { founder: &founder, agent: &agent, clerk: &clerk, commune: "04.281.01.01" });
    let sent = |page: &str, body: &str| {
        let answer = step(&site, &founder, page, body);
        assert_eq!(answer.status, 303, "{page}: {}", answer.text());
    };
    // The votes, which the law demands, are written otherwise in Arabic.
    sent(
        &format!("{}/statutes", project.replace("/fr/", "/ar/")),
        "clause-votes=%D9%84%D9%83%D9%84+%D8%AD%D8%B5%D8%A9+%D8%B5%D9%88%D8%AA",
    );
    says(
        &read(&site, &founder, &format!("{project}/statutes")),
        &["Rédigé autrement : à comparer (en arabe)", "lang=\"ar\" dir=\"rtl\">لكل حصة صوت"],
    );
    let founders = format!("{project}/founders");
    sent(&founders, UNION);
    let listed = read(&site, &founder, &founders);
    says(&listed, &["Union du Gharb", "001561191000066", "représentée par", "Hmad Invisible", "Dix ruches", "250,00"]);
    says(&listed, &["Un apport en nature ne vaut pas autant", "Les papiers signés ne sont pas joints"]);
    papers::sent(&site, &founder, &founders);
    says_not(&read(&site, &founder, &founders), &["Les papiers signés ne sont pas joints"]);
    sent(
        &format!("{project}/capital"),
        "share=100&paid=5000&first_paid_on=2025-03-01&deposited_on=2025-03-06&bank=B&deposit=1&report=R",
    );
    let capital = read(&site, &founder, &format!("{project}/capital"));
    says(&capital, &["L’attestation de dépôt n’est pas jointe", "Le rapport d’évaluation n’est pas joint", "250,00"]);
    says_not(&capital, &["Le jour du premier versement et celui du dépôt"]);
    says(&read(&site, &founder, &format!("{project}/filing")), &["L’attestation de dépôt n’est pas jointe"]);
    hand_in(&site, &founder, &project);

    let text = site.get("/fr/projects/mine", &[("cookie", &clerk)]).text();
    let start = text.find("/fr/submissions/").unwrap_or_else(|| panic!("{text}"));
    let file = read(&site, &clerk, text[start..].split('"').next().unwrap());
    says(
        &file,
        &["rédigé cet article autrement en arabe", "lang=\"ar\" dir=\"rtl\">لكل حصة صوت", "Ce que la loi exige"],
    );
    says(&file, &["001561191000066", "Hmad Invisible", "Dix ruches", "1er mars 2025", "6 mars 2025"]);
    says(&file, &["à vérifier", "L’attestation de dépôt n’est pas jointe", "Un apport en nature ne vaut pas autant"]);
    says_not(&file, &["Les papiers signés ne sont pas joints"]);
    let log = read(&site, &cookie(&site, "auditor@demo.example"), "/fr/audit?event=read");
    says_not(&log, &["Hmad Invisible"]);
}

#[test]
fn a_legal_person_is_told_by_a_number_that_can_be_right_and_by_who_acts_for_it() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let page = format!("{}/founders", open(&site, &founder, "Miel"));
    for (right, wrong, told) in [
        ("00156+1191+0000+66", "001561191000067", "n’est pas un ICE"),
        ("00156+1191+0000+66", "", "Donnez l’ICE ou le numéro"),
        ("Hmad+Invisible", "", "qui représente la personne morale"),
        ("Union+du+Gharb", "", "Écrivez le nom complet"),
    ] {
        let answer = step(&site, &founder, &page, &UNION.replace(right, wrong));
        assert_eq!(answer.status, 422, "{wrong}");
        says(&plain(&answer.text()), &[told]);
    }
    assert_eq!(step(&site, &founder, &page, &UNION.replace("00156+1191+0000+66", "RC+Kenitra+45")).status, 303);
    says(&read(&site, &founder, &page), &["RC Kenitra 45", "Hmad Invisible"]);
    // A natural person in its place: who acted for it is forgotten.
    let woman = WOMAN.replace("founder=0", "founder=1");
    assert_eq!(step(&site, &founder, &page, &woman).status, 303);
    let listed = read(&site, &founder, &page);
    says(&listed, &["Amina Secrete"]);
    says_not(&listed, &["Hmad Invisible", "RC Kenitra 45"]);
}

#[test]
fn who_holds_collective_land_names_community_list_and_plot() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let [sheet, founders] = ["sheet", "founders"].map(|page| format!("{project}/{page}"));
    let sent = |page: &str, body: &str| assert_eq!(step(&site, &founder, page, body).status, 303, "{page} {body}");
    sent(&sheet, &SHEET.replace("community=", "community=Ouled+Ali"));
    let lacks = "La référence de la liste des ayants droit et la parcelle";
    sent(&founders, WOMAN);
    says(&read(&site, &founder, &founders), &["id=\"land_list\"", "id=\"land\"", lacks]);
    let woman = WOMAN.replace("founder=0", "founder=1").replace("land=", "land=parcelle+7&land_list=liste+3");
    sent(&founders, &woman);
    let listed = read(&site, &founder, &founders);
    says(&listed, &["liste 3", "parcelle 7"]);
    says_not(&listed, &[lacks]);
    // Land without a community belongs to nobody.
    sent(&sheet, SHEET);
    says(&read(&site, &founder, &sheet), &["Un fondateur exploite une terre collective"]);
    says(&read(&site, &founder, &format!("{founders}?founder=1")), &["id=\"land_list\""]);
    sent(&founders, &WOMAN.replace("founder=0", "founder=1"));
    says_not(&read(&site, &founder, &sheet), &["Un fondateur exploite une terre collective"]);
}

#[test]
fn the_days_of_payment_and_deposit_are_days_that_have_come_in_their_order() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let page = format!("{project}/capital");
    assert_eq!(step(&site, &founder, &format!("{project}/founders"), WOMAN).status, 303);
    let send = |paid: &str, deposited: &str| {
        let days = format!("first_paid_on={paid}&deposited_on={deposited}");
        step(&site, &founder, &page, &format!("share=100&paid=1000&bank=B&deposit=1&report=&{days}"))
    };
    for (paid, deposited, told) in [
        ("2999-01-01", "", "Donnez un jour déjà venu"),
        ("2025-02-30", "", "Donnez un jour déjà venu"),
        ("2025-03-02", "2025-03-01", "ne précède pas le premier versement"),
    ] {
        let answer = send(paid, deposited);
        assert_eq!(answer.status, 422, "{paid} {deposited}");
        says(&answer.text(), &[told]);
    }
    let late = "L’argent a été déposé plus de 5 jours après";
    assert_eq!(send("2025-03-01", "2025-03-07").status, 303);
    says(&read(&site, &founder, &page), &[late]);
    assert_eq!(send("2025-03-01", "2025-03-06").status, 303);
    says_not(&read(&site, &founder, &page), &[late]);
}

#[test]
fn a_founder_under_age_is_told_where_the_birth_is_known_and_stops_nothing() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let founders = format!("{project}/founders");
    let child = WOMAN.replace("1990-01-01", "2020-01-01");
    assert_eq!(step(&site, &founder, &founders, &child).status, 303);
    says(&read(&site, &founder, &founders), &["Un fondateur a moins de 18 ans", "non confirmé"]);
    let log = |who: &str| read(&site, who, "/fr/audit?event=read").matches("see_project").count();
    let auditor = cookie(&site, "auditor@demo.example");
    let before = log(&auditor);
    assert_eq!(site.get(&format!("{project}/filing"), &[("cookie", &founder)]).status, 200);
    assert_eq!(log(&auditor), before, "while the file lacks other things, nobody's birth is looked at");
}

#[test]
fn each_step_says_what_is_needed_why_in_how_many_days_and_what_comes_next() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let labels = [
        ("fr", ["Ce qu’il faut", "Pourquoi", "En combien de jours", "Ensuite"]),
        ("en", ["What is needed", "Why", "In how many days", "Then"]),
        ("ar", ["ما يلزم", "لماذا", "في كم من يوم", "ثم"]),
    ];
    for (lang, labels) in labels {
        let in_lang = |page: &str| read(&site, &founder, &page.replace("/fr/", &format!("/{lang}/")));
        for (step, parts) in
            [("sheet", 1), ("name", 1), ("founders", 1), ("statutes", 1), ("capital", 1), ("filing", 3)]
        {
            let text = in_lang(&format!("{project}/{step}"));
            for label in labels {
                let heads = text.matches(&format!("</svg> {label}</th>")).count();
                assert_eq!(heads, parts, "{lang} {step}: {label}");
            }
            assert!(text.contains("112-12") || text.contains("2-15-617"), "{lang} {step}: no article");
        }
        let guide = in_lang("/fr/projects");
        assert_eq!(guide.matches(&format!("</svg> {}</th>", labels[2])).count(), 8, "{lang}");
    }
    let french = |page: &str| read(&site, &founder, &format!("{project}/{page}"));
    says(&french("name"), &["loi 112-12, art. 7", "3 jours (<bdi>non confirmé</bdi>)"]);
    says(&french("capital"), &["loi 112-12, art. 26", "5 jours (<bdi>loi 112-12</bdi>)"]);
    says(&french("statutes"), &["Aucune règle ne fixe de délai"]);
    says(&french("filing"), &["décret 2-15-617, art. 1", "20 jours", "Office : le registre central"]);
    // Who looks at a step that was sent wrong still reads them.
    let wrong = post(&site, &format!("{project}/sheet"), &[("cookie", &founder)], "version=1&title=");
    assert!(wrong.status == 422 && wrong.text().contains("Ce qu’il faut"), "{}", wrong.text());
}
