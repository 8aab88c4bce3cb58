//! What stands before a passage: of whom the turn before speaks, who was named last, and by which words the publisher.

use super::patterns::listed;
use crate::extract::text::Sentence;
use model::{Document, Mention, MentionKind, Span};

/// What a turn answers.
#[derive(Default)]
pub(super) struct Asked {
    /// Whether somebody is spoken of there: who spoke before does not go on behind it.
    pub(super) named: bool,
    /// From where on somebody who is named may be the one who goes on.
    pub(super) since: usize,
}

/// What the turn before `passage` speaks of: only a question says of whom the answer tells.
pub(super) fn asked_by(
    part: usize,
    sentences: &[Sentence],
    mentions: &[Mention],
    passage: &[Sentence],
) -> Asked {
    const SUBJECTS: [&str; 4] = ["él", "ella", "он", "она"];
    let begins = passage[0].span.start;
    let before = sentences.partition_point(|it| it.span.start < begins);
    let Some(last) = sentences[..before].last() else {
        return Asked::default();
    };
    let turn = sentences[..before]
        .iter()
        .rev()
        .take_while(|it| it.block == last.block);
    let tokens = || turn.clone().flat_map(|it| &it.tokens);
    let pronoun = tokens().any(|token| SUBJECTS.contains(&&*token.lower));
    let question = last
        .tokens
        .iter()
        .rev()
        .take(2)
        .any(|token| token.lower.contains('?'));
    let from = turn.clone().last().map_or(begins, |it| it.span.start);
    let person = mentions.iter().any(|mention| {
        let span = mention.place.span;
        mention.kind == MentionKind::Person
            && mention.place.part == part
            && (from..begins).contains(&span.start)
            && turn.clone().any(|it| it.span.contains(span))
    });
    Asked {
        named: pronoun || person,
        since: if question && !pronoun { from } else { begins },
    }
}

/// Who is named first in the nearest sentence before `at` that names a person: whom a verb without subject goes on with.
/// With whether the sentence begins with him.
pub(super) fn topic(
    mentions: &[Mention],
    part: usize,
    sentences: &[Sentence],
    at: usize,
) -> Option<(Span, bool)> {
    let people = |sentence: &Sentence| {
        let first = mentions.partition_point(|mention| {
            (mention.place.part, mention.place.span.start) < (part, sentence.span.start)
        });
        mentions[first..]
            .iter()
            .take_while(|mention| {
                mention.place.part == part && mention.place.span.start < sentence.span.end
            })
            .find(|mention| mention.kind == MentionKind::Person)
            .map(|mention| {
                let span = mention.place.span;
                (
                    span,
                    span.start == sentence.span.start || introduces(sentence),
                )
            })
    };
    let before = sentences.partition_point(|sentence| sentence.span.end <= at);
    sentences[..before].iter().rev().take(4).find_map(people)
}

/// "Compareció ayer la ministra X": whether a Spanish sentence begins with the verb by which whoever is named in it takes the floor.
fn introduces(sentence: &Sentence) -> bool {
    const SPEAKS: &str = "compareció habló intervino testificó";
    let first = sentence.tokens.first();
    first.is_some_and(|token| listed(SPEAKS, &token.lower))
}

/// Who is named nearest before `at` and is not `around`, whose words hold what is told: in "Wilber saw Bracamonte there. «Me
/// dijo C», recalls Wilber" it was Bracamonte.
pub(super) fn other(
    mentions: &[Mention],
    part: usize,
    (at, around): (usize, Span),
    text: &str,
) -> Option<Span> {
    let own = around.of(text).unwrap_or_default();
    let fits = |mention: &&Mention| {
        let span = mention.place.span;
        let person = matches!(
            mention.kind,
            MentionKind::Person | MentionKind::Role | MentionKind::Organisation
        );
        // In the same paragraph: another's words lie between otherwise.
        let between = text.get(span.end.min(at)..at);
        let near = mention.place.part == part
            && span.end <= at
            && between.is_some_and(|it| !it.contains('\n'));
        person && near && !span.overlaps(around) && !own.contains(&mention.text)
    };
    let nearest = mentions.iter().rev().find(fits)?;
    Some(nearest.place.span)
}

/// Where the publisher is named last before `at`, in whole or by some of its words: "El Ministerio".
pub(super) fn body(
    document: &Document,
    mentions: &[Mention],
    part: usize,
    at: usize,
) -> Option<Span> {
    let publisher = document.publisher.as_ref()?.to_lowercase();
    let own: Vec<&str> = publisher
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    let mut before = mentions.iter().rev().filter(|mention| {
        mention.place.part == part
            && mention.place.span.end <= at
            && mention.kind != MentionKind::Place
    });
    let names = |mention: &&Mention| {
        let lower = mention.text.to_lowercase();
        let mut words = lower
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .peekable();
        words.peek().is_some() && words.all(|word| own.contains(&word))
    };
    let found = before.find(names)?.place.span;
    let text = &document.parts.get(part)?.text;
    Some(widened(text, found, &own))
}

/// A name with the words beside it that are the publisher's too: of "Línea Azul" only "Azul" may have been read as a name.
fn widened(text: &str, mut name: Span, own: &[&str]) -> Span {
    let letters = |letter: char| letter.is_alphanumeric();
    while let Some(before) = text[..name.start].strip_suffix(' ') {
        let start = before.trim_end_matches(letters).len();
        let word = &before[start..];
        if word.chars().count() < 4 || !own.contains(&word.to_lowercase().as_str()) {
            break;
        }
        name = Span::new(start, name.end);
    }
    name
}
