//! What every reaction keeps, and what small networks must give.

use super::*;
use crate::network::csr::Csr;
use crate::network::dismantle::flow;
use proptest::prelude::*;

fn graph(nodes: usize, edges: &[(u32, u32)]) -> Csr {
    let edges: Vec<_> = edges.iter().map(|&(a, b)| (a, b, 1.0)).collect();
    Csr::undirected(nodes, &edges).unwrap()
}

/// A recruiter (0) reaches the recruits (3, 4) through 1; 2 knows 1 alone.
const CHAIN: [(u32, u32); 4] = [(0, 1), (1, 2), (1, 3), (1, 4)];

fn play(protected: &[u32], order: &[u32], taken: f64) -> Regained {
    let graph = graph(5, &CHAIN);
    let protected = protected.iter().copied().collect();
    let targets = Targets::new(&graph, &protected).unwrap();
    let order = targets.order(order.iter().copied());
    let reaction = Reaction {
        taken,
        rewired: 0.0,
        ..Reaction::default()
    };
    let all = graph.numbers().collect();
    regained(&targets, &order, (&[0], &[3, 4]), &all, &reaction)
}

#[test]
fn a_lost_broker_is_replaced_and_the_flow_returns() {
    let played = play(&[3, 4], &[1], 1.0);
    assert_eq!((played.before, played.after), (2, 0));
    assert!(played.steps.iter().all(|it| it.low == 2 && it.high == 2));
}

#[test]
fn nothing_returns_where_nobody_takes_a_place() {
    let played = play(&[3, 4], &[1], 0.0);
    assert!(played.steps.iter().all(|it| it.high == 0));
}

#[test]
fn the_protected_take_no_place() {
    // Only protected people are left around the lost place.
    let played = play(&[0, 2, 3, 4], &[1], 1.0);
    assert!(played.steps.iter().all(|it| it.high == 0));
}

#[test]
fn a_thing_takes_no_place() {
    let graph = graph(5, &CHAIN);
    let targets = Targets::new(&graph, &BTreeSet::from([3, 4])).unwrap();
    let order = targets.order([1]);
    let reaction = Reaction {
        taken: 1.0,
        rewired: 0.0,
        ..Reaction::default()
    };
    // Of who is left, only 0 is a person; without him there is nobody.
    for (heirs, wanted) in [(BTreeSet::from([0]), 2), (BTreeSet::new(), 0)] {
        let played = regained(&targets, &order, (&[0], &[3, 4]), &heirs, &reaction);
        assert!(played.steps.iter().all(|it| it.high == wanted));
    }
}

#[test]
fn a_lost_recruiter_has_a_successor() {
    let played = play(&[3, 4], &[0], 1.0);
    assert_eq!((played.before, played.after), (2, 0));
    assert_eq!(played.steps[0].middle, 2);
}

#[test]
fn those_whom_a_broker_held_together_find_each_other_unless_protected() {
    let graph = graph(5, &CHAIN);
    let all = graph.numbers().collect();
    let reaction = Reaction {
        taken: 0.0,
        rewired: 1.0,
        ..Reaction::default()
    };
    // With 1 gone, 0 and 2 may find each other; the recruits are found only where they are not protected.
    for (protected, wanted) in [(BTreeSet::from([3, 4]), 0), (BTreeSet::new(), 2)] {
        let targets = Targets::new(&graph, &protected).unwrap();
        let order = targets.order([1]);
        let played = regained(&targets, &order, (&[0], &[3, 4]), &all, &reaction);
        assert_eq!(played.steps.last().map(|it| it.middle), Some(wanted));
    }
}

#[test]
fn a_place_is_taken_from_afar_only_where_the_reaction_says_so() {
    // 5 and 6 are tied to each other alone: no neighbours of 1, and not two ties away.
    let edges = [&CHAIN[..], &[(5, 6)]].concat();
    let graph = graph(7, &edges);
    let targets = Targets::new(&graph, &BTreeSet::from([3, 4])).unwrap();
    let order = targets.order([0, 1, 2]);
    let all = graph.numbers().collect();
    for (heir, wanted) in [(Heir::Near, 0), (Heir::Prominent, 2), (Heir::Anybody, 2)] {
        let reaction = Reaction {
            taken: 1.0,
            heir,
            ..Reaction::default()
        };
        let played = regained(&targets, &order, (&[0], &[3, 4]), &all, &reaction);
        let last = played.steps.last().map_or(0, |it| it.high);
        assert_eq!(last.min(2), wanted, "{}", heir.name());
    }
}

