//! The whole network in training: its parameters, what it loses on a lesson, and the gradients.

use super::crf;
use super::lessons::{Lesson, Tie};
use crate::neural::{Kept, Layer, Layout, Linear, Noise, Norm, Slot, drop, undrop};
use inquiry::extract::deep::{FEATURES, LOWER, NARROW, PAIRED, PLACES, STEPS, WIDTH};
use inquiry::extract::tagger::LABELS;
use ndarray::{Array2, Axis, Slice};

/// A last step to labels.
#[derive(Clone, Debug)]
pub(super) struct Out {
    pub(super) last: Linear,
    pub(super) other: Slot,
    pub(super) arcs: Slot,
}

impl Out {
    fn new(from: &mut Layout, width: usize) -> Self {
        Self {
            last: from.linear(LABELS, width, true),
            other: from.slot(1, LABELS),
            arcs: from.slot(LABELS, LABELS),
        }
    }

    /// The loss of a chain, and the gradient of its states. `known` are the perceptron's scores, `own` words of the cue.
    fn learn(
        &self,
        values: &[f32],
        grads: &mut [f32],
        states: &Array2<f32>,
        known: &Array2<f32>,
        (own, gold): (&[bool], &[u8]),
    ) -> (f32, Array2<f32>) {
        let mut scores = self.last.of(values, states);
        scores += &(known * &self.other.row(values));
        for (mut row, own) in scores.rows_mut().into_iter().zip(own) {
            row[0] += if *own { 50.0 } else { 0.0 };
        }
        let mut slopes = crf::slopes(&scores, &self.arcs.of(values), gold);
        slopes.own *= TENTH;
        self.arcs.of_mut(grads).scaled_add(TENTH, &slopes.arcs);
        let other = (&slopes.own * known).sum_axis(Axis(0));
        self.other.of_mut(grads).row_mut(0).scaled_add(1.0, &other);
        (
            slopes.loss,
            self.last.back(values, grads, states, &slopes.own),
        )
    }
}

/// Losses of chains count a tenth.
const TENTH: f32 = 0.1;

/// Places of all parameters that are trained.
pub(super) struct Net {
    pub(super) layers: Vec<Layer>,
    /// Number of the parameters of `layers`, which come first.
    pub(super) encoder: usize,
    pub(super) features: Slot,
    pub(super) cue: Out,
    pub(super) parts: Linear,
    pub(super) word: Linear,
    pub(super) head: Linear,
    pub(super) steps: Slot,
    pub(super) paired: Slot,
    pub(super) tie_norm: Norm,
    pub(super) tie_layers: Vec<Layer>,
    pub(super) argument: Out,
    /// Number of all parameters.
    pub(super) count: usize,
}

/// What is lost on cues, parts and ties.
pub(super) type Losses = [f32; 3];

impl Net {
    pub(super) fn new() -> Self {
        let mut from = Layout::default();
        let layers = (LOWER..6).map(|_| from.layer(WIDTH, 4 * WIDTH)).collect();
        Self {
            layers,
            encoder: from.at,
            features: from.slot(FEATURES, WIDTH),
            cue: Out::new(&mut from, WIDTH),
            parts: from.linear(2, WIDTH, true),
            word: from.linear(NARROW, WIDTH, true),
            head: from.linear(NARROW, 2 * WIDTH, false),
            steps: from.slot(STEPS, NARROW),
            paired: from.slot(PAIRED, NARROW),
            tie_norm: from.norm(NARROW),
            tie_layers: (0..PLACES)
                .map(|_| from.layer(NARROW, 2 * NARROW))
                .collect(),
            argument: Out::new(&mut from, NARROW),
            count: from.at,
        }
    }

    /// First values of what no other training has left values for.
    pub(super) fn fresh(&self, values: &mut [f32], noise: &mut Noise) {
        for linear in [
            self.cue.last,
            self.parts,
            self.word,
            self.head,
            self.argument.last,
        ] {
            linear.weight.fresh(values, noise, 0.03);
        }
        self.steps.fresh(values, noise, 0.1);
        self.paired.fresh(values, noise, 0.1);
        for layer in &self.tie_layers {
            layer.fresh(values, noise);
        }
        self.tie_norm.weight.of_mut(values).fill(1.0);
    }

