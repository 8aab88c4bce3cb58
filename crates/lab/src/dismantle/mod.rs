//! Plans against the published AUC of MIND and against the classics, on the graphs of the dismantling review and on covert networks.

mod graphs;
mod players;

use crate::say;
use graphs::Network;
use inquiry::network::dismantle::{
    Goal, Method, Plan, Settings, Targets, finish, plain, plans_from,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

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
}

impl Dismantle {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        if self.only.as_deref() != Some("covert") {
            self.review()?;
        }
        if self.only.as_deref() != Some("review") {
            covert(&self.data)?;
        }
        Ok(())
    }

    fn review(&self) -> anyhow::Result<()> {
        let folder = self.data.join("review");
        let published = published(&folder.join("published_mind_auc.csv"))?;
        let (mut ratios, mut never, mut fewer, mut count) = (Vec::new(), true, 0, 0);
        say(
            "graph nodes edges | AUC published ratio by | to 10 %: plan, best classic | to 1 % | seconds",
        );
        for (at, path) in graphs::files(&folder, ".el")?.iter().enumerate() {
            let half = if at % 2 == 0 { "tuning" } else { "scored" };
            if self.half.as_deref().is_some_and(|wanted| wanted != half) {
                continue;
            }
            let it = graphs::edges(path)?;
            if self.edges.is_some_and(|most| it.graph.edges() > most) {
                continue;
            }
            let row = row(&it, published.get(&it.name).copied())?;
            ratios.extend(row.ratio);
            never &= row.fewest <= row.classic;
            fewer += usize::from(row.fewest < row.classic);
            count += 1;
            say(&format!("{half} {}", row.words));
        }
        let logs: f64 = ratios.iter().map(|it: &f64| it.ln()).sum();
        let worst = ratios.iter().copied().fold(0.0, f64::max);
        #[expect(clippy::cast_precision_loss, reason = "a handful of graphs")]
        let mean = (logs / ratios.len().max(1) as f64).exp();
        say(&format!(
            "AUC over published: geometric mean {mean:.3}, worst {worst:.3}, {} graphs; removals to 10 %: {} the best classic, fewer on {fewer} of {count}",
            ratios.len(),
            if never {
                "never more than"
            } else {
                "MORE than"
            }
        ));
        Ok(())
    }
}

struct Row {
    words: String,
    ratio: Option<f64>,
    fewest: usize,
    classic: usize,
}

fn row(it: &Network, published: Option<f64>) -> anyhow::Result<Row> {
    let targets = Targets::new(&it.graph, &BTreeSet::new())?;
    let settings = Settings::default();
    let start = Instant::now();
    let mut orders = Vec::new();
    let mut times = Vec::new();
    for method in Method::ALL {
        let start = Instant::now();
        orders.push((method, method.order(&targets, settings.work, settings.seed)));
        times.push(format!(
            "{} {:.1}",
            method.name(),
            start.elapsed().as_secs_f64()
        ));
    }
    let all = plans_from(&targets, &settings, &orders);
    let seconds = start.elapsed().as_secs_f64();
    let best = &all[0];
    let until = |plan: &Plan, share| plan.curve.until(share).unwrap_or(usize::MAX);
    let fewest = Settings {
        goal: Goal::Fewest,
        until: 0.1,
        ..settings
    };
    let few = plans_from(&targets, &fewest, &orders);
    // The best plan was searched around; a classic gets the same finish without it.
    let classics = orders
        .iter()
        .filter(|(method, _)| CLASSICS.contains(method));
    let classic = classics
        .map(|(method, raw)| until(&finish(&targets, &fewest, method.name(), raw), 0.1))
        .min()
        .unwrap_or(usize::MAX);
    let area = best.curve.area();
    let ratio = published.map(|mind| area / mind);
    let rivals: Vec<String> = all
        .iter()
        .skip(1)
        .take(3)
        .map(|plan| format!("{} {:.2}", plan.method, plan.curve.area()))
        .collect();
    Ok(Row {
        words: format!(
            "{} {} {} | {area:.2} {} {} {} | {} {classic} | {} | {seconds:.1} s ({}); then {}",
            it.name,
            it.graph.nodes(),
            it.graph.edges(),
            published.map_or("-".to_owned(), |mind| format!("{mind:.2}")),
            ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.3}")),
            best.method,
            until(&few[0], 0.1),
            until(best, 0.01),
            times.join(" "),
            rivals.join(", "),
        ),
        ratio,
        fewest: until(&few[0], 0.1),
        classic,
    })
}

/// AUC by graph as published.
fn published(path: &Path) -> anyhow::Result<BTreeMap<String, f64>> {
    let mut reader = csv::Reader::from_path(path)?;
    let mut all = BTreeMap::new();
    for row in reader.records() {
        let row = row?;
        if let (Some(name), Some(Ok(area))) = (row.get(1), row.get(2).map(str::parse)) {
            all.insert(name.to_owned(), area);
        }
    }
    Ok(all)
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
