//! «X опроверг A, а Y — B», "X negó A y Z, B": who denies the second by the verb of the first.

use super::Denial;
use super::parsing::{russian, thing_end, told};
use crate::extract::claims::lexicon::{COMP, NEG, PREP};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::{Certainty, Polarity};

/// The most words of whoever denies.
const LONGEST: usize = 9;

/// The denial whose verb is left out.
pub(super) fn read(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Denial> {
    if !russian(view) {
        return None;
    }
    let dash = (4..view.len()).find(|at| {
        let thing = at + 1;
        view.dash(*at)
            && !view.is_quoted(*at)
            && (told(view, thing).is_some()
                || view.is(thing, "что")
                || view.comma(thing) && view.is(thing + 1, "что"))
    })?;
    let link = (dash.saturating_sub(LONGEST)..dash)
        .rev()
        .find(|at| view.comma(*at))?;
    let from = link + 1 + usize::from(matches!(view.lower(link + 1), "а" | "и"));
    let plain =
        |at: usize| view.tokens[at].is_wordy() && !view.has(at, COMP | NEG) && !view.is_finite(at);
    let source = Run::new(from, dash).filter(|run| {
        from > link + 1 && !view.has(run.from, PREP) && (run.from..run.to).all(plain)
    })?;
    let mark = view.tokens[link].span.end;
    let denied = readings.iter().any(|reading| {
        let near = reading.cue.is_some_and(|cue| cue.end < mark);
        let first = reading
            .content
            .first()
            .is_some_and(|content| content.start < mark);
        reading.sentence == index
            && reading.polarity == Polarity::Denied
            && reading.source.is_some()
            && near
            && first
    });
    let content = Run::new(
        dash + 1,
        thing_end(view, dash + 1 + usize::from(view.comma(dash + 1))),
    )?;
    denied.then_some(Denial {
        source: Some(source),
        cue: None,
        content,
        over: source,
        certainty: Certainty::Stated,
    })
}
