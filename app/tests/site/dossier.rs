//! What the file of founders says to whoever prepares it and to whoever decides about it.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use crate::{
    doors::{cookie, post},
    papers,
    project::{Hands, SHEET, WOMAN, decide, hand_in, open, ready, step},
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

#[test]
fn each_paper_of_the_capital_is_missed_until_it_is_there_itself() {
    let site = Site::up();
    let [founder, stranger] = [FOUNDER, "manager@demo.example"].map(|who| cookie(&site, who));
    let project = open(&site, &founder, "Miel");
    let [capital, founders] = ["capital", "founders"].map(|page| format!("{project}/{page}"));
    let [deposit, valuation, before] =
        ["deposit", "valuation", "capital"].map(|paper| format!("{project}/{paper}/files"));
    let kind = WOMAN.replace("kind_shares=0", "kind_shares=2&kind_what=Ruches&kind_value=200");
    assert_eq!(step(&site, &founder, &founders, WOMAN).status, 303);
    let funds = "share=100&paid=1000&first_paid_on=&deposited_on=&bank=B&deposit=1&report=R";
    assert_eq!(step(&site, &founder, &capital, funds).status, 303);
    let page = || read(&site, &founder, &capital);
    says(&page(), &["L’attestation de dépôt n’est pas jointe", &deposit]);
    says_not(&page(), &["Le rapport d’évaluation n’est pas joint", &valuation, &before]);
    assert_eq!(step(&site, &founder, &founders, &kind.replace("founder=0", "founder=1")).status, 303);
    let (no_deposit, no_report) =
        ("L’attestation de dépôt n’est pas jointe", "Le rapport d’évaluation n’est pas joint");
    says(&page(), &[no_deposit, no_report, &deposit, &valuation]);
    let report = papers::added(&site, &founder, &capital, &valuation);
    says(&page(), &[no_deposit]);
    says_not(&page(), &[no_report, &before]);
    let certificate = papers::added(&site, &founder, &capital, &deposit);
    says_not(&page(), &[no_deposit, no_report]);
    says_not(&read(&site, &founder, &format!("{project}/filing")), &[no_deposit, no_report]);
    // Each goes with its own, and each is for whoever sees the project.
    for (scan, files, lacks) in [(&certificate, &deposit, no_deposit), (&report, &valuation, no_report)] {
        assert_eq!(site.get(scan, &[("cookie", &founder)]).status, 200);
        assert_eq!(site.get(scan, &[("cookie", &stranger)]).status, 403);
        let remove = format!("remove={}", scan.rsplit('/').next().unwrap());
        assert_eq!(post(&site, files, &[("cookie", &founder)], &remove).status, 303);
        says(&page(), &[lacks]);
    }
    assert_eq!(site.get(&format!("{project}/nothing/files/1"), &[("cookie", &founder)]).status, 404);
}

