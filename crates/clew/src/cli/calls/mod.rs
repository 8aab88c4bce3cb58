//! `clew calls`: profiles, common contacts, handsets, replaced phones, what followed an event, who moved together.

mod args;
mod rows;

pub(super) use args::Calls;

use super::error::Failure;
use super::out;
use super::view::{self, View};
use crate::casefile;
use crate::redact::Redacted;
use args::Question;
use inquiry::network::calls::{self, Records};
use jiff::tz::TimeZone;
use serde_json::Value;

/// What a question gives: lines above the table, head, rows (JSON and cells).
pub(super) struct Answer {
    lines: Vec<String>,
    head: &'static [&'static str],
    rows: Vec<(Value, Vec<String>)>,
    empty: &'static str,
}

/// Answers a question on the call records of a case.
pub(super) fn calls(it: &Calls, json: bool) -> Result<(), Failure> {
    let view = view::open(&it.case, &it.sight, "calls")?;
    let zone = zone(&view, it.zone.as_deref())?;
    let records = Records::of(&view.study.contacts);
    let answer = match &it.question {
        Question::Profile { number } => {
            let number = find(&records, number)?;
            let Some(profile) = calls::profile(&records, &number, &zone) else {
                return Err(unknown(&number));
            };
            rows::profile(&profile)?
        }
        Question::Common { numbers } => {
            let found: Vec<String> = numbers
                .iter()
                .map(|number| find(&records, number))
                .collect::<Result<_, _>>()?;
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            rows::common(&calls::common(&records, &found))?
        }
        Question::Lanes { number } => {
            let number = number
                .as_deref()
                .map(|number| find(&records, number))
                .transpose()?;
            rows::lanes(&calls::lanes(&records, number.as_deref()))?
        }
        Question::Replaced { number, most } => {
            let number = number
                .as_deref()
                .map(|number| find(&records, number))
                .transpose()?;
            rows::replaced(&calls::replaced(&records, number.as_deref(), *most))?
        }
        Question::Together { number, within } => {
            let number = number
                .as_deref()
                .map(|number| find(&records, number))
                .transpose()?;
            let number = number.as_deref();
            rows::together(&calls::together(&records, number, *within * 60, &zone))?
        }
        Question::After { time, within } => {
            let at = moment(time, &zone)?;
            rows::after(&calls::after(&records, at, *within * 60, &zone))?
        }
    };
    print(&view, &answer, json)
}

fn print(view: &View, answer: &Answer, json: bool) -> Result<(), Failure> {
    if json {
        for (value, _) in answer.rows.iter().filter(|row| !row.0.is_null()) {
            out::json(&view.mask.json(value.clone()))?;
        }
        return Ok(());
    }
    for line in &answer.lines {
        out::masked(&view.line(line))?;
    }
    let cells: Vec<Vec<Redacted<String>>> = answer
        .rows
        .iter()
        .map(|(_, row)| row.iter().map(|cell| view.line(cell)).collect())
        .collect();
    out::table(answer.head, &cells, answer.empty)?;
    Ok(())
}

/// The zone given, or the one zone all imports share, or UTC; it is always printed.
fn zone(view: &View, given: Option<&str>) -> Result<TimeZone, Failure> {
    let name = given.or_else(|| casefile::zone_name(&view.study));
    match name {
        None => Ok(TimeZone::UTC),
        Some(name) => TimeZone::get(name).map_err(|_| {
            Failure::case(format!("the zone {name:?} is not known"))
                .hint("--zone America/Havana, or --zone UTC")
        }),
    }
}

/// A time as given: with an offset or Z as it stands, else in the zone.
fn moment(text: &str, zone: &TimeZone) -> Result<i64, Failure> {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return Ok(time.as_second());
    }
    let local = text.replacen(' ', "T", 1).parse::<jiff::civil::DateTime>();
    let zoned = local
        .ok()
        .and_then(|local| local.to_zoned(zone.clone()).ok());
    zoned.map(|it| it.timestamp().as_second()).ok_or_else(|| {
        Failure::case(format!("{text:?} is not a time"))
            .hint("write it as \"2024-10-12 18:30\", in the zone of --zone")
    })
}

/// The one number that is meant by all of it or by its last digits.
fn find(records: &Records<'_>, wanted: &str) -> Result<String, Failure> {
    let ends = |number: &&&str| wanted.len() > 3 && number.ends_with(wanted);
    if records.numbers().contains(&wanted) {
        return Ok(wanted.to_owned());
    }
    let found: Vec<&&str> = records.numbers().iter().filter(ends).collect();
    match found[..] {
        [one] => Ok((*one).to_owned()),
        _ => Err(unknown(wanted)),
    }
}

fn unknown(number: &str) -> Failure {
    Failure::case(format!(
        "no call record has the number {number:?}, or several end so"
    ))
    .hint("clew entities CASE --kind phone lists the numbers")
}
