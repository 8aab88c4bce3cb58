//! The loss of a chain of labels and its slopes (conditional random field, Lafferty and others 2001).

use inquiry::extract::tagger::LABELS;
use ndarray::{Array2, ArrayView2};

/// Loss of the gold labels, and the gradients of the scores and of the arcs.
pub(super) struct Slopes {
    pub(super) loss: f32,
    pub(super) own: Array2<f32>,
    pub(super) arcs: Array2<f32>,
}

fn total(values: [f64; LABELS]) -> f64 {
    let most = values.into_iter().fold(f64::MIN, f64::max);
    most + values
        .iter()
        .map(|value| (value - most).exp())
        .sum::<f64>()
        .ln()
}

/// The negative log-likelihood of the gold labels; before the first word stands label 0.
pub(super) fn slopes(own: &Array2<f32>, arcs: &ArrayView2<'_, f32>, gold: &[u8]) -> Slopes {
    let count = own.nrows();
    let arc = |before: usize, label: usize| f64::from(arcs[[before, label]]);
    let score = |at: usize, label: usize| f64::from(own[[at, label]]);
    let mut forward: Vec<[f64; LABELS]> = Vec::with_capacity(count);
    for at in 0..count {
        let row = std::array::from_fn(|label| {
            let into = match forward.last() {
                None => arc(0, label),
                Some(last) => total(std::array::from_fn(|before| {
                    last[before] + arc(before, label)
                })),
            };
            into + score(at, label)
        });
        forward.push(row);
    }
    let all = forward.last().map_or(0.0, |last| total(*last));
    let mut out = Slopes {
        loss: 0.0,
        own: Array2::zeros((count, LABELS)),
        arcs: Array2::zeros((LABELS, LABELS)),
    };
    let mut behind = [0.0_f64; LABELS];
    let mut right = 0.0;
    for at in (0..count).rev() {
        let label = usize::from(gold[at]);
        let before = if at == 0 {
            0
        } else {
            usize::from(gold[at - 1])
        };
        right += score(at, label) + arc(before, label);
        let from = match at.checked_sub(1) {
            None => [0.0, f64::NEG_INFINITY, f64::NEG_INFINITY],
            Some(last) => forward[last],
        };
        for label in 0..LABELS {
            let onward = score(at, label) + behind[label] - all;
            out.own[[at, label]] = small((forward[at][label] + behind[label] - all).exp());
            for (before, from) in from.into_iter().enumerate() {
                out.arcs[[before, label]] += small((from + arc(before, label) + onward).exp());
            }
        }
        out.own[[at, label]] -= 1.0;
        out.arcs[[before, label]] -= 1.0;
        behind = std::array::from_fn(|before| {
            total(std::array::from_fn(|label| {
                arc(before, label) + score(at, label) + behind[label]
            }))
        });
    }
    out.loss = small(all - right);
    out
}

#[expect(clippy::cast_possible_truncation, reason = "a probability or a loss")]
fn small(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_those_of_the_loss() {
        let own = Array2::from_shape_fn((4, 3), |(a, b)| {
            0.3 * f32::from(u8::try_from((a * 5 + b * 7) % 6).unwrap_or(0))
        });
        let arcs = Array2::from_shape_fn((3, 3), |(a, b)| {
            0.2 * f32::from(u8::try_from((a * 2 + b) % 4).unwrap_or(0))
        });
        let gold = [0, 1, 2, 2];
        let found = slopes(&own, &arcs.view(), &gold);
        let by = 1e-2;
        for at in 0..4 {
            for label in 0..3 {
                let mut up = own.clone();
                up[[at, label]] += by;
                let mut down = own.clone();
                down[[at, label]] -= by;
                let exact = (slopes(&up, &arcs.view(), &gold).loss
                    - slopes(&down, &arcs.view(), &gold).loss)
                    / (2.0 * by);
                assert!((exact - found.own[[at, label]]).abs() < 2e-3);
            }
        }
        for before in 0..3 {
            for label in 0..3 {
                let mut up = arcs.clone();
                up[[before, label]] += by;
                let mut down = arcs.clone();
                down[[before, label]] -= by;
                let exact = (slopes(&own, &up.view(), &gold).loss
                    - slopes(&own, &down.view(), &gold).loss)
                    / (2.0 * by);
                assert!((exact - found.arcs[[before, label]]).abs() < 2e-3);
            }
        }
    }
}
