//! The numbers of a figure as a picture: a map of regions or provinces, dots for communes, lines and columns over years, a
//! whole cut into its parts, or bars.

use std::collections::BTreeMap;

use askama::Template;
use kernel::{Currency, Level, Share};
use ledger::{Aggregation, Answer, Line, UNKNOWN};
use web::{Area, Caption, Figure, Map, Point, Series, Speaker};

use crate::{
    breakdown::{code, ranked},
    described,
};

/// Up to so many parts are shown as parts of a whole.
const PARTS: usize = 4;

/// So many bars stand below each other, and so many lines in one chart.
const BARS: usize = 15;
const LINES: usize = 4;

/// A page carries no more dots than this.
const DOTS: usize = 60;

/// A picture of the numbers of a figure.
#[derive(Debug)]
pub(crate) enum Picture {
    /// A map of regions or provinces.
    Map(Map, Caption),
    /// A chart, or dots on a map.
    Chart(Figure),
    /// Bars: on a page they stand in the table itself.
    Bars(Figure),
}

impl Picture {
    /// The picture of an answer; none of numbers that make none. `to` gives the page to which a place leads.
    pub(crate) fn of(speaker: &Speaker<'_>, answer: &Answer, to: impl Fn(&str) -> String) -> Option<Self> {
        let drawing =
            Drawing { speaker, answer, title: title(speaker, answer), currency: crate::figures::currency(answer) };
        let by: Vec<_> = answer.question.by.iter().map(String::as_str).collect();
        match by.as_slice() {
            ["year"] => drawing.years().map(Self::Chart),
            ["year", _] => drawing.lines(0).map(Self::Chart),
            [_, "year"] => drawing.lines(1).map(Self::Chart),
            ["region"] => drawing.map(Level::Region, to),
            ["province"] => drawing.map(Level::Province, to),
            ["commune"] => drawing.dots().map(Self::Chart),
            [_] => drawing.parts(),
            _ => None,
        }
    }

    /// The picture within a page.
    pub(crate) fn html(&self) -> Option<String> {
        match self {
            Self::Map(map, _) => map.render().ok(),
            Self::Chart(figure) => figure.render().ok(),
            Self::Bars(_) => None,
        }
    }

    /// The picture as a file of its own.
    pub(crate) fn to_svg(&self, notes: &[String]) -> String {
        match self {
            Self::Map(map, caption) => map.to_svg(caption, notes),
            Self::Chart(figure) | Self::Bars(figure) => figure.to_svg(notes),
        }
    }
}

/// What is counted, and of which cooperatives.
fn title(speaker: &Speaker<'_>, answer: &Answer) -> String {
    let only = answer.question.only.iter();
    let values = only.flat_map(|(dimension, codes)| codes.iter().map(|code| speaker.value(dimension, code)));
    [speaker.measure(answer.measure.code)].into_iter().chain(values).collect::<Vec<_>>().join(" · ")
}

struct Drawing<'a> {
    speaker: &'a Speaker<'a>,
    answer: &'a Answer,
    title: String,
    currency: Option<Currency>,
}

