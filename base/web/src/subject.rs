//! Subjects and acts as people read them.

use db::Conn;
use kernel::{Names, Territory};
use ledger::Act;

use crate::{Messages, Nomenclature};

/// A kind of subject that people can look at.
#[derive(Clone, Copy)]
pub struct SubjectKind {
    /// What comes before the `/` of its subjects: `cooperative`.
    pub code: &'static str,
    /// The page of a subject, without the language: `cooperative/7` is shown at `/cooperatives/7`.
    pub page: fn(&str) -> String,
    /// What subjects are called; none for one that does not exist.
    pub names: fn(&mut Conn, &[&str]) -> Result<Vec<Option<Names>>, db::Error>,
    /// What an act says, in a few words.
    pub tell: fn(&Speaker<'_>, &Act) -> String,
    /// What its kinds of act are called, in the language of the page: the key of a message.
    pub acts: &'static [(&'static str, &'static str)],
}

/// What it takes to say an act in words.
pub struct Speaker<'a> {
    /// Speaks the language of the page.
    pub t: &'a Messages,
    /// What codes are called.
    pub names: &'a Nomenclature,
    /// The places.
    pub territory: &'a Territory,
}
