//! Numbers, document numbers and addresses: found however they are grouped and punctuated.

use super::fold::fold;
use aho_corasick::AhoCorasick;
use std::ops::Range;

/// Fewest letters and digits of a code that is looked for in running text.
const SHORTEST: usize = 5;
/// Digits from the end by which a telephone number is recognised, whatever its prefix.
const TAIL: usize = 7;
/// Most characters between two digits of one number.
const GAP: usize = 3;
/// What is dialled before a number: Cuba's and Russia's way out, the general one, trunk digits.
const PREFIXES: &[&str] = &["119", "810", "00", "8", "0", "1"];

/// What a code is, for how it is looked for and for the label that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// A handset, with its number among those of its owner; 0 where there is no other.
    Handset(usize),
    /// A SIM, with its number in the same way.
    Sim(usize),
    /// A document, an address, or whatever else tells somebody.
    Other,
    /// A telephone number.
    Phone,
}

/// One code to be masked.
#[derive(Clone, Debug)]
struct Code {
    /// All its letters and digits, folded.
    full: String,
    /// Whether it is a telephone number, whole.
    phone: bool,
    /// What it is.
    sort: Sort,
    /// Whose it is.
    owner: usize,
}

/// Finds codes in texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    codes: Vec<Code>,
    finder: Option<AhoCorasick>,
}

/// A text's letters and digits, folded, with where each byte came from.
struct Stream {
    text: String,
    /// For each byte of `text`, the range of the character in the original.
    from: Vec<Range<usize>>,
}

impl Stream {
    fn of(original: &str) -> Self {
        let mut stream = Self {
            text: String::with_capacity(original.len()),
            from: Vec::with_capacity(original.len()),
        };
        let mut buffer = [0; 4];
        for (at, letter) in original.char_indices() {
            if !letter.is_alphanumeric() {
                continue;
            }
            let folded = fold(letter.encode_utf8(&mut buffer));
            let place = at..at + letter.len_utf8();
            stream.from.extend(folded.bytes().map(|_| place.clone()));
            stream.text.push_str(&folded);
        }
        stream
    }

    /// Whether the bytes `range` of the stream stand close together in `original`.
    fn is_tight(&self, original: &str, range: Range<usize>) -> bool {
        self.from[range].windows(2).all(|pair| {
            pair[0] == pair[1] || original[pair[0].end..pair[1].start].chars().count() <= GAP
        })
    }
}

impl Codes {
    /// A finder for `(code as written, what it is, owner)`.
    pub(super) fn new(list: impl Iterator<Item = (String, Sort, usize)>) -> Self {
        let mut codes: Vec<Code> = list
            .map(|(written, sort, owner)| Code {
                full: fold(&written)
                    .chars()
                    .filter(|letter| letter.is_alphanumeric())
                    .collect(),
                phone: sort == Sort::Phone && !written.contains(['x', 'X', '*']),
                sort,
                owner,
            })
            .filter(|code| code.full.chars().count() >= SHORTEST)
            .collect();
        codes.sort_by(|a, b| (&a.full, a.owner).cmp(&(&b.full, b.owner)));
        codes.dedup_by(|a, b| a.full == b.full);
        // Only the build of an enormous automaton fails; the case of no codes needs none.
        let finder = (!codes.is_empty())
            .then(|| AhoCorasick::new(codes.iter().map(Code::needle)).ok())
            .flatten();
        Self { codes, finder }
    }

    /// Where codes stand in `original`, what they are and whose.
    pub(super) fn find(&self, original: &str) -> Vec<(Range<usize>, Sort, usize)> {
        let Some(finder) = &self.finder else {
            return Vec::new();
        };
        let stream = Stream::of(original);
        let mut found = Vec::new();
        for hit in finder.find_overlapping_iter(&stream.text) {
            let code = &self.codes[hit.pattern().as_usize()];
            let start = if code.phone {
                code.begin(&stream.text, hit.start())
            } else {
                hit.start()
            };
            let range = stream.from[start].start..stream.from[hit.end() - 1].end;
            if stream.is_tight(original, hit.range()) && code.stands(original, &range) {
                found.push((widen(original, range), code.sort, code.owner));
            }
        }
        found
    }
}

impl Code {
    /// What the automaton looks for.
    fn needle(&self) -> &str {
        if self.phone && self.full.len() > TAIL && self.full.is_ascii() {
            &self.full[self.full.len() - TAIL..]
        } else {
            &self.full
        }
    }

    /// Where the number begins in the stream, when its tail begins at `tail`.
    fn begin(&self, stream: &str, tail: usize) -> usize {
        let head = &self.full[..self.full.len() - self.needle().len()];
        let mut start = tail;
        for (wanted, before) in head.bytes().rev().zip(stream[..tail].bytes().rev()) {
            if wanted != before {
                break;
            }
            start -= 1;
        }
        let before = &stream[..start];
        PREFIXES
            .iter()
            .find(|prefix| before.ends_with(*prefix))
            .map_or(start, |prefix| start - prefix.len())
    }

    /// Whether what stands at `range` is the code and not a piece of a longer one.
    fn stands(&self, original: &str, range: &Range<usize>) -> bool {
        let next = original[range.end..].chars().next();
        let last = original[..range.start].chars().next_back();
        if self.phone {
            return !next.is_some_and(|letter| letter.is_ascii_digit());
        }
        !next.is_some_and(char::is_alphanumeric) && !last.is_some_and(char::is_alphanumeric)
    }
}

/// Takes in the `+` and brackets before a number.
fn widen(original: &str, range: Range<usize>) -> Range<usize> {
    let kept = original[..range.start].trim_end_matches(['+', '(']);
    kept.len()..range.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_every_notation() {
        let codes = Codes::new([("+5350000123".to_owned(), Sort::Phone, 0)].into_iter());
        for text in [
            "+53 5 000 0123",
            "5 0000123",
            "05 0000123",
            "119 53 50000123",
            "(53) 5000-0123",
            "5000.01.23",
            "000-01-23",
            "0053 50000123",
        ] {
            let line = format!("tel: {text}, si");
            let found = codes.find(&line);
            assert_eq!(found.len(), 1, "{text}");
            let rest = line.replace(&line[found[0].0.clone()], "");
            assert!(
                !rest.contains(|c: char| c.is_ascii_digit()),
                "{text} left {rest}"
            );
        }
        assert!(codes.find("50000124 and 5350000 123456").is_empty());
    }

    #[test]
    fn a_passport_with_and_without_spaces() {
        let codes = Codes::new([("K 123456".to_owned(), Sort::Other, 0)].into_iter());
        assert_eq!(codes.find("pasaporte K123456.").len(), 1);
        assert_eq!(codes.find("pasaporte k-123 456.").len(), 1);
        assert_eq!(codes.find("K1234567").len(), 0);
    }
}
