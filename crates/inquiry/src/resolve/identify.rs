//! What holds a person together or apart beyond the name: numbers, documents, addresses, age and year of birth.

use super::aliases::Alias;
use super::node::Case;
use super::union::Groups;
use crate::fold::words;
use model::{BlockKind, EntityKind, Format, Layer, MentionId, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one group of nodes after each document was looked at by itself.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Numbers of identity documents.
    pub(super) papers: BTreeSet<String>,
    /// Phones in E.164 and addresses that are said to be theirs.
    pub(super) lines: BTreeSet<String>,
    /// Years of birth, said or reckoned from an age; a reckoned one may be one year off.
    pub(super) born: BTreeSet<i16>,
}

/// Profiles of the groups that have anything to say, by root.
///
/// Aliases that tables give are added to `stated`.
pub(super) fn profiles(
    case: &Case<'_>,
    groups: &mut Groups,
    stated: &mut Vec<Alias>,
) -> BTreeMap<usize, Profile> {
    let mut profiles: BTreeMap<usize, Profile> = BTreeMap::new();
    for document in 0..case.facts.len() {
        let facts = case.facts[document];
        let denied: BTreeSet<_> = facts
            .claims
            .iter()
            .filter(|claim| claim.polarity == Polarity::Denied)
            .map(model::Claim::id)
            .collect();
        for tie in facts.ties.iter().filter(|tie| tie.layer == Layer::Uses) {
            let sound = tie
                .claim
                .as_ref()
                .is_none_or(|claim| !denied.contains(claim));
            if sound && let (Some(who), Some(what)) = ends(case, &tie.from, &tie.to) {
                hold(case, what, profiles.entry(groups.root(who)).or_default());
            }
        }
        rows(case, document, groups, &mut profiles, stated);
        ages(case, document, groups, &mut profiles);
    }
    profiles
}

fn ends(case: &Case<'_>, from: &MentionId, to: &MentionId) -> (Option<usize>, Option<usize>) {
    let node = |id| case.of_mention.get(id).copied();
    let person = node(from).filter(|at| case.nodes[*at].kind == EntityKind::Person);
    (person, node(to))
}

/// Columns of a contact card that hold its names: as shown, as structured, as nickname.
const CARD_NAMES: usize = 3;

/// Adds an identifier node to a profile.
fn hold(case: &Case<'_>, what: usize, profile: &mut Profile) {
    let node = &case.nodes[what];
    match node.kind {
        EntityKind::Document if node.exact.len() >= 5 => {
            profile.papers.insert(node.exact.clone());
        }
        EntityKind::Phone if node.exact.starts_with('+') => {
            profile.lines.insert(node.exact.clone());
        }
        EntityKind::Address if node.exact.contains('@') => {
            profile.lines.insert(node.exact.clone());
        }
        _ => {}
    }
}

/// A row of a table with one person in it holds that person's papers and year of birth.
fn rows(
    case: &Case<'_>,
    document: usize,
    groups: &mut Groups,
    profiles: &mut BTreeMap<usize, Profile>,
    stated: &mut Vec<Alias>,
) {
    let Some(text) = case.documents[document] else {
        return;
    };
    for (number, part) in text.parts.iter().enumerate() {
        let (mut birth, mut alias) = (None, None);
        for block in &part.blocks {
            let BlockKind::Row { cells, header, .. } = &block.kind else {
                continue;
            };
            if *header {
                let column = |says: fn(&str) -> bool| {
                    cells
                        .iter()
                        .position(|cell| cell.of(&part.text).is_some_and(says))
                };
                (birth, alias) = (column(says_birth), column(says_alias));
                continue;
            }
            let inside: Vec<usize> = in_span(case, document, number, block.span);
            let other_name = alias.and_then(|column| cells.get(column)).copied();
            let in_alias = |node: &usize| {
                let place = case.nodes[*node].place.as_ref();
                other_name
                    .zip(place)
                    .is_some_and(|(cell, place)| cell.contains(place.span))
            };
            let (aliases, people): (Vec<usize>, Vec<usize>) = inside
                .iter()
                .copied()
                .filter(|n| case.nodes[*n].kind == EntityKind::Person)
                .partition(in_alias);
            if let Some(&named) = people.first() {
                for other in aliases {
                    groups.join(named, other, "alias in one row of a table");
                    stated.extend(Alias::all(named, &case.nodes[other].text));
                }
            }
            if text.format == Format::Vcard {
                card(case, cells, &people, groups);
            }
            papers(case, &inside, &people, groups, profiles);
            let [person] = people[..] else { continue };
            let root = groups.root(person);
            let cell = birth
                .and_then(|column| cells.get(column))
                .and_then(|cell| cell.of(&part.text));
            if let Some(year) = cell.and_then(year_in) {
                profiles.entry(root).or_default().born.insert(year);
            }
        }
    }
}

