//! Lists as offices send them: bad rows come back to be mended, and a file that is no such list changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so by a panic"
)]

mod house;

use house::House;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// Three good rows among twelve with one fault each.
const LIST: &str = "\
number,name_fr,ice,sector,place,registered_on,struck_off_on,women,women_young,men,men_young,capital
L-1,Coopérative Amal,000000001000167,AGR,04.281.01.01,15/03/2019,,12,5,3,1,15000
L-2,Coopérative Nour,000000001000168,AGR,04.281,15/03/2019,,5,,,,
L-3,Coopérative Atlas,,AGR,99.999,15/03/2019,,5,,,,
L-4,Coopérative Safa,,XYZ,04.281,15/03/2019,,5,,,,
L-5,Coopérative Rif,,AGR,04.281,31/02/2020,,5,,,,
L-6,Coopérative Anwar,,AGR,04.281,01/01/2199,,5,,,,
L-7,Coopérative Tifawin,,AGR,04.281,15/03/2019,,99999999999999999999,,,,
L-8,Coopérative Zitoun,,AGR,04.281,15/03/2019,,5,,,,100000000000000
L-9,Coopérative Argane,,AGR,04.281,15/03/2019,,3,5,,,
L-10,,,AGR,04.281,15/03/2019,,5,,,,
L-11,Coopérative Ouahda,,AGR,04.281,15/03/2019,,5,,,,
L-11,Coopérative Ittihad,,AGR,04.281,15/03/2019,,6,,,,
L-12,Coopérative Souss,,AGR,04.281,15/03/2019,01/01/2018,5,,,,
L-13,\"Coopérative Tadla, et fils\",,ART,04.281,16/03/2019,31/12/2020,5,,,,7000
L-14,Coopérative Anfa,,AGR,,2019-03-16,,?,,,,
";

/// Where the faults are: the row, the column, the value and the beginning of the reason.
const FAULTS: [[&str; 4]; 12] = [
    ["3", "ice", "000000001000168", "ice: the check digits are wrong: 67 would fit"],
    ["4", "place", "99.999", "place: there is no place `99.999`"],
    ["5", "sector", "XYZ", "sector: there is no sector `XYZ`"],
    ["6", "registered_on", "31/02/2020", "registered_on: month 2 of 2020 has no day 31"],
    ["7", "registered_on", "01/01/2199", "registered_on: 2199-01-01 is in the future: today is "],
    ["8", "women", "99999999999999999999", "women: `99999999999999999999` is too large"],
    ["9", "capital", "100000000000000", "capital: 10000000000000000 minor units are more than "],
    ["10", "women_young", "5", "women_young: 5 are young, of 3 in all"],
    ["11", "name_fr", "", "name_fr: a cooperative needs a name in Arabic or in French"],
    ["12", "number", "L-11", "number: row 13 says otherwise of the same `L-11`: name_fr: `Coopérative Ittihad`"],
    ["13", "number", "L-11", "number: row 12 says otherwise of the same `L-11`: name_fr: `Coopérative Ouahda`"],
    ["14", "struck_off_on", "01/01/2018", "struck_off_on: 2018-01-01 is before L-12 was registered"],
];

/// What a person writes into the rejected rows to mend them; the second of the two that contradict each other goes.
const MENDING: [(&str, &str); 11] = [
    ("000000001000168,AGR", "000000001000167,AGR"),
    (",AGR,99.999", ",AGR,04.281"),
    ("Safa,,XYZ", "Safa,,ART"),
    (",04.281,31/02/2020", ",04.281,29/02/2020"),
    (",04.281,01/01/2199", ",04.281,01/01/2020"),
    (",,99999999999999999999,", ",,9,"),
    (",,,,100000000000000\n", ",,,,1000\n"),
    (",3,5,,,\n", ",5,3,,,\n"),
    ("L-10,,", "L-10,Coopérative Amane,"),
    ("L-11,Coopérative Ittihad,,AGR,04.281,15/03/2019,,6", "L-11,Coopérative Ouahda,,AGR,04.281,15/03/2019,,5"),
    ("01/01/2018,5", "01/01/2022,5"),
];

/// The rows of a CSV file without its header.
fn rows(text: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
}

/// A register in which the good rows of the list are.
fn with_the_list() -> House {
    let house = House::new();
    house.write("list.csv", LIST);
    let said = house.ok("import --profile twiza --rejects bad.csv list.csv");
    assert!(said.starts_with("list.csv: 15 rows read, 3 taken, 12 rejected\n"), "{said}");
    assert!(said.ends_with("the rejected rows, with the reasons, are in bad.csv\n"), "{said}");
    house
}

#[test]
fn a_bad_row_comes_back_with_where_it_was_what_was_read_and_why() {
    let house = with_the_list();
    let bad = house.read("bad.csv");
    let header = bad.lines().next().unwrap();
    let original = LIST.lines().next().unwrap();
    assert_eq!(header, format!("\u{feff}_row,_column,_value,_reason,{original}"));
    let (rejected, list) = (rows(&bad), rows(LIST));
    assert_eq!(rejected.len(), FAULTS.len());
    for (record, [row, column, value, reason]) in rejected.iter().zip(FAULTS) {
        assert_eq!([&record[0], &record[1], &record[2]], [row, column, value], "{record:?}");
        assert!(record[3].starts_with(reason), "{record:?}");
        let sent = &list[row.parse::<usize>().unwrap() - 2];
        assert_eq!(record.iter().skip(4).collect::<Vec<_>>(), sent.iter().collect::<Vec<_>>());
    }
}

