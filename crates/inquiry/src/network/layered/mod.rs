//! A network over time in layers: directed, weighted, each arc with how sure it is and over which days it lasted.
//!
//! Layers and times stay apart in it. Whoever wants one graph asks for a [`Cut`], which says which layers it joins.

mod period;
#[cfg(test)]
mod tests;

pub use period::{By, Period, days};

use super::csr::Csr;
use super::invalid::Invalid;
use std::collections::{BTreeMap, BTreeSet};

/// Most layers.
const LAYERS: usize = 256;
/// Mark of a day that is not known.
const NEVER: i32 = i32::MIN;

/// A kind of tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called.
    pub name: String,
    /// Whether the direction of its arcs means something.
    pub directed: bool,
}

/// One arc as given, and as it comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Whom it leaves.
    pub from: u32,
    /// Whom it reaches.
    pub to: u32,
    /// Index of its layer.
    pub layer: u8,
    /// How heavy, from 0.
    pub weight: f32,
    /// How likely it is kept when links are resampled, 0 to 1; held in steps of 1/255.
    pub kept: f32,
    /// First and last day, counted from 1970-01-01, both included; `None` where no time is known.
    pub days: Option<(i32, i32)>,
}

/// Arcs in compressed rows: 18 bytes an arc and 4 a node.
///
/// Rows are sorted by head, layer and day. Several arcs between the same two stay apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Layered {
    kinds: Vec<Kind>,
    starts: Vec<u32>,
    heads: Vec<u32>,
    weights: Vec<f32>,
    first: Vec<i32>,
    last: Vec<i32>,
    layers: Vec<u8>,
    kept: Vec<u8>,
}

/// One graph out of a layered network, with what went into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Directed; weights of arcs between the same two are added up. Arcs of layers without direction go both ways.
    pub graph: Csr,
    /// The layers that it joins: indices of those asked for that hold an arc in this time. More than one is a joining.
    pub joined: Vec<u8>,
    /// How many arcs went in.
    pub arcs: usize,
    /// How many arcs of the layers asked for were left out because their time is not known.
    pub timeless: usize,
}

impl Layered {
    /// A network of `nodes` nodes. Arcs from a node to itself are dropped.
    ///
    /// # Errors
    /// If an arc names a node or layer that is not there, a weight or share is out of its range, or counts exceed 32 bits.
    pub fn new(nodes: usize, kinds: Vec<Kind>, arcs: &[Arc]) -> Result<Self, Invalid> {
        if u32::try_from(nodes).is_err() || u32::try_from(arcs.len()).is_err() {
            return Err(Invalid::TooLarge);
        }
        if kinds.len() > LAYERS {
            return Err(Invalid::Layers);
        }
        let mut starts = vec![0_u32; nodes + 1];
        for arc in arcs {
            check(arc, nodes, kinds.len())?;
            if arc.from != arc.to {
                starts[arc.from as usize + 1] += 1;
            }
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let count = starts[nodes] as usize;
        let mut next = starts.clone();
        let mut order = vec![0_u32; count];
        for (at, arc) in (0_u32..).zip(arcs) {
            if arc.from != arc.to {
                let place = &mut next[arc.from as usize];
                order[*place as usize] = at;
                *place += 1;
            }
        }
        for ends in starts.windows(2) {
            order[ends[0] as usize..ends[1] as usize].sort_by_key(|at| {
                let arc = &arcs[*at as usize];
                (arc.to, arc.layer, arc.days)
            });
        }
        let of = |at: &u32| &arcs[*at as usize];
        Ok(Self {
            kinds,
            starts,
            heads: order.iter().map(|at| of(at).to).collect(),
            weights: order.iter().map(|at| of(at).weight).collect(),
            first: order
                .iter()
                .map(|at| of(at).days.map_or(NEVER, |it| it.0))
                .collect(),
            last: order
                .iter()
                .map(|at| of(at).days.map_or(NEVER, |it| it.1))
                .collect(),
            layers: order.iter().map(|at| of(at).layer).collect(),
            kept: order.iter().map(|at| step(of(at).kept)).collect(),
        })
    }

    /// How many nodes.
    pub fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many arcs, all layers and times.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there is no arc.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The layers.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// Bytes of memory that nodes and arcs take.
    pub fn bytes(&self) -> usize {
        4 * (self.starts.capacity() + self.heads.capacity() + self.weights.capacity())
            + 4 * (self.first.capacity() + self.last.capacity())
            + self.layers.capacity()
            + self.kept.capacity()
    }

    /// Every arc, by the node that it leaves.
    pub fn arcs(&self) -> impl Iterator<Item = Arc> + '_ {
        (0_u32..)
            .zip(self.starts.windows(2))
            .flat_map(move |(from, ends)| {
                (ends[0] as usize..ends[1] as usize).map(move |at| Arc {
                    from,
                    to: self.heads[at],
                    layer: self.layers[at],
                    weight: self.weights[at],
                    kept: f32::from(self.kept[at]) / 255.0,
                    days: (self.first[at] != NEVER).then(|| (self.first[at], self.last[at])),
                })
            })
    }

