//! Betweenness from sampled shortest paths, with a bound on its error (Riondato and Kornaropoulos 2016).

use super::paths::{FAR, Search};
use crate::network::csr::Csr;
use crate::network::random::Random;

/// Estimated betweenness with what it promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// One estimate a node: the share of all ordered pairs, also those that end in the node. [`super::betweenness`]
    /// leaves these out, and is n / (n - 2) times as large.
    pub values: Vec<f64>,
    /// With probability 1 - delta no estimate is off by more than this.
    pub epsilon: f64,
    /// How likely it is that some estimate is off by more.
    pub delta: f64,
    /// How many paths were drawn.
    pub samples: usize,
}

/// Draws so many shortest paths of an undirected graph that no estimate is off by more than `epsilon`, but with
/// probability `delta`.
///
/// The number is 0.5 / epsilon^2 (floor(log2(VD - 2)) + 1 + ln(1 / delta)), where VD is at least as large as the number
/// of nodes on the longest shortest path: two depths of a breadth-first search in each component.
pub fn sampled_betweenness(graph: &Csr, epsilon: f64, delta: f64, seed: u64) -> Sampled {
    let n = graph.nodes();
    let epsilon = epsilon.clamp(1e-4, 0.5);
    let delta = delta.clamp(1e-9, 0.5);
    let wide = f64::from(longest(graph).max(3) - 2).log2().floor();
    let samples = 0.5 / (epsilon * epsilon) * (wide + 1.0 + (1.0 / delta).ln());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and at most 0.5e8 times 60 by the clamps"
    )]
    let samples = if n < 3 { 0 } else { samples.ceil() as usize };
    let mut values = vec![0.0; n];
    let mut random = Random::new(seed);
    let (mut out, mut back) = (Side::new(n), Side::new(n));
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52, as above")]
    let step = 1.0 / samples.max(1) as f64;
    for _ in 0..samples {
        let from = random.place(n);
        let to = (from + 1 + random.place(n - 1)) % n;
        let ends = (number(from), number(to));
        let Some(middle) = meet(graph, ends, &mut out, &mut back, &mut random) else {
            continue;
        };
        for side in [&out, &back] {
            side.walk(graph, middle, &mut random, |node| {
                values[node as usize] += step;
            });
        }
        if middle != ends.0 && middle != ends.1 {
            values[middle as usize] += step;
        }
    }
    Sampled {
        values,
        epsilon,
        delta,
        samples,
    }
}

fn number(place: usize) -> u32 {
    // Places are below the number of nodes, which a `u32` counts.
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// No fewer nodes than on the longest shortest path.
fn longest(graph: &Csr) -> u32 {
    let mut search = Search::new(graph.nodes());
    let mut seen = vec![false; graph.nodes()];
    let mut most = 1;
    for root in graph.numbers() {
        if seen[root as usize] {
            continue;
        }
        search.run(graph, root);
        for node in &search.order {
            seen[*node as usize] = true;
        }
        let mut deepest = search
            .order
            .iter()
            .rev()
            .map(|node| search.distance[*node as usize]);
        most = most.max(deepest.next().unwrap_or(0) + deepest.next().unwrap_or(0) + 1);
    }
    most
}

/// One half of a search from both ends.
struct Side {
    distance: Vec<u32>,
    paths: Vec<f64>,
    order: Vec<u32>,
    /// Where in `order` the outermost ring begins.
    ring: usize,
    /// Edges that the next ring will look at.
    work: usize,
}

impl Side {
    fn new(n: usize) -> Self {
        Self {
            distance: vec![FAR; n],
            paths: vec![0.0; n],
            order: Vec::new(),
            ring: 0,
            work: 0,
        }
    }

    fn begin(&mut self, graph: &Csr, source: u32) {
        for &node in &self.order {
            self.distance[node as usize] = FAR;
            self.paths[node as usize] = 0.0;
        }
        self.order.clear();
        self.order.push(source);
        self.distance[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.ring = 0;
        self.work = graph.degree(source);
    }

    /// Goes one ring further out.
    fn widen(&mut self, graph: &Csr) {
        let end = self.order.len();
        self.work = 0;
        for at in self.ring..end {
            let node = self.order[at];
            let far = self.distance[node as usize] + 1;
            for &next in graph.near(node) {
                let met = &mut self.distance[next as usize];
                if *met == FAR {
                    *met = far;
                    self.order.push(next);
                    self.work += graph.degree(next);
                }
                if *met == far {
                    self.paths[next as usize] += self.paths[node as usize];
                }
            }
        }
        self.ring = end;
    }

    /// Walks one random shortest path from `node` to the source, both left out.
    fn walk(&self, graph: &Csr, mut node: u32, random: &mut Random, mut visit: impl FnMut(u32)) {
        while self.distance[node as usize] > 1 {
            let far = self.distance[node as usize];
            let mut left = random.unit() * self.paths[node as usize];
            let before = graph
                .near(node)
                .iter()
                .copied()
                .filter(|before| self.distance[*before as usize].wrapping_add(1) == far);
            let mut chosen = node;
            for one in before {
                chosen = one;
                left -= self.paths[one as usize];
                if left < 0.0 {
                    break;
                }
            }
            node = chosen;
            visit(node);
        }
    }
}

/// Searches from both ends until they meet; a node in the middle of a random shortest path, if there is one.
fn meet(
    graph: &Csr,
    ends: (u32, u32),
    out: &mut Side,
    back: &mut Side,
    random: &mut Random,
) -> Option<u32> {
    out.begin(graph, ends.0);
    back.begin(graph, ends.1);
    loop {
        let (near, other) = if out.work <= back.work {
            (&mut *out, &*back)
        } else {
            (&mut *back, &*out)
        };
        near.widen(graph);
        let ring = &near.order[near.ring..];
        if ring.is_empty() {
            return None;
        }
        // Whole rings were taken, so that every node met lies on a shortest path.
        let ways = |node: u32| near.paths[node as usize] * other.paths[node as usize];
        let all: f64 = ring.iter().map(|node| ways(*node)).sum();
        if all > 0.0 {
            let mut left = random.unit() * all;
            let mut chosen = None;
            for &node in ring.iter().filter(|node| ways(**node) > 0.0) {
                chosen = Some(node);
                left -= ways(node);
                if left < 0.0 {
                    break;
                }
            }
            return chosen;
        }
    }
}
