//! A newer edition of a list: only what differs becomes acts, and earlier figures stay as they were.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use house::House;

const HEADER: &str = "number,name_fr,sector,place,registered_on,struck_off_on,women,men,capital\n";
const FIRST: &str = "\
E-1,Coopérative Amal,AGR,04.281,15/03/2019,,12,3,15000
E-2,Coopérative Nour,AGR,04.281,15/03/2019,,5,0,7000
E-3,Coopérative Atlas,AGR,04.281,15/03/2019,,5,0,7000
E-4,Coopérative Safa,AGR,04.281,15/03/2019,,5,0,7000
E-5,Coopérative Rif,AGR,04.281,15/03/2019,,5,0,7000
E-6,Coopérative Anwar,AGR,04.281,15/03/2019,,5,0,7000
E-7,Coopérative Tifawin,AGR,04.281,15/03/2019,,5,0,7000
";

/// A register with the first edition.
fn with_the_first() -> House {
    let house = House::new();
    house.write("first.csv", format!("{HEADER}{FIRST}"));
    let said = house.ok("import --profile twiza first.csv");
    assert_eq!(said.lines().next(), Some("first.csv: 7 rows read, 7 taken"));
    house
}

/// The acts recorded after act `seq`, as kind, number and what they say.
fn acts_after(house: &House, seq: u64) -> Vec<String> {
    house.ok("export --format csv acts.csv");
    let text = house.read("acts.csv");
    std::fs::remove_file(house.path("acts.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records = reader.records().map(Result::unwrap).filter(|record| record[0].parse::<u64>().unwrap() > seq);
    records.map(|record| format!("{} {} {}", &record[2], &record[1]["cooperative/".len()..], &record[8])).collect()
}

/// Imports the first edition with one row replaced; the acts that came of it.
fn changed(house: &House, before: &str, after: &str) -> Vec<String> {
    assert!(FIRST.contains(before), "{before}");
    house.write("second.csv", format!("{HEADER}{}", FIRST.replace(before, after)));
    let (acts, _) = house.head();
    let said = house.ok("import --profile twiza second.csv");
    assert_eq!(said.lines().next(), Some("second.csv: 7 rows read, 6 unchanged, 1 changed"));
    let made = acts_after(house, acts);
    let head = house.head();
    let said = house.ok("import --profile twiza second.csv");
    assert_eq!(said.lines().next(), Some("second.csv: 7 rows read, 7 unchanged"));
    assert_eq!(house.head(), head);
    made
}

#[test]
fn what_is_the_same_becomes_no_act_and_what_differs_becomes_one() {
    let cases = [
        ("E-1,Coopérative Amal", "E-1,Coopérative Amal Jadida", r#"renamed E-1 {"name_fr":"Coopérative Amal Jadida"}"#),
        ("Nour,AGR,04.281", "Nour,AGR,04.481", r#"seat_moved E-2 {"place":"04.481"}"#),
        ("Atlas,AGR", "Atlas,ART", r#"activity_changed E-3 {"sector":"ART"}"#),
        (
            "Safa,AGR,04.281,15/03/2019,,5,0",
            "Safa,AGR,04.281,15/03/2019,,6,1",
            r#"membership_declared E-4 {"men":1,"women":6}"#,
        ),
        (
            "Rif,AGR,04.281,15/03/2019,,5,0,7000",
            "Rif,AGR,04.281,15/03/2019,,5,0,7500.50",
            r#"capital_increased E-5 {"amount_minor":50050,"currency":"MAD"}"#,
        ),
        (
            "Anwar,AGR,04.281,15/03/2019,,5,0,7000",
            "Anwar,AGR,04.281,15/03/2019,,5,0,6000",
            r#"capital_reduced E-6 {"amount_minor":100000,"currency":"MAD"}"#,
        ),
        ("Tifawin,AGR,04.281,15/03/2019,", "Tifawin,AGR,04.281,15/03/2019,31/12/2021", "struck_off E-7 {}"),
    ];
    for (before, after, act) in cases {
        let house = with_the_first();
        assert_eq!(changed(&house, before, after), [act], "{after}");
    }
}

#[test]
fn figures_follow_the_newer_edition_and_stay_as_they_were_for_earlier_moments() {
    let house = with_the_first();
    let known = last_instant(&house);
    let newer = FIRST
        .replace("Nour,AGR,04.281,15/03/2019,,5,0,7000", "Nour,AGR,04.481,15/03/2019,,9,0,9000")
        .replace("Tifawin,AGR,04.281,15/03/2019,", "Tifawin,AGR,04.281,15/03/2019,31/12/2021");
    house.write("second.csv", format!("{HEADER}{newer}E-8,Coopérative Zitoun,AGR,04.281,01/02/2022,,8,,\n"));
    let said = house.ok("import --profile twiza second.csv");
    assert_eq!(said.lines().next(), Some("second.csv: 8 rows read, 1 taken, 5 unchanged, 2 changed"));
    assert_eq!(house.figures("cooperatives --by province"), ["04.281,6", "04.481,1"]);
    assert_eq!(house.figures("members --by province"), ["04.281,43", "04.481,9"]);
    assert_eq!(house.figures("share_capital"), ["52000.00"]);
    assert_eq!(house.figures("cooperatives --date 2021-12-30"), ["7"]);
    assert_eq!(house.figures("cooperatives --date 2021-12-31"), ["6"]);
    let then = |measure: &str| house.figures(&format!("{measure} --by province --known {known}"));
    assert_eq!(then("cooperatives"), ["04.281,7"]);
    assert_eq!(then("members"), ["04.281,45"]);
    assert_eq!(then("share_capital"), ["04.281,57000.00"]);
    house.head();
}

#[test]
fn a_corrected_day_of_registration_voids_the_registration_and_records_it_again() {
    let house = with_the_first();
    assert_eq!(house.figures("cooperatives --date 2018-12-31"), ["0"]);
    let made =
        changed(&house, "E-2,Coopérative Nour,AGR,04.281,15/03/2019", "E-2,Coopérative Nour,AGR,04.281,15/03/2018");
    assert_eq!(made.len(), 2, "{made:?}");
    assert_eq!(made[0], r#"voided E-2 {"reason":"the list says otherwise"}"#);
    assert!(made[1].starts_with(r#"registered E-2 {"level":"cooperative","name_fr":"Coopérative Nour""#), "{made:?}");
    assert_eq!(house.figures("cooperatives --date 2018-12-31"), ["1"]);
    assert_eq!(house.figures("cooperatives"), ["7"]);
    assert_eq!(house.figures("members"), ["45"]);
    assert_eq!(house.figures("registrations --by year"), ["2018,1", "2019,6"]);
}

#[test]
fn one_that_was_struck_off_does_not_come_back_by_a_list() {
    let house = with_the_first();
    let off = "Tifawin,AGR,04.281,15/03/2019,31/12/2021";
    changed(&house, "Tifawin,AGR,04.281,15/03/2019,", off);
    let head = house.head();
    let said = house.ok("import --profile twiza --rejects bad.csv first.csv");
    assert_eq!(said.lines().next(), Some("first.csv: 7 rows read, 6 unchanged, 1 rejected"));
    let bad = house.read("bad.csv");
    assert!(bad.contains("E-7 left the register on 2021-12-31: it is not registered any more"), "{bad}");
    assert_eq!(house.head(), head);

    // Another day of striking off takes the first one's place.
    house.write(
        "third.csv",
        format!(
            "{HEADER}{}",
            FIRST.replace("Tifawin,AGR,04.281,15/03/2019,", "Tifawin,AGR,04.281,15/03/2019,30/06/2021")
        ),
    );
    let said = house.ok("import --profile twiza third.csv");
    assert_eq!(said.lines().next(), Some("third.csv: 7 rows read, 6 unchanged, 1 changed"));
    assert_eq!(house.figures("removals --by year"), ["2021,1"]);
    assert_eq!(house.figures("cooperatives --date 2021-06-30"), ["6"]);
    house.head();
}

#[test]
fn accounts_that_a_newer_edition_corrects_count_once() {
    let house = with_the_first();
    let accounts = |name: &str, turnover: &str| {
        let text = format!("number,financial_year,turnover,employees\nE-1,2023,{turnover},2\nE-2,2023,1000,1\n");
        house.write(name, text);
        house.ok(&format!("import --profile twiza {name}")).lines().next().unwrap().to_owned()
    };
    assert_eq!(accounts("a.csv", "5000.25"), "a.csv: 2 rows read, 2 taken");
    assert_eq!(accounts("b.csv", "5000.25"), "b.csv: 2 rows read, 2 unchanged");
    assert_eq!(accounts("c.csv", "4000"), "c.csv: 2 rows read, 1 unchanged, 1 changed");
    assert_eq!(house.figures("turnover --from 2023-01-01 --to 2023-12-31"), ["5000.00"]);
    assert_eq!(house.figures("employees --date 2023-12-31"), ["3"]);
    house.write("d.csv", "number,financial_year,turnover\nE-99,2023,1\nE-1,2190,1\nE-1,2022,90000000000000\n");
    let said = house.ok("import --profile twiza --rejects bad.csv d.csv");
    assert_eq!(said.lines().next(), Some("d.csv: 3 rows read, 3 rejected"));
    let bad = house.read("bad.csv");
    assert!(bad.contains("2,number,E-99,number: `E-99` is not registered,"), "{bad}");
    assert!(bad.contains("3,financial_year,2190,financial_year: 2190-12-31 is in the future"), "{bad}");
    house.head();
}

/// The instant at which the last act was recorded.
fn last_instant(house: &House) -> String {
    house.ok("export --format csv acts.csv");
    let text = house.read("acts.csv");
    std::fs::remove_file(house.path("acts.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().last().unwrap().unwrap()[4].to_owned()
}
