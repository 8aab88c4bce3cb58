//! Links between identities, and who is protected.

use super::identities::Seen;
use super::key::{Key, Line};
use super::run::Run;
use super::tally::Score;
use std::collections::{BTreeMap, BTreeSet};

type Tie = (String, String, String);

/// Links that are told, and links between telephones; the layer `named_together` is left out.
pub(crate) fn score(key: &Key, run: &Run, seen: &Seen) -> Vec<Score> {
    let phones: BTreeSet<&str> = key
        .identities()
        .filter(|(_, kind, _)| *kind == "phone")
        .map(|(name, ..)| name)
        .collect();
    let mut wanted: BTreeMap<Tie, bool> = BTreeMap::new();
    for line in &key.lines {
        if let Line::Link {
            from,
            to,
            layer,
            optional,
        } = line
        {
            let needed = wanted.entry(tie(from, to, layer)).or_default();
            *needed |= !optional;
        }
    }
    let mut found: BTreeSet<Tie> = BTreeSet::new();
    for link in run
        .links
        .iter()
        .filter(|link| link.layer != "named_together")
    {
        let end = |id: &str, name: &str| -> Option<String> {
            let by_name = || phones.get(name).copied();
            seen.identity(id).or_else(by_name).map(str::to_owned)
        };
        if let (Some(from), Some(to)) = (
            end(&link.from, &link.from_name),
            end(&link.to, &link.to_name),
        ) && from != to
        {
            found.insert(tie(&from, &to, &link.layer));
        }
    }
    let calls = |tie: &Tie| phones.contains(tie.0.as_str()) && phones.contains(tie.1.as_str());
    [("links (told)", false), ("links (call records)", true)]
        .map(|(name, of_calls)| {
            let gold = wanted
                .iter()
                .filter(|(tie, needed)| **needed && calls(tie) == of_calls)
                .map(|(tie, _)| (found.contains(tie), show(tie)))
                .collect();
            let found = found
                .iter()
                .filter(|tie| calls(tie) == of_calls && wanted.get(*tie) != Some(&false))
                .map(|tie| (wanted.contains_key(tie), show(tie)))
                .collect();
            Score::of(name, gold, found)
        })
        .into()
}

/// A tie with its ends in order where the layer has no direction.
fn tie(from: &str, to: &str, layer: &str) -> Tie {
    let swap = matches!(layer, "met" | "kin" | "named_together") && to < from;
    let (from, to) = if swap { (to, from) } else { (from, to) };
    (from.to_owned(), to.to_owned(), layer.to_owned())
}

fn show((from, to, layer): &Tie) -> String {
    format!("{from} -{layer}-> {to}")
}

/// Who is protected: by one of the entities that stand for him, and by all of them.
///
/// Only the second is safe: one unprotected piece of a split identity shows the name.
pub(crate) fn protected(key: &Key, run: &Run, seen: &Seen) -> Vec<Score> {
    let masked: BTreeSet<&str> = run
        .entities
        .iter()
        .filter(|entity| !entity.protected.is_empty())
        .map(|entity| entity.id.as_str())
        .collect();
    let mut wanted: BTreeMap<&str, bool> = BTreeMap::new();
    for line in &key.lines {
        if let Line::Protected { name, optional } = line {
            wanted.insert(name, !optional);
        }
    }
    let mut rows = Vec::new();
    for (row, whole) in [
        ("protected persons", false),
        ("protected persons, in every piece", true),
    ] {
        let (mut gold, mut found) = (Vec::new(), Vec::new());
        for (name, ..) in key.identities().filter(|(_, kind, _)| *kind == "person") {
            let mut pieces = seen.entities(name).peekable();
            let any = pieces.peek().is_some();
            let safe = any
                && if whole {
                    pieces.all(|entity| masked.contains(entity))
                } else {
                    pieces.any(|entity| masked.contains(entity))
                };
            match wanted.get(name) {
                Some(true) => {
                    gold.push((safe, name.to_owned()));
                    if safe {
                        found.push((true, name.to_owned()));
                    }
                }
                None if safe => found.push((false, name.to_owned())),
                Some(false) | None => {}
            }
        }
        rows.push(Score::of(row, gold, found));
    }
    rows
}
