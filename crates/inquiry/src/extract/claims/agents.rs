//! Who promises, offers, threatens or warns inside what another says: the subject of that verb, never who tells of it, nor who
//! spoke before; where it is not named, nobody.

use super::clause;
use super::endings;
use super::lexicon::{BE, CLAUSE, COMP, CONJ, DET, INF, POSS, PREP, PRON, REL, Sort};
use super::nest;
use super::own;
use super::places;
use super::reading::Reading;
use super::relative;
use super::untold::{self, tokens};
use super::verbs;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity, Span};

/// The most tokens of a subject between its verb and the "and" behind it: «пришли двое и предупредили».
const LONGEST: usize = 4;
/// The most tokens of an aside behind a relative pronoun.
const LONGEST_ASIDE: usize = 10;
/// Whom something is done to, by a pronoun behind an English verb.
const BEHIND: [&str; 6] = ["her", "him", "them", "me", "us", "you"];
/// The same before a Spanish one.
const CLITICS: [&str; 8] = ["le", "les", "lo", "la", "los", "las", "me", "nos"];
/// Prepositions by which somebody does a thing with words: "con la promesa de C", "under threat of C".
#[rustfmt::skip]
const WITH: [&str; 13] = [
    "con", "bajo", "mediante", "ante", "tras", "with", "under", "on", "by", "под", "с", "после", "через",
];

/// Gives each verb inside what another says its own subject.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for reading in readings.iter_mut() {
        close(&views[reading.sentence], reading);
    }
    for at in 0..readings.len() {
        take_in(views, readings, at);
    }
    let fates: Vec<Fate> = (0..readings.len())
        .map(|at| fate(views, readings, at))
        .collect();
    let mut fates = fates.into_iter();
    readings.retain_mut(|reading| match fates.next() {
        Some(Fate::Of(source)) => {
            reading.source = Some(source);
            reading.dropped = false;
            true
        }
        Some(Fate::Nobodys) => false,
        Some(Fate::Kept) | None => true,
    });
}

/// "X told police that Y, a cook, asked for C": who asks is Y alone, and what X told is no part of who asks.
pub(super) fn divide(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        let Some(source) = reading.source.filter(|_| !view.english()) else {
            continue;
        };
        let tells = |at: usize| {
            let mut cues = view.lexicon.cues(view.tokens, at);
            cues.any(|cue| cue.sort == Sort::Verb && cue.frames & CLAUSE != 0)
        };
        let inside: Vec<usize> = tokens(view, source).collect();
        let opens = |at: &&usize| view.has(**at, COMP) && !view.has(**at, PREP);
        let Some(comp) = inside.iter().rev().find(opens) else {
            continue;
        };
        let told = inside
            .iter()
            .take_while(|at| *at < comp)
            .any(|at| tells(*at));
        if let Some(next) = inside.iter().find(|at| *at > comp).filter(|_| told) {
            reading.source = Some(Span::new(view.tokens[*next].span.start, source.end));
        }
    }
}

/// Whom a relative clause tells of, past an aside: "una mujer que, según X, le prometió C", «женщину, которая, по словам X, ..».
fn antecedent(view: &View<'_>, group: usize) -> Option<Span> {
    let mut at = group.checked_sub(1)?;
    if view.comma(at) {
        at = (at.saturating_sub(LONGEST_ASIDE)..at)
            .rev()
            .find(|at| view.comma(*at))?
            .checked_sub(1)?;
    } else {
        return None;
    }
    let relative = view.is(at, "que") || view.is(at, "who") || view.lower(at).starts_with("котор");
    let end = at - usize::from(at > 0 && view.comma(at - 1));
    let from = (end.saturating_sub(LONGEST)..end).rev().find(|at| {
        view.has(*at, DET | POSS) || view.lexicon.language == Language::Ru || view.capital(*at)
    })?;
    Run::new(from, end)
        .filter(|_| relative)
        .and_then(|run| view.span(run))
}

/// What is told inside a quotation ends with it: "They told us to smile," said X.
fn close(view: &View<'_>, reading: &mut Reading) {
    let Some(at) = reading.cue.and_then(|cue| tokens(view, cue).next_back()) else {
        return;
    };
    let mark = (at..view.len()).find(|at| view.close(*at));
    let Some(mark) = mark.filter(|_| view.is_quoted(at)) else {
        return;
    };
    let from = view.tokens[at].span.end;
    let end = view.tokens[mark - usize::from(view.comma(mark - 1))]
        .span
        .start;
    for content in &mut reading.content {
        if content.start >= from && content.start < end && content.end > end {
            content.end = end;
        }
    }
}

