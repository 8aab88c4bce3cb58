//! Schools of minors: with an age, a school finds a child as surely as a name does.
//!
//! Whatever school stands in a document that names a protected minor counts as his, and goes wherever it is named again, in
//! any case form and with more or fewer of its words.

use super::fold::{fold, is_cyrillic, stems, words};
use super::mask::Mask;
use crate::casefile::Study;
use model::{Document, DocumentId, Protection};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// What tells one school from another: the words of its name, without their endings, and its number.
type Key = BTreeSet<String>;

/// Names of schools in three languages.
static NAMES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let kinds =
        r"(?i:primary|secondary|high|middle|elementary|grammar|village|boarding|junior|technical)";
    let en = format!(
        r"(?:\p{{Lu}}[\p{{L}}’'.-]*[ \u{{a0}}]){{1,6}}(?:{kinds} )*(?:School|school|Academy|Lyceum|Gymnasium|College|Kindergarten)\b|(?:{kinds} )?(?i:school),? (?i:no\.?|number|nr\.?|#|№) ?\d+"
    );
    let es = r#"(?i:escuela|colegio|liceo|secundaria|preuniversitario|politécnico|(?:instituto|centro) (?:preuniversitario|politécnico|tecnológico|escolar|educativo|de educación \p{L}+))(?: (?i:primaria|secundaria|b[áa]sica|urbana|rural|especial|t[ée]cnica|media|superior|vocacional|preuniversitari[oa]|militar|de oficios|pública|privada))*,? ?[«“"]?(?:(?:(?:de|del|la|el|los|las) ){0,2}\p{Lu}[\p{L}.’'-]*|(?i:n[ºo°]\.?|n[úu]mero|núm\.) ?\d+|\d+)(?: (?:(?:de|del|la|las|los|y) ){0,2}\p{Lu}[\p{L}’'-]*){0,4}[»”"]?"#;
    let ru = r"(?i:(?:школ|гимнази|интернат|колледж|училищ)\p{L}{0,3}|лице(?:й|я|ю|ем|е|и))(?:[ -]интернат\p{L}*)? ?(?:(?:№|N|номер) ?\d+|(?:имени|им\.) (?:\p{Lu}\. ?){0,2}\p{Lu}[\p{L}-]+|«[^»\n]{2,60}»)|\d{1,4}(?:-?\p{L}{1,2})? (?:(?:школ|гимнази|интернат)\p{L}{0,3}|лице(?:й|я|ю|ем|е|и))";
    Regex::new(&format!("{en}|{es}|{ru}")).ok()
});

/// One of these stands in every name of a school.
static HINT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)school|academy|lyceum|gymnasium|college|kindergarten|escuela|colegio|liceo|secundaria|preuniversitario|politécnico|instituto|centro|школ|гимнази|лице|интернат|колледж|училищ").ok()
});

/// Words in the name of a school that tell it from no other, folded.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "a", "academy", "after", "all", "an", "and", "another", "any", "at", "basica", "before", "boarding", "both", "but", "by", "centro", "colegio",
    "college", "de", "del", "each", "educacion", "educativo", "el", "elementary", "en", "escolar", "escuela", "especial", "every", "for",
    "from", "grammar", "gymnasium", "her", "high", "his", "if", "in", "instituto", "its", "junior", "kindergarten", "la", "las", "liceo", "local",
    "los", "lyceum", "media", "middle", "militar", "most", "my", "n", "new", "no", "nr", "number", "numero", "of", "oficios", "old", "one", "our",
    "politecnico", "preuniversitaria", "preuniversitario", "primaria", "primary", "privada", "publica", "public", "rural", "s", "school",
    "secondary", "secundaria", "since", "some", "state", "su", "superior", "technical", "tecnica", "tecnologico", "that", "the", "their", "this",
    "to", "un", "una", "urbana", "village", "vocacional", "vocational", "when", "while", "y", "your",
    "гимнази", "им", "имени", "интернат", "колледж", "лице", "номер", "училищ", "школ",
];

/// The schools that must not be shown, each with the number of whose it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Schools {
    kept: Vec<(Key, usize)>,
    /// What is named nowhere but inside the name of one of them, each with the number of whose it is.
    pieces: BTreeMap<String, usize>,
}

