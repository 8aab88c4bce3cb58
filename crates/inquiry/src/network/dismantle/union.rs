//! Groups that only grow together: union by size with halved paths.

/// Which nodes hang together. Every node begins alone.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    above: Vec<u32>,
    size: Vec<u32>,
    /// The members of each group in a ring.
    next: Vec<u32>,
    largest: u32,
}

impl Groups {
    /// `nodes` nodes, each alone.
    pub(super) fn new(nodes: usize) -> Self {
        Self::sized(vec![1; nodes])
    }

    /// As many nodes as there are sizes, each standing for so many.
    pub(super) fn sized(size: Vec<u32>) -> Self {
        // The graph's constructor refuses more nodes than a `u32` counts.
        let alone: Vec<u32> = (0..u32::try_from(size.len()).unwrap_or(u32::MAX)).collect();
        Self {
            above: alone.clone(),
            next: alone,
            largest: size.iter().copied().max().unwrap_or(0),
            size,
        }
    }

    /// The node that stands for the group of `node`.
    pub(super) fn head(&mut self, mut node: u32) -> u32 {
        while self.above[node as usize] != node {
            let next = self.above[self.above[node as usize] as usize];
            self.above[node as usize] = next;
            node = next;
        }
        node
    }

    /// How many are in the group of `node`.
    pub(super) fn size(&mut self, node: u32) -> u32 {
        let head = self.head(node);
        self.size[head as usize]
    }

    /// Who comes behind `node` in the ring of its group.
    pub(super) fn next(&self, node: u32) -> u32 {
        self.next[node as usize]
    }

    /// Joins two groups.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (mut one, mut other) = (self.head(one), self.head(other));
        if one == other {
            return;
        }
        if self.size[one as usize] < self.size[other as usize] {
            std::mem::swap(&mut one, &mut other);
        }
        self.above[other as usize] = one;
        // Two rings become one where each goes on in the other.
        self.next.swap(one as usize, other as usize);
        self.size[one as usize] += self.size[other as usize];
        self.largest = self.largest.max(self.size[one as usize]);
    }

    /// Size of the largest group that was ever joined; 1 where none was.
    pub(super) fn largest(&self) -> u32 {
        self.largest
    }
}
