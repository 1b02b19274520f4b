//! Voiding an act that is wrong: asked for by its cooperative or entered from paper, decided by the delegation. A striking off is
//! voided by a request of its own, entered and decided by two as the striking off was.

use kernel::Date;
use ledger::{Act, VOIDED, standing};
use serde_json::json;
use web::{Query, Speaker, Wrong};

use super::{
    form::{Field, Input},
    removal,
};
use crate::{admit, tell};

/// The kind of such a request.
pub(super) const KIND: &str = VOIDED;
/// Why an act is wrong. The journal keeps the code: words of people could name somebody.
const REASONS: [&str; 4] = ["mistyped", "twice", "never", "other"];
/// How many acts there are to choose from, the last first; a link leads to each of the others.
const ACTS_MAX: usize = 200;

/// Whether requests of a kind ask for an act to be voided.
pub(super) fn is_void(kind: &str) -> bool {
    kind == KIND || kind == removal::VOID
}

/// What such a request asks for.
pub(super) struct Voiding {
    /// The act.
    pub(super) act: i64,
    /// The day on which it took effect, or today if nobody knows.
    pub(super) effective_on: Date,
    /// What the void says.
    pub(super) body: String,
}

/// The acts that a kind is about, the last first.
fn about<'a>(kind: &str, acts: &'a [Act]) -> Vec<&'a Act> {
    let is_about = |act: &&Act| match &*act.kind {
        "registered" => false,
        other => (other == removal::KIND) == (kind == removal::VOID),
    };
    let mut about: Vec<_> = standing(acts).into_iter().filter(is_about).collect();
    about.sort_by_key(|act| std::cmp::Reverse(act.seq));
    about
}

/// An act as people choose it: what it says, its day, its number.
pub(super) fn told(speaker: &Speaker<'_>, act: &Act) -> String {
    let t = speaker.t;
    let what = t.get(&format!("register-act-{}", act.kind));
    let day = act.effective_on.map_or_else(|| t.get("web-told-day-unknown"), |on| t.day(on));
    let number = t.with("web-told-number", &[("seq", &t.number(act.seq))]);
    let parts = [Some(what), tell::cooperative(speaker, act), Some(day), Some(number)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The code of why, as a void says it; none if it says nothing.
pub(super) fn code(body: &str) -> Option<String> {
    let said: serde_json::Value = serde_json::from_str(body).ok()?;
    Some(said.get("reason")?.as_str()?.to_owned())
}

/// Why, in words.
pub(super) fn why(speaker: &Speaker<'_>, body: &str) -> Option<String> {
    let code = code(body).filter(|code| REASONS.contains(&&**code))?;
    Some(speaker.t.get(&format!("register-void-{code}")))
}

/// The fields: which act, and why.
pub(super) fn fields(speaker: &Speaker<'_>, kind: &str, acts: &[Act], sent: &mut Query) -> Vec<Field> {
    let none = || (String::new(), speaker.t.get("register-ground-none"));
    let about = about(kind, acts);
    let only = about.first().filter(|_| kind == removal::VOID).map(|act| act.seq.to_string());
    let act = sent.one("act").or(only).unwrap_or_default();
    let listed = about.iter().enumerate().filter(|(at, one)| *at < ACTS_MAX || one.seq.to_string() == act);
    let listed: Vec<_> = listed.map(|(_, one)| (one.seq.to_string(), told(speaker, one))).collect();
    let reasons = REASONS.map(|code| (code.to_owned(), speaker.t.get(&format!("register-void-{code}"))));
    vec![
        Field { name: "act", value: act, input: Input::Choice(std::iter::once(none()).chain(listed).collect()) },
        Field {
            name: "why",
            value: sent.one("why").unwrap_or_default(),
            input: Input::Choice(std::iter::once(none()).chain(reasons).collect()),
        },
    ]
}

/// What the form says.
pub(super) fn read(
    kind: &str,
    acts: &[Act],
    today: Date,
    (sent, wrong): (&mut Query, &mut Vec<Wrong>),
) -> Option<Voiding> {
    let typed = sent.one("act").unwrap_or_default();
    let why = sent.one("why").unwrap_or_default();
    if !REASONS.contains(&&*why) {
        wrong.push(Wrong::new("why", &why, REASONS.join(", ")).told("register-wrong-why"));
    }
    let Some(seq) = typed.parse::<i64>().ok().filter(|seq| acts.iter().any(|act| act.seq == *seq)) else {
        wrong.push(Wrong::new("act", &typed, "the number of an act of this cooperative").told("register-wrong-act"));
        return None;
    };
    if let Err(refusal) = refused(kind, acts, seq) {
        wrong.push(Wrong::refused("act", &typed, refusal));
        return None;
    }
    let on = acts.iter().find(|act| act.seq == seq).and_then(|act| act.effective_on);
    Some(Voiding { act: seq, effective_on: on.unwrap_or(today), body: json!({ "reason": why }).to_string() })
}

/// Whether an act may be voided by a request of this kind.
///
/// # Errors
/// The rule that says no.
pub(super) fn refused(kind: &str, acts: &[Act], seq: i64) -> Result<(), ledger::Refusal> {
    admit::admit_void(acts, seq)?;
    if about(kind, acts).iter().any(|act| act.seq == seq) {
        Ok(())
    } else {
        Err(crate::objection::Objection::Unvoidable(seq).into())
    }
}
