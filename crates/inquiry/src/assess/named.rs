//! What one document names, by place: people, bodies, days; and whose age and birth a claim gives.

use crate::fold::Word;
use model::{Claim, EntityId, Mention, MentionKind, PartialDate, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// How far before a sentence that says "she" her name is looked for, in bytes.
const NEAR: usize = 160;

/// Days and persons named in a document, by part and first byte.
#[derive(Default)]
pub(super) struct Named<'a> {
    days: BTreeMap<(usize, usize), PartialDate>,
    /// Where names begin, and where they end.
    names: BTreeMap<(usize, usize), usize>,
    people: BTreeMap<(usize, usize), &'a EntityId>,
    bodies: BTreeMap<(usize, usize), &'a EntityId>,
}

impl<'a> Named<'a> {
    pub(super) fn add(&mut self, mention: &Mention, resolution: &'a Resolution) {
        let at = (mention.place.part, mention.place.span.start);
        if matches!(
            mention.kind,
            MentionKind::Person | MentionKind::Organisation | MentionKind::Place
        ) {
            self.names.insert(at, mention.place.span.end);
        }
        match mention.kind {
            MentionKind::Date => {
                let day = mention.value.as_deref().and_then(PartialDate::parse);
                self.days.extend(day.map(|day| (at, day)));
            }
            MentionKind::Person | MentionKind::Organisation => {
                let entity = resolution.of_mention.get(&mention.id);
                let held = if mention.kind == MentionKind::Person {
                    &mut self.people
                } else {
                    &mut self.bodies
                };
                held.extend(entity.map(|entity| (at, entity)));
            }
            _ => {}
        }
    }

    /// Whether a word stands inside a name.
    pub(super) fn holds(&self, part: usize, word: &Word) -> bool {
        let mut before = self.names.range((part, 0)..=(part, word.span.start));
        before
            .next_back()
            .is_some_and(|(_, end)| *end >= word.span.end)
    }

