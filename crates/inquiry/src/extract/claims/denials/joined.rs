//! «Он не отрицал, что A, но отверг B», «Она говорила с ними, но отрицает C», «Капитан, в свою очередь, отрицал C»: whom a Russian
//! verb behind "but" has for its subject, and how far a subject goes.

use super::parsing::{before, group, russian, told};
use crate::extract::claims::endings;
use crate::extract::claims::lexicon::{COMP, CONJ, DET, NEG, POSS, PREP, PRON, REL, SUB, TIME};
use crate::extract::claims::patterns::longest;
use crate::extract::claims::preposed::is_denied;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::Span;

/// What stands between a subject and its verb and is part of neither.
const LINKS: [&str; 12] = [
    "в свою очередь",
    "в то же время",
    "вместе с тем",
    "между тем",
    "тем временем",
    "тем не менее",
    "со своей стороны",
    "при этом",
    "в итоге",
    "в ответ",
    "кроме того",
    "с самого начала",
];
/// Nouns and pronouns of which the past tells the gender.
const FEMALE: [&str; 8] = [
    "она",
    "мать",
    "дочь",
    "сестра",
    "жена",
    "девушка",
    "женщина",
    "потерпевшая",
];
const MALE: [&str; 8] = [
    "он",
    "отец",
    "сын",
    "брат",
    "муж",
    "мужчина",
    "юноша",
    "потерпевший",
];
/// The most tokens between "but" and its verb, and what is one more.
const FAR: usize = 4;
/// The most tokens before the subject of the main verb.
const NEAR: usize = 3;

/// Gives the readings of a sentence such subjects.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    if !russian(view) {
        return;
    }
    let whole = view.sentence.span;
    let told: Vec<(Span, Span)> = readings
        .iter()
        .filter(|it| it.sentence == index)
        .filter_map(|it| Some((it.source?, it.cue?)))
        .collect();
    let own = |it: &&mut Reading| it.sentence == index && !it.own;
    for reading in readings.iter_mut().filter(own) {
        if let Some(source) = reading.source {
            reading.source = Some(without_link(view, source));
        }
        let Some(at) = reading.cue.and_then(|cue| tokens(view, cue).next()) else {
            continue;
        };
        let Some(link) = link(view, at) else {
            continue;
        };
        let inside = reading.source.filter(|source| whole.contains(*source));
        let over = inside.is_some_and(|source| {
            source.start == whole.start && tokens(view, source).any(|at| is_verb(view, at))
        });
        let verb = at + usize::from(view.has(at, NEG));
        let addressed = inside.is_some_and(|source| is_addressed(view, source, (link, verb)));
        let apart = inside.is_some_and(|source| disagrees(view, source, (link, verb)));
        if inside.is_some() && !over && !addressed && !apart {
            continue;
        }
        match main(view, (link, at), verb, &told) {
            Found::Who(run) => {
                reading.source = view.span(run);
                reading.dropped = false;
            }
            Found::Nobody => {
                reading.source = None;
                reading.dropped = false;
            }
            Found::Unknown if over || addressed || apart => {
                reading.source = None;
                reading.dropped = false;
            }
            Found::Unknown => {}
        }
    }
}

/// The "but" or "and" before the verb at the token, from which only a circumstance, or whoever is told, parts it.
fn link(view: &View<'_>, at: usize) -> Option<usize> {
    let verb = is_verb(view, at) || view.has(at, NEG) && is_verb(view, at + 1);
    let beside = |at: usize| {
        let placed = view.has(at, PREP) || at > 0 && view.has(at - 1, PREP);
        view.adverb(at) || view.has(at, TIME) || placed
    };
    let mut near = (at.saturating_sub(FAR)..at).rev();
    let link = near.find(|at| view.has(*at, CONJ) || !view.tokens[*at].is_wordy())?;
    let plain = link > 0 && view.has(link, CONJ) && !view.is_quoted(link);
    let alone = link + 2 == at;
    (verb && plain && (alone || (link + 1..at).all(beside))).then_some(link)
}

/// Whose the verb behind "but" is.
enum Found {
    /// The subject of the first verb.
    Who(Run),
    /// Somebody else, or some who are not named.
    Nobody,
    /// The first verb has no subject either.
    Unknown,
}

