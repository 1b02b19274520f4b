//! Questions as addresses, so that every figure on a page can be asked again and opened.

use jiff::tz::TimeZone;
use kernel::{Known, end_of_day};
use ledger::{Question, When};

/// The parameters that ask a question again, as they stand after the `?`.
pub(crate) fn parameters(question: &Question, zone: &TimeZone) -> String {
    let mut written = form_urlencoded::Serializer::new(String::new());
    written.append_pair("measure", &question.measure);
    match question.when {
        When::On(day) => written.append_pair("date", &day.to_string()),
        When::During { from, to } => {
            if let Some(from) = from {
                written.append_pair("from", &from.to_string());
            }
            written.append_pair("to", &to.to_string())
        }
    };
    if let Some(known) = known(question.known, zone) {
        written.append_pair("known", &known);
    }
    for dimension in &question.by {
        written.append_pair("by", dimension);
    }
    for (dimension, values) in &question.only {
        for value in values {
            written.append_pair("where", &format!("{dimension}={value}"));
        }
    }
    if let Some(tree) = question.tree {
        written.append_pair("tree", &tree.to_string());
    }
    written.finish()
}

/// A knowledge time as people write it: a day if it is the end of one, else the instant.
pub(crate) fn known(known: Known, zone: &TimeZone) -> Option<String> {
    let instant = known?;
    let day = zone.to_datetime(instant).date();
    Some(if end_of_day(day, zone) == instant { day.to_string() } else { instant.to_string() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use web::Query;

    use super::*;
    use crate::{Wording, question_from};

    #[test]
    fn a_question_comes_back_from_its_address() {
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let on = Question::on("members", date(2022, 12, 31)).by("province").by("sex");
        let on = on.only("delegation", "KEN").only("delegation", "SAF").only("sex", "female");
        let known = Some(end_of_day(date(2023, 12, 31), &zone));
        let during = When::During { from: Some(date(2022, 1, 1)), to: date(2022, 12, 31) };
        for question in [
            on.clone(),
            on.clone().known(known),
            Question { when: during, tree: Some(date(2014, 1, 1)), ..on.clone() },
            Question { when: When::During { from: None, to: date(2022, 12, 31) }, ..on },
        ] {
            let address = parameters(&question, &zone);
            let wording = Wording::of(&mut Query::read(&address));
            assert_eq!(question_from(&wording, date(2024, 5, 6), &zone), Ok(question), "{address}");
        }
    }
}
