//! From an entity's names to the words by which a text could give it away.

use super::fold::{ENDINGS, fold, is_cyrillic, seen_as, skeletons, stems, words};
use super::words::{JOINTS, NEVER, WORDS_TOO};
use aho_corasick::AhoCorasick;
use inquiry::extract::is_noun_word;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Where a word may lead.
#[expect(
    clippy::struct_excessive_bools,
    reason = "a word may be any of these at once"
)]
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Numbers of the entities that carry it.
    pub owners: BTreeSet<usize>,
    /// Alone only with a capital: in small letters it is an everyday word.
    pub capital: bool,
    /// Of one or two letters: alone only as the capital of a name in running words.
    pub brief: bool,
    /// A title or description: never alone, and only with a capital.
    pub title: bool,
    /// Somebody who is not protected carries it too.
    pub shared: bool,
}

/// All words under which people could be found.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Folded words, inflected Russian forms among them.
    words: BTreeMap<String, Entry>,
    /// Words without their spelling.
    bones: BTreeMap<String, Entry>,
    /// The same without the ending, for Russian words of the text.
    stems: BTreeMap<String, Entry>,
    /// Long words that give a name away even inside another word.
    inside: BTreeMap<String, Entry>,
    /// Finds them.
    finder: Option<AhoCorasick>,
    /// First letters of each entity's names, in Latin.
    pub initials: BTreeMap<usize, BTreeSet<char>>,
    /// Each entity's words, in all spellings: what mailboxes and handles are put together of.
    pub pieces: BTreeMap<usize, BTreeSet<String>>,
}

/// Fewest letters of a word that is masked inside other words.
const INSIDE: usize = 6;
/// Fewest letters of a word that is masked in any spelling whatever its case.
const SPELLED: usize = 4;

/// Fewest letters of a name, without its last vowel, of which pet names are made.
const PET: usize = 3;

/// Titles and descriptions that are surnames as often, folded: part of a whole name in small letters too.
pub(super) const NAMES_TOO: &[&str] = &[
    "boy", "child", "don", "friend", "man", "old", "prima", "son", "young",
];

static EVERYDAY: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| WORDS_TOO.iter().copied().collect());

/// Whether a folded word is also an everyday one.
pub(super) fn is_everyday(folded: &str) -> bool {
    EVERYDAY.contains(folded)
}

/// Whether a word names nobody by itself: a title, a description. "Niña" is one, "Nina" is a name.
pub(super) fn is_never(raw: &str, folded: &str) -> bool {
    NEVER.binary_search(&folded).is_ok()
        || is_noun_word(raw)
        || matches!(folded, "nina" | "nino") && raw.to_lowercase().contains(['ñ', '\u{303}'])
}

/// What a word of a name is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Brief,
    Particle,
    Title,
}

/// The folded words of one form of a name that name somebody, by themselves or beside each other.
///
/// A form in small letters throughout is a description ("la menor del barrio") unless it has at most two words, as in
/// chats. What a hyphen or an apostrophe joins to a capital belongs to the name ("Min-ji"), and is one word too ("minji").
fn tokens(form: &str) -> Vec<(String, Kind)> {
    let all = words(form);
    let is_capital = |range: &Range<usize>| form[range.clone()].chars().any(char::is_uppercase);
    let capitals = all.iter().any(is_capital);
    let mut found: Vec<(String, Kind)> = Vec::new();
    for chunk in chunks(form, &all) {
        let named = chunk.iter().any(is_capital);
        for (at, range) in chunk.iter().enumerate() {
            let first = at == 0 && !is_capital(range);
            if capitals && (!named || first) || !capitals && all.len() > 2 {
                continue;
            }
            let word = fold(&form[range.clone()]);
            let letters = word.chars().count();
            let kind = if is_never(&form[range.clone()], &word) {
                Kind::Title
            } else if JOINTS.contains(&word.as_str()) {
                Kind::Particle
            } else if letters < 3 {
                Kind::Brief
            } else {
                Kind::Plain
            };
            let enough = capitals || letters >= SPELLED && kind == Kind::Plain;
            if letters > 1 && enough {
                found.push((word, kind));
            }
        }
        if chunk.len() > 1 && named {
            let whole: String = chunk
                .iter()
                .map(|range| fold(&form[range.clone()]))
                .collect();
            if whole.chars().count() >= SPELLED && !is_never("", &whole) {
                found.push((whole, Kind::Plain));
            }
        }
    }
    let has = |wanted: Kind| found.iter().any(|(_, kind)| *kind == wanted);
    if !has(Kind::Plain) && !has(Kind::Brief) {
        found.clear();
    }
    found
}

