//! Passkeys: adding, showing and removing them, and all that is not accepted. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod device;

use db::Db;
use device::Device;
use identity::{
    Account, Contact, Secret, Vault, account, attempt,
    audit::{self, Event, Filter},
    entrance::{self, Caller, Chosen, Newcomer, Proof, Proved, SignIn},
    factor,
    keyring::{self, Place},
    link,
    passkey::{self, Answer, Asked, Party, Passkey},
    password::Password,
    person,
    session::{FRESH, Session},
    store::MIGRATIONS,
};
use jiff::SignedDuration;
use kernel::{Lang, Timestamp, read_day};

const PASSWORD: &str = "four goats in the argan tree";
const SITE: &str = "https://register.example.ma";

struct House {
    db: Db,
    vault: Vault,
    party: Party,
    amina: Account,
    brahim: Account,
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

fn caller() -> Caller {
    Caller { from: Some("192.0.2.1".parse().unwrap()), device: "Firefox · Android".into() }
}

/// Each engine with two accounts that have a password.
fn houses(check: impl Fn(&House)) {
    for database in testkit::databases() {
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now()).unwrap();
        let account = |name: &str| {
            let contact = format!("{name}@example.ma").parse::<Contact>().unwrap();
            let newcomer = Newcomer { name: name.parse().unwrap(), contact, language: Lang::Ar };
            let account = db.write_alone(|conn| entrance::welcome(conn, &vault, &newcomer, None, now())).unwrap();
            let link = db.write_alone(|conn| entrance::link(conn, &account, link::INVITATION, None, now())).unwrap();
            let password = Password::typed(PASSWORD);
            let chosen = entrance::choose_by_link(&db, &vault, &link, &password, &caller(), now()).unwrap();
            assert!(matches!(chosen, Chosen::In(_)));
            db.read(|conn| account::by_id(conn, &account.id)).unwrap().unwrap()
        };
        let (amina, brahim) = (account("amina"), account("brahim"));
        check(&House { party: Party::at(SITE).unwrap(), amina, brahim, vault, db });
    }
}

fn answer(asked: &Asked, text: String) -> Answer {
    Answer { ceremony: Some(asked.ceremony.clone()), text }
}

impl House {
    fn ask_to_add(&self, account: &Account) -> Asked {
        let names = ["amina@example.ma", "Amina"];
        let ask = |conn: &mut _| passkey::ask_to_add(conn, &self.party, &account.id, names, now());
        self.db.write_alone(ask).unwrap()
    }

    fn add_answer(&self, account: &Account, answer: &Answer, at: Timestamp) -> bool {
        let add = |conn: &mut _| passkey::add(conn, &self.party, &account.id, (answer, "هاتفي"), at);
        self.db.write_alone(add).unwrap()
    }

    /// Adds the passkey of a device to an account.
    fn add(&self, account: &Account, device: &mut Device) -> bool {
        let asked = self.ask_to_add(account);
        let made = device.make(&asked.options);
        self.add_answer(account, &answer(&asked, made), now())
    }

    fn ask(&self, at: Timestamp) -> Asked {
        entrance::ask_for_passkey(&self.db, &self.vault, &self.party, &caller(), at).unwrap().unwrap()
    }

    fn enter(&self, answer: &Answer, at: Timestamp) -> SignIn {
        entrance::sign_in_with_passkey(&self.db, &self.vault, &self.party, answer, &caller(), at).unwrap()
    }

    /// Signs in with the passkey of a device.
    fn sign_in(&self, device: &mut Device) -> SignIn {
        let asked = self.ask(now());
        let shown = device.show(&asked.options);
        self.enter(&answer(&asked, shown), now())
    }

    fn session(&self, secret: &Secret, at: Timestamp) -> Session {
        let found = entrance::by_session(&self.db, secret, read_day("2026-11-26").unwrap(), at).unwrap();
        let (session, principal) = found.unwrap();
        assert_eq!(principal.second_factor, session.factors > 1);
        session
    }

    fn passkeys(&self, account: &Account) -> Vec<Passkey> {
        self.db.read(|conn| passkey::of(conn, &account.id)).unwrap()
    }

    fn failures(&self) -> usize {
        let lines = self.db.read(|conn| audit::all(conn, &Filter::default(), 1000)).unwrap();
        lines.into_iter().filter(|line| line.event == Event::SignInFailed).count()
    }

