//! English denials without a verb that denies before what is denied: "a denial from X that C", "the charge drew a denial from X",
//! "an account disputed by X", "admits A but not that B", "X denies that A, and Y that B".

use super::called;
use super::clause;
use super::lexicon::{BE, COMP, CONJ, Cue, DET, NEG, POSS, PREP, PRON, REL};
use super::patterns;
use super::reading::{self, Reading};
use super::untold::tokens;
use super::verbs;
use super::view::{Run, View};
use crate::extract::text::Setting;
use model::{Polarity, Span};

/// Nouns of denying.
const DENIALS: [&str; 6] = [
    "denial",
    "denials",
    "rebuttal",
    "rebuttals",
    "repudiation",
    "refutation",
];
/// Participles by which a thing is denied.
const DENIED: [&str; 12] = [
    "contradicted",
    "denied",
    "disputed",
    "contested",
    "rejected",
    "refuted",
    "rebutted",
    "repudiated",
    "disowned",
    "debunked",
    "dismissed",
    "rubbished",
];
/// Verbs of taking a thing for so.
const GRANTS: [&str; 7] = [
    "accept",
    "admit",
    "acknowledg",
    "conced",
    "agree",
    "confirm",
    "own",
];
/// Verbs that bring a denial on.
const DRAWS: &str = "drew brought met meets meet drew draws drawn brought brings prompted provoked elicited earned followed greeted triggered";
/// The most words between a verb and the noun of denying: "met with a string of".
const NEAR: usize = 6;

/// Reads such denials, in place of whatever else was read by the same words.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        if !view.english() || view.sentence.setting != Setting::Running {
            continue;
        }
        let mut found: Vec<Reading> = (0..view.len())
            .filter(|at| !view.is_quoted(*at))
            .filter_map(|at| {
                from_whom(view, index, at)
                    .or_else(|| repeated(view, index, at))
                    .or_else(|| behind(view, index, at))
                    .or_else(|| but_not(view, index, at))
            })
            .collect();
        found.extend(shared(view, index, readings));
        for it in found {
            let meets = |other: &Reading| matches!((other.cue, it.cue), (Some(a), Some(b)) if a.overlaps(b));
            readings.retain(|other| !meets(other));
            end_before(view, &it, readings);
            readings.push(it);
        }
    }
    reading::sort(readings);
}

/// Ends what another tells before the comma behind which its denial stands: "swears C, an account disputed by X".
fn end_before(view: &View<'_>, denial: &Reading, readings: &mut [Reading]) {
    let Some(thing) = denial.content.first().copied() else {
        return;
    };
    let first = tokens(view, thing).next().and_then(|at| at.checked_sub(1));
    let Some(comma) = first.filter(|at| view.comma(*at) && *at > 0) else {
        return;
    };
    let end = view.tokens[comma - 1].span.end;
    let contents = readings.iter_mut().flat_map(|reading| &mut reading.content);
    for content in contents.filter(|content| content.start < end && content.contains(thing)) {
        content.end = end;
    }
}

/// A denial of `thing` by whoever `source` names.
fn denial(
    view: &View<'_>,
    index: usize,
    cue: Run,
    source: Option<Run>,
    thing: Run,
) -> Option<Reading> {
    let word = view.lower(cue.to - 1);
    let mut reading = Reading::new(index, "object", &Cue::denial(word), view.span(cue));
    reading.source = source.and_then(|run| view.span(run));
    reading.content.push(view.span(thing)?);
    Some(reading)
}

/// "There was a flat denial from X that C", "the charge met with a denial from X".
fn from_whom(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    let link = view.is(at + 1, "from") || view.is(at + 1, "by");
    if !DENIALS.contains(&view.lower(at)) || !link {
        return None;
    }
    let mut source = clause::phrase_right(view, at + 2)?;
    let from = (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|at| !view.comma(*at) && !view.stop(*at))
        .find(|at| patterns::listed(DRAWS, view.lower(*at)) || view.has(*at, BE));
    if let Some(that) = (at + 3..=source.to).find(|at| view.is(*at, "that")) {
        let first = from.unwrap_or(at.saturating_sub(3));
        let none = (first..at).any(|at| view.has(at, NEG) || view.is(at, "no"));
        let there = from.is_some_and(|at| at > 0 && view.is(at - 1, "there"));
        let despite = (at.saturating_sub(4)..at)
            .any(|at| matches!(view.lower(at), "despite" | "amid" | "notwithstanding"));
        if none || !(there || despite) {
            return None;
        }
        source.to = that;
        let end = clause::clause_end(view, that);
        let end = (that..end).find(|at| view.comma(*at)).unwrap_or(end);
        let from = from.filter(|_| there).map_or(at, |at| at - 1);
        let (cue, thing) = (Run::new(from, at + 2)?, Run::new(that, end)?);
        return denial(view, index, cue, Some(source), thing);
    }
    let verb = from.filter(|at| !view.has(*at, BE))?;
    let group = verbs::group_start(view, 0, verb);
    let thing = Run::new(0, group)
        .filter(|run| view.has(run.from, DET | POSS) || view.capital(run.from))?;
    let plain = (thing.from..thing.to).any(|at| called::is_told(view, at));
    let negated = (group..at).any(|at| view.has(at, NEG) || view.is(at, "no"));
    (plain && !negated)
        .then(|| denial(view, index, Run::new(group, at + 2)?, Some(source), thing))
        .flatten()
}

