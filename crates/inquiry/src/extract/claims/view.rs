//! A sentence with the classes of its words and its quotations: what the rules look at.

use super::lexicon::{self, Bits, Lexicon};
use crate::extract::text::{Sentence, Token, TokenKind};
use model::{Language, Span};

/// A run of tokens: from the first up to, not including, the last index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Run {
    /// The tokens `from..to`, if there is at least one.
    pub(super) fn new(from: usize, to: usize) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// How many tokens.
    pub(super) const fn len(self) -> usize {
        self.to - self.from
    }
}

/// A sentence as the rules see it.
pub(super) struct View<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'static Lexicon,
    classes: Vec<Bits>,
    /// For each token, whether it stands inside quotation marks.
    quoted: Vec<bool>,
    /// Whether a quotation from the sentence before goes on here.
    pub(super) opens_quoted: bool,
    /// Whether the quotation goes on in the next sentence.
    pub(super) ends_quoted: bool,
}

/// For each token of a sentence, whether it stands inside quotation marks.
fn quoted(sentence: &Sentence, opens_quoted: bool) -> Vec<bool> {
    let mut depth = opens_quoted;
    let mut quoted = Vec::with_capacity(sentence.tokens.len());
    for (at, token) in sentence.tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open => depth = true,
            // A Spanish paragraph inside a quotation begins with the closing mark.
            TokenKind::Close if at == 0 && opens_quoted && sentence.tokens.len() > 1 => {}
            TokenKind::Close => depth = false,
            _ => {}
        }
        quoted.push(depth);
    }
    quoted
}

/// Whether a quotation goes on behind a sentence, which itself begins in one where `opens_quoted`.
pub(super) fn ends_quoted(sentence: &Sentence, opens_quoted: bool) -> bool {
    let last = quoted(sentence, opens_quoted).last().copied();
    last.unwrap_or(opens_quoted)
}

impl<'a> View<'a> {
    /// Looks at a sentence; `opens_quoted` where a quotation from the sentence before goes on.
    pub(super) fn new(sentence: &'a Sentence, opens_quoted: bool) -> Self {
        let lexicon = lexicon::of(sentence.language);
        let quoted = quoted(sentence, opens_quoted);
        Self {
            sentence,
            tokens: &sentence.tokens,
            lexicon,
            classes: sentence
                .tokens
                .iter()
                .map(|token| {
                    let surname = token.is("ли") && token.capital;
                    if surname {
                        0
                    } else {
                        lexicon.classes(&token.lower)
                    }
                })
                .collect(),
            ends_quoted: quoted.last().copied().unwrap_or(opens_quoted),
            quoted,
            opens_quoted,
        }
    }

    /// Whether the sentence is read by the English words.
    pub(super) const fn english(&self) -> bool {
        matches!(self.lexicon.language, Language::En | Language::Unknown)
    }

    /// Whether the token looks like an infinitive (Spanish, Russian).
    pub(super) fn infinitive(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let ends: &[&str] = match self.lexicon.language {
            Language::Es => &["ar", "er", "ir", "rse", "rlo", "rla", "rle", "rlos", "rles"],
            Language::Ru => &["ть", "ти", "чь", "ться", "тись"],
            Language::En | Language::Unknown => return false,
        };
        self.kind(at) == Some(TokenKind::Word)
            && (lower.chars().count() > 3 || matches!(lower, "ser" | "ver" | "dar" | "ir"))
            && ends.iter().any(|end| lower.ends_with(end))
    }

    /// How many tokens.
    pub(super) const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the token at `at` is in one of the classes.
    pub(super) fn has(&self, at: usize, bits: Bits) -> bool {
        self.classes.get(at).is_some_and(|class| class & bits != 0)
    }

    /// Whether a verb stands at the token by which something is told, one of the lexicon's own and not only counted.
    pub(super) fn tells(&self, at: usize) -> bool {
        let mut cues = self.lexicon.cues(self.tokens, at);
        cues.any(|cue| cue.sort == lexicon::Sort::Verb && !cue.learned)
    }

