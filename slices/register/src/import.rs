//! Taking in lists that others keep: from the rows of a profile's files to acts.
//!
//! Who is on the list and not in the register is registered; who is in both gets acts for what differs; what is the same
//! changes nothing. A whole import is one transaction: it happens, or it does not. A trial does all of it and keeps nothing.

mod accounts;
mod listed;
mod shipped;
pub(crate) mod templates;
mod vocabulary;

use std::{
    cell::Cell,
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use intake::{Entry, NotATable, Outcome, Profile, Rejects, Report, Stopped, Table};
use kernel::Date;
use ledger::{Act, Draft, Error, Ledger, Recorder, Refusal, Said, standing, store};

use crate::{Life, acts::CooperativeAct, group::PUBLISHED, store::subject};
pub use shipped::PROFILES;
pub use templates::workbook;
use vocabulary::Vocabulary;

/// The role of a file that says which cooperatives there are.
const REGISTER: &str = "register";
/// The role of a file that says what their accounts say, year by year.
const ACCOUNTS: &str = "accounts";

/// What an import is to do.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// How the files are read.
    pub profile: &'a Profile,
    /// The files; those that register come first, whatever their order here.
    pub files: &'a [PathBuf],
    /// Where rejected rows go; none to drop them. With several files, each gets a file of its own beside it.
    pub rejects: Option<&'a Path>,
    /// Whether to keep nothing in the end.
    pub trial: bool,
}

