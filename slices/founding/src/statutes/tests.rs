//! What holds for statutes, whoever founds.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::date;
use kernel::{Currency, Date, Lang};
use proptest::prelude::*;
use register::{Category, Rule, acts::Organ, thresholds};
use web::{Messages, Phrasebook, Query};

use super::{clause::CLAUSES, *};

mod pages;
mod printed;

const DAY: Date = date(2026, 11, 26);
const WORDS: web::Words = web::Words {
    room: "founding",
    ar: include_str!("../../messages/statutes.ar.ftl"),
    fr: include_str!("../../messages/statutes.fr.ftl"),
    en: include_str!("../../messages/statutes.en.ftl"),
};

fn speaks(lang: Lang) -> Messages {
    let words = [register::SLICE.words.unwrap(), WORDS];
    Messages::new(lang, &Arc::new(Phrasebook::new(&words).unwrap()))
}

fn facts() -> Facts {
    Facts {
        name_ar: "تعاونية أركان تافراوت".into(),
        name_fr: Some("Coopérative Argan Tafraout".into()),
        seat: "Tafraout".into(),
        activity: "Huile d’argan".into(),
        categories: vec![Category::Supplies, Category::Employs],
        share_minor: 50_000,
        capital_minor: 1_000_000,
        currency: Currency::Mad,
        founders: 7,
        persons: Some(3),
        collective_land: None,
    }
}

fn answers() -> Statutes {
    Statutes {
        object: "la collecte des fruits de l’arganier et la vente de leur huile.".into(),
        area: "la commune de Tafraout".into(),
        duration_years: Some(99),
        organ: Some(Organ::Managers),
        term_years: Some(3),
        shares_min: Some(2),
        notice_days: Some(15),
        legal_reserve_percent: Some(20),
        education_reserve_percent: Some(2),
        ..Statutes::default()
    }
}

fn changed(code: &str, lang: Lang, text: &str) -> Statutes {
    let texts = BTreeMap::from([(lang.code().to_owned(), text.to_owned())]);
    Statutes { changed: BTreeMap::from([(code.to_owned(), texts)]), ..answers() }
}

fn codes(facts: &Facts, answers: &Statutes) -> Vec<&'static str> {
    compose(&speaks(Lang::En), facts, answers, DAY).iter().map(|article| article.code).collect()
}

fn article(lang: Lang, facts: &Facts, answers: &Statutes, code: &str) -> Article {
    let articles = compose(&speaks(lang), facts, answers, DAY);
    articles.into_iter().find(|article| article.code == code).unwrap()
}

#[test]
fn every_paragraph_of_every_clause_has_a_text_in_three_languages_that_lacks_nothing() {
    let land = Facts { collective_land: Some("Aït Ali".into()), categories: Category::ALL.to_vec(), ..facts() };
    let open = Facts { categories: Vec::new(), name_fr: None, ..land.clone() };
    let board = Statutes { organ: Some(Organ::Board), ..answers() };
    for lang in Lang::ALL {
        let t = speaks(lang);
        let mut said = String::new();
        for (facts, answers) in [(&land, answers()), (&land, board.clone()), (&open, Statutes::default())] {
            for article in compose(&t, facts, &answers, DAY) {
                assert!(!article.text.contains("founding-") && !article.text.contains("{$"), "{}", article.text);
                assert!(!article.title.contains("founding-"), "{}", article.title);
                said += &article.text;
            }
        }
        // What one of the three says is said for no other reason than that it is in the list.
        for paragraph in CLAUSES.iter().flat_map(|clause| clause.paragraphs) {
            let key = format!("founding-statutes-text-{}", paragraph.key);
            let text = t.get(&key);
            assert_ne!(text, key);
            let begins = text.split('{').next().unwrap();
            assert!(said.contains(begins), "{key} is never said");
        }
    }
}

#[test]
fn each_clause_is_said_where_it_applies_and_has_the_number_of_its_place() {
    let all: Vec<_> = CLAUSES.iter().map(|clause| clause.code).collect();
    let land = Facts { collective_land: Some("Aït Ali".into()), ..facts() };
    assert_eq!(codes(&land, &answers()), all);
    let without: Vec<_> = all.into_iter().filter(|code| *code != "land").collect();
    assert_eq!(codes(&facts(), &answers()), without);
    let numbers = compose(&speaks(Lang::Fr), &facts(), &answers(), DAY).into_iter().map(|article| article.number);
    assert!(numbers.eq(1..=23));
}