    fn prove(&self, session: &Session, proof: &Proof, at: Timestamp) -> Proved {
        let whose = (&session.account, &session.id);
        entrance::prove_again(&self.db, &self.vault, Some(&self.party), whose, proof, at).unwrap()
    }
}

#[test]
fn a_passkey_lets_its_owner_in_by_both_factors_without_a_password_or_a_code() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        let codes = house.db.write_alone(|conn| factor::begin(conn, &house.vault, &house.amina, now()));
        codes.unwrap();
        let SignIn::In(secret) = house.sign_in(&mut device) else { panic!("not in") };
        let session = house.session(&secret, now());
        assert_eq!((session.account, session.factors, session.wanted), (house.amina.id.clone(), 2, 2));
        let kept = house.passkeys(&house.amina);
        assert_eq!((kept.len(), kept[0].name.as_str(), kept[0].used_at), (1, "هاتفي", Some(now())));
        assert!(house.passkeys(&house.brahim).is_empty());
    });
}

#[test]
fn what_a_browser_is_asked_is_a_passkey_that_it_finds_itself_on_a_device_that_is_unlocked() {
    houses(|house| {
        let asked = house.ask_to_add(&house.amina).options;
        let wanted = &asked["publicKey"]["authenticatorSelection"];
        assert_eq!((&wanted["residentKey"], &wanted["userVerification"]), (&"required".into(), &"required".into()));
        assert_eq!(asked["publicKey"]["rp"]["id"], "register.example.ma");
        let shown = house.ask(now()).options;
        assert_eq!(shown["publicKey"]["userVerification"], "required");
        assert_eq!(shown["publicKey"]["allowCredentials"], serde_json::json!([]), "nobody is named");
    });
}

#[test]
fn an_answer_is_good_once_for_its_own_question_and_not_for_long() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        let asked = house.ask(now());
        let shown = answer(&asked, device.show(&asked.options));
        assert!(matches!(house.enter(&shown, now()), SignIn::In(_)));
        assert!(matches!(house.enter(&shown, now()), SignIn::Wrong), "again");
        let other = Answer { ceremony: Some(house.ask(now()).ceremony), ..shown.clone() };
        assert!(matches!(house.enter(&other, now()), SignIn::Wrong), "to another question");
        assert!(matches!(house.enter(&Answer { ceremony: None, ..shown }, now()), SignIn::Wrong), "to none");
        let asked = house.ask(now());
        let late = answer(&asked, device.show(&asked.options));
        assert!(matches!(house.enter(&late, now() + passkey::LASTS), SignIn::Wrong), "too late");
        let asked = house.ask_to_add(&house.amina);
        let shown = answer(&asked, device.show(&house.ask(now()).options));
        assert!(matches!(house.enter(&shown, now()), SignIn::Wrong), "to a question of another kind");
        assert_eq!(house.failures(), 5);
    });
}

#[test]
fn what_another_site_or_another_key_signed_or_a_locked_device_is_refused() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        let elsewhere = Device { origin: "https://register.example.com".into(), ..device.clone() };
        let port = Device { origin: format!("{SITE}:8443"), ..device.clone() };
        let locked = Device { unlocked: false, ..device.clone() };
        let unknown = Device { user: device.user.clone(), ..Device::new(9, SITE) };
        for (mut device, who) in [(elsewhere, "site"), (port, "port"), (locked, "locked"), (unknown, "unknown")] {
            assert!(matches!(house.sign_in(&mut device), SignIn::Wrong), "{who}");
        }
        let asked = house.ask(now());
        for text in ["", "{}", "null", &"[".repeat(2000), &device.show(&asked.options).replace("signature", "other")] {
            let asked = house.ask(now());
            assert!(matches!(house.enter(&answer(&asked, text.into()), now()), SignIn::Wrong), "{text}");
        }
        // Somebody else's name on one's own key, and one's own name on somebody else's.
        let mut theirs = Device::new(2, SITE);
        assert!(house.add(&house.brahim, &mut theirs));
        theirs.user.clone_from(&device.user);
        assert!(matches!(house.sign_in(&mut theirs), SignIn::Wrong), "of somebody else");
        assert!(matches!(house.sign_in(&mut device), SignIn::In(_)), "and the right one lets in");
    });
}

#[test]
fn a_copy_of_a_device_is_known_by_its_counter() {
    houses(|house| {
        let mut device = Device { counter: 7, ..Device::new(1, SITE) };
        assert!(house.add(&house.amina, &mut device));
        let mut copy = device.clone();
        for _ in 0..2 {
            assert!(matches!(house.sign_in(&mut device), SignIn::In(_)));
        }
        assert!(matches!(house.sign_in(&mut copy), SignIn::Wrong), "it is behind");
        assert!(matches!(house.sign_in(&mut copy), SignIn::Wrong), "it is where the other was");
        assert!(matches!(house.sign_in(&mut device), SignIn::In(_)));
    });
}

