//! Russian names: patronymics, initials, surnames by their endings, organisations that go on in small letters.

use super::lexicon::{is_place, known};
use super::tables::{NO_NAME, ORG_NAMES, ORG_RU, ORG_RU_TAIL, PRESS_RU, TITLES};
use super::tagger::Seen;
use super::word::Word;
use crate::extract::text::TokenKind;
use std::ops::Range;

/// Case endings of names, longest first.
const ENDINGS: &[&str] = &[
    "ского",
    "скому",
    "ским",
    "ском",
    "ской",
    "скую",
    "ская",
    "ский",
    "ому",
    "ого",
    "ым",
    "ом",
    "ой",
    "ую",
    "ая",
    "ый",
    "ий",
    "ем",
    "ей",
    "ою",
    "ами",
    "ах",
    "ов",
    "а",
    "у",
    "е",
    "ы",
    "и",
    "о",
    "я",
    "ю",
    "ь",
    "й",
];

/// Endings of Russian and Ukrainian surnames, in all cases.
const SURNAME: &[&str] = &[
    "ов",
    "ова",
    "ову",
    "овым",
    "ове",
    "овой",
    "ев",
    "ева",
    "еву",
    "евым",
    "еве",
    "евой",
    "ин",
    "ина",
    "ину",
    "иным",
    "ине",
    "иной",
    "ын",
    "ына",
    "ыну",
    "ыным",
    "ыной",
    "ский",
    "ского",
    "скому",
    "ским",
    "ском",
    "ская",
    "ской",
    "скую",
    "цкий",
    "цкого",
    "цкому",
    "цким",
    "цкая",
    "цкой",
    "енко",
    "ко",
    "ук",
    "ука",
    "уку",
    "уком",
    "юк",
    "юка",
    "юку",
    "юком",
    "дзе",
    "швили",
    "ян",
    "яна",
    "яну",
    "яном",
    "ич",
    "ича",
    "ичу",
    "ичем",
    "овых",
    "евых",
    "ых",
];

/// Endings of patronymics.
const PATRONYMIC: &[&str] = &[
    "ович",
    "овича",
    "овичу",
    "овичем",
    "овиче",
    "евич",
    "евича",
    "евичу",
    "евичем",
    "евиче",
    "овна",
    "овны",
    "овне",
    "овну",
    "овной",
    "евна",
    "евны",
    "евне",
    "евну",
    "евной",
    "ична",
    "ичны",
    "ичне",
    "ичну",
    "ичной",
    "ьич",
    "ьича",
    "ьичу",
    "ьичем",
    "мич",
    "мича",
    "кич",
    "кича",
];

/// A word without its case ending; the same for all cases of one name, mostly.
pub(crate) fn stem(folded: &str) -> String {
    // Surnames in -ов and -ин keep those letters: only what follows them is an ending.
    for keep in ["ов", "ев", "ин", "ын"] {
        for ending in ["ыми", "ым", "ой", "ых", "а", "у", "е", "ы"] {
            if let Some(rest) = folded.strip_suffix(ending)
                && rest.ends_with(keep)
                && rest.chars().count() > 3
            {
                return rest.to_owned();
            }
        }
        if folded.ends_with(keep) {
            return folded.to_owned();
        }
    }
    ENDINGS
        .iter()
        .find_map(|ending| {
            folded
                .strip_suffix(ending)
                .filter(|rest| rest.chars().count() > 2)
        })
        .unwrap_or(folded)
        .to_owned()
}

fn ends(word: &Word<'_>, endings: &[&str], least: usize) -> bool {
    endings.iter().any(|ending| word.fold.ends_with(ending)) && word.fold.chars().count() >= least
}

fn name_word(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        word.capital && !word.upper && word.spaced && !NO_NAME.contains(&word.fold.as_str())
    })
}

/// "Ступину": a case form of the surname as well as of the town Ступино.
pub(super) fn is_surname_of_place(folded: &str) -> bool {
    ["у", "ым", "а", "е"].iter().any(|ending| {
        folded.strip_suffix(ending).is_some_and(|stem| {
            (stem.ends_with("ин") || stem.ends_with("ов") || stem.ends_with("ев"))
                && known(&format!("{stem}о")).place
        })
    })
}

/// Prepositions before a place.
pub(super) fn is_at(folded: &str) -> bool {
    [
        "в",
        "во",
        "из",
        "под",
        "до",
        "у",
        "к",
        "близ",
        "около",
        "за",
        "через",
        "на",
        "от",
        "городе",
        "города",
        "город",
        "и",
    ]
    .contains(&folded)
}

