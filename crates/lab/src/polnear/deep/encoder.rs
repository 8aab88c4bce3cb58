//! The encoder that training starts from: what stays as it is, and what the trained layers begin with.

use super::lessons::Lesson;
use super::net::Net;
use super::tensors::Tensors;
use crate::neural::{Layer, Layout, Norm, Slot};
use anyhow::{Context as _, Result};
use inquiry::extract::deep::{LOWER, PIECES, POSITIONS, WIDTH};
use ndarray::Array2;
use std::collections::HashMap;

/// The parts that are not trained.
pub(super) struct Encoder {
    /// A row for each piece that is kept.
    pub(super) words: Vec<f32>,
    /// A row for each position, with what all pieces have in common.
    pub(super) places: Vec<f32>,
    pub(super) values: Vec<f32>,
    pub(super) norm: Norm,
    pub(super) layers: Vec<Layer>,
}

impl Encoder {
    /// `vocabulary` names the encoder's pieces, one a line.
    pub(super) fn read(tensors: &Tensors, vocabulary: &str) -> Result<Self> {
        let rows: HashMap<&str, usize> = vocabulary.lines().zip(0..).collect();
        let table = tensors.get("embeddings.word_embeddings.weight")?;
        let mut words = Vec::new();
        for piece in PIECES.lines() {
            let row = rows
                .get(piece)
                .with_context(|| format!("no piece {piece}"))?;
            words.extend_from_slice(&table[row * WIDTH..][..WIDTH]);
        }
        let common = tensors.get("embeddings.token_type_embeddings.weight")?;
        let places = tensors.get("embeddings.position_embeddings.weight")?;
        let places = places[..POSITIONS * WIDTH]
            .iter()
            .zip(common[..WIDTH].iter().cycle());
        let places = places.map(|(place, common)| place + common).collect();
        let mut from = Layout::default();
        let norm = from.norm(WIDTH);
        let layers: Vec<Layer> = (0..LOWER).map(|_| from.layer(WIDTH, 4 * WIDTH)).collect();
        let mut values = vec![0.0; from.at];
        fill(
            &mut values,
            norm.weight,
            &tensors.get("embeddings.LayerNorm.weight")?,
        );
        fill(
            &mut values,
            norm.bias,
            &tensors.get("embeddings.LayerNorm.bias")?,
        );
        for (number, layer) in layers.iter().enumerate() {
            copy(tensors, number, layer, &mut values)?;
        }
        Ok(Self {
            words,
            places,
            values,
            norm,
            layers,
        })
    }

    /// What the trained layers begin with.
    pub(super) fn begin(tensors: &Tensors, net: &Net, values: &mut [f32]) -> Result<()> {
        for (number, layer) in (LOWER..).zip(&net.layers) {
            copy(tensors, number, layer, values)?;
        }
        Ok(())
    }

    /// The states of a lesson's pieces behind the layers that are not trained.
    pub(super) fn low(&self, lesson: &Lesson) -> Array2<f32> {
        let pieces = &lesson.chunk.pieces;
        let first = Array2::from_shape_fn((pieces.len(), WIDTH), |(at, col)| {
            self.words[usize::from(pieces[at]) * WIDTH + col] + self.places[at * WIDTH + col]
        });
        let (mut states, _) = self.norm.of(&self.values, first);
        for layer in &self.layers {
            states = layer.forward(&self.values, states, &mut None).0;
        }
        states
    }
}

fn fill(values: &mut [f32], slot: Slot, from: &[f32]) {
    values[slot.at..slot.at + slot.len()].copy_from_slice(from);
}

/// Copies a layer of the encoder.
fn copy(tensors: &Tensors, number: usize, layer: &Layer, values: &mut [f32]) -> Result<()> {
    let of = |name: &str| tensors.get(&format!("encoder.layer.{number}.{name}"));
    let linears = [
        ("attention.self.query", layer.query),
        ("attention.self.key", layer.key),
        ("attention.self.value", layer.value),
        ("attention.output.dense", layer.output),
        ("intermediate.dense", layer.up),
        ("output.dense", layer.down),
    ];
    for (name, linear) in linears {
        fill(values, linear.weight, &of(&format!("{name}.weight"))?);
        if let Some(bias) = linear.bias {
            fill(values, bias, &of(&format!("{name}.bias"))?);
        }
    }
    for (name, norm) in [("attention.output", layer.first), ("output", layer.second)] {
        fill(
            values,
            norm.weight,
            &of(&format!("{name}.LayerNorm.weight"))?,
        );
        fill(values, norm.bias, &of(&format!("{name}.LayerNorm.bias"))?);
    }
    Ok(())
}
