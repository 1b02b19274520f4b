//! The only type besides an answer that a handler gives back.

use std::{error::Error, fmt, sync::Arc};

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::Lang;
use ledger::Refusal;
use serde::Serialize;

use crate::{Messages, Unpressed};

/// Why there is no answer.
#[derive(Clone, Debug)]
pub enum Problem {
    /// There is nothing at this address.
    NoSuchAddress,
    /// The address takes no such request.
    NoSuchMethod,
    /// There is no such thing.
    NotFound {
        /// What was looked for: `cooperative`.
        what: &'static str,
        /// By which name.
        id: String,
        /// Names that look like it.
        near: Vec<String>,
    },
    /// Data are wanted in a form that there is not.
    NotAcceptable,
    /// Parameters that are wrong, all of them.
    Parameters(Vec<Wrong>),
    /// Nobody is signed in who might be allowed to.
    SignIn,
    /// No policy allows it to whoever asks.
    Denied,
    /// Whoever asks has roles that ask for a second factor, and showed none.
    SecondFactor,
    /// Another site had it sent.
    Foreign,
    /// It was tried too often; how many minutes to wait.
    TooOften(i64),
    /// The rules say no.
    Refused(Refusal),
    /// The press cannot make the file.
    Unpressed(Unpressed),
    /// Our fault. Never shown; logged once, with a number that the person can quote.
    Fault(Fault),
}

/// A parameter that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// Its name.
    pub parameter: String,
    /// What was given.
    pub value: String,
    /// What would be right, in English, for whoever writes programs.
    pub says: String,
    /// How it is said to people, if it is.
    #[serde(skip)]
    words: Option<Words>,
}

/// How it is said to people that something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Words {
    /// By a message.
    Message(&'static str),
    /// As what the rules say.
    Refusal(Box<Refusal>),
}

/// What went wrong on our side.
#[derive(Clone)]
pub struct Fault(Arc<dyn Error + Send + Sync>);

impl Wrong {
    /// A parameter that is wrong.
    pub fn new(parameter: &str, value: &str, says: impl Into<String>) -> Self {
        Self { parameter: parameter.to_owned(), value: value.to_owned(), says: says.into(), words: None }
    }

    /// A parameter for which the rules say no.
    pub fn refused(parameter: &str, value: &str, refusal: Refusal) -> Self {
        Self {
            words: Some(Words::Refusal(Box::new(refusal.clone()))),
            ..Self::new(parameter, value, refusal.to_string())
        }
    }

    /// With the message that says it to people.
    #[must_use]
    pub fn told(self, message: &'static str) -> Self {
        Self { words: Some(Words::Message(message)), ..self }
    }

    /// The same of another parameter.
    #[must_use]
    pub fn at(self, parameter: &str) -> Self {
        Self { parameter: parameter.to_owned(), ..self }
    }

    /// What would be right, in the language of a page where it is said there.
    pub fn tell(&self, t: &Messages) -> String {
        match &self.words {
            Some(Words::Message(message)) => t.with(message, &[("value", &self.value)]),
            Some(Words::Refusal(refusal)) => t.refusal(refusal),
            None => self.says.clone(),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}`: {}", self.parameter, self.value, self.says)
    }
}

impl Fault {
    /// A fault from what caused it.
    pub fn new(cause: impl Error + Send + Sync + 'static) -> Self {
        Self(Arc::new(cause))
    }

    /// A fault in words.
    pub fn says(says: impl Into<String>) -> Self {
        Self(Arc::from(Box::<dyn Error + Send + Sync>::from(says.into())))
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for Fault {
    /// The fault and everything that caused it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl Problem {
    /// The status with which it is answered.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NoSuchAddress | Self::NotFound { .. } => StatusCode::NOT_FOUND,
            Self::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Denied | Self::SecondFactor | Self::Foreign => StatusCode::FORBIDDEN,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Parameters(_) | Self::Refused(Refusal::Question(_)) => StatusCode::BAD_REQUEST,
            Self::Refused(Refusal::Conflict { .. }) => StatusCode::CONFLICT,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unpressed(Unpressed::Missing | Unpressed::Busy) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unpressed(_) | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its kind: the end of its `type` and of its message's key.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NoSuchAddress | Self::NotFound { .. } => "not-found",
            Self::NoSuchMethod => "method",
            Self::NotAcceptable => "not-acceptable",
            Self::SignIn => "sign-in",
            Self::Denied => "denied",
            Self::SecondFactor => "second-factor",
            Self::Foreign => "foreign",
            Self::TooOften(_) => "too-often",
            Self::Parameters(_) | Self::Refused(Refusal::Question(_)) => "question",
            Self::Refused(Refusal::Conflict { .. }) => "conflict",
            Self::Refused(_) => "refused",
            Self::Unpressed(Unpressed::Missing) => "unpressed",
            Self::Unpressed(Unpressed::Busy) => "busy",
            Self::Unpressed(_) => "too-much",
            Self::Fault(_) => "fault",
        }
    }

    /// What is wrong, for whoever wrote the request; nothing about our faults. Rules are told in the language that was asked for,
    /// what only programs can have done wrong in English.
    pub fn detail(&self, t: &Messages) -> Option<String> {
        match self {
            Self::NoSuchAddress => Some("The addresses are described in /api/v1/openapi.json.".to_owned()),
            Self::NoSuchMethod => Some("The header Allow says what this address answers.".to_owned()),
            Self::SignIn => Some("Sign in, or send a token as `Authorization: Bearer …`.".to_owned()),
            Self::Denied => Some("This account may not do that.".to_owned()),
            Self::SecondFactor => Some("Sign in with a second factor.".to_owned()),
            Self::Foreign => Some("Requests that change something must come from this site.".to_owned()),
            Self::TooOften(minutes) => Some(t.count("web-problem-too-often-wait", *minutes)),
            Self::NotFound { what, id, .. } => Some(format!("There is no {what} `{id}`.")),
            Self::NotAcceptable => Some("There is application/json and text/csv.".to_owned()),
            Self::Parameters(wrong) => Some(wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
            // The English of the code is for programs: without marks of direction around its values.
            Self::Refused(refusal) if t.lang() == Lang::En => Some(refusal.to_string()),
            Self::Refused(refusal) => Some(t.refusal(refusal)),
            Self::Unpressed(_) | Self::Fault(_) => None,
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ledger::Error> for Problem {
    fn from(error: ledger::Error) -> Self {
        match error {
            ledger::Error::Refused(refusal) => Self::Refused(refusal),
            other => Self::Fault(Fault::new(other)),
        }
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        Self::Fault(Fault::new(error))
    }
}

impl From<proof::Unsigned> for Problem {
    fn from(error: proof::Unsigned) -> Self {
        Self::Fault(Fault::new(error))
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Self::Fault(Fault::new(error))
    }
}

impl IntoResponse for Problem {
    /// The status alone; the edge, which knows the request, adds what it says.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
