//! What is to be resolved: every mention that names something, every publisher, every party of a contact.

use crate::fold::{fold, nominatives, tokens};
use crate::turns;
use model::{
    Block, BlockKind, Contact, Document, DocumentId, EntityKind, Facts, Mention, MentionId,
    MentionKind, Place, Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// Something that stands for an entity.
#[derive(Debug)]
pub(super) struct Node {
    /// What it would be an entity of.
    pub(super) kind: EntityKind,
    /// Index of its document in [`Case::facts`]; `None` for a contact party.
    pub(super) document: Option<usize>,
    /// Where it stands; `None` for publishers and parties.
    pub(super) place: Option<Place>,
    /// Its mention.
    pub(super) mention: Option<MentionId>,
    /// As written.
    pub(super) text: String,
    /// Folded tokens of the name, without titles and small words.
    pub(super) name: Vec<String>,
    /// What must be equal for a phone, document number or address to be the same one.
    pub(super) exact: String,
    /// Where it is from, if it has no place: its document, or its first contact and which end of it.
    ///
    /// Identifiers are made of this and of places, never of names and numbers: those could be guessed and tried.
    pub(super) origin: String,
}

/// Everything resolution works on, in one fixed order.
pub(super) struct Case<'a> {
    /// Sorted by document.
    pub(super) facts: Vec<&'a Facts>,
    /// The document of each of `facts`, where it was given.
    pub(super) documents: Vec<Option<&'a Document>>,
    /// Mentions in the order of their places, then publishers, then contact parties.
    pub(super) nodes: Vec<Node>,
    /// The node of each mention.
    pub(super) of_mention: BTreeMap<MentionId, usize>,
    /// The node of each publisher, by document index.
    pub(super) publishers: BTreeMap<usize, usize>,
    /// The node of each contact party, by its key.
    pub(super) parties: BTreeMap<String, usize>,
    /// Nodes of each document, in text order; publisher last.
    pub(super) by_document: Vec<Vec<usize>>,
    /// The mention of the person who speaks behind each label that is no name, by part and label, of each document.
    pub(super) behind: Vec<BTreeMap<(usize, String), MentionId>>,
}

impl<'a> Case<'a> {
    pub(super) fn new(documents: &'a [Document], facts: &'a [Facts], contacts: &[Contact]) -> Self {
        let texts: BTreeMap<&DocumentId, &Document> = documents
            .iter()
            .map(|document| (&document.id, document))
            .collect();
        let by_id: BTreeMap<&DocumentId, &Facts> =
            facts.iter().map(|facts| (&facts.document, facts)).collect();
        let facts: Vec<&Facts> = by_id.into_values().collect();
        let mut case = Self {
            documents: facts
                .iter()
                .map(|f| texts.get(&f.document).copied())
                .collect(),
            by_document: vec![Vec::new(); facts.len()],
            behind: Vec::with_capacity(facts.len()),
            facts,
            nodes: Vec::new(),
            of_mention: BTreeMap::new(),
            publishers: BTreeMap::new(),
            parties: BTreeMap::new(),
        };
        case.add_mentions();
        case.add_publishers();
        case.add_parties(contacts);
        case.complete_numbers();
        case
    }

    /// A number written without its country is the one number of the case whose national part it is.
    fn complete_numbers(&mut self) {
        let whole: BTreeSet<String> = self
            .nodes
            .iter()
            .filter(|node| node.kind == EntityKind::Phone && node.exact.starts_with('+'))
            .map(|node| node.exact.clone())
            .collect();
        for node in &mut self.nodes {
            if node.kind != EntityKind::Phone
                || node.mention.is_none()
                || node.exact.starts_with('+')
            {
                continue;
            }
            let Some(digits) = national(&node.text) else {
                continue;
            };
            let mut same = whole.iter().filter(|number| {
                // A country code has one to three digits.
                number.ends_with(&digits) && (2..=4).contains(&(number.len() - digits.len()))
            });
            if let (Some(only), None) = (same.next(), same.next()) {
                node.exact.clone_from(only);
            }
        }
    }

