//! `clew calls`: profiles, common contacts, handsets, replaced phones, what followed an event, who moved together.

mod args;
mod clock;
mod rows;

pub(super) use args::Calls;

use super::error::Failure;
use super::out;
use super::view::{self, View};
use crate::redact::Redacted;
use args::Question;
use clock::Clock;
use inquiry::network::calls::{self, Records};
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
    let clock = Clock::of(&view, it.zone.as_deref())?;
    let records = Records::of(&view.study.contacts);
    let answer = match &it.question {
        Question::Profile { number } => {
            let number = find(&records, number)?;
            let Some(profile) = calls::profile(&records, &number, &clock.zone) else {
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
            let within = *within * 60;
            rows::together(&calls::together(&records, number, within, &clock.zone))?
        }
        Question::After { time, within } => after(&records, &clock, time, *within)?,
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

/// Who was in contact in the minutes after a time, with the zone in which the time was read.
fn after(records: &Records<'_>, clock: &Clock, time: &str, within: i64) -> Result<Answer, Failure> {
    let at = clock.moment(time)?;
    let mut found = calls::after(records, at, within * 60, &clock.zone);
    found.zone.clone_from(&clock.name);
    let mut answer = rows::after(&found)?;
    answer.lines.push(clock.words());
    Ok(answer)
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