impl Drawing<'_> {
    fn write(&self, amount: i64) -> String {
        described::amount(self.speaker.t, amount, self.currency)
    }

    fn label(&self, line: &Line) -> String {
        let dimension = self.answer.question.by.first().map(String::as_str).unwrap_or_default();
        self.speaker.value(dimension, code(line))
    }

    /// What the picture is called, with some of its numbers for those who do not see it.
    fn caption<'a>(&self, told: impl IntoIterator<Item = (&'a str, i64)>) -> Caption {
        let told: Vec<_> = told.into_iter().map(|(name, amount)| format!("{name}: {}", self.write(amount))).collect();
        Caption { title: self.title.clone(), description: told.join(" – "), lang: self.speaker.t.lang() }
    }

    /// The largest numbers.
    fn caption_of_largest(&self) -> Caption {
        let lines: Vec<_> = ranked(self.answer).into_iter().take(LINES).collect();
        let labels: Vec<_> = lines.iter().map(|line| self.label(line)).collect();
        self.caption(labels.iter().map(String::as_str).zip(lines.iter().map(|line| line.amount)))
    }

    /// What flows as columns, what stands as a line.
    fn years(&self) -> Option<Figure> {
        let known: Vec<_> = self.answer.lines.iter().filter(|line| code(line) != UNKNOWN).collect();
        let ends = known.first().into_iter().chain(known.last()).map(|line| (code(line), line.amount));
        let caption = self.caption(ends);
        let write = |amount| self.write(amount);
        if self.answer.measure.aggregation == Aggregation::Flow {
            let amounts: Vec<_> = known.iter().map(|line| (code(line).to_owned(), line.amount)).collect();
            return web::columns(&caption, &amounts, write);
        }
        let (years, amounts): (Vec<_>, Vec<_>) =
            known.iter().map(|line| (code(line).to_owned(), Some(line.amount))).unzip();
        web::lines(&caption, &years, &[Series { label: String::new(), amounts }], write)
    }

    /// A line for each of the largest values of the other dimension.
    fn lines(&self, year: usize) -> Option<Figure> {
        let mut told = BTreeMap::<&str, BTreeMap<&str, i64>>::new();
        for line in &self.answer.lines {
            let (year, value) = (line.values.get(year)?, line.values.get(1 - year)?);
            if **year != *UNKNOWN {
                *told.entry(value).or_default().entry(year).or_default() += line.amount;
            }
        }
        let mut years: Vec<_> = told.values().flat_map(BTreeMap::keys).map(|year| (*year).to_owned()).collect();
        years.sort_unstable();
        years.dedup();
        let mut values: Vec<_> = told.into_iter().collect();
        values.sort_by_key(|(_, amounts)| std::cmp::Reverse(amounts.values().sum::<i64>()));
        let dimension = self.answer.question.by.get(1 - year).map(String::as_str).unwrap_or_default();
        let series = values.iter().take(LINES).map(|(value, amounts)| Series {
            label: self.speaker.value(dimension, value),
            amounts: years.iter().map(|year| amounts.get(year.as_str()).copied()).collect(),
        });
        let series: Vec<_> = series.collect();
        let last = series.iter().filter_map(|one| Some((one.label.as_str(), (*one.amounts.last()?)?)));
        web::lines(&self.caption(last), &years, &series, |amount| self.write(amount))
    }

    fn map(&self, level: Level, to: impl Fn(&str) -> String) -> Option<Picture> {
        let area = |line: &Line| Area {
            code: code(line).to_owned(),
            label: self.label(line),
            amount: line.amount,
            value: self.write(line.amount),
            address: to(code(line)),
        };
        let areas: Vec<_> = self.answer.lines.iter().map(area).collect();
        let shapes = web::shapes(level).filter(|shapes| shapes.draw(&areas))?;
        // Of a part of the country only that part is drawn.
        let close = !self.answer.question.only.is_empty();
        let write = |amount| self.write(amount);
        let map = Map::new(self.speaker.t, shapes, self.title.clone(), areas, close, write);
        Some(Picture::Map(map, self.caption_of_largest()))
    }

    fn dots(&self) -> Option<Figure> {
        let point =
            |line: &Line| Some(Point { label: self.label(line), at: web::point(code(line))?, amount: line.amount });
        let points: Vec<_> = ranked(self.answer).into_iter().take(DOTS).filter_map(point).collect();
        let (shapes, credit) = (web::shapes(Level::Region)?, self.speaker.t.get("web-map-credit"));
        web::dots(&self.caption_of_largest(), shapes, credit, points, |amount| self.write(amount))
    }

    /// A few parts of a whole as such, if each has some room; else bars.
    fn parts(&self) -> Option<Picture> {
        let lines: Vec<_> = ranked(self.answer).into_iter().take(BARS).collect();
        let amounts: Vec<_> = lines.iter().map(|line| (self.label(line), line.amount)).collect();
        let caption = self.caption_of_largest();
        let is_whole = crate::figures::total(self.answer).is_some() && amounts.iter().all(|(_, amount)| *amount >= 0);
        if is_whole && (2..=PARTS).contains(&self.answer.lines.len()) {
            let share = |amount| self.speaker.t.percent(Share { part: amount, whole: self.answer.total() });
            return web::shares(&caption, &amounts, "", share).map(Picture::Chart);
        }
        web::bars(&caption, &amounts, |amount| self.write(amount)).map(Picture::Bars)
    }
}
