//! In which zone hours are counted and times are read: the one given, else that of the imports, else UTC.

use crate::casefile;
use crate::cli::error::Failure;
use crate::cli::view::View;
use jiff::tz::TimeZone;

/// A zone, and where it was taken from.
pub(super) struct Clock {
    /// The zone.
    pub(super) zone: TimeZone,
    /// Its name or offset.
    pub(super) name: String,
    /// Where it was taken from.
    from: &'static str,
    /// The zones of the imports, where they have several and none was given.
    several: Vec<String>,
}

impl Clock {
    /// The zone given, or the one zone all imports share, or UTC.
    pub(super) fn of(view: &View, given: Option<&str>) -> Result<Self, Failure> {
        let zones = casefile::zone_names(&view.study);
        let mut receipts = view
            .study
            .documents
            .iter()
            .filter_map(|it| it.receipt.as_ref());
        let assumed = receipts.any(|it| it.map.zone.is_some() && it.is_zone_assumed());
        let (name, from) = match (given, &zones[..]) {
            (Some(name), _) => (name, "as given"),
            (None, [one]) if assumed => (*one, "that of all imports, assumed where none is stated"),
            (None, [one]) => (*one, "that of all imports"),
            (None, []) => ("UTC", "as no import names one"),
            (None, _) => ("UTC", "as the imports have several"),
        };
        let Some(zone) = casefile::zone_of(name) else {
            return Err(Failure::case(format!("the zone {name:?} is not known"))
                .hint("--zone America/Havana, or --zone UTC"));
        };
        let asked = given.is_none() && zones.len() > 1;
        Ok(Self {
            zone,
            name: name.to_owned(),
            from,
            several: zones
                .iter()
                .filter(|_| asked)
                .map(|name| (*name).to_owned())
                .collect(),
        })
    }

    /// Which zone was taken, in words.
    pub(super) fn words(&self) -> String {
        format!("Zone: {}, {}.", self.name, self.from)
    }

    /// A time as given: with an offset or Z as it stands, else in the zone. Of several zones none is chosen: in the wrong
    /// one there is nobody, which would look like an answer.
    pub(super) fn moment(&self, text: &str) -> Result<i64, Failure> {
        if let Ok(time) = text.parse::<jiff::Timestamp>() {
            return Ok(time.as_second());
        }
        let wrong = || {
            Failure::case(format!("{text:?} is not a time"))
                .hint("write it as \"2024-10-12 18:30\", in the zone of --zone")
        };
        let local = text
            .replacen(' ', "T", 1)
            .parse::<jiff::civil::DateTime>()
            .map_err(|_| wrong())?;
        if !self.several.is_empty() {
            // What begins with a dash would be taken for another option.
            let sign = |name: &String| if name.starts_with('-') { '=' } else { ' ' };
            let given = |name: &String| format!("--zone{}{name}", sign(name));
            let hints: Vec<String> = self.several.iter().map(given).collect();
            return Err(Failure::case(format!(
                "the imports have several zones ({}), and {text:?} does not say in which it is",
                self.several.join(", ")
            ))
            .hint(hints.join(", or ")));
        }
        let zoned = local.to_zoned(self.zone.clone()).map_err(|_| wrong())?;
        Ok(zoned.timestamp().as_second())
    }
}
