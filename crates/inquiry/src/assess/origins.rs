//! Origins: which documents go back to one report.
//!
//! Signs, in the order of their strength: shared wording (containment of word shingles, after Broder 1997, found by an
//! inverted index so that no two documents without a shingle in common are compared); the same names and numbers in
//! the same order (rewritten or translated copies), in short items things and deeds as well; naming the other's publisher as the source of most of what is said.

use super::lexicon;
use super::signature::{Shared, Signature, shared};
use super::text::{Case, Text};
use crate::fold::{name_key, tokens};
use model::{DocumentId, EntityId, Origin, OriginId, PartialDate, Resolution, Source};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words in a shingle.
const SHINGLE: usize = 5;
/// Share of the smaller document's shingles that must stand in the other.
const CONTAINED: f64 = 0.35;
/// And how many at least, so that a quoted sentence makes no copy.
const SHINGLES: usize = 25;
/// A shingle or anchor in more documents than this is compared with the first of them only.
const CROWD: usize = 24;
/// Days between a report and its rewriting or translation.
const DAYS: i32 = 45;

/// An edge between two documents: indexes, and why.
struct Edge {
    a: usize,
    b: usize,
    reason: String,
}

/// Every document with text in exactly one origin, by its head's date and identifier.
pub(super) fn origins(case: &Case<'_>, resolution: &Resolution) -> Vec<Origin> {
    let texts: Vec<&Text<'_>> = case.texts.iter().filter(|text| text.has_text()).collect();
    let mut edges = wording(&texts);
    edges.extend(skeletons(&texts));
    edges.extend(courses(&texts));
    edges.extend(named(&texts, resolution));
    let mut parent: Vec<usize> = (0..texts.len()).collect();
    let mut used: Vec<Edge> = Vec::new();
    for edge in edges {
        let (a, b) = (root(&mut parent, edge.a), root(&mut parent, edge.b));
        if a != b {
            parent[a.max(b)] = a.min(b);
            used.push(edge);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..texts.len() {
        groups.entry(root(&mut parent, at)).or_default().push(at);
    }
    let mut origins: Vec<(Option<PartialDate>, Origin)> = groups
        .into_values()
        .map(|mut group| {
            group.sort_by_key(|at| when(texts[*at]));
            let inside: BTreeSet<usize> = group.iter().copied().collect();
            let reasons = used
                .iter()
                .filter(|edge| inside.contains(&edge.a))
                .map(|edge| edge.reason.clone())
                .collect();
            let head = texts[group[0]];
            let origin = Origin {
                id: OriginId::derive(&[head.document.id.as_str()]),
                head: head.document.id.clone(),
                documents: group
                    .iter()
                    .map(|at| texts[*at].document.id.clone())
                    .collect(),
                reasons,
                drifts: Vec::new(),
            };
            (head.document.date, origin)
        })
        .collect();
    origins.sort_by(|(a, left), (b, right)| {
        (a.is_none(), a, &left.head).cmp(&(b.is_none(), b, &right.head))
    });
    origins.into_iter().map(|(_, origin)| origin).collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// The order of documents of one origin; undated ones last.
fn when<'a>(text: &Text<'a>) -> (bool, Option<PartialDate>, &'a DocumentId) {
    (
        text.document.date.is_none(),
        text.document.date,
        &text.document.id,
    )
}

/// Pairs of documents that share wording.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of shingles and a percentage"
)]
fn wording(texts: &[&Text<'_>]) -> Vec<Edge> {
    let shingles: Vec<BTreeSet<u64>> = texts.iter().map(|text| shingles(text)).collect();
    together(&shingles)
        .into_iter()
        .filter_map(|((a, b), count)| {
            let smaller = shingles[a].len().min(shingles[b].len()).max(1);
            let share = count as f64 / smaller as f64;
            let enough = count >= SHINGLES || (share > 0.8 && count >= 8);
            (share >= CONTAINED && enough).then(|| Edge {
                a,
                b,
                reason: format!(
                    "shared wording ({} % of the shorter text)",
                    (share * 100.0).round() as u64
                ),
            })
        })
        .collect()
}

/// Hashes of runs of folded words.
fn shingles(text: &Text<'_>) -> BTreeSet<u64> {
    let words: Vec<&str> = text
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.words)
        .map(|word| word.folded.as_str())
        .collect();
    words
        .windows(SHINGLE)
        .map(|window| {
            // `DefaultHasher::new` has fixed keys: the same words give the same number.
            let mut hasher = DefaultHasher::new();
            window.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}

/// How many keys each pair of documents shares, without looking at pairs that share none.
fn together<K: Ord>(keys: &[BTreeSet<K>]) -> BTreeMap<(usize, usize), usize> {
    let mut holders: BTreeMap<&K, Vec<usize>> = BTreeMap::new();
    for (at, keys) in keys.iter().enumerate() {
        for key in keys {
            holders.entry(key).or_default().push(at);
        }
    }
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for list in holders.into_values() {
        let firsts = if list.len() > CROWD { 1 } else { list.len() };
        for (nth, a) in list.iter().take(firsts).enumerate() {
            for b in &list[nth + 1..] {
                *counts.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    counts.into_iter().collect()
}

/// Pairs with the same names and numbers in the same order.
fn skeletons(texts: &[&Text<'_>]) -> Vec<Edge> {
    let signatures: Vec<Signature> = texts.iter().map(|text| Signature::of(text)).collect();
    in_order(texts, &signatures, 4, copies, "names and numbers")
}

/// Most sentences of an item that is told by its course alone.
const SHORT: usize = 14;

/// Pairs of short items that tell the same things in the same order.
fn courses(texts: &[&Text<'_>]) -> Vec<Edge> {
    let short: Vec<usize> = (0..texts.len())
        .filter(|at| (4..=SHORT).contains(&texts[*at].sentences.len()))
        .collect();
    let items: Vec<&Text<'_>> = short.iter().map(|at| texts[*at]).collect();
    let signatures: Vec<Signature> = items.iter().map(|text| Signature::rich(text)).collect();
    let found = in_order(
        &items,
        &signatures,
        6,
        retold,
        "names, numbers, things and deeds",
    );
    let back = |edge: Edge| Edge {
        a: short[edge.a],
        b: short[edge.b],
        ..edge
    };
    found.into_iter().map(back).collect()
}

/// Pairs whose signatures share at least `least` rare anchors and satisfy `wanted` when lined up.
fn in_order(
    texts: &[&Text<'_>],
    signatures: &[Signature],
    least: usize,
    wanted: fn(&Shared) -> bool,
    what: &str,
) -> Vec<Edge> {
    let mut holders: BTreeMap<&String, usize> = BTreeMap::new();
    for anchor in signatures.iter().flat_map(|signature| &signature.anchors) {
        *holders.entry(anchor).or_default() += 1;
    }
    // Only rare anchors find pairs; all of them are lined up then.
    let rare: Vec<BTreeSet<&String>> = signatures
        .iter()
        .map(|signature| {
            signature
                .anchors
                .iter()
                .filter(|anchor| holders[anchor] <= CROWD)
                .collect()
        })
        .collect();
    together(&rare)
        .into_iter()
        .filter(|((a, b), count)| *count >= least && near(texts[*a], texts[*b]))
        .filter_map(|((a, b), _)| {
            let found = shared(&signatures[a], &signatures[b]);
            wanted(&found).then(|| Edge {
                a,
                b,
                reason: format!("the same {} {what} in the same order", found.ordered),
            })
        })
        .collect()
}

/// Whether short items follow one course: two thirds of what the shorter one has, in one order.
fn retold(found: &Shared) -> bool {
    found.ordered >= 9 && found.ordered * 100 >= found.shorter * 66
}

/// Whether so much in one order can only be a copy: two thirds of the shorter text's anchors, numbers among them.
fn copies(found: &Shared) -> bool {
    found.ordered >= 12 && found.numbers >= 3 && found.ordered * 100 >= found.shorter * 62
}

/// Whether two documents appeared within a few weeks; undated ones may have.
fn near(a: &Text<'_>, b: &Text<'_>) -> bool {
    let day = |text: &Text<'_>| {
        text.document.date.map(|date| {
            i32::from(date.year()) * 372
                + date.month().map_or(186, |m| i32::from(m) * 31)
                + date.day().map_or(15, i32::from)
        })
    };
    match (day(a), day(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= DAYS,
        _ => true,
    }
}

/// Documents that name another's publisher and tell mostly what stands there.
///
/// Either most attributed claims name it, or it is named at all and over half of the names and numbers told stand in it.
fn named(texts: &[&Text<'_>], resolution: &Resolution) -> Vec<Edge> {
    let names: BTreeMap<&EntityId, &str> = resolution
        .entities
        .iter()
        .map(|e| (&e.id, e.name.as_str()))
        .collect();
    let mut by_publisher: BTreeMap<BTreeSet<String>, Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let key = text
            .document
            .publisher
            .as_deref()
            .map(publisher_key)
            .unwrap_or_default();
        if key.len() >= 2 {
            by_publisher.entry(key).or_default().push(at);
        }
    }
    let signatures: Vec<Signature> = texts.iter().map(|text| Signature::of(text)).collect();
    let mut edges = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let own = text
            .document
            .publisher
            .as_deref()
            .map(publisher_key)
            .unwrap_or_default();
        let told = told_by(text, &names, resolution);
        for (key, holders) in by_publisher.iter().filter(|(key, _)| **key != own) {
            let by_it = told.iter().filter(|source| key.is_subset(source)).count();
            let mostly = by_it >= 2 && by_it * 10 >= told.len() * 6;
            let earlier = holders.iter().copied().filter(|other| {
                *other != at && when(texts[*other]) < when(text) && near(texts[*other], text)
            });
            let best = earlier
                .map(|other| {
                    (
                        overlap(&signatures[at], &signatures[other]),
                        std::cmp::Reverse(other),
                    )
                })
                .max();
            let Some((common, std::cmp::Reverse(other))) = best else {
                continue;
            };
            let anchors = signatures[at].anchors.len();
            let retold =
                common >= 6 && common * 2 >= anchors && (by_it > 0 || names_publisher(text, key));
            if (mostly && common >= 4) || retold {
                edges.push(Edge {
                    a: other.min(at),
                    b: other.max(at),
                    reason: "names it as its source".to_owned(),
                });
            }
        }
    }
    edges
}

/// How many anchors two signatures share, in any order.
fn overlap(a: &Signature, b: &Signature) -> usize {
    let held: BTreeSet<&String> = a.anchors.iter().collect();
    b.anchors
        .iter()
        .filter(|anchor| held.contains(anchor))
        .count()
}

/// The sources of a document's attributed claims, each with its chain, as keys of publishers.
fn told_by(
    text: &Text<'_>,
    names: &BTreeMap<&EntityId, &str>,
    resolution: &Resolution,
) -> Vec<BTreeSet<String>> {
    let mut told = Vec::new();
    for claim in text.facts.iter().flat_map(|facts| &facts.claims) {
        let Source::Named { span } = &claim.source else {
            continue;
        };
        let part = text.document.parts.get(claim.part);
        let spans = std::iter::once(span).chain(&claim.chain);
        let mut key: BTreeSet<String> = spans
            .filter_map(|span| part.and_then(|part| span.of(&part.text)))
            .flat_map(publisher_key)
            .collect();
        let entity = resolution
            .of_claim
            .get(claim.id())
            .and_then(|id| names.get(id));
        key.extend(entity.into_iter().flat_map(|name| publisher_key(name)));
        told.push(key);
    }
    told
}

/// Whether a sentence of the text names a publisher.
fn names_publisher(text: &Text<'_>, key: &BTreeSet<String>) -> bool {
    text.sentences.iter().any(|sentence| {
        let held: BTreeSet<String> = sentence
            .words
            .iter()
            .filter_map(|word| key_of(&word.folded))
            .collect();
        key.is_subset(&held)
    })
}

/// A publisher's name across languages: common words by their concept, the rest folded, without small words.
fn publisher_key(name: &str) -> BTreeSet<String> {
    tokens(name)
        .iter()
        .filter_map(|word| key_of(word))
        .collect()
}

/// One word of such a name. Whose ministry it is need not be said at home.
fn key_of(word: &str) -> Option<String> {
    if word.chars().count() < 2 || lexicon::is_stop(word) {
        return None;
    }
    match lexicon::concepts(word).next() {
        Some(concept) if lexicon::is_country(concept) => None,
        Some(concept) => Some(format!("@{concept}")),
        None => Some(name_key(word)),
    }
}