    /// Whether the token at `at` is the word or mark.
    pub(super) fn is(&self, at: usize, lower: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(lower))
    }

    /// The token's lower-case form, empty beyond the end.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    /// The kind of the token at `at`.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token begins with a capital (and is no closed-class word at the sentence start).
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.capital && (at > 0 || self.classes[at] == 0))
    }

    /// Whether the token stands inside quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// Whether it is an English pronoun with what is left of its verb: "I'll", "they've".
    pub(super) fn shortened(&self, at: usize) -> bool {
        let pronoun = self.lower(at).split_once('\'').map(|(pronoun, _)| pronoun);
        self.english()
            && pronoun.is_some_and(|word| self.lexicon.classes(word) & lexicon::PRON != 0)
    }

    /// Whether the token is a finite verb, by its form.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        Run::new(at, at + 1).is_some_and(|run| self.finite(run))
    }

    /// Whether it is an adverb.
    pub(super) fn adverb(&self, at: usize) -> bool {
        let lower = self.lower(at);
        self.has(at, lexicon::ADV)
            || match self.lexicon.language {
                Language::Es => lower.ends_with("mente"),
                Language::Ru => false,
                Language::En | Language::Unknown => {
                    lower.ends_with("ly")
                        && lower.len() > 4
                        && !matches!(lower, "family" | "july" | "reply")
                }
            }
    }

    /// Whether the verb form is a participle that goes on with the subject before it: "saying".
    pub(super) fn gerund(&self, at: usize) -> bool {
        let lower = self.lower(at);
        match self.lexicon.language {
            Language::Es => {
                lower.ends_with("ando") || lower.ends_with("iendo") || lower.ends_with("yendo")
            }
            Language::Ru => [
                "ив",
                "ав",
                "яя",
                "ая",
                "уя",
                "ув",
                "вшись",
                "шись",
                "аясь",
                "яясь",
                "уясь",
                "веря",
            ]
            .iter()
            .any(|end| lower.ends_with(end)),
            Language::En | Language::Unknown => lower.ends_with("ing"),
        }
    }

    /// Whether the token is a comma.
    pub(super) fn comma(&self, at: usize) -> bool {
        self.is(at, ",")
    }

    /// Whether the token is a stop, or there is none.
    pub(super) fn stop(&self, at: usize) -> bool {
        self.kind(at).is_none_or(|kind| kind == TokenKind::Stop)
    }

    /// Whether the token is an opening quotation mark.
    pub(super) fn open(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Open)
    }

    /// Whether the token is a closing quotation mark.
    pub(super) fn close(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Close)
    }

    /// Whether the token is a dash.
    pub(super) fn dash(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Dash)
    }

    /// The bytes of a run, without marks at its ends that belong to the sentence around it.
    pub(super) fn span(&self, run: Run) -> Option<Span> {
        let (mut from, mut to) = (run.from, run.to.min(self.len()));
        let loose = |at: usize| {
            matches!(&*self.tokens[at].lower, "," | ";" | ":" | "-")
                || self.tokens[at].kind == TokenKind::Dash
        };
        while from < to && (loose(from) || self.tokens[from].kind == TokenKind::Stop) {
            from += 1;
        }
        while to > from
            && (loose(to - 1)
                || self.open(to - 1)
                || (self.tokens[to - 1].kind == TokenKind::Stop && !self.is_quoted(to - 1)))
        {
            to -= 1;
        }
        let (first, last) = (self.tokens.get(from)?, self.tokens.get(to.checked_sub(1)?)?);
        (from < to && self.tokens[from..to].iter().any(Token::is_wordy))
            .then(|| Span::new(first.span.start, last.span.end))
    }

    /// The clauses before and behind a colon or semicolon where the second explains the first: "It is not true that C: D".
    pub(super) fn explained(&self) -> Option<[Span; 2]> {
        let mark = |at: &usize| (self.is(*at, ":") || self.is(*at, ";")) && !self.is_quoted(*at);
        let mark = (3..self.len()).find(mark)?;
        let behind = Run::new(mark + 1, self.len()).filter(|run| self.finite(*run))?;
        Some([self.span(Run::new(0, mark)?)?, self.span(behind)?])
    }

    /// Whether there is a sign of a finite verb in the run.
    pub(super) fn finite(&self, run: Run) -> bool {
        (run.from..run.to.min(self.len())).any(|at| self.has(at, lexicon::AUX) || self.tensed(at))
    }

    /// Whether the token is a Spanish verb in the past, which is no noun.
    pub(super) fn is_past_form(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let ends = ["ó", "aron", "ieron"]
            .iter()
            .any(|end| lower.ends_with(end));
        self.lexicon.language == Language::Es && ends && !self.tokens[at].capital
    }

    /// Whether the token has the ending of a finite verb.
    fn tensed(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let ends: &[&str] = match self.lexicon.language {
            Language::Es => &["ó", "aron", "ieron", "aba", "aban", "ía", "ían"],
            Language::Ru => &[
                "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ют", "ит", "ят",
                "ется", "ются", "ится", "ятся",
            ],
            Language::En | Language::Unknown => &["ed"],
        };
        let named = !self.english() && self.tokens[at].capital;
        !named && lower.chars().count() > 3 && ends.iter().any(|end| lower.ends_with(end))
    }
}