#[test]
fn a_passkey_is_added_once_by_whom_it_was_asked_of_on_this_site_and_unlocked() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        assert!(!house.add(&house.amina, &mut device), "a second time");
        assert!(!house.add(&house.brahim, &mut device), "for somebody else");
        let mut other = Device::new(2, SITE);
        let asked = house.ask_to_add(&house.amina);
        let made = answer(&asked, other.make(&asked.options));
        assert!(!house.add_answer(&house.brahim, &made, now()), "what was asked of somebody else");
        assert!(!house.add_answer(&house.amina, &made, now()), "and it cannot be answered any more");
        let asked = house.ask_to_add(&house.amina);
        let made = answer(&asked, other.make(&asked.options));
        assert!(!house.add_answer(&house.amina, &made, now() + passkey::LASTS), "too late");
        for mut wrong in [Device { unlocked: false, ..other.clone() }, Device::new(3, "https://example.com")] {
            assert!(!house.add(&house.amina, &mut wrong));
        }
        let asked = house.ask_to_add(&house.amina);
        let made = other.make(&asked.options);
        let lost = made.replacen('{', r#"{"clientExtensionResults":{"credProps":{"rk":false}},"#, 1);
        assert!(!house.add_answer(&house.amina, &answer(&asked, lost), now()), "the device would not find it again");
        assert_eq!((house.passkeys(&house.amina).len(), house.passkeys(&house.brahim).len()), (1, 0));
        assert!(house.add(&house.amina, &mut other));
    });
}

#[test]
fn a_passkey_that_was_removed_or_whose_account_is_closed_or_erased_opens_nothing() {
    houses(|house| {
        let (mut first, mut second) = (Device::new(1, SITE), Device::new(2, SITE));
        assert!(house.add(&house.amina, &mut first));
        let id = house.passkeys(&house.amina)[0].id.clone();
        assert!(house.add(&house.amina, &mut second));
        let end = |account: &Account| house.db.write_alone(|conn| passkey::end(conn, &account.id, &id)).unwrap();
        assert!(!end(&house.brahim), "nobody removes somebody else's");
        assert!(end(&house.amina) && !end(&house.amina));
        assert!(matches!(house.sign_in(&mut first), SignIn::Wrong));
        assert!(matches!(house.sign_in(&mut second), SignIn::In(_)));
        house.db.write_alone(|conn| account::close(conn, &house.amina.id, now())).unwrap();
        assert!(matches!(house.sign_in(&mut second), SignIn::Wrong), "closed");
        house.db.write_alone(|conn| account::reopen(conn, &house.amina.id)).unwrap();
        assert!(matches!(house.sign_in(&mut second), SignIn::In(_)), "open again");
        house.db.write_alone(|conn| person::erase(conn, &house.amina.person, now())).unwrap();
        assert!(matches!(house.sign_in(&mut second), SignIn::Wrong), "erased");
        assert!(house.passkeys(&house.amina).is_empty(), "and nothing of it is left");
    });
}

#[test]
fn nobody_tries_passkeys_without_end() {
    houses(|house| {
        let none = Answer { ceremony: None, text: String::new() };
        for _ in 0..attempt::FROM_ONE {
            assert!(matches!(house.enter(&none, now()), SignIn::Wrong));
        }
        assert!(matches!(house.enter(&none, now()), SignIn::TooOften(1..=15)));
        for _ in 0..attempt::FROM_ONE {
            house.ask(now());
        }
        let asked = entrance::ask_for_passkey(&house.db, &house.vault, &house.party, &caller(), now()).unwrap();
        assert!(matches!(asked, Err(1..=15)));
    });
}

