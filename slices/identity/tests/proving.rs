//! Showing once more who one is, and two programs that do the same at once. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::{sync::mpsc::channel, thread, time::Duration};

use db::{Conn, Db};
use identity::{
    Account, Contact, Error, Vault, attempt,
    audit::{self, Event, Filter},
    entrance::{self, Caller, Chosen, Newcomer, Proved, SignIn},
    factor,
    keyring::{self, Place},
    link,
    password::Password,
    session::{FRESH, Session},
    store::MIGRATIONS,
};
use jiff::SignedDuration;
use kernel::{Lang, Timestamp, read_day};

const PASSWORD: &str = "four goats in the argan tree";
const ANOTHER: &str = "another sentence about donkeys";

struct House {
    url: String,
    db: Db,
    vault: Vault,
    account: Account,
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

fn contact() -> Contact {
    "amina@example.ma".parse().unwrap()
}

/// Each engine with an account that has a password.
fn houses(check: impl Fn(&House)) {
    for database in testkit::databases() {
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now()).unwrap();
        let newcomer = Newcomer { name: "Amina".parse().unwrap(), contact: contact(), language: Lang::Ar };
        let account = db.write_alone(|conn| entrance::welcome(conn, &vault, &newcomer, None, now())).unwrap();
        let house = House { url: database.url.clone(), db, vault, account };
        let link = house.link();
        assert!(matches!(house.choose(&house.db, &link, PASSWORD), Chosen::In(_)));
        check(&house);
    }
}

impl House {
    fn link(&self) -> identity::Secret {
        let link = |conn: &mut Conn| entrance::link(conn, &self.account, link::INVITATION, None, now());
        self.db.write_alone(link).unwrap()
    }

    fn choose(&self, db: &Db, link: &identity::Secret, password: &str) -> Chosen {
        let caller = Caller::default();
        entrance::choose_by_link(db, &self.vault, link, &Password::typed(password), &caller, now()).unwrap()
    }

    fn sign_in(&self, at: Timestamp) -> SignIn {
        let (password, caller) = (Password::typed(PASSWORD), Caller::default());
        entrance::sign_in(&self.db, &self.vault, &contact(), &password, &caller, at).unwrap()
    }

    fn session(&self, secret: &identity::Secret, at: Timestamp) -> Option<Session> {
        let found = entrance::by_session(&self.db, secret, read_day("2026-11-26").unwrap(), at).unwrap();
        found.map(|(session, _)| session)
    }

    fn choose_anew(&self, session: &Session, before: &str, at: Timestamp) -> Chosen {
        let texts = [before, ANOTHER].map(Password::typed);
        entrance::choose_anew(&self.db, &self.vault, session, [&texts[0], &texts[1]], at).unwrap()
    }

    /// Turns the second factor on. Gives the codes for recovery.
    fn second_factor(&self) -> Vec<identity::Secret> {
        let begun = self.db.write_alone(|conn| {
            factor::begin(conn, &self.vault, &self.account, now())?;
            let setup = factor::setup(conn, &self.vault, &self.account, "x")?.unwrap();
            let totp = totp_rs::Totp::from_url(&*setup.url).unwrap();
            let code = totp.generate(now().as_second().try_into().unwrap()).to_string();
            factor::confirm(conn, &self.vault, &self.account, &code, now())
        });
        begun.unwrap().unwrap()
    }

    fn failures(&self) -> usize {
        let lines = self.db.read(|conn| audit::all(conn, &Filter::default(), 1000)).unwrap();
        lines.into_iter().filter(|line| line.event == Event::SignInFailed).count()
    }
}

#[test]
fn nobody_who_found_a_browser_open_guesses_a_code_or_the_password() {
    houses(|house| {
        let SignIn::In(secret) = house.sign_in(now()) else { panic!("not in") };
        let session = house.session(&secret, now()).unwrap();
        let recoveries = house.second_factor();
        let prove = |code: &str| {
            let prove = |conn: &mut Conn| entrance::prove_by_code(conn, &house.vault, &house.account, code, now());
            house.db.write_alone(prove).unwrap()
        };
        for _ in 0..attempt::FOR_ONE / 2 {
            assert_eq!(prove("000000"), Proved::No);
            assert!(matches!(house.choose_anew(&session, "wrong", now()), Chosen::Void));
        }
        assert_eq!(house.failures(), usize::try_from(attempt::FOR_ONE).unwrap(), "each is noted");
        assert!(matches!(prove(recoveries[0].as_str()), Proved::TooOften(1..=15)));
        assert!(matches!(house.choose_anew(&session, PASSWORD, now()), Chosen::TooOften(1..=15)));
        // Later, the owner is let go on: what was refused was not used up.
        let later = |conn: &mut Conn| {
            let (vault, account) = (&house.vault, &house.account);
            entrance::prove_by_code(conn, vault, account, recoveries[0].as_str(), after(15))
        };
        assert_eq!(house.db.write_alone(later).unwrap(), Proved::Yes);
        assert!(matches!(house.choose_anew(&session, PASSWORD, after(15)), Chosen::In(_)));
    });
}

