//! Chunks of articles with their gold labels.

use super::super::gold::Article;
use super::super::{document, train};
use inquiry::extract;
use inquiry::extract::deep::{self, Chunk, FEATURES, Pieces, Window};
use inquiry::extract::tagger::{Passage, Weights};
use model::Span;
use ndarray::Array2;

/// A gold cue of a chunk with the gold labels of the words around it.
pub(super) struct Tie {
    pub(super) cue: (usize, usize),
    pub(super) window: Window,
    pub(super) labels: Vec<u8>,
}

/// A chunk to learn from.
pub(super) struct Lesson {
    pub(super) chunk: Chunk,
    /// Features of each word.
    pub(super) features: Vec<[f32; FEATURES]>,
    /// Cue labels of each word.
    pub(super) cues: Vec<u8>,
    /// Whether each word is of a source, of a content.
    pub(super) parts: Vec<[bool; 2]>,
    pub(super) ties: Vec<Tie>,
    /// States of each piece behind the layers that are not trained.
    pub(super) low: Array2<f32>,
}

/// Where the words of a chunk stand.
fn spans(chunk: &Chunk, passages: &[Passage]) -> Vec<Span> {
    let span = |place: &deep::Place| passages[place.passage].words[place.word].span;
    chunk.words.iter().map(span).collect()
}

/// The lessons of an article; what the perceptron sees must come from one that did not learn from it.
pub(super) fn lessons(
    article: &Article,
    pieces: &Pieces<'_>,
    weights: &impl Weights,
) -> Vec<Lesson> {
    let passages = extract::passages(&document(article));
    let views = deep::views(&passages, weights);
    deep::chunks(&article.text, &passages, pieces)
        .into_iter()
        .map(|chunk| {
            let words = spans(&chunk, &passages);
            let met = |word: Span, spans: &[Span]| spans.iter().any(|span| span.overlaps(word));
            let mut cues = vec![0; words.len()];
            let mut ties = Vec::new();
            for gold in &article.claims {
                let Some(cue) = place(&chunk, &passages, &words, &gold.cue) else {
                    continue;
                };
                if cues[cue.0..=cue.1].iter().any(|label| *label > 0) {
                    continue;
                }
                cues[cue.0..=cue.1].fill(2);
                cues[cue.0] = 1;
                let window = deep::window(&chunk, &passages, cue, weights);
                let label = |at: usize| match words[at] {
                    _ if cue.0 <= at && at <= cue.1 => 0,
                    word if met(word, &gold.source) => 1,
                    word if met(word, &gold.content) => 2,
                    _ => 0,
                };
                let labels = (window.from..window.from + window.steps.len())
                    .map(label)
                    .collect();
                ties.push(Tie {
                    cue,
                    window,
                    labels,
                });
            }
            let part = |word: &Span| {
                let any = |of: fn(&super::super::Gold) -> &Vec<Span>| {
                    article.claims.iter().any(|gold| met(*word, of(gold)))
                };
                [any(|gold| &gold.source), any(|gold| &gold.content)]
            };
            Lesson {
                features: (0..words.len())
                    .map(|at| deep::features(&chunk, at, &passages, &views))
                    .collect(),
                parts: words.iter().map(part).collect(),
                low: Array2::zeros((0, 0)),
                chunk,
                cues,
                ties,
            }
        })
        .collect()
}

/// The words of a gold cue, where they stand in one paragraph of the chunk.
fn place(
    chunk: &Chunk,
    passages: &[Passage],
    words: &[Span],
    cue: &[Span],
) -> Option<(usize, usize)> {
    let whole = Span::new(words.first()?.start, words.last()?.end);
    // Of a cue in pieces the last is the head.
    let head = cue.iter().filter(|span| span.overlaps(whole)).max()?;
    let mut hits = (0..words.len()).filter(|at| words[*at].overlaps(*head));
    let first = hits.next()?;
    let last = hits.next_back().unwrap_or(first);
    let passage = chunk.words[first].passage;
    let same = passage == chunk.words[last].passage;
    // As the perceptron's lessons have it.
    (same && train::words(&passages[passage], *head).is_some()).then_some((first, last))
}
