//! What the press does not set.

use document::Picture;

use super::*;

fn refusal(input: &[u8]) -> String {
    let output = pressed(input);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn picture(svg: &str) -> String {
    let picture = Picture { caption: None, svg: svg.to_owned(), describes: "Carte".to_owned(), width: 1.0 };
    refusal(&serde_json::to_vec(&document(Lang::Fr, vec![Block::Picture(picture)])).unwrap())
}

#[test]
fn what_is_no_document_is_refused_with_its_place() {
    assert_eq!(refusal(b""), "twiza-press: not a document: EOF while parsing a value at line 1 column 0\n");
    let says = refusal(b"{\"version\": 1,\n \"lang\": \"es\"}");
    assert!(says.contains("unknown variant `es`") && says.contains("line 2"), "{says}");
    let says = refusal(&[b'[', 0xff, b']']);
    assert!(says.starts_with("twiza-press: not a document"), "{says}");
}

#[test]
fn a_picture_that_is_none_is_refused() {
    let says = picture("<svg");
    assert!(says.contains("SVG"), "{says}");
}

#[test]
fn a_picture_gets_nothing_from_files_or_the_network() {
    for address in
        ["/etc/hostname", "document.json", "../star.svg", "https://example.org/a.png", "file:///etc/hostname"]
    {
        let image = format!("<image href='{address}' width='5' height='5'/>");
        let says = picture(&format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{image}</svg>"));
        assert!(says.contains("cannot be set"), "{address}: {says}");
    }
}
