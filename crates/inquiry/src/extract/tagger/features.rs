//! The features of both steps, hashed (Weinberger 2009).

use super::passage::{Passage, Word};
use super::weights::{Row, Stage, Weights};
use super::{LABELS, window};

/// Scores of a chain of words.
pub struct Chain {
    /// For each word, the score of each label.
    pub own: Vec<Row>,
    /// For each word, for each label of the word before it, the score of each label.
    pub arcs: Vec<[Row; LABELS]>,
    /// In training, for each word the hashes its scores were summed from: its own, then those of its arcs.
    pub hashes: Vec<(Vec<u64>, Vec<u64>)>,
}

impl Chain {
    /// How far the beginning of a cue is preferred to nothing at a word.
    pub(super) fn margin(&self, at: usize) -> i32 {
        self.own[at][1] - self.own[at][0]
    }

    /// Adds to the last word what hashes of its own and of the step to it score: what is `known`, else what they sum to.
    fn add<W: Weights, const OWN: usize, const STEPS: usize>(
        &mut self,
        weights: &W,
        known: &mut Option<Sum>,
        hashes: impl Fn() -> ([u64; OWN], [u64; STEPS]),
    ) {
        let (own, arcs) = known.get_or_insert_with(|| {
            let (own, arcs) = hashes();
            sum(weights, Stage::Arguments, &own, &arcs)
        });
        let add = |row: &mut Row, more: &Row| {
            for (score, more) in row.iter_mut().zip(more) {
                *score += more;
            }
        };
        if let (Some(row), Some(rows)) = (self.own.last_mut(), self.arcs.last_mut()) {
            add(row, own);
            for (row, more) in rows.iter_mut().zip(&*arcs) {
                add(row, more);
            }
        }
        if W::LEARNS
            && let Some(last) = self.hashes.last_mut()
        {
            let (own, arcs) = hashes();
            last.0.extend(own);
            last.1.extend(arcs);
        }
    }
}

