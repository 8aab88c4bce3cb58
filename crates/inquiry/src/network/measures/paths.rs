//! Shortest paths by hops: components, betweenness. Weights are not lengths and are not used.

use crate::network::csr::Csr;

/// A distance not yet known.
pub(super) const FAR: u32 = u32::MAX;

/// A label for each node of an undirected graph: the smallest node of its component.
pub fn components(graph: &Csr) -> Vec<u32> {
    let mut label = vec![FAR; graph.nodes()];
    let mut queue = Vec::new();
    for root in graph.numbers() {
        if label[root as usize] != FAR {
            continue;
        }
        label[root as usize] = root;
        queue.push(root);
        while let Some(node) = queue.pop() {
            for &next in graph.near(node) {
                if label[next as usize] == FAR {
                    label[next as usize] = root;
                    queue.push(next);
                }
            }
        }
    }
    label
}

/// Exact betweenness (Brandes 2001) of an undirected graph, divided by (n-1)(n-2)/2: 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
pub fn betweenness(graph: &Csr) -> Vec<f64> {
    let n = graph.nodes();
    let mut between = vec![0.0; n];
    if n < 3 {
        return between;
    }
    let mut search = Search::new(n);
    for source in graph.numbers() {
        search.run(graph, source);
        search.count_paths(graph);
        search.share_out(graph, &mut between);
    }
    // Every pair is met from both of its ends.
    let pairs = (n - 1) as f64 * (n - 2) as f64;
    for value in &mut between {
        *value = (*value / pairs).clamp(0.0, 1.0);
    }
    between
}

/// The working memory of one breadth-first search, used again for the next.
///
/// Every pass over edges decides by arithmetic, not by jumps that a processor cannot foresee.
pub(super) struct Search {
    pub(super) distance: Vec<u32>,
    paths: Vec<f64>,
    /// What a node hands on along each path that leads to it.
    given: Vec<f64>,
    /// The nodes met, nearest first, with one place to spare.
    order: Vec<u32>,
    count: usize,
}

impl Search {
    pub(super) fn new(n: usize) -> Self {
        Self {
            distance: vec![FAR; n],
            paths: vec![0.0; n],
            given: vec![0.0; n],
            order: vec![0; n + 1],
            count: 0,
        }
    }

    /// The nodes met, nearest first.
    pub(super) fn met(&self) -> &[u32] {
        &self.order[..self.count]
    }

    /// Finds the distance to every node within reach.
    pub(super) fn run(&mut self, graph: &Csr, source: u32) {
        for node in &self.order[..self.count] {
            self.distance[*node as usize] = FAR;
        }
        self.distance[source as usize] = 0;
        self.order[0] = source;
        self.count = 1;
        let mut at = 0;
        while at < self.count {
            let node = self.order[at];
            at += 1;
            let far = self.distance[node as usize] + 1;
            for &next in graph.near(node) {
                let met = &mut self.distance[next as usize];
                // Written over by the next node met, if this one was met before.
                self.order[self.count] = next;
                self.count += usize::from(*met == FAR);
                *met = far.min(*met);
            }
        }
    }

    /// Counts the shortest paths to every node met.
    fn count_paths(&mut self, graph: &Csr) {
        let Some((source, others)) = self.order[..self.count].split_first() else {
            return;
        };
        self.paths[*source as usize] = 1.0;
        for &node in others {
            let before = self.distance[node as usize] - 1;
            let near = graph.near(node).iter().map(|next| *next as usize);
            self.paths[node as usize] = near
                .map(|next| choose(self.distance[next] == before, self.paths[next]))
                .sum();
        }
    }

    /// Adds what the shortest paths from the source give to every node between.
    fn share_out(&mut self, graph: &Csr, between: &mut [f64]) {
        for &node in self.order[1..self.count.max(1)].iter().rev() {
            let beyond = self.distance[node as usize] + 1;
            let near = graph.near(node).iter().map(|next| *next as usize);
            let sum: f64 = near
                .map(|next| choose(self.distance[next] == beyond, self.given[next]))
                .sum();
            let paths = self.paths[node as usize];
            let share = paths * sum;
            self.given[node as usize] = (1.0 + share) / paths;
            between[node as usize] += share;
        }
    }
}

/// The value if it is wanted, else 0.
fn choose(wanted: bool, value: f64) -> f64 {
    if wanted { value } else { 0.0 }
}
