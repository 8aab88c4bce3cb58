//! The best label sequence of a chain, and the score of any.

use super::LABELS;
use super::features::Chain;
use super::weights::Row;
use crate::extract::viterbi;

/// The labels with the highest score; the lower label where two are equal.
pub fn best(chain: &Chain) -> Vec<u8> {
    viterbi::best(
        &chain.own,
        |at, before| &chain.arcs[at][before],
        |_, _| true,
    )
}

/// The score of a label sequence.
pub fn total(chain: &Chain, labels: &[u8]) -> i32 {
    let mut before = 0;
    let mut sum = 0;
    for (at, label) in labels.iter().enumerate() {
        let label = usize::from(*label);
        sum += chain.own[at][label] + chain.arcs[at][before][label];
        before = label;
    }
    sum
}

/// For each word and label, how much worse than the best the best sequence is that has the label there: 0 or less.
pub fn reach(chain: &Chain) -> Vec<Row> {
    let step = |before: &Row, at: usize| {
        let own = &chain.own[at];
        let arcs = &chain.arcs[at];
        let mut next = [i32::MIN / 2; LABELS];
        for (label, value) in next.iter_mut().enumerate() {
            let reached = (0..LABELS).map(|from| before[from] + arcs[from][label]);
            *value = reached.max().unwrap_or(0) + own[label];
        }
        next
    };
    let length = chain.own.len();
    let mut forward: Vec<Row> = Vec::with_capacity(length);
    let mut state = [0, i32::MIN / 4, i32::MIN / 4];
    for at in 0..length {
        state = step(&state, at);
        forward.push(state);
    }
    let mut behind = [0; LABELS];
    for at in (0..length).rev() {
        let through: Row = std::array::from_fn(|label| forward[at][label] + behind[label]);
        let top = through.into_iter().max().unwrap_or(0);
        forward[at] = through.map(|value| value - top);
        let arcs = &chain.arcs[at];
        behind = std::array::from_fn(|from| {
            let gone =
                (0..LABELS).map(|label| arcs[from][label] + chain.own[at][label] + behind[label]);
            gone.max().unwrap_or(0)
        });
    }
    forward
}
