//! The best labels of a row of words (Viterbi).

use crate::extract::tagger::LABELS;

/// The labels with the highest score, the lower one where two are equal. `arcs` holds the score of each label behind
/// each; before the first word stands label 0.
pub(super) fn best(own: &[[f32; LABELS]], arcs: &[f32]) -> Vec<u8> {
    let mut score = [0.0_f32; LABELS];
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(own.len());
    for (at, own) in own.iter().enumerate() {
        let mut next = [0.0; LABELS];
        let mut from = [0; LABELS];
        for label in 0..LABELS {
            let mut top = score[0] + arcs[label];
            for before in 1..LABELS {
                let value = score[before] + arcs[before * LABELS + label];
                if at > 0 && value > top {
                    top = value;
                    from[label] = before;
                }
            }
            next[label] = top + own[label];
        }
        score = next;
        back.push(from);
    }
    let mut last = (1..LABELS).fold(0, |a, b| if score[b] > score[a] { b } else { a });
    let mut out = vec![0; back.len()];
    for (slot, from) in out.iter_mut().zip(&back).rev() {
        *slot = u8::try_from(last).unwrap_or(0);
        last = from[last];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_outweigh_single_scores() {
        let own = [[0.0, 1.0, 0.9], [0.0, 0.0, 1.0], [0.0, 0.1, 0.0]];
        let free = [0.0; 9];
        assert_eq!(best(&own, &free), [1, 2, 1]);
        let mut strict = [-9.0; 9];
        strict[2] = 0.0;
        strict[8] = 0.0;
        assert_eq!(best(&own, &strict), [2, 2, 2]);
        assert!(best(&[], &free).is_empty());
    }
}