#[test]
fn whoever_changes_passkeys_shows_who_he_is_by_as_much_as_lets_him_in() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        let SignIn::In(secret) = house.sign_in(&mut device) else { panic!("not in") };
        assert!(house.session(&secret, now()).is_fresh(now()), "whoever came in just now has");
        let later = now() + FRESH;
        let session = house.session(&secret, later);
        assert!(!session.is_fresh(later));
        let by = |password: &str, code: &str| Proof::Password(Password::typed(password), code.into());
        assert_eq!(house.prove(&session, &by("five goats", ""), later), Proved::No);
        assert!(!house.session(&secret, later).is_fresh(later));
        assert_eq!(house.prove(&session, &by(PASSWORD, ""), later), Proved::Yes);
        assert!(house.session(&secret, later).is_fresh(later));
        // Where a code is asked for at sign-in, a password is not enough; a passkey is.
        let later = later + FRESH;
        factor_on(house, later);
        assert_eq!(house.prove(&session, &by(PASSWORD, "000000"), later), Proved::No);
        let asked = house.ask(later);
        let shown = Proof::Passkey(answer(&asked, device.show(&asked.options)));
        assert_eq!(house.prove(&session, &shown, later), Proved::Yes);
        assert_eq!(house.prove(&session, &shown, later), Proved::No, "again");
        let mut theirs = Device::new(2, SITE);
        assert!(house.add(&house.brahim, &mut theirs));
        let asked = house.ask(later);
        let shown = Proof::Passkey(answer(&asked, theirs.show(&asked.options)));
        assert_eq!(house.prove(&session, &shown, later), Proved::No, "somebody else's");
        let often = (0..attempt::FOR_ONE).fold(None, |_, _| Some(house.prove(&session, &by("x", ""), later)));
        assert!(matches!(often, Some(Proved::TooOften(1..=15))), "{often:?}");
    });
}

/// Asks an account for a code from now on.
fn factor_on(house: &House, at: Timestamp) {
    let setup = house.db.write_alone(|conn| {
        factor::begin(conn, &house.vault, &house.amina, at)?;
        factor::setup(conn, &house.vault, &house.amina, "amina")
    });
    let url = setup.unwrap().unwrap().url;
    let totp = totp_rs::Totp::from_url(url.as_str()).unwrap();
    let code = totp.generate(at.as_second().try_into().unwrap()).to_string();
    let confirmed = house.db.write_alone(|conn| factor::confirm(conn, &house.vault, &house.amina, &code, at));
    assert!(confirmed.unwrap().is_some());
}

#[test]
fn a_session_of_before_is_as_fresh_as_it_is_young() {
    houses(|house| {
        let mut device = Device::new(1, SITE);
        assert!(house.add(&house.amina, &mut device));
        let SignIn::In(secret) = house.sign_in(&mut device) else { panic!("not in") };
        let forget = |conn: &mut db::Conn| conn.execute("update session set proved_at = null", &[]);
        house.db.write_alone(forget).unwrap();
        let almost = now() + FRESH - SignedDuration::from_secs(1);
        assert!(house.session(&secret, almost).is_fresh(almost));
        assert!(!house.session(&secret, now() + FRESH).is_fresh(now() + FRESH));
    });
}

#[test]
fn whoever_is_invited_may_begin_with_a_passkey_and_nobody_comes_around_another_by_a_link() {
    houses(|house| {
        let contact = "chaima@example.ma".parse::<Contact>().unwrap();
        let newcomer = Newcomer { name: "Chaima".parse().unwrap(), contact, language: Lang::Ar };
        let chaima =
            house.db.write_alone(|conn| entrance::welcome(conn, &house.vault, &newcomer, None, now())).unwrap();
        let link = |account: &Account| {
            house.db.write_alone(|conn| entrance::link(conn, account, link::ASKED_FOR, None, now())).unwrap()
        };
        let begin = |account: &Account, device: &mut Device| {
            let asked = house.ask_to_add(account);
            let made = answer(&asked, device.make(&asked.options));
            let begin = |conn: &mut _| {
                entrance::begin_with_passkey(conn, &house.party, account, (&made, "هاتفي"), &caller(), now())
            };
            house.db.write_alone(begin).unwrap()
        };
        let (secret, mut device) = (link(&chaima), Device::new(1, SITE));
        let session = begin(&chaima, &mut device).unwrap();
        assert_eq!(house.session(&session, now()).factors, 2);
        assert!(house.db.read(|conn| entrance::by_link(conn, &secret, now())).unwrap().is_none(), "the link is used");
        assert!(matches!(house.sign_in(&mut device), SignIn::In(_)));
        // A link comes after the passkey, or to who has a password: it adds none.
        let mut other = Device::new(2, SITE);
        link(&chaima);
        assert!(begin(&chaima, &mut other).is_none() && begin(&house.amina, &mut other).is_none());
        assert!(matches!(house.sign_in(&mut other), SignIn::Wrong));
        assert_eq!(house.passkeys(&chaima).len(), 1, "and removes none");
    });
}
