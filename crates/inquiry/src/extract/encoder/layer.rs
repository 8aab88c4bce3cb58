//! A layer of an encoder with attention (Vaswani 2017), as in BERT: normalised behind each half.

use super::kernel::{Linear, Norm, gelu, rounded, softmax};

/// Values in an attention head.
const HEAD: usize = 32;

/// One layer.
pub(in crate::extract) struct Layer {
    pub(in crate::extract) query: Linear,
    pub(in crate::extract) key: Linear,
    pub(in crate::extract) value: Linear,
    pub(in crate::extract) output: Linear,
    pub(in crate::extract) first: Norm,
    pub(in crate::extract) up: Linear,
    pub(in crate::extract) down: Linear,
    pub(in crate::extract) second: Norm,
}

impl Layer {
    /// The states after the layer; `states` are rows as wide as the layer.
    pub(in crate::extract) fn apply(&self, states: &mut [f32]) {
        pulp::Arch::new().dispatch(Pass {
            layer: self,
            states,
        });
    }

    #[expect(
        clippy::inline_always,
        reason = "compiled for the machine's vector width where it is called"
    )]
    #[inline(always)]
    fn forward(&self, states: &mut [f32]) {
        let width = self.query.cols;
        let inputs = rounded(states, width);
        let mixed = attention(
            &self.query.of(&inputs),
            &self.key.of(&inputs),
            &self.value.of(&inputs),
            width,
        );
        add(states, &self.output.of(&rounded(&mixed, width)));
        self.first.apply(states);
        let mut inner = self.up.of(&rounded(states, width));
        for value in &mut inner {
            *value = gelu(*value);
        }
        add(states, &self.down.of(&rounded(&inner, self.down.cols)));
        self.second.apply(states);
    }
}

/// States on their way through a layer. A closure would not be compiled for the machine's vector width.
struct Pass<'p> {
    layer: &'p Layer,
    states: &'p mut [f32],
}

impl pulp::NullaryFnOnce for Pass<'_> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "compiled for the machine's vector width where it is called"
    )]
    #[inline(always)]
    fn call(self) {
        self.layer.forward(self.states);
    }
}

#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
fn add(states: &mut [f32], more: &[f32]) {
    for (state, more) in states.iter_mut().zip(more) {
        *state += more;
    }
}

/// What each row takes from all rows, head by head.
#[expect(
    clippy::inline_always,
    reason = "compiled for the machine's vector width where it is called"
)]
#[inline(always)]
fn attention(queries: &[f32], keys: &[f32], values: &[f32], width: usize) -> Vec<f32> {
    let count = queries.len() / width;
    let mut out = vec![0.0; queries.len()];
    let mut turned = vec![0.0; HEAD * count];
    let mut scores = vec![0.0; count];
    // 1 / √32
    let scale = 0.176_776_7_f32;
    for head in (0..width).step_by(HEAD) {
        for (at, key) in keys.chunks_exact(width).enumerate() {
            for (dim, value) in key[head..head + HEAD].iter().enumerate() {
                turned[dim * count + at] = *value;
            }
        }
        for (query, out) in queries.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
            scores.fill(0.0);
            for (value, keys) in query[head..head + HEAD]
                .iter()
                .zip(turned.chunks_exact(count))
            {
                let value = value * scale;
                for (score, key) in scores.iter_mut().zip(keys) {
                    *score += value * key;
                }
            }
            let by = 1.0 / softmax(&mut scores);
            let mut sums = [0.0_f32; HEAD];
            for (score, value) in scores.iter().zip(values.chunks_exact(width)) {
                for (sum, value) in sums.iter_mut().zip(&value[head..head + HEAD]) {
                    *sum += score * value;
                }
            }
            for (out, sum) in out[head..head + HEAD].iter_mut().zip(sums) {
                *out = sum * by;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attention_is_a_mean_of_values() {
        // Where all keys are alike, every row takes the plain mean.
        let keys = vec![0.5; 3 * HEAD];
        let values: Vec<f32> = [1.0, 2.0, 6.0]
            .iter()
            .flat_map(|value| [*value; HEAD])
            .collect();
        let out = attention(&keys, &keys, &values, HEAD);
        assert!(
            out.iter().all(|value| (value - 3.0).abs() < 1e-5),
            "{out:?}"
        );
    }

    #[test]
    fn attention_looks_where_key_and_query_agree() {
        let keys: Vec<f32> = [9.0, -9.0]
            .iter()
            .flat_map(|value| [*value; HEAD])
            .collect();
        let values: Vec<f32> = [1.0, 5.0].iter().flat_map(|value| [*value; HEAD]).collect();
        let out = attention(&keys, &keys, &values, HEAD);
        assert!(
            (out[0] - 1.0).abs() < 1e-5 && (out[HEAD] - 5.0).abs() < 1e-5,
            "{out:?}"
        );
    }
}
