//! Tables read by a profile: columns, values, repeats, rejects, profiles that are wrong, templates.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says so by a panic")]

use std::{
    convert::Infallible,
    fs,
    path::{Path, PathBuf},
};

use intake::{Entry, Format, NotATable, Outcome, Profile, Reason, Rejects, Report, Source, template};
use tempfile::TempDir;

const HEAD: &str = r#"
[source]
name = "t"
title = { en = "t" }
publisher = "t"
licence = "t"
credit = "t"
country = "MA"
currency = "MAD"
"#;

const FILE: &str = r#"
[[file]]
role = "register"
match.columns = ["Numéro"]
unknown = ["Nsp"]
unique = ["number"]

[file.columns]
number = { column = "Numéro", aliases = ["رقم"], required = true }
name_fr = { columns = ["Nom", "Sigle"], join = " / " }
registered_on = { column = "Date", dates = ["d/m/yyyy"] }
type = { column = "Type", codes = "type" }
activities = { column = "Activités", split = "+", codes = "activity", optional = true }
capital = { column = "Capital", number = { decimal = ",", groups = "." } }
women = { column = "Femmes" }

[codes.type.values]
Ouvriers = "worker"
Autre = ""

[codes.activity]
otherwise = "other"
[codes.activity.values]
Miel = "honey"
"#;

fn profile() -> Profile {
    Profile::read(&format!("{HEAD}{FILE}")).unwrap()
}

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

/// What is taken of a row here.
fn line(entry: &mut Entry<'_>) -> String {
    let (number, name) = (entry.text("number"), entry.text("name_fr"));
    let (day, kind) = (entry.date("registered_on"), entry.code("type"));
    let (capital, women, activities) = (entry.amount("capital"), entry.count("women"), entry.codes("activities"));
    format!("{number:?} {name:?} {day:?} {kind:?} {capital:?} {women:?} {activities:?}").replace("Some", "")
}

fn take_in(profile: &Profile, path: &Path) -> (Report, Vec<String>, String) {
    let mut table = profile.open(path).unwrap();
    let mut rejects = Rejects::new(Vec::new(), table.source());
    let mut lines = Vec::new();
    let take = |entry: &mut Entry<'_>| -> Result<_, Infallible> {
        let line = line(entry);
        if entry.is_sound() {
            lines.push(line);
        }
        Ok(Outcome::Taken)
    };
    let report = table.take_in(&mut rejects, take).unwrap();
    (report, lines, String::from_utf8(rejects.finish().unwrap()).unwrap())
}

const HEADER: &str = "Remarque;NUMERO;nom;Sigle;Date;Type;Activités;Capital;Femmes\n";

#[test]
fn values_are_read_as_the_profile_says() {
    let rows =
        "x;1; Coop   Argane ;CA;1/12/2019;OUVRIERS;Miel+Safran+miel;1.234,50;Nsp\n;2;B;;2019-12-01 00:00;autre;;;0\n";
    let (report, lines, rejects) = take_in(&profile(), &Desk::new().put("a.csv", format!("{HEADER}{rows}")));
    assert_eq!(
        lines,
        [
            r#"("1") ("Coop Argane / CA") (2019-12-01) ("worker") (123450) None ["honey", "other"]"#,
            r#"("2") ("B") (2019-12-01) None None (0) []"#,
        ]
    );
    assert_eq!((report.read(), rejects.as_str()), (2, ""));
    assert_eq!(report.notes()[0].text, "the column `Remarque` is not read");
}

