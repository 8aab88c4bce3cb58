//! The weights of the deep tagger, as they are kept: parts in a fixed order, without a header.
//!
//! A linear map is its rows in signed bytes, then a 32-bit float (little-endian) a row that a unit is worth, then
//! its bias in floats. All other parts are floats.

use super::encoder::Layer;
use super::kernel::{Linear, Norm};
use super::pieces::Pieces;
use super::{FEATURES, PAIRED, PLACES, STEPS};
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
    /// A row of bytes for each piece, what a unit is worth after them.
    words: &'t [u8],
    word_scales: Vec<f32>,
    places: Linear,
    pub(super) norm: Norm,
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
    LazyLock::new(|| Deep::read(PIECES, include_bytes!("../../../models/deep-en.i8")));

/// Takes parts from the front of the bytes.
struct Cursor<'t> {
    bytes: &'t [u8],
}

impl<'t> Cursor<'t> {
    fn take(&mut self, count: usize) -> Option<&'t [u8]> {
        let (part, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(part)
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let (fours, _) = self.take(count * 4)?.as_chunks::<4>();
        Some(fours.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }

    fn linear(&mut self, rows: usize, cols: usize) -> Option<Linear> {
        let weights = self.take(rows * cols)?;
        Some(Linear {
            rows,
            cols,
            weights: weights
                .iter()
                .map(|byte| i16::from(byte.cast_signed()))
                .collect(),
            scales: self.floats(rows)?,
            bias: self.floats(rows)?,
        })
    }

    fn norm(&mut self, width: usize) -> Option<Norm> {
        Some(Norm {
            weight: self.floats(width)?,
            bias: self.floats(width)?,
        })
    }

    fn layer(&mut self, width: usize, inner: usize) -> Option<Layer> {
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

    fn out(&mut self, width: usize) -> Option<Out> {
        let (weights, bias) = (self.floats(LABELS * width)?, self.floats(LABELS)?);
        let (other, arcs) = (self.floats(LABELS)?, self.floats(LABELS * LABELS)?);
        Some(Out {
            weights,
            bias,
            other,
            arcs: std::array::from_fn(|before| {
                std::array::from_fn(|label| arcs[before * LABELS + label])
            }),
        })
    }
}

impl<'t> Deep<'t> {
    /// Reads word pieces (one a line) and weights; `None` where their number is not right.
    pub fn read(lines: &'t str, bytes: &'t [u8]) -> Option<Self> {
        let pieces = Pieces::read(lines)?;
        let count = lines.lines().count();
        let mut from = Cursor { bytes };
        let deep = Self {
            pieces,
            words: from.take(count * WIDTH)?,
            word_scales: from.floats(count)?,
            places: from.linear(POSITIONS, WIDTH)?,
            norm: from.norm(WIDTH)?,
            layers: (0..6)
                .map(|_| from.layer(WIDTH, 4 * WIDTH))
                .collect::<Option<_>>()?,
            features: from.floats(FEATURES * WIDTH)?,
            cue: from.out(WIDTH)?,
            word: from.linear(NARROW, WIDTH)?,
            head: from.linear(NARROW, 2 * WIDTH)?,
            steps: from.floats(STEPS * NARROW)?,
            paired: from.floats(PAIRED * NARROW)?,
            tie_norm: from.norm(NARROW)?,
            tie_layers: (0..PLACES)
                .map(|_| from.layer(NARROW, 2 * NARROW))
                .collect::<Option<_>>()?,
            argument: from.out(NARROW)?,
        };
        from.bytes.is_empty().then_some(deep)
    }

    /// The English weights that come with the program.
    pub fn english() -> Option<&'static Deep<'static>> {
        SHIPPED.as_ref()
    }

    /// The first states of a row of pieces, one row a piece.
    pub(super) fn states(&self, pieces: &[u16]) -> Vec<f32> {
        let mut out = Vec::with_capacity(pieces.len() * WIDTH);
        for (at, piece) in pieces.iter().enumerate().take(POSITIONS) {
            let piece = usize::from(*piece);
            let word = &self.words[piece * WIDTH..][..WIDTH];
            let place = &self.places.weights[at * WIDTH..][..WIDTH];
            let (a, b) = (self.word_scales[piece], self.places.scales[at]);
            out.extend(
                word.iter()
                    .zip(place)
                    .map(|(word, place)| f32::from(word.cast_signed()) * a + f32::from(*place) * b),
            );
        }
        self.norm.apply(&mut out);
        out
    }
}
