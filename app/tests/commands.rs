//! What each command writes, in which form, and with which exit status it ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use house::House;
use serde_json::Value;

/// A register of seven made-up cooperatives.
fn example() -> House {
    let house = House::new();
    house.take_in_example();
    house
}

/// The columns of a CSV text, by their header.
fn column(text: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let at = reader.headers().unwrap().iter().position(|header| header == name).expect(name);
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

#[test]
fn a_figure_is_written_as_a_table_as_csv_or_as_json() {
    let house = example();
    let question = "figures cooperatives --date 2024-12-31 --by sector,type --share=1";
    let table = "\
sector  type           value  share
AGR     producer           2   33.3
AGR     unknown            1   16.7
ART     worker             1   16.7
COT     worker             1   16.7
HAB     consumer_user      1   16.7

cooperatives; known up to act 27
";
    assert_eq!(house.ok(question), table);
    assert_eq!(house.ok(&format!("{question} --format table")), table);
    let csv = "sector,type,value,share\nAGR,producer,2,33.3\nAGR,unknown,1,16.7\nART,worker,1,16.7\nCOT,worker,1,16.7\n\
               HAB,consumer_user,1,16.7\n";
    assert_eq!(house.ok(&format!("{question} --format csv")), csv);
    let json: Value = serde_json::from_str(&house.ok(&format!("{question} --format json"))).unwrap();
    assert_eq!((json["measure"].as_str(), json["head"].as_i64()), (Some("cooperatives"), Some(27)));
    assert!(json["definition"].as_str().unwrap().starts_with("Cooperatives in the register: "));
    let first = serde_json::json!({ "values": { "sector": "AGR", "type": "producer" }, "value": "2", "share": "33.3" });
    assert_eq!((json["lines"].as_array().unwrap().len(), &json["lines"][0]), (5, &first));
}

#[test]
fn an_amount_of_money_has_the_decimals_of_its_currency_and_names_it() {
    let house = example();
    let question = "figures turnover --from 2024-01-01 --to 2024-12-31";
    assert_eq!(house.ok(question), "     value\n1974000.00\n\nMAD; known up to act 27\n");
    let json: Value = serde_json::from_str(&house.ok(&format!("{question} --format json"))).unwrap();
    let line = serde_json::json!([{ "values": {}, "value": "1974000.00", "currency": "MAD" }]);
    assert_eq!(json["lines"], line);
    assert_eq!(house.figures("surplus --from 2024-01-01 --to 2024-12-31"), ["54799.50"]);
    assert_eq!(house.figures("turnover --by year"), ["2023,250000.00", "2024,1974000.00"]);
}

#[test]
fn shares_are_rounded_each_on_its_own_to_the_decimals_asked_for() {
    let house = example();
    let shares = |option: &str| {
        let text = house.ok(&format!("figures cooperatives --date 2024-12-31 --by sector {option} --format csv"));
        column(&text, "share").join(" ")
    };
    assert_eq!(shares("--share"), "50 17 17 17");
    assert_eq!(shares("--share=2"), "50.00 16.67 16.67 16.67");
    assert_eq!(shares("--share=9"), "50.000000000 16.666666667 16.666666667 16.666666667");
    let said = house.refused(2, "figures cooperatives --share=40");
    assert!(said.contains("40 is not in 0..=9"), "{said}");
}

#[test]
fn a_filter_named_twice_takes_either_value_and_two_filters_take_both() {
    let house = example();
    let on = "cooperatives --date 2024-12-31";
    assert_eq!(house.figures(&format!("{on} --where sector=AGR")), ["3"]);
    assert_eq!(house.figures(&format!("{on} --where sector=AGR --where sector=ART")), ["4"]);
    assert_eq!(house.figures(&format!("{on} --where sector=AGR --where type=unknown")), ["1"]);
    assert_eq!(house.figures(&format!("{on} --where sector=CAN")), ["0"]);
    assert_eq!(house.figures(&format!("{on} --where sector=CAN --by sector")), [] as [&str; 0]);
    let said = house.refused(1, &format!("figures {on} --where sector=NOWHERE"));
    assert!(said.contains("there is no such sector"), "{said}");
}

#[test]
fn a_question_that_has_no_answer_is_refused_with_what_there_is() {
    let house = example();
    let refusals = [
        (
            "figures nothing",
            "there is no measure `nothing`; there are cooperatives, registrations, removals, members, ",
        ),
        ("figures members --by nothing", "`members` has no dimension `nothing`; it has country, region, "),
        ("figures members --where nothing=1", "`members` has no dimension `nothing`; it has country, region, "),
        ("figures turnover --by sex", "`turnover` has no dimension `sex`; it has country, region, "),
        ("figures members --from 2022-01-01 --to 2022-12-31", "`members` is a stock: ask for it on a date, or by year"),
        ("figures registrations --from 2022-12-31 --to 2022-01-01", "the period ends on 2022-01-01, before it begins"),
        ("figures cooperatives --by sector,sector", "a dimension is named twice in the breakdown"),
        ("figures turnover --where year=2024", "a year is chosen by its first and last day, not by a filter"),
        ("trace nothing", "there is no measure `nothing`; there are cooperatives, "),
    ];
    for (words, says) in refusals {
        let said = house.refused(1, words);
        assert!(said.starts_with(&format!("twiza: {says}")), "{words}: {said}");
    }
}

#[test]
fn wrong_words_end_with_status_2_and_say_what_would_be_right() {
    let house = example();
    let wrong = [
        ("figures cooperatives --date 31/12/2022", "`31/12/2022` is not a day: write it as 2022-12-31"),
        ("figures cooperatives --date 2022-02-30", "`2022-02-30` is not a day: write it as 2022-12-31"),
        ("figures cooperatives --known yesterday", "known `yesterday`: write a day as 2022-12-31, or an instant"),
        ("figures turnover --date 2022-12-31 --from 2022-01-01", "give either a date, or a period with from and to"),
        ("figures cooperatives --where sector", "where `sector`: write DIMENSION=VALUE, as in delegation=KEN"),
        ("figures cooperatives --format xml", "[possible values: table, csv, json]"),
        ("figures", "<MEASURE>"),
        ("backup", "<FILE>"),
        ("nothing", "unrecognized subcommand 'nothing'"),
        ("", "requires a subcommand"),
    ];
    for (words, says) in wrong {
        let said = house.refused(2, words);
        assert!(said.contains(says), "{words}: {said}");
    }
    assert!(house.ok("--help").contains("Usage: twiza [OPTIONS] <COMMAND>"));
    assert!(house.ok("--version").starts_with("twiza 0."));
}

#[test]
fn the_acts_behind_a_figure_sum_to_it() {
    let house = example();
    let header = "seq,effective_on,recorded_at,subject,kind,author,document,amount";
    for (question, minor) in [
        ("members --where sex=female", 1),
        ("cooperatives --date 2020-12-30", 1),
        ("share_capital --by sector", 100),
        ("turnover --from 2024-01-01 --to 2024-12-31", 100),
    ] {
        let lines = house.figures(question);
        let values = lines.iter().map(|line| line.rsplit(',').next().unwrap().parse::<f64>().unwrap());
        let figure = (values.sum::<f64>() * f64::from(minor)).round() as i64;
        let csv = house.ok(&format!("trace {question} --format csv"));
        assert_eq!(csv.lines().next(), Some(header));
        let sum = |amounts: &[String]| amounts.iter().map(|amount| amount.parse::<i64>().unwrap()).sum::<i64>();
        let amounts = column(&csv, "amount");
        assert_eq!(sum(&amounts), figure, "{question}");
        let table = house.ok(&format!("trace {question}"));
        assert!(table.ends_with(&format!("\n{} acts, {figure} in all\n", amounts.len())), "{table}");
        let json = house.ok(&format!("trace {question} --format json"));
        let acts: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(acts.iter().map(|act| act["amount"].as_i64().unwrap()).sum::<i64>(), figure);
        assert!(acts.iter().all(|act| act["hash"].as_str().unwrap().len() == 64 && act["body"].is_object()));
    }
    let none = house.ok("trace cooperatives --date 2000-01-01 --format csv");
    assert_eq!(none, format!("{header}\n"));
}

#[test]
fn measures_and_dimensions_are_listed_by_their_codes() {
    let house = House::new();
    let measures = column(&house.ok("measures --format csv"), "measure");
    let wanted =
        "cooperatives registrations removals members womens_cooperatives share_capital turnover surplus employees";
    for code in wanted.split(' ') {
        assert!(measures.iter().any(|known| known == code), "{code} is no measure");
    }
    let dimensions = column(&house.ok("dimensions --format csv"), "dimension");
    let wanted = "country region province commune delegation sector branch type level status listed sex age year";
    for code in wanted.split(' ') {
        assert!(dimensions.iter().any(|known| known == code), "{code} is no dimension");
    }
    for (command, key, codes) in [("measures", "measure", measures), ("dimensions", "dimension", dimensions)] {
        let json: Value = serde_json::from_str(&house.ok(&format!("{command} --format json"))).unwrap();
        let listed: Vec<_> = json.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap()).collect();
        assert_eq!(listed, codes);
        let table = house.ok(command);
        assert_eq!(table.lines().skip(1).map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>(), codes);
    }
    assert_eq!(house.files(), [] as [&str; 0], "lists need no database");
}

