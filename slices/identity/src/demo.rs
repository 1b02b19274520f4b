//! People of a demo: one account for each role, all with one password that the page for signing in tells. They are nobody.

use authz::Entity;
use db::Db;
use kernel::{Date, Lang, Timestamp};

use crate::{
    Contact, Email, Error, Vault, account,
    entrance::{self, Newcomer},
    mandate,
    password::Password,
    person::Line,
};

/// The password of all accounts of a demo.
pub const PASSWORD: &str = "four goats in the argan tree";

/// An account of a demo.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    /// The key of what it is called.
    pub says: &'static str,
    /// Its e-mail address, which nobody can have.
    pub email: &'static str,
    /// Its role, and of what; none for somebody who has none yet.
    pub role: Option<(&'static str, &'static str)>,
}

/// The accounts of a demo.
pub const ACTORS: &[Actor] = &[
    Actor {
        says: "identity-role-administrator",
        email: "administrator@demo.example",
        role: Some(("Administrator", "country")),
    },
    Actor {
        says: "identity-role-headquarters",
        email: "headquarters@demo.example",
        role: Some(("Headquarters", "country")),
    },
    Actor { says: "identity-role-auditor", email: "auditor@demo.example", role: Some(("Auditor", "country")) },
    Actor { says: "register-role-agent", email: "agent.kenitra@demo.example", role: Some(("Agent", "KEN")) },
    Actor { says: "founding-role-clerk", email: "clerk.kenitra@demo.example", role: Some(("Clerk", "04.281")) },
    Actor { says: "register-role-manager", email: "manager@demo.example", role: Some(("Manager", "KEN-000100")) },
    Actor { says: "identity-role-none", email: "visitor@demo.example", role: None },
];

/// Opens those of these accounts that are not there yet.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub fn open(db: &Db, vault: &Vault, actors: &[Actor], today: Date, now: Timestamp) -> Result<(), Error> {
    for actor in actors {
        let email: Email = actor.email.parse().map_err(|_| Error::Actor(actor.email))?;
        let name: Line =
            actor.email.split('@').next().unwrap_or_default().parse().map_err(|_| Error::Actor(actor.email))?;
        let contact = Contact::Email(email);
        if db.read(|conn| entrance::by_contact(conn, vault, &contact))?.is_some() {
            continue;
        }
        let hash = Password::typed(PASSWORD).hash()?;
        db.write_alone(|conn| {
            let newcomer = Newcomer { name, contact, language: Lang::Ar };
            let account = entrance::welcome(conn, vault, &newcomer, None, now)?;
            account::store::set_password(conn, &account.id, &hash)?;
            if let Some((role, of)) = actor.role {
                mandate::give(conn, &account.id, &Entity::new(role, of), (today, None), None, now)?;
            }
            Ok::<_, Error>(())
        })?;
    }
    Ok(())
}
