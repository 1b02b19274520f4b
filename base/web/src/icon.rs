//! Small pictures for people who read little: one stroke, drawn for Twiza, all in one file that pages refer to.

use std::{fmt, sync::LazyLock};

use askama::filters::HtmlSafe;

use crate::asset::Asset;

/// All icons: under capital letters one for each sector of the catalogue, under words those for things and deeds.
pub static ICONS: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("icons", "svg", "image/svg+xml", include_str!("../assets/icons.svg").to_owned()));

/// An icon in a page. It says nothing to a screen reader: the words beside it do.
#[derive(Clone, Copy, Debug)]
pub struct Icon<'a>(&'a str);

/// The icon with this id; nothing is seen of one that does not exist.
pub const fn icon(id: &str) -> Icon<'_> {
    Icon(id)
}

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // These point along the line of text, hence to the other side in Arabic.
        let class = if matches!(self.0, "arrow" | "move") { "icon turns" } else { "icon" };
        let (file, id) = (&ICONS.path, askama::filters::escape(self.0, askama::filters::Html).map_err(|_| fmt::Error)?);
        write!(f, "<svg class=\"{class}\" aria-hidden=\"true\"><use href=\"{file}#{id}\"/></svg>")
    }
}

impl HtmlSafe for Icon<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sector_of_the_catalogue_has_an_icon() {
        let sectors = include_str!("../../../data/catalogue/sectors.csv");
        for code in sectors.lines().skip(1).filter_map(|line| line.split(',').next()) {
            assert!(ICONS.text().contains(&format!("id=\"{code}\"")), "{code}");
        }
    }

    #[test]
    fn an_icon_refers_to_the_file_and_escapes_what_it_is_given() {
        let shown = icon("AGR").to_string();
        assert_eq!(shown, format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{}#AGR\"/></svg>", ICONS.path));
        assert!(!icon("\"><script>").to_string().contains("<script"));
    }
}
