//! From an entity's names to the words and codes by which a text could give it away.

use super::fold::{ENDINGS, fold, is_cyrillic, skeletons, stem, words};
use super::words::{NEVER, WORDS_TOO};
use std::collections::{BTreeMap, BTreeSet};

/// Where a word may lead.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Numbers of the protected entities that carry it.
    pub owners: BTreeSet<usize>,
    /// Only with a capital: in small letters it is an everyday word.
    pub capital: bool,
    /// Somebody who is not protected carries it too.
    pub shared: bool,
}

/// All words under which protected people could be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Folded words, inflected Russian forms among them.
    pub words: BTreeMap<String, Entry>,
    /// Words of one or two letters; they count only beside another word of the same name.
    pub brief: BTreeMap<String, Entry>,
    /// Words without their spelling.
    pub bones: BTreeMap<String, Entry>,
    /// The same without the ending, for Russian words of the text.
    pub stems: BTreeMap<String, Entry>,
    /// Long words that give a name away even inside another word.
    pub inside: BTreeMap<String, Entry>,
    /// First letters of each entity's names, in Latin.
    pub initials: BTreeMap<usize, BTreeSet<char>>,
}

/// Fewest letters of a word that is masked inside other words.
const INSIDE: usize = 6;
/// Fewest letters of a word that is masked in any spelling.
const SPELLED: usize = 4;

/// The folded words of one form of a name that name somebody.
///
/// A form in small letters throughout is a description ("la menor del barrio") unless it has at
/// most two words, as in chats.
pub(super) fn tokens(form: &str) -> Vec<String> {
    let all = words(form);
    let is_capital =
        |range: &std::ops::Range<usize>| form[range.clone()].chars().any(char::is_uppercase);
    let capitals = all.iter().any(is_capital);
    all.iter()
        .filter(|range| {
            if capitals {
                is_capital(range)
            } else {
                all.len() <= 2
            }
        })
        .map(|range| fold(&form[range.clone()]))
        .filter(|word| !word.is_empty() && NEVER.binary_search(&word.as_str()).is_err())
        .filter(|word| capitals || word.chars().count() >= SPELLED)
        .collect()
}

impl Index {
    /// Adds one form of the name of entity `owner`.
    pub(super) fn add(&mut self, owner: usize, form: &str, shared: &BTreeSet<String>) {
        for word in tokens(form) {
            let all = skeletons(&word);
            let initials = self.initials.entry(owner).or_default();
            initials.extend(all.iter().filter_map(|bones| bones.chars().next()));
            let entry = Entry {
                owners: BTreeSet::from([owner]),
                capital: WORDS_TOO.contains(&word.as_str()),
                shared: all.iter().any(|bones| shared.contains(bones)),
            };
            let letters = word.chars().count();
            if letters < 3 {
                put(&mut self.brief, word, &entry);
                continue;
            }
            if is_cyrillic(&word) {
                self.inflect(&word, &entry);
            }
            if letters >= SPELLED {
                for bones in all {
                    let bare = bones.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
                    if bare.len() >= SPELLED {
                        put(&mut self.stems, bare.to_owned(), &entry);
                    }
                    if bones.len() >= SPELLED {
                        put(&mut self.bones, bones, &entry);
                    }
                }
            }
            if letters >= INSIDE && !entry.capital {
                put(&mut self.inside, word.clone(), &entry);
            }
            put(&mut self.words, word, &entry);
        }
    }

    /// Adds the forms a Russian name takes in a sentence.
    fn inflect(&mut self, word: &str, entry: &Entry) {
        let stem = stem(word);
        let letters = stem.chars().count();
        if letters < 2 {
            return;
        }
        let mut entry = entry.clone();
        // With so short a stem some forms are everyday words ("Ина", "иной").
        entry.capital |= letters <= 3;
        for ending in ENDINGS {
            let form = format!("{stem}{ending}");
            if form != word {
                put(&mut self.words, form, &entry);
            }
        }
        if letters >= 3 {
            put(&mut self.words, stem.to_owned(), &entry);
        }
    }
}

/// Adds an entry; where two meet, both owners stand, and the safer of the rules.
fn put(map: &mut BTreeMap<String, Entry>, word: String, entry: &Entry) {
    let there = map.entry(word).or_insert_with(|| Entry {
        capital: true,
        ..Entry::default()
    });
    there.owners.extend(&entry.owners);
    there.capital &= entry.capital;
    there.shared |= entry.shared;
}

/// The skeletons of all words in the names of people who are not protected.
pub(super) fn shared<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    names
        .flat_map(tokens)
        .flat_map(|word| skeletons(&word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(NEVER.is_sorted(), "sort the list");
    }

    #[test]
    fn descriptions_name_nobody() {
        assert_eq!(tokens("la menor del barrio"), Vec::<String>::new());
        assert_eq!(tokens("VICTIM 2"), Vec::<String>::new());
        assert_eq!(tokens("la China"), ["china"]);
        assert_eq!(tokens("yuliet"), ["yuliet"]);
        assert_eq!(tokens("señora Yuliet Ferrer"), ["yuliet", "ferrer"]);
    }
}
