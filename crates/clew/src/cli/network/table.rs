//! The network as tables: people with their ranks, layers kept apart, and how far it all holds.

use super::given::Given;
use super::measured::{MEASURES, Measured};
use super::slices;
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use crate::redact::Redacted;
use inquiry::network::measures::ranges::Ranking;

/// Measures beside the one ranked by, and how they are headed.
const BESIDE: [(&str, &str); 6] = [
    ("betweenness", "betweenness"),
    ("harmonic", "harmonic"),
    ("pagerank", "PageRank"),
    ("core", "core"),
    ("constraint", "constraint"),
    ("reciprocity", "returned"),
];

/// Every person with his ranks.
pub(super) fn people(
    given: &Given,
    it: &Measured,
    measure: usize,
    order: &[usize],
) -> Result<(), Failure> {
    let mut head = vec![
        "rank",
        "10 % missing",
        "30 % missing",
        "who",
        "id",
        "group",
        "tied to",
    ];
    let by = MEASURES[measure];
    let shown: Vec<(&str, &str)> = BESIDE.into_iter().filter(|(name, _)| *name != by).collect();
    if by != "degree" {
        head.push(
            BESIDE
                .iter()
                .find(|one| one.0 == by)
                .map_or(by, |one| one.1),
        );
    }
    head.extend(shown.iter().map(|one| one.1));
    head.push("roles claimed");
    let range = |ranking: &Ranking, node: usize| {
        let range = ranking.ranges[node];
        format!("{} to {}", range.best, range.worst)
    };
    let rows: Vec<Vec<Redacted<String>>> = order
        .iter()
        .map(|&node| {
            let mut cells = vec![
                it.few[measure].ranges[node].rank.to_string(),
                range(&it.few[measure], node),
                range(&it.many[measure], node),
                one_line(&given.mask, &given.names[node], 40),
                given.ids[node].clone(),
                (it.communities.labels[node] + 1).to_string(),
                figure("degree", it.value("degree", node)),
            ];
            if by != "degree" {
                cells.push(figure(by, it.value(by, node)));
            }
            cells.extend(shown.iter().map(|one| figure(one.0, it.value(one.0, node))));
            cells.push(given.roles[node].join(", "));
            cells.iter().map(|cell| given.mask.line(cell)).collect()
        })
        .collect();
    out::table(&head, &rows, "Nobody.")?;
    Ok(())
}

/// A value with as many digits as it deserves.
fn figure(name: &str, value: Option<f64>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    match name {
        "degree" | "strength" | "core" | "brokerage" => format!("{value:.0}"),
        "pagerank" => format!("{value:.5}"),
        "reciprocity" => format!("{:.0} %", value * 100.0),
        "effective_size" => format!("{value:.1}"),
        _ => format!("{value:.4}"),
    }
}

/// Every layer for itself: what the joined figures hide.
pub(super) fn layers(given: &Given) -> Result<(), Failure> {
    let wrong = |error: inquiry::network::invalid::Invalid| Failure::case(error.to_string());
    let all = slices::whole(given, super::LEADERS).map_err(wrong)?;
    if all.len() > 1 {
        out::line("Each layer for itself:")?;
        slices::table(given, &all)?;
    }
    Ok(())
}

/// How the figures came about and how far they hold.
pub(super) fn closing(given: &Given, it: &Measured, measure: usize) -> Result<(), Failure> {
    let layers: Vec<String> = given
        .layers()
        .iter()
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    let joined = if layers.len() > 1 {
        "JOINED from the layers"
    } else {
        "all of the layer"
    };
    out::line(&format!(
        "{} nodes, {} ties, {joined}: {}. How many contacts or claims a tie rests on, or the weight that is given, counts for strength, PageRank, eigenvector and constraint; for the other measures a tie is a tie. Direction counts for PageRank, for \"returned\" and for who stands between groups.",
        given.names.len(),
        it.graph.edges(),
        layers.join(", ")
    ))?;
    if let Some((count, example)) = &given.unread {
        out::line(&format!(
            "{count} times were not understood, the first is {example:?}: a time is written 2024, 2024-05, 2024-05-17 or 2024-05-17T10:30:00Z."
        ))?;
    }
    if given.timeless > 0 {
        out::line(&format!(
            "{} links of no known time were left out.",
            given.timeless
        ))?;
    }
    groups(it)?;
    in_time(it)?;
    stability(it, measure)?;
    out::line("Roles are what sources claim; positions are no roles and no guilt.")?;
    Ok(())
}

fn groups(it: &Measured) -> Result<(), Failure> {
    let mut size = vec![0_usize; it.communities.count];
    for label in &it.communities.labels {
        size[*label as usize] += 1;
    }
    let sizes: Vec<String> = size
        .iter()
        .filter(|size| **size > 1)
        .take(10)
        .map(ToString::to_string)
        .collect();
    out::line(&format!(
        "Groups are communities (Leiden, layers kept apart, modularity {:.2}); the largest have {} members. Of the ties inside them {:.0} % stay inside with 10 % of the links missing, {:.0} % with 30 %.",
        it.communities.quality,
        sizes.join(", "),
        it.together[0] * 100.0,
        it.together[1] * 100.0
    ))?;
    if let Some(returned) = it.returned {
        out::line(&format!(
            "Of the ties that have a direction {:.0} % are returned.",
            returned * 100.0
        ))?;
    }
    Ok(())
}

fn in_time(it: &Measured) -> Result<(), Failure> {
    let share = it.order.as_ref().and_then(|order| order.in_order);
    if let Some(share) = share {
        out::line(&format!(
            "Of the pairs that contacts join in whatever order, {:.0} % are joined by contacts each later than the one before.",
            share * 100.0
        ))?;
    }
    Ok(())
}

fn stability(it: &Measured, measure: usize) -> Result<(), Failure> {
    let by = match MEASURES[measure] {
        "betweenness" => format!("betweenness, {}", it.method()),
        "constraint" => "constraint (a broker's is low)".to_owned(),
        other => other.to_owned(),
    };
    out::line(&format!(
        "Ranked by {by}, highest first. Ranks in which nine of ten of {} rounds fall, with doubtful links kept by their certainty.",
        it.rounds
    ))?;
    for (missing, ranking) in [(10, &it.few[measure]), (30, &it.many[measure])] {
        let word = if ranking.is_stable() {
            "stable"
        } else {
            "NOT stable: read no order into it"
        };
        out::line(&format!(
            "With {missing} % of the links missing the ranking is {word} (first stays first in {:.0} % of rounds, top ten keep {:.0} %).",
            ranking.first_stays * 100.0,
            ranking.top_stays * 100.0
        ))?;
    }
    Ok(())
}
