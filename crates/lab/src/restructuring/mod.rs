//! Plans against the published interdiction model with restructuring, on its two synthetic trafficking networks.
//!
//! Data and model: Kosmas, Melander, Singerhouse, Sharkey, Maass, Barrick and Martin (2023), "A Transdisciplinary Approach for
//! Generating Synthetic but Realistic Domestic Sex Trafficking Networks". In the model a victim can be "interdicted" too: she is
//! helped out. Our plans name no victim; what that costs is measured here, as is how far the search is from the model's optimum.

mod data;
mod exact;
mod flow;
mod recover;
#[cfg(test)]
mod tests;

use crate::say;
use anyhow::Context as _;
use data::{Data, Node};
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Order, Plan, Settings, Targets, plans};
use inquiry::network::react::{Hunt, steadfast};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

/// Compare plans after restructuring with the optimum of the published model.
#[derive(clap::Args)]
pub(crate) struct Restructuring {
    /// The folder `networks/trafficking_synthetic` of the data.
    data: PathBuf,
    /// Budgets; the data themselves say 20.
    #[arg(long, value_delimiter = ',', default_value = "8,12,16,20,24,32")]
    budgets: Vec<u32>,
    /// What `peers/restructuring_optimum.py` printed, to compare with.
    #[arg(long)]
    optimum: Option<PathBuf>,
    /// Budgets up to which the optimum is found here too where everybody may be named, by looking at every set.
    #[arg(long, default_value_t = 12)]
    prove: u32,
    /// Plans that the search judges.
    #[arg(long, default_value_t = 20_000)]
    tries: usize,
    /// Seed of the search.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Whom a plan may name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rule {
    /// As published: everybody. To name a victim means to help her out.
    All,
    /// Traffickers and their bottoms.
    Bottoms,
    /// Traffickers alone: a bottom is a possible victim, whatever the law calls her.
    Traffickers,
}

impl Rule {
    const ALL: [Self; 3] = [Self::All, Self::Bottoms, Self::Traffickers];

    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Bottoms => "bottoms",
            Self::Traffickers => "traffickers",
        }
    }

    fn may(self, data: &Data, node: Node) -> bool {
        data.traffickers.contains(&node)
            || match self {
                Self::All => true,
                Self::Bottoms => data.bottoms.contains(&node),
                Self::Traffickers => false,
            }
    }
}

/// The bounds of an optimum, and the plan that reaches the upper one.
type Optimum = (u32, u32, BTreeSet<Node>);
/// By network, rule and budget.
type Optima = BTreeMap<(String, String, u32), Optimum>;

/// One comparison.
struct Given<'a> {
    data: &'a Data,
    targets: &'a Targets<'a>,
    portfolio: &'a [Plan],
    rule: Rule,
    budget: u32,
}

impl Restructuring {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        let optima = match &self.optimum {
            Some(path) => read_optima(&std::fs::read_to_string(path)?)?,
            None => Optima::new(),
        };
        for name in ["HT5_1_40", "HT5_2_40"] {
            let data = Data::read(&self.data.join("AMPL").join(format!("{name}.dat")))?;
            let nobody = BTreeSet::new();
            say(&format!(
                "{name}: flow {} as it is, {} if it restructures though nobody is lost",
                recover::at_once(&data, &nobody),
                recover::recovered(&data, &nobody)
            ));
            say(
                "rule budget | plan: flow at once, after restructuring | portfolio alone: after | optimum | gap | plan, cost, seconds",
            );
            agree(name, &data, &optima)?;
            let graph = graph(&data)?;
            for rule in Rule::ALL {
                let protected = (1..=data.original).filter(|it| !rule.may(&data, *it));
                let protected = protected.map(|it| u32::from(it) - 1).collect();
                let targets = Targets::new(&graph, &protected)?;
                let portfolio = plans(&targets, &Settings::default());
                for &budget in &self.budgets {
                    let given = Given {
                        data: &data,
                        targets: &targets,
                        portfolio: &portfolio,
                        rule,
                        budget,
                    };
                    let key = (name.to_owned(), rule.name().to_owned(), budget);
                    self.compare(&given, optima.get(&key))?;
                }
            }
        }
        Ok(())
    }

    fn compare(&self, given: &Given<'_>, told: Option<&Optimum>) -> anyhow::Result<()> {
        let start = Instant::now();
        let data = given.data;
        let (gone, alone) = self.planned(given);
        let seconds = start.elapsed().as_secs_f64();
        let after = recover::recovered(data, &gone);
        let (told, gap) = match self.optimum(given, after, told)? {
            Some((low, high)) => {
                let over = f64::from(after) / f64::from(low.max(1)) - 1.0;
                let told = if low == high {
                    low.to_string()
                } else {
                    format!("{low} to {high}")
                };
                (told, format!("{:.1} %", over * 100.0))
            }
            None => ("not known".to_owned(), "-".to_owned()),
        };
        let named: Vec<String> = gone.iter().map(ToString::to_string).collect();
        say(&format!(
            "{} {} | {} {after} | {} | {told} | {gap} | {}; {}; {seconds:.1}",
            given.rule.name(),
            given.budget,
            recover::at_once(data, &gone),
            recover::recovered(data, &alone),
            named.join(","),
            data.cost(&gone),
        ));
        Ok(())
    }

    /// The plan that stays good, and the portfolio's best as far as the budget goes, chosen without a thought of what comes after.
    fn planned(&self, given: &Given<'_>) -> (BTreeSet<Node>, BTreeSet<Node>) {
        let hunt = Hunt {
            budget: f64::from(given.budget),
            tries: self.tries,
            seed: self.seed,
        };
        let price = |order: &Order| f64::from(given.data.cost(&named(order)));
        let starts: Vec<&Order> = given.portfolio.iter().map(|it| &it.order).collect();
        let mut known: BTreeMap<BTreeSet<Node>, f64> = BTreeMap::new();
        let plan = steadfast(given.targets, &starts, &hunt, price, |order| {
            let gone = named(order);
            if let Some(value) = known.get(&gone) {
                return *value;
            }
            // Of equals, the one that lets less through at once.
            let after = recover::recovered(given.data, &gone) * 1000;
            let value = f64::from(after + recover::at_once(given.data, &gone));
            known.insert(gone, value);
            value
        });
        let mut alone = given.portfolio[0].order.clone();
        while price(&alone) > hunt.budget {
            let shorter = alone.nodes().len() - 1;
            alone = alone.cut(shorter);
        }
        (named(&plan), named(&alone))
    }
}

