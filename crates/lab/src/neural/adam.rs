//! Steps by the mean and the spread of past gradients, with decoupled decay (Kingma, Ba 2015; Loshchilov, Hutter 2019).

/// Steps until the largest.
const WARM: f32 = 100.0;

/// Parameters and how they move.
pub(crate) struct Adam {
    pub(crate) values: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    /// Steps made.
    pub(crate) step: i32,
}

impl Adam {
    pub(crate) fn new(values: Vec<f32>) -> Self {
        let none = vec![0.0; values.len()];
        Self {
            values,
            first: none.clone(),
            second: none,
            step: 0,
        }
    }

    /// The share of the largest step that the next one takes, of so many in all: it grows at first, then shrinks.
    #[expect(clippy::cast_precision_loss, reason = "steps are thousands")]
    pub(crate) fn share(&self, steps: usize) -> f32 {
        let done = self.step as f32;
        ((done + 1.0) / WARM).min((1.0 - done / steps as f32).max(0.0))
    }

    /// One step, as far as `rate` says of each parameter; gradients are cut to a length of one.
    pub(crate) fn step(&mut self, grads: &[f32], rate: impl Fn(usize) -> f32) {
        self.step += 1;
        let size = grads
            .iter()
            .map(|grad| f64::from(*grad).powi(2))
            .sum::<f64>()
            .sqrt();
        #[expect(clippy::cast_possible_truncation, reason = "a factor of at most one")]
        let clip = (1.0 / size.max(1.0)) as f32;
        let (keep, keep_square) = (0.9_f32, 0.98_f32);
        let (even, even_square) = (
            1.0 - keep.powi(self.step),
            1.0 - keep_square.powi(self.step),
        );
        for (at, grad) in grads.iter().enumerate() {
            let grad = grad * clip;
            self.first[at] = keep * self.first[at] + (1.0 - keep) * grad;
            self.second[at] = keep_square * self.second[at] + (1.0 - keep_square) * grad * grad;
            let spread = (self.second[at] / even_square).sqrt() + 1e-8;
            self.values[at] -= rate(at) * (self.first[at] / even / spread + 0.01 * self.values[at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_is_as_long_as_its_rate_whatever_the_gradient() {
        let mut adam = Adam::new(vec![0.0; 3]);
        adam.step(&[0.5, -1e-3, 0.0], |at| if at == 0 { 0.1 } else { 0.2 });
        let near = |a: f32, b: f32| (a - b).abs() < 1e-4;
        assert!(near(adam.values[0], -0.1) && near(adam.values[1], 0.2));
        assert!(near(adam.values[2], 0.0));
    }

    #[test]
    fn steps_find_the_least_of_a_bowl() {
        let mut adam = Adam::new(vec![4.0, -3.0]);
        for _ in 0..2_000 {
            let grads = [adam.values[0] - 1.0, 3.0 * (adam.values[1] - 2.0)];
            adam.step(&grads, |_| 0.01);
        }
        // The decay pulls a little towards nothing.
        assert!((adam.values[0] - 1.0).abs() < 0.05, "{:?}", adam.values);
        assert!((adam.values[1] - 2.0).abs() < 0.05, "{:?}", adam.values);
    }
}
