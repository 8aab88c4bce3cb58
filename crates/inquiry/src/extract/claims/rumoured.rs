//! "Denied rumours that C", "desmintió los rumores de que C", «опроверг слухи о том, что C»: what a noun of saying tells under a
//! denial or a position is a claim inside it, of whom the noun belongs to, else of nobody.

use super::lexicon::{COMP, Cue, DET, POSS, PREP, Sort};
use super::others;
use super::reading::{self, Reading};
use super::untold::tokens;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity};

/// The last token of what is denied at which such a noun may stand: "the latest malicious rumours".
const NEAR: usize = 4;
/// Determiners by which no claim is meant that somebody made: "any suggestion that C".
const ANY: [&str; 12] = [
    "any",
    "no",
    "cualquier",
    "ningún",
    "ninguna",
    "toda",
    "любые",
    "любую",
    "любое",
    "любой",
    "какие-либо",
    "всякие",
];

/// Adds what the nouns tell that no reading has yet.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    let found: Vec<Reading> = readings
        .iter()
        .filter(|outer| outer.source.is_some() || outer.own || outer.dropped)
        .filter(|outer| outer.polarity == Polarity::Denied || outer.kind == Kind::Position)
        .filter_map(|outer| inner(&views[outer.sentence], outer))
        .filter(|inner| !readings.iter().any(|other| meets(other, inner)))
        .collect();
    if found.is_empty() {
        return;
    }
    readings.extend(found);
    reading::sort(readings);
}

/// Whether the cues of two readings meet.
fn meets(other: &Reading, inner: &Reading) -> bool {
    other
        .cue
        .zip(inner.cue)
        .is_some_and(|(other, inner)| other.overlaps(inner))
}

/// What a noun at the beginning of what is denied tells.
fn inner(view: &View<'_>, outer: &Reading) -> Option<Reading> {
    let content = outer.content.first()?;
    let inside: Vec<usize> = tokens(view, *content).collect();
    let (noun, cue) = inside
        .iter()
        .take(NEAR)
        .find_map(|at| noun(view, *at).map(|cue| (*at, cue)))?;
    let first = *inside.first()?;
    let mut lead = first..noun;
    let other = lead.any(|at| {
        view.has(at, POSS)
            || view.is(at, "'")
            || view.has(at, PREP | COMP) && !view.has(at, DET)
            || !view.tokens[at].is_wordy()
            || ANY.contains(&view.lower(at))
    });
    if other {
        return None;
    }
    let of = others::possessor(view, noun + 1);
    let from = of
        .map(|(_, from)| from)
        .or_else(|| told(view, noun + 1))
        .or_else(|| about(view, noun + 1).filter(|_| is_hearsay(cue)))?;
    let last = *inside.last()?;
    let told = Run::new(from, last + 1).and_then(|run| view.span(run))?;
    let place = view.tokens[noun].span;
    let mut reading = Reading::new(outer.sentence, "noun-clause", cue, Some(place));
    reading.polarity = outer.polarity;
    reading.source = of.and_then(|(owner, _)| view.span(owner));
    reading.content.push(told);
    Some(reading)
}

/// The noun of saying at the token.
fn noun<'v>(view: &'v View<'_>, at: usize) -> Option<&'v Cue> {
    let mut cues = view.lexicon.cues(view.tokens, at);
    cues.find(|cue| {
        cue.sort == Sort::Noun && cue.kind == Kind::Fact && cue.polarity == Polarity::Affirmed
    })
}

/// Whether the noun is of what is only said, so that "of" behind it tells what: "rumours of a strike".
fn is_hearsay(cue: &Cue) -> bool {
    matches!(
        cue.certainty,
        Certainty::Reported | Certainty::Alleged | Certainty::Claimed
    )
}

/// Where what is only talked of begins: "of a strike", "de despidos", «о побеге», «в поборах».
fn about(view: &View<'_>, at: usize) -> Option<usize> {
    let words: &[&str] = match view.lexicon.language {
        Language::En | Language::Unknown => &["of", "about"],
        Language::Es => &["de", "del", "sobre"],
        Language::Ru => &["о", "об", "в", "во"],
    };
    words.contains(&view.lower(at)).then_some(at)
}

/// Where what the noun tells begins: "that C", "de que C", «о том, что C», «, что C».
fn told(view: &View<'_>, at: usize) -> Option<usize> {
    let begins = view.is(at, "that")
        || view.is(at, "que")
        || view.is(at, "de") && view.is(at + 1, "que")
        || matches!(view.lower(at), "о" | "в") && view.is(at + 1, "том")
        || view.comma(at) && matches!(view.lower(at + 1), "что" | "будто");
    begins.then_some(at)
}
