//! The words of the command line.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The open platform on which a cooperative sector runs.
#[derive(Debug, Parser)]
#[command(name = "twiza", version, propagate_version = true)]
pub(crate) struct Options {
    /// The database: sqlite:PATH or postgres://USER@HOST/DATABASE. Default: sqlite:twiza.db; for `demo` one of its own.
    #[arg(long, global = true, env = "TWIZA_DATABASE", hide_env_values = true)]
    pub(crate) database: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Ask for a figure on any date, as known at any moment
    Figures {
        #[command(flatten)]
        question: QuestionWords,
        /// Add each line's share in the total, in per cent rounded half up, with so many decimals (none if left out)
        #[arg(long, value_name = "DECIMALS", num_args = 0..=1, require_equals = true, default_missing_value = "0",
            value_parser = clap::value_parser!(u32).range(0..=9))]
        share: Option<u32>,
        /// How to write the answer
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// List the acts behind a figure, oldest first
    Trace {
        #[command(flatten)]
        question: QuestionWords,
        /// How to write the acts
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Take in lists of cooperatives, by a profile that says what their columns mean
    Import {
        /// A profile by its name (twiza, coops-uk-2016, togo) or its file
        #[arg(long, value_name = "NAME|FILE")]
        profile: String,
        /// Do everything, report it, and keep nothing
        #[arg(long)]
        trial: bool,
        /// Where the rejected rows go, with their reasons, ready to be mended and fed in again
        #[arg(long, value_name = "FILE")]
        rejects: Option<PathBuf>,
        /// The files: CSV, packed with gzip or not, or XLSX
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write an empty workbook of Twiza's own table, with a sheet that explains each column
    Template {
        /// What is to be filled in
        #[arg(value_enum)]
        role: Role,
        /// The new file
        file: PathBuf,
    },
    /// Build the demo country on first start, and serve it
    Demo {
        /// One delegation instead of the whole country
        #[arg(long)]
        small: bool,
        /// Build it, and stop
        #[arg(long)]
        no_serve: bool,
        #[command(flatten)]
        place: Place,
        /// Also write a report that lists each published figure beside the demo country's
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    /// Serve a database
    Serve {
        #[command(flatten)]
        place: Place,
    },
    /// Open accounts from the command line
    Admin {
        #[command(subcommand)]
        what: Admin,
    },
    /// Publish bulletins, correct them, list them
    Bulletin {
        #[command(subcommand)]
        what: Bulletin,
    },
    /// List what is counted
    Measures {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// List by what figures can be broken down
    Dimensions {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Recompute the chain of acts and every entry, and stop at the first difference
    Verify,
    /// Write a copy of the database to a new file while it is in use
    Backup {
        /// The new file
        file: PathBuf,
    },
    /// Put a backup or an exported journal into an empty place, after proving it
    Restore {
        /// The backup or the exported journal
        file: PathBuf,
    },
    /// Put another master key in force, under which personal data are kept; start running programs again after
    RotateKey {
        /// The file of the new key; if nothing is said, a new one is made and takes the place of the old one's file
        #[arg(long, value_name = "FILE")]
        new: Option<PathBuf>,
    },
    /// List the keys that sign proofs, make the first one, or put another in its place
    Keys {
        #[command(subcommand)]
        what: Option<Keys>,
    },
    /// Write the whole journal to a file
    Export {
        /// jsonl can be restored; csv is for spreadsheets
        #[arg(long, value_enum, default_value_t = ExportFormat::Jsonl)]
        format: ExportFormat,
        /// The file, or - for standard output
        file: PathBuf,
    },
}

/// Where the server is.
#[derive(Args, Debug)]
pub(crate) struct Place {
    /// Where to listen
    #[arg(long, default_value_t = LISTEN)]
    pub(crate) listen: SocketAddr,
    /// The address under which people reach it, such as `https://register.example.ma`; messages with links begin with it
    #[arg(long, env = "TWIZA_ADDRESS", value_parser = address)]
    pub(crate) address: Option<String>,
    /// A proxy of our own stands in front and says in X-Forwarded-For who asks
    #[arg(long, env = "TWIZA_BEHIND_PROXY")]
    pub(crate) behind_proxy: bool,
    /// Roles whose holders must come in with a second factor to have them, such as `administrator,headquarters,agent,clerk,auditor`
    #[arg(long, env = "TWIZA_SECOND_FACTOR", value_name = "ROLE,…", value_delimiter = ',')]
    pub(crate) second_factor: Vec<String>,
}

/// An address of a site, without the `/` at its end.
fn address(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']));
    if fits { Ok(text.to_owned()) } else { Err("write it as https://register.example.ma".to_owned()) }
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum Admin {
    /// Open an account for an administrator, and print the link by which its owner chooses a password
    Create {
        /// The e-mail address or the telephone number
        contact: String,
        /// How the person is called; the contact itself if nothing is said
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        place: Place,
    },
}

/// What can be done with the keys that sign proofs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Subcommand)]
pub(crate) enum Keys {
    /// List all keys that ever signed, the newest first
    #[default]
    List,
    /// Make the first key, if there is none yet
    Make,
    /// Put a new key in the place of the one in use; proofs signed before hold on
    Rotate,
}

/// What can be done with bulletins.
#[derive(Debug, Subcommand)]
pub(crate) enum Bulletin {
    /// Publish the bulletin of a year; the same again changes nothing
    Publish {
        /// Of a delegation, by its code
        #[arg(long, value_name = "CODE", required_unless_present = "country", conflicts_with = "country")]
        delegation: Option<String>,
        /// Of the whole country
        #[arg(long)]
        country: bool,
        /// The year, which must be over
        #[arg(long)]
        year: i16,
        /// As known at this moment: a day (its end) or an instant; what is known now if nothing is said
        #[arg(long)]
        known: Option<String>,
    },
    /// Publish a correction of a bulletin, which itself stays as it is
    Correct {
        /// The number of the one to be corrected
        number: String,
        /// Why it is corrected
        #[arg(long)]
        why: String,
        /// As known at this moment: a day (its end) or an instant; what is known now if nothing is said
        #[arg(long)]
        known: Option<String>,
    },
    /// List what was published, and whether each still gives the same numbers
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
}

/// A question in words, which [`observatory::question_from`] reads.
#[derive(Args, Debug)]
pub(crate) struct QuestionWords {
    /// The code of the measure, as `twiza measures` lists them
    pub(crate) measure: String,
    /// The reference date; today if nothing is said
    #[arg(long)]
    pub(crate) date: Option<String>,
    /// The first day of the period
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// The last day of the period; today if nothing is said
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// As known at this moment: a day (its end) or an instant such as 2023-01-15T10:00:00Z
    #[arg(long)]
    pub(crate) known: Option<String>,
    /// Break down by these dimensions, as `twiza dimensions` lists them
    #[arg(long, value_name = "DIM,…")]
    pub(crate) by: Vec<String>,
    /// Count only where the dimension has this value; named again for one dimension, either value counts
    #[arg(long = "where", value_name = "DIM=VALUE")]
    pub(crate) only: Vec<String>,
    /// Use the territory of this day instead of the reference date's
    #[arg(long)]
    pub(crate) tree: Option<String>,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Table,
    /// For spreadsheets and programs.
    Csv,
    /// For programs.
    Json,
}

/// What a table of Twiza's own is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Role {
    /// Cooperatives, one a row.
    Register,
    /// Their accounts, one row a year.
    Accounts,
}

/// How the journal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// JSON Lines.
    Jsonl,
    /// CSV, the acts alone.
    Csv,
}

/// Where the server listens if nothing is said.
pub(crate) const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_does_not_contradict_itself() {
        <Options as clap::CommandFactory>::command().debug_assert();
    }
}
