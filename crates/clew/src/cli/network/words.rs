//! Brokers in words: which paths exist only through somebody, and what else his place is made of.

use super::given::Given;
use super::measured::Measured;
use inquiry::network::measures as m;

/// Most names, groups, pairs or links in a row.
const NAMED: usize = 5;
/// Neighbours up to which pairs are looked at one by one.
const PAIRED: usize = 2_000;

/// What exists only through a node, in words; `None` if nothing does.
pub(super) fn explained(given: &Given, it: &Measured, node: usize) -> Option<String> {
    let number = u32::try_from(node).ok()?;
    let mut words = Vec::new();
    words.extend(cut_off(given, it, number));
    words.extend(joined(given, it, number, words.is_empty()));
    if words.is_empty() {
        return None;
    }
    words.extend(across(it, node));
    words.extend(opened(it, node));
    words.extend(rests(&given.rests[node]));
    Some(words.join(" "))
}

/// Groups whose every path to the rest runs over the node.
fn cut_off(given: &Given, it: &Measured, node: u32) -> Option<String> {
    let groups = m::groups_without(&it.graph, node);
    let (largest, cut) = groups.split_first()?;
    if cut.is_empty() {
        return None;
    }
    let shown: Vec<String> = cut
        .iter()
        .take(NAMED)
        .map(|group| list(given, group))
        .collect();
    let more = cut.len().saturating_sub(NAMED);
    let rest = if more > 0 {
        format!("; and {more} groups more")
    } else {
        String::new()
    };
    Some(format!(
        "Only through {} is the group of {} tied to: {}{rest}.",
        given.names[node as usize],
        largest.len(),
        shown.join("; "),
    ))
}

/// Pairs whose only path over one person runs over the node. Pairs with somebody who hangs on the node alone are left
/// out where groups that are cut off were named already.
fn joined(given: &Given, it: &Measured, node: u32, alone: bool) -> Option<String> {
    if it.graph.degree(node) > PAIRED {
        return None;
    }
    let pairs: Vec<(u32, u32)> = m::joined_only_by(&it.graph, node)
        .into_iter()
        .filter(|(a, b)| alone || it.graph.degree(*a).min(it.graph.degree(*b)) > 1)
        .collect();
    let shown: Vec<String> = pairs
        .iter()
        .take(NAMED.min(3))
        .map(|(a, b)| {
            let name = |node: u32| given.names[node as usize].as_str();
            format!("{} - {} - {}", name(*a), name(node), name(*b))
        })
        .collect();
    if shown.is_empty() {
        return None;
    }
    let more = pairs.len() - shown.len();
    let rest = if more > 0 {
        format!("; and {more} more such pairs")
    } else {
        String::new()
    };
    Some(format!(
        "Nobody but {} stands between the two: {}{rest}.",
        given.names[node as usize],
        shown.join("; ")
    ))
}

/// Between which communities the node stands, most pairs first.
fn across(it: &Measured, node: usize) -> Option<String> {
    let broker = it.brokerage.as_ref()?.get(node)?;
    let mut between: Vec<_> = broker.between.iter().collect();
    between.sort_by_key(|(pair, count)| (std::cmp::Reverse(**count), **pair));
    let shown: Vec<String> = between
        .iter()
        .take(3)
        .map(|((from, to), count)| format!("{} to {} ({count} pairs)", from + 1, to + 1))
        .collect();
    (!shown.is_empty()).then(|| {
        let own = it.communities.labels[node] + 1;
        format!(
            "Is in group {own}, and stands between people not tied to each other of groups {}.",
            shown.join(", ")
        )
    })
}

/// Whom the node contacted first.
fn opened(it: &Measured, node: usize) -> Option<String> {
    let order = it.order.as_ref()?;
    let partners = order.partners[node];
    (partners > 0).then(|| {
        format!(
            "Made the first known contact with {} of {partners}.",
            order.opened[node]
        )
    })
}

/// The links that the node's place rests on.
fn rests(links: &[String]) -> Option<String> {
    let shown: Vec<&str> = links.iter().take(NAMED).map(String::as_str).collect();
    (!shown.is_empty()).then(|| {
        if shown.len() == links.len() {
            return format!("Rests on {}.", shown.join(", "));
        }
        format!(
            "Rests on {} links, among them {}.",
            links.len(),
            shown.join(", ")
        )
    })
}

/// Names of a group.
fn list(given: &Given, group: &[u32]) -> String {
    let names: Vec<&str> = group
        .iter()
        .take(NAMED)
        .map(|one| given.names[*one as usize].as_str())
        .collect();
    let more = group.len().saturating_sub(NAMED);
    if more > 0 {
        format!("{} and {more} more", names.join(", "))
    } else {
        names.join(", ")
    }
}
