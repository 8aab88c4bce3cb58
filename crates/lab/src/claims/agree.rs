//! Agreement of two annotations of the same documents.
//!
//! Two claims are the same if their sources overlap, or neither is named, and half of either content
//! lies in the other. Labels are compared over the claims that are the same.

use super::claim::Claim;
use super::figures::{Labels, Rates, percent};
use super::{pairs, spans};

/// Counts over documents.
#[derive(Default)]
pub(crate) struct Agreement {
    documents: usize,
    claims: Rates,
    spans: spans::Table,
    certainty: Labels,
    polarity: Labels,
    kind: Labels,
    /// Same chain (as many sources, each overlapping), same time; gold is a.
    chain: Labels,
    time: Labels,
}

impl Agreement {
    /// Counts one document: annotation a, annotation b.
    pub(crate) fn add(&mut self, text: &str, a: &[Claim], b: &[Claim]) {
        let pairs = pairs::pairs(a, b, |a, b| pairs::alike(text, a, b));
        self.documents += 1;
        // What one side left out as optional is no disagreement.
        for (at, claim) in a.iter().enumerate() {
            let same = pairs.iter().any(|pair| pair.0 == at);
            if same || !claim.optional {
                self.claims.gold(same);
            }
        }
        for (at, claim) in b.iter().enumerate() {
            let same = pairs.iter().any(|pair| pair.1 == at);
            if same || !claim.optional {
                self.claims.found(same);
            }
        }
        spans::add(&mut self.spans, &spans::score(text, a, b));
        for (left, right) in pairs {
            let (a, b) = (&a[left], &b[right]);
            self.certainty
                .add(a.certainty.as_str(), b.certainty.as_str());
            self.polarity.add(a.polarity.as_str(), b.polarity.as_str());
            self.kind.add(a.kind.as_str(), b.kind.as_str());
            let same = if same_chain(a, b) { "same" } else { "other" };
            self.chain.add("same", same);
            let same = if a.time == b.time { "same" } else { "other" };
            self.time.add("same", same);
        }
    }

    /// Adds another count.
    pub(crate) fn join(&mut self, other: &Self) {
        self.documents += other.documents;
        self.claims.add(other.claims);
        spans::add(&mut self.spans, &other.spans);
        self.certainty.join(&other.certainty);
        self.polarity.join(&other.polarity);
        self.kind.join(&other.kind);
        self.chain.join(&other.chain);
        self.time.join(&other.time);
    }

    /// The figures in lines.
    pub(crate) fn lines(&self, name: &str) -> Vec<String> {
        let mut lines = vec![
            format!("== {name}: {} documents annotated twice", self.documents),
            self.claims.row("claims"),
        ];
        lines.extend(spans::lines(&self.spans));
        for (name, labels) in [
            ("certainty", &self.certainty),
            ("polarity", &self.polarity),
            ("kind", &self.kind),
        ] {
            let kappa = labels
                .kappa()
                .map_or_else(|| "-".to_owned(), |kappa| format!("{kappa:.3}"));
            lines.push(format!(
                "{name:<26} same {}  kappa {kappa}",
                percent(labels.accuracy())
            ));
            lines.extend(labels.table());
        }
        for (name, labels) in [("chain", &self.chain), ("time", &self.time)] {
            lines.push(format!("{name:<26} same {}", percent(labels.accuracy())));
        }
        lines
    }
}

/// Whether the chains have as many sources, each overlapping the other side's.
pub(crate) fn same_chain(a: &Claim, b: &Claim) -> bool {
    let mut both = a.chain.iter().zip(&b.chain);
    a.chain.len() == b.chain.len() && both.all(|(a, b)| a.overlaps(*b))
}

/// What only one side has and what both have with other labels, in text order.
pub(crate) fn differences(text: &str, a: &[Claim], b: &[Claim]) -> Vec<String> {
    let pairs = pairs::pairs(a, b, |a, b| pairs::alike(text, a, b));
    let mut lines = Vec::new();
    for (at, claim) in a.iter().enumerate() {
        if pairs.iter().all(|pair| pair.0 != at) {
            let at = claim.content[0].start;
            lines.push((
                at,
                format!("a only, line {}: {}", claim.line, claim.show(text)),
            ));
        }
    }
    for (at, claim) in b.iter().enumerate() {
        if pairs.iter().all(|pair| pair.1 != at) {
            let at = claim.content[0].start;
            lines.push((
                at,
                format!("b only, line {}: {}", claim.line, claim.show(text)),
            ));
        }
    }
    for (left, right) in pairs {
        let (a, b) = (&a[left], &b[right]);
        if a.show(text) != b.show(text) || !same_chain(a, b) || a.time != b.time {
            lines.push((
                a.content[0].start,
                format!(
                    "a line {}: {}\n    b line {}: {}",
                    a.line,
                    a.show(text),
                    b.line,
                    b.show(text)
                ),
            ));
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}
