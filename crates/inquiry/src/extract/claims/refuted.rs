//! «Слухи опровергнуты», «наличие долга отрицается», «обвинения были отвергнуты адвокатами»: what is denied is the subject.

use super::called;
use super::clause;
use super::lexicon::{BE, COMP, CONJ, Cue, NEG, POSS, PREP, SPEECH, Sort, TIME};
use super::preposed;
use super::reading::Reading;
use super::view::{Run, View};
use model::{Certainty, Language};

/// Beginnings of short participles, of which only some things are called untrue: a request is only turned down.
const DONE: [&str; 14] = [
    "отброшен",
    "отвергнут",
    "опровергнут",
    "оспорен",
    "отклонен",
    "дезавуирован",
    "отметен",
    "высмеян",
    "осмеян",
    "развеян",
    "развенчан",
    "разоблачен",
    "поставлен",
    "подвергнут",
];
/// What such participles deny with where they do it by no means alone.
const WITH: [(&str, &str); 4] = [
    ("поставлен", "под сомнение"),
    ("поставлен", "под вопрос"),
    ("подвергнут", "сомнению"),
    ("подвергнут", "осмеянию"),
];
/// Beginnings of verbs whose reflexive forms tell that a thing is denied.
const GOING: [&str; 5] = ["отрица", "опроверга", "отверга", "оспарива", "отмета"];
/// Endings of those forms.
const REFLEXIVE: [&str; 6] = ["ется", "ются", "лось", "лась", "лись", "лся"];
/// Endings of the instrumental, in which who denies it stands.
#[rustfmt::skip]
const INSTRUMENTAL: [&str; 12] = ["ью", "ом", "ем", "ами", "ями", "еми", "ой", "ей", "им", "ым", "ими", "ыми"];
/// Pronouns of whoever does, before the verb: «Это им отвергнуто».
const BY: [&str; 5] = ["им", "ею", "ими", "мной", "нами"];
/// Beginnings of papers in which a thing is denied.
#[rustfmt::skip]
const PAPERS: [&str; 13] = [
    "письм", "ответ", "жалоб", "отзыв", "документ", "сообщени", "ходатайств", "заявлени", "справк", "протокол", "отчет", "рапорт", "возражени",
];

/// Reads the passive at token `at` by which a thing is denied.
pub(super) fn read(view: &View<'_>, sentence: usize, at: usize) -> Option<Reading> {
    if view.lexicon.language != Language::Ru {
        return None;
    }
    let lower = view.lower(at);
    let done = DONE.iter().any(|stem| {
        let rest = lower.strip_prefix(stem);
        rest.is_some_and(|rest| matches!(rest, "" | "а" | "о" | "ы"))
    });
    let going = GOING.iter().any(|stem| {
        let rest = lower.strip_prefix(stem);
        rest.is_some_and(|rest| REFLEXIVE.contains(&rest))
    });
    if !done && !going {
        return None;
    }
    let helps = |at: usize| view.has(at, BE | NEG) || view.adverb(at);
    let group = (0..at).rev().find(|at| !helps(*at)).map_or(0, |at| at + 1);
    if (group..at).any(|at| view.has(at, NEG)) || view.has(at + 1, NEG) {
        return None;
    }
    let last = at + with(view, at)?;
    // «Показания опровергаются перепиской, говорится в приговоре»: another tells it.
    let told = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        view.comma(at - 1) && cues.any(|cue| cue.sort == Sort::Agentless)
    };
    if (1..view.len()).any(told) {
        return None;
    }
    let (thing, source) = sides(view, group, last)?;
    let noun = thing.from + usize::from(!is_denied(view, thing.from));
    if done && !(noun < thing.to && is_denied(view, noun)) {
        return None;
    }
    let rule = if source.is_some() {
        "passive-by"
    } else {
        "passive"
    };
    let mut reading = Reading::new(
        sentence,
        rule,
        &Cue::denial(lower),
        view.span(Run::new(group, last + 1)?),
    );
    if last > at {
        reading.certainty = Certainty::Believed;
    }
    reading.source = source.and_then(|run| view.span(run));
    reading.content.push(view.span(thing)?);
    Some(reading)
}

