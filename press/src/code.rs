//! QR codes (ISO/IEC 18004) as drawings: one shape of dark squares, with the white edge that cameras need.

use std::fmt::Write as _;

use document::{Block, Document};
use qrcode::{Color, EcLevel, QrCode};

/// How many modules wide the white edge is.
const EDGE: usize = 4;

/// The drawings of a document's codes, in their order.
///
/// # Errors
/// When a text is too long for a code.
pub(crate) fn codes(document: &Document) -> Result<Vec<String>, String> {
    let texts = document.blocks.iter().filter_map(|block| match block {
        Block::Code(code) => Some(&code.text),
        _ => None,
    });
    texts.map(|text| drawn(text)).collect()
}

/// The code of a text as SVG. Paper gets stains and folds: level M gives back up to 15 per cent.
fn drawn(text: &str) -> Result<String, String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M);
    let code = code.map_err(|error| format!("a text of {} bytes fits no QR code: {error}", text.len()))?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                // Writing to a text never fails.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + EDGE, y + EDGE, run.len(), run.len());
            }
            x += run.len();
        }
    }
    let side = width + 2 * EDGE;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_square_and_a_text_that_is_too_long_is_refused() {
        let svg = drawn("https://example.ma/verify/AFCSD7").unwrap();
        assert!(svg.contains("viewBox=\"0 0 37 37\"") && svg.contains("M4 4h7v1h-7z"), "{svg}");
        assert!(drawn(&"x".repeat(3000)).unwrap_err().starts_with("a text of 3000 bytes fits no QR code"));
    }
}