/// Fails where a plan of the peer leaves another flow here than there: one of the two would not follow the model.
fn agree(name: &str, data: &Data, optima: &Optima) -> anyhow::Result<()> {
    let mut count = 0;
    for ((network, _, _), (_, upper, plan)) in optima {
        if network == name {
            let ours = recover::recovered(data, plan);
            anyhow::ensure!(ours == *upper, "{plan:?}: the peer says {upper}, we {ours}");
            count += 1;
        }
    }
    say(&format!(
        "{name}: the flow after restructuring is that of the peer for all its {count} plans"
    ));
    Ok(())
}

impl Restructuring {
    /// The bounds of the least flow after restructuring: by looking at every set where that is asked for or few may be named, else
    /// as the peer found it. Fails where the two disagree.
    fn optimum(
        &self,
        given: &Given<'_>,
        after: u32,
        told: Option<&Optimum>,
    ) -> anyhow::Result<Option<(u32, u32)>> {
        let told = told.map(|(low, high, _)| (*low, *high));
        if given.rule == Rule::All && given.budget > self.prove {
            return Ok(told);
        }
        let open = (1..=given.data.original).filter(|it| given.rule.may(given.data, *it));
        let open: Vec<Node> = open.collect();
        let found = exact::least(given.data, &open, given.budget, after);
        if let Some((low, high)) = told {
            anyhow::ensure!(
                low <= found && found <= high,
                "the peer's optimum is {low} to {high}, by looking at all it is {found}"
            );
        }
        Ok(Some((found, found)))
    }
}

/// The network as it is: who is tied to whom.
fn graph(data: &Data) -> anyhow::Result<Csr> {
    let there = data
        .arcs
        .keys()
        .filter(|(from, to)| *from.max(to) <= data.original);
    let edges: Vec<_> = there
        .map(|(from, to)| (u32::from(*from) - 1, u32::from(*to) - 1, 1.0))
        .collect();
    Ok(Csr::undirected(usize::from(data.original), &edges)?)
}

fn named(order: &Order) -> BTreeSet<Node> {
    let numbers = order.nodes().iter();
    numbers
        .filter_map(|it| Node::try_from(it + 1).ok())
        .collect()
}

/// Lines of: network, budget, rule, lower and upper bound, the plan with commas (or -), rounds, seconds.
fn read_optima(text: &str) -> anyhow::Result<Optima> {
    let mut all = Optima::new();
    for line in text.lines().filter(|line| line.starts_with("HT")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, budget, rule, low, high, plan, ..] = words[..] else {
            anyhow::bail!("no line of an optimum: {line}");
        };
        let plan = plan.split(',').filter(|it| *it != "-");
        let plan = plan.map(|it| it.parse().with_context(|| line.to_owned()));
        let found = (low.parse()?, high.parse()?, plan.collect::<Result<_, _>>()?);
        all.insert((name.to_owned(), rule.to_owned(), budget.parse()?), found);
    }
    Ok(all)
}
