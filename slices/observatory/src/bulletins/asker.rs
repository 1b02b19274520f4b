//! The numbers behind references, each asked for once.

use std::fmt::Write;

use kernel::{Currency, Share};
use ledger::{Answer, Line, Projection, Question, Refusal};
use sha2::{Digest, Sha256};

use super::text::{Block, Kind, Piece, Reference};

/// Asks a ledger.
pub(crate) struct Asker<'a> {
    projection: &'a Projection,
    /// Three languages ask the same.
    asked: Vec<(Question, Answer)>,
}

/// What a reference stands for.
pub(crate) enum Value {
    Amount(i64, Option<Currency>),
    Share(Share),
    Lines(Vec<Line>),
}

/// One number: what it answers, without its knowledge time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) question: Question,
    pub(crate) amount: i64,
    pub(crate) currency: Option<Currency>,
}

impl<'a> Asker<'a> {
    pub(crate) const fn new(projection: &'a Projection) -> Self {
        Self { projection, asked: Vec::new() }
    }

    pub(crate) fn ask(&mut self, question: &Question) -> Result<Answer, Refusal> {
        if let Some((_, answer)) = self.asked.iter().find(|(asked, _)| asked == question) {
            return Ok(answer.clone());
        }
        let answer = self.projection.answer(question)?;
        self.asked.push((question.clone(), answer.clone()));
        Ok(answer)
    }

    pub(crate) fn value(&mut self, reference: &Reference) -> Result<Value, Refusal> {
        let answer = self.ask(&reference.question)?;
        match reference.kind {
            Kind::Table => Ok(Value::Lines(answer.lines)),
            Kind::Figure => Ok(Value::Amount(answer.total(), answer.lines.first().and_then(|line| line.currency))),
            Kind::Share => {
                let whole = answer.total();
                let mut of = |pairs: &[(String, String)]| {
                    let only = pairs.iter().fold(reference.question.clone(), |question, (dimension, value)| {
                        question.only(dimension, value)
                    });
                    Ok::<_, Refusal>(self.ask(&only)?.total())
                };
                let part = if reference.but.is_empty() { of(&reference.part)? } else { whole - of(&reference.but)? };
                Ok(Value::Share(Share { part, whole }))
            }
        }
    }

    /// The hash of all numbers of texts.
    pub(crate) fn seal(&mut self, texts: &[Vec<Block>]) -> Result<String, Refusal> {
        let mut numbers = String::new();
        for reference in texts.iter().flat_map(|blocks| references(blocks)) {
            let value = self.value(reference)?;
            // Writing to a string cannot fail.
            let _ = match value {
                Value::Amount(amount, currency) => {
                    writeln!(numbers, "{} = {amount} {}", reference.written, currency.map_or("", Currency::code))
                }
                Value::Share(Share { part, whole }) => writeln!(numbers, "{} = {part} / {whole}", reference.written),
                Value::Lines(lines) => {
                    let lines = lines.iter().map(|line| format!("{} {}", line.values.join(" "), line.written()));
                    writeln!(numbers, "{} = {}", reference.written, lines.collect::<Vec<_>>().join("; "))
                }
            };
        }
        Ok(Sha256::digest(numbers).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// All numbers of a text, those in tables included, as known at another moment if one is given.
    pub(crate) fn numbers(&mut self, blocks: &[Block], known: Option<kernel::Known>) -> Result<Vec<Number>, Refusal> {
        let mut numbers: Vec<Number> = Vec::new();
        for reference in references(blocks).filter(|reference| reference.kind != Kind::Share) {
            let question = reference.question.clone();
            let answer = self.ask(&question.clone().known(known.unwrap_or(question.known)))?;
            for line in &answer.lines {
                let plain = Question { by: Vec::new(), known: None, ..question.clone() };
                let pairs = question.by.iter().zip(line.values.iter());
                let question = pairs.fold(plain, |question, (dimension, value)| question.only(dimension, value));
                if numbers.iter().all(|number| number.question != question) {
                    numbers.push(Number { question, amount: line.amount, currency: line.currency });
                }
            }
        }
        Ok(numbers)
    }
}

/// The references of a text, in their order.
fn references(blocks: &[Block]) -> impl Iterator<Item = &Reference> {
    blocks.iter().flat_map(|block| {
        let (pieces, table) = match block {
            Block::Paragraph(pieces) => (pieces.as_slice(), None),
            Block::Table(reference) => (&[][..], Some(reference)),
            Block::Title(_) | Block::Heading(_) => (&[][..], None),
        };
        let numbers = pieces.iter().filter_map(|piece| match piece {
            Piece::Number(reference) => Some(reference),
            Piece::Text(_) => None,
        });
        numbers.chain(table)
    })
}

/// The numbers that differ: what each was and what it is; what is not there is none.
pub(crate) fn differing(before: &[Number], after: &[Number]) -> Vec<(Number, Number)> {
    let of = |numbers: &[Number], wanted: &Number| {
        let found = numbers.iter().find(|number| number.question == wanted.question);
        found.cloned().unwrap_or_else(|| Number { amount: 0, ..wanted.clone() })
    };
    let kept = after.iter().map(|number| (of(before, number), number.clone()));
    let gone = before.iter().filter(|number| after.iter().all(|other| other.question != number.question));
    let gone = gone.map(|number| (number.clone(), of(after, number)));
    kept.chain(gone).filter(|(before, after)| before.amount != after.amount).collect()
}