/// The links by which somebody was asked to confirm anew, once so many letters are there; each letter as it reads.
fn asked_anew(site: &Site, contact: &str, count: usize) -> Vec<(String, String)> {
    let begun = Instant::now();
    loop {
        let messages = site.get("/fr/messages", &[]).text();
        let letters = messages.split("<article").filter(|letter| letter.contains(contact));
        let found = letters.filter_map(|letter| {
            let link = letter.split("href=\"").nth(1)?.split('"').next()?;
            let path = &link[link.find("/confirmations/")? - 3..];
            Some((path.to_owned(), plain(letter)))
        });
        let found: Vec<_> = found.collect();
        if found.len() >= count {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{contact} was not asked: {messages}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn whoever_confirmed_what_is_changed_is_told_once_a_lapse_and_confirms_by_that_link() {
    let site = Site::up();
    let hers = "manager@demo.example";
    let [founder, other] = [FOUNDER, hers].map(|who| cookie(&site, who));
    let project = open(&site, &founder, "Miel");
    let founders = format!("{project}/founders");
    let sent = |page: &str, body: &str| {
        let answer = step(&site, &founder, &format!("{project}/{page}"), body);
        assert_eq!(answer.status, 303, "{page}: {}", answer.text());
    };
    let woman = WOMAN.replace("signed=PV", "signed=");
    sent("founders", &woman);
    let own = woman.replace("Amina+Secrete", "Said+Invisible").replace("GK654321", "GK654322") + "&own=yes";
    sent("founders", &own);
    let asked = post(&site, &format!("{founders}/1/link"), &[("cookie", &founder)], "").text();
    let link = &asked[asked.find("/fr/confirmations/").unwrap()..];
    let confirm = |link: &str| step(&site, &other, link, "identity_number=GK654321").status;
    assert_eq!(confirm(link.split('"').next().unwrap()), 303);
    says(&read(&site, &other, "/fr/projects/mine"), &[&project]);

    sent("statutes", "object=Acheter");
    let letters = asked_anew(&site, hers, 1);
    let (anew, letter) = &letters[0];
    assert!(letter.contains("Miel") && !letter.contains("Invisible") && !letter.contains("Secrete"), "{letter}");
    let lapsed = || read(&site, &founder, &founders).matches("à confirmer de nouveau").count();
    assert_eq!(lapsed(), 2, "whoever prepares it sees who has to");
    says(&read(&site, &other, "/fr/projects/mine"), &["à confirmer de nouveau"]);
    says(&read(&site, &other, &project), &["Ce que vous aviez confirmé comme fondateur a changé"]);
    // What lapsed does not lapse again; by the link she confirms what stands now.
    sent("statutes", "object=Acheter+ensemble");
    assert_eq!((confirm(anew), confirm_again(&site, &other, anew), lapsed()), (303, 404, 1));
    // More shares are something else, a paper is not.
    let edited = woman.replace("founder=0", "founder=1");
    sent("founders", &edited.replace("signed=", "signed=PV"));
    sent("founders", &edited);
    assert_eq!(lapsed(), 1);
    sent("founders", &edited.replace("cash_shares=10", "cash_shares=20"));
    assert_eq!((asked_anew(&site, hers, 2).len(), lapsed()), (2, 2));
    let links: BTreeSet<_> = asked_anew(&site, hers, 2).into_iter().map(|(link, _)| link).collect();
    let last = links.iter().find(|link| *link != anew).unwrap();
    assert_eq!((links.len(), confirm(last), lapsed()), (2, 303, 1));
    assert_eq!(asked_anew(&site, FOUNDER, 0), [], "who made the change sees it on the page");
}

/// What a link answers that was used.
fn confirm_again(site: &Site, who: &str, link: &str) -> u16 {
    post(site, link, &[("cookie", who)], "version=1&identity_number=GK654321").status
}

#[test]
fn the_last_day_of_a_granted_name_stands_on_the_page_of_the_project() {
    let site = Site::up();
    let [founder, agent] = [FOUNDER, "agent.kenitra@demo.example"].map(|who| cookie(&site, who));
    let project = open(&site, &founder, "Miel");
    assert_eq!(step(&site, &founder, &format!("{project}/sheet"), SHEET).status, 303);
    let names = "ar1=عسل+سبو&fr1=Miel+du+Sebou&ar2=&fr2=&ar3=&fr3=&hand_in=yes";
    assert_eq!(step(&site, &founder, &format!("{project}/name"), names).status, 303);
    says_not(&read(&site, &founder, &project), &["Valable jusqu"]);
    decide(&site, (&project, &founder), &agent, "decision=accept&choice=0");
    let text = read(&site, &founder, &project);
    says(&text, &["Miel du Sebou", "Valable jusqu", "<time datetime="]);
}

#[test]
fn whoever_decides_is_told_that_nothing_waits() {
    let site = Site::up();
    for (who, decides) in [("clerk.kenitra@demo.example", true), (FOUNDER, false)] {
        let text = read(&site, &cookie(&site, who), "/fr/projects/mine");
        assert_eq!(text.contains("Rien n’attend votre décision"), decides, "{who}: {text}");
    }
}

#[test]
fn a_project_is_given_up_only_by_who_means_it_and_a_form_without_that_is_no_mistake() {
    let site = Site::up();
    let founder = cookie(&site, FOUNDER);
    let project = open(&site, &founder, "Miel");
    let answer = post(&site, &project, &[("cookie", &founder)], "");
    assert_eq!(answer.status, 200);
    says_not(&answer.text(), &["class=\"errors\""]);
    assert_eq!(site.get(&project, &[("cookie", &founder)]).status, 200);
}