/// How many words behind the participle at the token belong to it; none where it denies nothing without them.
fn with(view: &View<'_>, at: usize) -> Option<usize> {
    let of = |stem: &str| view.lower(at).starts_with(stem);
    let mut own = WITH.iter().filter(|(stem, _)| of(stem)).peekable();
    if own.peek().is_none() {
        return Some(0);
    }
    own.find_map(|(_, words)| {
        let fits = words
            .split(' ')
            .enumerate()
            .all(|(step, word)| view.is(at + 1 + step, word));
        fits.then(|| words.split(' ').count())
    })
}

/// Whether the token is a noun for what may be called untrue.
fn is_denied(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    let alibi = lower.starts_with("отрицани") || lower == "алиби";
    alibi || called::is_told(view, at) || preposed::is_denied(lower)
}

/// What is denied, before the verb or behind it, and who or which paper denies it.
fn sides(view: &View<'_>, group: usize, at: usize) -> Option<(Run, Option<Run>)> {
    let opens = |at: &usize| view.comma(*at) || view.is(*at, ";") || view.is(*at, ":");
    let told = (0..2).any(|at| is_denied(view, at));
    let from = (0..group)
        .rev()
        .find(opens)
        .filter(|_| !told)
        .map_or(0, |at| at + 1);
    let before = Run::new(from, group).filter(|_| !view.has(from, PREP | CONJ | COMP | TIME));
    if let Some(mut thing) = before {
        let by = thing.to - 1;
        if BY.contains(&view.lower(by)) && by > thing.from {
            thing.to = by;
            return Some((thing, Run::new(by, by + 1)));
        }
        return Some((thing, agent(view, at + 1)));
    }
    // «Опровергнуто ассоциацией и сообщение о C»
    let too = (at + 2..view.len().min(at + 6)).find(|at| view.is(*at, "и"));
    if let Some(too) = too.filter(|too| from == group && is_denied(view, too + 1)) {
        let by = Run::new(at + 1, too);
        return Some((clause::phrase_right(view, too + 1)?, by));
    }
    let paper = |at: usize| {
        view.has(at, SPEECH) || PAPERS.iter().any(|stem| view.lower(at).starts_with(stem))
    };
    let within = matches!(view.lower(from), "в" | "во") && (from + 1..group).any(paper);
    // «В заявлении адвоката вина её сотрудников отрицается»
    if within && let Some(noun) = (from + 2..group).find(|at| is_denied(view, *at)) {
        return Some((Run::new(noun, group)?, Run::new(from + 1, noun)));
    }
    let source = Run::new(from + 1, group).filter(|_| within);
    let thing =
        clause::phrase_right(view, at + 1).filter(|run| !view.has(run.from, PREP | CONJ))?;
    Some((thing, source))
}

/// Who denies it behind the verb, or the paper in which it is denied: «отвергнуто всеми», «отрицается её адвокатом», «оспаривается в
/// ходатайстве».
fn agent(view: &View<'_>, at: usize) -> Option<Run> {
    let noun = at + usize::from(view.has(at, POSS));
    let next = view.lower(noun);
    let acts = INSTRUMENTAL.iter().any(|end| next.ends_with(end)) && !view.has(at, PREP | TIME);
    if acts {
        return clause::phrase_right(view, at);
    }
    let paper = |at: usize| PAPERS.iter().any(|stem| view.lower(at).starts_with(stem));
    let within = matches!(view.lower(at), "в" | "во");
    let run = clause::phrase_right(view, at + 1).filter(|_| within)?;
    (run.from..run.to.min(run.from + 4))
        .any(paper)
        .then_some(run)
}
