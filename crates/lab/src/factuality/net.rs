//! A narrow layer with attention that looks at a sentence from one event, and tells how surely it happened.
//!
//! States of the encoder are made narrow, each word gets a row for its distance from the event, the layer mixes them, and
//! the event's own row is told as one number. The loss is the square of the miss.

use super::data::Sentence;
use crate::neural::{Kept, Layer, Layout, Linear, Noise, Norm, Normal, Slot, drop, undrop};
use inquiry::extract::deep::WIDTH;
use ndarray::{Array2, Axis, Slice};

/// Values of a word seen from an event.
const NARROW: usize = 96;
/// Words that are seen on each side of an event.
const REACH: usize = 24;

/// Places of the parameters.
pub(super) struct Net {
    word: Linear,
    steps: Slot,
    norm: Norm,
    layer: Layer,
    out: Linear,
    /// Number of all parameters.
    pub(super) count: usize,
}

/// How an event was seen.
struct Seen {
    /// First and last word.
    words: (usize, usize),
    /// The event among them.
    event: usize,
    normal: Normal,
    kept: Kept,
    row: Array2<f32>,
    dropped: Option<Array2<f32>>,
    guess: f32,
}

impl Net {
    pub(super) fn new() -> Self {
        let mut from = Layout::default();
        Self {
            word: from.linear(NARROW, WIDTH, true),
            steps: from.slot(2 * REACH + 1, NARROW),
            norm: from.norm(NARROW),
            layer: from.layer(NARROW, 2 * NARROW),
            out: from.linear(1, NARROW, true),
            count: from.at,
        }
    }

    /// First values.
    pub(super) fn fresh(&self, noise: &mut Noise) -> Vec<f32> {
        let mut values = vec![0.0; self.count];
        self.word.weight.fresh(&mut values, noise, 0.03);
        self.steps.fresh(&mut values, noise, 0.1);
        self.norm.weight.of_mut(&mut values).fill(1.0);
        self.layer.fresh(&mut values, noise);
        self.out.weight.fresh(&mut values, noise, 0.03);
        values
    }

    fn see(
        &self,
        values: &[f32],
        narrow: &Array2<f32>,
        at: usize,
        noise: &mut Option<Noise>,
    ) -> Seen {
        let first = at.saturating_sub(REACH);
        let last = (at + REACH).min(narrow.nrows() - 1);
        let steps: Vec<usize> = (first..=last).map(|word| word + REACH - at).collect();
        let rows = narrow
            .slice_axis(Axis(0), Slice::from(first..=last))
            .to_owned()
            + self.steps.of(values).select(Axis(0), &steps);
        let (rows, normal) = self.norm.of(values, rows);
        let (rows, kept) = self.layer.forward(values, rows, noise);
        let mut row = rows.select(Axis(0), &[at - first]);
        let dropped = drop(&mut row, noise);
        let guess = self.out.of(values, &row)[[0, 0]];
        Seen {
            words: (first, last),
            event: at - first,
            normal,
            kept,
            row,
            dropped,
            guess,
        }
    }

    /// Adds the gradients of one event; `slope` are those of the narrow states.
    fn back(
        &self,
        values: &[f32],
        grads: &mut [f32],
        seen: &Seen,
        (by, slope): (f32, &mut Array2<f32>),
    ) {
        let told = Array2::from_elem((1, 1), by);
        let mut row = self.out.back(values, grads, &seen.row, &told);
        undrop(&mut row, seen.dropped.as_ref());
        let (first, last) = seen.words;
        let mut rows = Array2::zeros((last + 1 - first, NARROW));
        rows.row_mut(seen.event).assign(&row.row(0));
        let rows = self.layer.back(values, grads, &seen.kept, rows);
        let rows = self.norm.back(values, grads, &seen.normal, rows);
        let mut place = slope.slice_axis_mut(Axis(0), Slice::from(first..=last));
        place += &rows;
        let mut steps = self.steps.of_mut(grads);
        let begin = REACH - seen.event;
        let mut place = steps.slice_axis_mut(Axis(0), Slice::from(begin..begin + rows.nrows()));
        place += &rows;
    }

