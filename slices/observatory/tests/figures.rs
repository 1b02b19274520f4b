//! Figures and the acts behind them, as programs ask for them, on both engines.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests: what fails here should fail loudly")]

mod sample;

use axum::http::{StatusCode, header};
use sample::request::{Answer, app, get};

/// Answers `path` on both engines, which must say the same, over a register of a handful of acts.
fn asked(path: &str) -> Answer {
    asked_with(path, &[])
}

fn asked_with(path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut answers = Vec::new();
    for database in testkit::databases() {
        let ledger = sample::empty(&database.url);
        sample::handful(&ledger);
        answers.push((database.engine, get(&app(ledger), path, headers)));
    }
    let (_, first) = answers.remove(0);
    for (engine, other) in answers {
        assert_eq!((other.status, other.text()), (first.status, first.text()), "{path} on {engine}");
    }
    first
}

#[test]
fn csv_has_the_columns_of_the_breakdown_and_the_value() {
    let csv = |query: &str| asked(&format!("/api/v1/figures?format=csv&{query}")).text().to_owned();
    assert_eq!(csv("measure=cooperatives"), "value\n3\n");
    let by_province = csv("measure=cooperatives&date=2022-12-31&by=province");
    assert_eq!(by_province, "province,value\n04.281,2\n04.441,1\n07.351,1\n");
    let by_two = csv("measure=members&date=2022-12-31&by=sex,sector&where=delegation%3DKEN&share");
    assert_eq!(by_two, "sex,sector,value,share\nfemale,AGR,9,64\nmale,AGR,5,36\n");
    assert_eq!(csv("measure=share_capital&by=province"), "province,value\n04.281,21500.00\n04.441,900.00\n");
    let flow = csv("measure=registrations&from=2021-01-01&to=2021-12-31&by=year");
    assert_eq!(flow, "year,value\n2021,3\n");
}

#[test]
fn a_figure_can_be_asked_as_it_was_known() {
    let csv = |query: &str| asked(&format!("/api/v1/figures?format=csv&measure={query}")).text().to_owned();
    assert_eq!(csv("members&date=2022-12-31&known=2022-12-31"), "value\n20\n");
    assert_eq!(csv("members&date=2022-12-31"), "value\n29\n");
    assert_eq!(csv("members&date=2022-12-31&known=2024-05-05T09:59:59Z"), "value\n20\n");
}

#[test]
fn json_says_what_was_asked_and_on_what_it_stands() {
    let path = "/api/v1/figures?measure=share_capital&date=2022-12-31&known=2023-12-31&by=province&share\
                &where=region%3D04&where=region%3D07";
    let answer = asked(path);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let mut json = answer.json();
    assert_eq!(json["head"]["seq"], 3);
    assert_eq!(json["head"]["hash"].as_str().unwrap().len(), 64);
    json.as_object_mut().unwrap().remove("head");
    let expected = serde_json::json!({
        "measure": "share_capital", "aggregation": "stock", "unit": "MAD",
        "definition": "As in the sample.", "source": "The sample.",
        "question": {
            "measure": "share_capital", "date": "2022-12-31", "known": "2023-12-31T22:59:59.999999Z",
            "by": ["province"], "where": {"region": ["04", "07"]}, "tree": null
        },
        "currency": "MAD",
        "lines": [
            {
                "values": {"province": "04.281"},
                "names": {"province": {"ar": "القنيطرة", "fr": "Kénitra", "en": "Kenitra"}},
                "value": "21500.00", "amount_minor": 2_150_000, "share": "99"
            },
            {
                "values": {"province": "07.351"},
                "names": {"province": {"ar": "مراكش", "fr": "Marrakech", "en": "Marrakesh"}},
                "value": "300.00", "amount_minor": 30000, "share": "1"
            }
        ],
        "total": {"value": "21800.00", "amount_minor": 2_180_000}
    });
    assert_eq!(json, expected);
}

