//! The values that go into a statement.

/// A value handed to a statement; it borrows text and bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A text without the character U+0000, which PostgreSQL cannot keep.
    Text(&'a str),
    /// Bytes as they are.
    Bytes(&'a [u8]),
}

impl Value<'_> {
    /// Refuses what one of the engines could not keep, so that both refuse the same.
    pub(crate) fn check(&self) -> crate::Result<()> {
        match self {
            // Asked of all bytes, as that is faster than to stop at the first.
            Self::Text(text) if text.bytes().fold(false, |found, byte| found | (byte == 0)) => {
                Err(crate::Error::Value("a text holds the character U+0000, which cannot be kept".into()))
            }
            _ => Ok(()),
        }
    }

    /// What it is, in words.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Int(_) => "a whole number",
            Self::Bool(_) => "a yes or no",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
        }
    }
}

/// The parameters of a statement: `params![number, name, day]` for `$1`, `$2`, `$3`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::Value<'_>] };
    ($($value:expr),+ $(,)?) => { &[$($crate::Value::from($value)),+] as &[$crate::Value<'_>] };
}

macro_rules! from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Int(number.into())
            }
        }

        impl From<&$number> for Value<'_> {
            fn from(number: &$number) -> Self {
                Self::Int((*number).into())
            }
        }
    )+};
}

from_number!(i64, i32, i16, u32, u16, u8);

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<&bool> for Value<'_> {
    fn from(yes: &bool) -> Self {
        Self::Bool(*yes)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

// Not generic: the compiler would look for options of options of options.
macro_rules! from_borrowed_option {
    ($($type:ty),+) => {$(
        impl<'a> From<&'a Option<$type>> for Value<'a> {
            fn from(value: &'a Option<$type>) -> Self {
                value.as_ref().map_or(Self::Null, Into::into)
            }
        }
    )+};
}

from_borrowed_option!(i64, bool, String, Vec<u8>);
