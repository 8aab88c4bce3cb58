//! Which judgements are in force: an undo takes an earlier judgement back, another undo brings it back.

use crate::action::Action;
use crate::error::Error;
use crate::line::Entry;
use model::{Judgement, JudgementId, Verdict};
use std::collections::BTreeMap;

/// The name of the judgement in an entry.
pub(crate) fn id_of(number: u64) -> JudgementId {
    JudgementId(format!("j-{number}"))
}

/// Every judgement ever made, in order, undone ones and undos too.
pub(crate) fn all(entries: &[Entry]) -> Vec<Judgement> {
    let judgement = |entry: &Entry| match &entry.action {
        Action::Judged { verdict, why } => Some(Judgement {
            id: id_of(entry.number),
            who: entry.who.clone(),
            why: why.clone(),
            when: entry.when.clone(),
            verdict: verdict.clone(),
        }),
        _ => None,
    };
    entries.iter().filter_map(judgement).collect()
}

/// By which judgement in force each undone one is undone.
fn undone(judgements: &[Judgement]) -> BTreeMap<JudgementId, JudgementId> {
    let mut undone = BTreeMap::new();
    // From the last to the first: whether an undo holds depends on later ones alone.
    for judgement in judgements.iter().rev() {
        if let Verdict::Undo { judgement: earlier } = &judgement.verdict
            && !undone.contains_key(&judgement.id)
        {
            undone.insert(earlier.clone(), judgement.id.clone());
        }
    }
    undone
}

/// The judgements that hold, in order; undos themselves are not among them.
pub(crate) fn in_force(entries: &[Entry]) -> Vec<Judgement> {
    let mut judgements = all(entries);
    let undone = undone(&judgements);
    judgements.retain(|judgement| {
        !matches!(judgement.verdict, Verdict::Undo { .. }) && !undone.contains_key(&judgement.id)
    });
    judgements
}

/// Whether a verdict can be passed: an undo needs a judgement that still holds.
pub(crate) fn check(entries: &[Entry], verdict: &Verdict) -> Result<(), Error> {
    let Verdict::Undo { judgement: id } = verdict else {
        return Ok(());
    };
    let judgements = all(entries);
    if !judgements.iter().any(|judgement| judgement.id == *id) {
        return Err(Error::UnknownJudgement { id: id.0.clone() });
    }
    match undone(&judgements).get(id) {
        Some(by) => Err(Error::AlreadyUndone {
            id: id.0.clone(),
            by: by.0.clone(),
        }),
        None => Ok(()),
    }
}
