//! What survives when every word of a report is replaced or translated: its names and numbers, in their order.

use super::lexicon;
use super::text::Text;
use crate::fold::skeleton;
use std::collections::{BTreeMap, BTreeSet};

/// Names and numbers of a text, each once, in the order of their first appearance.
pub(super) struct Signature {
    /// Hashes would do; words are kept so that tests can be read.
    pub(super) anchors: Vec<String>,
}

impl Signature {
    /// The signature of a text. A word counts as a name where it has a capital letter inside a sentence.
    pub(super) fn of(text: &Text<'_>) -> Self {
        Self::made(text, false)
    }

    /// The same with every common thing and deed that the lexicon knows: what a short item has instead of names.
    pub(super) fn rich(text: &Text<'_>) -> Self {
        Self::made(text, true)
    }

    fn made(text: &Text<'_>, rich: bool) -> Self {
        let named: BTreeSet<String> = text
            .sentences
            .iter()
            .flat_map(|sentence| sentence.words.iter().skip(1))
            .filter(|word| word.capital)
            .map(|word| skeleton(&word.folded))
            .collect();
        let mut seen = BTreeSet::new();
        let mut anchors = Vec::new();
        for word in text.sentences.iter().flat_map(|sentence| &sentence.words) {
            let concept = lexicon::concepts(&word.folded).next();
            let anchor = if let Some(number) = lexicon::number(&word.folded) {
                number.to_string()
            } else if let Some(concept) = concept {
                // Months, countries and cities are spelled differently in each language.
                let telling = lexicon::is_month(concept) || lexicon::is_country(concept);
                if !(rich || word.capital || telling) {
                    continue;
                }
                format!("@{concept}")
            } else {
                let bones = skeleton(&word.folded);
                let name = word.capital && bones.len() >= 2 && named.contains(&bones);
                if !name || lexicon::is_stop(&word.folded) {
                    continue;
                }
                bones
            };
            if seen.insert(anchor.clone()) {
                anchors.push(anchor);
            }
        }
        Self { anchors }
    }
}

/// What two signatures share.
pub(super) struct Shared {
    /// Anchors that stand in both in the same order.
    pub(super) ordered: usize,
    /// Numbers among them.
    pub(super) numbers: usize,
    /// Anchors of the shorter.
    pub(super) shorter: usize,
}

/// Lines two signatures up: the longest run of anchors in one order.
pub(super) fn shared(a: &Signature, b: &Signature) -> Shared {
    let at: BTreeMap<&String, usize> = b
        .anchors
        .iter()
        .enumerate()
        .map(|(at, anchor)| (anchor, at))
        .collect();
    let common: Vec<(usize, bool)> = a
        .anchors
        .iter()
        .filter_map(|anchor| {
            Some((
                *at.get(anchor)?,
                anchor.starts_with(|l: char| l.is_ascii_digit()),
            ))
        })
        .collect();
    // Longest increasing subsequence by patience, with links back so that its numbers can be counted.
    let mut piles: Vec<usize> = Vec::new();
    let mut back: Vec<Option<usize>> = vec![None; common.len()];
    for (index, (value, _)) in common.iter().enumerate() {
        let pile = piles.partition_point(|top| common[*top].0 < *value);
        back[index] = pile.checked_sub(1).map(|before| piles[before]);
        if pile == piles.len() {
            piles.push(index);
        } else {
            piles[pile] = index;
        }
    }
    let mut numbers = 0;
    let mut last = piles.last().copied();
    while let Some(index) = last {
        numbers += usize::from(common[index].1);
        last = back[index];
    }
    Shared {
        ordered: piles.len(),
        numbers,
        shorter: a.anchors.len().min(b.anchors.len()),
    }
}
