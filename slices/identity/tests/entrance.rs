//! Coming in: links, passwords, sessions, tokens and mandates. On both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use authz::Entity;
use db::Db;
use identity::{
    Account, Contact, Secret, Vault, account, attempt,
    audit::{self, Event, Filter},
    entrance::{self, Caller, Chosen, Newcomer, SignIn},
    factor,
    keyring::{self, Place},
    link, mandate,
    password::{Password, Weak},
    person,
    session::{IDLE, LONGEST},
    store::MIGRATIONS,
};
use jiff::SignedDuration;
use kernel::{Lang, Timestamp, read_day};

const PASSWORD: &str = "four goats in the argan tree";

struct House {
    db: Db,
    vault: Vault,
    account: Account,
}

fn now() -> Timestamp {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

fn after(wait: SignedDuration) -> Timestamp {
    now() + wait
}

fn today() -> kernel::Date {
    read_day("2026-11-26").unwrap()
}

fn contact() -> Contact {
    "amina@example.ma".parse().unwrap()
}

fn caller() -> Caller {
    Caller { from: Some("192.0.2.1".parse().unwrap()), device: "Firefox · Android".into() }
}

/// Each engine with an account that has a password.
fn houses(check: impl Fn(&House)) {
    for database in testkit::databases() {
        let db = Db::open(&database.url, MIGRATIONS).unwrap();
        let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now()).unwrap();
        let newcomer = Newcomer { name: "Amina".parse().unwrap(), contact: contact(), language: Lang::Ar };
        let account = db.write_alone(|conn| entrance::welcome(conn, &vault, &newcomer, None, now())).unwrap();
        let house = House { db, vault, account };
        let link = house.link(link::INVITATION);
        assert!(matches!(house.choose(&link, PASSWORD, now()), Chosen::In(_)));
        check(&house);
    }
}

impl House {
    fn link(&self, good_for: SignedDuration) -> Secret {
        self.db.write_alone(|conn| entrance::link(conn, &self.account, good_for, None, now())).unwrap()
    }

    fn choose(&self, link: &Secret, password: &str, at: Timestamp) -> Chosen {
        entrance::choose_by_link(&self.db, &self.vault, link, &Password::typed(password), &caller(), at).unwrap()
    }

    fn sign_in(&self, contact: &Contact, password: &str, caller: &Caller, at: Timestamp) -> SignIn {
        entrance::sign_in(&self.db, &self.vault, contact, &Password::typed(password), caller, at).unwrap()
    }

    fn secret(&self) -> Secret {
        match self.sign_in(&contact(), PASSWORD, &caller(), now()) {
            SignIn::In(secret) => secret,
            other => panic!("{other:?}"),
        }
    }

    fn roles(&self, secret: &Secret, day: &str, at: Timestamp) -> Option<Vec<String>> {
        let known = entrance::by_session(&self.db, secret, read_day(day).unwrap(), at).unwrap();
        known.map(|(_, principal)| principal.roles.iter().map(ToString::to_string).collect())
    }

    fn is_in(&self, secret: &Secret, at: Timestamp) -> bool {
        entrance::by_session(&self.db, secret, today(), at).unwrap().is_some()
    }

    fn events(&self) -> Vec<Event> {
        let lines = self.db.read(|conn| audit::all(conn, &Filter::default(), 1000)).unwrap();
        lines.into_iter().map(|line| line.event).collect()
    }
}

#[test]
fn a_person_signs_in_with_either_way_of_writing_the_address_and_signs_out() {
    houses(|house| {
        let written = "  Amina@EXAMPLE.ma ".parse().unwrap();
        let SignIn::In(secret) = house.sign_in(&written, PASSWORD, &caller(), now()) else { panic!("not in") };
        assert!(house.is_in(&secret, now()));
        house.db.write_alone(|conn| entrance::sign_out(conn, &secret, now())).unwrap();
        assert!(!house.is_in(&secret, now()));
        let events = house.events();
        for event in [Event::AccountOpened, Event::LinkSent, Event::PasswordChosen, Event::SignedIn, Event::SignedOut] {
            assert!(events.contains(&event), "{event:?}");
        }
    });
}

