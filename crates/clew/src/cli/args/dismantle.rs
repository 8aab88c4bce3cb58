//! What can be asked of a plan.

use super::Sight;
use clap::Args;
use inquiry::network::react::{Heir, Reaction};
use std::path::PathBuf;

/// Plan how a network is taken apart with few removals, the protected left out of every plan.
///
/// Takes a case, or a file of edges: a first line "N M" and then "a b" a line, or CSV from,to[,weight,layer,time]. In a case,
/// victims, possible victims, recruits, minors, witnesses and relatives are protected, whatever else is said of them,
/// and so is what they use. A plan is arithmetic on who is known to be tied to whom; it says nothing of guilt.
#[derive(Args)]
#[command(after_help = "Examples:
  clew dismantle harbour --layer met --layer called
  clew dismantle harbour --plan links --until 0.1
  clew dismantle harbour --react promotion
  clew dismantle edges.txt --protect victims.txt --cost degree --json")]
pub(in crate::cli) struct Dismantle {
    /// The case, or a file of edges.
    pub(in crate::cli) source: PathBuf,
    /// What a removal costs: unit, degree (as many as it has ties), or a file of id,cost lines.
    #[arg(long, default_value = "unit", value_name = "unit|degree|FILE")]
    pub(in crate::cli) cost: String,
    /// Whom no plan may name: roles (of a case, always in force), or a file with one id a line beside them.
    #[arg(long, value_name = "FILE|roles")]
    pub(in crate::cli) protect: Vec<String>,
    /// Go on until the largest group is below this share of all nodes; 0.1 for a case and 0.01 for a file if not given.
    #[arg(long, value_parser = share)]
    pub(in crate::cli) until: Option<f64>,
    /// What is removed: nodes, links, or exactly so many nodes.
    #[arg(long, default_value = "nodes", value_name = "nodes|links|k=N", value_parser = plan)]
    pub(in crate::cli) plan: What,
    /// Choose the plan by what comes back after it: a lost place is taken by somebody near, by the best tied anywhere (promotion), by
    /// anybody, or by nobody while those left find each other (rewire). Near if nothing is said; none plays no reaction at all.
    #[arg(
        long,
        num_args = 0..=1,
        default_missing_value = "near",
        value_name = "near|promotion|anybody|rewire|none",
        value_parser = react
    )]
    pub(in crate::cli) react: Option<React>,
    /// Only this layer; may be given several times. All but the weakest if not given.
    #[arg(
        long,
        help = "Only this layer; may be given several times. All but named_together if not given"
    )]
    pub(in crate::cli) layer: Vec<String>,
    /// Show at most so many steps; JSON has all.
    #[arg(long, default_value_t = 20)]
    pub(in crate::cli) top: usize,
    #[command(flatten)]
    pub(in crate::cli) sight: Sight,
}

impl Dismantle {
    /// Below which share the largest group shall come. A case is small: a hundredth of it is nobody.
    pub(in crate::cli) fn goal(&self) -> f64 {
        let usual = if self.source.is_dir() {
            crate::tied::UNTIL
        } else {
            0.01
        };
        self.until.unwrap_or(usual)
    }
}

/// What a plan removes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum What {
    /// Nodes, as many as it takes.
    Nodes,
    /// Ties, as many as it takes.
    Links,
    /// So many nodes.
    Few(usize),
}

/// How the network answers the loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum React {
    /// Somebody near takes a lost place.
    Near,
    /// Somebody with many ties, wherever he stands, is promoted to it.
    Promotion,
    /// Anybody takes it.
    Anybody,
    /// Nobody takes it; those left without each other find each other.
    Rewire,
    /// It does not answer.
    None,
}

impl React {
    const ALL: [(&'static str, Self); 5] = [
        ("near", Self::Near),
        ("promotion", Self::Promotion),
        ("anybody", Self::Anybody),
        ("rewire", Self::Rewire),
        ("none", Self::None),
    ];

    /// Its name on the command line.
    pub(in crate::cli) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, it)| *it == self)
            .map_or("", |(name, _)| name)
    }

    /// The reaction to play; none where the network does not answer.
    pub(in crate::cli) fn reaction(self) -> Option<Reaction> {
        let by = |heir| Reaction {
            heir,
            ..Reaction::default()
        };
        match self {
            Self::Near => Some(by(Heir::Near)),
            Self::Promotion => Some(by(Heir::Prominent)),
            Self::Anybody => Some(by(Heir::Anybody)),
            Self::Rewire => Some(Reaction {
                taken: 0.0,
                ..Reaction::default()
            }),
            Self::None => None,
        }
    }
}

fn react(text: &str) -> Result<React, String> {
    let found = React::ALL.iter().find(|(name, _)| *name == text);
    found
        .map(|(_, it)| *it)
        .ok_or_else(|| "one of: near, promotion, anybody, rewire, none".to_owned())
}

fn plan(text: &str) -> Result<What, String> {
    match text {
        "nodes" => Ok(What::Nodes),
        "links" => Ok(What::Links),
        _ => text
            .strip_prefix("k=")
            .and_then(|count| count.parse().ok())
            .filter(|count| *count > 0)
            .map(What::Few)
            .ok_or_else(|| "one of: nodes, links, k=N (N from 1), like k=3".to_owned()),
    }
}

fn share(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|share| *share > 0.0 && *share < 1.0)
        .ok_or_else(|| "a share above 0 and below 1, like 0.1".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_and_shares_are_read_strictly() {
        assert_eq!(plan("k=3"), Ok(What::Few(3)));
        assert_eq!(plan("links"), Ok(What::Links));
        assert!(plan("k=0").is_err() && plan("k=").is_err() && plan("3").is_err());
        assert!(share("0.1").is_ok() && share("0").is_err() && share("1").is_err());
        assert!(share("NaN").is_err());
        assert_eq!(react("promotion"), Ok(React::Promotion));
        assert!(react("harbour").is_err());
    }

    #[test]
    fn who_is_not_replaced_is_told_apart() {
        let of = |it: React| it.reaction().map(|it| (it.taken > 0.0, it.heir.name()));
        assert_eq!(of(React::Promotion), Some((true, "prominent")));
        assert_eq!(of(React::Rewire), Some((false, "near")));
        assert_eq!(of(React::None), None);
    }
}
