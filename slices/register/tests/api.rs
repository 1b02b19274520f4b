//! The cooperatives as open data, on both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use db::Db;
use jiff::{civil::date, tz::TimeZone};
use kernel::{Clock, Currency, Date, Level as PlaceLevel, Names, Place};
use ledger::{Draft, Ledger, store};
use register::{
    Level, Sex,
    acts::{Age, Capital, CooperativeAct, MemberAdmitted, MembershipDeclared, Registered, SeatMoved, StruckOff},
};
use serde_json::Value;
use tower::ServiceExt;
use web::App;

fn place(code: &str, level: PlaceLevel, parent: Option<&str>, delegation: Option<&str>) -> Place {
    let names = Names { fr: Some(format!("le {code}")), ..Names::default() };
    let (parent, delegation) = (parent.map(str::to_owned), delegation.map(str::to_owned));
    Place { code: code.into(), level, parent, delegation, names, from: None, until: None }
}

fn draft(number: &str, on: Date, act: &CooperativeAct) -> Draft {
    Draft {
        subject: register::store::subject(number),
        kind: act.kind().into(),
        effective_on: Some(on),
        author: "desk".into(),
        document: None,
        voids: None,
        body: act.body(),
        seen: None,
    }
}

fn registered(name: &str, sector: &str, place: &str) -> CooperativeAct {
    CooperativeAct::Registered(Box::new(Registered {
        name_ar: None,
        name_fr: Some(name.into()),
        ice: None,
        cooperative_type: None,
        categories: Vec::new(),
        level: Level::Cooperative,
        sector: Some(sector.into()),
        branch: None,
        place: Some(place.into()),
        characteristics: Vec::new(),
        origin: None,
        year_end: None,
    }))
}

/// Three cooperatives: one moves, one keeps a roll of members, one leaves; the move is recorded late.
fn app(url: &str) -> Router {
    let migrations = [store::MIGRATIONS, register::store::MIGRATIONS].concat();
    let db = Db::open(url, &migrations).unwrap();
    let places = [
        place("MA", PlaceLevel::Country, None, None),
        place("KEN", PlaceLevel::Delegation, Some("MA"), None),
        place("04", PlaceLevel::Region, Some("MA"), None),
        place("04.281", PlaceLevel::Province, Some("04"), Some("KEN")),
        place("04.281.01", PlaceLevel::Commune, Some("04.281"), None),
        place("07", PlaceLevel::Region, Some("MA"), None),
        place("07.351", PlaceLevel::Province, Some("07"), None),
    ];
    db.write(move |conn| store::add_references(conn, &places, &[])).unwrap();
    let clock = Clock::at("2022-02-01T10:00:00Z".parse().unwrap());
    let casablanca = TimeZone::get("Africa/Casablanca").unwrap();
    let ledger = Ledger::open(db, clock, casablanca, &[register::LEDGER]).unwrap();
    let declared = MembershipDeclared { women: Some(7), men: Some(2), ..MembershipDeclared::default() };
    let capital = Capital { amount_minor: 150_000, currency: Currency::Mad };
    let member = MemberAdmitted {
        member: "m-1".into(),
        sex: Some(Sex::Female),
        legal_person: false,
        age: Some(Age::YoungUntil(date(2031, 4, 5))),
        shares: Some(3),
    };
    let drafts = vec![
        draft("KEN-1", date(2020, 1, 1), &registered("Al Amal", "AGR", "04.281.01")),
        draft("KEN-1", date(2020, 1, 1), &CooperativeAct::MembershipDeclared(declared)),
        draft("KEN-1", date(2020, 1, 1), &CooperativeAct::CapitalSubscribed(capital)),
        draft("KEN-2", date(2021, 1, 1), &registered("Tafoukt", "ART", "04.281")),
        draft("KEN-2", date(2021, 1, 2), &CooperativeAct::MemberAdmitted(member)),
        draft("MAR-1", date(2019, 1, 1), &registered("Annakhil", "AGR", "07.351")),
        draft("MAR-1", date(2021, 1, 1), &CooperativeAct::StruckOff(StruckOff::default())),
    ];
    ledger.record(drafts).unwrap();
    ledger.clock().set("2024-05-06T10:00:00Z".parse().unwrap());
    let moved = CooperativeAct::SeatMoved(SeatMoved { place: Some("07.351".into()) });
    ledger.record(vec![draft("KEN-1", date(2022, 1, 1), &moved)]).unwrap();
    let slices = [register::SLICE];
    web::router(App::new(ledger, &slices).unwrap(), &slices)
}