#[test]
fn every_dimension_that_is_listed_breaks_down_a_measure_that_has_it() {
    let house = example();
    let text = house.ok("measures --format csv");
    for (code, dimensions) in column(&text, "measure").iter().zip(column(&text, "dimensions")) {
        let levels = if dimensions.contains("place") { "country region province commune delegation" } else { "" };
        let all: Vec<_> = dimensions.split_whitespace().chain(levels.split_whitespace()).chain(["year"]).collect();
        for some in all.chunks(4) {
            house.ok(&format!("figures {code} --by {} --format csv", some.join(",")));
        }
    }
}

#[test]
fn the_small_demo_country_gives_the_published_figures_and_is_there_at_once_the_second_time() {
    let house = House::at("sqlite:twiza-demo-small.db");
    // Without a database named, it has one of its own.
    let mut command = std::process::Command::new(house::TWIZA);
    command.current_dir(house.path("")).env_remove("TWIZA_DATABASE").args(["demo", "--small", "--no-serve"]);
    house::Said::of(&mut command).ok();
    assert_eq!(house.files(), ["twiza-demo-small.db", "twiza-demo-small.db.key"]);
    let head = house.head();
    house.ok("demo --small --no-serve");
    assert_eq!(house.head(), head);

    let then = "cooperatives --date 2022-12-31 --known 2023-12-31";
    assert_eq!(house.figures(then), ["1572"]);
    assert_eq!(house.figures(&format!("{then} --by province")), ["04.281,592", "04.481,498", "04.491,482"]);
    assert_eq!(house.figures("cooperatives --date 2022-12-31"), ["1575"]);
    let shares = house.ok(&format!("figures {then} --by province --share --format csv"));
    assert_eq!(column(&shares, "share"), ["38", "32", "31"], "rounded each on its own, they need not add up");
    let acts = column(&house.ok(&format!("trace {then} --format csv")), "amount");
    assert_eq!(acts.iter().map(|amount| amount.parse::<i64>().unwrap()).sum::<i64>(), 1572);

    // It is somebody's register no more than theirs is a demo country.
    let said = example().refused(1, "demo --small --no-serve");
    assert_eq!(said, "twiza: sqlite:twiza.db holds a register of its own: name another place for the demo\n");
}

#[test]
fn the_template_is_a_workbook_that_an_import_reads() {
    let house = House::new();
    for role in ["register", "accounts"] {
        let said = house.ok(&format!("template {role} {role}.xlsx"));
        assert!(said.contains("twiza import --profile twiza"), "{said}");
        // It is empty: a header that is recognised, and no row.
        let taken = house.ok(&format!("import --profile twiza {role}.xlsx"));
        assert!(taken.contains("0 rows read"), "{taken}");
        house.refused(1, &format!("template {role} {role}.xlsx"));
    }
}
