//! Numbers, in digits and in words, and the numbers of people or things in a text.

use super::words::{NUMBER_WORDS, alternatives, look_up};
use super::{Found, Read, all};
use crate::extract::needs::Pattern;
use model::{Language, MentionKind};
use std::sync::LazyLock;

/// Digits with thousands separators or a decimal mark.
pub(super) const DIGITS: &str =
    r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d+(?:[.,]\d+)?";

/// Words that multiply the number before them.
pub(super) const SCALES: &str = r"(?i:thousand|million|billion|mil(?: millones)?|millones|millón|тысяч[аи]?|тыс\.?|миллион(?:а|ов)?|млн\.?|миллиард(?:а|ов)?|млрд\.?)";

/// A number in words, as a pattern.
pub(super) fn in_words() -> String {
    let word = alternatives(NUMBER_WORDS);
    format!(r"(?i:{word})(?:(?:-|\s+(?:y\s+|and\s+)?)(?i:{word}))*")
}

static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"\b(?:(?P<digits>{DIGITS})(?:[ \u{{a0}}](?P<scale>{SCALES})\b)?|(?P<words>{}))\b",
        in_words()
    ))
});

/// Reads digits with the separators of the language; `None` where they fit no notation.
pub(super) fn parse(digits: &str, language: Language) -> Option<f64> {
    let plain: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
    let mark = plain.rfind(['.', ',']);
    let Some(at) = mark else {
        return plain.parse().ok();
    };
    let tail = plain.len() - at - 1;
    let mark = plain.as_bytes().get(at).copied();
    let several = plain.bytes().filter(|b| Some(*b) == mark).count() > 1;
    // Three digits after the mark are thousands, but for the English decimal point.
    let thousands = tail == 3 && (several || mark == Some(b',') || language != Language::En);
    let (whole, rest) = if thousands {
        (plain.as_str(), "")
    } else {
        plain.split_at(at)
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if rest.is_empty() {
        whole.parse().ok()
    } else {
        format!("{whole}.{}", &rest[1..]).parse().ok()
    }
}

/// The factor of a scale word.
pub(super) fn scale(word: &str) -> f64 {
    let word = word.to_lowercase();
    match word.trim_end_matches('.') {
        "mil millones" => 1e9,
        word => look_up(NUMBER_WORDS, word).map_or(1.0, as_float),
    }
}

/// The value of a number in words: units add, hundred and above multiply what stands before them.
pub(crate) fn spoken(text: &str) -> Option<u64> {
    let (mut total, mut current) = (0_u64, 0_u64);
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    for word in words
        .filter(|word| !word.is_empty() && !matches!(word.to_lowercase().as_str(), "y" | "and"))
    {
        let value = look_up(NUMBER_WORDS, word)?;
        match value {
            100 if current > 0 => current = current.checked_mul(100)?,
            1000.. => {
                total = total.checked_add(current.max(1).checked_mul(value)?)?;
                current = 0;
            }
            _ => current = current.checked_add(value)?,
        }
    }
    total.checked_add(current)
}

/// Writes a number without superfluous decimals.
pub(super) fn written(number: f64) -> String {
    if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        format!("{number}")
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the table holds no number above 2^53"
)]
fn as_float(value: u64) -> f64 {
    value as f64
}

/// Numbers of people or things; dates, money and the like are taken before.
pub(super) fn numbers(read: Read<'_>, language: Language) -> Vec<Found> {
    let (text, _) = read;
    let mut found = Vec::new();
    for hit in all(read, &NUMBER) {
        let Some(whole) = hit.get(0) else { continue };
        let before = text[..whole.start()].chars().next_back();
        let mut after = text[whole.end()..].chars();
        let next = after.next();
        let joined =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "-/:%№#_@+*".contains(c));
        let fraction = next.is_some_and(|c| ".,".contains(c))
            && after.next().is_some_and(|c| c.is_ascii_digit());
        let inside = before.is_some_and(|c| ".,".contains(c))
            && text[..whole.start()]
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|c| c.is_ascii_digit());
        if joined(before) || joined(next) || fraction || inside {
            continue;
        }
        let value = if let Some(words) = hit.name("words") {
            spoken(words.as_str())
                .filter(|value| *value > 1 && !is_other_word(words.as_str(), language))
                .map(|value| value.to_string())
        } else {
            digits_value(&hit, text, whole.end(), language)
        };
        if value.is_some() {
            found.push(Found::new(
                whole.start(),
                whole.end(),
                MentionKind::Number,
                value,
            ));
        }
    }
    found
}

/// The value of a number in digits; a bare year, or a number no noun follows, counts nothing.
fn digits_value(
    hit: &crate::alphabet::Captures<'_>,
    text: &str,
    end: usize,
    language: Language,
) -> Option<String> {
    let digits = hit.name("digits")?.as_str();
    let scaled = hit.name("scale");
    let counted = text[end..]
        .strip_prefix([' ', '\u{a0}'])
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_alphabetic);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if year && scaled.is_none() && !counted {
        return None;
    }
    if digits.len() > 12 || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    let number = parse(digits, language)? * scaled.map_or(1.0, |word| scale(word.as_str()));
    Some(written(number))
}

/// Number words that mean something else in the text's language: English "once".
fn is_other_word(word: &str, language: Language) -> bool {
    matches!(
        (word.to_lowercase().as_str(), language),
        ("once", Language::En)
            | ("mil" | "ten", Language::Es)
            | ("once" | "mil", Language::Unknown)
    ) && !(word.eq_ignore_ascii_case("mil") && language == Language::Es)
}
