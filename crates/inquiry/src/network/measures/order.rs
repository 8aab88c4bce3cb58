//! Order in time: who speaks first, and whom news could have reached from whom.

use std::collections::BTreeMap;

/// Something that passed from one to another at a time: from, to, when. Times only need to be in order.
pub type Passed = (u32, u32, i64);

/// What the order of contacts says of each node.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Of how many it made the first contact.
    pub opened: Vec<usize>,
    /// With how many it had contact; first contacts both ways at one time count for neither.
    pub partners: Vec<usize>,
    /// How many could have heard from it, along contacts each later than the one before.
    pub reaches: Vec<usize>,
    /// How many it could have heard from, likewise.
    pub hears: Vec<usize>,
    /// Of all pairs joined by a path of contacts, the share that a path in order of time joins; `None` without pairs.
    pub in_order: Option<f64>,
}

/// Order of contacts among `nodes` nodes. A contact with oneself is left out.
///
/// Paths in order of time as in Holme and Saramäki (2012). Time grows with nodes times contacts.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn order(nodes: usize, passed: &[Passed]) -> Order {
    let mut passed: Vec<Passed> = passed.iter().copied().filter(|it| it.0 != it.1).collect();
    passed.sort_unstable_by_key(|it| (it.2, it.0, it.1));
    let mut first: BTreeMap<(u32, u32), (i64, Option<u32>)> = BTreeMap::new();
    for &(from, to, at) in &passed {
        let held = first
            .entry((from.min(to), from.max(to)))
            .or_insert((at, Some(from)));
        if held.0 == at && held.1 != Some(from) {
            held.1 = None;
        }
    }
    let (mut opened, mut partners) = (vec![0; nodes], vec![0; nodes]);
    for (&(a, b), (_, opener)) in &first {
        partners[a as usize] += 1;
        partners[b as usize] += 1;
        if let Some(node) = opener {
            opened[*node as usize] += 1;
        }
    }
    let (mut reaches, mut hears) = (vec![0; nodes], vec![0; nodes]);
    let (mut timed, mut any) = (0_usize, 0_usize);
    let mut next: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    for &(from, to, _) in &passed {
        next[from as usize].push(to);
    }
    for row in &mut next {
        row.sort_unstable();
        row.dedup();
    }
    for (source, own) in reaches.iter_mut().enumerate() {
        let arrived = arrivals(nodes, &passed, source);
        for (node, at) in arrived.iter().enumerate() {
            if node != source && at.is_some() {
                *own += 1;
                hears[node] += 1;
                timed += 1;
            }
        }
        any += reached(&next, source);
    }
    Order {
        opened,
        partners,
        reaches,
        hears,
        in_order: (any > 0).then(|| timed as f64 / any as f64),
    }
}

/// When news from `source` is first anywhere; what comes and goes at one time is not passed on.
fn arrivals(nodes: usize, passed: &[Passed], source: usize) -> Vec<Option<i64>> {
    let mut arrived: Vec<Option<i64>> = vec![None; nodes];
    for &(from, to, at) in passed {
        let (from, to) = (from as usize, to as usize);
        let knows = from == source || arrived[from].is_some_and(|since| since < at);
        if knows && to != source && arrived[to].is_none() {
            arrived[to] = Some(at);
        }
    }
    arrived
}

/// How many others can be reached if time does not matter.
fn reached(next: &[Vec<u32>], source: usize) -> usize {
    let mut seen = vec![false; next.len()];
    seen[source] = true;
    let mut stack = vec![source];
    let mut count = 0;
    while let Some(node) = stack.pop() {
        for &to in &next[node] {
            if !std::mem::replace(&mut seen[to as usize], true) {
                count += 1;
                stack.push(to as usize);
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn news_does_not_run_backwards() {
        // 0 tells 1 on day 5; 1 had told 2 on day 3.
        let found = order(3, &[(0, 1, 5), (1, 2, 3)]);
        assert_eq!(found.reaches, [1, 1, 0]);
        assert_eq!(found.hears, [0, 1, 1]);
        assert_eq!(found.opened, [1, 1, 0]);
        assert_eq!(found.partners, [1, 2, 1]);
        // 0-1, 0-2 and 1-2 are joined by paths; 0-2 not in order of time.
        assert!(
            found
                .in_order
                .is_some_and(|share| (share - 2.0 / 3.0).abs() < 1e-12)
        );
        assert_eq!(order(2, &[]).in_order, None);
    }

    #[test]
    fn two_who_begin_at_once_open_nothing() {
        assert_eq!(order(2, &[(0, 1, 1), (1, 0, 1)]).opened, [0, 0]);
        assert_eq!(order(2, &[(0, 1, 1), (1, 0, 2)]).opened, [1, 0]);
    }

    proptest! {
        #[test]
        fn order_only_takes_paths_away(passed in prop::collection::vec((0_u32..8, 0_u32..8, 0_i64..6), 0..40)) {
            let found = order(8, &passed);
            prop_assert!(found.in_order.is_none_or(|share| share > 0.0 && share <= 1.0));
            prop_assert_eq!(found.reaches.iter().sum::<usize>(), found.hears.iter().sum::<usize>());
            for node in 0..8 {
                prop_assert!(found.opened[node] <= found.partners[node]);
            }
            // Turned in time and direction, who hears and who reaches change places.
            let turned: Vec<Passed> = passed.iter().map(|&(from, to, at)| (to, from, -at)).collect();
            let other = order(8, &turned);
            prop_assert_eq!(&found.reaches, &other.hears);
        }
    }
}
