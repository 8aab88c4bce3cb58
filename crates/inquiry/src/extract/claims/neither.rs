//! "Neither X nor Y accepts that C", "None of them believes it", "Tampoco X reconoce que C": what a negative subject, or
//! "nor" before it, does not grant is denied by all of them.

use super::called;
use super::clause;
use super::lexicon::{AUX, COMP, CONJ, Cue, DET, NEG, POSS, PREP, SUB};
use super::preposed;
use super::reading::Reading;
use super::view::{Run, View};
use model::{Certainty, Language};

/// The rule of such readings.
pub(super) const RULE: &str = "neither";

/// The most tokens of such a subject.
const LONGEST: usize = 14;
/// English verbs by which one grants a thing, and those by which one only believes it.
const GRANTS: [&str; 3] = ["accept", "accepts", "accepted"];
const BELIEVES: [&str; 3] = ["believe", "believes", "believed"];
/// The same in Spanish.
#[rustfmt::skip]
const GRANTS_SPANISH: [&str; 18] = [
    "acepta", "aceptan", "aceptó", "aceptaron", "aceptaba", "aceptaban", "reconoce", "reconocen", "reconoció", "reconocieron",
    "admite", "admiten", "admitió", "admitieron", "asume", "asumen", "asumió", "asumieron",
];
#[rustfmt::skip]
const BELIEVES_SPANISH: [&str; 9] = [
    "cree", "creen", "creyó", "creyeron", "creía", "creían", "comparte", "comparten", "compartió",
];
/// Things that only who is accused grants.
const DEEDS: [&str; 6] = ["hechos", "cargos", "culpa", "charge", "charges", "count"];

/// Reads the verb at token `at` where nobody of its subject grants what follows.
pub(super) fn read(view: &View<'_>, sentence: usize, at: usize) -> Option<Reading> {
    let lower = view.lower(at);
    let (grants, believes): (&[&str], &[&str]) = match view.lexicon.language {
        Language::Es => (&GRANTS_SPANISH, &BELIEVES_SPANISH),
        Language::Ru => return None,
        Language::En | Language::Unknown => (&GRANTS, &BELIEVES),
    };
    let believed = believes.contains(&lower);
    if !believed && !grants.contains(&lower) {
        return None;
    }
    let (subject, first) = subject(view, at)?;
    let mut from = at + 1;
    while view.adverb(from) && !view.has(from, DET | POSS) {
        from += 1;
    }
    let end = if view.has(from, COMP) && !view.has(from, PREP) {
        clause::clause_end(view, from)
    } else if is_thing(view, from) || view.infinitive(from) {
        clause::object_end(view, from)
    } else {
        return None;
    };
    let mut reading = Reading::new(
        sentence,
        RULE,
        &Cue::denial(lower),
        view.span(Run::new(first, at + 1)?),
    );
    if believed {
        reading.certainty = Certainty::Believed;
    }
    reading.source = subject.and_then(|run| view.span(run));
    reading.dropped = reading.source.is_none();
    reading.content.push(view.span(Run::new(from, end)?)?);
    Some(reading)
}

/// Whether what may be granted or denied begins at the token: "the charge", "los hechos".
fn is_thing(view: &View<'_>, from: usize) -> bool {
    let noun = |at: usize| {
        called::is_told(view, at)
            || preposed::is_denied(view.lower(at))
            || DEEDS.contains(&view.lower(at))
    };
    let bars = |at: &usize| view.has(*at, PREP | COMP | AUX) && !view.has(*at, DET);
    let thing = matches!(view.lower(from), "it" | "this" | "that" | "eso" | "esto");
    let mut near = (from..view.len().min(from + 4)).take_while(|at| !bars(at));
    thing && view.stop(from + 1) || view.has(from, DET | POSS) && near.any(noun)
}

/// The negative subject of the verb at `at`, none where it is left out, and the first token of the verb with its negation.
fn subject(view: &View<'_>, at: usize) -> Option<(Option<Run>, usize)> {
    let again = |at: usize| matches!(view.lower(at), "ni" | "nor") || view.has(at + 1, NEG);
    let over = |at: &usize| {
        view.stop(*at)
            || view.comma(*at) && !again(*at + 1)
            || view.is(*at, ";")
            || view.is(*at, ":")
            || view.open(*at)
            || view.close(*at)
            || view.has(*at, COMP | SUB) && !view.has(*at, PREP | DET)
    };
    let from = (at.saturating_sub(LONGEST)..at)
        .rev()
        .find(over)
        .map_or(at.saturating_sub(LONGEST), |at| at + 1);
    let from = from + usize::from(matches!(view.lower(from), "but" | "y" | "pero" | "and"));
    let plain = |from: usize, to: usize| {
        (from..to).all(|at| !view.has(at, AUX) || view.has(at, DET | POSS))
            && !(from..to).any(|at| view.is_past_form(at))
    };
    let whole = Run::new(from, at).filter(|run| plain(run.from, run.to));
    match view.lower(from) {
        "neither" => {
            let either = view.is(from + 1, "of") || (from..at).any(|at| view.is(at, "nor"));
            let one = view.len() > from + 1 && at == from + 1;
            whole.filter(|_| either || one).map(|run| (Some(run), at))
        }
        "none" => whole
            .filter(|_| view.is(from + 1, "of"))
            .map(|run| (Some(run), at)),
        "ni" => whole
            .filter(|run| (run.from + 1..run.to).any(|at| view.is(at, "ni")))
            .map(|run| (Some(run), at)),
        "ninguno" | "ninguna" => whole
            .filter(|_| matches!(view.lower(from + 1), "de" | "del"))
            .map(|run| (Some(run), at)),
        "tampoco" => {
            let first = if at == from + 1 { from } else { at };
            plain(from, at).then(|| (Run::new(from + 1, at), first))
        }
        _ => behind(view, at),
    }
}

/// "La cuñada tampoco reconoce que C".
fn behind(view: &View<'_>, at: usize) -> Option<(Option<Run>, usize)> {
    let group = at.checked_sub(1).filter(|at| view.is(*at, "tampoco"))?;
    if group > 0 && view.has(group - 1, CONJ | PREP | COMP) {
        return None;
    }
    Some((clause::subject(view, group), group))
}
