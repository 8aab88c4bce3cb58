//! Whether two sources may be one: what must be ruled out before they are counted as independent.

use super::lexicon;
use crate::fold::{skeleton, words};
use model::{Entity, EntityKind};
use std::collections::BTreeSet;

/// What the names of a source, or the words for it, are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Who {
    person: bool,
    /// What sort of body it is: ministry, police, agency ...
    sort: BTreeSet<usize>,
    /// Consonants of the other words; a country (`@`) or anything else that the lexicon knows (`#`) by its concept.
    words: BTreeSet<String>,
    /// First letters of a name of several words: "мвд" for "Министерство внутренних дел".
    initials: BTreeSet<String>,
    cyrillic: bool,
    /// Whether it has a name, not only a description: "a neighbour" has none.
    named: bool,
}

impl Who {
    /// From the names of an entity.
    pub(super) fn of(entity: &Entity) -> Self {
        let mut who = Self {
            person: entity.kind == EntityKind::Person,
            named: entity.kind != EntityKind::Group,
            ..Self::default()
        };
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            who.take(name);
        }
        who
    }

    /// From the words that a text has for a source, without the names of the person who speaks: the body he speaks for,
    /// or what he is.
    pub(super) fn worded(text: &str, speaker: Option<&Self>) -> Self {
        let capitals = words(text).into_iter().enumerate();
        let mut who = Self {
            // A capital letter at the beginning is one of the sentence, unless the whole is one word.
            named: capitals.clone().any(|(at, word)| {
                word.capital && (at > 0 || capitals.len() == 1) && !lexicon::is_stop(&word.folded)
            }),
            ..Self::default()
        };
        who.take(text);
        if let Some(person) = speaker.filter(|speaker| speaker.person) {
            who.words = who.words.difference(&person.words).cloned().collect();
        }
        who
    }

    fn take(&mut self, name: &str) {
        let mut initials = String::new();
        let words = words(name);
        for word in &words {
            let folded = word.folded.as_str();
            self.cyrillic |= folded.chars().any(|letter| ('а'..='я').contains(&letter));
            if lexicon::is_stop(folded) {
                continue;
            }
            initials.extend(folded.chars().next());
            if let Some(country) = lexicon::concepts(folded).find(|c| lexicon::is_country(*c)) {
                self.words.insert(format!("@{country}"));
                continue;
            }
            let sort: Vec<usize> = lexicon::concepts(folded)
                .filter(|concept| lexicon::is_body(*concept))
                .collect();
            let bones = skeleton(folded);
            if !self.person && !sort.is_empty() {
                self.sort.extend(sort);
            } else if let (Some(concept), false, false) = (
                lexicon::concepts(folded).next(),
                self.person,
                lexicon::is_anybody(folded),
            ) {
                self.words.insert(format!("#{concept}"));
            } else if bones.chars().count() > 1 && !lexicon::is_anybody(folded) {
                self.words.insert(bones);
            }
        }
        let letters = initials.chars().count();
        if !self.person && letters > 2 {
            self.initials.insert(initials);
        } else if let ([only], false) = (&words[..], self.person)
            && (3..=6).contains(&only.folded.chars().count())
        {
            self.initials.insert(only.folded.as_str().to_owned());
        }
    }

    /// Whether it says nothing of who it is: "she", "sources", "a statement".
    pub(super) fn is_bare(&self) -> bool {
        self.sort.is_empty() && self.words.is_empty()
    }

    /// Whether it is a body.
    pub(super) fn is_body(&self) -> bool {
        !self.sort.is_empty()
    }

    /// Whether it is somebody without a name: "a neighbour", "the candidate".
    fn is_described(&self) -> bool {
        !self.named && !self.person && self.sort.is_empty() && !self.words.is_empty()
    }

    /// Whether it is a body and no more than its sort is told.
    fn is_bare_body(&self) -> bool {
        !self.sort.is_empty() && self.words.iter().all(|word| word.starts_with('@'))
    }

    /// Whether the two may be one. Persons: if their names share a word. Bodies of one sort ("the ministry", "Ministerio
    /// del Interior", "Interior Ministry"): if their names share another word, or one has none, or their scripts differ.
    /// "The authorities" and "officials" may be any body of a state, and somebody without a name may be any person with one.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).next().is_some();
        let nameless = |who: &Self, other: &Self| {
            who.is_described() && other.named && other.sort.is_empty() && !other.words.is_empty()
        };
        if nameless(self, other) || nameless(other, self) {
            return true;
        }
        if self.person || other.person {
            return shared;
        }
        // The Harbour Post is not the Valley Post.
        let within =
            shared && (self.words.is_subset(&other.words) || other.words.is_subset(&self.words));
        if self.initials.intersection(&other.initials).next().is_some() {
            return true;
        }
        // Two countries are two; so are two things that both names say: the interior and what is foreign.
        let apart = |mark: char| {
            let marked = |who: &Self| -> BTreeSet<String> {
                let held = who.words.iter().filter(|word| word.starts_with(mark));
                held.cloned().collect()
            };
            let (here, there) = (marked(self), marked(other));
            !here.is_empty() && !there.is_empty() && here.is_disjoint(&there)
        };
        if apart('@') || apart('#') {
            return false;
        }
        if self.sort.is_disjoint(&other.sort) {
            let any = |who: &Self| {
                who.is_bare_body() && who.sort.iter().all(|sort| lexicon::is_any_body(*sort))
            };
            let state = |who: &Self| who.sort.iter().any(|sort| lexicon::is_state_body(*sort));
            return (any(self) && state(other))
                || (any(other) && state(self))
                || (within && self.sort.is_empty() == other.sort.is_empty());
        }
        let bare = self.is_bare_body() || other.is_bare_body();
        shared || bare || self.cyrillic != other.cyrillic
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(a: &str, b: &str) -> bool {
        Who::worded(a, None).may_be(&Who::worded(b, None))
    }

    #[test]
    fn bodies_that_may_be_one() {
        for (a, b) in [
            ("the ministry", "Ministerio del Interior"),
            ("A ministry spokeswoman", "The Interior Ministry"),
            ("МВД", "Министерство внутренних дел"),
            ("FBI", "Federal Bureau of Investigation"),
            ("officials", "the police of Gibara"),
            ("las autoridades", "El Ministerio del Interior"),
            ("Russian police", "полиция"),
            ("the candidate", "Rosa Vega"),
            (
                "Ministerio de Relaciones Exteriores",
                "the Foreign Ministry",
            ),
            ("Radio Octava Versta", "радио «Восьмая верста»"),
        ] {
            assert!(one(a, b) && one(b, a), "{a}, {b}");
        }
    }

    #[test]
    fn bodies_that_are_two() {
        for (a, b) in [
            ("the police of Gibara", "the police of Banes"),
            ("Russian police", "Cuban police"),
            ("the Interior Ministry", "the police of Gibara"),
            ("Министерство иностранных дел", "the Interior Ministry"),
            ("Valley Post", "Harbour Post"),
        ] {
            assert!(!one(a, b) && !one(b, a), "{a}, {b}");
        }
        assert!(
            Who::worded("Sources", None).is_bare() && Who::worded("el comunicado", None).is_bare()
        );
    }
}