/// What became of the rows of one file.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file.
    pub file: PathBuf,
    /// What became of its rows.
    pub report: Report,
    /// Where its rejected rows are; none if there are none.
    pub rejects: Option<PathBuf>,
}

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// A file is not what the profile describes.
    #[error(transparent)]
    Table(#[from] NotATable),
    /// A file plays no part in the register.
    #[error("{0}: the profile gives it the role `{1}`; the register takes `register` and `accounts`")]
    Role(String, String),
    /// The rejected rows cannot be written.
    #[error("{0}: the rejected rows cannot be written: {1}")]
    Rejects(String, io::Error),
    /// The ledger cannot.
    #[error(transparent)]
    Ledger(#[from] Error),
    /// Our own reference data cannot be read.
    #[error("the reference data cannot be read: {0}")]
    Reference(#[from] csv::Error),
}

/// Everything went well, and nothing is to be kept: what undoes a trial.
const UNDO: &str = "a trial keeps nothing";

impl Import<'_> {
    /// Takes in all files. `progress` is told how many rows were read.
    ///
    /// # Errors
    /// When a file cannot be read to its end or the database cannot: nothing is kept then.
    pub fn run(&self, ledger: &Ledger, progress: &mut dyn FnMut(u64)) -> Result<Vec<FileReport>, NotTaken> {
        let mut tables = self.files.iter().map(|file| self.open(file)).collect::<Result<Vec<_>, _>>()?;
        tables.sort_by_key(|(_, table)| table.role() != REGISTER);
        self.spare_the_lists()?;
        let mut failure = None;
        let mut reports = Vec::new();
        let rows = Cell::new(0);
        let result = ledger.write_alone(|recorder| {
            let taken = self.take_all(ledger, recorder, &mut tables, &mut |row| {
                rows.set(rows.get() + u64::from(row > 0));
                progress(rows.get());
            });
            match taken {
                Ok(taken) => reports = taken,
                Err(NotTaken::Ledger(error)) => return Err(error),
                Err(other) => failure = Some(other),
            }
            if self.trial || failure.is_some() { Err(Error::Broken(UNDO.into())) } else { Ok(()) }
        });
        match (failure, result) {
            (Some(failure), _) => Err(failure),
            (None, Err(Error::Broken(why))) if why == UNDO => Ok(reports),
            (None, result) => Ok(result.map(|()| reports)?),
        }
    }

    /// Refuses to write rejected rows over one of the lists: it would be lost while it is read.
    fn spare_the_lists(&self) -> Result<(), NotTaken> {
        let Some(rejects) = self.rejects else { return Ok(()) };
        let lists: Vec<_> = self.files.iter().filter_map(|file| file.canonicalize().ok()).collect();
        let mut written = self.files.iter().map(|file| beside(rejects, file, self.files.len() > 1));
        if let Some(path) = written.find(|path| path.canonicalize().is_ok_and(|path| lists.contains(&path))) {
            let why = io::Error::other("this is a list to be taken in: name another file");
            return Err(NotTaken::Rejects(path.display().to_string(), why));
        }
        Ok(())
    }

    /// Opens a file whose role is one of the register's.
    fn open<'f>(&self, file: &'f Path) -> Result<(&'f Path, Table<'_>), NotTaken> {
        let table = self.profile.open(file)?;
        let role = table.role();
        let known = [REGISTER, ACCOUNTS].contains(&role);
        if known { Ok((file, table)) } else { Err(NotTaken::Role(file.display().to_string(), role.to_owned())) }
    }

    fn take_all(
        &self,
        ledger: &Ledger,
        recorder: &mut Recorder<'_>,
        tables: &mut [(&Path, Table<'_>)],
        progress: &mut dyn FnMut(u64),
    ) -> Result<Vec<FileReport>, NotTaken> {
        let mut vocabulary = Vocabulary::of(recorder.conn(), self.profile)?;
        let today = ledger.today();
        let author = format!("import:{}", self.profile.source.name);
        let mut reports = Vec::new();
        let several = tables.len() > 1;
        for (file, table) in tables {
            let role = table.role();
            let kept = self.rejects.map(|rejects| beside(rejects, file, several));
            let mut rejects = Rejects::new(Lazy::new(kept.clone()), table.source());
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let report = table.take_in(&mut rejects, |entry| {
                let row = entry.row().number();
                progress(row);
                let document = format!("{name}, row {row}");
                let (profile, vocabulary, author) = (self.profile, &mut vocabulary, &author);
                let mut taker = Taker { recorder, vocabulary, profile, author, document, today };
                if role == REGISTER { taker.take_cooperative(entry) } else { taker.take_accounts(entry) }
            });
            let report = report.map_err(|stopped| match stopped {
                Stopped::File(error) => NotTaken::Table(error),
                Stopped::Taker(error) => NotTaken::Ledger(error),
                Stopped::Rejects(error) => NotTaken::Rejects(name.clone(), error),
            })?;
            let kept = kept.filter(|_| rejects.count() > 0);
            rejects.finish().and_then(|mut lazy| lazy.flush()).map_err(|error| NotTaken::Rejects(name, error))?;
            reports.push(FileReport { file: file.to_path_buf(), report, rejects: kept });
        }
        store::add_references(recorder.conn(), &vocabulary.new_places(), &[])?;
        Ok(reports)
    }
}

/// A draft, with what it says if that is at hand.
struct Drafted {
    draft: Draft,
    said: Option<Said>,
}

impl From<Draft> for Drafted {
    fn from(draft: Draft) -> Self {
        Self { draft, said: None }
    }
}

/// Takes in one row.
struct Taker<'a, 'r> {
    recorder: &'a mut Recorder<'r>,
    vocabulary: &'a mut Vocabulary,
    profile: &'a Profile,
    author: &'a str,
    document: String,
    today: Date,
}

impl Taker<'_, '_> {
    /// The draft of an act, with what it says.
    fn drafted(&self, number: &str, effective_on: Option<Date>, act: CooperativeAct) -> Drafted {
        Drafted { draft: self.draft(number, effective_on, &act), said: Some(Box::new(act)) }
    }

    fn draft(&self, number: &str, effective_on: Option<Date>, act: &CooperativeAct) -> Draft {
        self.raw_draft(subject(number), act.kind(), effective_on, act.body())
    }

    fn raw_draft(&self, subject: String, kind: &str, effective_on: Option<Date>, body: String) -> Draft {
        let (author, kind, document) = (self.author.to_owned(), kind.to_owned(), Some(self.document.clone()));
        Draft { subject, kind, effective_on, author, document, voids: None, body, seen: None }
    }

    fn void(&self, act: &Act, reason: &str) -> Draft {
        let draft = Draft::void(&act.subject, act.seq, act.effective_on, reason, self.author);
        Draft { document: Some(self.document.clone()), ..draft }
    }

    /// The place that a row names, if it is known or the row says where it hangs.
    fn place(&mut self, entry: &mut Entry<'_>) -> Option<String> {
        match self.vocabulary.place(entry.place("place")?) {
            Ok(code) => Some(code),
            Err(says) => {
                entry.reject("place", says);
                None
            }
        }
    }

    /// The day as of which the list says what it says.
    fn as_of(&self) -> Date {
        self.profile.source.date.unwrap_or(self.today).min(self.today)
    }

    /// The life of a cooperative as it is known so far, with the acts that stand.
    fn life(&mut self, number: &str) -> Result<Option<(Life, Vec<Act>)>, Error> {
        let acts = self.recorder.acts_of(&subject(number))?;
        if acts.is_empty() {
            return Ok(None);
        }
        let stand = standing(&acts);
        let life = Life::of(&stand).map_err(Error::Broken)?;
        Ok(life.map(|life| (life, stand.into_iter().cloned().collect())))
    }

    /// Records what a row says, all of it or nothing; a refusal becomes a fault of the row.
    fn record<D: Into<Drafted>>(
        &mut self,
        entry: &mut Entry<'_>,
        known: bool,
        drafts: Vec<D>,
    ) -> Result<Outcome, Error> {
        if drafts.is_empty() {
            return Ok(Outcome::Unchanged);
        }
        let mut kind = String::new();
        let recorded = self.recorder.attempt(|recorder| {
            drafts.into_iter().try_for_each(|draft| {
                let Drafted { draft, said } = draft.into();
                kind.clone_from(&draft.kind);
                match said {
                    Some(said) => recorder.record_said(draft, said).map(drop),
                    None => recorder.record(draft).map(drop),
                }
            })
        });
        match recorded {
            Ok(()) if known => Ok(Outcome::Changed),
            Ok(()) => Ok(Outcome::Taken),
            Err(Error::Refused(refusal)) => {
                entry.reject(field_of(&kind, &refusal), refusal);
                Ok(Outcome::Rejected)
            }
            Err(error) => Err(error),
        }
    }
}

/// The field to mend when an act of this kind is refused.
fn field_of(kind: &str, refusal: &Refusal) -> &'static str {
    match (kind, refusal) {
        ("registered", Refusal::Future { .. }) => "registered_on",
        ("accounts_filed" | PUBLISHED, Refusal::Future { .. }) => "financial_year",
        ("capital_subscribed" | "capital_increased" | "capital_reduced", _) => "capital",
        ("struck_off", _) => "struck_off_on",
        _ => "number",
    }
}

/// Where the rejected rows of a file go.
fn beside(rejects: &Path, file: &Path, several: bool) -> PathBuf {
    if !several {
        return rejects.to_owned();
    }
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let own = stem(file).trim_end_matches(".csv").to_owned();
    rejects.with_file_name(format!("{}-{own}.csv", stem(rejects)))
}

/// A file that comes into being with its first byte, so that an import without rejects leaves none.
struct Lazy {
    path: Option<PathBuf>,
    file: Option<BufWriter<File>>,
}

impl Lazy {
    const fn new(path: Option<PathBuf>) -> Self {
        Self { path, file: None }
    }
}

impl Write for Lazy {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(path) = self.path.as_ref().filter(|_| !bytes.is_empty()) else { return Ok(bytes.len()) };
        if self.file.is_none() {
            self.file = Some(BufWriter::new(File::create(path)?));
        }
        self.file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}
