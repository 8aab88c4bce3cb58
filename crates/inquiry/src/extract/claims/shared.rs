//! "X denied A, denied B and rebutted C": a denial that a comma or an "and" joins to what X tells before it is X's.

use super::lexicon::CONJ;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Polarity, Span};

/// Gives denials without a source of their own the source of the telling that they are joined to.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        let view = &views[reading.sentence];
        let Some(cue) = reading.cue.filter(|_| is_open(view, reading)) else {
            continue;
        };
        if !is_joined(view, tokens(view, cue).next()) {
            continue;
        }
        let before = |other: &&Reading| {
            other.sentence == reading.sentence
                && !other.is_aside()
                && !other.rule.starts_with("noun")
                && other.cue.is_some_and(|it| it.end <= cue.start)
        };
        let tellers = readings.iter().filter(before);
        let nearest = tellers.max_by_key(|other| other.cue.map(|cue| cue.start));
        let Some(nearest) = nearest else { continue };
        // "The licensee denied A, denied B": what is taken for the source holds the first verb.
        let swallows = |source: Span| nearest.cue.is_some_and(|cue| source.contains(cue));
        if reading.source.is_none_or(swallows) {
            readings[at].source = nearest.source.filter(|it| it.end <= cue.start);
        }
    }
}

/// Whether who denies is still to be found.
fn is_open(view: &View<'_>, reading: &Reading) -> bool {
    reading.polarity == Polarity::Denied
        && !reading.own
        && !reading.dropped
        && !reading.rule.starts_with("passive")
        && view.english()
}

/// Whether a comma or a conjunction stands right before the verb group at the token.
fn is_joined(view: &View<'_>, first: Option<usize>) -> bool {
    let mut before = first.and_then(|first| first.checked_sub(1));
    while let Some(at) = before.filter(|at| view.adverb(*at)) {
        before = at.checked_sub(1);
    }
    before.is_some_and(|at| view.comma(at) || view.has(at, CONJ))
}
