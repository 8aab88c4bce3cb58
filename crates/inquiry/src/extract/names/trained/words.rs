//! Sentences with everything the templates ask of their words, as hashes.

use super::clusters::Clusters;
use crate::extract::names::lexicon::{fold, known};
use crate::extract::names::russian;
use crate::extract::text::{Sentence, Token, TokenKind};
use model::{Language, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// Longest beginning or end of a word that is looked at, in letters.
pub(super) const AFFIX: usize = 5;

/// Most letters of a word whose beginnings and ends are looked at.
const LETTERS: usize = 64;

/// That the lists have a word as a place.
pub(super) const PLACE: u64 = 4;

/// A word as the templates see it.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in its part.
    pub span: Span,
    /// Begins with a capital.
    pub(super) cased: bool,
    /// In small letters, every digit a nought.
    pub(super) small: u64,
    /// As it stands.
    pub(super) raw: u64,
    /// Its first letters, by number; 0 where it has not so many.
    pub(super) begins: [u64; AFFIX],
    /// Its last letters, by number; 0 where it has not so many.
    pub(super) ends: [u64; AFFIX],
    /// Capitals, small letters, digits; runs of more than four cut short.
    pub(super) shape: u64,
    /// The same, every run as one.
    pub(super) brief: u64,
    /// Word cluster.
    pub(super) fine: u64,
    /// Cluster of word clusters.
    pub(super) coarse: u64,
    /// What the lists say.
    pub(super) known: u64,
    /// What the rules found here.
    pub(super) rule: u64,
    /// How the sentence is cased, whether the word opens it, how the document writes the word elsewhere.
    pub(super) flags: u64,
    /// What is the same for all forms of a name.
    pub(super) key: u64,
}

impl Word {
    /// Whether it is written small and ends as Russian verbs of the present do; nouns within a name are in other cases.
    pub(in crate::extract::names) fn may_be_verb(&self) -> bool {
        let ends = ["ат", "ят", "ут", "ют"];
        !self.cased && ends.iter().any(|end| text(end) == self.ends[1])
    }
}

/// The words of a sentence.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Index of its part.
    pub part: usize,
    /// Its language.
    pub language: Language,
    /// Its words, in text order.
    pub words: Vec<Word>,
}

/// FNV-1a.
fn text(word: &str) -> u64 {
    letters(word.chars())
}

/// The hash of nothing.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

fn letters(word: impl Iterator<Item = char>) -> u64 {
    word.fold(NOTHING, behind)
}

/// The hash of what was hashed and a letter behind it.
fn behind(mut hash: u64, letter: char) -> u64 {
    let mut bytes = [0; 4];
    for byte in letter.encode_utf8(&mut bytes).bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// The shape of a word, long and brief.
fn shapes(raw: &str) -> (u64, u64) {
    let (mut long, mut brief) = (NOTHING, NOTHING);
    let mut last = None;
    for (at, letter) in raw.chars().enumerate() {
        let class = match letter {
            'a'..='z' => 'x',
            'A'..='Z' => 'X',
            letter if letter.is_uppercase() => 'X',
            letter if letter.is_alphabetic() => 'x',
            letter if letter.is_numeric() => '0',
            letter => letter,
        };
        let again = last == Some(class);
        if at < 4 || !again {
            long = behind(long, class);
        }
        if !again {
            brief = behind(brief, class);
        }
        last = Some(class);
    }
    (long, brief)
}

/// How a document writes its words.
#[derive(Default)]
pub(in crate::extract::names) struct Cases {
    /// Folded words that stand in small letters somewhere.
    small: FxHashSet<String>,
    /// Folded words with a capital inside a sentence, and how often.
    capital: FxHashMap<String, u64>,
    /// Sentences of some words.
    sentences: usize,
    /// Those of them that begin with a small letter.
    begun_small: usize,
}

/// Fewest words of a sentence that tells how a document begins its sentences.
const SOME: usize = 3;

impl Cases {
    /// Takes in a sentence.
    pub(in crate::extract::names) fn read(&mut self, sentence: &Sentence) {
        // Points of lists begin small in any text.
        let point = sentence.tokens.first();
        let point = point.is_some_and(|token| token.kind == TokenKind::Dash || token.is("•"));
        let tokens = sentence.tokens.iter().filter(|_| !point);
        let mut words = tokens.filter(|token| token.kind == TokenKind::Word);
        if let Some(first) = words.next()
            && words.count() + 1 >= SOME
        {
            self.sentences += 1;
            self.begun_small += usize::from(!first.capital);
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || token.capital && at == 0 {
                continue;
            }
            let folded = fold(&token.lower);
            if token.capital {
                *self.capital.entry(folded).or_default() += 1;
            } else {
                self.small.insert(folded);
            }
        }
    }

    /// Whether capitals are left out, as in chats: a name may stand in small letters.
    fn careless(&self) -> bool {
        self.begun_small > 0 && self.begun_small * 3 >= self.sentences
    }
}

/// The words of a document that were met, by how they are written: most come again. What a form has must follow from its key and
/// the document alone.
pub(in crate::extract::names) struct Met<'t> {
    cases: Cases,
    words: FxHashMap<(&'t str, TokenKind, bool, Language), Form>,
}

impl Met<'_> {
    /// None yet, of a document that writes its words so.
    pub(in crate::extract::names) fn of(cases: Cases) -> Self {
        Self {
            cases,
            words: FxHashMap::default(),
        }
    }
}

