//! Across documents: the same full name after folding, or a strong identifier. Everything else stays apart.

use super::identify::Profile;
use super::node::Case;
use super::orgs::{generic_class, sorted};
use super::union::Groups;
use crate::fold::{name_key, nominatives, settled};
use model::EntityKind;
use std::collections::{BTreeMap, BTreeSet};

/// How far apart two years of birth may be where both may be reckoned from an age.
const YEARS: i16 = 2;

/// Fewest letters of an organisation's name that is compared across scripts.
const LONG: usize = 8;

/// A person as one document knows him.
struct Known {
    node: usize,
    /// Full names (two tokens or more, no initials), folded and sorted.
    full: BTreeSet<Vec<String>>,
    /// Keys of every token of every form.
    tokens: BTreeSet<String>,
    /// Keys of the longest name in each of its dictionary forms, if it has three tokens or more.
    long: BTreeSet<BTreeSet<String>>,
    /// Inflected names that may be a man's or a woman's, as they are written.
    doubtful: BTreeSet<Vec<String>>,
    born: BTreeSet<i16>,
    papers: BTreeSet<String>,
    lines: BTreeSet<String>,
}

/// Merges what is the same in different documents.
pub(super) fn merge(case: &Case<'_>, profiles: &BTreeMap<usize, Profile>, groups: &mut Groups) {
    exact(case, groups);
    names(case, groups);
    scripts(case, groups);
    let known = known(case, profiles, groups);
    by_identifier(&known, groups);
    by_name(&known, groups);
}

/// Phones by number, documents and addresses by what stands in them.
fn exact(case: &Case<'_>, groups: &mut Groups) {
    let mut seen: BTreeMap<(EntityKind, &str), usize> = BTreeMap::new();
    for (at, node) in case.nodes.iter().enumerate() {
        if node.exact.is_empty() {
            continue;
        }
        if let Some(&held) = seen.get(&(node.kind, node.exact.as_str())) {
            let reason = if node.kind == EntityKind::Phone {
                "same number"
            } else {
                "same identifier"
            };
            groups.join(held, at, reason);
        } else {
            seen.insert((node.kind, &node.exact), at);
        }
    }
}

/// Organisations and places of one name; a name that says only the class ("the ministry") is none.
fn names(case: &Case<'_>, groups: &mut Groups) {
    let mut seen: BTreeMap<(EntityKind, Vec<String>), usize> = BTreeMap::new();
    for basic_only in [true, false] {
        for (at, node) in case.nodes.iter().enumerate() {
            let named = matches!(node.kind, EntityKind::Organisation | EntityKind::Place);
            if !named || node.name.is_empty() || generic_class(&node.name).is_some() {
                continue;
            }
            let forms = nominatives(&node.name);
            let taken = if basic_only { &forms[..1] } else { &forms[..] };
            let held = taken
                .iter()
                .find_map(|form| seen.get(&(node.kind, sorted(form))).copied());
            match held {
                Some(held) => {
                    groups.join(held, at, "same name after folding");
                }
                None => {
                    seen.insert((node.kind, sorted(&node.name)), at);
                }
            }
        }
    }
}

/// Organisations of one long name in the Latin and the Cyrillic script.
fn scripts(case: &Case<'_>, groups: &mut Groups) {
    let mut seen: BTreeMap<String, [Option<usize>; 2]> = BTreeMap::new();
    for (at, node) in case.nodes.iter().enumerate() {
        if node.kind != EntityKind::Organisation || generic_class(&node.name).is_some() {
            continue;
        }
        let letters = || node.name.iter().flat_map(|token| token.chars());
        let script = usize::from(letters().any(|letter| ('а'..='я').contains(&letter)));
        for form in nominatives(&node.name) {
            let key = form
                .iter()
                .map(|token| name_key(token))
                .collect::<Vec<_>>()
                .join(" ");
            if key.chars().count() >= LONG {
                seen.entry(key).or_default()[script].get_or_insert(at);
            }
        }
    }
    for found in seen.into_values() {
        if let [Some(latin), Some(cyrillic)] = found {
            groups.join(latin, cyrillic, "same name in two scripts");
        }
    }
}

