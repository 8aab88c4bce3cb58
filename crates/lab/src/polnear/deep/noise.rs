//! Pseudo-random numbers that are the same for the same seed (Marsaglia's xorshift).

/// A stream of them.
#[derive(Clone, Debug)]
pub(super) struct Noise(u64);

impl Noise {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    /// One of the numbers below `count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % (count.max(1) as u64)).unwrap_or(0)
    }

    /// About normal around nothing, as wide as `width`: the sum of twelve even ones.
    pub(super) fn normal(&mut self, width: f32) -> f32 {
        let sum: u32 = (0..12)
            .map(|_| u32::try_from(self.next() & 0xffff).unwrap_or(0))
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "below 2^20")]
        let sum = sum as f32;
        (sum / 65_536.0 - 6.0) * width
    }

    /// Puts a list in another order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.below(at + 1);
            list.swap(at, other);
        }
    }
}
