//! Somebody who is to be admitted, as a form says it.

use db::Conn;
use identity::{Details, Error, IdentityNumber, Phone, Vault, person};
use kernel::{Date, Timestamp};
use register::{
    Sex,
    acts::{Age, MemberAdmitted},
};
use web::{
    Messages, Wrong,
    fields::{Field, Input, Sent},
};

use crate::{
    form,
    people::{NAME_FR, PHONE, People},
    store::{self, Kept},
};

/// What was typed of a newcomer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) is_legal: bool,
    pub(crate) name: String,
    pub(crate) name_fr: String,
    pub(crate) identity_number: String,
    pub(crate) born_on: String,
    pub(crate) sex: String,
    pub(crate) phone: String,
    pub(crate) shares: String,
}

/// A newcomer whose form is right.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    pub(crate) is_legal: bool,
    pub(crate) name: String,
    pub(crate) details: Details,
    pub(crate) sex: Option<Sex>,
    pub(crate) name_fr: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) shares: Option<i64>,
}

impl Typed {
    pub(crate) fn fields(&self, t: &Messages) -> Vec<Field> {
        let choice = |code: &str, key: &str| (code.to_owned(), t.get(key));
        let who = vec![choice("person", "roll-person"), choice("legal", "roll-legal")];
        let sexes = Sex::ALL.iter().map(|sex| (sex.code().to_owned(), t.get(&format!("roll-{}", sex.code()))));
        let sexes = std::iter::once(choice("", "roll-choose")).chain(sexes).collect();
        vec![
            Field::new(t, "roll", "who", if self.is_legal { "legal" } else { "person" }, Input::Choice(who)),
            Field::new(t, "roll", "name", &*self.name, Input::Line),
            Field::new(t, "roll", "name_fr", &*self.name_fr, Input::Line),
            Field::new(t, "roll", "identity_number", &*self.identity_number, Input::Line),
            Field::new(t, "roll", "born_on", &*self.born_on, Input::Day),
            Field::new(t, "roll", "sex", &*self.sex, Input::Choice(sexes)),
            Field::new(t, "roll", "phone", &*self.phone, Input::Line),
            Field::new(t, "roll", "shares", &*self.shares, Input::Number),
        ]
    }

    /// Reads the form of who is admitted on a day; none if something is wrong with it.
    pub(crate) fn read(sent: &mut Sent, on: Date, needs_shares: bool) -> (Self, Option<Newcomer>) {
        let typed = Self {
            is_legal: sent.query.one("who").as_deref() == Some("legal"),
            name: sent.line("name"),
            name_fr: sent.line("name_fr"),
            identity_number: sent.line("identity_number"),
            born_on: sent.line("born_on"),
            sex: sent.line("sex"),
            phone: sent.line("phone"),
            shares: sent.line("shares"),
        };
        let newcomer = typed.judged(sent, on, needs_shares);
        (typed, newcomer)
    }

    /// What was typed, as far as it is right.
    fn judged(&self, sent: &mut Sent, on: Date, needs_shares: bool) -> Option<Newcomer> {
        let before = sent.wrong.len();
        let mut details = Details::default();
        match self.name.parse() {
            Ok(name) => details.name = Some(name),
            Err(_) => sent.refuse("name", "", "roll-wrong-name"),
        }
        let mut sex = None;
        let mut phone = None;
        if !self.is_legal {
            match self.identity_number.parse::<IdentityNumber>() {
                Ok(number) => details.identity_number = Some(number),
                Err(_) => sent.refuse("identity_number", "", "roll-wrong-identity"),
            }
            match kernel::read_day(&self.born_on).ok().filter(|day| *day < on) {
                Some(day) => details.born_on = Some(day),
                None => sent.refuse("born_on", "", "roll-wrong-born"),
            }
            sex = self.sex.parse::<Sex>().ok();
            if sex.is_none() {
                sent.refuse("sex", "", "roll-wrong-sex");
            }
            phone = Some(self.phone.as_str()).filter(|phone| !phone.is_empty()).map(str::parse::<Phone>);
        }
        if phone.as_ref().is_some_and(Result::is_err) {
            sent.refuse("phone", "", "roll-wrong-phone");
        }
        let wanted = needs_shares || !self.shares.is_empty();
        let shares = if wanted { form::shares(sent, &self.shares) } else { None };
        (sent.wrong.len() == before).then(|| Newcomer {
            is_legal: self.is_legal,
            name: self.name.clone(),
            details,
            sex,
            name_fr: Some(self.name_fr.clone()).filter(|name| !name.is_empty()),
            phone: phone.and_then(Result::ok).map(|phone| phone.to_string()),
            shares,
        })
    }
}

impl Newcomer {
    /// The name of a legal person.
    pub(crate) fn legal_name(&self) -> Option<&str> {
        self.is_legal.then_some(self.name.as_str())
    }

    /// The admission as it would be, under an id that is none yet.
    pub(crate) fn admitted(&self, member: &str, on: Date) -> MemberAdmitted {
        MemberAdmitted {
            age: self.details.born_on.map(|born_on| Age::of(born_on, on)),
            legal_person: self.is_legal,
            member: member.to_owned(),
            sex: self.sex,
            shares: self.shares,
        }
    }

    /// What is wrong if one of these is the newcomer.
    pub(crate) fn is_among(&self, people: &People) -> Option<Wrong> {
        let mut here = people.values();
        let twice = match &self.details.identity_number {
            Some(number) => here.any(|known| {
                known.details.as_ref().is_some_and(|details| details.identity_number.as_ref() == Some(number))
            }),
            None => here.any(|known| known.kept.legal_name.as_ref() == Some(&self.name)),
        };
        let field = if self.is_legal { "name" } else { "identity_number" };
        twice.then(|| Wrong::new(field, "", "is a member already").told("roll-wrong-twice"))
    }

    /// Writes down who it is. Gives the id by which acts name the member.
    pub(crate) fn enter(
        &self,
        conn: &mut Conn,
        vault: &Vault,
        cooperative: &str,
        now: Timestamp,
    ) -> Result<String, Error> {
        let mut kept = Kept::default();
        if self.is_legal {
            let others = store::of(conn, cooperative)?;
            let last = others.iter().filter_map(|kept| kept.member.strip_prefix("legal-")?.parse::<u64>().ok()).max();
            kept.member = format!("legal-{}", last.unwrap_or(0) + 1);
            kept.legal_name = Some(self.name.clone());
        } else {
            let person = person::add(conn, vault, &self.details, now)?;
            let key = person::key_of(conn, vault, &person)?;
            let seal = |field, text: &Option<String>| text.as_ref().map(|text| key.seal(field, text)).transpose();
            kept = Kept {
                member: person.to_string(),
                name_fr: seal(NAME_FR, &self.name_fr)?,
                phone: seal(PHONE, &self.phone)?,
                person: Some(person),
                legal_name: None,
            };
        }
        store::put(conn, cooperative, &kept)?;
        Ok(kept.member)
    }
}