    /// Adds the gradients of a lesson; what was lost.
    pub(super) fn learn(
        &self,
        values: &[f32],
        grads: &mut [f32],
        lesson: &Lesson,
        noise: &mut Option<Noise>,
    ) -> Losses {
        let mut states = lesson.low.clone();
        let spread = spread(lesson);
        states += &spread.dot(&self.features.of(values));
        let mut kept: Vec<Kept> = Vec::new();
        for layer in &self.layers {
            let (next, held) = layer.forward(values, states, noise);
            states = next;
            kept.push(held);
        }
        let firsts: Vec<usize> = lesson.chunk.words.iter().map(|word| word.piece).collect();
        let words = states.select(Axis(0), &firsts);
        let mut slope = Array2::zeros(words.dim());
        let losses = [
            self.cues(values, grads, lesson, (&words, &mut slope), noise),
            self.in_parts(values, grads, lesson, (&words, &mut slope), noise),
            self.ties(values, grads, lesson, (&words, &mut slope), noise),
        ];
        let mut back = Array2::zeros(states.dim());
        for (row, piece) in slope.rows().into_iter().zip(&firsts) {
            let mut place = back.row_mut(*piece);
            place += &row;
        }
        for (layer, kept) in self.layers.iter().zip(&kept).rev() {
            back = layer.back(values, grads, kept, back);
        }
        self.features
            .of_mut(grads)
            .scaled_add(1.0, &spread.t().dot(&back));
        losses
    }

    fn cues(
        &self,
        values: &[f32],
        grads: &mut [f32],
        lesson: &Lesson,
        words: Words<'_>,
        noise: &mut Option<Noise>,
    ) -> f32 {
        let known = Array2::from_shape_fn((lesson.cues.len(), LABELS), |(at, label)| {
            lesson.features[at][13 + label]
        });
        let none = vec![false; lesson.cues.len()];
        dropped(words, noise, |states, _| {
            self.cue
                .learn(values, grads, states, &known, (&none, &lesson.cues))
        })
    }

