//! Patterns of this crate's own, compiled with the letters of the alphabets that are read here.
//!
//! A class of all letters of all scripts has some 650 ranges and, in UTF-8, hundreds of states; a pattern that holds a dozen
//! of them takes longer to compile than a document to read. Up to Armenian, and in what Latin adds for Vietnamese, the
//! classes written here are those of Unicode. Beyond, a letter is what stands in a block of letters, and none has a case.

mod automaton;
mod letters;
mod search;
mod smaller;
#[cfg(test)]
mod tests;

use regex_syntax::hir::Hir;
pub(crate) use search::{Captures, Match, Regex};

/// A pattern of this crate's own.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text)
}

/// The syntax of a pattern of this crate's own, with what stands in for classes of letters.
#[expect(
    clippy::expect_used,
    reason = "every pattern is a literal, and tests run it"
)]
fn read(text: &str) -> Hir {
    regex_syntax::parse(&letters::stood_in(text)).expect("a sound pattern")
}

/// The syntax of a pattern of this crate's own.
fn whole(text: &str) -> Hir {
    smaller::smaller(letters::put_in(read(text)))
}
