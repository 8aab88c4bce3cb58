//! The arithmetic of the encoder: whole-number products, and plain `+ - * /` in a fixed order for the rest.
//!
//! Nothing here calls a mathematical library or fuses a product with a sum, so every machine gives the same bits.
//! Weights are bytes with a scale for each row; activations are rounded to 12 bits with a scale for each row.

/// Largest rounded activation: 127 · 2047 · 1536 stays below 2^31.
const TOP: f32 = 2047.0;
/// Lanes of a sum whose order is fixed.
const LANES: usize = 8;
/// Adding and taking it away rounds to a whole number.
const ROUND: f32 = 12_582_912.0;

/// A linear map: `rows` outputs of `cols` inputs.
pub(in crate::extract) struct Linear {
    pub(in crate::extract) rows: usize,
    pub(in crate::extract) cols: usize,
    /// Row after row.
    pub(in crate::extract) weights: Vec<i16>,
    /// What a unit of each row's weights is worth.
    pub(in crate::extract) scales: Vec<f32>,
    pub(in crate::extract) bias: Vec<f32>,
}

/// Rows of rounded activations.
pub(in crate::extract) struct Rounded {
    values: Vec<i16>,
    scales: Vec<f32>,
}

/// Rounds rows of `cols` values each.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
pub(in crate::extract) fn rounded(rows: &[f32], cols: usize) -> Rounded {
    let mut values = Vec::with_capacity(rows.len());
    let mut scales = Vec::with_capacity(rows.len() / cols.max(1));
    for row in rows.chunks_exact(cols) {
        let mut most = [0.0_f32; LANES];
        for part in row.chunks_exact(LANES) {
            for (most, value) in most.iter_mut().zip(part) {
                let size = value.abs();
                *most = if size > *most { size } else { *most };
            }
        }
        let most = most.into_iter().fold(1e-9, f32::max);
        let by = TOP / most;
        scales.push(most / TOP);
        values.extend(row.iter().map(|value| whole(value * by)));
    }
    Rounded { values, scales }
}

/// The nearest whole number of a value between -2^15 and 2^15: the low bits of the sum's mantissa.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low half is the number"
)]
#[inline(always)]
fn whole(value: f32) -> i16 {
    (value + ROUND).to_bits() as i16
}

impl Linear {
    /// The outputs for each row of `inputs`.
    #[expect(
        clippy::inline_always,
        reason = "compiled for the machine's vector width where it is called"
    )]
    #[inline(always)]
    pub(in crate::extract) fn of(&self, inputs: &Rounded) -> Vec<f32> {
        let mut out = vec![0.0; inputs.scales.len() * self.rows];
        let all = self.weights.chunks_exact(self.cols);
        for (at, (weights, (own, bias))) in all.zip(self.scales.iter().zip(&self.bias)).enumerate()
        {
            let rows = inputs.values.chunks_exact(self.cols).zip(&inputs.scales);
            for (row, (values, scale)) in rows.enumerate() {
                out[row * self.rows + at] =
                    to_float(product(weights, values)) * (scale * own) + bias;
            }
        }
        out
    }
}

/// The product of a row of weights with a row of activations.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
fn product(weights: &[i16], values: &[i16]) -> i32 {
    weights
        .iter()
        .zip(values)
        .map(|(weight, value)| i32::from(*weight) * i32::from(*value))
        .sum()
}

#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[expect(clippy::cast_precision_loss, reason = "rounded the same everywhere")]
#[inline(always)]
fn to_float(value: i32) -> f32 {
    value as f32
}

/// The sum of values, always in the same order.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
fn sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let parts = values.chunks_exact(LANES);
    let rest = parts.remainder();
    for part in parts {
        for (lane, value) in lanes.iter_mut().zip(part) {
            *lane += value;
        }
    }
    for (lane, value) in lanes.iter_mut().zip(rest) {
        *lane += value;
    }
    lanes.into_iter().fold(0.0, |a, b| a + b)
}

/// Scale and shift of a normalisation (Ba, Kiros, Hinton 2016).
pub(in crate::extract) struct Norm {
    pub(in crate::extract) weight: Vec<f32>,
    pub(in crate::extract) bias: Vec<f32>,
}

impl Norm {
    /// Normalises each row in place.
    #[expect(
        clippy::inline_always,
        reason = "compiled for the machine's vector width where it is called"
    )]
    #[inline(always)]
    pub(in crate::extract) fn apply(&self, rows: &mut [f32]) {
        let cols = self.weight.len();
        let share = 1.0 / f32::from(u16::try_from(cols).unwrap_or(u16::MAX));
        let mut squares = vec![0.0; cols];
        for row in rows.chunks_exact_mut(cols) {
            let mean = sum(row) * share;
            for (square, value) in squares.iter_mut().zip(row.iter_mut()) {
                *value -= mean;
                *square = *value * *value;
            }
            // A square root is exact by the standard of floating-point numbers.
            let by = 1.0 / (sum(&squares) * share + 1e-12).sqrt();
            for ((value, weight), bias) in row.iter_mut().zip(&self.weight).zip(&self.bias) {
                *value = *value * by * weight + bias;
            }
        }
    }
}

