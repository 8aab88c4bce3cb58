//! Who has a part in public by all that is told around his name, weighed together (`weighed::people`).

use super::node::Case;
use super::roles::Index;
use crate::weighed::people::{self, Page};
use crate::weighed::texts;
use model::{BlockKind, Entity, EntityKind, Facts, Language, MentionKind, Part, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The log-odds of each person that the texts around his name give him a part in public, above what they must reach. Of who is named in
/// several languages, the least.
pub(super) fn weigh(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
) -> BTreeMap<usize, f32> {
    let mut told: BTreeMap<(usize, Language), BTreeSet<u64>> = BTreeMap::new();
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        for (number, part) in document.parts.iter().enumerate() {
            let named = named(facts, number);
            let mut own: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
            for (mention, span) in &named {
                if let Some(at) = index.entity(&facts.mentions[*mention].id)
                    && entities[at].kind == EntityKind::Person
                {
                    own.entry(at).or_default().push(*span);
                }
            }
            if own.is_empty() || !texts::can_be_weighed(&part.text, document.language) {
                continue;
            }
            // Who answers in print tells of himself: that others act around his name says nothing of him.
            let answers = answering(part);
            own.retain(|_, places| !places.iter().any(|place| answers.contains(place)));
            let names = named.into_iter().map(|(_, span)| span).collect();
            let page = Page::new(&part.text, document.language, names);
            for (at, places) in own {
                let features = page.features(&places);
                told.entry((at, document.language))
                    .or_default()
                    .extend(features);
            }
        }
    }
    let mut found: BTreeMap<usize, f32> = BTreeMap::new();
    for ((at, language), features) in told {
        let Some(table) = people::shipped(language) else {
            continue;
        };
        let features: Vec<u64> = features.into_iter().collect();
        let odds = table.log_odds(&features);
        found
            .entry(at)
            .and_modify(|least| *least = least.min(odds))
            .or_insert(odds);
    }
    found
}

/// Where whoever answers an interview in print is named: whoever asks there has no label.
fn answering(part: &Part) -> Vec<Span> {
    let turns = || {
        part.blocks.iter().filter_map(|block| match block.kind {
            BlockKind::Turn { speaker, .. } => Some(speaker),
            _ => None,
        })
    };
    if turns().all(|speaker| speaker.is_some()) {
        return Vec::new();
    }
    turns().flatten().collect()
}

/// The mentions of people in a part of a document, with their places.
fn named(facts: &Facts, part: usize) -> Vec<(usize, Span)> {
    let mentions = facts.mentions.iter().enumerate();
    mentions
        .filter(|(_, it)| it.kind == MentionKind::Person && it.place.part == part)
        .map(|(at, it)| (at, it.place.span))
        .collect()
}
