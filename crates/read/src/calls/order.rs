//! Day first or month first, decided on the evidence of a whole column.

use super::notes::Notes;
use super::stamp::{self, Order};
use model::Language;

/// Evidence gathered over a column of dates.
#[derive(Debug, Default)]
struct Evidence {
    /// Dates whose first number can only be a day.
    day_first: usize,
    /// Dates whose second number can only be a day.
    month_first: usize,
    /// Dates that could be either.
    either: usize,
    /// Dates with dots, which are written day first.
    dotted: usize,
}

/// Decides the order for these dates; what was assumed is said.
pub(crate) fn decide<'a>(
    dates: &(impl Iterator<Item = &'a str> + Clone),
    region: Option<&str>,
    language: Language,
    notes: &mut Notes,
) -> Order {
    let mut found = Evidence::default();
    for text in dates.clone() {
        match stamp::leading_numbers(text) {
            Some((13.., 1..=12, _)) => found.day_first += 1,
            Some((1..=12, 13.., _)) => found.month_first += 1,
            Some((_, _, separator)) => {
                found.either += 1;
                found.dotted += usize::from(separator == '.');
            }
            None => {}
        }
    }
    match (found.day_first, found.month_first) {
        (0, 0) if found.either == 0 || found.dotted == found.either => Order::DayFirst,
        (0, 0) => undecided(dates, region, language, notes),
        (day, month) => {
            if day > 0 && month > 0 {
                notes.say(format!("dates contradict each other: {day} can only be day first, {month} only month first; rows that do not fit the majority are rejected"));
            }
            if day >= month {
                Order::DayFirst
            } else {
                Order::MonthFirst
            }
        }
    }
}

/// No day above 12 in the whole column: records in order of time may tell, else the habit of region and language.
fn undecided<'a>(
    dates: &(impl Iterator<Item = &'a str> + Clone),
    region: Option<&str>,
    language: Language,
    notes: &mut Notes,
) -> Order {
    let sorted = |order: Order| {
        let days = || {
            dates
                .clone()
                .filter_map(move |text| stamp::stamp(text, order))
                .map(|stamp| stamp.date)
        };
        let distinct = days().zip(days().skip(1)).filter(|(a, b)| a != b).count();
        let rising = days().is_sorted();
        let falling = days().is_sorted_by(|a, b| a >= b);
        distinct >= 2 && (rising || falling)
    };
    let (day, month) = (sorted(Order::DayFirst), sorted(Order::MonthFirst));
    let american = region == Some("US") && language != Language::Es && language != Language::Ru;
    let (order, why) = match (day, month) {
        (true, false) => (Order::DayFirst, "only so are the rows in order of time"),
        (false, true) => (Order::MonthFirst, "only so are the rows in order of time"),
        _ if american => (Order::MonthFirst, "assumed from the region"),
        _ => (Order::DayFirst, "assumed"),
    };
    let read = if order == Order::DayFirst {
        "day/month/year"
    } else {
        "month/day/year"
    };
    notes.say(format!(
        "dates can be read two ways; read as {read} ({why}); --order dmy or mdy settles it"
    ));
    order
}
