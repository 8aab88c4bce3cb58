//! Which nodes stand at a place of a document, and which its words name.

use super::node::{Case, name_of};
use super::orgs::generic_class;
use crate::turns;
use model::{EntityKind, Span};

impl Case<'_> {
    /// Nodes of a document that overlap a span.
    pub(super) fn overlapping(&self, document: usize, part: usize, span: Span) -> Vec<usize> {
        let nodes = &self.by_document[document];
        let placed = nodes.partition_point(|node| self.nodes[*node].place.is_some());
        let key = |node: usize| {
            self.nodes[node]
                .place
                .as_ref()
                .map_or((0, 0), |p| (p.part, p.span.start))
        };
        // Sorted by start; a mention is short, so that looking back a little is enough.
        let from = nodes[..placed]
            .partition_point(|node| key(*node) < (part, span.start.saturating_sub(200)));
        nodes[from..placed]
            .iter()
            .copied()
            .take_while(|node| key(*node) < (part, span.end))
            .filter(|node| {
                self.nodes[*node]
                    .place
                    .as_ref()
                    .is_some_and(|p| p.part == part && p.span.overlaps(span))
            })
            .collect()
    }

    /// The person behind the label at a span, where the label is no name.
    pub(super) fn labelled(&self, document: usize, part: usize, span: Span) -> Option<usize> {
        let behind = &self.behind[document];
        if behind.is_empty() {
            return None;
        }
        let words = span.of(&self.documents[document]?.parts.get(part)?.text)?;
        let person = behind.get(&(part, turns::label(words)))?;
        self.of_mention.get(person).copied()
    }

    /// The person who speaks under the label at a span.
    pub(super) fn speaker(&self, document: usize, part: usize, span: Span) -> Option<usize> {
        let words = || span.of(&self.documents[document]?.parts.get(part)?.text);
        let person = |node: &usize| self.nodes[*node].kind == EntityKind::Person;
        self.labelled(document, part, span)
            .or_else(|| {
                self.overlapping(document, part, span)
                    .into_iter()
                    .find(person)
            })
            .or_else(|| self.by_name(document, words()?).filter(person))
            .or_else(|| self.by_surname(document, words()?))
    }

    /// Whoever of a document bears the surname at the end of a label: "DC Mott".
    fn by_surname(&self, document: usize, words: &str) -> Option<usize> {
        let label = name_of(words, EntityKind::Person);
        let surname = label.last()?;
        self.by_document[document].iter().copied().find(|node| {
            let node = &self.nodes[*node];
            node.kind == EntityKind::Person && node.name.last() == Some(surname)
        })
    }

    /// A node of the document with the name that the words spell (a speaker's label), or of the class they name.
    pub(super) fn by_name(&self, document: usize, words: &str) -> Option<usize> {
        let person = name_of(words, EntityKind::Person);
        let organisation = name_of(words, EntityKind::Organisation);
        let nodes = &self.by_document[document];
        let by_kind = |kind: EntityKind, name: &[String]| {
            nodes
                .iter()
                .copied()
                .find(|n| self.nodes[*n].kind == kind && self.nodes[*n].name == name)
        };
        if let Some(found) = by_kind(EntityKind::Person, &person)
            .or_else(|| by_kind(EntityKind::Organisation, &organisation))
        {
            return Some(found);
        }
        // "the ministry" where it is no mention: the only organisation of that class.
        let class = generic_class(&organisation)?;
        let mut holders = nodes.iter().copied().filter(|n| {
            self.nodes[*n].kind == EntityKind::Organisation
                && self.nodes[*n]
                    .name
                    .iter()
                    .any(|token| generic_class(std::slice::from_ref(token)) == Some(class))
        });
        let first = holders.next()?;
        holders
            .all(|other| self.nodes[other].name == self.nodes[first].name)
            .then_some(first)
    }
}
