//! The text of statutes: clauses with their gaps filled.

use kernel::{Date, Lang, Share};
use register::{Rule, Threshold, Unit, thresholds};
use web::Messages;

use super::{
    Facts, Statutes,
    clause::{CLAUSES, Clause, Paragraph},
};

/// What stands in a gap that is not filled yet.
const GAP: &str = "……………";

/// An article of the statutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    /// The code of its clause.
    pub(crate) code: &'static str,
    /// The field in which it is written otherwise.
    pub(crate) field: &'static str,
    /// Its number.
    pub(crate) number: i64,
    /// What it is about.
    pub(crate) title: String,
    /// What holds, a paragraph a line.
    pub(crate) text: String,
    /// The article of the law that demands it; none if it is usual.
    pub(crate) demanded: Option<&'static str>,
    /// The rule that the demand is a number of.
    pub(crate) rule: Option<Rule>,
    /// What it says as it is composed; only where the founders' text stands instead.
    pub(crate) instead_of: Option<String>,
    /// What the founders wrote otherwise in each language. What they sign in one binds them, whoever reads it in another.
    pub(crate) own: Vec<(Lang, String)>,
    /// What of the composed text the law demands; only where the founders wrote otherwise in any language, and the law demands anything.
    pub(crate) law: Option<String>,
    /// The rules that are not confirmed and whose numbers it says, with what each is called.
    pub(crate) unconfirmed: Vec<(Rule, String)>,
}

impl Article {
    /// Whether the founders wrote it otherwise, in this language or another.
    pub(crate) const fn is_changed(&self) -> bool {
        !self.own.is_empty()
    }

    /// Whether they did although the law demands it: somebody has to compare.
    pub(crate) const fn is_flagged(&self) -> bool {
        self.law.is_some()
    }

    /// The languages in which they did, in words.
    pub(crate) fn changed_in(&self, t: &Messages) -> String {
        let named = self.own.iter().map(|(lang, _)| t.get(&format!("founding-statutes-in-{lang}")));
        named.collect::<Vec<_>>().join(" · ")
    }

    /// What they wrote in other languages than that of the page.
    pub(crate) fn elsewhere(&self, here: Lang) -> impl Iterator<Item = &(Lang, String)> {
        self.own.iter().filter(move |(lang, _)| *lang != here)
    }

    /// Its number and what it is about.
    pub(crate) fn heading(&self, t: &Messages) -> String {
        t.with("founding-statutes-heading", &[("number", &t.number(self.number)), ("title", &self.title)])
    }

    /// Its paragraphs.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter(|line| !line.trim().is_empty())
    }

    /// Its text for a field, without the marks that keep directions apart.
    pub(crate) fn typed(&self) -> String {
        bare(&self.text)
    }
}

/// The statutes, article by article, by the law of a day.
pub(crate) fn compose(t: &Messages, facts: &Facts, answers: &Statutes, day: Date) -> Vec<Article> {
    let gaps = gaps(t, facts, answers, day);
    let texts: Vec<_> = gaps.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let applying = CLAUSES.iter().filter(|clause| (clause.applies)(facts, answers));
    let composed = applying.zip(1..).map(|(clause, number)| {
        let (demanded, rule) = clause.demand.on(day).map_or((None, None), |(article, rule)| (Some(article), rule));
        let said = said(clause, facts, answers, day);
        let text = |is_said: fn(&Paragraph) -> bool| text(t, said.iter().filter(|one| is_said(one)), &texts);
        let composed = text(|_| true);
        let own = Lang::ALL.iter().filter_map(|lang| Some((*lang, answers.changed(clause.code, *lang)?.to_owned())));
        let own: Vec<_> = own.collect();
        let law = demanded.filter(|_| !own.is_empty()).map(|_| text(|paragraph| paragraph.is_law));
        let (text, instead_of) = match answers.changed(clause.code, t.lang()) {
            Some(own) => (own.to_owned(), Some(composed)),
            None => (composed, None),
        };
        let needs = said.iter().flat_map(|paragraph| paragraph.needs).copied();
        let is_open = |rule: &Rule| instead_of.is_none() && rule.on(day).is_some_and(|row| !row.is_confirmed());
        let named = |rule: Rule| (rule, t.get(&format!("register-rule-{rule}")));
        let unconfirmed = needs.filter(is_open).map(named).collect();
        let title = t.get(&format!("founding-statutes-title-{}", clause.code));
        let Clause { code, field, .. } = clause;
        Article { code, field, number, title, text, demanded, rule, instead_of, own, law, unconfirmed }
    });
    composed.collect()
}

