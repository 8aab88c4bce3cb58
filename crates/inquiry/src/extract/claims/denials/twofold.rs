//! «Продажу квартиры Громов отрицает, побои признаёт»: a second thing and its verb, of the subject of the first.

use super::fronted::{accusative, opening};
use super::inverse::{Inverse, act, put, thing};
use super::parsing::{group, russian};
use super::speakers::acts_alone;
use crate::extract::claims::lexicon::{COMP, CONJ, PREP, PRON};
use crate::extract::claims::preposed::is_last;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};

/// The most words of the second thing.
const FAR: usize = 6;

/// Puts such readings in the place of what else was read of the second verb.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !russian(view) {
        return;
    }
    let found: Vec<Inverse> = (3..view.len())
        .filter_map(|at| read(view, index, at, readings))
        .collect();
    for one in &found {
        put(view, index, one, readings);
    }
}

/// Reads the verb at the token as the second.
fn read(view: &View<'_>, index: usize, at: usize, readings: &[Reading]) -> Option<Inverse> {
    let (known, end) = act(view, at)?;
    let group = group(view, at)?;
    let comma = opening(view, group).checked_sub(1)?;
    let from = comma + 1 + usize::from(matches!(view.lower(comma + 1), "а" | "но" | "и"));
    let plain = |at: usize| view.tokens[at].is_wordy() && !view.has(at, COMP | CONJ | PRON);
    let alone = view.comma(comma) && is_last(view, end) && (from..group).all(plain);
    let fits = from < group && group - from <= FAR && is_thing(view, (from, group), at);
    if !alone || !fits || view.has(from, PREP) {
        return None;
    }
    Some(Inverse {
        source: first(view, index, (comma, at), readings)?,
        cue: Run::new(group, end)?,
        object: Run::new(from, group)?,
        held: None,
        verb: at,
        known,
    })
}

/// Whether what stands before the verb is a thing and nobody who acts.
fn is_thing(view: &View<'_>, (from, group): (usize, usize), verb: usize) -> bool {
    let known = thing(view, from).is_some() || accusative(view, from);
    let last = group - 1;
    let named = (from..group).any(|at| view.capital(at) && acts_alone(view, at, verb));
    let acts =
        last > from && acts_alone(view, last, verb) && !view.lower(last).ends_with(['а', 'я']);
    known && !named && !acts
}

/// Who acts in the clause before the comma, by a verb of the same number.
fn first(
    view: &View<'_>,
    index: usize,
    (comma, verb): (usize, usize),
    readings: &[Reading],
) -> Option<Run> {
    let mark = view.tokens[comma].span.start;
    let same = |at: usize| ending(view.lower(at)) == ending(view.lower(verb));
    let before = readings.iter().rev().find_map(|it| {
        let cue = it
            .cue
            .filter(|cue| it.sentence == index && cue.end <= mark)?;
        let head = tokens(view, cue).next_back()?;
        let source = it.source.filter(|source| source.end <= mark)?;
        (act(view, head).is_some() && same(head)).then_some(source)
    })?;
    let inside: Vec<usize> = tokens(view, before).collect();
    Run::new(*inside.first()?, inside.last()? + 1)
}

/// The person, number and gender that a verb's ending tells; the past of a man and a present of one may stand together.
fn ending(lower: &str) -> u8 {
    let ends = |all: &[&str]| all.iter().any(|end| lower.ends_with(end));
    if ends(&["ли", "ют", "ят", "ут"]) {
        2
    } else {
        1
    }
}
