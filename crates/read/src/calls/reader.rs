//! Rows to contacts.

use super::layout::{self, Layout};
use super::notes::Notes;
use super::phone::{self, Number};
use super::stamp::{self, Order, Stamp};
use super::words::{self, Role, Way};
use super::zone::{Instant, Zone};
use super::{duration, ends, ident};
use crate::table::Row;
use model::{Contact, ContactId, ContactKind, DocumentId, Party, Place};
use std::collections::HashMap;

/// Distinct numbers remembered; more are read anew each time.
const REMEMBERED: usize = 200_000;

/// Why a line of totals is rejected.
pub(crate) const TOTALS: &str = "a line of totals, no record";

/// How a table is read, once decided.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) layout: Layout,
    pub(crate) order: Order,
    pub(crate) zone: Zone,
    pub(crate) region: Option<String>,
    /// The subscriber's number as given or stated.
    pub(crate) own: Option<String>,
    /// The direction turns a record round.
    pub(crate) turns: bool,
}

impl Reading {
    /// The point in time of a row with the words it was read from; `None` where it cannot be read.
    pub(crate) fn moment<'t>(&self, row: &'t Row) -> Option<Moment<'t>> {
        if self.layout.has(Role::Start) {
            let text = self.layout.cell(row, Role::Start);
            let stamp = stamp::stamp(text, self.order)?;
            return Some(Moment {
                stamp,
                raw: text.to_owned(),
                clock: text,
            });
        }
        let day = self.layout.cell(row, Role::Date);
        let clock = self.layout.cell(row, Role::Time);
        let mut stamp = stamp::stamp(day, self.order)?;
        if !clock.is_empty() {
            // Of a spreadsheet's clock cell the day is 1899, of its day cell the clock is midnight.
            let time = || stamp::stamp(clock, self.order)?.time;
            stamp.time = Some(stamp::clock(clock).or_else(time)?);
            return Some(Moment {
                stamp,
                raw: format!("{day} {clock}"),
                clock,
            });
        }
        let mut raw = day;
        if stamp.time == Some(jiff::civil::Time::midnight()) && stamp.offset.is_none() {
            stamp.time = None;
            raw = day.split([' ', 'T']).next().unwrap_or(day);
        }
        Some(Moment {
            stamp,
            raw: raw.to_owned(),
            clock: day,
        })
    }

    /// Whether a start as kept holds a clock time.
    pub(crate) fn has_clock(&self, start_raw: &str) -> bool {
        let last = start_raw.rsplit(' ').next().unwrap_or_default();
        stamp::stamp(start_raw, self.order).map_or_else(
            || stamp::clock(last).is_some(),
            |stamp| stamp.time.is_some(),
        )
    }

    fn is_timed(&self) -> bool {
        self.layout.has(Role::Start) || self.layout.has(Role::Date)
    }
}

/// A point in time with the words it was read from.
pub(crate) struct Moment<'t> {
    /// What they say.
    pub(crate) stamp: Stamp,
    /// All of them, day and clock.
    pub(crate) raw: String,
    /// The cell that holds the clock time, if one is written.
    pub(crate) clock: &'t str,
}

