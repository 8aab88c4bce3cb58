//! How much memory a large network in layers takes, and how long it takes to build and to cut.

use super::timed;
use crate::say;
use anyhow::Result;
use inquiry::network::layered::{Arc, By, Kind, Layered};
use inquiry::network::random::Random;

/// Days over which contacts are spread.
const DAYS: u32 = 730;
/// Layers, one of them without direction.
const LAYERS: u32 = 4;

/// Build a random network of contacts in layers and measure its memory.
#[derive(clap::Args)]
pub(crate) struct Layers {
    /// How many contacts.
    #[arg(long, default_value_t = 2_000_000)]
    arcs: u32,
    /// How many people.
    #[arg(long, default_value_t = 200_000)]
    nodes: u32,
}

impl Layers {
    pub(crate) fn run(&self) -> Result<()> {
        let mut random = Random::new(1);
        let arcs: Vec<Arc> = (0..self.arcs)
            .map(|_| {
                // Some are called far more often than others.
                let to = random.below(self.nodes).min(random.below(self.nodes));
                let day = i32::try_from(19_000 + random.below(DAYS)).unwrap_or_default();
                Arc {
                    from: random.below(self.nodes),
                    to,
                    layer: u8::try_from(random.below(LAYERS)).unwrap_or_default(),
                    weight: 1.0,
                    kept: 0.9,
                    days: Some((day, day)),
                }
            })
            .collect();
        let kinds: Vec<Kind> = (0..LAYERS)
            .map(|layer| Kind {
                name: format!("layer {layer}"),
                directed: layer > 0,
            })
            .collect();
        let nodes = self.nodes as usize;
        let (net, busy, _) = timed(|| Layered::new(nodes, kinds, &arcs));
        let net = net?;
        drop(arcs);
        say(&format!(
            "{} arcs of {nodes} nodes in {LAYERS} layers: {} bytes, {:.2} an arc; built in {busy:.2} s",
            net.len(),
            net.bytes(),
            ratio(net.bytes(), net.len()),
        ));
        let (joined, busy, _) = timed(|| net.cut(&[], None));
        let joined = joined?.graph;
        say(&format!(
            "all layers and times joined: {} arcs, {} bytes, {:.2} an arc; {busy:.2} s",
            joined.edges(),
            joined.bytes(),
            ratio(joined.bytes(), joined.edges()),
        ));
        let (months, busy, _) = timed(|| -> Result<usize> {
            let mut count = 0;
            for period in net.periods(By::Month) {
                for layer in 0..u8::try_from(LAYERS)? {
                    count += net.cut(&[layer], Some(&period))?.arcs;
                }
            }
            Ok(count)
        });
        say(&format!(
            "every layer in every month, one after the other: {} arcs; {busy:.2} s",
            months?
        ));
        say(&format!(
            "peak memory of the process, with the arcs as given: {}",
            crate::process::megabytes(crate::process::high_water(std::process::id()))
        ));
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "bytes are far below 2^52")]
fn ratio(bytes: usize, count: usize) -> f64 {
    bytes as f64 / count.max(1) as f64
}
