//! Paragraphs packed into runs of word pieces that the encoder reads at once, with what is known of each word.

use super::pieces::Pieces;
use super::weights::POSITIONS;
use super::{FEATURES, seen};
use crate::extract::tagger::{self, LABELS, Passage, Row, Weights};

/// A word of a run.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Number of its paragraph among those given.
    pub passage: usize,
    /// Number in the paragraph.
    pub word: usize,
    /// Its first piece.
    pub piece: usize,
}

/// Whole paragraphs, or a part of a long one.
#[derive(Debug, Default)]
pub struct Chunk {
    /// Numbers of its word pieces.
    pub pieces: Vec<u16>,
    /// The word each piece belongs to; none for the marks before the first and behind each paragraph.
    pub owners: Vec<Option<usize>>,
    /// Its words, in text order.
    pub words: Vec<Place>,
}

/// Longest pieces of a word that are kept.
const WORD: usize = 40;

/// A stretch of one paragraph with its pieces, word by word.
#[derive(Default)]
struct Stretch {
    words: Vec<(usize, usize, Vec<u16>)>,
    pieces: usize,
}

/// The paragraphs as stretches that fit.
fn stretches(text: &str, passages: &[Passage], known: &Pieces<'_>) -> Vec<Stretch> {
    let mut out = Vec::new();
    for (passage, held) in passages.iter().enumerate() {
        let mut now = Stretch::default();
        for (word, it) in held.words.iter().enumerate() {
            let mut pieces = Vec::new();
            known.split(it.span.of(text).unwrap_or_default(), &mut pieces);
            pieces.truncate(WORD);
            if now.pieces + pieces.len() > POSITIONS - 2 {
                out.push(std::mem::take(&mut now));
            }
            now.pieces += pieces.len();
            now.words.push((passage, word, pieces));
        }
        if now.pieces > 0 {
            out.push(now);
        }
    }
    out
}

/// The runs of a text: as many whole paragraphs as fit, a mark behind each.
pub fn chunks(text: &str, passages: &[Passage], known: &Pieces<'_>) -> Vec<Chunk> {
    let mut out: Vec<Chunk> = Vec::new();
    for stretch in stretches(text, passages, known) {
        let fits = out
            .last()
            .is_some_and(|chunk| chunk.pieces.len() + stretch.pieces < POSITIONS);
        if !fits {
            out.push(Chunk {
                pieces: vec![known.start],
                owners: vec![None],
                words: Vec::new(),
            });
        }
        let Some(chunk) = out.last_mut() else {
            continue;
        };
        for (passage, word, pieces) in stretch.words {
            chunk.words.push(Place {
                passage,
                word,
                piece: chunk.pieces.len(),
            });
            let owner = Some(chunk.words.len() - 1);
            chunk
                .owners
                .extend(std::iter::repeat_n(owner, pieces.len()));
            chunk.pieces.extend(pieces);
        }
        chunk.pieces.push(known.end);
        chunk.owners.push(None);
    }
    out
}

/// What the perceptron sees of the words of a paragraph as cues.
pub fn views(passages: &[Passage], weights: &impl Weights) -> Vec<Vec<Row>> {
    passages
        .iter()
        .map(|passage| tagger::reach(&tagger::cues(passage, weights)))
        .collect()
}

/// The features of a word of a chunk.
pub fn features(
    chunk: &Chunk,
    at: usize,
    passages: &[Passage],
    views: &[Vec<Row>],
) -> [f32; FEATURES] {
    let place = chunk.words[at];
    let word = &passages[place.passage].words[place.word];
    let before = at.checked_sub(1).map(|at| chunk.words[at]);
    let flag = |holds: bool| f32::from(u8::from(holds));
    let first = before.is_none_or(|before| before.passage != place.passage);
    let begins = first
        || before.is_some_and(|before| {
            passages[place.passage].words[before.word].sentence != word.sentence
        });
    let kind = word.shape / 2;
    let mut out = [0.0; FEATURES];
    out[0] = flag(word.shape % 2 == 1);
    out[1] = flag(word.quoted);
    for (slot, wanted) in out[2..7].iter_mut().zip([0, 2, 3, 4, 5]) {
        *slot = flag(kind == wanted);
    }
    for (bit, slot) in out[7..13].iter_mut().enumerate() {
        *slot = flag(word.standing.bits >> bit & 1 == 1);
    }
    out[13..13 + LABELS].copy_from_slice(&seen(&views[place.passage][place.word]));
    out[16] = flag(first);
    out[17] = flag(begins);
    out
}
