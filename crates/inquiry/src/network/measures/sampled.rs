//! Betweenness from sampled shortest paths, with a bound on its error.
//!
//! Every path is drawn as by Riondato and Kornaropoulos (2016), whose number of samples is enough in any case. As in
//! Borassi and Natale (2016) the drawing ends earlier where what was drawn proves that it may; the proof here is
//! Chernoff's bound in its exact form, by relative entropy, at a number of checks fixed beforehand.

use super::meeting::Paths;
use super::paths::Search;
use crate::exact::ln;
use crate::network::csr::Csr;
use crate::network::random::Random;

/// Estimated betweenness with what it promises.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// One estimate a node: the share of all ordered pairs, also those that end in the node. [`super::betweenness`]
    /// leaves these out, and is n / (n - 2) times as large.
    pub values: Vec<f64>,
    /// With probability 1 - delta no estimate is off by more than this.
    pub epsilon: f64,
    /// How likely it is that some estimate is off by more.
    pub delta: f64,
    /// How many paths were drawn, without those of the first look.
    pub samples: usize,
    /// How many paths would have been drawn at most.
    pub most: usize,
}

/// Draws shortest paths of an undirected graph until no estimate is off by more than `epsilon`, but with probability
/// `delta`.
///
/// At most 0.5 / epsilon^2 (floor(log2(VD - 2)) + 1 + ln(2 / delta)) paths, where VD is at least as large as the number of
/// nodes on the longest shortest path: two depths of a breadth-first search in each component.
pub fn sampled_betweenness(graph: &Csr, epsilon: f64, delta: f64, seed: u64) -> Sampled {
    let n = graph.nodes();
    let epsilon = epsilon.clamp(1e-4, 0.5);
    let delta = delta.clamp(1e-9, 0.5);
    if n < 3 {
        return Sampled {
            values: vec![0.0; n],
            epsilon,
            delta,
            samples: 0,
            most: 0,
        };
    }
    let wide = f64::from((longest(graph).max(3) - 2).ilog2());
    let most = whole(0.5 / (epsilon * epsilon) * (wide + 1.0 + ln(2.0 / delta)));
    let checks = checks(epsilon, delta, most);
    let mut random = Random::new(seed);
    let mut paths = Paths::new(graph);
    let mut draw = |counts: &mut [u32]| {
        let from = random.below(number(n));
        let to = (from + 1 + random.below(number(n - 1))) % number(n);
        paths.draw([from, to], &mut random, |node| counts[node as usize] += 1);
    };
    // A first look, thrown away, only says which nodes need the largest share of the risk.
    let mut counts = vec![0; n];
    let first = checks.first().copied().unwrap_or(most);
    for _ in 0..first {
        draw(&mut counts);
    }
    let risk = Risk::new(&counts, epsilon, delta / 2.0, checks.len());
    counts.fill(0);
    let mut samples = 0;
    for check in checks {
        while samples < check {
            draw(&mut counts);
            samples += 1;
        }
        if risk.holds(&counts, samples) {
            break;
        }
    }
    Sampled {
        values: counts.iter().map(|count| share(*count, samples)).collect(),
        epsilon,
        delta,
        samples,
        most,
    }
}

fn number(place: usize) -> u32 {
    // The graph's constructor refuses more nodes than a `u32` counts.
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn float(count: usize) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive, and at most 0.5e8 times 60 by the clamps"
)]
fn whole(number: f64) -> usize {
    number.ceil() as usize
}

fn share(count: u32, samples: usize) -> f64 {
    f64::from(count) / float(samples.max(1))
}

/// After how many samples it is looked whether they are enough; the last is `most`, where they are.
fn checks(epsilon: f64, delta: f64, most: usize) -> Vec<usize> {
    // Fewer could not even bound a node that no path ran over.
    let mut next = ln(8.0 / delta) / -ln(1.0 - epsilon);
    let mut checks = Vec::new();
    while whole(next) < most {
        checks.push(whole(next));
        next *= 1.15;
    }
    checks.push(most);
    checks
}

/// Which part of the risk each node may take, and whether it keeps to that.
struct Risk {
    epsilon: f64,
    /// ln(1 / risk) of a node with none but the even share.
    even: f64,
    /// ln(1 / risk) of the others.
    own: Vec<(u32, f64)>,
}

impl Risk {
    /// Half of `delta` is given out evenly, half by rank in the first look: 1/2, 1/6, 1/12 and so on, since
    /// what the highest nodes may risk decides how many samples are needed. Split over checks and both sides.
    fn new(first: &[u32], epsilon: f64, delta: f64, checks: usize) -> Self {
        let part = delta / 2.0 / (2.0 * float(checks));
        let n = float(first.len());
        let mut order: Vec<u32> = (0..number(first.len()))
            .filter(|node| first[*node as usize] > 0)
            .collect();
        order.sort_by_key(|node| std::cmp::Reverse(first[*node as usize]));
        let own = order.iter().take(1_000).enumerate().map(|(at, node)| {
            let rank = float(at + 1);
            (
                *node,
                ln(1.0 / (part * (1.0 / n + 1.0 / (rank * (rank + 1.0))))),
            )
        });
        Self {
            epsilon,
            even: ln(n / part),
            own: own.collect(),
        }
    }

    /// Whether every estimate is proven.
    fn holds(&self, counts: &[u32], samples: usize) -> bool {
        let proven = |count: u32, wanted: f64| {
            let seen = share(count, samples);
            let above = entropy(seen, seen + self.epsilon);
            let below = if seen > self.epsilon {
                entropy(seen, seen - self.epsilon)
            } else {
                f64::INFINITY
            };
            above.min(below) * float(samples) >= wanted
        };
        // The proof gets harder up to a half: all counts below one that is proven are proven.
        let (mut low, mut high) = (0, number(samples / 2));
        if !proven(0, self.even) {
            return false;
        }
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if proven(middle, self.even) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        self.own.iter().all(|&(node, wanted)| {
            counts[node as usize] <= low || proven(counts[node as usize], wanted)
        }) && {
            let mut left: Vec<bool> = counts.iter().map(|count| *count > low).collect();
            for (node, _) in &self.own {
                left[*node as usize] = false;
            }
            left.iter()
                .zip(counts)
                .all(|(left, count)| !left || proven(*count, self.even))
        }
    }
}

/// Relative entropy of seeing the share `seen` where `true` is the share; infinite where that cannot be seen.
fn entropy(seen: f64, truth: f64) -> f64 {
    let part = |seen: f64, truth: f64| {
        if seen <= 0.0 {
            0.0
        } else if truth <= 0.0 {
            f64::INFINITY
        } else {
            seen * ln(seen / truth)
        }
    };
    part(seen, truth) + part(1.0 - seen, 1.0 - truth)
}

/// No fewer nodes than on the longest shortest path.
fn longest(graph: &Csr) -> u32 {
    let mut search = Search::new(graph.nodes());
    let mut seen = vec![false; graph.nodes()];
    let mut most = 1;
    for root in graph.numbers() {
        if seen[root as usize] {
            continue;
        }
        search.run(graph, root);
        for node in &search.order {
            seen[*node as usize] = true;
        }
        let mut deepest = search
            .order
            .iter()
            .rev()
            .map(|node| search.distance[*node as usize]);
        most = most.max(deepest.next().unwrap_or(0) + deepest.next().unwrap_or(0) + 1);
    }
    most
}
