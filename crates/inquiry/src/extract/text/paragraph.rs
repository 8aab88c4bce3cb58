//! Parts to paragraphs: the part's blocks, or where it has none, blank lines and line ends.

use super::Setting;
use model::{Language, Part, Span};

/// A stretch of text that no sentence crosses.
pub(super) struct Paragraph {
    pub(super) span: Span,
    pub(super) block: Option<usize>,
    pub(super) setting: Setting,
    pub(super) language: Option<Language>,
}

/// A line longer than this was not wrapped by hand: its end is the end of a paragraph.
const UNWRAPPED: usize = 110;
/// A paragraph without a full stop is a heading if it has no more words than this.
const HEADING_WORDS: usize = 16;

/// The paragraphs of a part in text order.
pub(super) fn paragraphs(part: &Part) -> Vec<Paragraph> {
    let mut out = Vec::new();
    if part.blocks.is_empty() {
        for span in lines(&part.text, 0) {
            let heading = span.of(&part.text).is_some_and(is_heading);
            out.push(Paragraph {
                span,
                block: None,
                setting: if heading {
                    Setting::Heading
                } else {
                    Setting::Running
                },
                language: None,
            });
        }
        return out;
    }
    for (index, block) in part.blocks.iter().enumerate() {
        let Some(text) = block.span.of(&part.text) else {
            continue;
        };
        let setting = super::setting(&block.kind);
        let spans = match setting {
            Setting::Row | Setting::Heading => vec![block.span],
            _ => lines(text, block.span.start),
        };
        out.extend(spans.into_iter().map(|span| Paragraph {
            span,
            block: Some(index),
            setting,
            language: block.language,
        }));
    }
    out
}

/// Paragraphs of text without structure, which starts at byte `base` of the part.
fn lines(text: &str, base: usize) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = base;
    let mut before = "";
    for line in text.split_inclusive(['\n', '\u{2029}', '\u{0c}']) {
        let span = Span::new(at, at + line.len());
        at = span.end;
        let trimmed = line.trim();
        if trimmed.is_empty() {
            out.extend(open.take());
        } else if let Some(current) = open.as_mut().filter(|_| !breaks(before, trimmed)) {
            current.end = span.end;
        } else {
            out.extend(open.replace(span));
        }
        before = trimmed;
    }
    out.extend(open);
    out
}

/// Whether a paragraph ends between two lines that follow each other.
fn breaks(before: &str, after: &str) -> bool {
    let ended = before.ends_with(['.', '!', '?', '…', '”', '"', '»', ':']);
    let bullet = after.starts_with(['•', '*', '—', '–', '·', '▪']) || after.starts_with("- ");
    let capital =
        after.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '"' | '¿' | '¡'));
    before.chars().count() > UNWRAPPED
        || bullet
        || (ended && capital && before.chars().count() < 60)
}

/// Whether a paragraph of unstructured text is a heading.
fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let stopped = text.ends_with(|c: char| {
        matches!(
            c,
            '.' | '!' | '?' | '…' | '”' | '"' | '»' | ':' | ',' | ';' | ')' | '\'' | '’'
        )
    });
    !stopped
        && text.len() < 250
        && !text.contains('\n')
        && text.split_whitespace().count() <= HEADING_WORDS
}
