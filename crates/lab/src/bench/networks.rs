//! Graph measures against igraph and networkit on the graphs of the dismantling review.
//!
//! Every round asks clew, igraph and networkit in turn; the least processor time of all rounds counts. Results are
//! compared in the same run: the largest difference of two values, or the mean modularity reached over all rounds, each
//! with another seed.

use super::peer::{Given, Peers};
use super::timed;
use crate::say;
use anyhow::{Context as _, Result};
use inquiry::network::community::{Settings, leiden, modularity};
use inquiry::network::csr::Csr;
use inquiry::network::measures as m;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Tolerance of `PageRank`, igraph's own, which cannot be set.
const TOLERANCE: f64 = 1e-10;
/// Most nodes times edges for which exact betweenness and closeness are measured.
const EXACT: usize = 500_000_000;
/// The peers, as the driver calls them.
const PEERS: [&str; 2] = ["igraph", "networkit"];

/// Measure against igraph and networkit.
#[derive(clap::Args)]
pub(crate) struct Networks {
    /// The folder `networks/review` of the data.
    data: PathBuf,
    /// A Python that has igraph and networkit.
    #[arg(long)]
    python: PathBuf,
    /// Only graphs whose names hold this; may be given several times.
    #[arg(long)]
    graph: Vec<String>,
    /// Only this measure; may be given several times.
    #[arg(long)]
    measure: Vec<String>,
    /// Passes of clew's Leiden.
    #[arg(long, default_value_t = Settings::default().passes)]
    passes: usize,
    /// How often each is asked.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Error of sampled betweenness.
    #[arg(long, default_value_t = 0.01)]
    epsilon: f64,
    /// Risk that an estimate is off by more.
    #[arg(long, default_value_t = 0.1)]
    delta: f64,
}

/// One measure as clew makes it with a seed.
type Own<'a> = Box<dyn Fn(u64) -> Given + 'a>;

/// What one measure took each, and how the results compare.
struct Row {
    own: f64,
    peers: [Option<f64>; 2],
    words: String,
}

impl Networks {
    pub(crate) fn run(&self) -> Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        let mut peers = Peers::start(&self.python)?;
        say(
            "graph nodes edges measure | clew igraph networkit, seconds of processor | clew over the faster | results",
        );
        let (mut slower, mut count) = (Vec::new(), 0);
        for path in files(&self.data)? {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if !self.graph.is_empty() && !self.graph.iter().any(|it| name.contains(it.as_str())) {
                continue;
            }
            let graph = read(&path)?;
            peers.load(&path)?;
            for (measure, settings, own) in self.measures(&graph) {
                if !self.measure.is_empty() && !self.measure.iter().any(|it| it == measure) {
                    continue;
                }
                let row = self.row(&mut peers, &graph, measure, &settings, &own)?;
                let faster = row
                    .peers
                    .iter()
                    .flatten()
                    .copied()
                    .fold(f64::INFINITY, f64::min);
                let ratio = row.own / faster;
                count += 1;
                if ratio > 1.0 {
                    slower.push(format!("{name} {measure} {ratio:.2}"));
                }
                let seconds = |it: Option<f64>| it.map_or("-".to_owned(), |it| format!("{it:.5}"));
                say(&format!(
                    "{name} {} {} {measure} | {:.5} {} {} | {ratio:.2} | {}",
                    graph.nodes(),
                    graph.edges(),
                    row.own,
                    seconds(row.peers[0]),
                    seconds(row.peers[1]),
                    row.words,
                ));
            }
        }
        say(&format!(
            "slower than the faster peer: {} of {count}: {}",
            slower.len(),
            slower.join(", ")
        ));
        Ok(())
    }

    /// Every measure that this graph is small enough for, with what the driver is told.
    fn measures<'a>(&self, graph: &'a Csr) -> Vec<(&'static str, Value, Own<'a>)> {
        let (epsilon, delta) = (self.epsilon, self.delta);
        let settings = Settings {
            passes: self.passes,
            ..Settings::default()
        };
        let mut all: Vec<(&str, Value, Own<'a>)> = vec![
            (
                "pagerank",
                json!({ "measure": "pagerank", "tolerance": TOLERANCE }),
                Box::new(|_| plain(m::pagerank(graph, TOLERANCE))),
            ),
            (
                "cores",
                json!({ "measure": "cores" }),
                Box::new(|_| plain(m::core_numbers(graph).into_iter().map(f64::from).collect())),
            ),
            (
                "leiden",
                json!({ "measure": "leiden", "igraph_iterations": 2, "networkit_iterations": 3 }),
                Box::new(move |seed| {
                    let found = leiden(graph, &Settings { seed, ..settings });
                    plain(found.labels.into_iter().map(f64::from).collect())
                }),
            ),
            (
                "sampled",
                json!({ "measure": "sampled", "epsilon": epsilon, "delta": delta }),
                Box::new(move |seed| {
                    let found = m::sampled_betweenness(graph, epsilon, delta, seed);
                    Given {
                        samples: Some(found.samples as u64),
                        ..plain(found.values)
                    }
                }),
            ),
        ];
        if graph.nodes().saturating_mul(graph.edges()) <= EXACT {
            all.push((
                "betweenness",
                json!({ "measure": "betweenness" }),
                Box::new(|_| plain(m::betweenness(graph))),
            ));
            all.push((
                "closeness",
                json!({ "measure": "closeness" }),
                Box::new(|_| {
                    plain(
                        m::nearness(graph)
                            .into_iter()
                            .map(|it| it.harmonic)
                            .collect(),
                    )
                }),
            ));
        }
        all
    }

    fn row(
        &self,
        peers: &mut Peers,
        graph: &Csr,
        measure: &str,
        settings: &Value,
        own: &Own<'_>,
    ) -> Result<Row> {
        let mut seconds = [f64::INFINITY; 3];
        let mut reached: [Vec<f64>; 3] = Default::default();
        let mut given: [Option<Given>; 3] = Default::default();
        for round in 1..=self.rounds.max(1) as u64 {
            let (found, busy, _) = timed(|| own(round));
            let mut found = vec![Some(Given {
                seconds: busy,
                ..found
            })];
            for peer in PEERS {
                found.push(peers.run(peer, settings)?);
            }
            for (at, found) in found.into_iter().enumerate() {
                let Some(found) = found else { continue };
                seconds[at] = seconds[at].min(found.seconds);
                if measure == "leiden" {
                    reached[at].push(quality(graph, &found));
                }
                given[at] = Some(found);
            }
        }
        let words = if measure == "leiden" {
            format!("modularity {}", reached.map(|all| spread(&all)).join(", "))
        } else {
            let [own, theirs @ ..] = &given;
            compare(graph, measure, own.as_ref().context("no round")?, theirs)
        };
        let there = |at: usize| seconds[at].is_finite().then_some(seconds[at]);
        Ok(Row {
            own: seconds[0],
            peers: [there(1), there(2)],
            words,
        })
    }
}

