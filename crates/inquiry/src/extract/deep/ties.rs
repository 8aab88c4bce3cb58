//! The second step: the source and content of one cue, among the words around it.

use super::chunks::Chunk;
use super::weights::{Deep, NARROW, WIDTH};
use super::{PAIRED, STEPS, seen};
use crate::extract::encoder::{dot, rounded};
use crate::extract::tagger::{self, LABELS, Passage, Row, Weights};
use crate::extract::viterbi;

/// Words looked at before a cue.
const BEFORE: usize = 70;
/// Words looked at behind a cue.
const BEHIND: usize = 90;
/// The step of the cue's own words.
const OWN: usize = STEPS - 1;

/// How far a word is from a cue, in steps that grow.
fn steps(distance: usize) -> usize {
    match distance {
        0..=8 => distance,
        9..=64 => 9 + (distance - 9) * 6 / 56,
        _ => 15 + ((distance - 65) / 16).min(4),
    }
}

/// The words around a cue, as the second step sees them.
pub struct Window {
    /// First word in the chunk.
    pub from: usize,
    /// For each word, how far it is from the cue: a row of the weights.
    pub steps: Vec<usize>,
    /// For each word, what is known of it beside the cue.
    pub pairs: Vec<[f32; PAIRED]>,
}

/// The window of the cue from word `cue.0` to word `cue.1` of a chunk.
pub fn window(
    chunk: &Chunk,
    passages: &[Passage],
    cue: (usize, usize),
    weights: &impl Weights,
) -> Window {
    let from = cue.0.saturating_sub(BEFORE);
    let to = (cue.1 + 1 + BEHIND).min(chunk.words.len());
    let other = other(chunk, passages, cue, weights);
    let step = |at: usize| {
        if at < cue.0 {
            steps(cue.0 - at)
        } else if at > cue.1 {
            20 + steps(at - cue.1)
        } else {
            OWN
        }
    };
    Window {
        from,
        steps: (from..to).map(step).collect(),
        pairs: (from..to)
            .map(|at| pair(chunk, passages, cue, at, &other))
            .collect(),
    }
}

/// What the perceptron makes of the words around a cue: scores and best label, by word of the paragraph.
struct Other {
    from: usize,
    reach: Vec<Row>,
    best: Vec<u8>,
}

fn other(
    chunk: &Chunk,
    passages: &[Passage],
    cue: (usize, usize),
    weights: &impl Weights,
) -> Other {
    let place = chunk.words[cue.0];
    let passage = &passages[place.passage];
    let cue = (place.word, chunk.words[cue.1].word);
    let chain = tagger::arguments(passage, weights, cue);
    Other {
        from: tagger::window(passage, cue).0,
        reach: tagger::reach(&chain),
        best: tagger::best(&chain),
    }
}

/// What is known of a word beside a cue.
fn pair(
    chunk: &Chunk,
    passages: &[Passage],
    cue: (usize, usize),
    at: usize,
    other: &Other,
) -> [f32; PAIRED] {
    let flag = |holds: bool| f32::from(u8::from(holds));
    let (place, home) = (chunk.words[at], chunk.words[cue.0]);
    let near = place.passage == home.passage;
    let words = &passages[home.passage].words;
    let mut out = [0.0; PAIRED];
    let seat = place.word.checked_sub(other.from).filter(|_| near);
    if let Some((reach, best)) =
        seat.and_then(|at| Some((other.reach.get(at)?, other.best.get(at)?)))
    {
        out[..LABELS].copy_from_slice(&seen(reach));
        out[LABELS + usize::from(*best)] = 1.0;
        out[6] = 1.0;
    }
    out[7] = flag(near);
    out[8] = flag(near && words[place.word].sentence == words[home.word].sentence);
    out[9] = flag(cue.0 <= at && at <= cue.1);
    out
}

/// The words of a window, and the label of each: nothing, source, content.
pub(super) struct Labelled {
    /// First word of the window in the chunk.
    pub(super) from: usize,
    pub(super) labels: Vec<u8>,
}

/// Everything that ties of one chunk share.
pub(super) struct Ties<'a, 't> {
    pub(super) deep: &'a Deep<'t>,
    pub(super) chunk: &'a Chunk,
    pub(super) passages: &'a [Passage],
    /// State of each word.
    pub(super) states: &'a [f32],
    /// The same, narrow.
    pub(super) narrow: &'a [f32],
}

impl Ties<'_, '_> {
    /// The labels of the words around a cue.
    pub(super) fn labels(&self, cue: (usize, usize), weights: &impl Weights) -> Labelled {
        let window = window(self.chunk, self.passages, cue, weights);
        let mut states = self.start(cue, &window);
        for layer in &self.deep.tie_layers {
            layer.apply(&mut states);
        }
        let out = &self.deep.argument;
        let score = |(state, pair): (&[f32], &[f32; PAIRED])| {
            std::array::from_fn(|label| {
                // The cue's own words are neither source nor content.
                let inside = if label == 0 { 50.0 * pair[9] } else { 0.0 };
                dot(&out.weights[label * NARROW..][..NARROW], state)
                    + out.bias[label]
                    + out.other[label] * pair[label]
                    + inside
            })
        };
        let rows = states.chunks_exact(NARROW).zip(&window.pairs);
        let own: Vec<[f32; LABELS]> = rows.map(score).collect();
        Labelled {
            from: window.from,
            labels: viterbi::best(&own, |_, before| &out.arcs[before], |_, _| true),
        }
    }

    /// The first states of a window.
    fn start(&self, cue: (usize, usize), window: &Window) -> Vec<f32> {
        let deep = self.deep;
        let mut ends = self.states[cue.0 * WIDTH..][..WIDTH].to_vec();
        ends.extend_from_slice(&self.states[cue.1 * WIDTH..][..WIDTH]);
        let head = deep.head.of(&rounded(&ends, 2 * WIDTH));
        let count = window.steps.len() * NARROW;
        let mut states = self.narrow[window.from * NARROW..][..count].to_vec();
        let known = window.steps.iter().zip(&window.pairs);
        for (row, (step, pair)) in states.chunks_exact_mut(NARROW).zip(known) {
            let step = &deep.steps[step * NARROW..][..NARROW];
            for ((value, head), step) in row.iter_mut().zip(&head).zip(step) {
                *value += head + step;
            }
            for (by, weights) in pair.iter().zip(deep.paired.chunks_exact(NARROW)) {
                if *by != 0.0 {
                    let places = row.iter_mut().zip(weights);
                    places.for_each(|(value, weight)| *value += by * weight);
                }
            }
        }
        deep.tie_norm.apply(&mut states);
        states
    }
}