#[test]
fn each_time_the_secret_is_another_and_the_one_in_the_cookie_is_not_in_the_tables() {
    houses(|house| {
        let (first, second) = (house.secret(), house.secret());
        assert_ne!(first.as_str(), second.as_str());
        let held = house.db.read(|conn| {
            conn.query("select digest, id from session", &[], |row| {
                Ok([row.text(0)?.to_owned(), row.text(1)?.to_owned()])
            })
        });
        let held: Vec<[String; 2]> = held.unwrap();
        assert!(held.len() >= 2 && held.iter().flatten().all(|text| text != first.as_str() && text != second.as_str()));
    });
}

#[test]
fn a_wrong_password_and_an_unknown_account_are_answered_alike() {
    houses(|house| {
        let wrong = house.sign_in(&contact(), "five goats in the argan tree", &caller(), now());
        let unknown = house.sign_in(&"nobody@example.ma".parse().unwrap(), PASSWORD, &caller(), now());
        assert!(matches!((&wrong, &unknown), (SignIn::Wrong, SignIn::Wrong)), "{wrong:?} {unknown:?}");
        let failed = house.events().into_iter().filter(|event| *event == Event::SignInFailed).count();
        assert_eq!(failed, 2);
    });
}

#[test]
fn nobody_tries_passwords_without_end_for_one_account() {
    houses(|house| {
        for _ in 0..attempt::FOR_ONE {
            assert!(matches!(house.sign_in(&contact(), "x", &caller(), now()), SignIn::Wrong));
        }
        // With the right password too; and the same for an account that is not there.
        let blocked = house.sign_in(&contact(), PASSWORD, &caller(), now());
        assert!(matches!(blocked, SignIn::TooOften(1..=15)), "{blocked:?}");
        let nobody = "nobody@example.ma".parse().unwrap();
        for _ in 0..attempt::FOR_ONE {
            assert!(matches!(house.sign_in(&nobody, "x", &caller(), now()), SignIn::Wrong));
        }
        assert!(matches!(house.sign_in(&nobody, "x", &caller(), now()), SignIn::TooOften(_)));
        // Nobody else is kept out, and nobody for long.
        let elsewhere = Caller { from: Some("198.51.100.9".parse().unwrap()), ..caller() };
        let other = house.sign_in(&contact(), PASSWORD, &elsewhere, now());
        assert!(matches!(other, SignIn::In(_)), "{other:?}");
        let later = house.sign_in(&contact(), PASSWORD, &caller(), after(attempt::WINDOW));
        assert!(matches!(later, SignIn::In(_)), "{later:?}");
    });
}

#[test]
fn nobody_tries_passwords_without_end_for_one_account_from_everywhere() {
    // Hashing a hundred passwords on each engine would take the time of all other tests.
    let database = testkit::databases().into_iter().next().unwrap();
    let db = Db::open(&database.url, MIGRATIONS).unwrap();
    let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now()).unwrap();
    let attempt = |n: i64| {
        let caller = Caller { from: Some(format!("192.0.2.{n}").parse().unwrap()), device: String::new() };
        entrance::sign_in(&db, &vault, &contact(), &Password::typed("x"), &caller, now()).unwrap()
    };
    for n in 0..attempt::FOR_ONE_IN_ALL {
        assert!(matches!(attempt(n), SignIn::Wrong), "{n}");
    }
    assert!(matches!(attempt(200), SignIn::TooOften(_)));
}

