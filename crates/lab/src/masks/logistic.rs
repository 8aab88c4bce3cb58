//! Logistic regression over hashed features, by steps over all examples at once (Adam: Kingma, Ba 2015).
//! The steps of `neural` warm up, cut gradients and decay weights; these do nothing of the kind.
//!
//! Plain arithmetic in a fixed order, with an exponential of our own: the same examples give the same weights on every machine.

use crate::names::exp;

/// What is known of one example.
#[derive(Clone)]
pub(super) struct Example {
    /// Its rows.
    pub(super) rows: Vec<u32>,
    /// Whether it is one of those looked for.
    pub(super) hit: bool,
    /// How much it counts.
    pub(super) weight: f64,
}

/// Weights by row, and a bias.
pub(super) struct Weights {
    bias: f64,
    rows: Vec<f64>,
}

/// Steps over all examples.
const STEPS: i32 = 300;
/// Length of a step.
const RATE: f64 = 0.05;

impl Weights {
    /// Learns from examples; `keep` is how strongly weights are held to nothing.
    pub(super) fn learn(examples: &[&Example], rows: usize, keep: f64) -> Self {
        let mut found = Self {
            bias: 0.0,
            rows: vec![0.0; rows],
        };
        let (mut first, mut second) = (vec![0.0; rows + 1], vec![0.0; rows + 1]);
        let all: f64 = examples.iter().map(|it| it.weight).sum();
        for step in 1..=STEPS {
            let mut slope = vec![0.0; rows + 1];
            for example in examples {
                let off = chance(found.log_odds(&example.rows)) - f64::from(u8::from(example.hit));
                let off = off * example.weight / all;
                let share = off / length(&example.rows);
                for row in &example.rows {
                    slope[*row as usize] += share;
                }
                slope[rows] += off;
            }
            for (at, weight) in found.rows.iter().enumerate() {
                slope[at] += keep * weight;
            }
            let (even, even_square) = (1.0 - 0.9_f64.powi(step), 1.0 - 0.999_f64.powi(step));
            for (at, slope) in slope.iter().enumerate() {
                first[at] = 0.9 * first[at] + 0.1 * slope;
                second[at] = 0.999 * second[at] + 0.001 * slope * slope;
                let move_by = RATE * first[at] / even / ((second[at] / even_square).sqrt() + 1e-9);
                match found.rows.get_mut(at) {
                    Some(weight) => *weight -= move_by,
                    None => found.bias -= move_by,
                }
            }
        }
        found
    }

    /// Log-odds that an example is one of those looked for.
    pub(super) fn log_odds(&self, rows: &[u32]) -> f64 {
        let sum: f64 = rows.iter().map(|row| self.rows[*row as usize]).sum();
        self.bias + sum / length(rows)
    }

    /// The file of `inquiry::weighed::Table`. `lean` is added to the bias.
    #[expect(clippy::cast_possible_truncation, reason = "weights are small")]
    pub(super) fn bytes(&self, lean: f64) -> Vec<u8> {
        let most = self
            .rows
            .iter()
            .fold(1e-6_f64, |most, it| most.max(it.abs()));
        let unit = most / 127.0;
        let mut out = ((self.bias + lean) as f32).to_le_bytes().to_vec();
        out.extend((unit as f32).to_le_bytes());
        let byte = |weight: &f64| ((weight / unit).round() as i8).cast_unsigned();
        out.extend(self.rows.iter().map(byte));
        out
    }
}

/// Each feature counts the less the more there are.
#[expect(clippy::cast_precision_loss, reason = "features are few")]
fn length(rows: &[u32]) -> f64 {
    (rows.len().max(1) as f64).sqrt()
}

fn chance(log_odds: f64) -> f64 {
    if log_odds > 0.0 {
        1.0 / (1.0 + exp(-log_odds))
    } else {
        let odds = exp(log_odds);
        odds / (1.0 + odds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_them_apart_is_learned() {
        let example = |rows: &[u32], hit| Example {
            rows: rows.to_vec(),
            hit,
            weight: 1.0,
        };
        let examples = [
            example(&[0, 2], true),
            example(&[0, 3], true),
            example(&[1, 2], false),
            example(&[1, 3], false),
        ];
        let weights = Weights::learn(&examples.iter().collect::<Vec<_>>(), 4, 1e-3);
        assert!(weights.log_odds(&[0, 2]) > 1.0);
        assert!(weights.log_odds(&[1, 2]) < -1.0);
        let bytes = weights.bytes(0.0);
        let table = inquiry::weighed::Table::read(&bytes).expect("a table");
        assert_eq!(table.rows(), 4);
    }
}
