//! Regular forms of a word of the tables: `announce*` stands for announce, announces, announced, announcing.

use model::Language;

/// The forms that an entry stands for: itself, or all of them where it is marked with `*`.
pub(super) fn of(entry: &str, language: Language) -> Vec<String> {
    let Some((stem, rest)) = entry.split_once('*') else {
        return vec![entry.to_owned()];
    };
    let forms = match language {
        Language::Es => spanish(stem),
        Language::Ru => russian(stem),
        Language::En | Language::Unknown => english(stem),
    };
    forms.into_iter().map(|form| form + rest).collect()
}

/// Forms of a regular English verb.
fn english(stem: &str) -> Vec<String> {
    let (s, ed, ing) = if let Some(root) = stem.strip_suffix('e') {
        (format!("{stem}s"), format!("{stem}d"), format!("{root}ing"))
    } else if let Some(root) = stem
        .strip_suffix('y')
        .filter(|root| !root.ends_with(['a', 'e', 'o', 'u']))
    {
        (
            format!("{root}ies"),
            format!("{root}ied"),
            format!("{stem}ing"),
        )
    } else {
        let hissing = ["s", "sh", "ch", "x", "z"]
            .iter()
            .any(|end| stem.ends_with(end));
        let s = if hissing { "es" } else { "s" };
        (
            format!("{stem}{s}"),
            format!("{stem}ed"),
            format!("{stem}ing"),
        )
    };
    vec![stem.to_owned(), s, ed, ing]
}

/// Forms of a regular Spanish verb that news and statements use.
fn spanish(infinitive: &str) -> Vec<String> {
    let mut out = vec![infinitive.to_owned()];
    let (root, ends): (&str, &[&str]) = if let Some(root) = infinitive.strip_suffix("ar") {
        (
            root,
            &[
                "o", "a", "an", "amos", "é", "ó", "aron", "aba", "aban", "ado", "ando", "ará",
                "arán", "aría", "arían",
            ],
        )
    } else if let Some(root) = infinitive
        .strip_suffix("er")
        .or(infinitive.strip_suffix("ir"))
    {
        (
            root,
            &[
                "o", "e", "en", "í", "ió", "ieron", "ía", "ían", "ido", "iendo", "erá", "erán",
                "irá", "irán", "ería", "iría", "imos", "emos",
            ],
        )
    } else {
        return out;
    };
    out.extend(ends.iter().map(|end| format!("{root}{end}")));
    out
}

/// Past forms of a Russian verb given as its masculine: `заявил*`.
fn russian(masculine: &str) -> Vec<String> {
    ["", "а", "о", "и"]
        .iter()
        .map(|end| format!("{masculine}{end}"))
        .collect()
}
