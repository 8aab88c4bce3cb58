//! Points in time as call records write them: date, clock time, offset.
//!
//! Only what is written is read. Whether `01/02/2024` is in January or February is decided over the
//! whole column (see `order`), never row by row.

use jiff::civil::{Date, DateTime, Time};

/// Which of day and month comes first in all-number dates with the year last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// What a text says of a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The day.
    pub(crate) date: Date,
    /// The clock time; `None` where only a day is written.
    pub(crate) time: Option<Time>,
    /// Seconds east of UTC, where the text says so.
    pub(crate) offset: Option<i32>,
}

impl Stamp {
    /// Date and time, where both are written.
    pub(crate) fn civil(&self) -> Option<DateTime> {
        self.time.map(|time| self.date.to_datetime(time))
    }
}

/// Unix seconds are taken for times between 2000 and 2100.
const UNIX: std::ops::Range<i64> = 946_684_800..4_102_444_800;

/// Month names by their first letters, lower case, in three languages; longer stems where three are not enough.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("ene", 1),
    ("янв", 1),
    ("feb", 2),
    ("фев", 2),
    ("mar", 3),
    ("мар", 3),
    ("apr", 4),
    ("abr", 4),
    ("апр", 4),
    ("may", 5),
    ("май", 5),
    ("мая", 5),
    ("jun", 6),
    ("июн", 6),
    ("jul", 7),
    ("июл", 7),
    ("aug", 8),
    ("ago", 8),
    ("авг", 8),
    ("sep", 9),
    ("set", 9),
    ("сен", 9),
    ("oct", 10),
    ("окт", 10),
    ("nov", 11),
    ("ноя", 11),
    ("dec", 12),
    ("dic", 12),
    ("дек", 12),
];

/// Reads a date with or without a time. `None` if the text is not exactly that.
pub(crate) fn stamp(text: &str, order: Order) -> Option<Stamp> {
    let text = text.trim();
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(text);
    }
    let (before, clock_text, after) = split_clock(text)?;
    let date_text = if before.is_empty() {
        after.date
    } else {
        before
    };
    let date = date(date_text, order)?;
    let time = match clock_text {
        Some(text) => Some(clock(text)?),
        None => None,
    };
    Some(Stamp {
        date,
        time,
        offset: after.offset,
    })
}

/// Reads a clock time: `8:05`, `08:05:13`, `8:05:13 PM`, `0805`, `080513`.
pub(crate) fn clock(text: &str) -> Option<Time> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let (digits, half) = split_half(&lower);
    let digits = digits
        .split_once(['.', ','])
        .map_or(digits, |(head, tail)| {
            if tail.bytes().all(|b| b.is_ascii_digit()) {
                head
            } else {
                digits
            }
        });
    let pieces: Vec<&str> = if digits.contains(':') {
        digits.split(':').collect()
    } else if matches!(digits.len(), 4 | 6) && digits.is_ascii() {
        (0..digits.len())
            .step_by(2)
            .filter_map(|at| digits.get(at..at + 2))
            .collect()
    } else {
        return None;
    };
    let mut hms = [0i8; 3];
    if !(2..=3).contains(&pieces.len()) {
        return None;
    }
    for (slot, piece) in hms.iter_mut().zip(&pieces) {
        *slot = small(piece)?;
    }
    let hour = match half {
        None => hms[0],
        Some(_) if !(1..=12).contains(&hms[0]) => return None,
        Some(pm) => hms[0] % 12 + if pm { 12 } else { 0 },
    };
    Time::new(hour, hms[1], hms[2], 0).ok()
}

/// Splits `am` and `pm` (also `a. m.`) off; `true` is afternoon.
fn split_half(lower: &str) -> (&str, Option<bool>) {
    let letters = lower.trim_end_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    let Some(head) = letters.strip_suffix('m') else {
        return (lower, None);
    };
    let head = head.trim_end_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    let trimmed = |head: &str| head.trim_end_matches([' ', '\u{a0}', '\u{202f}']).len();
    match (head.strip_suffix('a'), head.strip_suffix('p')) {
        (Some(rest), _) => (&lower[..trimmed(rest)], Some(false)),
        (_, Some(rest)) => (&lower[..trimmed(rest)], Some(true)),
        _ => (lower, None),
    }
}

