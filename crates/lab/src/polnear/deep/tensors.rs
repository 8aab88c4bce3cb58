//! Reads the values of a trained encoder from a file in the safetensors format.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::path::Path;

/// A file of named tensors.
pub(super) struct Tensors {
    header: Value,
    data: Vec<u8>,
}

impl Tensors {
    /// A length in eight bytes, a header in JSON, then the values.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let bytes =
            std::fs::read(path).with_context(|| format!("no encoder at {}", path.display()))?;
        let (length, rest) = bytes.split_first_chunk::<8>().context("no header")?;
        let length = usize::try_from(u64::from_le_bytes(*length))?;
        let (header, data) = rest
            .split_at_checked(length)
            .context("a header cut short")?;
        Ok(Self {
            header: serde_json::from_slice(header)?,
            data: data.to_vec(),
        })
    }

    /// The values of a tensor of 32-bit floats.
    pub(super) fn get(&self, name: &str) -> Result<Vec<f32>> {
        let entry = &self.header[name];
        if entry["dtype"] != "F32" {
            bail!("{name} is not there in 32-bit floats");
        }
        let end = |at: usize| {
            entry["data_offsets"][at]
                .as_u64()
                .and_then(|end| usize::try_from(end).ok())
        };
        let (Some(from), Some(to)) = (end(0), end(1)) else {
            bail!("{name} has no place");
        };
        let bytes = self
            .data
            .get(from..to)
            .with_context(|| format!("{name} is cut short"))?;
        let (fours, _) = bytes.as_chunks::<4>();
        Ok(fours.iter().map(|four| f32::from_le_bytes(*four)).collect())
    }
}
