//! The table `person`. No other file names it.

use db::{Conn, ConstraintKind, Row, Value, params};
use kernel::Timestamp;
use zeroize::Zeroizing;

use super::{About, Details, Email, FIELDS, IdentityNumber, Person, PersonId, Phone};
use crate::{Error, Vault, account, attachment, instant, keyring, outbox, vault::Key};

const PEOPLE: &str = "select id, wrapped_key, master, created_at, erased_at,
    name, email, phone, identity_number, born_on, address from person";

/// How many are wrapped anew at a time.
const PASSED_ON_AT_ONCE: i64 = 1000;

/// Adds a person of whom this is known.
///
/// # Errors
/// When somebody else has the e-mail address or the telephone number ([`by_email`] and [`by_phone`] tell before; as any
/// statement that failed, this ends the change), or another master key is in force.
pub fn add(conn: &mut Conn, vault: &Vault, details: &Details, now: Timestamp) -> Result<PersonId, Error> {
    keyring::require(conn, vault)?;
    let id = PersonId::new()?;
    let (key, wrapped) = vault.new_key(id.as_str())?;
    let added = conn.execute(
        "insert into person (id, wrapped_key, master, created_at) values ($1, $2, $3, $4)",
        params![id.as_str(), &wrapped, vault.fingerprint(), &instant(now)],
    );
    added.map_err(|error| refusal(error, vault))?;
    write(conn, vault, &key, &id, details)?;
    Ok(id)
}

/// The person with this id, erased or not.
///
/// # Errors
/// When another master key is in force, or what is sealed was damaged.
pub fn by_id(conn: &mut Conn, vault: &Vault, id: &PersonId) -> Result<Option<Person>, Error> {
    one(conn, vault, "id", id.as_str())
}

/// The person with this e-mail address, however its letters are written.
///
/// # Errors
/// As [`by_id`].
pub fn by_email(conn: &mut Conn, vault: &Vault, email: &Email) -> Result<Option<Person>, Error> {
    one(conn, vault, "email_mark", &vault.mark("email", &email.normal()))
}

/// The person with this telephone number.
///
/// # Errors
/// As [`by_id`].
pub fn by_phone(conn: &mut Conn, vault: &Vault, phone: Phone) -> Result<Option<Person>, Error> {
    one(conn, vault, "phone_mark", &vault.mark("phone", &phone.to_string()))
}

/// All who gave this number of an identity card: nobody proves that it is theirs, so there may be several.
///
/// # Errors
/// As [`by_id`].
pub fn by_identity_number(conn: &mut Conn, vault: &Vault, number: &IdentityNumber) -> Result<Vec<Person>, Error> {
    all(conn, vault, "identity_number_mark", &vault.mark("identity_number", &number.to_string()))
}

fn one(conn: &mut Conn, vault: &Vault, column: &str, value: &str) -> Result<Option<Person>, Error> {
    Ok(all(conn, vault, column, value)?.pop())
}

fn all(conn: &mut Conn, vault: &Vault, column: &str, value: &str) -> Result<Vec<Person>, Error> {
    // By a mark of another key nobody would be found, and who asks would take that for an answer.
    keyring::require(conn, vault)?;
    let sealed = conn.query(&format!("{PEOPLE} where {column} = $1 order by id"), params![value], Sealed::read)?;
    sealed.into_iter().map(|sealed| sealed.open(vault)).collect()
}

/// Changes what is known of a person.
///
/// # Errors
/// When there is no such person or it was erased; else as [`add`].
pub fn change(conn: &mut Conn, vault: &Vault, id: &PersonId, change: impl FnOnce(&mut Details)) -> Result<(), Error> {
    // Who else changes the person waits from here on, so that neither change is lost.
    conn.execute("update person set id = id where id = $1", params![id.as_str()])?;
    let person = by_id(conn, vault, id)?.ok_or_else(|| Error::Unknown(id.clone()))?;
    let About::Known(mut details) = person.about else { return Err(Error::Erased(id.clone())) };
    change(&mut details);
    let key = key_of(conn, vault, id)?;
    write(conn, vault, &key, id, &details)
}

