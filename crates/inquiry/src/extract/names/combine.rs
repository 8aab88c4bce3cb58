//! What the trained tagger and the rules say of a sentence, as one.
//!
//! The tagger decides what is a person, an organisation or a place, but for what the rules know better: values, labels
//! of speakers, nicknames, bodies in quotes, and names that the words around them give (`whole`). Of the rules' other
//! finds stay those that the tagger is not sure to be none: above all people, whom the mask must not lose.

use super::Ruled;
use super::trained::{self, Passage, Reading, beginning};
use crate::extract::values::Found;
use model::{MentionKind, Span};
use std::ops::Range;

/// The names among what the rules found, in text order.
pub(super) fn names(found: &[Ruled]) -> Vec<(Span, MentionKind)> {
    let mut names: Vec<(Span, MentionKind)> = found
        .iter()
        .map(|ruled| (ruled.found.span, ruled.found.kind))
        .filter(|(_, kind)| beginning(*kind) > 0)
        .collect();
    names.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    names
}

/// What the rules found at a word, as a number: the label that it would have.
pub(super) fn rule(names: &[(Span, MentionKind)], word: Span) -> u64 {
    let behind = names.partition_point(|(span, _)| span.start < word.end);
    let name = names[..behind]
        .iter()
        .rev()
        .take(4)
        .find(|(span, _)| span.overlaps(word));
    name.map_or(0, |(span, kind)| {
        u64::from(beginning(*kind)) + u64::from(span.start < word.start)
    })
}

/// What the chain may lose at most by a name that it has not tagged, for a find of the rules to be in doubt and stay, in
/// sixteenths of a unit of log-odds. For people about one chance in twenty: in general news and on the web (UNER
/// English) hardly a person is lost so. Bodies of other fields than those the chain was taught on it doubts more.
const fn limit(kind: MentionKind) -> i32 {
    match kind {
        MentionKind::Person => 48,
        MentionKind::Organisation => 64,
        _ => 0,
    }
}

/// The same for what the rules have more of a person's name than the tagger.
const MORE: i32 = 20;

/// What the chain loses at least where the words at a span are part of a name of this kind.
fn loss(passage: &Passage, reading: &Reading, span: Span, kind: MentionKind) -> i32 {
    reading.loss(covered(passage, span), kind)
}

/// The words of a passage that a span covers.
fn covered(passage: &Passage, span: Span) -> Range<usize> {
    let words = &passage.words;
    let first = words.partition_point(|word| word.span.end <= span.start);
    let behind = words.partition_point(|word| word.span.start < span.end);
    first..behind.max(first)
}

/// A passage and what the tagger makes of it.
#[derive(Clone, Copy)]
struct Read<'p>(&'p Passage, &'p Reading);

/// What becomes of the finds of a part.
struct Weighing<'f> {
    /// In the order of starts.
    found: &'f [Ruled],
    /// Which finds are taken out.
    over: Vec<bool>,
    /// The tagger's names that come in.
    fresh: Vec<Ruled>,
}

/// What a person of the rules has before and behind a tagged one.
fn beside(person: Span, tagged: Span) -> [Span; 2] {
    [
        Span::new(person.start, tagged.start.max(person.start)),
        Span::new(tagged.end.min(person.end), person.end),
    ]
}

impl Weighing<'_> {
    /// A tagged organisation without the verb behind it, where the rules end it before that.
    fn verbless(&self, span: Span, near: Range<usize>, passage: &Passage) -> Span {
        let last = covered(passage, span).last().map(|at| &passage.words[at]);
        let shorter = self.found[near]
            .iter()
            .map(|ruled| ruled.found.span)
            .find(|found| {
                found.start == span.start
                    && last.is_some_and(|word| word.may_be_verb() && found.end < word.span.start)
            });
        shorter.unwrap_or(span)
    }

    /// Takes a name of the tagger in, unless finds that it overlaps stay.
    fn take(&mut self, (span, kind): (Span, MentionKind), near: Range<usize>, read: Read<'_>) {
        let Read(passage, reading) = read;
        let span = match kind {
            MentionKind::Organisation => self.verbless(span, near.clone(), passage),
            _ => span,
        };
        let words = covered(passage, span).len();
        let overlapped: Vec<usize> = near
            .filter(|at| self.found[*at].found.span.overlaps(span))
            .collect();
        let mut whole = span;
        for Ruled { found, firm } in overlapped.iter().map(|at| &self.found[*at]) {
            let weak = matches!(found.kind, MentionKind::Number | MentionKind::Date);
            let person = found.kind == MentionKind::Person;
            if *firm && !(weak && words > 1) {
                return;
            }
            let lost = || loss(passage, reading, found.span, found.kind);
            if *firm || !person || lost() > limit(found.kind) {
                continue;
            }
            if kind != MentionKind::Person {
                return;
            }
            // The mask must not lose a piece of a name.
            for piece in beside(found.span, span) {
                let words = covered(passage, piece);
                let other = |label: &u8| trained::kind(*label).is_some();
                if !reading.labels[words.clone()].iter().any(other)
                    && reading.loss(words, kind) <= MORE
                {
                    whole = Span::new(whole.start.min(piece.start), whole.end.max(piece.end));
                }
            }
        }
        for at in overlapped {
            self.over[at] |= !self.found[at].firm;
        }
        let found = Found {
            span: whole,
            kind,
            value: None,
        };
        self.fresh.push(Ruled { found, firm: false });
    }

    /// Weighs the finds in a passage against its reading.
    fn weigh(&mut self, Read(passage, reading): Read<'_>) {
        let (Some(first), Some(last)) = (passage.words.first(), passage.words.last()) else {
            return;
        };
        let start = |at: usize| {
            self.found
                .partition_point(|ruled| ruled.found.span.start < at)
        };
        let here = start(first.span.start)..start(last.span.end);
        for name in trained::names(passage, &reading.labels) {
            let end = here.start
                + self.found[here.clone()]
                    .partition_point(|ruled| ruled.found.span.start < name.0.end);
            let near = end.saturating_sub(NEAR).max(here.start)..end;
            self.take(name, near, Read(passage, reading));
        }
        for at in here {
            let Ruled { found, firm } = &self.found[at];
            if !firm && beginning(found.kind) > 0 {
                self.over[at] |= loss(passage, reading, found.span, found.kind) > limit(found.kind);
            }
        }
    }
}