/// One or two digits.
fn small(piece: &str) -> Option<i8> {
    let sound = (1..=2).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
    sound.then(|| piece.parse().ok()).flatten()
}

/// What follows the clock time.
#[derive(Clone, Copy, Default)]
struct After<'a> {
    offset: Option<i32>,
    date: &'a str,
}

/// Splits a text into what stands before the clock time, the clock time, and what stands behind it.
fn split_clock(text: &str) -> Option<(&str, Option<&str>, After<'_>)> {
    let Some(colon) = text.find(':') else {
        return Some(split_compact_clock(text));
    };
    let start = text[..colon]
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .len();
    let end = clock_end(text, colon);
    let before = text[..start].trim_end_matches(['T', 't', ' ', ',', '\u{a0}', '\u{202f}']);
    let before = before
        .trim_end_matches(|c: char| c == '-' && before.ends_with(" -"))
        .trim_end();
    let rest = text[end..].trim();
    let after = after_clock(rest);
    if !before.is_empty() && !after.date.is_empty() {
        return None;
    }
    Some((before, text.get(start..end), after))
}

/// `20060601 0008` and `20060601T000813`: a date of eight digits, then a time of four or six.
fn split_compact_clock(text: &str) -> (&str, Option<&str>, After<'_>) {
    let plain = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let offset = (plain.len() < text.len()).then_some(0);
    let split = plain
        .split_once([' ', 'T', 't', '-', '_'])
        .filter(|(date, time)| {
            date.len() == 8
                && matches!(time.len(), 4 | 6)
                && time.bytes().all(|b| b.is_ascii_digit())
        });
    match split {
        Some((date, time)) => (date, Some(time), After { offset, date: "" }),
        None => (text, None, After::default()),
    }
}

/// Where the clock time that holds this colon ends: minutes, seconds, fraction, am or pm.
fn clock_end(text: &str, colon: usize) -> usize {
    let rest = &text[colon..];
    let digits = rest
        .find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.' || c == ','))
        .unwrap_or(rest.len());
    let digits = rest[..digits].trim_end_matches([',', '.']).len();
    let tail = &rest[digits..];
    let half: String = tail
        .chars()
        .take(8)
        .filter(|c| c.is_alphabetic())
        .take(2)
        .collect();
    let half = half.to_ascii_lowercase();
    if half != "am" && half != "pm" {
        return colon + digits;
    }
    let m = tail.find(['m', 'M']).map_or(0, |at| at + 1);
    let dot = usize::from(tail[m..].starts_with('.'));
    colon + digits + m + dot
}

/// Reads what stands behind a clock time: nothing, an offset, or the date.
fn after_clock(rest: &str) -> After<'_> {
    let rest = rest.trim_start_matches([',', ' ']);
    if rest.is_empty() {
        return After::default();
    }
    let bare = rest
        .trim_start_matches(['(', '['])
        .trim_end_matches([')', ']']);
    if let Some(offset) = offset(bare) {
        return After {
            offset: Some(offset),
            date: "",
        };
    }
    After {
        offset: None,
        date: rest,
    }
}

/// Reads `Z`, `UTC`, `GMT`, `+03:00`, `-0500`, `+3`, `UTC+3` as seconds east of UTC.
pub(crate) fn offset(text: &str) -> Option<i32> {
    let upper = text.trim().to_uppercase().replace('\u{2212}', "-");
    let body = upper
        .strip_prefix("UTC")
        .or_else(|| upper.strip_prefix("GMT"))
        .unwrap_or(&upper)
        .trim();
    if upper == "Z" || (body.is_empty() && !upper.is_empty()) {
        return Some(0);
    }
    let (sign, digits) = match body.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(pair), _) => pair,
        (None, 1 | 2) => (digits, "0"),
        (None, 4) => digits.split_at_checked(2)?,
        _ => return None,
    };
    let (hours, minutes) = (i32::from(small(hours)?), i32::from(small(minutes)?));
    (hours <= 14 && minutes < 60).then(|| sign * (hours * 3600 + minutes * 60))
}

