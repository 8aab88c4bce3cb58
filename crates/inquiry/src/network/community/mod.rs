//! Communities: the Leiden method (Traag, Waltman and van Eck 2019), over one layer or several kept apart.
//!
//! Quality is modularity with a resolution (Reichardt and Bornholdt 2006). Of several layers it is the weighted mean of
//! the modularity of each, with one membership for all (the layer sum of Traag 2019; the limit of Mucha et al. 2010 where
//! copies of a node are tied without end): no layer is flattened into another, a dense one does not drown a thin one.
//!
//! Every community is connected. Nodes are merged greedily in refinement, not at random with a temperature as in the
//! paper (measured on the graphs of the dismantling review, chance reached no more). On the way back from the folded network
//! nodes are moved again at every height (Rotta and Noack 2011), which raises modularity for little time. The same seed
//! gives the same communities on every machine.

mod level;
mod moves;
mod refine;
#[cfg(test)]
mod tests;

use super::csr::Csr;
use super::invalid::Invalid;
use super::random::Random;
use level::Level;

/// How communities are looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// 1 is plain modularity; more gives smaller communities, less gives larger ones. Above 0.
    pub resolution: f64,
    /// At most so many passes, each from the communities of the one before; it ends with the first that gains nothing.
    pub passes: usize,
    /// Seed of the order in which nodes are visited.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            resolution: 1.0,
            passes: 3,
            seed: 1,
        }
    }
}

/// One layer and how much it counts beside the others.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a> {
    /// An undirected graph; all layers have the same nodes.
    pub graph: &'a Csr,
    /// Its share of the quality, before all shares are made to add up to 1. Layers without edges have none.
    pub weight: f64,
}

/// Communities of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Partition {
    /// The community of each node: 0 the largest, then in the order of their first node.
    pub labels: Vec<u32>,
    /// How many there are.
    pub count: usize,
    /// Modularity, or the layers' mean of it, at the resolution asked for.
    pub quality: f64,
}

/// Communities of an undirected graph. The same seed gives the same ones, always.
pub fn leiden(graph: &Csr, settings: &Settings) -> Partition {
    found::<1>(
        &Level::of(&[Layer { graph, weight: 1.0 }], settings.resolution),
        settings,
    )
}

/// Communities of several layers with one membership for all.
///
/// # Errors
/// If there is no layer or more than 64, if their nodes differ in number, or if a weight is negative or not a number.
pub fn leiden_layers(layers: &[Layer<'_>], settings: &Settings) -> Result<Partition, Invalid> {
    let nodes = layers.first().map(|layer| layer.graph.nodes());
    if layers.iter().any(|it| Some(it.graph.nodes()) != nodes) {
        return Err(Invalid::Layers);
    }
    if layers
        .iter()
        .any(|it| !it.weight.is_finite() || it.weight < 0.0)
    {
        return Err(Invalid::Weight);
    }
    let resolution = settings.resolution;
    match layers.len() {
        1 => Ok(found::<1>(&Level::of(layers, resolution), settings)),
        2..=4 => Ok(found::<4>(&Level::of(layers, resolution), settings)),
        5..=16 => Ok(found::<16>(&Level::of(layers, resolution), settings)),
        17..=64 => Ok(found::<64>(&Level::of(layers, resolution), settings)),
        // None, or too many.
        _ => Err(Invalid::Layers),
    }
}

/// Modularity of any labels on an undirected graph. Labels may be any numbers below the number of nodes.
pub fn modularity(graph: &Csr, labels: &[u32], resolution: f64) -> f64 {
    Level::<1>::of(&[Layer { graph, weight: 1.0 }], resolution).quality(labels)
}

fn found<const L: usize>(ground: &Level<L>, settings: &Settings) -> Partition {
    let mut random = Random::new(settings.seed);
    let mut labels: Vec<u32> = (0..).take(ground.nodes()).collect();
    let least = ground.mean_tie() * 1e-9;
    moves::settle(ground, &mut labels, least, &mut random);
    let mut quality = ground.quality(&labels);
    for _ in 0..settings.passes.max(1) {
        pass(ground, &mut labels, least, &mut random);
        let now = ground.quality(&labels);
        let gains = now > quality + 1e-9;
        quality = now;
        if !gains {
            break;
        }
    }
    // A move may have left a community in two pieces, which are better apart.
    labels = refine::pieces(ground, &labels);
    let count = by_size(&mut labels);
    Partition {
        quality: ground.quality(&labels),
        labels,
        count,
    }
}

/// One pass of Leiden from settled communities: refine, fold and move until every community is one node; then unfold, and
/// move again at every height.
fn pass<const L: usize>(ground: &Level<L>, labels: &mut Vec<u32>, least: f64, random: &mut Random) {
    let mut part = std::mem::take(labels);
    let mut heights: Vec<(Level<L>, Vec<u32>)> = Vec::new();
    loop {
        let level = heights.last().map_or(ground, |height| &height.0);
        if renumber(&mut part) == level.nodes() {
            break;
        }
        let mut fine = refine::refined(level, &part, random);
        let mut count = renumber(&mut fine);
        if count == level.nodes() {
            // Nobody could be merged: what is folded are the connected pieces of the communities.
            fine = refine::pieces(level, &part);
            count = renumber(&mut fine);
        }
        if count == level.nodes() {
            // No community is in one piece; the next moves start from the pieces.
            part = fine;
            break;
        }
        let mut next = vec![0; count];
        for (node, &at) in fine.iter().enumerate() {
            next[at as usize] = part[node];
        }
        let folded = level.fold(&fine, count);
        part = next;
        moves::settle(&folded, &mut part, least, random);
        heights.push((folded, fine));
    }
    while let Some((_, fine)) = heights.pop() {
        let level = heights.last().map_or(ground, |height| &height.0);
        part = fine.iter().map(|at| part[*at as usize]).collect();
        moves::settle(level, &mut part, least, random);
    }
    *labels = part;
}

/// Labels to 0, 1, 2 ... in the order of their first node; how many there are. Labels are below their number.
fn renumber(labels: &mut [u32]) -> usize {
    let mut number = vec![u32::MAX; labels.len()];
    let mut next = 0;
    for label in labels {
        let given = &mut number[*label as usize];
        if *given == u32::MAX {
            *given = next;
            next += 1;
        }
        *label = *given;
    }
    next as usize
}

/// Labels to 0 for the largest, communities of one size in the order of their first node.
fn by_size(labels: &mut [u32]) -> usize {
    let count = renumber(labels);
    let mut size = vec![0_usize; count];
    for &label in labels.iter() {
        size[label as usize] += 1;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|label| std::cmp::Reverse(size[*label]));
    let mut number = vec![0_u32; count];
    for (new, old) in (0_u32..).zip(order) {
        number[old] = new;
    }
    for label in labels {
        *label = number[*label as usize];
    }
    count
}
