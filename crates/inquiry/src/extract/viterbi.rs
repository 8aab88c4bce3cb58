//! The best label sequence of a linear chain (Viterbi 1967), for the taggers of attributions and of names.

use std::ops::Add;

/// What labels are scored in.
pub(super) trait Score: Copy + PartialOrd + Add<Output = Self> {
    /// What the first word begins with.
    const NONE: Self;
    /// Less than any sequence scores, and far from overflow.
    const LEAST: Self;
}

impl Score for i32 {
    const NONE: Self = 0;
    const LEAST: Self = Self::MIN / 2;
}

impl Score for f32 {
    const NONE: Self = 0.0;
    const LEAST: Self = Self::MIN;
}

/// The labels with the highest score; the lower label where two are equal.
///
/// `own` has for each word the score of each label; `arcs` gives, for a word and a label of the word before it, that of each
/// label. `allowed` says whether a label may stand behind another; before the first word stands label 0.
pub(super) fn best<'a, S: Score + 'a, const LABELS: usize>(
    own: &[[S; LABELS]],
    arcs: impl Fn(usize, usize) -> &'a [S; LABELS],
    allowed: impl Fn(usize, usize) -> bool,
) -> Vec<u8> {
    let may: [[bool; LABELS]; LABELS] =
        std::array::from_fn(|before| std::array::from_fn(|label| allowed(before, label)));
    let mut score = [S::NONE; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(own.len());
    for (at, own) in own.iter().enumerate() {
        let mut next = [S::LEAST; LABELS];
        let mut from = [0_u8; LABELS];
        for (before, source) in (0_u8..).zip(score) {
            // Before the first word stands nothing.
            if at == 0 && before > 0 {
                break;
            }
            let arcs = arcs(at, usize::from(before));
            let may = &may[usize::from(before)];
            for label in 0..LABELS {
                let value = source + arcs[label] + own[label];
                let better = may[label] && value > next[label];
                next[label] = if better { value } else { next[label] };
                from[label] = if better { before } else { from[label] };
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

#[cfg(test)]
mod tests {
    #[test]
    fn arcs_outweigh_single_scores() {
        let own = [[0.0, 1.0, 0.9], [0.0, 0.0, 1.0], [0.0, 0.1, 0.0_f32]];
        let best = |own: &[[f32; 3]], arcs: &[[f32; 3]; 3]| {
            super::best(own, |_, before| &arcs[before], |_, _| true)
        };
        let free = [[0.0; 3]; 3];
        assert_eq!(best(&own, &free), [1, 2, 1]);
        let mut strict = [[-9.0; 3]; 3];
        strict[0][2] = 0.0;
        strict[2][2] = 0.0;
        assert_eq!(best(&own, &strict), [2, 2, 2]);
        assert!(best(&[], &free).is_empty());
    }
}
