//! Words and how they are compared: folding of case, marks and script.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that nobody sees inside a word: soft hyphen, zero-width joiners, direction marks.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether the character belongs to a word of letters.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_combining_mark(letter) || is_invisible(letter)
}

/// The words of a text as byte ranges: runs of letters, split where a small letter is followed
/// by a capital (`YulietFerrer.pdf`). Digits, `_` and punctuation end a word.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut small = false;
    for (at, letter) in text.char_indices() {
        if !is_letter(letter) {
            if let Some(from) = start.take() {
                found.push(from..at);
            }
            small = false;
            continue;
        }
        if small
            && letter.is_uppercase()
            && let Some(from) = start.replace(at)
        {
            found.push(from..at);
        }
        start.get_or_insert(at);
        small = letter.is_lowercase();
    }
    if let Some(from) = start {
        found.push(from..text.len());
    }
    found
}

/// Small letters without marks: `Núñez` and `NUN\u{303}EZ` both become `nunez`; `ё` becomes `е`,
/// `й` becomes `и`.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    let letters = word
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !is_invisible(*letter))
        .flat_map(char::to_lowercase);
    for letter in letters {
        match letter {
            'α' | 'ɑ' => out.push('a'),
            'ε' | 'ə' => out.push('e'),
            'ı' | 'ι' => out.push('i'),
            'κ' => out.push('k'),
            'ł' => out.push('l'),
            'ν' => out.push('v'),
            'ο' | 'ø' => out.push('o'),
            'ρ' => out.push('p'),
            'τ' => out.push('t'),
            'υ' => out.push('u'),
            'χ' => out.push('x'),
            'đ' | 'ð' => out.push('d'),
            'ɡ' => out.push('g'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            letter => out.push(letter),
        }
    }
    out
}

/// Cyrillic letters and the Latin ones that look the same.
const ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('в', 'b'),
    ('г', 'r'),
    ('е', 'e'),
    ('и', 'u'),
    ('к', 'k'),
    ('м', 'm'),
    ('н', 'h'),
    ('о', 'o'),
    ('п', 'n'),
    ('р', 'p'),
    ('с', 'c'),
    ('т', 't'),
    ('у', 'y'),
    ('х', 'x'),
    ('ь', 'b'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('ԁ', 'd'),
    ('ӏ', 'l'),
];

/// What a folded word in mixed scripts shows to the eye: all in Latin letters, all in Cyrillic ones. Nothing for a word
/// in one script.
pub(super) fn seen_as(folded: &str) -> Vec<String> {
    let latin = |letter: char| {
        ALIKE
            .iter()
            .find(|pair| pair.0 == letter)
            .map(|pair| pair.1)
    };
    let cyrillic = |letter: char| {
        ALIKE
            .iter()
            .find(|pair| pair.1 == letter)
            .map(|pair| pair.0)
    };
    let is_latin = |letter: char| letter.is_ascii_lowercase();
    let all = |other: &dyn Fn(char) -> Option<char>, kept: &dyn Fn(char) -> bool| {
        folded
            .chars()
            .map(|letter| {
                if kept(letter) {
                    Some(letter)
                } else {
                    other(letter)
                }
            })
            .collect::<Option<String>>()
    };
    if folded.is_ascii() || !is_cyrillic(folded) || !folded.chars().any(is_latin) {
        return Vec::new();
    }
    [
        all(&latin, &is_latin),
        all(&cyrillic, &|letter| !is_latin(letter)),
    ]
    .into_iter()
    .flatten()
    .filter(|word| word != folded)
    .collect()
}

/// Whether a folded word is written in Cyrillic letters, at least in part.
pub(super) fn is_cyrillic(folded: &str) -> bool {
    folded
        .chars()
        .any(|letter| matches!(letter, '\u{400}'..='\u{52f}'))
}

/// Cyrillic endings of cases and numbers of nouns and surnames, in folded letters.
pub(super) const ENDINGS: &[&str] = &[
    "а", "я", "у", "ю", "е", "ы", "и", "о", "ь", "ом", "ем", "ои", "еи", "ою", "ею", "ым", "им",
    "ого", "его", "ому", "ему", "ая", "ую", "ые", "ие", "ых", "их", "ам", "ям", "ах", "ях", "ов",
    "ев", "ами", "ями", "ыми", "ими", "ью", "ии", "ыи", "ия", "ию", "иеи",
];

/// Cyrillic vowels and the soft sign, with which dictionary forms end.
const SOFT: [char; 9] = ['а', 'я', 'и', 'ь', 'о', 'е', 'у', 'ы', 'ю'];

