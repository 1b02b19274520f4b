//! The tables that the ledger itself offers: acts, entries, figures, territories and terms.

use std::{collections::BTreeMap, sync::Arc};

use db::Conn;
use kernel::Level;
use ledger::{Act, Cell, Day, Dimension, MeasureId, Posted, Question, Schema, Scope, Unit, When, store};
use web::{App, Dataset, Datum, Field, Kind, Problem, Take};

/// All of them.
pub(crate) const DATASETS: &[Dataset] = &[
    Dataset { code: "figures", page: None, fields: |_| FIGURES.into(), count: |_, _| Ok(None), rows: figures },
    Dataset {
        code: "acts",
        page: None,
        fields: |_| ACTS.into(),
        count: |_, conn| Ok(Some(store::head(conn)?.seq)),
        rows: acts,
    },
    Dataset { code: "entries", page: None, fields: entry_fields, count: |_, _| Ok(None), rows: entries },
    Dataset {
        code: "territories",
        page: Some("/territories/"),
        fields: |_| TERRITORIES.into(),
        count: |_, conn| Ok(i64::try_from(ledger::places(conn)?.len()).ok()),
        rows: territories,
    },
    Dataset {
        code: "terms",
        page: None,
        fields: |_| TERMS.into(),
        count: |_, conn| Ok(i64::try_from(store::terms(conn)?.len()).ok()),
        rows: terms,
    },
];

const fn field(code: &'static str, kind: Kind) -> Field {
    Field { code, kind }
}

const FIGURES: [Field; 7] = [
    field("measure", Kind::Text),
    field("level", Kind::Text),
    field("place", Kind::Text),
    field("year", Kind::Integer),
    field("currency", Kind::Text),
    field("amount", Kind::Integer),
    field("value", Kind::Text),
];

/// Every measure by year in every place of every level, as known after the last act.
fn figures(app: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    let head = store::head(conn)?.seq;
    let known = store::act(conn, head)?.map(|act| act.recorded_at);
    let (ledger, during) = (&app.ledger, When::During { from: None, to: app.ledger.today() });
    for measure in ledger.schema().measures().iter().filter(|measure| measure.dimensions.contains(&"place")) {
        for level in Level::ALL {
            let asked = Question::on(measure.code, ledger.today()).by(level.code()).by("year").known(known);
            let asked = if measure.unit == Unit::Money { asked.by("currency") } else { asked };
            let answer = ledger.projection().answer(&Question { when: during, ..asked })?;
            for line in &answer.lines {
                let [place, year, ..] = &*line.values else { continue };
                take(&[
                    Datum::Text(measure.code),
                    Datum::Text(level.code()),
                    Datum::Text(place),
                    Datum::integer(year.parse().ok()),
                    Datum::text(line.currency.map(|currency| currency.code())),
                    Datum::Integer(line.amount),
                    Datum::Text(&line.written()),
                ])?;
            }
        }
    }
    Ok(())
}

const ACTS: [Field; 11] = [
    field("seq", Kind::Integer),
    field("subject", Kind::Text),
    field("kind", Kind::Text),
    field("effective_on", Kind::Day),
    field("recorded_at", Kind::Instant),
    field("author", Kind::Text),
    field("document", Kind::Text),
    field("voids", Kind::Integer),
    field("body", Kind::Text),
    field("withheld", Kind::Truth),
    field("hash", Kind::Text),
];

/// The journal, without the bodies that could say something about a person.
fn acts(app: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    let head = store::head(conn)?.seq;
    ledger::each_act(conn, head, |act: &Act| {
        let withheld = app.withholds(act);
        take(&[
            Datum::Integer(act.seq),
            Datum::Text(&act.subject),
            Datum::Text(&act.kind),
            Datum::day(act.effective_on),
            Datum::Instant(act.recorded_at),
            Datum::Text(&act.author),
            Datum::text(act.document.as_deref()),
            Datum::integer(act.voids),
            Datum::text(Some(act.body.as_str()).filter(|_| !withheld)),
            Datum::Truth(withheld),
            Datum::Text(&act.hash.to_string()),
        ])
    })
}

