//! Data as JSON or as CSV, whichever is asked for.

use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{Fault, Problem, Query, Wrong};

/// How data are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `application/json`.
    Json,
    /// `text/csv` (RFC 4180), UTF-8, with a header.
    Csv,
}

impl Format {
    /// What the parameter `format` says, else the better of what `Accept` takes; JSON if it takes both alike. The address
    /// comes first because it is what people hand on.
    ///
    /// # Errors
    /// When `Accept` takes neither. A bad `format` is noted in the query.
    pub fn asked(query: &mut Query, headers: &HeaderMap) -> Result<Self, Problem> {
        match query.one("format").as_deref() {
            None => Self::accepted(headers).ok_or(Problem::NotAcceptable),
            Some("json") => Ok(Self::Json),
            Some("csv") => Ok(Self::Csv),
            Some(other) => {
                query.wrong(Wrong::new("format", other, "write json or csv"));
                Ok(Self::Json)
            }
        }
    }

    fn accepted(headers: &HeaderMap) -> Option<Self> {
        let values: Vec<_> = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
        if values.iter().all(|value| value.trim().is_empty()) {
            return Some(Self::Json);
        }
        let ranges: Vec<_> = values.iter().flat_map(|value| value.split(',')).map(weighted).collect();
        let weight = |media: &str, family: &str| {
            let named = |range: &str| ranges.iter().find(|(given, _)| given.eq_ignore_ascii_case(range));
            named(media).or_else(|| named(family)).or_else(|| named("*/*")).map_or(0, |(_, weight)| *weight)
        };
        let json = weight("application/json", "application/*");
        let csv = weight("text/csv", "text/*");
        match (json, csv) {
            (0, 0) => None,
            (json, csv) if csv > json => Some(Self::Csv),
            _ => Some(Self::Json),
        }
    }
}

/// A range of an `Accept` header and its weight in thousandths.
pub(crate) fn weighted(part: &str) -> (&str, u16) {
    let mut pieces = part.split(';').map(str::trim);
    let range = pieces.next().unwrap_or_default();
    let quality = pieces.find_map(|piece| piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q=")));
    let weight = quality.map_or(1.0, |text| text.trim().parse::<f32>().unwrap_or(0.0));
    (range, (weight.clamp(0.0, 1.0) * 1000.0) as u16)
}

/// An answer in JSON.
///
/// # Errors
/// When the value cannot be written, which is a fault.
pub fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let text = serde_json::to_vec(value).map_err(|error| Problem::Fault(Fault::new(error)))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// An answer in CSV, named for whoever saves it.
///
/// # Errors
/// When a row has not as many values as there are columns, which is a fault.
pub fn csv<R, V>(name: &str, columns: &[&str], rows: impl IntoIterator<Item = R>) -> Result<Response, Problem>
where
    R: IntoIterator<Item = V>,
    V: AsRef<[u8]>,
{
    let fault = |error: csv::Error| Problem::Fault(Fault::new(error));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(fault)?;
    rows.into_iter().try_for_each(|row| writer.write_record(row)).map_err(fault)?;
    let text = writer.into_inner().map_err(|error| Problem::Fault(Fault::says(error.to_string())))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}.csv\"")),
    ];
    Ok((headers, text).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str, accept: &str) -> Result<Format, Problem> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        Format::asked(&mut Query::read(query), &headers)
    }

    #[test]
    fn the_address_comes_before_the_header() {
        assert_eq!(asked("format=csv", "application/json").unwrap(), Format::Csv);
        assert_eq!(asked("format=json", "text/csv").unwrap(), Format::Json);
        assert_eq!(asked("format=csv", "image/png").unwrap(), Format::Csv);
    }

    #[test]
    fn the_better_of_what_is_accepted_is_given() {
        for (accept, expected) in [
            ("", Format::Json),
            ("*/*", Format::Json),
            ("text/csv", Format::Csv),
            ("text/*", Format::Csv),
            ("text/csv, application/json", Format::Json),
            ("application/json;q=0.5, text/csv;q=0.9", Format::Csv),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Format::Json),
        ] {
            assert_eq!(asked("", accept).unwrap(), expected, "{accept}");
        }
    }

    #[test]
    fn who_takes_neither_is_told_so() {
        assert!(matches!(asked("", "image/png"), Err(Problem::NotAcceptable)));
        assert!(matches!(asked("", "text/csv;q=0"), Err(Problem::NotAcceptable)));
    }
}