/// «Мать говорит, что сын звонил, но отрицал»: whether the source stands before "but" and cannot be the subject of the verb.
fn disagrees(view: &View<'_>, source: Span, (link, verb): (usize, usize)) -> bool {
    let inside: Vec<usize> = tokens(view, source).collect();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return false;
    };
    let run = Run::new(*first, last + 1).filter(|run| run.to <= link);
    let (lower, does) = (view.lower(*first), view.lower(verb));
    let other = FEMALE.contains(&lower) && does.ends_with('л')
        || MALE.contains(&lower) && does.ends_with("ла");
    let told = matches!(
        view.lower(link + 1),
        "нам" | "мне" | "ему" | "ей" | "им" | "вам" | "тебе"
    ) && link + 2 == verb
        && view.lower(verb).ends_with("ли");
    run.is_some() && (told || first == last && other)
}

/// «Но матери написала, что C»: whether the source is one word in the dative right between "but" and the verb.
fn is_addressed(view: &View<'_>, source: Span, (link, verb): (usize, usize)) -> bool {
    let inside: Vec<usize> = tokens(view, source).collect();
    let [at] = inside[..] else {
        return false;
    };
    let ends = ["е", "и", "у", "ю", "ам", "ям", "им", "ым"];
    let dative = ends.iter().any(|end| view.lower(at).ends_with(end));
    dative && at == link + 1 && !endings::acts(view, at, verb)
}

/// Whether a finite verb stands at the token.
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let strong = view.lower(at).ends_with("верг");
    let verb = view.is_past_form(at) || view.is_finite(at) || strong;
    verb && !view.capital(at) && !view.has(at, PREP | CONJ)
}

/// Who does what the verb at `verb` tells and, before it, the first verb of the sentence: none where the endings do not show it, so
/// that nobody who was met, called or held speaks for those who did it.
fn main(
    view: &View<'_>,
    (link, at): (usize, usize),
    verb: usize,
    readings: &[(Span, Span)],
) -> Found {
    let led = |at: usize| view.has(at, COMP | SUB | REL) || view.open(at);
    let near = (1..link).take_while(|at| !led(*at));
    let Some(first) = near.into_iter().find(|at| is_verb(view, *at)) else {
        return Found::Unknown;
    };
    let start = group(view, first).unwrap_or_else(|| verbs::group_start(view, 0, first));
    let Some(mut run) = before(view, start, first) else {
        return Found::Unknown;
    };
    // «Компания обвинения отвергла и назвала их выдумкой»
    let thing = |at: &usize| told(view, *at) == Some(*at) || is_denied(view.lower(*at));
    run.to = (run.from + 1..run.to).find(thing).unwrap_or(run.to);
    let plain = (run.from..run.to).all(|at| !is_verb(view, at) && !view.infinitive(at))
        && !thing(&run.from);
    let bare = (run.from..run.to).all(|at| view.has(at, DET | POSS)) && !view.has(run.from, PRON);
    if run.from >= NEAR || bare || !plain || view.has(run.from, PREP | CONJ) {
        return Found::Unknown;
    }
    // What was read of the first verb says whose it is.
    let begin = view.tokens[run.from].span.start;
    let known = readings
        .iter()
        .any(|(source, cue)| source.start == begin && cue.overlaps(view.tokens[first].span));
    let does = |verb: usize| endings::does(view, run, verb);
    let behind = first + 1;
    let other = view.tokens[behind].is_wordy()
        && !view.has(behind, PREP | CONJ | PRON | NEG)
        && !view.adverb(behind)
        && endings::acts(view, behind, first);
    // «Мы ходили в полицию, но нам сказали»
    let told = link + 2 == at && !view.adverb(link + 1) && view.lower(verb).ends_with("ли");
    if does(verb) && !told && (known || does(first) && !other) {
        Found::Who(run)
    } else {
        Found::Nobody
    }
}

/// A subject without the link behind it, and without the particles and adverbs at its edges.
fn without_link(view: &View<'_>, source: Span) -> Span {
    let loose = |at: &usize| {
        let particle = matches!(view.lower(*at), "же" | "ведь" | "ли");
        particle || view.adverb(*at) && !view.capital(*at) && !view.has(*at, PRON | DET)
    };
    let mut inside: Vec<usize> = tokens(view, source).skip_while(loose).collect();
    while inside.len() > 1 && inside.last().is_some_and(loose) {
        inside.pop();
    }
    let edges = inside.first().zip(inside.last());
    let edges = edges.and_then(|(first, last)| view.span(Run::new(*first, last + 1)?));
    let source = edges.unwrap_or(source);
    let Some(end) = inside.last().map(|last| last + 1) else {
        return source;
    };
    let begins = |at: &&usize| longest(view, **at, &LINKS) == Some(end);
    let Some(from) = inside.iter().skip(1).find(begins) else {
        return source;
    };
    let last = from - 1 - usize::from(view.comma(from - 1));
    match view.tokens.get(last) {
        Some(token) if token.span.end > source.start => Span::new(source.start, token.span.end),
        _ => source,
    }
}
