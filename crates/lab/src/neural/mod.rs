//! What trainings of small networks have in common: a layer with attention and its gradients, steps, noise.

mod adam;
mod layer;
mod noise;

pub(crate) use adam::Adam;
pub(crate) use layer::{Kept, Layer, Layout, Linear, Norm, Normal, Slot, drop, undrop};
pub(crate) use noise::Noise;
