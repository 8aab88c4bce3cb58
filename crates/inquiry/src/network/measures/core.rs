//! Core numbers: how deep in the dense middle a node stands.

use crate::network::csr::Csr;

/// The largest k such that the node lies in a part where all have k neighbours (Batagelj and Zaversnik 2003).
///
/// Weights are not used. For undirected graphs; time grows with the edges.
pub fn core_numbers(graph: &Csr) -> Vec<u32> {
    let n = graph.nodes();
    let mut degree: Vec<usize> = graph.numbers().map(|node| graph.degree(node)).collect();
    let most = degree.iter().copied().max().unwrap_or(0);
    // Nodes sorted by degree; `first[d]` is where those of degree d begin.
    let mut first = vec![0_usize; most + 2];
    for d in &degree {
        first[d + 1] += 1;
    }
    for d in 0..=most {
        first[d + 1] += first[d];
    }
    let mut next = first.clone();
    let (mut order, mut place) = (vec![0_u32; n], vec![0_usize; n]);
    for node in graph.numbers() {
        let at = &mut next[degree[node as usize]];
        order[*at] = node;
        place[node as usize] = *at;
        *at += 1;
    }
    for at in 0..n {
        let node = order[at] as usize;
        for &other in graph.near(order[at]) {
            let other = other as usize;
            if degree[other] > degree[node] {
                // Moves to the front of its group, which then begins one later.
                let front = first[degree[other]].max(at + 1);
                let held = order[front] as usize;
                order.swap(place[other], front);
                place.swap(other, held);
                first[degree[other]] = front + 1;
                degree[other] -= 1;
            }
        }
    }
    degree
        .into_iter()
        .map(|core| u32::try_from(core).unwrap_or(u32::MAX))
        .collect()
}
