//! What each single removal would leave, for all nodes in one pass.

use crate::network::csr::Csr;

/// Connected pairs of the nodes that are there, and what would be left of them without each node.
#[derive(Clone, Debug, Default)]
pub(super) struct Sweep {
    /// Pairs connected now.
    pub(super) pairs: u64,
    /// Pairs connected were this node gone; what is not there leaves all.
    pub(super) without: Vec<u64>,
    found: Vec<u32>,
    low: Vec<u32>,
    below: Vec<u64>,
    apart: Vec<Apart>,
    path: Vec<(u32, usize)>,
}

/// What falls off below a node were it gone: nodes, and pairs within the parts.
#[derive(Clone, Copy, Debug, Default)]
struct Apart {
    nodes: u64,
    pairs: u64,
}

/// Pairs among so many.
pub(super) fn pairs(nodes: u64) -> u64 {
    nodes * nodes.saturating_sub(1) / 2
}

impl Sweep {
    /// One depth-first search (Hopcroft and Tarjan 1973): time grows with nodes and edges. `gone` is left out.
    pub(super) fn go(&mut self, graph: &Csr, gone: &[bool]) {
        let n = graph.nodes();
        self.pairs = 0;
        for list in [&mut self.found, &mut self.low] {
            list.clear();
            list.resize(n, 0);
        }
        self.below.clear();
        self.below.resize(n, 0);
        self.apart.clear();
        self.apart.resize(n, Apart::default());
        self.without.clear();
        self.without.resize(n, 0);
        let mut time = 0;
        for root in graph.numbers() {
            if !gone[root as usize] && self.found[root as usize] == 0 {
                let first = time;
                self.group(graph, gone, root, &mut time);
                let size = u64::from(time - first);
                self.pairs += pairs(size);
            }
        }
        for without in &mut self.without {
            *without = self.pairs - *without;
        }
    }

    /// Searches the group of one root, and notes how many pairs each of its nodes holds together.
    fn group(&mut self, graph: &Csr, gone: &[bool], root: u32, time: &mut u32) {
        let first = *time;
        let mut order: Vec<u32> = Vec::new();
        self.open(root, time, &mut order);
        while let Some((node, next)) = self.path.pop() {
            let Some(&near) = graph.near(node).get(next) else {
                self.close(node);
                continue;
            };
            self.path.push((node, next + 1));
            if gone[near as usize] {
                continue;
            }
            if self.found[near as usize] == 0 {
                self.open(near, time, &mut order);
            } else {
                // The tie to the parent does not matter: the parent was found before all below it.
                let seen = self.found[near as usize];
                let low = &mut self.low[node as usize];
                *low = (*low).min(seen);
            }
        }
        let size = u64::from(*time - first);
        for node in order {
            let apart = self.apart[node as usize];
            let rest = size - 1 - apart.nodes;
            self.without[node as usize] = pairs(size) - apart.pairs - pairs(rest);
        }
    }

    fn open(&mut self, node: u32, time: &mut u32, order: &mut Vec<u32>) {
        *time += 1;
        self.found[node as usize] = *time;
        self.low[node as usize] = *time;
        self.below[node as usize] = 1;
        self.path.push((node, 0));
        order.push(node);
    }

    /// Hands what was learnt below a node up to its parent.
    fn close(&mut self, node: u32) {
        let Some(&(parent, _)) = self.path.last() else {
            return;
        };
        let (low, size) = (self.low[node as usize], self.below[node as usize]);
        let upper = &mut self.low[parent as usize];
        *upper = (*upper).min(low);
        self.below[parent as usize] += size;
        if low >= self.found[parent as usize] {
            let apart = &mut self.apart[parent as usize];
            apart.nodes += size;
            apart.pairs += pairs(size);
        }
    }
}
