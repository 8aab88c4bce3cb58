//! The flow after the network has restructured as well as it can: the inner problem of the published model, solved exactly.
//!
//! Who enters (promoted victims, replaced traffickers) is enumerated. What is left is a flow in which each trafficker may build arcs
//! of a few classes (to victims of others, to recruits, ...) out of one budget. The budget is first kept by each class alone; where a
//! flow breaks it over several classes, two cases are tried that exclude that flow and nothing else (branch and bound).

use super::data::{Data, Node};
use super::flow::Net;
use std::collections::{BTreeMap, BTreeSet};

/// What each trafficker may spend on restructuring (`newArcsT`).
const BUDGET: u32 = 8;

/// Arcs of one kind that draw on the budget of one trafficker.
struct Class {
    trafficker: Node,
    cost: u32,
    /// Edge of the flow network through which they all run, and how much it lets through by itself.
    edge: usize,
    most: u32,
}

/// How many arcs of a class are built: at least, at most.
type Range = (u32, u32);

/// The flow that is left once the network has restructured after losing `gone`.
pub(super) fn recovered(data: &Data, gone: &BTreeSet<Node>) -> u32 {
    up_to(data, gone, u32::MAX)
}

/// The same, but that a flow of `enough` is as good as any greater one.
pub(super) fn up_to(data: &Data, gone: &BTreeSet<Node>, enough: u32) -> u32 {
    let mut best = Best { flow: 0, enough };
    let full: BTreeMap<Node, u32> = data.traffickers.iter().map(|it| (*it, BUDGET)).collect();
    enter(
        data,
        gone,
        &openings(data, gone),
        &full,
        &mut BTreeSet::new(),
        &mut best,
    );
    best.flow
}

/// The greatest flow found, and what would be enough.
struct Best {
    flow: u32,
    enough: u32,
}

/// The flow right after the loss, nothing rebuilt.
pub(super) fn at_once(data: &Data, gone: &BTreeSet<Node>) -> u32 {
    let broke = data.traffickers.iter().map(|it| (*it, 0)).collect();
    build(data, gone, &broke, &BTreeSet::new()).0.flow()
}

/// For each lost trafficker and bottom: who can take the place.
fn openings(data: &Data, gone: &BTreeSet<Node>) -> Vec<Vec<Node>> {
    let pairs = data.replaces_trafficker.iter().chain(&data.replaces_bottom);
    let mut all: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for (lost, heir) in pairs.filter(|(lost, heir)| gone.contains(lost) && !gone.contains(heir)) {
        all.entry(*lost).or_default().push(*heir);
    }
    all.into_values().collect()
}

/// Who pays for an heir: the trafficker he replaces, or those above the promoted.
fn payers(data: &Data, heir: Node) -> Vec<Node> {
    let replaced = data.replaces_trafficker.iter().find(|it| it.1 == heir);
    match replaced {
        Some((lost, _)) => vec![*lost],
        None => data
            .traffickers
            .iter()
            .copied()
            .filter(|it| data.arcs.contains_key(&(*it, heir)))
            .collect(),
    }
}

/// Tries every choice of heirs, place by place.
fn enter(
    data: &Data,
    gone: &BTreeSet<Node>,
    openings: &[Vec<Node>],
    left: &BTreeMap<Node, u32>,
    entered: &mut BTreeSet<Node>,
    best: &mut Best,
) {
    if best.flow >= best.enough {
        return;
    }
    let Some((first, rest)) = openings.split_first() else {
        let (mut net, classes) = build(data, gone, left, entered);
        let free = classes.iter().map(|it| (0, it.most)).collect();
        bound(&mut net, &classes, left, free, best);
        return;
    };
    enter(data, gone, rest, left, entered, best);
    for heir in first {
        let price = data.enters.get(heir).copied().unwrap_or(0);
        let payers = payers(data, *heir);
        let promoted = |one: &Node| data.more.contains_key(one);
        // At most one promotion below each trafficker (`newArcsTB`).
        let again = promoted(heir)
            && entered
                .iter()
                .filter(|it| promoted(it))
                .any(|it| payers.iter().any(|t| data.arcs.contains_key(&(*t, *it))));
        if entered.contains(heir) || again || payers.iter().any(|it| left[it] < price) {
            continue;
        }
        let mut less = left.clone();
        for payer in &payers {
            *less.entry(*payer).or_default() -= price;
        }
        entered.insert(*heir);
        enter(data, gone, rest, &less, entered, best);
        entered.remove(heir);
    }
}