/// FNV-1a.
pub(super) fn text(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The hash of a numbered feature over two values.
fn mix(number: u64, a: u64, b: u64) -> u64 {
    let mut hash = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ a;
    hash = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ b;
    hash = (hash ^ (hash >> 32)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// The hash of an arc's feature behind a label.
pub fn behind(hash: u64, label: usize) -> u64 {
    mix(99, hash, label as u64)
}

/// A word, or what stands for none.
fn word(passage: &Passage, at: isize) -> (u64, u64, u64) {
    usize::try_from(at)
        .ok()
        .and_then(|at| passage.words.get(at))
        .map_or((1, 1, 0), |word| {
            (word.word, word.class, u64::from(word.standing.bits))
        })
}

fn index(at: usize, by: isize) -> isize {
    isize::try_from(at).unwrap_or(isize::MAX - 9) + by
}

/// Scores of a word, and of the step to it behind each label.
type Sum = (Row, [Row; LABELS]);

/// What hashes of a word and of the step to it score.
fn sum<const STEPS: usize>(
    weights: &impl Weights,
    stage: Stage,
    own: &[u64],
    arcs: &[u64; STEPS],
) -> Sum {
    let mut sum = [0; LABELS];
    weights.add(stage, own, &mut sum);
    let mut between = [[0; LABELS]; LABELS];
    for (label, row) in between.iter_mut().enumerate() {
        weights.add(stage, &arcs.map(|hash| behind(hash, label)), row);
    }
    (sum, between)
}

/// Sums the scores of a word.
fn push<W: Weights, const STEPS: usize>(
    chain: &mut Chain,
    weights: &W,
    stage: Stage,
    own: &[u64],
    arcs: &[u64; STEPS],
) {
    let (sum, between) = sum(weights, stage, own, arcs);
    chain.own.push(sum);
    chain.arcs.push(between);
    if W::LEARNS {
        chain.hashes.push((own.to_vec(), arcs.to_vec()));
    }
}

/// What the words of a passage score in the cue, before it and behind it, whatever the cue is: summed once for all cues.
pub(super) struct Sides(Vec<[Option<Sum>; 3]>);

impl Sides {
    pub(super) fn of(passage: &Passage) -> Self {
        Self(vec![[None; 3]; passage.words.len()])
    }

    /// What is known of a word on a side.
    fn at(&mut self, at: usize, side: u64) -> &mut Option<Sum> {
        &mut self.0[at][usize::try_from(side).unwrap_or(0)]
    }
}

/// The chain in which cues are looked for.
pub fn cues(passage: &Passage, weights: &impl Weights) -> Chain {
    let mut chain = Chain {
        own: Vec::new(),
        arcs: Vec::new(),
        hashes: Vec::new(),
    };
    for (at, here) in passage.words.iter().enumerate() {
        let near = |by| word(passage, index(at, by));
        let (w, c, r) = near(0);
        let (w1, c1, r1) = near(1);
        let (w2, c2, r2) = near(2);
        let (b1, d1, s1) = near(-1);
        let (b2, d2, s2) = near(-2);
        let quoted = u64::from(here.quoted);
        let own = [
            mix(0, w, 0),
            mix(1, b1, 0),
            mix(2, w1, 0),
            mix(3, b2, 0),
            mix(4, w2, 0),
            mix(5, w, b1),
            mix(6, w, w1),
            mix(7, here.suffix, 0),
            mix(8, here.suffix, d1),
            mix(9, here.suffix, c1),
            mix(10, c, d1),
            mix(11, c, c1),
            mix(12, mix(12, c, d1), c1),
            mix(13, w, d1),
            mix(14, w, c1),
            mix(15, w, quoted),
            mix(16, r, 0),
            mix(17, r, w),
            mix(18, r, mix(18, s1, r1)),
            mix(19, mix(19, c1, c2), w),
            mix(20, mix(20, d1, d2), w),
            mix(21, mix(21, d1, d2), c),
            mix(22, mix(22, c1, c2), c),
            mix(23, r, c),
            mix(24, mix(24, s1, s2), mix(24, r1, r2)),
            mix(25, here.shape, quoted),
            mix(26, w, mix(26, b1, w1)),
        ];
        let arcs = [mix(40, 0, 0), mix(41, c, 0), mix(42, w, 0), mix(43, d1, c)];
        if here.stem == 0 {
            push(&mut chain, weights, Stage::Cue, &own, &arcs);
        } else {
            let own = [&own[..], &stems(passage, at)].concat();
            push(&mut chain, weights, Stage::Cue, &own, &arcs);
        }
    }
    chain
}

/// The stem of a word, or what stands for none.
fn stem(passage: &Passage, at: isize) -> u64 {
    usize::try_from(at)
        .ok()
        .and_then(|at| passage.words.get(at))
        .map_or(1, |word| word.stem)
}

/// The hashes of stems around a word that may be a cue, in languages that inflect.
fn stems(passage: &Passage, at: usize) -> [u64; 10] {
    let here = &passage.words[at];
    let near = |by| word(passage, index(at, by));
    let (_, c1, r1) = near(1);
    let (_, d1, s1) = near(-1);
    let before = stem(passage, index(at, -1));
    let behind = stem(passage, index(at, 1));
    let first = at == 0 || passage.words[at - 1].sentence != here.sentence;
    let start = u64::from(first) * 2 + u64::from(here.quoted);
    [
        mix(60, here.stem, 0),
        mix(61, here.stem, here.suffix),
        mix(62, here.stem, d1),
        mix(63, here.stem, c1),
        mix(64, before, here.stem),
        mix(65, here.stem, behind),
        mix(66, here.stem, u64::from(here.standing.bits)),
        mix(67, start, here.class),
        mix(68, start, here.stem),
        mix(69, mix(69, s1, r1), here.class),
    ]
}

/// A distance as one of a few sizes.
fn size(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=35 => 9,
        _ => 10,
    }
}

/// What stands between a cue and a word, counted from the cue outwards.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Between {
    commas: u64,
    closed: u64,
    cues: u64,
    sentences: u64,
}

impl Between {
    fn pass(self, word: &Word) -> Self {
        let cue = word.standing.bits & 1 != 0;
        Self {
            commas: (self.commas + u64::from(word.comma)).min(3),
            closed: (self.closed + u64::from(word.closes)).min(2),
            cues: (self.cues + u64::from(cue)).min(2),
            sentences: self.sentences,
        }
    }
}

/// For each word of the window, what stands between it and the cue.
fn between(passage: &Passage, cue: (usize, usize), from: usize, to: usize) -> Vec<Between> {
    let mut out = vec![Between::default(); to - from];
    let home = passage.words[cue.0].sentence;
    let mut state = Between::default();
    for at in (from..cue.0).rev() {
        let word = &passage.words[at];
        state.sentences = home.abs_diff(word.sentence).min(3) as u64;
        out[at - from] = state;
        state = state.pass(word);
    }
    state = Between::default();
    for at in cue.1 + 1..to {
        let word = &passage.words[at];
        state.sentences = home.abs_diff(word.sentence).min(3) as u64;
        out[at - from] = state;
        state = state.pass(word);
    }
    out
}

/// The words around a cue.
struct Head {
    word: u64,
    first: u64,
    next: u64,
    follows: u64,
    precedes: u64,
    /// 0 in English.
    stem: u64,
}

/// How a word stands to its cue.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stand {
    /// 0 in the cue, 1 before it, 2 behind it.
    side: u64,
    far: u64,
    quotes: u64,
    gap: Between,
    path: u64,
    place: u64,
    rule: u64,
    rule_before: u64,
    /// Where a quotation or sentence begins or ends.
    turn: u64,
}

