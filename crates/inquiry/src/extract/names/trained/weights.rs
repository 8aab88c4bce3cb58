//! The weights: one row of labels for each hash, a byte each.

use super::chain::Chain;
use super::features::{arcs, behind, own, remembered};
use super::memory::Memory;
use super::words::Passage;
use super::{LABELS, Row};
use crate::extract::tagger::add_rows;
pub use crate::extract::tagger::byte;
use model::Language;
use std::sync::LazyLock;

/// Rows of a table.
pub const ROWS: usize = 1 << 17;

/// The row of a hash.
pub fn row(hash: u64) -> usize {
    usize::try_from(hash).unwrap_or(0) & (ROWS - 1)
}

/// Trained weights of a language as they are kept.
pub struct Model<'b> {
    rows: &'b [u8],
}

/// The weights that come with the program, in one language.
macro_rules! shipped {
    ($name:ident, $rows:literal) => {
        static $name: LazyLock<Option<Model<'static>>> =
            LazyLock::new(|| Model::of(include_bytes!(concat!("../../../../models/", $rows))));
    };
}
shipped!(ENGLISH, "names-en.i8");
shipped!(SPANISH, "names-es.i8");
shipped!(RUSSIAN, "names-ru.i8");

impl<'b> Model<'b> {
    /// Reads weights; `None` where their number is not right.
    pub fn of(rows: &'b [u8]) -> Option<Self> {
        (rows.len() == ROWS * LABELS).then_some(Self { rows })
    }

    /// The weights that come with the program for a language.
    pub fn shipped(language: Language) -> Option<&'static Model<'static>> {
        match language {
            Language::En => ENGLISH.as_ref(),
            Language::Es => SPANISH.as_ref(),
            Language::Ru => RUSSIAN.as_ref(),
            Language::Unknown => None,
        }
    }

    fn add(&self, hashes: &[u64], out: &mut Row) {
        add_rows(self.rows, hashes, row, out);
    }

    /// The chain of a passage at first reading.
    pub fn chain(&self, passage: &Passage) -> Chain {
        let mut chain = Chain::default();
        chain.own.reserve(passage.words.len());
        chain.arcs.reserve(passage.words.len());
        let (mut hashes, mut steps) = (Vec::new(), Vec::new());
        for at in 0..passage.words.len() {
            let mut sum = [0; LABELS];
            hashes.clear();
            own(passage, at, |hash| hashes.push(hash));
            self.add(&hashes, &mut sum);
            steps.clear();
            arcs(passage, at, |hash| steps.push(hash));
            let mut between = [[0; LABELS]; LABELS];
            for (label, row) in between.iter_mut().enumerate() {
                hashes.clear();
                hashes.extend(steps.iter().map(|hash| behind(*hash, label)));
                self.add(&hashes, row);
            }
            chain.own.push(sum);
            chain.arcs.push(between);
        }
        chain
    }

    /// Adds to a passage's chain what the document says elsewhere of its words.
    pub(super) fn remember(
        &self,
        passage: &Passage,
        first: &[u8],
        memory: &Memory,
        chain: &mut Chain,
    ) {
        let mut hashes = Vec::new();
        for (at, sum) in chain.own.iter_mut().enumerate() {
            hashes.clear();
            remembered(passage, at, first, memory, |hash| hashes.push(hash));
            self.add(&hashes, sum);
        }
    }
}
