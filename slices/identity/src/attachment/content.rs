//! What a file is, by what it holds; and what is taken out of it.

use img_parts::{
    DynImage, ImageEXIF,
    jpeg::{JpegSegment, markers},
};
use web::{Content, NotTaken};

mod pdf;

/// Chunks of a PNG that make the picture (W3C PNG, third edition, section 11); all others say something about it.
const PNG_CHUNKS: [[u8; 4]; 13] = [
    *b"IHDR", *b"PLTE", *b"IDAT", *b"IEND", *b"tRNS", *b"cHRM", *b"gAMA", *b"iCCP", *b"sBIT", *b"sRGB", *b"bKGD",
    *b"pHYs", *b"cICP",
];
/// Chunks of a WebP that make the picture (RFC 9649, section 2.7).
const WEBP_CHUNKS: [[u8; 4]; 7] = [*b"VP8 ", *b"VP8L", *b"VP8X", *b"ALPH", *b"ANIM", *b"ANMF", *b"ICCP"];

/// What a file is, and its bytes without what says where and with what a picture was taken.
pub(super) fn examined(bytes: &web::Bytes) -> Result<(Content, Vec<u8>), NotTaken> {
    if bytes.starts_with(pdf::MAGIC) {
        pdf::examine(bytes)?;
        return Ok((Content::Pdf, bytes.to_vec()));
    }
    let image = DynImage::from_bytes(bytes.clone()).ok().flatten().ok_or(NotTaken::Kind)?;
    if image.dimensions().is_none_or(|(width, height)| width == 0 || height == 0) {
        return Err(NotTaken::Kind);
    }
    let (content, plain) = plain(image);
    let header =
        if let DynImage::Jpeg(jpeg) = &plain { Some(jpeg.segments().iter().map(JpegSegment::len).sum()) } else { None };
    let mut bytes: Vec<u8> = plain.encoder().bytes().into();
    if let Some(header) = header {
        bytes.truncate(end_of_jpeg(&bytes, header).ok_or(NotTaken::Kind)?);
    }
    Ok((content, bytes))
}

/// Where a JPEG ends, of which the header has so many bytes: what some telephones add behind it, such as a film, is no part of
/// the picture. In what is between, no byte of 255 is followed by this one (ITU-T T.81, B.1.1.5).
fn end_of_jpeg(bytes: &[u8], header: usize) -> Option<usize> {
    let end = bytes.get(header..)?.windows(2).position(|pair| pair == [markers::P, markers::EOI])?;
    Some(header + end + 2)
}

/// A picture without what is said about it, but for which side is up.
fn plain(mut image: DynImage) -> (Content, DynImage) {
    let up = image.exif().as_deref().and_then(orientation);
    let content = match &mut image {
        DynImage::Jpeg(jpeg) => {
            jpeg.segments_mut().retain(makes_jpeg);
            Content::Jpeg
        }
        DynImage::Png(png) => {
            png.chunks_mut().retain(|chunk| PNG_CHUNKS.contains(&chunk.kind()));
            Content::Png
        }
        DynImage::WebP(webp) => {
            webp.chunks_mut().retain(|chunk| WEBP_CHUNKS.contains(&chunk.id()));
            Content::WebP
        }
    };
    image.set_exif(up.map(|up| exif(up).into()));
    (content, image)
}

/// Whether a segment of a JPEG makes the picture (ITU-T T.81, table B.1): what applications say in theirs, and comments, do not,
/// but for JFIF, colours (ICC) and Adobe's, which tells how colours are meant.
fn makes_jpeg(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 | markers::APP14 => true,
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE"),
        markers::APP1..=markers::APP15 | markers::JPG0..=markers::COM => false,
        _ => true,
    }
}

/// The tag of the orientation in Exif 3.0, section 4.6.5.1.
const ORIENTATION: u16 = 0x0112;

/// Which side of a picture is up, 2 to 8, if its Exif says that it is not the first.
fn orientation(exif: &[u8]) -> Option<u16> {
    let is_little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = exif.get(4..8)?.try_into().ok()?;
    let first = if is_little { u32::from_le_bytes(long) } else { u32::from_be_bytes(long) };
    let first = usize::try_from(first).ok()?;
    let entries = 0..usize::from(short(first)?);
    let at = |entry: usize| first.checked_add(2 + 12 * entry);
    let found = entries.filter_map(at).find(|at| short(*at) == Some(ORIENTATION))?;
    short(found.checked_add(8)?).filter(|up| (2..=8).contains(up))
}

/// An Exif that says which side is up, and nothing else.
fn exif(up: u16) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend(up.to_be_bytes());
    exif.extend([0; 6]);
    exif
}

#[cfg(test)]
mod tests;