/// "X repeated his denial that C", "X stands by its denial that C".
fn repeated(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    const AGAIN: [&str; 10] = [
        "repeat", "reiterat", "renew", "maintain", "stand", "stood", "stuck", "stick", "restat",
        "issu",
    ];
    let own = at
        .checked_sub(1)
        .filter(|own| view.has(*own, POSS) && !view.is(*own, "'s"))?;
    if !DENIALS.contains(&view.lower(at)) || !view.is(at + 1, "that") {
        return None;
    }
    let verb = (own.saturating_sub(2)..own).rev().find(|at| {
        let lower = view.lower(*at);
        AGAIN.iter().any(|stem| lower.starts_with(stem))
    })?;
    let group = verbs::group_start(view, 0, verb);
    let source = clause::subject(view, group)?;
    let thing = Run::new(at + 1, clause::clause_end(view, at + 1))?;
    denial(view, index, Run::new(group, at + 1)?, Some(source), thing)
}

/// "An account flatly contradicted by X", "the idea that C was strongly contested by X".
fn behind(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    if !DENIED.contains(&view.lower(at)) {
        return None;
    }
    let by = view.is(at + 1, "by");
    let mut group = at;
    while group > 0
        && (view.adverb(group - 1) || view.has(group - 1, BE))
        && !view.has(group - 1, DET)
    {
        group -= 1;
    }
    let passive = (group..at).any(|at| view.has(at, BE));
    if (group..at).any(|at| view.has(at, NEG)) || view.has(group.checked_sub(1)?, NEG | REL) {
        return None;
    }
    let source = by.then(|| agent(view, at + 2)).flatten();
    if !(by || passive && (view.stop(at + 1) || view.is(at + 1, "with"))) || by && source.is_none()
    {
        return None;
    }
    let cue = Run::new(group, at + 1 + usize::from(by))?;
    if passive {
        let noun = (0..3).find(|at| {
            called::is_told(view, *at) || matches!(view.lower(*at), "idea" | "charge" | "view")
        })?;
        let clause = view.is(noun + 1, "that") || view.is(noun + 1, "of");
        let whole = Run::new(0, group).filter(|run| clause && noun + 1 < run.to)?;
        let open = (0..group).any(|at| view.comma(at) || view.stop(at));
        return (!open)
            .then(|| denial(view, index, cue, source, whole))
            .flatten();
    }
    let noun = group
        .checked_sub(1)
        .filter(|at| called::is_told(view, *at))?;
    let first = (noun.saturating_sub(3)..noun)
        .rev()
        .find(|at| view.has(*at, DET | POSS))?;
    let apart = first > 0 && (view.comma(first - 1) || view.dash(first - 1));
    apart
        .then(|| denial(view, index, cue, source, Run::new(first, noun + 1)?))
        .flatten()
}

/// Who does it behind "by", with the name that stands behind an office: "the skipper, Einar Bakkevold".
fn agent(view: &View<'_>, from: usize) -> Option<Run> {
    let mut run = clause::phrase_right(view, from)?;
    let name = run.to + 1;
    let end = (name..view.len().min(name + 5)).find(|at| !view.capital(*at));
    if let Some(end) = end.filter(|end| view.comma(run.to) && *end > name)
        && (view.stop(end) || view.comma(end))
    {
        run.to = end;
    }
    Some(run)
}

/// "Accepts that A but not that B": whoever takes the one for so denies the other.
fn but_not(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    if !view.is(at, "not")
        || !view.is(at + 1, "that")
        || !matches!(view.lower(at.checked_sub(1)?), "but" | "though")
    {
        return None;
    }
    let grants = |at: &usize| {
        let lower = view.lower(*at);
        GRANTS.iter().any(|stem| lower.starts_with(stem)) && view.is(at + 1, "that")
    };
    let subject = view.has(at + 2, DET | POSS | PRON) || view.capital(at + 2);
    let verb = (1..at - 1).rev().find(grants).filter(|_| subject)?;
    let source = clause::subject(view, verbs::group_start(view, 0, verb))?;
    let to = clause::clause_end(view, at + 1);
    let to = (at + 2..to).find(|at| view.comma(*at)).unwrap_or(to);
    denial(
        view,
        index,
        Run::new(at, at + 1)?,
        Some(source),
        Run::new(at + 1, to)?,
    )
}

/// "X denies that A, and Y, a bank, that B": the verb of the first half is that of the second.
fn shared(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Reading> {
    let first = readings.iter().find(|reading| {
        let clause = reading
            .content
            .first()
            .and_then(|content| tokens(view, *content).next());
        reading.sentence == index
            && reading.polarity == Polarity::Denied
            && reading.source.is_some()
            && clause.is_some_and(|at| view.is(at, "that"))
    })?;
    let end = first.content.last().map(|content| content.end)?;
    let comma = (1..view.len()).find(|at| view.comma(*at) && view.tokens[*at].span.end >= end)?;
    let from = comma + 1 + usize::from(view.has(comma + 1, CONJ));
    if from == comma + 1 || !(view.has(from, DET | POSS) || view.capital(from)) {
        return None;
    }
    let that = (from + 1..view.len().min(from + 12))
        .find(|at| view.is(*at, "that") && !view.has(at + 1, REL))?;
    let plain = |at: usize| {
        !view.is_finite(at) && !view.has(at, PRON | COMP | PREP)
            || view.is(at, "of")
            || view.is(at, "for")
    };
    let source = Run::new(from, that).filter(|run| (run.from..run.to).all(plain))?;
    let thing = Run::new(that, clause::clause_end(view, that))?;
    let mut reading = Reading::new(index, "clause", &Cue::denial(&first.head), None);
    reading.source = Some(view.span(source)?);
    reading.content.push(view.span(thing)?);
    let known = readings.iter().any(|other| {
        other
            .source
            .is_some_and(|it: Span| it.overlaps(reading.content[0]))
    });
    (!known).then_some(reading)
}