/// What tells subjects apart, and the currency. By sex and age there are figures, but no entries: with the day on which a
/// member turns 35 an entry would point to a person.
fn shown(schema: &Schema) -> impl Iterator<Item = (usize, &Dimension)> {
    let dimensions = schema.dimensions().iter().enumerate();
    dimensions.filter(|(_, one)| one.scope == Scope::Subject || one.code == "currency")
}

fn entry_fields(app: &App) -> Vec<Field> {
    let before = [field("seq", Kind::Integer), field("measure", Kind::Text), field("effective_on", Kind::Day)];
    let dimensions = shown(app.ledger.schema()).map(|(_, dimension)| field(dimension.code, Kind::Text));
    before.into_iter().chain(dimensions).chain([field("amount", Kind::Integer)]).collect()
}

/// The entries of one act: what counts on which day in which cell, without what could point to a person.
type Sums = BTreeMap<(MeasureId, Day, Cell), i64>;

/// The ledger act by act.
fn entries(app: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    let head = store::head(conn)?.seq;
    let (schema, mut act, mut sums) = (app.ledger.schema(), 0, Sums::new());
    let currency = schema.dimension("currency");
    ledger::each_entry(conn, schema, head, |posted: Posted<'_>| {
        if posted.seq != act {
            hand_on(schema, act, std::mem::take(&mut sums), take)?;
            act = posted.seq;
        }
        let in_money = currency.and_then(|index| Some((index, posted.part.get(index)?)));
        let cell = in_money.map_or(*posted.subject, |(index, code)| posted.subject.with(index, code));
        *sums.entry((posted.measure, posted.on, cell)).or_default() += posted.amount;
        Ok::<_, Problem>(())
    })?;
    hand_on(schema, act, sums, take)
}

fn hand_on(schema: &Schema, seq: i64, sums: Sums, take: &mut Take<'_>) -> Result<(), Problem> {
    for ((measure, on, cell), amount) in sums.into_iter().filter(|(_, amount)| *amount != 0) {
        let values: Vec<Option<Arc<str>>> =
            shown(schema).map(|(index, _)| Some(schema.codes().text(cell.get(index)?))).collect();
        let mut row = vec![
            Datum::Integer(seq),
            Datum::text(schema.describe(measure).map(|measure| measure.code)),
            Datum::day(on.date()),
        ];
        row.extend(values.iter().map(|value| Datum::text(value.as_deref())));
        row.push(Datum::Integer(amount));
        take(&row)?;
    }
    Ok(())
}

const TERRITORIES: [Field; 9] = [
    field("code", Kind::Text),
    field("level", Kind::Text),
    field("parent", Kind::Text),
    field("delegation", Kind::Text),
    field("name_ar", Kind::Text),
    field("name_fr", Kind::Text),
    field("name_en", Kind::Text),
    field("from", Kind::Day),
    field("until", Kind::Day),
];

fn territories(_: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    ledger::places(conn)?.iter().try_for_each(|place| {
        take(&[
            Datum::Text(&place.code),
            Datum::Text(place.level.code()),
            Datum::text(place.parent.as_deref()),
            Datum::text(place.delegation.as_deref()),
            Datum::text(place.names.ar.as_deref()),
            Datum::text(place.names.fr.as_deref()),
            Datum::text(place.names.en.as_deref()),
            Datum::day(place.from),
            Datum::day(place.until),
        ])
    })
}

const TERMS: [Field; 5] = [
    field("dimension", Kind::Text),
    field("code", Kind::Text),
    field("name_ar", Kind::Text),
    field("name_fr", Kind::Text),
    field("name_en", Kind::Text),
];

fn terms(_: &App, conn: &mut Conn, take: &mut Take<'_>) -> Result<(), Problem> {
    store::terms(conn)?.iter().try_for_each(|term| {
        take(&[
            Datum::Text(&term.dimension),
            Datum::Text(&term.code),
            Datum::text(term.names.ar.as_deref()),
            Datum::text(term.names.fr.as_deref()),
            Datum::text(term.names.en.as_deref()),
        ])
    })
}
