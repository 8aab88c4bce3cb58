//! The best label sequence of a chain, and the score of any.

use super::features::Chain;
use crate::extract::viterbi;

/// The labels with the highest score; the lower label where two are equal.
pub fn best(chain: &Chain) -> Vec<u8> {
    viterbi::best(&chain.own, &chain.arcs, |_, _| true)
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
