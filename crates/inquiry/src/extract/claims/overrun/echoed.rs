//! "X denied that C, as Y claims", "X denied C, which Y says it did": Y says what X denies.

use super::{end_at, is_denial, told_by};
use crate::extract::claims::lexicon::{CONJ, POSS, PRON, Sort};
use crate::extract::claims::patterns::{self, fits};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::{Polarity, Span};

/// The rule of such readings.
const RULE: &str = "as-told";
/// Verbs by which one says what another denies.
const SAYS: &str = "claim*|alleg*|suggest*|assert*|contend*|insist*|maintain*|say|says|said|report|reports|reported";
/// What says behind "which Y says" that it is so.
const SO: [&str; 3] = [
    "?that it|he|she|they|this does|did|do|has|have|had|is|was|were",
    "happened|occurred|happens",
    "is|was|are|were true|so",
];

/// Reads who says what is denied before the comma.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    for comma in (2..view.len()).filter(|at| view.comma(*at) && !view.is_quoted(*at)) {
        if let Some((source, cue, end)) = find(view, comma) {
            echo(view, index, (comma, end), (source, cue), readings);
        }
    }
}

/// Who says it, the verb and where the words end.
fn find(view: &View<'_>, comma: usize) -> Option<(Run, Run, usize)> {
    let as_told = view.english() && view.is(comma + 1, "as");
    let which = view.english() && view.is(comma + 1, "which");
    if !as_told && !which {
        return None;
    }
    let (source, verb) = told_by(view, comma + 2)?;
    let cue = Run::new(verbs::group_start(view, source.to, verb), verb + 1)?;
    // "As his lawyer said": he says the same.
    let own = as_told
        && (view.has(source.from, POSS) || view.has(source.from, PRON) && source.len() == 1);
    if own || !fits(view.lower(verb), SAYS) {
        return None;
    }
    let end = if as_told {
        verb + 1
    } else {
        patterns::longest(view, verb + 1, &SO)?
    };
    (view.stop(end) || view.comma(end)).then_some((source, cue, end))
}

/// Ends the denial at the comma, and gives what is denied to whoever says it.
fn echo(
    view: &View<'_>,
    index: usize,
    (comma, end): (usize, usize),
    (source, cue): (Run, Run),
    readings: &mut Vec<Reading>,
) {
    let before = view.tokens[comma - 1].span;
    let reaches = |it: &&Reading| {
        is_denial(view, index, comma, it)
            && it
                .content
                .last()
                .is_some_and(|last| last.start <= before.start && last.end >= before.end)
    };
    let Some(denial) = readings.iter().find(reaches).cloned() else {
        return;
    };
    end_at(view, index, comma, readings);
    let start = denial.content[0].start;
    let mut words = view.lexicon.cues(view.tokens, cue.to - 1);
    let word = words.find(|it| it.sort == Sort::Verb);
    let (Some(cue_span), Some(word)) = (view.span(cue), word) else {
        return;
    };
    readings.retain(|it| !it.cue.is_some_and(|it| it.overlaps(cue_span)));
    let mut told = Reading::new(index, RULE, word, Some(cue_span));
    told.source = view.span(source);
    told.content = vec![Span::new(start, before.end)];
    told.polarity = Polarity::Affirmed;
    readings.push(told);
    if view.comma(end) {
        go_on(view, index, end, &denial, readings);
    }
}

/// ", and says that D", ", or ever having C": who denies it goes on behind the comma.
fn go_on(view: &View<'_>, index: usize, comma: usize, denial: &Reading, readings: &mut [Reading]) {
    let next = comma + 1;
    let Some(from) = view.tokens.get(next).map(|token| token.span.start) else {
        return;
    };
    let verb = view.tokens.get(next + 1).map(|token| token.span.start);
    let own = readings.iter_mut().filter(|it| it.sentence == index);
    for reading in own {
        let cue = reading.cue.map(|cue| cue.start);
        if view.has(next, CONJ) && cue.is_some() && cue == verb {
            reading.source = denial.source;
        }
        let over = denial.content.last().filter(|last| last.end > from);
        if let Some(last) = over.filter(|_| !view.tells(next + 1) && reading.cue == denial.cue) {
            reading.content.push(Span::new(from, last.end));
        }
    }
}
