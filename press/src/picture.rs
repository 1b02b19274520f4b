//! A drawing becomes a picture of points.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{ImageHrefResolver, Options, Tree, fontdb::Database},
};

use crate::world::FONTS;

/// How many points stand for one unit of the drawing: sharp on paper and on good screens.
const SCALE: f32 = 2.0;

/// More than any drawing of ours is wide or high, in points.
const POINTS_MAX: f32 = 8_000.0;

/// The drawing as PNG, or why it cannot be drawn. It gets nothing from elsewhere: no file, no other font.
pub(crate) fn picture(svg: &[u8]) -> Result<Vec<u8>, String> {
    let mut fonts = Database::new();
    FONTS.into_iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    let nothing = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: fonts.into(),
        image_href_resolver: nothing,
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|error| error.to_string())?;
    let (width, height) = (tree.size().width() * SCALE, tree.size().height() * SCALE);
    if width.max(height) > POINTS_MAX {
        return Err(format!("the drawing is larger than {POINTS_MAX} points"));
    }
    let points = |length: f32| length.ceil() as u32;
    let mut picture = Pixmap::new(points(width), points(height)).ok_or("the drawing has no size")?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    picture.encode_png().map_err(|error| error.to_string())
}