/// Mean, least and most.
fn spread(values: &[f64]) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rounds")]
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(0.0, f64::max);
    format!("{mean:.4} ({least:.4} to {most:.4})")
}

fn plain(values: Vec<f64>) -> Given {
    Given {
        seconds: 0.0,
        values,
        samples: None,
    }
}

/// How the results compare, in words.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
fn compare(graph: &Csr, measure: &str, own: &Given, theirs: &[Option<Given>; 2]) -> String {
    let n = graph.nodes() as f64;
    // igraph and networkit give sums over pairs where clew gives shares.
    let scale = |at: usize| match (measure, at) {
        ("betweenness", 0) => 2.0 / ((n - 1.0) * (n - 2.0)),
        ("betweenness", _) => 1.0 / ((n - 1.0) * (n - 2.0)),
        ("closeness", 1) => 1.0 / (n - 1.0),
        // On undirected graphs its scores are twice the share; a star shows it.
        ("sampled", 1) => 0.5,
        _ => 1.0,
    };
    let mut words = Vec::new();
    for (at, it) in theirs.iter().enumerate() {
        let Some(it) = it else { continue };
        let peer = PEERS[at];
        let pairs = own.values.iter().zip(&it.values);
        let most = pairs
            .map(|(a, b)| (a - b * scale(at)).abs())
            .fold(0.0, f64::max);
        words.push(format!("{peer} differs by at most {most:.1e}"));
        if let (Some(own), Some(its)) = (own.samples, it.samples) {
            words.push(format!("{own} samples, {peer} {its}"));
        }
    }
    words.join(", ")
}

fn quality(graph: &Csr, given: &Given) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "labels are small whole numbers"
    )]
    let labels: Vec<u32> = given.values.iter().map(|value| *value as u32).collect();
    modularity(graph, &labels, 1.0)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "el") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// As a simple graph: an edge given twice is one.
fn read(path: &Path) -> Result<Csr> {
    let text = std::fs::read_to_string(path)?;
    let read = clew::edges::parse(&text).with_context(|| path.display().to_string())?;
    let mut pairs: Vec<(u32, u32)> = read
        .edges
        .iter()
        .map(|it| (it.from.min(it.to), it.from.max(it.to)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let edges: Vec<_> = pairs.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
    Ok(Csr::undirected(read.names.len(), &edges)?)
}