/// Every person of every document, in the order of the first mention.
fn known(case: &Case<'_>, profiles: &BTreeMap<usize, Profile>, groups: &mut Groups) -> Vec<Known> {
    let mut found: BTreeMap<usize, Known> = BTreeMap::new();
    for (at, node) in case.nodes.iter().enumerate() {
        if node.kind != EntityKind::Person {
            continue;
        }
        let root = groups.root(at);
        let known = found.entry(root).or_insert_with(|| {
            let profile = profiles.get(&root);
            Known {
                node: root,
                full: BTreeSet::new(),
                tokens: BTreeSet::new(),
                long: BTreeSet::new(),
                doubtful: BTreeSet::new(),
                born: profile.map(|p| p.born.clone()).unwrap_or_default(),
                papers: profile.map(|p| p.papers.clone()).unwrap_or_default(),
                lines: profile.map(|p| p.lines.clone()).unwrap_or_default(),
            }
        });
        let longest = known.long.first().map_or(2, BTreeSet::len);
        let keyed = |form: &Vec<String>| form.iter().map(|token| name_key(token)).collect();
        let all = nominatives(&node.name);
        let told = all.iter().flatten().filter(|token| token.len() > 2);
        known.tokens.extend(told.map(|token| name_key(token)));
        let Some(forms) = settled(all) else {
            known.doubtful.insert(sorted(&node.name));
            continue;
        };
        if node.name.len() > longest {
            known.long = forms.iter().map(keyed).collect();
            known.full.extend(forms.iter().flat_map(|form| parts(form)));
        }
        for form in forms {
            let whole: Vec<String> = form.into_iter().filter(|t| t.chars().count() > 1).collect();
            if whole.len() >= 2 && whole.len() == node.name.len() {
                known.full.insert(sorted(&whole));
            }
        }
    }
    let mut found: Vec<Known> = found.into_values().collect();
    // Who is known by such names alone is only who is written so.
    for known in found.iter_mut().filter(|known| known.full.is_empty()) {
        known.full = std::mem::take(&mut known.doubtful);
    }
    found
}

/// Every two whole tokens of a name of three or four: short forms under which another document may know him.
/// Two long names that share only these are in conflict, so that short names alone are joined by them.
fn parts(name: &[String]) -> Vec<Vec<String>> {
    let whole = name.iter().all(|token| token.chars().count() > 1);
    let mut found = Vec::new();
    if whole && (3..=4).contains(&name.len()) {
        for (at, a) in name.iter().enumerate() {
            for b in &name[at + 1..] {
                found.push(sorted(&[a.clone(), b.clone()]));
            }
        }
    }
    found
}

/// The same passport; or the same number or e-mail and a name in common (a phone is not a person).
fn by_identifier(known: &[Known], groups: &mut Groups) {
    let mut holders: BTreeMap<(&str, bool), Vec<usize>> = BTreeMap::new();
    for (at, person) in known.iter().enumerate() {
        for paper in &person.papers {
            holders.entry((paper, true)).or_default().push(at);
        }
        for line in &person.lines {
            holders.entry((line, false)).or_default().push(at);
        }
    }
    for ((_, paper), people) in holders {
        for (at, &first) in people.iter().enumerate() {
            for &second in &people[at + 1..] {
                let (a, b) = (&known[first], &known[second]);
                let common = a.tokens.intersection(&b.tokens).next().is_some();
                let nameless = a.full.is_empty() || b.full.is_empty();
                if common && !conflict(a, b) || (paper && nameless && !conflict(a, b)) {
                    let reason = if paper {
                        "same document number"
                    } else {
                        "same number or address, and a name in common"
                    };
                    groups.join(a.node, b.node, reason);
                }
            }
        }
    }
}

