//! When two claims say the same: one statement of one event, with its numbers, actors and polarity.

use super::claims::{Claims, Pair};
use super::said::Said;
use std::collections::BTreeSet;

/// The family of each claim: claims joined by saying the same, one with the next.
pub(super) fn families(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..claims.all.len()).collect();
    for pair in pairs {
        if same(&claims.all[pair.a], &claims.all[pair.b], pair) {
            let (x, y) = (root(&mut parent, pair.a), root(&mut parent, pair.b));
            parent[x.max(y)] = x.min(y);
        }
    }
    (0..parent.len()).map(|at| root(&mut parent, at)).collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Groups of at least two claims that say the same as the earliest of them: the likeness is not handed on from one to the next.
pub(super) fn statements(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<Vec<usize>> {
    let mut like: Vec<Vec<usize>> = vec![Vec::new(); claims.all.len()];
    for pair in pairs {
        let (a, b) = (&claims.all[pair.a], &claims.all[pair.b]);
        if same(a, b, pair) && is_statement(a, b, pair) {
            like[pair.a.min(pair.b)].push(pair.a.max(pair.b));
        }
    }
    let mut taken = vec![false; claims.all.len()];
    let mut found = Vec::new();
    for (first, others) in like.into_iter().enumerate() {
        if taken[first] {
            continue;
        }
        let mut group = vec![first];
        group.extend(others.into_iter().filter(|other| !taken[*other]));
        if group.len() > 1 {
            group.sort_unstable();
            for at in &group {
                taken[*at] = true;
            }
            found.push(group);
        }
    }
    found
}

/// Whether what two claims share is more than a name for something or a turn of phrase: a deed; or, where the lexicon knows
/// none, four features, three of them no names, that are nearly all.
fn is_statement(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
    if !a.acts.is_disjoint(&b.acts) {
        return true;
    }
    let common = a.frame.features.intersection(&b.frame.features);
    let things = common.filter(|feature| !a.names.contains(*feature)).count();
    pair.shared >= 4 && things >= 3 && pair.alike >= 0.7
}

/// Whether two claims say the same: most of the words, all of the numbers; no deed, day, actor or name against another.
fn same(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
    let needed = if a.language == b.language { 0.62 } else { 0.55 };
    a.denied() == b.denied()
        && (a.frame.negations > 0) == (b.frame.negations > 0)
        && pair.shared >= 3
        && pair.alike >= needed
        && numbers(a) == numbers(b)
        && a.frame.age == b.frame.age
        && a.days_meet(b)
        && !a.when.apart(&b.when)
        && (a.actors.is_empty() || b.actors.is_empty() || !a.actors.is_disjoint(&b.actors))
        && one_deed(a, b)
        && !a.names_apart(b)
        && !a.towns_apart(b)
        && one_anybody(a, b)
}

/// Whether "he" may be the same in both: in copies of one report, or where both name somebody.
fn one_anybody(a: &Said<'_>, b: &Said<'_>) -> bool {
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    one_origin || !(a.anybody || b.anybody) || a.shared_names(b) > 0
}

/// All numbers of a claim, shares too.
fn numbers(said: &Said<'_>) -> Vec<u64> {
    let mut values: Vec<u64> = said.numbers().map(|count| count.value).collect();
    values.sort_unstable();
    values
}

/// Whether the two tell one deed: all deeds of one stand in the other, and no number is given to another deed.
fn one_deed(a: &Said<'_>, b: &Said<'_>) -> bool {
    let (left, right) = (&a.acts, &b.acts);
    let held = left.is_subset(right) || right.is_subset(left);
    if !held || left.is_empty() != right.is_empty() {
        return false;
    }
    if left.is_empty() && a.language != b.language {
        return false;
    }
    let event = |said: &Said<'_>, value: u64| -> BTreeSet<usize> {
        said.values()
            .filter(|count| count.value == value)
            .filter_map(|count| count.event)
            .collect()
    };
    a.values().all(|count| {
        let (x, y) = (event(a, count.value), event(b, count.value));
        x.is_empty() || y.is_empty() || !x.is_disjoint(&y)
    })
}
