//! In which cases a Russian name may stand, by the endings of its words.
//!
//! Given names are told by the list of dictionary forms, surnames by their endings. What cannot be told stays open.

use crate::extract::names::lexicon::{fold, known};

/// Cases and genders in which a name may stand, as bits.
pub(super) type Forms = u16;

pub(super) const NOM_M: Forms = 1;
pub(super) const NOM_F: Forms = 1 << 1;
pub(super) const ACC_M: Forms = 1 << 2;
pub(super) const ACC_F: Forms = 1 << 3;
pub(super) const DAT_M: Forms = 1 << 4;
pub(super) const DAT_F: Forms = 1 << 5;
pub(super) const INS_M: Forms = 1 << 6;
pub(super) const INS_F: Forms = 1 << 7;
/// A name that tells nothing.
pub(super) const ALL: Forms = 0xff;
const ALL_M: Forms = NOM_M | ACC_M | DAT_M | INS_M;
const ALL_F: Forms = NOM_F | ACC_F | DAT_F | INS_F;

/// Men's names that are declined like women's.
const MEN_IN_A: &[&str] = &[
    "никита",
    "илья",
    "фома",
    "лука",
    "кузьма",
    "савва",
    "данила",
    "саша",
    "женя",
    "валя",
    "миша",
    "паша",
    "леша",
    "сережа",
    "коля",
    "дима",
    "вова",
    "юра",
    "петя",
    "ваня",
    "костя",
    "гриша",
    "леня",
    "витя",
    "толя",
    "слава",
    "гена",
    "рома",
    "гоша",
    "стёпа",
    "степа",
    "федя",
    "боря",
    "сеня",
    "яша",
];

/// Endings of women's names that end in a consonant; these are not declined.
const WOMEN_BARE: &[&str] = &[
    "ис",
    "ес",
    "ет",
    "ит",
    "ель",
    "иль",
    "рут",
    "эстер",
    "кармен",
    "мириам",
    "любовь",
];

/// The forms in which a whole name may stand; every word must agree. A contradiction leaves the first word's forms.
pub(super) fn name(text: &str) -> Forms {
    let tokens: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|token| !token.is_empty())
        .map(fold)
        .collect();
    let mut forms = ALL;
    let mut first = None;
    let given_first = tokens.first().is_some_and(|token| known(token).given);
    let given_second = tokens.get(1).is_some_and(|token| known(token).given);
    for (at, token) in tokens.iter().enumerate() {
        let cyrillic = token.chars().all(|c| ('а'..='я').contains(&c));
        if !cyrillic || token.chars().nth(1).is_none() {
            continue;
        }
        // "Фуэнтес Иван": the surname may stand first.
        let is_given = match at {
            0 => given_first || tokens.len() == 2 && !given_second,
            1 => given_second && (!given_first || tokens.len() > 2),
            _ => false,
        };
        let own = patronymic(token).unwrap_or_else(|| {
            if is_given {
                given(token)
            } else {
                surname(token)
            }
        });
        first.get_or_insert(own);
        forms &= own;
    }
    if forms == 0 {
        first.unwrap_or(ALL)
    } else {
        forms
    }
}

/// Endings of patronymics with the forms they show.
const PATRONYMICS: &[(&[&str], Forms)] = &[
    (&["ович", "евич"], NOM_M),
    (&["овича", "евича"], ACC_M),
    (&["овичу", "евичу"], DAT_M),
    (&["овичем", "евичем"], INS_M),
    (&["овна", "евна"], NOM_F),
    (&["овну", "евну"], ACC_F),
    (&["овне", "евне"], DAT_F),
    (&["овной", "евной"], INS_F),
];

/// A patronymic, where the word is one.
fn patronymic(token: &str) -> Option<Forms> {
    let fits = |ends: &[&str]| ends.iter().any(|end| token.ends_with(end));
    PATRONYMICS
        .iter()
        .find(|(ends, _)| fits(ends) && token.chars().count() > 6)
        .map(|(_, forms)| *forms)
}

