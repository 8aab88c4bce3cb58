//! From places to words: the sentence around them, and how people name where they stand.

use super::text::{Ground, Mark, Marked, Passage};
use super::{Cite, QuoteLine};
use crate::casefile::Study;
use model::{Block, BlockKind, Document, DocumentId, Format, Part, PartKind, Place, Span};
use std::collections::BTreeMap;

/// Most bytes of context on either side of a place that no claim's sentence holds.
const CONTEXT: usize = 240;

/// All documents of a study by identifier, with where their lines begin.
pub(super) struct Places<'a> {
    documents: &'a [Document],
    index: BTreeMap<&'a DocumentId, usize>,
    /// First byte of every line, for each part of each document.
    lines: Vec<Vec<Vec<usize>>>,
    /// Sentences of claims, by document and part, with the claim's identifier; sorted.
    sentences: BTreeMap<(&'a DocumentId, usize), Vec<(Span, &'a str)>>,
    quoted: BTreeMap<Place, usize>,
    /// Words that were cited and stand in no claim.
    pub quotes: Vec<QuoteLine>,
}

impl<'a> Places<'a> {
    pub(super) fn of(study: &'a Study) -> Self {
        let lines = |part: &Part| {
            let ends = part
                .text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(ends.map(|(at, _)| at + 1))
                .collect()
        };
        let mut sentences: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for claim in study.facts.iter().flat_map(|facts| &facts.claims) {
            let at = (&claim.document, claim.part);
            sentences
                .entry(at)
                .or_default()
                .push((claim.sentence, claim.id().as_str()));
        }
        for all in sentences.values_mut() {
            all.sort();
        }
        Self {
            documents: &study.documents,
            index: study
                .documents
                .iter()
                .enumerate()
                .map(|(at, one)| (&one.id, at))
                .collect(),
            lines: study
                .documents
                .iter()
                .map(|document| document.parts.iter().map(lines).collect())
                .collect(),
            sentences,
            quoted: BTreeMap::new(),
            quotes: Vec::new(),
        }
    }

    /// Index of a document; 0 for one that is not there (derived state out of step).
    pub(super) fn document(&self, id: &DocumentId) -> usize {
        self.index.get(id).copied().unwrap_or(0)
    }

    /// The part a place stands in.
    fn part(&self, document: &DocumentId, part: usize) -> Option<&'a Part> {
        self.documents
            .get(*self.index.get(document)?)?
            .parts
            .get(part)
    }

    /// The bytes at a span of a part.
    pub(super) fn words(&self, document: &DocumentId, part: usize, span: Span) -> &'a str {
        self.part(document, part)
            .and_then(|part| span.of(&part.text))
            .unwrap_or("")
    }

    /// How people find a place: "line 3, bytes 120-150", "page 2, bytes ..", "sheet X, row 12".
    pub(super) fn label(&self, document: &DocumentId, part: usize, span: Span) -> String {
        let (Some(&at), Some(found)) = (self.index.get(document), self.part(document, part)) else {
            return String::new();
        };
        let bytes = format!("bytes {}\u{2013}{}", span.start, span.end);
        let block = block_at(&found.blocks, span);
        let within = match block.map(|(number, block)| (number, &block.kind)) {
            Some((_, BlockKind::Row { number, .. })) => {
                return format!("{}, row {number}", found.label);
            }
            Some((_, BlockKind::Turn { at: Some(at), .. })) => Some(format!("turn at {at}")),
            Some((number, BlockKind::Turn { .. })) => {
                let is_turn = |block: &&Block| matches!(block.kind, BlockKind::Turn { .. });
                let turn = found.blocks[..=number].iter().filter(is_turn).count();
                Some(format!("turn {turn}"))
            }
            _ => None,
        };
        let document = &self.documents[at];
        let whole = document.parts.len() == 1
            && matches!(found.kind, PartKind::Body | PartKind::Transcript);
        let mut pieces = Vec::new();
        if !whole {
            pieces.push(found.label.clone());
        }
        if let Some(turn) = within {
            pieces.push(turn);
        } else if matches!(
            document.format,
            Format::Text | Format::Markdown | Format::Transcript
        ) {
            pieces.push(self.line_words(at, part, span));
        }
        pieces.push(bytes);
        pieces.join(", ")
    }

    /// "line 3" or "lines 3-4", from 1.
    fn line_words(&self, document: usize, part: usize, span: Span) -> String {
        let starts = &self.lines[document][part];
        let line = |byte: usize| starts.partition_point(|start| *start <= byte);
        let (first, last) = (line(span.start), line(span.end.saturating_sub(1)));
        if first == last {
            format!("line {first}")
        } else {
            format!("lines {first}\u{2013}{last}")
        }
    }

    /// The sentence around a place: its row or turn, else up to the nearest sentence ends.
    pub(super) fn sentence(&self, place: &Place) -> Span {
        let Some(part) = self.part(&place.document, place.part) else {
            return place.span;
        };
        let key = (&place.document, place.part);
        let claims = self.sentences.get(&key).map_or(&[][..], Vec::as_slice);
        if let Some((span, _)) = enclosing(claims, place.span) {
            return span;
        }
        if let Some((_, block)) = block_at(&part.blocks, place.span)
            && matches!(
                block.kind,
                BlockKind::Row { .. } | BlockKind::Turn { .. } | BlockKind::Heading
            )
            && block.span.len() <= 2 * CONTEXT
        {
            return block.span;
        }
        around(&part.text, place.span)
    }

    /// The words at `span` of a place's part, with marks given in bytes of the part.
    pub(super) fn passage(
        &self,
        document: &DocumentId,
        part: usize,
        span: Span,
        marks: impl Iterator<Item = (Span, Mark)>,
    ) -> Passage {
        let text = self.words(document, part, span);
        let mut inside: Vec<Marked> = marks
            .filter(|(marked, _)| span.contains(*marked) && !text.is_empty())
            .map(|(marked, mark)| Marked {
                span: Span::new(marked.start - span.start, marked.end - span.start),
                mark,
            })
            .collect();
        inside.sort_by_key(|marked| (marked.span, marked.mark));
        let language = self
            .index
            .get(document)
            .map(|at| self.documents[*at].language);
        Passage {
            text: text.to_owned(),
            marks: inside,
            ground: Some(Ground {
                document: document.clone(),
                part,
                start: span.start,
            }),
            language: language.map_or("und", model::Language::as_str),
        }
    }

    /// The sentence around a place with the place marked.
    pub(super) fn quotation(&self, place: &Place, mark: Mark) -> Passage {
        let sentence = self.sentence(place);
        let marks = std::iter::once((place.span, mark));
        self.passage(&place.document, place.part, sentence, marks)
    }

    /// File name of a document.
    pub(super) fn file(&self, document: &DocumentId) -> String {
        self.index
            .get(document)
            .map_or_else(String::new, |at| self.documents[*at].name.clone())
    }

    /// One step to these words: to the claim whose sentence holds them, else to a quotation of
    /// their own, which is made here.
    pub(super) fn cite(&mut self, place: &Place) -> Cite {
        let file = self.file(&place.document);
        let key = (&place.document, place.part);
        let claims = self.sentences.get(&key).map_or(&[][..], Vec::as_slice);
        if let Some((_, claim)) = enclosing(claims, place.span) {
            return Cite {
                anchor: claim.to_owned(),
                file,
            };
        }
        if !self.quoted.contains_key(place) {
            self.quoted.insert(place.clone(), self.quotes.len() + 1);
            self.quotes.push(QuoteLine {
                anchor: format!("q{}", self.quotes.len() + 1),
                document: self.document(&place.document),
                place: self.label(&place.document, place.part, place.span),
                sentence: self.quotation(place, Mark::Content),
            });
        }
        Cite {
            anchor: format!("q{}", self.quoted[place]),
            file,
        }
    }
}

