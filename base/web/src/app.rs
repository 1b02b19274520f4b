//! What handlers are given, and what a slice brings.

use std::sync::Arc;

use axum::Router;
use ledger::{Act, Ledger};

use crate::{BadMessages, Fault, Phrasebook, Problem, Words, description};

/// What a slice brings to the program.
#[derive(Clone, Copy)]
pub struct Slice {
    /// Its name, with which its message keys begin.
    pub name: &'static str,
    /// Its addresses, as `router` knows them.
    pub routes: &'static [&'static str],
    /// Its handlers.
    pub router: fn() -> Router<App>,
    /// Its words; none if it has no pages.
    pub words: Option<Words>,
    /// Its addresses under `/api` described in OpenAPI 3.1: an object with `paths` and `components`.
    pub description: Option<&'static str>,
    /// Whether the body of a public act must not be shown because it could say something about a person.
    pub withholds: fn(&Act) -> bool,
}

/// Everything that handlers need. Clones are handles of the same one.
#[derive(Clone)]
pub struct App {
    /// The journal, its figures and, through it, the database, the clock and the time zone.
    pub ledger: Ledger,
    phrasebook: Arc<Phrasebook>,
    description: Arc<str>,
    slices: Arc<[Slice]>,
}

/// Why slices do not make a program.
#[derive(Debug, thiserror::Error)]
pub enum NotFit {
    /// Their words.
    #[error(transparent)]
    Messages(#[from] BadMessages),
    /// The description of an interface is not what it must be.
    #[error("the description of the interface of {0} is not readable: {1}")]
    Description(&'static str, String),
}

impl App {
    /// Puts an app together, and refuses words that are missing in a language.
    ///
    /// # Errors
    /// When messages or descriptions of the slices are not whole.
    pub fn new(ledger: Ledger, slices: &[Slice]) -> Result<Self, NotFit> {
        let words: Vec<_> = slices.iter().filter_map(|slice| slice.words).collect();
        let phrasebook = Arc::new(Phrasebook::new(&words)?);
        let description = description::whole(slices)?.into();
        Ok(Self { ledger, phrasebook, description, slices: slices.into() })
    }

    /// Runs work that waits for the database on a thread that may wait.
    ///
    /// # Errors
    /// What the work fails with; a panic is a fault.
    pub async fn blocking<T, E>(
        &self,
        work: impl FnOnce(&Ledger) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Into<Problem> + Send + 'static,
    {
        let ledger = self.ledger.clone();
        let done = tokio::task::spawn_blocking(move || work(&ledger)).await;
        done.map_err(|error| Problem::Fault(Fault::new(error)))?.map_err(Into::into)
    }

    /// The words in all languages.
    pub const fn phrasebook(&self) -> &Arc<Phrasebook> {
        &self.phrasebook
    }

    /// The description of all addresses under `/api`, in OpenAPI 3.1.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Whether any slice says that the body of this act must not be shown in public.
    pub fn withholds(&self, act: &Act) -> bool {
        self.slices.iter().any(|slice| (slice.withholds)(act))
    }
}
