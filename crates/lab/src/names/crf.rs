//! A linear-chain conditional random field in training (Lafferty, `McCallum` and Pereira 2001), by `AdaGrad` (Duchi, Hazan and Singer 2011).
//!
//! Plain arithmetic in a fixed order, with an exponential of our own: the same lessons give the same weights on every machine.

use inquiry::extract::names::trained::{self, LABELS, ROWS, allowed};

/// A sentence: for each word the rows of its own features, the hashes of its arcs, and its gold label.
pub(super) struct Lesson {
    pub(super) own: Vec<Vec<u32>>,
    pub(super) arcs: Vec<Vec<u64>>,
    pub(super) gold: Vec<u8>,
}

/// The rows of each word that the second reading adds.
pub(super) type Second = Vec<Vec<u32>>;

/// Length of a step.
const RATE: f32 = 0.1;
/// Of so many features of a word one is left out at each step, so that none is leant on alone.
const DROPPED: u64 = 10;
/// The pass from which on weights go into the mean.
const MEAN: usize = 3;
/// Units of a weight in the file.
const SCALE: f32 = 16.0;
/// What is too small to be learned from.
const LEAST: f64 = 1e-4;

/// A score or chance for each label.
type Floats = [f64; LABELS];

/// Marsaglia's xorshift: chance that is the same for the same seed.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) const fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// e to the power of `x`, for `x` up to 0: the library's differs between machines.
pub(crate) fn exp(x: f64) -> f64 {
    if x < -600.0 {
        return 0.0;
    }
    let power = (x * std::f64::consts::LOG2_E).round();
    let rest = x - power * std::f64::consts::LN_2;
    let mut sum = 1.0;
    for at in (1..=12_u32).rev() {
        sum = 1.0 + sum * rest / f64::from(at);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 100 and 1023"
    )]
    let bits = ((power + 1023.0) as u64) << 52;
    sum * f64::from_bits(bits)
}

/// Weights in training.
pub(super) struct Student {
    now: Vec<f32>,
    squares: Vec<f32>,
    mean: Vec<f32>,
    means: f32,
    chance: Chance,
}

/// What a step knows of a sentence: which features count, and the chances.
struct Step {
    used: Vec<Vec<u32>>,
    /// For each word, for each label before it, the chance of each label; summed over the sentence's label sequences.
    pairs: Vec<[Floats; LABELS]>,
}

