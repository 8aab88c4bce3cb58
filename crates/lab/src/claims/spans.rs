//! Span F1 of sources, cues and contents, each by itself, as taggers are scored.

use super::claim::Claim;
use super::figures::Rates;
use model::{Source, Span};
use std::collections::BTreeSet;

/// The three roles, as they are printed.
pub(crate) const ROLES: [&str; 3] = ["source", "cue", "content"];
/// The three ways to compare: byte for byte, marks at the edges aside, any byte in common.
pub(crate) const WAYS: [&str; 3] = ["exact", "edges aside", "overlap"];

/// Rates by role and way.
pub(crate) type Table = [[Rates; 3]; 3];

/// The spans of a role. A span that several claims share counts once.
fn of_role<'claim>(claims: impl Iterator<Item = &'claim Claim>, role: usize) -> BTreeSet<Span> {
    let mut spans = BTreeSet::new();
    for claim in claims {
        match role {
            0 => {
                if let Source::Named { span } = claim.source {
                    spans.insert(span);
                }
            }
            1 => spans.extend(claim.cue),
            _ => spans.extend(&claim.content),
        }
    }
    spans
}

/// A span without the marks and white space at its edges; itself if it is nothing but marks.
fn bare(text: &str, span: Span) -> Span {
    let mark = |letter: char| !letter.is_alphanumeric();
    let Some(words) = span.of(text) else {
        return span;
    };
    let core = words.trim_matches(mark);
    if core.is_empty() {
        return span;
    }
    let start = span.start + (words.len() - words.trim_start_matches(mark).len());
    Span::new(start, start + core.len())
}

/// Whether a span stands among others, by one of the ways.
fn among(text: &str, span: Span, others: &BTreeSet<Span>, way: usize) -> bool {
    match way {
        0 => others.contains(&span),
        1 => others
            .iter()
            .any(|other| bare(text, span) == bare(text, *other)),
        _ => others.iter().any(|other| span.overlaps(*other)),
    }
}

/// Scores the found spans; what only an optional claim has counts on neither side.
pub(crate) fn score(text: &str, gold: &[Claim], found: &[Claim]) -> Table {
    let mut table = Table::default();
    for (role, ways) in table.iter_mut().enumerate() {
        let wanted = of_role(gold.iter().filter(|claim| !claim.optional), role);
        let excused = of_role(gold.iter().filter(|claim| claim.optional), role);
        let told = of_role(found.iter(), role);
        for (way, rates) in ways.iter_mut().enumerate() {
            for span in &wanted {
                rates.gold(among(text, *span, &told, way));
            }
            for span in &told {
                let right = among(text, *span, &wanted, way);
                if right || !among(text, *span, &excused, way) {
                    rates.found(right);
                }
            }
        }
    }
    table
}

/// Adds another document's table.
pub(crate) fn add(sum: &mut Table, other: &Table) {
    for (sum, other) in sum.iter_mut().zip(other) {
        for (sum, other) in sum.iter_mut().zip(other) {
            sum.add(*other);
        }
    }
}

/// The table in lines: F1 by role and way.
pub(crate) fn lines(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for (role, ways) in ROLES.iter().zip(table) {
        for (way, rates) in WAYS.iter().zip(ways) {
            lines.push(rates.row(&format!("{role}, {way}")));
        }
    }
    lines
}
