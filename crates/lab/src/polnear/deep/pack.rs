//! Writes the weights as `inquiry::extract::deep` reads them: tables of four-bit values, and floats.

use super::encoder::Encoder;
use super::net::{Net, Out};
use crate::neural::{Layer, Linear, Norm, Slot};
use inquiry::extract::deep::WIDTH;

/// The file's bytes.
pub(super) fn pack(encoder: &Encoder, net: &Net, values: &[f32]) -> Vec<u8> {
    let mut out = Vec::new();
    rows(&mut out, &encoder.words, WIDTH);
    rows(&mut out, &encoder.places, WIDTH);
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

/// Values that share what they are multiplied by.
const BLOCK: usize = 32;

/// A table of four-bit values: of all multipliers of a block the one that leaves the least squares.
fn rows(out: &mut Vec<u8>, values: &[f32], cols: usize) {
    let (mut halves, mut by, mut scales) = (Vec::new(), Vec::new(), Vec::new());
    for row in values.chunks_exact(cols) {
        let most = row
            .iter()
            .fold(0.0_f32, |most, value| most.max(value.abs()));
        let unit = (most / (7.5 * 15.0)).max(1e-9);
        for block in row.chunks_exact(BLOCK) {
            let (times, rounded) = quarter(block, unit);
            by.push(times);
            halves.extend(rounded);
        }
        scales.push(unit);
    }
    for all in [halves, by] {
        out.extend(all.chunks_exact(2).map(|two| two[0] | two[1] << 4));
    }
    floats(out, &scales);
}

/// What a block is multiplied by, and its values from 0 to 15.
fn quarter(block: &[f32], unit: f32) -> (u8, Vec<u8>) {
    let rounded = |times: u8| {
        let step = f32::from(times) * unit;
        let near = block
            .iter()
            .map(move |value| (value / step).round_ties_even().clamp(-8.0, 7.0));
        let lost: f32 = near
            .clone()
            .zip(block)
            .map(|(near, value)| (near * step - value).powi(2))
            .sum();
        (lost, times, near)
    };
    let best = (1..16).map(rounded).min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or((1, Vec::new()), |(_, times, near)| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 15"
        )]
        let values = near.map(|near| (near + 8.0) as u8).collect();
        (times, values)
    })
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
