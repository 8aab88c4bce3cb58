//! Claims: who said what, how sure. Rules over tokens, one lexicon a language.
//!
//! The terms (source, cue, content) and what counts as attribution follow the attribution corpora
//! PARC 3 (Pareti 2016) and `PolNeAR` (Newell et al. 2018). A rule gives readings; a reading is kept
//! where the rule, with its cue, was right often enough in the training split (`lexicon/en.tsv`).

mod clause;
mod lexicon;
mod nest;
mod others;
mod passage;
mod reading;
mod stacked;
mod time;
mod trained;
mod verbs;
mod view;

use super::text::{Sentence, Setting};
use lexicon::Sort;
use model::{BlockKind, Claim, ClaimParts, Document, Kind, Source, Span};
use reading::Reading;
pub(super) use stacked::passages;
pub(super) use time::times;
use view::View;

/// A reading with less confidence than this is dropped.
const THRESHOLD: f32 = 0.35;
/// The least confidence of a hedge without a source.
const HEDGED: f32 = 0.5;

/// The claims of part `part`, whose sentences are given, in text order.
pub(super) fn claims(document: &Document, part: usize, sentences: &[Sentence]) -> Vec<Claim> {
    chosen(document, part, sentences, trained::corrected)
        .into_iter()
        .map(|(claim, _)| claim)
        .collect()
}

/// All that the rules can read, however doubtful, each with the head word of its cue.
pub(super) fn candidates(
    document: &Document,
    part: usize,
    sentences: &[Sentence],
) -> Vec<(Claim, String)> {
    chosen(document, part, sentences, |_, readings| readings)
}

