//! Contradictions, drifts, gaps, proceedings, states.

use super::key::{self, Files, Key, Line};
use super::run::{self, Run, Said};
use super::tally::Score;
use super::words::meets;
use std::collections::{BTreeMap, BTreeSet};

/// Whether what a run quotes is what the gold quotes, in the same file or in a copy of it.
fn at(files: &Files, gold: &key::Quote, file: &str, text: &str) -> bool {
    let file = files.resolve(file);
    file.is_some_and(|file| files.one_origin(file, &gold.file))
        && gold
            .text
            .as_deref()
            .is_some_and(|wanted| meets(wanted, text))
}

/// Contradictions by what is in dispute; then the same with the aspect equal.
pub(crate) fn contradictions(key: &Key, run: &Run, files: &Files) -> Vec<Score> {
    [
        ("contradictions", false),
        ("contradictions, same aspect", true),
    ]
    .map(|(name, strict)| {
        let mut disputes: BTreeMap<&str, bool> = BTreeMap::new();
        let mut met: BTreeSet<&str> = BTreeSet::new();
        let mut excused = BTreeSet::new();
        let mut right = BTreeSet::new();
        for line in &key.lines {
            let Line::Contradiction {
                aspect,
                about,
                sides,
                optional,
            } = line
            else {
                continue;
            };
            *disputes.entry(about).or_default() |= !optional;
            for (at, found) in run.contradictions.iter().enumerate() {
                if (!strict || found.aspect == *aspect) && both(files, sides, &found.places) {
                    met.insert(about);
                    let kind = if *optional { &mut excused } else { &mut right };
                    kind.insert(at);
                }
            }
        }
        let gold = disputes
            .iter()
            .filter(|(_, needed)| **needed)
            .map(|(about, _)| (met.contains(about), (*about).to_owned()))
            .collect();
        let found = run
            .contradictions
            .iter()
            .enumerate()
            .filter(|(at, _)| right.contains(at) || !excused.contains(at))
            .map(|(at, found)| (right.contains(&at), show(found)))
            .collect();
        Score::of(name, gold, found)
    })
    .into()
}

/// Whether two different places of a finding are the two sides.
fn both(files: &Files, sides: &[key::Quote], places: &[run::Quote]) -> bool {
    let [one, other] = sides else { return false };
    let is = |side: &key::Quote, place: &run::Quote| at(files, side, &place.file, &place.text);
    places.iter().enumerate().any(|(a, first)| {
        is(one, first)
            && places
                .iter()
                .enumerate()
                .any(|(b, second)| a != b && is(other, second))
    })
}

fn show(found: &run::Contradiction) -> String {
    let places: Vec<_> = found
        .places
        .iter()
        .map(|place| format!("{}: {}", place.file, place.text))
        .collect();
    format!("{}: {}", found.aspect, places.join(" | "))
}

/// Drifts. A loss of words and a change of mere wording that the gold does not list are not judged.
pub(crate) fn drifts(key: &Key, run: &Run, files: &Files) -> Score {
    let (mut gold, mut right, mut excused) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for line in &key.lines {
        let Line::Drift {
            before,
            after,
            what,
            optional,
        } = line
        else {
            continue;
        };
        let mut hit = false;
        for (number, found) in run.drifts.iter().enumerate() {
            if same_drift(files, before, after, found) {
                hit = true;
                let kind = if *optional { &mut excused } else { &mut right };
                kind.insert(number);
            }
        }
        if !optional {
            let text = |quote: &key::Quote| quote.text.clone().unwrap_or_default();
            gold.push((
                hit,
                format!(
                    "{what}: {} -> {}: {}",
                    text(before),
                    after.file,
                    text(after)
                ),
            ));
        }
    }
    let judged = |number: usize, found: &run::Drift| {
        right.contains(&number)
            || !(excused.contains(&number) || found.after.is_none() || found.what == "wording")
    };
    let found = run
        .drifts
        .iter()
        .enumerate()
        .filter(|(number, found)| judged(*number, found))
        .map(|(number, found)| {
            let after = found.after.as_ref().map_or("", |after| &after.text);
            (
                right.contains(&number),
                format!("{}: {} -> {after}", found.what, found.before.text),
            )
        })
        .collect();
    Score::of("drifts", gold, found)
}

