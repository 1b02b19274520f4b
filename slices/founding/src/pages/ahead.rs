//! What people should know of a part of the way before: what is needed, why, how many days it takes, and what comes next.

use kernel::Date;
use register::Threshold;
use web::Messages;

use crate::stage::Stage;

/// A part of the way as people read of it.
pub(super) struct Ahead {
    pub(super) icon: &'static str,
    /// What it is called.
    pub(super) says: String,
    pub(super) needs: String,
    pub(super) why: String,
    /// The article because of which it is.
    pub(super) article: String,
    /// How long it takes: by a rule each, with where it stands, or that no rule says so.
    pub(super) days: Vec<[String; 2]>,
    pub(super) next: String,
}

impl Ahead {
    /// By the rules of a day.
    pub(super) fn of(t: &Messages, stage: Stage, today: Date) -> Self {
        let says = |stage: Stage| t.get(&format!("founding-step-{}", stage.code()));
        let about = |what: &str| t.get(&format!("founding-step-{}-{what}", stage.code()));
        let mut days: Vec<_> =
            stage.days().iter().filter_map(|rule| rule.on(today)).map(|rule| takes(t, rule)).collect();
        if days.is_empty() {
            days.push([t.get("founding-ahead-free"), String::new()]);
        }
        Self {
            icon: stage.icon(),
            says: says(stage),
            needs: about("needs"),
            why: about("why"),
            article: register::cite(t, stage.article(today)),
            days,
            next: stage.next().map_or_else(|| t.get("founding-ahead-end"), says),
        }
    }
}

/// How long a rule lets something take, and where it stands: in an article, or nowhere for certain.
fn takes(t: &Messages, rule: &Threshold) -> [String; 2] {
    let name = t.get(&format!("register-rule-{}", rule.rule));
    let says = t.with("founding-ahead-takes", &[("rule", &name), ("value", &rule.tell(t))]);
    [says, super::stands(t, rule)]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;
    use kernel::Lang;
    use web::Phrasebook;

    use super::*;

    const DAY: Date = date(2026, 11, 26);

    fn ahead(lang: Lang) -> Vec<Ahead> {
        let words = [register::SLICE.words.unwrap(), crate::SLICE.words.unwrap()];
        let t = Messages::new(lang, &Arc::new(Phrasebook::new(&words).unwrap()));
        Stage::all().map(|stage| Ahead::of(&t, stage, DAY)).collect()
    }

    #[test]
    fn each_part_of_the_way_tells_what_is_needed_why_how_long_and_what_comes_next() {
        for lang in Lang::ALL {
            let all = ahead(lang);
            assert_eq!(all.len(), 8);
            for ahead in &all {
                let told = [&ahead.says, &ahead.needs, &ahead.why, &ahead.article, &ahead.next];
                for says in told.into_iter().chain(ahead.days.iter().map(|[says, _]| says)) {
                    let is_told = !says.is_empty() && !says.contains("founding-") && !says.contains("register-");
                    assert!(is_told, "{lang} {}: {says}", ahead.says);
                }
                assert!(!ahead.days.is_empty(), "{lang} {}", ahead.says);
            }
            let next: Vec<_> = all.iter().skip(1).map(|ahead| &ahead.says).collect();
            assert!(all.iter().map(|ahead| &ahead.next).take(7).eq(next), "each leads to the one after it");
        }
    }

    #[test]
    fn articles_and_days_are_those_of_the_table_of_rules() {
        let bare = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
        let english = ahead(Lang::En);
        let articles: Vec<_> = english.iter().map(|ahead| bare(&ahead.article)).collect();
        let (law, decree) = ("law 112-12", "decree 2-15-617");
        let expected = [
            &format!("{decree}, art. 2"),
            &format!("{law}, art. 7"),
            law,
            law,
            &format!("{law}, art. 26"),
            &format!("{decree}, art. 1"),
            decree,
            law,
        ];
        assert_eq!(articles, expected);
        let says = |at: usize, text: &str, by: &str| {
            let days = english[at].days.iter().find(|[says, _]| bare(says).contains(text));
            assert_eq!(bare(&days.unwrap()[1]), by);
        };
        says(0, "No rule", "");
        says(1, "3 days", "not confirmed");
        says(4, "5 days", law);
        says(6, "entered by the clerk in the local register within: 20 days", "not confirmed");
        says(6, "sent by the clerk to the office within: 20 days", "");
        says(7, "20 days", "not confirmed");
    }
}
