//! Names that structure gives: cells under a telling header, and speaker labels.

use super::lexicon::{fold, is_place, known};
use super::tables::{HEADERS, NOT_ALONE, SPEAKER_ROLES};
use super::tagger::TITLE;
use crate::extract::values::{self, Context, Found};
use model::{Block, BlockKind, MentionKind, Part, Span};

/// What the column of a header holds, where its words say so.
pub(super) fn column(header: &str) -> Option<MentionKind> {
    let folded = fold(header);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    HEADERS
        .iter()
        .find(|(_, names)| words.iter().any(|word| names.contains(word)))
        .map(|(kind, _)| *kind)
}

/// The kinds of a part's columns, from its nearest header row before block `at`.
pub(super) fn columns(part: &Part, blocks: &[Block]) -> Vec<Vec<Option<MentionKind>>> {
    let mut current: Vec<Option<MentionKind>> = Vec::new();
    blocks
        .iter()
        .map(|block| {
            if let BlockKind::Row {
                cells,
                header: true,
                ..
            } = &block.kind
            {
                current = cells
                    .iter()
                    .map(|cell| cell.of(&part.text).and_then(column))
                    .collect();
            }
            current.clone()
        })
        .collect()
}

/// The mentions of one row.
pub(super) fn row(
    part: &Part,
    cells: &[Span],
    columns: &[Option<MentionKind>],
    context: Context,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, span) in cells.iter().enumerate() {
        let Some(text) = span.of(&part.text) else {
            continue;
        };
        match columns.get(index).copied().flatten() {
            Some(kind @ (MentionKind::Phone | MentionKind::Document)) => {
                found.extend(values::cell(text, span.start, kind, context));
            }
            Some(kind @ (MentionKind::Person | MentionKind::Organisation)) => {
                found.extend(names(text, span.start, kind));
            }
            Some(MentionKind::Place) => found.extend(place(text, span.start)),
            _ => found.extend(values::values(text, span.start, context)),
        }
    }
    found
}

/// The mentions of a row that is an entity of `FollowTheMoney`: its schema says what its name is. Names of ends in further cells
/// have rows of their own.
pub(super) fn entity(part: &Part, cells: &[Span], context: Context) -> Vec<Found> {
    let cell = |index: usize| {
        let span = *cells.get(index)?;
        Some((span.of(&part.text)?, span.start))
    };
    let (Some((schema, _)), Some((name, start))) = (cell(0), cell(1)) else {
        return Vec::new();
    };
    let lettered = name.chars().any(char::is_alphabetic);
    let kind = match schema {
        "Person" => Some(MentionKind::Person),
        "Company" | "LegalEntity" | "Organization" | "PublicBody" => {
            Some(MentionKind::Organisation)
        }
        "Address" if !name.chars().any(|c| c.is_ascii_digit()) => Some(MentionKind::Place),
        _ => None,
    };
    let mut found = match kind.filter(|_| lettered) {
        Some(kind) => vec![Found {
            span: Span::new(start, start + name.len()),
            kind,
            value: None,
        }],
        None if kind.is_some() => values::cell(name, start, MentionKind::Phone, context)
            .into_iter()
            .collect(),
        None => values::values(name, start, context),
    };
    for (text, start) in [cell(2), cell(3)].into_iter().flatten() {
        found.extend(values::values(text, start, context));
    }
    found
}

/// The names in a cell; a semicolon or slash parts several.
fn names(cell: &str, base: usize, kind: MentionKind) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in cell.split([';', '/', '|', '\n']) {
        let name = piece.trim();
        let start = base + at + (piece.len() - piece.trim_start().len());
        at += piece.len() + 1;
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= 2
            && !name.chars().any(|c| c.is_ascii_digit())
            && name.split_whitespace().count() <= 7
        {
            found.push(Found {
                span: Span::new(start, start + name.len()),
                kind,
                value: None,
            });
        }
    }
    found
}

fn place(cell: &str, base: usize) -> Option<Found> {
    let name = cell.trim();
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let start = base + (cell.len() - cell.trim_start().len());
    (!words.is_empty() && is_place(&words)).then(|| Found {
        span: Span::new(start, start + name.len()),
        kind: MentionKind::Place,
        value: None,
    })
}

/// A speaker's label: a name, a number, or a role.
pub(super) fn speaker(part: &Part, span: Span, context: Context) -> Option<Found> {
    let label = span.of(&part.text)?;
    // "ANA PELL (crying)": how it is said is no part of the name.
    let named = label.split(['(', '[']).next().unwrap_or(label).trim_end();
    let named = named.trim_matches(|c: char| matches!(c, '*' | '_' | ' '));
    let lead = label.find(named).unwrap_or(0);
    let span = Span::new(span.start + lead, span.start + lead + named.len());
    let label = span.of(&part.text)?;
    let folded = fold(label);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let digits = label.chars().filter(char::is_ascii_digit).count();
    if digits >= 6 {
        return values::cell(label, span.start, MentionKind::Phone, context);
    }
    let role = words.is_empty()
        || words.iter().all(|word| {
            SPEAKER_ROLES.contains(word)
                || TITLE.contains(word) && !known(word).given
                || word.chars().all(|c| c.is_ascii_digit())
        });
    if !words.is_empty() && words.iter().all(|word| NOT_ALONE.contains(word)) {
        return None;
    }
    let kind = if role {
        MentionKind::Role
    } else {
        MentionKind::Person
    };
    (words.len() <= 6).then_some(Found {
        span,
        kind,
        value: None,
    })
}
