//! Reads the data files (AMPL) of the published interdiction model with restructuring.

use anyhow::{Context as _, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A node of the data; numbers from 1. The source and the sink are not among them.
pub(super) type Node = u16;
/// An arc between two of them.
pub(super) type Arc = (Node, Node);

/// One network with everything that the model says of it.
pub(super) struct Data {
    /// Nodes in all; those above `original` are not there yet.
    pub(super) nodes: Node,
    pub(super) original: Node,
    pub(super) traffickers: Vec<Node>,
    pub(super) bottoms: Vec<Node>,
    /// Capacity of each arc that is there.
    pub(super) arcs: BTreeMap<Arc, u32>,
    /// Who can be reached from the source, and from whom the sink can be.
    pub(super) sources: BTreeSet<Node>,
    pub(super) sinks: BTreeMap<Node, u32>,
    /// How much a node can carry.
    pub(super) carries: BTreeMap<Node, u32>,
    /// Arcs that can be built below somebody who lost a subordinate: what each costs.
    pub(super) below: BTreeMap<Arc, u32>,
    /// Arcs that can be built above somebody who lost a trafficker.
    pub(super) above: BTreeMap<Arc, u32>,
    /// Who can become active, promoted or as a replacement, and what that costs.
    pub(super) enters: BTreeMap<Node, u32>,
    /// What a promoted victim carries more.
    pub(super) more: BTreeMap<Node, u32>,
    pub(super) replaces_trafficker: Vec<Arc>,
    pub(super) replaces_bottom: Vec<Arc>,
    /// What it costs to take somebody out.
    pub(super) price: BTreeMap<Node, u32>,
}

/// What stands between `set|param NAME ... :=` and the semicolon, split at white space.
struct Blocks<'t>(BTreeMap<&'t str, Vec<&'t str>>);

impl<'t> Blocks<'t> {
    fn read(text: &'t str) -> Self {
        let blocks = text.split(';').filter_map(|block| {
            let (head, body) = block.split_once(":=")?;
            let name = head
                .split_whitespace()
                .map(|word| word.trim_end_matches(':'))
                .find(|word| !word.is_empty() && !["set", "param"].contains(word))?;
            Some((name, body.split_whitespace().collect()))
        });
        Self(blocks.collect())
    }

    fn get(&self, name: &str) -> anyhow::Result<&[&'t str]> {
        let found = self.0.get(name);
        found
            .map(Vec::as_slice)
            .with_context(|| format!("no {name}"))
    }

    fn number(&self, name: &str) -> anyhow::Result<Node> {
        let word = self.get(name)?.first().context("empty")?;
        word.parse().with_context(|| format!("{name}: {word}"))
    }

    fn nodes(&self, name: &str) -> anyhow::Result<Vec<Node>> {
        let words = self.get(name)?.iter();
        words.map(|word| Ok(word.parse()?)).collect()
    }

    /// Rows of a table, `width` words each.
    fn rows(&self, name: &str, width: usize) -> anyhow::Result<Vec<&[&'t str]>> {
        let words = self.get(name)?;
        ensure!(words.len().is_multiple_of(width), "{name}: no whole rows");
        Ok(words.chunks(width).collect())
    }

    fn arcs(&self, name: &str) -> anyhow::Result<Vec<Arc>> {
        let rows = self.rows(name, 2)?.into_iter();
        rows.map(|row| Ok((row[0].parse()?, row[1].parse()?)))
            .collect()
    }

    /// A table of a node and a number, which stand at `places` of each row.
    fn numbers(
        &self,
        name: &str,
        width: usize,
        (key, value): (usize, usize),
    ) -> anyhow::Result<BTreeMap<Node, u32>> {
        let rows = self.rows(name, width)?.into_iter();
        rows.map(|row| Ok((row[key].parse()?, row[value].parse()?)))
            .collect()
    }
}

impl Data {
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let blocks = Blocks::read(text);
        let source = *blocks.get("source")?.first().context("no source")?;
        let sink = *blocks.get("sink")?.first().context("no sink")?;
        let (mut arcs, mut sources, mut sinks) =
            (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        for row in blocks.rows("ARCS", 3)? {
            let cap = row[2].parse()?;
            if row[0] == source {
                sources.insert(row[1].parse()?);
            } else if row[1] == sink {
                sinks.insert(row[0].parse()?, cap);
            } else {
                arcs.insert((row[0].parse()?, row[1].parse()?), cap);
            }
        }
        let (mut below, mut enters) = (BTreeMap::new(), BTreeMap::new());
        for row in blocks.rows("ARCSnewOut", 4)? {
            if row[0] == source {
                enters.insert(row[1].parse()?, row[3].parse()?);
            } else {
                below.insert((row[0].parse()?, row[1].parse()?), row[3].parse()?);
            }
        }
        let mut above = BTreeMap::new();
        for row in blocks.rows("ARCSnewIn", 3)? {
            above.insert((row[0].parse()?, row[1].parse()?), row[2].parse()?);
        }
        let it = Self {
            nodes: blocks.number("numNodes")?,
            original: blocks.number("numNodesOrig")?,
            traffickers: blocks.nodes("trafficker")?,
            bottoms: blocks.nodes("bottoms")?,
            arcs,
            sources,
            sinks,
            carries: blocks.numbers("SPLIT", 3, (0, 2))?,
            below,
            above,
            enters,
            more: blocks.numbers("nodecapInc", 2, (0, 1))?,
            replaces_trafficker: blocks.arcs("replaceTrafficker")?,
            replaces_bottom: blocks.arcs("replaceBottom")?,
            price: blocks.numbers("r", 2, (0, 1))?,
        };
        for one in it.bottoms.iter().chain(it.more.keys()) {
            let above = it.traffickers.iter();
            let above = above.filter(|above| it.arcs.contains_key(&(**above, *one)));
            // What they build is paid for by the one above them; two budgets for one arc are not provided for.
            ensure!(above.count() <= 1, "{one} has two traffickers");
        }
        for (one, price) in &it.price {
            let above = it.traffickers.iter();
            let above = above.filter(|above| it.arcs.contains_key(&(**above, *one)));
            let less = if it.bottoms.contains(one) { 3 } else { 1 };
            // Whoever is taken out never makes the others cheaper by more than the own price: the exact search counts on it.
            ensure!(
                above.count() as u64 * less <= u64::from(*price),
                "{one} pays for itself"
            );
        }
        Ok(it)
    }

    /// What a plan costs: whoever lost bottoms or victims is cheaper to prosecute, down to 4 (the model's `adjCost`).
    pub(super) fn cost(&self, gone: &BTreeSet<Node>) -> u32 {
        let one = |node: &Node| {
            let price = self.price.get(node).copied().unwrap_or(0);
            if !self.traffickers.contains(node) {
                return price;
            }
            let helped = gone
                .iter()
                .filter(|it| self.arcs.contains_key(&(*node, **it)));
            let less: u32 = helped
                .map(|it| if self.bottoms.contains(it) { 3 } else { 1 })
                .sum();
            price.saturating_sub(less).max(4)
        };
        gone.iter().map(one).sum()
    }
}
