//! The report that lists each published figure beside the demo country's.

use std::{fmt::Write as _, fs, path::Path};

use ledger::{Error, Ledger, Question};
use register::demo::published::{Expected, Part, Published, published};

use crate::failure::Failure;

const HEAD: &str = "# Published figures beside those of the demo country

Made by `twiza demo --no-serve --report docs/published-figures.md`. Each line is a figure that somebody published
(`data/published/odco_figures.csv`), with what the demo country says on the same date as known at the end of 2023 (figures of 2022
and before) or at the end of November 2025 (later ones), and as known today. *Refused* figures are not aimed at, for the reason given.

| figure | territory | on | what | published | ours | | as known today | source |
| --- | --- | --- | --- | ---: | ---: | --- | ---: | --- |
";

/// Writes the report.
pub(crate) fn write(ledger: &Ledger, file: &Path) -> Result<(), Failure> {
    let mut text = HEAD.to_owned();
    for figure in published().map_err(|error| Failure::Refused(error.to_string()))? {
        let then = ours(ledger, &figure, true)?;
        let now = ours(ledger, &figure, false)?;
        let verdict = match (figure.expected(), then) {
            (Expected::Refused(why), _) => format!("refused: {why}"),
            (Expected::Met, Some((part, whole))) if figure.is_met_by(part, whole) => "met".to_owned(),
            (Expected::Met, _) => "**not met**".to_owned(),
        };
        let printed =
            |numbers: Option<(i64, i64)>| numbers.map_or("–".into(), |(part, whole)| figure.printed(part, whole));
        let Published { id, territory, as_of, value, unit, source, .. } = &figure;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "| {id} | {territory} | {as_of} | {} | {value} {unit} | {} | {verdict} | {} | {source} |",
            what(&figure),
            printed(then),
            printed(now),
        );
    }
    fs::write(file, text).map_err(|error| Failure::File(file.display().to_string(), error))
}

/// What a figure counts, in words.
fn what(figure: &Published) -> String {
    let part = match &figure.part {
        Part::All => String::new(),
        Part::Sector(code) => format!(", sector {code}"),
        Part::SectorsBut(codes) => format!(", sectors but {}", codes.join(" ")),
        Part::Province(code) => format!(", province {code}"),
        Part::Programme(name) => format!(", programme {name}"),
    };
    format!("{}{part}", figure.metric.replace('_', " "))
}

/// Our number for the figure and for its whole; none if the register does not count such a thing.
fn ours(ledger: &Ledger, figure: &Published, then: bool) -> Result<Option<(i64, i64)>, Error> {
    let question = match figure.metric.as_str() {
        "cooperatives" => Question::on("cooperatives", figure.on),
        "members" => Question::on("members", figure.on),
        "capital" => Question::on("share_capital", figure.on),
        "women_only_cooperatives" => Question::on("womens_cooperatives", figure.on),
        "women_members" => Question::on("members", figure.on).only("sex", "female"),
        "young_members" => Question::on("members", figure.on).only("age", "young"),
        _ => return Ok(None),
    };
    let question = match figure.level.as_str() {
        "country" => question,
        level @ ("region" | "delegation") => question.only(level, &figure.territory),
        _ => return Ok(None),
    };
    let question = question.known(then.then(|| figure.known()));
    let total = |question: &Question| Ok::<_, Error>(ledger.figure(question)?.total());
    let whole = total(&question)?;
    let part = match &figure.part {
        Part::All => whole,
        Part::Sector(code) => total(&question.only("sector", code))?,
        Part::Province(code) => total(&question.only("province", code))?,
        Part::SectorsBut(codes) => {
            whole - total(&codes.iter().fold(question, |question, code| question.only("sector", code)))?
        }
        Part::Programme(_) => return Ok(None),
    };
    Ok(Some((part, whole)))
}
