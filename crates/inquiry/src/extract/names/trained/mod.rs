//! Trained names of people, organisations and places, in English, Spanish and Russian.
//!
//! A linear chain over hashed features (conditional random field, Lafferty, `McCallum` and Pereira 2001; features hashed
//! as in Weinberger 2009). What the rules found is among the features, so the tagger corrects the rules. A document
//! is read twice: the second reading knows what the first said of the same words elsewhere (Krishnan and Manning 2006).
//! Whole numbers throughout: the same text gives the same names on every machine.

mod chain;
mod clusters;
mod features;
mod memory;
mod weights;
mod words;

use chain::losses;
pub use chain::{Chain, allowed, best};
pub use clusters::Clusters;
pub use features::{arcs, behind, own, remembered};
pub use memory::Memory;
pub use weights::{Model, ROWS, byte, row};
pub(super) use words::{Cases, Met, passage};
pub use words::{Passage, Word};

use model::{MentionKind, Span};

/// Labels of a word: nothing, another name, then beginning and inside of person, organisation, place.
pub const LABELS: usize = 8;

/// A score for each label.
pub type Row = [i32; LABELS];

/// What a label names; none for nothing and for names of other things.
pub const fn kind(label: u8) -> Option<MentionKind> {
    match label {
        2 | 3 => Some(MentionKind::Person),
        4 | 5 => Some(MentionKind::Organisation),
        6 | 7 => Some(MentionKind::Place),
        _ => None,
    }
}

/// The label that a kind of name begins with; 0 for what is tagged no name.
pub const fn beginning(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Person => 2,
        MentionKind::Organisation => 4,
        MentionKind::Place => 6,
        _ => 0,
    }
}

/// The names that a passage's labels make.
pub fn names(passage: &Passage, labels: &[u8]) -> Vec<(Span, MentionKind)> {
    let mut out: Vec<(Span, MentionKind)> = Vec::new();
    let mut before = 0;
    for (word, label) in passage.words.iter().zip(labels) {
        if let Some(kind) = kind(*label) {
            match out.last_mut() {
                Some(last) if !label.is_multiple_of(2) && before / 2 == label / 2 => {
                    last.0 = Span::new(last.0.start, word.span.end);
                }
                _ => out.push((word.span, kind)),
            }
        }
        before = *label;
    }
    out
}

/// What the weights make of a passage.
pub struct Reading {
    /// The label of each word.
    pub labels: Vec<u8>,
    /// For each word, what the best sequence loses where the word takes each label instead, in units of a score.
    pub lost: Vec<Row>,
}

impl Reading {
    /// Takes a word for part of a person's name as easily as another reading does.
    pub(super) fn doubt(&mut self, other: &Self) {
        let person = usize::from(beginning(MentionKind::Person));
        for (own, other) in self.lost.iter_mut().zip(&other.lost) {
            for label in [person, person + 1] {
                own[label] = own[label].min(other[label]);
            }
        }
    }

    /// What the best sequence loses at least where one of the words is part of a name of this kind.
    pub(super) fn loss(&self, words: std::ops::Range<usize>, kind: MentionKind) -> i32 {
        let label = usize::from(beginning(kind));
        self.lost[words]
            .iter()
            .map(|lost| lost[label].min(lost[label + 1]))
            .fold(i32::MAX, i32::min)
    }
}

/// The readings of every passage of a document, which is read twice. Where a language has no model, every label is 0.
/// `heard` are another tagger's scores of the words of the passages, or nothing.
pub fn read<'m>(
    passages: &[Passage],
    model: impl Fn(&Passage) -> Option<&'m Model<'m>>,
    heard: &[Vec<Row>],
) -> Vec<Reading> {
    let mut chains: Vec<Chain> = passages
        .iter()
        .map(|passage| model(passage).map_or_else(Chain::default, |model| model.chain(passage)))
        .collect();
    for (chain, heard) in chains.iter_mut().zip(heard) {
        chain.hear(heard);
    }
    let first: Vec<Vec<u8>> = chains.iter().map(best).collect();
    let memory = Memory::of(passages, &first);
    passages
        .iter()
        .zip(&mut chains)
        .zip(first)
        .map(|((passage, chain), first)| match model(passage) {
            Some(model) => {
                model.remember(passage, &first, &memory, chain);
                Reading {
                    labels: best(chain),
                    lost: losses(chain),
                }
            }
            None => Reading {
                labels: vec![0; passage.words.len()],
                lost: vec![[0; LABELS]; passage.words.len()],
            },
        })
        .collect()
}

#[cfg(test)]
mod tests;
