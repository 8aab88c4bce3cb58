//! Time zones: as given, as stated in the table, or assumed and said so.

use super::stamp::{self, Stamp};
use super::words::fold;
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// A time zone with the name the receipt carries.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    /// IANA name, or a fixed offset as `+03:00`.
    pub(crate) name: String,
    zone: TimeZone,
}

/// What became of a written time in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instant {
    /// One point in time.
    At(Timestamp),
    /// The clock showed it twice (end of summer time): the earlier of the two.
    Earlier(Timestamp),
    /// The clock never showed it (start of summer time).
    Never,
    /// Only a day is written.
    DayOnly,
}

impl Zone {
    /// UTC.
    pub(crate) fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            zone: TimeZone::UTC,
        }
    }

    /// A zone by IANA name (`America/Havana`) or offset (`+03:00`, `UTC-5`).
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(seconds) = stamp::offset(text) {
            return Self::fixed(seconds);
        }
        // Only names: never a file path or an environment's zone.
        let sound = text.len() <= 40
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"/_-+".contains(&b));
        let zone = sound.then(|| jiff::tz::db().get(text).ok()).flatten()?;
        let name = zone.iana_name().unwrap_or(text).to_owned();
        Some(Self { name, zone })
    }

    fn fixed(seconds: i32) -> Option<Self> {
        if seconds == 0 {
            return Some(Self::utc());
        }
        let zone = TimeZone::fixed(Offset::from_seconds(seconds).ok()?);
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.abs() / 60;
        Some(Self {
            name: format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
            zone,
        })
    }

    /// A zone that a header or a line above the table states.
    pub(crate) fn stated(text: &str) -> Option<Self> {
        if text.len() > 400 {
            return None;
        }
        by_offset(text).or_else(|| by_place(text))
    }

    /// The point in time of a stamp; its own offset wins.
    pub(crate) fn instant(&self, stamp: &Stamp) -> Instant {
        let Some(civil) = stamp.civil() else {
            return Instant::DayOnly;
        };
        if let Some(offset) = stamp.offset {
            return Offset::from_seconds(offset)
                .and_then(|offset| offset.to_timestamp(civil))
                .map_or(Instant::Never, Instant::At);
        }
        let ambiguous = self.zone.to_ambiguous_timestamp(civil);
        match ambiguous.offset() {
            AmbiguousOffset::Gap { .. } => Instant::Never,
            AmbiguousOffset::Unambiguous { .. } => {
                ambiguous.compatible().map_or(Instant::Never, Instant::At)
            }
            AmbiguousOffset::Fold { .. } => {
                ambiguous.earlier().map_or(Instant::Never, Instant::Earlier)
            }
        }
    }

    /// The hour the clock showed at a point in time; `offset` where the record states its own.
    pub(crate) fn hour(&self, at: Timestamp, offset: Option<i32>) -> Option<usize> {
        let hour = match offset {
            Some(seconds) => Offset::from_seconds(seconds).ok()?.to_datetime(at).hour(),
            None => at.to_zoned(self.zone.clone()).hour(),
        };
        usize::try_from(hour).ok()
    }
}

/// `UTC`, `GMT+3`, `(UTC-05:00)`, `МСК`, `MSK+2` as a word of the text.
fn by_offset(text: &str) -> Option<Zone> {
    let upper = text.to_uppercase().replace('\u{2212}', "-");
    for (word, base) in [("UTC", 0), ("GMT", 0), ("MSK", 3), ("МСК", 3)] {
        let Some(at) = find_word(&upper, word) else {
            continue;
        };
        let rest = upper[at + word.len()..].trim_start();
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | ':')))
            .unwrap_or(rest.len());
        let signed = rest
            .get(..end)
            .filter(|piece| piece.starts_with(['+', '-']));
        return match (signed.and_then(stamp::offset), base) {
            (Some(seconds), base) => Zone::fixed(seconds + base * 3600),
            (None, 0) => Some(Zone::utc()),
            (None, _) => Zone::parse("Europe/Moscow"),
        };
    }
    None
}

/// Where `word` stands in `text` with no letter or digit touching it.
fn find_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let letter = |c: char| c.is_alphabetic();
        !text[..at].ends_with(letter) && !text[at + word.len()..].starts_with(letter)
    })
}

/// "hora de La Habana", "Moscow time", "время московское", "America/Havana".
fn by_place(text: &str) -> Option<Zone> {
    let named = text.split(|c: char| !(c.is_ascii_alphanumeric() || "/_-+".contains(c)));
    for word in named.filter(|word| word.contains('/') && word.len() > 5) {
        if let Some(zone) = Zone::parse(word) {
            return Some(zone);
        }
    }
    let folded = fold(text);
    let speaks_of_time = [
        "time", "zone", "hora", "horario", "huso", "zona", "врем", "пояс",
    ]
    .iter()
    .any(|stem| folded.split(' ').any(|word| word.starts_with(stem)));
    let place = [
        ("habana", "America/Havana"),
        ("havana", "America/Havana"),
        ("cuba", "America/Havana"),
        ("cubana", "America/Havana"),
        ("гаван", "America/Havana"),
        ("кубинск", "America/Havana"),
        ("moscow", "Europe/Moscow"),
        ("moscu", "Europe/Moscow"),
        ("москв", "Europe/Moscow"),
        ("московск", "Europe/Moscow"),
        ("madrid", "Europe/Madrid"),
        ("мадрид", "Europe/Madrid"),
        ("минск", "Europe/Minsk"),
        ("minsk", "Europe/Minsk"),
    ]
    .iter()
    .find(|(stem, _)| folded.split(' ').any(|word| word.starts_with(stem)))?;
    speaks_of_time.then(|| Zone::parse(place.1)).flatten()
}
