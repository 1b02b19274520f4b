//! A decision as it was typed, and what it decides.

use kernel::Date;
use web::{App, FileForm, Messages, Problem, Taken, Wrong, fields::Sent};

use crate::{
    court,
    decide::Decision,
    dossier::Dossier,
    project::Name,
    submission::{Entered, Kind, State as Decided, Submission},
};

/// How many characters a reason has at most.
const REASON_MAX: usize = 2_000;
/// The field of the scan of what the court entered.
const SCAN: &str = "file";

/// A decision as it was typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) decision: String,
    pub(super) choice: i64,
    pub(super) local_number: String,
    pub(super) entered_on: String,
    pub(super) court: String,
    pub(super) reason: String,
}

impl Typed {
    /// As it is before anybody typed: a file that the court entered before has its number and day there.
    pub(super) fn begin((submission, dossier): (&Submission, &Dossier)) -> Self {
        let entered = dossier.entered().filter(|_| submission.kind == Kind::Filing);
        entered.map_or_else(Self::default, |(_, entered)| Self {
            local_number: entered.local_number,
            entered_on: entered.entered_on.to_string(),
            court: entered.court.unwrap_or_default(),
            ..Self::default()
        })
    }

    fn read(t: &Messages, sent: &mut Sent) -> Self {
        let chosen = sent.query.all("phrase");
        Self {
            decision: sent.line("decision"),
            choice: sent.query.number("choice", 0, 0..=2),
            local_number: sent.line("local_number"),
            entered_on: sent.line("entered_on"),
            court: sent.line("court"),
            reason: register::reason(t, &chosen, &sent.text("reason")),
        }
    }

    /// What is decided, as the button says it.
    fn state(&self) -> Result<Decided, Problem> {
        match self.decision.as_str() {
            "accept" => Ok(Decided::Accepted),
            "return" => Ok(Decided::Returned),
            "refuse" => Ok(Decided::Refused),
            _ => Err(Problem::NoSuchMethod),
        }
    }
}

/// A form as it was sent: what was typed, and what it decides or what is wrong with it.
pub(super) fn decision(
    app: &App,
    t: &Messages,
    (submission, dossier): (&Submission, &Dossier),
    action: &str,
    form: FileForm,
) -> Result<(Typed, Result<Decision, Vec<Wrong>>), Problem> {
    let scan = form.file(SCAN).filter(|_| action == court::RECORD).map(|upload| {
        app.attachments()?.take(upload).map_or_else(|not| not.wrong(SCAN).map(Err), |taken| Ok(Ok(taken)))
    });
    let scan = scan.transpose()?;
    let mut sent = Sent::new(form.query);
    let typed = Typed::read(t, &mut sent);
    sent.query.finish()?;
    let (state, mut errors) = (typed.state()?, sent.wrong);
    let fits = typed.reason.chars().count() <= REASON_MAX;
    if !fits || (state != Decided::Accepted && typed.reason.is_empty()) {
        errors.push(Wrong::new("reason", "", "give a reason").told("founding-wrong-reason"));
    }
    let wrong = |message| vec![Wrong::new("decision", "", "see the message").told(message)];
    let decided = match (state, submission.kind) {
        _ if !errors.is_empty() => Err(errors),
        _ if submission.state != Decided::Open => Err(wrong("founding-wrong-decided")),
        (Decided::Accepted, Kind::Name) => granted(submission, &typed),
        (Decided::Accepted, Kind::Filing) => {
            let scan = (action == court::RECORD).then_some(scan);
            entered(t, &typed, (dossier.first_filed_on(), app.ledger.today()), scan)
        }
        (Decided::Accepted, Kind::Entry) => Ok(Decision::Entry),
        // The court has entered it already: what is wrong with it is mended, not refused.
        (Decided::Refused, Kind::Entry) => Err(wrong("founding-wrong-refuse-entry")),
        // Who has the paper copy knows what the court entered; what the court does not enter, it tells founders itself.
        _ if action == court::RECORD => Err(wrong("founding-wrong-record-only")),
        _ => Ok(Decision::Not(state)),
    };
    Ok((typed, decided))
}

/// The name that is granted.
fn granted(submission: &Submission, typed: &Typed) -> Result<Decision, Vec<Wrong>> {
    let names = submission.asked::<Vec<Name>>().unwrap_or_default();
    let chosen = usize::try_from(typed.choice).ok().and_then(|at| names.into_iter().nth(at));
    let none = || vec![Wrong::new("choice", "", "choose one").told("founding-wrong-choice")];
    chosen.map(Decision::Name).ok_or_else(none)
}

/// What the court entered, from the day on which it had the file until today. Where it is recorded from paper, its scan and which court
/// it was belong to it.
fn entered(
    t: &Messages,
    typed: &Typed,
    (from, today): (Option<Date>, Date),
    scan: Option<Option<Result<Taken, Wrong>>>,
) -> Result<Decision, Vec<Wrong>> {
    let wrong = |name: &str, message| Wrong::new(name, "", "see the message").told(message);
    let mut errors = Vec::new();
    let day = kernel::read_day(&typed.entered_on).ok().filter(|day| *day <= today);
    match (day, from) {
        (None, _) => errors.push(wrong("entered_on", "founding-wrong-entered")),
        (Some(day), Some(from)) if day < from => {
            let before = Wrong::new("entered_on", &t.day(from), "not before it was handed in");
            errors.push(before.told("founding-wrong-entered-before"));
        }
        _ => {}
    }
    if typed.local_number.is_empty() {
        errors.push(wrong("local_number", "founding-wrong-local"));
    }
    let from_paper = scan.is_some();
    if from_paper && typed.court.is_empty() {
        errors.push(wrong("court", "founding-wrong-court"));
    }
    let scan = match scan {
        Some(None) => {
            errors.push(Wrong::new(SCAN, "", "send a file").told("web-wrong-file-none"));
            None
        }
        Some(Some(Err(wrong))) => {
            errors.push(wrong);
            None
        }
        Some(Some(Ok(taken))) => Some(taken),
        None => None,
    };
    match day.filter(|_| errors.is_empty()) {
        Some(entered_on) => {
            let court = from_paper.then(|| typed.court.clone());
            Ok(Decision::Filing(Entered { local_number: typed.local_number.clone(), entered_on, court }, scan))
        }
        None => Err(errors),
    }
}
