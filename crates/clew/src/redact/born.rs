//! Dates of birth of protected people: with an age and a place they are as good as a name. One that stands beside nobody's name is
//! taken for theirs.

use super::mask::Mask;
use crate::casefile::Study;
use model::{BlockKind, Document, DocumentId, Facts, Mention, MentionKind, Part, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How far before a date of birth the name of whose it is may stand, in bytes.
const REACH: usize = 160;

/// Words that make a date one of birth, the date behind or before them.
static BIRTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let date = r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of| de)? \p{L}+,?(?: del?)? \d{4}|\p{L}+ \d{1,2}(?:st|nd|rd|th)?, \d{4}";
    let words = r"born|date of birth|birth date|birthday|dob|d\.o\.b\.|nac\.|nacid[oa]s?|naci[óo]|nac[íi]|f(?:echa|\.) ?(?:de )?nac(?:imiento|\.)|f\. ?n\.|natalicio|род\.|родил(?:ся|ась|ись)|рожд[её]н(?:а|ы)?|родивш\w+|дата рожд(?:ения|\.)|д\. ?р\.|день рождения|г\. ?р\.|года рождения";
    Regex::new(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{words})(?:\W{{0,3}}|[ ,:(]{{1,2}}(?:\p{{L}}[\p{{L}}-]*[ ,]{{1,2}}){{1,5}}?)(?P<behind>{date})|(?P<before>{date})(?:(?: г\.| года)?\s?(?:г\.?\s?р\.?|рожд(?:ения|\.))|,? \(?(?:date of birth|fecha de nacimiento|дата рождения))"
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
        let births = births(document, facts, &|mention| {
            let owner = study.resolution.of_mention.get(&mention.id);
            owner.and_then(|entity| mask.number.get(entity)).copied()
        });
        for (part, span, owner) in births {
            // As written, and as a date is kept.
            let kept = facts.mentions.iter().filter(|date| {
                date.kind == MentionKind::Date
                    && date.place.part == part
                    && date.place.span.overlaps(span)
            });
            found.extend(kept.filter_map(|date| {
                let value = date.value.clone()?;
                (value.len() == "2000-01-01".len()).then_some((value, owner))
            }));
            let text = document.parts.get(part).map(|part| part.text.as_str());
            found.extend(
                text.and_then(|text| span.of(text))
                    .map(|date| (date.to_owned(), owner)),
            );
        }
    }
    found
}

/// Dates of birth in a document with protected people: the number of the part, where it stands, and whose it is. `owner` tells
/// whose a mention is, if it is somebody's who is protected.
fn births(
    document: &Document,
    facts: &Facts,
    owner: &dyn Fn(&Mention) -> Option<usize>,
) -> Vec<(usize, Span, usize)> {
    // Whoever is protected first stands for those whom the words beside a date do not name.
    let Some(first) = facts.mentions.iter().find_map(owner) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (number, part) in document.parts.iter().enumerate() {
        let people: Vec<&Mention> = (facts.mentions.iter())
            .filter(|it| it.kind == MentionKind::Person && it.place.part == number)
            .collect();
        for date in told(&part.text) {
            let before = people.partition_point(|it| it.place.span.end <= date.start);
            let last = people[..before].last();
            let beside = last.filter(|it| is_beside(&part.text, it.place.span, date));
            let whose = if let Some(named) = beside {
                owner(named)
            } else {
                let mut named = people[..before].iter().rev();
                Some(named.find_map(|it| owner(it)).unwrap_or(first))
            };
            found.extend(whose.map(|whose| (number, date, whose)));
        }
        for person in people {
            let row = in_row(part, person.place.span).zip(owner(person));
            found.extend(row.map(|(date, whose)| (number, date, whose)));
        }
    }
    found
}

/// Whether a name stands right before a date, in its line: the date is its bearer's.
fn is_beside(text: &str, name: Span, date: Span) -> bool {
    let between = text.get(name.end..date.start).unwrap_or_default();
    between.len() <= REACH && !between.contains('\n')
}

/// Where a text tells dates of birth.
fn told(text: &str) -> Vec<Span> {
    let hits = BIRTH.as_ref().map(|birth| birth.captures_iter(text));
    let dates = hits
        .into_iter()
        .flatten()
        .filter_map(|hit| hit.name("behind").or_else(|| hit.name("before")));
    dates
        .map(|date| Span::new(date.start(), date.end()))
        .collect()
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