impl Statutes {
    /// Forgets what was sent as the founders' own but says only what is composed anyway: a field opened, and left as it was.
    pub(crate) fn settle(&mut self, t: &Messages, facts: &Facts, day: Date) {
        let articles = compose(t, facts, self, day);
        for article in &articles {
            let Some(composed) = &article.instead_of else { continue };
            if bare(&article.text).split_whitespace().eq(bare(composed).split_whitespace())
                && let Some(texts) = self.changed.get_mut(article.code)
            {
                texts.remove(t.lang().code());
            }
        }
        self.changed.retain(|_, texts| !texts.is_empty());
    }
}

/// The paragraphs of a clause that are said of a cooperative on a day.
fn said(clause: &Clause, facts: &Facts, answers: &Statutes, day: Date) -> Vec<&'static Paragraph> {
    let in_force = |rule: &Rule| rule.on(day).is_some();
    let said = clause.paragraphs.iter().filter(|one| (one.when)(facts, answers) && one.needs.iter().all(in_force));
    said.collect()
}

fn text<'a>(t: &Messages, paragraphs: impl Iterator<Item = &'a &'a Paragraph>, gaps: &[(&str, &str)]) -> String {
    let said = paragraphs.map(|one| t.with(&format!("founding-statutes-text-{}", one.key), gaps));
    said.collect::<Vec<_>>().join("\n")
}

/// What fills the gaps: answers and facts by their names, thresholds by their codes, and as bare numbers.
fn gaps(t: &Messages, facts: &Facts, answers: &Statutes, day: Date) -> Vec<(String, String)> {
    let count = |unit: &str, n: Option<i64>| n.map(|n| t.count(&format!("founding-statutes-{unit}"), n));
    let percent = |part: Option<i64>| part.map(|part| t.percent(Share { part, whole: 100 }));
    let amount = |minor| (minor > 0).then(|| t.amount(minor, facts.currency));
    let some = |n: i64| (n > 0).then_some(n);
    let shares = facts.capital_minor.checked_div(facts.share_minor);
    let name = match t.lang() {
        Lang::Ar => None,
        Lang::Fr | Lang::En => facts.name_fr.clone(),
    };
    let own = [
        ("name", name.or_else(|| Some(facts.name_ar.clone()))),
        ("name_ar", Some(facts.name_ar.clone())),
        ("name_fr", facts.name_fr.clone()),
        ("object", Some(one_line(&answers.object))),
        ("activity", Some(facts.activity.clone())),
        ("seat", Some(facts.seat.clone())),
        ("area", Some(one_line(&answers.area))),
        ("duration", count("years", answers.duration_years)),
        ("founders", count("persons", some(facts.founders))),
        ("capital", amount(facts.capital_minor)),
        ("share", amount(facts.share_minor)),
        ("shares", count("shares", shares.and_then(some))),
        ("shares_least", count("shares", answers.shares_min)),
        ("notice", count("days", answers.notice_days)),
        ("persons", count("persons", facts.persons.and_then(some))),
        ("term", count("years", answers.term_years)),
        ("year_end", Some(year_end(t, answers.year_end_month))),
        ("legal_reserve", percent(answers.legal_reserve_percent)),
        ("education_reserve", percent(answers.education_reserve_percent)),
        ("community", facts.collective_land.clone()),
    ];
    let filled = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| GAP.to_owned());
    let own = own.into_iter().map(|(name, text)| (name.to_owned(), filled(text)));
    // A rule that changed has several rows: the one of the day stands.
    let law = thresholds().iter().filter_map(|row| row.rule.on(day)).flat_map(|threshold| {
        let number = t.number(threshold.value.into());
        [(threshold.rule.to_string(), value(t, threshold)), (format!("{}_number", threshold.rule), number)]
    });
    own.chain(law).collect()
}

/// The last day of a month, without a year.
pub(super) fn year_end(t: &Messages, month: i64) -> String {
    let month = if (1..=12).contains(&month) { month } else { 12 };
    t.get(&format!("founding-statutes-end-{month}"))
}

/// A threshold as a sentence has it.
pub(super) fn value(t: &Messages, threshold: &Threshold) -> String {
    let count = |unit: &str| t.count(&format!("founding-statutes-{unit}"), threshold.value.into());
    match threshold.unit {
        Unit::Dirhams => t.amount(threshold.minor(), kernel::Currency::Mad),
        Unit::Percent => t.percent(Share { part: threshold.value.into(), whole: 100 }),
        Unit::Persons => count("persons"),
        Unit::Days => count("days"),
        Unit::Months => count("months"),
        Unit::Years => count("years"),
        Unit::Cooperatives | Unit::Copies => t.number(threshold.value.into()),
    }
}

/// A text without the marks that keep directions apart: people do not see them, and do not type them.
fn bare(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}'], "")
}

/// A text on one line, as a sentence takes it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
