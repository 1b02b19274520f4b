//! A question as people write it, with the same names on the command line and in addresses.

use jiff::tz::TimeZone;
use kernel::{Date, Level, read_day, read_known};
use ledger::{Error, Ledger, Question, UNKNOWN, When, store};
use web::{Query, Wrong};

/// A question in the words of whoever asks it: the parameters of an address, the options of a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// `measure`: the code of a measure.
    pub measure: Option<String>,
    /// `date`: the reference date.
    pub date: Option<String>,
    /// `from`: the first day of a period.
    pub from: Option<String>,
    /// `to`: the last day of a period.
    pub to: Option<String>,
    /// `known`: the knowledge time, an instant or a day.
    pub known: Option<String>,
    /// `by`: dimensions, separated by commas; may be repeated.
    pub by: Vec<String>,
    /// `where`: `DIMENSION=VALUE`; may be repeated.
    pub only: Vec<String>,
    /// `tree`: the day whose territory is used.
    pub tree: Option<String>,
}

impl Wording {
    /// The question in a form of a page: fields left empty are as good as not there.
    pub(crate) fn of_form(query: &mut Query) -> Self {
        let wording = Self::of(query);
        let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
        let some = |texts: Vec<String>| texts.into_iter().filter(|text| !text.is_empty()).collect();
        Self {
            measure: filled(wording.measure),
            date: filled(wording.date),
            from: filled(wording.from),
            to: filled(wording.to),
            known: filled(wording.known),
            by: some(wording.by),
            only: some(wording.only),
            tree: filled(wording.tree),
        }
    }

    /// The question in an address.
    pub fn of(query: &mut Query) -> Self {
        Self {
            measure: query.one("measure"),
            date: query.one("date"),
            from: query.one("from"),
            to: query.one("to"),
            known: query.one("known"),
            by: query.all("by"),
            only: query.all("where"),
            tree: query.one("tree"),
        }
    }
}

/// The question that is meant: with no date it is about today, with `from` alone about the time until today. Whether
/// measure and dimensions exist, the ledger says; whether values do, [`check_values`].
///
/// # Errors
/// Everything that cannot be read, each with what would be right.
pub fn question_from(wording: &Wording, today: Date, zone: &TimeZone) -> Result<Question, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut day = |name: &str, text: &Option<String>| {
        let text = text.as_ref()?;
        read_day(text).map_err(|error| wrong.push(Wrong::new(name, text, error.to_string()).told("web-wrong-day"))).ok()
    };
    let (date, tree) = (day("date", &wording.date), day("tree", &wording.tree));
    let (from, to) = (day("from", &wording.from), day("to", &wording.to));
    if let (Some(text), true) = (&wording.date, wording.from.is_some() || wording.to.is_some()) {
        wrong.push(
            Wrong::new("date", text, "give either a date, or a period with from and to")
                .told("observatory-wrong-period"),
        );
    }
    let known = wording.known.as_ref().and_then(|text| {
        let says = "write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z";
        read_known(text, zone).map_err(|_| wrong.push(Wrong::new("known", text, says).told("web-wrong-known"))).ok()
    });
    let only = pairs(&wording.only, &mut wrong);
    if wording.measure.as_deref().is_none_or(str::is_empty) {
        wrong.push(
            Wrong::new("measure", "", "name a measure: /api/v1/measures lists them").told("observatory-wrong-measure"),
        );
    }
    let dimensions = wording.by.iter().flat_map(|text| text.split(',')).map(str::trim);
    let by = dimensions.filter(|code| !code.is_empty()).map(str::to_owned).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let during = from.is_some() || to.is_some();
    let when = if during { When::During { from, to: to.unwrap_or(today) } } else { When::On(date.unwrap_or(today)) };
    let asked = Question { known, by, tree, ..Question::on(wording.measure.as_deref().unwrap_or_default(), today) };
    Ok(only.iter().fold(Question { when, ..asked }, |question, (dimension, value)| question.only(dimension, value)))
}

fn pairs(texts: &[String], wrong: &mut Vec<Wrong>) -> Vec<(String, String)> {
    let mut pairs = Vec::with_capacity(texts.len());
    for text in texts {
        match text.split_once('=') {
            Some((dimension, value)) if !dimension.trim().is_empty() && !value.trim().is_empty() => {
                pairs.push((dimension.trim().to_owned(), value.trim().to_owned()));
            }
            _ => wrong.push(
                Wrong::new("where", text, "write DIMENSION=VALUE, as in delegation=KEN")
                    .told("observatory-wrong-where"),
            ),
        }
    }
    pairs
}

