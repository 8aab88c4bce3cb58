//! Claims by what they are about, and which pairs of them are worth holding against each other.

use super::frame::Feature;
use super::said::{Said, said};
use super::text::Case;
use super::who::Who;
use model::{ClaimId, DocumentId, EntityId, Origin, Place, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// All claims that state something, by date, document and place.
pub(super) struct Claims<'a> {
    pub(super) all: Vec<Said<'a>>,
    by_document: BTreeMap<&'a DocumentId, Vec<usize>>,
    who: BTreeMap<&'a EntityId, Who>,
    /// Of every feature, in their order: its weight, and whether it is a stem of one language.
    weights: Vec<(f64, bool)>,
    /// Of every claim, the numbers of its features, in their order.
    features: Vec<Vec<usize>>,
    /// The names told in each document, without those that stand everywhere.
    names: BTreeMap<&'a DocumentId, BTreeSet<usize>>,
}

/// Two claims, earlier first, with how much of what they are about they share.
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    /// Dice coefficient over the weighted features, numbers left out; 0 to 1.
    pub(super) alike: f64,
    /// How many features they share.
    pub(super) shared: usize,
}

/// Features in more claims than this find no pairs: they are too common to say anything.
const COMMON: usize = 60;

/// Under this, two claims are not looked at.
const WORTH: f64 = 0.3;

impl<'a> Claims<'a> {
    pub(super) fn new(case: &Case<'a>, origins: &[Origin], resolution: &'a Resolution) -> Self {
        let mut of_document: BTreeMap<&DocumentId, usize> = BTreeMap::new();
        for (at, origin) in origins.iter().enumerate() {
            of_document.extend(origin.documents.iter().map(|document| (document, at)));
        }
        let facts = case.texts.iter().filter_map(|text| text.facts);
        let mut all: Vec<Said<'a>> = Vec::with_capacity(facts.map(|it| it.claims.len()).sum());
        for text in &case.texts {
            let origin = of_document.get(&text.document.id).copied();
            all.extend(said(text, origin, resolution));
        }
        all.sort_by_cached_key(|said| {
            (
                said.date.is_none(),
                said.date,
                said.claim.place(),
                said.claim.id().clone(),
            )
        });
        let (weights, features) = weights(&all);
        for (said, features) in all.iter_mut().zip(&features) {
            for (weight, stem) in features.iter().filter_map(|feature| weights.get(*feature)) {
                said.weight.0 += weight;
                if !stem {
                    said.weight.1 += weight;
                }
            }
        }
        let mut by_document: BTreeMap<&DocumentId, Vec<usize>> = BTreeMap::new();
        for (at, said) in all.iter().enumerate() {
            by_document
                .entry(&said.claim.document)
                .or_default()
                .push(at);
        }
        let names = names(&all, &features);
        let entities = resolution.entities.iter();
        let who = entities
            .map(|entity| (&entity.id, Who::of(entity)))
            .collect();
        Self {
            all,
            by_document,
            who,
            weights,
            features,
            names,
        }
    }

    /// Whether the documents of two claims tell of the same people or places within two weeks.
    pub(super) fn one_story(&self, a: &Said<'_>, b: &Said<'_>) -> bool {
        let of = |said: &Said<'_>| self.names.get(&said.claim.document);
        let shared = of(a)
            .zip(of(b))
            .map_or(0, |(here, there)| here.intersection(there).count());
        shared >= 2 && a.days_between(b).is_none_or(|days| days <= 14)
    }

    /// Everybody whom a claim goes through: as he is known in the whole case, and as the text words him.
    pub(super) fn whos(&self, said: &Said<'_>) -> Vec<Who> {
        let known = said.source.and_then(|source| self.who.get(source));
        let mut whos: Vec<Who> = known.cloned().into_iter().collect();
        for (at, words) in said.sources.iter().enumerate() {
            let last = at + 1 == said.sources.len();
            let who = Who::worded(words, known.filter(|_| last));
            // Who is known needs no other description than of the body he speaks for.
            if known.is_none() || !last || who.is_body() {
                whos.push(who);
            }
        }
        whos
    }

