//! Values: phones, dates, money, document numbers, addresses (electronic and postal) and numbers in running text.
//!
//! Each finder is a regular expression (linear time) and a check. All three languages are tried on every
//! text, since transcripts and letters mix them; the language only settles how `1.000` is read.

mod amount;
mod codes;
mod dates;
mod money;
mod phones;
mod postal;
mod words;

pub(crate) use amount::spoken;
pub(crate) use postal::STREETS;

use super::needs::{Pattern, Sheet};
use crate::alphabet::Captures;
use model::{Language, MentionKind, PartialDate, Span};

/// What the finders must know about the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    /// Language of the text.
    pub(crate) language: Language,
    /// Date of the document, against which relative dates are read.
    pub(crate) date: Option<PartialDate>,
}

/// A value in a text; the span counts from the start of the part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: MentionKind,
    /// Normalised, where it can be told.
    pub(crate) value: Option<String>,
}

impl Found {
    fn new(start: usize, end: usize, kind: MentionKind, value: Option<String>) -> Self {
        Self {
            span: Span::new(start, end),
            kind,
            value,
        }
    }
}

/// A text and its sheet.
type Read<'a> = (&'a str, &'a Sheet);

/// What the pattern finds, where the text may have it.
fn all<'a>((text, sheet): Read<'a>, pattern: &'a Pattern) -> impl Iterator<Item = Captures<'a>> {
    let hits = sheet.may(pattern).then(|| pattern.captures_iter(text));
    hits.into_iter().flatten()
}

/// The number of a paper in capitals without blanks; `None` where digits are hidden.
pub(crate) fn code(words: &str) -> Option<String> {
    codes::normal(words)
}

/// All values of a text that begins at byte `base` of its part, in text order, without overlaps.
pub(crate) fn values(text: &str, base: usize, context: Context) -> Vec<Found> {
    let mut taken: Vec<Found> = Vec::new();
    let sheet = &Sheet::of(text);
    // An earlier finder has the better evidence (a key word, a sign), so it keeps what it took.
    let finders: [&dyn Fn() -> Vec<Found>; 7] = [
        &|| codes::addresses((text, sheet)),
        &|| postal::postal((text, sheet)),
        &|| codes::documents((text, sheet)),
        &|| phones::phones((text, sheet), context.language),
        &|| money::money((text, sheet), context.language),
        &|| dates::dates((text, sheet), context),
        &|| amount::numbers((text, sheet), context.language),
    ];
    for finder in finders {
        let found = finder();
        let fresh = outside(&taken, found);
        taken.extend(fresh);
        taken.sort_by_key(|found| found.span);
    }
    for found in &mut taken {
        found.span = Span::new(found.span.start + base, found.span.end + base);
    }
    taken
}

/// A cell whose column says what it holds.
pub(crate) fn cell(text: &str, base: usize, kind: MentionKind, context: Context) -> Option<Found> {
    let inner = text.trim();
    let lead = text.len() - text.trim_start().len();
    if inner.is_empty() {
        return None;
    }
    let (start, end) = (base + lead, base + lead + inner.len());
    let value = match kind {
        MentionKind::Phone => {
            if inner.chars().filter(char::is_ascii_digit).count() < 5 {
                return None;
            }
            phones::normal(inner, context.language)
        }
        MentionKind::Document => {
            if !inner.chars().any(|c| c.is_ascii_digit()) {
                return None;
            }
            codes::normal(inner)
        }
        _ => None,
    };
    Some(Found::new(start, end, kind, value))
}

/// Those of `found` that overlap nothing in `taken` (sorted) and nothing before them.
fn outside(taken: &[Found], found: Vec<Found>) -> Vec<Found> {
    let mut fresh: Vec<Found> = Vec::new();
    for candidate in found {
        let at = taken.partition_point(|other| other.span.end <= candidate.span.start);
        let free = taken
            .get(at)
            .is_none_or(|other| !other.span.overlaps(candidate.span));
        let after = fresh
            .last()
            .is_none_or(|last| last.span.end <= candidate.span.start);
        if free && after {
            fresh.push(candidate);
        }
    }
    fresh
}

/// What stands around a stretch of text, at most so many bytes to either side and not beyond its sentence or line.
fn near(text: &str, start: usize, end: usize, reach: usize) -> &str {
    let stop = |letter: char| matches!(letter, '\n' | ';' | '?' | '!');
    let from = text.ceil_char_boundary(start.saturating_sub(reach));
    let to = text.floor_char_boundary(end + reach);
    let before = &text[from..start];
    let from = before
        .rfind(stop)
        .or_else(|| before.rfind(". ").map(|at| at + 1))
        .map_or(from, |at| from + at + 1);
    let after = &text[end..to];
    let to = after
        .find(stop)
        .or_else(|| after.find(". "))
        .map_or(to, |at| end + at);
    &text[from.min(start)..to]
}

#[cfg(test)]
mod tests;
