//! "C, which he denies", "C, algo que él niega", «C, что он отрицает»: he denies C. "C, él lo niega", «сам он это отрицает»: who
//! denies it is named behind the mark. "It is a claim that he denies": he denies the claim.

use super::super::called;
use super::super::clause;
use super::super::lexicon::{BE, COMP, CONJ, DET, NEG, OBJECT, PREP, PRON, Sort, TIME};
use super::super::reading::Reading;
use super::super::spanish;
use super::super::untold::tokens;
use super::super::verbs::in_group;
use super::super::view::{Run, View};
use model::{Language, Polarity, Span};

/// The rule of such readings.
pub(in super::super) const RULE: &str = "which-denied";
/// The most tokens between the comma and the verb that denies.
const NEAR: usize = 14;

/// Reads the denials of a clause in the relative clause behind it, and names who denies "it".
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    for comma in (2..view.len()).filter(|at| view.comma(*at) || view.dash(*at)) {
        if let Some((source, cue)) = find(view, comma) {
            deny(view, index, (comma, source, cue), readings);
        }
    }
    if let Some(found) = only_named(view, index) {
        let cue = found.cue;
        readings.retain(|it| !it.cue.zip(cue).is_some_and(|(a, b)| a.overlaps(b)));
        readings.push(found);
    }
    for reading in readings
        .iter_mut()
        .filter(|reading| reading.sentence == index)
    {
        if reading.polarity == Polarity::Denied
            && let Some(source) = reading.source
        {
            let source = pronoun(view, source).unwrap_or(source);
            reading.source = Some(himself(view, source).unwrap_or(source));
        }
    }
}

/// "It is a claim the owners reject", "Es una acusación que la empresa niega": the claim that a sentence only names as such.
fn only_named(view: &View<'_>, index: usize) -> Option<Reading> {
    let be =
        usize::from(view.has(0, PRON) || matches!(view.lower(0), "that" | "this" | "esa" | "esta"));
    let article = be + 1;
    let noun = article + usize::from(view.has(article, DET));
    if !view.has(be, BE) || noun == article || !called::is_told(view, noun) {
        return None;
    }
    let spanish = view.lexicon.language == Language::Es;
    let named = if spanish { noun } else { article };
    let found = link(view, named).and_then(|_| find(view, named - 1));
    // "Que niega la empresa y confirma la policía": whose denial ends where another verb begins is not told apart.
    let (source, cue) = found.filter(|(source, _)| !view.finite(*source))?;
    let mut reading = Reading::unknown(index, RULE, view.span(cue)?);
    reading.polarity = Polarity::Denied;
    reading.source = view.span(source);
    reading
        .content
        .push(view.span(Run::new(article, noun + 1)?)?);
    Some(reading)
}

/// Who denies what stands before the comma, and by which words.
fn find(view: &View<'_>, comma: usize) -> Option<(Run, Run)> {
    let from = link(view, comma + 1)?;
    let end = view.len().min(from + NEAR);
    let (head, told) = (from..end).find_map(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        let denies = |cue: &&super::super::lexicon::Cue| {
            cue.sort == Sort::Verb && cue.polarity == Polarity::Denied && cue.frames & OBJECT != 0
        };
        let denial = cues.find(denies).map(|cue| at + cue.words.len());
        Some((
            at,
            called::calls(view, at)
                .or(denial)
                .or_else(|| says_false(view, at))?,
        ))
    })?;
    let mut group = head;
    while group > from && (in_group(view, group - 1) || super::clitic(view, group - 1)) {
        group -= 1;
    }
    let apart = |at: usize| view.has(at, NEG | COMP) || view.comma(at) || view.is(at, ";");
    // "Which both accused deny": a noun there.
    let noun = group > from + 1 && view.is(group - 1, "accused") && view.has(group - 2, DET);
    let subject = Run::new(from, group - usize::from(noun));
    if (from..head).any(apart) || subject.is_some_and(|run| view.finite(run)) {
        return None;
    }
    let mut after = told;
    while view.adverb(after) && !view.has(after, DET) || view.has(after, TIME) {
        after += 1;
    }
    let cue = Run::new(group, told)?;
    // "Which nobody denies"
    if (from..=after).any(|at| matches!(view.lower(at), "nobody" | "none" | "nadie" | "никто"))
    {
        return None;
    }
    if let Some(subject) = Run::new(from, group).filter(|run| view.span(*run).is_some()) {
        let over = ends(view, after) || view.has(after, CONJ | PREP);
        return over.then_some((subject, cue));
    }
    // "Lo que niega la empresa", «что отрицает директор».
    let subject =
        clause::phrase_right(view, after).filter(|run| !view.has(run.from, COMP | PREP))?;
    (!view.english() && ends(view, subject.to)).then_some((subject, cue))
}

/// The token behind "says is false", where that stands at the token.
fn says_false(view: &View<'_>, at: usize) -> Option<usize> {
    let says = view.english() && view.tells(at) && view.has(at + 1, BE);
    let mut last = at + 2;
    let negated = view.has(last, NEG);
    while view.adverb(last)
        || view.has(last, DET | NEG)
        || matches!(view.lower(last), "pure" | "complete")
    {
        last += 1;
    }
    let lie = called::is_name(view, last, last + 1);
    let untrue = negated && matches!(view.lower(last), "true" | "so" | "correct");
    (says && last < view.len() && (lie && !negated || untrue)).then_some(last + 1)
}