#[test]
fn all_that_is_wrong_with_a_row_is_told_and_a_mended_row_is_taken() {
    let desk = Desk::new();
    let rows = "a;1;A;;31/02/2019;Ouvrier;;12,345;-3\nb;;B;;;;;;\nc;3;C;;;;;\nd;4;D;;;;;;5\ne;5;E;;;;;;;x\n";
    let (report, lines, rejects) = take_in(&profile(), &desk.put("a.csv", format!("{HEADER}{rows}")));
    assert_eq!((report.read(), report.of(Outcome::Taken), report.of(Outcome::Rejected)), (5, 1, 4));
    assert_eq!(lines.len(), 1);
    let expected = "\u{feff}_row;_column;_value;_reason;Remarque;NUMERO;nom;Sigle;Date;Type;Activités;Capital;Femmes\n\
        2;\"Date; Type; Capital; Femmes\";\"31/02/2019; Ouvrier; 12,345; -3\";\"Date: month 2 of 2019 has no day 31; \
        Type: `Ouvrier` is not in the list `type` (is `Ouvriers` meant?); known are: Ouvriers, Autre; \
        Capital: `12,345` has more than 2 decimals; Femmes: `-3` is below zero\";a;1;A;;31/02/2019;Ouvrier;;12,345;-3\n\
        3;NUMERO;;NUMERO: a value is needed here;b;;B;;;;;;\n\
        4;;;the row has 8 fields, the header 9: a delimiter or quotation mark is missing;c;3;C;;;;;\n\
        6;;;\"the row has 10 fields, the header 9: a text with the delimiter in it needs quotation marks\";e;5;E;;;;;;;x\n";
    let unquoted = |text: &str| text.replace('"', "");
    assert_eq!(unquoted(&rejects), unquoted(expected));
    let mended = rejects.replace("A;;31/02/2019;Ouvrier;;12,345;-3", "A;;28/02/2019;Ouvriers;;12,34;3");
    let mended = mended.replace(";b;;B", ";b;2;B").replace("c;3;C;;;;;", "c;3;C;;;;;;").replace(";;;x", ";;");
    let (report, lines, rejects) = take_in(&profile(), &desk.put("mended.csv", mended));
    assert_eq!((report.of(Outcome::Taken), rejects.as_str()), (4, ""));
    assert_eq!(lines[0], r#"("1") ("A") (2019-02-28) ("worker") (1234) (3) []"#);
    assert_eq!(report.notes().len(), 1, "the columns of the rejects are passed over: {report}");
}

#[test]
fn repeats_are_counted_once_and_both_sides_of_a_contradiction_are_told() {
    let rows = "a;1;A;;;;;;\nb;2;B;;;;;;1\nc;1;A ;;;;;;\nd;2;B;;;;;;2\ne;3;C;;;;;;\n";
    let (report, lines, rejects) = take_in(&profile(), &Desk::new().put("a.csv", format!("{HEADER}{rows}")));
    assert_eq!(report.to_string().lines().next().unwrap(), "5 rows read, 2 taken, 1 repeated, 2 rejected");
    assert_eq!(lines.len(), 2);
    assert!(rejects.contains("NUMERO: row 5 says otherwise of the same `2`: Femmes: `2`"), "{rejects}");
    assert!(rejects.contains("NUMERO: row 3 says otherwise of the same `2`: Femmes: `1`"), "{rejects}");
}

#[test]
fn a_missing_column_is_named_with_one_that_may_be_meant() {
    let desk = Desk::new();
    let error = |text: &str| profile().open(&desk.put("a.csv", text)).err().unwrap().to_string();
    assert_eq!(
        error("Numero;Nom;Sigle;Dates;Type;Femmes\n"),
        "`a.csv` lacks the column `Capital`, the column `Date` (is `Dates` meant?); \
         its columns are: Numero, Nom, Sigle, Dates, Type, Femmes"
    );
    assert!(error("Numeros;Nom\n").contains("lacks the column `Numéro` (is `Numeros` meant?)"));
    assert!(error(&HEADER.replace("Remarque", "Date")).contains("more than one column `Date`"));
    let table = format!("رقم;{}", &HEADER["Remarque;NUMERO;".len()..]);
    assert!(profile().open(&desk.put("b.csv", table)).is_ok());
    assert!(matches!(profile().open_as(&desk.put("c.csv", HEADER), "accounts"), Err(NotATable::NoRole(_))));
}

#[test]
fn a_workbook_is_read_with_the_numbers_that_it_holds() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, name) in (0..).zip(HEADER.trim().split(';')) {
        sheet.write(0, at, name).unwrap();
    }
    sheet.write(1, 1, 167).unwrap().write(1, 7, 1250.125).unwrap().write(2, 1, 168).unwrap().write(2, 7, 0.5).unwrap();
    let path = Desk::new();
    let path = (path.put("a.xlsx", book.save_to_buffer().unwrap()), path);
    let (_, lines, rejects) = take_in(&profile(), &path.0);
    assert_eq!(lines, [r#"("168") None None None (50) None []"#]);
    // The rejected number has the decimal mark by which the profile will read it again.
    assert!(rejects.contains("`1250,125` has more than 2 decimals"), "{rejects}");
}

#[test]
fn what_a_text_must_not_have_is_told() {
    let desk = Desk::new();
    let rows = format!("a;1;{};;;;;;\nb;2;a\u{7}b;;;;;;\nc;3;#REF!;;;;;;\nd;4;x\u{fffd};;;;;;\n", "é".repeat(501));
    let path = desk.put("a.csv", format!("{HEADER}{rows}"));
    let profile = profile();
    let mut table = profile.open(&path).unwrap();
    let mut reasons = Vec::new();
    while let Some(mut entry) = table.next().unwrap() {
        assert_eq!(entry.text("name_fr"), None);
        reasons.push(entry.faults()[0].reason.clone());
    }
    let long = Reason::TooLong { length: 501, most: 500 };
    let expected = [long, Reason::Control('\u{7}'), Reason::Formula("#REF!".into()), Reason::Undecoded];
    assert_eq!(reasons, expected);
}

#[test]
fn a_wrong_profile_says_where() {
    let error =
        |from: &str, to: &str| Profile::read(&format!("{HEAD}{FILE}").replace(from, to)).unwrap_err().to_string();
    let unknown_key = error("unknown = [\"Nsp\"]", "unknwon = [\"Nsp\"]");
    assert!(unknown_key.contains("line 14") && unknown_key.contains("unknwon"), "{unknown_key}");
    assert!(error("d/m/yyyy", "d/m/y").contains("`d/m/y` is not a format for days"));
    assert!(error("\"MAD\"", "\"DM\"").contains("line 9"));
    let cases = [
        ("codes = \"type\"", "codes = \"kind\"", "file.register.columns.type: there is no list `codes.kind`"),
        ("\"number\"]", "\"id\"]", "file.register.unique: `id` is not a field of this file"),
        ("column = \"Femmes\"", "required = true", "file.register.columns.women: give exactly one of"),
        ("groups = \".\"", "groups = \",\"", "file.register.columns.capital: `decimal` is a point"),
        ("\"Femmes\"", "\"Femmes\", extract = '\\d'", "file.register.columns.women: `extract` needs a group"),
        ("country = \"MA\"", "country = \"Maroc\"", "source.country: write the ISO 3166-1 code"),
        ("[\"Numéro\"]", "[]", "file.register.match: name at least one column"),
    ];
    for (from, to, wanted) in cases {
        let told = error(from, to);
        assert!(told.starts_with(wanted), "{told}");
    }
    let place = "[[place]]\ncode = \"X\"\nlevel = \"region\"\nparent = \"MA\"\nnames = { fr = \"X\" }\n";
    let told = Profile::read(&format!("{HEAD}{FILE}{place}")).unwrap_err().to_string();
    assert_eq!(told, "place.X: its parent `MA` is not a larger place declared before it");
}

#[test]
fn the_template_of_our_own_table_is_read_by_its_profile() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let profile = Profile::load(&house.join("profiles/twiza.toml")).unwrap();
    let desk = Desk::new();
    for file in &profile.files {
        let book = template(&profile, file).unwrap();
        let shipped = format!("data/template/twiza-{}.csv", file.role);
        let names: Vec<_> = file.columns.iter().map(|(_, column)| column.column.clone().unwrap()).collect();
        let header = Source::open(&house.join(shipped), &Format::default()).unwrap().header().clone();
        assert_eq!(header.names(), names, "the shipped template has the profile's columns");
        let mut table = profile.open(&desk.put("t.xlsx", book)).unwrap();
        assert_eq!((table.role(), table.notes()), (file.role.as_str(), vec![]));
        assert_eq!(table.source().header().names(), names);
        assert!(table.next().unwrap().is_none());
    }
    let (report, _, rejects) = take_in(&profile, &house.join("data/template/twiza-register-example.csv"));
    assert_eq!((report.of(Outcome::Taken), rejects.as_str()), (7, ""));
    let (report, _, rejects) = take_in(&profile, &house.join("data/template/twiza-accounts-example.csv"));
    assert_eq!((report.of(Outcome::Taken), rejects.as_str()), (6, ""));
}
