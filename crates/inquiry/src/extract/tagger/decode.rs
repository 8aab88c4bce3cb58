//! The best label sequence of a chain (Viterbi).

use super::LABELS;
use super::features::Chain;

/// The labels with the highest score; the lower label where two are equal.
pub fn best(chain: &Chain) -> Vec<u8> {
    let mut score = [0_i32; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(chain.own.len());
    for (at, own) in chain.own.iter().enumerate() {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0_u8; LABELS];
        for (before, source) in (0_u8..).zip(score) {
            if at == 0 && before > 0 {
                break;
            }
            for label in 0..LABELS {
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