    /// Whether words are of any source or content: helps the states, and is forgotten after training.
    fn in_parts(
        &self,
        values: &[f32],
        grads: &mut [f32],
        lesson: &Lesson,
        words: Words<'_>,
        noise: &mut Option<Noise>,
    ) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred words")]
        let by = 2.0 / lesson.parts.len() as f32;
        dropped(words, noise, |states, _| {
            let mut scores = self.parts.of(values, states);
            let mut loss = 0.0;
            for ((at, part), score) in scores.indexed_iter_mut() {
                let gold = f32::from(u8::from(lesson.parts[at][part]));
                let share = 1.0 / (1.0 + (-*score).exp());
                loss -= (if gold > 0.5 { share } else { 1.0 - share })
                    .max(1e-7)
                    .ln()
                    * by;
                *score = (share - gold) * by;
            }
            (loss, self.parts.back(values, grads, states, &scores))
        })
    }

    fn ties(
        &self,
        values: &[f32],
        grads: &mut [f32],
        lesson: &Lesson,
        words: Words<'_>,
        noise: &mut Option<Noise>,
    ) -> f32 {
        dropped(words, noise, |states, noise| {
            let narrow = self.word.of(values, states);
            let mut narrow_slope = Array2::zeros(narrow.dim());
            let mut back = Array2::zeros(states.dim());
            let mut loss = 0.0;
            for tie in &lesson.ties {
                let narrow = (&narrow, &mut narrow_slope);
                loss += self.tie(values, grads, tie, (states, &mut back), narrow, noise);
            }
            back += &self.word.back(values, grads, states, &narrow_slope);
            (loss, back)
        })
    }

    fn tie(
        &self,
        values: &[f32],
        grads: &mut [f32],
        tie: &Tie,
        (states, back): (&Array2<f32>, &mut Array2<f32>),
        (narrow, narrow_slope): (&Array2<f32>, &mut Array2<f32>),
        noise: &mut Option<Noise>,
    ) -> f32 {
        let count = tie.window.steps.len();
        let part = Slice::from(tie.window.from..tie.window.from + count);
        // Now and then the perceptron is not heard, so that it is not all that counts.
        let deaf = noise.as_mut().is_some_and(|noise| noise.below(100) < 15);
        let pairs = Array2::from_shape_fn((count, PAIRED), |(at, feature)| {
            if deaf && feature < 7 {
                0.0
            } else {
                tie.window.pairs[at][feature]
            }
        });
        let (first, last) = (states.row(tie.cue.0), states.row(tie.cue.1));
        let ends = first.iter().chain(last).copied();
        let ends = Array2::from_shape_vec((1, 2 * WIDTH), ends.collect())
            .unwrap_or_else(|_| unreachable!("two states"));
        let mut rows =
            narrow.slice_axis(Axis(0), part).to_owned() + self.head.of(values, &ends).row(0);
        rows += &self.steps.of(values).select(Axis(0), &tie.window.steps);
        rows += &pairs.dot(&self.paired.of(values));
        let (mut rows, normal) = self.tie_norm.of(values, rows);
        let mut kept: Vec<Kept> = Vec::new();
        for layer in &self.tie_layers {
            let (next, held) = layer.forward(values, rows, noise);
            rows = next;
            kept.push(held);
        }
        let known = pairs.slice_axis(Axis(1), Slice::from(..LABELS)).to_owned();
        let own: Vec<bool> = (tie.window.from..tie.window.from + count)
            .map(|at| tie.cue.0 <= at && at <= tie.cue.1)
            .collect();
        let (loss, mut slope) =
            self.argument
                .learn(values, grads, &rows, &known, (&own, &tie.labels));
        for (layer, kept) in self.tie_layers.iter().zip(&kept).rev() {
            slope = layer.back(values, grads, kept, slope);
        }
        let slope = self.tie_norm.back(values, grads, &normal, slope);
        let mut place = narrow_slope.slice_axis_mut(Axis(0), part);
        place += &slope;
        self.paired
            .of_mut(grads)
            .scaled_add(1.0, &pairs.t().dot(&slope));
        let mut steps = self.steps.of_mut(grads);
        for (row, step) in slope.rows().into_iter().zip(&tie.window.steps) {
            let mut place = steps.row_mut(*step);
            place += &row;
        }
        let whole = slope.sum_axis(Axis(0)).insert_axis(Axis(0));
        let ends = self.head.back(values, grads, &ends, &whole);
        let rows = [tie.cue.0, tie.cue.1];
        for (at, slope) in ends.iter().enumerate() {
            back[[rows[at / WIDTH], at % WIDTH]] += slope;
        }
        loss
    }
}

/// States of words, and the slopes of what is lost by them so far.
type Words<'a> = (&'a Array2<f32>, &'a mut Array2<f32>);

/// Lets a head learn from the states with some of them dropped; what it lost. It gives the loss and its slopes by the states.
fn dropped(
    (words, slope): Words<'_>,
    noise: &mut Option<Noise>,
    learn: impl FnOnce(&Array2<f32>, &mut Option<Noise>) -> (f32, Array2<f32>),
) -> f32 {
    let mut states = words.clone();
    let mask = drop(&mut states, noise);
    let (loss, mut back) = learn(&states, noise);
    undrop(&mut back, mask.as_ref());
    *slope += &back;
    loss
}

/// The features of each piece: those of its word.
fn spread(lesson: &Lesson) -> Array2<f32> {
    let owners = &lesson.chunk.owners;
    Array2::from_shape_fn((owners.len(), FEATURES), |(piece, feature)| {
        owners[piece].map_or(0.0, |word| lesson.features[word][feature])
    })
}
