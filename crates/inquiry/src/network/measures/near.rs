//! Closeness: how far it is from a node to all others.

use crate::network::csr::Csr;

/// Sources searched from at once: one bit each.
const AT_ONCE: usize = 64;

/// How near a node is to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Closeness with the correction of Wasserman and Faust for graphs in several pieces, 0 to 1.
    pub closeness: f64,
    /// Harmonic closeness, the mean of 1/distance to all others, 0 to 1.
    pub harmonic: f64,
}

/// Closeness and harmonic closeness of every node, exact, along arcs where the graph is directed.
///
/// Breadth-first searches from 64 nodes at once, which look at an edge once for all that reach it at one distance (Then et
/// al. 2015).
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
pub fn nearness(graph: &Csr) -> Vec<Near> {
    let others = graph.nodes().saturating_sub(1).max(1) as f64;
    let mut search = Searches::new(graph);
    let mut all = Vec::with_capacity(graph.nodes());
    let sources: Vec<u32> = graph.numbers().collect();
    for some in sources.chunks(AT_ONCE) {
        let mut sums = [(0_u64, 0_u64, 0.0); AT_ONCE];
        search.run(some, |far, met| {
            for (sum, count) in sums.iter_mut().zip(met) {
                sum.0 += u64::from(*count);
                sum.1 += u64::from(*count) * u64::from(far);
                sum.2 += f64::from(*count) / f64::from(far);
            }
        });
        all.extend(
            sums.iter()
                .take(some.len())
                .map(|&(reached, far, harmonic)| {
                    let reached = reached as f64;
                    Near {
                        closeness: if far > 0 {
                            reached / far as f64 * reached / others
                        } else {
                            0.0
                        },
                        harmonic: harmonic / others,
                    }
                }),
        );
    }
    all
}

/// The working memory of 64 searches, used again for the next.
struct Searches<'a> {
    graph: &'a Csr,
    /// For each node, from which sources it was met.
    seen: Vec<u64>,
    /// From which it was met at the present distance, and at the next.
    here: Vec<u64>,
    next: Vec<u64>,
    /// Nodes with something in `here`, and in `next`.
    ring: Vec<u32>,
    wider: Vec<u32>,
}

impl<'a> Searches<'a> {
    fn new(graph: &'a Csr) -> Self {
        let none = vec![0; graph.nodes()];
        Self {
            graph,
            seen: none.clone(),
            here: none.clone(),
            next: none,
            ring: Vec::new(),
            wider: Vec::new(),
        }
    }

    /// Calls `level` for every distance from 1 with how many nodes each source meets there.
    fn run(&mut self, sources: &[u32], mut level: impl FnMut(u32, &[u32; AT_ONCE])) {
        self.seen.fill(0);
        for (bit, source) in sources.iter().enumerate().take(AT_ONCE) {
            self.seen[*source as usize] |= 1 << bit;
            self.here[*source as usize] |= 1 << bit;
            self.ring.push(*source);
        }
        let mut far = 0;
        while !self.ring.is_empty() {
            far += 1;
            let mut met = [0_u32; AT_ONCE];
            for node in self.ring.drain(..) {
                let from = std::mem::take(&mut self.here[node as usize]);
                for &other in self.graph.near(node) {
                    let fresh = from & !self.seen[other as usize];
                    if fresh != 0 {
                        if self.next[other as usize] == 0 {
                            self.wider.push(other);
                        }
                        self.next[other as usize] |= fresh;
                    }
                }
            }
            for &node in &self.wider {
                let mut fresh = self.next[node as usize];
                self.seen[node as usize] |= fresh;
                while fresh != 0 {
                    met[fresh.trailing_zeros() as usize] += 1;
                    fresh &= fresh - 1;
                }
            }
            if !self.wider.is_empty() {
                level(far, &met);
            }
            std::mem::swap(&mut self.here, &mut self.next);
            std::mem::swap(&mut self.ring, &mut self.wider);
        }
    }
}
