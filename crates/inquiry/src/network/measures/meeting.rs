//! Random shortest paths of an undirected graph, by searches from both ends that stop where they meet.
//!
//! The search that has fewer edges before it goes on (Borassi and Natale 2016). The edges on which the two meet
//! are all edges of the graph that cross between the two parts on a shortest path.

use crate::network::csr::Csr;
use crate::network::random::Random;

/// What a search knows of a node. No node is met from both ends.
#[derive(Clone, Copy)]
struct Seen {
    /// 0 for unseen; else twice the depth, plus 2, plus 1 for the side of the second end.
    mark: u32,
    /// How many shortest paths lead to it from its end.
    ways: f64,
}

const UNSEEN: Seen = Seen { mark: 0, ways: 0.0 };

fn mark(depth: u32, side: usize) -> u32 {
    depth * 2 + 2 + u32::from(side == 1)
}

/// Draws shortest paths; its memory is used again for each.
pub(super) struct Paths<'a> {
    graph: &'a Csr,
    seen: Vec<Seen>,
    /// Nodes met from each end, nearest first.
    met: [Vec<u32>; 2],
    /// Edges between the two sides, with how many shortest paths run over each.
    across: Vec<(u32, u32, f64)>,
}

impl<'a> Paths<'a> {
    pub(super) fn new(graph: &'a Csr) -> Self {
        Self {
            graph,
            seen: vec![UNSEEN; graph.nodes()],
            met: [Vec::new(), Vec::new()],
            across: Vec::new(),
        }
    }

    /// Calls `visit` with every inner node of a random shortest path between two different nodes, each of
    /// their shortest paths as likely as the other. Nothing if no path joins them.
    pub(super) fn draw(&mut self, ends: [u32; 2], random: &mut Random, mut visit: impl FnMut(u32)) {
        self.meet(ends);
        let all: f64 = self.across.iter().map(|edge| edge.2).sum();
        let mut left = random.unit() * all;
        let mut chosen = None;
        for edge in &self.across {
            chosen = Some((edge.0, edge.1));
            left -= edge.2;
            if left < 0.0 {
                break;
            }
        }
        if let Some((one, other)) = chosen {
            self.walk(one, random, &mut visit);
            self.walk(other, random, &mut visit);
        }
        self.across.clear();
        for met in &mut self.met {
            for node in met.drain(..) {
                self.seen[node as usize] = UNSEEN;
            }
        }
    }

    /// Widens the cheaper side ring by ring until an edge leads to the other.
    fn meet(&mut self, ends: [u32; 2]) {
        let mut ring = [0, 0];
        let mut depth = [0, 0];
        let mut work = [0, 0];
        for (side, end) in ends.into_iter().enumerate() {
            self.seen[end as usize] = Seen {
                mark: mark(0, side),
                ways: 1.0,
            };
            self.met[side].push(end);
            work[side] = self.graph.degree(end);
        }
        while self.across.is_empty() && work[0] > 0 && work[1] > 0 {
            let side = usize::from(work[1] < work[0]);
            let from = std::mem::replace(&mut ring[side], self.met[side].len());
            depth[side] += 1;
            work[side] = self.widen(side, from, depth[side]);
        }
    }

    /// Goes one ring further out; the edges that the next ring will look at.
    fn widen(&mut self, side: usize, from: usize, depth: u32) -> usize {
        let fresh = mark(depth, side);
        let own = u32::from(side == 1);
        let mut work = 0;
        for at in from..self.met[side].len() {
            let Some(&node) = self.met[side].get(at) else {
                break;
            };
            let ways = self.seen[node as usize].ways;
            for &next in self.graph.near(node) {
                let it = &mut self.seen[next as usize];
                if it.mark == 0 {
                    // Once the sides touch, nothing further out is needed.
                    if self.across.is_empty() {
                        *it = Seen { mark: fresh, ways };
                        self.met[side].push(next);
                        work += self.graph.degree(next);
                    }
                } else if it.mark == fresh {
                    it.ways += ways;
                } else if it.mark & 1 != own {
                    self.across.push((node, next, ways * it.ways));
                }
            }
        }
        work
    }

    /// Walks one random shortest path from `node` to its end: every node but the end.
    fn walk(&self, mut node: u32, random: &mut Random, visit: &mut impl FnMut(u32)) {
        loop {
            let here = self.seen[node as usize];
            if here.mark < mark(1, 0) {
                return;
            }
            visit(node);
            let before = here.mark - 2;
            if before < mark(1, 0) {
                return;
            }
            let mut left = random.unit() * here.ways;
            for &next in self.graph.near(node) {
                let it = self.seen[next as usize];
                if it.mark == before {
                    node = next;
                    left -= it.ways;
                    if left < 0.0 {
                        break;
                    }
                }
            }
        }
    }
}
