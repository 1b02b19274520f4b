//! What people are written.

use kernel::{Date, Names};
use register::{Cooperative, Duty};
use web::Messages;

use crate::Stage;

/// A duty that somebody is told of: what it is, its last day, and how near that is.
pub(crate) struct Item<'a> {
    pub(crate) duty: &'a Duty,
    pub(crate) until: Date,
    pub(crate) stage: Stage,
}

/// A reminder in words: one text for mail and a short one for SMS.
pub(crate) struct Letter {
    pub(crate) subject: String,
    pub(crate) mail: String,
    pub(crate) sms: String,
}

/// What a cooperative is called in a language, else by its number.
pub(crate) fn name_of(t: &Messages, cooperative: &Cooperative, number: &str) -> String {
    let names = Names { ar: cooperative.name_ar.clone(), fr: cooperative.name_fr.clone(), en: None };
    t.name(&names).map_or_else(|| number.to_owned(), |(_, name)| name.to_owned())
}

impl Letter {
    /// Tells of duties of a cooperative, the nearest first. `site` is the address of the program; `acted_until` the last day of a
    /// mandate that is over, while nobody acts: its pages are closed to who reads then, and the delegation opens them.
    pub(crate) fn new(
        t: &Messages,
        site: &str,
        (number, name): (&str, &str),
        acted_until: Option<Date>,
        items: &[Item<'_>],
    ) -> Self {
        let page = |path: &str| format!("{site}/{}{path}", t.lang());
        let (requests, stop) = (page(&format!("/cooperatives/{number}/requests")), page("/reminders"));
        let over = acted_until.map(|until| t.with("reminders-letter-over", &[("day", &t.day(until))]));
        let why = if over.is_some() { "reminders-letter-stop-over" } else { "reminders-letter-stop" };
        let how = over.clone().unwrap_or_else(|| format!("{}\n{requests}", t.get("reminders-letter-how")));
        let lines: Vec<_> = items.iter().map(|item| line(t, item)).collect();
        let subject = t.with("reminders-letter-subject", &[("name", name)]);
        let mail = [
            t.with("reminders-letter-intro", &[("name", name), ("number", number)]),
            lines.iter().map(|line| format!("– {line}")).collect::<Vec<_>>().join("\n"),
            how,
            format!("{}\n{stop}", t.get(why)),
        ];
        let first = lines.first().map_or("", String::as_str);
        let more = lines.len().saturating_sub(1);
        let more = (more > 0).then(|| t.count("reminders-letter-more", i64::try_from(more).unwrap_or(i64::MAX)));
        let sms = [Some(format!("{name}: {first}")), more, Some(over.unwrap_or(requests))];
        Self {
            subject: plain(&subject),
            mail: plain(&(mail.join("\n\n") + "\n")),
            sms: plain(&sms.into_iter().flatten().collect::<Vec<_>>().join("\n")),
        }
    }
}

fn line(t: &Messages, item: &Item<'_>) -> String {
    let key = if item.stage == Stage::Late { "reminders-letter-late" } else { "reminders-letter-until" };
    t.with(key, &[("what", &item.duty.tell(t)), ("day", &t.day(item.until))])
}

/// Without the marks that isolate names on a page: telephones show them as boxes.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2068}' | '\u{2069}')).collect()
}
