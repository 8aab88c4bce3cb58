//! The network cut by time and by layer: what each layer shows in each week or month, and what joining them shows.

use super::given::Given;
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use crate::redact::Redacted;
use inquiry::network::community::{Settings, leiden};
use inquiry::network::csr::Csr;
use inquiry::network::invalid::Invalid;
use inquiry::network::layered::{By, Cut, Period};
use inquiry::network::measures as m;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Nodes times ties up to which leaders are told by exact betweenness.
const SMALL: usize = 20_000_000;
/// Error and risk of estimated betweenness.
const BOUND: (f64, f64) = (0.02, 0.05);

/// One layer, or several joined, in one period.
pub(super) struct Slice {
    /// Which week or month; `None` for all time.
    period: Option<String>,
    /// The layers in it.
    joined: Vec<u8>,
    /// How many have a tie.
    active: usize,
    /// Pairs that are tied.
    ties: usize,
    /// Tied for the first time in these layers; `None` for all time.
    fresh: Option<usize>,
    /// Contacts, or claims where there are none.
    weight: f64,
    /// Share of arcs that are returned; `None` for layers without direction.
    returned: Option<f64>,
    /// Nodes in the largest component.
    largest: usize,
    /// Communities of two or more.
    groups: usize,
    /// The highest by betweenness; nobody whose betweenness is 0.
    leaders: Vec<u32>,
    /// Arcs of these layers that no period holds, for want of a time.
    timeless: usize,
}

pub(super) fn by(word: &str) -> By {
    if word == "week" { By::Week } else { By::Month }
}

/// The layers that hold an arc.
fn held(given: &Given) -> Vec<u8> {
    let layers: BTreeSet<u8> = given.net.arcs().map(|arc| arc.layer).collect();
    layers.into_iter().collect()
}

/// Every period: each layer for itself, then all joined where there are several.
pub(super) fn slices(given: &Given, by: By, top: usize) -> Result<Vec<Slice>, Invalid> {
    let layers = held(given);
    let mut seen: BTreeMap<Option<u8>, BTreeSet<(u32, u32)>> = BTreeMap::new();
    let mut all = Vec::new();
    for period in given.net.periods(by) {
        for layer in &layers {
            let seen = seen.entry(Some(*layer)).or_default();
            all.extend(slice(given, &[*layer], Some(&period), top, Some(seen))?);
        }
        let joined = slice(
            given,
            &layers,
            Some(&period),
            top,
            Some(seen.entry(None).or_default()),
        )?;
        // One layer alone was just shown.
        all.extend(joined.filter(|it| it.joined.len() > 1));
    }
    Ok(all)
}

/// Each layer for itself over all time; and joined, where there are several.
pub(super) fn whole(given: &Given, top: usize) -> Result<Vec<Slice>, Invalid> {
    let layers = held(given);
    let mut all = Vec::new();
    for layer in &layers {
        all.extend(slice(given, &[*layer], None, top, None)?);
    }
    if layers.len() > 1 {
        all.extend(slice(given, &layers, None, top, None)?);
    }
    Ok(all)
}

/// One slice; `None` if it is empty. Pairs that `seen` lacks are counted as new and put in.
fn slice(
    given: &Given,
    layers: &[u8],
    period: Option<&Period>,
    top: usize,
    seen: Option<&mut BTreeSet<(u32, u32)>>,
) -> Result<Option<Slice>, Invalid> {
    let cut = given.net.cut(layers, period)?;
    if cut.arcs == 0 {
        return Ok(None);
    }
    let pairs: Vec<_> = cut.graph.pairs().map(|(a, b, _)| (a, b, 1.0)).collect();
    let ties = Csr::undirected(cut.graph.nodes(), &pairs)?;
    let fresh = seen.map(|seen| {
        let new = ties.pairs().filter(|(a, b, _)| seen.insert((*a, *b)));
        new.count()
    });
    let weight = given
        .net
        .within(layers, period)
        .map(|arc| f64::from(arc.weight))
        .sum();
    let labels = leiden(&ties, &Settings::default()).labels;
    let active = ties.numbers().filter(|node| ties.degree(*node) > 0).count();
    Ok(Some(Slice {
        period: period.map(|it| it.name.clone()),
        active,
        ties: ties.edges(),
        fresh,
        weight,
        returned: returned(given, &cut),
        largest: largest(&m::components(&ties)).0,
        groups: largest(&labels).1,
        leaders: leaders(&ties, top),
        timeless: cut.timeless,
        joined: cut.joined,
    }))
}

/// Share of arcs that are returned, where every layer has a direction.
fn returned(given: &Given, cut: &Cut) -> Option<f64> {
    let kinds = given.net.kinds();
    let directed = cut
        .joined
        .iter()
        .all(|layer| kinds[usize::from(*layer)].directed);
    directed
        .then(|| m::reciprocity(&cut.graph).overall)
        .flatten()
}

