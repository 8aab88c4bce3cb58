//! Groups of nodes under constraints: what was judged not to be the same never ends in one group.

use std::collections::{BTreeMap, BTreeSet};

/// Disjoint sets with reasons and with pairs that must stay apart.
pub(super) struct Groups {
    parent: Vec<usize>,
    /// Groups (by root) that must stay apart from this one.
    apart: BTreeMap<usize, BTreeSet<usize>>,
    reasons: BTreeMap<usize, BTreeSet<String>>,
}

impl Groups {
    /// Every node by itself.
    pub(super) fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
            apart: BTreeMap::new(),
            reasons: BTreeMap::new(),
        }
    }

    /// The representative of a node's group: its smallest node.
    pub(super) fn root(&mut self, node: usize) -> usize {
        let mut at = node;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Whether the two are in one group.
    pub(super) fn together(&mut self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    /// Whether anything must stay apart at all.
    pub(super) fn has_bars(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Whether the two must stay apart.
    pub(super) fn barred(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        self.apart.get(&a).is_some_and(|others| others.contains(&b))
    }

    /// Takes two groups together, unless they must stay apart. Whether they are together now.
    pub(super) fn join(&mut self, a: usize, b: usize, reason: &str) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return true;
        }
        if self.barred(a, b) {
            return false;
        }
        let (keep, gone) = (a.min(b), a.max(b));
        self.parent[gone] = keep;
        let others = self.apart.remove(&gone).unwrap_or_default();
        for other in &others {
            if let Some(set) = self.apart.get_mut(other) {
                set.remove(&gone);
                set.insert(keep);
            }
        }
        if !others.is_empty() {
            self.apart.entry(keep).or_default().extend(others);
        }
        let reasons = self.reasons.remove(&gone).unwrap_or_default();
        let kept = self.reasons.entry(keep).or_default();
        kept.extend(reasons);
        if !reason.is_empty() {
            kept.insert(reason.to_owned());
        }
        true
    }

    /// Keeps two groups apart for good. False if they are one group already.
    pub(super) fn bar(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return false;
        }
        self.apart.entry(a).or_default().insert(b);
        self.apart.entry(b).or_default().insert(a);
        true
    }

    /// Says something about a group without changing it.
    pub(super) fn note(&mut self, node: usize, reason: &str) {
        let root = self.root(node);
        self.reasons
            .entry(root)
            .or_default()
            .insert(reason.to_owned());
    }

    /// Why a group was taken together, sorted.
    pub(super) fn reasons(&mut self, node: usize) -> Vec<String> {
        let root = self.root(node);
        self.reasons
            .get(&root)
            .map(|set| set.iter().cloned().collect())
            .unwrap_or_default()
    }

    /// All groups, each sorted, by their smallest node.
    pub(super) fn all(&mut self) -> Vec<Vec<usize>> {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for node in 0..self.parent.len() {
            let root = self.root(node);
            found.entry(root).or_default().push(node);
        }
        found.into_values().collect()
    }
}
