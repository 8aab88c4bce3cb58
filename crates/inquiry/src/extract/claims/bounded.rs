//! Where what is denied or doubted ends in English: before a further thing that is told, and before how and when it was denied.

use super::lexicon::{ADV, CLAUSE, COMP, CONJ, MODAL, PREP, PRON, Sort, TIME};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Certainty, Polarity, Span};

/// Words that stand for a whole thing that was told.
const THINGS: [&str; 8] = [
    "it",
    "that",
    "this",
    "him",
    "her",
    "them",
    "so",
    "everything",
];
/// What stands behind such a word and is no part of it: "that too", "it outright".
const BEHIND: [&str; 8] = [
    "too", "either", "outright", "flatly", "the", "all", "at", "for",
];

/// Cuts each denied or doubted content where it ends.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        let doubted =
            reading.polarity == Polarity::Denied || reading.certainty == Certainty::Believed;
        if !doubted || !view.english() {
            continue;
        }
        if let [content] = &mut reading.content[..] {
            cut(view, content, reading.polarity == Polarity::Denied);
        }
    }
    readings.retain(|reading| !may_deny(&views[reading.sentence], reading));
}

fn cut(view: &View<'_>, content: &mut Span, denied: bool) {
    let inside: Vec<usize> = tokens(view, *content).collect();
    let [first, second, ..] = inside[..] else {
        return;
    };
    let behind = BEHIND.contains(&view.lower(second));
    // "That" may open a clause.
    let bare = behind && !view.is(second, "the")
        || !view.is(first, "that")
            && !view.is(second, "of")
            && (behind || view.comma(second) || view.has(second, TIME | ADV | PREP));
    let end = if THINGS.contains(&view.lower(first)) && bare {
        Some(second)
    } else if denied {
        let further = |at: &&usize| goes_on(view, **at);
        let manner = |at: &&usize| terms(view, **at);
        inside
            .iter()
            .skip(2)
            .find(|at| further(at) || manner(at))
            .copied()
    } else {
        None
    };
    if let Some(end) = end {
        content.end = view.tokens[end - 1].span.end.min(content.end);
    }
}

/// ", and said that", ", and he tells us that": the comma before a further thing that is told.
fn goes_on(view: &View<'_>, comma: usize) -> bool {
    if !view.comma(comma) || !view.has(comma + 1, CONJ) {
        return false;
    }
    let verb = comma + 2 + usize::from(view.has(comma + 2, PRON));
    let told = view
        .lexicon
        .cues(view.tokens, verb)
        .any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & CLAUSE != 0);
    let clause = verb + 1 + usize::from(view.has(verb + 1, PRON));
    told && (view.has(clause, COMP) || clause > verb + 1)
}

/// "In the strongest terms", "in full".
fn terms(view: &View<'_>, at: usize) -> bool {
    view.is(at, "in")
        && (view.is(at + 1, "full")
            || (at + 2..at + 6).any(|at| view.is(at, "terms")) && view.is(at + 1, "the"))
}

/// Whether it is only said that somebody is able to deny it: "they can deny what they like".
fn may_deny(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading
        .cue
        .filter(|_| reading.polarity == Polarity::Denied && view.english())
    else {
        return false;
    };
    let able = |at: usize| {
        view.has(at, MODAL) && matches!(view.lower(at), "can" | "could" | "may" | "might")
    };
    let mut inside = tokens(view, cue);
    inside.next().is_some_and(able)
        && inside
            .next()
            .is_some_and(|at| view.lower(at).starts_with("den"))
}
