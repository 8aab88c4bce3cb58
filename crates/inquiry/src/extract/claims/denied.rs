//! "Denied having told Y that C": what is denied is that it was told. Nobody is on record for C, and nobody denies it.

use super::called;
use super::reading::Reading;
use model::{Kind, Polarity, Span};

/// Words between the beginning of what is denied and the verb of telling.
const LEAD: [&str; 15] = [
    "that",
    "que",
    "что",
    "having",
    "ever",
    "to",
    "have",
    "haber",
    "haberle",
    "haberles",
    "de",
    "nunca",
    "would",
    "чтобы",
    "будто",
];

/// Drops what a source is denied to have told, and whatever it would have told of others.
pub(super) fn settle(text: &str, readings: &mut Vec<Reading>) {
    let denials: Vec<(Span, Span)> = readings
        .iter()
        .filter(|reading| {
            reading.polarity == Polarity::Denied
                && (reading.source.is_some() || reading.own)
                && reading.rule != called::RULE
        })
        .filter_map(|reading| Some((reading.cue?, *reading.content.first()?)))
        .collect();
    if denials.is_empty() {
        return;
    }
    let mut untold: Vec<Span> = Vec::new();
    readings.retain(|reading| {
        let Some(cue) = reading.cue.filter(|_| reading.kind == Kind::Fact) else {
            return true;
        };
        let begins = |(denial, content): &(Span, Span)| {
            *denial != cue && content.contains(cue) && is_first(text, *content, reading, cue)
        };
        let gone = denials.iter().any(begins);
        if gone {
            untold.extend(&reading.content);
        }
        !gone
    });
    readings.retain(|reading| {
        let inside = |cue: Span| untold.iter().any(|content| content.contains(cue));
        !(reading.source.is_some() && reading.cue.is_some_and(inside))
    });
}

/// Whether a telling is the very thing that the content says, by the same who denies it: its cue opens the content.
fn is_first(text: &str, content: Span, reading: &Reading, cue: Span) -> bool {
    let Some(source) = reading.source else {
        return reading.dropped;
    };
    if content.contains(source) {
        return false;
    }
    let lead = Span::new(content.start, cue.start)
        .of(text)
        .unwrap_or_default()
        .to_lowercase();
    lead.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .all(|word| word.is_empty() || LEAD.contains(&word))
}
