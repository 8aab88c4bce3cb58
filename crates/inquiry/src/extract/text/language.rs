//! Which language a paragraph is in, where its words contradict the document's language.

use super::token::{Token, TokenKind};
use model::Language;

/// Tokens looked at; more would tell no more.
const ENOUGH: usize = 200;

/// Commonest words that the other two languages do not have.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "he", "she", "they",
    "said", "his", "her", "on", "at", "by", "had", "have", "not", "are", "were", "from", "it",
    "you", "we", "my", "i", "this", "what", "who", "will", "be",
];
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "por", "con", "para",
    "se", "su", "sus", "al", "dijo", "según", "fue", "es", "está", "más", "lo", "le", "les",
    "como", "pero", "yo", "mi", "ya", "era", "había", "ha",
];

/// The language of the tokens, `expected` unless the words clearly say otherwise.
pub(super) fn of(tokens: &[Token], expected: Language) -> Language {
    let (mut cyrillic, mut latin, mut english, mut spanish) = (0_usize, 0_usize, 0_usize, 0_usize);
    for token in tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .take(ENOUGH)
    {
        let letter = token.lower.chars().next().unwrap_or(' ');
        cyrillic += usize::from(matches!(letter, '\u{400}'..='\u{4ff}'));
        latin += usize::from(letter.is_alphabetic() && letter < '\u{250}');
        english += usize::from(ENGLISH.contains(&&*token.lower));
        spanish += usize::from(SPANISH.contains(&&*token.lower));
    }
    if cyrillic > latin {
        return Language::Ru;
    }
    let clearly = |a: usize, b: usize| a >= 2 && a > 2 * b;
    match expected {
        Language::En if clearly(spanish, english) => Language::Es,
        Language::Es if clearly(english, spanish) => Language::En,
        Language::Ru if latin > 2 * cyrillic && clearly(spanish, english) => Language::Es,
        Language::Ru if latin > 2 * cyrillic && clearly(english, spanish) => Language::En,
        Language::Unknown if spanish > english => Language::Es,
        Language::Unknown if english > 0 => Language::En,
        _ => expected,
    }
}
