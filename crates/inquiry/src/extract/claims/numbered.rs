//! "Segundo, ordena C": what counts points off neither speaks nor is said.

use super::reading::Reading;
use model::{Section, Span};

/// What follows the comma behind somebody who has a number for a name: "Segundo, de diecinueve años, niega C".
const OF_SOMEBODY: [&str; 10] = [
    "de", "del", "el", "la", "un", "una", "quien", "que", "su", "hijo",
];

/// Leaves numbers before a comma out of the readings.
pub(super) fn settle(text: &str, readings: &mut [Reading]) {
    let counts = |span: Span| {
        let behind = text.get(span.end..).and_then(|it| it.strip_prefix(", "));
        let next = behind.and_then(|it| it.split_whitespace().next());
        next.is_some_and(|word| !OF_SOMEBODY.contains(&word))
            && span.of(text).and_then(Section::of) == Some(Section::Numbered)
    };
    for reading in readings {
        reading.source = reading.source.filter(|source| !counts(*source));
        reading.content.retain(|content| !counts(*content));
    }
}