impl Schools {
    /// Those of the documents that name a protected minor.
    pub(super) fn of(mask: &Mask, study: &Study) -> Self {
        let documents: BTreeMap<&DocumentId, &Document> =
            study.documents.iter().map(|it| (&it.id, it)).collect();
        let mut kept: BTreeMap<Key, usize> = BTreeMap::new();
        for entity in &study.resolution.entities {
            let minor = entity.protected.contains(&Protection::Minor);
            let Some(&owner) = mask.number.get(&entity.id).filter(|_| minor) else {
                continue;
            };
            let told = entity.documents.iter().filter_map(|id| documents.get(id));
            for part in told.flat_map(|document| &document.parts) {
                for (_, key) in schools(&part.text) {
                    kept.entry(key).or_insert(owner);
                }
            }
        }
        let mut found = Self {
            kept: kept.into_iter().collect(),
            pieces: BTreeMap::new(),
        };
        found.pieces = found.pieces(study, &documents);
        found
    }

    /// The names that stand only inside these schools' names: a list of them would give the school away.
    fn pieces(
        &self,
        study: &Study,
        documents: &BTreeMap<&DocumentId, &Document>,
    ) -> BTreeMap<String, usize> {
        let mut inside: BTreeMap<String, usize> = BTreeMap::new();
        let mut outside: BTreeSet<&str> = BTreeSet::new();
        for facts in study.facts.iter().filter(|_| !self.kept.is_empty()) {
            let parts = documents.get(&facts.document).map(|it| it.parts.as_slice());
            let parts = parts.unwrap_or_default();
            let named: Vec<_> = parts.iter().map(|part| self.find(&part.text)).collect();
            for mention in &facts.mentions {
                let span = mention.place.span;
                let holds = |(range, _): &&(Range<usize>, usize)| {
                    range.start <= span.start && span.end <= range.end
                };
                let schools = named.get(mention.place.part);
                match schools.and_then(|all| all.iter().find(holds)) {
                    Some((_, owner)) => {
                        inside.insert(mention.text.clone(), *owner);
                    }
                    None => {
                        outside.insert(&mention.text);
                    }
                }
            }
        }
        inside.retain(|text, _| !outside.contains(text.as_str()));
        inside
    }

    /// Where one of them is named in a text, and whose it is.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        if self.kept.is_empty() {
            return Vec::new();
        }
        if let Some(&owner) = self.pieces.get(text) {
            return vec![(0..text.len(), owner)];
        }
        let owner = |key: &Key| {
            let mut kept = self.kept.iter();
            let found = kept.find(|(known, _)| known.is_subset(key) || key.is_subset(known));
            found.map(|(_, owner)| *owner)
        };
        schools(text)
            .into_iter()
            .filter_map(|(range, key)| Some((range, owner(&key)?)))
            .collect()
    }
}

/// The schools that a text names, by what tells them apart; none that has nothing of its own.
fn schools(text: &str) -> Vec<(Range<usize>, Key)> {
    let (Some(names), Some(hint)) = (NAMES.as_ref(), HINT.as_ref()) else {
        return Vec::new();
    };
    if !hint.is_match(text) {
        return Vec::new();
    }
    names
        .find_iter(text)
        .map(|hit| (hit.range(), key(hit.as_str())))
        .filter(|(_, key)| !key.is_empty())
        .collect()
}

fn key(name: &str) -> Key {
    let word = |range: Range<usize>| {
        let folded = fold(&name[range]);
        if is_cyrillic(&folded) {
            stems(&folded).into_iter().next().unwrap_or(folded)
        } else {
            folded
        }
    };
    let number = |letter: char| !letter.is_ascii_digit();
    let numbers = name.split(number).filter(|it| !it.is_empty());
    words(name)
        .into_iter()
        .map(word)
        .filter(|word| !COMMON.contains(&word.as_str()) && word.chars().count() > 1)
        .chain(numbers.map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(names: &[&str]) -> Schools {
        let kept = names.iter().map(|name| (key(name), 0)).collect();
        Schools {
            kept,
            pieces: BTreeMap::new(),
        }
    }

    #[test]
    fn a_school_goes_in_every_form() {
        let all = kept(&[
            "Northside High School",
            "Escuela Primaria José Martí",
            "школы № 12",
            "гимназии имени А. С. Дубровина",
        ]);
        for text in [
            "He left Northside High School in May.",
            "the Northside school",
            "estudia en la escuela José Martí.",
            "Escuela Marti",
            "в школе № 12 её ждут",
            "в 12-й школе",
            "School No. 12",
            "учится в гимназии имени Дубровина",
        ] {
            assert_eq!(all.find(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn other_schools_and_the_word_alone_stay() {
        let all = kept(&["Northside High School", "школы № 12"]);
        for text in [
            "The school was closed. His school is near.",
            "Southgate High School",
            "в школе № 13",
            "la escuela estaba cerrada",
            "он учится в школе",
        ] {
            assert!(all.find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_tells_no_school_apart_is_none() {
        assert!(schools("The School was closed. Every high school.").is_empty());
    }
}
