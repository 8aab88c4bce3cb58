//! "That C, X denies", "Que C, lo niega X", «То, что C, X отрицает»: what is denied opens the sentence as a clause.

use super::super::called;
use super::super::clause;
use super::super::lexicon::{COMP, CONJ, DET, NEG, PREP, PRON, Sort, TIME};
use super::super::reading::Reading;
use super::super::verbs::in_group;
use super::super::view::{Run, View};
use model::{Language, Polarity};

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
    let opens = match view.lexicon.language {
        Language::Ru => {
            view.is(from, "то") && view.comma(from + 1) && view.is(from + 2, "что")
                || is_told_clause(view, from)
        }
        Language::Es => view.is(from, "que"),
        Language::En | Language::Unknown => view.is(from, "that") && !view.comma(from + 1),
    };
    if !opens || view.is_quoted(from) {
        return None;
    }
    let (head, cue) = (from + 3..view.len()).rev().find_map(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        let denies = |cue: &&super::super::lexicon::Cue| {
            cue.sort == Sort::Verb && cue.polarity == Polarity::Denied
        };
        Some((at, cues.find(denies)?))
    })?;
    let comma = (from + 3..head).rev().find(|at| view.comma(*at))?;
    let after = head + cue.words.len();
    let negated = (comma..head).any(|at| view.has(at, NEG) || view.has(at, COMP));
    if negated || head - comma > NEAR || view.is_quoted(head) {
        return None;
    }
    let pronoun =
        |at: usize| super::clitic(view, at) || matches!(view.lower(at), "eso" | "это" | "этого");
    let mut group = head;
    while group > comma + 1 && (in_group(view, group - 1) || pronoun(group - 1)) {
        group -= 1;
    }
    let mut end = after;
    while view.adverb(end) && !view.has(end, DET) || view.has(end, TIME) || view.is(end, "тут") {
        end += 1 + usize::from(view.is(end, "тут") && view.is(end + 1, "же"));
    }
    let over = |at: usize| {
        view.stop(at) || view.comma(at) || view.is(at, ";") || view.has(at, PREP | CONJ)
    };
    let mut first = comma + 1;
    while first < group && (view.has(first, CONJ) || view.adverb(first)) && !view.has(first, PRON) {
        first += 1;
    }
    let source = match Run::new(first, group).filter(|run| view.span(*run).is_some()) {
        Some(before) => over(end).then_some(before)?,
        None if view.english() => return None,
        None => {
            let behind = clause::phrase_right(view, end).filter(|_| !view.has(end, PREP | COMP))?;
            (over(behind.to) || view.has(behind.to, CONJ)).then_some(behind)?
        }
    };
    let verb = (group..head).find(|at| !pronoun(*at)).unwrap_or(head);
    let mut reading = Reading::new(index, RULE, cue, view.span(Run::new(verb, after)?));
    reading.source = view.span(source);
    reading.content.push(view.span(Run::new(from, comma)?)?);
    Some(reading)
}

/// «Обвинение в том, что C», «Слух, будто C»: whether a noun for what is told opens the sentence with a clause.
fn is_told_clause(view: &View<'_>, from: usize) -> bool {
    let noun = from + usize::from(view.has(from, DET));
    let clause = |at: usize| view.comma(at) && matches!(view.lower(at + 1), "что" | "будто");
    called::is_told(view, noun) && (noun + 1..noun + 5).any(clause)
}
