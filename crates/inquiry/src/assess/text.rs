//! Documents as words and sentences.

use crate::fold::{Shared, Word, words};
use model::{BlockKind, Document, DocumentId, Facts, Format, Place, Span};
use std::collections::BTreeMap;

/// A sentence with its words.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Index of the part.
    pub(super) part: usize,
    /// Bytes of the part's text.
    pub(super) span: Span,
    /// Its words, with spans in the part's text.
    pub(super) words: Vec<Word>,
}

/// A document with its facts and sentences.
pub(super) struct Text<'a> {
    pub(super) document: &'a Document,
    pub(super) facts: Option<&'a Facts>,
    pub(super) sentences: Vec<Sentence>,
}

impl Text<'_> {
    /// Whether it has running text, so that it stands in an origin.
    pub(super) fn has_text(&self) -> bool {
        let records = matches!(self.document.format, Format::Table | Format::Calls);
        !records
            && self
                .document
                .parts
                .iter()
                .any(|part| !part.text.trim().is_empty())
    }

    /// The place of a sentence.
    pub(super) fn place(&self, sentence: &Sentence) -> Place {
        Place {
            document: self.document.id.clone(),
            part: sentence.part,
            span: sentence.span,
        }
    }
}

/// All documents, sorted by identifier.
pub(super) struct Case<'a> {
    pub(super) texts: Vec<Text<'a>>,
    /// Index of each document in `texts`.
    pub(super) index: BTreeMap<&'a DocumentId, usize>,
}

impl<'a> Case<'a> {
    pub(super) fn new(documents: &'a [Document], facts: &'a [Facts]) -> Self {
        let by_id: BTreeMap<&DocumentId, &Document> =
            documents.iter().map(|d| (&d.id, d)).collect();
        let mut facts: BTreeMap<&DocumentId, &Facts> =
            facts.iter().map(|f| (&f.document, f)).collect();
        let mut shared = Shared::default();
        let texts: Vec<Text<'a>> = by_id
            .into_values()
            .map(|document| Text {
                document,
                facts: facts.remove(&document.id),
                sentences: sentences(document, &mut shared),
            })
            .collect();
        let index = texts
            .iter()
            .enumerate()
            .map(|(at, text)| (&text.document.id, at))
            .collect();
        Self { texts, index }
    }
}

/// The sentences of a document, in order; rows of tables and furniture are left out.
fn sentences(document: &Document, shared: &mut Shared) -> Vec<Sentence> {
    let mut found = Vec::new();
    if document.format == Format::Calls {
        return found;
    }
    for (number, part) in document.parts.iter().enumerate() {
        let stretches: Vec<Span> = if part.blocks.is_empty() {
            vec![Span::new(0, part.text.len())]
        } else {
            part.blocks
                .iter()
                .filter(|block| !matches!(block.kind, BlockKind::Furniture | BlockKind::Row { .. }))
                .map(|block| block.span)
                .collect()
        };
        for stretch in stretches {
            let Some(text) = stretch.of(&part.text) else {
                continue;
            };
            for span in split(text) {
                let Some(raw) = span.of(text) else { continue };
                let from = stretch.start + span.start;
                let mut words: Vec<Word> = words(raw)
                    .into_iter()
                    .map(|word| Word {
                        folded: shared.one(word.folded),
                        span: Span::new(word.span.start + from, word.span.end + from),
                        capital: word.capital,
                    })
                    .collect();
                words.shrink_to_fit();
                if !words.is_empty() {
                    let span = Span::new(from, stretch.start + span.end);
                    found.push(Sentence {
                        part: number,
                        span,
                        words,
                    });
                }
            }
        }
    }
    found
}

/// Splits a stretch of text at blank lines and at ends of sentences; spans without surrounding white space.
pub(super) fn split(text: &str) -> Vec<Span> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < letters.len() {
        let (offset, letter) = letters[at];
        let blank = letter == '\n' && blank_line(&letters, at);
        if blank || (matches!(letter, '.' | '!' | '?' | '…') && ends(text, &letters, at)) {
            let mut end = at + 1;
            while letters
                .get(end)
                .is_some_and(|(_, l)| matches!(l, '.' | '!' | '?' | '…' | '"' | '»' | '”' | ')'))
            {
                end += 1;
            }
            let stop = letters.get(end).map_or(text.len(), |(offset, _)| *offset);
            let stop = if blank { offset } else { stop };
            push(text, start, stop, &mut found);
            start = stop;
            at = end;
        } else {
            at += 1;
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn blank_line(letters: &[(usize, char)], at: usize) -> bool {
    letters[at + 1..]
        .iter()
        .map(|(_, l)| *l)
        .take_while(|l| l.is_whitespace())
        .any(|l| l == '\n')
}

/// Whether a stop ends a sentence: space and no small letter after it, no single letter or short title before it.
fn ends(text: &str, letters: &[(usize, char)], at: usize) -> bool {
    let after: Vec<char> = letters[at + 1..]
        .iter()
        .map(|(_, l)| *l)
        .skip_while(|l| matches!(l, '.' | '!' | '?' | '…' | '"' | '»' | '”' | ')'))
        .take(2)
        .collect();
    match after[..] {
        [] => return true,
        [first, ..] if !first.is_whitespace() => return false,
        [_, second] if second.is_lowercase() => return false,
        _ => {}
    }
    if letters[at].1 != '.' {
        return true;
    }
    let before = text[..letters[at].0]
        .rsplit(|l: char| !l.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let short = before.chars().count() == 1 && before.chars().all(char::is_uppercase);
    !short
        && ![
            "Mr", "Mrs", "Ms", "Dr", "Sr", "Sra", "St", "Lic", "Gen", "Col", "Sen", "Rep", "Gov",
            "г", "ул", "тыс", "млн",
        ]
        .contains(&before)
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let Some(raw) = text.get(start..end) else {
        return;
    };
    let lead = raw.len() - raw.trim_start().len();
    let trimmed = raw.trim();
    if !trimmed.is_empty() {
        found.push(Span::new(start + lead, start + lead + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "Mr. Smith paid $3.5m. \"We know.\" He left!\n\nNew part. J. Doe said so";
        let found: Vec<&str> = split(text)
            .iter()
            .filter_map(|span| span.of(text))
            .collect();
        assert_eq!(
            found,
            [
                "Mr. Smith paid $3.5m.",
                "\"We know.\"",
                "He left!",
                "New part.",
                "J. Doe said so"
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn splitting_loses_only_white_space(text in "[a-zA-ZÀ-яё .!?…\"»\n]{0,80}") {
            let joined: String = split(&text).iter().filter_map(|span| span.of(&text)).collect();
            let bare = |t: &str| t.chars().filter(|l| !l.is_whitespace()).collect::<String>();
            proptest::prop_assert_eq!(bare(&joined), bare(&text));
        }
    }
}