fn stand(
    passage: &Passage,
    cue: (usize, usize),
    at: usize,
    gap: Between,
    rules: [u64; 2],
) -> Stand {
    let (side, distance) = if at < cue.0 {
        (1, cue.0 - at)
    } else if at > cue.1 {
        (2, at - cue.1)
    } else {
        (0, 0)
    };
    let here = &passage.words[at];
    let before = &passage.words[at.saturating_sub(1)];
    let quotes = u64::from(here.quoted) * 2 + u64::from(passage.words[cue.0].quoted);
    let path = ((gap.sentences * 4 + gap.commas) * 3 + gap.closed) * 3 + gap.cues;
    let edge = u64::from(here.sentence != before.sentence);
    Stand {
        side,
        far: side * 16 + size(distance),
        quotes,
        gap,
        path,
        place: mix(70, path * 4 + side, quotes),
        rule: rules[1],
        rule_before: rules[0],
        turn: quotes * 4 + u64::from(before.quoted) * 2 + edge,
    }
}

/// The hashes of a word on a side of the cue.
fn beside(passage: &Passage, at: usize, side: u64) -> [u64; 7] {
    let near = |by| word(passage, index(at, by));
    let (w, c, _) = near(0);
    let (w1, c1, _) = near(1);
    let (b1, d1, _) = near(-1);
    [
        mix(1, w, side),
        mix(4, mix(4, d1, c), side),
        mix(5, mix(5, c, c1), side),
        mix(15, b1, side),
        mix(16, w1, side),
        mix(18, passage.words[at].suffix, side),
        mix(20, mix(20, b1, w), side),
    ]
}

/// The hashes of a word seen from its cue.
fn seen(passage: &Passage, at: usize, cue: &Head, to: &Stand) -> [u64; 9] {
    let here = &passage.words[at];
    let (w, c, r) = word(passage, index(at, 0));
    let (head, side, far) = (cue.word, to.side, to.far);
    [
        mix(2, w, far),
        mix(3, c, far),
        mix(8, head, mix(8, c, side)),
        mix(12, to.place, c),
        mix(17, here.shape, far),
        mix(19, to.gap.cues * 4 + side, c),
        mix(21, to.rule, w),
        mix(24, r, to.rule * 4 + side),
        mix(28, head, mix(28, w, side)),
    ]
}

/// The hashes of any word that stands so to the cue.
fn standing(cue: &Head, to: &Stand) -> [u64; 12] {
    let head = cue.word;
    let (side, far, quotes, gap) = (to.side, to.far, to.quotes, to.gap);
    let frame = mix(23, cue.precedes, cue.follows);
    [
        mix(6, to.rule, side),
        mix(7, to.rule, far),
        mix(9, head, far),
        mix(10, gap.sentences * 8 + side, quotes),
        mix(11, to.place, 0),
        mix(13, mix(13, head, cue.next), side),
        mix(14, head, mix(14, to.path, side)),
        mix(22, mix(22, cue.precedes, cue.follows), far),
        mix(23, frame, mix(23, to.path, quotes * 4 + side)),
        mix(25, mix(25, cue.first, head), side),
        mix(26, to.rule, to.place),
        mix(27, head, mix(27, quotes, side * 4 + gap.sentences)),
    ]
}