/// Most finds before the end of a name that are looked at: they hardly overlap each other.
const NEAR: usize = 8;

/// What the rules found in a part, corrected by the readings of its passages.
pub(super) fn corrected<'p>(
    mut found: Vec<Ruled>,
    passages: impl Iterator<Item = (&'p Passage, &'p Reading)>,
) -> Vec<Ruled> {
    found.sort_by_key(|ruled| ruled.found.span.start);
    let mut weighing = Weighing {
        over: vec![false; found.len()],
        found: &found,
        fresh: Vec::new(),
    };
    for (passage, reading) in passages {
        weighing.weigh(Read(passage, reading));
    }
    let Weighing {
        over, mut fresh, ..
    } = weighing;
    let mut over = over.into_iter();
    found.retain(|_| !over.next().unwrap_or(false));
    found.append(&mut fresh);
    found
}

#[cfg(test)]
mod tests {
    use super::{corrected, names, rule};
    use crate::extract::names::Ruled;
    use crate::extract::names::trained::{LABELS, Passage, Reading};
    use crate::extract::values::Found;
    use model::{Document, Language, MentionKind, Span};

    fn ruled(start: usize, end: usize, kind: MentionKind, firm: bool) -> Ruled {
        let found = Found {
            span: Span::new(start, end),
            kind,
            value: None,
        };
        Ruled { found, firm }
    }

    #[test]
    fn a_word_knows_the_first_name_over_it() {
        let names = names(&[
            ruled(20, 30, MentionKind::Place, false),
            ruled(0, 9, MentionKind::Person, false),
            ruled(10, 14, MentionKind::Phone, true),
        ]);
        let at = |start, end| rule(&names, Span::new(start, end));
        assert_eq!([at(0, 4), at(5, 9), at(10, 14), at(20, 25)], [2, 3, 0, 6]);
    }

    fn passage(text: &str) -> Passage {
        let document = Document::of_text("text", text, Language::En);
        crate::extract::named(&document).remove(0)
    }

    const TEXT: &str = "Ana Ruiz met Bob Lane in Rome.";

    /// What stays of finds where the chain has these labels, and loses so much by anything else.
    fn left(found: Vec<Ruled>, labels: [u8; 8], loss: i32) -> Vec<(&'static str, MentionKind)> {
        let passage = passage(TEXT);
        let row = |label: &u8| {
            let mut row = [loss; LABELS];
            row[usize::from(*label)] = 0;
            row
        };
        let reading = Reading {
            lost: labels.iter().map(row).collect(),
            labels: labels.to_vec(),
        };
        let mut left: Vec<_> = corrected(found, std::iter::once((&passage, &reading)))
            .iter()
            .filter_map(|ruled| Some((ruled.found.span.of(TEXT)?, ruled.found.kind)))
            .collect();
        left.sort_by_key(|(words, _)| TEXT.find(words));
        left
    }

    /// The finds of rules in the text.
    fn finds(firm: bool) -> Vec<Ruled> {
        vec![
            ruled(0, 8, MentionKind::Person, firm),
            ruled(13, 21, MentionKind::Organisation, firm),
            ruled(25, 29, MentionKind::Place, firm),
        ]
    }

    const NOTHING: [u8; 8] = [0; 8];

    #[test]
    fn where_nothing_is_tagged_what_is_in_doubt_stays_but_for_places() {
        use MentionKind::{Organisation, Person, Place};
        let (ana, bob, rome) = ("Ana Ruiz", "Bob Lane", "Rome");
        assert_eq!(
            left(finds(false), NOTHING, 5),
            [(ana, Person), (bob, Organisation)]
        );
        assert_eq!(left(finds(false), NOTHING, 5_000), []);
        let all = [(ana, Person), (bob, Organisation), (rome, Place)];
        assert_eq!(left(finds(true), NOTHING, 5_000), all);
    }

    #[test]
    fn a_person_in_doubt_gives_way_to_no_place_and_keeps_the_whole_name() {
        use MentionKind::{Organisation, Person};
        let person = || vec![ruled(0, 8, Person, false)];
        let tagged = |first, second| {
            let mut labels = NOTHING;
            (labels[0], labels[1]) = (first, second);
            labels
        };
        assert_eq!(left(person(), tagged(4, 5), 5), [("Ana Ruiz", Person)]);
        assert_eq!(
            left(person(), tagged(4, 5), 5_000),
            [("Ana Ruiz", Organisation)]
        );
        assert_eq!(left(person(), tagged(2, 0), 5), [("Ana Ruiz", Person)]);
        assert_eq!(left(person(), tagged(2, 0), 5_000), [("Ana", Person)]);
    }
}
