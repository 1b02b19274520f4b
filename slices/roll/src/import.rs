//! A table of members, read row by row: who is in it, and what is wrong with which row.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use identity::{IdentityNumber, Phone};
use intake::{Entry, Fault, NotATable, Profile, Rejects};
use kernel::Date;
use register::Sex;
use web::Messages;

use crate::{form::SHARES_MAX, newcomer::Newcomer, people::People};

/// The most rows of a table: what the largest cooperative of the country has many times over.
const ROWS_MAX: usize = 5_000;

/// How a table of members is read.
static PROFILE: LazyLock<Result<Profile, String>> =
    LazyLock::new(|| Profile::read(include_str!("../../../profiles/members.toml")).map_err(|error| error.to_string()));

/// What the profile is called among the kinds of file.
const ROLE: &str = "members";

/// A table as it was read.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The whole table as text, to be looked at, mended and sent again.
    pub(crate) text: String,
    /// Who is new.
    pub(crate) newcomers: Vec<Newcomer>,
    /// How many rows say what the roll says already.
    pub(crate) unchanged: i64,
    /// What is wrong.
    pub(crate) bad: Vec<Bad>,
    /// The rows that are wrong, as a file to be mended and sent again.
    pub(crate) rejects: Vec<u8>,
}

/// Something that is wrong with a row.
#[derive(Debug)]
pub(crate) struct Bad {
    pub(crate) row: u64,
    pub(crate) column: String,
    pub(crate) seen: String,
    /// What would be right.
    pub(crate) says: String,
}

/// Why a table cannot be read at all.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It is no table, or lacks columns.
    NotATable(NotATable),
    /// It has too many rows.
    TooLong,
    /// The profile is wrong: a fault of ours.
    Profile(String),
}

/// The empty workbook to fill in.
pub(crate) fn template() -> Result<Vec<u8>, String> {
    let profile = PROFILE.as_ref().map_err(Clone::clone)?;
    let file = profile.file(ROLE).ok_or("the profile has no file for members")?;
    intake::template(profile, file).map_err(|error| error.to_string())
}

/// Reads a table of who is admitted on a day; who is among `people` is on the roll already.
pub(crate) fn read(t: &Messages, (name, bytes): (&str, Arc<[u8]>), people: &People, on: Date) -> Result<Sheet, Unread> {
    let profile = PROFILE.as_ref().map_err(|error| Unread::Profile(error.clone()))?;
    let mut table = profile.open_bytes(name, bytes, ROLE).map_err(Unread::NotATable)?;
    let mut sheet = Sheet { text: line(table.source().header().names()), ..Sheet::default() };
    let words = told(t);
    let mut rejects = Rejects::new(Vec::new(), table.source()).in_words(words.clone());
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut rows = 0;
    while let Some(mut entry) = table.next().map_err(Unread::NotATable)? {
        rows += 1;
        if rows > ROWS_MAX {
            return Err(Unread::TooLong);
        }
        sheet.text.push_str(&line(entry.row().fields()));
        if entry.repeats().is_some() {
            continue;
        }
        let newcomer = newcomer(&mut entry, on);
        let legal = newcomer.as_ref().and_then(Newcomer::legal_name).map(str::to_owned);
        if let Some(name) = legal
            && seen.insert(name, entry.row().number()).is_some()
        {
            entry.reject("name", "twice");
        }
        match newcomer.filter(|_| entry.is_sound()) {
            Some(known) if known.is_among(people).is_some() => sheet.unchanged += 1,
            Some(newcomer) => sheet.newcomers.push(newcomer),
            None => {
                let row = entry.row().number();
                sheet.bad.extend(entry.faults().iter().map(|fault| Bad {
                    row,
                    column: fault.column.clone(),
                    seen: fault.seen.clone(),
                    says: words(fault),
                }));
                // A vector can always be written to.
                let _ = rejects.write(entry.row(), entry.faults());
            }
        }
    }
    sheet.rejects = rejects.finish().unwrap_or_default();
    Ok(sheet)
}

/// What would be right, in the language of the page.
fn told(t: &Messages) -> impl Fn(&Fault) -> String + Clone + 'static {
    let t = t.clone();
    move |fault| {
        let key = match (&fault.reason, fault.field.as_str()) {
            (intake::Reason::Contradiction { .. }, _) => "roll-wrong-row-twice",
            (intake::Reason::Other(why), "name") if why == "twice" => "roll-wrong-row-twice",
            (_, "name") => "roll-wrong-name",
            (_, "who") => "roll-wrong-who",
            (_, "identity_number") => "roll-wrong-identity",
            (_, "born_on") => "roll-wrong-row-born",
            (_, "sex") => "roll-wrong-sex",
            (_, "phone") => "roll-wrong-phone",
            (_, "shares") => "roll-wrong-shares",
            (_, "name_fr") => "web-wrong-line",
            _ => "roll-wrong-row",
        };
        t.get(key)
    }
}

/// Who a row says; none if something is wrong with it.
fn newcomer(entry: &mut Entry<'_>, on: Date) -> Option<Newcomer> {
    let is_legal = entry.code("who").as_deref() == Some("legal");
    let name = entry.text("name");
    let details_name = name.as_deref().and_then(|name| name.parse().ok());
    if name.is_some() && details_name.is_none() {
        entry.reject("name", "no line");
    }
    let shares = entry.count("shares").filter(|shares| (1..=SHARES_MAX).contains(shares));
    if shares.is_none() && entry.is_sound() {
        entry.reject("shares", "at least one, and not too many");
    }
    let mut details = identity::Details { name: details_name, ..identity::Details::default() };
    let (mut sex, mut phone) = (None, None);
    let name_fr = entry.text("name_fr");
    if !is_legal {
        details.identity_number = needed(entry, "identity_number", Entry::parse::<IdentityNumber>);
        details.born_on = needed(entry, "born_on", Entry::date);
        sex = needed(entry, "sex", Entry::parse::<Sex>);
        phone = entry.parse::<Phone>("phone").map(|phone| phone.to_string());
        if details.born_on.is_some_and(|day| day >= on) {
            entry.reject("born_on", "before the admission");
        }
    }
    entry.is_sound().then(|| Newcomer {
        is_legal,
        name: name.unwrap_or_default(),
        details,
        sex,
        name_fr,
        phone,
        shares,
    })
}

/// A value that a person must have. A wrong one is a fault already.
fn needed<'a, T>(
    entry: &mut Entry<'a>,
    field: &str,
    read: impl FnOnce(&mut Entry<'a>, &str) -> Option<T>,
) -> Option<T> {
    let before = entry.faults().len();
    let value = read(entry, field);
    if value.is_none() && entry.faults().len() == before {
        entry.reject(field, "needed");
    }
    value
}

/// A row as a line of text that is read again as it was.
fn line<T: AsRef<str>>(fields: impl IntoIterator<Item = T>) -> String {
    let quoted = |field: &str| {
        let field = field.replace(['\r', '\n'], " ");
        if field.contains([',', ';', '"', '\t']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
    };
    let fields: Vec<_> = fields.into_iter().map(|field| quoted(field.as_ref())).collect();
    format!("{}\n", fields.join(","))
}

#[cfg(test)]
pub(crate) mod tests;
