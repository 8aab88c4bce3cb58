//! Plans for the graphs of the dismantling review: against the published AUC of MIND, and against the classics with the same finish.

use super::CLASSICS;
use super::graphs::{self, Network};
use crate::say;
use inquiry::network::dismantle::{
    Goal, Method, Order, Plan, Settings, Targets, finish, plans_from, priced_area,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

/// The half that methods and parameters were chosen on, and the other: by turns in the order of the names.
pub(super) const HALVES: [&str; 2] = ["tuning", "scored"];

/// Which graphs are taken, and what counts as lost.
pub(super) struct Choice<'a> {
    pub(super) half: Option<&'a str>,
    pub(super) edges: Option<usize>,
    /// Whether costs by degree are measured too.
    pub(super) costs: bool,
    /// Seconds from which a portfolio counts as lost.
    pub(super) limit: f64,
}

/// Ours beside the best classic; less is better.
#[derive(Clone, Copy)]
struct Pair {
    ours: f64,
    classic: f64,
}

impl Pair {
    fn ratio(self) -> f64 {
        self.ours / self.classic
    }

    fn words(self) -> String {
        if self.ours.fract() == 0.0 && self.classic.fract() == 0.0 {
            format!("{} {}", self.ours, self.classic)
        } else {
            format!("{:.1} {:.1}", self.ours, self.classic)
        }
    }
}

/// What was measured on one graph.
struct Row {
    half: &'static str,
    published: Option<f64>,
    ten: Pair,
    one: Pair,
    /// With costs by degree: the area, and the costs until a tenth and a hundredth.
    priced: Option<[Pair; 3]>,
}

/// Scores all graphs of the choice; each half by itself, then both.
pub(super) fn review(data: &Path, choice: &Choice<'_>) -> anyhow::Result<()> {
    let folder = data.join("review");
    let published = published(&folder.join("published_mind_auc.csv"))?;
    say(
        "half graph nodes edges | AUC published ratio by | removals: plan, best classic to 10 %, to 1 % | by degree cost: area, to 10 %, to 1 % | seconds",
    );
    let (mut rows, mut lost) = (Vec::new(), Vec::new());
    for (at, path) in graphs::files(&folder, ".el")?.iter().enumerate() {
        let half = HALVES[at % 2];
        if choice.half.is_some_and(|wanted| wanted != half) {
            continue;
        }
        let it = match graphs::edges(path) {
            Ok(it) => it,
            Err(error) => {
                lost.push(format!("{}: {error:#}", path.display()));
                continue;
            }
        };
        if choice.edges.is_some_and(|most| it.graph.edges() > most) {
            continue;
        }
        let known = published.get(&it.name).copied();
        let (row, seconds) = measured(&it, half, known, choice.costs)?;
        if seconds > choice.limit {
            lost.push(format!("{}: {seconds:.0} s", it.name));
        }
        rows.push(row);
    }
    for half in HALVES {
        let own: Vec<&Row> = rows.iter().filter(|row| row.half == half).collect();
        sum_up(half, &own);
    }
    sum_up("both", &rows.iter().collect::<Vec<_>>());
    say(&format!(
        "failed or over {:.0} s: {}",
        choice.limit,
        if lost.is_empty() {
            "none".to_owned()
        } else {
            lost.join("; ")
        }
    ));
    Ok(())
}

