//! "Se declararon inocentes de todos los cargos": who pleads so denies what he is charged with.

use super::{denied, is_nobody, put};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{CONJ, DET, NEG, PREP, TIME};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::Span;

/// What somebody says that he is.
const PLEAS: [&str; 3] = [
    "no culpable|culpables",
    "?completamente|totalmente|absolutamente inocente|inocentes",
    "?completamente|totalmente|absolutamente ajeno|ajena|ajenos|ajenas",
];
/// Verbs of saying so of oneself.
const VERBS: &str = "declar*|proclam*|manifest*|confes*";

/// Reads the pleas of a sentence.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    for verb in 1..view.len() {
        if view.is(verb - 1, "se")
            && fits(view.lower(verb), VERBS)
            && let Some(found) = read(view, index, verb, readings)
        {
            put(found, readings);
        }
    }
}

fn read(view: &View<'_>, index: usize, verb: usize, readings: &[Reading]) -> Option<Reading> {
    let plea = longest(view, verb + 1, &PLEAS)?;
    let group = verbs::group_start(view, 0, verb - 1);
    let negated = (group..verb).any(|at| view.has(at, NEG));
    let apart = view.lower(plea - 1).starts_with("ajen");
    let of = if apart {
        matches!(view.lower(plea), "a" | "al")
    } else {
        matches!(view.lower(plea), "de" | "del")
    };
    if apart && !of {
        return None;
    }
    let end = if of { charged(view, plea) } else { plea };
    let content = if of {
        Run::new(plea, end)
    } else {
        Run::new(verb + 1, plea)
    };
    let cue = Run::new(verb - 1, if of { plea } else { verb + 1 })?;
    let subject = clause::subject(view, group)
        .filter(|run| !view.has(run.from, PREP | TIME) && !view.has(run.to - 1, CONJ));
    let mut found = denied(view, index, cue, subject, content?)?;
    let known = readings.iter().find(|reading| {
        reading.sentence == index
            && reading
                .cue
                .zip(found.cue)
                .is_some_and(|(a, b)| a.overlaps(b))
    });
    if let Some(known) = known {
        let outside = |it: &Span| !view.sentence.span.contains(*it);
        found.source = found.source.or(known.source.filter(outside));
    }
    found.dropped |= found.source.is_none();
    let nobody = subject.is_some_and(|run| is_nobody(view, run));
    (!negated && !nobody).then_some(found)
}

/// Where the charge ends that begins at the token: before a mark or a day.
fn charged(view: &View<'_>, from: usize) -> usize {
    let day = |at: usize| {
        let article = view.has(at, DET) && view.has(at + 1, TIME) && !view.is(at - 1, "de");
        article || view.has(at, TIME)
    };
    let end = clause::object_end(view, from);
    (from + 2..end)
        .find(|at| day(*at) || matches!(view.lower(*at), "ante" | "durante" | "en"))
        .unwrap_or(end)
}
