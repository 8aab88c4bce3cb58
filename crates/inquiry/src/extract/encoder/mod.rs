//! An encoder with attention over word pieces, which taggers stand on: its arithmetic, its layers, its weights as they are kept.
//!
//! **Invariant.** The same pieces and weights give the same bits on every machine and with any number of threads.

mod kernel;
mod layer;
mod parts;

pub(super) use kernel::{Linear, Norm, dot, rounded};
pub(super) use layer::Layer;
pub(super) use parts::{Cursor, Table};

/// What pieces are at first: a row each, another for its place, their sum normalised.
pub(super) struct Embedding<'t> {
    words: Table<'t>,
    places: Table<'t>,
    norm: Norm,
}

impl Embedding<'_> {
    /// The first states of a row of pieces, one row a piece; no more than there are places.
    pub(super) fn states(&self, pieces: &[u16]) -> Vec<f32> {
        let width = self.norm.bias.len();
        let mut out = Vec::with_capacity(pieces.len() * width);
        for (at, piece) in pieces.iter().enumerate().take(self.places.rows()) {
            let (word, of_word) = self.words.row(usize::from(*piece));
            let (place, of_place) = self.places.row(at);
            let both = word.zip(place);
            out.extend(
                both.map(|(word, place)| f32::from(word) * of_word + f32::from(place) * of_place),
            );
        }
        self.norm.apply(&mut out);
        out
    }
}