/// The hashes of a word's stem, end and class, in languages that inflect.
fn roots(passage: &Passage, at: usize, cue: &Head, to: &Stand) -> [u64; 4] {
    let here = &passage.words[at];
    let near = |by| word(passage, index(at, by));
    let (_, c, _) = near(0);
    let (_, c1, _) = near(1);
    let (_, d1, _) = near(-1);
    let side = to.side;
    [
        mix(81, cue.stem, mix(81, c, side)),
        mix(84, here.stem, side),
        mix(85, here.suffix, to.far),
        mix(86, mix(86, d1, c), mix(86, c1, side)),
    ]
}

/// The hashes of the cue's stem for any word that stands so to it, in languages that inflect.
fn stems_of_cue(cue: &Head, to: &Stand) -> [u64; 4] {
    let (stem, side) = (cue.stem, to.side);
    [
        mix(80, stem, to.far),
        mix(82, stem, mix(82, to.path, side)),
        mix(83, stem, mix(83, to.quotes, side * 4 + to.gap.sentences)),
        mix(87, stem, mix(87, to.rule, side)),
    ]
}

/// The hashes of the step from the word before on a side of the cue.
fn steps_beside(passage: &Passage, at: usize, side: u64) -> [u64; 9] {
    let near = |by| word(passage, index(at, by));
    let (w, c, r) = near(0);
    let (_, c1, _) = near(1);
    let (b1, d1, s1) = near(-1);
    [
        mix(40, side, 0),
        mix(41, c, side),
        mix(42, d1, side),
        mix(43, mix(43, d1, c), side),
        mix(44, w, side),
        mix(45, b1, side),
        mix(48, mix(48, b1, w), side),
        mix(51, s1 * 256 + r, side),
        mix(52, mix(52, c, c1), side),
    ]
}

/// The hashes of the step from the word before, seen from its cue.
fn steps(to: &Stand) -> [u64; 4] {
    let side = to.side;
    [
        mix(46, to.rule * 16 + to.rule_before, side),
        mix(47, to.turn, side),
        mix(49, to.far, 0),
        mix(50, to.path, side),
    ]
}

/// The chain in which the source and content of `cue` are looked for: its words are those of the window.
pub fn arguments(passage: &Passage, weights: &impl Weights, cue: (usize, usize)) -> Chain {
    arguments_by(passage, weights, cue, &mut Sides::of(passage))
}

/// The same by what is known of the passage's words on each side of a cue.
pub(super) fn arguments_by(
    passage: &Passage,
    weights: &impl Weights,
    cue: (usize, usize),
    sides: &mut Sides,
) -> Chain {
    let (from, to) = window(passage, cue);
    let mut chain = Chain {
        own: Vec::with_capacity(to - from),
        arcs: Vec::with_capacity(to - from),
        hashes: Vec::new(),
    };
    let (next, follows, _) = word(passage, index(cue.1, 1));
    let head = Head {
        word: passage.words[cue.1].word,
        first: passage.words[cue.0].word,
        next,
        follows,
        precedes: word(passage, index(cue.0, -1)).1,
        stem: passage.words[cue.1].stem,
    };
    let gaps = between(passage, cue, from, to);
    let mut before = 9;
    let mut last = None;
    // What words score by how they stand to the cue; far from it the next one mostly stands as this one does.
    let (mut placed, mut rooted) = (None, None);
    for (at, gap) in (from..to).zip(gaps) {
        let rule = passage.ruled(cue, at);
        let stand = stand(passage, cue, at, gap, [before, rule]);
        before = rule;
        if last != Some(stand) {
            last = Some(stand);
            (placed, rooted) = (None, None);
        }
        let own = seen(passage, at, &head, &stand);
        if head.stem == 0 {
            push(&mut chain, weights, Stage::Arguments, &own, &[]);
        } else {
            let own = [&own[..], &roots(passage, at, &head, &stand)].concat();
            push(&mut chain, weights, Stage::Arguments, &own, &[]);
            chain.add(weights, &mut rooted, || (stems_of_cue(&head, &stand), []));
        }
        chain.add(weights, &mut placed, || {
            (standing(&head, &stand), steps(&stand))
        });
        let side = stand.side;
        chain.add(weights, sides.at(at, side), || {
            (beside(passage, at, side), steps_beside(passage, at, side))
        });
        if side == 0 {
            // The cue's own words are neither source nor content.
            chain.own[at - from][0] += 1_000_000;
        }
    }
    chain
}
