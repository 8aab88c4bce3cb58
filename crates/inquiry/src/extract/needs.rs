//! What a text must hold for a pattern to match in it: read from the pattern, asked before it is run, or even compiled.
//!
//! Of every pattern the words are taken of which one must be in any match; of every text, which runs of three letters it
//! has. Where no needed word can be in the text, the pattern need not be tried. The idea is that of RE2's `FilteredRE2`;
//! a set of trigrams, like a Bloom filter, says "perhaps" too often but never "no" wrongly.

mod words;

use crate::alphabet::{Regex, pattern};
use std::ops::Deref;
use std::sync::OnceLock;

/// A pattern of which it is known what it needs.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// Of each set the text must have a word. For each set the number of what follows for it: its words without Cyrillic
    /// letters, by the number of what follows for them, then those with them. For such words their number, the rarest trigram of
    /// each, then for each how many trigrams it needs, and these.
    needs: OnceLock<Box<[u16]>>,
    regex: Regex,
}

impl Pattern {
    /// The pattern of these words, not compiled yet.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self {
            needs: OnceLock::new(),
            regex: pattern(&text.into()),
        }
    }

    fn needs(&self) -> &[u16] {
        self.needs.get_or_init(|| {
            let sets = words::needed(self.regex.as_str());
            let sets = sets.into_iter().filter_map(set);
            sets.flat_map(with_count).collect()
        })
    }
}

/// A set of needed words as it is kept; `None` where it asks for nothing that a sheet can tell, or is too large to be counted.
fn set(words: Vec<String>) -> Option<Vec<u16>> {
    let (cyrillic, others): (Vec<String>, _) =
        words.into_iter().partition(|it| it.contains(is_cyrillic));
    let mut set = with_count(group(&others)?);
    set.extend(group(&cyrillic)?);
    u16::try_from(set.len()).is_ok().then_some(set)
}

fn group(words: &[String]) -> Option<Vec<u16>> {
    let all: Vec<Vec<u16>> = words.iter().map(|word| trigrams(word)).collect();
    let rarest: Option<Vec<u16>> = all.iter().map(|word| word.first().copied()).collect();
    let words = all.into_iter().flat_map(with_count);
    Some(with_count(rarest?).into_iter().chain(words).collect())
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        &self.regex
    }
}

/// How many bits a sheet has.
const BITS: u32 = 2048;

/// Which trigrams a text has.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    bits: [u64; 32],
    cyrillic: bool,
}

impl Sheet {
    /// The sheet of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut sheet = Self {
            bits: [0; 32],
            cyrillic: false,
        };
        let mut last = ['\0'; 2];
        for c in folded(text) {
            sheet.cyrillic |= is_cyrillic(c);
            if tells(c) {
                sheet.set(hash(['\0', '\0', c]));
            }
            sheet.set(hash([last[0], last[1], c]));
            last = [last[1], c];
        }
        sheet
    }

    fn set(&mut self, bit: u16) {
        if let Some(word) = self.bits.get_mut(usize::from(bit / 64)) {
            *word |= 1 << (bit % 64);
        }
    }

    fn has(&self, bit: u16) -> bool {
        self.bits[usize::from(bit / 64) % self.bits.len()] >> (bit % 64) & 1 == 1
    }

    /// Whether the pattern could match in the text, or in a piece of it.
    pub(crate) fn may(&self, pattern: &Pattern) -> bool {
        let mut needs = pattern.needs();
        while let Some((set, rest)) = counted(needs) {
            let (others, cyrillic) = counted(set).unwrap_or_default();
            if !(self.has_one(others) || self.cyrillic && self.has_one(cyrillic)) {
                return false;
            }
            needs = rest;
        }
        true
    }

    /// Whether the text could have one of the words.
    fn has_one(&self, words: &[u16]) -> bool {
        let Some((rarest, mut words)) = counted(words) else {
            return false;
        };
        // Mostly there is none, which is known soonest where nothing is decided on the way.
        if !rarest.iter().fold(false, |one, bit| one | self.has(*bit)) {
            return false;
        }
        while let Some((word, rest)) = counted(words) {
            if word.iter().all(|bit| self.has(*bit)) {
                return true;
            }
            words = rest;
        }
        false
    }
}

/// Numbers behind how many they are; without that where it cannot be written.
fn with_count(all: Vec<u16>) -> Vec<u16> {
    let count = u16::try_from(all.len()).ok();
    count.into_iter().chain(all).collect()
}

/// What a number counts, and the rest.
fn counted(all: &[u16]) -> Option<(&[u16], &[u16])> {
    let (count, rest) = all.split_first()?;
    rest.split_at_checked(usize::from(*count))
}

/// Where three letters are kept.
fn hash(letters: [char; 3]) -> u16 {
    let mixed = letters.iter().fold(0_u32, |mixed, letter| {
        (mixed ^ u32::from(*letter))
            .wrapping_mul(0x9E37_79B1)
            .rotate_left(13)
    });
    u16::try_from(mixed % BITS).unwrap_or_default()
}

/// A text without such letters has no word with one, and most words of a pattern need not be looked for.
fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Digits and signs that few sentences have: one tells enough.
fn tells(c: char) -> bool {
    matches!(c, '0' | '@' | '/' | '$' | '€' | '£' | '₽' | '№')
}

/// The trigrams of a needed word, that of the rarest letters first; of a shorter one, the signs in it.
fn trigrams(word: &str) -> Vec<u16> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        let signs = letters.into_iter().filter(|c| tells(*c));
        return signs.map(|c| hash(['\0', '\0', c])).collect();
    }
    let three = |three: &[char]| <[char; 3]>::try_from(three).ok();
    let mut all: Vec<[char; 3]> = letters.windows(3).filter_map(three).collect();
    all.sort_by_cached_key(|three| {
        three
            .iter()
            .map(|letter| commonness(*letter))
            .sum::<usize>()
    });
    all.into_iter().map(hash).collect()
}

/// How common a letter is, roughly: its place from the rarest of its alphabet on. What stands in neither counts as
/// rare, but for a blank.
fn commonness(letter: char) -> usize {
    const LATIN: &str = "qzxjkvbpgywfmculdrhsnioate";
    const CYRILLIC: &str = "фэщцюшжхйчбзгьыяупдмквлрстинаео";
    let place = |letters: &str| letters.chars().position(|it| it == letter);
    let common = if letter == ' ' { LATIN.len() } else { 0 };
    place(LATIN).or_else(|| place(CYRILLIC)).unwrap_or(common)
}

/// The letters of a text as words are compared here: all that a pattern without regard to case takes for one letter is
/// one; every digit, and every run of them, is `0`; so is white space ` `.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut last = '\0';
    text.chars().map(fold).filter(move |c| {
        let again = *c == last && matches!(c, '0' | ' ');
        last = *c;
        !again
    })
}

/// One letter, folded.
fn fold(c: char) -> char {
    if c.is_ascii() {
        return match c {
            '0'..='9' => '0',
            '\t'..='\r' => ' ',
            c => c.to_ascii_lowercase(),
        };
    }
    if c.is_numeric() {
        return '0';
    }
    if c.is_whitespace() {
        return ' ';
    }
    // Upper case first: `ſ` is an `s`.
    let upper = only(c.to_uppercase()).unwrap_or(c);
    only(upper.to_lowercase()).unwrap_or(upper)
}

fn only(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests;
