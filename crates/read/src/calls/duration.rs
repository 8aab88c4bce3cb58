//! Durations as operators write them, in seconds.

/// What a bare number or the first of two numbers around a colon means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unit {
    /// A bare number counts minutes instead of seconds.
    pub(crate) minutes: bool,
    /// `1:05` is an hour and five minutes instead of a minute and five seconds.
    pub(crate) hours_first: bool,
}

/// Longer than this is no call but an error (31 days, in seconds).
const LONGEST: u64 = 31 * 24 * 3600;

/// Reads a duration: `65`, `1:05`, `0:01:05`, `1 min 5 s`, `65 сек`, `1h05m`. `None` if it is not exactly that.
pub(crate) fn seconds(text: &str, unit: Unit) -> Option<u64> {
    let text = text.trim();
    if text.is_empty() || text.len() > 48 {
        return None;
    }
    let seconds = if text.contains(':') {
        clocked(text, unit)?
    } else if text
        .contains(|c: char| c.is_alphabetic() || c == '\'' || c == '"' || c == '′' || c == '″')
    {
        worded(text)?
    } else {
        bare(text, unit)?
    };
    (seconds <= LONGEST).then_some(seconds)
}

fn bare(text: &str, unit: Unit) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    // "1 .0" is no number.
    let whole = number(whole).filter(|_| whole.trim_end() == whole)?;
    let tenths: f64 = format!("0.{part}").parse().ok()?;
    number(part.get(..part.len().min(9))?)?;
    let factor = if unit.minutes { 60 } else { 1 };
    // A fraction of a minute is whole seconds; a fraction of a second is dropped.
    Some(whole.checked_mul(factor)? + fraction(tenths, factor))
}

/// The whole seconds in a fraction of a unit of `factor` seconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the fraction is in 0..1 and the factor at most 60"
)]
fn fraction(part: f64, factor: u64) -> u64 {
    if factor == 1 {
        0
    } else {
        (part * factor as f64).round() as u64
    }
}

fn clocked(text: &str, unit: Unit) -> Option<u64> {
    let text = text.split_once(['.', ',']).map_or(text, |(head, _)| head);
    let pieces: Option<Vec<u64>> = text.split(':').map(number).collect();
    match (pieces?.as_slice(), unit.hours_first) {
        (&[minutes, seconds], false) if seconds < 60 => {
            minutes.checked_mul(60)?.checked_add(seconds)
        }
        (&[hours, minutes], true) if minutes < 60 => {
            (hours.checked_mul(60)?.checked_add(minutes)?).checked_mul(60)
        }
        (&[hours, minutes, seconds], _) if minutes < 60 && seconds < 60 => {
            hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)
        }
        _ => None,
    }
}

/// Numbers each with its unit, from larger to smaller.
fn worded(text: &str) -> Option<u64> {
    let mut rest = text.trim();
    let (mut total, mut last) = (0u64, u64::MAX);
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let count = number(&rest[..digits])?;
        let tail = rest[digits..].trim_start();
        let word = tail
            .find(|c: char| c.is_ascii_digit() || c.is_whitespace())
            .unwrap_or(tail.len());
        let size = unit_of(tail[..word].trim_end_matches(['.', ',']))?;
        if size >= last {
            return None;
        }
        last = size;
        total = total.checked_add(count.checked_mul(size)?)?;
        rest = tail[word..].trim_start_matches([' ', ',', '.', '\u{a0}', '\t']);
        rest = rest
            .strip_prefix("y ")
            .or_else(|| rest.strip_prefix("and "))
            .or_else(|| rest.strip_prefix("и "))
            .unwrap_or(rest);
    }
    Some(total)
}

fn unit_of(word: &str) -> Option<u64> {
    match word.to_lowercase().as_str() {
        "h" | "hr" | "hrs" | "hour" | "hours" | "hora" | "horas" | "ч" | "час" | "часа"
        | "часов" => Some(3600),
        "m" | "min" | "mins" | "minute" | "minutes" | "minuto" | "minutos" | "м" | "мин"
        | "минута" | "минуты" | "минут" | "'" | "′" => Some(60),
        "s" | "sec" | "secs" | "second" | "seconds" | "seg" | "segs" | "segundo" | "segundos"
        | "с" | "сек" | "секунда" | "секунды" | "секунд" | "\"" | "″" | "''" => {
            Some(1)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    let sound = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}
