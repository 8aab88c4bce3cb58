//! What an encoder with attention makes of names in Spanish and Russian, for the chain to hear: `--deep`.
//!
//! Six layers over word pieces (multilingual E5, Wang 2024, its lower half), taught on the same texts as the chains. It reads
//! some sentences in a row at once and scores the labels of each word; the chain adds them to its own.

mod pieces;
#[cfg(test)]
mod tests;

use super::trained::{LABELS, Passage, Row};
use crate::extract::encoder::{Cursor, Embedding, Layer, dot};
use model::{Document, Language};
pub use pieces::Pieces;
use std::sync::LazyLock;

/// Values of a state.
const WIDTH: usize = 384;
/// Layers.
const LAYERS: usize = 6;
/// Places of pieces that it knows.
const PLACES: usize = 160;
/// Most pieces of sentences that are read at once, without the marks before and behind.
const MOST: usize = 150;
/// Most pieces of a word that are kept.
const WORD: usize = 40;
/// Labels: nothing, then beginning and inside of person, organisation, place, another name.
const OWN: usize = 9;
/// Which labels of the chain they are.
const CHAIN: [usize; OWN] = [0, 2, 3, 4, 5, 6, 7, 1, 1];
/// Units of the chain in a unit of log-odds.
const UNIT: f32 = 16.0;

/// Trained weights, ready for use.
pub struct Encoded<'t> {
    pieces: Pieces<'t>,
    embedding: Embedding<'t>,
    layers: Vec<Layer>,
    /// A row for each label.
    out: Vec<f32>,
    bias: Vec<f32>,
}

/// The weights that come with the program.
static SHIPPED: LazyLock<Option<Encoded<'static>>> = LazyLock::new(|| {
    Encoded::read(
        include_str!("../../../../models/names-deep.pieces"),
        include_bytes!("../../../../models/names-deep.q4"),
    )
});

/// A word of a run: its passage, its number there, its first piece.
type Place = (usize, usize, usize);

/// Sentences in a row, or a part of a long one.
#[derive(Default)]
struct Run {
    pieces: Vec<u16>,
    words: Vec<Place>,
}

impl<'t> Encoded<'t> {
    /// Reads pieces (as [`Pieces::read`]) and weights; `None` where their number is not right.
    pub fn read(lines: &'t str, bytes: &'t [u8]) -> Option<Self> {
        let pieces = Pieces::read(lines)?;
        let mut from = Cursor::new(bytes);
        let read = Self {
            embedding: from.embedding(pieces.count(), PLACES, WIDTH)?,
            pieces,
            layers: (0..LAYERS)
                .map(|_| from.layer(WIDTH, 4 * WIDTH))
                .collect::<Option<_>>()?,
            out: from.floats(OWN * WIDTH)?,
            bias: from.floats(OWN)?,
        };
        from.is_at_end().then_some(read)
    }

    /// The weights that come with the program.
    pub fn shipped() -> Option<&'static Encoded<'static>> {
        SHIPPED.as_ref()
    }

    /// The scores of the labels of each word, in units of the chain; none for a passage in another language.
    pub(super) fn scores(&self, document: &Document, passages: &[Passage]) -> Vec<Vec<Row>> {
        let mut out: Vec<Vec<Row>> = passages
            .iter()
            .map(|passage| match passage.language {
                Language::Es | Language::Ru => vec![[0; LABELS]; passage.words.len()],
                _ => Vec::new(),
            })
            .collect();
        for run in self.runs(document, passages) {
            let mut states = self.embedding.states(&run.pieces);
            for layer in &self.layers {
                layer.apply(&mut states);
            }
            for (passage, word, piece) in run.words {
                out[passage][word] = self.row(&states[piece * WIDTH..][..WIDTH]);
            }
        }
        out
    }

    /// The scores of a word with this state.
    fn row(&self, state: &[f32]) -> Row {
        let mut out = [i32::MIN; LABELS];
        let rows = self.out.chunks_exact(WIDTH).zip(&self.bias);
        for ((weights, bias), label) in rows.zip(CHAIN) {
            let score = ((dot(weights, state) + bias) * UNIT).clamp(-1e4, 1e4);
            #[expect(
                clippy::cast_possible_truncation,
                reason = "between -10,000 and 10,000"
            )]
            let score = score.round_ties_even() as i32;
            out[label] = out[label].max(score);
        }
        out
    }

    /// The passages that it reads, in runs of as many as fit; a run stays in its part and language.
    fn runs(&self, document: &Document, passages: &[Passage]) -> Vec<Run> {
        let mut out: Vec<Run> = Vec::new();
        let mut last = None;
        for (number, passage) in passages.iter().enumerate() {
            if !matches!(passage.language, Language::Es | Language::Ru) {
                continue;
            }
            let text = document
                .parts
                .get(passage.part)
                .map_or("", |part| &part.text);
            let cut: Vec<Vec<u16>> = passage
                .words
                .iter()
                .map(|word| {
                    self.pieces
                        .split(word.span.of(text).unwrap_or_default(), WORD)
                })
                .collect();
            let all: usize = cut.iter().map(Vec::len).sum();
            let now = (passage.part, passage.language);
            let mut fresh = last.replace(now) != Some(now);
            fresh |= out.last().is_none_or(|run| run.pieces.len() + all > MOST);
            for (word, cut) in cut.into_iter().enumerate() {
                fresh |= out
                    .last()
                    .is_some_and(|run| run.pieces.len() + cut.len() > PLACES - 2);
                if std::mem::take(&mut fresh) {
                    out.push(Run {
                        pieces: vec![self.pieces.start],
                        words: Vec::new(),
                    });
                }
                if let Some(run) = out.last_mut() {
                    run.words.push((number, word, run.pieces.len()));
                    run.pieces.extend(cut);
                }
            }
        }
        for run in &mut out {
            run.pieces.push(self.pieces.end);
        }
        out
    }
}
