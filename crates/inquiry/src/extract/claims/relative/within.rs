//! "A man who witnesses said drove the van told the court that C": a relative clause without commas in which others tell what
//! the man did. They tell what stands in it; what stands behind it is the man's.

use super::super::clause;
use super::super::lexicon::{
    ADDRESSEE, AUX, BY, CLAUSE, COMP, CONJ, Cue, DET, INF, POSS, PREP, PRON, REL, Sort, TIME,
};
use super::super::parted;
use super::super::reading::Reading;
use super::super::verbs::group_start;
use super::super::view::{Run, View};
use super::RULE;
use model::{Polarity, Span};

/// The most tokens between the pronoun and the verb of saying.
const NEAR: usize = 5;

/// Gives such clauses, and the verbs behind them, their sources.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !view.english() {
        return;
    }
    for at in 1..view.len() {
        let Some((found, close)) = told(view, index, at) else {
            continue;
        };
        let Some(cue) = found.cue else {
            continue;
        };
        readings.retain(|it| it.sentence != index || !it.cue.is_some_and(|it| it.overlaps(cue)));
        readings.push(found);
        let Some(name) = super::topic_at(view, at) else {
            continue;
        };
        let begin = view.tokens[name.from].span.start;
        let whole = Span::new(begin, view.tokens[close - 1].span.end);
        let mut read = false;
        for reading in readings.iter_mut().filter(|it| it.sentence == index) {
            read |= main(view, (whole, close), reading);
        }
        if !read {
            readings.extend(unread(view, index, (whole, close)));
        }
    }
}

/// What is told in the relative clause whose pronoun stands at the token, and where the clause ends.
fn told(view: &View<'_>, index: usize, at: usize) -> Option<(Reading, usize)> {
    let plain = view.tokens[at - 1].is_wordy() && !view.has(at - 1, AUX | COMP | CONJ | PREP);
    if !plain || !view.is(at, "who") || clause::phrase_left(view, at).is_none() {
        return None;
    }
    let (head, cue) = (at + 2..view.len().min(at + NEAR + 1)).find_map(|head| {
        let mut cues = view.lexicon.cues(view.tokens, head);
        Some((head, cues.find(|cue| says(cue))?))
    })?;
    let group = group_start(view, at + 1, head);
    let subject = Run::new(at + 1, group)?;
    let bare = |at: usize| !view.has(at, AUX | COMP | PREP | REL) && view.tokens[at].is_wordy();
    let after = head + cue.words.len();
    let noun = view.capital(head) || view.has(group - 1, DET | POSS);
    if noun || !(subject.from..subject.to).all(bare) || !is_verb(view, after) {
        return None;
    }
    let close = close(view, after);
    let mut reading = Reading::new(index, RULE, cue, view.span(Run::new(group, after)?));
    reading.source = view.span(subject);
    reading.content.extend(view.span(Run::new(at, at + 1)?));
    reading.content.push(view.span(Run::new(after, close)?)?);
    Some((reading, close))
}

fn says(cue: &Cue) -> bool {
    cue.sort == Sort::Verb
        && !cue.learned
        && cue.frames & CLAUSE != 0
        && cue.polarity == Polarity::Affirmed
}

/// Whether the token is a verb whose subject is the relative pronoun.
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let nominal = DET | POSS | PRON | COMP | PREP | CONJ | REL | TIME | BY;
    let past = parted::is_past(view.lower(at)) || view.lower(at).ends_with("ed");
    view.has(at, AUX) && !view.is(at, "'s")
        || !view.has(at, nominal) && !view.capital(at) && (past || view.is_finite(at))
}

/// Where a relative clause ends whose verb stands at the token: before the verb of the main clause, or at the first mark.
fn close(view: &View<'_>, verb: usize) -> usize {
    let object = |at: usize| matches!(view.lower(at), "her" | "him" | "them" | "us" | "me" | "it");
    let ends = |at: &usize| {
        let mark = view.stop(*at) || view.comma(*at) || view.open(*at) || view.is(*at, ";");
        let subject = view.has(*at, PRON) && !view.has(*at, POSS) && !object(*at);
        let bars = DET | PREP | CONJ | INF | COMP | REL | AUX | POSS;
        let noun = object(*at - 1) || !view.has(*at - 1, bars);
        let far = *at > verb + 1 || !view.has(verb, AUX) && telling(view, *at).is_some();
        mark || subject || noun && far && is_verb(view, *at)
    };
    (verb + 1..view.len()).find(ends).unwrap_or(view.len())
}

/// The cue of telling at the token.
fn telling<'v>(view: &'v View<'_>, at: usize) -> Option<&'v Cue> {
    view.lexicon.cues(view.tokens, at).find(|cue| says(cue))
}

/// Gives the verb behind the clause whom it tells of, with the clause; whether that verb is read.
fn main(view: &View<'_>, (whole, close): (Span, usize), reading: &mut Reading) -> bool {
    let near = view.tokens.get(close).map(|token| token.span);
    let cued = reading
        .cue
        .zip(near)
        .is_some_and(|(cue, near)| cue.overlaps(near));
    if !cued || reading.own || reading.is_aside() {
        return cued;
    }
    if reading.source.is_none_or(|source| whole.contains(source)) {
        reading.source = Some(whole);
        reading.dropped = false;
        reading.content.retain(|content| !content.overlaps(whole));
        if reading.content.is_empty() {
            reading.content.extend(behind(view, close + 1));
        }
    }
    true
}

/// What is told behind the token.
fn behind(view: &View<'_>, at: usize) -> Option<Span> {
    let from = clause::after_adjuncts(view, at);
    view.span(Run::new(from, clause::clause_end(view, from))?)
}

/// What the verb behind the clause tells, where nobody read it: "a man who Anna claims hit her told police C".
fn unread(view: &View<'_>, index: usize, (whole, close): (Span, usize)) -> Option<Reading> {
    let cue = telling(view, close)?;
    let after = close + cue.words.len();
    let mut reading = Reading::new(index, RULE, cue, view.span(Run::new(close, after)?));
    reading.source = Some(whole);
    let addressed = view.tokens.get(after + 1).is_some() && cue.frames & ADDRESSEE != 0;
    let clause = |at: &usize| view.has(*at, PRON | COMP) && !view.has(*at, POSS);
    let from = if addressed {
        (after..view.len()).find(clause)?
    } else {
        after
    };
    reading.content.extend(behind(view, from));
    (!reading.content.is_empty()).then_some(reading)
}
