//! What the rules read, laid under the words for the trained tagger.

use super::lexicon::Sort;
use super::reading::Reading;
use super::view::View;
use super::{THRESHOLD, confidence, passage, quotes};
use crate::extract::tagger::{Passage, Word};
use crate::extract::text::{Sentence, Setting};
use model::Span;

/// The passages that are read for claims.
pub(super) fn read(sentences: &[Sentence]) -> impl Iterator<Item = &[Sentence]> {
    quotes::passages(sentences)
        .filter(|chunk| !matches!(chunk[0].setting, Setting::Row | Setting::Furniture))
}

/// The paragraphs that are read for claims as the tagger sees them.
pub(in crate::extract) fn passages(sentences: &[Sentence]) -> Vec<Passage> {
    read(sentences)
        .map(|chunk| {
            let views = passage::views(chunk);
            let readings = passage::readings(&views);
            stacked(&views, &readings)
        })
        .collect()
}

/// A paragraph with the rules' readings of it.
pub(super) fn stacked(views: &[View<'_>], readings: &[Reading]) -> Passage {
    let mut words: Vec<Word> = Vec::new();
    for (index, view) in views.iter().enumerate() {
        for (at, token) in view.tokens.iter().enumerate() {
            let cue = view.lexicon.cues(view.tokens, at).next();
            let sort = cue.map_or(0, |cue| match cue.sort {
                Sort::Verb if cue.learned => 1,
                Sort::Verb => 2,
                Sort::Noun => 3,
                Sort::Hedge | Sort::HedgeAdjective => 4,
                Sort::Agentless => 5,
                Sort::Phrase => 6,
            });
            let bits = view.lexicon.classes(&token.lower);
            let word = Word::new(token, bits, sort, view.is_quoted(at), index);
            words.push(if view.english() {
                word
            } else {
                word.inflected(token, view.lexicon.language)
            });
        }
    }
    for (number, reading) in readings.iter().enumerate() {
        let doubtful = confidence(views, reading) < THRESHOLD;
        let shift = if doubtful { 3 } else { 0 };
        let mut mark = |span: Span, bit: u8| {
            let from = words.partition_point(|word| word.span.end <= span.start);
            for word in words[from..]
                .iter_mut()
                .take_while(|word| word.span.start < span.end)
            {
                word.standing.bits |= 1 << (bit + shift);
                if bit == 0 && (!doubtful || word.standing.cue_of.is_none()) {
                    word.standing.cue_of = Some(number);
                }
            }
        };
        reading.cue.into_iter().for_each(|span| mark(span, 0));
        reading.source.into_iter().for_each(|span| mark(span, 1));
        reading.content.iter().for_each(|span| mark(*span, 2));
    }
    Passage {
        words,
        readings: readings
            .iter()
            .map(|reading| (reading.source, reading.content.clone()))
            .collect(),
    }
}
