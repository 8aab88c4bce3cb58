//! One key for the Latin and Cyrillic spellings of a name: Yusniel, Iusniel, Юсниель and Юсньель are one.
//!
//! The key is coarse on purpose (letters that the usual transliterations confuse fall together), so it may only
//! be trusted where two tokens of a full name agree.

use super::fold;

/// The key of one token of a name; may be empty.
pub(crate) fn name_key(token: &str) -> String {
    let folded = fold(&token.replace(['ñ', 'Ñ'], "ni"));
    let latin = to_latin(&folded);
    let mut key = simplify(&latin);
    for (from, to) in [
        ("lio", "lo"),
        ("lia", "la"),
        ("nio", "no"),
        ("nia", "na"),
        ("nie", "ne"),
        ("lie", "le"),
    ] {
        key = key.replace(from, to);
    }
    if let Some(rest) = key.strip_prefix("ie") {
        key = format!("e{rest}");
    }
    dedup(&key)
}

/// Cyrillic letters in Latin; `ь` before a vowel is `i`, else nothing. Latin letters stay.
fn to_latin(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let mut latin = String::with_capacity(folded.len());
    for (at, letter) in letters.iter().enumerate() {
        let before_vowel = || {
            letters
                .get(at + 1)
                .is_some_and(|next| "аеиоуыэюя".contains(*next))
        };
        match letter {
            'ь' | 'ъ' if before_vowel() => latin.push('i'),
            other => match cyrillic(*other) {
                Some(spelling) => latin.push_str(spelling),
                None if other.is_alphanumeric() => latin.push(*other),
                None => {}
            },
        }
    }
    latin
}

/// The Latin spelling of a folded Cyrillic letter.
const fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'и' | 'ы' | 'і' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'з' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "iu",
        'я' => "ia",
        'ь' | 'ъ' => "",
        _ => return None,
    })
}

/// Latin letters that transliterations confuse fall together. `x` stands for the sound of `х` and of Spanish `j`.
fn simplify(latin: &str) -> String {
    let letters: Vec<char> = latin.chars().collect();
    let mut key = String::with_capacity(latin.len());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let soft = matches!(next, 'e' | 'i' | 'y');
        let (put, used) = match (letter, next) {
            ('k', 'h') => ("x", 2),
            ('s', 'h') => ("S", 2),
            ('c', 'h') => ("C", 2),
            ('z', 'h') => ("Z", 2),
            ('p', 'h') => ("f", 2),
            ('q', 'u') | ('c', 'k') => ("k", 2),
            ('g', 'u') if letters.get(at + 2).is_some_and(|l| matches!(l, 'e' | 'i')) => ("g", 2),
            ('l', 'l') => ("li", 2),
            ('c', _) if soft => ("s", 1),
            ('c' | 'q', _) => ("k", 1),
            ('j', _) => ("x", 1),
            ('h', _) => ("", 1),
            ('x', _) => ("ks", 1),
            ('y', _) => ("i", 1),
            ('z', _) => ("s", 1),
            ('w', _) => ("v", 1),
            _ => ("", 0),
        };
        if used == 0 {
            key.push(letter);
            at += 1;
        } else {
            key.push_str(put);
            at += used;
        }
    }
    dedup(&key)
}

/// Runs of one letter become one letter.
fn dedup(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    for letter in text.chars() {
        if !short.ends_with(letter) || letter.is_ascii_digit() {
            short.push(letter);
        }
    }
    short
}

/// Consonants alone: the same for most inflected and transliterated forms of one name. Only for lining texts up.
pub(crate) fn skeleton(token: &str) -> String {
    let key = name_key(token);
    let bones: String = key
        .chars()
        .filter(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'))
        .collect();
    if bones.is_empty() { key } else { dedup(&bones) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for group in [
            &["Yusniel", "Iusniel", "Юсниель", "Юсньель"][..],
            &["Dayana", "Daiana", "Даяна", "Дайана"],
            &["Pérez", "Perez", "PEREZ", "Перес"],
            &["Muñoz", "Муньос"],
            &["Castillo", "Кастильо"],
            &["Guillermo", "Гильермо"],
            &["Jorge", "Хорге"],
            &["Dmitri", "Dmitriy", "Дмитрий"],
            &["Volkov", "Волков", "Wolkow"],
            &["Yevgeny", "Евгений"],
            &["González", "Гонсалез"],
        ] {
            let keys: Vec<String> = group.iter().map(|name| name_key(name)).collect();
            let vowels = |key: &String| key.replace('w', "v");
            assert!(
                keys.iter().all(|key| vowels(key) == vowels(&keys[0])),
                "{group:?} {keys:?}"
            );
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (a, b) in [
            ("María", "Mario"),
            ("Ivanov", "Ivanova"),
            ("Luis", "Luisa"),
            ("Ramos", "Rojas"),
        ] {
            assert_ne!(name_key(a), name_key(b));
        }
    }
}
