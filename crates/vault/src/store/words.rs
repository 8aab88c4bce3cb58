//! Words as the search sees them: folded, and stemmed by their language.

use model::Language;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, compatibility forms resolved, marks taken off: `Malecón` and `malecon` are one.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a text with the byte at which each begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    text.split(move |letter| !inside(letter))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// Stemmers of the three languages (Snowball).
pub(super) struct Stems {
    en: Stemmer,
    es: Stemmer,
    ru: Stemmer,
}

impl Stems {
    /// Ready to stem.
    pub(super) fn new() -> Self {
        Self {
            en: Stemmer::create(Algorithm::English),
            es: Stemmer::create(Algorithm::Spanish),
            ru: Stemmer::create(Algorithm::Russian),
        }
    }

    /// The stem of a word in a text of `language`. Cyrillic words are Russian wherever they stand.
    pub(super) fn of(&self, word: &str, language: Language) -> String {
        let word: String = word.nfc().flat_map(char::to_lowercase).collect();
        let stemmer = if word
            .chars()
            .any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter))
        {
            &self.ru
        } else if language == Language::Es {
            &self.es
        } else {
            &self.en
        };
        fold(&stemmer.stem(&word))
    }

    /// The stems a word may have, whatever the language of the text it is looked for in.
    pub(super) fn all(&self, word: &str) -> BTreeSet<String> {
        [Language::En, Language::Es, Language::Ru]
            .into_iter()
            .map(|language| self.of(word, language))
            .filter(|stem| !stem.is_empty())
            .collect()
    }

    /// A text with every word replaced by its stem.
    pub(super) fn text(&self, text: &str, language: Language) -> String {
        let mut stems = String::with_capacity(text.len());
        for (_, word) in words(text) {
            stems.push_str(&self.of(word, language));
            stems.push(' ');
        }
        stems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stem_for_the_forms_of_a_word() {
        let stems = Stems::new();
        for (language, forms) in [
            (Language::Es, ["reclutado", "reclutaron"]),
            (Language::Ru, ["завербован", "завербовали"]),
            (Language::En, ["recruited", "recruiting"]),
        ] {
            assert_eq!(stems.of(forms[0], language), stems.of(forms[1], language));
        }
    }

    #[test]
    fn words_begin_where_they_stand() {
        let text = "«Señor» Peña—дом 5";
        let found: Vec<_> = words(text).collect();
        assert!(found.iter().all(|(at, word)| text[*at..].starts_with(word)));
        assert_eq!(found.len(), 4);
        assert_eq!(fold("Señor ЁЛКА"), "senor елка");
    }
}
