//! What is denied before a Russian verb, where an office or nobody stands beside it: «В посольстве такую трактовку отвергают»,
//! «Побои отрицает».

use super::endings;
use super::lexicon::{ADV, COMP, CONJ, DET, NEG, POSS, PREP, PRON, TIME};
use super::places;
use super::preposed::{Found, is_last};
use super::view::{Run, View};

/// Most words of an office.
const OFFICE: usize = 5;

/// An office that its place tells, then what it denies: «В самом посольстве такую трактовку отвергают».
pub(super) fn in_office(
    view: &View<'_>,
    (from, group): (usize, usize),
    after: usize,
) -> Option<Found> {
    let verb = (group..after).next_back()?;
    if !places::leads(view, from) || !places::is_plural(view, verb) || !is_last(view, after) {
        return None;
    }
    let such = |at: &usize| {
        let lower = view.lower(*at);
        let these = view.has(*at, DET | POSS) && lower.ends_with(['у', 'ю', 'и', 'е']);
        these || ["эту", "эти", "такую", "такие", "подобную", "подобные"].contains(&lower)
    };
    let object = (from + 2..group).find(such)?;
    let office = Run::new(from + 1, object).filter(|run| run.len() <= OFFICE)?;
    let plain = (office.from..office.to)
        .all(|at| view.tokens[at].is_wordy() && !view.has(at, PREP | CONJ | PRON | NEG));
    let denied = Run::new(object, group).filter(|_| plain)?;
    Some(Found::new(Some(office), denied))
}

/// A noun of many alone before a verb of one, which therefore is no subject: «Побои отрицает».
pub(super) fn many(view: &View<'_>, (from, group): (usize, usize), after: usize) -> Option<Found> {
    let verb = view.lower((group..after).next_back()?);
    let noun = view.lower(from);
    let of_many = noun.ends_with(['ы', 'и']) && noun.chars().count() > 3;
    let known = PREP | ADV | TIME | CONJ | PRON | NEG | DET;
    let alone = group == from + 1 && view.tokens[from].is_wordy() && !view.has(from, known);
    let last = is_last(view, after) && !view.has(after + 1, COMP);
    let object = Run::new(from, group).filter(|_| of_many && alone && last)?;
    (!endings::is_many(verb)).then(|| Found::new(None, object))
}
