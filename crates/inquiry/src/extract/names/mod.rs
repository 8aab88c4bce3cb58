//! Mentions: everything a document names, in text order.

mod chats;
mod combine;
mod described;
pub mod encoded;
mod initials;
mod introduced;
pub(crate) mod lexicon;
pub(crate) mod parts;
mod russian;
mod schooled;
mod structured;
mod tables;
mod tagger;
mod things;
pub mod trained;
pub(in crate::extract) mod whole;
pub(crate) mod word;

use crate::extract::text::{Sentence, Setting};
use crate::extract::values::{self, Context, Found};
use crate::fold;
use encoded::Encoded;
use model::{BlockKind, Document, Format, Mention, MentionKind, Part, Place, Span};
use std::collections::BTreeSet;
use tagger::{Label, Seen};
use trained::{Cases, Met, Model, Passage};
use word::{Word, words};

/// Every mention of a document; `sentences` holds those of each part, by index. An encoder is heard where there is one.
pub(crate) fn mentions(
    document: &Document,
    sentences: &[Vec<Sentence>],
    encoded: Option<&Encoded<'_>>,
) -> Vec<Mention> {
    let found = ruled(document, sentences);
    let passages = passages(document, sentences, &found);
    let model = |passage: &Passage| Model::shipped(passage.language);
    let mut readings = trained::read(&passages, model, &[]);
    if let Some(encoded) = encoded {
        let heard = encoded.scores(document, &passages);
        let alone = std::mem::replace(&mut readings, trained::read(&passages, model, &heard));
        // The mask must not lose whom the chain alone leaves in doubt.
        for (reading, alone) in readings.iter_mut().zip(&alone) {
            reading.doubt(alone);
        }
    }
    let publisher = body_that_publishes(document);
    let mut all = Vec::new();
    for (index, (part, found)) in document.parts.iter().zip(found).enumerate() {
        let first = passages.partition_point(|passage| passage.part < index);
        let tagged = passages[first..].iter().zip(&readings[first..]);
        let mut found = combine::corrected(
            found,
            tagged.take_while(|(passage, _)| passage.part == index),
        );
        found.sort_by_key(|ruled| {
            let span = ruled.found.span;
            (span.start, std::cmp::Reverse(span.end))
        });
        introduced::corrected(&part.text, &mut found);
        chats::corrected(part, &mut found);
        schooled::corrected(&part.text, &mut found);
        parts::corrected(&part.text, &mut found);
        things::corrected(&part.text, &mut found);
        all.extend(found.into_iter().filter_map(|Ruled { found, .. }| {
            let words = found
                .span
                .of(&part.text)
                .filter(|words| !words.is_empty())?;
            let place = Place {
                document: document.id.clone(),
                part: index,
                span: found.span,
            };
            let publishes = matches!(found.kind, MentionKind::Person | MentionKind::Place)
                && publisher.as_deref() == Some(&*fold::fold(words));
            Some(if publishes {
                Mention::new(place, MentionKind::Organisation, words, None)
            } else {
                Mention::new(place, found.kind, words, found.value)
            })
        }));
    }
    all
}

/// The sentences of a document as the trained tagger sees them.
pub(crate) fn seen(document: &Document, sentences: &[Vec<Sentence>]) -> Vec<Passage> {
    passages(document, sentences, &ruled(document, sentences))
}

/// The sentences in which the trained tagger looks for names, with what the rules found.
fn passages(
    document: &Document,
    sentences: &[Vec<Sentence>],
    found: &[Vec<Ruled>],
) -> Vec<Passage> {
    let mut cases = Cases::default();
    for sentence in sentences.iter().flatten() {
        cases.read(sentence);
    }
    let mut met = Met::of(cases);
    let mut out = Vec::new();
    for (index, ((part, sentences), found)) in
        document.parts.iter().zip(sentences).zip(found).enumerate()
    {
        let rules = combine::names(found);
        out.extend(
            sentences
                .iter()
                .filter(|sentence| sentence.setting != Setting::Row)
                .map(|sentence| {
                    trained::passage(index, &part.text, sentence, &mut met, |span| {
                        combine::rule(&rules, span)
                    })
                }),
        );
    }
    out
}

/// What the rules found.
struct Ruled {
    found: Found,
    /// Whether the trained tagger may not overrule it.
    firm: bool,
}

/// What the rules find in each part.
fn ruled(document: &Document, sentences: &[Vec<Sentence>]) -> Vec<Vec<Ruled>> {
    let parts = || document.parts.iter().zip(sentences);
    let mut seen = Seen::default();
    let all: Vec<Vec<Vec<Word<'_>>>> = parts()
        .map(|(part, sentences)| {
            let sentences = sentences.iter();
            sentences
                .map(|sentence| words(&part.text, sentence))
                .collect()
        })
        .collect();
    for words in all.iter().flatten() {
        seen.read(words);
    }
    let mut nicknames = BTreeSet::new();
    let mut remembered = whole::Remembered::new();
    for ((part, sentences), words) in parts().zip(&all) {
        for (sentence, words) in running(sentences, words) {
            let labels = tagger::label(words, sentence.language, &seen, false);
            seen.keep(words, &labels);
            let whole = whole::told(&part.text, words, &labels, &seen, &whole::Remembered::new());
            seen.keep(words, &whole);
            remembered.extend(whole::keys(words, &whole));
            let text = sentence.span.of(&part.text).unwrap_or_default();
            let given = described::nickname_given(text, sentence.span.start);
            nicknames.extend(
                given
                    .into_iter()
                    .filter_map(|span| span.of(&part.text))
                    .map(lexicon::fold),
            );
        }
    }
    let known = Known {
        seen: &seen,
        nicknames: &nicknames,
        remembered: &remembered,
    };
    parts()
        .zip(&all)
        .map(|((part, sentences), words)| {
            let mut found = structure(document, part);
            for sentence in running(sentences, words) {
                in_sentence(document, part, sentence, &known, &mut found);
            }
            found
        })
        .collect()
}

