//! The accounts of a financial year as a workbook: what an accountant fills in fills in the form, to be looked through there and
//! sent. The form says what is wrong, so that there is one way to judge accounts.

use std::sync::{Arc, LazyLock};

use intake::Profile;
use web::{Query, Wrong};

/// How such a workbook is read.
static PROFILE: LazyLock<Result<Profile, String>> = LazyLock::new(|| {
    Profile::read(include_str!("../../../../../profiles/accounts.toml")).map_err(|error| error.to_string())
});
/// What the profile is called among the kinds of file.
const ROLE: &str = "accounts";
/// The field that is a choice; all others are typed.
const ANSWER: &str = "auditor_report";

/// The empty workbook to fill in.
pub(in crate::desk) fn template() -> Result<Vec<u8>, String> {
    let profile = PROFILE.as_ref().map_err(Clone::clone)?;
    let file = profile.file(ROLE).ok_or("the profile has no file for accounts")?;
    intake::template(profile, file).map_err(|error| error.to_string())
}

/// What the form is filled with: what stands in the only row of a table, as it stands there.
///
/// # Errors
/// When it is no such table, or has no row or several; the outer error is a fault of ours.
pub(in crate::desk) fn read(name: &str, bytes: Arc<[u8]>) -> Result<Result<Query, Wrong>, String> {
    let profile = PROFILE.as_ref().map_err(Clone::clone)?;
    let file = profile.file(ROLE).ok_or("the profile has no file for accounts")?;
    let wrong = |message| Ok(Err(Wrong::new("workbook", "", "see the message").told(message)));
    let Ok(mut table) = profile.open_bytes(name, bytes, ROLE) else { return wrong("register-wrong-workbook") };
    let Ok(Some(mut row)) = table.next() else { return wrong("register-wrong-workbook-rows") };
    let mut fields = form_urlencoded::Serializer::new(String::new());
    for field in file.columns.iter().map(|(field, _)| field) {
        let value = if field == ANSWER { row.code(field) } else { row.text(field) };
        fields.append_pair(field, &value.unwrap_or_default());
    }
    let sent = Query::read(&fields.finish());
    if matches!(table.next(), Ok(None)) { Ok(Ok(sent)) } else { wrong("register-wrong-workbook-rows") }
}

#[cfg(test)]
mod tests {
    use kernel::Date;
    use rust_xlsxwriter::Workbook;

    use super::*;
    use crate::desk::form::accounts_wrong;

    const TODAY: Date = jiff::civil::date(2026, 3, 1);

    /// A table with numbers as numbers, as an accountant's spreadsheet has them.
    fn workbook(rows: &[&[(&str, f64)]]) -> Arc<[u8]> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, row) in (1_u32..).zip(rows) {
            for (column, (name, value)) in (0_u16..).zip(*row) {
                sheet.write(0, column, *name).unwrap();
                sheet.write(at, column, *value).unwrap();
            }
        }
        book.save_to_buffer().unwrap().into()
    }

    fn one(sent: &mut Query, name: &'static str) -> String {
        sent.one(name).unwrap_or_default()
    }

    #[test]
    fn a_workbook_or_a_table_of_text_fills_in_the_form_as_it_stands() {
        let row: &[_] = &[("Exercice", 2025.0), ("Chiffre d'affaires", 250_000.5), ("Excédent", -12.0)];
        let mut sent = read("comptes.xlsx", workbook(&[row])).unwrap().unwrap();
        assert_eq!(["year", "turnover", "surplus"].map(|name| one(&mut sent, name)), ["2025", "250000.5", "-12"]);
        assert_eq!(one(&mut sent, "assets"), "");
        assert_eq!(accounts_wrong(sent, TODAY), []);
        let text = "السنة المالية;رقم المعاملات;total de l'actif;passif;auditor_report\n2025;1 000,50;7;8;نعم\n";
        let mut sent = read("a.csv", text.as_bytes().into()).unwrap().unwrap();
        assert_eq!(["turnover", "auditor_report"].map(|name| one(&mut sent, name)), ["1 000,50", "yes"]);
        let wrong = accounts_wrong(sent, TODAY);
        assert_eq!(wrong.iter().map(|wrong| wrong.parameter.as_str()).collect::<Vec<_>>(), ["liabilities"]);
    }

    #[test]
    fn what_is_no_such_table_or_has_not_one_row_is_told() {
        let told = |name: &str, bytes: Arc<[u8]>| format!("{:?}", read(name, bytes).unwrap().unwrap_err());
        let row: &[_] = &[("year", 2025.0), ("turnover", 1.0)];
        for (name, bytes, message) in [
            ("a.pdf", Arc::from(*b"%PDF-1.7"), "register-wrong-workbook\""),
            ("a.csv", Arc::from(*b"a;b\n1;2\n"), "register-wrong-workbook\""),
            ("a.xlsx", template().unwrap().into(), "register-wrong-workbook-rows"),
            ("a.xlsx", workbook(&[row, row]), "register-wrong-workbook-rows"),
        ] {
            let told = told(name, bytes);
            assert!(told.contains(message), "{name}: {told}");
        }
    }
}
