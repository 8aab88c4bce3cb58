//! "X's denial that C angered the board": what is denied ends before the verb of which the denial is the subject.

use super::end_at;
use crate::extract::claims::lexicon::{
    AUX, BE, BY, COMP, CONJ, DET, HAVE, POSS, PREP, PRON, REL, SUB,
};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::relative;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::View;
use model::{Polarity, Span};

/// The last token at which such a noun may stand.
const LAST: usize = 9;

/// Ends the clauses behind such nouns.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    if !view.english() {
        of_denial(view, index, readings);
        return;
    }
    let found = readings.iter().find_map(|reading| {
        let cue = reading.cue.filter(|_| reading.sentence == index)?;
        let noun = tokens(view, cue).next_back()?;
        let denial = matches!(view.lower(noun), "denial" | "denials");
        let content = *reading.content.first()?;
        let verb = |at: usize| view.is_finite(at) && !view.is(at, "'s");
        let opens = !(0..noun).any(verb);
        (denial && noun <= LAST && opens).then(|| main_verb(view, content))?
    });
    if let Some(verb) = found {
        end_at(view, index, verb, readings);
    }
}

/// The verb in a clause behind a noun that is not the clause's own.
fn main_verb(view: &View<'_>, content: Span) -> Option<usize> {
    let inside: Vec<usize> = tokens(view, content).collect();
    let first = *inside.first().filter(|at| view.has(**at, COMP))?;
    let over = |at: usize| {
        view.has(at, SUB | REL | CONJ) && !view.has(at, PREP)
            || view.comma(at)
            || view.is_quoted(at)
    };
    let past = |at: usize| {
        let lower = view.lower(at);
        let form = relative::is_past(lower) || lower.ends_with("ed") && lower.len() > 4;
        form && !view.has(at - 1, DET | PREP | POSS)
    };
    let helps = |at: usize| view.has(at, AUX) && !view.is(at, "'s");
    let mut own: Option<usize> = None;
    for at in inside.into_iter().skip(1).take_while(|at| !over(*at)) {
        if !helps(at) && !past(at) {
            if view.adverb(at) && own == Some(at - 1) {
                own = Some(at);
            }
            continue;
        }
        match own {
            Some(last) if last + 1 == at && !view.has(last, BE | HAVE) && helps(at) => {
                return Some(at);
            }
            Some(last) if last + 1 == at => own = Some(at),
            Some(_) if helps(at) || acts(view, at) => return Some(at),
            Some(_) => {}
            // "The man she saw": a clause of his.
            None if at > first + 2 && view.has(at - 1, PRON) && !view.has(at - 2, COMP) => {}
            None => own = Some(at),
        }
    }
    None
}

/// Whether the verb in the past has an object right behind it, and is no participle.
fn acts(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    let object = view.has(next, DET | POSS | PRON) || view.capital(next);
    // "Drew anger", "came from": forms that are no participles.
    let past = fits(view.lower(at), "drew|came|took|went|gave|fell|began");
    past || object && !view.has(next, BY | COMP)
}

/// "La negación de la empresa de que C": who denies C.
fn of_denial(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        let noun = reading.cue.and_then(|cue| tokens(view, cue).next_back());
        let clause = reading
            .content
            .first()
            .and_then(|it| tokens(view, *it).next());
        let denial =
            noun.is_some_and(|at| matches!(view.lower(at), "negación" | "desmentido" | "mentís"));
        if denial && clause.is_some_and(|at| view.is(at, "de") && view.is(at + 1, "que")) {
            reading.polarity = Polarity::Denied;
        }
    }
}