/// Members of the largest group, and how many groups have two or more.
fn largest(labels: &[u32]) -> (usize, usize) {
    let mut size: BTreeMap<u32, usize> = BTreeMap::new();
    for label in labels {
        *size.entry(*label).or_default() += 1;
    }
    let most = size.values().copied().max().unwrap_or(0);
    (most, size.values().filter(|size| **size > 1).count())
}

/// The highest by betweenness of those who are between anybody.
fn leaders(ties: &Csr, top: usize) -> Vec<u32> {
    let between = if ties.nodes().saturating_mul(ties.edges()) <= SMALL {
        m::betweenness(ties)
    } else {
        m::sampled_betweenness(ties, BOUND.0, BOUND.1, super::measured::SEED).values
    };
    let value = |node: u32| between[node as usize];
    let mut order: Vec<u32> = ties.numbers().filter(|node| value(*node) > 0.0).collect();
    order.sort_by(|a, b| value(*b).total_cmp(&value(*a)).then(a.cmp(b)));
    order.truncate(top);
    order
}

/// What a slice is called: its layer, or all that it joins.
fn called(given: &Given, slice: &Slice) -> String {
    let names: Vec<&str> = slice
        .joined
        .iter()
        .map(|layer| given.layer(*layer))
        .collect();
    if let [one] = names[..] {
        return one.to_owned();
    }
    format!("JOINED: {}", names.join(" + "))
}

pub(super) fn table(given: &Given, slices: &[Slice]) -> Result<(), Failure> {
    let timed = slices.iter().any(|slice| slice.period.is_some());
    let mut head = vec!["layer", "ends", "ties", "contacts or claims", "returned"];
    if timed {
        head.insert(0, "when");
        head.insert(4, "new ties");
    }
    head.extend(["largest piece", "groups", "most between"]);
    let rows: Vec<Vec<Redacted<String>>> = slices
        .iter()
        .map(|slice| {
            let leaders: Vec<String> = slice
                .leaders
                .iter()
                .map(|node| one_line(&given.mask, &given.names[*node as usize], 30))
                .collect();
            let returned = slice
                .returned
                .map(|share| format!("{:.0} %", share * 100.0));
            let mut cells = vec![
                called(given, slice),
                slice.active.to_string(),
                slice.ties.to_string(),
                format!("{:.0}", slice.weight),
                returned.unwrap_or_default(),
            ];
            if timed {
                cells.insert(0, slice.period.clone().unwrap_or_default());
                cells.insert(4, slice.fresh.map(|it| it.to_string()).unwrap_or_default());
            }
            cells.extend([
                slice.largest.to_string(),
                slice.groups.to_string(),
                leaders.join("; "),
            ]);
            cells.iter().map(|cell| given.mask.line(cell)).collect()
        })
        .collect();
    out::table(&head, &rows, "Nothing.")?;
    Ok(())
}

/// All slices with what they leave out.
pub(super) fn show(given: &Given, slices: &[Slice], json: bool) -> Result<(), Failure> {
    if json {
        return as_json(given, slices);
    }
    if slices.is_empty() {
        return out::line("No link that matches has a known time.").map_err(Failure::from);
    }
    table(given, slices)?;
    out::line(
        "A link that rests on contacts is in the period of each contact; one that rests on words, in every period that its time touches.",
    )?;
    out::line(
        "New ties: pairs not tied in an earlier period of the same row. Most between: by betweenness in that period and layer, highest first, nobody whose betweenness is 0; few ties give no firm order.",
    )?;
    let timeless = given.net.arcs().filter(|arc| arc.days.is_none()).count();
    if timeless + given.timeless > 0 {
        out::line(&format!(
            "{} contacts or links of no known time are in no period.",
            timeless + given.timeless
        ))?;
    }
    Ok(())
}

fn as_json(given: &Given, slices: &[Slice]) -> Result<(), Failure> {
    for slice in slices {
        let layers: Vec<&str> = slice
            .joined
            .iter()
            .map(|layer| given.layer(*layer))
            .collect();
        let leaders: Vec<_> = slice
            .leaders
            .iter()
            .map(|node| {
                let node = *node as usize;
                json!({ "id": given.ids[node], "name": given.names[node] })
            })
            .collect();
        out::json(&given.mask.json(json!({
            "period": slice.period, "layers": layers, "joined": layers.len() > 1,
            "people": slice.active, "ties": slice.ties, "new_ties": slice.fresh, "weight": slice.weight,
            "returned": slice.returned, "largest_component": slice.largest, "communities": slice.groups,
            "most_between": leaders, "left_out_without_time": slice.timeless,
        })))?;
    }
    Ok(())
}
