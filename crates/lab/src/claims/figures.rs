//! Figures: precision, recall and F1; agreement beyond chance; tables of labels.

use std::collections::{BTreeMap, BTreeSet};

/// A count as a number to divide.
pub(crate) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

/// What was found of the gold, and what of the found is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rates {
    /// Gold that was found.
    pub(crate) hit: usize,
    /// All gold.
    pub(crate) gold: usize,
    /// Found that is right.
    pub(crate) right: usize,
    /// All found.
    pub(crate) found: usize,
}

impl Rates {
    /// Counts a gold thing.
    pub(crate) fn gold(&mut self, hit: bool) {
        self.gold += 1;
        self.hit += usize::from(hit);
    }

    /// Counts a found thing.
    pub(crate) fn found(&mut self, right: bool) {
        self.found += 1;
        self.right += usize::from(right);
    }

    /// Adds another document's counts.
    pub(crate) fn add(&mut self, other: Self) {
        self.hit += other.hit;
        self.gold += other.gold;
        self.right += other.right;
        self.found += other.found;
    }

    /// Share of the found that is right; none without anything found.
    pub(crate) fn precision(self) -> Option<f64> {
        share(self.right, self.found)
    }

    /// Share of the gold that was found; none without gold.
    pub(crate) fn recall(self) -> Option<f64> {
        share(self.hit, self.gold)
    }

    /// The harmonic mean of both, 0 if only one side has anything; none if neither has.
    pub(crate) fn f1(self) -> Option<f64> {
        if self.gold + self.found == 0 {
            return None;
        }
        let (p, r) = (
            self.precision().unwrap_or(0.0),
            self.recall().unwrap_or(0.0),
        );
        Some(if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        })
    }

    /// One row of a table, in percent.
    pub(crate) fn row(self, name: &str) -> String {
        format!(
            "{name:<26} P {}  R {}  F1 {}   right {}/{}  found {}/{}",
            percent(self.precision()),
            percent(self.recall()),
            percent(self.f1()),
            self.right,
            self.found,
            self.hit,
            self.gold
        )
    }
}

/// A share in percent, a dash where there is none.
pub(crate) fn percent(share: Option<f64>) -> String {
    share.map_or_else(
        || "    -".to_owned(),
        |share| format!("{:5.1}", 100.0 * share),
    )
}

/// How often two sides gave which labels to the same thing: gold (or a) first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels(BTreeMap<(&'static str, &'static str), usize>);

impl Labels {
    /// Counts one thing.
    pub(crate) fn add(&mut self, gold: &'static str, found: &'static str) {
        *self.0.entry((gold, found)).or_default() += 1;
    }

    /// Adds another table.
    pub(crate) fn join(&mut self, other: &Self) {
        for (pair, count) in &other.0 {
            *self.0.entry(*pair).or_default() += count;
        }
    }

    fn sum(&self, wanted: impl Fn(&str, &str) -> bool) -> usize {
        let all = self.0.iter().filter(|((a, b), _)| wanted(a, b));
        all.map(|(_, count)| count).sum()
    }

    fn names(&self) -> BTreeSet<&'static str> {
        self.0.keys().flat_map(|(a, b)| [*a, *b]).collect()
    }

    /// Share of equal labels.
    pub(crate) fn accuracy(&self) -> Option<f64> {
        share(self.sum(|a, b| a == b), self.sum(|_, _| true))
    }

    /// Cohen's kappa (1960): agreement beyond what the two sides' own shares give by chance.
    /// None where chance alone would agree always.
    pub(crate) fn kappa(&self) -> Option<f64> {
        let all = self.sum(|_, _| true);
        let by_chance: f64 = self
            .names()
            .into_iter()
            .filter_map(|name| {
                let a = share(self.sum(|a, _| a == name), all)?;
                Some(a * share(self.sum(|_, b| b == name), all)?)
            })
            .sum();
        let room = 1.0 - by_chance;
        (room > 1e-9).then_some((self.accuracy()? - by_chance) / room)
    }

    /// F1 of one label.
    pub(crate) fn label(&self, name: &str) -> Rates {
        let same = self.sum(|a, b| a == name && b == name);
        Rates {
            hit: same,
            gold: self.sum(|a, _| a == name),
            right: same,
            found: self.sum(|_, b| b == name),
        }
    }

    /// Mean F1 over the labels that the gold has.
    pub(crate) fn macro_f1(&self) -> Option<f64> {
        let scores: Vec<f64> = self
            .names()
            .into_iter()
            .map(|name| self.label(name))
            .filter(|rates| rates.gold > 0)
            .filter_map(Rates::f1)
            .collect();
        (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / float(scores.len()))
    }

    /// The table: gold (or a) down, found (or b) across, F1 at the end.
    pub(crate) fn table(&self) -> Vec<String> {
        let names = self.names();
        let mut head = format!("  {:<12}", "");
        for name in &names {
            head.extend([format!("{name:>10}")]);
        }
        let mut lines = vec![head + "        F1"];
        for gold in &names {
            let mut line = format!("  {gold:<12}");
            for found in &names {
                let count = self.0.get(&(*gold, *found)).copied().unwrap_or(0);
                line.extend([format!("{count:>10}")]);
            }
            lines.push(format!("{line}     {}", percent(self.label(gold).f1())));
        }
        lines
    }
}
