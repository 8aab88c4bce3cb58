//! «От знакомства с X глава открестился», «С подсчётами союза судовладелец спорит», «Возможность обвала исключил X»: what is denied
//! stands before the verb, behind the preposition that it takes or as its object.

use super::Denial;
use super::parsing::{before, first, group, russian, teller, told};
use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::endings;
use crate::extract::claims::lexicon::{COMP, CONJ, DET, NEG, PREP};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::places;
use crate::extract::claims::preposed;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Prepositions, the verbs that deny with them, and whether only what is told is denied so.
#[rustfmt::skip]
const VERBS: [(&str, &str, bool); 6] = [
    ("от|ото", "открест*|открещ*|отпира*|отпер*|отрек*|отрека*|отмежев*|отнекив*|дистанциров*|отмахн*|отмахив*|отбива*|отбил*", false),
    ("от|ото", RETRACTS, true),
    ("с|со", "спорит|спорят|спорил*|поспорил*", true),
    ("в|во", ADMITS, false),
    ("против", "возража*|возрази*", true),
    ("над", "посмея*|смее*|смея*|насмеха*", true),
];
/// Verbs that take back what was told or signed.
pub(super) const RETRACTS: &str = "отказал*|отказыва*";
/// What is taken back with them.
pub(super) const SIGNED: &str =
    "показаний|показания|подписи|подписей|слов|признания|признаний|авторства|сказанного";
/// Verbs of owning up, which deny where they are negated.
const ADMITS: &str = "признался|призналась|признались|признается|признаются|сознался|созналась|сознались|сознается|сознаются";
/// Verbs of agreeing, which deny where they are negated.
const AGREES: &str = "согласен|согласна|согласны|согласно|согласил*|соглаша*";

/// The denial of what stands before its verb.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    if !russian(view) {
        return None;
    }
    opening(view)
        .or_else(|| amid(view))
        .or_else(|| object(view))
}

/// Whether the preposition at the token leads what a verb of the entry denies: only what was told or signed is taken back.
fn leads(view: &View<'_>, at: usize, (with, verbs, _): &(&str, &str, bool)) -> bool {
    // «От дачи показаний отказались»: who says nothing takes nothing back.
    let gives = view.is(at + 1, "дачи");
    let signed = !gives && (at + 1..at + 3).any(|at| fits(view.lower(at), SIGNED));
    let back = signed && (at + 2..view.len()).any(|at| fits(view.lower(at), RETRACTS));
    fits(view.lower(at), with) && (*verbs == RETRACTS) == back
}

/// Where the words end by which the verb of a list denies, if it does at the token.
fn denies(view: &View<'_>, at: usize, verbs: &str, with: &str) -> Option<usize> {
    if view.is(at, "не") && with.starts_with('с') && fits(view.lower(at + 1), AGREES) {
        return Some(at + 2);
    }
    if verbs == ADMITS {
        let owns = view.is(at, "не") && fits(view.lower(at + 1), ADMITS);
        return owns.then_some(at + 2);
    }
    let plain = !view.infinitive(at) && !view.is_quoted(at) && group(view, at).is_some();
    (fits(view.lower(at), verbs) && plain).then_some(at + 1)
}

/// «Председатель от обвинений отмахнулся»: the verb ends the clause behind what is denied.
fn amid(view: &View<'_>) -> Option<Denial> {
    let mut links = (1..view.len()).filter(|at| view.has(*at, PREP));
    let (at, verbs, only) = links.find_map(|at| {
        let found = VERBS
            .iter()
            .find(|it| it.1 != ADMITS && leads(view, at, it));
        found.map(|(_, verbs, only)| (at, *verbs, *only))
    })?;
    let start = at + 1;
    let mut near = start + 1..view.len().min(start + 12);
    let head = near.find(|at| denies(view, *at, verbs, "").is_some())?;
    let ends = view.stop(head + 1) || view.comma(head + 1) || view.has(head + 1, CONJ);
    let plain = (start..head).all(|at| view.tokens[at].is_wordy() && !view.has(at, NEG));
    if !ends || !plain || only && verbs != RETRACTS && told(view, start).is_none() {
        return None;
    }
    let mut end = head;
    while view.adverb(end - 1) || view.lower(end - 1).ends_with('о') && end > start + 2 {
        end -= 1;
    }
    let verb = |run: &Run| (run.from..run.to).any(|at| view.tells(at));
    let source = clause::phrase_left(view, at).filter(|run| !verb(run))?;
    denial(source, (head, head + 1), Run::new(start, end)?)
}

