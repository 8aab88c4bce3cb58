//! "Admitted A but not B", "reconoció A pero no B": B is not admitted.

use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{Cue, Sort};
use crate::extract::claims::patterns;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use crate::extract::text::Token;
use model::{Certainty, Kind, Polarity, Span};

/// What sets the rest against what is admitted.
const AGAINST: [&str; 4] = [
    "but|though|although|and ?certainly not",
    "but|though|although never",
    "pero|mas|aunque|y no",
    "pero|mas|aunque nunca",
];

/// Ends what is admitted before what is not, and before what is said against it.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if view.english() {
        but_said(view, index, readings);
    }
    let found = readings.iter().find_map(|reading| {
        let cue = reading.cue.filter(|_| reading.sentence == index)?;
        let admits = reading.certainty == Certainty::Confirmed
            && reading.polarity == Polarity::Affirmed
            && reading.kind == Kind::Fact;
        let first = reading.content.first().filter(|it| it.start >= cue.end)?;
        let from = tokens(view, *first).next()? + 1;
        let end = reading.content.last()?.end;
        let set = |at: &usize| {
            view.tokens[*at].span.start < end + 3
                && !view.is_quoted(*at)
                && patterns::longest(view, *at, &AGAINST).is_some_and(|to| is_thing(view, to))
        };
        let at = (from..view.len()).filter(|_| admits).find(set)?;
        Some((at, reading.source))
    });
    let Some((at, source)) = found else {
        return;
    };
    let last = at - usize::from(view.comma(at - 1));
    super::end_at(view, index, last, readings);
    // What is not admitted is nobody's doubt.
    let not = view.tokens[at + 1].span;
    readings.retain(|it| {
        let doubts = it.certainty == Certainty::Believed && it.polarity == Polarity::Denied;
        it.sentence != index || !(doubts && it.cue.is_some_and(|cue| cue.contains(not)))
    });
    if !view.english() {
        readings.extend(denied(view, index, at, source));
    }
}

/// "Pero no haberla empleado", "pero no que la empleara": whoever admits the one denies the other.
fn denied(view: &View<'_>, index: usize, at: usize, source: Option<Span>) -> Option<Reading> {
    let from = patterns::longest(view, at, &AGAINST)?;
    let told = view.is(from, "que") || view.infinitive(from) || view.is(from, "haber");
    // In small letters a sentence may go on behind its stop.
    let end = clause::clause_end(view, from);
    let end = (from..end).find(|at| view.stop(*at)).unwrap_or(end);
    let content = Run::new(from, end).filter(|_| told)?;
    let cue = view.tokens.get(from.checked_sub(1)?)?.span;
    let mut reading = Reading::new(index, "clause", &Cue::denial("no"), Some(cue));
    reading.source = source;
    reading.dropped = source.is_none();
    reading.content = vec![view.span(content)?];
    Some(reading)
}

/// "Acknowledged the leak but said D".
fn but_said(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    let admits = |it: &&Reading| {
        it.sentence == index
            && it.certainty == Certainty::Confirmed
            && it.polarity == Polarity::Affirmed
            && it.source.is_some()
    };
    let Some((source, content)) = readings
        .iter()
        .find(admits)
        .and_then(|it| Some((it.source?, *it.content.last()?)))
    else {
        return;
    };
    let but = tokens(view, content).skip(1).find(|at| {
        let verb = at + 1;
        let word = matches!(
            view.lower(verb),
            "said" | "says" | "insisted" | "insists" | "added" | "argued" | "argues"
        );
        view.is(*at, "but") && !view.is_quoted(*at) && word && super::begins_clause(view, verb + 1)
    });
    let Some(but) = but.filter(|_| content.start >= source.end) else {
        return;
    };
    super::end_at(view, index, but, readings);
    let (Some(cue), Some(told)) = (
        view.tokens.get(but + 1).map(|token| token.span),
        Run::new(but + 2, clause::clause_end(view, but + 2)).and_then(|run| view.span(run)),
    ) else {
        return;
    };
    if let Some(known) = readings
        .iter_mut()
        .find(|it| it.cue.is_some_and(|it| it.overlaps(cue)))
    {
        known.source = Some(source);
        return;
    }
    let mut cues = view.lexicon.cues(view.tokens, but + 1);
    let Some(word) = cues.find(|it| it.sort == Sort::Verb) else {
        return;
    };
    let mut reading = Reading::new(index, "bare-clause", word, Some(cue));
    reading.source = Some(source);
    reading.content = vec![told];
    readings.push(reading);
}

/// Whether what is not admitted begins at the token, and no further verb: "but not the assault", "but not knowing", "but not that".
fn is_thing(view: &View<'_>, at: usize) -> bool {
    use crate::extract::claims::lexicon::{AUX, COMP, DET, POSS};
    let wordy = view.tokens.get(at).is_some_and(Token::is_wordy);
    if !view.english() {
        let clause = view.has(at, COMP | DET | POSS) || view.is(at, "haber");
        return clause || wordy && view.infinitive(at);
    }
    let verb = view.has(at, AUX) && !view.gerund(at);
    let circumstance = matches!(
        view.lower(at),
        "before" | "until" | "without" | "because" | "only" | "just" | "to"
    );
    wordy && !verb && !circumstance
}
