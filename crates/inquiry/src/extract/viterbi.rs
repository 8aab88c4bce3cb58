//! The best label sequence of a linear chain (Viterbi 1967), for the taggers of attributions and of names.

/// The labels with the highest score; the lower label where two are equal.
///
/// `own` has for each word the score of each label, `arcs` for each word, for each label of the word before it, that of each
/// label. `allowed` says whether a label may stand behind another; before the first word stands label 0.
pub(super) fn best<const LABELS: usize>(
    own: &[[i32; LABELS]],
    arcs: &[[[i32; LABELS]; LABELS]],
    allowed: impl Fn(usize, usize) -> bool,
) -> Vec<u8> {
    let mut score = [0_i32; LABELS];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(own.len());
    for (at, (own, arcs)) in own.iter().zip(arcs).enumerate() {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0_u8; LABELS];
        for (before, source) in (0_u8..).zip(score) {
            // Before the first word stands nothing.
            if at == 0 && before > 0 {
                break;
            }
            let arcs = &arcs[usize::from(before)];
            for label in (0..LABELS).filter(|label| allowed(usize::from(before), *label)) {
                let value = source + arcs[label] + own[label];
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
