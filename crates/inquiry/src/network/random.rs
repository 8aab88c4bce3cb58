//! The one source of chance of this stage: small, seeded, the same on every machine.
//!
//! xoshiro256++ 1.0 (Blackman and Vigna 2021), its state filled by splitmix64 as its authors advise. Not for secrets.

/// A stream of random numbers. The same seed gives the same stream, always.
#[derive(Clone, Debug)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        let mut mix = seed;
        Self {
            state: std::array::from_fn(|_| splitmix(&mut mix)),
        }
    }

    /// A stream of its own for one part of the work, so that parts can be done in any order.
    #[must_use]
    pub fn stream(seed: u64, part: u64) -> Self {
        let mut mix = seed;
        Self::new(splitmix(&mut mix) ^ part.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let kept = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= kept;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// A number from 0 to `bound`, `bound` itself left out; each as likely as the other (Lemire 2019). 0 for a bound of 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        let wide = u64::from(bound);
        loop {
            let product = (self.bits() >> 32) * wide;
            let low = product & 0xffff_ffff;
            // The few values that would make some numbers likelier are thrown again.
            if low >= wide || low >= u64::from(bound.wrapping_neg() % bound.max(1)) {
                return (product >> 32) as u32;
            }
        }
    }

    /// A place in a list of `length`; 0 for an empty one.
    pub fn place(&mut self, length: usize) -> usize {
        match u32::try_from(length) {
            Ok(bound) => self.below(bound) as usize,
            // A list longer than that is met with 64 bits; the bias is below 2^-32.
            Err(_) => usize::try_from(self.bits() % length as u64).unwrap_or(0),
        }
    }

    /// A number from 0 to 1, 1 left out, in steps of 2^-53.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something of this probability happens.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Puts a list in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.place(at + 1);
            list.swap(at, other);
        }
    }
}

/// The next number of splitmix64 (Steele, Lea and Flood 2014).
fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn splitmix_is_the_published_one() {
        // First outputs for seed 1234567 of the reference implementation.
        let mut state = 1_234_567;
        assert_eq!(splitmix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(splitmix(&mut state), 3_203_168_211_198_807_973);
    }

    #[test]
    fn xoshiro_is_the_published_one() {
        // First outputs of the reference implementation for the state 1, 2, 3, 4.
        let mut random = Random {
            state: [1, 2, 3, 4],
        };
        assert_eq!(random.bits(), 41_943_041);
        assert_eq!(random.bits(), 58_720_359);
    }

    #[test]
    fn every_number_comes_about_as_often() {
        let mut random = Random::new(7);
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[random.below(6) as usize] += 1;
        }
        // Five standard deviations of a binomial with n 60,000 and p 1/6 are 456.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 456));
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn streams_of_two_parts_differ() {
        assert_ne!(Random::stream(1, 0).bits(), Random::stream(1, 1).bits());
        assert_eq!(Random::stream(1, 5).bits(), Random::stream(1, 5).bits());
    }

    proptest! {
        #[test]
        fn numbers_stay_in_their_bounds(seed: u64, bound in 1_u32..) {
            let mut random = Random::new(seed);
            for _ in 0..20 {
                prop_assert!(random.below(bound) < bound);
                prop_assert!((0.0..1.0).contains(&random.unit()));
            }
        }

        #[test]
        fn a_shuffled_list_holds_the_same(seed: u64, length in 0_usize..40) {
            let mut list: Vec<usize> = (0..length).collect();
            Random::new(seed).shuffle(&mut list);
            list.sort_unstable();
            prop_assert_eq!(list, (0..length).collect::<Vec<_>>());
        }
    }
}
