//! The network as JSON Lines: one object a person, then one for the whole.

use super::given::Given;
use super::measured::{MEASURES, Measured, SEED};
use crate::cli::error::Failure;
use crate::cli::out;
use inquiry::network::measures as m;
use inquiry::network::measures::ranges::Ranking;
use serde_json::{Map, Value, json};

/// People in the order of their rank, then what holds for all.
pub(super) fn people(
    given: &Given,
    it: &Measured,
    measure: usize,
    order: &[usize],
) -> Result<(), Failure> {
    for &node in order {
        out::json(&given.mask.json(person(given, it, measure, node)))?;
    }
    let stable = |rankings: &[Ranking]| -> Map<String, Value> {
        let held = rankings.iter().zip(MEASURES);
        held.filter(|(ranking, _)| !ranking.ranges.is_empty())
            .map(|(ranking, name)| (name.to_owned(), json!(ranking.is_stable())))
            .collect()
    };
    out::json(&given.mask.json(json!({
        "nodes": given.names.len(), "ties": it.graph.edges(), "layers": given.layers(),
        "joined": given.layers().len() > 1, "left_out_without_time": given.timeless,
        "ranked_by": MEASURES[measure], "betweenness": it.method(), "rounds": it.rounds, "seed": SEED,
        "stable_10_missing": it.few[measure].is_stable(), "stable_30_missing": it.many[measure].is_stable(),
        "stable_by_measure_10_missing": stable(&it.few), "stable_by_measure_30_missing": stable(&it.many),
        "communities": it.communities.count, "modularity": it.communities.quality,
        "inside_stays_10_missing": it.together[0], "inside_stays_30_missing": it.together[1],
        "returned": it.returned, "pairs_in_order_of_time": it.order.as_ref().and_then(|order| order.in_order),
    })))
}

fn person(given: &Given, it: &Measured, measure: usize, node: usize) -> Value {
    let number = u32::try_from(node).unwrap_or(u32::MAX);
    let range = |ranking: &Ranking| [ranking.ranges[node].best, ranking.ranges[node].worst];
    let cut: Vec<usize> = m::groups_without(&it.graph, number)
        .iter()
        .map(Vec::len)
        .collect();
    let mut object = json!({
        "id": given.ids[node], "name": given.names[node], "rank": it.few[measure].ranges[node].rank,
        "rank_10_missing": range(&it.few[measure]), "rank_30_missing": range(&it.many[measure]),
        "community": it.communities.labels[node],
        "groups_without": cut, "links": given.rests[node], "roles_claimed": given.roles[node],
    });
    let mut ranges = Map::new();
    for (at, name) in MEASURES.into_iter().enumerate() {
        let value = it.values[at].get(node);
        object[name] = json!(value);
        if value.is_some() {
            ranges.insert(name.to_owned(), ranged(&it.few[at], &it.many[at], node));
        }
    }
    object["ranges"] = Value::Object(ranges);
    if let Some(broker) = it.brokerage.as_ref().map(|all| &all[node]) {
        let between: Vec<Value> = broker
            .between
            .iter()
            .map(|((from, to), pairs)| json!({ "from": from, "to": to, "pairs": pairs }))
            .collect();
        object["broker"] = json!({
            "coordinator": broker.coordinator, "itinerant": broker.itinerant, "gatekeeper": broker.gatekeeper,
            "representative": broker.representative, "liaison": broker.liaison, "between": between,
        });
    }
    if let Some(order) = &it.order {
        object["order"] = json!({
            "opened": order.opened[node], "partners": order.partners[node],
            "reaches_in_time": order.reaches[node], "hears_in_time": order.hears[node],
        });
    }
    object
}

/// Rank and value of one measure with 10 and with 30 in a hundred links missing.
fn ranged(few: &Ranking, many: &Ranking, node: usize) -> Value {
    let (few, many) = (few.ranges[node], many.ranges[node]);
    json!({
        "rank": few.rank,
        "rank_10_missing": [few.best, few.worst], "rank_30_missing": [many.best, many.worst],
        "value_10_missing": [few.low, few.high], "value_30_missing": [many.low, many.high],
    })
}
