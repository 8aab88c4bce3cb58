//! The weights of the deep tagger, as they are kept: parts in the order of [`Deep::read`], as `extract/encoder/parts.rs` has them.

use super::pieces::Pieces;
use super::{FEATURES, PAIRED, PLACES, STEPS};
use crate::extract::encoder::{Cursor, Embedding, Layer, Linear, Norm};
use crate::extract::tagger::LABELS;
use std::sync::LazyLock;

/// Values of a state.
pub const WIDTH: usize = 384;
/// Values of a word's state seen from a cue.
pub const NARROW: usize = 128;
/// Positions that the encoder knows.
pub const POSITIONS: usize = 256;
/// Layers before a word's features come in.
pub const LOWER: usize = 3;

/// A last step to labels: a few rows of plain floats, and what a label may follow.
pub(super) struct Out {
    pub(super) weights: Vec<f32>,
    pub(super) bias: Vec<f32>,
    /// How much the perceptron's own view of each label counts.
    pub(super) other: Vec<f32>,
    /// Score of each label behind each.
    pub(super) arcs: [[f32; LABELS]; LABELS],
}

/// Trained weights, ready for use.
pub struct Deep<'t> {
    pub(super) pieces: Pieces<'t>,
    pub(super) embedding: Embedding<'t>,
    pub(super) layers: Vec<Layer>,
    /// A row for each feature of a word.
    pub(super) features: Vec<f32>,
    pub(super) cue: Out,
    pub(super) word: Linear,
    pub(super) head: Linear,
    pub(super) steps: Vec<f32>,
    pub(super) paired: Vec<f32>,
    pub(super) tie_norm: Norm,
    pub(super) tie_layers: Vec<Layer>,
    pub(super) argument: Out,
}

/// The word pieces that come with the program, one a line.
pub const PIECES: &str = include_str!("../../../models/deep-en.pieces");

/// The weights that come with the program.
static SHIPPED: LazyLock<Option<Deep<'static>>> =
    LazyLock::new(|| Deep::read(PIECES, include_bytes!("../../../models/deep-en.q4")));

/// Takes a last step that reads states so wide.
fn out(from: &mut Cursor<'_>, width: usize) -> Option<Out> {
    let (weights, bias) = (from.floats(LABELS * width)?, from.floats(LABELS)?);
    let (other, arcs) = (from.floats(LABELS)?, from.floats(LABELS * LABELS)?);
    Some(Out {
        weights,
        bias,
        other,
        arcs: std::array::from_fn(|before| {
            std::array::from_fn(|label| arcs[before * LABELS + label])
        }),
    })
}

impl<'t> Deep<'t> {
    /// Reads word pieces (one a line) and weights; `None` where their number is not right.
    pub fn read(lines: &'t str, bytes: &'t [u8]) -> Option<Self> {
        let pieces = Pieces::read(lines)?;
        let count = lines.lines().count();
        let mut from = Cursor::new(bytes);
        let deep = Self {
            pieces,
            embedding: from.embedding(count, POSITIONS, WIDTH)?,
            layers: (0..6)
                .map(|_| from.layer(WIDTH, 4 * WIDTH))
                .collect::<Option<_>>()?,
            features: from.floats(FEATURES * WIDTH)?,
            cue: out(&mut from, WIDTH)?,
            word: from.linear(NARROW, WIDTH)?,
            head: from.linear(NARROW, 2 * WIDTH)?,
            steps: from.floats(STEPS * NARROW)?,
            paired: from.floats(PAIRED * NARROW)?,
            tie_norm: from.norm(NARROW)?,
            tie_layers: (0..PLACES)
                .map(|_| from.layer(NARROW, 2 * NARROW))
                .collect::<Option<_>>()?,
            argument: out(&mut from, NARROW)?,
        };
        from.is_at_end().then_some(deep)
    }

    /// The English weights that come with the program.
    pub fn english() -> Option<&'static Deep<'static>> {
        SHIPPED.as_ref()
    }
}