/// A card names one person, in its first columns; the others may name his kin or his firm.
fn card(case: &Case<'_>, cells: &[model::Span], people: &[usize], groups: &mut Groups) {
    let named = |node: usize| {
        let place = case.nodes[node].place.as_ref();
        cells
            .iter()
            .take(CARD_NAMES)
            .any(|cell| place.is_some_and(|place| cell.contains(place.span)))
    };
    for pair in people.windows(2) {
        if named(pair[0]) && named(pair[1]) {
            groups.join(pair[0], pair[1], "names of one card");
        }
    }
}

/// A paper in a row is that of the person named last before it, or of the only one.
fn papers(
    case: &Case<'_>,
    inside: &[usize],
    people: &[usize],
    groups: &mut Groups,
    profiles: &mut BTreeMap<usize, Profile>,
) {
    let start = |node: usize| {
        case.nodes[node]
            .place
            .as_ref()
            .map(|place| place.span.start)
    };
    for &node in inside {
        if case.nodes[node].kind != EntityKind::Document {
            continue;
        }
        let before = people
            .iter()
            .rev()
            .find(|person| start(**person) < start(node));
        let only = people.first().filter(|_| people.len() == 1);
        if let Some(&person) = before.or(only) {
            let root = groups.root(person);
            hold(case, node, profiles.entry(root).or_default());
        }
    }
}

/// Nodes of a document whose place lies in a span of a part.
fn in_span(case: &Case<'_>, document: usize, part: usize, span: model::Span) -> Vec<usize> {
    let nodes = &case.by_document[document];
    let key = |node: &usize| {
        case.nodes[*node]
            .place
            .as_ref()
            .map(|p| (p.part, p.span.start))
    };
    let from = nodes.partition_point(|node| key(node).is_some_and(|k| k < (part, span.start)));
    nodes[from..]
        .iter()
        .copied()
        .take_while(|node| key(node).is_some_and(|(p, start)| p == part && start < span.end))
        .collect()
}

fn says_birth(header: &str) -> bool {
    let folded = crate::fold::fold(header);
    ["birth", "born", "dob", "nacim", "nacid", "рожд", "г р"]
        .iter()
        .any(|word| folded.contains(word))
}

fn says_alias(header: &str) -> bool {
    let folded = crate::fold::fold(header);
    [
        "alias",
        "aka",
        "also known",
        "apodo",
        "sobrenombre",
        "псевдоним",
        "прозвище",
        "кличка",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// A year in which somebody alive may have been born.
fn year_in(text: &str) -> Option<i16> {
    words(text)
        .iter()
        .filter(|word| word.folded.len() == 4)
        .filter_map(|word| word.folded.parse::<i16>().ok())
        .find(|year| (1920..=2020).contains(year))
}

/// Ages said right after a name: `X, 17,`, `X, de 34 años`, `X, 34 года`, `X (34)`; and `17-year-old X`.
fn ages(
    case: &Case<'_>,
    document: usize,
    groups: &mut Groups,
    profiles: &mut BTreeMap<usize, Profile>,
) {
    let Some(text) = case.documents[document] else {
        return;
    };
    let Some(published) = text.date else { return };
    for &node in &case.by_document[document] {
        if case.nodes[node].kind != EntityKind::Person {
            continue;
        }
        let Some(place) = &case.nodes[node].place else {
            continue;
        };
        let Some(part) = text.parts.get(place.part) else {
            continue;
        };
        let after = part.text.get(place.span.end..).unwrap_or_default();
        if let Some(age) = age_after(after) {
            let root = groups.root(node);
            profiles
                .entry(root)
                .or_default()
                .born
                .insert(published.year() - age);
        }
    }
}

/// The age that stands right after a name.
fn age_after(after: &str) -> Option<i16> {
    let rest = after
        .strip_prefix(',')
        .or_else(|| after.strip_prefix(" ("))?
        .trim_start();
    let rest = rest.strip_prefix("de ").unwrap_or(rest);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let tail = rest[digits.len()..].trim_start();
    let ends = tail.starts_with([',', ')', '.', ';'])
        || ["años", "anos", "year", "год", "лет"]
            .iter()
            .any(|unit| tail.starts_with(unit));
    digits
        .parse::<i16>()
        .ok()
        .filter(|age| ends && digits.len() == 2 && (10..=99).contains(age))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_stand_right_after_the_name() {
        assert_eq!(age_after(", 17, viajó"), Some(17));
        assert_eq!(age_after(", de 34 años, dijo"), Some(34));
        assert_eq!(age_after(", 34 года, сообщил"), Some(34));
        assert_eq!(age_after(" (41)"), Some(41));
        assert_eq!(age_after(", 14 recruits"), None);
        assert_eq!(age_after(" 17"), None);
    }
}
