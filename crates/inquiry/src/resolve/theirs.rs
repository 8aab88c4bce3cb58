//! Phones, papers and homes that a text calls those of a child or a victim without a name.

use super::node::Case;
use super::roles::Index;
use crate::belongings;
use model::{MentionKind, Protection};
use std::collections::BTreeSet;

/// Protects every thing right behind words that say that it is a child's or a victim's, with nobody named between.
pub(super) fn protect(case: &Case<'_>, index: &Index<'_>, reasons: &mut [BTreeSet<Protection>]) {
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let stated: Vec<bool> = document
            .parts
            .iter()
            .map(|part| belongings::is_statement(&part.text))
            .collect();
        let mut named = None;
        for mention in &facts.mentions {
            let place = &mention.place;
            if mention.kind == MentionKind::Person {
                named = Some((place.part, place.span.end));
            }
            let thing = matches!(
                mention.kind,
                MentionKind::Phone | MentionKind::Document | MentionKind::Address
            );
            let text = document.parts.get(place.part).map(|part| &part.text);
            let (Some(text), true) = (text, thing) else {
                continue;
            };
            let from = named
                .filter(|(part, end)| *part == place.part && *end <= place.span.start)
                .map_or(0, |(_, end)| end);
            let before = text.get(from..place.span.start).unwrap_or_default();
            let writers = || {
                let whole = text.get(..place.span.start).unwrap_or_default();
                let states = stated.get(place.part).copied().unwrap_or(false);
                (states && belongings::is_writers(whole)).then_some(Protection::Relative)
            };
            let why = belongings::protects(before).or_else(writers);
            if let (Some(why), Some(at)) = (why, index.entity(&mention.id)) {
                reasons[at].insert(why);
            }
        }
    }
}
