//! Values: phones, dates, money, document numbers, addresses and numbers in running text.
//!
//! Each finder is a regular expression (linear time) and a check. All three languages are tried on every
//! text, since transcripts and letters mix them; the language only settles how `1.000` is read.

mod amount;
mod codes;
mod dates;
mod money;
mod phones;
mod words;

pub(crate) use amount::spoken;

use model::{Language, MentionKind, PartialDate, Span};
use regex::Regex;

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

/// All values of a text that begins at byte `base` of its part, in text order, without overlaps.
pub(crate) fn values(text: &str, base: usize, context: Context) -> Vec<Found> {
    let mut taken: Vec<Found> = Vec::new();
    // An earlier finder has the better evidence (a key word, a sign), so it keeps what it took.
    let finders: [&dyn Fn() -> Vec<Found>; 6] = [
        &|| codes::addresses(text),
        &|| codes::documents(text),
        &|| phones::phones(text, context.language),
        &|| money::money(text, context.language),
        &|| dates::dates(text, context),
        &|| amount::numbers(text, context.language),
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

/// Compiles a pattern of this crate's own.
#[expect(
    clippy::expect_used,
    reason = "every pattern is a literal and is compiled by a test"
)]
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a sound pattern")
}

#[cfg(test)]
mod tests;
