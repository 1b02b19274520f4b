//! What carries messages out of the house.

use std::{
    env, fmt, fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::SignedDuration;
use kernel::Timestamp;
use tempfile::NamedTempFile;

use super::{Message, MessageId, mail};
use crate::{command, link};

/// Names the server for mail.
const SMTP_VARIABLE: &str = "TWIZA_SMTP";
/// Says from whom mail comes.
const FROM_VARIABLE: &str = "TWIZA_MAIL_FROM";
/// Names the command that sends an SMS.
const SMS_VARIABLE: &str = "TWIZA_SMS_COMMAND";
/// Names the folder of messages that nothing else carries.
const FOLDER_VARIABLE: &str = "TWIZA_OUTBOX";
/// How long a message lies in the folder: as long as the last link in it is good.
const KEPT: SignedDuration = link::INVITATION;
/// How long the command for an SMS may take.
const COMMAND_TIME: Duration = Duration::from_secs(30);

/// What carries messages.
#[derive(Clone)]
pub enum Carrier {
    /// Each message becomes a file in this folder, which is made with the first one: for trying things out.
    Folder(PathBuf),
    /// A mail server.
    Smtp(mail::Smtp),
    /// A program that gets the number as its last argument and the text on standard input, and ends with status 0.
    Command {
        /// The program and its first arguments.
        words: Vec<String>,
        /// How long it may take.
        time: Duration,
    },
}

/// Why a carrier cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCarrier {
    /// The server's address cannot be read.
    #[error(
        "{SMTP_VARIABLE} must be smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST, with %40 for @ in a password"
    )]
    Smtp,
    /// Nobody is named as the sender of mail.
    #[error("{FROM_VARIABLE} must be the address from which mail comes, such as noreply@example.ma")]
    From,
}

/// Why a message was not sent. It says nothing about the message or its recipient.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsent {
    /// No file could be written.
    #[error("no file can be written: {0}")]
    Folder(io::ErrorKind),
    /// The mail server answered with this code.
    #[error("the mail server refused with {0}")]
    Refused(String),
    /// The mail server cannot be reached.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(&'static str),
    /// The message cannot be put into the form of mail.
    #[error("it cannot be put into the form of mail")]
    Form,
    /// The command cannot be run.
    #[error("the SMS command cannot be run: {0}")]
    NoCommand(io::ErrorKind),
    /// The command did not end in time.
    #[error("the SMS command did not end in time")]
    TooSlow,
    /// The command failed.
    #[error("the SMS command failed: {0}")]
    Command(std::process::ExitStatus),
    /// This carries nothing of the kind.
    #[error("nothing here carries such a message")]
    Wrong,
}

impl Carrier {
    /// What carries mail and SMS, as `TWIZA_SMTP`, `TWIZA_MAIL_FROM` and `TWIZA_SMS_COMMAND` say; else the folder that `TWIZA_OUTBOX`
    /// names, or one beside the file of the database, `twiza.db.outbox`, or `twiza.outbox` in this folder.
    ///
    /// # Errors
    /// When a setting cannot be read.
    pub fn find(database: Option<&Path>) -> Result<[Self; 2], NoCarrier> {
        let said = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
        let folder = said(FOLDER_VARIABLE).map_or_else(
            || database.map_or_else(|| "twiza.outbox".into(), |file| format!("{}.outbox", file.display()).into()),
            PathBuf::from,
        );
        let mail = match said(SMTP_VARIABLE) {
            None => Self::Folder(folder.clone()),
            Some(url) => Self::Smtp(mail::Smtp::new(&url, &said(FROM_VARIABLE).ok_or(NoCarrier::From)?)?),
        };
        let sms = match said(SMS_VARIABLE) {
            None => Self::Folder(folder),
            Some(line) => {
                Self::Command { words: line.split_whitespace().map(str::to_owned).collect(), time: COMMAND_TIME }
            }
        };
        Ok([mail, sms])
    }

    /// Carries a message.
    pub(super) fn carry(&self, id: &MessageId, message: &Message, now: Timestamp) -> Result<(), Unsent> {
        match (self, message) {
            (Self::Folder(folder), Message::Mail { .. }) => {
                let bytes = mail::formatted(&mail::nobody()?, id, message, now)?.formatted();
                write(folder, &format!("{id}.eml"), &bytes)
            }
            (Self::Folder(folder), Message::Sms { to, body }) => {
                write(folder, &format!("{id}.txt"), format!("{to}\n\n{body}\n").as_bytes())
            }
            (Self::Smtp(smtp), Message::Mail { .. }) => smtp.send(id, message, now),
            (Self::Command { words, time }, Message::Sms { to, body }) => run(words, *time, &to.to_string(), body),
            (Self::Smtp(_), Message::Sms { .. }) | (Self::Command { .. }, Message::Mail { .. }) => Err(Unsent::Wrong),
        }
    }
}

impl Carrier {
    /// Removes from the folder what lies there for long: it says names and where to write to them. Tells how many files that were.
    pub(super) fn sweep(&self, now: Timestamp) -> io::Result<usize> {
        let mut swept = 0;
        // It is made with the first message.
        let Self::Folder(folder) = self else { return Ok(swept) };
        if !folder.exists() {
            return Ok(swept);
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is_ours = path.extension().is_some_and(|kind| kind == "eml" || kind == "txt");
            if is_ours && is_old(&path, now)? {
                fs::remove_file(&path)?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// Whether a file was written so long ago that nobody needs it any more.
fn is_old(file: &Path, now: Timestamp) -> io::Result<bool> {
    let written = Timestamp::try_from(fs::metadata(file)?.modified()?).map_err(io::Error::other)?;
    Ok(now.duration_since(written) > KEPT)
}

/// Never a password.
impl fmt::Debug for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "Folder({})", folder.display()),
            Self::Smtp(_) => f.write_str("Smtp"),
            Self::Command { .. } => f.write_str("Command"),
        }
    }
}

/// Writes a file that only its owner may read, whole or not at all.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Unsent> {
    let written = || {
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(folder.join(name)).map_err(|error| error.error)?;
        Ok(())
    };
    written().map_err(|error: io::Error| Unsent::Folder(error.kind()))
}

/// Runs a command on a message.
fn run(words: &[String], time: Duration, number: &str, body: &str) -> Result<(), Unsent> {
    let words: Vec<_> = words.iter().map(String::as_str).chain([number]).collect();
    match command::run(&words, body.as_bytes().to_vec(), time) {
        Ok(Some(status)) if status.success() => Ok(()),
        Ok(Some(status)) => Err(Unsent::Command(status)),
        Ok(None) => Err(Unsent::TooSlow),
        Err(error) => Err(Unsent::NoCommand(error.kind())),
    }
}
