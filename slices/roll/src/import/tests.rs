//! Tables as people fill them in: what is read, and what is told by row and column.

use proptest::prelude::*;

use super::{Sheet, read};
use crate::{
    people::People,
    tests::{TODAY, words},
};

pub(crate) fn imported(table: &str, people: &People) -> Sheet {
    read(&words(), ("table.csv", table.as_bytes().into()), people, TODAY).unwrap()
}

#[test]
fn a_table_is_read_as_people_fill_it_in_and_what_is_wrong_is_told_by_row_and_column() {
    let table = "Nom,CIN,Date de naissance,Sexe,Parts\n\
        Amina,GK123456,31/12/1980,femme,5\n\
        Said,123456,1/2/1970,M,3\n\
        Rahma,GK222222,31/02/1990,F,0\n\
        Coopérative Sœur,,,,2\n";
    let sheet = imported(table, &Default::default());
    let bad: Vec<_> = sheet.bad.iter().map(|bad| (bad.row, bad.column.as_str(), bad.seen.as_str())).collect();
    assert_eq!(
        bad,
        [
            (3, "CIN", "123456"),
            (4, "Parts", "0"),
            (4, "Date de naissance", "31/02/1990"),
            (5, "CIN", ""),
            (5, "Date de naissance", ""),
            (5, "Sexe", ""),
        ]
    );
    assert!(sheet.bad[0].says.contains("AB123456"), "{}", sheet.bad[0].says);
    assert_eq!(sheet.newcomers.len(), 1);
    let rejects = String::from_utf8(sheet.rejects).unwrap();
    assert!(rejects.contains("Said") && !rejects.contains("Amina"), "{rejects}");
    // What is mended is taken, from the rejected rows too.
    let mended = rejects.replace("Said,123456", "Said,GK333333").replace("31/02/1990", "28/02/1990");
    let mended = mended.replace("F,0", "F,1").replace("Sœur,,,,2", "Sœur,GK444444,1/1/2000,F,2");
    let sheet = imported(&mended, &Default::default());
    assert_eq!((sheet.bad.len(), sheet.newcomers.len()), (0, 3), "{:?}", sheet.bad);
}

#[test]
fn a_table_with_tabs_is_read_and_its_text_is_the_same_table() {
    let table = "who\tname\tshares\nlegal\tSociété, \"X\"\t4\n";
    let sheet = imported(table, &Default::default());
    assert_eq!((sheet.bad.len(), sheet.newcomers.len()), (0, 1), "{:?}", sheet.bad);
    let again = imported(&sheet.text, &Default::default());
    assert_eq!(again.text, sheet.text);
    assert_eq!(again.newcomers[0].legal_name(), Some("Société, \"X\""));
}

#[test]
fn a_table_says_no_more_shares_than_a_form_may_and_nobody_who_was_not_born() {
    let table = "who,name,shares\nlegal,A,9223372036854775807\nlegal,B,1000001\nlegal,C,1000000\n";
    let sheet = imported(table, &Default::default());
    let bad: Vec<_> = sheet.bad.iter().map(|bad| (bad.row, bad.column.as_str())).collect();
    assert_eq!((bad, sheet.newcomers.len()), (vec![(2, "shares"), (3, "shares")], 1));
    let born = |day| {
        let table = format!("name,identity_number,born_on,sex,shares\nAmina,GK123456,{day},female,5\n");
        imported(&table, &Default::default()).bad.len()
    };
    assert_eq!((born("28/02/2026"), born("01/03/2026")), (0, 1), "on the day of the admission");
}

#[test]
fn who_stands_twice_in_a_table_with_different_words_is_not_taken() {
    let row = |name: &str| format!("{name},GK123456,1980-12-31,female,5\n");
    let table = format!("name,identity_number,born_on,sex,shares\n{}{}{}", row("Amina"), row("Amina"), row("Aminata"));
    let sheet = imported(&table, &Default::default());
    assert!(sheet.newcomers.is_empty() && !sheet.bad.is_empty(), "{:?}", sheet.bad);
    let table = format!("name,identity_number,born_on,sex,shares\n{}{}", row("Amina"), row("Amina"));
    let sheet = imported(&table, &Default::default());
    assert_eq!((sheet.newcomers.len(), sheet.bad.len()), (1, 0), "a row that repeats another says nothing new");
}

proptest! {
    #[test]
    fn reading_a_table_never_panics(table in ".{0,200}") {
        let _ = read(&words(), ("t.csv", table.as_bytes().into()), &Default::default(), TODAY);
    }
}
