//! Answers as lines, table rows and JSON; masked only where they are printed.

use super::Answer;
use crate::cli::error::Failure;
use inquiry::network::calls::{After, Candidate, Common, Lanes, Profile, Seen, Together};
use model::ContactId;

/// The first contacts of a row; JSON has them all.
fn ids(rows: &[ContactId]) -> String {
    let first: Vec<&str> = rows.iter().take(3).map(ContactId::as_str).collect();
    let more = rows.len().saturating_sub(3);
    let rest = if more > 0 {
        format!(" +{more}")
    } else {
        String::new()
    };
    format!("{}{rest}", first.join(" "))
}

fn time(seen: Option<&Seen>) -> String {
    seen.map_or_else(|| "no time".to_owned(), |seen| seen.time.clone())
}

pub(super) fn profile(it: &Profile) -> Result<Answer, Failure> {
    let counts = |all: &[u64]| all.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    let mut lines = vec![
        format!(
            "NUMBER {}: {} contacts, {} out, {} in, {} s",
            it.number, it.contacts, it.outgoing, it.incoming, it.seconds
        ),
        format!("first      {}", time(it.first.as_ref())),
        format!("last       {}", time(it.last.as_ref())),
        format!(
            "hours      {} (0 to 23, zone {})",
            counts(&it.hours),
            it.zone
        ),
        format!("weekdays   {} (from Monday)", counts(&it.weekdays)),
    ];
    for silence in &it.silences {
        lines.push(format!(
            "silent     {} h: {} ({}) to {} ({})",
            silence.seconds / 3600,
            silence.from.time,
            silence.from.contact,
            silence.until.time,
            silence.until.contact
        ));
    }
    for (word, all) in [
        ("served by", &it.cells),
        ("handset", &it.handsets),
        ("SIM", &it.sims),
    ] {
        for held in all.iter().take(10) {
            lines.push(format!(
                "{word:<10} {}: {} contacts, {} to {}  {}",
                held.what,
                held.contacts,
                time(held.first.as_ref()),
                time(held.last.as_ref()),
                ids(&held.rows)
            ));
        }
    }
    let partners = it.partners.iter().take(25);
    let mut rows: Vec<_> = partners
        .map(|one| {
            let cells = vec![
                one.number.clone(),
                one.contacts.to_string(),
                one.outgoing.to_string(),
                one.seconds.to_string(),
                time(one.first.as_ref()),
                time(one.last.as_ref()),
                ids(&one.rows),
            ];
            (serde_json::Value::Null, cells)
        })
        .collect();
    // JSON has the whole profile as one object.
    match rows.first_mut() {
        Some(first) => first.0 = serde_json::to_value(it)?,
        None => rows.push((serde_json::to_value(it)?, Vec::new())),
    }
    Ok(Answer {
        lines,
        head: &[
            "with", "contacts", "out", "seconds", "first", "last", "rests on",
        ],
        rows,
        empty: "No contacts.",
    })
}

pub(super) fn common(all: &[Common]) -> Result<Answer, Failure> {
    let mut rows = Vec::new();
    for one in all {
        let with: Vec<String> = one
            .with
            .iter()
            .map(|side| format!("{} {}x", side.target, side.contacts))
            .collect();
        let held: Vec<String> = one.with.iter().map(|side| ids(&side.rows)).collect();
        let cells = vec![
            one.number.clone(),
            with.join("; "),
            one.others.to_string(),
            format!("{:.1}", one.rarity),
            held.join("; "),
        ];
        rows.push((serde_json::to_value(one)?, cells));
    }
    Ok(Answer {
        lines: Vec::new(),
        head: &[
            "common contact",
            "with",
            "all its contacts",
            "rarity",
            "rests on",
        ],
        rows,
        empty: "These numbers have no contact in common.",
    })
}

pub(super) fn lanes(it: &Lanes) -> Result<Answer, Failure> {
    let mut rows = Vec::new();
    for lane in &it.lanes {
        let word =
            |code: &Option<String>| code.clone().unwrap_or_else(|| "not recorded".to_owned());
        let cells = vec![
            word(&lane.imei),
            word(&lane.imsi),
            lane.number.clone(),
            time(lane.first.as_ref()),
            time(lane.last.as_ref()),
            lane.contacts.to_string(),
            lane.stretches.to_string(),
            ids(&lane.rows),
        ];
        rows.push((serde_json::to_value(lane)?, cells));
    }
    let lines = it.changes.iter().map(|change| {
        let other = if change.what == "handset" {
            "SIMs or numbers"
        } else {
            "handsets"
        };
        format!(
            "{} {} with {} {other}: {}",
            change.what,
            change.code,
            change.lanes.len(),
            change.how.replace('_', " ")
        )
    });
    Ok(Answer {
        lines: lines.collect(),
        head: &[
            "handset",
            "SIM",
            "number",
            "first",
            "last",
            "contacts",
            "stretches",
            "rests on",
        ],
        rows,
        empty: "No call record names a handset or a SIM.",
    })
}

