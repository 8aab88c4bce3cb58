//! Whom a pronoun before the verb names, and who speaks inside what another tells: "contó que un chofer la esperó y le dijo que C".

use super::is_cued;
use crate::extract::claims::lexicon::{ADV, AUX, COMP, CONJ, DET, NEG, POSS, PREP, PRON, REL};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::relative;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::Span;

/// Pronouns that are subjects.
const SUBJECTS: [&str; 10] = [
    "él", "ella", "ellos", "ellas", "éste", "ésta", "este", "esta", "ambos", "ambas",
];
/// The most tokens of a subject inside what is told.
const NEAR: usize = 8;

/// Gives the readings of a sentence such subjects.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].sentence != index || readings[at].own {
            continue;
        }
        let Some(first) = readings[at].cue.and_then(|cue| tokens(view, cue).next()) else {
            continue;
        };
        if let Some(source) = readings[at].source {
            readings[at].source = Some(without_verb(view, bare(view, source)));
        }
        if let Some(subject) = pronoun(view, first) {
            let reading = &mut readings[at];
            let before = |it: Span| it.start <= subject.start;
            if reading.source.is_some_and(before) || reading.dropped {
                reading.source = Some(subject);
                reading.dropped = false;
            }
            continue;
        }
        told_on(view, index, (at, first), readings);
    }
}

/// A source without the word behind it that only stresses the verb: "los vecinos sí niegan".
fn bare(view: &View<'_>, source: Span) -> Span {
    let last = tokens(view, source).next_back();
    let stress = |at: &usize| matches!(view.lower(*at), "sí" | "también" | "asimismo" | "tampoco");
    match last.filter(stress).and_then(|at| at.checked_sub(1)) {
        Some(end) if view.tokens[end].span.start >= source.start => {
            Span::new(source.start, view.tokens[end].span.end)
        }
        _ => source,
    }
}

/// A source that runs on over its verb to a paper in which it tells: "la empresa emitió un comunicado en el que"; or over an aside:
/// "la viceministra, por su parte".
fn without_verb(view: &View<'_>, source: Span) -> Span {
    let inside: Vec<usize> = tokens(view, source).collect();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return source;
    };
    let whose = first
        .checked_sub(1)
        .filter(|at| fits(view.lower(*at), "cuyo|cuya|cuyos|cuyas"));
    if let Some(whose) = whose {
        return Span::new(view.tokens[whose].span.start, source.end);
    }
    let paper = view.is(*last, "que") && last.checked_sub(2).is_some_and(|at| view.is(at, "en"));
    let verb = |at: &usize| {
        view.is_past_form(*at)
            || view.tells(*at)
            || view.has(*at, AUX)
            || fits(view.lower(*at), "emite|publica|difunde|envía")
    };
    let aside = |at: &usize| {
        view.comma(*at)
            && longest(
                view,
                at + 1,
                &[
                    "por su parte",
                    "por su lado",
                    "a su vez",
                    "en cambio",
                    "sin embargo",
                    "en tanto",
                ],
            ) == Some(last + 1)
    };
    let whose = inside
        .windows(2)
        .find(|it| view.comma(it[0]) && fits(view.lower(it[1]), "cuyo|cuya|cuyos|cuyas"));
    if let Some(whose) = whose.filter(|it| !inside.iter().any(|at| *at > it[1] && view.comma(*at)))
    {
        return Span::new(view.tokens[whose[1]].span.start, source.end);
    }
    // "El consejero rehusó comentar el informe, pero negó que C"
    let plain = |at: &usize| view.tokens[*at].is_wordy() && !view.has(*at, COMP | REL);
    let own = inside.iter().take_while(|at| plain(at)).skip(1);
    let own = own.copied().find(|at| view.is_past_form(*at));
    let cut = (first + 1..*last).find(|at| aside(at) || paper && verb(at));
    match cut.or(own) {
        Some(cut) => Span::new(source.start, view.tokens[cut - 1].span.end),
        None => source,
    }
}

/// The pronoun right before the group of the verb at the token: "y él atribuyó".
fn pronoun(view: &View<'_>, verb: usize) -> Option<Span> {
    let mut group = verb;
    let clitic = |at: usize| {
        matches!(
            view.lower(at),
            "se" | "lo" | "le" | "les" | "los" | "las" | "me" | "nos"
        )
    };
    while group > 0
        && (view.has(group - 1, AUX | NEG | ADV) || clitic(group - 1))
        && !view.has(group - 1, DET)
    {
        group -= 1;
    }
    let at = group.checked_sub(1)?;
    let link = at.checked_sub(1)?;
    let related = view.comma(link) && matches!(view.lower(at), "que" | "quien" | "quienes");
    let joined = view.has(link, CONJ) || view.comma(link);
    let named = SUBJECTS.contains(&view.lower(at)) || related;
    let finite = view.tells(verb) || view.is_past_form(verb) || view.has(verb, AUX);
    (joined && named && finite && !view.capital(verb)).then(|| view.tokens[at].span)
}

/// "X contó que S la esperó y le dijo que C": S said it to X, and X told the whole.
fn told_on(view: &View<'_>, index: usize, (at, verb): (usize, usize), readings: &mut [Reading]) {
    let to_whom = verb
        .checked_sub(1)
        .filter(|at| matches!(view.lower(*at), "le" | "les" | "me" | "nos"));
    let Some(link) = to_whom.and_then(|whom| whom.checked_sub(1)) else {
        return;
    };
    if !matches!(view.lower(link), "y" | "e") || verbs::in_group(view, link) {
        return;
    }
    let (Some(source), Some(end)) = (
        readings[at].source,
        readings[at].content.last().map(|content| content.end),
    ) else {
        return;
    };
    let joint = view.tokens[link].span.start;
    let whole = view.sentence.span;
    let outer = readings.iter_mut().find(|other| {
        let near = other
            .content
            .last()
            .is_some_and(|it| it.end <= joint && it.end + 2 >= joint);
        is_cued(other, index, whole) && other.source == Some(source) && near
    });
    let Some(outer) = outer else { return };
    let subject = outer
        .content
        .last()
        .and_then(|content| subject(view, *content));
    let Some(subject) = subject.and_then(|run| view.span(run)) else {
        return;
    };
    if let Some(content) = outer.content.last_mut() {
        content.end = end.max(content.end);
    }
    readings[at].source = Some(subject);
    readings[at].dropped = false;
}

/// The subject of the clause behind "que".
fn subject(view: &View<'_>, content: Span) -> Option<Run> {
    let first = tokens(view, content)
        .next()
        .filter(|at| view.is(*at, "que"))?;
    let from = first + 1;
    let begins = view.has(from, DET | POSS) && !view.has(from, PREP | PRON) || view.capital(from);
    let verb = |at: &usize| {
        view.is_finite(*at)
            || view.is_past_form(*at)
            || relative::clitic(view, *at) && !view.has(*at, PREP)
    };
    let end = (from + 1..view.len().min(from + NEAR)).find(verb)?;
    let noun = end > from + 1 || view.capital(from);
    let plain = noun && (from..end).all(|at| view.tokens[at].is_wordy() && !view.has(at, NEG));
    Run::new(from, end).filter(|_| begins && plain)
}
