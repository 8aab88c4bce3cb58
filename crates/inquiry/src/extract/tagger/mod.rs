//! The trained tagger of attributions: first cues, then for each cue its source and content.
//!
//! A linear chain over hashed features at both steps (structured perceptron, Collins 2002). What the rules
//! read is among the features (stacking), so the tagger corrects the rules rather than replacing them. The
//! second step looks at the passage from one cue's side, so tagging and tying are the same decision.
//! Whole numbers throughout: the same text gives the same tags on every machine.

mod decode;
mod features;
mod packed;
mod passage;
mod weights;

pub use decode::{best, reach, total};
pub use features::{Chain, arguments, behind, cues};
use features::{Sides, arguments_by};
use model::Span;
pub use packed::pack;
pub use passage::{Passage, Standing, Word};
pub(in crate::extract) use weights::add_rows;
pub use weights::{Model, Row, Size, Stage, Weights, byte, unpacked};

/// How many labels each step has: nothing, beginning, inside; nothing, source, content.
pub const LABELS: usize = 3;
/// Tokens looked at before a cue.
const BEFORE: usize = 70;
/// Tokens looked at behind a cue.
const BEHIND: usize = 90;

/// A cue with what it ties together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// Where the source is named; the longest run where there are several.
    pub source: Option<Span>,
    /// The cue.
    pub cue: Span,
    /// First and last token of the cue, as indices in the passage.
    pub tokens: (usize, usize),
    /// The content, in text order; never none.
    pub content: Vec<Span>,
    /// How far the cue is preferred to no cue, in the weights' own units.
    pub margin: i32,
}

/// The tokens around a cue that its source and content are looked for in.
pub fn window(passage: &Passage, cue: (usize, usize)) -> (usize, usize) {
    let from = cue.0.saturating_sub(BEFORE);
    (from, (cue.1 + 1 + BEHIND).min(passage.words.len()))
}

/// The cues of a label sequence, each with its first and last token.
pub fn runs(labels: &[u8]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label, out.last_mut()) {
            (2, Some(last)) if last.1 + 1 == at => last.1 = at,
            (1 | 2, _) => out.push((at, at)),
            _ => {}
        }
    }
    out
}

/// The attributions of a passage, in the order of their cues.
pub fn tag(passage: &Passage, weights: &impl Weights) -> Vec<Tied> {
    let chain = cues(passage, weights);
    let labels = best(&chain);
    let mut sides = Sides::of(passage);
    runs(&labels)
        .into_iter()
        .filter_map(|cue| {
            let margin = chain.margin(cue.0);
            tie(passage, weights, (cue, margin), &mut sides)
        })
        .collect()
}

/// The source and content of one cue; none without content.
fn tie(
    passage: &Passage,
    weights: &impl Weights,
    (cue, margin): ((usize, usize), i32),
    sides: &mut Sides,
) -> Option<Tied> {
    let (from, _) = window(passage, cue);
    let labels = best(&arguments_by(passage, weights, cue, sides));
    let mut sources = spans(passage, from, &labels, 1);
    sources.sort_by_key(|span| std::cmp::Reverse(span.len()));
    let content = spans(passage, from, &labels, 2);
    (!content.is_empty()).then(|| Tied {
        source: sources.first().copied(),
        cue: passage.span(cue.0, cue.1),
        tokens: cue,
        content,
        margin,
    })
}

/// The runs of a label as spans.
fn spans(passage: &Passage, from: usize, labels: &[u8], wanted: u8) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    for at in 0..=labels.len() {
        match (labels.get(at) == Some(&wanted), start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                out.push(passage.span(from + first, from + at - 1));
                start = None;
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
pub(in crate::extract) mod tests;
