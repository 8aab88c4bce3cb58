//! Patterns match what they say, however they are searched for.

use super::{pattern, smaller::smaller, whole};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
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

/// Where the groups of a match begin and end.
type Groups = Vec<Option<(usize, usize)>>;

/// What the library says a pattern matches, with its groups.
fn theirs(pattern: &str, text: &str) -> Result<Vec<Groups>, regex::Error> {
    let regex = Regex::new(pattern)?;
    let groups = |hit: regex::Captures<'_>| {
        let groups = hit.iter();
        groups
            .map(|it| it.map(|it| (it.start(), it.end())))
            .collect()
    };
    Ok(regex.captures_iter(text).map(groups).collect())
}

/// The same as it is searched for here.
fn ours(text: &str, regex: &super::Regex, groups: usize) -> Vec<Groups> {
    let all = regex.captures_iter(text).map(|hit| {
        (0..groups)
            .map(|at| hit.get(at).map(|it| (it.start(), it.end())))
            .collect()
    });
    all.collect()
}

/// A pattern with the letters of its classes written out is read as the one for whose classes letters stand in.
#[test]
fn letters_that_stand_in_for_classes_are_put_in() -> Result<(), Box<dyn std::error::Error>> {
    for (class, letters) in super::letters::written_out() {
        for pattern in [
            "X",
            "X+Xa",
            "aXb",
            "[Xa]",
            "[^Xa]",
            "[^X]",
            "(?i)[X’]",
            "(?i)[^X7]",
            "(?i)X{2}",
            "[X--[ae]]",
            "a|Xb|Xc",
            "[^a]X",
            r"\\X[^\]]",
        ] {
            let put_in = whole(&pattern.replace('X', class));
            let out = regex_syntax::parse(&pattern.replace('X', &letters))?;
            assert_eq!(put_in, smaller(out), "{class} in {pattern}");
        }
    }
    for (pattern, text) in [
        (r"[\W_]+", "aé _.b"),
        (r"[^\W\d]+", "7aé_7"),
        (r"a[\W\d]", "aba7"),
    ] {
        assert_eq!(
            ours(text, &super::pattern(pattern), 1),
            theirs(pattern, text)?,
            "{pattern}"
        );
    }
    Ok(())
}

#[test]
fn words_are_bounded_as_in_every_alphabet() -> Result<(), regex::Error> {
    for text in [
        "la cárcel, él “no” — él",
        "он не был — нет",
        "no, é no",
        "café",
    ] {
        for pattern in [
            r"\bno\b",
            r"\b[a-zé]+\b",
            r"\bcaf\b",
            r"\bне\b",
            r"(?:^|\W)\w{2,3}\b$",
        ] {
            assert_eq!(
                ours(text, &super::pattern(pattern), 1),
                theirs(pattern, text)?,
                "{pattern} in {text}"
            );
        }
    }
    Ok(())
}

/// Pieces of patterns: with groups, counted, that bound words, and that match nothing.
const PIECES: &[&str] = &[
    "a",
    "b",
    "(a)",
    "(b|ab)?",
    "a{2,3}",
    "[ab]{1,2}",
    "[^b]{0,3}",
    r"\b",
    r"\B",
    r"\w",
    r"\W",
    "(ab|a){1,2}?",
    "é",
    "(?:b|é)+",
    "[^.]{0,4}?",
    "(?:a|(b)|)",
    r"\s?",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// An automaton of a looser pattern asked first changes no match.
    #[test]
    fn matches_are_those_of_the_pattern_itself(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..6),
        (begins, ends) in (proptest::bool::ANY, proptest::bool::ANY),
        text in "[abé. ]{0,16}|[ab“. ]{0,16}",
    ) {
        let (begin, end) = (if begins { "^" } else { "" }, if ends { "$" } else { "" });
        let pattern = format!("{begin}(?:{}){end}", pieces.concat());
        let Ok(theirs) = theirs(&pattern, &text) else {
            return Err(proptest::test_runner::TestCaseError::fail("no pattern"));
        };
        let regex = super::pattern(&pattern);
        let groups = theirs.first().map_or(1, Vec::len);
        prop_assert_eq!(regex.is_match(&text), !theirs.is_empty());
        let found = regex.find(&text).map(|it| (it.start(), it.end()));
        prop_assert_eq!(found, theirs.first().and_then(|it| it.first().copied()?));
        prop_assert_eq!(ours(&text, &regex, groups), theirs);
    }
}
