//! «Он не отрицал, что A, но отверг B», «Она говорила с ними, но отрицает C», «Капитан, в свою очередь, отрицал C»: whom a Russian
//! verb behind "but" has for its subject, and how far a subject goes.

use super::parsing::{before, group, russian};
use crate::extract::claims::lexicon::{COMP, CONJ, DET, NEG, PREP, PRON, REL, SUB, TIME};
use crate::extract::claims::patterns::longest;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::Span;

/// What stands between a subject and its verb and is part of neither.
const LINKS: [&str; 12] = [
    "в свою очередь",
    "в то же время",
    "вместе с тем",
    "между тем",
    "тем временем",
    "тем не менее",
    "со своей стороны",
    "при этом",
    "в итоге",
    "в ответ",
    "кроме того",
    "с самого начала",
];
/// The most tokens between "but" and its verb, and what is one more.
const FAR: usize = 4;
/// The most tokens before the subject of the main verb.
const NEAR: usize = 3;

/// Gives the readings of a sentence such subjects.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    if !russian(view) {
        return;
    }
    let whole = view.sentence.span;
    let own = |it: &&mut Reading| it.sentence == index && !it.own;
    for reading in readings.iter_mut().filter(own) {
        if let Some(source) = reading.source {
            reading.source = Some(without_link(view, source));
        }
        let Some(at) = reading.cue.and_then(|cue| tokens(view, cue).next()) else {
            continue;
        };
        let Some(link) = link(view, at) else {
            continue;
        };
        let inside = reading.source.filter(|source| whole.contains(*source));
        let over = inside.is_some_and(|source| {
            source.start == whole.start && tokens(view, source).any(|at| is_verb(view, at))
        });
        if inside.is_some() && !over {
            continue;
        }
        if let Some(source) = main(view, link).and_then(|run| view.span(run)) {
            reading.source = Some(source);
            reading.dropped = false;
        }
    }
}

/// The "but" or "and" before the verb at the token, from which only a circumstance parts it.
fn link(view: &View<'_>, at: usize) -> Option<usize> {
    let verb = is_verb(view, at) || view.has(at, NEG) && is_verb(view, at + 1);
    let beside = |at: usize| {
        let placed = view.has(at, PREP) || at > 0 && view.has(at - 1, PREP);
        view.adverb(at) || view.has(at, TIME) || placed
    };
    let mut near = (at.saturating_sub(FAR)..at).rev();
    let link = near.find(|at| view.has(*at, CONJ) || !view.tokens[*at].is_wordy())?;
    let plain = link > 0 && view.has(link, CONJ) && !view.is_quoted(link);
    (verb && plain && (link + 1..at).all(beside)).then_some(link)
}

/// Whether a finite verb stands at the token.
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let strong = view.lower(at).ends_with("верг");
    let verb = view.is_past_form(at) || view.is_finite(at) || strong;
    verb && !view.capital(at) && !view.has(at, PREP | CONJ)
}

/// The subject of the first verb of the sentence, which nothing subordinates.
fn main(view: &View<'_>, link: usize) -> Option<Run> {
    let led = |at: usize| view.has(at, COMP | SUB | REL) || view.open(at);
    let verb = (1..link)
        .take_while(|at| !led(*at))
        .find(|at| is_verb(view, *at))?;
    let start = group(view, verb).unwrap_or_else(|| verbs::group_start(view, 0, verb));
    let run = before(view, start, verb)?;
    let plain = (run.from..run.to).all(|at| !is_verb(view, at));
    (run.from < NEAR && plain && !view.has(run.from, PREP | CONJ)).then_some(run)
}

/// A subject without the link behind it, and without the particles and adverbs at its edges.
fn without_link(view: &View<'_>, source: Span) -> Span {
    let loose = |at: &usize| {
        let particle = matches!(view.lower(*at), "же" | "ведь" | "ли");
        particle || view.adverb(*at) && !view.capital(*at) && !view.has(*at, PRON | DET)
    };
    let mut inside: Vec<usize> = tokens(view, source).skip_while(loose).collect();
    while inside.len() > 1 && inside.last().is_some_and(loose) {
        inside.pop();
    }
    let edges = inside.first().zip(inside.last());
    let edges = edges.and_then(|(first, last)| view.span(Run::new(*first, last + 1)?));
    let source = edges.unwrap_or(source);
    let Some(end) = inside.last().map(|last| last + 1) else {
        return source;
    };
    let begins = |at: &&usize| longest(view, **at, &LINKS) == Some(end);
    let Some(from) = inside.iter().skip(1).find(begins) else {
        return source;
    };
    let last = from - 1 - usize::from(view.comma(from - 1));
    match view.tokens.get(last) {
        Some(token) if token.span.end > source.start => Span::new(source.start, token.span.end),
        _ => source,
    }
}