    fn push(&mut self, node: Node) -> usize {
        if let Some(document) = node.document {
            self.by_document[document].push(self.nodes.len());
        }
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn add_mentions(&mut self) {
        for document in 0..self.facts.len() {
            let facts = self.facts[document];
            let behind = self.documents[document]
                .map(|text| behind(text, facts))
                .unwrap_or_default();
            let spoken_for = needed_groups(facts, &behind);
            self.behind.push(behind);
            let mut mentions: Vec<&Mention> = facts.mentions.iter().collect();
            mentions.sort_by_key(|mention| (&mention.place, mention.kind, &mention.id));
            for mention in mentions {
                if self.of_mention.contains_key(&mention.id) {
                    continue;
                }
                let Some(kind) = kind_of(mention, &spoken_for) else {
                    continue;
                };
                let node = Node {
                    kind,
                    document: Some(document),
                    place: Some(mention.place.clone()),
                    mention: Some(mention.id.clone()),
                    text: mention.text.clone(),
                    name: name_of(&mention.text, kind),
                    exact: exact_of(mention, kind),
                    origin: String::new(),
                };
                let at = self.push(node);
                self.of_mention.insert(mention.id.clone(), at);
            }
        }
    }

    /// Publishers are bodies, but for whoever is named as a person somewhere: a mail and a letter are published by who
    /// wrote them.
    fn add_publishers(&mut self) {
        let people: BTreeSet<Vec<String>> = self
            .nodes
            .iter()
            .filter(|node| node.kind == EntityKind::Person && node.name.len() > 1)
            .flat_map(|node| nominatives(&node.name))
            .collect();
        for document in 0..self.facts.len() {
            let publisher = self.documents[document].and_then(|d| d.publisher.as_deref());
            let Some(publisher) = publisher.map(str::trim).filter(|name| !name.is_empty()) else {
                continue;
            };
            let person = name_of(publisher, EntityKind::Person);
            let kind = if people.contains(&person) {
                EntityKind::Person
            } else {
                EntityKind::Organisation
            };
            let at = self.push(Node {
                kind,
                document: Some(document),
                place: None,
                mention: None,
                text: publisher.to_owned(),
                name: name_of(publisher, kind),
                exact: String::new(),
                origin: self.facts[document].document.to_string(),
            });
            self.publishers.insert(document, at);
        }
    }

    fn add_parties(&mut self, contacts: &[Contact]) {
        // Tables of contacts may name people; a number has digits and no letters.
        let mut parties: BTreeMap<&str, (bool, bool, String)> = BTreeMap::new();
        for contact in contacts {
            for (end, party) in [("from", &contact.from), ("to", &contact.to)] {
                let origin = format!("{} {end}", contact.id);
                let (whole, masked) = (party.number.is_some(), party.masked);
                let held = parties
                    .entry(party.key())
                    .or_insert_with(|| (whole, masked, origin.clone()));
                if origin < held.2 {
                    held.2 = origin;
                }
            }
        }
        for (key, (whole, masked, origin)) in parties {
            let exact = if whole && !masked {
                key.to_owned()
            } else {
                format!("party {key}")
            };
            let at = self.push(Node {
                kind: EntityKind::Phone,
                document: None,
                place: None,
                mention: None,
                text: key.to_owned(),
                name: Vec::new(),
                exact,
                origin,
            });
            self.parties.insert(key.to_owned(), at);
        }
    }
}

/// The person who speaks behind each label of a document's turns that is no name.
fn behind(text: &Document, facts: &Facts) -> BTreeMap<(usize, String), MentionId> {
    let mut found = BTreeMap::new();
    let is_turn = |block: &Block| matches!(block.kind, BlockKind::Turn { .. });
    for (number, part) in text.parts.iter().enumerate() {
        if !part.blocks.iter().any(is_turn) {
            continue;
        }
        let mut people: Vec<&Mention> = facts
            .mentions
            .iter()
            .filter(|it| it.kind == MentionKind::Person && it.place.part == number)
            .collect();
        people.sort_by_key(|it| (it.place.span, &it.id));
        let places: Vec<Span> = people.iter().map(|it| it.place.span).collect();
        let labels = turns::behind(&part.text, &part.blocks, &places);
        found.extend(
            labels
                .into_iter()
                .map(|(label, at)| ((number, label), people[at].id.clone())),
        );
    }
    found
}

/// Mentions by role that somebody speaks through or is tied through: only these become groups.
fn needed_groups(
    facts: &Facts,
    behind: &BTreeMap<(usize, String), MentionId>,
) -> BTreeSet<MentionId> {
    let mut needed: BTreeSet<MentionId> = facts
        .ties
        .iter()
        .flat_map(|tie| [tie.from.clone(), tie.to.clone()])
        .collect();
    let mut sources: Vec<(usize, Span)> = facts
        .claims
        .iter()
        .filter_map(|claim| Some((claim.part, claim.source.span()?)))
        .collect();
    sources.sort();
    sources.dedup();
    let longest = sources
        .iter()
        .map(|(_, span)| span.len())
        .max()
        .unwrap_or(0);
    for mention in &facts.mentions {
        if mention.kind != MentionKind::Role {
            continue;
        }
        let (part, span) = (mention.place.part, mention.place.span);
        let from = sources.partition_point(|(p, s)| (*p, s.start + longest) < (part, span.start));
        let speaks = sources[from..]
            .iter()
            .take_while(|(p, s)| *p == part && s.start < span.end)
            .any(|(_, s)| s.overlaps(span));
        // A label whose person is known is no group.
        let known = !behind.is_empty() && behind.contains_key(&(part, turns::label(&mention.text)));
        if speaks && !known {
            needed.insert(mention.id.clone());
        }
    }
    needed
}

/// What a mention would be an entity of; dates, amounts and numbers are none.
fn kind_of(mention: &Mention, groups: &BTreeSet<MentionId>) -> Option<EntityKind> {
    Some(match mention.kind {
        MentionKind::Person => EntityKind::Person,
        MentionKind::Organisation => EntityKind::Organisation,
        MentionKind::Place => EntityKind::Place,
        MentionKind::Phone => EntityKind::Phone,
        MentionKind::Document => EntityKind::Document,
        MentionKind::Address => EntityKind::Address,
        MentionKind::Role if groups.contains(&mention.id) => EntityKind::Group,
        MentionKind::Role | MentionKind::Date | MentionKind::Money | MentionKind::Number => {
            return None;
        }
    })
}

/// The digits of a number as dialled inside its country, without the digit that is dialled before them; `None` where
/// they are too few to tell a number, or some are hidden.
fn national(text: &str) -> Option<String> {
    let shown = text
        .chars()
        .all(|l| l.is_ascii_digit() || " \u{a0}()-.–/".contains(l));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = match digits.as_bytes() {
        [b'0', ..] => digits.trim_start_matches('0'),
        [b'8', ..] if digits.len() == 11 => &digits[1..],
        _ => &digits,
    };
    (shown && bare.len() >= 8).then(|| bare.to_owned())
}

/// What must be equal for two phones, documents or addresses to be one. Empty where names decide.
fn exact_of(mention: &Mention, kind: EntityKind) -> String {
    let raw = mention.value.as_deref().unwrap_or(&mention.text);
    match kind {
        EntityKind::Phone if raw.starts_with('+') && !raw.contains(['x', 'X', '*', '…']) => raw
            .chars()
            .filter(|l| l.is_ascii_digit() || *l == '+')
            .collect(),
        // A number that could not be told in its region is only itself where it stands.
        EntityKind::Phone => format!("{} {}", mention.place.document, fold(raw)),
        EntityKind::Document => fold(raw).chars().filter(|l| l.is_alphanumeric()).collect(),
        EntityKind::Address => fold(raw)
            .trim_start_matches("mailto:")
            .trim_end_matches('/')
            .to_owned(),
        _ => String::new(),
    }
}

/// The folded name without titles (persons) or small words (all).
pub(super) fn name_of(text: &str, kind: EntityKind) -> Vec<String> {
    let all = tokens(text);
    let kept: Vec<String> = all
        .iter()
        .filter(|token| {
            let title = kind == EntityKind::Person && TITLES.contains(&token.as_str());
            !(title || SMALL.contains(&token.as_str()))
        })
        .cloned()
        .collect();
    if kept.is_empty() { all } else { kept }
}

/// Words that carry nothing in a name.
const SMALL: [&str; 29] = [
    "the", "a", "an", "of", "for", "and", "s", "el", "la", "los", "las", "lo", "de", "del", "y",
    "e", "al", "para", "su", "his", "their", "по", "и", "в", "г", "this", "that", "ла", "эль",
];

/// Titles and forms of address before a name.
const TITLES: [&str; 73] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "sir",
    "dr",
    "doctor",
    "professor",
    "prof",
    "president",
    "minister",
    "ambassador",
    "captain",
    "colonel",
    "general",
    "major",
    "lieutenant",
    "sergeant",
    "senator",
    "judge",
    "officer",
    "consul",
    "deputy",
    "rep",
    "sen",
    "gov",
    "governor",
    "secretary",
    "sr",
    "sra",
    "srta",
    "senor",
    "senora",
    "senorita",
    "don",
    "dona",
    "doctora",
    "presidente",
    "presidenta",
    "ministro",
    "ministra",
    "embajador",
    "embajadora",
    "capitan",
    "coronel",
    "teniente",
    "jueza",
    "juez",
    "fiscal",
    "diputado",
    "diputada",
    "canciller",
    "abogado",
    "abogada",
    "lic",
    "господин",
    "госпожа",
    "гн",
    "гжа",
    "президент",
    "министр",
    "посол",
    "капитан",
    "полковник",
    "генерал",
    "маиор",
    "депутат",
    "адвокат",
    "консул",
    "судья",
    "доктор",
    "юрист",
    "сенатор",
];
