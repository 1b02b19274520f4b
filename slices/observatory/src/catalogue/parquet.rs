//! Parquet files: one data page a column in each group of rows, plain values, packed by gzip.
//!
//! Our own, because the `parquet` crate stands on `chrono`, which the house does not take in; what is needed here is a
//! small part of the format (parquet-format 2.11, `parquet.thrift`), which every reader knows.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
};

use flate2::{Compression, write::GzEncoder};
use jiff::civil::date;
use web::{Datum, Field, Kind};

use super::{
    form::Table,
    thrift::{Thrift, put_varint},
};

const MAGIC: &[u8] = b"PAR1";

/// A group of rows is written once it has so many rows or values of so many bytes.
const ROWS_MAX: usize = 100_000;
const BYTES_MAX: usize = 16 << 20;

/// By their numbers in `parquet.thrift`.
const GZIP: i32 = 2;
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const OPTIONAL: i32 = 1;

/// A file being written.
pub(super) struct Parquet {
    file: BufWriter<File>,
    at: i64,
    columns: Vec<Column>,
    groups: Vec<Thrift>,
    /// The rows of the open group, and of all.
    open: usize,
    rows: i64,
}

/// The values of a column in the open group.
struct Column {
    field: Field,
    /// For each row, whether there is a value.
    present: Vec<bool>,
    /// Values of yes and no, which are packed in the end.
    truths: Vec<bool>,
    plain: Vec<u8>,
}

impl Parquet {
    pub(super) fn begin(file: File, fields: &[Field]) -> io::Result<Self> {
        let mut file = BufWriter::new(file);
        file.write_all(MAGIC)?;
        let column =
            |field: &Field| Column { field: *field, present: Vec::new(), truths: Vec::new(), plain: Vec::new() };
        let columns = fields.iter().map(column).collect();
        Ok(Self { file, at: MAGIC.len() as i64, columns, groups: Vec::new(), open: 0, rows: 0 })
    }

    /// Writes the open group.
    fn close_group(&mut self) -> io::Result<()> {
        if self.open == 0 {
            return Ok(());
        }
        let (mut chunks, mut total) = (Vec::with_capacity(self.columns.len()), 0);
        for column in &mut self.columns {
            let page = column.page();
            let packed = pack(&page)?;
            let header = Thrift::default()
                .small(1, 0)
                .small(2, length(&page)?)
                .small(3, length(&packed)?)
                .inner(5, Thrift::default().small(1, count(self.open)?).small(2, PLAIN).small(3, RLE).small(4, RLE))
                .end();
            self.file.write_all(&header)?;
            self.file.write_all(&packed)?;
            let (unpacked, written) = ((header.len() + page.len()) as i64, (header.len() + packed.len()) as i64);
            let about = Thrift::default()
                .small(1, column.physical())
                .smalls(2, &[PLAIN, RLE])
                .texts(3, &[column.field.code])
                .small(4, GZIP)
                .large(5, self.open as i64)
                .large(6, unpacked)
                .large(7, written)
                .large(9, self.at);
            chunks.push(Thrift::default().large(2, self.at).inner(3, about));
            self.at += written;
            total += unpacked;
            column.clear();
        }
        self.groups.push(Thrift::default().inners(1, chunks).large(2, total).large(3, self.open as i64));
        self.rows += self.open as i64;
        self.open = 0;
        Ok(())
    }
}

impl Table for Parquet {
    fn row(&mut self, row: &[Datum<'_>]) -> io::Result<()> {
        self.columns.iter_mut().zip(row).for_each(|(column, datum)| column.push(datum));
        self.open += 1;
        let bytes: usize = self.columns.iter().map(|column| column.plain.len()).sum();
        if self.open >= ROWS_MAX || bytes >= BYTES_MAX { self.close_group() } else { Ok(()) }
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.close_group()?;
        let root = Thrift::default().text(4, "row").small(5, count(self.columns.len())?);
        let schema = std::iter::once(root).chain(self.columns.iter().map(Column::schema)).collect();
        let footer = Thrift::default()
            .small(1, 1)
            .inners(2, schema)
            .large(3, self.rows)
            .inners(4, self.groups)
            .text(6, "Twiza")
            .end();
        self.file.write_all(&footer)?;
        self.file.write_all(&length(&footer)?.to_le_bytes())?;
        self.file.write_all(MAGIC)?;
        self.file.flush()
    }
}

impl Column {
    fn push(&mut self, datum: &Datum<'_>) {
        self.present.push(*datum != Datum::Nothing);
        match datum {
            Datum::Nothing => {}
            Datum::Text(text) => {
                // A text of four thousand million bytes does not fit into a group.
                self.plain.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
                self.plain.extend(text.as_bytes());
            }
            Datum::Integer(number) => self.plain.extend(number.to_le_bytes()),
            Datum::Truth(truth) => self.truths.push(*truth),
            Datum::Day(day) => self.plain.extend((*day - date(1970, 1, 1)).get_days().to_le_bytes()),
            Datum::Instant(instant) => self.plain.extend(instant.as_microsecond().to_le_bytes()),
        }
    }

    fn clear(&mut self) {
        self.present.clear();
        self.truths.clear();
        self.plain.clear();
    }

    /// The page before it is packed: which rows have a value, then the values.
    fn page(&self) -> Vec<u8> {
        let bits = packed_bits(&self.present);
        let mut levels = Vec::with_capacity(bits.len() + 5);
        put_varint(&mut levels, (bits.len() as u64) << 1 | 1);
        levels.extend(bits);
        let mut page = Vec::with_capacity(levels.len() + self.plain.len() + 4);
        page.extend(u32::try_from(levels.len()).unwrap_or(u32::MAX).to_le_bytes());
        page.extend(levels);
        page.extend(packed_bits(&self.truths));
        page.extend(&self.plain);
        page
    }

    const fn physical(&self) -> i32 {
        match self.field.kind {
            Kind::Truth => 0,
            Kind::Day => 1,
            Kind::Integer | Kind::Instant => 2,
            Kind::Text => 6,
        }
    }

    fn schema(&self) -> Thrift {
        let schema = Thrift::default().small(1, self.physical()).small(3, OPTIONAL).text(4, self.field.code);
        match self.field.kind {
            Kind::Text => schema.small(6, 0),
            Kind::Day => schema.small(6, 6),
            Kind::Instant => schema.small(6, 10),
            Kind::Integer | Kind::Truth => schema,
        }
    }
}

/// Eight to a byte, the lowest bit first.
fn packed_bits(bits: &[bool]) -> Vec<u8> {
    let byte = |bits: &[bool]| bits.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at);
    bits.chunks(8).map(byte).collect()
}

fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes)?;
    packed.finish()
}

fn length(bytes: &[u8]) -> io::Result<i32> {
    count(bytes.len())
}

fn count(number: usize) -> io::Result<i32> {
    i32::try_from(number).map_err(io::Error::other)
}