/// e^x for x from -87 to 0: a power of two and a polynomial.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
pub(in crate::extract) fn exp(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let power = shifted - ROUND;
    // ln 2 in two parts, so that the rest is exact.
    let rest = x - power * 0.693_359_4 - power * -2.121_944_4e-4;
    let poly = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5
                        + rest
                            * (0.166_666_67
                                + rest
                                    * (0.041_666_67
                                        + rest * (0.008_333_334 + rest * 0.001_388_889)))));
    let bits = shifted.to_bits().wrapping_shl(23).wrapping_add(0x3f80_0000);
    poly * f32::from_bits(bits)
}

/// The Gaussian error linear unit, with the error function of Abramowitz and Stegun 7.1.26.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
pub(in crate::extract) fn gelu(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let poly = t
        * (0.254_829_6
            + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
    let tail = 0.5 * poly * exp(-(z * z));
    if x < 0.0 { x * tail } else { x - x * tail }
}

/// Softmax without its last division: the values to e^(x-max), and their sum.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
pub(in crate::extract) fn softmax(values: &mut [f32]) -> f32 {
    let most = values
        .iter()
        .copied()
        .fold(f32::MIN, |a, b| if b > a { b } else { a });
    for value in values.iter_mut() {
        *value = exp(*value - most);
    }
    sum(values)
}

/// A plain product of a few rows of weights with one row of values, in the order of the columns' lanes.
pub(in crate::extract) fn dot(weights: &[f32], values: &[f32]) -> f32 {
    let products: Vec<f32> = weights.iter().zip(values).map(|(a, b)| a * b).collect();
    sum(&products)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern, between -1 and 1.
    fn noise(seed: u64, count: usize) -> Vec<f32> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let step = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            f32::from(u16::try_from(state & 0xffff).unwrap_or(0)) / 32_768.0 - 1.0
        };
        std::iter::repeat_with(step).take(count).collect()
    }

    #[test]
    fn rounded_products_are_near_the_exact_ones() {
        let (rows, cols) = (12, 384);
        let weights: Vec<i16> = noise(1, rows * cols)
            .iter()
            .map(|value| whole(value * 127.0))
            .collect();
        let linear = Linear {
            rows,
            cols,
            weights: weights.clone(),
            scales: vec![0.01; rows],
            bias: noise(2, rows),
        };
        let inputs = noise(3, 5 * cols);
        let found = linear.of(&rounded(&inputs, cols));
        for (at, found) in found.iter().enumerate() {
            let (row, out) = (at / rows, at % rows);
            let exact: f64 = (0..cols)
                .map(|col| {
                    f64::from(weights[out * cols + col])
                        * 0.01
                        * f64::from(inputs[row * cols + col])
                })
                .sum();
            let exact = exact + f64::from(linear.bias[out]);
            assert!((exact - f64::from(*found)).abs() < 0.02, "{exact} {found}");
        }
    }

    /// What a layer does, in small.
    struct Work {
        linear: Linear,
        norm: Norm,
        inputs: Vec<f32>,
    }

    impl pulp::NullaryFnOnce for &Work {
        type Output = Vec<u32>;

        #[expect(
            clippy::inline_always,
            reason = "compiled for the machine's vector width where it is called"
        )]
        #[inline(always)]
        fn call(self) -> Vec<u32> {
            let mut out = self.linear.of(&rounded(&self.inputs, 64));
            self.norm.apply(&mut out);
            for value in &mut out {
                *value = gelu(*value);
            }
            let total = softmax(&mut out);
            out.push(total);
            out.iter().map(|value| value.to_bits()).collect()
        }
    }

    #[test]
    fn the_wide_and_the_narrow_machine_give_the_same_bits() {
        let linear = Linear {
            rows: 8,
            cols: 64,
            weights: noise(1, 512)
                .iter()
                .map(|value| whole(value * 127.0))
                .collect(),
            scales: noise(4, 8),
            bias: noise(2, 8),
        };
        let norm = Norm {
            weight: noise(5, 8),
            bias: noise(6, 8),
        };
        let work = Work {
            linear,
            norm,
            inputs: noise(3, 10 * 64),
        };
        let narrow = pulp::NullaryFnOnce::call(&work);
        assert_eq!(narrow, pulp::Arch::new().dispatch(&work));
    }

    #[test]
    fn the_functions_are_near_those_of_the_library() {
        for step in 0..2_000_i16 {
            let x = f32::from(step) / 100.0;
            let exact = (-f64::from(x)).exp();
            assert!(
                (f64::from(exp(-x)) - exact).abs() <= 1e-6 * exact + 1e-30,
                "{x}"
            );
        }
        for (x, exact) in [
            (0.0, 0.0),
            (1.0, 0.841_344_7),
            (-1.0, -0.158_655_26),
            (3.0, 2.995_950_3),
            (-6.0, -5.92e-9),
        ] {
            assert!((gelu(x) - exact).abs() < 2e-6, "{x}");
        }
    }

    #[test]
    fn rounding_is_to_the_nearest() {
        assert_eq!(
            [2.4, -2.6, 2047.0, -2047.0].map(whole),
            [2, -3, 2047, -2047]
        );
    }
}