#[test]
fn nobody_tries_accounts_without_end_from_one_address() {
    // Hashing a hundred passwords on each engine would take the time of all other tests.
    let database = testkit::databases().into_iter().next().unwrap();
    let db = Db::open(&database.url, MIGRATIONS).unwrap();
    let vault = keyring::open(&db, &Place::Given("a1".repeat(32).into()), now()).unwrap();
    let attempt = |n: i64, from: &str| {
        let contact = format!("someone{n}@example.ma").parse().unwrap();
        let caller = Caller { from: Some(from.parse().unwrap()), device: String::new() };
        entrance::sign_in(&db, &vault, &contact, &Password::typed("x"), &caller, now()).unwrap()
    };
    for n in 0..attempt::FROM_ONE {
        assert!(matches!(attempt(n, "2001:db8:1:2::7"), SignIn::Wrong), "{n}");
    }
    assert!(matches!(attempt(1000, "2001:db8:1:2:9::1"), SignIn::TooOften(_)), "the same network");
    assert!(matches!(attempt(1001, "2001:db8:1:3::7"), SignIn::Wrong), "another network");
}

#[test]
fn a_link_is_good_once_and_not_for_long_and_a_newer_one_voids_it() {
    houses(|house| {
        let (old, new) = (house.link(link::ASKED_FOR), house.link(link::ASKED_FOR));
        let another = "a new sentence about donkeys";
        assert!(matches!(house.choose(&old, another, now()), Chosen::Void));
        assert!(matches!(house.choose(&new, another, after(link::ASKED_FOR)), Chosen::Void));
        assert!(matches!(house.choose(&new, "12345678", now()), Chosen::Weak(Weak::Guessed)));
        assert!(matches!(house.choose(&new, "amina@example", now()), Chosen::Weak(Weak::Guessed)));
        assert!(matches!(house.choose(&new, another, now()), Chosen::In(_)));
        assert!(matches!(house.choose(&new, another, now()), Chosen::Void));
        assert!(matches!(house.sign_in(&contact(), PASSWORD, &caller(), now()), SignIn::Wrong));
        assert!(matches!(house.sign_in(&contact(), another, &caller(), now()), SignIn::In(_)));
    });
}

#[test]
fn whoever_chooses_a_password_is_in_alone() {
    houses(|house| {
        let before = house.secret();
        let link = house.link(link::ASKED_FOR);
        let Chosen::In(now_in) = house.choose(&link, PASSWORD, now()) else { panic!("void") };
        assert!(!house.is_in(&before, now()) && house.is_in(&now_in, now()));
        let texts = [Password::typed(PASSWORD), Password::typed("another sentence about donkeys")];
        let (session, _) = entrance::by_session(&house.db, &now_in, today(), now()).unwrap().unwrap();
        let change = |before: &Password, next: &Password| {
            entrance::choose_anew(&house.db, &house.vault, &session, [before, next], now()).unwrap()
        };
        assert!(matches!(change(&texts[1], &texts[0]), Chosen::Void), "the password of before is asked");
        let Chosen::In(last) = change(&texts[0], &texts[1]) else { panic!("void") };
        assert!(!house.is_in(&now_in, now()) && house.is_in(&last, now()));
    });
}

#[test]
fn a_session_ends_when_it_was_not_used_for_long_and_at_the_latest_after_a_week() {
    houses(|house| {
        let secret = house.secret();
        let nearly = IDLE - SignedDuration::from_secs(1);
        let mut at = now();
        while at + nearly < after(LONGEST) {
            at += nearly;
            assert!(house.is_in(&secret, at), "used again and again, until {at}");
        }
        assert!(!house.is_in(&secret, after(LONGEST)));
        assert!(!house.is_in(&house.secret(), after(IDLE)));
    });
}

