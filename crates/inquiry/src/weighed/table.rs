//! Weights by row, as they are kept in the program.

/// The weights of a linear model, and what it leans to where nothing is known.
///
/// A file is, in this order: the bias and the size of a unit, each as four bytes (`f32`), then a signed byte a row. Little-endian.
#[derive(Clone, Copy, Debug)]
pub struct Table<'b> {
    bias: f32,
    unit: f32,
    rows: &'b [u8],
}

impl<'b> Table<'b> {
    /// Reads a table; `None` where it has no rows.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let (bias, bytes) = bytes.split_first_chunk::<4>()?;
        let (unit, rows) = bytes.split_first_chunk::<4>()?;
        (!rows.is_empty()).then_some(Self {
            bias: f32::from_le_bytes(*bias),
            unit: f32::from_le_bytes(*unit),
            rows,
        })
    }

    /// How many rows it has.
    pub const fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Log-odds by features, each of which counts the less the more there are: the sum over its square root.
    #[expect(
        clippy::cast_precision_loss,
        reason = "features are far fewer than 2^23"
    )]
    pub fn log_odds(&self, features: &[u64]) -> f32 {
        if features.is_empty() {
            return self.bias;
        }
        let rows = features
            .iter()
            .map(|hash| self.rows[row(*hash, self.rows())]);
        let sum: i32 = rows.map(|byte| i32::from(byte.cast_signed())).sum();
        self.bias + sum as f32 * self.unit / (features.len() as f32).sqrt()
    }
}

/// The row of a feature among so many.
pub const fn row(hash: u64, rows: usize) -> usize {
    ((hash >> 16) % rows as u64) as usize
}

#[cfg(test)]
mod tests {
    use super::{Table, row};

    #[test]
    fn weights_are_summed_by_row() {
        let mut bytes = 0.5_f32.to_le_bytes().to_vec();
        bytes.extend(2.0_f32.to_le_bytes());
        bytes.extend([3_i8.cast_unsigned(), (-1_i8).cast_unsigned()]);
        let table = Table::read(&bytes).expect("a table");
        assert_eq!(table.rows(), 2);
        let [one, other] = [0, 1].map(|wanted| {
            (0..1_u64 << 20)
                .find(|it| row(*it, 2) == wanted)
                .expect("a hash")
        });
        assert!((table.log_odds(&[]) - 0.5).abs() < 1e-6);
        assert!((table.log_odds(&[one]) - 6.5).abs() < 1e-6);
        assert!((table.log_odds(&[one, other, one, one]) - 8.5).abs() < 1e-6);
        assert!(Table::read(&[0; 8]).is_none());
        assert!(Table::read(&[0; 3]).is_none());
    }
}
