//! Words and marks of a text as the models see them: hashes of stems, cut by language.

use crate::fold::fold;
use model::{Language, Span};

/// A word or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// Hash of its stem, or of the mark.
    pub(super) hash: u64,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word in small letters, or a number.
    Small,
    /// A word that begins with a large letter.
    Large,
    /// A mark inside a sentence.
    Mark(char),
    /// The end of a sentence or line.
    End,
}

/// The words and marks of a text.
pub(super) fn tokens(text: &str, language: Language) -> Vec<Token> {
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if !letter.is_alphanumeric() {
            if letter == '\n' || !letter.is_whitespace() {
                let span = Span::new(start, start + letter.len_utf8());
                found.push(mark(letter, span));
            }
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = letters.next_if(|(_, next)| next.is_alphanumeric()) {
            end = at + next.len_utf8();
        }
        let kind = if letter.is_uppercase() {
            Kind::Large
        } else {
            Kind::Small
        };
        found.push(Token {
            span: Span::new(start, end),
            hash: stem(&text[start..end], language),
            kind,
        });
    }
    found
}

fn mark(letter: char, span: Span) -> Token {
    let kind = match letter {
        '.' | '!' | '?' | '…' | '\n' => Kind::End,
        '–' | '—' => Kind::Mark('-'),
        '«' | '»' | '“' | '”' | '"' => Kind::Mark('"'),
        _ => Kind::Mark(letter),
    };
    let shown = match kind {
        Kind::Mark(shown) => shown,
        _ => '.',
    };
    Token {
        span,
        hash: mix(1, u64::from(u32::from(shown)), 0),
        kind,
    }
}

/// The hash of a word's beginning: as many letters as tell words of the language apart, and their forms not. A number is as long as it is.
fn stem(word: &str, language: Language) -> u64 {
    let letters = match language {
        Language::En => 7,
        Language::Es | Language::Unknown => 6,
        Language::Ru => 5,
    };
    if word.starts_with(char::is_numeric) {
        return mix(2, word.len() as u64, 0);
    }
    let folded = fold(word);
    bytes(folded.chars().take(letters))
}

/// FNV-1a over letters.
fn bytes(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One hash of a kind of feature and two values.
pub(super) const fn mix(kind: u64, one: u64, other: u64) -> u64 {
    let mut hash = kind.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash = (hash ^ one).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^= hash >> 29;
    hash = (hash ^ other).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 32)
}
