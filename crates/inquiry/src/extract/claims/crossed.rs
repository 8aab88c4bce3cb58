//! Claims that would stand within each other: "“C”, dijo X, “D”, añadió, “E”", "Y had warned that C, X said", "Asked whether C,
//! X said D". Each keeps what is its own.

use super::lexicon::{BY, COMP, DET, POSS, PREP, PRON, Sort};
use super::reading::Reading;
use super::untold::tokens;
use super::view::{Run, View};
use model::{Kind, Span};

/// The last token at which the cue of a question that opens its sentence may stand: "When asked by reporters".
const OPENS: usize = 4;

/// Parts the claims of each sentence that hold each other's cues.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        asked(view, reading);
        before_source(view, reading);
        apposed(view, reading);
    }
    for at in 0..readings.len() {
        for other in 0..readings.len() {
            if at != other {
                part(views, readings, (at, other));
            }
        }
    }
    readings.retain(|reading| !reading.content.is_empty());
}

/// "Insisting that C, X left": a content behind its cue ends before who says it.
fn before_source(view: &View<'_>, reading: &mut Reading) {
    let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
        return;
    };
    for content in &mut reading.content {
        if cue.end <= content.start && content.start < source.start && content.contains(source) {
            *content = trimmed(view, Span::new(content.start, source.start));
        }
    }
}

/// "Police believe X, alleged head of the ring": a hedge behind a comma that opens a description has no source.
fn apposed(view: &View<'_>, reading: &mut Reading) {
    let Some(cue) = reading.cue.filter(|_| reading.source.is_some()) else {
        return;
    };
    let mut inside = tokens(view, cue);
    let (Some(at), None) = (inside.next(), inside.next()) else {
        return;
    };
    let mut cues = view.lexicon.cues(view.tokens, at);
    let hedge = cues.any(|cue| cue.sort == Sort::HedgeAdjective && cue.words.len() == 1);
    let behind = at > 0 && (view.comma(at - 1) || view.has(at - 1, DET));
    if hedge && behind && !view.has(at + 1, COMP | DET | PREP | PRON) {
        reading.source = None;
    }
}

/// From the first to the last byte of who says it and the cue.
fn naming(reading: &Reading, cue: Span) -> Span {
    let near = reading.source.filter(|source| {
        let gap = source
            .start
            .max(cue.start)
            .saturating_sub(source.end.min(cue.end));
        gap <= 2
    });
    let source = near.unwrap_or(cue);
    Span::new(cue.start.min(source.start), cue.end.max(source.end))
}

