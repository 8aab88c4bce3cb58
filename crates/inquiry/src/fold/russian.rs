//! Russian endings: which dictionary forms an inflected name may have, and a light stem for other words.

/// Whether a token is written in Cyrillic letters.
fn is_cyrillic(token: &str) -> bool {
    token
        .chars()
        .any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

/// The cases a token may stand in, so that the tokens of one name can be asked to agree.
const CASES: [&[(&str, &[&str])]; 5] = [
    // Genitive (and accusative of men).
    &[
        ("ого", &["ыи", "ии", "ои"]),
        ("его", &["ии"]),
        ("ои", &["а", "ая"]),
        ("еи", &["яя"]),
        ("ии", &["ия"]),
        ("а", &["", "о"]),
        ("я", &["ь", "и", "е"]),
        ("ы", &["а"]),
        ("и", &["я", "а", "ь"]),
    ],
    // Dative.
    &[
        ("ому", &["ыи", "ии", "ои"]),
        ("ему", &["ии"]),
        ("ои", &["а", "ая"]),
        ("ии", &["ия"]),
        ("у", &["", "о"]),
        ("ю", &["ь", "и"]),
        ("е", &["а", "я"]),
        ("и", &["ь"]),
    ],
    // Accusative of women.
    &[
        ("ую", &["ая"]),
        ("у", &["а"]),
        ("ю", &["я"]),
        ("юю", &["яя"]),
    ],
    // Instrumental.
    &[
        ("ым", &["ыи", "", "ои"]),
        ("им", &["ии"]),
        ("ом", &["", "о"]),
        ("ем", &["ь", "и", ""]),
        ("ои", &["а", "ая"]),
        ("еи", &["я", "а"]),
        ("ью", &["ь"]),
    ],
    // Prepositional.
    &[
        ("ом", &["ыи", "ии", "ои"]),
        ("ем", &["ии"]),
        ("ои", &["а", "ая"]),
        ("ии", &["ия", "ии"]),
        ("е", &["", "а", "я", "ь", "и", "о"]),
        ("и", &["ь"]),
    ],
];

/// Whether a name ending like this is not declined, so that it may stand unchanged in any case.
fn undeclined(token: &str) -> bool {
    !is_cyrillic(token)
        || token.ends_with(['о', 'у', 'ю', 'и', 'е', 'ы', 'э'])
        || !token.ends_with(['а', 'я', 'ь'])
}

/// Every folded dictionary form that a folded name may have, its own form first.
///
/// The tokens must agree in case; a token in Latin letters never changes. At most 64 forms.
pub(crate) fn nominatives(tokens: &[String]) -> Vec<Vec<String>> {
    let mut forms = vec![tokens.to_vec()];
    if !tokens.iter().any(|token| is_cyrillic(token)) {
        return forms;
    }
    for case in CASES {
        let mut built: Vec<Vec<String>> = vec![Vec::new()];
        for token in tokens {
            let options = declined(token, case);
            built = built
                .iter()
                .flat_map(|form| {
                    options.iter().map(move |option| {
                        let mut longer = form.clone();
                        longer.push(option.clone());
                        longer
                    })
                })
                .take(32)
                .collect();
        }
        for form in built {
            if forms.len() < 64 && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// The dictionary forms of one token if it stands in this case.
fn declined(token: &str, case: &[(&str, &[&str])]) -> Vec<String> {
    let mut options = Vec::new();
    if is_cyrillic(token) {
        for (ending, basics) in case {
            let Some(stem) = token.strip_suffix(ending) else {
                continue;
            };
            if stem.chars().count() < 2 {
                continue;
            }
            for basic in *basics {
                let form = format!("{stem}{basic}");
                let bare = basic.is_empty()
                    && stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ь']);
                if !bare && !options.contains(&form) {
                    options.extend(fleeting(&form).filter(|_| basic.is_empty()));
                    options.push(form);
                }
            }
        }
    }
    if options.is_empty() || undeclined(token) {
        options.push(token.to_owned());
    }
    options
}

/// The dictionary form of a name whose last vowel the other cases lose: "Льва", "Павла", "Кравца".
fn fleeting(stem: &str) -> Option<String> {
    match stem {
        "льв" => return Some("лев".to_owned()),
        "павл" => return Some("павел".to_owned()),
        _ => {}
    }
    let head = stem.strip_suffix('ц')?;
    let vowel = head.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ь']);
    (!vowel && head.chars().count() > 2).then(|| format!("{head}ец"))
}

/// Endings of nouns, adjectives and verbs, longest first.
const ENDINGS: [&str; 60] = [
    "иваться",
    "ироваться",
    "ировать",
    "ированы",
    "ирован",
    "овали",
    "овала",
    "овать",
    "ывать",
    "ивать",
    "ились",
    "ались",
    "илась",
    "алась",
    "аться",
    "иться",
    "ются",
    "ится",
    "ется",
    "ании",
    "ание",
    "ания",
    "ения",
    "ение",
    "ении",
    "ами",
    "ями",
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "али",
    "или",
    "ала",
    "ила",
    "ать",
    "ить",
    "еть",
    "ают",
    "яют",
    "ов",
    "ев",
    "ах",
    "ях",
    "ам",
    "ям",
    "ом",
    "ем",
    "ои",
    "еи",
    "ыи",
    "ии",
    "ая",
    "яя",
    "ые",
    "ие",
    "ую",
    "ым",
];

/// A light stem of a folded Russian word; other words come back with English and Spanish endings cut.
pub(crate) fn stem(word: &str) -> String {
    if word.starts_with(|l: char| l.is_ascii_digit()) {
        return word.to_owned();
    }
    let endings: &[&str] = if is_cyrillic(word) {
        &ENDINGS
    } else {
        &LATIN_ENDINGS
    };
    for ending in endings {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 4
        {
            return stem.to_owned();
        }
    }
    let word = word
        .strip_suffix("ли")
        .or_else(|| word.strip_suffix("ть"))
        .unwrap_or(word);
    let bare = word.trim_end_matches([
        'а', 'я', 'о', 'е', 'ы', 'и', 'у', 'ю', 'ь', 'a', 'e', 'o', 's', 'y', 'i',
    ]);
    if bare.chars().count() >= 4 {
        bare.to_owned()
    } else {
        word.to_owned()
    }
}

/// Endings of English and Spanish words, longest first.
const LATIN_ENDINGS: [&str; 30] = [
    "amiento", "imiento", "aciones", "ations", "acion", "ation", "ieron", "iendo", "mente", "aron",
    "ando", "ados", "idos", "adas", "idas", "ments", "ment", "ing", "ado", "ido", "ada", "ida",
    "ers", "ies", "ed", "er", "es", "ar", "ir", "ly",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::tokens;

    #[test]
    fn inflected_forms_lead_back_to_the_dictionary_form() {
        for (inflected, basic) in [
            ("Юсниеля Переса", "юсниель перес"),
            ("Юсниелю Пересу", "юсниель перес"),
            ("Юсниелем Пересом", "юсниель перес"),
            ("Даяной Родригес", "даяна родригес"),
            ("Марии Ивановой", "мария иванова"),
            ("Анну Каренину", "анна каренина"),
            ("Дмитрия Волкова", "дмитрии волков"),
            ("Дмитрием Волковым", "дмитрии волков"),
            ("Льву Толстому", "лев толстои"),
            ("Павла Кравца", "павел кравец"),
        ] {
            let wanted: Vec<String> = tokens(basic);
            assert!(
                nominatives(&tokens(inflected)).contains(&wanted),
                "{inflected}"
            );
        }
    }

    #[test]
    fn cases_must_agree() {
        let forms = nominatives(&tokens("Анна Иванова"));
        assert!(!forms.contains(&tokens("Анна Иванов")), "{forms:?}");
    }

    #[test]
    fn stems_fall_together() {
        assert_eq!(stem("завербовали"), stem("завербовать"));
        assert_eq!(stem("recruited"), stem("recruiting"));
        assert_eq!(stem("reclutado"), stem("reclutaron"));
    }
}
