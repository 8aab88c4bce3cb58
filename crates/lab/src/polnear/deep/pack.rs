//! Writes the weights as `inquiry::extract::deep` reads them: rows of bytes, what a unit of each is worth, floats.

use super::encoder::Encoder;
use super::net::{Net, Out};
use crate::neural::{Layer, Linear, Norm, Slot};
use inquiry::extract::deep::WIDTH;

/// The file's bytes.
pub(super) fn pack(encoder: &Encoder, net: &Net, values: &[f32]) -> Vec<u8> {
    let mut out = Vec::new();
    rows(&mut out, &encoder.words, WIDTH);
    rows(&mut out, &encoder.places, WIDTH);
    floats(&mut out, &vec![0.0; encoder.places.len() / WIDTH]);
    let low = &encoder.values;
    norm(&mut out, low, encoder.norm);
    encoder
        .layers
        .iter()
        .for_each(|one| layer(&mut out, low, one));
    net.layers
        .iter()
        .for_each(|one| layer(&mut out, values, one));
    slot(&mut out, values, net.features);
    last(&mut out, values, &net.cue);
    linear(&mut out, values, net.word);
    linear(&mut out, values, net.head);
    slot(&mut out, values, net.steps);
    slot(&mut out, values, net.paired);
    norm(&mut out, values, net.tie_norm);
    net.tie_layers
        .iter()
        .for_each(|one| layer(&mut out, values, one));
    last(&mut out, values, &net.argument);
    out
}

fn floats(out: &mut Vec<u8>, values: &[f32]) {
    out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}

fn slot(out: &mut Vec<u8>, values: &[f32], slot: Slot) {
    floats(out, &values[slot.at..slot.at + slot.len()]);
}

/// Rows of bytes and their scales.
fn rows(out: &mut Vec<u8>, values: &[f32], cols: usize) {
    let mut scales = Vec::new();
    for row in values.chunks_exact(cols) {
        let scale = row.iter().fold(1e-8_f32, |a, b| a.max(b.abs())) / 127.0;
        #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127")]
        out.extend(
            row.iter()
                .map(|value| ((value / scale).round_ties_even() as i8).cast_unsigned()),
        );
        scales.push(scale);
    }
    floats(out, &scales);
}

fn linear(out: &mut Vec<u8>, values: &[f32], linear: Linear) {
    let weight = linear.weight;
    rows(
        out,
        &values[weight.at..weight.at + weight.len()],
        weight.cols,
    );
    match linear.bias {
        Some(bias) => slot(out, values, bias),
        None => floats(out, &vec![0.0; weight.rows]),
    }
}

fn norm(out: &mut Vec<u8>, values: &[f32], norm: Norm) {
    slot(out, values, norm.weight);
    slot(out, values, norm.bias);
}

fn layer(out: &mut Vec<u8>, values: &[f32], layer: &Layer) {
    for one in [layer.query, layer.key, layer.value, layer.output] {
        linear(out, values, one);
    }
    norm(out, values, layer.first);
    linear(out, values, layer.up);
    linear(out, values, layer.down);
    norm(out, values, layer.second);
}

fn last(out: &mut Vec<u8>, values: &[f32], last: &Out) {
    slot(out, values, last.last.weight);
    last.last
        .bias
        .into_iter()
        .for_each(|bias| slot(out, values, bias));
    slot(out, values, last.other);
    slot(out, values, last.arcs);
}
