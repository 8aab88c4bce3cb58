//! «C, — сказал по видеосвязи основатель кассы»: who speaks a quotation stands behind the circumstances of its verb, and nobody
//! before the sentence does.

use super::parsing::{russian, teller, tells};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;

/// Gives the denials of a quotation whoever the sentence itself names, in the place of somebody before.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    if !russian(view) {
        return;
    }
    let whole = view.sentence.span;
    let elsewhere = |reading: &Reading| reading.source.is_none_or(|it| !whole.contains(it));
    let open = (0..view.len().min(3)).any(|at| view.open(at));
    let others = |reading: &&mut Reading| reading.sentence == index && open && elsewhere(reading);
    for reading in readings.iter_mut().filter(others) {
        let verb = reading.cue.and_then(|cue| tokens(view, cue).next_back());
        let behind = |at: usize| at > 0 && view.dash(at - 1);
        let Some(verb) = verb.filter(|at| behind(*at) && tells(view, *at)) else {
            continue;
        };
        let named = teller(view, (verb + 1, view.len()), verb).and_then(|run| view.span(run));
        if let Some(source) = named {
            reading.source = Some(source);
            reading.dropped = false;
        }
    }
}
