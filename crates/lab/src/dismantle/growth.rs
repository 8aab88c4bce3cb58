//! How the time of the default plan grows with the network: generated graphs of ten thousand to two million ties, one thread.

use crate::say;
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Method, Settings, Targets, plans_from};
use inquiry::network::random::Random;
use std::collections::BTreeSet;
use std::time::Instant;

/// Ties of the graphs that are made.
const SIZES: [u32; 8] = [
    1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000,
];
/// Ties for each node.
const TIES: u32 = 4;
/// Below so many ties most time is the fixed amount of search: no growth is read from there.
const FIXED: u32 = 10_000;

/// Ties of a generated graph, each with its weight.
type Ties = Vec<(u32, u32, f32)>;
/// Makes a graph of so many ties from a seed.
type Maker = fn(u32, u64) -> Ties;

/// Time the default plan on generated networks and print the exponent of its growth.
#[derive(clap::Args)]
pub(crate) struct Growth {
    /// Most ties of a graph.
    #[arg(long, default_value_t = 2_000_000)]
    most: u32,
    /// Fewest ties of a graph.
    #[arg(long, default_value_t = 1_000)]
    least: u32,
    /// Kind of graph: by preference (Barabasi and Albert 1999), or ties between any two alike.
    #[arg(long, value_parser = ["preferential", "uniform"])]
    only: Option<String>,
    /// Seed of the graphs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Growth {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        for (kind, made) in [
            ("preferential", preferential as Maker),
            ("uniform", uniform),
        ] {
            if self.only.as_deref().is_none_or(|only| only == kind) {
                self.grow(kind, made)?;
            }
        }
        Ok(())
    }

    fn grow(&self, kind: &str, made: Maker) -> anyhow::Result<()> {
        say(&format!(
            "{kind}: ties nodes | processor s, wall s | exponent since the row before | removals to 10 %, to 1 % | best; seconds by method"
        ));
        let mut points: Vec<(f64, f64)> = Vec::new();
        let mut steepest = f64::NEG_INFINITY;
        for ties in SIZES {
            if ties > self.most || ties < self.least {
                continue;
            }
            let edges = made(ties, self.seed);
            let graph = Csr::undirected((ties / TIES) as usize, &edges)?;
            let targets = Targets::new(&graph, &BTreeSet::new())?;
            let settings = Settings::default();
            let (start, before) = (Instant::now(), processor());
            let mut times = Vec::new();
            let mut orders = Vec::new();
            for method in Method::ALL {
                let before = processor();
                orders.push((method, method.order(&targets, settings.work, settings.seed)));
                times.push(format!("{} {:.1}", method.name(), processor() - before));
            }
            let before_finish = processor();
            let plans = plans_from(&targets, &settings, &orders);
            let (seconds, wall) = (processor() - before, start.elapsed().as_secs_f64());
            times.push(format!("finish {:.1}", processor() - before_finish));
            #[expect(clippy::cast_precision_loss, reason = "at most two million")]
            let point = ((graph.edges() as f64).ln(), seconds.max(1e-3).ln());
            let since = points
                .last()
                .map(|last| (point.1 - last.1) / (point.0 - last.0));
            if ties > FIXED {
                steepest = steepest.max(since.unwrap_or(f64::NEG_INFINITY));
            }
            let until = |share| {
                let found = plans[0].curve.until(share);
                found.map_or_else(|| "never".to_owned(), |it| it.to_string())
            };
            say(&format!(
                "{} {} | {seconds:.2} {wall:.2} | {} | {} {} | {}; {}",
                graph.edges(),
                graph.nodes(),
                since.map_or_else(|| "-".to_owned(), |it| format!("{it:.2}")),
                until(0.1),
                until(0.01),
                plans[0].method,
                times.join(", "),
            ));
            points.push(point);
        }
        let fixed = f64::from(FIXED).ln() - 0.1;
        let from: Vec<_> = points.iter().copied().filter(|it| it.0 > fixed).collect();
        say(&format!(
            "{kind}: exponent {:.2} over all, {:.2} from {FIXED} ties up; steepest from one size to the next {steepest:.2}",
            slope(&points),
            slope(&from),
        ));
        Ok(())
    }
}

/// The slope of the straight line through the points, by least squares.
#[expect(clippy::cast_precision_loss, reason = "a handful of points")]
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len().max(1) as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|it| it.0), mean(|it| it.1));
    let up: f64 = points.iter().map(|it| (it.0 - x) * (it.1 - y)).sum();
    let wide: f64 = points.iter().map(|it| (it.0 - x).powi(2)).sum();
    up / wide
}

/// Each new node ties itself to [`TIES`] earlier ones, likelier to those with many ties.
fn preferential(ties: u32, seed: u64) -> Ties {
    let mut random = Random::new(seed);
    let mut ends: Vec<u32> = (0..=TIES).collect();
    let mut edges = Vec::new();
    for node in TIES + 1..ties / TIES {
        let mut chosen = BTreeSet::new();
        while chosen.len() < TIES as usize {
            chosen.insert(ends[random.place(ends.len())]);
        }
        for other in chosen {
            edges.push((node, other, 1.0));
            ends.extend([node, other]);
        }
    }
    edges
}

/// Each tie is between any two.
fn uniform(ties: u32, seed: u64) -> Ties {
    let mut random = Random::new(seed);
    let nodes = ties / TIES;
    (0..ties)
        .map(|_| (random.below(nodes), random.below(nodes), 1.0))
        .collect()
}

/// Seconds that this thread has had the processor; 0 where the system does not tell.
fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let spent = told.split_whitespace().next();
    spent.and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
