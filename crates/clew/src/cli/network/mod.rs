//! `clew network`: where people stand in a case or a file of edges, and how far that holds.

mod given;
mod json;
mod measured;
mod slices;
mod table;
mod words;

use super::args;
use super::error::Failure;
use super::{out, view};

pub(super) use measured::MEASURES;

/// People shown where nothing else is asked.
const TOP: usize = 20;
/// People named for each period and layer.
const LEADERS: usize = 3;

/// Says that no two are tied, and what helps.
fn nobody(it: &args::Network, json: bool) -> Result<(), Failure> {
    if json {
        return Ok(());
    }
    let filtered = !it.layer.is_empty() || it.from.is_some() || it.to.is_some();
    let said = if it.source.is_dir() && view::is_empty(&it.source)? {
        let next = view::add_first(&it.source);
        format!("No two are tied: the case is empty.\nNext: {next}")
    } else if filtered {
        "No two are tied by links that match. Fewer filters show more.".to_owned()
    } else {
        "No two are tied.".to_owned()
    };
    Ok(out::line(&said)?)
}

pub(super) fn network(it: &args::Network, json: bool) -> Result<(), Failure> {
    let given = given::given(it)?;
    if given.net.is_empty() {
        return nobody(it, json);
    }
    let wrong = |error: inquiry::network::invalid::Invalid| Failure::case(error.to_string());
    if let Some(by) = &it.by {
        let by = slices::by(by);
        let top = it.top.unwrap_or(LEADERS);
        let slices = slices::slices(&given, by, top).map_err(wrong)?;
        return slices::show(&given, &slices, json);
    }
    let Some(measure) = MEASURES.iter().position(|name| *name == it.measure) else {
        return Err(Failure::case(format!(
            "there is no measure {:?}",
            it.measure
        )));
    };
    let measured = measured::measure(&given).map_err(wrong)?;
    if measured.values[measure].is_empty() {
        return Err(Failure::case(format!(
            "{} is not computed for so large a network",
            it.measure
        ))
        .hint("another --measure, or fewer links by --layer, --from and --to"));
    }
    let order = measured.order_by(measure, it.top.unwrap_or(TOP));
    if json {
        return json::people(&given, &measured, measure, &order);
    }
    table::people(&given, &measured, measure, &order)?;
    for &node in &order {
        if let Some(words) = words::explained(&given, &measured, node) {
            out::masked(&given.mask.line(&words))?;
        }
    }
    table::layers(&given)?;
    table::closing(&given, &measured, measure)
}