#[test]
fn a_new_password_proves_no_more_than_was_proved_before() {
    houses(|house| {
        let recoveries = house.second_factor();
        let SignIn::Half(half) = house.sign_in(now()) else { panic!("not half in") };
        let (code, caller) = (recoveries[0].as_str(), Caller::default());
        let proved = entrance::prove(&house.db, &house.vault, &half, code, &caller, now()).unwrap();
        let SignIn::In(secret) = proved else { panic!("not in") };
        let later = now() + FRESH;
        let session = house.session(&secret, later).unwrap();
        assert!(session.factors == 2 && !session.is_fresh(later));
        let Chosen::In(next) = house.choose_anew(&session, PASSWORD, later) else { panic!("not in") };
        assert!(house.session(&secret, later).is_none(), "the secret of before opens nothing");
        let renewed = house.session(&next, later).unwrap();
        assert_eq!((renewed.id, renewed.proved_at, renewed.factors), (session.id, session.proved_at, 2));
    });
}

#[test]
fn a_link_is_good_once_for_two_programs_too() {
    houses(|house| {
        let (old, other) = (house.link(), Db::open(&house.url, MIGRATIONS).unwrap());
        let (begun, begins) = channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                let newer = |conn: &mut Conn| {
                    let link = entrance::link(conn, &house.account, link::ASKED_FOR, None, now());
                    begun.send(()).unwrap();
                    // Until the other one has hashed the password and stands here too.
                    thread::sleep(Duration::from_secs(2));
                    link
                };
                house.db.write_alone(newer).unwrap();
            });
            begins.recv().unwrap();
            let chosen = house.choose(&other, &old, ANOTHER);
            assert!(matches!(chosen, Chosen::Void), "{chosen:?}");
        });
        assert!(matches!(house.sign_in(now()), SignIn::In(_)), "the password is the one of before");
    });
}

#[test]
fn a_link_leads_on_to_a_page_of_this_site_which_lies_sealed_and_goes_with_the_link() {
    houses(|house| {
        let invitation = "/fr/invitations/0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";
        let lead_on = |link: &identity::Secret, next: &str| {
            let lead_on = |conn: &mut Conn| link::lead_on(conn, &house.vault, &house.account, link, next);
            house.db.write_alone(lead_on).unwrap();
        };
        let next = |link: &identity::Secret| {
            house.db.read(|conn| link::next(conn, &house.vault, &house.account, link)).unwrap()
        };
        let link = house.link();
        for elsewhere in ["https://example.com", "//example.com", "/\\example.com", ""] {
            lead_on(&link, elsewhere);
            assert_eq!(next(&link), None, "{elsewhere}");
        }
        lead_on(&link, invitation);
        assert_eq!(next(&link).as_deref(), Some(invitation));
        let lies: Vec<u8> = house.db.read(|conn| conn.scalar("select next from link", &[])).unwrap();
        assert!(lies.len() > invitation.len() && !lies.windows(4).any(|part| invitation.as_bytes().starts_with(part)));

        let newer = house.link();
        assert_eq!([next(&link), next(&newer)], [None, None], "each leads where it was said of it");
        lead_on(&newer, invitation);
        assert!(matches!(house.choose(&house.db, &newer, ANOTHER), Chosen::In(_)));
        assert_eq!(next(&newer), None, "it is used");
    });
}

#[test]
fn what_changes_while_the_master_key_is_replaced_is_found_by_what_it_is_then() {
    houses(|house| {
        let other = Db::open(&house.url, MIGRATIONS).unwrap();
        let (folder, id) = (tempfile::TempDir::new().unwrap(), &house.account.person);
        let place = Place::Given("a1".repeat(32).into());
        let (begun, begins) = channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                let change = |conn: &mut Conn| {
                    identity::person::change(conn, &house.vault, id, |details| {
                        begun.send(()).unwrap();
                        // Until the other one stands at this person.
                        thread::sleep(Duration::from_secs(1));
                        details.email = Some("brahim@example.ma".parse().unwrap());
                    })
                };
                house.db.write_alone(change).unwrap();
            });
            begins.recv().unwrap();
            keyring::rotate(&other, &place, Some(&folder.path().join("new")), now()).unwrap();
        });
        let vault = Vault::open(&folder.path().join("new")).unwrap();
        let found = |email: &str| {
            let email = email.parse().unwrap();
            other.read(|conn| Ok::<_, Error>(identity::person::by_email(conn, &vault, &email)?.is_some())).unwrap()
        };
        assert_eq!(["brahim@example.ma", "amina@example.ma"].map(found), [true, false]);
    });
}