#[test]
fn the_good_rows_of_a_list_with_bad_ones_are_in() {
    let house = with_the_list();
    assert_eq!(house.figures("registrations --by sector"), ["AGR,2", "ART,1"]);
    // Of one that is gone, the list speaks of the time when it was there.
    assert_eq!(house.figures("members --date 2020-12-30 --by province,sex"), ["04.281,female,5"]);
    assert_eq!(house.figures("cooperatives --date 2020-12-30"), ["3"]);
    assert_eq!(house.figures("cooperatives --date 2020-12-31"), ["2"]);
    assert_eq!(house.figures("members --by province,sex"), ["04.281,female,12", "04.281,male,3"]);
    assert_eq!(house.figures("share_capital"), ["15000.00"]);
}

#[test]
fn mended_rows_are_fed_in_again_and_then_nothing_is_rejected() {
    let house = with_the_list();
    let mut mended = house.read("bad.csv");
    for (wrong, right) in MENDING {
        assert!(mended.contains(wrong), "{wrong}");
        mended = mended.replace(wrong, right);
    }
    house.write("mended.csv", &mended);
    let said = house.ok("import --profile twiza --rejects worse.csv mended.csv");
    assert!(said.starts_with("mended.csv: 12 rows read, 11 taken, 1 repeated\n"), "{said}");
    assert!(!house.has("worse.csv"));
    assert_eq!(house.figures("registrations --by sector"), ["AGR,12", "ART,2"]);

    let head = house.head();
    let said = house.ok("import --profile twiza mended.csv");
    assert!(said.starts_with("mended.csv: 12 rows read, 11 unchanged, 1 repeated\n"), "{said}");
    assert_eq!(house.head(), head);
}

#[test]
fn rejected_rows_are_never_written_over_the_list_they_come_from() {
    let house = with_the_list();
    let (head, bad) = (house.head(), house.read("bad.csv"));
    let said = house.refused(1, "import --profile twiza --rejects ./bad.csv bad.csv");
    assert!(said.contains("./bad.csv: the rejected rows cannot be written: this is a list"), "{said}");
    assert_eq!((house.head(), house.read("bad.csv")), (head, bad));
}

#[test]
fn a_trial_names_the_same_bad_rows_and_keeps_none_of_the_good() {
    let house = House::new();
    house.write("list.csv", LIST);
    let said = house.ok("import --profile twiza --trial --rejects bad.csv list.csv");
    assert!(said.contains("15 rows read, 3 taken, 12 rejected"), "{said}");
    assert_eq!(house.read("bad.csv"), with_the_list().read("bad.csv"));
    assert_eq!(house.head().0, 0);
}

#[test]
fn an_import_that_was_not_taken_does_not_settle_the_country() {
    let house = House::new();
    let said = house.refused(1, "import --profile coops-uk-2016 nothing.csv");
    assert!(said.contains("`nothing.csv` cannot be opened") && said.ends_with("; nothing was kept\n"), "{said}");
    house.write("list.csv", LIST);
    house.ok("import --profile twiza list.csv");
    let journal = house.ok("export -");
    assert!(journal.contains(r#"{"setting":{"name":"jurisdiction","value":"MA"}}"#));
    // From its first act on, the register is its country's.
    house.refused(1, "import --profile coops-uk-2016 nothing.csv");
    assert_eq!(house.ok("export -"), journal);
}

#[test]
fn a_file_that_is_not_what_it_says_is_named_and_nothing_is_kept() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "number").unwrap();
    let workbook = workbook.save_to_buffer().unwrap();
    let endless = format!("number,name_fr,registered_on\n{}", "x".repeat(3 << 20));
    let files: [(&str, &[u8], &str); 9] = [
        ("a.csv", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "`a.csv` is a PDF document: send the table that it was made from"),
        ("a.xlsx", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "`a.xlsx` is a PDF document"),
        ("b.csv", b"", "`b.csv` is empty"),
        ("c.csv", &workbook, "`c.csv` is an Excel workbook: give it a name that ends in .xlsx"),
        (
            "d.csv",
            b"number,name_fr\nA,B\n",
            "`d.csv` lacks the column `registered_on`; its columns are: number, name_fr",
        ),
        ("e.csv", endless.as_bytes(), "row 2: the record is longer than 1048576 bytes"),
        (
            "f.csv",
            b"number,name_fr,registered_on\nA,B,2020-01-01\nB,\"C,2020-01-01\n",
            "row 3: a quotation mark is opened",
        ),
        ("g.csv", b"<!doctype html><html><body>404</body></html>", "`g.csv` is a web page"),
        ("h.csv.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03cut off", "cannot be read"),
    ];
    let house = with_the_list();
    let head = house.head();
    for (name, bytes, says) in files {
        house.write(name, bytes);
        let said = house.refused(1, &format!("import --profile twiza list.csv {name}"));
        assert!(said.contains(says) && said.ends_with("; nothing was kept\n"), "{name}: {said}");
        let said = house.refused(1, &format!("import --profile twiza {name}"));
        assert!(said.contains(says), "{name}: {said}");
    }
    assert_eq!(house.head(), head);
}