#[test]
fn a_closed_account_lets_nobody_in_by_no_way_until_it_is_opened_again() {
    houses(|house| {
        let (secret, link) = (house.secret(), house.link(link::ASKED_FOR));
        house.db.write_alone(|conn| account::close(conn, &house.account.id, now())).unwrap();
        assert!(!house.is_in(&secret, now()));
        assert!(matches!(house.choose(&link, PASSWORD, now()), Chosen::Void));
        assert!(matches!(house.sign_in(&contact(), PASSWORD, &caller(), now()), SignIn::Wrong));
        let anew = house.link(link::ASKED_FOR);
        assert!(matches!(house.choose(&anew, PASSWORD, now()), Chosen::Void));
        house.db.write_alone(|conn| account::reopen(conn, &house.account.id)).unwrap();
        assert!(matches!(house.sign_in(&contact(), PASSWORD, &caller(), now()), SignIn::In(_)));
        assert!(!house.is_in(&secret, now()), "what was ended stays so");
    });
}

#[test]
fn who_is_erased_cannot_come_in_and_stays_as_an_account() {
    houses(|house| {
        let secret = house.secret();
        let token = "insert into token (digest, id, account, name, scopes, made_at, ends_at)
                     values ('d', 'i', $1, 'Amina at the accountant', 'reading', '2026', '2027')";
        let count = || house.db.read(|conn| conn.scalar::<i64>("select count(*) from token", &[])).unwrap();
        let account = house.account.id.as_str();
        house.db.write_alone(|conn| conn.execute(token, db::params![account])).unwrap();
        assert_eq!(count(), 1);
        house.db.write_alone(|conn| person::erase(conn, &house.account.person, now())).unwrap();
        assert_eq!(count(), 0, "what it is for was said in the owner's words");
        assert!(!house.is_in(&secret, now()));
        assert!(matches!(house.sign_in(&contact(), PASSWORD, &caller(), now()), SignIn::Wrong));
        let account = house.db.read(|conn| account::by_id(conn, &house.account.id)).unwrap().unwrap();
        assert!(account.closed_at.is_some() && !account.has_password);
    });
}

#[test]
fn a_mandate_holds_from_its_first_day_to_its_last_and_not_after_it_was_ended() {
    houses(|house| {
        let secret = house.secret();
        let day = |text: &str| read_day(text).unwrap();
        let (agent, clerk) = (Entity::new("Agent", "KEN"), Entity::new("Clerk", "KENITRA"));
        let (id, account) = (&house.account.id, &house.account);
        let given = house.db.write_alone(|conn| {
            mandate::give(conn, id, &agent, (day("2026-11-20"), Some(day("2026-11-27"))), None, now())?;
            mandate::give(conn, id, &clerk, (day("2026-11-26"), None), Some(&account.id), now())
        });
        let given = given.unwrap();
        let roles = |day: &str| house.roles(&secret, day, now()).unwrap();
        assert_eq!(roles("2026-11-19"), Vec::<String>::new());
        assert_eq!(roles("2026-11-20"), ["Agent::\"KEN\""]);
        assert_eq!(roles("2026-11-27"), ["Agent::\"KEN\"", "Clerk::\"KENITRA\""]);
        assert_eq!(roles("2026-11-28"), ["Clerk::\"KENITRA\""]);
        let end = |id| house.db.write_alone(|conn| mandate::end(conn, id, &given, None, now())).unwrap();
        assert!(end(id) && !end(id), "once");
        assert_eq!(roles("2026-11-28"), Vec::<String>::new());
        let kept = house.db.read(|conn| mandate::of(conn, id)).unwrap();
        assert_eq!(kept.len(), 2, "what was is not forgotten");
    });
}

#[test]
fn a_welcome_changes_nothing_of_a_person_who_is_known() {
    houses(|house| {
        let newcomer = Newcomer { name: "Somebody else".parse().unwrap(), contact: contact(), language: Lang::Fr };
        let again = house.db.write_alone(|conn| entrance::welcome(conn, &house.vault, &newcomer, None, now())).unwrap();
        assert_eq!(again.id, house.account.id);
        let person = house.db.read(|conn| person::by_id(conn, &house.vault, &again.person)).unwrap().unwrap();
        assert_eq!(person.details().unwrap().name.as_ref().unwrap().as_str(), "Amina");
    });
}

