//! Words that set one event apart from another of its sort: its day, month or year, and whether it was the first or another.

use super::lexicon;
use crate::fold::Word;
use std::collections::{BTreeMap, BTreeSet};

/// What a word says of when or which event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Weekday,
    Month,
    Year,
    /// The place in a row; 0 for "another".
    Ordinal,
}

/// The marks of a content.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(BTreeMap<Sort, BTreeSet<u64>>);

/// "Another", "separate".
const OTHER: [&str; 20] = [
    "another",
    "separate",
    "different",
    "later",
    "earlier",
    "next",
    "otro",
    "otra",
    "otros",
    "otras",
    "distinto",
    "distinta",
    "posterior",
    "anterior",
    "другои",
    "другого",
    "другом",
    "другая",
    "следующии",
    "отдельныи",
];

/// Ordinals by their beginnings, with what may follow.
const ORDINALS: [(&str, u64); 24] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("4th", 4),
    ("5th", 5),
    ("primer", 1),
    ("segund", 2),
    ("tercer", 3),
    ("cuart", 4),
    ("quint", 5),
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("sixth", 6),
    ("sext", 6),
    ("шест", 6),
    ("6th", 6),
];

/// Endings of ordinals, folded.
const ENDINGS: [&str; 24] = [
    "", "o", "a", "os", "as", "ыи", "ая", "ое", "ые", "ого", "ои", "ом", "ую", "ым", "ых", "ому",
    "ии", "ья", "ье", "ьего", "ьеи", "ьем", "ью", "ьи",
];

/// Beginnings of words for what there may be several of in one story.
const EVENTS: [&str; 56] = [
    "raid",
    "operati",
    "search",
    "sweep",
    "rescue",
    "inspection",
    "visit",
    "attack",
    "strike",
    "trip",
    "group",
    "flight",
    "trial",
    "house",
    "flat",
    "apartment",
    "hotel",
    "bus",
    "boat",
    "shipment",
    "batch",
    "sentence",
    "arrest",
    "wave",
    "operaci",
    "redada",
    "allanamient",
    "registro",
    "inspecci",
    "rescate",
    "ataque",
    "viaje",
    "grupo",
    "vuelo",
    "juicio",
    "casa",
    "piso",
    "lancha",
    "tanda",
    "condena",
    "реид",
    "операци",
    "обыск",
    "облав",
    "проверк",
    "нападен",
    "поездк",
    "групп",
    "реис",
    "суд",
    "дом",
    "квартир",
    "отел",
    "гостиниц",
    "автобус",
    "парти",
];

impl Marks {
    /// The marks among these words.
    pub(super) fn of(words: &[Word]) -> Self {
        let mut found = Self::default();
        for (at, word) in words.iter().enumerate() {
            for concept in lexicon::concepts(&word.folded) {
                let sort = if lexicon::is_weekday(concept) {
                    Sort::Weekday
                } else if lexicon::is_month(concept) {
                    Sort::Month
                } else {
                    continue;
                };
                found.add(sort, u64::try_from(concept).ok());
            }
            let year = lexicon::number(&word.folded).filter(|year| (1900..=2100).contains(year));
            found.add(Sort::Year, year);
            let next = words.get(at + 1);
            if next.is_some_and(|next| EVENTS.iter().any(|start| next.folded.starts_with(start))) {
                found.add(Sort::Ordinal, ordinal(&word.folded));
            }
        }
        found
    }

    /// Sorts of which nothing is said have no entry.
    fn add(&mut self, sort: Sort, number: Option<u64>) {
        if let Some(number) = number {
            self.0.entry(sort).or_default().insert(number);
        }
    }

    /// Whether the two speak of two events: of two days, or one of the first and the other of another.
    pub(super) fn apart(&self, other: &Self) -> bool {
        let later = |places: Option<&BTreeSet<u64>>| {
            places.is_some_and(|places| places.iter().any(|place| *place != 1))
        };
        [Sort::Weekday, Sort::Month, Sort::Year, Sort::Ordinal]
            .into_iter()
            .any(|sort| match (self.0.get(&sort), other.0.get(&sort)) {
                (Some(here), Some(there)) => here.is_disjoint(there),
                (here, there) => sort == Sort::Ordinal && (later(here) || later(there)),
            })
    }
}

/// The place in a row that a word tells; 0 for "another".
fn ordinal(word: &str) -> Option<u64> {
    if OTHER.contains(&word) {
        return Some(0);
    }
    let fits = |(start, _): &&(&str, u64)| {
        let rest = word.strip_prefix(start);
        rest.is_some_and(|rest| ENDINGS.contains(&rest))
    };
    ORDINALS.iter().find(fits).map(|(_, place)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::words;

    fn apart(a: &str, b: &str) -> bool {
        Marks::of(&words(a)).apart(&Marks::of(&words(b)))
    }

    #[test]
    fn days_and_places_in_a_row_set_events_apart() {
        assert!(apart("the raid on Monday", "the raid on Tuesday"));
        assert!(apart("the first raid", "the second raid"));
        assert!(apart("the raid", "another raid"));
        assert!(apart("el primer operativo", "el segundo operativo"));
        assert!(apart("в первом рейде", "во втором рейде"));
        assert!(apart("в понедельник", "во вторник"));
        assert!(apart("in 2015", "in 2023"));
        assert!(!apart("the raid on Monday", "the raid"));
        assert!(!apart("the first raid", "the raid"));
        assert!(!apart("the second woman", "the woman"));
        assert!(!apart("el lunes", "on Monday"));
    }
}
