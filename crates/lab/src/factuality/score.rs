//! How near guesses are to what people said.

use std::fmt;

/// The figures of a set of events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Score {
    /// Pearson's correlation; 0 where either side does not vary.
    pub(super) r: f64,
    /// Share of events with a label other than 0 whose guess is on the same side of 0, in percent.
    pub(super) sign: f64,
    /// The same of all events, 0 as "did not happen".
    pub(super) all: f64,
    /// Mean distance of a guess, cut to -3 and 3, from its label.
    pub(super) miss: f64,
}

/// A count as a number to divide.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

fn percent(hits: impl Iterator<Item = bool>) -> f64 {
    let (mut right, mut all) = (0, 0);
    for hit in hits {
        all += 1;
        right += usize::from(hit);
    }
    100.0 * float(right) / float(all.max(1))
}

impl Score {
    /// Head of the columns that a score prints.
    pub(super) const HEAD: &str = "    r   sign  sign, 0 as no  mean miss";

    pub(super) fn of(told: &[f64], gold: &[f64]) -> Self {
        let count = float(told.len().max(1));
        let mean = |values: &[f64]| values.iter().sum::<f64>() / count;
        let (a, b) = (mean(told), mean(gold));
        let pairs = || told.iter().copied().zip(gold.iter().copied());
        let sum = |of: &dyn Fn(f64, f64) -> f64| pairs().map(|(x, y)| of(x, y)).sum::<f64>();
        let spread = (sum(&|x, _| (x - a).powi(2)) * sum(&|_, y| (y - b).powi(2))).sqrt();
        let along = sum(&|x, y| (x - a) * (y - b));
        let same = |(x, y): (f64, f64)| (x > 0.0) == (y > 0.0);
        Self {
            r: if spread > 0.0 { along / spread } else { 0.0 },
            sign: percent(pairs().filter(|(_, y)| *y != 0.0).map(same)),
            all: percent(pairs().map(same)),
            miss: sum(&|x, y| (x.clamp(-3.0, 3.0) - y).abs()) / count,
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { r, sign, all, miss } = self;
        write!(out, "{r:.3}   {sign:.1}           {all:.1}      {miss:.3}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_a_sum_by_hand() {
        let score = Score::of(&[4.0, 1.0, -1.0, -2.0], &[3.0, -1.0, 0.0, -2.0]);
        // Deviations 3.5, .5, -1.5, -2.5 and 3, -1, 0, -2: 15 along, 21 and 14 each.
        assert!((score.r - 15.0 / (21.0_f64 * 14.0).sqrt()).abs() < 1e-12);
        assert!((score.sign - 200.0 / 3.0).abs() < 1e-9);
        assert!((score.all - 75.0).abs() < 1e-9);
        assert!((score.miss - 0.75).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_vary_tells_nothing() {
        assert!(Score::of(&[1.0, 1.0], &[2.0, -2.0]).r.abs() < 1e-12);
        assert!(Score::of(&[], &[]).miss.abs() < 1e-12);
    }
}
