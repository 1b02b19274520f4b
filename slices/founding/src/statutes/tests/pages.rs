//! The form and the text as pages include them.

use askama::Template;
use scraper::{Html, Selector};
use web::Wrong;

use super::*;

/// What the pieces need of the page around them.
struct Page {
    t: Messages,
}

impl Page {
    fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.t.lang())
    }
}

#[derive(Template)]
#[template(source = r#"{% include "statutes_form.html" %}{% include "statutes_text.html" %}"#, ext = "html")]
struct Whole {
    page: Page,
    version: i64,
    errors: Vec<Wrong>,
    flaws: Vec<Flaw>,
    fields: Vec<Field>,
    articles: Vec<Article>,
    writes: bool,
}

impl Whole {
    fn theirs(&self, _: &str) -> Option<&str> {
        None
    }
}

fn page(lang: Lang, answers: &Statutes, typed: &str, writes: bool) -> Html {
    let t = speaks(lang);
    let mut sent = Query::read(typed);
    let mut errors = Vec::new();
    let answers = read(answers, lang, &mut sent, &mut errors);
    let facts = Facts { persons: Some(4), ..facts() };
    let fields = fields(&t, &answers, &mut sent, DAY);
    let (flaws, articles) = (check(&facts, &answers, DAY), compose(&t, &facts, &answers, DAY));
    Html::parse_document(
        &Whole { page: Page { t }, version: 1, errors, flaws, fields, articles, writes }.render().unwrap(),
    )
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn the_form_asks_everything_once_and_every_article_can_be_written_otherwise() {
    for lang in Lang::ALL {
        let page = page(lang, &answers(), "", true);
        assert_eq!(count(&page, ".form .field"), 10);
        assert_eq!(count(&page, "details textarea"), 23);
        assert_eq!(count(&page, "section h3"), 23);
        assert_eq!(count(&page, "section .tag a"), 9, "seven rules demand, two are not confirmed");
        assert_eq!(count(&page, "option[selected]"), 2);
        assert_eq!(count(&page, ".field .since .tag.warm"), 1, "four managers are warned of");
        let html = page.html();
        assert!(!html.contains("founding-statutes-"), "{lang}: a message is missing");
        assert!(!html.contains("register-rule-"), "{lang}: a rule has no name");
    }
}

#[test]
fn what_was_typed_stands_in_its_field_even_if_it_is_no_number() {
    let page = page(Lang::Fr, &answers(), "term_years=trois&object=%3Cb%3Etoile%3C%2Fb%3E", true);
    let field = Selector::parse("#term_years").unwrap();
    assert_eq!(page.select(&field).next().unwrap().value().attr("value"), Some("trois"));
    assert_eq!(count(&page, ".field > strong"), 1);
    assert_eq!(count(&page, ".field > .since"), 1, "only the managers: the term is wrong, not missing");
    assert_eq!(count(&page, "textarea b"), 0);
}

#[test]
fn who_only_reads_sees_what_was_changed_and_no_form_for_it() {
    let page = page(Lang::Ar, &changed("votes", Lang::Ar, "لكل حصة صوت."), "", false);
    assert_eq!(count(&page, "details"), 0);
    assert_eq!(count(&page, "section .tag.warm"), 3, "two numbers that are not confirmed, and the votes");
    assert_eq!(count(&page, "section .since .letter"), 1);
}

#[test]
fn what_was_changed_in_another_language_is_read_in_its_own_direction() {
    let page = page(Lang::Fr, &changed("votes", Lang::Ar, "لكل حصة صوت."), "", false);
    let own = Selector::parse("section .since .letter[lang=ar][dir=rtl]").unwrap();
    assert_eq!(page.select(&own).map(|own| own.inner_html()).collect::<Vec<_>>(), ["لكل حصة صوت."]);
    assert_eq!(count(&page, "section .since .letter"), 2, "its text, and beside it what the law demands");
    let flagged = Selector::parse(".tag.warm").unwrap();
    assert!(page.select(&flagged).any(|tag| tag.inner_html().contains("en arabe")));
}
