//! Claims: at least half of the gold content is covered, at least half of what was found lies in it,
//! the source is the same, certainty and polarity are equal.

use super::key::{self, Files, Key};
use super::run::{self, Run};
use super::tally::Score;
use super::words::{covers, words};
use std::collections::{BTreeMap, BTreeSet};

/// Words that a source shares with any other.
const EMPTY: &[&str] = &[
    "the", "a", "an", "of", "el", "la", "los", "las", "un", "una", "de", "del", "al", "y", "and",
];

/// The three rows, then the same without the condition on certainty and polarity.
pub(crate) fn score(key: &Key, run: &Run, files: &Files) -> Vec<Score> {
    let mut by_file: BTreeMap<&str, (Vec<&key::Claim>, Vec<&run::Claim>)> = BTreeMap::new();
    for claim in key.claims() {
        by_file.entry(&claim.file).or_default().0.push(claim);
    }
    for claim in &run.claims {
        if let Some(file) = files.prose(&claim.file) {
            by_file.entry(file).or_default().1.push(claim);
        }
    }
    let mut scores = Vec::new();
    for (strict, tail) in [(true, ""), (false, ", any certainty")] {
        let mut sides = [Sides::default(), Sides::default(), Sides::default()];
        for (file, (gold, found)) in &by_file {
            one_file(file, gold, found, strict, &mut sides);
        }
        let names = [
            "claims (attributed)",
            "claims (publisher's own)",
            "claims (all)",
        ];
        for (name, side) in names.into_iter().zip(sides) {
            scores.push(Score::of(&format!("{name}{tail}"), side.gold, side.found));
        }
    }
    scores
}

#[derive(Default)]
struct Sides {
    gold: Vec<(bool, String)>,
    found: Vec<(bool, String)>,
}

/// Matches one file's claims one to one and tells the outcome to the rows.
fn one_file(
    file: &str,
    gold: &[&key::Claim],
    found: &[&run::Claim],
    strict: bool,
    sides: &mut [Sides; 3],
) {
    let pairs = pairs(gold, found, strict);
    for (at, claim) in gold.iter().enumerate().filter(|(_, claim)| !claim.optional) {
        let hit = pairs.iter().any(|pair| pair.0 == at);
        let words = format!(
            "{file}: [{}] {} {}: {}",
            claim.source.joined(),
            claim.certainty,
            claim.polarity,
            claim.content.joined()
        );
        for row in rows(&claim.source_kind) {
            sides[row].gold.push((hit, words.clone()));
        }
    }
    for (at, claim) in found.iter().enumerate() {
        let pair = pairs.iter().find(|pair| pair.1 == at);
        if pair.is_some_and(|pair| gold[pair.0].optional) {
            continue;
        }
        let words = format!(
            "{file}: [{}] {} {}: {}",
            claim
                .source
                .as_ref()
                .map_or(claim.source_kind.as_str(), |source| &source.text),
            claim.certainty,
            claim.polarity,
            claim.joined()
        );
        for row in rows(&claim.source_kind) {
            sides[row].found.push((pair.is_some(), words.clone()));
        }
    }
}

/// The rows a claim is counted in.
fn rows(source_kind: &str) -> [usize; 2] {
    [usize::from(source_kind == "publisher"), 2]
}

/// Pairs of gold and found, best cover first, each used once.
fn pairs(gold: &[&key::Claim], found: &[&run::Claim], strict: bool) -> Vec<(usize, usize)> {
    let found_words: Vec<_> = found.iter().map(|claim| words(&claim.joined())).collect();
    let mut open = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        let wanted_words = words(&wanted.content.joined());
        for (f, claim) in found.iter().enumerate() {
            let same = wanted.certainty == claim.certainty && wanted.polarity == claim.polarity;
            // An optional entry excuses what meets it, however sure.
            if (strict && !same && !wanted.optional) || !same_source(wanted, claim) {
                continue;
            }
            if let Some(cover) = covers(&wanted_words, &found_words[f]) {
                open.push((cover, same, g, f));
            }
        }
    }
    open.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.1.cmp(&a.1))
            .then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    let (mut gold_used, mut found_used) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, _, g, f) in open {
        if !gold_used.contains(&g) && !found_used.contains(&f) {
            gold_used.insert(g);
            found_used.insert(f);
            pairs.push((g, f));
        }
    }
    pairs
}

/// Whether the found source is the gold's: publishers and speakers by kind, others by their words.
fn same_source(gold: &key::Claim, found: &run::Claim) -> bool {
    let named = found.source.as_ref().map(|source| source.text.as_str());
    match gold.source_kind.as_str() {
        "publisher" => found.source_kind == "publisher",
        "speaker" => {
            found.source_kind == "speaker"
                && gold
                    .source
                    .all()
                    .into_iter()
                    .all(|wanted| wanted.is_none() || named.is_none() || overlap(wanted, named))
        }
        _ => {
            let kind = if named.is_some() { "named" } else { "nobody" };
            (found.source_kind == "named" || found.source_kind == "nobody")
                && found.source_kind == kind
                && gold
                    .source
                    .all()
                    .into_iter()
                    .any(|wanted| overlap(wanted, named))
        }
    }
}

/// Whether two sources share a word that says something, or are both none.
fn overlap(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return a.is_none() && b.is_none();
    };
    let (a, b) = (words(a), words(b));
    let telling = |word: &&String| !EMPTY.contains(&word.as_str());
    a == b || a.iter().filter(telling).any(|word| b.contains(word))
}
