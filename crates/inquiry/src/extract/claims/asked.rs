//! "Did X say that C?": what is only asked, nobody said.

use super::lexicon::{AUX, COMP, CONJ, REL};
use super::reading::Reading;
use super::view::View;
use crate::extract::text::TokenKind;
use model::{Kind, Language, Polarity};

/// Whether the saying itself is what a question asks about. "Why did X say that C?" takes it for granted.
pub(super) fn is_asked(views: &[View<'_>], reading: &Reading) -> bool {
    let view = &views[reading.sentence];
    let Some(cue) = reading.cue.filter(|_| reading.kind != Kind::Question) else {
        return false;
    };
    let inside = |at: &usize| cue.contains(view.tokens[*at].span);
    let Some(first) = (0..view.len()).find(inside) else {
        return false;
    };
    let last = (first..view.len())
        .take_while(inside)
        .last()
        .unwrap_or(first);
    let mark = |at: &usize| view.lower(*at).contains('?') || view.stop(*at);
    let end = (last + 1..view.len()).find(mark);
    let asked = end.is_some_and(|end| view.lower(end).contains('?'));
    if !asked || end.is_some_and(|end| (last + 1..end).any(|at| view.is(at, ":") || view.open(at)))
    {
        return false;
    }
    let opens = |at: &usize| {
        matches!(
            view.kind(*at),
            Some(TokenKind::Stop | TokenKind::Open | TokenKind::Dash)
        ) || matches!(view.lower(*at), ":" | ";" | "¿")
    };
    let mut from = (0..first).rev().find(opens).map_or(0, |at| at + 1);
    while from < first && (view.has(from, CONJ) || !view.tokens[from].is_wordy()) {
        from += 1;
    }
    // "Who said that C?" puts nobody on record, nor does "is it true that you deny it?".
    let who = first > from
        && (from..first).any(|at| matches!(view.lower(at), "who" | "quién" | "quiénes" | "кто"));
    let checked = (from..first)
        .take(4)
        .any(|at| matches!(view.lower(at), "true" | "cierto" | "verdad" | "правда"));
    if who || checked {
        return true;
    }
    // Somebody else's words before the question: "C, X asked, did Y say that D?"
    let begun = view.has(from, AUX) && view.english() && from < first;
    let wh = |at: usize| {
        view.has(at, COMP | REL)
            && !matches!(view.lower(at), "that" | "que" | "что" | "if" | "si" | "ли")
            || matches!(
                view.lower(at),
                "qué" | "cuál" | "cuáles" | "какой" | "какие" | "чем" | "который"
            )
    };
    let open = (from..first).any(wh) || view.is(from, "что");
    let behind = last + 1 + usize::from(view.comma(last + 1));
    let clause = view.has(behind, COMP)
        || view.lexicon.language == Language::Es
            && (behind..behind + 6).any(|at| view.is(at, "que"));
    // "¿Lo negó?": a denial of which only is asked whether it was made.
    let denied = reading.polarity == Polarity::Denied && from > 0 && view.is(from - 1, "¿");
    // "¿Dijo X que C?", «X сказал, что C?», "X said that C?"
    !open && (begun || clause || denied)
}
