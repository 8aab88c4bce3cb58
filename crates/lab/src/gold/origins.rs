//! Origins: pairs of documents taken together, and sets that are exactly right.

use super::key::{Files, Key};
use super::run::Run;
use super::tally::Score;
use std::collections::BTreeSet;

/// The two rows.
pub(crate) fn score(key: &Key, run: &Run, files: &Files) -> Vec<Score> {
    let gold: Vec<BTreeSet<&str>> = key
        .origins()
        .map(|all| all.iter().map(String::as_str).collect())
        .collect();
    let known: BTreeSet<&str> = gold.iter().flatten().copied().collect();
    let found: Vec<BTreeSet<&str>> = run
        .origins
        .iter()
        .map(|documents| {
            documents
                .iter()
                .filter_map(|document| files.resolve(&document.file))
                .filter(|file| known.contains(file))
                .collect::<BTreeSet<_>>()
        })
        .filter(|set: &BTreeSet<_>| !set.is_empty())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let (gold_pairs, found_pairs) = (pairs(&gold), pairs(&found));
    let show = |(a, b): &(&str, &str)| format!("{a} + {b}");
    let sets = |set: &BTreeSet<&str>| set.iter().copied().collect::<Vec<_>>().join(" + ");
    vec![
        Score::of(
            "origins (pairs)",
            gold_pairs
                .iter()
                .map(|pair| (found_pairs.contains(pair), show(pair)))
                .collect(),
            found_pairs
                .iter()
                .map(|pair| (gold_pairs.contains(pair), show(pair)))
                .collect(),
        ),
        Score::of(
            "origins (exact sets)",
            gold.iter()
                .map(|set| (found.contains(set), sets(set)))
                .collect(),
            found
                .iter()
                .map(|set| (gold.contains(set), sets(set)))
                .collect(),
        ),
    ]
}

fn pairs<'a>(sets: &[BTreeSet<&'a str>]) -> BTreeSet<(&'a str, &'a str)> {
    let mut pairs = BTreeSet::new();
    for set in sets {
        for &a in set {
            pairs.extend(set.iter().filter(|&&b| a < b).map(|&b| (a, b)));
        }
    }
    pairs
}