/// The token behind words that stand for the clause before them: "which", "something", "lo que", «что».
fn link(view: &View<'_>, at: usize) -> Option<usize> {
    match view.lexicon.language {
        Language::En | Language::Unknown => {
            if view.is(at, "which") {
                return Some(at + 1);
            }
            let noun = at + usize::from(matches!(view.lower(at), "a" | "an" | "all"));
            let thing = view.is(noun, "something") || noun > at && called::is_told(view, noun);
            let that = noun + 1;
            thing.then(|| that + usize::from(matches!(view.lower(that), "that" | "which")))
        }
        Language::Es => {
            let noun = named(view, at);
            let plain = matches!(view.lower(at), "algo" | "lo" | "todo").then_some(at);
            let which = noun.or(plain)? + 1;
            matches!(view.lower(which), "que" | "cual").then_some(which + 1)
        }
        Language::Ru => view.is(at, "что").then_some(at + 1),
    }
}

/// The Spanish noun at the token that stands for the clause before it: "extremo", "una acusación".
fn named(view: &View<'_>, at: usize) -> Option<usize> {
    let spanish = view.lexicon.language == Language::Es;
    at.checked_sub(1)
        .filter(|_| spanish)
        .and_then(|comma| spanish::named(view, comma))
}

/// Whether nothing is told behind the verb.
fn ends(view: &View<'_>, at: usize) -> bool {
    view.stop(at) || view.comma(at) || view.dash(at) || view.is(at, ";") || view.close(at)
}

/// Makes a denial of what stands before the comma, and ends there what others say of it.
fn deny(
    view: &View<'_>,
    index: usize,
    (comma, source, cue): (usize, Run, Run),
    readings: &mut Vec<Reading>,
) {
    let (Some(source), Some(cue)) = (view.span(source), view.span(cue)) else {
        return;
    };
    let mark = view.tokens[comma].span.start;
    // «Он сообщил, что директор отрицает»: told by another, no denial of the clause before.
    let link = view
        .tokens
        .get(comma + 1)
        .map_or(mark, |token| token.span.start);
    let told_so = |reading: &Reading| {
        reading.cue.is_some_and(|it| it.end <= mark)
            && reading.content.iter().any(|content| content.start == link)
    };
    let russian = view.lexicon.language == Language::Ru;
    if russian && readings.iter().any(told_so) {
        return;
    }
    // What somebody says before it is denied, else the whole clause.
    let told = readings
        .iter()
        .filter(|reading| reading.sentence == index && reading.source.is_some())
        .filter(|reading| reading.cue.is_some_and(|it| it.end <= mark))
        .filter_map(|reading| reading.content.last().copied())
        .find(|content| content.start < mark && content.end + 1 >= mark);
    let begins = (0..comma)
        .rev()
        .find(|at| view.is(*at, ";") || view.is(*at, ":"))
        .map_or(0, |at| at + 1);
    let whole = Run::new(begins, comma).and_then(|run| view.span(run));
    let content = told
        .map(|told| Span::new(told.start, told.end.min(mark)))
        .or(whole);
    // Nothing that stands behind the mark is any other's.
    readings.retain_mut(|reading| {
        if reading.sentence != index {
            return true;
        }
        for content in &mut reading.content {
            if content.start < mark && content.end > mark {
                content.end = mark;
            }
        }
        !reading.cue.is_some_and(|it| it.overlaps(cue))
    });
    // "Extremo que X niega": the noun is what he denies.
    let calls = tokens(view, cue).any(|at| called::is_calling(view, at));
    // "Cosa que X niega": no word for it but a pronoun's.
    let noun = named(view, comma + 1).filter(|at| !calls && !view.is(*at, "cosa"));
    let noun = noun.and_then(|noun| view.span(Run::new(comma + 1, noun + 2)?));
    readings.retain(|it| {
        !it.cue
            .zip(noun)
            .is_some_and(|(cue, noun)| noun.contains(cue))
    });
    let Some(content) = noun.or(content) else {
        return;
    };
    let mut reading = Reading::unknown(index, RULE, cue);
    reading.polarity = Polarity::Denied;
    reading.source = Some(source);
    reading.content.push(content);
    readings.push(reading);
}

/// A pronoun that alone stands behind the last mark of a source: «X забрал паспорта, сам он это отрицает».
fn pronoun(view: &View<'_>, source: Span) -> Option<Span> {
    let inside: Vec<usize> = tokens(view, source).collect();
    let mark = inside
        .iter()
        .rposition(|at| view.comma(*at) || view.is(*at, ";"))?;
    let rest = &inside[mark + 1..];
    let first = rest.first()?;
    let named = rest.len() <= 3
        && rest.iter().any(|at| view.has(*at, PRON))
        && rest.iter().all(|at| {
            view.has(*at, PRON | CONJ)
                || matches!(
                    view.lower(*at),
                    "сам" | "сама" | "сами" | "mismo" | "misma" | "mismos" | "mismas"
                )
        });
    let start = if view.has(*first, CONJ) {
        rest.get(1)?
    } else {
        first
    };
    named.then(|| Span::new(view.tokens[*start].span.start, source.end))
}

/// A pronoun with the "himself" before it: «сам он».
fn himself(view: &View<'_>, source: Span) -> Option<Span> {
    let mut inside = tokens(view, source);
    let first = inside.next()?;
    let before = first.checked_sub(1)?;
    let alone = inside.next().is_none() && view.has(first, PRON);
    (alone && matches!(view.lower(before), "сам" | "сама" | "сами"))
        .then(|| Span::new(view.tokens[before].span.start, source.end))
}