/// A word with what the document says of it elsewhere.
struct Form {
    word: Word,
    /// It stands in small letters somewhere.
    small: bool,
    /// How often it has a capital inside a sentence.
    capital: u64,
}

impl Form {
    fn new(raw: &str, token: &Token, language: Language, cases: &Cases) -> Self {
        let is_word = token.kind == TokenKind::Word;
        let stopless = raw.strip_suffix('.').filter(|_| is_word).unwrap_or(raw);
        let folded = fold(stopless);
        let clusters = Clusters::shipped(language);
        Self {
            word: word(raw, token, clusters, language, (&folded, cases.careless())),
            small: cases.small.contains(&folded),
            capital: cases.capital.get(&folded).copied().unwrap_or(0),
        }
    }
}

/// How a sentence is cased: 1 mostly in capitals, 2 mostly in words with a capital.
fn casing(part: &str, sentence: &Sentence) -> u64 {
    let (mut words, mut capitals, mut upper) = (0, 0, 0);
    for token in sentence
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
    {
        let raw = token.span.of(part).unwrap_or_default();
        words += 1;
        capitals += usize::from(token.capital);
        let long = raw.chars().nth(1).is_some();
        upper += usize::from(long && !raw.chars().any(char::is_lowercase));
    }
    if words > 2 && upper * 10 > words * 6 {
        1
    } else if words > 4 && capitals * 10 > words * 7 {
        2
    } else {
        0
    }
}

/// Begins a passage: the words of a sentence. `rule` says what the rules found at a span.
pub(in crate::extract::names) fn passage<'t>(
    number: usize,
    part: &'t str,
    sentence: &Sentence,
    met: &mut Met<'t>,
    rule: impl Fn(Span) -> u64,
) -> Passage {
    let casing = match casing(part, sentence) {
        0 if met.cases.careless() => 3,
        casing => casing,
    };
    let language = sentence.language;
    let mut opens = true;
    let words = sentence
        .tokens
        .iter()
        .map(|token| {
            let is_word = token.kind == TokenKind::Word;
            let raw = token.span.of(part).unwrap_or_default();
            let key = (raw, token.kind, token.capital, language);
            let form = met.words.entry(key);
            let form = form.or_insert_with(|| Form::new(raw, token, language, &met.cases));
            let flags = casing
                | u64::from(opens && is_word) << 2
                | u64::from(is_word && token.capital && form.small) << 3
                | if opens && token.capital {
                    form.capital.min(2)
                } else {
                    3
                } << 4;
            if is_word {
                opens = false;
            }
            if token.kind == TokenKind::Stop || token.is(":") {
                opens = true;
            }
            Word {
                span: token.span,
                flags,
                rule: rule(token.span),
                ..form.word.clone()
            }
        })
        .collect();
    Passage {
        part: number,
        language,
        words,
    }
}

fn word(
    raw: &str,
    token: &Token,
    clusters: Clusters<'_>,
    language: Language,
    (folded, careless): (&str, bool),
) -> Word {
    let all: Vec<char> = token.lower.chars().take(LETTERS).collect();
    let enough = |length: usize| all.len() > length || all.len() == length && length < AFFIX;
    let mut begins = [0; AFFIX];
    let mut begin = NOTHING;
    for (at, (hash, letter)) in begins.iter_mut().zip(&all).enumerate() {
        begin = behind(begin, *letter);
        *hash = if enough(at + 1) { begin } else { 0 };
    }
    let end = |length: usize| {
        let piece = all.get(all.len().saturating_sub(length)..);
        let piece = piece.filter(|_| enough(length));
        piece.map_or(0, |piece| letters(piece.iter().copied()))
    };
    let in_small = careless && token.kind == TokenKind::Word && !token.capital;
    let listed = if token.capital || in_small {
        known(folded)
    } else {
        crate::extract::names::lexicon::Known::default()
    };
    let key = if language == Language::Ru {
        text(&russian::stem(folded))
    } else {
        text(folded)
    };
    let (mut shape, mut brief) = shapes(raw);
    if in_small {
        (shape, brief) = (behind(shape, '~'), behind(brief, '~'));
    }
    let (fine, coarse) = clusters.of(text(&token.lower));
    Word {
        span: token.span,
        cased: token.kind == TokenKind::Word && token.capital,
        small: letters(
            token
                .lower
                .chars()
                .map(|letter| if letter.is_numeric() { '0' } else { letter }),
        ),
        raw: text(raw),
        begins,
        ends: std::array::from_fn(|at| end(at + 1)),
        shape,
        brief,
        fine,
        coarse,
        known: u64::from(listed.given)
            | u64::from(listed.surname) << 1
            | u64::from(listed.place) << 2,
        rule: 0,
        flags: 0,
        key,
    }
}
