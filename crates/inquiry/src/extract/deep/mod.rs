//! The deep tagger of attributions: an encoder with attention that reads several paragraphs at once.
//!
//! Word pieces go through six layers (`MiniLM`, Wang 2020); a chain over its states finds the cues; two narrow layers
//! over the words around one cue find its source and content. What the rules and the perceptron read is among
//! the features. Weights are of four bits; products are whole numbers and all other sums keep one order, so that
//! every machine and every number of threads gives the same tags.

mod chunks;
mod pieces;
mod ties;
mod weights;

use super::encoder::{dot, rounded};
use super::tagger::{LABELS, Passage, Row, Tied, Weights, runs};
use super::viterbi;
pub use chunks::{Chunk, Place, chunks, features, views};
use model::Span;
pub use pieces::Pieces;
use ties::Ties;
pub use ties::{Window, window};
pub use weights::{Deep, LOWER, NARROW, PIECES, POSITIONS, WIDTH};

/// Features of a word.
pub const FEATURES: usize = 20;
/// Features of a word beside a cue.
pub const PAIRED: usize = 10;
/// Distances from a cue that are told apart, and the cue itself.
pub const STEPS: usize = 42;
/// Layers that look from one cue.
pub const PLACES: usize = 2;

/// The perceptron's scores of a word as features.
fn seen(row: &Row) -> [f32; LABELS] {
    row.map(|value| f32::from(i16::try_from(value.max(-600)).unwrap_or(0)) / 150.0)
}

/// The attributions of the paragraphs of a text: for each paragraph, those whose cue stands in it.
pub fn tag(
    text: &str,
    passages: &[Passage],
    weights: &impl Weights,
    deep: &Deep<'_>,
) -> Vec<Vec<Tied>> {
    let mut out = vec![Vec::new(); passages.len()];
    let views = views(passages, weights);
    for chunk in chunks(text, passages, &deep.pieces) {
        let states = read(&chunk, passages, &views, deep);
        let narrow = deep.word.of(&rounded(&states, WIDTH));
        let ties = Ties {
            deep,
            chunk: &chunk,
            passages,
            states: &states,
            narrow: &narrow,
        };
        for (cue, margin) in cues(&chunk, &states, passages, &views, deep) {
            let labelled = ties.labels(cue, weights);
            let content = spans(&chunk, passages, &labelled, 2);
            if content.is_empty() {
                continue;
            }
            let mut sources = spans(&chunk, passages, &labelled, 1);
            sources.sort_by_key(|span| std::cmp::Reverse(span.len()));
            let (first, last) = (chunk.words[cue.0], chunk.words[cue.1]);
            out[first.passage].push(Tied {
                source: sources.first().copied(),
                cue: passages[first.passage].span(first.word, last.word),
                tokens: (first.word, last.word),
                content,
                margin,
            });
        }
    }
    out
}

/// The state of each word of a chunk: that of its first piece.
fn read(chunk: &Chunk, passages: &[Passage], views: &[Vec<Row>], deep: &Deep<'_>) -> Vec<f32> {
    let mut states = low(chunk, deep);
    let known: Vec<[f32; FEATURES]> = (0..chunk.words.len())
        .map(|at| features(chunk, at, passages, views))
        .collect();
    for (row, owner) in states.chunks_exact_mut(WIDTH).zip(&chunk.owners) {
        let Some(owner) = owner else { continue };
        for (by, weights) in known[*owner].iter().zip(deep.features.chunks_exact(WIDTH)) {
            if *by != 0.0 {
                let places = row.iter_mut().zip(weights);
                places.for_each(|(value, weight)| *value += by * weight);
            }
        }
    }
    for layer in &deep.layers[LOWER..] {
        layer.apply(&mut states);
    }
    of_words(chunk, &states)
}

/// The state of each word of a chunk behind the first layers, which know nothing of its features.
pub fn lower(chunk: &Chunk, deep: &Deep<'_>) -> Vec<f32> {
    of_words(chunk, &low(chunk, deep))
}

/// The states of the pieces behind the first layers.
fn low(chunk: &Chunk, deep: &Deep<'_>) -> Vec<f32> {
    let mut states = deep.embedding.states(&chunk.pieces);
    for layer in &deep.layers[..LOWER] {
        layer.apply(&mut states);
    }
    states
}

/// The states of the words among those of the pieces.
fn of_words(chunk: &Chunk, states: &[f32]) -> Vec<f32> {
    let firsts = chunk
        .words
        .iter()
        .map(|word| &states[word.piece * WIDTH..][..WIDTH]);
    firsts.flatten().copied().collect()
}

/// The cues of a chunk as words of it, each with how far it is preferred to none, in hundredths.
fn cues(
    chunk: &Chunk,
    states: &[f32],
    passages: &[Passage],
    views: &[Vec<Row>],
    deep: &Deep<'_>,
) -> Vec<((usize, usize), i32)> {
    let out = &deep.cue;
    let own: Vec<[f32; LABELS]> = states
        .chunks_exact(WIDTH)
        .enumerate()
        .map(|(at, state)| {
            let known = features(chunk, at, passages, views);
            std::array::from_fn(|label| {
                dot(&out.weights[label * WIDTH..][..WIDTH], state)
                    + out.bias[label]
                    + out.other[label] * known[13 + label]
            })
        })
        .collect();
    let labels = viterbi::best(&own, |_, before| &out.arcs[before], |_, _| true);
    runs(&labels)
        .into_iter()
        .filter(|cue| chunk.words[cue.0].passage == chunk.words[cue.1].passage)
        .map(|cue| {
            let margin = (own[cue.0][1] - own[cue.0][0]) * 100.0;
            #[expect(clippy::cast_possible_truncation, reason = "a few thousands at most")]
            let margin = margin.clamp(-1e6, 1e6) as i32;
            (cue, margin)
        })
        .collect()
}

/// The runs of a label as spans; a run ends with its paragraph.
fn spans(chunk: &Chunk, passages: &[Passage], labelled: &ties::Labelled, wanted: u8) -> Vec<Span> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, label) in (labelled.from..).zip(&labelled.labels) {
        if *label != wanted {
            continue;
        }
        match out.last_mut() {
            Some(run)
                if run.1 + 1 == at && chunk.words[run.1].passage == chunk.words[at].passage =>
            {
                run.1 = at;
            }
            _ => out.push((at, at)),
        }
    }
    let place = |(first, last): (usize, usize)| {
        let (first, last) = (chunk.words[first], chunk.words[last]);
        passages[first.passage].span(first.word, last.word)
    };
    out.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests;