    /// Adds the gradients of a sentence; what was lost.
    pub(super) fn learn(
        &self,
        values: &[f32],
        grads: &mut [f32],
        sentence: &Sentence,
        noise: &mut Option<Noise>,
    ) -> f32 {
        let mut states = sentence.states.clone();
        drop(&mut states, noise);
        let narrow = self.word.of(values, &states);
        let mut slope = Array2::zeros(narrow.dim());
        let mut loss = 0.0;
        for (at, label) in &sentence.events {
            let seen = self.see(values, &narrow, *at, noise);
            let miss = seen.guess - label;
            loss += miss * miss;
            self.back(values, grads, &seen, (2.0 * miss, &mut slope));
        }
        self.word.back(values, grads, &states, &slope);
        loss
    }

    /// How surely each event of a sentence happened.
    pub(super) fn tell(&self, values: &[f32], sentence: &Sentence) -> Vec<f32> {
        let narrow = self.word.of(values, &sentence.states);
        let guess = |(at, _): &(usize, f32)| self.see(values, &narrow, *at, &mut None).guess;
        sentence.events.iter().map(guess).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A made-up sentence of so many words, whose states are as wide as `width`.
    fn sentence(
        (words, width): (usize, f32),
        events: &[(usize, f32)],
        noise: &mut Noise,
    ) -> Sentence {
        Sentence {
            states: Array2::from_shape_fn((words, WIDTH), |_| noise.normal(width)),
            events: events.to_vec(),
        }
    }

    fn loss(net: &Net, values: &[f32], sentence: &Sentence) -> f64 {
        let mut none = vec![0.0; net.count];
        f64::from(net.learn(values, &mut none, sentence, &mut None))
    }

    #[test]
    fn gradients_are_the_slopes_of_the_loss() {
        let mut noise = Noise::new(3);
        let net = Net::new();
        let values = net.fresh(&mut noise);
        // A small miss and a large one, each with words beyond its reach.
        let sentence = sentence((30, 0.5), &[(1, 0.3), (29, -2.8)], &mut noise);
        let mut grads = vec![0.0; net.count];
        net.learn(&values, &mut grads, &sentence, &mut None);
        let by = 1e-2;
        let slots = [net.word.weight, net.steps, net.layer.query.weight];
        let more = [net.layer.down.weight, net.norm.weight, net.out.weight];
        for slot in slots.into_iter().chain(more) {
            for at in (slot.at..slot.at + slot.len()).step_by(slot.len() / 7 + 1) {
                let mut up = values.clone();
                up[at] += by;
                let mut down = values.clone();
                down[at] -= by;
                let exact = (loss(&net, &up, &sentence) - loss(&net, &down, &sentence))
                    / f64::from(2.0 * by);
                let near = (exact - f64::from(grads[at])).abs() < 2e-3 + 0.02 * exact.abs();
                assert!(near, "{at}: {exact} {}", grads[at]);
            }
        }
    }

    #[test]
    fn it_learns_what_stands_before_an_event() {
        // A word before the event turns it round; nothing else tells the two apart.
        let mut noise = Noise::new(4);
        let net = Net::new();
        let mut adam = crate::neural::Adam::new(net.fresh(&mut noise));
        let mark = Array2::from_shape_fn((1, WIDTH), |_| noise.normal(1.0));
        let mut made: Vec<Sentence> = (0..60)
            .map(|at| {
                let turned = at % 2 == 0;
                let label = if turned { -2.0 } else { 2.0 };
                let mut it = sentence((6, 0.02), &[(4, label)], &mut noise);
                if turned {
                    it.states.row_mut(2).assign(&mark.row(0));
                }
                it
            })
            .collect();
        let unseen = made.split_off(40);
        for _ in 0..40 {
            let mut grads = vec![0.0; net.count];
            for it in &made {
                net.learn(&adam.values, &mut grads, it, &mut None);
            }
            adam.step(&grads, |_| 1e-3);
        }
        for it in &unseen {
            let guess = net.tell(&adam.values, it)[0];
            assert!(guess * it.events[0].1 > 0.0, "{guess} {:?}", it.events);
        }
    }

    #[test]
    fn words_out_of_reach_change_nothing() {
        let mut noise = Noise::new(5);
        let net = Net::new();
        let values = net.fresh(&mut noise);
        let mut long = sentence((REACH + 4, 0.5), &[(0, 0.0), (3, 0.0)], &mut noise);
        let before = net.tell(&values, &long);
        long.states.row_mut(REACH + 2).fill(2.0);
        let after = net.tell(&values, &long);
        assert_eq!(before[0].to_bits(), after[0].to_bits());
        assert_ne!(before[1].to_bits(), after[1].to_bits());
    }
}