/// «От знакомства с X глава открестился».
fn opening(view: &View<'_>) -> Option<Denial> {
    let from = first(view)?;
    let (with, verbs, only) = VERBS.iter().find(|it| leads(view, from, it))?;
    let start = from + 1;
    let mut rest = start + 1..view.len();
    let (head, after) = rest.find_map(|at| Some((at, denies(view, at, verbs, with)?)))?;
    let fits = !*only || *verbs == RETRACTS || told(view, start).is_some();
    if !fits || view.has(after, NEG) || (start..head).any(|at| view.stop(at)) {
        return None;
    }
    let comma = (start..head).rev().find(|at| view.comma(*at));
    let named = if let Some(comma) = comma {
        before(view, head, head)
            .filter(|run| run.from > comma)
            .map(|run| (comma, run))
    } else {
        // «Бывший староста в суде отказался»
        let placed = head > start + 4 && matches!(view.lower(head - 2), "в" | "на");
        let end = head - 2 * usize::from(placed);
        preposed::subject_start(view, start + 1, end).and_then(|at| Some((at, Run::new(at, end)?)))
    };
    let (end, source) = match named {
        Some(found) => found,
        None => (head, teller(view, (after, view.len()), head)?),
    };
    denial(source, (head, after), Run::new(start, end)?)
}

/// «Возможность обвала исключает и X», «Слухи о долгах X высмеял»: the object of a verb that no table has for one that denies things.
fn object(view: &View<'_>) -> Option<Denial> {
    let from = first(view)?;
    let noun = told(view, from).or_else(|| {
        let noun = from + usize::from(view.has(from, DET));
        preposed::is_denied(view.lower(noun)).then_some(noun)
    })?;
    let mut rest = noun + 1..view.len();
    let head = rest.find(|at| called::turned_down(view, *at).is_some())?;
    let after = called::turned_down(view, head)?;
    let verb = view.lower(head);
    let subject = endings::agrees(view.lower(noun), verb);
    let plain = (noun + 1..head).all(|at| view.tokens[at].is_wordy() && !view.has(at, COMP | NEG));
    // «Упрёк парировал вратарь Лев Шум»: the accusative of a thing is no other than its nominative.
    let named = (after..view.len().min(after + 4)).any(|at| view.capital(at));
    if subject && !named || !plain || view.infinitive(head) || view.is_quoted(head) {
        return None;
    }
    let over = view.stop(after) || view.comma(after) || view.is(after, ":");
    if let Some(within) = places::before(view, (noun + 1, head), head).filter(|_| over) {
        return denial(
            Run::new(within + 1, head)?,
            (head, after),
            Run::new(from, within)?,
        );
    }
    if over {
        let start = preposed::subject_start(view, noun + 1, head)?;
        let fits = view.capital(start) || endings::agrees(view.lower(start), verb);
        let source = Run::new(start, head).filter(|_| fits)?;
        return denial(source, (head, after), Run::new(from, start)?);
    }
    let too = after + usize::from(view.is(after, "и"));
    let free = !view.has(too, PREP | CONJ | COMP) && told(view, too).is_none();
    let source = teller(view, (too, view.len()), head).filter(|_| free)?;
    denial(source, (head, after), Run::new(from, head)?)
}

fn denial(source: Run, (from, to): (usize, usize), content: Run) -> Option<Denial> {
    let cue = Run::new(from, to)?;
    Some(Denial {
        source: Some(source),
        cue: Some(cue),
        content,
        over: cue,
        certainty: Certainty::Stated,
    })
}
