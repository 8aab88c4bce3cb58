//! The greatest flow through a small network, by augmenting along shortest paths (Edmonds and Karp 1972).

use std::collections::VecDeque;

/// A network from point 0 to point 1. Each edge stands beside its opposite.
pub(super) struct Net {
    from: Vec<Vec<usize>>,
    to: Vec<usize>,
    cap: Vec<u32>,
    left: Vec<u32>,
}

impl Net {
    pub(super) fn new(points: usize) -> Self {
        Self {
            from: vec![Vec::new(); points],
            to: Vec::new(),
            cap: Vec::new(),
            left: Vec::new(),
        }
    }

    /// A new point.
    pub(super) fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    /// A new edge; its number.
    pub(super) fn edge(&mut self, from: usize, to: usize, cap: u32) -> usize {
        let at = self.to.len();
        for (one, other, cap) in [(from, to, cap), (to, from, 0)] {
            self.from[one].push(self.to.len());
            self.to.push(other);
            self.cap.push(cap);
        }
        at
    }

    /// Another capacity for an edge.
    pub(super) fn set(&mut self, edge: usize, cap: u32) {
        self.cap[edge] = cap;
    }

    /// What of the last flow ran through an edge.
    pub(super) fn used(&self, edge: usize) -> u32 {
        self.cap[edge] - self.left[edge]
    }

    /// The greatest flow.
    pub(super) fn flow(&mut self) -> u32 {
        self.left.clone_from(&self.cap);
        let mut flow = 0;
        while let Some(path) = self.path() {
            let room = path.iter().map(|edge| self.left[*edge]).min().unwrap_or(0);
            for edge in path {
                self.left[edge] -= room;
                self.left[edge ^ 1] = self.left[edge ^ 1].saturating_add(room);
            }
            flow += room;
        }
        flow
    }

    /// The edges of a shortest path with room.
    fn path(&self) -> Option<Vec<usize>> {
        let mut by = vec![usize::MAX; self.from.len()];
        let mut seen = vec![false; self.from.len()];
        seen[0] = true;
        let mut queue = VecDeque::from([0]);
        while let Some(point) = queue.pop_front() {
            for &edge in &self.from[point] {
                let to = self.to[edge];
                if self.left[edge] > 0 && !seen[to] {
                    seen[to] = true;
                    by[to] = edge;
                    queue.push_back(to);
                }
            }
        }
        if !seen[1] {
            return None;
        }
        let (mut path, mut at) = (Vec::new(), 1);
        while at != 0 {
            path.push(by[at]);
            at = self.to[by[at] ^ 1];
        }
        Some(path)
    }
}
