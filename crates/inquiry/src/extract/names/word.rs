//! A sentence's words with everything the name rules ask of them.

use super::lexicon::{Known, fold, known};
use crate::extract::text::{Sentence, Token, TokenKind};
use model::Span;

/// A token with its folded form and shape.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// As it stands in the text.
    pub(crate) raw: &'t str,
    /// Lower case without accents and without the stop of an abbreviation.
    pub(crate) fold: String,
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// All its letters are capitals, and there are at least two.
    pub(crate) upper: bool,
    /// White space stands before it.
    pub(crate) spaced: bool,
    /// What the lists say about it.
    pub(crate) known: Known,
}

impl<'t> Word<'t> {
    fn new(text: &'t str, token: &Token) -> Self {
        let raw = token.span.of(text).unwrap_or_default();
        let fold = fold(
            raw.strip_suffix('.')
                .filter(|_| token.kind == TokenKind::Word)
                .unwrap_or(raw),
        );
        let letters = raw.chars().filter(|c| c.is_alphabetic());
        let (mut all, mut count) = (true, 0);
        for letter in letters {
            all &= letter.is_uppercase();
            count += 1;
        }
        let known = if token.capital {
            known(&fold)
        } else {
            Known::default()
        };
        Self {
            raw,
            fold,
            span: token.span,
            kind: token.kind,
            capital: token.capital && token.kind == TokenKind::Word,
            upper: all && count > 1,
            spaced: token.spaced,
            known,
        }
    }

    /// "J.", "И.", "Ю": the first letter of a name.
    pub(crate) fn is_initial(&self) -> bool {
        self.capital && self.raw.ends_with('.') && {
            let mut pieces = self.raw.split('.').filter(|piece| !piece.is_empty());
            self.raw.len() <= 10
                && pieces
                    .all(|piece| piece.chars().nth(1).is_none() || piece == "Дж" || piece == "Ю")
        }
    }

    /// Whether it is a word, not a number or mark.
    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is written in Cyrillic letters.
    pub(crate) fn is_cyrillic(&self) -> bool {
        self.raw
            .chars()
            .next()
            .is_some_and(|c| ('\u{400}'..='\u{4ff}').contains(&c))
    }
}

/// The words of a sentence.
pub(crate) fn words<'t>(text: &'t str, sentence: &Sentence) -> Vec<Word<'t>> {
    sentence
        .tokens
        .iter()
        .map(|token| Word::new(text, token))
        .collect()
}