    /// The person whose name holds a word.
    pub(super) fn person_at(&self, part: usize, word: &Word) -> Option<&'a EntityId> {
        let mut before = self.people.range((part, 0)..=(part, word.span.start));
        let (at, who) = before.next_back()?;
        let end = self.names.get(at)?;
        (*end >= word.span.end).then_some(*who)
    }

    /// Everybody that a claim's content names.
    pub(super) fn all(&self, claim: &Claim) -> BTreeSet<&'a EntityId> {
        claim
            .content
            .iter()
            .flat_map(|span| {
                let people = self.people.range(range(claim, *span));
                people.chain(self.bodies.range(range(claim, *span)))
            })
            .map(|(_, entity)| *entity)
            .collect()
    }

    /// Whole days that a claim's content names, else the day it speaks of.
    pub(super) fn days(&self, claim: &Claim) -> BTreeSet<PartialDate> {
        let inside = claim
            .content
            .iter()
            .flat_map(|span| self.days.range(range(claim, *span)));
        let mut days: BTreeSet<PartialDate> = inside
            .map(|(_, day)| *day)
            .filter(|day| day.day().is_some())
            .collect();
        if days.is_empty() {
            days.extend(
                claim
                    .time
                    .as_ref()
                    .map(|time| time.value)
                    .filter(|day| day.day().is_some()),
            );
        }
        days
    }

    /// Every date of a claim's sentence and the time it speaks of, but a date of birth.
    pub(super) fn times(
        &self,
        claim: &Claim,
        born: Option<(Option<&EntityId>, usize, PartialDate)>,
    ) -> Vec<PartialDate> {
        let told = self.days.range(range(claim, claim.sentence));
        let birth = born.map(|(_, at, _)| at);
        let told = told.filter(|((_, at), _)| Some(*at) != birth);
        let time = claim.time.as_ref().map(|time| time.value);
        told.map(|(_, day)| *day)
            .chain(time.filter(|_| born.is_none()))
            .collect()
    }

    /// Who is said to have been born on which day, and where the day stands: "X was born on 3 May 2007", "nació el ..".
    pub(super) fn born(
        &self,
        claim: &Claim,
        words: &[Word],
        speaker: Option<&'a EntityId>,
    ) -> Option<(Option<&'a EntityId>, usize, PartialDate)> {
        const BORN: [&str; 7] = ["born", "birth", "naci", "родил", "рожден", "рожд", "урожен"];
        let own = |word: &Word| matches!(word.folded.as_str(), "i" | "naci" | "я");
        let word = words
            .iter()
            .find(|word| BORN.iter().any(|start| word.folded.starts_with(start)))?;
        if word.folded.starts_with("nacion") {
            return None;
        }
        let behind = (claim.part, word.span.end)..(claim.part, word.span.end + 24);
        let (&(_, at), &day) = self.days.range(behind).next()?;
        let who = self
            .only(claim)
            .or_else(|| speaker.filter(|_| words.iter().any(own)));
        Some((who, at, day))
    }

    /// The only person that a claim's content names.
    fn only(&self, claim: &Claim) -> Option<&'a EntityId> {
        let spans = claim.content.iter();
        let people = spans.flat_map(|span| self.people.range(range(claim, *span)));
        let named: BTreeSet<&EntityId> = people.map(|(_, entity)| *entity).collect();
        named.first().copied().filter(|_| named.len() == 1)
    }

    /// Whose age a claim gives: the only person it names, or who speaks of himself.
    pub(super) fn aged(
        &self,
        claim: &Claim,
        words: &[Word],
        speaker: Option<&'a EntityId>,
    ) -> Option<&'a EntityId> {
        const SELF: [&str; 6] = ["yo", "i", "мне", "tenia", "tengo", "my"];
        let inside = claim
            .content
            .iter()
            .flat_map(|span| self.people.range(range(claim, *span)));
        let named: BTreeSet<&EntityId> = inside.map(|(_, entity)| *entity).collect();
        if let Some(only) = named.first() {
            return (named.len() == 1).then_some(*only);
        }
        let own = speaker.filter(|speaker| {
            let said = |word: &Word| SELF.contains(&word.folded.as_str());
            words.iter().any(said) || is_he(words) && self.alone(claim, speaker)
        });
        own.or_else(|| self.before(claim).filter(|_| is_he(words)))
    }

    /// The only person named shortly before a claim's sentence, where that names nobody.
    fn before(&self, claim: &Claim) -> Option<&'a EntityId> {
        let start = claim.sentence.start;
        let mut own = self.people.range(range(claim, claim.sentence));
        let near = (claim.part, start.saturating_sub(NEAR))..(claim.part, start);
        let named: BTreeSet<&EntityId> = self.people.range(near).map(|(_, who)| *who).collect();
        let only = named.first().copied().filter(|_| named.len() == 1);
        only.filter(|_| own.next().is_none())
    }

    /// Whether a claim's sentence names nobody else.
    fn alone(&self, claim: &Claim, who: &EntityId) -> bool {
        let mut people = self.people.range(range(claim, claim.sentence));
        people.next().is_some_and(|(_, entity)| *entity == who) && people.next().is_none()
    }
}

/// Whether a content begins with "he" or "she".
fn is_he(words: &[Word]) -> bool {
    const HE: [&str; 10] = [
        "he", "she", "el", "ella", "он", "она", "еи", "ему", "tiene", "tenia",
    ];
    let behind = words
        .iter()
        .find(|word| !matches!(word.folded.as_str(), "that" | "que" | "что"));
    behind.is_some_and(|word| HE.contains(&word.folded.as_str()))
}

/// A span of a claim's part as a range of part and byte.
fn range(claim: &Claim, span: model::Span) -> std::ops::Range<(usize, usize)> {
    (claim.part, span.start)..(claim.part, span.end.max(span.start))
}
