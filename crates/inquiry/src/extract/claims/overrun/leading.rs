//! "Rejecting the claim that C, X said D", "a spokesman denying the rumours said D": a participle of denying ends before what its
//! subject says.

use super::{end_at, teller};
use crate::extract::claims::lexicon::{AUX, COMP, DET, POSS, PREP, REL, SUB};
use crate::extract::claims::parted;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::{Language, Polarity, Span};

/// The last token at which such a participle may open its sentence: "While strongly denying".
const OPENS: usize = 2;

/// Ends such denials, and names who says and denies.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        if reading.sentence != index || reading.polarity != Polarity::Denied {
            continue;
        }
        let Some(first) = reading.cue.and_then(|cue| tokens(view, cue).next()) else {
            continue;
        };
        let opens = (0..first).all(|at| view.adverb(at) || view.has(at, SUB | PREP));
        if view.gerund(first) && first <= OPENS && opens {
            opening(view, index, at, readings);
        } else if !view.is_quoted(first) {
            described(view, index, (at, first), readings);
        }
    }
}

/// "Rejecting the claim that C, X said D".
fn opening(view: &View<'_>, index: usize, at: usize, readings: &mut [Reading]) {
    let Some(cue) = readings[at].cue else {
        return;
    };
    let behind = |comma: &usize| {
        view.comma(*comma) && !view.is_quoted(*comma) && view.tokens[*comma].span.start >= cue.end
    };
    let main = (1..view.len())
        .filter(behind)
        .filter_map(|comma| Some((comma, teller(view, comma + 1)?)))
        .next_back();
    let Some((comma, (subject, verb))) = main else {
        return;
    };
    end_at(view, index, comma, readings);
    let told = view.tokens[verb].span;
    let reading = &mut readings[at];
    if reading.source.is_none_or(|source| source.contains(told)) {
        reading.source = view.span(subject);
        reading.dropped = false;
    }
}

/// "A spokesman denying the rumours said D", "un portavoz que negó los rumores dijo D".
fn described(view: &View<'_>, index: usize, (at, first): (usize, usize), readings: &mut [Reading]) {
    let (Some(source), [content]) = (readings[at].source, &readings[at].content[..]) else {
        return;
    };
    let Some(before) = first
        .checked_sub(1)
        .filter(|at| source.contains(view.tokens[*at].span))
    else {
        return;
    };
    let spanish = view.lexicon.language == Language::Es;
    let related = spanish && view.is(before, "que") && before > 0 && !view.comma(before - 1);
    if !related && !view.gerund(first) {
        return;
    }
    let nominal = |at: &usize| !view.has(*at, COMP | REL) && !view.comma(*at);
    let goes_on = |at: usize| {
        let finite = spanish && super::is_finite(view, at) && view.has(at + 1, COMP);
        finite || !spanish && parted::tells_on(view, at)
    };
    let verb = tokens(view, *content)
        .take_while(nominal)
        .skip(1)
        .find(|at| view.tells(*at) && goes_on(*at));
    let Some(verb) = verb else {
        // "The officer denying the claims was promoted"
        let mut inside = tokens(view, *content).take_while(nominal).skip(1);
        let helps = |at: &usize| view.has(*at, AUX) && !view.is(*at, "'s");
        let thing = tokens(view, *content).next();
        let thing = thing.is_some_and(|at| view.has(at, DET | POSS));
        if let Some(verb) = inside.find(helps).filter(|_| thing && !spanish) {
            end_at(view, index, verb, readings);
        }
        return;
    };
    end_at(view, index, verb, readings);
    let named = if related {
        Run::new(0, before)
            .and_then(|run| view.span(run))
            .map(|head| Span::new(source.start.max(head.start), head.end))
    } else {
        Some(source)
    };
    let told = view.tokens[verb].span;
    let telling = readings
        .iter_mut()
        .find(|it| it.sentence == index && it.cue.is_some_and(|cue| cue.overlaps(told)));
    if let Some(telling) = telling {
        telling.source = named.or(telling.source);
    }
}
