//! The classes of letters in patterns, put in after a pattern was read.
//!
//! A class of letters has dozens of ranges; to read them, and to add the forms of their letters, again wherever a pattern
//! says "letter" takes most of the time of reading it. So one letter that no text has stands in for each class until then.
//! It has a capital and a small form, so that the pattern tells whether case is regarded where it stands.

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};
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

/// Letters of Deseret, that no pattern names: those that stand in for classes, and their small forms.
const DESERET: (char, char) = ('\u{10400}', '\u{1044f}');
/// One of them that stands for nothing: a class that has it was written as what it has not.
const NOTHING: char = '\u{1044e}';

/// A class, and what stands in for it.
struct Letters {
    capital: char,
    small: char,
    /// Its letters where case is regarded, and where not.
    cased: ClassUnicode,
    uncased: ClassUnicode,
    /// Its ranges as they stand between brackets.
    written: String,
}

static LETTERS: LazyLock<[Letters; 4]> = LazyLock::new(|| {
    [
        Letters::new('\u{10400}', r"\p{L}", &OTHERS),
        Letters::new('\u{10401}', r"\p{Ll}", &[]),
        Letters::new('\u{10402}', r"\p{Lu}", &[]),
        Letters::new('\u{10403}', r"\w", &OTHERS),
    ]
});

impl Letters {
    /// The letters of a class where it is exact, and others.
    fn new(capital: char, class: &str, others: &[(char, char)]) -> Self {
        let range = |(from, to): &(char, char)| ClassUnicodeRange::new(*from, *to);
        let mut cased = match regex_syntax::parse(class).map(Hir::into_kind) {
            Ok(HirKind::Class(Class::Unicode(letters))) => letters,
            _ => ClassUnicode::empty(),
        };
        cased.intersect(&ClassUnicode::new(EXACT.iter().map(range)));
        cased.union(&ClassUnicode::new(others.iter().map(range)));
        let mut uncased = cased.clone();
        // Without the tables of cases the letters are as they are.
        let _ = uncased.try_case_fold_simple();
        Self {
            capital,
            small: char::from_u32(u32::from(capital) + 0x28).unwrap_or(NOTHING),
            written: written(&cased),
            cased,
            uncased,
        }
    }
}

/// The ranges of a class as they stand between brackets.
fn written(class: &ClassUnicode) -> String {
    let mut text = String::new();
    for range in class.iter() {
        let (from, to) = (u32::from(range.start()), u32::from(range.end()));
        // Writing to a string does not fail.
        let _ = write!(text, r"\u{{{from:x}}}-\u{{{to:x}}}");
    }
    text
}

/// The pattern with letters for its classes, as it can be read. Where a class is made of others by more than joining them,
/// one letter cannot stand for many: there the letters are written out.
pub(super) fn stood_in(text: &str) -> String {
    let [all, small, capital, word] = &*LETTERS;
    let out_of_others = is_made_of_others(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let classes = [
            (r"\p{Ll}", small),
            (r"\p{Lu}", capital),
            (r"\p{L}", all),
            (r"\w", word),
            (r"\W", word),
        ];
        let found = classes.iter().find(|(class, _)| from.starts_with(class));
        // What is escaped is no backslash that escapes.
        let escaped = || from.chars().take(2).map(char::len_utf8).sum();
        let taken = found.map_or_else(escaped, |(class, _)| class.len());
        match found {
            None => out.push_str(&from[..taken]),
            Some((class, letters)) => {
                let not = if *class == r"\W" { "^" } else { "" };
                let letters: &dyn std::fmt::Display = if out_of_others {
                    &letters.written
                } else {
                    &letters.capital
                };
                // Writing to a string does not fail.
                let _ = write!(out, "[{not}{letters}]");
            }
        }
        rest = &from[taken..];
    }
    out.push_str(rest);
    out
}

/// Whether a class takes letters from another, or holds one of all letters but some.
fn is_made_of_others(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' if letters.next() == Some('W') && depth > 0 => return true,
            '-' | '&' if depth > 0 && letters.peek() == Some(&c) => return true,
            '[' if depth > 0 && letters.peek() == Some(&'^') => return true,
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// A pattern that was read, with its classes.
pub(super) fn put_in(hir: Hir) -> Hir {
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(it)) => Hir::class(Class::Unicode(class(it))),
        HirKind::Class(it) => Hir::class(it),
        HirKind::Literal(it) => literal(&it.0),
        HirKind::Repetition(it) => Hir::repetition(it.with(put_in((*it.sub).clone()))),
        HirKind::Capture(it) => Hir::capture(Capture {
            index: it.index,
            name: it.name,
            sub: Box::new(put_in(*it.sub)),
        }),
        HirKind::Concat(subs) => Hir::concat(subs.into_iter().map(put_in).collect()),
        HirKind::Alternation(subs) => Hir::alternation(subs.into_iter().map(put_in).collect()),
        HirKind::Empty => Hir::empty(),
        HirKind::Look(look) => Hir::look(look),
    }
}

fn has(class: &ClassUnicode, letter: char) -> bool {
    let ranges = class.ranges();
    let at = ranges.partition_point(|range| range.end() < letter);
    ranges.get(at).is_some_and(|range| range.start() <= letter)
}

/// A class in which letters may stand in for others.
pub(super) fn class(mut class: ClassUnicode) -> ClassUnicode {
    // Most classes are a letter in its forms.
    if class
        .ranges()
        .last()
        .is_none_or(|last| last.end() < DESERET.0)
    {
        return class;
    }
    let negated = has(&class, NOTHING);
    if negated {
        class.negate();
    }
    let deseret = ClassUnicode::new([ClassUnicodeRange::new(DESERET.0, DESERET.1)]);
    let mut plain = class.clone();
    plain.difference(&deseret);
    for letters in LETTERS
        .iter()
        .filter(|letters| has(&class, letters.capital))
    {
        plain.union(if has(&class, letters.small) {
            &letters.uncased
        } else {
            &letters.cased
        });
    }
    if negated {
        plain.negate();
    }
    plain
}

/// Letters in a row, of which some may stand in for classes.
pub(super) fn literal(bytes: &[u8]) -> Hir {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Hir::literal(bytes);
    };
    let stands = |c: &char| LETTERS.iter().any(|letters| letters.capital == *c);
    if !text.chars().any(|c| stands(&c)) {
        return Hir::literal(bytes);
    }
    let one = |c: char| {
        let found = LETTERS.iter().find(|letters| letters.capital == c);
        found.map_or_else(
            || Hir::literal(c.encode_utf8(&mut [0; 4]).as_bytes()),
            |letters| Hir::class(Class::Unicode(letters.cased.clone())),
        )
    };
    Hir::concat(text.chars().map(one).collect())
}

/// How each class is written in a pattern, and with its letters.
#[cfg(test)]
pub(super) fn written_out() -> Vec<(&'static str, String)> {
    let classes = [r"\p{L}", r"\p{Ll}", r"\p{Lu}", r"\w"];
    let letters = LETTERS
        .iter()
        .map(|letters| format!("[{}]", letters.written));
    classes.into_iter().zip(letters).collect()
}
