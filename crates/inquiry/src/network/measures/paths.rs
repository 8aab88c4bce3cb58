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
        search.share_out(graph, source, &mut between);
    }
    // Every pair is met from both of its ends.
    let pairs = (n - 1) as f64 * (n - 2) as f64;
    for value in &mut between {
        *value = (*value / pairs).clamp(0.0, 1.0);
    }
    between
}

/// The working memory of one breadth-first search, used again for the next.
pub(super) struct Search {
    pub(super) distance: Vec<u32>,
    paths: Vec<f64>,
    share: Vec<f64>,
    /// The nodes met, nearest first.
    pub(super) order: Vec<u32>,
}

impl Search {
    pub(super) fn new(n: usize) -> Self {
        Self {
            distance: vec![FAR; n],
            paths: vec![0.0; n],
            share: vec![0.0; n],
            order: Vec::with_capacity(n),
        }
    }

    /// Finds the distance and the number of shortest paths to every node within reach.
    pub(super) fn run(&mut self, graph: &Csr, source: u32) {
        for &node in &self.order {
            self.distance[node as usize] = FAR;
            self.paths[node as usize] = 0.0;
            self.share[node as usize] = 0.0;
        }
        self.order.clear();
        self.distance[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.order.push(source);
        let mut at = 0;
        while let Some(&node) = self.order.get(at) {
            at += 1;
            let far = self.distance[node as usize] + 1;
            for &next in graph.near(node) {
                let met = &mut self.distance[next as usize];
                if *met == FAR {
                    *met = far;
                    self.order.push(next);
                }
                if *met == far {
                    self.paths[next as usize] += self.paths[node as usize];
                }
            }
        }
    }

    /// Adds what the shortest paths from `source` give to every node between.
    fn share_out(&mut self, graph: &Csr, source: u32, between: &mut [f64]) {
        for &node in self.order.iter().rev() {
            let given = (1.0 + self.share[node as usize]) / self.paths[node as usize];
            let far = self.distance[node as usize];
            for &before in graph.near(node) {
                if self.distance[before as usize] + 1 == far {
                    self.share[before as usize] += self.paths[before as usize] * given;
                }
            }
            if node != source {
                between[node as usize] += self.share[node as usize];
            }
        }
    }
}
