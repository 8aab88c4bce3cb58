//! The least flow after restructuring, by looking at every set of people within a budget; of people who are alike, only how many.

use super::data::{Arc, Data, Node};
use super::recover;
use std::collections::{BTreeMap, BTreeSet};

/// The least flow after the loss of any set of `open` within the budget, if it is below `best`; else `best`.
pub(super) fn least(data: &Data, open: &[Node], budget: u32, best: u32) -> u32 {
    let mut classes: Vec<Vec<Node>> = Vec::new();
    for &node in open {
        match classes.iter_mut().find(|class| alike(data, class[0], node)) {
            Some(class) => class.push(node),
            None => classes.push(vec![node]),
        }
    }
    let mut best = best;
    look(data, &classes, budget, &mut BTreeSet::new(), &mut best);
    best
}

/// Goes through all sets. Nobody makes a set cheaper by joining it (the data are checked for that), so that one over the budget has no
/// larger one within.
fn look(
    data: &Data,
    classes: &[Vec<Node>],
    budget: u32,
    gone: &mut BTreeSet<Node>,
    best: &mut u32,
) {
    if data.cost(gone) > budget {
        return;
    }
    let Some((class, rest)) = classes.split_first() else {
        *best = recover::up_to(data, gone, *best).min(*best);
        return;
    };
    look(data, rest, budget, gone, best);
    for &one in class {
        gone.insert(one);
        look(data, rest, budget, gone, best);
    }
    for one in class {
        gone.remove(one);
    }
}

/// Whether all data stay as they are when two change places.
fn alike(data: &Data, one: Node, other: Node) -> bool {
    let swap = |node: Node| {
        if node == one {
            other
        } else if node == other {
            one
        } else {
            node
        }
    };
    let arcs = |all: &BTreeMap<Arc, u32>| {
        let mut all_of = all.iter();
        all_of.all(|((from, to), value)| all.get(&(swap(*from), swap(*to))) == Some(value))
    };
    let values = |all: &BTreeMap<Node, u32>| {
        let mut all_of = all.iter();
        all_of.all(|(node, value)| all.get(&swap(*node)) == Some(value))
    };
    let pairs = |all: &[Arc]| {
        let mut all_of = all.iter();
        all_of.all(|(from, to)| all.contains(&(swap(*from), swap(*to))))
    };
    let nodes = |all: &[Node]| all.iter().all(|node| all.contains(&swap(*node)));
    nodes(&data.traffickers)
        && nodes(&data.bottoms)
        && data.sources.contains(&one) == data.sources.contains(&other)
        && [&data.arcs, &data.below, &data.above].into_iter().all(arcs)
        && [
            &data.sinks,
            &data.carries,
            &data.enters,
            &data.more,
            &data.price,
        ]
        .into_iter()
        .all(values)
        && pairs(&data.replaces_trafficker)
        && pairs(&data.replaces_bottom)
}
