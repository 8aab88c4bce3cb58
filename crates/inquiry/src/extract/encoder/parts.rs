//! Weights as they are kept: parts in a fixed order, without a header.
//!
//! A table is rows of four-bit values, two in a byte, the low half first; then, for every 32 values, what they are multiplied
//! by, from 1 to 15, likewise two in a byte; then a 32-bit float (little-endian) a row, which a unit is worth. A value `v`
//! stands for `v - 8`. A linear map is a table and its bias in floats. All other parts are floats.

use super::Embedding;
use super::kernel::{Linear, Norm};
use super::layer::Layer;

/// Values that share what they are multiplied by.
const BLOCK: usize = 32;

/// Rows of four-bit values.
pub(in crate::extract) struct Table<'t> {
    cols: usize,
    values: &'t [u8],
    by: &'t [u8],
    scales: Vec<f32>,
}

/// Both halves of each byte, the low one first.
fn halves(bytes: &[u8]) -> impl Iterator<Item = i16> {
    let both = bytes.iter().map(|byte| [byte & 15, byte >> 4]);
    both.flatten().map(i16::from)
}

impl Table<'_> {
    /// How many rows there are.
    pub(in crate::extract) fn rows(&self) -> usize {
        self.scales.len()
    }

    /// A row as whole numbers from -120 to 105, and what a unit of them is worth.
    pub(in crate::extract) fn row(&self, at: usize) -> (impl Iterator<Item = i16>, f32) {
        let values = &self.values[at * self.cols / 2..][..self.cols / 2];
        let by = self.cols / BLOCK / 2;
        let blocks = values.chunks_exact(BLOCK / 2);
        let blocks = blocks.zip(halves(&self.by[at * by..][..by]));
        let row = blocks.flat_map(|(block, by)| halves(block).map(move |value| (value - 8) * by));
        (row, self.scales[at])
    }
}

/// Takes parts from the front of the bytes.
pub(in crate::extract) struct Cursor<'t> {
    bytes: &'t [u8],
}

impl<'t> Cursor<'t> {
    /// From the first byte on.
    pub(in crate::extract) const fn new(bytes: &'t [u8]) -> Self {
        Self { bytes }
    }

    /// Whether nothing is left.
    pub(in crate::extract) const fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    fn take(&mut self, count: usize) -> Option<&'t [u8]> {
        let (part, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(part)
    }

    /// So many floats.
    pub(in crate::extract) fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let (fours, _) = self.take(count * 4)?.as_chunks::<4>();
        Some(fours.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }

    /// A table; `cols` is a multiple of 64.
    fn table(&mut self, rows: usize, cols: usize) -> Option<Table<'t>> {
        debug_assert!(cols.is_multiple_of(2 * BLOCK), "half bytes are left");
        Some(Table {
            cols,
            values: self.take(rows * cols / 2)?,
            by: self.take(rows * cols / BLOCK / 2)?,
            scales: self.floats(rows)?,
        })
    }

    /// What so many pieces and places are at first.
    pub(in crate::extract) fn embedding(
        &mut self,
        pieces: usize,
        places: usize,
        width: usize,
    ) -> Option<Embedding<'t>> {
        Some(Embedding {
            words: self.table(pieces, width)?,
            places: self.table(places, width)?,
            norm: self.norm(width)?,
        })
    }

    /// A linear map.
    pub(in crate::extract) fn linear(&mut self, rows: usize, cols: usize) -> Option<Linear> {
        let table = self.table(rows, cols)?;
        Some(Linear {
            rows,
            cols,
            weights: (0..rows).flat_map(|at| table.row(at).0).collect(),
            scales: table.scales,
            bias: self.floats(rows)?,
        })
    }

    /// Scale and shift.
    pub(in crate::extract) fn norm(&mut self, width: usize) -> Option<Norm> {
        Some(Norm {
            weight: self.floats(width)?,
            bias: self.floats(width)?,
        })
    }

    /// A layer that is `inner` wide between its two last maps.
    pub(in crate::extract) fn layer(&mut self, width: usize, inner: usize) -> Option<Layer> {
        Some(Layer {
            query: self.linear(width, width)?,
            key: self.linear(width, width)?,
            value: self.linear(width, width)?,
            output: self.linear(width, width)?,
            first: self.norm(width)?,
            up: self.linear(inner, width)?,
            down: self.linear(width, inner)?,
            second: self.norm(width)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn a_row_is_values_times_their_block() {
        // Two rows of 64: the values of the first are all 9, that is 1, those of the second 0, that is -8.
        let mut bytes = vec![0x99; 32];
        bytes.extend([0; 32]);
        bytes.extend([0xf2, 0x31]);
        bytes.extend(0.5_f32.to_le_bytes());
        bytes.extend(2.0_f32.to_le_bytes());
        let mut from = Cursor::new(&bytes);
        let table = from.table(2, 64);
        assert!(from.is_at_end());
        let rows = table.map(|table| {
            [0, 1].map(|at| {
                let (row, unit) = table.row(at);
                (row.collect::<Vec<i16>>(), unit)
            })
        });
        let row = |first: i16, second: i16| [[first; 32], [second; 32]].concat();
        assert_eq!(rows, Some([(row(2, 15), 0.5), (row(-8, -24), 2.0)]));
    }

    #[test]
    fn what_is_too_short_is_nothing() {
        assert!(Cursor::new(&[0; 100]).table(4, 64).is_none());
        assert!(Cursor::new(&[0; 3]).floats(1).is_none());
    }
}
