//! Thrift's compact protocol, as far as the metadata of a Parquet file need it: structures, lists, numbers and texts.

/// A structure or a list being written.
#[derive(Debug, Default)]
pub(super) struct Thrift {
    bytes: Vec<u8>,
    last: i16,
}

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

impl Thrift {
    /// A field that holds a number of 32 bits, or one of a list of names.
    pub(super) fn small(mut self, id: i16, number: i32) -> Self {
        self.field(id, I32);
        self.varint(zigzag(i64::from(number)));
        self
    }

    /// A field that holds a number of 64 bits.
    pub(super) fn large(mut self, id: i16, number: i64) -> Self {
        self.field(id, I64);
        self.varint(zigzag(number));
        self
    }

    /// A field that holds a text.
    pub(super) fn text(mut self, id: i16, text: &str) -> Self {
        self.field(id, BINARY);
        self.binary(text);
        self
    }

    /// A field that holds a structure.
    pub(super) fn inner(mut self, id: i16, inner: Self) -> Self {
        self.field(id, STRUCT);
        self.bytes.extend(inner.end());
        self
    }

    /// A field that holds a list of structures.
    pub(super) fn inners(mut self, id: i16, inners: Vec<Self>) -> Self {
        self.list(id, STRUCT, inners.len());
        inners.into_iter().for_each(|inner| self.bytes.extend(inner.end()));
        self
    }

    /// A field that holds a list of texts.
    pub(super) fn texts(mut self, id: i16, texts: &[&str]) -> Self {
        self.list(id, BINARY, texts.len());
        texts.iter().for_each(|text| self.binary(text));
        self
    }

    /// A field that holds a list of numbers of 32 bits.
    pub(super) fn smalls(mut self, id: i16, numbers: &[i32]) -> Self {
        self.list(id, I32, numbers.len());
        numbers.iter().for_each(|number| self.varint(zigzag(i64::from(*number))));
        self
    }

    /// The bytes of the whole structure.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn field(&mut self, id: i16, kind: u8) {
        match u8::try_from(id - self.last) {
            Ok(step @ 1..=15) => self.bytes.push(step << 4 | kind),
            _ => {
                self.bytes.push(kind);
                self.varint(zigzag(i64::from(id)));
            }
        }
        self.last = id;
    }

    fn list(&mut self, id: i16, kind: u8, count: usize) {
        self.field(id, LIST);
        match u8::try_from(count) {
            Ok(count @ 0..=14) => self.bytes.push(count << 4 | kind),
            _ => {
                self.bytes.push(0xf0 | kind);
                self.varint(count as u64);
            }
        }
    }

    fn binary(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    fn varint(&mut self, number: u64) {
        put_varint(&mut self.bytes, number);
    }
}

/// Numbers near zero, positive or negative, as small numbers.
const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

/// Seven bits a byte, the lowest first.
pub(super) fn put_varint(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
