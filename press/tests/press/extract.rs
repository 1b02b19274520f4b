//! The text of a PDF, as another program reads it out of the file.

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, font::Glyph, hayro_cmap::BfString, hayro_syntax::Pdf, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// The text of each page, a line a line.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let pdf = Pdf::new(pdf.to_vec()).unwrap();
    let cache = InterpreterCache::new();
    let page = |page| {
        let whole = Rect::new(0.0, 0.0, 600.0, 850.0);
        let mut context = Context::new(Affine::IDENTITY, whole, &cache, pdf.xref(), InterpreterSettings::default());
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        reader.end()
    };
    pdf.pages().iter().map(page).collect()
}

/// Reads glyphs in the order in which they are drawn. Arabic is drawn from the left end of a run to its right: its
/// glyphs are turned round.
#[derive(Default)]
struct Reader {
    lines: Vec<String>,
    run: Vec<String>,
    at: Point,
}

fn is_arabic(text: &str) -> bool {
    text.chars()
        .any(|letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

fn is_strong(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

impl Reader {
    fn read(&mut self, text: String, at: Point) {
        let same_line = (at.y - self.at.y).abs() < 1.0;
        let changes =
            is_strong(&text) && self.run.iter().any(|one| is_strong(one) && is_arabic(one) != is_arabic(&text));
        if !same_line || at.x < self.at.x - 1.0 || changes {
            self.flush();
        }
        if !same_line {
            self.lines.push(String::new());
        }
        self.at = at;
        self.run.push(text);
    }

    fn flush(&mut self) {
        if self.run.iter().any(|one| is_arabic(one)) {
            self.run.reverse();
        }
        let run: String = self.run.drain(..).collect();
        if let Some(line) = self.lines.last_mut() {
            line.push_str(&run);
        }
    }

    fn end(mut self) -> String {
        self.flush();
        // Marks of direction are there for the setter.
        let shown =
            |line: &String| line.chars().filter(|one| !matches!(one, '\u{2066}'..='\u{2069}')).collect::<String>();
        self.lines.iter().map(shown).map(|line| format!("{}\n", line.trim())).collect()
    }
}

impl Device<'_> for Reader {
    fn draw_glyph(&mut self, glyph: &Glyph<'_>, to: Affine, inner: Affine, _: &Paint<'_>, _: &GlyphDrawMode) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => "\u{fffd}".to_owned(),
        };
        self.read(text, to * inner * Point::ZERO);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
