//! «X отвергает, что C, а Y спорит с тем, что D», «не согласны с тем, что C, и уже отправили», «не разделяет мнения, что C»: where
//! what is told ends before the next of the main clause, or goes on with the clause of its noun.

use super::parsing::{russian, told};
use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{COMP, NEG, TIME};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::{Polarity, Span};

/// Ends each content of a sentence where it does.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    let told: Vec<(Option<Span>, Span)> = readings
        .iter()
        .filter(|reading| reading.sentence == index)
        .filter_map(|reading| Some((reading.source, reading.cue?)))
        .collect();
    let own = readings
        .iter_mut()
        .filter(|reading| reading.sentence == index);
    for reading in own {
        if reading.polarity == Polarity::Denied {
            complete(view, reading);
            concede(view, reading);
        }
        explain(view, &told, reading);
        cut(view, &told, reading);
    }
}

/// Takes a noun for what is told with the clause behind its comma: «не разделяет мнения, что C».
fn complete(view: &View<'_>, reading: &mut Reading) {
    let [content] = &mut reading.content[..] else {
        return;
    };
    let inside: Vec<usize> = tokens(view, *content).collect();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return;
    };
    let comma = last + 1;
    let by = matches!(view.lower(comma + 1), "по" | "согласно")
        && view.lower(comma + 2).starts_with("котор");
    let that = matches!(view.lower(comma + 1), "что" | "будто");
    let clause = view.comma(comma) && (that || by);
    let noun = told(view, *first).is_some_and(|noun| noun <= *last) || called::is_told(view, *last);
    if !clause || !noun || inside.iter().any(|at| view.comma(*at)) {
        return;
    }
    let end = clause::clause_end(view, comma + 1);
    if let Some(whole) = Run::new(*first, end).and_then(|run| view.span(run)) {
        content.end = whole.end.max(content.end);
    }
}

/// Ends what is denied before what the author concedes: "niega que C, aunque D", «не считает, что C, хотя D».
fn concede(view: &View<'_>, reading: &mut Reading) {
    let Some((inside, content)) = clause_of(view, reading) else {
        return;
    };
    let concedes = |at: &&usize| {
        let next = view.lower(**at + 1);
        view.comma(**at) && matches!(next, "хотя" | "несмотря" | "aunque" | "pese")
    };
    if let Some(comma) = inside.iter().skip(2).find(concedes) {
        content.end = view.tokens[comma - 1].span.end;
    }
}

/// The tokens and the span of a clause that stands behind its cue, and is all that is told by it.
fn clause_of<'r>(view: &View<'_>, reading: &'r mut Reading) -> Option<(Vec<usize>, &'r mut Span)> {
    let cue = reading.cue?;
    let [content] = &mut reading.content[..] else {
        return None;
    };
    let inside: Vec<usize> = tokens(view, *content).collect();
    let first = *inside.first()?;
    let opens = inside.iter().take(2).any(|at| view.has(*at, COMP));
    let clausal = opens || view.is(first, "то") && view.comma(first + 1);
    let plain = content.start >= cue.end && clausal && !view.is_quoted(first);
    plain.then_some((inside, content))
}

/// «X исключил, что C: D, говорит он, E»: who speaks between commas is on record for what explains another's words alone.
fn explain(view: &View<'_>, told: &[(Option<Span>, Span)], reading: &mut Reading) {
    let (Some(cue), [first, last]) = (reading.cue, &mut reading.content[..]) else {
        return;
    };
    let inside: Vec<usize> = tokens(view, *first).collect();
    let colon = |at: &&usize| view.is(**at, ":") && !view.is_quoted(**at);
    let behind = inside.last().map(|at| at + 1);
    let ends = behind.filter(|at| view.is(*at, ":") && !view.is_quoted(*at));
    let Some(colon) = inside.iter().rev().find(colon).copied().or(ends) else {
        return;
    };
    let mark = view.tokens[colon].span.start;
    let other = told.iter().any(|(source, it)| {
        it.end <= mark && source.is_some_and(|it| it.end <= mark) && *it != cue
    });
    let between = first.end <= cue.start && cue.end <= last.start;
    if let Some(next) = view.tokens.get(colon + 1).filter(|_| other && between) {
        first.start = next.span.start.min(first.end);
    }
    reading.content.retain(|part| !part.is_empty());
}

/// Ends a clause before who speaks next in the sentence, and before what the main clause goes on with.
fn cut(view: &View<'_>, told: &[(Option<Span>, Span)], reading: &mut Reading) {
    let is_denial = reading.polarity == Polarity::Denied;
    let Some((inside, content)) = clause_of(view, reading) else {
        return;
    };
    let begins = |at: usize| view.tokens.get(at).map(|token| token.span.start);
    let speaks = |at: usize| {
        let start = begins(at);
        told.iter().any(|(source, cue)| {
            source.is_some_and(|it| Some(it.start) == start && cue.start >= it.end)
        })
    };
    let cued = |at: usize| told.iter().any(|(_, cue)| Some(cue.start) == begins(at));
    let next = |at: &&usize| {
        let next = view.lower(**at + 1);
        let against = matches!(next, "а" | "но" | "однако" | "pero" | "mientras");
        let on = **at + 2 + usize::from(next == "mientras" && view.is(**at + 2, "que"));
        let other = against && (speaks(on) || next == "однако" && speaks(**at + 1));
        // "Reconoció que C, si bien negó D"
        let on = **at + 2 + usize::from(next == "si" && view.is(**at + 2, "bien"));
        let verb = on + usize::from(view.adverb(on) && !view.has(on, NEG));
        let again = (against || matches!(next, "si" | "aunque" | "y" | "и")) && cued(verb);
        let other = other || again;
        view.comma(**at) && (other || resumes(view, **at, &inside))
    };
    // "Niega que C y acusa a X"
    let denies = is_denial && !russian(view);
    let on =
        |at: &&usize| denies && matches!(view.lower(**at), "y" | "e" | "pero") && cued(**at + 1);
    if let Some(end) = inside.iter().skip(2).find(|at| next(at) || on(at)) {
        content.end = view.tokens[end - 1].span.end;
    }
}

/// Whether the main clause goes on behind the only comma of a Russian clause: «, и уже отправили», «, но взял эти слова назад».
fn resumes(view: &View<'_>, comma: usize, inside: &[usize]) -> bool {
    if !russian(view) || inside.iter().any(|at| *at < comma && view.comma(*at)) {
        return false;
    }
    let mut verb = comma + 2;
    while view.adverb(verb) || view.has(verb, TIME) {
        verb += 1;
    }
    let goes_on = view.is(comma + 1, "и") && view.is_finite(verb);
    let back = |at: usize| matches!(view.lower(at), "назад" | "обратно");
    let words = |at: usize| matches!(view.lower(at), "слова" | "показания");
    let rest = comma + 2..view.len();
    let retracts = view.is(comma + 1, "но") && rest.clone().any(back) && rest.clone().any(words);
    goes_on || retracts
}
