//! "Mienten quienes dicen que C", «Ни слова правды в рассказах о C», "Una leyenda urbana, eso es lo de C": what says that a thing is not
//! so stands before it, or on the other side of who speaks.

use super::deny;
use super::labels::is_label;
use super::parsing::{first, told};
use super::predicates::Found;
use crate::extract::claims::lexicon::{COMP, DET};
use crate::extract::claims::patterns::longest;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};

/// What is said, before those are named who tell it, of whoever tells what is not so.
#[rustfmt::skip]
const LIARS: [&str; 4] = [
    "?no falta* a la verdad", "?se mient*|miente|equivoca|equivocan|engañan|engaña", "лгут|врут|лжет|врет|заблуждаются|заблуждается|ошибаются|грешат|грешит ?против ?истины", "неправы|не ?правы",
];

/// What is said so before a thing that no clause tells.
#[rustfmt::skip]
const BARE: [&str; 5] = [
    "no|tampoco es|era|son|eran ?del|en ?todo|absoluto cierto|cierta|ciertos|ciertas|verdad|exacto", "es|son|era|eran ?totalmente|absolutamente|completamente falso|falsa|falsos|falsas|mentira",
    "son|eran ?puras|puros|meras|meros|unas|unos ?puras habladurías|infundios|mentiras|patrañas|cuentos|chismes|inventos|calumnias|bulos",
    "ни слова|капли|грамма|доли|крупицы правды|истины в|во", "нет|никаких ?никаких|каких-либо|ни ?малейших оснований для",
];
/// What is said so before what somebody tells only.
#[rustfmt::skip]
const BARE_TOLD: [&str; 3] = [
    "carece* de ?todo|toda|cualquier fundamento|sustento|base|asidero|veracidad", "no tien* ?ningún|el|la ?menor|más ?mínimo fundamento|asidero|sustento|base ?alguno|alguna", "no se ajusta* a la verdad|realidad",
];
/// What is said so around it, with what closes it.
const AROUND: [(&str, &str); 3] = [
    (
        "ninguna|ninguno de",
        "tiene ?ningún|ninguna|el|la ?menor fundamento|base|sustento|sentido",
    ),
    (
        "nada|ninguna ?palabra de|del",
        "es|era|resulta ?del ?todo cierto|verdad|así",
    ),
    ("ni una ?sola palabra de|del", "es|era cierta|cierto|verdad"),
];

/// What is called false behind a label or behind what is said of those who tell it, in a quotation or a clause.
pub(super) fn find(view: &View<'_>) -> Option<Found> {
    let mut from = first(view)?;
    let opens = |at: usize| {
        longest(view, at, &LIARS)
            .or_else(|| longest(view, at, &BARE))
            .or_else(|| longest(view, at, &BARE_TOLD))
            .is_some()
    };
    // "X dijo que faltan a la verdad quienes"
    let that = (from..view.len()).find(|at| view.has(*at, COMP) && opens(at + 1));
    from = that.map_or(from, |that| that + 1);
    let over =
        |at: &usize| view.close(*at) || view.stop(*at) || view.dash(*at) && view.comma(at - 1);
    let close = (from + 1..view.len()).find(over).unwrap_or(view.len());
    if let Some(end) = longest(view, from, &LIARS) {
        let who = matches!(
            view.lower(end),
            "quien" | "quienes" | "те" | "тот" | "los" | "el"
        ) || view.comma(end) && view.is(end + 1, "кто");
        return who.then_some((end, close));
    }
    bare(view, from, close)
        .or_else(|| around(view, from, close))
        .or_else(|| labelled(view, from, close))
}

/// "No es verdad lo de C", «Ни слова правды в слухах о C нет».
fn bare(view: &View<'_>, from: usize, close: usize) -> Option<Found> {
    let only = longest(view, from, &BARE_TOLD).filter(|end| told(view, *end).is_some());
    let start = only.or_else(|| longest(view, from, &BARE))?;
    let named = told(view, start).is_some() || view.has(start, DET) && !view.is(start, "que");
    let over = |at: &usize| view.comma(*at) || matches!(view.lower(*at), "нет" | "не");
    let russian = super::parsing::russian(view);
    let end = (start + 1..close)
        .find(|at| russian && over(at))
        .unwrap_or(close);
    let end = if russian {
        end
    } else {
        (start..close).find(|at| view.comma(*at)).unwrap_or(end)
    };
    (named && start < end).then_some((start, end))
}

/// "Nada de lo publicado es cierto".
fn around(view: &View<'_>, from: usize, close: usize) -> Option<Found> {
    AROUND.iter().find_map(|(open, end)| {
        let start = longest(view, from, &[*open])?;
        let end = (start + 1..close).find(|at| longest(view, *at, &[*end]).is_some())?;
        Some((start, end))
    })
}

/// "Una leyenda urbana, eso es lo de C", "puro cuento lo de C".
fn labelled(view: &View<'_>, from: usize, close: usize) -> Option<Found> {
    let near = from + 1..close.min(from + 8);
    let label = |at: &usize| view.comma(*at) && is_label(view, from, *at);
    if let Some(comma) = near.clone().find(label) {
        let links = [
            "eso|esto es|son ?todo",
            "вот ?и что такое|это",
            "это ?все про",
        ];
        let thing = longest(view, comma + 1, &links).filter(|thing| *thing < close);
        return thing.map(|thing| (thing, close));
    }
    let of = near.clone().find(|at| {
        matches!(view.lower(*at), "lo" | "eso") && matches!(view.lower(at + 1), "de" | "del")
    })?;
    is_label(view, from, of).then_some((of, close))
}

/// "«Lo de que C», zanjó X, «no se sostiene»", "las acusaciones, según X, carecen de base": denies what stands before who speaks;
/// whether it does.
pub(super) fn parted(
    view: &View<'_>,
    index: usize,
    (at, end): Found,
    readings: &mut [Reading],
) -> bool {
    let quoted = view.open(at - 1);
    let over = view.close(end) || view.stop(end) || view.comma(end);
    let apart = quoted || view.comma(at - 1) || view.dash(at - 1);
    let words = Run::new(at, end).and_then(|run| view.span(run));
    let Some(words) = words.filter(|_| over && apart) else {
        return false;
    };
    let begins = |reading: &Reading| {
        let start = reading.content.first().map(|first| first.start);
        let from =
            (0..at).find(|at| start.is_some_and(|start| view.tokens[*at].span.start >= start));
        from.is_some_and(|from| quoted || told(view, from).is_some())
    };
    let found = readings.iter_mut().find(|reading| {
        let first = reading.content.first();
        let around = reading
            .cue
            .zip(first)
            .is_some_and(|(cue, first)| first.end <= cue.start && cue.end <= words.start);
        reading.sentence == index && reading.source.is_some() && around && begins(reading)
    });
    let Some(reading) = found else {
        return false;
    };
    let Some(thing) = reading.content.first().copied() else {
        return false;
    };
    // "Las acusaciones, según el abogado, carecen": what follows is no description of him.
    let mark = view.tokens[at - 1].span.start;
    if let Some(source) = reading.source.as_mut().filter(|source| source.start < mark) {
        source.end = source.end.min(mark);
    }
    deny(reading, thing);
    true
}