/// A given name.
fn given(token: &str) -> Forms {
    let base = |form: &str| known(form).nominative;
    let Some((stem, last)) = cut(token) else {
        return ALL;
    };
    let whole = base(token);
    let soft = |stem: &str| base(&format!("{stem}й")) || base(&format!("{stem}ь"));
    let man = |form: &str| MEN_IN_A.contains(&form);
    match last {
        'а' | 'я' => {
            let stem_is_man = base(stem) || soft(stem);
            let own = if man(token) { NOM_M | NOM_F } else { NOM_F };
            match (whole, stem_is_man, known(token).given) {
                (true, true, _) => own | ACC_M,
                (true, false, _) => own,
                (false, true, _) | (false, false, true) => ACC_M,
                (false, false, false) => own | NOM_M | ACC_M,
            }
        }
        'у' | 'ю' => {
            let (a, ya) = (format!("{stem}а"), format!("{stem}я"));
            let woman = base(&a) || base(&ya);
            let own = if man(&a) || man(&ya) {
                ACC_M | ACC_F
            } else {
                ACC_F
            };
            match (woman, base(stem) || soft(stem)) {
                (true, true) | (false, false) => own | DAT_M,
                (true, false) => own,
                (false, true) => DAT_M,
            }
        }
        'е' | 'и' if !whole && (base(&format!("{stem}а")) || base(&format!("{stem}я"))) => {
            DAT_F
        }
        'ы' => 0,
        'о' | 'е' | 'и' | 'э' => ALL,
        _ if whole => bare(token),
        _ if ["ом", "ем", "ым"].iter().any(|end| token.ends_with(end)) => INS_M,
        _ if token.ends_with("ой") || token.ends_with("ей") => INS_F,
        _ => bare(token),
    }
}

/// A name that ends in a consonant or a sign: a man's nominative, or a woman's in any case.
fn bare(token: &str) -> Forms {
    if WOMEN_BARE.iter().any(|end| token.ends_with(end)) {
        NOM_M | ALL_F
    } else {
        NOM_M
    }
}

/// Endings of surnames with the forms they show, the longer first.
const SURNAMES: &[(&[&str], Forms)] = &[
    (&["ского", "цкого"], ACC_M),
    (&["скому", "цкому"], DAT_M),
    (&["ским", "цким"], INS_M),
    (&["скую", "цкую"], ACC_F),
    (&["ской", "цкой"], DAT_F | INS_F),
    (&["ская", "цкая"], NOM_F),
    (&["ский", "цкий"], NOM_M),
    (&["уэва"], NOM_M | NOM_F),
    (&["овым", "евым", "иным", "ыным"], INS_M),
    (&["овой", "евой", "иной", "ыной"], DAT_F | INS_F),
    (&["ову", "еву", "ыну"], ACC_F | DAT_M),
    (&["ова", "ева", "ына"], NOM_F | ACC_M),
    (&["ину"], ACC_F | DAT_M | ACC_M),
    (&["ина"], NOM_F | NOM_M | ACC_M),
    (&["ове", "еве"], ALL_F),
    (&["ых", "их"], ALL),
    (&["ов", "ев", "ин", "ын", "ый", "ий"], NOM_M),
    (&["ого", "его"], ALL_M),
    (&["ому", "ему"], DAT_M),
    (&["ая", "яя"], NOM_F),
    (&["ую"], ACC_F),
    (&["ым"], INS_M),
    (&["ом", "ем"], INS_M),
    (&["ой"], NOM_M | INS_M | INS_F | DAT_F),
    (&["ей"], NOM_M | INS_M | INS_F | DAT_F),
];

/// A surname.
fn surname(token: &str) -> Forms {
    let found = SURNAMES.iter().find(|(ends, _)| {
        ends.iter()
            .any(|end| token.ends_with(end) && token.chars().count() > end.chars().count() + 1)
    });
    if let Some((_, forms)) = found {
        return *forms;
    }
    match cut(token).map(|(_, last)| last) {
        Some('а' | 'я') => NOM_M | NOM_F | ACC_M,
        Some('у' | 'ю') => DAT_M | ACC_M | ACC_F,
        Some('о' | 'е' | 'и' | 'э') | None => ALL,
        Some('ы') => 0,
        Some(_) => NOM_M | ALL_F,
    }
}

/// A word without its last letter, and that letter.
fn cut(token: &str) -> Option<(&str, char)> {
    let (at, last) = token.char_indices().next_back()?;
    Some((&token[..at], last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_subject_from_object() {
        for (text, may, may_not) in [
            ("Ивана Фуэнтеса", ACC_M, NOM_F | NOM_M),
            ("Эстебан Роке", NOM_M, ACC_M | ACC_F),
            ("Марию Лопес", ACC_F, NOM_F),
            ("Ольга Перес", NOM_F, ACC_M | ACC_F),
            ("Александра Королёва", NOM_F | ACC_M, ACC_F),
            ("Олегу Ступину", DAT_M, NOM_M | NOM_F),
            ("Ниной Орловой", INS_F, NOM_F),
            ("Павел Зуев", NOM_M, ACC_M),
            ("Никита Зуев", NOM_M, ACC_M),
            ("Сергей Иванович", NOM_M, INS_F),
        ] {
            let forms = name(text);
            assert_eq!(forms & may, may, "{text}: {forms:b}");
            assert_eq!(forms & may_not, 0, "{text}: {forms:b}");
        }
    }

    #[test]
    fn names_without_endings_stay_open() {
        for text in ["Хосе", "Dali", "Марио Роке"] {
            assert_eq!(name(text), ALL, "{text}");
        }
    }
}
