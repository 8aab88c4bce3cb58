//! "El hombre que según Y huyó niega C", "niegan los vecinos haber C": who it is that denies.

use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{DET, PREP};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::{Polarity, Span};

/// Gives the denials of a sentence to whoever makes them.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].sentence == index && readings[at].rule == "according" {
            related(view, index, at, readings);
        }
    }
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        opening(view, reading);
        without_that(view, reading);
    }
}

/// "El hombre que según Y huyó niega C": Y only tells that he fled.
fn related(view: &View<'_>, index: usize, at: usize, readings: &mut [Reading]) {
    let (Some(cue), Some(by)) = (readings[at].cue, readings[at].source) else {
        return;
    };
    let Some(first) = tokens(view, cue).next().filter(|at| *at > 1) else {
        return;
    };
    let that = first - 1 - usize::from(view.comma(first - 1));
    if !view.is(that, "que") || view.comma(that - 1) || by.start < cue.end {
        return;
    }
    let mut end = that;
    while end > 1 && (view.has(end - 1, PREP) || view.has(end - 1, DET)) {
        end -= 1;
    }
    // What is taken for Y may go on over the verb behind him.
    let named = tokens(view, by)
        .next()
        .and_then(|from| super::agent(view, from));
    let by = match named.and_then(|run| view.span(run)) {
        Some(named) if named.end < by.end => named,
        _ => by,
    };
    let head = clause::phrase_left(view, end).and_then(|run| view.span(run));
    let Some(head) = head else {
        return;
    };
    // What Y tells goes on to the verb behind it.
    let parts = |it: &Reading| {
        let source = it
            .source
            .filter(|source| source.start == by.start || source.start >= by.end);
        it.sentence == index
            && it.polarity == Polarity::Denied
            && source.is_some()
            && it.cue.is_some_and(|cue| cue.start > by.end)
    };
    let Some(main) = readings.iter().position(parts) else {
        return;
    };
    let Some(verb) = readings[main].cue.and_then(|cue| tokens(view, cue).next()) else {
        return;
    };
    let from = (0..verb).find(|at| view.tokens[*at].span.start >= by.end);
    let told = from
        .map(|from| from + usize::from(view.comma(from)))
        .and_then(|from| Run::new(from, verb))
        .filter(|run| (run.from..run.to).all(|at| !view.comma(at)));
    let Some(told) = told.and_then(|run| view.span(run)) else {
        return;
    };
    readings[main].source = Some(head);
    readings[main].dropped = false;
    let lead = Span::new(head.start, view.tokens[that].span.end);
    readings[at].source = Some(by);
    readings[at].content = vec![lead, told];
}

/// "Niegan los vecinos haber visto a X".
fn opening(view: &View<'_>, reading: &mut Reading) {
    let [content] = reading.content[..] else {
        return;
    };
    let verb = reading.cue.and_then(|cue| tokens(view, cue).next());
    let inside: Vec<usize> = tokens(view, content).collect();
    let Some((verb, first)) = verb.zip(inside.first().copied()) else {
        return;
    };
    let opens =
        verb < 2 && fits(view.lower(verb), "niega|niegan|negó|negaron") && first == verb + 1;
    let named = view.has(first, DET) && !view.has(first, PREP) || view.capital(first);
    let deed = inside
        .iter()
        .take(6)
        .skip(1)
        .find(|at| view.is(**at, "haber"));
    let Some(deed) = deed.filter(|_| opens && named && reading.source.is_none()) else {
        return;
    };
    let who = Run::new(first, *deed).and_then(|run| view.span(run));
    reading.source = who;
    reading.dropped = false;
    reading.content = vec![Span::new(view.tokens[*deed].span.start, content.end)];
}

/// "Que C, eso el dueño lo desmiente": "eso" is no part of his name.
fn without_that(view: &View<'_>, reading: &mut Reading) {
    let Some(source) = reading
        .source
        .filter(|_| reading.polarity == Polarity::Denied)
    else {
        return;
    };
    let mut inside = tokens(view, source);
    let (Some(first), Some(next)) = (inside.next(), inside.next()) else {
        return;
    };
    let named = view.has(next, DET) || view.capital(next);
    if named && matches!(view.lower(first), "eso" | "esto" | "ello" | "aquello") {
        reading.source = Some(Span::new(view.tokens[next].span.start, source.end));
    }
}
