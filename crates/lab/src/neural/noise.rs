//! Pseudo-random numbers that are the same for the same seed (Marsaglia's xorshift).

/// A stream of them.
#[derive(Clone, Debug)]
pub(crate) struct Noise {
    state: u64,
    /// One value of so many is dropped.
    dropped: u8,
}

impl Noise {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            dropped: 10,
        }
    }

    /// The same stream, which drops one value of so many in place of a tenth.
    pub(crate) fn dropping(self, dropped: u8) -> Self {
        Self { dropped, ..self }
    }

    /// The factor of a value: nothing where it is dropped, else what keeps the sum as it is (Srivastava and others 2014).
    pub(crate) fn kept(&mut self) -> f32 {
        let all = f32::from(self.dropped);
        if self.below(usize::from(self.dropped)) == 0 {
            0.0
        } else {
            all / (all - 1.0)
        }
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state >> 11
    }

    /// One of the numbers below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % (count.max(1) as u64)).unwrap_or(0)
    }

    /// About normal around nothing, as wide as `width`: the sum of twelve even ones.
    pub(crate) fn normal(&mut self, width: f32) -> f32 {
        let sum: u32 = (0..12)
            .map(|_| u32::try_from(self.next() & 0xffff).unwrap_or(0))
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "below 2^20")]
        let sum = sum as f32;
        (sum / 65_536.0 - 6.0) * width
    }

    /// Puts a list in another order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.below(at + 1);
            list.swap(at, other);
        }
    }
}