#[test]
fn a_steadfast_plan_takes_those_whose_place_nobody_takes() {
    // 0 recruits through 1, whom 2 would replace; 0 himself does not. Only without both does nothing come back.
    let graph = graph(5, &CHAIN);
    let targets = Targets::new(&graph, &BTreeSet::from([3, 4])).unwrap();
    let heirs = BTreeSet::from([1, 2]);
    let reaction = Reaction {
        taken: 1.0,
        ..Reaction::default()
    };
    let left = |order: &Order| {
        let it = regained(&targets, order, (&[0], &[3, 4]), &heirs, &reaction);
        f64::from(u32::try_from(it.total).unwrap())
    };
    let hunt = Hunt {
        budget: 2.0,
        tries: 200,
        seed: 1,
    };
    let naive = targets.order([1]);
    let plan = steadfast(&targets, &[&naive], &hunt, |it| targets.price(it), left);
    assert!(left(&naive) > 0.0);
    assert!(left(&plan) < f64::EPSILON);
    assert_eq!(
        plan.nodes().iter().collect::<BTreeSet<_>>(),
        BTreeSet::from([&1, &2])
    );
}

proptest! {
    /// No search for a plan that stays good names a protected node, or spends more than there is.
    #[test]
    fn a_steadfast_plan_spares_the_protected_and_keeps_its_budget(
        edges in prop::collection::vec((0_u32..14, 0_u32..14), 1..40),
        protected in prop::collection::btree_set(0_u32..14, 0..14),
        budget in 0_u32..6,
        seed in any::<u64>(),
    ) {
        let edges: Vec<_> = edges.into_iter().filter(|(a, b)| a != b).collect();
        let graph = graph(14, &edges);
        let targets = Targets::new(&graph, &protected).unwrap();
        let hunt = Hunt { budget: f64::from(budget), tries: 60, seed };
        let start = targets.order(graph.numbers());
        let price = |it: &Order| targets.price(it);
        let left = |it: &Order| f64::from(crate::network::dismantle::Curve::of(&targets, it).largest.last().copied().unwrap_or(14));
        let plan = steadfast(&targets, &[&start], &hunt, price, left);
        prop_assert!(plan.nodes().iter().all(|it| !protected.contains(it)));
        prop_assert!(plan.nodes().len() <= budget as usize);
        prop_assert_eq!(&plan, &steadfast(&targets, &[&start], &hunt, price, left));
    }

    #[test]
    fn a_reaction_never_takes_flow_away_and_repeats(
        edges in prop::collection::vec((0_u32..12, 0_u32..12), 1..40),
        protected in prop::collection::btree_set(0_u32..12, 0..6),
        wish in prop::collection::vec(0_u32..12, 0..5),
        seed in any::<u64>(),
    ) {
        let edges: Vec<_> = edges.into_iter().filter(|(a, b)| a != b).collect();
        let graph = graph(12, &edges);
        let targets = Targets::new(&graph, &protected).unwrap();
        let order = targets.order(wish);
        let to: Vec<u32> = protected.iter().copied().collect();
        let from: Vec<u32> = targets.all().collect();
        let reaction = Reaction { runs: 9, steps: 4, seed, ..Reaction::default() };
        let all = graph.numbers().collect();
        let played = regained(&targets, &order, (&from, &to), &all, &reaction);
        let flow = flow(&targets, &order, &from, &to);
        prop_assert_eq!((Some(&played.before), Some(&played.after)), (flow.first(), flow.last()));
        prop_assert!(played.after <= played.before);
        let mut last = played.after;
        for step in &played.steps {
            prop_assert!(step.low <= step.middle && step.middle <= step.high);
            prop_assert!(step.low >= played.after && step.middle >= last);
            last = step.middle;
        }
        prop_assert_eq!(&played, &regained(&targets, &order, (&from, &to), &all, &reaction));
    }
}
