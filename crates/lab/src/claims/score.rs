//! Scores found claims against the adjudicated ones.
//!
//! As in `lab polnear`: a gold claim is found if at least half of its content lies in that of one found
//! claim and the sources overlap (or neither is named); a found claim is right likewise. Labels are
//! compared over pairs in which half of one content lies in the other, each claim used once.

use super::agree::same_chain;
use super::claim::Claim;
use super::figures::{Labels, Rates, percent};
use super::{pairs, spans};
use model::Polarity;

/// Counts over documents.
#[derive(Default)]
pub(crate) struct Card {
    documents: usize,
    /// All claims, those with quotation marks in their content, the others.
    claims: [Rates; 3],
    spans: spans::Table,
    /// Claims with polarity denied: found and denied on both sides.
    denials: Rates,
    certainty: Labels,
    polarity: Labels,
    kind: Labels,
    chain: Labels,
    time: Rates,
}

/// What one document was scored with.
pub(crate) struct Outcome {
    /// For each gold claim whether it was found.
    pub(crate) found: Vec<bool>,
    /// For each found claim whether it is right; none if only an optional claim meets it.
    pub(crate) right: Vec<Option<bool>>,
}

/// Which gold claims are found, which found claims are right.
pub(crate) fn outcome(text: &str, gold: &[Claim], found: &[Claim]) -> Outcome {
    let right = |claim: &Claim, optional: bool| {
        gold.iter().any(|gold| {
            gold.optional == optional
                && pairs::same_source(text, gold, claim)
                && pairs::covered(&claim.content, &gold.content)
        })
    };
    Outcome {
        found: gold
            .iter()
            .map(|gold| {
                found.iter().any(|claim| {
                    pairs::same_source(text, gold, claim)
                        && pairs::covered(&gold.content, &claim.content)
                })
            })
            .collect(),
        right: found
            .iter()
            .map(|claim| {
                let wanted = right(claim, false);
                (wanted || !right(claim, true)).then_some(wanted)
            })
            .collect(),
    }
}

/// Whether a content has a quotation mark in it.
fn is_quoted(text: &str, claim: &Claim) -> bool {
    claim.content.iter().any(|span| {
        let words = span.of(text).unwrap_or_default();
        words.contains(['"', '“', '”', '«', '»', '„'])
    })
}

impl Card {
    /// Scores one document. Plain sentences of the publisher or a speaker count on neither side.
    pub(crate) fn add(&mut self, text: &str, gold: &[Claim], found: &[Claim]) {
        let found: Vec<Claim> = found
            .iter()
            .filter(|claim| !claim.is_plain())
            .cloned()
            .collect();
        self.documents += 1;
        let outcome = outcome(text, gold, &found);
        for (claim, hit) in gold.iter().zip(&outcome.found) {
            for row in [0, if is_quoted(text, claim) { 1 } else { 2 }] {
                if !claim.optional {
                    self.claims[row].gold(*hit);
                }
            }
        }
        for (claim, right) in found.iter().zip(&outcome.right) {
            for row in [0, if is_quoted(text, claim) { 1 } else { 2 }] {
                if let Some(right) = right {
                    self.claims[row].found(*right);
                }
            }
        }
        spans::add(&mut self.spans, &spans::score(text, gold, &found));
        self.labels(text, gold, &found);
    }

    /// Labels over the pairs, and denials.
    fn labels(&mut self, text: &str, gold: &[Claim], found: &[Claim]) {
        let pairs = pairs::pairs(gold, found, |a, b| pairs::meets(text, a, b));
        for (left, right) in &pairs {
            let (gold, found) = (&gold[*left], &found[*right]);
            self.certainty
                .add(gold.certainty.as_str(), found.certainty.as_str());
            self.polarity
                .add(gold.polarity.as_str(), found.polarity.as_str());
            self.kind.add(gold.kind.as_str(), found.kind.as_str());
            let same = if same_chain(gold, found) {
                "same"
            } else {
                "other"
            };
            self.chain.add("same", same);
            if gold.time.is_some() {
                self.time.gold(gold.time == found.time);
            }
            if found.time.is_some() {
                self.time.found(gold.time == found.time);
            }
        }
        let denied = |claim: &Claim| claim.polarity == Polarity::Denied;
        let both = |pair: &&(usize, usize)| denied(&gold[pair.0]) && denied(&found[pair.1]);
        for (at, _) in gold.iter().enumerate().filter(|(_, it)| denied(it)) {
            self.denials
                .gold(pairs.iter().filter(both).any(|pair| pair.0 == at));
        }
        for (at, _) in found.iter().enumerate().filter(|(_, it)| denied(it)) {
            self.denials
                .found(pairs.iter().filter(both).any(|pair| pair.1 == at));
        }
    }

    /// Adds another card.
    pub(crate) fn join(&mut self, other: &Self) {
        self.documents += other.documents;
        for (sum, other) in self.claims.iter_mut().zip(other.claims) {
            sum.add(other);
        }
        spans::add(&mut self.spans, &other.spans);
        self.denials.add(other.denials);
        self.certainty.join(&other.certainty);
        self.polarity.join(&other.polarity);
        self.kind.join(&other.kind);
        self.chain.join(&other.chain);
        self.time.add(other.time);
    }

    /// Claim-level rates: all, with quotation marks, without.
    #[cfg(test)]
    pub(crate) const fn claims(&self) -> [Rates; 3] {
        self.claims
    }

    /// Denials: found and denied on both sides.
    #[cfg(test)]
    pub(crate) const fn denials(&self) -> Rates {
        self.denials
    }

    /// The figures in lines.
    pub(crate) fn lines(&self, name: &str) -> Vec<String> {
        let mut lines = vec![format!("== {name}: {} documents", self.documents)];
        for (name, rates) in ["claims, all", "with quotation marks", "without"]
            .iter()
            .zip(self.claims)
        {
            lines.push(rates.row(name));
        }
        lines.extend(spans::lines(&self.spans));
        lines.push(self.denials.row("denials"));
        lines.push(self.time.row("time, where claims meet"));
        for (name, labels) in [
            ("certainty", &self.certainty),
            ("polarity", &self.polarity),
            ("kind", &self.kind),
        ] {
            lines.push(format!(
                "{name:<26} same {}  macro F1 {}   (gold down, found across)",
                percent(labels.accuracy()),
                percent(labels.macro_f1())
            ));
            lines.extend(labels.table());
        }
        lines.push(format!(
            "{:<26} same {}",
            "chain",
            percent(self.chain.accuracy())
        ));
        lines
    }
}

/// What was missed and what was wrongly found in a document, and how many.
pub(crate) fn errors(text: &str, gold: &[Claim], found: &[Claim]) -> Vec<String> {
    let found: Vec<Claim> = found
        .iter()
        .filter(|claim| !claim.is_plain())
        .cloned()
        .collect();
    let outcome = outcome(text, gold, &found);
    let mut lines = Vec::new();
    for (claim, hit) in gold.iter().zip(&outcome.found) {
        if !hit && !claim.optional {
            lines.push(format!("MISS  {}", claim.show(text)));
        }
    }
    for (claim, right) in found.iter().zip(&outcome.right) {
        if *right == Some(false) {
            lines.push(format!("WRONG {}", claim.show(text)));
        }
    }
    lines
}
