//! A paragraph as the tagger sees it: words as small numbers, with what the rules read.

use super::features::text;
use crate::extract::text::{Token, TokenKind};
use model::{Language, Span};

/// What the rules read of a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cue of a reading, source of one, content of one (bits 0 to 2); bits 3 to 5 for doubtful readings.
    pub bits: u8,
    /// The readings whose cue the word is in: number of each in [`Passage::readings`].
    pub cue_of: Option<usize>,
}

/// A word or mark.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Hash of its lower-case form.
    pub word: u64,
    /// Hash of its last letters.
    pub suffix: u64,
    /// Hash of its first letters, in languages that inflect; 0 in English.
    pub stem: u64,
    /// Hash of its classes in the lexicon; of the mark itself for marks.
    pub class: u64,
    /// Capital, digit, mark.
    pub shape: u64,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// Whether it is a comma or dash.
    pub comma: bool,
    /// Whether it closes a quotation.
    pub closes: bool,
    /// Number of its sentence in the passage.
    pub sentence: usize,
    /// What the rules read of it.
    pub standing: Standing,
}

impl Word {
    /// A token as a word; `bits` are its classes in the lexicon, `cue` whether a cue begins with it.
    pub fn new(token: &Token, bits: u32, cue: u8, quoted: bool, sentence: usize) -> Self {
        let wordy = token.is_wordy();
        let lower: &str = &token.lower;
        let start = lower
            .char_indices()
            .rev()
            .nth(2)
            .map_or(0, |(offset, _)| offset);
        let kind = token.kind as u64;
        let class = if token.kind == TokenKind::Word {
            let plain = bits == 0 && cue == 0;
            let end = if plain { ending(lower) } else { 0 };
            let capital = u64::from(token.capital && plain);
            (u64::from(bits) << 16) | (u64::from(cue) << 8) | (end << 2) | (capital << 1)
        } else {
            text(lower) | 1
        };
        Self {
            span: token.span,
            word: text(lower),
            suffix: text(&lower[start..]),
            stem: 0,
            class,
            shape: kind * 2 + u64::from(token.capital),
            quoted,
            comma: lower == "," || token.kind == TokenKind::Dash,
            closes: token.kind == TokenKind::Close,
            sentence,
            standing: Standing::default(),
        }
        .folded(wordy)
    }

    /// The word of a token in a language that inflects: with a stem, and its class by the ending where it is in none.
    #[must_use]
    pub fn inflected(mut self, token: &Token, language: Language) -> Self {
        let letters = if language == Language::Ru { 6 } else { 5 };
        let lower: &str = &token.lower;
        let end = lower
            .char_indices()
            .nth(letters)
            .map_or(lower.len(), |(offset, _)| offset);
        self.stem = text(&lower[..end]) | 1;
        if token.kind == TokenKind::Word && self.class < 64 {
            let capital = u64::from(token.capital);
            self.class = (declined(lower, language) << 2) | (capital << 1);
        }
        self
    }

    /// Numbers are all one word.
    fn folded(mut self, wordy: bool) -> Self {
        if wordy && self.shape / 2 == TokenKind::Number as u64 {
            self.word = 7;
            self.class = 9;
        }
        self
    }
}

/// The ending of a word that is in no class: what it may be in the sentence.
fn ending(lower: &str) -> u64 {
    ["ing", "ed", "ly", "s", "tion", "er"]
        .iter()
        .position(|end| lower.ends_with(end))
        .map_or(0, |at| at as u64 + 1)
}

/// Endings by which Spanish words decline and conjugate, longer before shorter ones.
const SPANISH: &str = "mente ciones ción aron ieron aban ando iendo ados adas idos idas ado ada ido ida arse erse irse \
     arle arlo arla rán ían aba ará erá irá ría ar er ir ió ía an en ó é os as es s o a e";
/// The same of Russian words.
const RUSSIAN: &str = "ется ются ится ятся лась лись лся ться ость ание ение ует уют ает ают ивает ого его ому ему ыми \
     ими ами ями вший щий ала ила ела али или ели ал ил ел ла ли ло ть ет ют ит ят ый ий ой ая яя ое \
     ее ые ие ых их ам ям ах ях ов ев ом ем ую юю но л а я ы и у ю о е й ь";

/// The ending of a Spanish or Russian word that is in no class.
fn declined(lower: &str, language: Language) -> u64 {
    let ends = if language == Language::Ru {
        RUSSIAN
    } else {
        SPANISH
    };
    ends.split(' ')
        .position(|end| lower.ends_with(end))
        .map_or(0, |at| at as u64 + 8)
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// Its words and marks, in text order.
    pub words: Vec<Word>,
    /// Source and content of each reading of the rules, as spans.
    pub readings: Vec<(Option<Span>, Vec<Span>)>,
}

impl Passage {
    /// From the word `first` to the word `last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.words[first].span.start, self.words[last].span.end)
    }

    /// What the rules make of word `at` for the cue `cue`: 0 they do not read the cue, 1 nothing, 2 source, 3 content.
    pub(super) fn ruled(&self, cue: (usize, usize), at: usize) -> u64 {
        let reading = (cue.0..=cue.1).rev().find_map(|at| {
            let number = self.words[at].standing.cue_of?;
            self.readings.get(number)
        });
        let span = self.words[at].span;
        match reading {
            None => 0,
            Some((Some(source), _)) if source.contains(span) => 2,
            Some((_, content)) if content.iter().any(|content| content.contains(span)) => 3,
            Some(_) => 1,
        }
    }
}
