//! The templates: what each word is scored by, as hashes.

use super::memory::Memory;
use super::words::{PLACE, Passage, Word};
use model::Span;

/// What stands before the first word and behind the last.
const NONE: Word = Word {
    span: Span { start: 0, end: 0 },
    cased: false,
    small: 1,
    raw: 1,
    begins: [0; 5],
    ends: [0; 5],
    shape: 1,
    brief: 1,
    fine: 0,
    coarse: 0,
    known: 0,
    rule: 0,
    flags: 0,
    key: 0,
};

/// The hash of a numbered feature over two values.
const fn mix(number: u64, a: u64, b: u64) -> u64 {
    let mut hash = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ a;
    hash = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ b;
    hash = (hash ^ (hash >> 32)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// The hash of an arc's feature behind a label.
pub const fn behind(hash: u64, label: usize) -> u64 {
    hash ^ (label as u64 + 1).wrapping_mul(0x9e37_79b1)
}

/// The word `by` words on.
fn near(passage: &Passage, at: usize, by: isize) -> &Word {
    at.checked_add_signed(by)
        .and_then(|at| passage.words.get(at))
        .unwrap_or(&NONE)
}

/// The hashes that a word is scored by at first reading.
pub fn own(passage: &Passage, at: usize, mut give: impl FnMut(u64)) {
    let [before, left, here, right, after] = [-2, -1, 0, 1, 2].map(|by| near(passage, at, by));
    let mut f = |number, x, y| give(mix(number, x, y));
    f(0, 0, 0);
    // Words.
    for (number, word) in [(1, here), (2, left), (3, right), (4, before), (5, after)] {
        f(number, word.small, 0);
    }
    f(6, here.small, left.small);
    f(7, here.small, right.small);
    f(8, left.small, right.small);
    f(55, here.raw, 0);
    f(13, left.small, here.brief);
    f(14, right.small, here.brief);
    f(52, mix(0, before.small, left.small), here.brief);
    f(53, mix(0, right.small, after.small), here.brief);
    // Shapes.
    for (number, word) in [(9, here), (56, left), (57, right)] {
        f(number, word.shape, 0);
    }
    f(10, left.shape, here.shape);
    f(11, here.shape, right.shape);
    f(12, mix(0, left.brief, here.brief), right.brief);
    // Beginnings and ends.
    for (length, (begin, end)) in (0..).zip(here.begins.iter().zip(&here.ends)) {
        if *begin != 0 && length > 0 {
            f(15, *begin, length);
        }
        if *end != 0 {
            f(16, *end, length);
        }
    }
    f(17, here.ends[2], here.brief);
    f(18, left.ends[2], 0);
    f(19, right.ends[2], 0);
    clusters([before, left, here, right, after], &mut f);
    judged([left, here, right], &mut f);
    if here.cased {
        around(passage, at, &mut f);
    }
}

/// The words in small letters around a word with a capital, in no order: they tell what it is about.
fn around(passage: &Passage, at: usize, f: &mut impl FnMut(u64, u64, u64)) {
    let here = near(passage, at, 0).known & PLACE;
    for by in (-7..=7).filter(|by| *by != 0) {
        let word = near(passage, at, by);
        // Words of four letters and more.
        if !word.cased && word.ends[3] != 0 {
            f(68, word.key, here / PLACE);
        }
    }
}

fn clusters([before, left, here, right, after]: [&Word; 5], f: &mut impl FnMut(u64, u64, u64)) {
    for (number, word) in [
        (20, here),
        (21, left),
        (22, right),
        (23, before),
        (24, after),
    ] {
        f(number, word.fine, 0);
    }
    for (number, word) in [(25, here), (31, left), (32, right)] {
        f(number, word.coarse, 0);
    }
    for (number, word) in [(28, here), (29, left), (30, right)] {
        f(number, word.coarse, here.brief);
    }
    f(58, left.fine, here.fine);
    f(59, here.fine, right.fine);
    f(26, left.coarse, here.coarse);
    f(27, here.coarse, right.coarse);
    f(33, left.coarse, right.coarse);
    f(34, before.coarse, left.coarse);
    f(35, right.coarse, after.coarse);
}

/// What lists, casing and rules say.
fn judged([left, here, right]: [&Word; 3], f: &mut impl FnMut(u64, u64, u64)) {
    f(36, here.known, here.brief);
    f(37, here.known, left.known);
    f(38, here.known, right.known);
    f(60, left.known, 8);
    f(61, right.known, 9);
    f(39, here.flags, 0);
    f(40, here.flags, here.brief);
    f(41, here.flags, here.known);
    f(42, here.flags, here.small);
    f(62, here.flags, here.coarse);
    f(43, here.rule, 0);
    f(44, left.rule, here.rule);
    f(45, here.rule, right.rule);
    f(46, here.rule, here.brief);
    f(47, here.rule, here.small);
    f(48, here.rule, left.small);
    f(49, here.rule, here.fine);
    f(63, here.rule, here.known);
}

/// The hashes that the step to a word from the word before is scored by; each is taken [`behind`] every label.
pub fn arcs(passage: &Passage, at: usize, mut give: impl FnMut(u64)) {
    let (left, here) = (near(passage, at, -1), near(passage, at, 0));
    give(mix(80, 0, 0));
    give(mix(81, left.brief, here.brief));
    give(mix(82, if here.cased { 0 } else { here.small }, here.brief));
}

/// The hashes that a word is scored by at second reading, beside the first's: what `memory` has of it and its neighbours.
pub fn remembered(
    passage: &Passage,
    at: usize,
    first: &[u8],
    memory: &Memory,
    mut give: impl FnMut(u64),
) {
    let others = |by| {
        let at = at.checked_add_signed(by)?;
        Some(memory.others(passage.words.get(at)?, *first.get(at)?))
    };
    let [a, t, n] = [-1, 0, 1].map(|by| others(by).unwrap_or(0));
    let word = near(passage, at, 0);
    let mut f = |number, x, y| give(mix(number, x, y));
    if t != 0 {
        f(100, t, 0);
        f(101, t, word.brief);
        f(102, t, word.flags);
        f(103, t, word.rule);
        f(107, t, word.coarse);
    }
    if a != 0 || t != 0 {
        f(104, a, t);
    }
    if t != 0 || n != 0 {
        f(105, t, n);
    }
    if a != 0 || t != 0 || n != 0 {
        f(106, mix(0, a, t), n);
    }
    f(108, 0, 0);
}
