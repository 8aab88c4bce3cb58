//! Words and runs of words that a table names: "не соответству* действительности|истине".

use super::view::View;
use rustc_hash::FxHashSet;

/// Where a pattern ends that begins at the token, if it does: its words parted by blanks, `|` between those that may stand in
/// one place, `*` behind a stem, `?` before what may be left out.
pub(super) fn end(view: &View<'_>, at: usize, pattern: &str) -> Option<usize> {
    match pattern.split_once(' ') {
        None => step(view, at, pattern, None),
        Some((word, rest)) => step(view, at, word, Some(rest)),
    }
}

fn step(view: &View<'_>, at: usize, word: &str, rest: Option<&str>) -> Option<usize> {
    let (word, optional) = match word.strip_prefix('?') {
        Some(word) => (word, true),
        None => (word, false),
    };
    let on = |next: usize| rest.map_or(Some(next), |rest| end(view, next, rest));
    let taken = fits(view.lower(at), word).then(|| on(at + 1)).flatten();
    taken.or_else(|| optional.then(|| on(at)).flatten())
}

/// The two letters with which the patterns of a table may begin.
pub(super) fn heads(patterns: &[&str]) -> FxHashSet<[char; 2]> {
    let mut out = FxHashSet::default();
    for pattern in patterns {
        for place in pattern.split(' ') {
            let words = place.trim_start_matches('?').split('|');
            out.extend(words.filter_map(|word| head(word.trim_end_matches('*'))));
            if !place.starts_with('?') {
                break;
            }
        }
    }
    out
}

/// The first two letters of a word.
pub(super) fn head(word: &str) -> Option<[char; 2]> {
    let mut letters = word.chars();
    Some([letters.next()?, letters.next()?])
}

/// The end of the longest of the patterns that begins at the token.
pub(super) fn longest(view: &View<'_>, at: usize, patterns: &[&str]) -> Option<usize> {
    let ends = patterns.iter().filter_map(|pattern| end(view, at, pattern));
    ends.max()
}

/// Whether a word is one of those that a place of a pattern may hold.
pub(super) fn fits(lower: &str, place: &str) -> bool {
    !lower.is_empty()
        && place.split('|').any(|word| match word.strip_suffix('*') {
            Some(stem) => lower.starts_with(stem),
            None => word == lower,
        })
}

/// Whether a word is one of these, which blanks part.
pub(super) fn listed(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|one| one == word)
}