/// What the app on the telephone shows.
fn code(url: &str, at: Timestamp) -> String {
    let totp = totp_rs::Totp::from_url(url).unwrap();
    totp.generate(at.as_second().try_into().unwrap()).to_string()
}

#[test]
fn whoever_has_a_second_factor_is_half_in_until_a_code_was_shown() {
    houses(|house| {
        let (vault, account) = (&house.vault, &house.account);
        let write = |at: Timestamp, code: &str| {
            house.db.write_alone(|conn| factor::confirm(conn, vault, account, code, at)).unwrap()
        };
        house.db.write_alone(|conn| factor::begin(conn, vault, account, now())).unwrap();
        let setup = house.db.read(|conn| factor::setup(conn, vault, account, "amina@example.ma")).unwrap().unwrap();
        assert!(matches!(house.sign_in(&contact(), PASSWORD, &caller(), now()), SignIn::In(_)), "not confirmed yet");
        assert!(write(now(), "000000").is_none());
        let recoveries = write(now(), &code(&setup.url, now())).unwrap();
        assert!(house.db.read(|conn| factor::setup(conn, vault, account, "x")).unwrap().is_none(), "shown once");

        let half = |at| match house.sign_in(&contact(), PASSWORD, &caller(), at) {
            SignIn::Half(secret) => secret,
            other => panic!("{other:?}"),
        };
        let prove =
            |half: &Secret, code: &str, at| entrance::prove(&house.db, vault, half, code, &caller(), at).unwrap();
        let later = after(SignedDuration::from_secs(60));
        let first = half(later);
        assert!(!house.is_in(&first, later));
        assert!(matches!(prove(&first, &code(&setup.url, now()), later), SignIn::Wrong), "used already");
        let shown = code(&setup.url, later);
        let SignIn::In(whole) = prove(&first, &shown, later) else { panic!("not in") };
        let (_, principal) = entrance::by_session(&house.db, &whole, today(), later).unwrap().unwrap();
        assert!(principal.second_factor);
        assert!(matches!(prove(&first, &shown, later), SignIn::Wrong), "the half session is over");
        assert!(matches!(prove(&half(later), &shown, later), SignIn::Wrong), "no code is good twice");

        let second = half(later);
        let SignIn::In(_) = prove(&second, recoveries[0].as_str(), later) else { panic!("not in") };
        let third = half(later);
        assert!(matches!(prove(&third, recoveries[0].as_str(), later), SignIn::Wrong), "good once");
        let link = house.link(link::ASKED_FOR);
        let chosen = house.choose(&link, "a new sentence about donkeys", now());
        assert!(matches!(&chosen, Chosen::Half(secret) if !house.is_in(secret, now())), "a link is no way around");
    });
}

#[test]
fn nobody_tries_codes_without_end() {
    houses(|house| {
        let (vault, account) = (&house.vault, &house.account);
        house.db.write_alone(|conn| factor::begin(conn, vault, account, now())).unwrap();
        let setup = house.db.read(|conn| factor::setup(conn, vault, account, "x")).unwrap().unwrap();
        let shown = code(&setup.url, now());
        house.db.write_alone(|conn| factor::confirm(conn, vault, account, &shown, now())).unwrap().unwrap();
        let at = after(SignedDuration::from_secs(60));
        let SignIn::Half(half) = house.sign_in(&contact(), PASSWORD, &caller(), at) else { panic!("not half in") };
        let prove = |code: &str| entrance::prove(&house.db, vault, &half, code, &caller(), at).unwrap();
        for _ in 0..attempt::FOR_ONE {
            assert!(matches!(prove("000000"), SignIn::Wrong));
        }
        assert!(matches!(prove(&code(&setup.url, at)), SignIn::TooOften(_)));
    });
}
