//! Both sides of the receipt, each counted by a path of its own.
//!
//! The side that went in is counted on the raw rows, with readers that share nothing with those that
//! make contacts but the question whether a cell is readable. The side that was kept is counted on the
//! finished contacts: hours from their UTC start, turned back into the record's zone. A slip in
//! between (a lost row, a shifted zone, a swapped column) makes the sides differ.

use super::reader::Reading;
use super::words::Role;
use super::zone::Zone;
use crate::calls::duration;
use crate::calls::stamp;
use crate::table::Row;
use model::Contact;

/// Hours of a day, and one place for rows without a readable hour.
pub(crate) const HOURS: usize = 25;

/// Sums over rows or contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) rows: usize,
    pub(crate) seconds: u64,
    pub(crate) hours: Vec<u64>,
    pub(crate) count: u64,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            rows: 0,
            seconds: 0,
            hours: vec![0; HOURS],
            count: 0,
        }
    }
}

impl Tally {
    /// Adds one raw row.
    pub(crate) fn add_row(&mut self, row: &Row, reading: &Reading) {
        let layout = &reading.layout;
        self.rows += 1;
        let lasting = layout.cell(row, Role::Duration);
        if duration::seconds(lasting, layout.unit).is_some() {
            self.seconds = self.seconds.saturating_add(raw_seconds(
                lasting,
                layout.unit.minutes,
                layout.unit.hours_first,
            ));
        }
        let moment = reading
            .moment(row)
            .filter(|moment| moment.stamp.time.is_some());
        let hour = moment.and_then(|moment| raw_hour(moment.clock));
        self.hours[hour.filter(|&hour| hour < 24).unwrap_or(24)] += 1;
        self.count = self
            .count
            .saturating_add(match layout.columns.get(&Role::Count) {
                Some(_) => layout.cell(row, Role::Count).parse().unwrap_or(0),
                None => 1,
            });
    }

    /// Adds one finished contact.
    pub(crate) fn add_contact(
        &mut self,
        contact: &Contact,
        zone: &Zone,
        reading: Option<&Reading>,
    ) {
        self.rows += 1;
        self.seconds = self.seconds.saturating_add(contact.seconds.unwrap_or(0));
        self.count = self.count.saturating_add(contact.count);
        let at = contact
            .start
            .as_deref()
            .and_then(|start| start.parse::<jiff::Timestamp>().ok());
        let offset = reading
            .and_then(|reading| stamp::stamp(&contact.start_raw, reading.order))
            .and_then(|stamp| stamp.offset);
        let hour = match at {
            Some(at) => zone.hour(at, offset),
            // A time the zone's clock never showed still has an hour as written.
            None => reading
                .filter(|reading| reading.has_clock(&contact.start_raw))
                .and_then(|_| raw_hour(&contact.start_raw)),
        };
        self.hours[hour.filter(|&hour| hour < 24).unwrap_or(24)] += 1;
    }
}

/// The hour in a text that is known to hold a clock time.
fn raw_hour(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut hour = None;
    for (at, _) in text.match_indices(':') {
        let from = if at >= 2 && is_digit(at - 2) {
            at.saturating_sub(2)
        } else {
            at.saturating_sub(1)
        };
        let before = from
            .checked_sub(1)
            .and_then(|at| bytes.get(at))
            .copied()
            .unwrap_or(b' ');
        let inside =
            matches!(before, b':' | b'+') || (before == b'-' && text[..from].contains(':'));
        if is_digit(at - 1) && is_digit(at + 1) && !inside {
            hour = text.get(from..at).and_then(|digits| digits.parse().ok());
        }
    }
    let Some(hour) = hour else {
        return raw_hour_compact(text);
    };
    let lower: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    match (lower.ends_with("pm"), lower.ends_with("am")) {
        (true, _) if hour < 12 => Some(hour + 12),
        (_, true) if hour == 12 => Some(0),
        _ => Some(hour),
    }
}

/// The hour of `20060601 0008`, `20060601000813`, `0008`, or of unix seconds.
fn raw_hour_compact(text: &str) -> Option<usize> {
    let runs: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    let last = *runs.last()?;
    match last.len() {
        10 | 13 => last
            .get(..10)?
            .parse::<usize>()
            .ok()
            .map(|seconds| seconds / 3600 % 24),
        12 | 14 => last.get(8..10)?.parse().ok(),
        4 | 6 => last.get(..2)?.parse().ok(),
        _ => None,
    }
}

/// The seconds in a text that is known to be a duration.
fn raw_seconds(text: &str, minutes: bool, hours_first: bool) -> u64 {
    if text.contains(':') {
        let whole = text.split(['.', ',']).next().unwrap_or_default();
        let sum = whole.split(':').fold(0u64, |sum, piece| {
            sum * 60 + piece.trim().parse::<u64>().unwrap_or(0)
        });
        return if hours_first && whole.matches(':').count() == 1 {
            sum * 60
        } else {
            sum
        };
    }
    let mut letters = text.trim().chars().peekable();
    let (mut sum, mut number, mut worded) = (0u64, 0u64, false);
    while let Some(letter) = letters.next() {
        if let Some(digit) = letter.to_digit(10) {
            number = number * 10 + u64::from(digit);
            continue;
        }
        let double = letters.peek() == Some(&'\'');
        let size = match letter.to_lowercase().next() {
            Some('h' | 'ч') => 3600,
            Some('\'') if double => 1,
            Some('m' | 'м' | '\'' | '′') => 60,
            Some('s' | 'с' | '"' | '″') => 1,
            _ => continue,
        };
        worded = true;
        sum += number * size;
        number = 0;
        while letters.next_if(|next| !next.is_ascii_digit()).is_some() {}
    }
    match (worded, minutes) {
        (true, _) => sum,
        (false, false) => text
            .trim()
            .split(['.', ','])
            .next()
            .and_then(|whole| whole.parse().ok())
            .unwrap_or(0),
        (false, true) => text
            .trim()
            .replace(',', ".")
            .parse::<f64>()
            .map_or(0, rounded),
    }
}

/// Minutes with a fraction as whole seconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounded by the reader to 31 days"
)]
fn rounded(minutes: f64) -> u64 {
    (minutes * 60.0).round() as u64
}
