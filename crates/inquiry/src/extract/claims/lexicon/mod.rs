//! The words of a language that claims are told by: closed classes and cues, read from tables of data.
//!
//! The tables are `lexicon/*.txt` (written by hand) and `lexicon/*.tsv` (counted by `lab cues`).

mod forms;

use crate::extract::text::Token;
use model::{Certainty, Kind, Language, Polarity};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of closed classes, or of frames, as bits.
pub(super) type Bits = u32;

/// Names of the closed classes; the bit of each is its index.
const CLASSES: &[&str] = &[
    "det", "poss", "pron", "prep", "conj", "sub", "rel", "comp", "be", "have", "do", "modal",
    "neg", "doubt", "adv", "time", "inf", "by", "speech", "doc",
];
pub(super) const DET: Bits = 1;
pub(super) const POSS: Bits = 1 << 1;
pub(super) const PRON: Bits = 1 << 2;
pub(super) const PREP: Bits = 1 << 3;
pub(super) const CONJ: Bits = 1 << 4;
pub(super) const SUB: Bits = 1 << 5;
pub(super) const REL: Bits = 1 << 6;
pub(super) const COMP: Bits = 1 << 7;
pub(super) const BE: Bits = 1 << 8;
pub(super) const HAVE: Bits = 1 << 9;
pub(super) const DO: Bits = 1 << 10;
pub(super) const MODAL: Bits = 1 << 11;
pub(super) const NEG: Bits = 1 << 12;
pub(super) const DOUBT: Bits = 1 << 13;
pub(super) const ADV: Bits = 1 << 14;
pub(super) const TIME: Bits = 1 << 15;
pub(super) const INF: Bits = 1 << 16;
pub(super) const BY: Bits = 1 << 17;
pub(super) const SPEECH: Bits = 1 << 18;
/// Documents that a content is taken from: "паспорту" behind "по".
pub(super) const DOC: Bits = 1 << 19;
/// Auxiliary verbs.
pub(super) const AUX: Bits = BE | HAVE | DO | MODAL;

/// What sort of cue it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A verb with its source as subject.
    Verb,
    /// A noun with its source as possessor.
    Noun,
    /// An adverb that lowers certainty: "allegedly".
    Hedge,
    /// An adjective that lowers certainty: "alleged".
    HedgeAdjective,
    /// A participle after "to be": "is believed to".
    Agentless,
    /// A preposition with its source behind it: "according to".
    Phrase,
}

/// Takes a clause as content.
pub(super) const CLAUSE: Bits = 1;
/// Goes with a quotation.
pub(super) const QUOTE: Bits = 1 << 1;
/// Takes a nominal object as content.
pub(super) const OBJECT: Bits = 1 << 2;
/// Takes an infinitive as content.
pub(super) const INFINITIVE: Bits = 1 << 3;
/// Names who is spoken to before the content.
pub(super) const ADDRESSEE: Bits = 1 << 4;
/// A noun with a clause.
pub(super) const THAT: Bits = 1 << 5;
/// Has no source: "seems".
pub(super) const RAISING: Bits = 1 << 6;
/// Not answering: never a claim.
pub(super) const REFUSAL: Bits = 1 << 7;

/// A cue as the lexicon has it.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) words: Vec<Box<str>>,
    pub(super) sort: Sort,
    pub(super) certainty: Certainty,
    pub(super) polarity: Polarity,
    pub(super) kind: Kind,
    pub(super) frames: Bits,
    /// Whether it is known only from counts.
    pub(super) learned: bool,
}

impl Cue {
    /// Whether it is negated by itself: "no comparte".
    pub(super) fn is_negative(&self) -> bool {
        self.words.len() > 1 && matches!(&*self.words[0], "no" | "не")
    }

    /// The cue of a denial by a word that no table has: plainly told.
    pub(super) fn denial(word: &str) -> Self {
        Self {
            words: vec![word.into()],
            sort: Sort::Verb,
            certainty: Certainty::Stated,
            polarity: Polarity::Denied,
            kind: Kind::Fact,
            frames: 0,
            learned: false,
        }
    }
}

/// Hits and total of a rule with a word.
type Count = (f32, f32);

/// The words of one language.
pub(super) struct Lexicon {
    pub(super) language: Language,
    classes: FxHashMap<Box<str>, Bits>,
    cues: FxHashMap<Box<str>, Vec<Cue>>,
    /// By rule, then by word.
    counts: FxHashMap<Box<str>, FxHashMap<Box<str>, Count>>,
}

static ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(Language::En, include_str!("en.txt"), include_str!("en.tsv")));
static SPANISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(Language::Es, include_str!("es.txt"), ""));
static RUSSIAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(Language::Ru, include_str!("ru.txt"), ""));

/// The lexicon of a language; English where there is none.
pub(super) fn of(language: Language) -> &'static Lexicon {
    match language {
        Language::Es => &SPANISH,
        Language::Ru => &RUSSIAN,
        Language::En | Language::Unknown => &ENGLISH,
    }
}

impl Lexicon {
    /// Reads the tables of a language. Lines that are not understood are left out; a test finds them.
    fn read(language: Language, table: &str, counts: &str) -> Self {
        let mut lexicon = Self {
            language,
            classes: FxHashMap::default(),
            cues: FxHashMap::default(),
            counts: FxHashMap::default(),
        };
        for line in table.lines() {
            lexicon.line(line);
        }
        for line in counts.lines().filter(|line| !line.starts_with('#')) {
            lexicon.count(line);
        }
        lexicon
    }

