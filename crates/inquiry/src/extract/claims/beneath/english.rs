//! The same in English: "rejected the prosecutor's accusation that C", "denies the claims made by X that C".

use super::super::lexicon::{AUX, COMP, DET, POSS, PREP, PRON};
use super::super::reading::Reading;
use super::super::untold::tokens;
use super::super::view::{Run, View};
use super::{certainty, inner};

/// The most words before the noun: "an anonymous pamphlet's".
const LEAD: usize = 6;
/// The most words between the noun and its clause: "made by three former cleaners".
const GAP: usize = 9;
/// What such words begin with.
const LINKS: [&str; 18] = [
    "made",
    "circulating",
    "spread",
    "published",
    "posted",
    "by",
    "of",
    "from",
    "in",
    "on",
    "going",
    "put",
    "levelled",
    "against",
    "carried",
    "voiced",
    "doing",
    "aired",
];
/// What the noun at the head of a denied content tells.
pub(super) fn told(view: &View<'_>, denial: &Reading) -> Option<Reading> {
    let inside: Vec<usize> = tokens(view, *denial.content.first()?).collect();
    let (first, end) = (*inside.first()?, inside.last()? + 1);
    // The tagger may have left the noun out: "reject the allegation" that C.
    let first = match first.checked_sub(1) {
        Some(noun) if view.is(first, "that") && certainty(view, noun).is_some() => lead(view, noun),
        _ => first,
    };
    if matches!(view.lower(first), "any" | "no" | "that" | "every") {
        return None;
    }
    let bars = |at: usize| view.has(at, PREP | COMP | AUX) && !view.is(at, "'s") || view.comma(at);
    let noun = (first..end.min(first + LEAD))
        .take_while(|at| !bars(*at))
        .find(|at| certainty(view, *at).is_some())?;
    let how = |at: usize| view.is(at - 1, "of") && matches!(view.lower(at), "how" | "why" | "what");
    let from = (noun + 1..end.min(noun + 1 + GAP)).find(|at| view.is(*at, "that") || how(*at))?;
    let gap = noun + 1..from;
    // "Reports of a fire that shook the town" tell nothing.
    let subject = view.has(from + 1, DET | POSS | PRON) || view.capital(from + 1);
    let subject = subject || matches!(view.lower(noun + 1), "made" | "circulating");
    if !gap.is_empty() && !how(from) && !subject {
        return None;
    }
    let plain = |at: usize| view.tokens[at].is_wordy() && !view.has(at, COMP) && !view.has(at, AUX);
    let linked = LINKS.contains(&view.lower(gap.start)) && gap.clone().all(plain);
    if !(gap.is_empty() || linked) || from + 1 >= end {
        return None;
    }
    let owner = owner(view, first, noun).or_else(|| maker(view, Run::new(noun + 1, from)?));
    inner(view, denial, noun, (owner, Run::new(from, end)?))
}

/// Where the phrase of the noun begins: "the prosecutor's accusation".
fn lead(view: &View<'_>, noun: usize) -> usize {
    let plain = |at: &usize| view.tokens[*at].is_wordy() && !view.has(*at, PREP | AUX | COMP);
    let near = (noun.saturating_sub(LEAD - 1)..noun)
        .rev()
        .take_while(plain);
    let mut near = near.filter(|at| view.has(*at, DET | POSS) && !view.is(*at, "'s"));
    near.next().unwrap_or(noun)
}

/// Whose the noun is: "the prosecutor's", "their".
fn owner(view: &View<'_>, first: usize, noun: usize) -> Option<Run> {
    let ends = |at: usize| {
        view.is(at, "'s") || view.is(at, "'") || {
            let lower = view.lower(at);
            lower.ends_with("s'") || lower.ends_with("s’") || lower.ends_with("'s")
        }
    };
    if let Some(mark) = (first..noun).rev().find(|at| ends(*at)) {
        return Run::new(first, mark + 1);
    }
    let own = (first..noun).find(|at| view.has(*at, POSS) && !view.is(*at, "'s"))?;
    Run::new(own, own + 1)
}

/// Who made it: "made by three former cleaners", "of the first witness".
fn maker(view: &View<'_>, gap: Run) -> Option<Run> {
    let by = (gap.from..gap.to).find(|at| view.is(*at, "by"));
    let of = Some(gap.from)
        .filter(|at| view.is(*at, "of") && (view.has(at + 1, DET | POSS) || view.capital(at + 1)));
    Run::new(by.or(of)? + 1, gap.to)
}
