//! Who is on record for each claim: the mention in the source's span, a pronoun where it is clear, the publisher.

use super::meant::People;
use super::node::Case;
use crate::fold::fold;
use crate::possessors;
use model::{Claim, ClaimId, EntityKind, Source, Span};
use std::collections::BTreeMap;

/// How far back, in bytes, a pronoun of many may look for who is meant.
const REACH: usize = 700;

/// The node on record for each claim, where it can be told; `roots` has the entity of each node.
pub(super) fn sources(case: &Case<'_>, roots: &[usize]) -> BTreeMap<ClaimId, usize> {
    let mut found = BTreeMap::new();
    let mut people = People::new(case, roots);
    for document in 0..case.facts.len() {
        let facts = case.facts[document];
        let mut claims: Vec<&Claim> = facts.claims.iter().collect();
        claims.sort_by_key(|claim| {
            (
                claim.part,
                claim.source.span().map(|s| s.start),
                claim.place(),
                claim.id().clone(),
            )
        });
        let mut last = Last::default();
        for claim in claims {
            if last.part != claim.part {
                last = Last {
                    part: claim.part,
                    ..Last::default()
                };
            }
            let node = match &claim.source {
                Source::Publisher => case.publishers.get(&document).copied(),
                Source::Nobody | Source::Speaker { span: None } => None,
                Source::Named { span } | Source::Speaker { span: Some(span) } => {
                    let node = case
                        .labelled(document, claim.part, *span)
                        .or_else(|| named(&mut people, case, document, claim, *span, &last));
                    // Who speaks in a turn, or inside what another tells, does not go on speaking as "he".
                    let turn = matches!(claim.source, Source::Speaker { .. });
                    let inner = claim.chain.len() > usize::from(people.is_turn(document, claim));
                    if let Some(node) = node.filter(|_| !turn && !inner) {
                        last.heard(case.nodes[node].kind, node, span.end);
                    }
                    node
                }
            };
            if let Some(node) = node {
                found.insert(claim.id().clone(), node);
            }
        }
    }
    found
}

/// Who spoke last in a part.
#[derive(Default)]
struct Last {
    part: usize,
    person: Option<(usize, usize)>,
    many: Option<(usize, usize)>,
}

impl Last {
    fn heard(&mut self, kind: EntityKind, node: usize, end: usize) {
        match kind {
            EntityKind::Person => self.person = Some((node, end)),
            EntityKind::Organisation | EntityKind::Group => self.many = Some((node, end)),
            _ => {}
        }
    }
}

/// The node that a source's span names.
fn named(
    people: &mut People<'_, '_>,
    case: &Case<'_>,
    document: usize,
    claim: &Claim,
    span: Span,
    last: &Last,
) -> Option<usize> {
    let part = claim.part;
    let mut inside = case.overlapping(document, part, span);
    let all = inside.len();
    inside.retain(|node| {
        !is_possessor(case, document, *node, span) && !is_beside(case, document, *node, span)
    });
    // "Owusu's lawyer" has no name: the words are neither his nor anybody's who is named.
    if inside.is_empty() && all > 0 {
        return None;
    }
    let best = inside.iter().copied().filter_map(|node| {
        let rank = match case.nodes[node].kind {
            EntityKind::Person => 0,
            EntityKind::Organisation => 1,
            EntityKind::Group => 2,
            EntityKind::Place => 3,
            _ => return None,
        };
        let start = case.nodes[node]
            .place
            .as_ref()
            .map_or(0, |place| place.span.start);
        Some((rank, start, node))
    });
    if let Some((_, _, node)) = best.min() {
        return Some(node);
    }
    let words = text_of(case, document, part, span)?;
    let folded = fold(words.trim());
    if let Some(many) = pronoun(&folded) {
        if many {
            let near = |(_, end): &(usize, usize)| span.start >= *end && span.start - end <= REACH;
            return last.many.filter(near).map(|(node, _)| node);
        }
        return people.meant(document, claim, (span, words), last.person);
    }
    case.by_name(document, words)
}

/// Whether a node in a source's span is only told of in a relative clause: "a boy who walked into a hostel in Leith".
fn is_beside(case: &Case<'_>, document: usize, node: usize, span: Span) -> bool {
    let Some(place) = case.nodes[node].place.as_ref() else {
        return false;
    };
    let lead = Span::new(span.start, place.span.start.max(span.start));
    let words = text_of(case, document, place.part, lead).unwrap_or_default();
    let mut words = words.split_whitespace().skip(1);
    words.any(|word| {
        matches!(word, "who" | "which" | "que" | "quien" | "whom") || word.starts_with("котор")
    })
}

/// Whether a person in a source's span is only the one whose kin or lawyer speaks.
fn is_possessor(case: &Case<'_>, document: usize, node: usize, span: Span) -> bool {
    let node = &case.nodes[node];
    let Some(place) = node
        .place
        .as_ref()
        .filter(|_| node.kind == EntityKind::Person)
    else {
        return false;
    };
    let text = |span: Span| text_of(case, document, place.part, span).unwrap_or_default();
    let own = place.span;
    let before = Span::new(span.start.min(own.start), own.start);
    let after = Span::new(own.end, span.end.max(own.end));
    possessors::is_possessor(text(before), text(own), text(after))
}

fn text_of<'a>(case: &Case<'a>, document: usize, part: usize, span: Span) -> Option<&'a str> {
    span.of(&case.documents[document]?.parts.get(part)?.text)
}

/// `Some(true)` for a pronoun of many, `Some(false)` for a pronoun of one person.
fn pronoun(folded: &str) -> Option<bool> {
    match folded {
        "he" | "she" | "el" | "ella" | "он" | "она" | "him" | "her" | "him or her" => {
            Some(false)
        }
        "they" | "it" | "ellos" | "ellas" | "они" | "оно" => Some(true),
        _ => None,
    }
}
