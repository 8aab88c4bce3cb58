//! Re-insertion: who of a plan need not be removed after all, and in which order the others go.

use super::targets::{Order, Targets};
use super::union::Groups;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Takes back, one by one, the node of `order` that joins the smallest group, and reverses.
///
/// The reverse-greedy step of Braunstein, Dall'Asta, Semerjian and Zdeborova (2016), run to the end: while groups stay
/// at most `bound` nodes, who is taken back is out of the plan; then the rest is taken back in the same manner, and
/// the plan removes them in the opposite order. Costs divide the size of the group. The first `fixed` of the plan
/// stay as they are.
pub(super) fn rebuild(targets: &Targets<'_>, order: &Order, bound: u32, fixed: usize) -> Order {
    let mut it = Rebuild::new(targets, order);
    // Early removals come back last among equals.
    for (place, &node) in (0_u32..).zip(order.nodes()).skip(fixed) {
        it.queue(node, u32::MAX - place);
    }
    let mut back = Vec::with_capacity(order.nodes().len());
    while let Some(node) = it.take() {
        it.put(node);
        if it.groups.largest() > bound {
            back.push(node);
        }
    }
    back.reverse();
    let first = &order.nodes()[..fixed.min(order.nodes().len())];
    targets.order(first.iter().copied().chain(back))
}

/// What a heap holds: the key (bits of a positive double order as it does), the rank among equals, the node.
type Waiting = Reverse<(u64, u32, u32)>;

/// Two heaps of those who wait, because all who touch the largest group grow whenever it grows.
///
/// A key that has grown is found when it comes to the top. Keys shrink only where a group joins the largest one: then those
/// around it are queued anew, and the old entries are known by their keys.
struct Rebuild<'t, 'g> {
    targets: &'t Targets<'g>,
    there: Vec<bool>,
    groups: Groups,
    /// A node of the largest group.
    giant: u32,
    apart: BinaryHeap<Waiting>,
    beside: BinaryHeap<Waiting>,
    /// The key and the rank of each who waits.
    now: Vec<(u64, u32)>,
    /// The groups met by the last look, and in which look each was met last.
    heads: Vec<u32>,
    met: Vec<u32>,
    looks: u32,
}

/// The key of one who does not wait.
const NOT_WAITING: u64 = u64::MAX;

impl<'t, 'g> Rebuild<'t, 'g> {
    fn new(targets: &'t Targets<'g>, order: &Order) -> Self {
        let graph = targets.graph();
        let mut stays = vec![true; graph.nodes()];
        for &node in order.nodes() {
            stays[node as usize] = false;
        }
        let mut it = Self {
            targets,
            groups: Groups::new(graph.nodes()),
            there: vec![false; graph.nodes()],
            giant: 0,
            apart: BinaryHeap::new(),
            beside: BinaryHeap::new(),
            now: vec![(NOT_WAITING, 0); graph.nodes()],
            heads: Vec::new(),
            met: vec![0; graph.nodes()],
            looks: 0,
        };
        for node in graph.numbers().filter(|node| stays[*node as usize]) {
            it.there[node as usize] = true;
            it.join(node);
        }
        it
    }

    fn join(&mut self, node: u32) {
        for &near in self.targets.graph().near(node) {
            if self.there[near as usize] {
                self.groups.join(node, near);
            }
        }
        if self.groups.size(node) > self.groups.size(self.giant) || !self.there[self.giant as usize]
        {
            self.giant = node;
        }
    }

    /// Brings a node back, and queues anew who stands around what thereby joins the largest group.
    fn put(&mut self, node: u32) {
        self.now[node as usize].0 = NOT_WAITING;
        let (_, beside) = self.look(node);
        let mut around = Vec::new();
        if beside {
            let giant = self.groups.head(self.giant);
            let heads = std::mem::take(&mut self.heads);
            self.waiting_around(node, &mut around);
            for &head in heads.iter().filter(|head| **head != giant) {
                let mut member = head;
                loop {
                    self.waiting_around(member, &mut around);
                    member = self.groups.next(member);
                    if member == head {
                        break;
                    }
                }
            }
            self.heads = heads;
        }
        self.there[node as usize] = true;
        self.join(node);
        around.sort_unstable();
        around.dedup();
        for one in around {
            let rank = self.now[one as usize].1;
            self.queue(one, rank);
        }
    }

    fn waiting_around(&self, node: u32, around: &mut Vec<u32>) {
        let near = self.targets.graph().near(node).iter().copied();
        around.extend(near.filter(|near| self.now[*near as usize].0 != NOT_WAITING));
    }

    /// How many would join beside the largest group, the node itself counted, and whether that joins too.
    fn look(&mut self, node: u32) -> (u32, bool) {
        self.heads.clear();
        if self.looks == u32::MAX {
            self.met.fill(0);
            self.looks = 0;
        }
        self.looks += 1;
        let giant = self.groups.head(self.giant);
        let (mut size, mut beside) = (1, false);
        for &near in self.targets.graph().near(node) {
            if !self.there[near as usize] {
                continue;
            }
            let head = self.groups.head(near);
            if std::mem::replace(&mut self.met[head as usize], self.looks) == self.looks {
                continue;
            }
            self.heads.push(head);
            if head == giant {
                beside = true;
            } else {
                size += self.groups.size(head);
            }
        }
        (size, beside)
    }

    fn queue(&mut self, node: u32, rank: u32) {
        let (size, beside) = self.look(node);
        // A dear node comes back early: its key is low.
        let key = (f64::from(size) / self.targets.cost(node)).to_bits();
        self.now[node as usize] = (key, rank);
        self.heap(beside).push(Reverse((key, rank, node)));
    }

    fn heap(&mut self, beside: bool) -> &mut BinaryHeap<Waiting> {
        if beside {
            &mut self.beside
        } else {
            &mut self.apart
        }
    }

    /// Brings one to the top of a heap whose key is as it is now.
    fn settle(&mut self, beside: bool) {
        while let Some(&Reverse((key, rank, node))) = self.heap(beside).peek() {
            let waits = self.now[node as usize].0 == key;
            if waits {
                let (size, now_beside) = self.look(node);
                let now = (f64::from(size) / self.targets.cost(node)).to_bits();
                if now == key && now_beside == beside {
                    return;
                }
            }
            self.heap(beside).pop();
            if waits {
                self.queue(node, rank);
            }
        }
    }

    /// Takes out the one whose return makes the smallest group.
    fn take(&mut self) -> Option<u32> {
        self.settle(true);
        self.settle(false);
        let giant = self.groups.size(self.giant);
        let apart = self.apart.peek().map(|it| it.0.2);
        let beside = self.beside.peek().map(|it| it.0.2);
        let first = match (apart, beside) {
            (Some(one), Some(other)) => self.look(one).0 <= giant + self.look(other).0,
            (one, _) => one.is_some(),
        };
        self.heap(!first).pop().map(|it| it.0.2)
    }
}
