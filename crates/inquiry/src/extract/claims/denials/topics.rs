//! «От знакомства с X глава открестился», «С подсчётами союза судовладелец спорит»: what is denied opens the sentence behind the
//! preposition that the verb takes.

use super::Denial;
use super::parsing::{before, first, group, russian, teller, told};
use super::patterns::fits;
use crate::extract::claims::lexicon::NEG;
use crate::extract::claims::preposed;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Prepositions, the verbs that deny with them, and whether only what is told is denied so.
#[rustfmt::skip]
const VERBS: [(&str, &str, bool); 4] = [
    ("от|ото", "открест*|открещ*|отпира*|отпер*|отрек*|отрека*|отмежев*|отнекив*|дистанциров*|отмахн*|отмахив*|отбива*|отбил*", false),
    ("с|со", "спорит|спорят|спорил*|поспорил*", true),
    ("против", "возража*|возрази*", true),
    ("над", "посмея*|смее*|смея*|насмеха*", true),
];

/// The denial of what the sentence opens with.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    let from = first(view).filter(|_| russian(view))?;
    let (_, verbs, only) = VERBS
        .iter()
        .find(|(with, _, _)| fits(view.lower(from), with))?;
    let start = from + 1;
    let head = (start + 1..view.len())
        .find(|at| fits(view.lower(*at), verbs) && !view.infinitive(*at) && !view.is_quoted(*at))?;
    let group = group(view, head)?;
    let fits = !*only || told(view, start).is_some();
    if !fits || view.has(head + 1, NEG) || (start..group).any(|at| view.stop(at)) {
        return None;
    }
    let comma = (start..group).rev().find(|at| view.comma(*at));
    let named = match comma {
        Some(comma) => before(view, group, head)
            .filter(|run| run.from > comma)
            .map(|run| (comma, run)),
        None => preposed::subject_start(view, start + 1, group)
            .and_then(|at| Some((at, Run::new(at, group)?))),
    };
    let (end, source) = match named {
        Some(found) => found,
        None => (group, teller(view, (head + 1, view.len()), head)?),
    };
    let cue = Run::new(head, head + 1)?;
    Some(Denial {
        source: Some(source),
        cue: Some(cue),
        content: Run::new(start, end)?,
        over: cue,
        certainty: Certainty::Stated,
    })
}