/// Words that nothing, a hyphen or an apostrophe joins.
fn chunks<'a>(form: &str, all: &'a [Range<usize>]) -> Vec<&'a [Range<usize>]> {
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        matches!(
            &form[one.end..next.start],
            "" | "-" | "‐" | "‑" | "'" | "’" | "ʼ"
        )
    };
    all.chunk_by(joined).collect()
}

/// The folded words of a form that name somebody by themselves.
pub(super) fn plain(form: &str) -> Vec<String> {
    tokens(form)
        .into_iter()
        .filter(|(_, kind)| matches!(kind, Kind::Plain | Kind::Brief))
        .map(|(word, _)| word)
        .collect()
}

impl Index {
    /// Adds one form of the name of entity `owner`.
    pub(super) fn add(&mut self, owner: usize, form: &str, shared: &BTreeSet<String>) {
        for (word, kind) in tokens(form) {
            let all = skeletons(&word);
            let letters = word.chars().count();
            let initials = self.initials.entry(owner).or_default();
            initials.extend(all.iter().filter_map(|bones| bones.chars().next()));
            let everyday = is_everyday(&word);
            let entry = Entry {
                owners: BTreeSet::from([owner]),
                capital: everyday,
                brief: letters < 3,
                title: matches!(kind, Kind::Title | Kind::Particle),
                shared: all.iter().any(|bones| shared.contains(bones)),
            };
            if entry.title {
                put(&mut self.words, word, &entry);
                continue;
            }
            if letters >= 3 {
                let pieces = self.pieces.entry(owner).or_default();
                pieces.insert(word.clone());
                pieces.extend(all.iter().filter(|bones| bones.len() >= 3).cloned());
            }
            if is_cyrillic(&word) && letters >= 3 {
                self.inflect(&word, &entry);
            }
            for pet in pet_names(&word) {
                let entry = Entry {
                    capital: true,
                    ..entry.clone()
                };
                if is_cyrillic(&pet) {
                    self.inflect(&pet, &entry);
                }
                put(&mut self.words, pet, &entry);
            }
            self.spell(&word, all, &entry);
            if letters >= INSIDE && !entry.capital {
                put(&mut self.inside, word.clone(), &entry);
            }
            put(&mut self.words, word, &entry);
        }
    }

    /// Adds what stays of a word when its spelling is ignored.
    fn spell(&mut self, word: &str, all: Vec<String>, entry: &Entry) {
        let letters = word.chars().count();
        let mut entry = entry.clone();
        // So few letters are alike in many words.
        entry.capital |= letters < SPELLED;
        for bones in all {
            let bare = bones.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
            if letters >= SPELLED && bare.len() >= SPELLED {
                put(&mut self.stems, bare.to_owned(), &entry);
            }
            if bones.len() < letters.min(SPELLED) {
                continue;
            }
            let feminine = bones.strip_suffix("ia").or_else(|| bones.strip_suffix('a'));
            if let Some(stem) = feminine.filter(|stem| (2..=SPELLED).contains(&stem.len())) {
                // Cases of a short name in the other script: "Zoya", "Зою", "Зоей".
                let entry = Entry {
                    capital: true,
                    ..entry.clone()
                };
                for ending in ["i", "e", "u", "iu", "ei", "oi", "ie"] {
                    put(&mut self.bones, format!("{stem}{ending}"), &entry);
                }
            }
            put(&mut self.bones, bones, &entry);
        }
    }

    /// Adds the forms a Russian name takes in a sentence.
    fn inflect(&mut self, word: &str, entry: &Entry) {
        for stem in stems(word) {
            let letters = stem.chars().count();
            if letters < 2 {
                continue;
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
                put(&mut self.words, stem, &entry);
            }
        }
    }

    /// Makes the index ready to be asked.
    pub(super) fn finish(&mut self) {
        let inside: Vec<&String> = self.inside.keys().collect();
        if !inside.is_empty() {
            self.finder = AhoCorasick::new(inside).ok();
        }
    }

