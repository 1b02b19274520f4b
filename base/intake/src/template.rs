//! An empty table to fill in, made of a profile.

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::{
    FileProfile, Profile,
    profile::{Column, Words},
};

/// How many rows below the header are prepared for text.
const ROWS_PREPARED: u32 = 10_000;

/// A workbook with the columns of a file: one sheet to fill in, one that says in three languages what belongs in each.
///
/// All cells to fill in are text cells, so that a spreadsheet neither drops the leading zeros of a number nor turns days about.
///
/// # Errors
/// When the profile has more than a workbook can hold.
pub fn template(profile: &Profile, file: &FileProfile) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_num_format("@");
    let text = Format::new().set_num_format("@");
    let table = book.add_worksheet();
    // The reader takes the first sheet, or the one that the profile names.
    table.set_name(file.sheet.as_deref().unwrap_or(&file.role))?;
    table.set_freeze_panes(1, 0)?;
    for (at, (_, column)) in (0_u16..).zip(single(file)) {
        let name = column.column.as_deref().unwrap_or_default();
        table.set_column_format(at, &text)?;
        table.set_column_width(at, name.chars().count().max(12) as f64)?;
        table.write_with_format(0, at, name, &head)?;
        offer_codes(table, at, profile, column)?;
    }
    explain(book.add_worksheet(), profile, file)?;
    book.save_to_buffer()
}

/// The fields that come from one column, which are those that can be filled in.
fn single(file: &FileProfile) -> impl Iterator<Item = (&str, &Column)> {
    file.columns.iter().filter(|(_, column)| column.column.is_some())
}

/// Offers the codes of a column's list, where one value is expected and the list is short enough for a workbook.
fn offer_codes(table: &mut Worksheet, at: u16, profile: &Profile, column: &Column) -> Result<(), XlsxError> {
    let Some(list) = column.codes.as_ref().and_then(|list| profile.codes.get(list)) else { return Ok(()) };
    let codes = list.codes();
    if column.split.is_some() || codes.iter().map(|code| code.len() + 1).sum::<usize>() > 255 {
        return Ok(());
    }
    // People may also write a value of the list: the offer helps, the reader judges.
    let offer = DataValidation::new().allow_list_strings(&codes)?.show_error_message(false);
    table.add_data_validation(1, at, ROWS_PREPARED, at, &offer)?;
    Ok(())
}

/// The second sheet: a row for each column.
fn explain(sheet: &mut Worksheet, profile: &Profile, file: &FileProfile) -> Result<(), XlsxError> {
    const HEAD: [(&str, f64); 7] = [
        ("column · colonne · العمود", 22.0),
        ("needed · obligatoire · إلزامي", 16.0),
        ("العربية", 46.0),
        ("français", 46.0),
        ("English", 46.0),
        ("values · valeurs · القيم", 46.0),
        ("example · exemple · مثال", 22.0),
    ];
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let rtl = wrapped.clone().set_reading_direction(2).set_align(FormatAlign::Right);
    sheet.set_name("columns")?;
    sheet.set_freeze_panes(1, 1)?;
    for (at, (title, width)) in (0_u16..).zip(HEAD) {
        sheet.write_with_format(0, at, title, &bold)?;
        sheet.set_column_width(at, width)?;
    }
    for (row, (_, column)) in (1_u32..).zip(single(file)) {
        let Words { ar, fr, en } = &column.about;
        let needed = if column.required { "✓" } else { "" };
        let cells = [
            (column.column.as_deref().unwrap_or_default(), &wrapped),
            (needed, &wrapped),
            (ar.as_deref().unwrap_or_default(), &rtl),
            (fr.as_deref().unwrap_or_default(), &wrapped),
            (en.as_deref().unwrap_or_default(), &wrapped),
            (&accepted(profile, column), &wrapped),
            (column.example.as_deref().unwrap_or_default(), &wrapped),
        ];
        for (at, (text, format)) in (0_u16..).zip(cells) {
            sheet.write_with_format(row, at, text, format)?;
        }
    }
    Ok(())
}

/// What may stand in a column: codes, or formats of days.
fn accepted(profile: &Profile, column: &Column) -> String {
    if let Some(list) = column.codes.as_ref().and_then(|list| profile.codes.get(list)) {
        return list.codes().join(", ");
    }
    if column.dates.is_empty() {
        return String::new();
    }
    let formats = column.dates.iter().map(ToString::to_string).chain(["yyyy-mm-dd".to_owned()]);
    formats.collect::<Vec<_>>().join(", ")
}
