//! Text to sentences and tokens: what every other module of extraction reads.
//!
//! Linear in the length of the text, for any text: a page of rubbish and a megabyte on one line
//! give tokens too, only no sensible sentences.

mod abbreviations;
mod language;
mod paragraph;
mod split;
mod token;

use model::{BlockKind, Language, Part, Span};
pub(super) use split::is_section;
pub use token::{Token, TokenKind};
pub(super) use token::{is_letter, is_space};

/// What kind of text a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Running text.
    Running,
    /// A headline or title.
    Heading,
    /// The words of a speaker.
    Turn,
    /// A row of a table; the whole row is one sentence.
    Row,
    /// Navigation, signatures, quoted earlier mail.
    Furniture,
}

/// A sentence with its tokens, in text order. Never crosses a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the first to the last token, closing quotation marks included.
    pub span: Span,
    /// Its language; follows the script and the commonest words where they contradict the document.
    pub language: Language,
    /// Index of the block of the part it stands in, where the part has blocks.
    pub block: Option<usize>,
    /// Number of the paragraph in the part, from 0.
    pub paragraph: usize,
    /// What kind of text it stands in.
    pub setting: Setting,
    /// Its tokens; never none.
    pub tokens: Vec<Token>,
}

/// The sentences of a part, in text order; `language` is the document's.
pub fn sentences(part: &Part, language: Language) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (number, paragraph) in paragraph::paragraphs(part).into_iter().enumerate() {
        let Some(text) = paragraph.span.of(&part.text) else {
            continue;
        };
        let tokens = token::tokens(text, paragraph.span.start);
        let expected = paragraph.language.unwrap_or(language);
        let known = language::of(&tokens, expected);
        let cut = match paragraph.setting {
            Setting::Row | Setting::Heading => split::Cut::Whole,
            Setting::Turn => split::Cut::Small,
            Setting::Running | Setting::Furniture => split::Cut::Capitals,
        };
        for tokens in split::sentences(tokens, cut) {
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
                continue;
            };
            out.push(Sentence {
                span: Span::new(first.span.start, last.span.end),
                language: known,
                block: paragraph.block,
                paragraph: number,
                setting: paragraph.setting,
                tokens,
            });
        }
    }
    out
}

/// The setting that a block's kind gives.
const fn setting(kind: &BlockKind) -> Setting {
    match kind {
        BlockKind::Paragraph => Setting::Running,
        BlockKind::Heading => Setting::Heading,
        BlockKind::Turn { .. } => Setting::Turn,
        BlockKind::Row { .. } => Setting::Row,
        BlockKind::Furniture => Setting::Furniture,
    }
}

#[cfg(test)]
mod tests;
