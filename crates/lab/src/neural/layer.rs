//! A layer of the encoder in training: forward, and back with its gradients.

use super::noise::Noise;
use ndarray::linalg::general_mat_mul;
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, ArrayViewMut2, Axis, Slice, Zip};

/// Values in an attention head.
const HEAD: usize = 32;

/// Where a matrix lies among the parameters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub(crate) at: usize,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
}

impl Slot {
    pub(crate) const fn len(self) -> usize {
        self.rows * self.cols
    }

    pub(crate) fn of(self, values: &[f32]) -> ArrayView2<'_, f32> {
        let values = &values[self.at..self.at + self.len()];
        ArrayView2::from_shape((self.rows, self.cols), values)
            .unwrap_or_else(|_| unreachable!("as long as rows times columns"))
    }

    pub(crate) fn of_mut(self, values: &mut [f32]) -> ArrayViewMut2<'_, f32> {
        let values = &mut values[self.at..self.at + self.len()];
        ArrayViewMut2::from_shape((self.rows, self.cols), values)
            .unwrap_or_else(|_| unreachable!("as long as rows times columns"))
    }

    /// Values about normal around nothing, as wide as `width`.
    pub(crate) fn fresh(self, values: &mut [f32], noise: &mut Noise, width: f32) {
        for value in &mut values[self.at..self.at + self.len()] {
            *value = noise.normal(width);
        }
    }

    /// As one row.
    pub(crate) fn row(self, values: &[f32]) -> ArrayView1<'_, f32> {
        ArrayView1::from(&values[self.at..self.at + self.len()])
    }
}

/// A linear map; the bias may be none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Linear {
    pub(crate) weight: Slot,
    pub(crate) bias: Option<Slot>,
}

impl Linear {
    pub(crate) fn of(&self, values: &[f32], inputs: &Array2<f32>) -> Array2<f32> {
        let mut out = inputs.dot(&self.weight.of(values).t());
        if let Some(bias) = self.bias {
            out += &bias.row(values);
        }
        out
    }

    /// Adds to the gradients; the gradient of the inputs.
    pub(crate) fn back(
        &self,
        values: &[f32],
        grads: &mut [f32],
        inputs: &Array2<f32>,
        out: &Array2<f32>,
    ) -> Array2<f32> {
        general_mat_mul(1.0, &out.t(), inputs, 1.0, &mut self.weight.of_mut(grads));
        if let Some(bias) = self.bias {
            let mut place = bias.of_mut(grads);
            place.row_mut(0).scaled_add(1.0, &out.sum_axis(Axis(0)));
        }
        out.dot(&self.weight.of(values))
    }
}

/// A normalisation of rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Norm {
    pub(crate) weight: Slot,
    pub(crate) bias: Slot,
}

/// What a normalisation keeps for the way back.
pub(crate) struct Normal {
    hat: Array2<f32>,
    by: Array1<f32>,
}

fn mean(row: &ArrayView1<'_, f32>) -> f32 {
    row.mean().unwrap_or(0.0)
}

impl Norm {
    pub(crate) fn of(&self, values: &[f32], mut rows: Array2<f32>) -> (Array2<f32>, Normal) {
        let mut by = Array1::zeros(rows.nrows());
        for (mut row, by) in rows.rows_mut().into_iter().zip(&mut by) {
            let middle = mean(&row.view());
            row -= middle;
            let spread = row.dot(&row) / width(row.len());
            *by = 1.0 / (spread + 1e-12).sqrt();
            row *= *by;
        }
        let out = &rows * &self.weight.row(values) + self.bias.row(values);
        (out, Normal { hat: rows, by })
    }

    pub(crate) fn back(
        &self,
        values: &[f32],
        grads: &mut [f32],
        kept: &Normal,
        mut out: Array2<f32>,
    ) -> Array2<f32> {
        let share = (&out * &kept.hat).sum_axis(Axis(0));
        self.weight.of_mut(grads).row_mut(0).scaled_add(1.0, &share);
        let share = out.sum_axis(Axis(0));
        self.bias.of_mut(grads).row_mut(0).scaled_add(1.0, &share);
        out *= &self.weight.row(values);
        for ((mut row, hat), by) in out
            .rows_mut()
            .into_iter()
            .zip(kept.hat.rows())
            .zip(&kept.by)
        {
            let middle = mean(&row.view());
            let along = row.dot(&hat) / width(hat.len());
            Zip::from(&mut row).and(&hat).for_each(|value, hat| {
                *value = (*value - middle - hat * along) * by;
            });
        }
        out
    }
}