impl Student {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            now: vec![0.0; ROWS * LABELS],
            squares: vec![0.0; ROWS * LABELS],
            mean: Vec::new(),
            means: 0.0,
            chance: Chance::new(seed),
        }
    }

    fn add(&self, row: usize, out: &mut Floats) {
        let at = row * LABELS;
        for (sum, weight) in out.iter_mut().zip(&self.now[at..at + LABELS]) {
            *sum += f64::from(*weight);
        }
    }

    /// The chances of a sentence's labels, with some features left out.
    fn step(&mut self, lesson: &Lesson, second: Option<&Second>) -> Step {
        let mut used = Vec::with_capacity(lesson.own.len());
        let mut scores = Vec::with_capacity(lesson.own.len());
        for at in 0..lesson.own.len() {
            let more = second.map_or(&[][..], |second| &second[at]);
            let rows: Vec<u32> = lesson.own[at]
                .iter()
                .chain(more)
                .copied()
                .filter(|_| self.chance.below(DROPPED) > 0)
                .collect();
            let mut own = [0.0; LABELS];
            for row in &rows {
                self.add(*row as usize, &mut own);
            }
            let mut pairs = [own; LABELS];
            for (before, scores) in pairs.iter_mut().enumerate() {
                if at == 0 && before > 0 {
                    break;
                }
                for hash in &lesson.arcs[at] {
                    self.add(trained::row(trained::behind(*hash, before)), scores);
                }
            }
            used.push(rows);
            scores.push(pairs);
        }
        Step {
            used,
            pairs: chances(&scores),
        }
    }

    fn shift(&mut self, row: usize, by: &Floats) {
        let at = row * LABELS;
        for (label, by) in by.iter().enumerate() {
            #[expect(clippy::cast_possible_truncation, reason = "between -1 and 1")]
            let by = *by as f32;
            if by.abs() < 1e-6 {
                continue;
            }
            let square = &mut self.squares[at + label];
            *square += by * by;
            self.now[at + label] += RATE * by / (square.sqrt() + 0.01);
        }
    }

    /// Goes one step towards the gold labels of a sentence.
    fn learn(&mut self, lesson: &Lesson, second: Option<&Second>) {
        let step = self.step(lesson, second);
        let mut before = 0;
        for (at, pairs) in step.pairs.iter().enumerate() {
            let gold = usize::from(lesson.gold[at]);
            let mut own = [0.0; LABELS];
            for (label, own) in own.iter_mut().enumerate() {
                *own = -pairs.iter().map(|row| row[label]).sum::<f64>();
            }
            own[gold] += 1.0;
            if own.iter().any(|by| by.abs() > LEAST) {
                for row in &step.used[at] {
                    self.shift(*row as usize, &own);
                }
            }
            for (label, chances) in pairs.iter().enumerate() {
                let mut arc = chances.map(|chance| -chance);
                if label == before {
                    arc[gold] += 1.0;
                }
                if arc.iter().any(|by| by.abs() > LEAST) {
                    for hash in &lesson.arcs[at] {
                        self.shift(trained::row(trained::behind(*hash, label)), &arc);
                    }
                }
            }
            before = gold;
        }
    }

    /// Goes through the lessons `passes` times, each time in another order.
    pub(super) fn study(&mut self, lessons: &[(&Lesson, Option<&Second>)], passes: usize) {
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        for pass in 1..=passes {
            for at in (1..order.len()).rev() {
                let other = self.chance.below(at as u64 + 1);
                order.swap(at, usize::try_from(other).unwrap_or(0));
            }
            for at in &order {
                let (lesson, second) = lessons[*at];
                // The first reading knows nothing yet of the document.
                let second = second.filter(|_| self.chance.below(5) > 1);
                self.learn(lesson, second);
            }
            if pass >= MEAN.min(passes) {
                self.means += 1.0;
                self.mean.resize(self.now.len(), 0.0);
                for (mean, now) in self.mean.iter_mut().zip(&self.now) {
                    *mean += (now - *mean) / self.means;
                }
            }
        }
    }

    /// The mean weights as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let byte = |weight: &f32| {
            #[expect(clippy::cast_possible_truncation, reason = "clamped")]
            let units = (weight * SCALE).round().clamp(-9999.0, 9999.0) as i32;
            if units == 0 { 0 } else { trained::byte(units) }
        };
        self.mean.iter().map(byte).collect()
    }
}

/// From scores to chances of pairs of labels (forward and backward, each word scaled to 1).
fn chances(scores: &[[Floats; LABELS]]) -> Vec<[Floats; LABELS]> {
    let mut weights: Vec<[Floats; LABELS]> = Vec::with_capacity(scores.len());
    let mut forward: Vec<Floats> = Vec::with_capacity(scores.len());
    for (at, scores) in scores.iter().enumerate() {
        let may = |before: usize, label: usize| allowed(before, label) && (at > 0 || before == 0);
        let mut most = f64::MIN;
        for (before, row) in scores.iter().enumerate() {
            for (label, score) in row.iter().enumerate() {
                if may(before, label) {
                    most = most.max(*score);
                }
            }
        }
        let mut here = [[0.0; LABELS]; LABELS];
        let mut sums = [0.0; LABELS];
        for (before, row) in here.iter_mut().enumerate() {
            let reached = match forward.last() {
                Some(last) => last[before],
                None => 1.0,
            };
            for (label, weight) in row.iter_mut().enumerate() {
                if may(before, label) {
                    *weight = exp(scores[before][label] - most);
                    sums[label] += reached * *weight;
                }
            }
        }
        let total: f64 = sums.iter().sum();
        forward.push(sums.map(|sum| sum / total));
        weights.push(here);
    }
    let mut behind = [1.0; LABELS];
    for at in (0..weights.len()).rev() {
        let reached = if at == 0 {
            [1.0; LABELS]
        } else {
            forward[at - 1]
        };
        let mut next = [0.0; LABELS];
        let mut total = 0.0;
        for (before, row) in weights[at].iter_mut().enumerate() {
            for (label, weight) in row.iter_mut().enumerate() {
                *weight *= behind[label];
                next[before] += *weight;
                *weight *= reached[before];
                total += *weight;
            }
        }
        for weight in weights[at].iter_mut().flatten() {
            *weight /= total;
        }
        let most = next.iter().copied().fold(0.0, f64::max);
        behind = next.map(|sum| sum / most);
    }
    weights
}