/// Reads rows one after another.
pub(crate) struct Reader<'r> {
    reading: &'r Reading,
    document: &'r DocumentId,
    part: usize,
    known: HashMap<String, Number>,
    pub(crate) notes: Notes,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(
        reading: &'r Reading,
        document: &'r DocumentId,
        part: usize,
        notes: Notes,
    ) -> Self {
        Self {
            reading,
            document,
            part,
            known: HashMap::new(),
            notes,
        }
    }

    /// The contact of a row, or why there is none.
    pub(crate) fn contact(&mut self, row: &Row) -> Result<Contact, String> {
        let layout = &self.reading.layout;
        if row
            .cells
            .iter()
            .find(|(text, _)| !text.trim().is_empty())
            .is_some_and(|(text, _)| words::is_total(text))
        {
            return Err(TOTALS.to_owned());
        }
        if self.repeats_header(row) {
            return Err("the header again".to_owned());
        }
        let (from, to) = self.parties(row)?;
        let (start, start_raw) = self.start(row)?;
        let count = match layout.cell(row, Role::Count) {
            _ if !layout.has(Role::Count) => 1,
            text => text
                .parse()
                .map_err(|_| format!("the count \"{text}\" is not a whole number"))?,
        };
        let lasting = layout.cell(row, Role::Duration);
        let seconds = duration::seconds(lasting, layout.unit);
        if seconds.is_none() && !lasting.is_empty() {
            self.notes
                .count("a duration could not be read and is left open", row.number);
        }
        if let Some(what) = ends::contradiction(self.reading, row, seconds) {
            self.notes.list(what, row.number);
        }
        let kind_text = layout.cell(row, Role::Kind);
        let kind =
            words::kind(kind_text).or_else(|| words::kind(layout.cell(row, Role::Direction)));
        if kind.is_none() && !kind_text.is_empty() && words::way(kind_text).is_none() {
            self.notes.count(
                &format!(
                    "the kind \"{}\" is not known, taken for a call",
                    short(kind_text)
                ),
                row.number,
            );
        }
        let (imei, imsi) = (
            self.optional(row, Role::Imei),
            self.optional(row, Role::Imsi),
        );
        self.check(imei.as_deref().and_then(ident::imei_fault), row);
        self.check(imsi.as_deref().and_then(ident::imsi_fault), row);
        let place = Place {
            document: self.document.clone(),
            part: self.part,
            span: row.span,
        };
        Ok(Contact {
            id: ContactId::derive(&[&place.key()]),
            place,
            from: self.party(&from, row),
            to: self.party(&to, row),
            start,
            start_raw,
            seconds,
            count,
            kind: kind.unwrap_or(ContactKind::Call),
            cell: self.optional(row, Role::Cell),
            imei,
            imsi,
        })
    }

    fn check(&mut self, fault: Option<&str>, row: &Row) {
        if let Some(fault) = fault {
            self.notes.count(fault, row.number);
        }
    }

    fn optional(&self, row: &Row, role: Role) -> Option<String> {
        Some(self.reading.layout.cell(row, role))
            .filter(|text| !text.is_empty() && *text != "-")
            .map(str::to_owned)
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let titles = &self.reading.layout.titles;
        let columns = &self.reading.layout.columns;
        columns.len() >= 2
            && columns.values().all(|&column| {
                titles.get(column).is_some_and(|title| {
                    !title.is_empty()
                        && title.ends_with(layout::text(row, column))
                        && !layout::text(row, column).is_empty()
                })
            })
    }

    /// Who initiated and who received, as written.
    fn parties(&mut self, row: &Row) -> Result<(String, String), String> {
        let layout = &self.reading.layout;
        let from = if layout.has(Role::From) {
            layout.cell(row, Role::From)
        } else {
            self.reading.own.as_deref().unwrap_or_default()
        };
        let to = layout.cell(row, Role::To);
        match (from.is_empty(), to.is_empty()) {
            (true, true) => return Err("no party is named".to_owned()),
            (true, false) => return Err("the calling party is missing".to_owned()),
            (false, true) => return Err("the called party is missing".to_owned()),
            (false, false) => {}
        }
        let (from, to) = (from.to_owned(), to.to_owned());
        if !self.reading.turns {
            return Ok((from, to));
        }
        let told = [Role::Direction, Role::Kind].map(|role| self.reading.layout.cell(row, role));
        match words::way(told[0]).or_else(|| words::way(told[1])) {
            Some(Way::Out) => Ok((from, to)),
            Some(Way::In) => Ok((to, from)),
            None => self.undirected(told, row).map(|()| (from, to)),
        }
    }

    /// What becomes of a record without a direction among turned ones: where the header says who calls whom, it stands.
    fn undirected(&mut self, told: [&str; 2], row: &Row) -> Result<(), String> {
        let unknown = told
            .into_iter()
            .find(|text| !text.is_empty() && words::kind(text).is_none());
        if let Some(unknown) = unknown {
            return Err(format!("the direction \"{}\" is not known", short(unknown)));
        }
        let named = self.reading.layout.has(Role::From) && !self.reading.layout.subscriber;
        if !named {
            return Err("no direction is stated: who called whom is open".to_owned());
        }
        self.notes.count(
            "no direction is stated: taken as from the first party to the second",
            row.number,
        );
        Ok(())
    }

    /// Start in UTC and as written; an unreadable time rejects the row.
    fn start(&mut self, row: &Row) -> Result<(Option<String>, String), String> {
        if !self.reading.is_timed() {
            return Ok((None, String::new()));
        }
        let Some(Moment { stamp, raw, .. }) = self.reading.moment(row) else {
            return Err("the time could not be read".to_owned());
        };
        let start = match self.reading.zone.instant(&stamp) {
            Instant::At(at) => Some(at),
            Instant::Earlier(at) => {
                let what = format!(
                    "a time that {} had twice (end of summer time), taken for the earlier",
                    self.reading.zone.name
                );
                self.notes.count(&what, row.number);
                Some(at)
            }
            Instant::Never => {
                let what = format!(
                    "a time that {} never had (start of summer time), start left open: the zone may be wrong",
                    self.reading.zone.name
                );
                self.notes.count(&what, row.number);
                None
            }
            Instant::DayOnly => {
                self.notes
                    .count("a date without a time, start left open", row.number);
                None
            }
        };
        Ok((start.map(|at| at.to_string()), raw))
    }

    fn party(&mut self, raw: &str, row: &Row) -> Party {
        let number = if let Some(number) = self.known.get(raw) {
            number.clone()
        } else {
            let number = phone::e164(raw, self.reading.region.as_deref());
            if self.known.len() < REMEMBERED {
                self.known.insert(raw.to_owned(), number.clone());
            }
            number
        };
        if let Number::Unclear(why) = &number {
            self.notes.count(
                &format!("a number is kept as it stands ({why})"),
                row.number,
            );
        }
        Party {
            raw: raw.to_owned(),
            masked: number == Number::Masked,
            number: if let Number::Known(number) = number {
                Some(number)
            } else {
                None
            },
        }
    }
}

/// The first letters of a cell, for a message.
pub(crate) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
