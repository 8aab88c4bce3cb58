//! A reading: a claim as a rule found it, before sources are chained and doubtful ones are dropped.

use super::lexicon::Cue;
use super::sure::Reader;
use model::{Certainty, Kind, Polarity, Span};

/// What a trained tagger says of a reading; by default none was asked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heard {
    pub(super) reader: Reader,
    /// How far it prefers the cue to none, in its own units, where it found it.
    pub(super) margin: i32,
    /// Whether it was the deep one.
    pub(super) deep: bool,
}

/// A claim as a rule found it.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// Index of the sentence among those of the part.
    pub(super) sentence: usize,
    /// Where the source is named.
    pub(super) source: Option<Span>,
    /// Whether the source is left out and must be who spoke last.
    pub(super) dropped: bool,
    /// Whether who speaks says it himself: the speaker of the turn, else the publisher.
    pub(super) own: bool,
    /// Through whom the source is known where no claim of theirs holds this one: "X, which cited Y".
    pub(super) through: Option<Span>,
    /// The cue.
    pub(super) cue: Option<Span>,
    /// The cue's head word, lower case: what confidence is counted for.
    pub(super) head: String,
    /// The content.
    pub(super) content: Vec<Span>,
    pub(super) certainty: Certainty,
    pub(super) polarity: Polarity,
    pub(super) kind: Kind,
    pub(super) rule: &'static str,
    /// Whether only counts make its cue one.
    pub(super) learned: bool,
    /// What the trained tagger says of it.
    pub(super) heard: Heard,
}

/// Puts readings in the order of their cues.
pub(super) fn sort(readings: &mut [Reading]) {
    readings.sort_by_key(|reading| (reading.sentence, reading.cue.map(|cue| cue.start)));
}

impl Reading {
    /// Whether somebody named tells it by a verb or noun of saying that a hedge may stand beside.
    pub(super) fn is_told(&self) -> bool {
        let plain = self.rule.starts_with("passive") || self.rule == "hedge";
        self.source.is_some() && !self.learned && !plain
    }

    /// Whether it is told of a name in a relative clause: "X, who according to Y C,". For the main clause it names no source.
    pub(super) fn is_aside(&self) -> bool {
        let cue = self.cue.filter(|_| self.rule == "according");
        matches!((cue, &self.content[..]), (Some(cue), [name, told])
            if name.end <= cue.start && cue.end <= told.start)
    }

    /// A reading of `cue` by `rule` without source and content yet.
    pub(super) fn new(sentence: usize, rule: &'static str, cue: &Cue, span: Option<Span>) -> Self {
        Self {
            sentence,
            source: None,
            dropped: false,
            own: false,
            through: None,
            cue: span,
            head: cue.words.join("_"),
            content: Vec::new(),
            certainty: cue.certainty,
            polarity: cue.polarity,
            kind: cue.kind,
            rule,
            learned: cue.learned,
            heard: Heard::default(),
        }
    }

    /// A reading of a cue that is in no lexicon: plainly told.
    pub(super) fn unknown(sentence: usize, rule: &'static str, cue: Span) -> Self {
        Self {
            sentence,
            source: None,
            dropped: false,
            own: false,
            through: None,
            cue: Some(cue),
            head: String::new(),
            content: Vec::new(),
            certainty: Certainty::Stated,
            polarity: Polarity::Affirmed,
            kind: Kind::Fact,
            rule,
            learned: false,
            heard: Heard::default(),
        }
    }
}
