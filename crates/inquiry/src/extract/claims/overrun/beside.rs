//! "X denied A, Y said B", "X says A and Y denies it": two clauses side by side, of which neither stands within the other.

use super::{begins_clause, end_at, is_denial, teller, told_by};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{COMP, CONJ, DET, POSS, PREP, PRON, SUB, Sort, TIME};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;
use model::{Certainty, Kind, Polarity, Span};

/// Parts such clauses in a sentence.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for at in 2..view.len() {
        if view.is_quoted(at) {
            continue;
        }
        if view.comma(at) && is_beside(view, index, at, readings)
            || view.has(at, CONJ) && (denies_it(view, at) || denies_too(view, index, at, readings))
        {
            end_at(view, index, at, readings);
        }
    }
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        himself(view, reading);
    }
}

/// Whether another's clause of telling begins behind the comma, and a denial, or a telling by the same verb, goes on over it.
fn is_beside(view: &View<'_>, index: usize, comma: usize, readings: &[Reading]) -> bool {
    let Some((teller, verb)) = told_by(view, comma + 1) else {
        return false;
    };
    let named = view.has(teller.from, DET | POSS | PRON) || view.capital(teller.from);
    let mark = view.tokens[comma].span.start;
    let same = |cue: Span| {
        tokens(view, cue)
            .next_back()
            .is_some_and(|at| view.lower(at) == view.lower(verb))
    };
    let over = |reading: &Reading| {
        let [content] = reading.content[..] else {
            return false;
        };
        let told = reading.sentence == index
            && reading
                .cue
                .is_some_and(|cue| cue.end <= content.start && same(cue));
        let denied = is_denial(view, index, comma, reading);
        let across = content.start < mark && content.end > mark;
        (told && named || denied) && across && is_plain(view, Span::new(content.start, mark))
    };
    begins_clause(view, verb + 1) && readings.iter().any(over)
}

/// Whether nothing in the words leads up to a main clause: "that when he came".
fn is_plain(view: &View<'_>, words: Span) -> bool {
    let mut inside = tokens(view, words).peekable();
    while inside.next_if(|at| view.has(*at, COMP)).is_some() {}
    let first = inside.peek().copied();
    let led = first.is_none_or(|at| {
        view.has(at, PREP | TIME)
            || view.adverb(at)
            || view.lower(at).ends_with("ing") && view.has(at, SUB)
    });
    !led && !inside.any(|at| view.has(at, SUB) && !view.has(at, PREP) || view.comma(at))
}

/// "And the managers deny it": whether the clause behind the conjunction only denies what stands before it.
fn denies_it(view: &View<'_>, at: usize) -> bool {
    let Some((_, verb)) = teller(view, at + 1) else {
        return false;
    };
    let mut cues = view.lexicon.cues(view.tokens, verb);
    let denies = cues.any(|cue| cue.sort == Sort::Verb && cue.polarity == Polarity::Denied);
    let it = matches!(view.lower(verb + 1), "it" | "this" | "that" | "them");
    denies && it && (view.stop(verb + 2) || view.comma(verb + 2))
}

/// "Promised that C and denied that D": whether the same source denies D behind the conjunction.
fn denies_too(view: &View<'_>, index: usize, at: usize, readings: &[Reading]) -> bool {
    let mut verb = at + 1;
    while view.adverb(verb) {
        verb += 1;
    }
    let Some(start) = view.tokens.get(verb).map(|token| token.span.start) else {
        return false;
    };
    let denial = readings.iter().find(|it| {
        it.sentence == index
            && it.polarity == Polarity::Denied
            && it.cue.is_some_and(|cue| cue.start == start)
    });
    let Some(denial) = denial.filter(|it| it.source.is_some()) else {
        return false;
    };
    let clausal = |it: &Reading| {
        let first = it.content.first().and_then(|it| tokens(view, *it).next());
        first.is_some_and(|at| view.has(at, COMP))
    };
    readings.iter().any(|it| {
        let own = it.kind == Kind::Promise || it.certainty == Certainty::Confirmed;
        it.sentence == index
            && it.source == denial.source
            && it.polarity == Polarity::Affirmed
            && (own || clausal(it) && clausal(denial))
            && it.content.first().is_some_and(|it| it.start < start)
            && it.content.last().is_some_and(|it| it.end > start)
    })
}

/// "The player himself wrote": who is named is meant.
fn himself(view: &View<'_>, reading: &mut Reading) {
    let Some(source) = reading.source else {
        return;
    };
    let mut inside = tokens(view, source);
    let (Some(at), None) = (inside.next(), inside.next()) else {
        return;
    };
    let oneself = matches!(
        view.lower(at),
        "himself" | "herself" | "themselves" | "itself"
    );
    let named = clause::phrase_left(view, at).and_then(|run| view.span(run));
    if let Some(named) = named.filter(|_| oneself) {
        reading.source = Some(Span::new(named.start, source.end));
    }
}
