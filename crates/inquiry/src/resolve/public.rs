//! Who has a part in public by all that is told around his name, weighed together (`weighed::people`).

use super::node::Case;
use super::roles::Index;
use crate::turns;
use crate::weighed::people::{self, Page};
use crate::weighed::texts;
use model::{Entity, EntityKind, Language, Mention, MentionKind, Span};
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
            if !texts::can_be_weighed(&part.text, document.language) {
                continue;
            }
            let names: Vec<&Mention> = facts
                .mentions
                .iter()
                .filter(|it| is_person(it, number))
                .collect();
            let mut own: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
            for mention in &names {
                let at = index.entity(&mention.id);
                if let Some(at) = at.filter(|at| entities[*at].kind == EntityKind::Person) {
                    own.entry(at).or_default().push(mention.place.span);
                }
            }
            // Who answers in print tells of himself: that others act around his name says nothing of him.
            if turns::is_in_print(part) {
                let answers: Vec<Span> = turns::speakers(part).collect();
                own.retain(|_, places| !places.iter().any(|place| answers.contains(place)));
            }
            let names = names.iter().map(|mention| mention.place.span).collect();
            let page = Page::new(&part.text, document.language, names);
            for (at, places) in own {
                let features = page.features(&places);
                let told = told.entry((at, document.language)).or_default();
                told.extend(features);
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

/// Whether a mention is of a person in this part of its document.
fn is_person(mention: &Mention, part: usize) -> bool {
    mention.kind == MentionKind::Person && mention.place.part == part
}
