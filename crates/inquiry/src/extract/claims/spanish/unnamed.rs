//! "Un capataz que pidió el anonimato dijo C": whoever asks not to be named says what the next verb tells, and asks for nothing else.

use crate::extract::claims::clause;
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::Span;

/// Verbs of asking for it.
const ASKS: &str = "pid*|solicit*|prefir*|prefer*|exig*|rog*";
/// The most tokens between the asking and the telling.
const REACH: usize = 9;

/// Gives the readings of a sentence whoever asks not to be named.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    let asking = (1..view.len())
        .filter(|at| view.is(*at, "que") && fits(view.lower(at + 1), ASKS) && hides(view, at + 2));
    for that in asking {
        let tells = |at: &usize| {
            let participle = ["ado", "ada", "ido", "ida"];
            let part = participle.iter().any(|end| view.lower(*at).ends_with(end));
            view.tells(*at) && !view.infinitive(*at) && !part
        };
        let Some(verb) = (that + 3..view.len().min(that + 3 + REACH)).find(tells) else {
            continue;
        };
        let whom = clause::phrase_left(view, that).and_then(|run| Run::new(run.from, verb));
        let Some(source) = whom.and_then(|run| view.span(run)) else {
            continue;
        };
        let said = view.tokens[verb].span;
        let asks = view.tokens[that + 1].span;
        let own = |reading: &Reading, span: Span| {
            reading.sentence == index && reading.cue.is_some_and(|cue| cue.contains(span))
        };
        if readings.iter().any(|reading| own(reading, said)) {
            readings.retain(|reading| !own(reading, asks));
        }
        for reading in readings.iter_mut().filter(|reading| own(reading, said)) {
            reading.source = Some(source);
        }
    }
}

/// Whether the words at a token ask that a name is not told.
fn hides(view: &View<'_>, from: usize) -> bool {
    let near = from..view.len().min(from + 4);
    let kept = |at: usize| matches!(view.lower(at), "anonimato" | "reserva" | "identidad");
    let not = |at: usize| {
        view.is(at, "no")
            && fits(
                view.lower(at + 1),
                "ser|dar|revelar|identific*|aparecer|figurar|decir",
            )
    };
    near.into_iter().any(|at| kept(at) || not(at))
}
