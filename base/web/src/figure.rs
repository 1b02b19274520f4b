//! A drawing with its legend: in a page coloured by the style sheet, as a file of its own by attributes.

use std::{borrow::Cow, fmt::Write};

use askama::{Template, filters::HtmlSafe};
use kernel::Lang;

use crate::shapes::{self, Shapes};

/// What each class looks like in a file of its own. In pages `charts.css` says it, for light and dark.
const LOOKS: &[(&str, &str)] = &[
    ("ink", "fill=\"#1d1f1c\""),
    ("strong", "fill=\"#1d1f1c\" font-weight=\"600\""),
    ("soft", "fill=\"#5c625b\""),
    ("on", "fill=\"#fff\" font-weight=\"600\""),
    ("grid", "stroke=\"#e4dfd3\""),
    ("zero", "stroke=\"#8b9089\""),
    ("track", "fill=\"#f1eee6\""),
    ("fill", "fill=\"#0c6a55\""),
    ("minus", "fill=\"#b5562b\""),
    ("land", "fill=\"#e6f0ea\" stroke=\"#8b9089\" stroke-width=\"2\" stroke-linejoin=\"round\""),
    ("dot", "fill=\"#0c6a55\" fill-opacity=\".7\" stroke=\"#fff\""),
    ("l1", "fill=\"none\" stroke=\"#0c6a55\" stroke-width=\"2.5\" stroke-linejoin=\"round\""),
    ("l2", "fill=\"none\" stroke=\"#1d1f1c\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-dasharray=\"7 4\""),
    ("l3", "fill=\"none\" stroke=\"#8b9089\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-dasharray=\"2 3\""),
    (
        "l4",
        "fill=\"none\" stroke=\"#b5562b\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-dasharray=\"9 3 2 3\"",
    ),
    ("m1", "fill=\"#0c6a55\" stroke=\"#fff\""),
    ("m2", "fill=\"#1d1f1c\" stroke=\"#fff\""),
    ("m3", "fill=\"#8b9089\" stroke=\"#fff\""),
    ("m4", "fill=\"#b5562b\" stroke=\"#fff\""),
    ("q0", "fill=\"#e4dfd3\""),
    ("q1", "fill=\"#e6f0ea\""),
    ("q2", "fill=\"#b9d8ca\""),
    ("q3", "fill=\"#7fb8a2\""),
    ("q4", "fill=\"#3f9178\""),
    ("q5", "fill=\"#0c6a55\""),
    ("part0", "fill=\"#e4dfd3\""),
    ("part1", "fill=\"#0c6a55\""),
    ("part2", "fill=\"#3f9178\""),
    ("part3", "fill=\"#7fb8a2\""),
    ("part4", "fill=\"#b9d8ca\""),
    ("part5", "fill=\"#8b9089\""),
    ("part6", "fill=\"#bdbfba\""),
];

/// The width of every drawing: narrow, so that its text can be read on a telephone.
pub(crate) const WIDTH: f64 = 400.0;

/// The empty margin of a file.
const MARGIN: f64 = 20.0;

/// What a drawing is called, what it shows in a sentence or two, and in which language.
#[derive(Clone, Debug)]
pub struct Caption {
    /// Its title.
    pub title: String,
    /// What someone should know who cannot see it.
    pub description: String,
    /// The language of both; in Arabic everything but time runs from right to left.
    pub lang: Lang,
}

/// A drawing with its legend. In a template, `{{ figure }}` is the whole of it.
#[derive(Clone, Debug, Template)]
#[template(path = "figure.html")]
pub struct Figure {
    caption: Caption,
    height: f64,
    body: String,
    legend: Vec<Key>,
    credit: Option<String>,
    /// The shapes that it refers to; a file brings them along.
    shapes: Option<&'static Shapes>,
}

impl HtmlSafe for Figure {}

/// A line of a legend.
#[derive(Clone, Debug)]
struct Key {
    class: String,
    label: String,
    value: String,
}

/// On which side of its place a text stands, or around it: sides of the drawing, whatever the text's direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Side {
    Left,
    Middle,
    Right,
}

impl Figure {
    pub(crate) fn new(caption: &Caption, height: f64) -> Self {
        Self { caption: caption.clone(), height, body: String::new(), legend: Vec::new(), credit: None, shapes: None }
    }

    /// Whether it is read from right to left.
    pub(crate) fn mirrored(&self) -> bool {
        self.caption.lang.dir() == "rtl"
    }

    /// The place `x` from the side at which reading starts.
    pub(crate) fn start(&self, x: f64) -> f64 {
        if self.mirrored() { WIDTH - x } else { x }
    }

    /// Where a text extends that begins at the side at which reading starts, or at the other.
    pub(crate) fn sides(&self) -> (Side, Side) {
        if self.mirrored() { (Side::Left, Side::Right) } else { (Side::Right, Side::Left) }
    }

    /// Adds what is drawn already.
    pub(crate) fn raw(&mut self, text: &str) {
        self.body.push_str(text);
    }

    /// Adds a line of the legend.
    pub(crate) fn key(&mut self, class: String, label: String, value: String) {
        self.legend.push(Key { class, label, value });
    }

    /// Adds whom the shapes come from.
    pub(crate) fn credit(&mut self, credit: String) {
        self.credit = Some(credit);
    }

    /// Draws the shape of a place.
    pub(crate) fn shape(&mut self, class: &str, shapes: &'static Shapes, code: &str) {
        self.shapes = Some(shapes);
        let _ = write!(self.body, "<use href=\"{}#{}\" class=\"{class}\"/>", shapes.asset.path, shapes::id(code));
    }

