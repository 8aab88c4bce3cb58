//! "X denied A, denied B and rebutted C", «X встречает гостей и отрицает, что C», "X, que niega C": a denial that a comma or an
//! "and" joins to what X does or tells before it is X's; behind a relative pronoun it is the pronoun's.

use super::clause;
use super::lexicon::{CONJ, REL};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Polarity, Span};

/// Gives Spanish and Russian denials their subject where a verb of his, or a relative pronoun, stands between.
fn settle_foreign(view: &View<'_>, before: Option<Span>, reading: &mut Reading) {
    let Some(cue) = reading.cue else { return };
    let Some(first) = tokens(view, cue).next() else {
        return;
    };
    let Some(source) = reading.source else {
        let pronoun = first.checked_sub(1).filter(|at| {
            let relative = view.has(*at, REL) || matches!(view.lower(*at), "que" | "quien");
            relative && *at > 0 && view.comma(at - 1)
        });
        if let Some(at) = pronoun {
            reading.source = Some(view.tokens[at].span);
            reading.dropped = false;
            reading.content.retain(|content| content.start >= cue.end);
        }
        return;
    };
    let inside: Vec<usize> = tokens(view, source).collect();
    let (Some(head), Some(last)) = (inside.first(), inside.last()) else {
        return;
    };
    let joined = view.has(*last, CONJ) && inside.len() > 1 && source.end <= cue.start;
    if joined && view.is_finite(*head) && !view.tokens[*head].capital {
        let subject = clause::subject(view, *head).and_then(|run| view.span(run));
        reading.source = before.or(subject).or(reading.source);
        reading.content.retain(|content| content.start >= cue.end);
    }
}

/// Gives denials without a source of their own the source of the telling that they are joined to.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let reading = &readings[at];
        let view = &views[reading.sentence];
        let Some(cue) = reading.cue.filter(|_| is_open(reading)) else {
            continue;
        };
        if !view.english() {
            let told = |other: &&Reading| {
                other.sentence == reading.sentence
                    && !other.is_aside()
                    && other.source.is_some_and(|source| {
                        other
                            .cue
                            .is_some_and(|it| source.end <= it.start && it.end <= cue.start)
                    })
            };
            let before = readings.iter().find(told).and_then(|other| other.source);
            settle_foreign(view, before, &mut readings[at]);
            continue;
        }
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
        // "The licensee denied A, denied B": what is taken for the source holds the first verb. Of "X, who Y says did A" it
        // is no verb of X.
        let swallows = |source: Span| {
            let begins = nearest.source.is_none_or(|it| it.start <= source.start);
            begins && nearest.cue.is_some_and(|cue| source.contains(cue))
        };
        if reading.source.is_none_or(swallows) && !reading.dropped {
            readings[at].source = nearest.source.filter(|it| it.end <= cue.start);
        }
    }
}

/// Whether who denies is still to be found.
fn is_open(reading: &Reading) -> bool {
    reading.polarity == Polarity::Denied && !reading.own && !reading.rule.starts_with("passive")
}

/// Whether a comma or a conjunction stands right before the verb group at the token.
fn is_joined(view: &View<'_>, first: Option<usize>) -> bool {
    let mut before = first.and_then(|first| first.checked_sub(1));
    while let Some(at) = before.filter(|at| view.adverb(*at)) {
        before = at.checked_sub(1);
    }
    before.is_some_and(|at| view.comma(at) || view.has(at, CONJ))
}