/// A person's name that begins at `at`.
pub(super) fn person(
    words: &[Word<'_>],
    at: usize,
    seen: &Seen,
    second: bool,
) -> Option<Range<usize>> {
    let first = &words[at];
    if first.is_initial() {
        return after_initials(words, at);
    }
    if TITLES.contains(&first.fold.as_str())
        || (first.known.place && !first.known.given)
        || !first.is_cyrillic()
    {
        return None;
    }
    let region = |next: &Word<'_>| REGION.iter().any(|stem| next.fold.starts_with(stem));
    if words.get(at + 1).is_some_and(region) && is_region(first) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 4
        && name_word(words, end)
        && (!is_place(&[&words[end].fold]) || (first.known.given && ends(&words[end], SURNAME, 5)))
        && !is_organisation_word(&words[end])
    {
        end += 1;
    }
    // "Иванов И. И."
    if words.get(at + 1).is_some_and(Word::is_initial) && !first.upper && !first.known.place {
        let mut end = at + 1;
        while words.get(end).is_some_and(Word::is_initial) && end < at + 3 {
            end += 1;
        }
        return Some(at..end);
    }
    let patronymic = |at: usize| words.get(at).is_some_and(|word| ends(word, PATRONYMIC, 6));
    let titled = at > 0 && TITLES.contains(&words[at - 1].fold.as_str());
    if end - at >= 2 {
        let given = first.known.given || known(&words[at + 1].fold).given || patronymic(at + 1);
        let surname = ends(&words[end - 1], SURNAME, 5) || titled;
        let foreign =
            !seen.small.contains(&first.fold) && !first.known.place && (at > 0 || end - at > 2);
        if given
            || (surname && !first.known.place && !seen.small.contains(&first.fold))
            || (foreign && !is_adjective(first) && !seen.small.contains(&words[at + 1].fold))
        {
            return Some(at..end);
        }
    }
    let alone = !first.upper
        && !first.known.place
        && !seen.small.contains(&first.fold)
        && !NO_NAME.contains(&first.fold.as_str());
    let surname = ends(first, SURNAME, 5) && !is_adjective(first);
    let remembered = second && seen.persons.contains_key(&stem(&first.fold));
    (alone
        && (titled || remembered || surname && (at > 0 || second) && !is_organisation_word(first)))
    .then_some(at..at + 1)
}

/// Stems of words for regions: "Тульской области".
const REGION: &[&str] = &[
    "област",
    "край",
    "края",
    "крае",
    "район",
    "округ",
    "губерни",
    "республик",
];

fn is_region(word: &Word<'_>) -> bool {
    [
        "ской",
        "ская",
        "скую",
        "ский",
        "ском",
        "ского",
        "скому",
        "цкой",
        "цкая",
    ]
    .iter()
    .any(|end| word.fold.ends_with(end))
}

/// "И. О. Фамилия", "Ю. Кабрера".
fn after_initials(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let mut end = at + 1;
    while words.get(end).is_some_and(Word::is_initial) && end < at + 3 {
        end += 1;
    }
    let named = words
        .get(end)
        .is_some_and(|word| word.capital && !word.upper && word.raw.chars().nth(2).is_some());
    named.then_some(at..end + 1)
}

/// "Северная", "Верховный": an adjective in front of something else.
fn is_adjective(word: &Word<'_>) -> bool {
    [
        "ый", "ая", "ое", "ые", "ых", "ого", "ому", "ную", "ной", "ным", "ном", "ское", "ские",
        "ских",
    ]
    .iter()
    .any(|end| word.fold.ends_with(end))
}

fn is_press(word: &Word<'_>) -> bool {
    PRESS_RU.iter().any(|stem| {
        word.fold
            .strip_prefix(stem)
            .is_some_and(|rest| rest.chars().count() <= 2)
    })
}

fn is_organisation_word(word: &Word<'_>) -> bool {
    ORG_RU.iter().any(|stem| {
        word.fold
            .strip_prefix(stem)
            .is_some_and(|rest| rest.chars().count() <= 3)
    })
}

/// An organisation that begins at `at`: a paper ("Вестник Оки"), or one by its words.
pub(super) fn organisation(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let first = &words[at];
    if is_press(first) && first.capital && name_word(words, at + 1) {
        return Some(at..at + 2);
    }
    body(words, at)
}

/// An organisation that begins at `at`: known, an acronym, or a capital with an organisation word and its genitives.
fn body(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let first = &words[at];
    if !first.is_word() || NO_NAME.contains(&first.fold.as_str()) {
        return None;
    }
    if let Some(next) = words.get(at + 1)
        && ORG_NAMES.contains(&format!("{} {}", first.fold, next.fold).as_str())
    {
        return Some(at..at + 2);
    }
    let length = first.raw.chars().count();
    let acronym =
        first.upper && (2..=6).contains(&length) && !first.known.place && first.is_cyrillic();
    let mut end = at;
    // Up to two adjectives may stand before the key word, the first with the capital.
    let key = (at..(at + 3).min(words.len())).find(|&index| {
        let word = &words[index];
        is_organisation_word(word) && word.is_word()
    });
    let led = key.is_some_and(|key| {
        words[at..key].iter().all(|word| {
            is_adjective(word) || word.fold.ends_with("ий") || word.fold.ends_with("ого")
        })
    });
    if let Some(key) = key.filter(|_| led) {
        end = key + 1;
        while end < at + 9
            && words.get(end).is_some_and(|word| {
                let joins = word.fold == "и" && words.get(end + 1).is_some_and(|next| next.capital);
                word.is_word()
                    && !joins
                    && (ORG_RU_TAIL.contains(&word.fold.as_str())
                        || word.known.place
                        || word.capital && (is_adjective(word) || is_organisation_word(word)))
            })
        {
            end += 1;
        }
        while end > key + 1 && matches!(words[end - 1].fold.as_str(), "и" | "по" | "с") {
            end -= 1;
        }
        // «name» in quotes right after the key word.
        if end == key + 1
            && words
                .get(end)
                .is_some_and(|word| word.kind == TokenKind::Open)
        {
            let close = (end + 1..(end + 8).min(words.len()))
                .find(|&index| words[index].kind == TokenKind::Close);
            if let Some(close) = close {
                return Some(at..close + 1);
            }
        }
        // A lone capital "Суд" opening a sentence is a role, no name.
        if end == at + 1 && !first.upper && !ORG_NAMES.contains(&first.fold.as_str()) {
            return None;
        }
    } else if acronym || ORG_NAMES.contains(&first.fold.as_str()) {
        end = at + 1;
        if acronym
            && words.get(end).is_some_and(|word| {
                word.known.place && word.upper
                    || matches!(
                        word.fold.as_str(),
                        "россии" | "рф" | "украины" | "сша" | "кубы"
                    )
            })
        {
            end += 1;
        }
    }
    (end > at).then_some(at..end)
}
