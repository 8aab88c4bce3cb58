//! Look-up of given names, surnames and places, with the case forms of Russian words.

use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::LazyLock;

/// What the lists say about a word.
#[expect(
    clippy::struct_excessive_bools,
    reason = "a word may be any of these at once"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// A given name.
    pub(crate) given: bool,
    /// The dictionary form of a given name.
    pub(crate) nominative: bool,
    /// A surname.
    pub(crate) surname: bool,
    /// A place of one word.
    pub(crate) place: bool,
}

struct Lexicon {
    words: FxHashMap<Cow<'static, str>, Known>,
    /// Given names of other languages.
    rare: FxHashSet<&'static str>,
    /// Places of several words, each word in its base form.
    phrases: FxHashSet<&'static str>,
    /// Case form of a Russian word in a place name, and its base form.
    bases: FxHashMap<String, &'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(load);

/// Longest place name, in words.
pub(crate) const LONGEST_PLACE: usize = 5;

/// What the lists say about a folded word, in any case form.
pub(crate) fn known(folded: &str) -> Known {
    LEXICON.words.get(folded).copied().unwrap_or_default()
}

/// Whether it is a given name of another language only: by itself at the head of a sentence it is no name.
pub(crate) fn is_rare(folded: &str) -> bool {
    LEXICON.rare.contains(folded)
}

/// Whether folded words together name a place.
pub(crate) fn is_place(words: &[&str]) -> bool {
    if let [word] = words {
        return known(word).place;
    }
    if LEXICON.phrases.contains(words.join(" ").as_str()) {
        return true;
    }
    let based: Vec<&str> = words
        .iter()
        .map(|word| LEXICON.bases.get(*word).copied().unwrap_or(*word))
        .collect();
    LEXICON.phrases.contains(based.join(" ").as_str())
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn load() -> Lexicon {
    let mut lexicon = Lexicon {
        words: FxHashMap::default(),
        rare: FxHashSet::default(),
        phrases: FxHashSet::default(),
        bases: FxHashMap::default(),
    };
    for word in lines(include_str!("data/given.txt")) {
        mark(&mut lexicon, word, |known| known.given = true).nominative = true;
    }
    for word in lines(include_str!("data/given_rare.txt")) {
        mark(&mut lexicon, word, |known| known.given = true).nominative = true;
        lexicon.rare.insert(word);
    }
    for word in lines(include_str!("data/surnames.txt")) {
        mark(&mut lexicon, word, |known| known.surname = true);
    }
    for name in lines(include_str!("data/places.txt")) {
        if name.contains([' ', '-']) {
            for word in name.split(' ') {
                for form in forms(word) {
                    lexicon.bases.entry(form).or_insert(word);
                }
            }
            lexicon.phrases.insert(name);
        }
        let name = name.strip_suffix('.').unwrap_or(name);
        if !name.contains(' ') {
            mark(&mut lexicon, name, |known| known.place = true);
        }
    }
    lexicon
}

/// Marks a word and, if it is Russian, its case forms; what is known of the word itself.
fn mark<'l>(
    lexicon: &'l mut Lexicon,
    word: &'static str,
    set: impl Fn(&mut Known),
) -> &'l mut Known {
    for form in forms(word) {
        set(lexicon.words.entry(form.into()).or_default());
    }
    let known = lexicon.words.entry(word.into()).or_default();
    set(known);
    known
}

