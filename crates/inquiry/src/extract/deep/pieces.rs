//! Words to word pieces: the longest known piece first (`WordPiece`, Schuster & Nakajima 2012), lower case, no accents.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word with more characters than this is one unknown piece.
const LONGEST: usize = 60;

/// The known pieces, numbered from 0.
pub struct Pieces<'t> {
    numbers: HashMap<&'t str, u16>,
    unknown: u16,
    /// Stands before a chunk.
    pub(super) start: u16,
    /// Stands behind each paragraph.
    pub(super) end: u16,
}

impl<'t> Pieces<'t> {
    /// One piece a line; those that go on with a word begin with `##`. `None` with over 2^16, or without
    /// `[UNK]`, `[CLS]` and `[SEP]`.
    pub fn read(lines: &'t str) -> Option<Self> {
        let mut numbers = HashMap::new();
        for (number, line) in lines.lines().enumerate() {
            numbers.insert(line, u16::try_from(number).ok()?);
        }
        Some(Self {
            unknown: *numbers.get("[UNK]")?,
            start: *numbers.get("[CLS]")?,
            end: *numbers.get("[SEP]")?,
            numbers,
        })
    }

    /// Adds the pieces of a word to `out`; at least one.
    pub fn split(&self, word: &str, out: &mut Vec<u16>) {
        if word.chars().nth(LONGEST).is_some() {
            out.push(self.unknown);
            return;
        }
        let folded: String = word
            .nfd()
            .filter(|c| !is_combining_mark(*c) && !c.is_control() && *c != '\u{ad}')
            .flat_map(char::to_lowercase)
            .collect();
        let before = out.len();
        let mut from = 0;
        for (at, c) in folded.char_indices() {
            if !c.is_alphanumeric() {
                self.longest(&folded[from..at], out);
                from = at + c.len_utf8();
                self.longest(&folded[at..from], out);
            }
        }
        self.longest(&folded[from..], out);
        if out.len() == before {
            out.push(self.unknown);
        }
    }

    /// The pieces of a run of letters, or of a mark; one unknown piece where a part of it is not known.
    fn longest(&self, run: &str, out: &mut Vec<u16>) {
        let before = out.len();
        let mut piece = String::with_capacity(run.len() + 2);
        let mut from = 0;
        while from < run.len() {
            let mut end = run.len();
            let found = loop {
                piece.clear();
                if from > 0 {
                    piece.push_str("##");
                }
                piece.push_str(&run[from..end]);
                if let Some(number) = self.numbers.get(piece.as_str()) {
                    break Some(*number);
                }
                match run[from..end].char_indices().next_back() {
                    Some((shorter, _)) if shorter > 0 => end = from + shorter,
                    _ => break None,
                }
            };
            let Some(number) = found else {
                out.truncate(before);
                out.push(self.unknown);
                return;
            };
            out.push(number);
            from = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(word: &str) -> Vec<u16> {
        let lines = "[UNK]\nre\n##ported\nreport\n##ed\n'\nt\ndon\n[CLS]\ncafe\n,\n[SEP]";
        let Some(pieces) = Pieces::read(lines) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        pieces.split(word, &mut out);
        out
    }

    #[test]
    fn the_longest_piece_comes_first() {
        assert_eq!(split("Reported"), [3, 4]);
        assert_eq!(split("don't"), [7, 5, 6]);
        assert_eq!(split("Café,"), [9, 10]);
    }

    #[test]
    fn what_is_not_known_is_one_piece() {
        assert_eq!(split("xyz"), [0]);
        assert_eq!(split("reportxyz"), [0]);
        assert_eq!(split(""), [0]);
        assert_eq!(split(&"re".repeat(200)), [0]);
        assert!(Pieces::read("a\nb").is_none());
    }
}