    /// A text that extends from (`x`, `y`) to a side. Its own first letter tells its direction, hence a French name stays
    /// whole in an Arabic drawing and a number everywhere. Marks in the text say so: not all that draw SVG know `direction`.
    pub(crate) fn text(&mut self, class: &str, (x, y): (f64, f64), side: Side, text: &str) {
        let anchor = match side {
            Side::Middle => " text-anchor=\"middle\"",
            Side::Left => " text-anchor=\"end\"",
            Side::Right => "",
        };
        let (before, after) = if is_from_right(text) { ("\u{2067}", "\u{2069}") } else { ("", "") };
        let (x, y, text) = (Short(x), Short(y), escape(text));
        let _ = write!(self.body, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{before}{text}{after}</text>");
    }

    /// A rectangle with what it says when pointed at.
    pub(crate) fn rect(&mut self, class: &str, x: (f64, f64), y: (f64, f64), round: f64, says: &str) {
        let (left, top) = (x.0.min(x.1), y.0.min(y.1));
        let (width, height) = (Short((x.1 - x.0).abs()), Short((y.1 - y.0).abs()));
        let (left, top, round) = (Short(left), Short(top), Short(round));
        let _ = write!(
            self.body,
            "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\">{}</rect>",
            title(says)
        );
    }

    /// A path with what it says when pointed at.
    pub(crate) fn path(&mut self, class: &str, path: &str, says: &str) {
        let _ = write!(self.body, "<path class=\"{class}\" d=\"{path}\">{}</path>", title(says));
    }

    /// A straight line.
    pub(crate) fn line(&mut self, class: &str, x: (f64, f64), y: (f64, f64)) {
        let path = format!("M{} {}L{} {}", Short(x.0), Short(y.0), Short(x.1), Short(y.1));
        let _ = write!(self.body, "<path class=\"{class}\" d=\"{path}\"/>");
    }

    /// The drawing as a file of its own, on white: its title, its legend, what is to be noted and whom the shapes come from.
    pub fn to_svg(&self, notes: &[String]) -> String {
        let mut whole = Self::new(&self.caption, 0.0);
        let (after, before) = whole.sides();
        whole.text("strong", (whole.start(0.0), 0.0), after, &self.caption.title);
        let _ = write!(whole.body, "<g transform=\"translate(0 {})\">{}</g>", Short(MARGIN), self.body);
        let mut y = self.height + MARGIN + 22.0;
        for key in &self.legend {
            whole.rect(&key.class, (whole.start(0.0), whole.start(14.0)), (y - 10.0, y), 0.0, "");
            whole.text("ink", (whole.start(22.0), y), after, &key.label);
            whole.text("strong", (whole.start(WIDTH), y), before, &key.value);
            y += 20.0;
        }
        for note in notes.iter().chain(&self.credit) {
            whole.text("soft", (whole.start(0.0), y + 4.0), after, note);
            y += 18.0;
        }
        let looks = |body: String, (class, look): &(&str, &str)| body.replace(&format!("class=\"{class}\""), look);
        let body = LOOKS.iter().fold(self.with_shapes(whole.body), looks);
        let (width, height) = (Short(WIDTH + 2.0 * MARGIN), Short(y + 2.0 * MARGIN));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"'Noto Sans','Noto Sans Arabic','Segoe UI',sans-serif\" font-size=\"12\" role=\"img\"><title>{}</title>\
             <desc>{}</desc><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><g transform=\"translate({} {})\">{body}</g></svg>\n",
            escape(&self.caption.title),
            escape(&self.caption.description),
            Short(MARGIN),
            Short(MARGIN + 12.0),
        )
    }

    /// A body with paths in place of what it refers to.
    fn with_shapes(&self, body: String) -> String {
        let Some(shapes) = self.shapes else { return body };
        shapes.paths.iter().fold(body, |body, (code, path)| {
            let refers = format!("<use href=\"{}#{}\"", shapes.asset.path, shapes::id(code));
            body.replace(&refers, &format!("<path d=\"{path}\""))
        })
    }
}

/// What an element says when pointed at.
fn title(says: &str) -> String {
    if says.is_empty() { String::new() } else { format!("<title>{}</title>", escape(says)) }
}

/// A label and its number for a place where nothing but text is allowed: the number is isolated.
pub(crate) fn says(label: &str, value: &str) -> String {
    format!("{label}: \u{2066}{value}\u{2069}")
}

/// A text as XML wants it.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

/// Whether the first letter of a text belongs to a script that runs from right to left.
fn is_from_right(text: &str) -> bool {
    let letter = text.chars().find(|c| c.is_alphabetic());
    letter.is_some_and(
        |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

/// About how wide a text is at the drawings' size.
pub(crate) fn width(text: &str) -> f64 {
    text.chars()
        .map(|c| if matches!(c, '\u{200e}' | '\u{200f}' | '\u{202f}' | '.' | ',' | ' ') { 3.2 } else { 7.2 })
        .sum()
}

/// A text cut to a width.
pub(crate) fn fit(text: &str, room: f64) -> Cow<'_, str> {
    if width(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut cut = String::new();
    for c in text.chars() {
        if width(&cut) + 14.0 > room {
            break;
        }
        cut.push(c);
    }
    Cow::Owned(format!("{}…", cut.trim_end()))
}

/// A number with at most one decimal.
pub(crate) struct Short(pub(crate) f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", (self.0 * 10.0).round() / 10.0 + 0.0)
    }
}

#[cfg(test)]
mod tests;
