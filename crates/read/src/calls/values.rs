//! What the columns of a table hold: a sample of its cells, and what a cell can be.

use super::duration::{self, Unit};
use super::layout::{is_blank, text};
use super::phone::{self, Number};
use super::stamp::{self, Order};
use super::words::Role;
use crate::table::{Row, Table};

/// Values looked at to judge a column.
const SAMPLE: usize = 300;

/// Whether a cell can be what a column is taken for.
pub(super) type Is = fn(&str) -> bool;

/// A sample of the records, spread over the whole table.
pub(super) struct Values<'t> {
    rows: Vec<&'t Row>,
}

impl<'t> Values<'t> {
    pub(super) fn of(table: &'t Table, body: usize) -> Self {
        let rows = table.rows.get(body..).unwrap_or_default();
        let step = rows.len().div_ceil(SAMPLE).max(1);
        Self {
            rows: rows
                .iter()
                .step_by(step)
                .filter(|row| !is_blank(row))
                .collect(),
        }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0)
    }

    pub(super) fn filled(&self, column: usize) -> usize {
        self.rows
            .iter()
            .filter(|row| !text(row, column).is_empty())
            .count()
    }

    pub(super) fn varies(&self, column: usize) -> bool {
        let mut values = self.rows.iter().map(|row| text(row, column));
        let first = values.next();
        values.any(|value| Some(value) != first)
    }

    /// The column of dates with clock times, or one of dates and one of clock times, filled in half the rows and right in
    /// this share of them.
    pub(super) fn times(&self, least: f64) -> Option<Vec<(Role, usize)>> {
        let most = |column: usize, is: Is| {
            self.filled(column) * 2 >= self.rows() && self.share(column, is) >= least
        };
        let columns = || 0..self.width();
        if let Some(start) = columns().find(|&column| most(column, is_moment)) {
            return Some(vec![(Role::Start, start)]);
        }
        let date = columns().find(|&column| most(column, is_day))?;
        let colon = |text: &str| text.contains(':') && is_clock(text);
        let clock = (date + 1..self.width())
            .chain(0..date)
            .find(|&column| most(column, colon))?;
        Some(vec![(Role::Date, date), (Role::Time, clock)])
    }

    /// Share of the filled cells of a column that pass.
    #[expect(clippy::cast_precision_loss, reason = "a sample is a few hundred rows")]
    pub(super) fn share(&self, column: usize, is: Is) -> f64 {
        let filled = self.filled(column);
        let passed = self
            .rows
            .iter()
            .map(|row| text(row, column))
            .filter(|text| !text.is_empty() && is(text))
            .count();
        if filled == 0 {
            0.0
        } else {
            passed as f64 / filled as f64
        }
    }
}

pub(super) fn is_duration(text: &str) -> bool {
    duration::seconds(text, Unit::default()).is_some()
        || duration::seconds(
            text,
            Unit {
                minutes: false,
                hours_first: true,
            },
        )
        .is_some()
}

/// A number, a masked number, a short code or a plain number as identifier.
pub(super) fn is_party(text: &str) -> bool {
    is_phone(text) || (text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let shaped = stamp::stamp(text, Order::DayFirst).is_none()
        || digits >= 9 && text.bytes().all(|b| b.is_ascii_digit());
    shaped && !matches!(phone::e164(text, None), Number::NotANumber) && (digits <= 15)
}

/// A number that can hardly be anything else: known as it stands or at least ten digits, no unix time, no IMEI.
pub(super) fn is_whole_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    is_phone(text) && (7..=14).contains(&digits) && stamp::stamp(text, Order::DayFirst).is_none()
}

pub(super) fn is_moment(text: &str) -> bool {
    [Order::DayFirst, Order::MonthFirst]
        .iter()
        .any(|&order| stamp::stamp(text, order).is_some_and(|stamp| stamp.time.is_some()))
}

pub(super) fn is_midnight(text: &str) -> bool {
    stamp::stamp(text, Order::DayFirst)
        .is_some_and(|stamp| stamp.time == Some(jiff::civil::Time::midnight()))
}

pub(super) fn is_day(text: &str) -> bool {
    [Order::DayFirst, Order::MonthFirst].iter().any(|&order| {
        stamp::stamp(text, order).is_some_and(|stamp| {
            stamp
                .time
                .is_none_or(|time| time == jiff::civil::Time::midnight())
        })
    })
}

pub(super) fn is_when(text: &str) -> bool {
    is_moment(text) || is_day(text)
}

pub(super) fn is_clock(text: &str) -> bool {
    stamp::clock(text).is_some()
}
