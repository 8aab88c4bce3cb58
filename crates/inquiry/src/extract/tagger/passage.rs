//! A paragraph as the tagger sees it: words as small numbers, with what the rules read.

use super::features::text;
use crate::extract::text::{Token, TokenKind};
use model::Span;

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