/// Destroys the key of a person and all that is known, messages on their way too, and closes the account. The ids stay. Tells
/// whether there was something to erase.
///
/// Backups made before still hold the person: they must have an end.
///
/// # Errors
/// When the database cannot.
pub fn erase(conn: &mut Conn, id: &PersonId, now: Timestamp) -> Result<bool, Error> {
    // The key stays with messages on their way no longer than with the person.
    outbox::store::forget(conn, id)?;
    account::store::forget(conn, id, now)?;
    attachment::store::erase(conn, id)?;
    let erased = conn.execute(
        "update person set wrapped_key = null, master = null, name = null, email = null, phone = null,
             identity_number = null, born_on = null, address = null, email_mark = null, phone_mark = null,
             identity_number_mark = null, erased_at = $2
          where id = $1 and erased_at is null",
        params![id.as_str(), &instant(now)],
    )?;
    Ok(erased > 0)
}

/// The key of a person, to seal what other tables hold about it: it is destroyed with the person.
///
/// # Errors
/// When there is no such person or it was erased, or another master key is in force.
pub fn key_of(conn: &mut Conn, vault: &Vault, id: &PersonId) -> Result<Key, Error> {
    let sealed = conn.optional(&format!("{PEOPLE} where id = $1"), params![id.as_str()], Sealed::read)?;
    let sealed = sealed.ok_or_else(|| Error::Unknown(id.clone()))?;
    sealed.key(vault)?.ok_or_else(|| Error::Erased(id.clone()))
}

/// Wraps all keys anew and makes all marks anew. Tells how many people there are.
pub(crate) fn pass_on(conn: &mut Conn, old: &Vault, new: &Vault) -> Result<u64, Error> {
    let (mut last, mut count) = (String::new(), 0);
    loop {
        let sql =
            "select max(id) from (select id from person where master = $1 and id > $2 order by id limit $3) as batch";
        let end: Option<String> = conn.scalar(sql, params![old.fingerprint(), &last, PASSED_ON_AT_ONCE])?;
        let Some(end) = end else { return Ok(count) };
        let these = "where master = $1 and id > $2 and id <= $3";
        let which = params![old.fingerprint(), &last, &end];
        // Who changes somebody waits from here on, so that no mark is made of what was known before.
        count += conn.execute(&format!("update person set id = id {these}"), which)?;
        for sealed in conn.query(&format!("{PEOPLE} {these}"), which, Sealed::read)? {
            let id = sealed.id()?;
            let damaged = |_| Error::Damaged(id.clone());
            let (_, wrapped) = old.pass_on(id.as_str(), sealed.wrapped(), new).map_err(damaged)?;
            let About::Known(details) = sealed.open(old)?.about else { continue };
            let [email, phone, number] = marks(new, &details);
            conn.execute(
                "update person set wrapped_key = $2, master = $3, email_mark = $4, phone_mark = $5,
                     identity_number_mark = $6 where id = $1",
                params![id.as_str(), &wrapped, new.fingerprint(), &email, &phone, &number],
            )?;
        }
        last = end;
    }
}

/// The marks by which a person is found.
fn marks(vault: &Vault, details: &Details) -> [Option<String>; 3] {
    [
        details.email.as_ref().map(|email| vault.mark("email", &email.normal())),
        details.phone.map(|phone| vault.mark("phone", &phone.to_string())),
        details.identity_number.as_ref().map(|number| vault.mark("identity_number", &number.to_string())),
    ]
}