/// Takes out of the first reading what the second stands around, where either would hold the other.
fn part(views: &[View<'_>], readings: &mut [Reading], (first, second): (usize, usize)) {
    let (Some(cue), Some(inner)) = (readings[first].cue, readings[second].cue) else {
        return;
    };
    let holds = |reading: &Reading, cue: Span| reading.content.iter().any(|it| it.contains(cue));
    if !holds(&readings[first], inner) {
        return;
    }
    let mutual = holds(&readings[second], cue);
    // «C, — сказал X. — D, — добавил он, — E»: he goes on, nobody speaks within what X says.
    let begun = readings[first].content.iter().any(|it| it.end <= cue.start);
    let (named, within) = (
        naming(&readings[first], cue),
        naming(&readings[second], inner),
    );
    let goes_on = begun && interrupts(views, &readings[second], within);
    if !(mutual && cue.start < inner.start || goes_on) {
        return;
    }
    let behind = readings[second]
        .content
        .iter()
        .any(|it| it.start >= inner.end);
    if goes_on {
        complete(views, &mut readings[second], within);
        // What stands before the first naming is no part of the second.
        for content in &mut readings[second].content {
            if content.contains(named) {
                content.start = named.end;
            }
        }
        let begins = readings[second].content.iter().map(|it| it.start);
        let end = begins.fold(within.start, usize::min);
        cut(&mut readings[first], cue, end);
    } else if behind {
        // «X сообщил, что, как утверждает Y, C»: Y tells C alone, and stands within what X says.
        readings[second]
            .content
            .retain(|content| !content.contains(cue));
    } else {
        // "Y had warned that C, X said".
        cut(&mut readings[first], cue, within.start);
    }
    for at in [first, second] {
        let view = &views[readings[at].sentence];
        for content in &mut readings[at].content {
            *content = trimmed(view, *content);
        }
    }
}

/// Ends the contents of a reading that go on over `end`, where they begin before it; drops what lies behind.
fn cut(reading: &mut Reading, cue: Span, end: usize) {
    reading
        .content
        .retain(|content| content.start < end || content.end <= cue.start);
    for content in &mut reading.content {
        if content.start < end {
            content.end = content.end.min(end);
        }
    }
}

/// A span without marks and blanks at its ends that belong to the sentence around it.
fn trimmed(view: &View<'_>, span: Span) -> Span {
    let loose =
        |at: &usize| view.comma(*at) || view.dash(*at) || view.is(*at, ";") || view.is(*at, ":");
    let inside: Vec<usize> = tokens(view, span).collect();
    let first = inside.iter().find(|at| !loose(at));
    let last = inside.iter().rev().find(|at| !loose(at));
    match (first, last) {
        (Some(first), Some(last)) => {
            Span::new(view.tokens[*first].span.start, view.tokens[*last].span.end)
        }
        _ => span,
    }
}

/// Whether a reading is told amid a quotation: what is quoted stands before its naming, with a dash or a closing mark between,
/// and goes on behind a further mark.
fn interrupts(views: &[View<'_>], reading: &Reading, named: Span) -> bool {
    let view = &views[reading.sentence];
    let before = (0..view.len())
        .rev()
        .find(|at| view.tokens[*at].span.end <= named.start);
    let marked = before.is_some_and(|at| {
        view.dash(at) || view.close(at) || at > 0 && view.comma(at) && view.close(at - 1)
    });
    let first = reading.content.iter().any(|it| it.end <= named.start);
    marked && first && resumed(view, named).is_some()
}

/// The token at which a quotation goes on behind a naming: past a comma and a dash, or at an opening mark.
fn resumed(view: &View<'_>, named: Span) -> Option<usize> {
    let next = (0..view.len()).find(|at| view.tokens[*at].span.start >= named.end)?;
    let mark = next + usize::from(view.comma(next) || view.stop(next));
    let past = mark + usize::from(view.dash(mark));
    ((past > mark || view.open(mark)) && past + 1 < view.len()).then_some(past)
}

/// Gives a reading amid a quotation what goes on behind its naming in its sentence, where it has nothing of it.
fn complete(views: &[View<'_>], reading: &mut Reading, named: Span) {
    let view = &views[reading.sentence];
    if reading.content.iter().any(|it| it.start >= named.end) {
        return;
    }
    let rest = resumed(view, named).and_then(|from| Run::new(from, view.len()));
    reading.content.extend(rest.and_then(|run| view.span(run)));
}

/// "Asked whether C, X said D": the question ends before who answers, who did not ask it.
fn asked(view: &View<'_>, reading: &mut Reading) {
    let Some(first) = opens(view, reading) else {
        return;
    };
    if (0..first).any(|at| view.has(at, PRON | DET | POSS) || view.capital(at) && at > 0) {
        return;
    }
    let begins = |at: usize| view.has(at, DET | POSS | PRON) || view.capital(at);
    let Some(comma) = (first + 3..view.len()).find(|at| view.comma(*at) && begins(at + 1)) else {
        return;
    };
    let end = view.tokens[comma].span.start;
    for content in &mut reading.content {
        content.end = content.end.min(end).max(content.start);
    }
    reading.content.retain(|content| !content.is_empty());
    let agent = (first..comma).any(|at| view.has(at, BY));
    reading.source = reading.source.filter(|source| source.start < end && agent);
}

/// The first token of a cue that asks, in the passive, at the head of its sentence.
fn opens(view: &View<'_>, reading: &Reading) -> Option<usize> {
    let first = tokens(view, reading.cue?).next()?;
    let lower = view.lower(first);
    let passive = matches!(lower, "asked" | "pressed" | "questioned" | "quizzed")
        || ["preguntad", "consultad", "interrogad", "cuestionad"]
            .iter()
            .any(|stem| lower.starts_with(stem));
    (first <= OPENS && passive && reading.kind == Kind::Question).then_some(first)
}
