//! What waits for somebody, whichever slice it is about: the desk shows it all on one page.

use kernel::Date;

use crate::{App, Page, Problem, Visitor};

/// Something that waits for whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The key of the heading under which it stands.
    pub under: &'static str,
    /// What is to be done, in the language of the page.
    pub what: String,
    /// About what, as its people call it.
    pub title: String,
    /// Its page, without the language.
    pub path: String,
    /// The day on which it was handed in.
    pub filed_on: Date,
    /// The last day for it; none without a rule.
    pub until: Option<Date>,
}

/// What of a slice waits for whoever asks, and for nobody else. It may wait for the database.
pub type Tasks = fn(&App, &Page, &Visitor) -> Result<Vec<Task>, Problem>;

impl App {
    /// What waits for whoever asks in all slices, that first which has waited longest. It may wait for the database.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn tasks(&self, page: &Page, visitor: &Visitor) -> Result<Vec<Task>, Problem> {
        let mut all = Vec::new();
        for tasks in self.slices().iter().filter_map(|slice| slice.tasks) {
            all.extend(tasks(self, page, visitor)?);
        }
        all.sort_by_key(|task| task.filed_on);
        Ok(all)
    }
}