#[test]
fn managers_and_a_board_are_told_apart_and_neither_is_said_while_that_is_open() {
    let organ = |organ| article(Lang::En, &facts(), &Statutes { organ, ..answers() }, "organ").text;
    assert!(organ(Some(Organ::Managers)).contains("as managers") && !organ(Some(Organ::Managers)).contains("board"));
    assert!(organ(Some(Organ::Board)).contains("renewed by thirds"));
    assert!(organ(None).contains("is run by: ……"));
}

#[test]
fn what_is_confirmed_is_demanded_with_its_article_and_what_is_not_is_usual() {
    let articles = compose(&speaks(Lang::En), &facts(), &answers(), DAY);
    let demanded = articles.iter().filter_map(|article| Some((article.code, article.demanded?)));
    let (law, shares) = ("Law 112-12", "Law 112-12, art. 26");
    let expected = [
        ("form", law),
        ("name", "Law 112-12, art. 7"),
        ("dealings", law),
        ("members", law),
        ("exclusion", shares),
        ("capital", shares),
        ("shares", shares),
        ("payment", shares),
        ("meetings", law),
        ("votes", law),
        ("accounts", law),
        ("reserves", law),
    ];
    assert_eq!(demanded.collect::<Vec<_>>(), expected);
    for clause in CLAUSES {
        let is_law = clause.paragraphs.iter().any(|paragraph| paragraph.is_law);
        assert_eq!(is_law, clause.demand.on(DAY).is_some(), "{}", clause.code);
        for paragraph in clause.paragraphs.iter().filter(|paragraph| !paragraph.needs.is_empty()) {
            let are_confirmed = paragraph.needs.iter().all(|rule| rule.on(DAY).unwrap().is_confirmed());
            assert_eq!(paragraph.is_law, are_confirmed, "{}", paragraph.key);
        }
    }
}

#[test]
fn a_demanded_clause_that_was_changed_is_flagged_with_the_law_s_text_and_an_optional_one_is_not() {
    let own = "Chaque membre a autant de voix que de parts.";
    let votes = article(Lang::Fr, &facts(), &changed("votes", Lang::Fr, own), "votes");
    assert!(votes.is_changed() && votes.is_flagged());
    assert_eq!(votes.text, own);
    assert_eq!(votes.instead_of, Some(article(Lang::Fr, &facts(), &answers(), "votes").text));
    assert_eq!(votes.law.as_deref(), votes.instead_of.as_ref().and_then(|text| text.lines().next()));
    let disputes = article(Lang::Fr, &facts(), &changed("disputes", Lang::Fr, own), "disputes");
    assert!(disputes.is_changed() && !disputes.is_flagged());
}

#[test]
fn a_demanded_clause_that_was_changed_in_one_language_is_flagged_in_all_with_its_language_and_its_text() {
    let own = "Chaque membre a autant de voix que de parts.";
    let composed = article(Lang::Ar, &facts(), &answers(), "votes");
    assert!(!composed.is_changed() && !composed.is_flagged());
    let arabic = article(Lang::Ar, &facts(), &changed("votes", Lang::Fr, own), "votes");
    assert!(arabic.is_changed() && arabic.is_flagged());
    assert_eq!((&arabic.text, arabic.instead_of.as_ref()), (&composed.text, None), "in Arabic the model still stands");
    assert_eq!(
        arabic.law.as_deref(),
        composed.text.lines().next(),
        "the law's text is in the language of who compares"
    );
    assert_eq!(arabic.changed_in(&speaks(Lang::Ar)), "بالفرنسية");
    assert_eq!(arabic.elsewhere(Lang::Ar).collect::<Vec<_>>(), [&(Lang::Fr, own.to_owned())]);
    assert_eq!(arabic.elsewhere(Lang::Fr).count(), 0);
    let disputes = article(Lang::Ar, &facts(), &changed("disputes", Lang::Fr, own), "disputes");
    assert!(disputes.is_changed() && !disputes.is_flagged(), "what is usual is told, and nobody has to compare");
}

