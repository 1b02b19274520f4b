//! The form of a general meeting that was held.

use kernel::Date;
use web::{Messages, Query, Wrong};

use super::{Input, Values, whole, year};
use crate::{
    Cooperative, Life, What,
    acts::{GeneralMeetingHeld, Meeting},
    due,
};

/// The fields, filled with the latest financial year whose meeting is due.
pub(super) fn fields(t: &Messages, now: &Cooperative, today: Date) -> Values {
    let mut due = due(now, today).into_iter();
    let year = due.find_map(|duty| if let What::Meeting(year) = duty.what { Some(year) } else { None });
    let says = |code: &str, key: String| (code.to_owned(), t.get(&key));
    let meetings = [Meeting::Ordinary, Meeting::Extraordinary].map(Meeting::code);
    let answers = ["no", "yes"];
    vec![
        (
            "meeting",
            None,
            Input::Choice(meetings.map(|code| says(code, format!("register-told-meeting-{code}"))).into()),
        ),
        ("year", year.map(|year| year.to_string()), Input::Number),
        ("present", None, Input::Number),
        ("approved", None, Input::Choice(answers.map(|code| says(code, format!("register-answer-{code}"))).into())),
    ]
}

/// What the form says.
pub(super) fn read(today: Date, sent: &mut Query, wrong: &mut Vec<Wrong>) -> GeneralMeetingHeld {
    let typed = sent.one("meeting").unwrap_or_default();
    let known = [Meeting::Ordinary, Meeting::Extraordinary].into_iter().find(|meeting| meeting.code() == typed);
    if known.is_none() {
        wrong.push(Wrong::new("meeting", &typed, "ordinary or extraordinary").told("register-wrong-meeting"));
    }
    let meeting = known.unwrap_or(Meeting::Ordinary);
    let has_year = sent.one("year").is_some_and(|typed| !typed.trim().is_empty());
    let year = if meeting == Meeting::Ordinary || has_year { year(today, sent, wrong) } else { None };
    let present = whole(sent, "present", wrong);
    if present.is_none() {
        wrong.push(Wrong::new("present", "", "give how many").told("register-wrong-present"));
    }
    let accounts_approved = sent.one("approved").as_deref() == Some("yes");
    if accounts_approved && meeting != Meeting::Ordinary {
        wrong.push(Wrong::new("approved", "yes", "only an ordinary one does").told("register-wrong-approved"));
    }
    GeneralMeetingHeld { accounts_approved, meeting, present: present.unwrap_or_default(), year }
}

/// What of a meeting on this day does not fit the cooperative as it was then.
pub(super) fn fits(held: &GeneralMeetingHeld, on: Date, life: &Life, wrong: &mut Vec<Wrong>) {
    let then = life.on(Some(on));
    let mut say = |field, value: String, says, message| wrong.push(Wrong::new(field, &value, says).told(message));
    if then.registered_on.is_some_and(|registered_on| on < registered_on) {
        say("effective_on", on.to_string(), "not before its registration", "register-wrong-before-registration");
    }
    if let Some(year) = held.year.filter(|year| on <= then.year_end.of(*year)) {
        say("year", year.to_string(), "a year that was over then", "register-wrong-meeting-year");
    }
    let members = then.members_on(Some(on)).map(|members| members.total());
    if members.is_some_and(|members| members < held.present) {
        say("present", held.present.to_string(), "not more than its members", "register-wrong-present-many");
    }
}
