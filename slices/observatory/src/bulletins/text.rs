//! The text of a bulletin: paragraphs in which numbers are references, not digits.
//!
//! Empty lines part its blocks. `# ` begins the title, `## ` a heading. References stand in braces, in the words of the
//! command line: `{figure measure=members where=delegation=KEN}` is a number, `{share measure=cooperatives
//! part=sector=AGR}` the share that a part has (or, with `but`, all other parts), and `{table measure=cooperatives
//! by=province}`, alone in its block, a table with shares.

use jiff::tz::TimeZone;
use kernel::{Date, Timestamp};
use ledger::Question;

use crate::wording::{Wording, question_from};

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Title(String),
    Heading(String),
    Paragraph(Vec<Piece>),
    Table(Reference),
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Number(Reference),
}

/// What stands for numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// As it is written.
    pub(crate) written: String,
    pub(crate) kind: Kind,
    pub(crate) question: Question,
    /// Of a share: the values of a dimension that are its part.
    pub(crate) part: Vec<(String, String)>,
    /// Of a share: the values that are not.
    pub(crate) but: Vec<(String, String)>,
}

/// How a reference is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Figure,
    Share,
    Table,
}

/// A text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{{{reference}}}`: {says}")]
pub struct NotAText {
    reference: String,
    says: String,
}

/// Of which day the figures of a text are, and as known when.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) day: Date,
    pub(crate) known: Timestamp,
    pub(crate) zone: &'a TimeZone,
}

impl Frame<'_> {
    /// Reads a text.
    pub(crate) fn read(&self, text: &str) -> Result<Vec<Block>, NotAText> {
        let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
        blocks.map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &str) -> Result<Block, NotAText> {
        if let Some(heading) = block.strip_prefix("## ") {
            return Ok(Block::Heading(heading.to_owned()));
        }
        if let Some(title) = block.strip_prefix("# ") {
            return Ok(Block::Title(title.to_owned()));
        }
        let mut pieces = self.pieces(block)?;
        let table = pieces.pop_if(|piece| matches!(piece, Piece::Number(Reference { kind: Kind::Table, .. })));
        match (table, pieces.is_empty()) {
            (Some(Piece::Number(reference)), true) => Ok(Block::Table(reference)),
            (Some(_), _) => Err(not_a_text(block, "a table stands alone in its block")),
            (None, _) => Ok(Block::Paragraph(pieces)),
        }
    }

    fn pieces(&self, block: &str) -> Result<Vec<Piece>, NotAText> {
        let mut pieces = Vec::new();
        let mut rest = block;
        while let Some((before, after)) = rest.split_once('{') {
            let (reference, after) =
                after.split_once('}').ok_or_else(|| not_a_text(after, "the brace is not closed"))?;
            pieces.extend(Some(before).filter(|text| !text.is_empty()).map(|text| Piece::Text(text.to_owned())));
            pieces.push(Piece::Number(self.reference(reference)?));
            rest = after;
        }
        pieces.extend(Some(rest).filter(|text| !text.is_empty()).map(|text| Piece::Text(text.to_owned())));
        Ok(pieces)
    }

    fn reference(&self, written: &str) -> Result<Reference, NotAText> {
        let wrong = |says: &str| not_a_text(written, says);
        let mut words = written.split_whitespace();
        let kind = match words.next() {
            Some("figure") => Kind::Figure,
            Some("share") => Kind::Share,
            Some("table") => Kind::Table,
            _ => return Err(wrong("begin with figure, share or table")),
        };
        let (mut wording, mut part, mut but) = (Wording::default(), Vec::new(), Vec::new());
        for word in words {
            let (name, value) = word.split_once('=').ok_or_else(|| wrong("write NAME=VALUE"))?;
            let pair = || value.split_once('=').map(|(dimension, value)| (dimension.to_owned(), value.to_owned()));
            match name {
                "measure" => wording.measure = Some(value.to_owned()),
                "from" => wording.from = Some(value.to_owned()),
                "to" => wording.to = Some(value.to_owned()),
                "by" => wording.by.push(value.to_owned()),
                "where" => wording.only.push(value.to_owned()),
                "part" => part.push(pair().ok_or_else(|| wrong("write part=DIMENSION=VALUE"))?),
                "but" => but.push(pair().ok_or_else(|| wrong("write but=DIMENSION=VALUE"))?),
                _ => return Err(wrong("there are measure, from, to, by, where, part and but")),
            }
        }
        let question = question_from(&wording, self.day, self.zone).map_err(|faults| {
            let says: Vec<_> = faults.iter().map(ToString::to_string).collect();
            wrong(&says.join("; "))
        })?;
        Ok(Reference { written: written.to_owned(), kind, question: question.known(Some(self.known)), part, but })
    }
}

fn not_a_text(reference: &str, says: &str) -> NotAText {
    NotAText { reference: reference.chars().take(200).collect(), says: says.to_owned() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<Vec<Block>, NotAText> {
        let frame = Frame { day: date(2022, 12, 31), known: Timestamp::UNIX_EPOCH, zone: &TimeZone::UTC };
        frame.read(text)
    }

    #[test]
    fn a_text_has_a_title_headings_paragraphs_and_tables() {
        let text = "# Year\n\nThere are {figure measure=members where=delegation=KEN} of them.\n\n## By place\n\n{table \
                    measure=cooperatives by=province}";
        let blocks = read(text).unwrap();
        let [Block::Title(title), Block::Paragraph(pieces), Block::Heading(heading), Block::Table(table)] = &blocks[..]
        else {
            panic!("{blocks:?}")
        };
        assert_eq!((title.as_str(), heading.as_str()), ("Year", "By place"));
        let asked = Question::on("members", date(2022, 12, 31)).only("delegation", "KEN");
        let Piece::Number(number) = &pieces[1] else { panic!("{pieces:?}") };
        assert_eq!(number.question, asked.known(Some(Timestamp::UNIX_EPOCH)));
        assert_eq!(table.question.by, ["province"]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let says = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(says("{sum measure=members}"), "`{sum measure=members}`: begin with figure, share or table");
        assert_eq!(says("one {figure measure=members"), "`{figure measure=members}`: the brace is not closed");
        assert!(says("{figure}").contains("name a measure"));
        assert!(says("and {table measure=members by=sex}").ends_with("a table stands alone in its block"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "[{}#= a-z\n]{0,60}") {
            let _ = read(&text);
        }
    }
}
