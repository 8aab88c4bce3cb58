//! Words to word pieces: the likeliest row of known pieces (Kudo 2018).

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// Stands before a word.
const BEFORE: char = ' ';
/// Letters of a word that are looked at.
const LETTERS: usize = 200;
/// How much likelier the unlikeliest piece is than a letter that no piece has, in tenths of a unit.
const UNKNOWN: i64 = 100;

/// The known pieces, numbered from 0.
pub struct Pieces<'t> {
    numbers: HashMap<&'t str, (u16, i64)>,
    /// Letters of the longest.
    longest: usize,
    /// What a letter costs that no piece has.
    unknown: i64,
    /// Stands before a run.
    pub(super) start: u16,
    /// Stands behind it.
    pub(super) end: u16,
}

/// The piece of letters that no piece has.
const NONE: u16 = 2;

impl<'t> Pieces<'t> {
    /// One piece a line, and behind a tab how unlikely it is, in tenths of a unit of log-odds; the first three are
    /// the marks before and behind a run and what is not known. `None` with over 2^16, or with a line that is none.
    pub fn read(lines: &'t str) -> Option<Self> {
        let mut numbers = HashMap::new();
        let (mut longest, mut unknown) = (0, 0);
        for (number, line) in lines.lines().enumerate().skip(3) {
            let (piece, cost) = line.split_once('\t')?;
            let cost: i64 = cost.parse().ok()?;
            longest = longest.max(piece.chars().count());
            unknown = unknown.max(cost);
            numbers.insert(piece, (u16::try_from(number).ok()?, cost));
        }
        Some(Self {
            numbers,
            longest,
            unknown: unknown + UNKNOWN,
            start: 0,
            end: 1,
        })
    }

    /// How many there are, the marks among them.
    pub(super) fn count(&self) -> usize {
        self.numbers.len() + 3
    }

    /// The pieces of a word, at most so many, and at least one.
    pub(super) fn split(&self, word: &str, most: usize) -> Vec<u16> {
        let letters = std::iter::once(BEFORE).chain(word.nfkc()).take(LETTERS);
        let word: String = letters.collect();
        let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        ends.push(word.len());
        // For each letter's end: what its best row costs, its last piece, where that begins.
        let mut best = vec![(i64::MAX, NONE, 0); ends.len()];
        best[0].0 = 0;
        for from in 0..ends.len() - 1 {
            let cost = best[from].0;
            for to in from + 1..ends.len().min(from + self.longest + 1) {
                if let Some((number, own)) = self.numbers.get(&word[ends[from]..ends[to]])
                    && cost + own < best[to].0
                {
                    best[to] = (cost + own, *number, from);
                }
            }
            if cost + self.unknown < best[from + 1].0 {
                best[from + 1] = (cost + self.unknown, NONE, from);
            }
        }
        let mut out = Vec::new();
        let mut at = ends.len() - 1;
        while at > 0 {
            out.push(best[at].1);
            at = best[at].2;
        }
        out.reverse();
        out.truncate(most);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    const LINES: &str = "<s>\n</s>\n<unk>\n \t30\n San\t50\nta\t40\nt\t45\na\t45\n Santa\t100";

    #[test]
    fn the_likeliest_row_is_taken() {
        let pieces = Pieces::read(LINES).map(|pieces| {
            ["Santa", "San", "ta", "tata", "ñ", ""].map(|word| pieces.split(word, 40))
        });
        let wanted = [
            vec![4, 5],
            vec![4],
            vec![3, 5],
            vec![3, 5, 5],
            vec![3, 2],
            vec![3],
        ];
        assert_eq!(pieces, Some(wanted));
    }

    #[test]
    fn a_long_word_is_cut() {
        let pieces = Pieces::read(LINES).map(|pieces| pieces.split(&"ta".repeat(5_000), 40).len());
        assert_eq!(pieces, Some(40));
        assert!(Pieces::read("<s>\n</s>\n<unk>\nno cost").is_none());
    }
}
