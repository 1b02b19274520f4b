use img_parts::{
    jpeg::Jpeg,
    png::{Png, PngChunk},
};
use proptest::prelude::*;
use web::Bytes;

use super::*;

/// The smallest picture of a camera: a header of the frame, a scan, and where it was taken.
fn jpeg(up: u16) -> Vec<u8> {
    let frame = JpegSegment::new_with_contents(markers::SOF0, Bytes::from_static(&[8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
    let scan = JpegSegment::new_with_entropy(
        markers::SOS,
        Bytes::from_static(&[1, 1, 0, 0, 63, 0]),
        Bytes::from_static(&[0x2a, markers::P, markers::EOI]),
    );
    let said = [(markers::APP13, &b"Kenitra"[..]), (markers::COM, b"taken at home"), (markers::APP1, b"http xmp")];
    let said = said.map(|(marker, text)| JpegSegment::new_with_contents(marker, text.into()));
    let mut jpeg = Jpeg::from_bytes(Bytes::from_static(&[0xff, 0xd8, 0xff, 0xd9])).unwrap();
    jpeg.segments_mut().extend(said);
    jpeg.segments_mut().extend([frame, scan]);
    // The orientation, and after it the place.
    let mut exif = b"II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend(up.to_le_bytes());
    exif.extend(b"\0\0\x25\x88\x04\0\x01\0\0\0\x22\0\0\0\0\0\0\0GPS 34.26 N");
    jpeg.set_exif(Some(exif.into()));
    jpeg.encoder().bytes().into()
}

fn png() -> Vec<u8> {
    let header = PngChunk::new(*b"IHDR", Bytes::from_static(&[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    let said = PngChunk::new(*b"tEXt", Bytes::from_static(b"Comment\0taken at home"));
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for chunk in [header, said, PngChunk::new(*b"IDAT", Bytes::new()), PngChunk::new(*b"IEND", Bytes::new())] {
        bytes.extend(chunk.encoder().bytes());
    }
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn examined(bytes: &[u8]) -> Result<(Content, Vec<u8>), NotTaken> {
    super::examined(&Bytes::copy_from_slice(bytes))
}

#[test]
fn where_a_picture_was_taken_is_taken_out_and_it_stands_upright() {
    let (content, plain) = examined(&jpeg(6)).unwrap();
    assert_eq!(content, Content::Jpeg);
    for said in ["GPS", "Kenitra", "home", "xmp"] {
        assert!(holds(&jpeg(6), said) && !holds(&plain, said), "{said}");
    }
    let plain = DynImage::from_bytes(plain.into()).unwrap().unwrap();
    assert_eq!(orientation(&plain.exif().unwrap()), Some(6));
    assert_eq!(plain.dimensions(), Some((1, 1)));
    let (_, upright) = examined(&jpeg(1)).unwrap();
    assert_eq!(DynImage::from_bytes(upright.into()).unwrap().unwrap().exif(), None);

    let (content, plain) = examined(&png()).unwrap();
    assert_eq!((content, holds(&plain, "home")), (Content::Png, false));
    assert!(Png::from_bytes(plain.into()).is_ok());
}

#[test]
fn a_file_is_what_it_holds_and_not_what_follows() {
    for other in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"[..],
        b"<!doctype html><script>alert(1)</script>",
        b"MZ\x90\0",
        b"PK\x03\x04",
        b"GIF89a\x01\0\x01\0",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8",
        b"RIFF\x04\0\0\0WEBP",
        b"%PDF-1.7\n",
    ] {
        assert!(matches!(examined(other), Err(NotTaken::Kind)), "{other:?}");
    }
    // A film behind a photo, and a page behind a picture, go.
    let behind = [jpeg(1), b"<script>alert(1)</script>".to_vec()].concat();
    assert!(!holds(&examined(&behind).unwrap().1, "script"));
    let behind = [png(), b"<script>alert(1)</script>".to_vec()].concat();
    assert!(!holds(&examined(&behind).unwrap().1, "script"));
}

/// A PDF with an object, which is packed or not.
fn pdf(object: &str, packed: bool) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n1 0 obj\n".to_vec();
    if packed {
        bytes.extend(b"<< /Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n");
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut writer, object.as_bytes()).unwrap();
        bytes.extend(writer.finish().unwrap());
        bytes.extend(b"\nendstream");
    } else {
        bytes.extend(object.as_bytes());
    }
    bytes.extend(b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    bytes
}

#[test]
fn a_pdf_does_nothing_when_it_is_opened() {
    for packed in [false, true] {
        for plain in ["<< /Type /Catalog /Pages 2 0 R >>", "<< /OpenAction [3 0 R /Fit] /Title (Launch JS) /JSX 1 >>"] {
            assert_eq!(examined(&pdf(plain, packed)).unwrap(), (Content::Pdf, pdf(plain, packed)), "{plain}");
        }
        for active in [
            "<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
            "<< /S /J#61vaScript >>",
            "<</S/Launch/F(cmd.exe)>>",
            "<< /Names << /EmbeddedFiles 3 0 R >> >>",
        ] {
            assert!(matches!(examined(&pdf(active, packed)), Err(NotTaken::Active)), "{active}");
        }
    }
    // What is looked through is what a reader of the file takes: not what a text, a comment or a dictionary within leads to.
    let harmless = pdf("<< /Title 1 >>", true);
    let decoy = |begins: &str, ends: &str| {
        let at = harmless.windows(7).position(|window| window == b"/Filter").unwrap();
        let sent = [&harmless[..at], begins.as_bytes(), b" stream\r\n"].concat();
        let begin = harmless.windows(8).position(|window| window == b"stream\r\n").unwrap() + 8;
        let end = harmless.windows(10).position(|window| window == b"\nendstream").unwrap();
        [&sent, &harmless[begin..end], ends.as_bytes(), &pdf("<< /S /JavaScript >>", true)[at..]].concat()
    };
    assert!(examined(&decoy("/Filter /FlateDecode >>", "\nendstream endobj 2 0 obj << /Type /ObjStm ")).is_err());
    for (begins, ends) in [("/X (", ") "), ("%", "\n"), ("/X << /Y 1 >>", " "), ("/X << /Y <<>> >>", " "), ("/X", " ")]
    {
        assert!(matches!(examined(&decoy(begins, ends)), Err(NotTaken::Active)), "{begins}");
    }
    // What cannot be looked through, and what never ends.
    let sealed = b"%PDF-1.7\n<< /Type /ObjStm >>\nstream\nnot packed\nendstream\n%%EOF";
    assert!(matches!(examined(sealed), Err(NotTaken::Active)));
    assert!(matches!(examined(&pdf(&" ".repeat(64 << 20), true)), Err(NotTaken::Active)));
}

proptest! {
    #[test]
    fn examining_never_panics(begin in 0..5_usize, bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let begins: [&[u8]; 5] = [b"", b"%PDF-", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP"];
        let _ = examined(&[begins[begin], &bytes].concat());
    }

    #[test]
    fn a_damaged_picture_never_panics(at in 0..200_usize, byte: u8, cut in 0..200_usize) {
        for mut bytes in [jpeg(3), png(), pdf("<< /A 1 >>", true)] {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            bytes.truncate(bytes.len().saturating_sub(cut));
            let _ = examined(&bytes);
        }
    }

    #[test]
    fn an_orientation_is_written_as_it_is_read(up in 2..=8_u16, bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        prop_assert_eq!(orientation(&exif(up)), Some(up));
        let _ = orientation(&bytes);
    }
}