#[test]
fn a_trace_adds_up_to_its_figure_page_by_page() {
    let first = asked("/api/v1/trace?measure=members&date=2024-01-01&limit=3").json();
    assert_eq!((&first["count"], &first["total"]["value"]), (&5.into(), &"23".into()));
    let amounts = |page: &serde_json::Value| -> Vec<String> {
        page["acts"].as_array().unwrap().iter().map(|act| act["amount"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(amounts(&first), ["7", "7", "6"]);
    assert_eq!(first["next"], 3);
    let act = &first["acts"][0];
    assert_eq!((&act["subject"], &act["document"]), (&"cooperative/KEN-1".into(), &"list 7".into()));
    assert_eq!((&act["recorded_at"], &act["body"]["women"]), (&"2022-01-10T10:00:00Z".into(), &7.into()));
    let second = asked("/api/v1/trace?measure=members&date=2024-01-01&limit=3&after=3").json();
    assert_eq!(amounts(&second), ["9", "-6"]);
    assert_eq!(second["next"], serde_json::Value::Null);
}

#[test]
fn a_trace_of_money_is_in_major_units() {
    let text = asked("/api/v1/trace?measure=share_capital&where=province%3D04.281&format=csv");
    let rows: Vec<Vec<&str>> = text.text().lines().map(|line| line.split(',').collect()).collect();
    let head =
        "seq,subject,kind,effective_on,recorded_at,author,document,voids,hash,amount".split(',').collect::<Vec<_>>();
    assert_eq!(rows[0], head);
    assert_eq!(
        rows[1][..8],
        ["1", "cooperative/KEN-1", "registered", "2020-03-01", "2022-01-10T10:00:00.000000Z", "desk", "list 7", ""]
    );
    assert_eq!(rows.iter().skip(1).map(|row| row[9]).collect::<Vec<_>>(), ["1000.00", "20500.00"]);
}

#[test]
fn what_cannot_be_answered_is_told_with_what_would_be_right() {
    for (query, says) in [
        ("", "measure ``: name a measure: /api/v1/measures lists them"),
        ("measure=nope", "there is no measure `nope`; there are cooperatives, members, womens_cooperatives,"),
        ("measure=members&by=branch", "`members` has no dimension `branch`; it has country, region, delegation,"),
        ("measure=members&where=delegation%3DKNE", "delegation=KNE`: there is no such delegation: /api/v1/dimensions"),
        (
            "measure=members&where=sector%3DXX",
            "sector=XX`: there is no such sector: /api/v1/dimensions?dimension=sector",
        ),
        ("measure=members&where=region%3D04.281", "region=04.281`: there is no such region"),
        ("measure=members&from=2022-01-01", "`members` is a stock: ask for it on a date, or by year"),
        ("measure=registrations&from=2022-01-02&to=2022-01-01", "the period ends on 2022-01-01, before it begins"),
        ("measure=members&date=2022-01-01&to=2022-01-01", "give either a date, or a period with from and to"),
        (
            "measure=members&asof=2022-01-01",
            "asof `2022-01-01`: there is no such parameter; there are format, measure,",
        ),
        ("measure=members&to=2022-12-31&by=year&share", "there is no total to take shares of"),
        ("measure=members&format=xlsx", "format `xlsx`: write json or csv"),
    ] {
        let answer = asked(&format!("/api/v1/figures?{query}"));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}: {}", answer.text());
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(says), "{query}: {detail}");
    }
}

#[test]
fn the_form_that_is_accepted_is_given() {
    let media = |path: &str, accept: &str| {
        let answer = asked_with(path, &[("accept", accept)]);
        (answer.status.as_u16(), answer.header(header::CONTENT_TYPE).split(';').next().unwrap().to_owned())
    };
    let figure = "/api/v1/figures?measure=members";
    assert_eq!(media(figure, "text/csv"), (200, "text/csv".into()));
    assert_eq!(media(figure, "application/json, text/csv;q=0.5"), (200, "application/json".into()));
    let conflict = format!("{figure}&format=csv");
    assert_eq!(media(&conflict, "application/json"), (200, "text/csv".into()));
    assert_eq!(media(figure, "image/png"), (406, "application/problem+json".into()));
}

#[test]
fn measures_and_dimensions_are_listed_with_names() {
    let measures = asked("/api/v1/measures").json();
    assert_eq!(measures["measures"][3]["code"], "share_capital");
    assert_eq!(measures["measures"][3]["unit"], "money");
    let csv = asked("/api/v1/measures?format=csv");
    assert!(csv.text().starts_with("code,aggregation,unit,definition,source,dimensions\ncooperatives,stock,"));
    let sectors = asked("/api/v1/dimensions?dimension=sector&format=csv");
    let head = "dimension,code,name_ar,name_fr,name_en,parent,delegation";
    let agriculture = "sector,AGR,الفلاحة,Agriculture,Agriculture,,";
    assert_eq!(
        sectors.text(),
        format!("{head}\n{agriculture}\nsector,ART,الصناعة التقليدية,Artisanat,Handicrafts,,\n")
    );
    let dimensions = asked("/api/v1/dimensions?dimension=province&dimension=sex").json();
    let [province, sex] = dimensions["dimensions"].as_array().unwrap().as_slice() else { panic!("{dimensions}") };
    assert_eq!(province["values"].as_array().unwrap().len(), 76);
    assert_eq!(sex["values"], serde_json::json!([{"code": "female", "names": {}}, {"code": "male", "names": {}}]));
    let unknown = asked("/api/v1/dimensions?dimension=colour");
    assert!(unknown.json()["detail"].as_str().unwrap().contains("there are country, region, delegation, province"));
}

#[test]
fn health_asks_the_database() {
    let healthy = asked("/healthz").json();
    assert_eq!((&healthy["status"], &healthy["head"]), (&"ok".into(), &5.into()));
}

#[test]
fn every_address_is_described_and_every_description_answered() {
    assert_eq!(web::undescribed(&observatory::SLICE), [""; 0]);
}

#[test]
fn the_description_of_the_interface_refers_to_nothing_that_is_not_there() {
    let whole = asked("/api/v1/openapi.json").json();
    assert_eq!(whole["openapi"], "3.1.0");
    let mut references = Vec::new();
    collect(&whole, &mut references);
    assert!(references.len() > 30);
    for reference in references {
        assert!(whole.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
}

fn collect(value: &serde_json::Value, references: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(object) => {
            references.extend(object.get("$ref").and_then(|text| text.as_str()).map(str::to_owned));
            object.values().for_each(|value| collect(value, references));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[test]
fn statistical_software_gets_a_figure_as_sdmx_csv() {
    let csv = |query: &str| asked(&format!("/api/v1/figures?format=sdmx-csv&{query}"));
    let by_two = csv("measure=members&date=2022-12-31&asOf=2023-12-31&by=sex,sector&where=delegation%3DKEN");
    let expected = "STRUCTURE,STRUCTURE_ID,ACTION,SEX,SECTOR,DELEGATION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n\
                    dataflow,TWIZA:MEMBERS(1.0),I,female,AGR,KEN,2022-12-31,9,memberships\n\
                    dataflow,TWIZA:MEMBERS(1.0),I,male,AGR,KEN,2022-12-31,5,memberships\n";
    assert_eq!(by_two.text(), expected);
    assert_eq!(by_two.header(header::CONTENT_TYPE), "application/vnd.sdmx.data+csv; version=2.1.0; charset=utf-8");
    let by_year =
        csv("measure=share_capital&from=2021-01-01&to=2022-12-31&by=year,region&where=region%3D04&asOf=2024-05-06");
    let expected = "STRUCTURE,STRUCTURE_ID,ACTION,REGION,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n\
                    dataflow,TWIZA:SHARE_CAPITAL(1.0),I,04,2021,22400.00,MAD\n\
                    dataflow,TWIZA:SHARE_CAPITAL(1.0),I,04,2022,22400.00,MAD\n";
    assert_eq!(by_year.text(), expected);
    let period = csv("measure=registrations&from=2021-01-01&to=2021-12-31");
    assert!(period.text().ends_with("dataflow,TWIZA:REGISTRATIONS(1.0),I,2021-01-01/P365D,3,registrations\n"));
    for wrong in ["where=region%3D04&where=region%3D07", "asOf=2023-12-31&known=2023-12-31", "asOf=soon", "share"] {
        assert_eq!(csv(&format!("measure=members&{wrong}")).status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}
