//! Patterns of this crate's own, compiled with the letters of the alphabets that are read here.
//!
//! A class of all letters of all scripts has some 650 ranges and, in UTF-8, hundreds of states; a pattern that holds a dozen
//! of them takes longer to compile than a document to read. Up to Armenian, and in what Latin adds for Vietnamese, the
//! classes written here are those of Unicode. Beyond, a letter is what stands in a block of letters, and none has a case.

mod smaller;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Where classes are those of Unicode: Latin, Greek, Cyrillic and Armenian with the marks between them.
const EXACT: [(char, char); 2] = [('\0', '\u{58f}'), ('\u{1e00}', '\u{1eff}')];

/// Blocks that hold letters of other scripts and little else. Those whose letters have cases are left out or kept apart:
/// each of their letters costs time where case is not regarded.
const OTHERS: [(char, char); 9] = [
    ('\u{5d0}', '\u{109f}'),
    ('\u{10d0}', '\u{10ff}'),
    ('\u{1100}', '\u{139f}'),
    ('\u{1401}', '\u{1c7f}'),
    ('\u{1f00}', '\u{1fff}'),
    ('\u{3040}', '\u{a63f}'),
    ('\u{ac00}', '\u{d7ff}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fb1d}', '\u{fefe}'),
];

/// The most bytes a pattern keeps of what it has worked out while it ran, in each direction and thread: there are hundreds.
const CACHE: usize = 1 << 18;

/// How a class is written in a pattern, and with what letters it is compiled.
static CLASSES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let letters = narrowed(r"\p{L}", &OTHERS);
    let word = narrowed(r"\w", &OTHERS);
    vec![
        (r"\p{Ll}", format!("[{}]", narrowed(r"\p{Ll}", &[]))),
        (r"\p{Lu}", format!("[{}]", narrowed(r"\p{Lu}", &[]))),
        (r"\p{L}", format!("[{letters}]")),
        (r"\w", format!("[{word}]")),
        (r"\W", format!("[^{word}]")),
    ]
});

/// The ranges of a class where it is exact, and others, as they stand between brackets.
fn narrowed(class: &str, others: &[(char, char)]) -> String {
    let range = |(from, to): &(char, char)| ClassUnicodeRange::new(*from, *to);
    let mut letters = match regex_syntax::parse(class).map(regex_syntax::hir::Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(letters))) => letters,
        _ => ClassUnicode::empty(),
    };
    letters.intersect(&ClassUnicode::new(EXACT.iter().map(range)));
    letters.union(&ClassUnicode::new(others.iter().map(range)));
    let mut text = String::new();
    for range in letters.iter() {
        let (from, to) = (u32::from(range.start()), u32::from(range.end()));
        // Writing to a string does not fail.
        let _ = write!(text, r"\u{{{from:x}}}-\u{{{to:x}}}");
    }
    text
}

/// Compiles a pattern of this crate's own.
#[expect(
    clippy::expect_used,
    reason = "every pattern is a literal and is compiled by a test"
)]
pub(crate) fn pattern(text: &str) -> Regex {
    let mut text = text.to_owned();
    for (class, letters) in CLASSES.iter() {
        text = text.replace(class, letters);
    }
    // What cannot be parsed is no pattern as it is either.
    if let Ok(hir) = regex_syntax::parse(&text) {
        text = smaller::smaller(hir).to_string();
    }
    RegexBuilder::new(&text)
        .dfa_size_limit(CACHE)
        .build()
        .expect("a sound pattern")
}

#[cfg(test)]
mod tests {
    use super::pattern;
    use regex::Regex;

    #[test]
    fn classes_are_those_of_unicode_in_the_alphabets_that_are_read() -> Result<(), regex::Error> {
        let read = ('\0'..='\u{58f}').chain('\u{1e00}'..='\u{1eff}');
        let mut letter = [0; 4];
        for class in [r"\p{L}", r"\p{Ll}", r"\p{Lu}", r"\w", r"\W"] {
            let (ours, theirs) = (pattern(class), Regex::new(class)?);
            for c in read.clone() {
                let text = &*c.encode_utf8(&mut letter);
                assert_eq!(ours.is_match(text), theirs.is_match(text), "{class} {c:?}");
            }
        }
        Ok(())
    }

    #[test]
    fn letters_of_other_scripts_are_letters_and_marks_are_none() {
        let letter = pattern(r"^\p{L}+$");
        for word in [
            "שלום",
            "سلام",
            "तमारा",
            "თბილისი",
            "東京",
            "서울",
            "ไทย",
            "ኣስመራ",
        ] {
            assert!(letter.is_match(word), "{word}");
        }
        for mark in [
            "—",
            "“",
            "\u{a0}",
            "\u{2009}",
            "€",
            "№",
            "…",
            "（",
            "7",
            "\u{1f600}",
        ] {
            assert!(!letter.is_match(mark), "{mark}");
        }
    }
}
