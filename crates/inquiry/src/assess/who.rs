//! Whether two sources may be one: what must be ruled out before they are counted as independent.

use super::lexicon;
use crate::fold::{skeleton, words};
use model::{Entity, EntityKind};
use std::collections::BTreeSet;

/// What the names of a source are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Who {
    person: bool,
    /// What sort of body it is: ministry, police, agency ...
    sort: BTreeSet<usize>,
    /// Consonants of the other words.
    words: BTreeSet<String>,
    cyrillic: bool,
}

impl Who {
    pub(super) fn of(entity: &Entity) -> Self {
        let mut who = Self {
            person: entity.kind == EntityKind::Person,
            ..Self::default()
        };
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            for word in words(name) {
                who.cyrillic |= word
                    .folded
                    .chars()
                    .any(|letter| ('а'..='я').contains(&letter));
                let sort: Vec<usize> = lexicon::concepts(&word.folded)
                    .filter(|concept| !lexicon::is_country(*concept))
                    .collect();
                let bones = skeleton(&word.folded);
                if !who.person && !sort.is_empty() {
                    who.sort.extend(sort);
                } else if bones.chars().count() > 1 && !lexicon::is_stop(&word.folded) {
                    who.words.insert(bones);
                }
            }
        }
        who
    }

    /// Whether the two may be one. Persons: if their names share a word. Bodies of one sort ("the ministry", "Ministerio
    /// del Interior", "Interior Ministry"): if their names share another word, or one has none, or their scripts differ.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).next().is_some();
        if self.person || other.person {
            return shared;
        }
        if self.sort.is_disjoint(&other.sort) {
            return shared && self.sort.is_empty() && other.sort.is_empty();
        }
        let bare = self.words.is_empty() || other.words.is_empty();
        shared || bare || self.cyrillic != other.cyrillic
    }
}