fn width(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// The share of a normal distribution below x (Abramowitz and Stegun 7.1.26).
fn below(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let poly = t
        * (0.254_829_6
            + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
    let tail = 0.5 * poly * (-(z * z)).exp();
    if x < 0.0 { tail } else { 1.0 - tail }
}

/// The slope of the Gaussian error linear unit.
fn slope(x: f32) -> f32 {
    // 1 / √(2π)
    below(x) + x * 0.398_942_3 * (-0.5 * x * x).exp()
}

/// One layer.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) query: Linear,
    pub(crate) key: Linear,
    pub(crate) value: Linear,
    pub(crate) output: Linear,
    pub(crate) first: Norm,
    pub(crate) up: Linear,
    pub(crate) down: Linear,
    pub(crate) second: Norm,
}

/// Lays out parameters one behind the other.
#[derive(Default)]
pub(crate) struct Layout {
    pub(crate) at: usize,
}

impl Layout {
    pub(crate) fn slot(&mut self, rows: usize, cols: usize) -> Slot {
        let at = self.at;
        self.at += rows * cols;
        Slot { at, rows, cols }
    }

    pub(crate) fn linear(&mut self, rows: usize, cols: usize, bias: bool) -> Linear {
        Linear {
            weight: self.slot(rows, cols),
            bias: bias.then(|| self.slot(1, rows)),
        }
    }

    pub(crate) fn norm(&mut self, width: usize) -> Norm {
        Norm {
            weight: self.slot(1, width),
            bias: self.slot(1, width),
        }
    }

    pub(crate) fn layer(&mut self, width: usize, inner: usize) -> Layer {
        Layer {
            query: self.linear(width, width, true),
            key: self.linear(width, width, true),
            value: self.linear(width, width, true),
            output: self.linear(width, width, true),
            first: self.norm(width),
            up: self.linear(inner, width, true),
            down: self.linear(width, inner, true),
            second: self.norm(width),
        }
    }
}

/// What a layer keeps for the way back.
pub(crate) struct Kept {
    inputs: Array2<f32>,
    queries: Array2<f32>,
    keys: Array2<f32>,
    values: Array2<f32>,
    shares: Vec<Array2<f32>>,
    mixed: Array2<f32>,
    drops: [Option<Array2<f32>>; 2],
    first: Normal,
    middle: Array2<f32>,
    inner: Array2<f32>,
    bent: Array2<f32>,
    second: Normal,
}

impl Layer {
    /// First values of a layer that no other training has left values for.
    pub(crate) fn fresh(&self, values: &mut [f32], noise: &mut Noise) {
        for linear in [
            self.query,
            self.key,
            self.value,
            self.output,
            self.up,
            self.down,
        ] {
            linear.weight.fresh(values, noise, 0.04);
        }
        for norm in [self.first, self.second] {
            norm.weight.of_mut(values).fill(1.0);
        }
    }

    /// The states after the layer; with noise, a share of what each half adds is dropped.
    pub(crate) fn forward(
        &self,
        values: &[f32],
        inputs: Array2<f32>,
        noise: &mut Option<Noise>,
    ) -> (Array2<f32>, Kept) {
        let queries = self.query.of(values, &inputs);
        let keys = self.key.of(values, &inputs);
        let held = self.value.of(values, &inputs);
        let (mixed, shares) = attend(&queries, &keys, &held);
        let mut sum = self.output.of(values, &mixed);
        let before = drop(&mut sum, noise);
        sum += &inputs;
        let (middle, first) = self.first.of(values, sum);
        let inner = self.up.of(values, &middle);
        let bent = inner.mapv(|x| x * below(x));
        let mut sum = self.down.of(values, &bent);
        let behind = drop(&mut sum, noise);
        sum += &middle;
        let (out, second) = self.second.of(values, sum);
        let kept = Kept {
            inputs,
            queries,
            keys,
            values: held,
            shares,
            mixed,
            drops: [before, behind],
            first,
            middle,
            inner,
            bent,
            second,
        };
        (out, kept)
    }

    /// Adds to the gradients; the gradient of the inputs.
    pub(crate) fn back(
        &self,
        values: &[f32],
        grads: &mut [f32],
        kept: &Kept,
        out: Array2<f32>,
    ) -> Array2<f32> {
        let mut half = self.second.back(values, grads, &kept.second, out);
        let mut middle = half.clone();
        undrop(&mut half, kept.drops[1].as_ref());
        let mut inner = self.down.back(values, grads, &kept.bent, &half);
        Zip::from(&mut inner)
            .and(&kept.inner)
            .for_each(|grad, x| *grad *= slope(*x));
        middle += &self.up.back(values, grads, &kept.middle, &inner);
        let mut half = self.first.back(values, grads, &kept.first, middle);
        let mut inputs = half.clone();
        undrop(&mut half, kept.drops[0].as_ref());
        let mixed = self.output.back(values, grads, &kept.mixed, &half);
        let [queries, keys, held] = attend_back(kept, &mixed);
        inputs += &self.query.back(values, grads, &kept.inputs, &queries);
        inputs += &self.key.back(values, grads, &kept.inputs, &keys);
        inputs += &self.value.back(values, grads, &kept.inputs, &held);
        inputs
    }
}

/// Drops a share of the values; what was kept, where there is noise.
pub(crate) fn drop(rows: &mut Array2<f32>, noise: &mut Option<Noise>) -> Option<Array2<f32>> {
    let noise = noise.as_mut()?;
    let mask = rows.mapv(|_| noise.kept());
    *rows *= &mask;
    Some(mask)
}

pub(crate) fn undrop(rows: &mut Array2<f32>, mask: Option<&Array2<f32>>) {
    if let Some(mask) = mask {
        *rows *= mask;
    }
}

/// 1 / √32
const SCALE: f32 = 0.176_776_7;

fn attend(
    queries: &Array2<f32>,
    keys: &Array2<f32>,
    values: &Array2<f32>,
) -> (Array2<f32>, Vec<Array2<f32>>) {
    let mut out = Array2::zeros(queries.dim());
    let mut all = Vec::new();
    for head in (0..queries.ncols()).step_by(HEAD) {
        let part = Slice::from(head..head + HEAD);
        let mut shares = queries
            .slice_axis(Axis(1), part)
            .dot(&keys.slice_axis(Axis(1), part).t())
            * SCALE;
        for mut row in shares.rows_mut() {
            let most = row.fold(f32::MIN, |a, b| a.max(*b));
            row.mapv_inplace(|value| (value - most).exp());
            let sum = row.sum();
            row /= sum;
        }
        out.slice_axis_mut(Axis(1), part)
            .assign(&shares.dot(&values.slice_axis(Axis(1), part)));
        all.push(shares);
    }
    (out, all)
}

fn attend_back(kept: &Kept, mixed: &Array2<f32>) -> [Array2<f32>; 3] {
    let mut queries = Array2::zeros(mixed.dim());
    let mut keys = Array2::zeros(mixed.dim());
    let mut values = Array2::zeros(mixed.dim());
    for (number, shares) in kept.shares.iter().enumerate() {
        let part = Slice::from(number * HEAD..(number + 1) * HEAD);
        let out = mixed.slice_axis(Axis(1), part);
        values
            .slice_axis_mut(Axis(1), part)
            .assign(&shares.t().dot(&out));
        let mut scores = out.dot(&kept.values.slice_axis(Axis(1), part).t());
        for (mut row, shares) in scores.rows_mut().into_iter().zip(shares.rows()) {
            let along = row.dot(&shares);
            Zip::from(&mut row).and(&shares).for_each(|value, share| {
                *value = (*value - along) * share * SCALE;
            });
        }
        queries
            .slice_axis_mut(Axis(1), part)
            .assign(&scores.dot(&kept.keys.slice_axis(Axis(1), part)));
        keys.slice_axis_mut(Axis(1), part)
            .assign(&scores.t().dot(&kept.queries.slice_axis(Axis(1), part)));
    }
    [queries, keys, values]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A layer of 32 values and its parameters, without a pattern.
    fn layer() -> (Layer, Vec<f32>) {
        let mut from = Layout::default();
        let layer = from.layer(32, 64);
        let mut noise = Noise::new(5);
        let mut values: Vec<f32> = (0..from.at).map(|_| noise.normal(0.2)).collect();
        for norm in [layer.first, layer.second] {
            norm.weight.of_mut(&mut values).fill(1.1);
        }
        (layer, values)
    }

    /// A loss that weighs each value of the outcome differently.
    fn loss(layer: &Layer, values: &[f32], inputs: &Array2<f32>) -> f64 {
        let (out, _) = layer.forward(values, inputs.clone(), &mut None);
        let weighed = out
            .indexed_iter()
            .map(|((a, b), value)| f64::from(weight(a, b) * value));
        weighed.sum()
    }

    fn weight(row: usize, col: usize) -> f32 {
        f32::from(u8::try_from((row * 7 + col * 3) % 11).unwrap_or(0)) / 5.0 - 1.0
    }

    #[test]
    fn gradients_are_the_slopes_of_the_loss() {
        let (layer, values) = layer();
        let mut noise = Noise::new(9);
        let inputs = Array2::from_shape_fn((5, 32), |_| noise.normal(1.0));
        let (out, kept) = layer.forward(&values, inputs.clone(), &mut None);
        let slope = Array2::from_shape_fn(out.dim(), |(a, b)| weight(a, b));
        let mut grads = vec![0.0; values.len()];
        let back = layer.back(&values, &mut grads, &kept, slope);
        let by = 1e-2_f32;
        let near =
            |exact: f64, found: f32| (exact - f64::from(found)).abs() < 0.02 + 0.02 * exact.abs();
        for at in (0..values.len()).step_by(97) {
            let mut up = values.clone();
            up[at] += by;
            let mut down = values.clone();
            down[at] -= by;
            let exact =
                (loss(&layer, &up, &inputs) - loss(&layer, &down, &inputs)) / f64::from(2.0 * by);
            assert!(near(exact, grads[at]), "{at}: {exact} {}", grads[at]);
        }
        for col in 0..32 {
            let mut up = inputs.clone();
            up[[2, col]] += by;
            let mut down = inputs.clone();
            down[[2, col]] -= by;
            let exact =
                (loss(&layer, &values, &up) - loss(&layer, &values, &down)) / f64::from(2.0 * by);
            assert!(
                near(exact, back[[2, col]]),
                "{col}: {exact} {}",
                back[[2, col]]
            );
        }
    }
}
