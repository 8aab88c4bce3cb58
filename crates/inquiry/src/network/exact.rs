//! Logarithm, exponential and whole powers from the four operations alone, so that every machine gives the same bits.

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

/// The two halves of the logarithm of 2 (as in fdlibm): the upper has so few digits that whole multiples of it are exact.
const LN_2: (f64, f64) = (
    f64::from_bits(0x3fe6_2e42_fee0_0000),
    f64::from_bits(0x3dea_39ef_3579_3c76),
);

/// The exponential; 0 below -708, and that of 709 above it.
pub(super) fn exp(number: f64) -> f64 {
    if number < -708.0 {
        return 0.0;
    }
    let number = number.min(709.0);
    let times = (number / std::f64::consts::LN_2).round();
    let part = number - times * LN_2.0 - times * LN_2.1;
    // At most 0.35 is left; fourteen terms leave less than 1e-18.
    let mut sum = 1.0;
    for term in (1..=14).rev() {
        sum = 1.0 + sum * part / f64::from(term);
    }
    sum * two(times)
}

/// 2 to a whole power from -1022 to 1023.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number in the range of exponents"
)]
fn two(power: f64) -> f64 {
    f64::from_bits(((power + 1023.0) as u64) << 52)
}

/// A whole power, by squaring.
pub(super) fn power(base: f64, mut times: usize) -> f64 {
    let (mut square, mut product) = (base, 1.0);
    while times > 0 {
        if times & 1 == 1 {
            product *= square;
        }
        square *= square;
        times >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, power};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_logarithm(number in 1e-300_f64..1e300, near in 0.5_f64..2.0) {
            for number in [number, near] {
                prop_assert!((ln(number) - number.ln()).abs() <= 4e-16 * number.ln().abs().max(1.0));
            }
        }

        #[test]
        fn it_is_the_exponential(number in -700.0_f64..700.0, near in -1.0_f64..1.0) {
            for number in [number, near] {
                let known = number.exp();
                prop_assert!((exp(number) - known).abs() <= 1e-15 * known, "{} {}", exp(number), known);
            }
        }

        #[test]
        fn it_is_the_power(base in 0.0_f64..1.0, times in 0_usize..500) {
            let known = base.powf(f64::from(u32::try_from(times).unwrap()));
            prop_assert!((power(base, times) - known).abs() <= 1e-12 * known);
        }
    }

    #[test]
    fn the_ends_are_kept() {
        assert_eq!((exp(0.0), exp(-1e9), exp(f64::MIN)), (1.0, 0.0, 0.0));
        assert!(exp(1e9).is_finite() && exp(1e9) > 1e307);
        assert_eq!((power(0.5, 0), power(0.5, 3)), (1.0, 0.125));
    }
}
