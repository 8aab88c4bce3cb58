//! "That C, X denies", "Que C, lo niega X", «То, что C, X отрицает»: what is denied opens the sentence as a clause.

use super::super::called;
use super::super::clause;
use super::super::lexicon::{AUX, COMP, CONJ, Cue, DET, NEG, PREP, PRON, Sort, TIME};
use super::super::reading::Reading;
use super::super::verbs::in_group;
use super::super::view::{Run, View};
use model::{Certainty, Language, Polarity};

/// The rule of such readings.
const RULE: &str = "fronted";
/// The most tokens from the comma behind the clause to the end of who denies it.
const NEAR: usize = 16;

/// Reads the denial of a clause that opens its sentence.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    let Some(reading) = find(view, index) else {
        return;
    };
    let Some(cue) = reading.cue else { return };
    readings.retain(|other| {
        other.sentence != index || other.cue.is_none_or(|other| !other.overlaps(cue))
    });
    readings.push(reading);
}

fn find(view: &View<'_>, index: usize) -> Option<Reading> {
    let from = (0..view.len()).find(|at| view.tokens[*at].is_wordy() && !view.has(*at, CONJ))?;
    if !opens(view, from) || view.is_quoted(from) {
        return None;
    }
    let (head, after, certainty) = (from + 3..view.len()).rev().find_map(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        let denies = |cue: &&Cue| cue.sort == Sort::Verb && cue.polarity == Polarity::Denied;
        if let Some(cue) = cues.find(denies) {
            return Some((at, at + cue.words.len(), cue.certainty));
        }
        let spanish = view.lexicon.language == Language::Es;
        let turned = || called::turned_down(view, at).filter(|_| !spanish);
        // «Упрёков в том, что C, она не принимает»
        turned()
            .or_else(|| called::refused(view, at))
            .map(|end| (at, end, Certainty::Stated))
    })?;
    let named = names(view, from, head)?;
    let comma = named.saturating_sub(1);
    let negated = (comma..head).any(|at| view.has(at, NEG) || view.has(at, COMP));
    if negated || head - comma > NEAR || view.is_quoted(head) {
        return None;
    }
    let pronoun =
        |at: usize| super::clitic(view, at) || matches!(view.lower(at), "eso" | "это" | "этого");
    let mut group = head;
    while group > named && (in_group(view, group - 1) || pronoun(group - 1)) {
        group -= 1;
    }
    let mut end = after;
    while view.adverb(end) && !view.has(end, DET) || view.has(end, TIME) || view.is(end, "тут") {
        end += 1 + usize::from(view.is(end, "тут") && view.is(end + 1, "же"));
    }
    let over = |at: usize| {
        let colon = view.is(at, ":") && !view.english();
        let mark = view.comma(at) || view.is(at, ";") || colon;
        // "Dismissed as an invention"
        let called = view.english() && view.is(at, "as");
        view.stop(at) || mark || called || view.has(at, PREP | CONJ)
    };
    let mut first = named;
    while first < group && (view.has(first, CONJ) || view.adverb(first)) && !view.has(first, PRON) {
        first += 1;
    }
    let source = match Run::new(first, group).filter(|run| view.span(*run).is_some()) {
        // "That C, they say, is beyond doubt": nobody is named there.
        Some(before) => (over(end) && !view.has(before.from, AUX)).then_some(before)?,
        None if view.english() => return None,
        None => {
            let behind = clause::phrase_right(view, end).filter(|_| !view.has(end, PREP | COMP))?;
            (over(behind.to) || view.has(behind.to, CONJ)).then_some(behind)?
        }
    };
    let verb = (group..head).find(|at| !pronoun(*at)).unwrap_or(head);
    let end = if view.comma(comma) { comma } else { named };
    let cue = view.span(Run::new(verb, after)?);
    let mut reading = Reading::new(index, RULE, &Cue::denial(view.lower(head)), cue);
    if view.lexicon.language == Language::Ru {
        reading.certainty = certainty;
    }
    reading.source = view.span(source);
    reading.content.push(view.span(Run::new(from, end)?)?);
    Some(reading)
}

/// Whether what may be denied by a verb behind it begins at the token.
fn opens(view: &View<'_>, from: usize) -> bool {
    match view.lexicon.language {
        Language::Ru => {
            view.is(from, "то") && view.comma(from + 1) && view.is(from + 2, "что")
                || is_told_clause(view, from)
        }
        Language::Es => view.is(from, "que"),
        Language::En | Language::Unknown => {
            view.is(from, "that") && !view.comma(from + 1)
                || view.is(from, "having")
                || called::is_told(view, from + 1) && view.is(from + 2, "that")
        }
    }
}

/// The first token of who denies what begins at `from` by the verb at `head`: behind the last comma, or a pronoun right before
/// the verb: "That they were ever locked in he denied".
fn names(view: &View<'_>, from: usize, head: usize) -> Option<usize> {
    let comma = (from + 3..head).rev().find(|at| view.comma(*at));
    let mut near = head;
    while near > from + 3 && in_group(view, near - 1) {
        near -= 1;
    }
    let pronoun = near - 1;
    let alone = view.english()
        && pronoun > from + 2
        && matches!(
            view.lower(pronoun),
            "he" | "she" | "they" | "it" | "we" | "i"
        )
        && !view.has(pronoun - 1, COMP | CONJ | PREP)
        && comma.is_none_or(|comma| comma + 3 < pronoun && !view.is(from, "having"));
    let told = (from + 1..pronoun).any(|at| super::is_past(view.lower(at)));
    // "That Anna says he lied he denied": who tells it is another.
    let alone = alone && !(from + 2..pronoun).any(|at| view.tells(at) || view.has(at, CONJ));
    let whole = told || Run::new(from + 1, pronoun).is_some_and(|run| view.finite(run));
    if alone && (whole || view.is(from, "having")) {
        return Some(pronoun);
    }
    // "Having met her, he denied": what he did first, not what he denies.
    comma.filter(|_| !view.is(from, "having")).map(|at| at + 1)
}

/// «Обвинение в том, что C», «Слух, будто C»: whether a noun for what is told opens the sentence with a clause.
fn is_told_clause(view: &View<'_>, from: usize) -> bool {
    let noun = from + usize::from(view.has(from, DET));
    let clause = |at: usize| view.comma(at) && matches!(view.lower(at + 1), "что" | "будто");
    called::is_told(view, noun) && (noun + 1..noun + 5).any(clause)
}
