//! The weights: one row of labels for each hash, in small whole numbers.

use super::LABELS;
use std::sync::LazyLock;

/// A score for each label.
pub type Row = [i32; LABELS];

/// Which step the weights are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Finding cues.
    Cue,
    /// Finding the source and content of a cue.
    Arguments,
}

/// Bits of a hash that choose the row.
const fn bits(stage: Stage) -> u32 {
    match stage {
        Stage::Cue => 18,
        Stage::Arguments => 20,
    }
}

impl Stage {
    /// Rows of its table.
    pub const fn rows(self) -> usize {
        1 << bits(self)
    }

    /// The row of a hash.
    pub fn row(self, hash: u64) -> usize {
        usize::try_from(hash & ((1 << bits(self)) - 1)).unwrap_or(0)
    }
}

/// Weights by hash.
pub trait Weights {
    /// Whether they are in training, so that a chain keeps the hashes it was summed from.
    const LEARNS: bool = false;

    /// Adds the weights of a hash to `out`.
    fn add(&self, stage: Stage, hash: u64, out: &mut Row);
}

/// The weight that a byte stands for: fine steps near nothing, coarse ones far from it.
const fn weight(byte: u8) -> i32 {
    let small = byte.cast_signed() as i32;
    small + small * small * small / 1000
}

/// The byte that stands for the weight nearest to `value`.
pub fn byte(value: i32) -> u8 {
    let gap = |byte: &u8| weight(*byte).abs_diff(value);
    (0..=u8::MAX).min_by_key(gap).unwrap_or(0)
}

/// The weights of all bytes.
pub(in crate::extract) static WEIGHT: [i32; 256] = {
    let mut out = [0; 256];
    let mut at = 0;
    while at < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let byte = at as u8;
        out[at] = weight(byte);
        at += 1;
    }
    out
};

/// Trained weights as they are kept: a byte for each label of each row, cues first.
pub struct Model<'b> {
    cue: &'b [u8],
    arguments: &'b [u8],
}

/// The weights that come with the program.
static SHIPPED: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::read(include_bytes!("../../../models/attribution-en.i8")));

impl<'b> Model<'b> {
    /// Reads weights; `None` where their number is not right.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let (cue, arguments) = bytes.split_at_checked(Stage::Cue.rows() * LABELS)?;
        (arguments.len() == Stage::Arguments.rows() * LABELS).then_some(Self { cue, arguments })
    }

    /// The English weights that come with the program.
    pub fn english() -> Option<&'static Model<'static>> {
        SHIPPED.as_ref()
    }
}

impl Weights for Model<'_> {
    fn add(&self, stage: Stage, hash: u64, out: &mut Row) {
        let table = match stage {
            Stage::Cue => self.cue,
            Stage::Arguments => self.arguments,
        };
        let at = stage.row(hash) * LABELS;
        for (sum, weight) in out.iter_mut().zip(&table[at..at + LABELS]) {
            *sum += WEIGHT[usize::from(*weight)];
        }
    }
}
