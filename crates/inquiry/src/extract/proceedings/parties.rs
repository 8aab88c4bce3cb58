//! Who a step concerns and who takes it, beyond the words next to the cue: names behind titles, antecedents, sums of years.

use super::super::around::{Scene, filled, trimmed};
use crate::alphabet::{Regex, pattern};
use model::{MentionKind, Span};
use std::sync::LazyLock;

/// A title with the name right behind it: "La jueza Elena Prats", «Следователь Громов».
pub(super) fn named(scene: &Scene<'_>, title: Span) -> Span {
    let name = scene
        .people()
        .find(|person| person.place.span.start > title.end)
        .map(|person| person.place.span);
    let titled = scene
        .mentions
        .iter()
        .any(|mention| mention.kind == MentionKind::Role && mention.place.span == title);
    match name {
        Some(name) if titled && is_blank(scene.at(Span::new(title.end, name.start))) => {
            Span::new(title.start, name.end)
        }
        _ => title,
    }
}

fn is_blank(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\n'))
}

/// The object of a verb of sentencing without what one is sentenced to: "a Ana Sosa a seis años".
pub(super) fn without_penalty(scene: &Scene<'_>, object: Span) -> Span {
    static PENALTY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\sa\s(?:[\p{L}\d,.]+\s){0,4}?(?:años?|meses|días|cadena perpetua|prisión|cárcel|muerte|penas?|pagar|trabajos?)(?:\W|$)",
        )
    });
    let end = PENALTY
        .find(scene.at(object))
        .map_or(object.end, |hit| object.start + hit.start());
    trimmed(scene.text, Span::new(object.start, end))
}

/// Whom a relative clause is about: "Three men, who were sentenced in May, appealed".
pub(super) fn antecedent(scene: &Scene<'_>, cue: Span) -> Option<Span> {
    static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[,;:.]\s|\s(?:that|que|что)\s)(?P<who>[^,;:.]{2,80}),\s(?:who|quien(?:es)?|que|котор(?:ый|ая|ое|ые|ого|ую|ых))\s(?:\p{L}+\s){0,2}$",
        )
    });
    let start = scene.sentence.span.start;
    let hit = RELATIVE.captures(scene.at(Span::new(start, cue.start)))?;
    let who = hit.name("who")?;
    let span = trimmed(
        scene.text,
        Span::new(start + who.start(), start + who.end()),
    );
    if scene.at(span).split_whitespace().count() <= 4 {
        return filled(span);
    }
    // A longer run-up: who is named or described right before the clause.
    scene
        .mentions
        .iter()
        .rev()
        .find(|mention| {
            matches!(mention.kind, MentionKind::Person | MentionKind::Role)
                && span.contains(mention.place.span)
                && mention.place.span.end == span.end
        })
        .map(|mention| mention.place.span)
}
