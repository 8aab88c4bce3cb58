//! A folded word that many places of a case share: equal words of its texts are held once.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

/// The folded form of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Folded(Arc<str>);

impl Folded {
    /// Its letters.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Folded {
    fn from(word: String) -> Self {
        Self(word.into())
    }
}

impl Deref for Folded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Folded {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Folded {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// The different words met so far.
#[derive(Debug, Default)]
pub(crate) struct Shared(BTreeSet<Folded>);

impl Shared {
    /// The word as it is held already, or this one from here on.
    pub(crate) fn one(&mut self, word: Folded) -> Folded {
        if let Some(held) = self.0.get(&word) {
            return held.clone();
        }
        self.0.insert(word.clone());
        word
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, Shared};

    #[test]
    fn equal_words_are_held_once() {
        let mut shared = Shared::default();
        let first = shared.one(Folded::from("word".to_owned()));
        let again = shared.one(Folded::from("word".to_owned()));
        let other = shared.one(Folded::from("words".to_owned()));
        assert!(std::sync::Arc::ptr_eq(&first.0, &again.0));
        assert_ne!(first, other);
        assert!(first == "word" && other == *"words");
    }
}
