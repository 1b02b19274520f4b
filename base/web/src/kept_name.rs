//! Names that slices keep for somebody who has no cooperative yet: nobody else is given one of them.

use db::Conn;
use kernel::Date;

use crate::App;

/// A name that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptName {
    /// In each script in which it is written.
    pub texts: Vec<String>,
}

/// The names that a slice keeps on a day.
pub type KeptNames = fn(&mut Conn, Date) -> db::Result<Vec<KeptName>>;

impl App {
    /// The names that all slices keep on a day. Whoever gives a name asks within the change by which it is given.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn kept_names(&self, conn: &mut Conn, day: Date) -> db::Result<Vec<KeptName>> {
        let mut all = Vec::new();
        for kept in self.slices().iter().filter_map(|slice| slice.kept_names) {
            all.extend(kept(conn, day)?);
        }
        Ok(all)
    }
}
