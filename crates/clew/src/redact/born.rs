//! Dates of birth that stand beside protected people: with an age and a place they are as good as a name.

use super::mask::Mask;
use crate::casefile::Study;
use model::{BlockKind, Document, DocumentId, MentionKind, Part, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How far behind a name its date of birth is looked for, in bytes.
const REACH: usize = 160;

/// Words that make a date one of birth, the date behind or before them.
static BIRTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let date = r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: de)? \p{L}+,?(?: del?)? \d{4}|\p{L}+ \d{1,2}(?:st|nd|rd|th)?, \d{4}";
    Regex::new(&format!(
        r"(?i)(?:born(?: on)?|date of birth|dob|d\.o\.b\.|nacid[oa](?: el)?|nació el|fecha de nacimiento|родил(?:ся|ась)|родивш\w+|дата рождения)\W{{0,3}}(?P<behind>{date})|(?P<before>{date})(?: г\.| года)?\s?(?:г\.?\s?р\.?|рождения)"
    ))
    .ok()
});

/// Headers of a column of births.
static COLUMN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:births?|born|dob|nacimiento|nacid[oa]|рождения)\b").ok()
});

/// Dates of birth as written, each with the number of whose it is.
pub(super) fn dates(mask: &Mask, study: &Study) -> Vec<(String, usize)> {
    let documents: BTreeMap<&DocumentId, &Document> =
        study.documents.iter().map(|it| (&it.id, it)).collect();
    let mut found = Vec::new();
    for facts in &study.facts {
        let Some(document) = documents.get(&facts.document) else {
            continue;
        };
        for mention in &facts.mentions {
            let owner = study.resolution.of_mention.get(&mention.id);
            let owner = owner.and_then(|entity| mask.number.get(entity));
            let (Some(&owner), MentionKind::Person) = (owner, mention.kind) else {
                continue;
            };
            let Some(part) = document.parts.get(mention.place.part) else {
                continue;
            };
            let dates = [
                beside(part, mention.place.span),
                in_row(part, mention.place.span),
            ];
            for span in dates.into_iter().flatten() {
                // As written, and as a date is kept.
                let kept = facts.mentions.iter().filter(|date| {
                    date.kind == MentionKind::Date
                        && date.place.part == mention.place.part
                        && date.place.span.overlaps(span)
                });
                found.extend(kept.filter_map(|date| {
                    let value = date.value.clone()?;
                    (value.len() == "2000-01-01".len()).then_some((value, owner))
                }));
                found.extend(span.of(&part.text).map(|date| (date.to_owned(), owner)));
            }
        }
    }
    found
}

/// The date of birth in the words behind a name, before the line ends.
fn beside(part: &Part, name: Span) -> Option<Span> {
    let rest = part.text.get(name.end..)?;
    let window = rest[..rest.floor_char_boundary(REACH)].lines().next()?;
    let hit = BIRTH.as_ref()?.captures(window)?;
    let date = hit.name("behind").or_else(|| hit.name("before"))?;
    Some(Span::new(name.end + date.start(), name.end + date.end()))
}

/// The date of birth in the row of a table that holds a name.
fn in_row(part: &Part, name: Span) -> Option<Span> {
    let at = part
        .blocks
        .partition_point(|block| block.span.end <= name.start);
    let BlockKind::Row {
        cells,
        header: false,
        ..
    } = &part.blocks.get(at)?.kind
    else {
        return None;
    };
    let headers = part.blocks.iter().take(at.min(12)).rev();
    let header = headers.into_iter().find_map(|block| match &block.kind {
        BlockKind::Row {
            cells,
            header: true,
            ..
        } => Some(cells),
        _ => None,
    })?;
    let column = COLUMN.as_ref()?;
    let index = header.iter().position(|cell| {
        cell.of(&part.text)
            .is_some_and(|words| column.is_match(words))
    })?;
    let cell = *cells.get(index)?;
    let words = cell.of(&part.text)?;
    let date = words.trim();
    let start = cell.start + words.len() - words.trim_start().len();
    (!date.is_empty()).then(|| Span::new(start, start + date.len()))
}
