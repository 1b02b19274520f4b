//! What handlers are given, and what a slice brings.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use authz::{Faulty, Policies, PolicyText};
use axum::{Router, response::Response};
use kernel::Date;
use ledger::{Act, Error, Ledger, store};
use proof::Signer;

use crate::{
    Attachments, BadMessages, Dataset, Fault, KeptNames, Messenger, Nomenclature, Page, People, Phrasebook, Problem,
    ROUTES, Role, Route, SubjectKind, Tasks, Words, description,
    door::{self, Doors},
    gallery,
};

/// What a slice brings to the program.
#[derive(Clone, Copy)]
pub struct Slice {
    /// Its name, with which its message keys begin.
    pub name: &'static str,
    /// Its addresses, as `router` and `pages` know them: who is let in, and nobody to any other.
    pub routes: &'static [Route],
    /// Its handlers of addresses that have no language.
    pub router: fn() -> Router<App>,
    /// Its pages: what `router` puts under `/ar`, `/fr` and `/en`.
    pub pages: fn() -> Router<App>,
    /// Its entries of the menu: the key of what it says, and the page without the language.
    pub menu: &'static [(&'static str, &'static str)],
    /// Its entries at the foot of every page, likewise.
    pub footer: &'static [(&'static str, &'static str)],
    /// The kinds of subject that people can look at.
    pub subjects: &'static [SubjectKind],
    /// The tables that it offers to everyone.
    pub datasets: &'static [Dataset],
    /// Its words; none if it has no pages.
    pub words: Option<Words>,
    /// Its addresses under `/api` described in OpenAPI 3.1: an object with `paths` and `components`.
    pub description: Option<&'static str>,
    /// Its types, actions and policies; none if all its addresses are open.
    pub policy: Option<PolicyText<'static>>,
    /// The roles that its policies know.
    pub roles: &'static [Role],
    /// How it knows people, if it is the slice that does.
    pub people: Option<People>,
    /// The kinds of proof that it makes, and the page on which each is checked; `register` has the addresses.
    pub proofs: &'static [(proof::Kind, ShowProof)],
    /// What of it waits for somebody; none if nothing ever does, or if its own pages say so.
    pub tasks: Option<Tasks>,
    /// Which names it keeps for somebody who has no cooperative yet; none if it keeps none.
    pub kept_names: Option<KeptNames>,
    /// Whether the body of a public act must not be shown because it could say something about a person.
    pub withholds: fn(&Act) -> bool,
}

/// The page of a proof whose signature holds, with the key that signed it: what it said, and whether it holds on a day. It may wait.
pub type ShowProof = fn(&App, Page, &proof::Proof, &proof::Published, Date) -> Result<Response, Problem>;