/// Whether a found drift is the gold's, whichever copy it takes for the earlier one.
fn same_drift(files: &Files, before: &key::Quote, after: &key::Quote, found: &run::Drift) -> bool {
    let is = |side: &key::Quote, place: &run::Quote| at(files, side, &place.file, &place.text);
    match &found.after {
        None => after.text.is_none() && is(before, &found.before),
        Some(later) => {
            let exact = |place: &run::Quote| files.resolve(&place.file) == Some(&after.file);
            (is(before, &found.before) && is(after, later) && exact(later))
                || (is(before, later) && is(after, &found.before) && exact(&found.before))
        }
    }
}

/// Gaps by their clause; then the same with the kind equal.
pub(crate) fn gaps(key: &Key, run: &Run, files: &Files) -> Vec<Score> {
    let wanted = |line: &Line| match line {
        Line::Gap {
            file,
            text,
            kind,
            optional,
        } => Some((
            Said {
                file: file.clone(),
                text: text.clone(),
                kind: kind.clone(),
            },
            *optional,
        )),
        _ => None,
    };
    let gold: Vec<_> = key.lines.iter().filter_map(wanted).collect();
    vec![
        said("gaps", &gold, &run.gaps, files, false),
        said("gaps, same kind", &gold, &run.gaps, files, true),
    ]
}

/// Steps of proceedings by clause and stage.
pub(crate) fn proceedings(key: &Key, run: &Run, files: &Files) -> Score {
    let wanted = |line: &Line| match line {
        Line::Proceeding {
            file,
            text,
            stage,
            optional,
        } => Some((
            Said {
                file: file.clone(),
                text: text.clone(),
                kind: stage.clone(),
            },
            *optional,
        )),
        _ => None,
    };
    let gold: Vec<_> = key.lines.iter().filter_map(wanted).collect();
    said("proceedings", &gold, &run.proceedings, files, true)
}

/// Scores things that stand in a clause and have a kind, in files whose prose the gold annotates.
fn said(name: &str, gold: &[(Said, bool)], found: &[Said], files: &Files, strict: bool) -> Score {
    let same = |a: &Said, b: &Said| {
        files.resolve(&b.file) == Some(&a.file)
            && (!strict || a.kind == b.kind)
            && meets(&a.text, &b.text)
    };
    let show = |said: &Said| format!("{}: {}: {}", said.file, said.kind, said.text);
    let wanted = gold
        .iter()
        .filter(|(_, optional)| !optional)
        .map(|(one, _)| (found.iter().any(|other| same(one, other)), show(one)))
        .collect();
    let found = found
        .iter()
        .filter(|other| files.prose(&other.file).is_some())
        .filter_map(|other| {
            let right = gold
                .iter()
                .any(|(one, optional)| !optional && same(one, other));
            let excused = gold
                .iter()
                .any(|(one, optional)| *optional && same(one, other));
            (right || !excused).then(|| (right, show(other)))
        })
        .collect();
    Score::of(name, wanted, found)
}

/// The state in which each file ended.
pub(crate) fn states(key: &Key, run: &Run, files: &Files) -> Score {
    let found: BTreeMap<&str, &str> = run
        .states
        .iter()
        .filter_map(|(file, state)| Some((files.resolve(file)?, state.as_str())))
        .collect();
    let (mut gold, mut seen) = (Vec::new(), Vec::new());
    for line in &key.lines {
        if let Line::State { file, state } = line {
            let right = found.get(file.as_str()) == Some(&state.as_str());
            gold.push((right, format!("{file}: {state}")));
            if let Some(other) = found.get(file.as_str()) {
                seen.push((right, format!("{file}: {other}")));
            }
        }
    }
    Score::of("states", gold, seen)
}
