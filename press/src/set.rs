//! A document becomes pages, and the pages a PDF.

use document::Document;
use jiff::tz::TimeZone;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{code, world::Desk};

/// Kept for decades and read aloud: the archive's standard and that of accessibility, both with all text extractable.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// The document as PDF, or why it cannot be set.
pub(crate) fn set(document: &Document) -> Result<Vec<u8>, String> {
    let desk = Desk::new(document, code::codes(document)?).map_err(|error| error.to_string())?;
    let pages = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| told(&errors))?;
    let standards = PdfStandards::new(&STANDARDS).map_err(|error| error.message().to_string())?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Twiza".to_owned())),
        timestamp: made_at(document),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| told(&errors))
}

/// The instant at which the document says it was made; none outside the years that a PDF can say.
fn made_at(document: &Document) -> Option<Timestamp> {
    let at = TimeZone::UTC.to_datetime(document.made_at);
    let number = |part: i8| u8::try_from(part).ok();
    let (month, day) = (number(at.month())?, number(at.day())?);
    let (hour, minute, second) = (number(at.hour())?, number(at.minute())?, number(at.second())?);
    let whole = Datetime::from_ymd_hms(i32::from(at.year()), month, day, hour, minute, second)?;
    Some(Timestamp::new_utc(whole))
}

/// What typst says is wrong. Where is of no use: the place is one in `document.typ`.
fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
