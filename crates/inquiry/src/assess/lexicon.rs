//! A small lexicon in three languages: what a word is about, so that claims can be compared across languages.
//!
//! Entries are beginnings of folded words (see `fold`: `й` is `и`, `ñ` is `n`), so that inflected forms match.

mod table;

use std::collections::BTreeMap;
use std::sync::OnceLock;
use table::{CONCEPTS, NUMBERS, STOP};

/// A concept, by its index in [`CONCEPTS`].
pub(super) type Concept = usize;

/// The concepts that a folded word may name. An entry ending in `0` matches the whole word only.
pub(super) fn concepts(word: &str) -> impl Iterator<Item = Concept> + '_ {
    let near = word
        .chars()
        .next()
        .and_then(|letter| by_letter().get(&letter));
    near.into_iter()
        .flatten()
        .filter(move |(_, start)| matches(word, start))
        .map(|(concept, _)| *concept)
}

type Index = BTreeMap<char, Vec<(Concept, &'static str)>>;

/// Beginnings of words by their first letter, so that a word is not compared with the whole table.
fn by_letter() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index::new();
        for (concept, (_, _, starts)) in CONCEPTS.iter().enumerate() {
            for start in *starts {
                if let Some(letter) = start.chars().next() {
                    index.entry(letter).or_default().push((concept, start));
                }
            }
        }
        index
    })
}

fn matches(word: &str, start: &str) -> bool {
    match start.strip_suffix('0') {
        Some(whole) => word == whole,
        None => word.starts_with(start),
    }
}

/// Whether the concept is something that happens to people or that they do: the same number said of two of these is another scope.
pub(super) fn is_scope(concept: Concept) -> bool {
    CONCEPTS.get(concept).is_some_and(|(_, scope, _)| *scope)
}

/// Whether the concept is something somebody does, undergoes or holds: the core of a statement.
pub(super) fn is_act(concept: Concept) -> bool {
    const ACTS: [&str; 16] = [
        "know",
        "earn",
        "promise",
        "offer",
        "dismantle",
        "intercept",
        "publish",
        "facilitate",
        "buy",
        "support",
        "participate",
        "transfer",
        "testify",
        "work",
        "remain",
        "verdict",
    ];
    is_scope(concept)
        || CONCEPTS
            .get(concept)
            .is_some_and(|(name, _, _)| ACTS.contains(name))
}

/// Whether the concept counts people without saying that they did wrong.
pub(super) fn is_people(concept: Concept) -> bool {
    const PEOPLE: [&str; 9] = [
        "person", "citizen", "young", "woman", "worker", "recruit", "minor", "victim", "family",
    ];
    is_country(concept)
        || CONCEPTS
            .get(concept)
            .is_some_and(|(name, _, _)| PEOPLE.contains(name))
}

/// Whether the concept counts people and says that they did wrong.
pub(super) fn is_culprits(concept: Concept) -> bool {
    CONCEPTS
        .get(concept)
        .is_some_and(|(name, _, _)| ["traffick", "mercenary", "organiser", "helper"].contains(name))
}

/// Bodies of a state.
const STATE: [&str; 10] = [
    "ministry",
    "police",
    "authority",
    "investigation",
    "military",
    "court",
    "official",
    "consul",
    "embassy",
    "prosecutor",
];

fn is_one_of(concept: Concept, names: &[&str]) -> bool {
    CONCEPTS
        .get(concept)
        .is_some_and(|(name, _, _)| names.contains(name))
}

/// Whether the concept is a body of a state.
pub(super) fn is_state_body(concept: Concept) -> bool {
    is_one_of(concept, &STATE)
}

/// Whether the concept is a sort of body.
pub(super) fn is_body(concept: Concept) -> bool {
    is_state_body(concept) || is_one_of(concept, &["agency", "company", "radio"])
}

/// Whether the concept may stand for any body of a state.
pub(super) fn is_any_body(concept: Concept) -> bool {
    is_one_of(concept, &["authority", "official"])
}

/// Words for a source that do not say who it is: pronouns, those who speak for another, papers, anybody.
pub(super) fn is_anybody(word: &str) -> bool {
    const ANYBODY: [&str; 59] = [
        "he0",
        "she0",
        "they0",
        "him0",
        "her0",
        "them0",
        "it0",
        "el0",
        "ella",
        "ello",
        "он0",
        "она0",
        "они0",
        "оно0",
        "source",
        "fuente",
        "источник",
        "spokes",
        "speaker0",
        "portavo",
        "vocer",
        "представител",
        "пресс",
        "секретар",
        "statement",
        "comunicado",
        "declaracion",
        "заявлени",
        "сообщени",
        "report",
        "informe",
        "nota0",
        "отчет",
        "document",
        "докумен",
        "people",
        "person",
        "человек",
        "люди",
        "men0",
        "man0",
        "hombre",
        "woman",
        "women",
        "mujer",
        "женщин",
        "мужчин",
        "some0",
        "many0",
        "several",
        "others0",
        "algun",
        "varios",
        "varias",
        "некотор",
        "head0",
        "chief",
        "jefe",
        "глав",
    ];
    ANYBODY.iter().any(|start| matches(word, start))
}

