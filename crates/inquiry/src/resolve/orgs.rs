//! Organisations, places, phones, documents and groups within one document.

use super::node::Case;
use super::union::Groups;
use crate::fold::{nominatives, words};
use model::{EntityKind, Place};
use std::collections::{BTreeMap, BTreeSet};

/// Takes organisations and everything without a person's name together in each document.
pub(super) fn within(case: &Case<'_>, groups: &mut Groups) {
    for document in 0..case.facts.len() {
        for kind in [EntityKind::Organisation, EntityKind::Place] {
            same_names(case, document, kind, groups);
        }
        acronyms(case, document, groups);
        short_forms(case, document, groups);
        generic(case, document, groups);
    }
}

/// Nodes of one kind in a document, in text order.
fn nodes_of(case: &Case<'_>, document: usize, kind: EntityKind) -> Vec<usize> {
    case.by_document[document]
        .iter()
        .copied()
        .filter(|node| case.nodes[*node].kind == kind && !case.nodes[*node].name.is_empty())
        .collect()
}

/// Equal after folding, in any order of words and any case.
fn same_names(case: &Case<'_>, document: usize, kind: EntityKind, groups: &mut Groups) {
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let nodes = nodes_of(case, document, kind);
    // Dictionary forms as they stand come first, so that an inflected form finds them wherever it stands.
    for exact in [true, false] {
        for &node in &nodes {
            let forms = nominatives(&case.nodes[node].name);
            let taken = if exact { &forms[..1] } else { &forms[..] };
            let held = taken
                .iter()
                .map(|form| sorted(form))
                .find_map(|form| seen.get(&form).copied());
            match held {
                Some(held) => {
                    groups.join(held, node, "same name in one document");
                }
                None => {
                    seen.insert(sorted(&forms[0]), node);
                }
            }
        }
    }
}

pub(super) fn sorted(name: &[String]) -> Vec<String> {
    let mut name = name.to_vec();
    name.sort();
    name
}

/// `Federal Migration Service (FMS)`: given in brackets, or letters that are the initials of one name in the document.
fn acronyms(case: &Case<'_>, document: usize, groups: &mut Groups) {
    let nodes = nodes_of(case, document, EntityKind::Organisation);
    let mut spelled: BTreeMap<Vec<char>, BTreeMap<&str, usize>> = BTreeMap::new();
    for &node in &nodes {
        let text = case.nodes[node].text.as_str();
        if let Some(letters) = initials(text) {
            spelled
                .entry(letters)
                .or_default()
                .entry(text)
                .or_insert(node);
        }
    }
    for (at, &short) in nodes.iter().enumerate() {
        let Some(letters) = acronym(&case.nodes[short].text) else {
            continue;
        };
        // What stands in brackets stands next to what it is short for.
        let beside = [at.checked_sub(1), Some(at + 1)];
        let given = beside
            .into_iter()
            .flatten()
            .filter_map(|beside| nodes.get(beside).copied())
            .find(|long| bracketed(case, document, *long, short));
        let by_initials = || {
            let mut holders = spelled.get(&letters)?.values().copied();
            let first = holders.next()?;
            holders
                .all(|other| groups.together(first, other))
                .then_some(first)
        };
        if let Some(long) = given.or_else(by_initials) {
            groups.join(long, short, "acronym given in the text");
        }
    }
}

/// The letters of a text that is an acronym: two to eight capitals.
fn acronym(text: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = text.chars().filter(|l| *l != '.').collect();
    ((2..=8).contains(&letters.len()) && letters.iter().all(|l| l.is_uppercase()))
        .then(|| letters.iter().flat_map(|l| l.to_lowercase()).collect())
}

/// Whether `short` stands in brackets right after `long`, or `long` right after `short`.
fn bracketed(case: &Case<'_>, document: usize, long: usize, short: usize) -> bool {
    let (Some(a), Some(b)) = (&case.nodes[long].place, &case.nodes[short].place) else {
        return false;
    };
    if a.part != b.part || acronym(&case.nodes[long].text).is_some() {
        return false;
    }
    let (first, second): (&Place, &Place) = if a.span.start < b.span.start {
        (a, b)
    } else {
        (b, a)
    };
    let between = case.documents[document]
        .and_then(|d| d.parts.get(first.part))
        .and_then(|part| part.text.get(first.span.end..second.span.start));
    between.is_some_and(|text| matches!(text.trim(), "(" | "(the" | "(el" | "(la" | "— "))
}

/// The initials of the capitalised words of a name that has at least two.
fn initials(name: &str) -> Option<Vec<char>> {
    let initials: Vec<char> = words(name)
        .iter()
        .filter(|word| word.capital)
        .filter_map(|word| word.folded.chars().next())
        .collect();
    (initials.len() >= 2).then_some(initials)
}