    /// Pairs of claims that share rare features, of different documents or by different sources.
    pub(super) fn pairs(&self) -> Vec<Pair> {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); self.weights.len()];
        for (at, features) in self.features.iter().enumerate() {
            for feature in features {
                holders[*feature].push(at);
            }
        }
        let mut numbers: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, said) in self.all.iter().enumerate() {
            for value in said.telling() {
                numbers.entry(value).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        let mut met: Vec<usize> = vec![usize::MAX; self.all.len()];
        let mut weighed = met.clone();
        for (a, said) in self.all.iter().enumerate() {
            let by_feature = self.features[a].iter().map(|feature| &holders[*feature]);
            let telling = said.telling();
            let by_number = telling.iter().filter_map(|value| numbers.get(value));
            let lists = by_feature
                .map(|list| (list, WORTH))
                .chain(by_number.map(|list| (list, 0.0)));
            for (list, worth) in lists.filter(|(list, _)| list.len() <= COMMON) {
                let from = list.partition_point(|at| *at <= a);
                for &b in &list[from..] {
                    // One that shares too little may still share a number.
                    if met[b] == a || worth > 0.0 && weighed[b] == a {
                        continue;
                    }
                    let pair = self.pair(a, b, worth);
                    weighed[b] = a;
                    if pair.is_some() || worth <= 0.0 {
                        met[b] = a;
                    }
                    pairs.extend(pair);
                }
            }
        }
        pairs
    }

    /// The two held against each other, if they share at least this much.
    fn pair(&self, a: usize, b: usize, worth: f64) -> Option<Pair> {
        let (left, right) = (&self.all[a], &self.all[b]);
        let same = left.claim.document == right.claim.document;
        let nested = same
            && left.claim.part == right.claim.part
            && left.claim.place().span.overlaps(right.claim.place().span);
        if nested {
            return None;
        }
        let one_language = left.language == right.language;
        let (mut both, mut shared) = (0.0, 0);
        for (weight, stem) in common(&self.features[a], &self.features[b])
            .filter_map(|feature| self.weights.get(feature))
        {
            if one_language || !stem {
                both += weight;
                shared += 1;
            }
        }
        let total = if one_language {
            left.weight.0 + right.weight.0
        } else {
            left.weight.1 + right.weight.1
        };
        // A number in common, one origin or a denial is reason enough to look closer.
        let closer = worth <= 0.0
            || left.denied() != right.denied()
            || left.frame.by_self != right.frame.by_self
            || (left.origin.is_some() && left.origin == right.origin);
        if shared == 0 || (shared < 2 && !closer) || total <= 0.0 {
            return None;
        }
        let alike = 2.0 * both / total;
        (alike >= worth || closer).then_some(Pair {
            a,
            b,
            alike,
            shared,
        })
    }

    /// The claims of a document.
    pub(super) fn of_document(&self, document: &'a DocumentId) -> impl Iterator<Item = usize> {
        let held = self.by_document.get(document);
        held.into_iter().flatten().copied()
    }

    /// Identifiers of a pair, the earlier first.
    pub(super) fn ids(&self, a: usize, b: usize) -> Vec<ClaimId> {
        vec![
            self.all[a].claim.id().clone(),
            self.all[b].claim.id().clone(),
        ]
    }

    /// Places of a pair, the earlier first.
    pub(super) fn places(&self, a: usize, b: usize) -> Vec<Place> {
        vec![self.all[a].claim.place(), self.all[b].claim.place()]
    }
}

/// What two rising rows of numbers have in common, in their order.
fn common<'a>(left: &'a [usize], right: &'a [usize]) -> impl Iterator<Item = usize> + use<'a> {
    let mut rest = right;
    left.iter().copied().filter(move |feature| {
        let at = rest.iter().position(|other| other >= feature);
        rest = at.and_then(|at| rest.get(at..)).unwrap_or_default();
        rest.first() == Some(feature)
    })
}

/// The rarer a feature, the more it says: ln((n + 1) / holders). And the features of each claim, by number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of claims are far below 2^52"
)]
fn weights(all: &[Said<'_>]) -> (Vec<(f64, bool)>, Vec<Vec<usize>>) {
    let mut holders: BTreeMap<&Feature, (usize, usize)> = BTreeMap::new();
    for feature in all.iter().flat_map(|said| &said.frame.features) {
        holders.entry(feature).or_default().1 += 1;
    }
    for (number, held) in holders.values_mut().enumerate() {
        held.0 = number;
    }
    let numbered = |said: &Said<'_>| {
        let features = said.frame.features.iter();
        features
            .filter_map(|feature| holders.get(feature).map(|(number, _)| *number))
            .collect()
    };
    let features = all.iter().map(numbered).collect();
    // With few claims everything is common; then all features count alike.
    let n = (all.len() + 1).max(200) as f64;
    let weights = holders
        .iter()
        .map(|(feature, (_, held))| {
            let weight = crate::exact::ln(n / *held as f64).max(0.1);
            (weight, matches!(feature, Feature::Stem(_)))
        })
        .collect();
    (weights, features)
}

/// The names of each document, by number; those that more than a tenth of the documents tell, and more than eight, say nothing.
fn names<'a>(
    all: &[Said<'a>],
    features: &[Vec<usize>],
) -> BTreeMap<&'a DocumentId, BTreeSet<usize>> {
    let mut names: BTreeMap<&DocumentId, BTreeSet<usize>> = BTreeMap::new();
    let mut holders: BTreeMap<usize, usize> = BTreeMap::new();
    for (said, numbers) in all.iter().zip(features) {
        let held = names.entry(&said.claim.document).or_default();
        for (feature, number) in said.frame.features.iter().zip(numbers) {
            if matches!(feature, Feature::Name(_)) && held.insert(*number) {
                *holders.entry(*number).or_default() += 1;
            }
        }
    }
    let most = (names.len() / 10).max(8);
    for held in names.values_mut() {
        held.retain(|number| holders.get(number).is_some_and(|held| *held <= most));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_share_what_stands_in_both() {
        let of = |a: &[usize], b: &[usize]| common(a, b).collect::<Vec<_>>();
        assert_eq!(of(&[1, 3, 5, 9], &[0, 3, 4, 9, 10]), [3, 9]);
        assert_eq!(of(&[2, 4], &[]), Vec::<usize>::new());
        assert_eq!(of(&[7], &[1, 2]), Vec::<usize>::new());
    }
}