/// Branch and bound over how many arcs of each class are built.
fn bound(
    net: &mut Net,
    classes: &[Class],
    left: &BTreeMap<Node, u32>,
    ranges: Vec<Range>,
    best: &mut Best,
) {
    for (class, range) in classes.iter().zip(&ranges) {
        net.set(class.edge, range.1);
    }
    let flow = net.flow();
    if flow <= best.flow || best.flow >= best.enough {
        return;
    }
    let used: Vec<u32> = classes.iter().map(|it| net.used(it.edge)).collect();
    let spent = |trafficker: Node, of: &dyn Fn(usize) -> u32| -> u32 {
        let own = classes.iter().enumerate();
        own.filter(|(_, it)| it.trafficker == trafficker)
            .map(|(at, it)| it.cost * of(at))
            .sum()
    };
    let broke = left
        .iter()
        .find(|(trafficker, budget)| spent(**trafficker, &|at| used[at]) > **budget);
    let Some((&trafficker, &budget)) = broke else {
        best.flow = flow;
        return;
    };
    // Some class is used above what is sure of it; else what is sure would break the budget.
    let own = |at: &usize| classes[*at].trafficker == trafficker;
    let Some(at) = (0..classes.len())
        .filter(own)
        .find(|at| used[*at] > ranges[*at].0)
    else {
        return;
    };
    let mut fewer = ranges.clone();
    fewer[at].1 = used[at] - 1;
    let mut more = ranges;
    more[at].0 = used[at];
    let sure = spent(trafficker, &|at| more[at].0);
    if sure <= budget {
        for other in (0..classes.len()).filter(own) {
            let room = more[other].0 + (budget - sure) / classes[other].cost;
            more[other].1 = more[other].1.min(room);
        }
        bound(net, classes, left, more, best);
    }
    bound(net, classes, left, fewer, best);
}

/// The flow network with every arc that may be built, and the classes that share a budget.
fn build(
    data: &Data,
    gone: &BTreeSet<Node>,
    left: &BTreeMap<Node, u32>,
    entered: &BTreeSet<Node>,
) -> (Net, Vec<Class>) {
    let mut it = Build {
        data,
        gone,
        net: Net::new(2 + 3 * usize::from(data.nodes)),
        classes: Vec::new(),
    };
    it.as_it_is(entered);
    for &trafficker in &data.traffickers {
        it.arcs_of(trafficker, left[&trafficker], entered);
    }
    (it.net, it.classes)
}

struct Build<'d> {
    data: &'d Data,
    gone: &'d BTreeSet<Node>,
    net: Net,
    classes: Vec<Class>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;

/// Where flow enters a node.
fn head(node: Node) -> usize {
    3 * usize::from(node) - 1
}

/// Where it leaves it.
fn tail(node: Node) -> usize {
    head(node) + 1
}

/// Where it comes in by a new arc; at most one is built to each (`newArcsV`).
fn new(node: Node) -> usize {
    head(node) + 2
}

impl Build<'_> {
    /// The arcs that are there, and those who entered.
    fn as_it_is(&mut self, entered: &BTreeSet<Node>) {
        let data = self.data;
        for node in 1..=data.nodes {
            let mut carries = data.carries.get(&node).copied().unwrap_or(0);
            if entered.contains(&node) {
                carries += data.more.get(&node).copied().unwrap_or(0);
            }
            if self.gone.contains(&node) {
                carries = 0;
            }
            self.net.edge(head(node), tail(node), carries);
            self.net.edge(new(node), head(node), 1);
            if data.sources.contains(&node) || entered.contains(&node) {
                self.net.edge(SOURCE, head(node), u32::MAX);
            }
            if let Some(cap) = data.sinks.get(&node) {
                self.net.edge(tail(node), SINK, *cap);
            }
        }
        for (&(from, to), cap) in &data.arcs {
            self.net.edge(tail(from), head(to), *cap);
        }
    }

    /// Everything that may be built at the expense of one trafficker.
    fn arcs_of(&mut self, trafficker: Node, budget: u32, entered: &BTreeSet<Node>) {
        let data = self.data;
        let under: Vec<Node> = (1..=data.nodes)
            .filter(|node| data.arcs.contains_key(&(trafficker, *node)))
            .collect();
        let lost = under.iter().filter(|it| self.gone.contains(it)).count();
        let lost = u32::try_from(lost).unwrap_or(u32::MAX);
        // As many arcs below as subordinates were lost, whatever they cost.
        let out = self.net.node();
        self.net.edge(tail(trafficker), out, lost);
        self.class(trafficker, (trafficker, out), &data.below, budget);
        // Arcs to victims who lost a trafficker.
        let bereft = data.above.iter().filter(|((from, to), _)| {
            let of = data.traffickers.iter();
            let mut of = of.filter(|it| data.arcs.contains_key(&(**it, *to)));
            *from == trafficker
                && (data.sources.contains(to) || of.any(|it| self.gone.contains(it)))
        });
        let bereft = bereft.map(|(arc, cost)| (*arc, *cost)).collect();
        self.class(trafficker, (trafficker, tail(trafficker)), &bereft, budget);
        // Those directly below build at his expense: bottoms always, victims once promoted.
        for one in under {
            if data.bottoms.contains(&one) || entered.contains(&one) {
                self.class(trafficker, (one, tail(one)), &data.below, budget);
            }
        }
    }

    /// The new arcs of `from`, which begin at the point `at` of the network: one class for each price.
    fn class(
        &mut self,
        trafficker: Node,
        (from, at): (Node, usize),
        arcs: &BTreeMap<(Node, Node), u32>,
        budget: u32,
    ) {
        let own = arcs.iter().filter(|(arc, _)| arc.0 == from);
        let own: Vec<(Node, u32)> = own.map(|(arc, cost)| (arc.1, *cost)).collect();
        let costs: BTreeSet<u32> = own.iter().map(|it| it.1).collect();
        for cost in costs {
            let through = self.net.node();
            let most = budget / cost.max(1);
            let edge = self.net.edge(at, through, most);
            for (to, _) in own.iter().filter(|it| it.1 == cost) {
                self.net.edge(through, new(*to), 1);
            }
            self.classes.push(Class {
                trafficker,
                cost,
                edge,
                most,
            });
        }
    }
}