#[test]
fn a_good_file_is_not_kept_when_the_one_beside_it_breaks_off() {
    let house = House::new();
    house.write("good.csv", "number,name_fr,registered_on\nA-1,Coopérative Amal,2020-01-01\n");
    house.write(
        "cut.csv",
        "number,name_fr,registered_on\nA-2,Coopérative Nour,2020-01-01\nA-3,\"Coopé\nA-4,Coopérative Rif,2020-01-01\n",
    );
    let said = house.refused(1, "import --profile twiza good.csv cut.csv");
    assert!(said.contains("a quotation mark is opened and never closed; nothing was kept"), "{said}");
    assert_eq!(house.head().0, 0);
}

#[test]
fn a_profile_that_is_not_there_or_is_none_is_wrong_usage() {
    let house = with_the_list();
    let said = house.refused(2, "import --profile tunis list.csv");
    assert!(said.contains("there is no profile `tunis`: name one of twiza, coops-uk-2016, togo, or a file"), "{said}");
    let said = house.refused(2, "import --profile list.csv list.csv");
    assert!(said.contains("the profile cannot be read: TOML parse error at line 1"), "{said}");
    house.refused(2, "import --profile twiza");
    house.refused(2, "import list.csv");
}

#[test]
fn a_list_of_ones_own_is_read_by_a_profile_of_ones_own() {
    const PROFILE: &str = r#"
        [source]
        name = "bureau"
        title = { fr = "Liste du bureau" }
        publisher = "Bureau"
        licence = "LicenseRef-not-published"
        credit = "Bureau"
        country = "MA"
        currency = "MAD"
        date = 2022-12-31

        [[file]]
        role = "register"
        match = { columns = ["Numéro", "Immatriculée le"] }
        delimiter = ";"
        encoding = "iso-8859-1"
        unique = ["number"]

        [file.columns]
        number = { column = "Numéro", required = true }
        name_fr = { column = "Dénomination" }
        place = { column = "Province" }
        registered_on = { column = "Immatriculée le", dates = ["d/m/yyyy"] }
        women = { column = "Femmes" }
        capital = { column = "Capital", number = { decimal = ",", groups = " " } }
    "#;
    let list = "Numéro;Dénomination;Province;Immatriculée le;Femmes;Capital\n\
                B-1;Coopérative Été, là-bas;04.281;1/6/2021;7;12 500,50\n";
    let latin: Vec<u8> = list.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let house = House::new();
    house.write("bureau.toml", PROFILE);
    house.write("liste.csv", latin);
    let said = house.ok("import --profile bureau.toml liste.csv");
    assert!(said.starts_with("liste.csv: 1 rows read, 1 taken\n"), "{said}");
    assert!(house.ok("export -").contains("Coopérative Été, là-bas"));
    assert_eq!(house.figures("share_capital --date 2022-12-31 --by province"), ["04.281,12500.50"]);
    assert_eq!(house.figures("members --date 2022-12-30"), ["0"], "what a list says, it says as of its day");
}

#[test]
fn a_workbook_is_read_as_its_csv_would_be() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let header = ["number", "الاسم", "place", "registered_on", "women", "capital"];
    for (column, name) in (0..).zip(header) {
        sheet.write(0, column, name).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(1, 0, 4711).unwrap();
    sheet.write(1, 1, "تعاونية الأمل").unwrap();
    sheet.write(1, 2, "04.281").unwrap();
    sheet.write_with_format(1, 3, ExcelDateTime::from_ymd(2021, 6, 1).unwrap(), &day).unwrap();
    sheet.write(1, 4, 7).unwrap();
    sheet.write(1, 5, 12_500.5).unwrap();
    sheet.write(2, 0, "4712").unwrap();
    sheet.write(2, 1, "تعاونية النور").unwrap();
    sheet.write(2, 3, "31/02/2021").unwrap();
    let house = House::new();
    workbook.save(house.path("list.xlsx")).unwrap();
    let said = house.ok("import --profile twiza --rejects bad.csv list.xlsx");
    assert!(said.starts_with("list.xlsx: 2 rows read, 1 taken, 1 rejected\n"), "{said}");
    assert_eq!(
        rows(&house.read("bad.csv"))[0].iter().take(3).collect::<Vec<_>>(),
        ["3", "registered_on", "31/02/2021"]
    );
    let journal = house.ok("export -");
    assert!(journal.contains(r#""subject":"cooperative/4711""#) && journal.contains("تعاونية الأمل"), "{journal}");
    assert_eq!(house.figures("registrations --from 2021-06-01 --to 2021-06-01 --by province"), ["04.281,1"]);
    assert_eq!(house.figures("share_capital"), ["12500.50"]);
}
