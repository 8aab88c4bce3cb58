//! Weeks and months, as numbers and as they are written.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// How time is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Weeks of ISO 8601, Monday to Sunday.
    Week,
    /// Months of the calendar.
    Month,
}

/// A week or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// As ISO 8601 writes it: `2024-W23` or `2024-06`.
    pub name: String,
    /// Its first day, counted from 1970-01-01.
    pub first: i32,
    /// Its last day.
    pub last: i32,
}

impl Period {
    /// Whether some day of `days` (first and last) is in it.
    pub fn touches(&self, days: (i32, i32)) -> bool {
        days.0 <= self.last && days.1 >= self.first
    }
}

/// The first and the last day that a time may mean, counted from 1970-01-01: `YYYY`, `YYYY-MM`, or what begins
/// with `YYYY-MM-DD`. `None` for anything else.
pub fn days(time: &str) -> Option<(i32, i32)> {
    let whole = |first: Date, last: Date| (number(first), number(last));
    match time.len() {
        4 => {
            let first = Date::new(time.parse().ok()?, 1, 1).ok()?;
            Some(whole(first, first.last_of_year()))
        }
        7 => {
            let first: Date = format!("{time}-01").parse().ok()?;
            Some(whole(first, first.last_of_month()))
        }
        _ => {
            let day: Date = time.get(..10)?.parse().ok()?;
            Some(whole(day, day))
        }
    }
}

fn number(date: Date) -> i32 {
    (date - epoch()).get_days()
}

const fn epoch() -> Date {
    Date::constant(1970, 1, 1)
}

/// The date of a day; days beyond the calendar's years are its nearest.
fn date(day: i32) -> Date {
    let span = jiff::Span::new().try_days(day);
    let edge = if day < 0 { Date::MIN } else { Date::MAX };
    span.and_then(|span| epoch().checked_add(span))
        .unwrap_or(edge)
}

impl By {
    /// The number of the period that a day is in; the next period has the next number.
    pub(super) fn number(self, day: i32) -> i32 {
        match self {
            // 1970-01-01 was a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => {
                let date = date(day);
                i32::from(date.year()) * 12 + i32::from(date.month()) - 1
            }
        }
    }

    pub(super) fn period(self, number_of: i32) -> Period {
        match self {
            Self::Week => {
                let first = number_of * 7 - 3;
                let week: ISOWeekDate = date(first).iso_week_date();
                debug_assert_eq!(week.weekday(), Weekday::Monday);
                Period {
                    name: format!("{:04}-W{:02}", week.year(), week.week()),
                    first,
                    last: first + 6,
                }
            }
            Self::Month => {
                let year = i16::try_from(number_of.div_euclid(12)).unwrap_or(i16::MAX);
                let month = i8::try_from(number_of.rem_euclid(12) + 1).unwrap_or(1);
                let first = Date::new(year, month, 1).unwrap_or(Date::MAX);
                Period {
                    name: format!("{year:04}-{month:02}"),
                    first: number(first),
                    last: number(first.last_of_month()),
                }
            }
        }
    }
}