/// The claims of the readings that `choose` leaves of each paragraph, each with the head word of its cue.
fn chosen(
    document: &Document,
    part: usize,
    sentences: &[Sentence],
    choose: impl Fn(&[View<'_>], Vec<Reading>) -> Vec<Reading>,
) -> Vec<(Claim, String)> {
    let Some(text) = document.parts.get(part) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if text.kind == model::PartKind::Header {
        return out;
    }
    let mut from = 0;
    while from < sentences.len() {
        let paragraph = sentences[from].paragraph;
        let length = sentences[from..]
            .iter()
            .take_while(|sentence| sentence.paragraph == paragraph)
            .count();
        let passage = &sentences[from..from + length];
        from += length;
        if matches!(passage[0].setting, Setting::Row | Setting::Furniture) {
            continue;
        }
        let views = passage::views(passage);
        let mut readings = choose(&views, passage::readings(&views));
        let turn = passage[0].setting == Setting::Turn;
        let doubts = nest::absorb(&mut readings, &views, turn);
        let speaker = passage[0]
            .block
            .and_then(|block| match text.blocks.get(block)?.kind {
                BlockKind::Turn { speaker, .. } => speaker,
                _ => None,
            });
        let maker = Maker {
            document,
            part,
            views: &views,
            turn,
            speaker,
            doubts,
        };
        out.extend(maker.claims(&readings));
    }
    out.sort_by_key(|(claim, _)| {
        let first = claim.content[0];
        (
            first.start,
            std::cmp::Reverse(first.end),
            claim.id().clone(),
        )
    });
    out.dedup_by(|a, b| a.0.id() == b.0.id());
    out
}

/// How sure it is that the reading is right.
fn confidence(views: &[View<'_>], reading: &Reading) -> f32 {
    let lexicon = views[reading.sentence].lexicon;
    let counted = lexicon.confidence(reading.rule, &reading.head);
    // The corpus seldom marks hedges without a source as attributions; here they are claims.
    match reading.rule {
        "hedge" | "hedge-adjective" | "agentless" => counted.max(HEDGED),
        "passive" if reading.source.is_none() && reading.certainty == model::Certainty::Alleged => {
            counted.max(HEDGED)
        }
        // Nor denials of a thing that no clause tells.
        _ if reading.polarity == model::Polarity::Denied && reading.source.is_some() => {
            counted.max(HEDGED)
        }
        _ => counted,
    }
}

/// Makes claims of the readings of one paragraph.
struct Maker<'m, 'a> {
    document: &'m Document,
    part: usize,
    views: &'m [View<'a>],
    /// Whether the paragraph is a speaker's turn.
    turn: bool,
    /// Where the turn's speaker is named.
    speaker: Option<Span>,
    /// How much the speaker himself weakens each sentence of his turn.
    doubts: Vec<model::Certainty>,
}

impl Maker<'_, '_> {
    fn claims(&self, readings: &[Reading]) -> Vec<(Claim, String)> {
        let mut out: Vec<(Claim, String)> = (0..readings.len())
            .filter_map(|index| {
                Some((
                    self.attributed(readings, index)?,
                    readings[index].head.clone(),
                ))
            })
            .collect();
        for (index, view) in self.views.iter().enumerate() {
            let span = view.sentence.span;
            let attributed = readings
                .iter()
                .any(|reading| reading.content.iter().any(|content| content.overlaps(span)));
            // What a speaker says of others' words is still his own claim.
            if self.turn || !attributed {
                out.extend(self.own(index).map(|claim| (claim, String::new())));
            }
        }
        out
    }

    /// The claim of a reading, with its chain of sources.
    fn attributed(&self, readings: &[Reading], index: usize) -> Option<Claim> {
        let reading = &readings[index];
        let view = &self.views[reading.sentence];
        let outer = nest::outer(readings, index);
        let mut certainty = nest::certainty(self.views, reading);
        let mut polarity = reading.polarity;
        let mut chain = Vec::new();
        chain.extend(self.speaker);
        for above in outer {
            certainty = certainty.weaker(readings[above].certainty);
            // Who denies that it was said, denies what was said.
            polarity = polarity.max(readings[above].polarity);
            chain.extend(readings[above].source);
        }
        let source = match reading.source {
            Some(span) => Source::Named { span },
            None => Source::Nobody,
        };
        Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: self.part,
            sentence: view.sentence.span,
            source,
            chain,
            cue: reading.cue,
            content: reading.content.clone(),
            certainty,
            polarity,
            kind: nest::kind(view, reading),
            time: None,
            confidence: confidence(self.views, reading),
            rule: reading.rule.to_owned(),
        })
    }

    /// What the author (or the speaker of the turn) asserts in sentence `index` himself.
    fn own(&self, index: usize) -> Option<Claim> {
        let view = &self.views[index];
        let wordy = view.tokens.iter().filter(|token| token.is_wordy()).count();
        let question = view
            .tokens
            .iter()
            .rev()
            .take(3)
            .any(|token| token.lower.contains('?'));
        let running = match view.sentence.setting {
            Setting::Running => wordy >= 3 && others::whole_quote(view).is_none(),
            Setting::Turn => wordy >= 1,
            _ => false,
        };
        let words = self.document.parts.get(self.part)?;
        let noted = view.sentence.span.of(&words.text).is_some_and(is_note);
        if !running || noted || (question && !self.turn) {
            return None;
        }
        let (source, rule) = if self.turn {
            let span = self.speaker;
            (Source::Speaker { span }, "turn")
        } else {
            (Source::Publisher, "author")
        };
        let content = view.span(view::Run::new(0, view.len())?)?;
        Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: self.part,
            sentence: view.sentence.span,
            source,
            chain: Vec::new(),
            cue: None,
            content: vec![content],
            certainty: nest::voiced(view, &[content], self.doubts[index]),
            polarity: model::Polarity::Affirmed,
            kind: if question { Kind::Question } else { Kind::Fact },
            time: None,
            confidence: 0.8,
            rule: rule.to_owned(),
        })
    }
}

/// Whether a sentence is a note of who wrote the speech down: "[inaudible]", "<media omitted>".
fn is_note(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('<') && text.ends_with('>'))
}

/// Whether the cue can be read in this sort of place at all.
const fn is_noun_like(sort: Sort) -> bool {
    matches!(sort, Sort::Noun | Sort::HedgeAdjective)
}