/// A folded Cyrillic word without the ending that its dictionary form carries; where that could be several
/// (`зо-я`, `анд-реи`, `павел` with its fleeting vowel), each.
pub(super) fn stems(folded: &str) -> Vec<String> {
    let mut all = Vec::new();
    let adjective = ["ая", "яя", "ии", "ыи", "ои", "ия"]
        .iter()
        .filter_map(|ending| folded.strip_suffix(ending))
        .find(|rest| rest.chars().count() >= 3);
    all.push(
        adjective
            .unwrap_or_else(|| folded.trim_end_matches(SOFT))
            .to_owned(),
    );
    if let Some(rest) = folded.strip_suffix(SOFT)
        && rest.ends_with(SOFT)
    {
        all.push(rest.to_owned());
    }
    let letters: Vec<char> = folded.chars().collect();
    if let [before @ .., last, 'е' | 'о', end] = &letters[..]
        && !SOFT.contains(last)
        && !SOFT.contains(end)
    {
        let before: String = before.iter().chain([last]).collect();
        all.push(format!("{before}{end}"));
        all.push(format!("{before}ь{end}"));
    }
    all.sort();
    all.dedup();
    all
}

/// How a Cyrillic letter is written in Latin ones when spelling differences are ignored.
fn latin(letter: char) -> &'static str {
    match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' | 'с' => "s",
        'и' | 'ы' | 'і' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sch",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    }
}

/// What stays of a folded word when its spelling is ignored: one string for `yusniel`, `iusniel`
/// and `юсниель`. `soft` writes a soft sign before a vowel as `i` (`ядьер`), else it is dropped
/// (`кастильо`); `harsh` reads a Latin `j` as `h` (`jorge`, `хорхе`), else as `i` (`jusniel`).
fn bones(folded: &str, soft: bool, harsh: bool) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let mut out = String::with_capacity(folded.len());
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied();
        let last = at.checked_sub(1).map(|before| letters[before]);
        let bright = matches!(next, Some('e' | 'i' | 'y'));
        match letter {
            'y' => out.push('i'),
            'j' => out.push(if harsh { 'h' } else { 'i' }),
            'c' if next == Some('h') => out.push('c'),
            'c' | 'z' if letter == 'z' || bright => out.push('s'),
            'c' | 'q' => out.push('k'),
            'g' if bright && harsh => out.push('h'),
            'u' if last == Some('q') => {}
            'h' if matches!(last, Some('c' | 's')) => out.push('h'),
            'h' if last == Some('z') => {
                out.pop();
                out.push_str("zh");
            }
            // Silent in Spanish, a letter of its own in English and in Russian transliteration.
            'h' if harsh && at == 0 => {}
            'h' if last == Some('k') => {
                out.pop();
                out.push('h');
            }
            'w' => out.push('v'),
            'x' => out.push_str("ks"),
            'ь' if soft && matches!(next, Some('е' | 'о' | 'э')) => out.push('i'),
            'a'..='z' => out.push(letter),
            _ => out.push_str(latin(letter)),
        }
    }
    collapse(&out)
}

/// One letter for two of the same.
fn collapse(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.chars() {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

/// All strings that a folded word may be compared by when spelling is ignored.
pub(super) fn skeletons(folded: &str) -> Vec<String> {
    let mut all = vec![
        bones(folded, true, false),
        bones(folded, false, false),
        bones(folded, true, true),
    ];
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        let (a, b) = (skeletons(&fold(a)), skeletons(&fold(b)));
        a.iter().any(|one| b.contains(one))
    }

    #[test]
    fn one_name_in_many_spellings() {
        for other in ["Iusniel", "Jusniel", "Юсниель", "Юсньель", "YUSNIEL"] {
            assert!(alike("Yusniel", other), "{other}");
        }
        for other in ["Daiana", "Даяна", "Дайана"] {
            assert!(alike("Dayana", other), "{other}");
        }
        assert!(alike("Castillo", "Кастильо"));
        assert!(alike("Hernández", "Эрнандес"));
        assert!(alike("Jorge", "Хорхе"));
        assert!(alike("Núñez", "Нуньес"));
        assert!(!alike("Yusniel", "Yadiel"));
        assert!(!alike("Marta", "Marina"));
    }

    #[test]
    fn words_are_split_at_capitals_digits_and_underscores() {
        let text = "YulietFerrer_2024 Núñez-x";
        let all: Vec<&str> = words(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(all, ["Yuliet", "Ferrer", "Núñez", "x"]);
        assert_eq!(fold("NUN\u{303}EZ"), "nunez");
    }
}
