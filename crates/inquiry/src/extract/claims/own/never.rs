//! "I never touched her passport", "Nunca toqué su pasaporte", «Я никогда не трогала её паспорт»: a speaker denies what he
//! never did. Who never said a thing is on record for nothing.

use super::super::lexicon::{AUX, COMP, CONJ, DET, HAVE, NEG, PREP, PRON, QUOTE, SUB, Sort, TIME};
use super::super::reading::{self, Reading};
use super::super::relative;
use super::super::view::{Run, View};
use super::{PRONOUNS, is_form};
use model::{Language, Polarity, Span};

/// The rule of such readings.
const RULE: &str = "never";

/// Words for nobody and nothing by which a speaker turns down what he is asked about.
#[rustfmt::skip]
const NOBODY: [&str; 9] = [
    "никто", "никого", "никому", "никем", "ничего", "никаких", "никакой", "никакого", "никакие",
];
/// Whom a thing befell, he does not turn it down: «Мне никто ничего не платил».
const BEFALLEN: [&str; 6] = ["мне", "нам", "меня", "нас", "мной", "нами"];
/// Beginnings of verbs that only say what a speaker does not know, see or have.
#[rustfmt::skip]
const UNAWARE: [&str; 13] = [
    "знаю", "знае", "помн", "понима", "виж", "виде", "слыш", "мог", "хоте", "успе", "получ", "уме", "боя",
];

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
        Language::Ru => russian(view, at)
            .or_else(|| nobody(view, at))
            .or_else(|| untouched(view, at))?,
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

/// «Никого мы не бросали», «никаких контрактов не подписывали»: the words before the negation, it, and the verb.
fn nobody(view: &View<'_>, at: usize) -> Option<(Option<Run>, Run, usize)> {
    if !NOBODY.contains(&view.lower(at)) {
        return None;
    }
    let idle = |at: usize| {
        !view.tokens[at].is_wordy() || view.has(at, CONJ) || matches!(view.lower(at), "я" | "мы")
    };
    // Of another he only tells it.
    let other = |at: usize| matches!(view.lower(at), "он" | "она" | "они");
    let from = (0..at).find(|at| view.has(*at, PRON)).unwrap_or(at);
    let mut near = (at + 1..view.len().min(at + 8)).take_while(|at| !view.comma(*at));
    let no = near.find(|at| view.is(*at, "не"))?;
    let own = (0..at).all(idle) && !(at..no).any(other);
    (own && turns_down(view, no + 1)).then_some((Run::new(from, no), Run::new(no, no + 1)?, no + 1))
}

/// «Кока я не трогал», «и Тимура мы не били»: whom or what the speaker did not touch stands first.
fn untouched(view: &View<'_>, at: usize) -> Option<(Option<Run>, Run, usize)> {
    if !matches!(view.lower(at), "я" | "мы") || !view.is(at + 1, "не") {
        return None;
    }
    let from = (0..at).find(|at| view.tokens[*at].is_wordy() && !view.has(*at, CONJ))?;
    let plain = |at: usize| {
        view.tokens[at].is_wordy()
            && !view.adverb(at)
            && !view.has(at, PRON | PREP | COMP | SUB | DET | NEG | TIME | AUX)
    };
    let object = at - from <= 2 && (from..at).all(plain) && !view.finite(Run::new(from, at)?);
    let past = ["л", "ла", "ли"]
        .iter()
        .any(|end| view.lower(at + 2).ends_with(end));
    (object && past && turns_down(view, at + 2)).then_some((
        Run::new(from, at + 1),
        Run::new(at + 1, at + 2)?,
        at + 2,
    ))
}

/// Whether a speaker who negates the verb at `verb` denies a thing: no order, nothing that befell him, nothing that he only
/// did not know.
fn turns_down(view: &View<'_>, verb: usize) -> bool {
    let lower = view.lower(verb);
    let unaware = UNAWARE.iter().any(|stem| lower.starts_with(stem));
    let befallen = (0..view.len()).any(|at| BEFALLEN.contains(&view.lower(at)));
    let aside = (0..verb).any(|at| view.has(at, COMP));
    !lower.ends_with("те") && !unaware && !befallen && !aside
}
