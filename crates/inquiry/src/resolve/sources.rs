//! Who is on record for each claim: the mention in the source's span, a pronoun where it is clear, the publisher.

use super::node::{Case, name_of};
use super::orgs::generic_class;
use crate::fold::{Gender, fold};
use crate::possessors;
use crate::turns;
use model::{Claim, ClaimId, EntityKind, Source, Span};
use std::collections::BTreeMap;

/// How far back, in bytes, a pronoun may look for who is meant.
const REACH: usize = 700;

/// The node on record for each claim, where it can be told.
pub(super) fn sources(case: &Case<'_>) -> BTreeMap<ClaimId, usize> {
    let mut found = BTreeMap::new();
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
        let behind = &case.behind[document];
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
                    let node = text_of(case, document, claim.part, *span)
                        .filter(|_| !behind.is_empty())
                        .and_then(|words| behind.get(&(claim.part, turns::label(words))))
                        .and_then(|person| case.of_mention.get(person).copied())
                        .or_else(|| named(case, document, claim, *span, &last));
                    if let Some(node) = node {
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
    case: &Case<'_>,
    document: usize,
    claim: &Claim,
    span: Span,
    last: &Last,
) -> Option<usize> {
    let part = claim.part;
    let mut inside = overlapping(case, document, part, span);
    let all = inside.len();
    inside.retain(|node| !is_possessor(case, document, *node, span));
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
        let near = |held: Option<(usize, usize)>| {
            held.filter(|(_, end)| span.start >= *end && span.start - end <= REACH)
                .map(|(node, _)| node)
        };
        if many {
            return near(last.many);
        }
        let meant = Gender::of_pronoun(&folded);
        let fits = |node: &usize| meant.fits(Gender::of_name(&case.nodes[*node].name));
        let sentence = Span::new(claim.sentence.start.min(span.start), span.start);
        let before = Span::new(span.start.saturating_sub(REACH / 2), span.start);
        return only_person(case, document, part, sentence, &fits)
            .or_else(|| near(last.person).filter(fits))
            .or_else(|| only_person(case, document, part, before, &fits));
    }
    by_name(case, document, words)
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

/// Nodes of a document that overlap a span.
fn overlapping(case: &Case<'_>, document: usize, part: usize, span: Span) -> Vec<usize> {
    let nodes = &case.by_document[document];
    let placed = nodes.partition_point(|node| case.nodes[*node].place.is_some());
    let key = |node: usize| {
        case.nodes[node]
            .place
            .as_ref()
            .map_or((0, 0), |p| (p.part, p.span.start))
    };
    // Sorted by start; a mention is short, so that looking back a little is enough.
    let from =
        nodes[..placed].partition_point(|node| key(*node) < (part, span.start.saturating_sub(200)));
    nodes[from..placed]
        .iter()
        .copied()
        .take_while(|node| key(*node) < (part, span.end))
        .filter(|node| {
            case.nodes[*node]
                .place
                .as_ref()
                .is_some_and(|p| p.part == part && p.span.overlaps(span))
        })
        .collect()
}

fn text_of<'a>(case: &Case<'a>, document: usize, part: usize, span: Span) -> Option<&'a str> {
    span.of(&case.documents[document]?.parts.get(part)?.text)
}

/// The only person named in a stretch whom a pronoun may stand for.
fn only_person(
    case: &Case<'_>,
    document: usize,
    part: usize,
    stretch: Span,
    fits: &dyn Fn(&usize) -> bool,
) -> Option<usize> {
    let people: Vec<usize> = overlapping(case, document, part, stretch)
        .into_iter()
        .filter(|node| case.nodes[*node].kind == EntityKind::Person && fits(node))
        .collect();
    let first = *people.first()?;
    let same = |node: &usize| case.nodes[*node].name.last() == case.nodes[first].name.last();
    people.iter().all(same).then_some(first)
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

/// A node of the document with the name that the words spell (a speaker's label), or of the class they name.
fn by_name(case: &Case<'_>, document: usize, words: &str) -> Option<usize> {
    let person = name_of(words, EntityKind::Person);
    let organisation = name_of(words, EntityKind::Organisation);
    let nodes = &case.by_document[document];
    let by_kind = |kind: EntityKind, name: &[String]| {
        nodes
            .iter()
            .copied()
            .find(|n| case.nodes[*n].kind == kind && case.nodes[*n].name == name)
    };
    if let Some(found) = by_kind(EntityKind::Person, &person)
        .or_else(|| by_kind(EntityKind::Organisation, &organisation))
    {
        return Some(found);
    }
    // "the ministry" where it is no mention: the only organisation of that class.
    let class = generic_class(&organisation)?;
    let mut holders = nodes.iter().copied().filter(|n| {
        case.nodes[*n].kind == EntityKind::Organisation
            && case.nodes[*n]
                .name
                .iter()
                .any(|token| generic_class(std::slice::from_ref(token)) == Some(class))
    });
    let first = holders.next()?;
    holders
        .all(|other| case.nodes[other].name == case.nodes[first].name)
        .then_some(first)
}