/// The block that holds the beginning of a span, with its index.
fn block_at(blocks: &[Block], span: Span) -> Option<(usize, &Block)> {
    let after = blocks.partition_point(|block| block.span.start <= span.start);
    let number = after.checked_sub(1)?;
    let block = &blocks[number];
    (span.start < block.span.end.max(block.span.start + 1)).then_some((number, block))
}

/// The claim sentence that holds a span, the narrowest of the last few that begin before it.
fn enclosing<'a>(sentences: &[(Span, &'a str)], span: Span) -> Option<(Span, &'a str)> {
    let after = sentences.partition_point(|(sentence, _)| sentence.start <= span.start);
    sentences[..after]
        .iter()
        .rev()
        .take(8)
        .find(|(sentence, _)| sentence.contains(span))
        .copied()
}

/// Widens a span to sentence ends or line ends, at most [`CONTEXT`] bytes on either side.
fn around(text: &str, span: Span) -> Span {
    let floor = text.floor_char_boundary(span.start.saturating_sub(CONTEXT));
    let roof = text.floor_char_boundary((span.end + CONTEXT).min(text.len()));
    let (Some(before), Some(after)) = (text.get(floor..span.start), text.get(span.end..roof))
    else {
        return span;
    };
    let ends = ['.', '!', '?', '\n', '…'];
    let start = before
        .char_indices()
        .rev()
        .find(|(at, letter)| {
            ends.contains(letter)
                && (*letter == '\n' || before[at + letter.len_utf8()..].starts_with(' '))
        })
        .map_or(floor, |(at, letter)| floor + at + letter.len_utf8());
    let end = after
        .char_indices()
        .find(|(at, letter)| {
            let next = after[at + letter.len_utf8()..].chars().next();
            ends.contains(letter) && next.is_none_or(char::is_whitespace) || *letter == '\n'
        })
        .map_or(roof, |(at, letter)| {
            span.end
                + if letter == '\n' {
                    at
                } else {
                    at + letter.len_utf8()
                }
        });
    let lead = text[start..span.start].len() - text[start..span.start].trim_start().len();
    Span::new(start + lead, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_ends_with_the_sentence() {
        let text = "One. Two holds the words here. Three.\nFour";
        let start = text.find("words").expect("there");
        let span = around(text, Span::new(start, start + 5));
        assert_eq!(span.of(text), Some("Two holds the words here."));
        assert_eq!(around(text, Span::new(0, 3)).of(text), Some("One."));
    }
}
