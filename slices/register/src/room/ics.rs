//! Days to remember as a calendar of RFC 5545, for any program that keeps one.
//!
//! Our own few lines: the crates for it bring a second library of time and ask the machine for the instant and for chance.

use std::fmt::Write as _;

use kernel::{Date, Timestamp};

/// The most bytes of a line (RFC 5545, section 3.1).
const LINE_BYTES_MAX: usize = 75;

/// A calendar.
pub(super) struct Calendar {
    /// What it is called.
    pub(super) name: String,
    /// When it was made.
    pub(super) made_at: Timestamp,
    /// Its days.
    pub(super) entries: Vec<Entry>,
}

/// A whole day on which something is to be done.
pub(super) struct Entry {
    /// Stays the same when the calendar is made again, so that a program knows the entry.
    pub(super) id: String,
    /// The day.
    pub(super) on: Date,
    /// What is to be done.
    pub(super) says: String,
    /// What else there is to know.
    pub(super) more: String,
    /// Where it is done.
    pub(super) url: String,
    /// How many days before one is reminded.
    pub(super) remind_days: i32,
}

impl Calendar {
    /// The file.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let stamp = self.made_at.strftime("%Y%m%dT%H%M%SZ").to_string();
        for (name, value) in [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Twiza//Register//EN"),
            ("CALSCALE", "GREGORIAN"),
        ] {
            line(&mut text, name, value);
        }
        line(&mut text, "X-WR-CALNAME", &escaped(&self.name));
        for entry in &self.entries {
            entry.write(&mut text, &stamp);
        }
        line(&mut text, "END", "VCALENDAR");
        text
    }
}

impl Entry {
    fn write(&self, text: &mut String, stamp: &str) {
        let says = escaped(&self.says);
        let day = |day: Date| day.strftime("%Y%m%d").to_string();
        let trigger = format!("-P{}D", self.remind_days);
        let lines = [
            ("BEGIN", "VEVENT"),
            ("UID", &self.id),
            ("DTSTAMP", stamp),
            ("DTSTART;VALUE=DATE", &day(self.on)),
            // The first day that does not belong to it; the last day of all has none.
            ("DTEND;VALUE=DATE", &day(self.on.tomorrow().unwrap_or(self.on))),
            ("SUMMARY", &says),
            ("DESCRIPTION", &escaped(&self.more)),
            ("URL", &self.url),
            ("TRANSP", "TRANSPARENT"),
            ("BEGIN", "VALARM"),
            ("ACTION", "DISPLAY"),
            ("DESCRIPTION", &says),
            ("TRIGGER", &trigger),
            ("END", "VALARM"),
            ("END", "VEVENT"),
        ];
        for (name, value) in lines {
            line(text, name, value);
        }
    }
}

/// A text as a value (section 3.3.11): what means something is marked, what cannot be said is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            // Marks of direction, which messages put around what is set into them, show as boxes in some programs.
            '\u{2068}' | '\u{2069}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Writes a line, folded between letters so that no piece is too long (section 3.1).
fn line(text: &mut String, name: &str, value: &str) {
    let mut whole = String::new();
    // Writing into a text cannot fail.
    let _ = write!(whole, "{name}:{value}");
    let mut rest = whole.as_str();
    let mut room = LINE_BYTES_MAX;
    while rest.len() > room {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(room));
        text.push_str(piece);
        text.push_str("\r\n ");
        rest = after;
        // The space with which a piece goes on counts too.
        room = LINE_BYTES_MAX - 1;
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn calendar(says: &str, more: &str) -> Calendar {
        let entry = Entry {
            id: "accounts-2026.KEN-000123@example.ma".into(),
            on: date(2027, 7, 30),
            says: says.to_owned(),
            more: more.to_owned(),
            url: "https://example.ma/ar/cooperatives/KEN-000123/requests".into(),
            remind_days: 30,
        };
        let made_at = "2026-11-26T09:30:00Z".parse().unwrap();
        Calendar { name: "تعاونية تازافين".into(), made_at, entries: vec![entry] }
    }

    /// The lines as a reader takes them: what was folded is put together again.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_has_these_bytes() {
        let says = "إيداع الحسابات السنوية لتعاونية تازافين عن سنة \u{2068}2026\u{2069}، لدى المندوبية";
        let text = calendar(says, "Law 112-12, art. 26; within 30 days\nC:\\").text();
        let golden = include_str!("../../tests/calendar.ics");
        assert_eq!(text, golden, "tests/calendar.ics says otherwise:\n{text}");
        assert!(text.lines().all(|line| line.len() <= LINE_BYTES_MAX));
    }

    proptest! {
        #[test]
        fn whatever_is_said_stays_within_its_line_and_is_read_again(says in "\\PC{0,200}", more in ".{0,200}") {
            let text = calendar(&says, &more).text();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX && !line.contains(['\r', '\n'])));
            let lines = unfolded(&text);
            prop_assert_eq!(lines.len(), 5 + 15 + 1);
            let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let read = summary.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
            let said: String = says.chars().filter(|letter| !"\u{2068}\u{2069}".contains(*letter)).collect();
            // Marks that follow one another could be read in two ways by the plain replacing above.
            prop_assume!(!said.contains('\\'));
            prop_assert_eq!(read, said);
        }
    }
}