/// A shorter name whose every word stands in exactly one longer name: `Interior Ministry`, `Radio Costa`.
///
/// Works on distinct names, found by their rarest word: a long record says the same few names thousands of times.
fn short_forms(case: &Case<'_>, document: usize, groups: &mut Groups) {
    let mut names: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for node in nodes_of(case, document, EntityKind::Organisation) {
        names.entry(&case.nodes[node].name).or_default().push(node);
    }
    let mut holding: BTreeMap<&str, Vec<&[String]>> = BTreeMap::new();
    for name in names.keys().filter(|name| name.len() > 1) {
        let words: BTreeSet<&str> = name.iter().map(String::as_str).collect();
        for word in words {
            holding.entry(word).or_default().push(name);
        }
    }
    for (name, shorts) in &names {
        if name.len() == 1 && class_of(&name[0]).is_some() {
            continue;
        }
        if let Some(long) = only_longer(name, &names, &holding, groups) {
            for short in shorts {
                groups.join(long, *short, "short form in one document");
            }
        }
    }
}

/// A node of the one organisation whose longer name holds every word of `name`, if there is exactly one.
fn only_longer(
    name: &[String],
    names: &BTreeMap<&[String], Vec<usize>>,
    holding: &BTreeMap<&str, Vec<&[String]>>,
    groups: &mut Groups,
) -> Option<usize> {
    let mut found: Option<usize> = None;
    for form in nominatives(name) {
        let rarest = form
            .iter()
            .map(|word| holding.get(word.as_str()).map_or(&[][..], Vec::as_slice))
            .min_by_key(|names| names.len())?;
        for long in rarest {
            if long.len() > name.len() && form.iter().all(|word| long.contains(word)) {
                // Those of one name are together, unless somebody judged that they are not.
                let all = names.get(long)?;
                let told = if groups.has_bars() { all.len() } else { 1 };
                for &node in &all[..told] {
                    match found {
                        Some(held) if groups.together(held, node) => {}
                        Some(_) => return None,
                        None => found = Some(node),
                    }
                }
            }
        }
    }
    found
}

/// "the ministry", "el ministerio", "министерство": the last organisation before it of that class, else the only one.
fn generic(case: &Case<'_>, document: usize, groups: &mut Groups) {
    let candidates: Vec<usize> = case.by_document[document]
        .iter()
        .copied()
        .filter(|node| {
            matches!(
                case.nodes[*node].kind,
                EntityKind::Organisation | EntityKind::Group
            )
        })
        .collect();
    // Who may be meant, by class and in order: a long record names thousands.
    let mut named: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &node in &candidates {
        let it = &case.nodes[node];
        if it.kind == EntityKind::Organisation && generic_class(&it.name).is_none() {
            let classes: BTreeSet<usize> = it.name.iter().filter_map(|t| class_of(t)).collect();
            for class in classes {
                named.entry(class).or_default().push(node);
            }
        }
    }
    for &node in &candidates {
        let meant = generic_class(&case.nodes[node].name).and_then(|class| {
            let all = named.get(&class)?;
            let before = all.partition_point(|other| *other < node);
            match (before.checked_sub(1), &all[..]) {
                (Some(last), _) => Some(all[last]),
                (None, [only]) => Some(*only),
                (None, _) => None,
            }
        });
        if let Some(meant) = meant {
            groups.join(meant, node, "named by its class in one document");
        }
    }
}

/// The class of a name that says nothing but its class.
pub(super) fn generic_class(name: &[String]) -> Option<usize> {
    match name {
        [only] => class_of(only),
        _ => None,
    }
}

/// Classes of organisations, each by the beginnings of its words in the three languages (folded).
const CLASSES: [&[&str]; 20] = [
    &["ministry", "ministerio", "министерств", "мид"],
    &["embassy", "embajada", "посольств"],
    &["consulate", "consulado", "консульств"],
    &["police", "policia", "полици"],
    &["prosecutor", "fiscalia", "прокуратур"],
    &["court", "tribunal", "juzgado", "суд"],
    &["agency", "agencia", "агентств"],
    &["company", "empresa", "compania", "компани", "фирм"],
    &["foundation", "fundacion", "фонд"],
    &["committee", "comite", "комитет"],
    &["department", "departamento", "департамент"],
    &["army", "ejercito", "арми"],
    &["newspaper", "diario", "periodico", "газет"],
    &["government", "gobierno", "правительств"],
    &["service", "servicio", "служб"],
    &["bank", "banco", "банк"],
    &["party", "partido", "парти"],
    &["organisation", "organization", "organizacion", "организаци"],
    &["office", "oficina", "управлени"],
    &["commission", "comision", "комисси"],
];

/// The class of a word, if it names one.
fn class_of(token: &str) -> Option<usize> {
    CLASSES.iter().position(|beginnings| {
        beginnings.iter().any(|start| {
            token
                .strip_prefix(start)
                .is_some_and(|rest| rest.chars().count() <= 3)
        })
    })
}
