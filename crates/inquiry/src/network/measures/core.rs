//! Core numbers: how deep in the dense middle a node stands.

use crate::network::csr::Csr;

/// The largest k such that the node lies in a part where all have k neighbours (Batagelj and Zaversnik 2003).
///
/// Weights are not used. For undirected graphs; time grows with the edges.
pub fn core_numbers(graph: &Csr) -> Vec<u32> {
    let mut degree: Vec<u32> = graph
        .numbers()
        .map(|node| u32::try_from(graph.degree(node)).unwrap_or(u32::MAX))
        .collect();
    let most = degree.iter().copied().max().unwrap_or(0);
    // Nodes sorted by degree; `first[d]` is where those of degree d begin.
    let mut first = vec![0_u32; most as usize + 2];
    for d in &degree {
        first[*d as usize + 1] += 1;
    }
    for d in 0..=most as usize {
        first[d + 1] += first[d];
    }
    let mut next = first.clone();
    let (mut order, mut place) = (vec![0_u32; degree.len()], vec![0_u32; degree.len()]);
    for node in graph.numbers() {
        let at = &mut next[degree[node as usize] as usize];
        order[*at as usize] = node;
        place[node as usize] = *at;
        *at += 1;
    }
    for at in 0..graph.numbers().end {
        let node = order[at as usize];
        let own = degree[node as usize];
        for &other in graph.near(node) {
            let held = degree[other as usize];
            if held > own {
                // Moves to the front of its group, which then begins one later.
                let front = first[held as usize].max(at + 1);
                let there = place[other as usize];
                let moved = order[front as usize];
                order[there as usize] = moved;
                place[moved as usize] = there;
                order[front as usize] = other;
                place[other as usize] = front;
                first[held as usize] = front + 1;
                degree[other as usize] = held - 1;
            }
        }
    }
    degree
}
