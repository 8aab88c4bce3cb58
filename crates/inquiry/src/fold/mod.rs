//! Folding: the forms under which words and names of three languages are compared. Never shown to anybody.

mod folded;
mod gender;
mod given;
mod key;
mod russian;

pub(crate) use folded::{Folded, Shared};
pub(crate) use gender::Gender;
pub(crate) use given::settled;
pub(crate) use key::{name_key, skeleton};
pub(crate) use russian::{nominatives, stem};

use model::Span;
use unicode_normalization::UnicodeNormalization;

/// Lower case without diacritics: `Pérez` and `PEREZ` are one, `ё` and `е` are one, `й` and `и` are one.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|letter| !is_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Combining marks of Latin and Cyrillic, and the stress mark that Russian texts carry.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

/// A word of a text, folded, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The folded form; never empty.
    pub(crate) folded: Folded,
    /// Bytes of the text.
    pub(crate) span: Span,
    /// Whether it begins with a capital letter.
    pub(crate) capital: bool,
}

/// The words of a text: runs of letters and digits. A number keeps its inner separators (`20,000` is `20000`).
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (at, &(offset, letter)) in letters.iter().enumerate() {
        let inside = letter.is_alphanumeric() || is_mark(letter) || joins(&letters, at);
        match (inside, start) {
            (true, None) if letter.is_alphanumeric() => start = Some(offset),
            (false, Some(from)) => {
                push(text, Span::new(from, offset), &mut found);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        push(text, Span::new(from, text.len()), &mut found);
    }
    found
}

/// Whether the separator at this index stands between groups of a number: `20,000`, `20.000`, `20 000`.
fn joins(letters: &[(usize, char)], at: usize) -> bool {
    let separator = matches!(
        letters[at].1,
        ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    );
    let digit = |index: usize| letters.get(index).is_some_and(|(_, l)| l.is_ascii_digit());
    if !separator || at == 0 || !digit(at - 1) {
        return false;
    }
    let group = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    let head = (0..at).rev().take_while(|index| digit(*index)).count();
    group && head <= 3
}

fn push(text: &str, span: Span, found: &mut Vec<Word>) {
    let Some(raw) = span.of(text) else { return };
    let mut folded = fold(raw);
    if folded.starts_with(|l: char| l.is_ascii_digit()) {
        folded.retain(char::is_alphanumeric);
    }
    if !folded.is_empty() {
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        found.push(Word {
            folded: folded.into(),
            span,
            capital,
        });
    }
}

/// Folded words alone.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    words(text)
        .into_iter()
        .map(|word| word.folded.to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_marks_and_yo() {
        assert_eq!(fold("PÉREZ Ñáñez"), "perez nanez");
        assert_eq!(fold("Королёв"), fold("Королев"));
    }

    #[test]
    fn words_keep_their_places_and_numbers_their_groups() {
        let text = "Some 20,000 men, 17.5 tons; 20 000 рублей. 14";
        let found = words(text);
        let folded: Vec<&str> = found.iter().map(|w| w.folded.as_str()).collect();
        assert_eq!(
            folded,
            [
                "some",
                "20000",
                "men",
                "17",
                "5",
                "tons",
                "20000",
                "рублеи",
                "14"
            ]
        );
        assert_eq!(found[1].span.of(text), Some("20,000"));
        assert!(found[0].capital && !found[2].capital);
    }
}
