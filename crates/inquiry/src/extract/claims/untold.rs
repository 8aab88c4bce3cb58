//! What the tagger takes for telling in Spanish and Russian and the rules know to tell nothing, and sources that are none.

use super::lexicon::{COMP, Cue, NEG, OBJECT, REFUSAL, SPEECH, Sort};
use super::trained::{refused, sentence_of};
use super::verbs;
use super::view::View;
use crate::extract::tagger::Tied;
use model::{Certainty, Kind, Polarity, Span};

/// Words by which a clause is called false.
const FALSE: &[&str] = &[
    "cierto",
    "falso",
    "falsa",
    "mentira",
    "verdad",
    "incierto",
    "неправда",
    "ложь",
    "неверно",
    "неверным",
    "действительности",
    "выдумка",
];
/// Words that begin a circumstance or stand before a verb, never a subject.
const AROUND: &[&str] = &[
    "durante",
    "con",
    "sin",
    "tras",
    "hasta",
    "ante",
    "mediante",
    "por",
    "sí",
    "más",
    "bien",
    "asimismo",
    "tampoco",
    "también",
    "через",
    "с",
    "со",
    "после",
    "до",
    "без",
    "при",
    "перед",
    "тоже",
    "также",
    "потом",
];

/// The tokens of a span.
pub(super) fn tokens(view: &View<'_>, span: Span) -> impl DoubleEndedIterator<Item = usize> {
    (0..view.len()).filter(move |at| span.contains(view.tokens[*at].span))
}

/// Whether a cue withholds ("no quiso comentar"), or calls something false, which the author does himself.
pub(super) fn withheld(views: &[View<'_>], cue: Span) -> bool {
    let Some(view) = sentence_of(views, cue).map(|at| &views[at]) else {
        return false;
    };
    let over = (0..view.len()).any(|at| {
        let from = view.tokens[at].span.start;
        view.lexicon.cues(view.tokens, at).any(|entry| {
            let last = view.tokens.get(at + entry.words.len() - 1);
            let whole = last.map(|last| Span::new(from, last.span.end));
            entry.frames & REFUSAL != 0 && whole.is_some_and(|whole| whole.overlaps(cue))
        })
    });
    over || refused(views, cue) || says_false(view, cue)
}

/// "No es cierto que", «Неправда, что».
fn says_false(view: &View<'_>, cue: Span) -> bool {
    let verb = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Verb)
    };
    tokens(view, cue).any(|at| FALSE.contains(&view.lower(at))) && !tokens(view, cue).any(verb)
}

/// Whether the lexicon or a negation says that nothing is told by what the tagger alone sees.
pub(super) fn is_untold(view: &View<'_>, it: &Tied, known: Option<(usize, &Cue)>) -> bool {
    unsaid(view, it.cue, known) || misread(view, it, known)
}

/// Whether a cue says that something was not said: "no confirmó que", «не отрицал».
fn unsaid(view: &View<'_>, cue: Span, known: Option<(usize, &Cue)>) -> bool {
    let mut first = tokens(view, cue).next().unwrap_or(0);
    while first > 0 && verbs::in_group(view, first - 1) {
        first -= 1;
    }
    let start = view
        .tokens
        .get(first)
        .map_or(cue.start, |token| token.span.start.min(cue.start));
    let negated = tokens(view, Span::new(start, cue.end)).any(|at| view.has(at, NEG))
        || verbs::coordinate(view, first);
    let mood = |cue: &Cue| {
        cue.certainty == Certainty::Believed || matches!(cue.kind, Kind::Position | Kind::Promise)
    };
    negated
        && known.is_none_or(|(_, cue)| {
            !cue.is_negative() && (cue.polarity == Polarity::Denied || !mood(cue))
        })
}

/// Whether the lexicon knows a word of telling that tells nothing in this form or with this content: "identificada
/// como", «исключили из списка».
fn misread(view: &View<'_>, it: &Tied, known: Option<(usize, &Cue)>) -> bool {
    let Some((at, cue)) = known.filter(|(_, cue)| cue.sort == Sort::Verb) else {
        return false;
    };
    let linked = at > 0 && matches!(view.lower(at - 1), "según" | "como" | "как");
    let bare = cue.words.len() == 1
        && cue.certainty != Certainty::Alleged
        && !view.infinitive(at)
        && !linked
        && verbs::foreign_nominal(view, at);
    let clause = it.content.iter().any(|content| {
        let first = tokens(view, *content).next();
        first.is_some_and(|at| view.has(at, COMP) || view.is_quoted(at))
    });
    bare || cue.polarity == Polarity::Denied && cue.frames & OBJECT == 0 && !clause
}

/// Whether a source cannot be a subject: "Durante el juicio", "Sí", "más tarde", «через секретаря», a verb.
pub(super) fn is_no_subject(view: &View<'_>, source: Span) -> bool {
    let mut inside = tokens(view, source);
    let Some(first) = inside.next() else {
        return false;
    };
    let alone = inside.next().is_none() && (first == 0 || !view.tokens[first].capital);
    let verb = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Verb)
    };
    alone && verb(first) || AROUND.contains(&view.lower(first))
}

/// A source without the "in an interview" before it: «в интервью родители».
pub(super) fn out_of_speech(view: &View<'_>, source: Span) -> Span {
    let mut inside = tokens(view, source);
    match (inside.next(), inside.next()) {
        (Some(first), Some(second))
            if first > 0
                && view.has(first, SPEECH)
                && view.has(first - 1, super::lexicon::PREP) =>
        {
            Span::new(view.tokens[second].span.start, source.end)
        }
        _ => source,
    }
}