/// The values of a question's filters that no place, term or act has ever had: a mistyped code would look like a figure of
/// zero. To be called before the question is answered. Dimensions whose values have no names (`sex`, `status`) are not looked at: what they may be, nobody declares yet.
///
/// # Errors
/// When the database cannot.
pub fn check_values(ledger: &Ledger, question: &Question) -> Result<Vec<Wrong>, Error> {
    if question.only.is_empty() {
        return Ok(Vec::new());
    }
    ledger.refresh()?;
    let terms = ledger.db().read(store::terms)?;
    let projection = ledger.projection();
    let day = question.tree.unwrap_or_else(|| question.when.last());
    let is_there = |dimension: &str, value: &str| {
        let place = projection.territory().place(value, day);
        if let Ok(level) = dimension.parse::<Level>() {
            // Without any place loaded, every place is unknown, and nothing can be said about codes.
            return projection.territory().is_empty() || place.is_some_and(|place| place.level == level);
        }
        let mut terms = terms.iter().filter(|term| term.dimension == dimension).peekable();
        let occurs = || {
            let (index, code) = (ledger.schema().dimension(dimension), ledger.schema().codes().find(value));
            index
                .zip(code)
                .is_some_and(|(index, code)| projection.cells().iter().any(|cell| cell.get(index) == Some(code)))
        };
        place.is_some() || terms.peek().is_none() || terms.any(|term| term.code == value) || occurs()
    };
    let asked = question.only.iter().flat_map(|(dimension, values)| values.iter().map(move |value| (dimension, value)));
    let missing = asked.filter(|(dimension, value)| *value != UNKNOWN && !is_there(dimension, value));
    let wrong = missing.map(|(dimension, value)| {
        let says = format!("there is no such {dimension}: /api/v1/dimensions?dimension={dimension} lists them");
        Wrong::new("where", &format!("{dimension}={value}"), says).told("observatory-wrong-value")
    });
    Ok(wrong.collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2024, 5, 6);

    fn read(query: &str) -> Result<Question, Vec<String>> {
        let wording = Wording::of(&mut Query::read(query));
        let casablanca = TimeZone::get("Africa/Casablanca").unwrap();
        question_from(&wording, TODAY, &casablanca).map_err(|wrong| wrong.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_question_without_a_date_is_about_today() {
        assert_eq!(read("measure=members"), Ok(Question::on("members", TODAY)));
    }

    #[test]
    fn a_period_without_an_end_lasts_until_today() {
        let when = |query: &str| read(query).unwrap().when;
        assert_eq!(when("measure=m&from=2024-01-01"), When::During { from: Some(date(2024, 1, 1)), to: TODAY });
        assert_eq!(when("measure=m&to=2020-12-31"), When::During { from: None, to: date(2020, 12, 31) });
    }

    #[test]
    fn breakdowns_and_filters_are_read_from_an_address() {
        let question =
            read("measure=m&date=2022-12-31&by=province,sex&by=year&where=delegation%3DKEN&where=sex=female");
        let expected = Question::on("m", date(2022, 12, 31)).by("province").by("sex").by("year");
        assert_eq!(question, Ok(expected.only("delegation", "KEN").only("sex", "female")));
    }

    #[test]
    fn a_knowledge_day_ends_where_the_register_is() {
        let known = read("measure=m&known=2023-12-31").unwrap().known.unwrap();
        assert_eq!(known.to_string(), "2023-12-31T22:59:59.999999Z");
    }

    #[test]
    fn each_mistake_says_what_would_be_right() {
        let wrong = read("date=2022-13-01&from=soon&known=yesterday&where=delegation&where=%3DKEN&tree=1").unwrap_err();
        assert_eq!(
            wrong,
            [
                "date `2022-13-01`: `2022-13-01` is not a day: write it as 2022-12-31",
                "tree `1`: `1` is not a day: write it as 2022-12-31",
                "from `soon`: `soon` is not a day: write it as 2022-12-31",
                "date `2022-13-01`: give either a date, or a period with from and to",
                "known `yesterday`: write a day as 2022-12-31, or an instant as 2022-12-31T10:00:00Z",
                "where `delegation`: write DIMENSION=VALUE, as in delegation=KEN",
                "where `=KEN`: write DIMENSION=VALUE, as in delegation=KEN",
                "measure ``: name a measure: /api/v1/measures lists them",
            ]
        );
    }

    proptest! {
        #[test]
        fn reading_a_question_never_panics(text in ".*", name in "measure|date|from|known|by|where|tree") {
            let _ = read(&format!("{name}={text}"));
        }
    }
}
