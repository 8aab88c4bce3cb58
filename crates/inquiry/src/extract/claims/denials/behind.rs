//! "Tras negar que C, la consejería admitió que D", "compareció desmintiendo que C": who tells it is the subject of the main clause,
//! behind the clause or at the head of the sentence.

use super::Denial;
use super::parsing::{first, russian};
use crate::extract::claims::clause;
use crate::extract::claims::conceded;
use crate::extract::claims::lexicon::{COMP, CONJ, DET, NEG, POSS, PREP, PRON, SUB, Sort};
use crate::extract::claims::patterns::longest;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::{Certainty, Polarity, Span};

/// The most tokens from the head of the sentence to the verb.
const NEAR: usize = 4;
/// Words that open such a clause.
const OPENS: [&str; 10] = [
    "aunque", "tras", "al", "mientras", "si", "pese", "después", "luego", "sin", "además",
];

/// Gives the readings of a Spanish sentence such a subject.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if russian(view) {
        return;
    }
    let whole = view.sentence.span;
    let outside = |source: Option<Span>| source.is_none_or(|source| !whole.contains(source));
    let mut found = None;
    for reading in readings
        .iter_mut()
        .filter(|reading| reading.sentence == index)
    {
        let Some(at) = reading.cue.and_then(|cue| tokens(view, cue).next()) else {
            continue;
        };
        if opens(view, at) && outside(reading.source) {
            if let Some((comma, subject)) = main(view, at) {
                let Some(source) = view.span(subject) else {
                    continue;
                };
                let end = view.tokens[comma - 1].span.end;
                for content in &mut reading.content {
                    content.end = content.end.min(end).max(content.start);
                }
                reading.content.retain(|content| !content.is_empty());
                reading.source = Some(source);
                reading.dropped = false;
                found = Some(source);
            }
        } else if !reading.own
            && (outside(reading.source) && led(view, at) || runs_over(view, at, reading.source))
        {
            let source = head(view, at).and_then(|run| view.span(run));
            reading.dropped &= source.is_none();
            reading.source = source.or(reading.source);
        }
    }
    // What the main clause goes on to tell has the same subject.
    let Some(source) = found else { return };
    for reading in readings
        .iter_mut()
        .filter(|reading| reading.sentence == index)
    {
        let later = reading.cue.is_some_and(|cue| cue.start > source.end);
        if later && outside(reading.source) && !reading.own {
            reading.source = Some(source);
            reading.dropped = false;
        }
    }
    readings.retain(|reading| !reading.content.is_empty());
}

/// Whether the verb at the token has the subject of a verb before it: a participle, an infinitive or a joined verb.
fn led(view: &View<'_>, at: usize) -> bool {
    view.gerund(at) || view.infinitive(at) || joined(view, at)
}

/// Whether what is taken for the subject of the participle at the token has the main verb in it: "El ministro compareció
/// desmintiendo".
fn runs_over(view: &View<'_>, at: usize, source: Option<Span>) -> bool {
    let verb = |source: Span| tokens(view, source).any(|at| view.is_past_form(at));
    (view.gerund(at) || view.infinitive(at)) && source.is_some_and(verb)
}

/// Whether "and" joins the verb at the token to one before.
fn joined(view: &View<'_>, at: usize) -> bool {
    let link = at
        .checked_sub(1)
        .map(|link| link - usize::from(link > 0 && matches!(view.lower(link), "lo" | "se")));
    link.is_some_and(|link| matches!(view.lower(link), "y" | "e"))
}

/// Whether the verb at the token stands in a clause that opens the sentence, with no subject of its own before it.
fn opens(view: &View<'_>, at: usize) -> bool {
    let first = (0..at).find(|at| view.tokens[*at].is_wordy() && !view.has(*at, CONJ));
    let led = first.is_some_and(|first| OPENS.contains(&view.lower(first)));
    let bare = (0..at)
        .all(|at| !view.has(at, DET | POSS | PRON) || view.is(at, "lo") || view.is(at, "se"));
    led && at <= NEAR && bare
}

/// The subject of the main clause behind the comma that ends the clause of the verb at the token.
fn main(view: &View<'_>, at: usize) -> Option<(usize, Run)> {
    let begins = |at: usize| {
        (view.has(at, DET | POSS) || view.capital(at)) && !view.has(at, COMP | PREP | SUB)
    };
    (at + 2..view.len())
        .filter(|at| view.comma(*at) && begins(at + 1))
        .find_map(|comma| {
            let run = clause::phrase_right(view, comma + 1)?;
            let verb = |at: &usize| {
                view.is_finite(*at)
                    || view.has(*at, NEG)
                    || view.tells(*at) && !view.has(at - 1, DET | PREP)
            };
            let end = (run.from + 1..view.len().min(run.from + 14)).find(verb)?;
            let end = end - usize::from(matches!(view.lower(end - 1), "lo" | "se" | "la" | "les"));
            let plain = (run.from..end).all(|at| view.tokens[at].is_wordy());
            Some((comma, Run::new(run.from, end).filter(|_| plain)?))
        })
}

/// "Tras negar que C, X admitió", "al desmentir el cierre, X dijo": the denial of an infinitive that opens the sentence.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    let first = first(view).filter(|_| !russian(view))?;
    let verb = longest(
        view,
        first,
        &["tras|al", "después|luego de", "a pesar de", "pese a"],
    )?;
    let mut cues = view.lexicon.cues(view.tokens, verb);
    let denies = cues.any(|cue| cue.sort == Sort::Verb && cue.polarity == Polarity::Denied);
    if !denies || !view.infinitive(verb) {
        return None;
    }
    let (comma, source) = main(view, verb)?;
    let that =
        (verb + 1..comma.min(verb + 8)).find(|at| view.is(*at, "que") && !view.is(at - 1, "de"));
    let thing = view.has(verb + 1, DET | POSS) || view.infinitive(verb + 1);
    let from = if thing { Some(verb + 1) } else { that }?;
    let cue = Run::new(verb, verb + 1)?;
    let asked = conceded::is_asked(view, from, comma);
    (!asked).then_some(Denial {
        source: Some(source),
        cue: Some(cue),
        content: Run::new(from, comma)?,
        over: cue,
        certainty: Certainty::Stated,
    })
}

/// The subject at the head of a sentence in which a participle or a joined verb tells.
fn head(view: &View<'_>, at: usize) -> Option<Run> {
    let verb = (1..at).find(|at| view.is_past_form(*at))?;
    let relative = |at: &usize| {
        view.comma(*at)
            && matches!(
                view.lower(at + 1),
                "que" | "quien" | "quienes" | "cuyo" | "cuya"
            )
    };
    let clitic = usize::from(matches!(view.lower(verb - 1), "se" | "lo" | "le" | "les"));
    let end = (1..at)
        .find(relative)
        .filter(|comma| *comma < at)
        .unwrap_or(verb - clitic);
    let run = Run::new(0, end)?;
    let named = (view.has(0, DET | POSS) || view.tokens[0].capital)
        && !view.has(0, PREP | COMP | SUB | PRON);
    let plain = (0..end).all(|at| view.tokens[at].is_wordy() && !view.has(at, COMP));
    (named && plain).then_some(run)
}
