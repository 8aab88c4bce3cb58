//! What patterns need, and that no match is missed.

use super::*;
use proptest::prelude::*;

fn sets(pattern: &str) -> Vec<Vec<String>> {
    words::needed(pattern)
}

#[test]
fn the_needed_words_of_a_pattern_are_read_from_it() {
    assert_eq!(
        sets(
            r"(?i)(?:^|[^\p{L}])(?P<cue>(?:was|were) (?:\p{L}+ly )?(?:arrested|detained))(?:$|[^\p{L}])"
        ),
        [
            ["arrested", "detained"].map(str::to_owned).to_vec(),
            vec!["was ".to_owned(), "were ".to_owned()]
        ]
    );
    assert_eq!(sets(r"\b\d{4}-\d\d"), [["0-0"]]);
    assert_eq!(sets("(?i)recruit(?:ed|er)?"), [["recruit"]]);
    assert!(sets(r"\w+ly|never").is_empty());
    assert!(sets(r"(?:in|of)").is_empty());
    assert!(sets("(?:never)?").is_empty());
}

#[test]
fn a_sheet_says_no_only_where_nothing_is() {
    let sheet = Sheet::of("Nobody was ARRESTED in the\n17th week, Анна сказала");
    for (text, may) in [
        ("(?i)arrested|detained", true),
        (r"(?i)released", false),
        (r"in\sthe \d{2}th", true),
        (r"(?i)анна\s(?:сказал|молчал)", true),
        (r"(?i)молчал", false),
        (r"\d{9}xy", false),
    ] {
        assert_eq!(sheet.may(&Pattern::new(text)), may, "{text}");
    }
}

/// What one letter is to a pattern without regard to case is one letter here.
#[test]
fn letters_fold_as_patterns_fold_them() {
    let letters = ('a'..='z').chain('а'..='я').chain("ёáéíóúñüçãº№".chars());
    for letter in letters {
        let regex = pattern(&format!("(?i)^{letter}$"));
        for other in '\0'..='\u{ffff}' {
            if regex.is_match(other.encode_utf8(&mut [0; 4])) {
                assert_eq!(fold(other), fold(letter), "{letter} {other:?}");
            }
        }
    }
    let (digit, space) = (pattern(r"^\d$"), pattern(r"^\s$"));
    for c in '\0'..=char::MAX {
        let mut bytes = [0; 4];
        let text = &*c.encode_utf8(&mut bytes);
        assert!(!digit.is_match(text) || fold(c) == '0', "{c:?}");
        assert!(!space.is_match(text) || fold(c) == ' ', "{c:?}");
    }
}

proptest! {
    #[test]
    fn no_match_is_missed(
        parts in proptest::collection::vec("[abcXY1 ]{1,3}|\\\\d|\\\\s|[ab]|\\(ab\\|c1\\|Xa\\)|\\(abc\\)\\?|\\(abX\\)\\+|\\(a b\\)\\{2\\}|1\\+", 1..6),
        text in "[abcxy12 ]{0,24}",
    ) {
        let it = Pattern::new(format!("(?i){}", parts.concat()));
        prop_assert!(!it.is_match(&text) || Sheet::of(&text).may(&it), "{it:?} {text}");
    }
}
