//! Whether the end a record states fits its start and duration.

use super::reader::Reading;
use super::stamp::{self, Stamp};
use super::words::Role;
use super::zone::Instant;
use crate::table::Row;

/// Said of a record whose three times do not fit together.
const UNFIT: &str = "the end stated contradicts start and duration; the row is kept with its duration as written, the end is not used";
/// Said of a record that ends before it begins.
const BEFORE: &str = "the end stated lies before the start; the row is kept with its start and duration as written, the end is not used";

/// What is to be said of the end that a row states, given its duration in seconds.
pub(super) fn contradiction(
    reading: &Reading,
    row: &Row,
    seconds: Option<u64>,
) -> Option<&'static str> {
    let text = reading.layout.cell(row, Role::End);
    if text.is_empty() {
        return None;
    }
    let start = reading.moment(row)?.stamp;
    let end = end(text, &start, reading)?;
    let at = |stamp: &Stamp| match reading.zone.instant(stamp) {
        Instant::At(at) | Instant::Earlier(at) => Some(at.as_second()),
        Instant::Never | Instant::DayOnly => None,
    };
    let lasted = at(&end)?.checked_sub(at(&start)?)?;
    let Ok(lasted) = u64::try_from(lasted) else {
        return Some(BEFORE);
    };
    // Where no seconds are written, less than a minute cannot be told.
    let exact = text.matches(':').count() >= 2;
    let slack = if exact { 1 } else { 59 };
    (lasted.abs_diff(seconds?) > slack).then_some(UNFIT)
}

/// The end as a point in time; a clock time alone is on the day of the start, or on the next.
fn end(text: &str, start: &Stamp, reading: &Reading) -> Option<Stamp> {
    if let Some(end) = stamp::stamp(text, reading.order) {
        return end.time.is_some().then_some(end);
    }
    let time = stamp::clock(text)?;
    let next = start.time.is_some_and(|begun| time < begun);
    let date = if next {
        start.date.tomorrow().ok()?
    } else {
        start.date
    };
    Some(Stamp {
        date,
        time: Some(time),
        offset: start.offset,
    })
}
