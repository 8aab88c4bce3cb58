//! Logarithm, exponential and powers that give the same bits on every machine; those of the platform do not.

/// The natural logarithm of a number above 0; for others, that of the smallest positive number.
pub(crate) fn ln(number: f64) -> f64 {
    libm::log(number.max(f64::MIN_POSITIVE))
}

/// The exponential; that of 709 above it, so that it is always finite.
pub(crate) fn exp(number: f64) -> f64 {
    libm::exp(number.min(709.0))
}

/// `base` to the power `times`.
pub(crate) fn power(base: f64, times: f64) -> f64 {
    libm::pow(base, times)
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, power};

    #[test]
    fn the_ends_are_kept() {
        assert_eq!((exp(0.0), exp(-1e9), exp(f64::MIN)), (1.0, 0.0, 0.0));
        assert!(exp(1e9).is_finite() && exp(1e9) > 1e307);
        assert_eq!((power(0.5, 0.0), power(0.5, 3.0)), (1.0, 0.125));
        assert!(ln(0.0).is_finite() && ln(-1.0).is_finite());
    }

    #[test]
    fn the_bits_are_these() {
        let bits = [ln(3.0), ln(0.7), exp(1.5), exp(-0.3), power(0.9, 17.0)].map(f64::to_bits);
        assert_eq!(
            bits,
            [
                0x3ff1_93ea_7aad_030a,
                0xbfd6_d3c3_24e1_3f50,
                0x4011_ed3f_e64f_c541,
                0x3fe7_b4c8_69c3_7c05,
                0x3fc5_58c7_65f2_9524,
            ]
        );
    }
}
