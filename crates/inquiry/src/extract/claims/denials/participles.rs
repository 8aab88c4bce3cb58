//! «Хозяин склада, отпиравшийся от знакомства», «директор, отрицавший, что C»: a participle of denying behind whoever denies.

use super::Denial;
use super::parsing::{russian, thing_end};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{COMP, CONJ, NEG, PREP, TIME};
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Beginnings of verbs of denying, as their participles have them; of some reflexive with a preposition.
#[rustfmt::skip]
const PLAIN: [&str; 10] = [
    "отрица", "опроверга", "опроверг", "отверга", "отверг", "оспарива", "оспори", "отмета", "опровергну", "отвергну",
];
#[rustfmt::skip]
const REFLEXIVE: [&str; 9] = [
    "отпира", "отпер", "открещива", "открести", "отрека", "отрек", "отнекива", "отмежева", "отмежевыва",
];
/// What makes an active participle of them.
const ACTIVE: [&str; 3] = ["ющ", "вш", "ш"];
/// The most words between the comma and the participle.
const NEAR: usize = 5;

/// The denial by the first such participle of the sentence.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    if !russian(view) {
        return None;
    }
    let may = |at: &usize| {
        ["ющ", "вш", "гш", "рш", "кш"]
            .iter()
            .any(|link| view.lower(*at).contains(link))
    };
    (2..view.len()).filter(may).find_map(|at| {
        let reflexive = is(&REFLEXIVE, view.lower(at)) && view.lower(at).ends_with("ся");
        let plain = is(&PLAIN, view.lower(at)) && !view.lower(at).ends_with("ся");
        (plain || reflexive)
            .then(|| behind(view, at, reflexive))
            .flatten()
    })
}

/// Whether the word is an active participle of one of the verbs.
fn is(verbs: &[&str], lower: &str) -> bool {
    verbs.iter().any(|stem| {
        lower.strip_prefix(stem).is_some_and(|rest| {
            ACTIVE.iter().any(|link| {
                rest.strip_prefix(link)
                    .is_some_and(|end| end.starts_with(['и', 'а', 'е', 'у']))
            })
        })
    })
}

/// Who denies before the comma, and what behind the participle.
fn behind(view: &View<'_>, at: usize, reflexive: bool) -> Option<Denial> {
    let comma = (at.saturating_sub(NEAR)..at)
        .rev()
        .find(|at| view.comma(*at))?;
    let lead =
        (comma + 1..at).all(|at| view.tokens[at].is_wordy() && !view.has(at, NEG | COMP | CONJ));
    let source = clause::phrase_left(view, comma).filter(|_| lead)?;
    let mut from = at + 1;
    while view.adverb(from) || view.has(from, TIME) {
        from += 1;
    }
    let linked = matches!(view.lower(from), "от" | "ото");
    from += usize::from(reflexive && linked);
    let clause = view.comma(from) && view.has(from + 1, COMP);
    from += usize::from(clause);
    let bare = view.tokens.get(from)?.is_wordy() && !view.has(from, PREP | CONJ | NEG);
    if reflexive != linked || !clause && !bare {
        return None;
    }
    let end = thing_end(view, from);
    let over = |at: &usize| view.comma(*at) && !view.has(at + 1, COMP);
    let end = (from + 1..end).find(over).unwrap_or(end);
    Some(Denial {
        source: Some(source),
        cue: Run::new(at, at + 1 + usize::from(reflexive)),
        content: Run::new(from, end)?,
        over: Run::new(at, at + 1)?,
        certainty: Certainty::Stated,
    })
}
