//! One record: fields in one piece of text, borrowed from one row to the next.

/// The fields of one record, and where it stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    row: u64,
    text: String,
    ends: Vec<usize>,
    /// Whether the bytes were no UTF-8 and were read as Windows-1252.
    pub(crate) guessed: bool,
}

impl Cells {
    /// Takes over a record of bytes; what is no UTF-8 is read as Windows-1252.
    pub(crate) fn fill(&mut self, row: u64, bytes: &[u8], ends: &[usize]) {
        self.clear(row);
        if let Ok(text) = str::from_utf8(bytes)
            && ends.iter().all(|&end| text.is_char_boundary(end))
        {
            self.text.push_str(text);
            self.ends.extend_from_slice(ends);
            return;
        }
        self.guessed = true;
        let mut start = 0;
        for &end in ends {
            let field = bytes.get(start..end).unwrap_or_default();
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(field);
            self.push(&text);
            start = end;
        }
    }

    /// Begins a record anew.
    pub(crate) fn clear(&mut self, row: u64) {
        self.row = row;
        self.text.clear();
        self.ends.clear();
        self.guessed = false;
    }

    /// Adds a field.
    pub(crate) fn push(&mut self, field: &str) {
        self.text.push_str(field);
        self.ends.push(self.text.len());
    }

    /// Where it stands in its file.
    pub(crate) fn row(&self) -> u64 {
        self.row
    }

    /// How many fields it has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// One field; nothing if it has fewer.
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }

    /// All fields.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map_while(|index| self.get(index))
    }

    /// Whether there is nothing in any field.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.bytes().all(|byte| byte == b' ') || self.text.trim().is_empty()
    }
}
