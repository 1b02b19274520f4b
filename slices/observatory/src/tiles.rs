//! The few figures that matter of a country or of a place in it, each with what it is and where its acts are.

use kernel::{Date, Known, Level, Share};
use ledger::{Answer, Projection, Question, Refusal};
use web::Page;

use crate::address;

/// A figure with what it is and where its acts are. Shown by `tiles.html`.
pub(crate) struct Tile {
    pub(crate) icon: &'static str,
    pub(crate) label: String,
    pub(crate) value: String,
    /// Of what, and how much of it in per cent; or the currency.
    pub(crate) beside: Option<String>,
    /// The page of the acts behind it.
    pub(crate) acts: String,
    /// What it answers.
    pub(crate) question: Question,
}

/// Of when, as known when, and of where figures are.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) date: Date,
    pub(crate) known: Known,
    /// A place; none for the whole country.
    pub(crate) place: Option<(Level, String)>,
    /// The day whose territory is used; none for that of `date`.
    pub(crate) tree: Option<Date>,
}

/// What is asked for each tile.
pub(crate) struct Stock {
    /// What is seen of it at a glance.
    icon: &'static str,
    /// The message that says what it is.
    label: &'static str,
    measure: &'static str,
    only: Option<(&'static str, &'static str)>,
    by: Option<&'static str>,
    /// The measure of which it is a part, and the message that says so.
    part_of: Option<(&'static str, &'static str)>,
}

const STOCKS: [Stock; 5] = [
    Stock {
        icon: "seal",
        label: "observatory-cooperatives",
        measure: "cooperatives",
        only: None,
        by: None,
        part_of: None,
    },
    Stock { icon: "people", label: "observatory-members", measure: "members", only: None, by: None, part_of: None },
    Stock {
        icon: "woman",
        label: "observatory-women",
        measure: "members",
        only: Some(("sex", "female")),
        by: None,
        part_of: Some(("members", "observatory-of-members")),
    },
    Stock {
        icon: "woman",
        label: "observatory-womens-cooperatives",
        measure: "womens_cooperatives",
        only: None,
        by: None,
        part_of: Some(("cooperatives", "observatory-of-cooperatives")),
    },
    Stock {
        icon: "coin",
        label: "observatory-share-capital",
        measure: "share_capital",
        only: None,
        by: Some("currency"),
        part_of: None,
    },
];

impl Scope {
    /// A question about a measure here and then.
    pub(crate) fn ask(&self, measure: &str) -> Question {
        let question = Question { tree: self.tree, ..Question::on(measure, self.date).known(self.known) };
        self.place.iter().fold(question, |question, (level, code)| question.only(level.code(), code))
    }
}

/// What the tiles show, as the projection has it.
///
/// # Errors
/// The refusal of a question.
pub(crate) fn find(projection: &Projection, scope: &Scope) -> Result<Vec<(&'static Stock, Answer)>, Refusal> {
    let has = |stock: &&Stock| projection.schema().measure(stock.measure).is_some();
    let ask = |stock: &'static Stock| {
        let question = scope.ask(stock.measure);
        let question = stock.only.iter().fold(question, |question, (dimension, value)| question.only(dimension, value));
        let question = stock.by.iter().fold(question, |question, dimension| question.by(dimension));
        Ok((stock, projection.answer(&question)?))
    };
    STOCKS.iter().filter(has).map(ask).collect()
}

/// The tiles in the language of the page; one for each currency.
pub(crate) fn show(page: &Page, zone: &jiff::tz::TimeZone, found: &[(&Stock, Answer)]) -> Vec<Tile> {
    found.iter().flat_map(|(stock, answer)| tile(page, zone, found, stock, answer)).collect()
}

fn tile(
    page: &Page,
    zone: &jiff::tz::TimeZone,
    found: &[(&Stock, Answer)],
    stock: &Stock,
    answer: &Answer,
) -> Vec<Tile> {
    let t = &page.t;
    let label = t.get(stock.label);
    let behind = |question: &Question| page.to(&format!("/figures/acts?{}", address::parameters(question, zone)));
    if stock.by.is_none() {
        let whole = |measure| found.iter().find(|(other, _)| other.measure == measure && other.only.is_none());
        let beside = stock.part_of.filter(|_| answer.total() != 0).and_then(|(measure, says)| {
            let share = Share { part: answer.total(), whole: whole(measure)?.1.total() };
            Some(t.with(says, &[("share", &t.percent(share))]))
        });
        let (value, question) = (t.number(answer.total()), answer.question.clone());
        return vec![Tile { icon: stock.icon, label, value, beside, acts: behind(&question), question }];
    }
    let in_currency = |line: &ledger::Line| {
        let currency = line.currency?;
        let question = Question { by: Vec::new(), ..answer.question.clone() }.only("currency", currency.code());
        let beside = Some(t.get(&format!("web-currency-{}", currency.code().to_lowercase())));
        let value = t.money(line.amount, currency);
        Some(Tile { icon: stock.icon, label: label.clone(), value, beside, acts: behind(&question), question })
    };
    answer.lines.iter().filter_map(in_currency).collect()
}