/// Everything that handlers need. Clones are handles of the same one.
#[derive(Clone)]
pub struct App {
    /// The journal, its figures and, through it, the database, the clock and the time zone.
    pub ledger: Ledger,
    phrasebook: Arc<Phrasebook>,
    description: Arc<str>,
    slices: Arc<[Slice]>,
    policies: Arc<Policies>,
    doors: Arc<Doors>,
    signer: Option<Arc<dyn Signer>>,
    attachments: Option<Arc<dyn Attachments>>,
    messenger: Option<Arc<dyn Messenger>>,
    demo: bool,
    /// What codes are called, and after which act that was read.
    names: Arc<RwLock<(i64, Arc<Nomenclature>)>>,
    memories: Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>,
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
    /// Their policies.
    #[error(transparent)]
    Policies(#[from] Faulty),
    /// What the database says of itself cannot be read.
    #[error(transparent)]
    Db(#[from] Error),
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
        let texts: Vec<_> = [door::POLICY].into_iter().chain(slices.iter().filter_map(|slice| slice.policy)).collect();
        let policies = Arc::new(Policies::new(&texts)?);
        let routes = ROUTES.iter().chain(gallery::ROUTES).chain(slices.iter().flat_map(|slice| slice.routes)).copied();
        let doors = Arc::new(Doors::new(routes, &policies));
        let demo = ledger.db().read(|conn| store::setting(conn, "demo"))?.as_deref() == Some("yes");
        let names = Arc::new(RwLock::new((-1, Arc::default())));
        let (slices, memories) = (slices.into(), Arc::default());
        Ok(Self {
            ledger,
            phrasebook,
            description,
            slices,
            policies,
            doors,
            signer: None,
            attachments: None,
            messenger: None,
            demo,
            names,
            memories,
        })
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

    /// Who may do what.
    pub fn policies(&self) -> &Policies {
        &self.policies
    }

    pub(crate) fn slices(&self) -> &[Slice] {
        &self.slices
    }

    pub(crate) fn doors(&self) -> &Doors {
        &self.doors
    }

    /// How people are known, if any slice knows them.
    pub(crate) fn people(&self) -> Option<People> {
        self.slices.iter().find_map(|slice| slice.people)
    }

    /// The same, with what signs proofs.
    pub fn signing(self, signer: Arc<dyn Signer>) -> Self {
        Self { signer: Some(signer), ..self }
    }

    /// What signs proofs. It may wait for the database.
    ///
    /// # Errors
    /// When the program was put together without.
    pub fn signer(&self) -> Result<&dyn Signer, Problem> {
        self.signer.as_deref().ok_or_else(|| Problem::Fault(Fault::says("nothing signs proofs here")))
    }

    /// The same, with what keeps files.
    pub fn keeping(self, attachments: Arc<dyn Attachments>) -> Self {
        Self { attachments: Some(attachments), ..self }
    }

    /// What keeps the files that people send along. It may wait for the database and the disk.
    ///
    /// # Errors
    /// When the program was put together without.
    pub fn attachments(&self) -> Result<&dyn Attachments, Problem> {
        self.attachments.as_deref().ok_or_else(|| Problem::Fault(Fault::says("nothing keeps files here")))
    }

    /// The same, with what reaches people.
    pub fn telling(self, messenger: Arc<dyn Messenger>) -> Self {
        Self { messenger: Some(messenger), ..self }
    }

    /// What tells people of decisions. It may wait for the database.
    ///
    /// # Errors
    /// When the program was put together without.
    pub fn messenger(&self) -> Result<&dyn Messenger, Problem> {
        self.messenger.as_deref().ok_or_else(|| Problem::Fault(Fault::says("nothing reaches people here")))
    }

    /// What a slice keeps in memory beside the ledger, one of each type; made at first use. It must follow from the
    /// database: nothing else is left after a restart.
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        let memory = Arc::clone(memories.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())));
        // What stands under a type's id is of that type.
        memory.downcast().unwrap_or_default()
    }

    /// Hands something to the slices that they cannot know by themselves, such as where the program runs; one of each type.
    #[must_use]
    pub fn with<T: Send + Sync + 'static>(self, data: T) -> Self {
        let mut memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        memories.insert(TypeId::of::<T>(), Arc::new(data));
        drop(memories);
        self
    }

    /// What was handed in; none if nobody did.
    pub fn data<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        memories.get(&TypeId::of::<T>()).cloned().and_then(|data| data.downcast().ok())
    }

    /// The roles that accounts can have.
    pub fn roles(&self) -> impl Iterator<Item = &'static Role> {
        self.slices.iter().flat_map(|slice| slice.roles)
    }

    /// Whether the data are made up.
    pub const fn demo(&self) -> bool {
        self.demo
    }

    /// The tables that are offered to everyone.
    pub fn datasets(&self) -> impl Iterator<Item = &'static Dataset> {
        self.slices.iter().flat_map(|slice| slice.datasets)
    }

    /// The pages that stand in the menu or at the foot, without their language.
    pub fn places(&self) -> impl Iterator<Item = &'static str> {
        self.menu().chain(self.footer()).map(|(_, path)| path)
    }

    /// The entries of the menu.
    pub(crate) fn menu(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.slices.iter().flat_map(|slice| slice.menu.iter().copied())
    }

    /// The entries at the foot of every page.
    pub(crate) fn footer(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.slices.iter().flat_map(|slice| slice.footer.iter().copied())
    }

    /// The kind of a subject, if people can look at it.
    pub fn kind_of(&self, subject: &str) -> Option<&SubjectKind> {
        let (code, _) = subject.split_once('/')?;
        self.slices.iter().flat_map(|slice| slice.subjects).find(|kind| kind.code == code)
    }

    /// What codes are called now.
    ///
    /// # Errors
    /// When the database cannot.
    pub fn names(&self) -> Result<Arc<Nomenclature>, Error> {
        let head = self.ledger.projection().head();
        // What another thread was writing when it failed is whole: one value is put in the place of another.
        let known = self.names.read().unwrap_or_else(PoisonError::into_inner).clone();
        if known.0 == head {
            return Ok(known.1);
        }
        let names = Arc::new(Nomenclature::load(&self.ledger)?);
        *self.names.write().unwrap_or_else(PoisonError::into_inner) = (head, Arc::clone(&names));
        Ok(names)
    }

    /// The page on which a proof of this kind is checked, if a slice makes any.
    pub fn shows(&self, kind: proof::Kind) -> Option<ShowProof> {
        let mut proofs = self.slices.iter().flat_map(|slice| slice.proofs);
        proofs.find(|(one, _)| *one == kind).map(|(_, show)| *show)
    }

    /// Whether any slice says that the body of this act must not be shown in public.
    pub fn withholds(&self, act: &Act) -> bool {
        self.slices.iter().any(|slice| (slice.withholds)(act))
    }
}