    /// One line of a hand-written table; whether it was understood.
    fn line(&mut self, line: &str) -> bool {
        if line.starts_with('#') || line.trim().is_empty() {
            return true;
        }
        let Some((head, words)) = line.split_once(':') else {
            return false;
        };
        let head: Vec<&str> = head.split_whitespace().collect();
        if let [class] = head[..] {
            let Some(bit) = CLASSES.iter().position(|name| *name == class) else {
                return class == "nosource";
            };
            for word in words.split_whitespace() {
                *self.classes.entry(word.into()).or_default() |= 1 << bit;
            }
            return true;
        }
        let Some(model) = cue(&head) else {
            return false;
        };
        for word in words.split_whitespace() {
            for form in forms::of(word, self.language) {
                let cue = Cue {
                    words: form.split('_').map(Into::into).collect(),
                    ..model.clone()
                };
                self.add(cue);
            }
        }
        true
    }

    /// Puts a cue in; of two for the same words and sort, the first counts, with the frames of both.
    fn add(&mut self, cue: Cue) {
        let Some(first) = cue.words.first().cloned() else {
            return;
        };
        let known = self.cues.entry(first).or_default();
        let same = |other: &&mut Cue| other.words == cue.words && other.sort == cue.sort;
        if let Some(other) = known.iter_mut().find(same) {
            other.frames |= cue.frames;
            return;
        }
        // "is believed" is read without a source before it is read as a passive.
        let first = usize::from(cue.sort == Sort::Agentless);
        let longer = |other: &&Cue| other.words.len() >= cue.words.len() + first;
        let at = known.iter().take_while(longer).count();
        known.insert(at, cue);
    }

    /// One line of counts: `rule TAB word TAB hits TAB total`; rule `*` counts the word as such.
    fn count(&mut self, line: &str) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [rule, word, hits, total] = cells[..] else {
            return;
        };
        let (Ok(hits), Ok(total)) = (hits.parse::<f32>(), total.parse::<f32>()) else {
            return;
        };
        if rule != "*" {
            let words = self.counts.entry(rule.into()).or_default();
            words.insert(word.into(), (hits, total));
        } else if !self.classes.contains_key(word) && !self.cues.contains_key(word) {
            self.add(Cue {
                words: vec![word.into()],
                sort: Sort::Verb,
                certainty: Certainty::Stated,
                polarity: Polarity::Affirmed,
                kind: Kind::Position,
                frames: OBJECT | CLAUSE | INFINITIVE | QUOTE,
                learned: true,
            });
        }
    }

    /// The closed classes of a word.
    pub(super) fn classes(&self, lower: &str) -> Bits {
        self.classes.get(lower).copied().unwrap_or(0)
    }

    /// The cues that begin at `tokens[at]`, the longest first.
    pub(super) fn cues(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = &Cue> {
        tokens
            .get(at)
            .and_then(|token| self.cues.get(&token.lower))
            .into_iter()
            .flatten()
            .filter(move |cue| {
                cue.words.len() == 1
                    || tokens.get(at..at + cue.words.len()).is_some_and(|window| {
                        window.iter().zip(&cue.words).all(|(t, w)| t.lower == *w)
                    })
            })
    }

    /// How often a rule with this word was right, smoothed towards the rule as a whole.
    pub(super) fn confidence(&self, rule: &str, word: &str) -> f32 {
        // Counts of English rules say nothing about other languages.
        let whole = self.counted(rule, "*");
        let rule_rate = whole.map_or(0.6, |(hits, total)| (hits + 3.0) / (total + 5.0));
        let (hits, total) = self.counted(rule, word).unwrap_or((0.0, 0.0));
        (hits + 3.0 * rule_rate) / (total + 3.0)
    }

    fn counted(&self, rule: &str, word: &str) -> Option<Count> {
        self.counts.get(rule)?.get(word).copied()
    }
}

/// A cue without its words, from the head of a line.
fn cue(head: &[&str]) -> Option<Cue> {
    let (sort, rest) = match *head {
        ["verb", ref rest @ ..] => (Sort::Verb, rest),
        ["noun", ref rest @ ..] => (Sort::Noun, rest),
        ["hedge", ref rest @ .., "adj"] => (Sort::HedgeAdjective, rest),
        ["hedge", ref rest @ ..] => (Sort::Hedge, rest),
        ["agentless", ref rest @ ..] => (Sort::Agentless, rest),
        ["phrase", ref rest @ ..] => (Sort::Phrase, rest),
        _ => return None,
    };
    let certainty = Certainty::parse(rest.first()?)?;
    let polarity = match rest.get(1) {
        Some(&"-") => Polarity::Denied,
        Some(&"+") | None => Polarity::Affirmed,
        Some(_) => return None,
    };
    let kind = rest
        .get(2)
        .map_or(Some(Kind::Fact), |kind| Kind::parse(kind))?;
    let mut frames = 0;
    for letter in rest.get(3).unwrap_or(&"").chars() {
        frames |= match letter {
            'c' => CLAUSE,
            'q' => QUOTE,
            'o' => OBJECT,
            'i' => INFINITIVE,
            't' => ADDRESSEE,
            'n' => THAT,
            's' => RAISING,
            'x' => REFUSAL,
            _ => return None,
        };
    }
    Some(Cue {
        words: Vec::new(),
        sort,
        certainty,
        polarity,
        kind,
        frames,
        learned: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_is_understood() {
        for (language, table) in [
            (Language::En, include_str!("en.txt")),
            (Language::Es, include_str!("es.txt")),
            (Language::Ru, include_str!("ru.txt")),
        ] {
            let mut lexicon = Lexicon::read(language, "", "");
            for line in table.lines() {
                assert!(lexicon.line(line), "{language}: {line}");
            }
        }
    }
}
