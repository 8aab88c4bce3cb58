//! The words of which a match of a pattern must have one, from the pattern's syntax tree.
//!
//! After Russ Cox, "Regular Expression Matching with a Trigram Index" (2012): of every piece, the few texts that it can be
//! (`exact`), or, where they are too many, sets of words of each of which it must have one.

use super::{fold, tells};
use regex_syntax::ast::{
    Ast, ClassPerlKind, ClassSet, ClassSetItem, Repetition, RepetitionKind, RepetitionRange, parse,
};

/// A piece that can be more texts than these is not counted out.
const MOST: usize = 64;
/// Words shorter than this tell too little, but for signs.
const SHORT: usize = 3;
/// So many sets of words are kept.
const SETS: usize = 3;

type Words = Vec<String>;

/// What is known of a piece of a pattern.
#[derive(Clone, Debug, Default)]
struct Known {
    /// All texts it can be, folded.
    exact: Option<Words>,
    /// Of each of these sets, any match has a word.
    sets: Vec<Words>,
}

impl Known {
    fn exactly(words: Words) -> Self {
        Self {
            exact: Some(words),
            sets: Vec::new(),
        }
    }

    /// Its sets, that of all its texts among them.
    fn sets(self) -> Vec<Words> {
        let mut sets = self.sets;
        sets.extend(self.exact.and_then(useful));
        sets
    }
}

/// Sets of words; of each, every match of the pattern has at least one.
pub(super) fn needed(pattern: &str) -> Vec<Words> {
    let Ok(tree) = parse::Parser::new().parse(pattern) else {
        return Vec::new();
    };
    let mut sets = known(&tree).sets();
    sets.sort_by_key(|set| std::cmp::Reverse(worth(set)));
    sets.truncate(SETS);
    sets
}

/// How much a set tells: the length of its shortest word, then how few they are.
fn worth(set: &Words) -> (usize, usize) {
    let shortest = set.iter().map(|word| word.chars().count()).min();
    (
        shortest.unwrap_or_default().min(5),
        MOST.saturating_mul(8).saturating_sub(set.len()),
    )
}

/// The set without words that hold another of its words; `None` if one of them tells nothing.
fn useful(mut set: Words) -> Option<Words> {
    let tells = |word: &String| word.contains(tells) || word.chars().count() >= SHORT;
    if set.is_empty() || !set.iter().all(tells) {
        return None;
    }
    set.sort_by_key(String::len);
    let mut kept: Words = Vec::new();
    for word in set {
        if !kept.iter().any(|shorter| word.contains(shorter.as_str())) {
            kept.push(word);
        }
    }
    Some(kept)
}

fn known(tree: &Ast) -> Known {
    match tree {
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => Known::exactly(vec![String::new()]),
        Ast::Literal(letter) => Known::exactly(vec![fold(letter.c).to_string()]),
        Ast::ClassPerl(class) if !class.negated => match class.kind {
            ClassPerlKind::Digit => Known::exactly(vec!["0".to_owned()]),
            ClassPerlKind::Space => Known::exactly(vec![" ".to_owned()]),
            ClassPerlKind::Word => Known::default(),
        },
        Ast::ClassBracketed(class) if !class.negated => match &class.kind {
            ClassSet::Item(item) => Known {
                exact: letters(item),
                sets: Vec::new(),
            },
            ClassSet::BinaryOp(_) => Known::default(),
        },
        Ast::Group(group) => known(&group.ast),
        Ast::Repetition(repetition) => repeated(repetition),
        Ast::Alternation(branches) => either(branches.asts.iter().map(known)),
        Ast::Concat(pieces) => row(pieces.asts.iter().map(known)),
        Ast::Dot(_) | Ast::ClassUnicode(_) | Ast::ClassPerl(_) | Ast::ClassBracketed(_) => {
            Known::default()
        }
    }
}

/// The letters of a class that names each.
fn letters(item: &ClassSetItem) -> Option<Words> {
    match item {
        ClassSetItem::Literal(letter) => Some(vec![fold(letter.c).to_string()]),
        ClassSetItem::Perl(class) if !class.negated && class.kind == ClassPerlKind::Digit => {
            Some(vec!["0".to_owned()])
        }
        ClassSetItem::Union(union) => {
            let mut all = Words::new();
            for item in &union.items {
                all.extend(letters(item)?);
            }
            all.sort();
            all.dedup();
            Some(all)
        }
        _ => None,
    }
}

