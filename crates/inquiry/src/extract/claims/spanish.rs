//! Spanish wordings of news and statements that the rules of all languages do not read: nouns set behind what was said, nouns of
//! denying, pleas, claims in relative clauses, and who is meant by a pronoun or inside another's words.

mod apposed;
mod asides;
mod doubled;
mod edges;
mod inside;
mod nominal;
mod pleas;
mod sought;
mod standing;
mod tellers;
mod unnamed;
mod whole;

pub(super) use apposed::named;

use super::clause;
use super::lexicon::{COMP, CONJ, DET, NEG, PREP};
use super::reading::{self, Reading};
use super::untold::tokens;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity, Span};

/// The rule of such readings.
const RULE: &str = "spanish";

/// Adds such readings, in the place of what else was read of their words.
pub(super) fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        if view.lexicon.language != Language::Es {
            continue;
        }
        let found = apposed::read(view, index)
            .into_iter()
            .chain(nominal::read(view, index))
            .chain(sought::read(view, index))
            .chain(asides::read(view, index))
            .chain(standing::read(view, index))
            .chain(whole::read(view, index, readings))
            .collect::<Vec<_>>();
        for reading in found {
            put(reading, readings);
        }
        standing::settle(view, index, readings);
        apposed::cut(view, index, readings);
        around(view, index, readings);
        as_told(view, index, readings);
        pleas::settle(view, index, readings);
        tellers::settle(view, index, readings);
        inside::settle(view, index, readings);
        edges::settle(text, view, index, readings);
        doubled::settle(view, index, readings);
        unnamed::settle(view, index, readings);
    }
    reading::sort(readings);
}

/// Puts a reading in the place of those of its cue.
fn put(found: Reading, readings: &mut Vec<Reading>) {
    let cue = found.cue;
    readings.retain(|other| !other.cue.zip(cue).is_some_and(|(a, b)| a.overlaps(b)));
    readings.push(found);
}

/// A reading of the words of a cue: who says what.
fn told(
    view: &View<'_>,
    index: usize,
    cue: Run,
    source: Option<Run>,
    content: &[Run],
) -> Option<Reading> {
    let mut reading = Reading::unknown(index, RULE, view.span(cue)?);
    view.lower(cue.from).clone_into(&mut reading.head);
    reading.source = source.and_then(|run| view.span(run));
    reading
        .content
        .extend(content.iter().filter_map(|run| view.span(*run)));
    (!reading.content.is_empty()).then_some(reading)
}

/// The same, denied.
fn denied(
    view: &View<'_>,
    index: usize,
    cue: Run,
    source: Option<Run>,
    content: Run,
) -> Option<Reading> {
    let mut reading = told(view, index, cue, source, &[content])?;
    reading.polarity = Polarity::Denied;
    Some(reading)
}

/// The same with a kind and a certainty of its own.
fn valued(mut reading: Reading, kind: Kind, certainty: Certainty) -> Reading {
    reading.kind = kind;
    reading.certainty = certainty;
    reading
}

/// Who a noun phrase at the token names, up to a mark, a verb or a circumstance.
fn agent(view: &View<'_>, from: usize) -> Option<Run> {
    let run = clause::phrase_right(view, from)?;
    let over = |at: &usize| {
        let noun = view.has(*at - 1, DET) && !view.is_past_form(*at);
        let verb = view.is_past_form(*at) || view.is_finite(*at) && !view.capital(*at) && !noun;
        let further = view.has(*at, CONJ) && (view.is_past_form(at + 1) || view.tells(at + 1));
        let aside = matches!(view.lower(*at), "ante" | "tras" | "durante" | "en");
        view.comma(*at)
            || verb
            || further
            || aside
            || view.has(*at, COMP | NEG) && !view.has(*at, PREP)
    };
    let end = (from + 1..run.to).find(over).unwrap_or(run.to);
    Run::new(from, end).filter(|run| !is_nobody(view, *run))
}

/// "Lamenta la suerte de los que, según X, C": what is told around a relative clause with its own source goes on to its end.
fn around(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    let that = |cue: Span| {
        let comma = tokens(view, cue)
            .next()?
            .checked_sub(1)
            .filter(|at| view.comma(*at))?;
        let that = comma.checked_sub(1).filter(|at| view.is(*at, "que"))?;
        let joined = that > 0 && view.has(that - 1, CONJ);
        Some(view.tokens[that - usize::from(joined)].span.start)
    };
    let asides: Vec<(usize, Span, Span)> = readings
        .iter()
        .filter(|it| it.sentence == index && it.rule == "according")
        .filter_map(|it| Some((that(it.cue?)?, it.cue?, *it.content.last()?)))
        .filter(|(_, cue, told)| cue.end <= told.start)
        .collect();
    for (from, cue, told) in asides {
        let others = readings
            .iter_mut()
            .filter(|it| it.sentence == index && it.cue.is_some_and(|it| it.end <= from));
        for other in others {
            let near = |content: &&mut Span| {
                content.start <= from && (from..=cue.start + 1).contains(&(content.end + 1))
            };
            if let Some(content) = other.content.last_mut().filter(near) {
                content.end = told.end;
            }
        }
    }
}

/// "X negó que C, como sostiene Y": Y says what X denies.
fn as_told(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    let told = |it: &Reading| it.sentence == index && it.rule == "as-told";
    let Some(cue) = readings.iter().find(|it| told(it)).and_then(|it| it.cue) else {
        return;
    };
    let comma = tokens(view, cue).next().and_then(|at| at.checked_sub(2));
    let Some(comma) = comma.filter(|at| view.comma(*at)) else {
        return;
    };
    let mark = view.tokens[comma].span.start;
    let link = view.tokens[comma + 1].span.end;
    let named = readings.iter().find(|it| told(it)).and_then(|it| it.source);
    let far = named.map_or(link, |source| source.end.max(link));
    let over = |content: &Span| content.start < mark && (mark..=far).contains(&content.end);
    let mut denied = None;
    let mut denier = None;
    let denials = readings
        .iter_mut()
        .filter(|it| it.sentence == index && it.polarity == Polarity::Denied);
    for reading in denials {
        if let Some(content) = reading.content.last_mut().filter(|it| over(it)) {
            content.end = mark;
            denied = Some(*content);
            denier = reading.source;
        }
    }
    let by = readings.iter_mut().find(|it| told(it));
    let Some((by, denied)) = by.zip(denied) else {
        return;
    };
    by.content = vec![denied];
    // "Niega que C, como sostiene Y, y dice que D": who denies it goes on.
    let goes_on = |cue: Span| {
        let and = tokens(view, cue).next().and_then(|at| at.checked_sub(2));
        and.is_some_and(|at| view.comma(at) && view.has(at + 1, CONJ))
    };
    for other in readings.iter_mut().filter(|it| it.sentence == index) {
        if other.source == named && other.rule != "as-told" && other.cue.is_some_and(goes_on) {
            other.source = denier;
        }
    }
}

/// Whether the reading is of the sentence and its cue stands in the span.
fn is_cued(reading: &Reading, index: usize, within: Span) -> bool {
    reading.sentence == index && reading.cue.is_some_and(|cue| within.contains(cue))
}

/// Whether whoever is named at the head of a run is nobody: "nadie", "ninguno de ellos".
fn is_nobody(view: &View<'_>, run: Run) -> bool {
    let first = view.lower(run.from);
    first == "nadie" || first.starts_with("ningun") || first == "ningún"
}
