//! Phones, papers and homes that a text calls those of a child or a victim without a name.

use super::node::Case;
use super::roles::Index;
use crate::belongings;
use model::{Mention, MentionKind, Protection};
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
            let dwelt = || {
                let lead = text.get(..place.span.start).unwrap_or_default();
                lives_unnamed(mention, lead, from).then_some(Protection::Relative)
            };
            let why = belongings::protects(before).or_else(writers).or_else(dwelt);
            if let (Some(why), Some(at)) = (why, index.entity(&mention.id)) {
                reasons[at].insert(why);
            }
        }
    }
}

/// Whether somebody lives at an address whom its sentence does not name; `lead` is what stands before, `named` where the last
/// person's name ends in it.
fn lives_unnamed(address: &Mention, lead: &str, named: usize) -> bool {
    let postal = address.kind == MentionKind::Address
        && address.text.contains(' ')
        && !address.text.contains(['@', '/']);
    let before = lead.get(named..).unwrap_or_default();
    // Whose name stands before the verb lives there; that is a tie of his.
    let apart = named == 0 || before.contains(['.', '\n', '!', '?']);
    postal && apart && belongings::is_dwelt(before)
}
