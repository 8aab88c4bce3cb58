//! Identifiers of handsets and SIM cards.

/// Whether these are fifteen digits with a right check digit (Luhn, as 3GPP TS 23.003 annex B has it).
pub(crate) fn is_imei(text: &str) -> bool {
    let digits = plain(text);
    digits.len() == 15 && luhn(&digits)
}

/// What is wrong with an IMEI; 14 digits have no check digit, 16 a software version, and operators write 0 for the check digit.
pub(crate) fn imei_fault(text: &str) -> Option<&'static str> {
    let digits = plain(text);
    match digits.len() {
        14 | 16 => None,
        15 if luhn(&digits) || digits.ends_with(&[0]) => None,
        15 => Some("IMEI with a wrong check digit"),
        _ => Some("IMEI that has not 14 to 16 digits"),
    }
}

/// What is wrong with an IMSI: it has 15 digits (14 in a few networks), three of them the country.
pub(crate) fn imsi_fault(text: &str) -> Option<&'static str> {
    let sound = matches!(text.len(), 14 | 15) && text.bytes().all(|byte| byte.is_ascii_digit());
    (!sound).then_some("IMSI that has not 15 digits")
}

fn plain(text: &str) -> Vec<u32> {
    let digits: Option<Vec<u32>> = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '/' | '.'))
        .map(|letter| letter.to_digit(10))
        .collect();
    digits.unwrap_or_default()
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, &digit)| match at % 2 {
            0 => digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}
