//! «Опровергли слухи о вербовке ректор и декан», «Ложью назвал слова хозяйки адвокат»: the Russian verb, or what a thing is
//! called, opens the clause, and who says it stands behind the thing.

use super::fronted::opening;
use super::inverse::{Inverse, act, behind_lead, is_calling, put, thing};
use super::parsing::{group, russian};
use super::speakers::{self, Speaker};
use crate::extract::claims::called;
use crate::extract::claims::lexicon::{COMP, CONJ, PREP, SUB, TIME};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};

/// The most words of a thing and who speaks of it.
const FAR: usize = 14;

/// Puts such readings in the place of what else was read of their verbs.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !russian(view) {
        return;
    }
    for found in (0..view.len()).filter_map(|at| read(view, at)) {
        put(view, index, &found, readings);
    }
}

/// Reads the verb at the token.
fn read(view: &View<'_>, at: usize) -> Option<Inverse> {
    let group = group(view, at)?;
    let from = behind_lead(view, opening(view, group), group);
    let (known, begin, thing_at) = if from == group {
        let (known, end) = act(view, at)?;
        (known, group, end)
    } else {
        // «Ложью назвал слова»
        let label = is_calling(view, at) && called::is_name(view, from, group);
        label.then_some((None, from, at + 1))?
    };
    let noun = thing(view, thing_at)?;
    let over = |at: &usize| !view.tokens[*at].is_wordy() || view.has(*at, COMP | SUB);
    let end = (noun + 1..view.len()).find(over).unwrap_or(view.len());
    let far = view.comma(end) && (view.has(end + 1, COMP) || view.is(end + 1, "о"));
    let Speaker { run, .. } = last(view, (noun + 1, end.min(noun + FAR)), at).filter(|_| !far)?;
    Some(Inverse {
        source: run,
        cue: Run::new(begin, if begin == group { thing_at } else { at + 1 })?,
        object: Run::new(thing_at, run.from - particles(view, run.from))?,
        held: None,
        verb: at,
        known,
    })
}

/// How many words before who speaks belong to neither: «и», «только».
fn particles(view: &View<'_>, from: usize) -> usize {
    let beside = matches!(
        view.lower(from - 1),
        "и" | "только" | "лишь" | "даже" | "также"
    );
    usize::from(beside)
}

/// Who speaks at the end of the clause.
fn last(view: &View<'_>, (from, end): (usize, usize), verb: usize) -> Option<Speaker> {
    let free = |at: &usize| {
        let governed = view.has(at - 1, PREP) || view.has(*at, PREP | CONJ | TIME);
        !governed
    };
    let speaks = |at: usize| {
        let found = speakers::named(view, at, verb)?;
        let reaches = found.run.to >= end || view.has(found.run.to, PREP | TIME);
        reaches.then_some(found)
    };
    let mut all = (from..end).filter(free).filter_map(speaks);
    let clear = |found: &Speaker| {
        let names = |at: usize| view.capital(at) || crate::extract::is_noun_word(view.lower(at));
        found.person || (found.run.from..found.run.to).any(names)
    };
    let found: Vec<Speaker> = all.by_ref().collect();
    let first = found.iter().position(clear);
    let at = first.or_else(|| found.len().checked_sub(1))?;
    found.into_iter().nth(at)
}
