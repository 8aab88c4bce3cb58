//! The best label sequence of a chain (Viterbi), and what it would lose with another label at a word.

use super::{LABELS, Row};

/// Scores of a chain of words.
#[derive(Default)]
pub struct Chain {
    /// For each word, the score of each label.
    pub own: Vec<Row>,
    /// For each word, for each label of the word before it, the score of each label.
    pub arcs: Vec<[Row; LABELS]>,
}

/// Whether a label may stand behind another: an inside only behind its own beginning or inside.
pub const fn allowed(before: usize, label: usize) -> bool {
    label < 2 || label.is_multiple_of(2) || before == label || before + 1 == label
}

/// The labels with the highest score; the lower label where two are equal.
pub fn best(chain: &Chain) -> Vec<u8> {
    let mut score = [0_i32; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(chain.own.len());
    for (at, own) in chain.own.iter().enumerate() {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0_u8; LABELS];
        for (before, source) in (0_u8..).zip(score) {
            // Before the first word stands nothing.
            if at == 0 && before > 0 {
                break;
            }
            for label in (0..LABELS).filter(|label| allowed(usize::from(before), *label)) {
                let value = source + chain.arcs[at][usize::from(before)][label] + own[label];
                if value > next[label] {
                    next[label] = value;
                    from[label] = before;
                }
            }
        }
        score = next;
        back.push(from);
    }
    let mut last = (0..LABELS).fold(0, |a, b| if score[b] > score[a] { b } else { a });
    let mut out = vec![0; back.len()];
    for (slot, from) in out.iter_mut().zip(&back).rev() {
        *slot = u8::try_from(last).unwrap_or(0);
        last = usize::from(from[last]);
    }
    out
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
            for label in (0..LABELS).filter(|label| allowed(before, *label)) {
                next[label] = next[label].max(reached + chain.arcs[at][before][label] + own[label]);
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
        behind = std::array::from_fn(|before| {
            (0..LABELS)
                .filter(|label| allowed(before, *label))
                .map(|label| behind[label] + chain.arcs[at][before][label] + chain.own[at][label])
                .fold(NEVER, i32::max)
        });
    }
    out
}
