//! «На вопрос, брал ли он деньги, капитан ответил отрицательно», "respondió que no a la pregunta de si cobró": who answers a question
//! with a no denies what it asks.

use super::Denial;
use super::parsing::{before, first, group, russian};
use crate::extract::claims::lexicon::{CONJ, PREP};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::preposed;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Verbs of answering.
const ANSWERS: &str = "ответил|ответила|ответили|отвечает|отвечают|respondió|respondieron|contestó|contestaron|responde|contesta";
/// How they begin.
const BEGINS: [&str; 3] = ["отве", "resp", "cont"];
/// A no, behind the verb or before it.
const NO: [&str; 5] = [
    "отрицательно",
    "категорически|коротко|твердо|решительно отрицательно|нет",
    "negativamente",
    "con un ?rotundo|claro|tajante no",
    "que no",
];

/// The denial by such an answer.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    let verb = (0..view.len())
        .filter(|at| {
            BEGINS
                .iter()
                .any(|begin| view.lower(*at).starts_with(begin))
        })
        .find(|at| fits(view.lower(*at), ANSWERS) && !view.is_quoted(*at))?;
    let group = group(view, verb)?;
    let behind = longest(view, verb + 1, &NO);
    let lead = russian(view) && view.is(verb.checked_sub(1)?, "отрицательно");
    let end = behind.or_else(|| lead.then_some(verb + 1))?;
    let (asked, source) =
        ask(view, group - usize::from(lead && group == verb), verb).or_else(|| {
            asked_behind(view, end).zip(before(
                view,
                group - usize::from(lead && group == verb),
                verb,
            ))
        })?;
    Some(Denial {
        source: Some(source),
        cue: Run::new(verb - usize::from(lead), end),
        content: asked,
        over: Run::new(verb, end)?,
        certainty: Certainty::Stated,
    })
}

/// Where what a question asks begins behind its noun: «вопрос, брал ли он», «вопрос о взятках», "la pregunta de si cobró".
fn question(view: &View<'_>, from: usize) -> Option<usize> {
    let lead = longest(
        view,
        from,
        &[
            "на вопрос|вопросы ?журналистов|журналиста|прессы|судьи|прокурора о|об|про|насчет",
            "на вопрос|вопросы ?журналистов|журналиста|прессы|судьи|прокурора ,",
            "a la|las pregunta|preguntas de|sobre|acerca ?de ?si",
            "a si",
        ],
    )?;
    Some(lead)
}

/// «На вопрос C X ответил»: what is asked and who answers.
fn ask(view: &View<'_>, group: usize, verb: usize) -> Option<(Run, Run)> {
    let from = question(view, first(view)?)?;
    let comma = (from..group).rev().find(|at| view.comma(*at));
    if let Some(comma) = comma.filter(|comma| *comma > from) {
        let source = before(view, group, verb).filter(|run| run.from > comma)?;
        return Some((Run::new(from, comma)?, source));
    }
    let start = preposed::subject_start(view, from + 1, group).filter(|_| russian(view))?;
    Some((Run::new(from, start)?, Run::new(start, group)?))
}

/// «ответил отрицательно на вопрос, C»: what is asked.
fn asked_behind(view: &View<'_>, end: usize) -> Option<Run> {
    let from = question(view, end)?;
    let over = |at: &usize| {
        view.stop(*at) || view.is(*at, ";") || view.comma(*at) && view.has(at + 1, CONJ | PREP)
    };
    let to = (from + 1..view.len()).find(over).unwrap_or(view.len());
    Run::new(from, to)
}