/// What becomes of a reading.
enum Fate {
    Kept,
    /// Somebody else says it.
    Of(Span),
    /// Who says it is not named.
    Nobodys,
}

/// The verb of a cue.
fn verb(view: &View<'_>, cue: Span) -> Option<usize> {
    let told = |at: &usize| {
        let mut cues = view.lexicon.cues(view.tokens, *at);
        cues.any(|cue| cue.sort == Sort::Verb) || view.is_finite(*at)
    };
    tokens(view, cue).rfind(told)
}

fn fate(views: &[View<'_>], readings: &[Reading], at: usize) -> Fate {
    let reading = &readings[at];
    let view = &views[reading.sentence];
    let Some(cue) = reading.cue else {
        return Fate::Kept;
    };
    if let Some(fate) = by_words(view, reading, cue) {
        return fate;
    }
    let Some(verb) = verb(view, cue).filter(|verb| finite(view, *verb)) else {
        return Fate::Kept;
    };
    let subjectless = reading.source.is_none() && !reading.dropped;
    if reading.own || subjectless || own::is_first(view, reading) {
        return Fate::Kept;
    }
    let Some(above) = nest::parent(readings, at).map(|above| &readings[above]) else {
        return Fate::Kept;
    };
    let group = verbs::group_start(view, 0, verb);
    if let Some(source) = antecedent(view, group) {
        return Fate::Of(source);
    }
    let holds = |span: Span| above.content.iter().any(|content| content.contains(span));
    if reading.source.is_some_and(holds) {
        return Fate::Kept;
    }
    let own = subject(view, group, verb).filter(|span| holds(*span));
    let twin = || twin(view, group, verb).filter(|span| holds(*span));
    if let Some(source) = own {
        return Fate::Of(source);
    }
    // What a quotation tells of others is not said by who is quoted, nor by who spoke before.
    if view.is_quoted(verb) {
        return twin().map_or(Fate::Nobodys, Fate::Of);
    }
    let admits = above.certainty == Certainty::Confirmed || above.polarity == Polarity::Denied;
    let anothers = match view.lexicon.language {
        Language::Es => {
            done_to(view, group, verb) && !admits || disagrees(views, above, view, verb)
        }
        Language::Ru => disagrees(views, above, view, verb),
        Language::En | Language::Unknown => done_to(view, group, verb),
    };
    if anothers {
        return twin().map_or(Fate::Nobodys, Fate::Of);
    }
    Fate::Kept
}

/// Whether the verb has a subject of its own: no infinitive and no participle.
fn finite(view: &View<'_>, verb: usize) -> bool {
    let to = verb > 0 && view.has(verb - 1, INF);
    !to && !view.infinitive(verb) && !view.gerund(verb)
}

/// The subject right before a verb, where it surely is one: a name, a pronoun or a phrase with its article.
fn subject(view: &View<'_>, group: usize, verb: usize) -> Option<Span> {
    let run = clause::subject(view, group).filter(|_| !view.has(group - 1, CONJ))?;
    let begins = view.has(run.from, DET | POSS | PRON) || view.capital(run.from);
    let led = run.from > 0 && view.has(run.from - 1, PREP);
    let relative = (run.from..run.to).any(|at| view.has(at, COMP | REL) && !view.has(at, PREP));
    if !begins || led || relative || view.has(run.from, PREP | CONJ) {
        return None;
    }
    untold::subject(view, view.span(run)?, verb)
}

/// The subject of the verb that this one is joined to: "two men came to the flat and warned her", «пришли двое и предупредили».
fn twin(view: &View<'_>, group: usize, verb: usize) -> Option<Span> {
    let link = group.checked_sub(1).filter(|at| view.has(*at, CONJ))?;
    let bars = |at: usize| view.stop(at) || view.has(at, COMP) && !view.has(at, PREP);
    let past = |at: usize| view.english() && relative::is_past(view.lower(at));
    let mut near = (0..link).rev().take_while(|at| !bars(*at));
    let first = near.find(|at| (view.is_finite(*at) || past(*at)) && !view.capital(*at))?;
    let before = subject(view, verbs::group_start(view, 0, first), first);
    before.or_else(|| {
        let run = Run::new(first + 1, link)?;
        let plain = (run.from..run.to).all(|at| {
            view.tokens[at].is_wordy() && !view.has(at, PREP | PRON | COMP) && !view.adverb(at)
        });
        let fits = plain && run.len() <= LONGEST && !view.english();
        untold::subject(view, view.span(run).filter(|_| fits)?, verb)
    })
}

/// Whether the verb has somebody it is done to by a pronoun.
fn done_to(view: &View<'_>, group: usize, verb: usize) -> bool {
    if view.english() {
        return BEHIND.contains(&view.lower(verb + 1));
    }
    (group..verb).any(|at| CLITICS.contains(&view.lower(at)))
}

/// Whether the verb is of others than the one who tells: of many, or in Russian of the other gender.
fn disagrees(views: &[View<'_>], above: &Reading, view: &View<'_>, at: usize) -> bool {
    let teller = &views[above.sentence];
    let told = above.cue.and_then(|cue| verb(teller, cue));
    let Some(told) = told else { return false };
    let others = match (past(view, at), past(teller, told)) {
        (Some(own), Some(other)) => own != other && other != "ли",
        _ => false,
    };
    others || places::is_plural(view, at) && !places::is_plural(teller, told)
}

/// The ending of a Russian verb in the past.
fn past(view: &View<'_>, at: usize) -> Option<&'static str> {
    let russian = view.lexicon.language == Language::Ru;
    russian.then(|| endings::past(view.lower(at))).flatten()
}

/// "Contó que unos hombres llegaron y le advirtieron que C": what many do behind "and" is told by the one too.
fn take_in(views: &[View<'_>], readings: &mut [Reading], at: usize) {
    let reading = &readings[at];
    let view = &views[reading.sentence];
    let (Some(cue), Some(end)) = (reading.cue, reading.content.last().map(|it| it.end)) else {
        return;
    };
    let Some(verb) = verb(view, cue).filter(|_| !view.english()) else {
        return;
    };
    let group = verbs::group_start(view, 0, verb);
    let Some(link) = group.checked_sub(1).filter(|at| view.has(*at, CONJ)) else {
        return;
    };
    let begins = view.tokens[link].span.start;
    let joins = |above: &Reading| {
        let last = above.content.last().map(|it| it.end);
        let near = last.is_some_and(|last| last <= begins && begins - last <= 2);
        let before = above.cue.is_some_and(|it| it.end <= begins);
        near && before && above.source.is_some() && disagrees(views, above, view, verb)
    };
    if let Some(above) = readings.iter_mut().find(|above| joins(above))
        && let Some(last) = above.content.last_mut()
    {
        last.end = end.max(last.end);
    }
}

/// "Captó a X con la promesa de C", "under threat of C": who does the deed promises, never whom it is done to.
fn by_words(view: &View<'_>, reading: &Reading, cue: Span) -> Option<Fate> {
    let prep = with_words(view, cue)?;
    let source = reading.source.filter(|it| it.end <= cue.start)?;
    let Some(deed) = deed(view, prep, source.start) else {
        // The source stands before the deed, which may be done to it: "was lured with the promise".
        let passive = tokens(view, Span::new(source.end, cue.start)).any(|at| view.has(at, BE));
        return Some(if passive { Fate::Nobodys } else { Fate::Kept });
    };
    Some(agent(view, deed).map_or(Fate::Nobodys, Fate::Of))
}

/// Who promises by a cue that names no source: "El acusado captó a X con la promesa de C".
pub(super) fn doer(view: &View<'_>, cue: Span) -> Option<Span> {
    let prep = with_words(view, cue)?;
    agent(view, deed(view, prep, cue.start)?)
}

/// The preposition before a noun for a promise or a threat by which a deed is done.
fn with_words(view: &View<'_>, cue: Span) -> Option<usize> {
    let noun = tokens(view, cue).rfind(|at| {
        let mut cues = view.lexicon.cues(view.tokens, *at);
        cues.any(|cue| cue.sort == Sort::Noun && cue.kind == Kind::Promise)
    })?;
    let prep = noun - usize::from(noun > 0 && view.has(noun - 1, DET));
    let prep = prep.checked_sub(1)?;
    (WITH.contains(&view.lower(prep)) && !view.has(noun - 1, POSS)).then_some(prep)
}

/// The last verb of a deed before the preposition that ends before `limit`.
fn deed(view: &View<'_>, prep: usize, limit: usize) -> Option<usize> {
    (0..prep).rev().find(|at| {
        view.tokens[*at].span.end <= limit
            && !view.capital(*at)
            && (view.is_finite(*at) || relative::is_past(view.lower(*at)))
    })
}

/// The subject of a deed, where it is no passive.
fn agent(view: &View<'_>, deed: usize) -> Option<Span> {
    let group = verbs::group_start(view, 0, deed);
    let passive = (group..deed).any(|at| view.has(at, BE));
    subject(view, group, deed).filter(|_| !passive)
}