#[test]
fn a_field_that_was_opened_and_left_as_it_was_changes_nothing() {
    let t = speaks(Lang::Ar);
    let typed = article(Lang::Ar, &facts(), &answers(), "capital").typed();
    let mut same = changed("capital", Lang::Ar, &typed.replace('\n', " \n\n"));
    same.settle(&t, &facts(), DAY);
    assert_eq!(same, answers());
    let mut other = changed("capital", Lang::Ar, &format!("{typed} وزيادة"));
    let before = other.clone();
    other.settle(&t, &facts(), DAY);
    assert_eq!(other, before);
}

#[test]
fn thresholds_stand_in_the_text_as_the_table_has_them() {
    let of = |rule: Rule| rule.on(DAY).unwrap().value;
    let says = |code: &str, text: String| {
        let article = article(Lang::En, &facts(), &answers(), code).typed();
        assert!(article.contains(&text), "{article} lacks {text}");
    };
    says("members", format!("fewer than {} persons", of(Rule::MembersMin)));
    says("exclusion", format!("within {} months", of(Rule::CalledSharePaidWithin)));
    says("payment", format!("at least {}%", of(Rule::PaidAtSubscriptionMin)));
    says("payment", format!("within {} years", of(Rule::PaidInFullWithin)));
    says("payment", format!("within {} days", of(Rule::CashBlockedWithin)));
    says("meetings", format!("within {} months", of(Rule::MeetingWithin)));
    says("accounts", format!("within {} days", of(Rule::AccountsFiledWithin)));
    says("shares", format!("less than {}.00", of(Rule::ShareMin)));
    let messages = [WORDS.ar, WORDS.fr, WORDS.en].concat();
    let texts = messages.lines().filter(|line| line.starts_with("founding-statutes-text-"));
    // The numbers of laws and of their articles are all that is written into a text.
    let bare =
        |line: &str| ["112-12", "112.12", "20 ", "28 "].iter().fold(line.to_owned(), |line, no| line.replace(no, ""));
    let numbers: Vec<_> = texts.filter(|line| bare(line).contains(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(numbers, [""; 0]);
}

#[test]
fn before_the_law_nothing_is_demanded_by_a_number_and_no_number_is_said() {
    let before = thresholds().iter().map(|row| row.in_force_from()).min().unwrap().yesterday().unwrap();
    for lang in Lang::ALL {
        let articles = compose(&speaks(lang), &facts(), &answers(), before);
        assert_eq!(articles.len(), 23);
        for article in articles {
            assert!(article.rule.is_none() && !article.text.is_empty() && !article.text.contains("{$"), "{article:?}");
        }
    }
    assert_eq!(check(&facts(), &answers(), before), []);
}

#[test]
fn what_is_missing_is_told_for_each_field() {
    let flaws = check(&facts(), &Statutes::default(), DAY);
    let fields: Vec<_> = flaws.iter().map(|flaw| flaw.field).collect();
    let expected = [
        "object",
        "area",
        "duration_years",
        "organ",
        "term_years",
        "shares_min",
        "notice_days",
        "legal_reserve_percent",
        "education_reserve_percent",
    ];
    assert_eq!(fields, expected);
    assert!(flaws.iter().all(Flaw::is_error));
    assert_eq!(check(&facts(), &answers(), DAY), []);
}

#[test]
fn a_number_is_checked_on_both_sides_of_its_threshold() {
    let found = |persons, answers: Statutes| {
        let flaws = check(&Facts { persons: Some(persons), ..facts() }, &answers, DAY);
        flaws.into_iter().map(|flaw| (flaw.what, flaw.is_error())).collect::<Vec<_>>()
    };
    let board = |persons| found(persons, Statutes { organ: Some(Organ::Board), ..answers() });
    assert_eq!(found(3, answers()), []);
    assert_eq!(found(4, answers()), [("managers", false)]);
    assert_eq!(board(3), []);
    assert_eq!(board(2), [("board-few", false), ("board-multiple", false)]);
    assert_eq!(board(12), []);
    assert_eq!(board(15), [("board-many", false)]);
    assert_eq!(board(7), [("board-multiple", false)]);
    let with = |change: fn(&mut Statutes)| {
        let mut answers = Statutes { organ: Some(Organ::Board), ..answers() };
        change(&mut answers);
        found(3, answers)
    };
    assert_eq!(with(|answers| answers.term_years = Some(4)), [("term", false)]);
    assert_eq!(with(|answers| answers.shares_min = Some(0)), [("least", true)]);
    assert_eq!(with(|answers| answers.notice_days = Some(14)), [("notice", false)]);
    assert_eq!(with(|answers| answers.legal_reserve_percent = Some(101)), [("percent", true)]);
    assert_eq!(with(|answers| answers.legal_reserve_percent = Some(98)), []);
    assert_eq!(with(|answers| answers.legal_reserve_percent = Some(99)), [("whole", true)]);
    assert_eq!(with(|answers| answers.education_reserve_percent = Some(1)), [("education-reserve", false)]);
}

fn words() -> impl Strategy<Value = String> {
    "[a-zàéأ-ي«»&=+%][a-zàéأ-ي0-9«»&=+% ’.\n]{0,40}[a-zأ-ي.]"
}

prop_compose! {
    fn any_answers()(
        (object, area) in (words(), words()),
        numbers in proptest::array::uniform6(proptest::option::of(0_i64..=10_000)),
        organ in proptest::option::of(proptest::sample::select(vec![Organ::Managers, Organ::Board])),
        year_end_month in 1_i64..=12,
        own in proptest::collection::btree_map(0..CLAUSES.len(), words(), 0..5),
    ) -> Statutes {
        let own = own.into_iter().map(|(at, text)| {
            (CLAUSES[at].code.to_owned(), BTreeMap::from([(String::from("fr"), text)]))
        });
        let [duration_years, term_years, shares_min, notice_days, legal_reserve_percent, education_reserve_percent] = numbers;
        Statutes {
            object, area, duration_years, organ, term_years, shares_min, notice_days, legal_reserve_percent,
            education_reserve_percent, year_end_month, changed: own.collect(),
        }
    }
}

fn sent(answers: &Statutes) -> Query {
    let t = speaks(Lang::Fr);
    let mut form = form_urlencoded::Serializer::new(String::new());
    for field in fields(&t, answers, &mut Query::default(), DAY) {
        form.append_pair(field.name, &field.value.replace('\n', "\r\n"));
    }
    for clause in CLAUSES {
        form.append_pair(clause.field, answers.changed(clause.code, Lang::Fr).unwrap_or_default());
    }
    Query::read(&form.finish())
}

proptest! {
    #[test]
    fn answers_survive_being_written_as_json(answers in any_answers()) {
        let json = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(serde_json::from_str::<Statutes>(&json).unwrap(), answers);
    }

    #[test]
    fn the_form_read_back_gives_what_was_typed(answers in any_answers()) {
        let mut wrong = Vec::new();
        let read_back = read(&Statutes::default(), Lang::Fr, &mut sent(&answers), &mut wrong);
        prop_assert!(wrong.is_empty(), "{:?}", wrong);
        prop_assert_eq!(read_back, answers);
    }

    #[test]
    fn whatever_is_sent_nothing_panics_and_what_is_not_sent_stays(
        before in any_answers(),
        typed in ".*",
        at in 0..CLAUSES.len(),
    ) {
        let form: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("object", &typed).append_pair("term_years", &typed).append_pair("organ", &typed)
            .append_pair("year_end_month", &typed).append_pair(CLAUSES[at].field, &typed).finish();
        let mut wrong = Vec::new();
        let after = read(&before, Lang::Ar, &mut Query::read(&form), &mut wrong);
        prop_assert_eq!(&after.area, &before.area);
        prop_assert_eq!(after.changed(CLAUSES[at].code, Lang::Fr), before.changed(CLAUSES[at].code, Lang::Fr));
        compose(&speaks(Lang::Ar), &facts(), &after, DAY);
        check(&facts(), &after, DAY);
    }
}

#[test]
fn answers_of_before_are_read_though_they_say_less() {
    assert_eq!(serde_json::from_str::<Statutes>("{}").unwrap(), Statutes::default());
    assert_eq!(Statutes::default().year_end_month, 12);
}
