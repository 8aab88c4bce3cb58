//! Where English and Spanish news goes on beyond what is denied or told: with another's clause behind a comma, the main clause,
//! what is not admitted, or who says what is denied.

mod beside;
mod echoed;
mod leading;
mod nominal;
mod partly;

use super::falsity;
use super::lexicon::{AUX, COMP, CONJ, DET, HAVE, INF, POSS, PREP, PRON, REL, SUB, TIME};
use super::parted;
use super::reading::{self, Reading};
use super::view::{Run, View};
use crate::extract::text::Token;
use model::{Language, Polarity, Span};

/// The most tokens of who tells it, with the verb.
const NEAR: usize = 9;

/// Ends what is read where another's words, or other words, begin.
pub(super) fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        if view.lexicon.language == Language::Ru {
            continue;
        }
        around_told(text, view, index, readings);
        leading::settle(view, index, readings);
        nominal::settle(view, index, readings);
        partly::settle(view, index, readings);
        beside::settle(view, index, readings);
        echoed::settle(view, index, readings);
    }
    reading::sort(readings);
}

/// "Falsa es también la versión de que C, dijo X": what X calls false holds what others tell in it.
fn around_told(text: &str, view: &View<'_>, index: usize, readings: &mut [Reading]) {
    let cues: Vec<Span> = readings
        .iter()
        .filter(|it| it.sentence == index)
        .filter_map(|it| it.cue)
        .collect();
    let start = view.sentence.span.start;
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        let whole = |it: &Span| it.start == start && cues.iter().any(|cue| it.contains(*cue));
        if reading.content.len() == 1 && reading.content.iter().all(whole) {
            falsity::turned(text, start, &mut reading.content, &mut reading.polarity);
        }
    }
}

/// Ends at the token what the readings of a sentence whose cues stand before it tell beyond it.
fn end_at(view: &View<'_>, index: usize, at: usize, readings: &mut [Reading]) {
    let comma = |at: &usize| view.comma(*at);
    let last = at.checked_sub(1);
    let last = last.filter(|at| !comma(at)).or_else(|| at.checked_sub(2));
    let (Some(mark), Some(last)) = (view.tokens.get(at), last) else {
        return;
    };
    let (start, end) = (mark.span.start, view.tokens[last].span.end);
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        if reading.cue.is_none_or(|cue| cue.end > start) {
            continue;
        }
        // What began before it and goes on behind it in pieces is one content.
        let over = reading
            .content
            .last()
            .is_some_and(|content| content.end > start);
        if over && reading.content.iter().any(|it| it.start < start) {
            reading.content.retain(|content| content.start < start);
            for content in &mut reading.content {
                content.end = content.end.min(end);
            }
        }
    }
}

/// Whether the reading is a denial of the sentence whose cue ends before the token and whose content begins behind its cue.
fn is_denial(view: &View<'_>, index: usize, at: usize, reading: &Reading) -> bool {
    let Some(cue) = reading.cue.filter(|_| reading.sentence == index) else {
        return false;
    };
    let behind = reading
        .content
        .first()
        .is_some_and(|it| it.start >= cue.end);
    reading.polarity == Polarity::Denied && behind && cue.end <= view.tokens[at].span.start
}

/// The subject and the verb of telling that begin at the token, with nothing between them: "the workers said".
fn teller(view: &View<'_>, from: usize) -> Option<(Run, usize)> {
    let named = view.has(from, DET | POSS | PRON) || view.capital(from);
    if named { told_by(view, from) } else { None }
}

/// The same, of whoever is named without an article, too: "nurses say".
fn told_by(view: &View<'_>, from: usize) -> Option<(Run, usize)> {
    let named = view.tokens.get(from).is_some_and(Token::is_wordy);
    let other = view.has(from, COMP | REL | CONJ | PREP | SUB | AUX) && !view.has(from, POSS);
    if !named || other || view.adverb(from) && !view.has(from, DET) || view.is(from, "there") {
        return None;
    }
    let plain = |at: &usize| {
        let linked = view.has(*at, COMP | REL | SUB | INF) && !view.has(*at, PREP);
        view.tokens[*at].is_wordy() && !linked && !view.is_quoted(*at)
    };
    let noun = |at: usize| view.has(at - 1, DET | POSS | PREP | CONJ) && !view.has(at - 1, PRON);
    let verb = (from + 1..view.len().min(from + NEAR))
        .take_while(plain)
        .find(|at| view.tells(*at) && !noun(*at) && is_finite(view, *at))?;
    // "The woman prosecutors said he robbed": a clause of hers.
    let person = matches!(
        view.lower(from + 1),
        "man" | "woman" | "boy" | "girl" | "people" | "men" | "women" | "person" | "one"
    );
    let helps = |at: usize| view.has(at, HAVE) || view.adverb(at);
    let mut end = verb;
    while end > from + 1 && helps(end - 1) {
        end -= 1;
    }
    let run = Run::new(from, end).filter(|run| !person || run.len() == 2)?;
    let other = (run.from..run.to).any(|at| view.has(at, AUX) && !view.is(at, "'s"));
    (!other).then_some((run, verb))
}

/// Whether the verb of telling is finite.
fn is_finite(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    match view.lexicon.language {
        Language::Es => !view.infinitive(at) && !view.gerund(at) && !view.capital(at),
        _ => !view.gerund(at) && (parted::is_past(lower) || !view.has(at - 1, TIME)),
    }
}

/// Whether a clause of what is told begins at the token: no circumstance and no end.
fn begins_clause(view: &View<'_>, at: usize) -> bool {
    let wordy = view.tokens.get(at).is_some_and(Token::is_wordy);
    let end = (at..view.len())
        .find(|at| view.comma(*at) || view.stop(*at))
        .unwrap_or(view.len());
    let verb = |at: usize| super::relative::is_past(view.lower(at));
    let finite = Run::new(at, end).is_some_and(|run| {
        view.finite(run) || (run.from + 1..run.to).any(verb) || view.has(at, COMP)
    });
    let loose = view.has(at, PREP | TIME | CONJ | SUB | INF) && !view.has(at, COMP)
        || view.adverb(at)
        || view.is(at, "so");
    if view.lexicon.language == Language::Es {
        return view.is(at, "que") && at + 1 < end;
    }
    wordy && finite && !loose
}