/// The same full name. Where persons of one name are known to be different, one that could be either stays apart.
fn by_name(known: &[Known], groups: &mut Groups) {
    let mut holders: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, person) in known.iter().enumerate() {
        for name in &person.full {
            let mut keys: Vec<String> = name.iter().map(|token| name_key(token)).collect();
            if keys.iter().all(|key| key.len() >= 2) {
                keys.sort();
                holders.entry(keys.join(" ")).or_default().insert(at);
            }
        }
    }
    for people in holders.into_values().filter(|people| people.len() > 1) {
        let people: Vec<usize> = people.into_iter().collect();
        for class in classes(known, &people, groups) {
            for other in &class[1..] {
                groups.join(
                    known[class[0]].node,
                    known[*other].node,
                    "same name after folding",
                );
            }
        }
    }
}

/// Persons of one name in classes that may be merged.
fn classes(known: &[Known], people: &[usize], groups: &mut Groups) -> Vec<Vec<usize>> {
    // Persons of whom the same is known need to be compared only once.
    let mut told: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for &at in people {
        let person = &known[at];
        if !person.born.is_empty() || !person.long.is_empty() || !person.papers.is_empty() {
            told.entry((&person.long, &person.born, &person.papers))
                .or_default()
                .push(at);
        }
    }
    let kinds: Vec<usize> = told.values().map(|same| same[0]).collect();
    let mut parted = false;
    for (at, &a) in kinds.iter().enumerate() {
        parted |= kinds[at + 1..]
            .iter()
            .any(|&b| conflict(&known[a], &known[b]));
    }
    if !parted && groups.has_bars() {
        parted = people.iter().enumerate().any(|(at, &a)| {
            people[at + 1..]
                .iter()
                .any(|&b| groups.barred(known[a].node, known[b].node))
        });
    }
    if !parted {
        return vec![people.to_vec()];
    }
    // Two persons of this name: only those whose year of birth, second surname or papers say the same go together.
    // Where all bear the same long name, it tells nobody apart, and who has nothing else stands alone.
    let one_name = kinds
        .iter()
        .all(|&at| known[at].long == known[kinds[0]].long);
    let mut classes: Vec<Vec<usize>> = Vec::new();
    for same in told.into_values() {
        let new = &known[same[0]];
        if one_name && new.born.is_empty() && new.papers.is_empty() {
            classes.extend(same.into_iter().map(|at| vec![at]));
            continue;
        }
        let agree = |a: &Known, b: &Known| agree(a, b, !one_name);
        let class = classes.iter_mut().find(|class| {
            class
                .iter()
                .all(|other| !conflict(new, &known[*other]) && agree(new, &known[*other]))
        });
        match class {
            Some(class) => class.extend(same),
            None => classes.push(same),
        }
    }
    classes
}

/// Whether something beyond the name says that the two are one.
fn agree(a: &Known, b: &Known, by_name: bool) -> bool {
    let years = a
        .born
        .iter()
        .any(|x| b.born.iter().any(|y| (x - y).abs() <= YEARS));
    let papers = a.papers.intersection(&b.papers).next().is_some();
    let surname = by_name && a.long.intersection(&b.long).next().is_some();
    years || papers || surname
}

/// Whether the two cannot be taken for one person: years of birth far apart, other papers, or different further
/// names. Somebody may hold two passports; then a person has to say so.
fn conflict(a: &Known, b: &Known) -> bool {
    let far = !a.born.is_empty()
        && !b.born.is_empty()
        && !a
            .born
            .iter()
            .any(|x| b.born.iter().any(|y| (x - y).abs() <= YEARS));
    let papers = !a.papers.is_empty() && !b.papers.is_empty() && a.papers.is_disjoint(&b.papers);
    far || papers || further(a, b)
}

/// Whether two long names share two tokens and differ in the others on both sides.
fn further(a: &Known, b: &Known) -> bool {
    let differ = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        a.intersection(b).count() >= 2
            && a.difference(b).next().is_some()
            && b.difference(a).next().is_some()
    };
    let mut pairs = a
        .long
        .iter()
        .flat_map(|x| b.long.iter().map(move |y| (x, y)));
    let told = !a.long.is_empty() && !b.long.is_empty();
    // Of the forms that an inflected name may have, one that agrees is enough.
    told && pairs.clone().any(|(x, y)| differ(x, y))
        && !pairs.any(|(x, y)| x.is_subset(y) || y.is_subset(x))
}
