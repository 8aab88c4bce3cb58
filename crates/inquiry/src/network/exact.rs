//! The natural logarithm from the four operations alone, so that every machine gives the same bits.

/// The natural logarithm of a number above 0; for others, that of the smallest positive number.
pub(super) fn ln(number: f64) -> f64 {
    let number = number.max(f64::MIN_POSITIVE);
    let bits = number.to_bits();
    let mut power = i32::try_from(bits >> 52).unwrap_or(0) - 1023;
    let mut part = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if part > std::f64::consts::SQRT_2 {
        part /= 2.0;
        power += 1;
    }
    // ln(part) = 2 artanh((part - 1) / (part + 1)); twelve terms leave less than 1e-18.
    let small = (part - 1.0) / (part + 1.0);
    let square = small * small;
    let mut sum = 0.0;
    for odd in (0..12).rev() {
        sum = sum * square + 1.0 / f64::from(2 * odd + 1);
    }
    f64::from(power) * std::f64::consts::LN_2 + 2.0 * small * sum
}

#[cfg(test)]
mod tests {
    use super::ln;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_logarithm(number in 1e-300_f64..1e300, near in 0.5_f64..2.0) {
            for number in [number, near] {
                prop_assert!((ln(number) - number.ln()).abs() <= 4e-16 * number.ln().abs().max(1.0));
            }
        }
    }
}
