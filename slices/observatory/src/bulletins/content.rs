//! A bulletin in one language with all numbers written: what a page or a printer sets, and knows nothing else.

use kernel::Share;
use ledger::{Answer, Question, Refusal};
use web::{Messages, Speaker};

use super::{
    asker::{Asker, Value},
    text::{self, Piece, Reference},
};
use crate::{
    address,
    breakdown::{code, part, ranked},
    picture::Picture,
};

/// A bulletin in one language.
#[derive(Debug, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What stands below, in its order.
    pub blocks: Vec<Block>,
}

/// A block of a document.
#[derive(Debug)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A table.
    Table(Table),
    /// A map of the table before it.
    Picture(Drawn),
}

/// A picture, for a page or for a printer.
#[derive(Debug)]
pub struct Drawn(Picture);

impl Drawn {
    /// As it stands in a page.
    pub fn html(&self) -> Option<String> {
        self.0.html()
    }

    /// As a drawing of its own.
    pub fn svg(&self) -> String {
        self.0.to_svg(&[])
    }
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// A number, its currency, and the parameters of the question that it answers; none for a share.
    Number(String, Option<String>, Option<String>),
}

/// A table: labels, numbers, shares and bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// The number.
    pub number: String,
    /// Its share in the whole.
    pub share: String,
    /// The length of its bar in per cent of the longest.
    pub bar: i64,
    /// The parameters of the question that it answers.
    pub question: String,
}

/// Writes numbers into a text.
pub(crate) struct Writer<'a, 'b> {
    pub(crate) speaker: &'a Speaker<'a>,
    pub(crate) zone: &'a jiff::tz::TimeZone,
    pub(crate) asker: &'a mut Asker<'b>,
}

impl Writer<'_, '_> {
    pub(crate) fn write(&mut self, blocks: &[text::Block]) -> Result<Document, Refusal> {
        let mut document = Document::default();
        for block in blocks {
            match block {
                text::Block::Title(title) => title.clone_into(&mut document.title),
                text::Block::Heading(heading) => document.blocks.push(Block::Heading(heading.clone())),
                text::Block::Paragraph(pieces) => {
                    let runs = pieces.iter().map(|piece| match piece {
                        Piece::Text(text) => Ok(Run::Text(text.clone())),
                        Piece::Number(reference) => self.number(reference),
                    });
                    document.blocks.push(Block::Paragraph(runs.collect::<Result<_, _>>()?));
                }
                text::Block::Table(reference) => {
                    let answer = self.asker.ask(&reference.question)?;
                    document.blocks.push(Block::Table(self.table(&answer)));
                    document.blocks.extend(self.picture(&answer).map(Block::Picture));
                }
            }
        }
        Ok(document)
    }

    /// Places on a map, each leading to its page.
    fn picture(&self, answer: &Answer) -> Option<Drawn> {
        let to = |code: &str| format!("/{}/territories/{code}", self.t().lang());
        Picture::of(self.speaker, answer, to).filter(|picture| matches!(picture, Picture::Map(..))).map(Drawn)
    }

    fn t(&self) -> &Messages {
        self.speaker.t
    }

    fn number(&mut self, reference: &Reference) -> Result<Run, Refusal> {
        let question = Some(address::parameters(&reference.question, self.zone));
        Ok(match self.asker.value(reference)? {
            Value::Amount(amount, Some(currency)) => {
                let name = self.t().get(&format!("web-currency-{}", currency.code().to_lowercase()));
                Run::Number(self.t().money(amount, currency), Some(name), question)
            }
            Value::Amount(amount, None) => Run::Number(self.t().number(amount), None, question),
            Value::Share(share) => Run::Number(self.t().percent(share), None, None),
            // A table stands in no paragraph.
            Value::Lines(_) => Run::Text(String::new()),
        })
    }

    fn table(&self, answer: &Answer) -> Table {
        let dimension = answer.question.by.first().map(String::as_str).unwrap_or_default();
        let lines = ranked(answer);
        // Places are told one by one, all else as far as it is large.
        let is_place = dimension.parse::<kernel::Level>().is_ok();
        let (large, small) = if is_place { (&lines[..], &[][..]) } else { part(&lines, answer.total()) };
        let longest = large.first().map_or(1, |line| line.amount.max(1));
        let row = |label: String, amount: i64, codes: &[&str]| {
            let question = Question { by: Vec::new(), ..answer.question.clone() };
            let question = codes.iter().fold(question, |question, code| question.only(dimension, code));
            Row {
                label,
                number: self.t().number(amount),
                share: self.t().percent(Share { part: amount, whole: answer.total() }),
                bar: (amount.max(0).saturating_mul(100) / longest).min(100),
                question: address::parameters(&question, self.zone),
            }
        };
        let mut rows: Vec<_> = large
            .iter()
            .map(|line| row(self.speaker.value(dimension, code(line)), line.amount, &[code(line)]))
            .collect();
        if !small.is_empty() {
            let codes: Vec<_> = small.iter().map(|line| code(line)).collect();
            let key = if dimension == "sector" { "observatory-other-sectors" } else { "observatory-others" };
            let others = self.t().get(key);
            rows.push(row(others, small.iter().map(|line| line.amount).sum(), &codes));
        }
        let heads = [self.speaker.dimension(dimension), self.speaker.measure(answer.measure.code)];
        Table { heads: heads.into_iter().chain([self.t().get("observatory-share")]).collect(), rows }
    }
}