fn write(conn: &mut Conn, vault: &Vault, key: &Key, id: &PersonId, details: &Details) -> Result<(), Error> {
    let mut sealed: [Option<Vec<u8>>; FIELDS.len()] = Default::default();
    for ((place, field), text) in sealed.iter_mut().zip(FIELDS).zip(details.texts()) {
        *place = text.map(|text| key.seal(field, &text)).transpose()?;
    }
    let marks = marks(vault, details);
    let mut values = vec![Value::Text(id.as_str())];
    values.extend(sealed.iter().map(Value::from));
    values.extend(marks.iter().map(Value::from));
    let written = conn.execute(
        "update person set name = $2, email = $3, phone = $4, identity_number = $5, born_on = $6, address = $7,
             email_mark = $8, phone_mark = $9, identity_number_mark = $10 where id = $1",
        &values,
    );
    written.map(drop).map_err(|error| refusal(error, vault))
}

/// What a rule of the tables means that a change would break.
fn refusal(error: db::Error, vault: &Vault) -> Error {
    match &error {
        // Both engines name the column.
        db::Error::Constraint { kind: ConstraintKind::Unique, message } if message.contains("email_mark") => {
            Error::Taken("e-mail address")
        }
        db::Error::Constraint { kind: ConstraintKind::Unique, message } if message.contains("phone_mark") => {
            Error::Taken("telephone number")
        }
        // The master key was replaced after this change had looked.
        db::Error::Constraint { kind: ConstraintKind::ForeignKey, .. } => {
            Error::OtherKey { wanted: "that was put in force just now".into(), found: vault.fingerprint().into() }
        }
        _ => Error::Db(error),
    }
}

/// A row as it is stored.
struct Sealed {
    id: String,
    wrapped: Option<(Vec<u8>, String)>,
    created_at: Timestamp,
    erased_at: Timestamp,
    values: [Option<Vec<u8>>; FIELDS.len()],
}

impl Sealed {
    fn read(row: &Row<'_>) -> db::Result<Self> {
        // Written by `instant`.
        let instant = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(Timestamp::MIN);
        let mut values: [Option<Vec<u8>>; FIELDS.len()] = Default::default();
        for (column, value) in (5..).zip(&mut values) {
            *value = row.get(column)?;
        }
        Ok(Self {
            id: row.get(0)?,
            wrapped: row.get::<Option<Vec<u8>>>(1)?.zip(row.get(2)?),
            created_at: instant(row.opt_text(3)?),
            erased_at: instant(row.opt_text(4)?),
            values,
        })
    }

    fn id(&self) -> Result<PersonId, Error> {
        self.id.parse().map_err(|_| Error::Db(db::Error::Value(format!("`{}` is no id of a person", self.id))))
    }

    fn wrapped(&self) -> &[u8] {
        self.wrapped.as_ref().map(|(wrapped, _)| wrapped.as_slice()).unwrap_or_default()
    }

    /// The person's key; none once erased.
    fn key(&self, vault: &Vault) -> Result<Option<Key>, Error> {
        match &self.wrapped {
            None => Ok(None),
            Some((_, master)) if master != vault.fingerprint() => {
                Err(Error::OtherKey { wanted: master.clone(), found: vault.fingerprint().into() })
            }
            Some((wrapped, _)) => match vault.open_key(&self.id, wrapped) {
                Ok(key) => Ok(Some(key)),
                Err(_) => Err(Error::Damaged(self.id()?)),
            },
        }
    }

    fn open(self, vault: &Vault) -> Result<Person, Error> {
        let (id, created_at) = (self.id()?, self.created_at);
        let Some(key) = self.key(vault)? else {
            return Ok(Person { id, created_at, about: About::Erased(self.erased_at) });
        };
        let damaged = || Error::Damaged(id.clone());
        let mut texts: [Option<Zeroizing<String>>; FIELDS.len()] = Default::default();
        for ((text, field), sealed) in texts.iter_mut().zip(FIELDS).zip(&self.values) {
            *text = sealed.as_ref().map(|sealed| key.open(field, sealed)).transpose().map_err(|_| damaged())?;
        }
        let about = About::Known(Details::read(texts).ok_or_else(damaged)?);
        Ok(Person { id, created_at, about })
    }
}
