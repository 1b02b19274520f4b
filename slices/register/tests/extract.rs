//! The extract of the register, the certificate of good standing, and the page on which both are checked, on both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use db::Db;
use jiff::{civil::date, tz::TimeZone};
use kernel::{Clock, Currency, Date, Timestamp};
use ledger::{Draft, Ledger, store};
use proof::{Kind, Proof, Published, Signer, SigningKey, Statement, Unsigned};
use register::{
    Level,
    acts::{AccountsFiled, Capital, CooperativeAct, MembershipDeclared, Registered, Renamed, StruckOff},
};
use serde_json::Value;
use tower::ServiceExt;
use web::App;

/// A key that signs since 2022, after one that signed before.
struct Desk(SigningKey);

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn retired() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

impl Signer for Desk {
    fn sign(&self, statement: &Statement) -> Result<Proof, Unsigned> {
        statement.sign(&self.0).map_err(Unsigned::new)
    }

    fn keys(&self) -> Result<Vec<Published>, Unsigned> {
        let changed = at("2022-01-01T10:00:00Z");
        let old = Published { key: retired().public(), since: at("2020-01-01T10:00:00Z"), until: Some(changed) };
        Ok(vec![Published { key: self.0.public(), since: changed, until: None }, old])
    }
}

fn draft(on: Date, act: &CooperativeAct) -> Draft {
    Draft {
        subject: register::store::subject("KEN-1"),
        kind: act.kind().into(),
        effective_on: Some(on),
        author: "desk".into(),
        document: None,
        voids: None,
        body: act.body(),
        seen: None,
    }
}

fn named(name: &str) -> CooperativeAct {
    CooperativeAct::Renamed(Renamed { name_ar: Some("تعاونية الأمل".into()), name_fr: Some(name.into()) })
}

fn members(women: i64) -> CooperativeAct {
    CooperativeAct::MembershipDeclared(MembershipDeclared { women: Some(women), ..MembershipDeclared::default() })
}

/// A register with one cooperative on a day of 2022.
struct Office {
    ledger: Ledger,
    router: Router,
}

impl Office {
    fn open(url: &str) -> Self {
        let migrations = [store::MIGRATIONS, register::store::MIGRATIONS].concat();
        let db = Db::open(url, &migrations).unwrap();
        let clock = Clock::at(at("2022-02-01T10:00:00Z"));
        let casablanca = TimeZone::get("Africa/Casablanca").unwrap();
        let ledger = Ledger::open(db, clock, casablanca, &[register::LEDGER]).unwrap();
        let registered = CooperativeAct::Registered(Box::new(Registered {
            name_ar: Some("تعاونية الأمل".into()),
            name_fr: Some("Al Amal".into()),
            ice: None,
            cooperative_type: None,
            categories: Vec::new(),
            level: Level::Cooperative,
            sector: Some("AGR".into()),
            branch: Some("OLE".into()),
            place: None,
            characteristics: Vec::new(),
            origin: None,
            year_end: None,
        }));
        let capital = Capital { amount_minor: 150_000, currency: Currency::Mad };
        let acts = [registered, members(7), CooperativeAct::CapitalSubscribed(capital)];
        ledger.record(acts.iter().map(|act| draft(date(2020, 1, 1), act)).collect()).unwrap();
        let slices = [register::SLICE];
        let app = App::new(ledger.clone(), &slices).unwrap().signing(Arc::new(Desk(SigningKey::from_seed(&[9; 32]))));
        Self { ledger, router: web::router(app, &slices) }
    }

    /// Records an act at noon of a later day.
    fn later(&self, recorded_on: &str, effective_on: Date, act: &CooperativeAct) {
        self.ledger.clock().set(at(&format!("{recorded_on}T12:00:00Z")));
        self.ledger.record(vec![draft(effective_on, act)]).unwrap();
    }