fn repeated(it: &Repetition) -> Known {
    let inner = known(&it.ast);
    let (least, most) = match &it.op.kind {
        RepetitionKind::ZeroOrOne => (0, Some(1)),
        RepetitionKind::ZeroOrMore => (0, None),
        RepetitionKind::OneOrMore => (1, None),
        RepetitionKind::Range(RepetitionRange::Exactly(n)) => (*n, Some(*n)),
        RepetitionKind::Range(RepetitionRange::AtLeast(n)) => (*n, None),
        RepetitionKind::Range(RepetitionRange::Bounded(n, m)) => (*n, Some(*m)),
    };
    // A run of digits or of blanks is one.
    let runs =
        |words: &Words| words.iter().all(|word| word == "0" || word == " ") && words.len() == 1;
    match (least, most) {
        (1, Some(1)) => inner,
        (1.., _) if inner.exact.as_ref().is_some_and(runs) => inner,
        (1.., _) => Known {
            exact: None,
            sets: inner.sets(),
        },
        (0, Some(1)) => Known {
            exact: inner.exact.map(|mut words| {
                words.push(String::new());
                words
            }),
            sets: Vec::new(),
        },
        (0, _) => Known::default(),
    }
}

/// One of several branches.
fn either(branches: impl Iterator<Item = Known>) -> Known {
    let branches: Vec<Known> = branches.collect();
    let mut exact = Some(Words::new());
    for branch in &branches {
        exact = exact
            .zip(branch.exact.as_ref())
            .map(|(mut all, words)| {
                all.extend(words.iter().cloned());
                all
            })
            .filter(|all| all.len() <= MOST);
    }
    if exact.is_some() {
        return Known {
            exact,
            sets: Vec::new(),
        };
    }
    let mut all = Words::new();
    for branch in branches {
        let Some(best) = branch.sets().into_iter().max_by_key(worth) else {
            return Known::default();
        };
        all.extend(best);
    }
    Known {
        exact: None,
        sets: useful(all).into_iter().collect(),
    }
}

/// One piece after the other.
fn row(pieces: impl Iterator<Item = Known>) -> Known {
    let mut whole = true;
    let mut sets = Vec::new();
    let mut run = vec![String::new()];
    for piece in pieces {
        if let Some([next]) = piece.exact.as_deref() {
            add(&mut run, next);
            continue;
        }
        let grown = piece.exact.as_ref().map(|next| product(&run, next));
        if let Some(grown) = grown.filter(|grown| grown.len() <= MOST) {
            run = grown;
            continue;
        }
        whole = false;
        sets.extend(useful(std::mem::take(&mut run)));
        run = match &piece.exact {
            Some(words) if words.len() <= MOST => words.clone(),
            _ => vec![String::new()],
        };
        if piece.exact.is_none() {
            sets.extend(piece.sets());
        }
    }
    if whole {
        return Known::exactly(run);
    }
    sets.extend(useful(run));
    Known { exact: None, sets }
}

/// The words, each with the same text behind it.
fn add(words: &mut Words, next: &str) {
    for word in words.iter_mut() {
        join(word, next);
    }
    // Only a run of digits or blanks can make two words the same.
    if next.starts_with(['0', ' ']) {
        words.sort();
        words.dedup();
    }
}

/// Adds a folded text to another; a run of digits or of blanks stays one.
fn join(word: &mut String, next: &str) {
    let run = ['0', ' '].iter().find(|c| word.ends_with(**c));
    let next = run.and_then(|c| next.strip_prefix(*c)).unwrap_or(next);
    word.push_str(next);
}

fn product(left: &Words, right: &Words) -> Words {
    let joined = |(a, b): (&String, &String)| {
        let mut word = String::with_capacity(a.len() + b.len());
        word.push_str(a);
        join(&mut word, b);
        word
    };
    let mut all: Words = left
        .iter()
        .flat_map(|a| right.iter().map(move |b| joined((a, b))))
        .collect();
    all.sort();
    all.dedup();
    all
}
