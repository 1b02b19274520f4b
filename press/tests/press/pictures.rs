//! A drawing goes in, a picture of points comes out.

use super::*;

fn drawing(inside: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30' width='90' height='30'>{inside}</svg>")
}

/// The picture of a drawing.
fn png(inside: &str) -> Vec<u8> {
    let output = asked(&["picture"], drawing(inside).as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn a_picture_has_two_points_for_each_unit_and_is_the_same_each_time() {
    let picture = png("<rect width='90' height='30' fill='#0c6a55'/>");
    assert!(picture.starts_with(b"\x89PNG"));
    let length = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((length(16), length(20)), (180, 60));
    assert_eq!(png("<rect width='90' height='30' fill='#0c6a55'/>"), picture);
}

#[test]
fn letters_are_drawn_in_every_script() {
    let empty = png("");
    for text in ["Kénitra", "القنيطرة", "\u{2067}سيدي قاسم 1.572\u{2069}", "ⵜⵉⵡⵉⵣⵉ"] {
        assert_ne!(png(&format!("<text x='5' y='20' font-size='12'>{text}</text>")), empty, "{text}");
    }
}

#[test]
fn a_picture_gets_nothing_from_files_or_the_network() {
    let empty = png("");
    for address in ["../src/star.svg", "file:///etc/hostname", "https://example.org/a.svg", "data:image/svg+xml,<svg/>"]
    {
        let image = format!("<image href='{}' width='90' height='30'/>", address.replace('<', "&lt;"));
        assert_eq!(png(&image), empty, "{address}");
    }
}

#[test]
fn what_is_no_drawing_and_what_is_no_wish_are_refused() {
    let too_large = "<svg xmlns='http://www.w3.org/2000/svg' width='99999' height='9'/>";
    for (words, input) in [("picture", ""), ("picture", "<svg"), ("picture", too_large), ("film", "<svg/>")] {
        let output = asked(&[words], input.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{words} {input}");
        assert!(output.stderr.starts_with(b"twiza-press: "), "{words} {input}");
    }
}