fn sum_up(name: &str, rows: &[&Row]) {
    if rows.is_empty() {
        return;
    }
    let areas: Vec<f64> = rows.iter().filter_map(|it| it.published).collect();
    let worst = areas.iter().copied().fold(0.0, f64::max);
    let against = |of: &dyn Fn(&Row) -> Option<Pair>| {
        let pairs: Vec<Pair> = rows.iter().filter_map(|it| of(it)).collect();
        let fewer = pairs.iter().filter(|it| it.ours < it.classic).count();
        let more = pairs.iter().filter(|it| it.ours > it.classic).count();
        let mean = mean(&pairs.iter().map(|it| it.ratio()).collect::<Vec<_>>());
        format!(
            "fewer on {fewer}, more on {more} of {}, geometric mean {mean:.3}",
            pairs.len()
        )
    };
    say(&format!(
        "{name}: AUC over published, {} graphs: geometric mean {:.3}, worst {worst:.3}",
        areas.len(),
        mean(&areas)
    ));
    say(&format!(
        "{name}: removals against the best classic, to 10 %: {}; to 1 %: {}",
        against(&|it| Some(it.ten)),
        against(&|it| Some(it.one))
    ));
    if rows.iter().any(|it| it.priced.is_some()) {
        let at = |place: usize| against(&|it: &Row| it.priced.map(|all| all[place]));
        say(&format!(
            "{name}: costs by degree against the best classic, area: {}; to 10 %: {}; to 1 %: {}",
            at(0),
            at(1),
            at(2)
        ));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of graphs")]
fn mean(ratios: &[f64]) -> f64 {
    let logs: f64 = ratios.iter().map(|it| it.ln()).sum();
    (logs / ratios.len().max(1) as f64).exp()
}

/// One graph; and the seconds that the default portfolio took.
fn measured(
    it: &Network,
    half: &'static str,
    published: Option<f64>,
    costs: bool,
) -> anyhow::Result<(Row, f64)> {
    let targets = Targets::new(&it.graph, &BTreeSet::new())?;
    let settings = Settings::default();
    let start = Instant::now();
    let (orders, times) = orders(&targets, &settings);
    let all = plans_from(&targets, &settings, &orders);
    let seconds = start.elapsed().as_secs_f64();
    let best = &all[0];
    let area = best.curve.area();
    let ratio = published.map(|mind| area / mind);
    let ten = fewest(&targets, &settings, &orders, 0.1);
    let one = fewest(&targets, &settings, &orders, 0.01);
    let priced = if costs {
        Some(by_degree(it, &settings)?)
    } else {
        None
    };
    let rivals: Vec<String> = all
        .iter()
        .skip(1)
        .take(3)
        .map(|plan| format!("{} {:.2}", plan.method, plan.curve.area()))
        .collect();
    say(&format!(
        "{half} {} {} {} | {area:.2} {} {} {} | {}, {} | {} | {seconds:.1} s ({}); then {}",
        it.name,
        it.graph.nodes(),
        it.graph.edges(),
        published.map_or("-".to_owned(), |mind| format!("{mind:.2}")),
        ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.3}")),
        best.method,
        ten.words(),
        one.words(),
        priced.map_or("-".to_owned(), |all| all.map(Pair::words).join(", ")),
        times.join(" "),
        rivals.join(", "),
    ));
    let row = Row {
        half,
        published: ratio,
        ten,
        one,
        priced,
    };
    Ok((row, seconds))
}

/// The orders of all methods, and how long each took.
fn orders(targets: &Targets<'_>, settings: &Settings) -> (Vec<(Method, Order)>, Vec<String>) {
    let all = Method::ALL.into_iter().map(|method| {
        let start = Instant::now();
        let order = method.order(targets, settings.work, settings.seed);
        let took = format!("{} {:.1}", method.name(), start.elapsed().as_secs_f64());
        ((method, order), took)
    });
    all.unzip()
}

/// Cost until the largest group is below a share, by the plan for just that and by the best classic with the same finish.
///
/// The plan has been searched around; a classic gets the same finish without it.
fn fewest(
    targets: &Targets<'_>,
    settings: &Settings,
    orders: &[(Method, Order)],
    share: f64,
) -> Pair {
    let settings = Settings {
        goal: Goal::Fewest,
        until: share,
        ..*settings
    };
    let until = |plan: &Plan| {
        let length = plan.curve.until(share);
        length.map_or(f64::INFINITY, |it| {
            targets.price(&plan.order.clone().cut(it))
        })
    };
    Pair {
        ours: until(&plans_from(targets, &settings, orders)[0]),
        classic: classics(orders)
            .map(|(method, raw)| until(&finish(targets, &settings, method.name(), raw)))
            .fold(f64::INFINITY, f64::min),
    }
}

fn classics(orders: &[(Method, Order)]) -> impl Iterator<Item = &(Method, Order)> {
    orders
        .iter()
        .filter(|(method, _)| CLASSICS.contains(method))
}

/// The same with each removal as dear as the node has ties: the area by cost, and the costs until a tenth and a hundredth.
fn by_degree(it: &Network, settings: &Settings) -> anyhow::Result<[Pair; 3]> {
    let degree = |node| u32::try_from(it.graph.degree(node)).unwrap_or(u32::MAX);
    let cost = it
        .graph
        .numbers()
        .map(|node| f64::from(degree(node).max(1)));
    let targets = Targets::new(&it.graph, &BTreeSet::new())?.with_costs(cost.collect())?;
    let (orders, _) = orders(&targets, settings);
    let best = &plans_from(&targets, settings, &orders)[0];
    let area = Pair {
        ours: priced_area(&targets, best),
        classic: classics(&orders)
            .map(|(method, raw)| finish(&targets, settings, method.name(), raw))
            .map(|plan| priced_area(&targets, &plan))
            .fold(f64::INFINITY, f64::min),
    };
    let [ten, one] = [0.1, 0.01].map(|share| fewest(&targets, settings, &orders, share));
    Ok([area, ten, one])
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
