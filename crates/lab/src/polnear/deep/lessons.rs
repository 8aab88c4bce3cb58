//! Chunks of articles with their gold labels.

use super::super::gold::{Article, Gold};
use super::super::{document, train};
use inquiry::extract;
use inquiry::extract::deep::{self, Chunk, FEATURES, Pieces, Window};
use inquiry::extract::tagger::{self, Passage, Row, Weights};
use model::Span;
use ndarray::Array2;

/// A cue of a chunk with the gold labels of the words around it.
pub(super) struct Tie {
    /// Whether it is a gold cue.
    pub(super) gold: bool,
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

/// Cues beside the gold ones, to learn what they tie: what gold ties to a cue that they meet, or nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    /// None.
    None,
    /// Those that the perceptron finds.
    Best,
    /// All that it finds likely, for one that may find them.
    Likely,
}

/// How much worse than its best reading the perceptron may find one in which a likely cue begins at a word.
const LIKELY: i32 = -2_000;
/// Words of a likely cue at most.
const LONGEST: usize = 3;

impl Others {
    /// The cues as words of a chunk.
    fn of(
        self,
        chunk: &Chunk,
        passages: &[Passage],
        weights: &impl Weights,
    ) -> Vec<(usize, usize)> {
        if self == Self::None {
            return Vec::new();
        }
        let chains: Vec<_> = passages
            .iter()
            .map(|passage| tagger::cues(passage, weights))
            .collect();
        let best: Vec<_> = chains.iter().map(tagger::best).collect();
        let reach: Vec<_> = chains.iter().map(tagger::reach).collect();
        let label = |place: &deep::Place| best[place.passage][place.word];
        let mut out = tagger::runs(&chunk.words.iter().map(label).collect::<Vec<_>>());
        if self == Self::Likely {
            let begins = |at: &usize| {
                let place = chunk.words[*at];
                reach[place.passage][place.word][1] > LIKELY
            };
            let words = 0..chunk.words.len();
            for first in words.filter(begins) {
                out.extend(
                    (first..chunk.words.len().min(first + LONGEST)).map(|last| (first, last)),
                );
            }
        }
        out.retain(|(first, last)| chunk.words[*first].passage == chunk.words[*last].passage);
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// The lessons of an article; what the perceptron sees must come from one that did not learn from it.
pub(super) fn lessons(
    article: &Article,
    pieces: &Pieces<'_>,
    weights: &impl Weights,
    others: Others,
) -> Vec<Lesson> {
    let passages = extract::passages(&document(article));
    let views = deep::views(&passages, weights);
    let lesson = |chunk| lesson(article, &passages, chunk, weights, (&views, others));
    let chunks = deep::chunks(&article.text, &passages, pieces);
    chunks.into_iter().map(lesson).collect()
}

fn met(word: Span, spans: &[Span]) -> bool {
    spans.iter().any(|span| span.overlaps(word))
}

/// The lesson of a chunk.
fn lesson(
    article: &Article,
    passages: &[Passage],
    chunk: Chunk,
    weights: &impl Weights,
    (views, others): (&[Vec<Row>], Others),
) -> Lesson {
    let words = spans(&chunk, passages);
    let mut cues = vec![0; words.len()];
    let mut ties = Vec::new();
    let tie = |cue: (usize, usize), by: Option<&Gold>, gold: bool| {
        let window = deep::window(&chunk, passages, cue, weights);
        let label = |at: usize| match (words[at], by) {
            (word, Some(by)) if !(cue.0..=cue.1).contains(&at) => {
                if met(word, &by.source) {
                    1
                } else {
                    2 * u8::from(met(word, &by.content))
                }
            }
            _ => 0,
        };
        let labels = (window.from..window.from + window.steps.len())
            .map(label)
            .collect();
        Tie {
            gold,
            cue,
            window,
            labels,
        }
    };
    let mut known: Vec<((usize, usize), &Gold)> = Vec::new();
    for gold in &article.claims {
        let Some(cue) = place(&chunk, passages, &words, &gold.cue) else {
            continue;
        };
        if cues[cue.0..=cue.1].iter().any(|label| *label > 0) {
            continue;
        }
        cues[cue.0..=cue.1].fill(2);
        cues[cue.0] = 1;
        ties.push(tie(cue, Some(gold), true));
        known.push((cue, gold));
    }
    for cue in others.of(&chunk, passages, weights) {
        let meets = |(other, _): &&((usize, usize), _)| other.0 <= cue.1 && cue.0 <= other.1;
        let gold = known.iter().find(meets);
        if gold.is_none_or(|(other, _)| *other != cue) {
            ties.push(tie(cue, gold.map(|(_, gold)| *gold), false));
        }
    }
    let part = |word: &Span| {
        let any =
            |of: fn(&Gold) -> &Vec<Span>| article.claims.iter().any(|gold| met(*word, of(gold)));
        [any(|gold| &gold.source), any(|gold| &gold.content)]
    };
    Lesson {
        features: (0..words.len())
            .map(|at| deep::features(&chunk, at, passages, views))
            .collect(),
        parts: words.iter().map(part).collect(),
        low: Array2::zeros((0, 0)),
        chunk,
        cues,
        ties,
    }
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
