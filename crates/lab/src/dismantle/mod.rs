//! Plans against the published AUC of MIND and against the classics, on the graphs of the dismantling review and on covert networks.

mod graphs;
mod growth;
mod players;
mod review;

use crate::say;
use inquiry::network::dismantle::{Method, Settings, Targets, finish, plain, plans_from};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub(crate) use growth::Growth;
pub(crate) use players::KeyPlayers;

/// The methods that count as classics: what anybody would try first.
const CLASSICS: [Method; 5] = [
    Method::Degree,
    Method::CoreHd,
    Method::Influence(1),
    Method::Influence(2),
    Method::Betweenness,
];

/// Take published and covert networks apart.
#[derive(clap::Args)]
pub(crate) struct Dismantle {
    /// The folder `networks` of the data.
    data: PathBuf,
    /// Only the covert sets, or only those of the review.
    #[arg(long, value_parser = ["covert", "review"])]
    only: Option<String>,
    /// Only every second graph of the review by name: the one half that methods and parameters were chosen on, or the other.
    #[arg(long, value_parser = ["tuning", "scored"])]
    half: Option<String>,
    /// Only graphs of at most so many edges.
    #[arg(long)]
    edges: Option<usize>,
    /// Leave out what is measured with costs by degree.
    #[arg(long)]
    unit: bool,
    /// Seconds from which the portfolio for one graph counts as lost.
    #[arg(long, default_value_t = 60.0)]
    limit: f64,
}

impl Dismantle {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        if self.only.as_deref() != Some("covert") {
            let choice = review::Choice {
                half: self.half.as_deref(),
                edges: self.edges,
                costs: !self.unit,
                limit: self.limit,
            };
            review::review(&self.data, &choice)?;
        }
        if self.only.as_deref() != Some("review") {
            covert(&self.data)?;
        }
        Ok(())
    }
}

/// Every covert set: the plan against adaptive degree and betweenness, with and without re-insertion.
fn covert(data: &Path) -> anyhow::Result<()> {
    let (mut lost, mut won, mut count) = (Vec::new(), 0, 0);
    let start = Instant::now();
    for it in graphs::covert(data)? {
        let targets = Targets::new(&it.graph, &BTreeSet::new())?;
        let settings = Settings {
            search: 20_000_000,
            ..Settings::default()
        };
        let orders = inquiry::network::dismantle::orders(&targets, &settings);
        let best = &plans_from(&targets, &settings, &orders)[0];
        let whole = targets.order(best.order.nodes().iter().copied().chain(targets.all()));
        let ours = plain(&targets, &settings, Method::Degree, &whole)
            .curve
            .area();
        let mut rival = f64::INFINITY;
        for (method, raw) in orders
            .iter()
            .filter(|(method, _)| [Method::Degree, Method::Betweenness].contains(method))
        {
            // To the very end, so that no curve is shorter for not being followed.
            let whole = targets.order(raw.nodes().iter().copied().chain(targets.all()));
            let bare = plain(&targets, &settings, *method, &whole).curve.area();
            let again = finish(&targets, &settings, method.name(), &whole)
                .curve
                .area();
            rival = rival.min(bare).min(again);
        }
        count += 1;
        won += usize::from(ours < rival - 1e-9);
        if ours > rival + 1e-9 {
            lost.push(format!("{} {ours:.3} over {rival:.3}", it.name));
        }
    }
    say(&format!(
        "covert sets: {count}; AUC below the best of degree and betweenness on {won}, above on {}{}{}; {:.1} s",
        lost.len(),
        if lost.is_empty() { "" } else { ": " },
        lost.join(", "),
        start.elapsed().as_secs_f64()
    ));
    Ok(())
}