    /// Whether nobody is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where a word of a text leads, in whatever spelling, script, case of its declension or likeness of its letters.
    pub(super) fn find(&self, raw: &str, capital: bool) -> Option<&Entry> {
        let folded = fold(raw);
        if let Some(entry) = self.words.get(&folded) {
            let small = entry.title && !capital && !NAMES_TOO.contains(&folded.as_str());
            let titled = small || !entry.title && is_never(raw, &folded);
            return (!titled).then_some(entry);
        }
        if is_never(raw, &folded) || !capital && is_everyday(&folded) {
            return None;
        }
        self.spelled(&folded)
            .or_else(|| {
                let seen = seen_as(&folded);
                seen.iter()
                    .find_map(|word| self.words.get(word).or_else(|| self.spelled(word)))
            })
            .or_else(|| self.plural(&folded).filter(|_| capital))
            .or_else(|| self.within(&folded))
    }

    /// The word in another spelling, script or case of its declension.
    fn spelled(&self, folded: &str) -> Option<&Entry> {
        let all = skeletons(folded);
        if let Some(entry) = all.iter().find_map(|bones| self.bones.get(bones)) {
            return Some(entry);
        }
        if !is_cyrillic(folded) || folded.chars().count() < 3 {
            return None;
        }
        let stems = ENDINGS
            .iter()
            .filter_map(|ending| folded.strip_suffix(ending));
        stems
            .chain(std::iter::once(folded))
            .flat_map(skeletons)
            .find_map(|bones| self.stems.get(&bones))
    }

    /// "The Bells", "los Roques": a family.
    fn plural(&self, folded: &str) -> Option<&Entry> {
        ["es", "s"]
            .iter()
            .filter_map(|ending| folded.strip_suffix(ending))
            .filter(|rest| rest.chars().count() >= 3)
            .find_map(|rest| self.words.get(rest))
            .filter(|entry| !entry.title)
    }

    /// A long name inside the word.
    fn within(&self, folded: &str) -> Option<&Entry> {
        let hit = self.finder.as_ref()?.find(folded)?;
        self.inside.get(&folded[hit.range()])
    }
}

/// What a given name that ends in a vowel is made into among friends: "Zarina" is "Zarinka", "Rosa" is "Rosita", «Зарина» «Зариночка».
fn pet_names(word: &str) -> Vec<String> {
    const LATIN: [&str; 8] = [
        "ka", "ochka", "echka", "ushka", "ulya", "ita", "ito", "cita",
    ];
    const CYRILLIC: [&str; 7] = ["ка", "очка", "ечка", "ушка", "юшка", "енька", "уля"];
    let Some(stem) = word.strip_suffix(['a', 'o', 'e', 'а', 'я']) else {
        return Vec::new();
    };
    let stem = stem.strip_suffix(['i', 'и']).unwrap_or(stem);
    if stem.chars().count() < PET {
        return Vec::new();
    }
    let ends: &[&str] = if is_cyrillic(word) { &CYRILLIC } else { &LATIN };
    ends.iter().map(|end| format!("{stem}{end}")).collect()
}

/// Adds an entry; where two meet, both owners stand, and the safer of the rules.
fn put(map: &mut BTreeMap<String, Entry>, word: String, entry: &Entry) {
    let there = map.entry(word).or_insert_with(|| Entry {
        capital: true,
        brief: true,
        title: true,
        ..Entry::default()
    });
    there.owners.extend(&entry.owners);
    there.capital &= entry.capital;
    there.brief &= entry.brief;
    there.title &= entry.title;
    there.shared |= entry.shared;
}

/// The skeletons of all words in the names of people who are not protected.
pub(super) fn shared<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    names
        .flat_map(plain)
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
        for form in ["la menor del barrio", "VICTIM 2", "Young Woman", "Doña"] {
            assert_eq!(plain(form), Vec::<String>::new(), "{form}");
        }
        assert_eq!(plain("la China"), ["china"]);
        assert_eq!(plain("yuliet"), ["yuliet"]);
        assert_eq!(plain("señora Yuliet Ferrer"), ["yuliet", "ferrer"]);
    }

    #[test]
    fn short_and_joined_words_are_part_of_a_name() {
        assert_eq!(plain("Su Yi"), ["su", "yi"]);
        assert_eq!(plain("Min-ji Kim"), ["min", "ji", "minji", "kim"]);
        assert_eq!(plain("Fatima al-Sayed"), ["fatima", "sayed", "alsayed"]);
        assert_eq!(plain("Niall O'Brien"), ["niall", "brien", "obrien"]);
        assert_eq!(plain("Nina Vale"), ["nina", "vale"]);
    }
}