    fn ask(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> (u16, String, String) {
        let request = headers
            .iter()
            .fold(Request::builder().uri(path), |request, (name, value)| request.header(name.clone(), *value));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let status = response.status().as_u16();
            let to = response.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
            let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            (status, to.unwrap_or_default(), String::from_utf8_lossy(&body).into_owned())
        })
    }

    fn extract(&self, query: &str) -> Value {
        let path = format!("/api/v1/cooperatives/KEN-1/extract{query}");
        let (status, _, text) = self.ask(&path, &[(header::HOST, "example.ma")]);
        assert_eq!(status, 200, "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// What the English page says of a proof, without elements and marks of direction.
    fn checked(&self, proof: &str, query: &str) -> (u16, String) {
        let (status, _, html) = self.ask(&format!("/en/verify/{proof}{query}"), &[]);
        let html = scraper::Html::parse_document(&html);
        let main = html.select(&scraper::Selector::parse("main").unwrap()).next().unwrap();
        let text = main.text().collect::<Vec<_>>().join(" ").replace(['\u{2068}', '\u{2069}'], "");
        (status, text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn each(test: impl Fn(&Office)) {
    for database in testkit::databases() {
        test(&Office::open(&database.url));
    }
}

fn proof(extract: &Value) -> String {
    extract["proof"].as_str().unwrap().to_owned()
}

#[test]
fn an_extract_says_what_the_register_says_on_the_day_as_known_at_the_moment() {
    each(|office| {
        let extract = office.extract("");
        let facts = &extract["facts"];
        assert_eq!((&extract["date"], &extract["issued_on"]), (&"2022-02-01".into(), &"2022-02-01".into()));
        assert_eq!((&facts["members"], &facts["branch"]), (&"7".into(), &"AGR.OLE".into()));
        assert_eq!((&facts["share_capital"], &facts["status"]), (&"1500.00 MAD".into(), &"active".into()));
        let address = format!("http://example.ma/verify/{}", proof(&extract));
        assert_eq!(extract["address"], address);
        office.later("2022-06-01", date(2021, 1, 1), &members(9));
        assert_eq!(office.extract("")["facts"]["members"], "9");
        assert_eq!(office.extract("?date=2020-12-31")["facts"]["members"], "7");
        assert_eq!(office.extract("?date=2021-12-31&known=2022-02-01")["facts"]["members"], "7");
        assert_eq!(office.extract("?date=2022-02-01&known=2022-02-01")["head_seq"], 3);
    });
}

#[test]
fn a_proof_holds_and_what_has_changed_since_is_marked() {
    each(|office| {
        let proof = proof(&office.extract(""));
        let (status, says) = office.checked(&proof, "");
        assert_eq!(status, 200, "{says}");
        assert!(says.contains("✓ This document is genuine.") && !says.contains("different"), "{says}");
        assert!(says.contains("✓ The register says the same on 1 February 2022."), "{says}");
        office.later("2022-06-01", date(2022, 5, 1), &named("Al Amal Al Jadid"));
        let (_, says) = office.checked(&proof, "");
        assert!(says.contains("✓ This document is genuine.") && says.contains("1 entry has changed."), "{says}");
        assert!(says.contains("Al Amal Al Amal Al Jadid different"), "{says}");
        for day in ["2022-02-01", "2022-04-30"] {
            let (_, says) = office.checked(&proof, &format!("?date={day}"));
            assert!(says.contains("✓ The register says the same on") && !says.contains("different"), "{day}: {says}");
        }
        let (_, says) = office.checked(&proof, "?date=2022-05-01");
        assert!(says.contains("1 entry has changed."), "{says}");
    });
}

#[test]
fn an_act_that_comes_late_changes_what_the_register_says_of_the_day_and_not_what_was_signed() {
    each(|office| {
        let proof = proof(&office.extract("?date=2021-12-31"));
        office.later("2022-06-01", date(2021, 6, 1), &members(9));
        let (_, says) = office.checked(&proof, "?date=2021-12-31");
        assert!(says.contains("Members 7 9 different"), "{says}");
        assert!(!says.contains("does not find in its journal"), "{says}");
        office.later("2022-07-01", date(2022, 6, 30), &CooperativeAct::StruckOff(StruckOff::default()));
        let (_, says) = office.checked(&proof, "");
        assert!(says.contains("Status active removed different"), "{says}");
        assert!(says.contains("Left the register on — 30 June 2022 different"), "{says}");
        let (status, says) = office.checked(&proof, "?date=2019-12-31");
        assert!(status == 200 && says.contains("this cooperative is not in the register"), "{says}");
    });
}

#[test]
fn what_is_no_proof_gets_a_page_that_says_why() {
    each(|office| {
        let whole = proof(&office.extract(""));
        let statement = Proof::read(&whole).unwrap().statement().clone();
        let signed = |key: &SigningKey, statement: &Statement| statement.sign(key).unwrap().text();
        let mut letters: Vec<char> = whole.chars().collect();
        letters[100] = if letters[100] == 'A' { 'B' } else { 'A' };
        let changed: String = letters.iter().collect();
        let cases = [
            ("hello".to_owned(), "A part of it is missing"),
            (whole[..200].to_owned(), "A part of it is missing"),
            ("AIAA".to_owned(), "made by a later version"),
            (signed(&SigningKey::from_seed(&[1; 32]), &statement), "which this register never had"),
            (signed(&retired(), &statement), "was not in use"),
        ];
        for (text, why) in cases {
            let (status, says) = office.checked(&text, "");
            assert!(status == 404 && says.contains("This is no valid proof") && says.contains(why), "{text}: {says}");
        }
        let (status, says) = office.checked(&changed, "");
        assert!(status == 404 && says.contains("This is no valid proof"), "{says}");
        // What the retired key signed while it was in use holds on.
        let before = Statement { issued_on: date(2021, 3, 1), ..statement.clone() };
        assert!(office.checked(&signed(&retired(), &before), "").1.contains("✓ This document is genuine."));
        let mut elsewhere = statement;
        elsewhere.head.hash = [0; 8];
        let says = office.checked(&signed(&SigningKey::from_seed(&[9; 32]), &elsewhere), "").1;
        assert!(says.contains("does not find in its journal"), "{says}");
    });
}

/// A certificate of good standing made on this day after all acts that were recorded.
fn certificate(office: &Office, on: Date, until: Option<&str>) -> Statement {
    let extract = Proof::read(&proof(&office.extract(""))).unwrap().statement().clone();
    let mut facts = extract.facts;
    facts.retain(|letter, _| "afr".contains(*letter));
    facts.extend(until.map(|until| ('v', until.to_owned())));
    Statement { kind: Kind::GoodStanding, issued_on: on, on, facts, ..extract }
}

#[test]
fn a_certificate_holds_to_its_last_day_and_while_the_cooperative_is_in_good_standing() {
    each(|office| {
        let filed = CooperativeAct::AccountsFiled(AccountsFiled::of(2020, Currency::Mad));
        office.later("2022-02-01", date(2020, 12, 31), &filed);
        let made = |until| certificate(office, date(2022, 2, 1), until);
        let signed = |statement: &Statement| statement.sign(&SigningKey::from_seed(&[9; 32])).unwrap().text();
        let (short, long) = (signed(&made(Some("2022-05-01"))), signed(&made(Some("2022-12-31"))));
        let (endless, mut elsewhere) = (signed(&made(None)), made(Some("2022-12-31")));
        elsewhere.head.hash = [0; 8];
        let on = |day: &str, text: &str| {
            office.ledger.clock().set(at(&format!("{day}T12:00:00Z")));
            let (status, says) = office.checked(text, "");
            assert!(status == 200 && says.contains("✓ This document is genuine."), "{day}: {says}");
            says
        };
        for (day, text) in [("2022-02-01", &short), ("2022-05-01", &short), ("2022-06-30", &long)] {
            assert!(
                on(day, text).contains("it holds: the cooperative is in good standing"),
                "{day}: {}",
                on(day, text)
            );
        }
        let says = on("2022-05-02", &short);
        assert!(says.contains("On 2 May 2022 it does not hold") && says.contains("until 1 May 2022"), "{says}");
        // The meeting about 2021 should have been held by then; that is the cooperative's affair.
        let says = on("2022-07-01", &long);
        assert!(says.contains("not in good standing on that day") && !says.contains("meeting"), "{says}");
        assert!(!says.contains("It holds until"), "{says}");
        assert!(on("2022-02-01", &endless).contains("does not say until when"));
        assert!(on("2022-02-01", &signed(&elsewhere)).contains("does not find in its journal"));
        // Asked for a day, the answer is about that day: before it was made, while it held, and never about a day to come.
        let dated = |date: &str| office.checked(&long, &format!("?date={date}"));
        assert!(dated("2022-01-31").1.contains("It was made later, on 1 February 2022"));
        on("2022-07-01", &long);
        assert!(dated("2022-06-30").1.contains("On 30 June 2022 it holds"), "{}", dated("2022-06-30").1);
        assert_eq!(dated("2022-07-02").0, 400);
        assert_eq!(office.ask("/en/cooperatives/KEN-1/standing/certificate", &[]).0, 401);
    });
}

#[test]
fn an_extract_that_there_cannot_be_is_refused() {
    each(|office| {
        for (path, status) in [
            ("/api/v1/cooperatives/KEN-1/extract?date=2022-02-02", 400),
            ("/api/v1/cooperatives/KEN-1/extract?date=2019-12-31", 400),
            ("/api/v1/cooperatives/KEN-1/extract?date=yesterday", 400),
            ("/api/v1/cooperatives/KEN-1/extract?known=2021-01-01", 404),
            ("/api/v1/cooperatives/KEN-2/extract", 404),
            ("/fr/cooperatives/KEN-1/extract?date=2019-12-31", 400),
            ("/fr/cooperatives/KEN-2/extract", 404),
        ] {
            assert_eq!(office.ask(path, &[]).0, status, "{path}");
        }
    });
}

#[test]
fn a_code_leads_to_the_page_in_the_language_of_the_reader_and_so_does_what_is_pasted() {
    each(|office| {
        let proof = proof(&office.extract(""));
        let french = [(header::ACCEPT_LANGUAGE, "fr-MA")];
        let (status, to, _) = office.ask(&format!("/verify/{proof}?date=2022-01-01"), &french);
        assert_eq!((status, to), (307, format!("/fr/verify/{proof}?date=2022-01-01")));
        let pasted = format!("/en/verify?proof=https%3A%2F%2Fexample.ma%2Fverify%2F{}+", proof.to_lowercase());
        let (status, to, _) = office.ask(&pasted, &[]);
        assert_eq!((status, to), (303, format!("/en/verify/{proof}")));
        assert_eq!(office.ask("/en/verify?proof=nothing", &[]).0, 404);
        let (status, _, page) = office.ask("/en/verify", &[]);
        assert!(status == 200 && page.contains(&retired().public().base64url()), "{page}");
        let keys: Value = serde_json::from_str(&office.ask("/data/keys.json", &[]).2).unwrap();
        assert_eq!((&keys["keys"][1]["kty"], &keys["keys"][1]["crv"]), (&"OKP".into(), &"Ed25519".into()));
        assert_eq!(keys["keys"][1]["x"], retired().public().base64url());
    });
}