/// Whether the word says that somebody did it himself.
pub(super) fn is_self(word: &str) -> bool {
    matches!(
        word,
        "themselves"
            | "himself"
            | "herself"
            | "mismo"
            | "misma"
            | "mismos"
            | "mismas"
            | "сам"
            | "сама"
            | "сами"
            | "самих"
            | "самостоятельно"
    )
}

/// Whether the concept is a country.
pub(super) fn is_country(concept: Concept) -> bool {
    CONCEPTS
        .get(concept)
        .is_some_and(|(name, _, _)| name.starts_with('@'))
}

/// Whether the concept is a day of the week.
pub(super) fn is_weekday(concept: Concept) -> bool {
    let days = named("monday").zip(named("sunday"));
    days.is_some_and(|(first, last)| (first..=last).contains(&concept))
}

/// Whether the concept can do nothing: a thing, a time, a place.
pub(super) fn is_no_actor(concept: Concept) -> bool {
    const THINGS: [&str; 26] = [
        "ticket", "passport", "visa", "contract", "document", "dollar", "rouble", "euro", "peso",
        "money", "flight", "phone", "letter", "list", "wage", "year", "month", "week", "day",
        "spring", "summer", "half", "each", "rifle", "name", "war",
    ];
    is_one_of(concept, &THINGS) || is_month(concept) || is_weekday(concept) || is_city(concept)
}

/// Whether the concept is a city.
pub(super) fn is_city(concept: Concept) -> bool {
    is_one_of(concept, &["moscow", "havana", "tula"])
}

/// Whether the concept is a month of the year.
pub(super) fn is_month(concept: Concept) -> bool {
    let months = named("january").zip(named("december"));
    months.is_some_and(|(first, last)| (first..=last).contains(&concept))
}

/// The concept of this name.
pub(super) fn named(name: &str) -> Option<Concept> {
    CONCEPTS.iter().position(|(known, _, _)| *known == name)
}

/// Words that say nothing of what a claim is about.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Hedges: words that lower certainty. Beginnings of folded words.
pub(super) fn is_hedge(word: &str) -> bool {
    const HEDGES: [&str; 33] = [
        "parecer",
        "purported",
        "seemingly",
        "alleg",
        "reported",
        "suppos",
        "presunt",
        "supuest",
        "якобы",
        "предполож",
        "apparent",
        "possibl",
        "posibl",
        "возмож",
        "вероят",
        "probabl",
        "perhaps",
        "maybe",
        "quiza",
        "might",
        "may0",
        "could0",
        "podria",
        "habria",
        "believ",
        "предполаг",
        "считается",
        "suspect",
        "sospech",
        "подозр",
        "unconfirmed",
        "неподтвержд",
        "claim",
    ];
    HEDGES.iter().any(|hedge| matches(word, hedge))
}

/// Negations inside a content.
pub(super) fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "no"
            | "never"
            | "none"
            | "nobody"
            | "without"
            | "nunca"
            | "jamas"
            | "ningun"
            | "ninguna"
            | "ninguno"
            | "nadie"
            | "sin"
            | "не"
            | "нет"
            | "ни"
            | "никто"
            | "никогда"
            | "никаких"
            | "без"
            | "t"
    )
}

/// What stands before the apostrophe of an English negation: "don't".
pub(super) fn is_contraction(word: &str) -> bool {
    const BEFORE: [&str; 14] = [
        "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "hasn", "haven", "hadn", "wouldn",
        "couldn", "shouldn", "ain",
    ];
    BEFORE.contains(&word)
}

/// The value of a number: digits, or a number word in one of the three languages (folded).
pub(super) fn number(word: &str) -> Option<u64> {
    static VALUES: OnceLock<BTreeMap<&str, u64>> = OnceLock::new();
    if word.starts_with(|l: char| l.is_ascii_digit()) {
        return (word.len() <= 15 && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten();
    }
    let values = VALUES.get_or_init(|| {
        NUMBERS
            .iter()
            .flat_map(|(value, words)| words.iter().map(|word| (*word, *value)))
            .collect()
    });
    values.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn one_concept_in_three_languages() {
        let of = |word: &str| concepts(&fold(word)).collect::<Vec<_>>();
        for group in [
            ["recruited", "reclutados", "завербовали"],
            ["mercenaries", "mercenarios", "наёмников"],
            ["ticket", "pasajes", "билеты"],
            ["arrested", "detenidos", "задержаны"],
            ["knew", "sabía", "знал"],
        ] {
            let first = of(group[0]);
            assert!(!first.is_empty(), "{group:?}");
            assert!(
                group
                    .iter()
                    .all(|word| of(word).iter().any(|c| first.contains(c))),
                "{group:?}"
            );
        }
    }

    #[test]
    fn numbers_are_read_as_words_and_digits() {
        for word in ["17", "seventeen", "diecisiete", "семнадцать"] {
            assert_eq!(number(word), Some(17));
        }
        assert_eq!(number("17a"), None);
    }

    #[test]
    fn stop_words_are_found() {
        assert!(STOP.is_sorted(), "binary search needs it");
        assert!(is_stop("the") && is_stop("что") && is_stop("para") && !is_stop("recruit"));
    }
}
