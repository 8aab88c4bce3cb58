//! Women, men and children counted apart: their sum against a count of all.

use super::frame::{Count, Feature};
use super::lexicon;
use super::said::Said;
use crate::fold::words;

/// Beginnings of words for people of one sex or age, folded.
const PARTS: [&str; 34] = [
    "women",
    "woman",
    "men",
    "man",
    "girl",
    "boy",
    "child",
    "minor",
    "teen",
    "adult",
    "bab",
    "infant",
    "mujer",
    "hombre",
    "nin",
    "menor",
    "chic",
    "muchach",
    "adolesc",
    "bebe",
    "varon",
    "женщин",
    "мужчин",
    "дет",
    "реб",
    "девуш",
    "девоч",
    "мальчи",
    "подрост",
    "несовершен",
    "взросл",
    "юнош",
    "млад",
    "парн",
];

/// Words that make the next number a part of the one before.
const WITHIN: [&str; 8] = [
    "including",
    "among",
    "incluid",
    "incluy",
    "entre",
    "числе",
    "включая",
    "whom",
];

/// Whether a count is of people of one sex or age.
fn is_part(said: &Said<'_>, count: &Count) -> bool {
    let unit = words(count.span.of(said.text).unwrap_or_default());
    unit.last()
        .is_some_and(|word| PARTS.iter().any(|start| word.folded.starts_with(start)))
}

/// Whether a count is of people, whoever they are.
fn is_whole(said: &Said<'_>, count: &Count) -> bool {
    let people = matches!(count.unit, Some(Feature::Concept(unit)) if lexicon::is_people(unit));
    people && !is_part(said, count)
}

/// The sum of the parts that one claim counts, and the number of all in another.
pub(super) fn summed(parted: &Said<'_>, other: &Said<'_>) -> Option<(u64, u64)> {
    let of = |said: &Said<'_>, fits: fn(&Said<'_>, &Count) -> bool| -> Vec<Count> {
        let counts = said.values().filter(|count| fits(said, count));
        counts.cloned().collect()
    };
    let (parts, wholes) = (of(parted, is_part), of(other, is_whole));
    let ([first, .., last], [whole]) = (parts.as_slice(), wholes.as_slice()) else {
        return None;
    };
    let between = model::Span::new(first.span.start, last.span.end.max(first.span.start));
    let words = words(between.of(parted.text).unwrap_or_default());
    let within = words
        .iter()
        .any(|word| WITHIN.iter().any(|start| word.folded.starts_with(start)));
    let counted = of(parted, is_whole).is_empty() && of(other, is_part).is_empty();
    let one_event = first.event.is_none() || whole.event.is_none() || first.event == whole.event;
    let sum = parts.iter().map(|part| part.value).sum();
    (counted && !within && one_event).then_some((sum, whole.value))
}

/// Whether the people of one sex or age fit among all: three men among fifteen people.
pub(super) fn fits_in(a: &Said<'_>, part: &Count, b: &Said<'_>, whole: &Count) -> bool {
    is_part(a, part) && is_whole(b, whole) && part.value < whole.value
}