/// Digits alone: unix seconds or milliseconds, `yyyymmdd`, `yyyymmddhhmmss`, `yyyymmddhhmm`.
fn compact(text: &str) -> Option<Stamp> {
    match text.len() {
        8 => Some(Stamp {
            date: compact_date(text)?,
            time: None,
            offset: None,
        }),
        12 | 14 => Some(Stamp {
            date: compact_date(text.get(..8)?)?,
            time: Some(clock(text.get(8..)?)?),
            offset: None,
        }),
        10 | 13 => unix(text),
        _ => None,
    }
}

fn unix(text: &str) -> Option<Stamp> {
    let seconds: i64 = text.get(..10)?.parse().ok()?;
    if !UNIX.contains(&seconds) {
        return None;
    }
    let civil = jiff::Timestamp::from_second(seconds)
        .ok()?
        .to_zoned(jiff::tz::TimeZone::UTC)
        .datetime();
    Some(Stamp {
        date: civil.date(),
        time: Some(civil.time()),
        offset: Some(0),
    })
}

fn compact_date(text: &str) -> Option<Date> {
    let year: i16 = text.get(..4)?.parse().ok()?;
    (1900..2100).contains(&year).then_some(())?;
    Date::new(
        year,
        text.get(4..6)?.parse().ok()?,
        text.get(6..8)?.parse().ok()?,
    )
    .ok()
}

/// Reads a date of three numbers, or of two numbers and a month's name.
fn date(text: &str, order: Order) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact_date(text);
    }
    let pieces = pieces(text)?;
    if let Some(month) = pieces.month {
        let [a, b] = *pieces.numbers.as_slice() else {
            return None;
        };
        let (day, year) = if a.1 == 4 { (b, a) } else { (a, b) };
        return Date::new(full_year(year)?, month, i8::try_from(day.0).ok()?).ok();
    }
    let [a, b, c] = *pieces.numbers.as_slice() else {
        return None;
    };
    let (year, month, day) = match (a.1, order) {
        (4, _) => (a, b, c),
        (_, Order::DayFirst) => (c, b, a),
        (_, Order::MonthFirst) => (c, a, b),
    };
    Date::new(
        full_year(year)?,
        i8::try_from(month.0).ok()?,
        i8::try_from(day.0).ok()?,
    )
    .ok()
}

/// The first two numbers of an all-number date with the year last: what the order is decided on.
pub(crate) fn leading_numbers(text: &str) -> Option<(i16, i16, char)> {
    let (before, _, after) = split_clock(text.trim())?;
    let text = if before.is_empty() {
        after.date
    } else {
        before
    };
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    match *pieces(text)?.numbers.as_slice() {
        [a, b, c] if a.1 <= 2 && b.1 <= 2 && matches!(c.1, 2 | 4) => Some((a.0, b.0, separator)),
        _ => None,
    }
}

/// The numbers of a date with their widths, and the month if it is named.
#[derive(Default)]
struct Pieces {
    numbers: Vec<(i16, usize)>,
    month: Option<i8>,
}

fn pieces(text: &str) -> Option<Pieces> {
    let mut found = Pieces::default();
    for piece in text
        .split([' ', '/', '-', '.', ',', '\u{a0}'])
        .filter(|piece| !piece.is_empty())
    {
        if piece.bytes().all(|b| b.is_ascii_digit()) && matches!(piece.len(), 1 | 2 | 4) {
            found.numbers.push((piece.parse().ok()?, piece.len()));
            continue;
        }
        let lower = piece.to_lowercase();
        if matches!(lower.as_str(), "de" | "del" | "г" | "года") || is_weekday(&lower) {
            continue;
        }
        let month = MONTHS.iter().find(|(stem, _)| lower.starts_with(stem))?.1;
        if found.month.replace(month).is_some() {
            return None;
        }
    }
    Some(found)
}

fn is_weekday(lower: &str) -> bool {
    [
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "lun",
        "mié",
        "jue",
        "vie",
        "sáb",
        "dom",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "пн",
        "вт",
        "ср",
        "чт",
        "пт",
        "сб",
        "вс",
    ]
    .contains(&lower)
}

/// Two-digit years are of this century up to 69, as POSIX has it.
fn full_year((year, width): (i16, usize)) -> Option<i16> {
    match (width, year) {
        (4, 1900..2100) => Some(year),
        (2, 0..=68) => Some(2000 + year),
        (2, 69..=99) => Some(1900 + year),
        _ => None,
    }
}