/// The sentences that are no rows of tables, with their words.
fn running<'s, 't>(
    sentences: &'s [Sentence],
    words: &'s [Vec<Word<'t>>],
) -> impl Iterator<Item = (&'s Sentence, &'s [Word<'t>])> {
    let words = words.iter().map(Vec::as_slice);
    let all = sentences.iter().zip(words);
    all.filter(|(sentence, _)| sentence.setting != Setting::Row)
}

/// Whether the lists have the word as a given name or surname and as nothing that begins no name.
pub(super) fn is_name_word(word: &str) -> bool {
    let folded = lexicon::fold(word);
    let known = lexicon::known(&folded);
    let other = tables::NO_NAME.contains(&folded.as_str())
        || tables::TITLES.contains(&folded.as_str())
        || tables::ORG_EN.contains(&folded.as_str())
        || tables::ORG_ES.contains(&folded.as_str());
    !other && (known.given || known.surname && !known.place)
}

/// The folded name of who publishes the document, unless it has a given name in it: that is no person, whatever it looks like.
fn body_that_publishes(document: &Document) -> Option<String> {
    let name = document.publisher.as_deref()?;
    // "Valley Echo": a given name stands first, in Russian first or last.
    let cyrillic = name.chars().any(|letter| ('а'..='я').contains(&letter));
    let given = if cyrillic { usize::MAX } else { 1 };
    let mut words = name.split_whitespace().take(given).map(lexicon::fold);
    let person = words.any(|word| lexicon::known(&word).given);
    (!person).then(|| fold::fold(name))
}

/// What the first pass learned of the document.
struct Known<'a> {
    seen: &'a Seen,
    nicknames: &'a BTreeSet<String>,
    remembered: &'a whole::Remembered,
}

/// The mentions that blocks give: cells of tables and labels of speakers. Rows of call records are contacts instead.
fn structure(document: &Document, part: &Part) -> Vec<Ruled> {
    let columns = structured::columns(part, &part.blocks);
    let mut found = Vec::new();
    for (block, columns) in part.blocks.iter().zip(&columns) {
        let context = Context {
            language: block.language.unwrap_or(document.language),
            date: document.date,
        };
        match &block.kind {
            BlockKind::Row {
                cells,
                header: false,
                ..
            } if document.format == Format::Ftm => {
                found.extend(structured::entity(part, cells, context));
            }
            BlockKind::Row {
                cells,
                header: false,
                ..
            } if document.contacts.is_empty() => {
                found.extend(structured::row(part, cells, columns, context));
            }
            BlockKind::Turn {
                speaker: Some(speaker),
                ..
            } => {
                found.extend(structured::speaker(part, *speaker, context));
            }
            _ => {}
        }
    }
    found
        .into_iter()
        .map(|found| Ruled { found, firm: true })
        .collect()
}

/// The mentions of one sentence; values come first, since digits tell more than capitals.
fn in_sentence(
    document: &Document,
    part: &Part,
    (sentence, words): (&Sentence, &[Word<'_>]),
    known: &Known<'_>,
    found: &mut Vec<Ruled>,
) {
    let Some(text) = sentence.span.of(&part.text) else {
        return;
    };
    let context = Context {
        language: sentence.language,
        date: document.date,
    };
    let first = found.len();
    let values = values::values(text, sentence.span.start, context);
    found.extend(values.into_iter().map(|found| Ruled { found, firm: true }));
    let people = initials::people(text, sentence.span.start);
    found.extend(people.into_iter().map(|span| Ruled {
        found: Found {
            span,
            kind: MentionKind::Person,
            value: None,
        },
        firm: true,
    }));
    let tagged = tagger::label(words, sentence.language, known.seen, true);
    let told = whole::told(&part.text, words, &tagged, known.seen, known.remembered);
    let nicknames = described::nicknames(words, known.nicknames);
    let firm = |labels: Vec<Label>| labels.into_iter().map(|label| (label, true));
    let untaught = Model::shipped(sentence.language).is_none();
    let soft = |labels: Vec<Label>| labels.into_iter().map(|label| (label, untaught));
    let labels = firm(told)
        .chain(firm(described::quoted_bodies(words)))
        .chain(firm(nicknames))
        .chain(soft(tagged))
        .chain(soft(described::roles(words, sentence.language)));
    for (label, firm) in labels {
        let span = covered(words, &label);
        let weak = |kind| matches!(kind, MentionKind::Number | MentionKind::Date);
        let clash = found[first..].iter().any(|Ruled { found: other, .. }| {
            other.span.overlaps(span)
                && !(weak(other.kind) && label.words.len() > 1 && label.kind != MentionKind::Role)
        });
        if !clash {
            let found_here = Found {
                span,
                kind: label.kind,
                value: None,
            };
            found.push(Ruled {
                found: found_here,
                firm,
            });
        }
    }
}

fn covered(words: &[Word<'_>], label: &Label) -> Span {
    let start = words
        .get(label.words.start)
        .map_or(0, |word| word.span.start);
    let end = words
        .get(label.words.end.saturating_sub(1))
        .map_or(start, |word| word.span.end);
    Span::new(start, end)
}
