//! Identities: which entity the run sees behind each gold mention (B-cubed), and who must stay apart.

use super::key::{Files, Key, Line, Quote};
use super::run::{Mention, Run};
use super::tally::Score;
use super::words::{count, holds, words};
use std::collections::{BTreeMap, BTreeSet};

/// The gold's mentions as the run sees them.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// For each gold mention: the identity, where it stands, and the entity of the run, if it has one.
    mentions: Vec<(String, String, Option<String>)>,
    /// The identity behind each entity: the one most of its gold mentions belong to.
    of_entity: BTreeMap<String, String>,
}

impl Seen {
    /// Looks every gold mention up in the run.
    pub(crate) fn new(key: &Key, run: &Run, files: &Files) -> Self {
        let mut by_file: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
        for mention in &run.mentions {
            if let Some(file) = files.resolve(&mention.file) {
                by_file.entry(file).or_default().push(mention);
            }
        }
        let mut seen = Self::default();
        let mut votes: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for (name, _, mentions) in key.identities() {
            for quote in mentions {
                let found = by_file
                    .get(quote.file.as_str())
                    .and_then(|all| find(quote, all));
                let text = quote.text.as_deref().unwrap_or_default();
                let place = format!("{}: {text}", quote.file);
                let entity = found.and_then(|mention| mention.entity.as_deref());
                if let Some(entity) = entity {
                    *votes.entry(entity).or_default().entry(name).or_default() += 1;
                }
                seen.mentions
                    .push((name.to_owned(), place, entity.map(str::to_owned)));
            }
        }
        for (entity, names) in votes {
            let most = names
                .into_iter()
                .max_by_key(|(name, votes)| (*votes, std::cmp::Reverse(*name)));
            seen.of_entity
                .extend(most.map(|(name, _)| (entity.to_owned(), name.to_owned())));
        }
        seen.add_by_name(key, run);
        seen
    }

    /// Entities without a gold mention (telephones that stand only in records) go by their name.
    fn add_by_name(&mut self, key: &Key, run: &Run) {
        let bare =
            |name: &str| -> String { name.chars().filter(|c| c.is_alphanumeric()).collect() };
        let names: BTreeMap<(&str, String), &str> = key
            .identities()
            .map(|(name, kind, _)| ((kind, bare(name)), name))
            .collect();
        for entity in &run.entities {
            if let Some(name) = names.get(&(entity.kind.as_str(), bare(&entity.name))) {
                self.of_entity
                    .entry(entity.id.clone())
                    .or_insert_with(|| (*name).to_owned());
            }
        }
    }

    /// The identity behind an entity of the run.
    pub(crate) fn identity(&self, entity: &str) -> Option<&str> {
        self.of_entity.get(entity).map(String::as_str)
    }

    /// All entities of the run that stand for an identity.
    pub(crate) fn entities<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.of_entity
            .iter()
            .filter(move |(_, identity)| identity.as_str() == name)
            .map(|(entity, _)| entity.as_str())
    }

    /// B-cubed over the gold mentions, and the pairs that must not merge.
    pub(crate) fn score(&self, key: &Key) -> Vec<Score> {
        vec![self.b_cubed(), self.apart(key)]
    }

    fn b_cubed(&self) -> Score {
        let mut score = Score {
            name: "identities (B-cubed)".to_owned(),
            ..Score::default()
        };
        let mut of_name: BTreeMap<&str, usize> = BTreeMap::new();
        let mut of_entity: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for (name, _, entity) in &self.mentions {
            *of_name.entry(name).or_default() += 1;
            if let Some(entity) = entity {
                *of_entity
                    .entry(entity)
                    .or_default()
                    .entry(name)
                    .or_default() += 1;
            }
        }
        for (name, place, entity) in &self.mentions {
            score.gold += 1.0;
            let Some(entity) = entity else {
                score.missed.push(format!("{name}: not found at {place}"));
                continue;
            };
            let in_entity = &of_entity[entity.as_str()];
            let same = count(in_entity[name.as_str()]);
            score.found += 1.0;
            score.right += same / count(in_entity.values().sum());
            score.hit += same / count(of_name[name.as_str()]);
        }
        for name in of_name.keys() {
            let pieces = of_entity
                .values()
                .filter(|names| names.contains_key(name))
                .count();
            if pieces > 1 {
                score
                    .missed
                    .push(format!("{name}: split into {pieces} entities"));
            }
        }
        for (entity, names) in of_entity.iter().filter(|(_, names)| names.len() > 1) {
            let names: Vec<_> = names.keys().copied().collect();
            score
                .wrong
                .push(format!("{entity} is {}", names.join(" and ")));
        }
        score
    }

    fn apart(&self, key: &Key) -> Score {
        let entities = |wanted: &str| -> BTreeSet<&str> {
            self.mentions
                .iter()
                .filter(|(name, ..)| name == wanted)
                .filter_map(|(.., entity)| entity.as_deref())
                .collect()
        };
        let mut kept = Vec::new();
        for line in &key.lines {
            if let Line::Apart { a, b } = line {
                // What was not seen at all was not kept apart either.
                let (one, other) = (entities(a), entities(b));
                let sound = !one.is_empty() && !other.is_empty() && one.is_disjoint(&other);
                kept.push((sound, format!("{a} / {b}")));
            }
        }
        Score::of("identities kept apart", kept.clone(), kept)
    }
}

/// The run's mention of a gold mention: the same words, else words that hold it or lie in it.
fn find<'a>(quote: &Quote, all: &[&'a Mention]) -> Option<&'a Mention> {
    let wanted = words(quote.text.as_deref()?);
    let known = |mention: &&&'a Mention| mention.entity.is_some();
    let exact = |mention: &&&Mention| quote.text.as_ref() == Some(&mention.text);
    let mut same: Vec<_> = all.iter().filter(known).filter(exact).collect();
    if same.is_empty() {
        same = all
            .iter()
            .filter(known)
            .filter(|mention| words(&mention.text) == wanted)
            .collect();
    }
    let nth = quote.nth.unwrap_or(0).min(same.len().saturating_sub(1));
    if let Some(mention) = same.get(nth) {
        return Some(mention);
    }
    all.iter()
        .filter(known)
        .find(|mention| {
            let found = words(&mention.text);
            let near = 2 * found.len() >= wanted.len() && 2 * wanted.len() >= found.len();
            near && (holds(&found, &wanted) || holds(&wanted, &found))
        })
        .copied()
}