pub(super) fn replaced(all: &[Candidate]) -> Result<Answer, Failure> {
    let mut rows = Vec::new();
    for one in all {
        let reasons: Vec<String> = one
            .reasons
            .iter()
            .map(|it| format!("{:+.1} {}: {}", it.weight, it.kind, it.words))
            .collect();
        let against: Vec<String> = one
            .against
            .iter()
            .map(|it| format!("{} {}", it.words, ids(&it.rows)))
            .collect();
        let held: Vec<ContactId> = one.reasons.iter().flat_map(|it| it.rows.clone()).collect();
        let cells = vec![
            one.old.clone(),
            one.rank.to_string(),
            one.new.clone(),
            format!("{:.1}", one.weight),
            time(one.onset.as_ref()),
            reasons.join("\n"),
            against.join("\n"),
            ids(&held),
        ];
        rows.push((serde_json::to_value(one)?, cells));
    }
    let lines = all.first().map(|one| format!("The weight ranks candidates and is no probability; below {:.1} it is no better than a guess among all numbers.", one.needed));
    Ok(Answer {
        lines: lines.into_iter().collect(),
        head: &[
            "old", "#", "new", "weight", "onset", "for", "against", "rests on",
        ],
        rows,
        empty: "No number looks as if another had taken its place.",
    })
}

pub(super) fn after(it: &After) -> Result<Answer, Failure> {
    let lines = vec![format!(
        "{} to {}: {} contacts; {:.1} are usual in these hours on {} other days (zone {})",
        it.at, it.until, it.contacts, it.usual, it.days, it.zone
    )];
    let mut rows = Vec::new();
    for one in it.pairs.iter().take(50) {
        let cells = vec![
            one.numbers.join(" -> "),
            one.contacts.to_string(),
            one.minutes.to_string(),
            format!("{:.2}", one.usual),
            format!("{} of {} days", one.as_many, it.days),
            format!("{:.3}", one.chance),
            ids(&one.rows),
        ];
        rows.push((serde_json::to_value(one)?, cells));
    }
    Ok(Answer {
        lines,
        head: &[
            "who",
            "contacts",
            "minutes after",
            "usual",
            "as many on",
            "by chance",
            "rests on",
        ],
        rows,
        empty: "Nobody was in contact in that time.",
    })
}

pub(super) fn together(it: &Together) -> Result<Answer, Failure> {
    let mut lines = vec![format!(
        "{} pairs compared (served by the same cell within {} minutes, zone {})",
        it.compared,
        it.within / 60,
        it.zone,
    )];
    lines.push(match it.least {
        Some(least) => format!(
            "Listed: pairs with {least} events or more; {:.2} would be by chance",
            it.by_chance
        ),
        None => format!(
            "{} have more events than their habits explain, {:.2} would by chance: they cannot be told from chance",
            it.met, it.by_chance
        ),
    });
    if it.left_out > 0 {
        lines.push(format!(
            "{} pairs were not compared: the records are too many; name a number",
            it.left_out
        ));
    }
    let mut rows = Vec::new();
    for one in &it.groups {
        let events = one.events.iter().map(|event| {
            let first = time(event.first.as_ref());
            format!("served by {} {first} {}", event.cell, ids(&event.rows))
        });
        let cells = vec![
            one.numbers.join("\n"),
            one.events.len().to_string(),
            one.days.to_string(),
            one.cells.to_string(),
            format!("{:.1}", one.usual),
            format!("{} of {} shifts", one.as_many, one.shifts),
            format!("{:.3}", one.chance),
            events.collect::<Vec<_>>().join("\n"),
        ];
        rows.push((serde_json::to_value(one)?, cells));
    }
    Ok(Answer {
        lines,
        head: &[
            "numbers",
            "times",
            "days",
            "cells",
            "usual",
            "as many under",
            "by chance",
            "rests on",
        ],
        rows,
        empty: "No numbers moved together more often than their own habits explain.",
    })
}
