//! Call records: the numbers, the receipts of the imports, and what the records answer.

mod after;
mod company;
mod lanes;
mod numbers;
mod profiles;
mod replaced;

pub(super) use numbers::{numbers, receipts};

use super::{Desk, RecordLines, Rests, Study, UserLine};
use inquiry::network::calls::{Records, Seen};
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;
use model::{ContactId, Layer};

/// Rows that are cited of one statement; the others are in the exports.
const ROWS: usize = 3;
/// Rows, and numbers, up to which the records are asked on the page.
const SMALL: (usize, usize) = (200_000, 4_000);

/// The names of all zones that the imports have, each once.
pub(crate) fn zone_names(study: &Study) -> Vec<&str> {
    let receipts = study
        .documents
        .iter()
        .filter_map(|one| one.receipt.as_ref());
    let mut zones: Vec<&str> = receipts.filter_map(|one| one.map.zone.as_deref()).collect();
    zones.sort_unstable();
    zones.dedup();
    zones
}

/// The name of the one zone that all imports share.
fn zone_name(study: &Study) -> Option<&str> {
    match zone_names(study)[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// The zone of an IANA name, or of an offset like +03:00.
pub(crate) fn zone_of(name: &str) -> Option<TimeZone> {
    if name.starts_with(['+', '-']) {
        return DateTimeParser::new().parse_time_zone(name).ok();
    }
    TimeZone::get(name).ok()
}

/// The one zone that all imports share, or UTC.
pub(super) fn zone(study: &Study) -> TimeZone {
    let named = zone_name(study).and_then(zone_of);
    named.unwrap_or(TimeZone::UTC)
}

/// What the records answer.
pub(super) fn records(desk: &mut Desk<'_>) -> RecordLines {
    let study = desk.study;
    let zone = match (zone_name(study), desk.zone.iana_name()) {
        (Some(name), _) => name.to_owned(),
        (None, name) => format!(
            "{}, since the imports name no zone or different ones",
            name.unwrap_or("UTC")
        ),
    };
    let records = Records::of(&study.contacts);
    let mut lines = RecordLines {
        zone,
        ..RecordLines::default()
    };
    if !records.has_times() {
        lines.unasked = Some("No row has a time.".to_owned());
        return lines;
    }
    if study.contacts.len() > SMALL.0 || records.numbers().len() > SMALL.1 {
        lines.unasked = Some(format!(
            "{} rows with {} numbers are too many for this page.",
            study.contacts.len(),
            records.numbers().len()
        ));
        return lines;
    }
    let main = profiles::main(desk, &records);
    lines.profiles = profiles::profiles(desk, &records, &main);
    (lines.common, lines.common_more) = profiles::common(desk, &records, &main);
    lanes::fill(desk, &records, &mut lines);
    lines.replaced = replaced::replaced(desk, &records);
    lines.after = after::after(desk, &records);
    lines.company = company::company(desk, &records);
    lines
}

/// The first rows under a statement.
fn rests(desk: &mut Desk<'_>, rows: &[ContactId]) -> Rests {
    let cites = rows.iter().take(ROWS).filter_map(|id| {
        let contact = desk.contacts.get(id)?;
        Some(desk.places.cite(&contact.place))
    });
    let cites: Vec<_> = cites.collect();
    Rests {
        more: rows.len() - cites.len(),
        cites,
    }
}

/// A moment in the zone of the records: "2024-06-03 14:05".
fn clock(desk: &Desk<'_>, seen: Option<&Seen>) -> String {
    let moment = seen.and_then(|seen| seen.time.parse::<jiff::Timestamp>().ok());
    moment.map_or_else(|| "no time".to_owned(), |moment| local(desk, moment))
}

/// A moment in the zone of the records.
fn local(desk: &Desk<'_>, moment: jiff::Timestamp) -> String {
    let local = moment.to_zoned(desk.zone.clone());
    local.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Who is said to use a number, by the links that say so.
pub(super) fn users(desk: &mut Desk<'_>, number: &model::EntityId) -> Vec<UserLine> {
    let links = desk.study.network.links.iter();
    let uses = links.filter(|link| link.layer == Layer::Uses && link.to == *number);
    uses.map(|link| UserLine {
        name: desk.name(&link.from),
        certainty: link.certainty.map(model::Certainty::as_str),
        rests: super::links::rests(desk, link, ROWS),
    })
    .collect()
}

/// Who is said to use a number as the records have it.
fn users_of(desk: &mut Desk<'_>, number: &str) -> Vec<UserLine> {
    match desk.study.resolution.of_party.get(number) {
        Some(entity) => users(desk, entity),
        None => Vec::new(),
    }
}
