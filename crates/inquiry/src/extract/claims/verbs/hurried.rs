//! "Was quick to deny", "se apresuró a negar", «пытался отрицать»: who hurries to tell a thing, or tries to, tells it.

use super::in_group;
use crate::extract::claims::lexicon::INF;
use crate::extract::claims::view::View;
use model::{Language, Polarity};

/// Words by which who hurries to tell a thing, or tries to, tells it. A word ending in `*` stands for all that begin so.
#[rustfmt::skip]
const HURRIED: [&[&str]; 19] = [
    &["quick"], &["eager"], &["keen"], &["at", "pains"], &["sought"], &["tried"], &["attempted"], &["moved"], &["rushed"],
    &["hastened"], &["hurried"], &["scrambled"], &["continued"], &["continues"], &["seeks"], &["tries"],
    &["went", "on"], &["goes", "on"], &["going", "on"],
];
/// The same in Spanish.
#[rustfmt::skip]
const HURRIED_SPANISH: [&[&str]; 52] = [
    &["silencio", "para"], &["públicamente", "para"], &["palabra", "para"], &["redes", "para"], &["micrófonos", "para"],
    &["enfátic*", "en"], &["enfátic*", "al"], &["tajant*", "al"], &["tajant*", "en"], &["rotund*", "al"], &["rotund*", "en"], &["categóric*", "al"], &["categóric*", "en"],
    &["contundent*", "al"], &["contundent*", "en"], &["firme", "al"], &["firme", "en"], &["vuelve", "a"], &["vuelven", "a"], &["comparec*", "para"], &["persist*", "en"],
    &["apresur*", "también", "a"], &["seguía"], &["seguían"], &["continuaba*"], &["encarg*", "de"], &["coincid*", "en"], &["coincid*", "al"],
    &["apresur*", "a"], &["apresur*", "en"], &["salió", "a"], &["salieron", "a"], &["salido", "a"], &["salen", "a"], &["sale", "a"], &["saliendo", "a"], &["volvió", "a"], &["volvieron", "a"],
    &["intent*"], &["trat*", "de"], &["insist*", "en"], &["limitó", "a"], &["limitaron", "a"], &["corrió", "a"],
    &["obligad*", "a"], &["tuvo", "que"], &["siguió"], &["sigue"], &["siguen"], &["siguieron"], &["continúa*"], &["continuó"],
];
/// The same in Russian.
#[rustfmt::skip]
const HURRIED_RUSSIAN: [&[&str]; 19] = [
    &["взял*"], &["кинул*"], &["бросил*"], &["принял*"], &["стал*"], &["начал*"], &["поторопил*"], &["торопит*"],
    &["силит*"], &["стара*"],
    &["поспешил*"], &["спешит"], &["спешат"], &["пыта*"], &["попытал*"], &["пробовал*"], &["продолжает"], &["продолжают"],
    &["продолжал*"],
];

/// The same without the words that only hurry to an infinitive.
pub(in crate::extract::claims) fn near_start(view: &View<'_>, from: usize, head: usize) -> usize {
    let mut group = head;
    while group > from && in_group(view, group - 1) {
        group -= 1;
    }
    group
}

/// Whether the infinitive at `head` is told by who hurries to it or tries it: "was quick to deny", "se apresuró a negar".
pub(in crate::extract::claims) fn is_raised(view: &View<'_>, head: usize) -> bool {
    raised(view, 0, near_start(view, 0, head), head).is_some()
}

/// Where the words begin by which the infinitive at `head`, whose group begins at `group`, is told.
pub(super) fn raised(view: &View<'_>, from: usize, group: usize, head: usize) -> Option<usize> {
    let words: &[&[&str]] = match view.lexicon.language {
        Language::Es => &HURRIED_SPANISH,
        Language::Ru => &HURRIED_RUSSIAN,
        Language::En | Language::Unknown => &HURRIED,
    };
    let goes_on = view.lexicon.language == Language::Es && view.gerund(head);
    let infinitive = goes_on || view.infinitive(head) || (group..head).any(|at| view.has(at, INF));
    let begins = |hurried: &&[&str]| {
        let start = group.checked_sub(hurried.len())?;
        let fits = |(at, word): (usize, &&str)| match word.strip_suffix('*') {
            Some(stem) => view.lower(start + at).starts_with(stem),
            None => view.is(start + at, word),
        };
        (start >= from && hurried.iter().enumerate().all(fits)).then_some(start)
    };
    let start = words
        .iter()
        .copied()
        .find_map(|it| begins(&it))
        .filter(|_| infinitive)?;
    Some(start - usize::from(start > from && view.is(start - 1, "se")))
}

/// Whether the verb at `at` only hurries to a denial behind it: "sought to deny", "went on to deny".
pub(super) fn hurries(view: &View<'_>, at: usize, after: usize) -> bool {
    let verb = (after + 1..after + 3).find(|at| !view.adverb(*at));
    let denies = |verb: usize| {
        let mut cues = view.lexicon.cues(view.tokens, verb.min(view.len() - 1));
        cues.any(|cue| cue.polarity == Polarity::Denied)
            && raised(view, 0, near_start(view, 0, verb), verb).is_some_and(|start| start <= at)
    };
    view.english() && view.has(after, INF) && verb.is_some_and(denies)
}