    /// The weeks or months in which some arc begins or ends, in order of time. An arc that lasts over a period without
    /// beginning or ending in it does not make that period one of them, but is in its cut.
    pub fn periods(&self, by: By) -> Vec<Period> {
        let days = self.first.iter().chain(&self.last);
        let known: BTreeSet<i32> = days
            .filter(|day| **day != NEVER)
            .map(|day| by.number(*day))
            .collect();
        known.into_iter().map(|number| by.period(number)).collect()
    }

    /// The arcs of some layers (all, if none is given) that touch a period (any time, if none is given).
    pub fn within<'a>(
        &'a self,
        layers: &'a [u8],
        period: Option<&'a Period>,
    ) -> impl Iterator<Item = Arc> + 'a {
        self.arcs().filter(move |arc| {
            let asked = layers.is_empty() || layers.contains(&arc.layer);
            asked && period.is_none_or(|it| arc.days.is_some_and(|days| it.touches(days)))
        })
    }

    /// One graph of some layers (all, if none is given) in a period (all times, if none is given).
    ///
    /// # Errors
    /// If arcs of layers without direction, taken both ways, are more than 32 bits count.
    pub fn cut(&self, layers: &[u8], period: Option<&Period>) -> Result<Cut, Invalid> {
        let mut joined = BTreeSet::new();
        let (mut count, mut ends) = (0, Vec::new());
        for arc in self.within(layers, period) {
            count += 1;
            joined.insert(arc.layer);
            ends.push((arc.from, arc.to, arc.weight));
            if !self.kinds[arc.layer as usize].directed {
                ends.push((arc.to, arc.from, arc.weight));
            }
        }
        let timeless = period.map_or(0, |_| {
            let all = self.within(layers, None);
            all.filter(|arc| arc.days.is_none()).count()
        });
        Ok(Cut {
            graph: Csr::directed(self.nodes(), &ends)?,
            joined: joined.into_iter().collect(),
            arcs: count,
            timeless,
        })
    }

    /// The ties of some layers in a period: one arc for each two nodes and layer, in layers without direction from the smaller
    /// node. Its weight is the sum of its arcs', its share that of the surest, its days those of all.
    pub fn ties(&self, layers: &[u8], period: Option<&Period>) -> Vec<Arc> {
        let mut ties: BTreeMap<(u8, u32, u32), Arc> = BTreeMap::new();
        for mut arc in self.within(layers, period) {
            if !self.kinds[arc.layer as usize].directed && arc.to < arc.from {
                std::mem::swap(&mut arc.from, &mut arc.to);
            }
            ties.entry((arc.layer, arc.from, arc.to))
                .and_modify(|held| {
                    held.weight += arc.weight;
                    held.kept = held.kept.max(arc.kept);
                    held.days = match (held.days, arc.days) {
                        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
                        (one, other) => one.or(other),
                    };
                })
                .or_insert(arc);
        }
        ties.into_values().collect()
    }
}

fn check(arc: &Arc, nodes: usize, layers: usize) -> Result<(), Invalid> {
    if arc.from as usize >= nodes || arc.to as usize >= nodes {
        return Err(Invalid::NoSuchNode(arc.from.max(arc.to)));
    }
    if usize::from(arc.layer) >= layers {
        return Err(Invalid::Layers);
    }
    let odd = !arc.weight.is_finite() || arc.weight < 0.0 || !(0.0..=1.0).contains(&arc.kept);
    if odd { Err(Invalid::Weight) } else { Ok(()) }
}

/// A share in 255 steps.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 255 after the check of the share"
)]
fn step(share: f32) -> u8 {
    (share * 255.0).round() as u8
}
