//! Dates as exact as they are known: a year, a month of a year, or a day.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A date with honest precision, in the Gregorian calendar; ordered by its first possible day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A date; `None` for a month or day that the calendar does not have, or a day without its month.
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let sound = (0..=9999).contains(&year)
            && match (month, day) {
                (None, None) => true,
                (None, Some(_)) => false,
                (Some(month), None) => (1..=12).contains(&month),
                (Some(month), Some(day)) => (1..=days_in(year, month)).contains(&day),
            };
        sound.then_some(Self { year, month, day })
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = text.split('-');
        let year = pieces
            .next()
            .filter(|piece| piece.len() == 4)?
            .parse()
            .ok()?;
        let mut two = || match pieces.next() {
            None => Some(None),
            Some(piece) if piece.len() == 2 => piece.parse().ok().map(Some),
            Some(_) => None,
        };
        let (month, day) = (two()?, two()?);
        if pieces.next().is_some() {
            return None;
        }
        Self::new(year, month, day)
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, if it is known.
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether both may be the same day: one is a less exact form of the other, or they are equal.
    pub fn may_equal(self, other: Self) -> bool {
        let meets = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
        self.year == other.year && meets(self.month, other.month) && meets(self.day, other.day)
    }
}

/// Days of a month; 0 for a month that there is not.
fn days_in(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            (None, _) => format!("{:04}", self.year),
        };
        f.pad(&text)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
            .ok_or_else(|| format!("not a date (YYYY, YYYY-MM or YYYY-MM-DD): {text:?}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar() {
        assert!(PartialDate::parse("2024-02-29").is_some());
        for wrong in [
            "2023-02-29",
            "2024-13",
            "2024-00-01",
            "24-01-01",
            "2024-1-1",
            "2024-01-01-01",
            "",
        ] {
            assert_eq!(PartialDate::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn written_as_read() {
        for text in ["2024", "2024-06", "2024-06-03"] {
            assert_eq!(
                PartialDate::parse(text).map(|d| d.to_string()).as_deref(),
                Some(text)
            );
        }
    }
}
