//! The weights: one row of labels for each hash, in small whole numbers.

use super::LABELS;
use super::packed::unpack;
use model::Language;
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

/// How large the tables are: bits of a hash that choose the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    cue: u32,
    arguments: u32,
}

impl Size {
    /// For a large corpus.
    pub const LARGE: Self = Self {
        cue: 18,
        arguments: 20,
    };
    /// For some dozens of documents.
    pub const SMALL: Self = Self {
        cue: 17,
        arguments: 18,
    };

    const fn bits(self, stage: Stage) -> u32 {
        match stage {
            Stage::Cue => self.cue,
            Stage::Arguments => self.arguments,
        }
    }

    /// Rows of a table.
    pub const fn rows(self, stage: Stage) -> usize {
        1 << self.bits(stage)
    }

    /// The row of a hash.
    pub fn row(self, stage: Stage, hash: u64) -> usize {
        usize::try_from(hash & ((1 << self.bits(stage)) - 1)).unwrap_or(0)
    }
}

/// Weights by hash.
pub trait Weights {
    /// Whether they are in training, so that a chain keeps the hashes it was summed from.
    const LEARNS: bool = false;

    /// Adds the weights of hashes to `out`.
    fn add(&self, stage: Stage, hashes: &[u64], out: &mut Row);
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
static WEIGHT: [i32; 256] = {
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
    size: Size,
    cue: &'b [u8],
    arguments: &'b [u8],
}

/// The weights that come with the program.
static ENGLISH: LazyLock<Option<Model<'static>>> =
    LazyLock::new(|| Model::read(include_bytes!("../../../models/attribution-en.i8")));
static SPANISH: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::read(&SPANISH_ROWS));
static RUSSIAN: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::read(&RUSSIAN_ROWS));
static SPANISH_ROWS: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpacked(include_bytes!("../../../models/attribution-es.i8p")));
static RUSSIAN_ROWS: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpacked(include_bytes!("../../../models/attribution-ru.i8p")));

/// Weights as [`Model::read`] takes them, of weights that may be packed; those for some dozens of documents are.
pub fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let rows = Size::SMALL.rows(Stage::Cue) + Size::SMALL.rows(Stage::Arguments);
    unpack(bytes, rows * LABELS).unwrap_or_else(|| bytes.to_vec())
}

impl<'b> Model<'b> {
    /// Reads weights; `None` where their number is not right.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        [Size::LARGE, Size::SMALL].into_iter().find_map(|size| {
            let (cue, arguments) = bytes.split_at_checked(size.rows(Stage::Cue) * LABELS)?;
            let fits = arguments.len() == size.rows(Stage::Arguments) * LABELS;
            fits.then_some(Self {
                size,
                cue,
                arguments,
            })
        })
    }

    /// The English weights that come with the program.
    pub fn english() -> Option<&'static Model<'static>> {
        Self::of(Language::En)
    }

    /// The weights of a language that come with the program.
    pub fn of(language: Language) -> Option<&'static Model<'static>> {
        match language {
            Language::Es => SPANISH.as_ref(),
            Language::Ru => RUSSIAN.as_ref(),
            Language::En | Language::Unknown => ENGLISH.as_ref(),
        }
    }
}

/// How many rows are fetched before they are added up.
const FETCHED: usize = 16;

/// Adds rows of a table of bytes to `out`. Nearly every row lies where the processor must wait for it; fetched together they
/// are waited for together.
pub(in crate::extract) fn add_rows<const LABELS: usize>(
    table: &[u8],
    hashes: &[u64],
    row: impl Fn(u64) -> usize,
    out: &mut [i32; LABELS],
) {
    let (rows, _) = table.as_chunks::<LABELS>();
    for hashes in hashes.chunks(FETCHED) {
        let mut fetched = [[0; LABELS]; FETCHED];
        for (kept, hash) in fetched.iter_mut().zip(hashes) {
            *kept = rows[row(*hash)];
        }
        for row in &fetched[..hashes.len()] {
            for (sum, weight) in out.iter_mut().zip(row) {
                *sum += WEIGHT[usize::from(*weight)];
            }
        }
    }
}

impl Weights for Model<'_> {
    fn add(&self, stage: Stage, hashes: &[u64], out: &mut Row) {
        let table = match stage {
            Stage::Cue => self.cue,
            Stage::Arguments => self.arguments,
        };
        add_rows(table, hashes, |hash| self.size.row(stage, hash), out);
    }
}
