//! What stands around a name and belongs to it, and what tells a name from an everyday word.

use super::fold::{fold, skeletons};
use super::forms::{is_everyday, is_never};
use super::words::{ACTS, MONTHS};
use std::collections::BTreeSet;
use std::ops::Range;

/// Whether a sentence or line begins at `at`.
pub(super) fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([
        ' ', '\t', '\u{a0}', '"', '«', '“', '„', '(', '[', '*', '_', '¿', '¡', '\'', '‘',
    ]);
    before.is_empty() || before.ends_with(['\n', '\r', '.', '!', '?', '…', '—', '–', '•', ':', '|'])
}

/// Whether a verb of a person stands right after `at`.
pub(super) fn acts(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\u{a0}', ',']);
    let word: String = rest
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    ACTS.contains(&fold(&word).as_str())
}

/// Whether a word with a capital stands right after `at`: what stands before it may be its title.
pub(super) fn leads(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\u{a0}', '-']);
    rest.len() < text[at..].len() && rest.starts_with(char::is_uppercase)
}

/// Whether a month at `range` stands beside a number, as in a date.
pub(super) fn is_dated(text: &str, range: &Range<usize>) -> bool {
    let after = text[range.end..].trim_start_matches([' ', '\u{a0}', '-']);
    let after = ["de ", "del ", "of "]
        .iter()
        .find_map(|of| after.strip_prefix(of))
        .unwrap_or(after);
    // Behind a comma stands a year, or somebody's age.
    let digits = |words: &str| words.chars().take_while(char::is_ascii_digit).count();
    let year = after
        .strip_prefix(',')
        .is_some_and(|rest| digits(rest.trim_start()) == 4);
    let before = text[..range.start].trim_end_matches([' ', '\u{a0}', '-', '/']);
    let before = ["de", "of", "st", "nd", "rd", "th"]
        .iter()
        .find_map(|of| before.strip_suffix(of))
        .unwrap_or(before);
    year || after.starts_with(|letter: char| letter.is_ascii_digit())
        || before
            .trim_end()
            .ends_with(|letter: char| letter.is_ascii_digit())
}

/// Whether two words stand side by side as words of one name do, on one line.
pub(super) fn is_close(text: &str, one: &Range<usize>, next: &Range<usize>) -> bool {
    let between = &text[one.end..next.start];
    !between.is_empty()
        && between.chars().count() <= 3
        && between
            .chars()
            .all(|letter| matches!(letter, ' ' | '\u{a0}' | '-' | '‐' | '‑'))
}

/// Takes in what a hyphen or an apostrophe joins to a name: "al-", "O'", "-ji"; not the English "'s".
pub(super) fn attached(text: &str, mut range: Range<usize>) -> Range<usize> {
    let joins = |letter: char| matches!(letter, '-' | '‐' | '‑' | '\'' | '’' | 'ʼ');
    loop {
        let before = &text[..range.start];
        let Some(mark) = before.chars().next_back().filter(|mark| joins(*mark)) else {
            break;
        };
        let head = &before[..before.len() - mark.len_utf8()];
        let piece = head.len() - head.trim_end_matches(char::is_alphabetic).len();
        let letters = head[head.len() - piece..].chars().count();
        if !(1..=3).contains(&letters) {
            break;
        }
        range.start = head.len() - piece;
    }
    loop {
        let after = &text[range.end..];
        let Some(mark) = after.chars().next().filter(|mark| joins(*mark)) else {
            break;
        };
        let rest = &after[mark.len_utf8()..];
        let piece = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        let letters = rest[..piece].chars().count();
        let possessive = !matches!(mark, '-' | '‐' | '‑') && matches!(&rest[..piece], "s" | "S");
        if !(1..=3).contains(&letters) || possessive {
            break;
        }
        range.end += mark.len_utf8() + piece;
    }
    range
}

/// Takes in words of names on both sides: nobody is to read the given name beside a masked surname.
pub(super) fn beside(text: &str, all: &[Range<usize>], mut range: Range<usize>) -> Range<usize> {
    let shouted = !text[range.clone()].chars().any(char::is_lowercase);
    let named = |word: &Range<usize>| {
        let raw = &text[word.clone()];
        let folded = fold(raw);
        let mut letters = raw.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let small = letters.any(char::is_lowercase);
        capital
            && (small || shouted && raw.chars().nth(1).is_some())
            && !is_never(raw, &folded)
            && !(opens(text, word.start) && is_everyday(&folded))
            && !(MONTHS.contains(&folded.as_str()) && is_dated(text, word))
            && inquiry::extract::is_name_word(raw)
    };
    loop {
        let at = all.partition_point(|word| word.end <= range.start);
        let Some(before) = at.checked_sub(1).map(|at| &all[at]) else {
            break;
        };
        let edge = range.start..range.start;
        if !is_close(text, before, &edge) || !named(before) {
            break;
        }
        range.start = before.start;
    }
    loop {
        let at = all.partition_point(|word| word.start < range.end);
        let Some(after) = all.get(at) else { break };
        let edge = range.end..range.end;
        if !is_close(text, &edge, after) || !named(after) {
            break;
        }
        range.end = after.end;
    }
    range
}

/// Where an initial ("Y. ") begins that stands right before `at`.
pub(super) fn initial_before(text: &str, at: usize) -> Option<usize> {
    let before = text[..at]
        .trim_end_matches([' ', '\u{a0}'])
        .strip_suffix('.')?;
    let (start, letter) = before.char_indices().next_back()?;
    let alone = !before[..start]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    (letter.is_uppercase() && alone).then_some(start)
}

/// Where an initial (" Y.") ends that stands right after `at` and is one of `letters`.
pub(super) fn initial_after(text: &str, at: usize, letters: &BTreeSet<char>) -> Option<usize> {
    let rest = &text[at..];
    let after = rest.trim_start_matches([' ', '\u{a0}']);
    let letter = after
        .chars()
        .next()
        .filter(|letter| letter.is_uppercase())?;
    let end = text.len() - after.len() + letter.len_utf8();
    let known = skeletons(&fold(&letter.to_string())).iter().any(|bones| {
        bones
            .chars()
            .next()
            .is_some_and(|first| letters.contains(&first))
    });
    (known && text[end..].starts_with('.')).then_some(end + 1)
}
