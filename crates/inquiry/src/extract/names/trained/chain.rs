//! The best label sequence of a chain, and what it would lose with another label at a word.

use super::{LABELS, Row};
use crate::extract::viterbi;

/// Scores of a chain of words.
#[derive(Default)]
pub struct Chain {
    /// For each word, the score of each label.
    pub own: Vec<Row>,
    /// For each word, for each label of the word before it, the score of each label.
    pub arcs: Vec<[Row; LABELS]>,
}

impl Chain {
    /// Adds another tagger's scores of its first words.
    pub(super) fn hear(&mut self, heard: &[Row]) {
        for (own, heard) in self.own.iter_mut().zip(heard) {
            for (own, heard) in own.iter_mut().zip(heard) {
                *own += heard;
            }
        }
    }
}

/// Whether a label may stand behind another: an inside only behind its own beginning or inside.
pub const fn allowed(before: usize, label: usize) -> bool {
    label < 2 || label.is_multiple_of(2) || before == label || before + 1 == label
}

/// Which labels may stand behind which.
const ALLOWED: [[bool; LABELS]; LABELS] = {
    let mut all = [[false; LABELS]; LABELS];
    let mut at = 0;
    while at < LABELS * LABELS {
        all[at / LABELS][at % LABELS] = allowed(at / LABELS, at % LABELS);
        at += 1;
    }
    all
};

/// The labels with the highest score; the lower label where two are equal.
pub fn best(chain: &Chain) -> Vec<u8> {
    viterbi::best(&chain.own, |at, before| &chain.arcs[at][before], allowed)
}

/// For each word, what the best sequence loses where the word takes each label instead; nothing for its own label.
pub(super) fn losses(chain: &Chain) -> Vec<Row> {
    const NEVER: i32 = i32::MIN / 4;
    let mut forward: Vec<Row> = Vec::with_capacity(chain.own.len());
    for (at, own) in chain.own.iter().enumerate() {
        let mut next = [NEVER; LABELS];
        for before in 0..LABELS {
            let reached = match forward.last() {
                Some(last) => last[before],
                None if before == 0 => 0,
                None => break,
            };
            let arcs = &chain.arcs[at][before];
            for label in 0..LABELS {
                let score = reached + arcs[label] + own[label];
                let score = if ALLOWED[before][label] { score } else { NEVER };
                next[label] = next[label].max(score);
            }
        }
        forward.push(next);
    }
    let mut behind = [0; LABELS];
    let mut out = forward;
    for at in (0..out.len()).rev() {
        let through: Row = std::array::from_fn(|label| out[at][label] + behind[label]);
        let most = through.iter().copied().fold(NEVER, i32::max);
        out[at] = through.map(|score| most - score);
        let (own, arcs) = (&chain.own[at], &chain.arcs[at]);
        let rest: Row = std::array::from_fn(|label| behind[label] + own[label]);
        behind = std::array::from_fn(|before| {
            let mut most = NEVER;
            for label in 0..LABELS {
                let score = rest[label] + arcs[before][label];
                most = most.max(if ALLOWED[before][label] { score } else { NEVER });
            }
            most
        });
    }
    out
}
