//! "I never touched her passport", "Nunca toqué su pasaporte", «Я никогда не трогала её паспорт»: a speaker denies what he
//! never did. Who never said a thing is on record for nothing.

use super::super::lexicon::{AUX, CONJ, HAVE, NEG, PREP, QUOTE, Sort};
use super::super::reading::{self, Reading};
use super::super::relative;
use super::super::view::{Run, View};
use super::{PRONOUNS, is_form};
use model::{Language, Polarity, Span};

/// The rule of such readings.
const RULE: &str = "never";

/// Adds what speakers say that they never did.
pub(super) fn add(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        if (0..view.len()).any(|at| view.lower(at).contains(['?', '¿'])) {
            continue;
        }
        for at in 0..view.len() {
            let Some(found) = never(view, index, at) else {
                continue;
            };
            let Some(cue) = found.cue else { continue };
            let verb = Span::new(
                cue.start,
                found.content.last().map_or(cue.end, |it| it.start + 1),
            );
            readings.retain(|reading| {
                !(reading.learned && reading.cue.is_some_and(|it| it.overlaps(verb)))
            });
            readings.push(found);
        }
    }
    reading::sort(readings);
}

/// The denial that the word at `at` makes.
fn never(view: &View<'_>, sentence: usize, at: usize) -> Option<Reading> {
    let (subject, cue, verb) = match view.lexicon.language {
        Language::En | Language::Unknown => english(view, at)?,
        Language::Es => spanish(view, at)?,
        Language::Ru => russian(view, at)?,
    };
    let mut cues = view.lexicon.cues(view.tokens, verb);
    if cues.any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & QUOTE != 0) {
        return None;
    }
    let over = |at: &usize| {
        view.stop(*at)
            || view.comma(*at)
            || view.is(*at, ";")
            || view.dash(*at)
            || view.has(*at, CONJ)
                && (view.has(*at + 1, AUX) || matches!(view.lower(*at), "but" | "pero" | "но"))
    };
    let end = (verb + 1..view.len()).find(over).unwrap_or(view.len());
    let mut reading = Reading::unknown(sentence, RULE, view.span(cue)?);
    reading.own = true;
    reading.polarity = Polarity::Denied;
    reading
        .content
        .extend(subject.and_then(|run| view.span(run)));
    reading.content.push(view.span(Run::new(cue.to, end)?)?);
    Some(reading)
}

/// "I never sold", "I've never sold": subject, cue and the token of the verb.
fn english(view: &View<'_>, at: usize) -> Option<(Option<Run>, Run, usize)> {
    if !view.is(at, "never") {
        return None;
    }
    let mut subject = at.checked_sub(1)?;
    let helped = view.has(subject, HAVE);
    subject = subject.checked_sub(usize::from(helped))?;
    let word = view.lower(subject);
    let perfect = word.ends_with("'ve");
    let first = PRONOUNS.contains(&word.trim_end_matches("'ve"));
    let verb = at + 1;
    let past = relative::is_past(view.lower(verb))
        || view.lower(verb).ends_with("ed")
        || helped
        || perfect;
    (first && past && !view.has(verb, PREP)).then_some((
        Run::new(subject, at),
        Run::new(at, verb)?,
        verb,
    ))
}

/// "Nunca toqué", "yo jamás la vendí", "nunca he cobrado".
fn spanish(view: &View<'_>, at: usize) -> Option<(Option<Run>, Run, usize)> {
    if !matches!(view.lower(at), "nunca" | "jamás") {
        return None;
    }
    let clitic =
        |at: usize| relative::clitic(view, at) || matches!(view.lower(at), "me" | "nos" | "te");
    let verb = (at + 1..at + 4).find(|at| !clitic(*at))?;
    let past =
        view.lower(verb).ends_with(['é', 'í']) || is_form(Language::Es, view.lower(verb), false);
    let pronoun = at
        .checked_sub(1)
        .filter(|at| PRONOUNS.contains(&view.lower(*at)));
    let subject = pronoun.and_then(|pronoun| Run::new(pronoun, at));
    let told = verb + usize::from(view.has(verb, HAVE));
    past.then_some((subject, Run::new(at, at + 1)?, told))
}

/// «Я никогда не трогал», «никогда я её не видела».
fn russian(view: &View<'_>, at: usize) -> Option<(Option<Run>, Run, usize)> {
    if !view.is(at, "никогда") {
        return None;
    }
    let mut near = at.saturating_sub(2)..view.len().min(at + 3);
    let pronoun = near.find(|at| matches!(view.lower(*at), "я" | "мы"))?;
    let no = (at + 1..view.len().min(at + 5)).find(|at| view.has(*at, NEG))?;
    let verb = no + 1;
    let past = ["л", "ла", "ли", "лся", "лась", "лись"]
        .iter()
        .any(|end| view.lower(verb).ends_with(end));
    past.then_some((Run::new(pronoun, at), Run::new(at, no + 1)?, verb))
}