/// The case forms of a Russian noun or adjective; too many rather than too few. Nothing for Latin words.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let Some(last) = word.chars().next_back().filter(|c| ('а'..='я').contains(c)) else {
        return Vec::new();
    };
    let cut = |count: usize| -> &str {
        word.char_indices()
            .rev()
            .nth(count - 1)
            .map_or("", |(at, _)| &word[..at])
    };
    let with = |stem: &str, endings: &[&str]| -> Vec<String> {
        if stem.chars().nth(1).is_none() {
            return Vec::new();
        }
        endings
            .iter()
            .map(|ending| format!("{stem}{ending}"))
            .collect()
    };
    let two = |ending: &str| word.ends_with(ending);
    if two("ия") || two("ья") {
        return with(cut(1), &["и", "ю", "ей", "е"]);
    }
    if two("ая") || two("яя") {
        return with(cut(2), &["ой", "ую", "ей", "юю"]);
    }
    if two("ое") || two("ее") || two("ые") || two("ие") {
        return with(
            cut(2),
            &[
                "ого", "ому", "ым", "ом", "его", "ему", "им", "ем", "ых", "их", "ыми", "ими",
            ],
        );
    }
    if two("ий") || two("ый") || two("ой") {
        let mut all = with(
            cut(2),
            &[
                "ого", "ому", "ым", "ом", "его", "ему", "им", "ем", "ия", "ию", "ием", "ии",
            ],
        );
        all.extend(with(cut(1), &["я", "ю", "ем", "е"]));
        return all;
    }
    match last {
        'а' => with(cut(1), &["ы", "и", "е", "у", "ой", "ей"]),
        'я' => with(cut(1), &["и", "е", "ю", "ей"]),
        'й' => with(cut(1), &["я", "ю", "ем", "е", "и"]),
        'ь' => with(cut(1), &["я", "ю", "ем", "е", "и", "ью"]),
        'о' | 'е' => with(cut(1), &["а", "у", "ом", "е", "я", "ю", "ем"]),
        'ы' | 'и' => with(cut(1), &["", "ов", "ам", "ами", "ах", "ей", "ям", "ях"]),
        'у' | 'ю' | 'э' => Vec::new(),
        _ => {
            let mut all = with(word, &["а", "у", "ом", "ем", "е", "ы"]);
            if two("ов") || two("ев") || two("ин") || two("ын") {
                all.extend(with(word, &["ым", "ой", "ых", "ыми"]));
            }
            if word.ends_with("ел") && word.chars().count() > 4 {
                all.extend(with(cut(2), &["ла", "лу", "лом", "ле"]));
            }
            all
        }
    }
}

/// Lower case without accents, `е` for `ё`; Cyrillic `й` stays.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | 'а'..='я' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'Á' | 'À' | 'Â' | 'Ä' | 'Å' => {
                out.push('a');
            }
            'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' | 'É' | 'È' | 'Ê' => out.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ı' | 'Í' | 'Î' => out.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'Ó' | 'Ö' | 'Ø' => out.push('o'),
            'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'Ú' | 'Ü' => out.push('u'),
            'ñ' | 'ń' | 'ň' | 'Ñ' => out.push('n'),
            'ç' | 'ć' | 'č' | 'Ç' | 'Č' | 'Ć' => out.push('c'),
            'š' | 'ś' | 'ş' | 'Š' | 'Ş' | 'Ś' => out.push('s'),
            'ž' | 'ź' | 'ż' | 'Ž' | 'Ż' => out.push('z'),
            'ř' | 'Ř' => out.push('r'),
            'ł' | 'Ł' => out.push('l'),
            'ý' | 'Ý' => out.push('y'),
            'ğ' | 'Ğ' => out.push('g'),
            'ё' | 'Ё' => out.push('е'),
            '’' | 'ʼ' => out.push('\''),
            '‑' => out.push('-'),
            '\u{ad}' | '\u{301}' => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_cases_are_known() {
        for word in ["москве", "россии", "кубы", "гаваной", "киевом"] {
            assert!(known(word).place, "{word}");
        }
        for word in ["ивана", "марией", "сергею", "павлом", "юрия", "ольгу"]
        {
            assert!(known(word).given, "{word}");
        }
        assert!(is_place(&["нижнем", "новгороде"]));
        assert!(is_place(&["santiago", "de", "cuba"]));
    }

    #[test]
    fn folding_drops_accents() {
        assert_eq!(fold("Yánez Muñoz, ЁЛКА Й"), "yanez munoz, елка й");
    }
}