/// What both engines answer, which must be the same.
fn asked(path: &str) -> (StatusCode, String) {
    let mut answers = Vec::new();
    for database in testkit::databases() {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let app = app(&database.url);
        // Only this runs on an async thread: databases must not be opened or closed on one.
        let answer = tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            let response = app.clone().oneshot(request).await.unwrap();
            let status = response.status();
            (status, to_bytes(response.into_body(), usize::MAX).await.unwrap())
        });
        answers.push((answer.0, String::from_utf8(answer.1.to_vec()).unwrap()));
    }
    assert_eq!(answers.first(), answers.last(), "the engines differ on {path}");
    answers.remove(0)
}

fn json(path: &str) -> Value {
    let (status, text) = asked(path);
    assert_eq!(status, StatusCode::OK, "{text}");
    serde_json::from_str(&text).unwrap()
}

fn numbers(query: &str) -> Vec<String> {
    let page = json(&format!("/api/v1/cooperatives?{query}"));
    let lines = page["cooperatives"].as_array().unwrap();
    lines.iter().map(|line| line["number"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_comes_page_by_page() {
    let first = json("/api/v1/cooperatives?limit=1");
    assert_eq!((&first["cooperatives"][0]["number"], &first["total"]), (&"KEN-2".into(), &2.into()));
    let next = first["next"].as_str().unwrap();
    let second = json(&format!("/api/v1/cooperatives?limit=1&after={next}"));
    assert_eq!((&second["cooperatives"][0]["number"], &second["next"]), (&"KEN-1".into(), &Value::Null));
}

#[test]
fn the_list_can_be_restricted() {
    assert_eq!(numbers("sector=AGR"), ["KEN-1"]);
    assert_eq!(numbers("place=KEN"), ["KEN-2"]);
    assert_eq!(numbers("place=07"), ["KEN-1"]);
    assert_eq!(numbers("region=07&status=active"), ["KEN-1"]);
    assert_eq!(numbers("status=removed"), ["MAR-1"]);
    assert_eq!(numbers("place=MA&sector=ART&status=dormant"), [""; 0]);
    assert_eq!(numbers("q=annakhil&status=removed"), ["MAR-1"]);
}

#[test]
fn the_list_is_there_as_csv() {
    let (_, text) = asked("/api/v1/cooperatives?format=csv&status=removed");
    let head = "number,name_ar,name_fr,ice,type,level,sector,branch,place,origin,status,registered_on,removed,\
                removed_on,members,womens,youth";
    let line = "MAR-1,,Annakhil,,,cooperative,AGR,,07.351,,removed,2019-01-01,true,2021-01-01,,,";
    assert_eq!(text, format!("{head}\n{line}\n"));
}

#[test]
fn a_filter_that_fits_nothing_there_is_says_so() {
    for (query, says) in [
        ("place=XX", "place `XX`: there is no such place: /api/v1/dimensions lists them"),
        ("region=KEN", "region `KEN`: there is no such place: /api/v1/dimensions lists them"),
        ("status=gone", "status `gone`: write active, dormant, in_liquidation, removed"),
        ("limit=500000", "limit `500000`: write a whole number from 1 to 100000"),
        ("town=04", "town `04`: there is no such parameter; there are format, q, region, delegation,"),
    ] {
        let (status, text) = asked(&format!("/api/v1/cooperatives?{query}"));
        assert_eq!(status, StatusCode::BAD_REQUEST);
        let told: Value = serde_json::from_str(&text).unwrap();
        assert!(told["detail"].as_str().unwrap().starts_with(says), "{text}");
    }
}

#[test]
fn a_cooperative_is_told_as_it_was_on_a_day_and_as_it_was_known() {
    let sheet = |query: &str| json(&format!("/api/v1/cooperatives/KEN-1?{query}"));
    let before = sheet("date=2021-12-31");
    assert_eq!((&before["state"]["place"], &before["registered"]), (&"04.281.01".into(), &true.into()));
    let after = sheet("date=2022-01-01");
    assert_eq!(after["state"]["place"], "07.351");
    assert_eq!(after["state"]["place_names"]["fr"], "le 07.351");
    let as_known = sheet("date=2022-01-01&known=2023-12-31");
    assert_eq!(as_known["state"]["place"], "04.281.01");
    assert_eq!(as_known["acts"].as_array().unwrap().len(), 3);
    assert_eq!(after["state"]["members"]["women"], 7);
    let expected = serde_json::json!({"value": "1500.00", "amount_minor": 150_000, "currency": "MAD"});
    assert_eq!(after["state"]["share_capital"], expected);
}

#[test]
fn a_cooperative_is_registered_until_the_day_before_it_is_struck_off() {
    let registered =
        |day: &str| json(&format!("/api/v1/cooperatives/MAR-1?date={day}"))["registered"].as_bool().unwrap();
    assert!(!registered("2018-12-31"));
    assert!(registered("2019-01-01"));
    assert!(registered("2020-12-31"));
    assert!(!registered("2021-01-01"));
}

#[test]
fn what_could_point_to_a_person_is_withheld() {
    let sheet = json("/api/v1/cooperatives/KEN-2");
    let [registered, admitted] = sheet["acts"].as_array().unwrap().as_slice() else { panic!("{sheet}") };
    assert_eq!(registered["body"]["name_fr"], "Tafoukt");
    assert_eq!((&admitted["body"], &admitted["withheld"]), (&Value::Null, &true.into()));
    assert!(!sheet.to_string().contains("2031-04-05"));
    assert_eq!(sheet["state"]["members"]["total"], 1);
}

#[test]
fn a_number_that_does_not_exist_is_answered_with_those_that_look_like_it() {
    for path in ["/api/v1/cooperatives/KEN-7", "/api/v1/cooperatives/KEN-7?format=csv"] {
        let (status, text) = asked(path);
        assert_eq!(status, StatusCode::NOT_FOUND);
        let told: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(told["near"], serde_json::json!(["KEN-1", "KEN-2"]));
    }
    let (status, _) = asked("/api/v1/cooperatives/KEN-1?known=2020-01-01");
    assert_eq!(status, StatusCode::NOT_FOUND, "nobody knew it then");
}

#[test]
fn its_acts_are_there_as_csv() {
    let (_, text) = asked("/api/v1/cooperatives/MAR-1?format=csv");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "seq,subject,kind,effective_on,recorded_at,author,document,voids,hash");
    assert!(lines[2].starts_with("7,cooperative/MAR-1,struck_off,2021-01-01,2022-02-01T10:00:00.000000Z,desk,,,"));
}

#[test]
fn tables_to_fill_in_are_there_and_one_that_is_not_is_answered_with_them() {
    let (status, text) = asked("/api/v1/templates/register-example.csv");
    assert_eq!((status, text.contains("EX-1,")), (StatusCode::OK, true), "{text}");
    let (status, text) = asked("/api/v1/templates/members.xlsx");
    let near = ["register.xlsx", "accounts.xlsx", "register-example.csv", "accounts-example.csv"];
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((status, &told["near"]), (StatusCode::NOT_FOUND, &serde_json::json!(near)));
}

#[test]
fn every_address_is_described_and_every_description_answered() {
    assert_eq!(web::undescribed(&register::SLICE), [""; 0]);
}
