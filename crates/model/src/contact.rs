//! Contacts: what rows of call records become, and the receipt for an import.

use crate::certainty::word_enum;
use crate::{ContactId, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

word_enum! {
    /// How two parties were in contact.
    ContactKind {
        /// A voice call.
        Call = "call",
        /// A text or chat message.
        Message = "message",
        /// A meeting.
        Meeting = "meeting",
        /// A data session or anything else the operator logs.
        Other = "other",
    }
}

/// One end of a contact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Party {
    /// As the record has it.
    pub raw: String,
    /// E.164 with `+`, where the number could be told in its region and is whole.
    pub number: Option<String>,
    /// The record hides digits (`+5355xxx12`); such a number is never completed and never merged.
    pub masked: bool,
}

impl Party {
    /// The number if it is known, else the identifier as the record has it.
    pub fn key(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.raw)
    }
}

/// One call, message or meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Its identifier, from its place.
    pub id: ContactId,
    /// The row it stands in.
    pub place: Place,
    /// Who initiated it.
    pub from: Party,
    /// Who received it.
    pub to: Party,
    /// Start as RFC 3339 in UTC; `None` where the record has no time (counts between two parties).
    pub start: Option<String>,
    /// Start as the record has it, in the record's own zone.
    pub start_raw: String,
    /// Duration in seconds.
    pub seconds: Option<u64>,
    /// How many contacts the row stands for: 1 but for tables of counts.
    pub count: u64,
    /// What it was.
    pub kind: ContactKind,
    /// The cell that served it: never where a person was.
    pub cell: Option<String>,
    /// Handset (IMEI).
    pub imei: Option<String>,
    /// SIM (IMSI).
    pub imsi: Option<String>,
}

/// Which column holds what, in which zone and region the rows were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallMap {
    /// Role (`from`, `to`, `start`, `date`, `time`, `duration`, `kind`, `direction`, `cell`, `imei`, `imsi`,
    /// `count`, `end`) to column number from 0.
    pub columns: BTreeMap<String, usize>,
    /// Time zone the times were read in, as an IANA name or a fixed offset; `None` where none is needed or each row states its own.
    pub zone: Option<String>,
    /// Region in which national numbers were read (ISO 3166 alpha-2).
    pub region: Option<String>,
}

/// A row that was not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// Row number as people count it, from 1, header included.
    pub row: usize,
    /// Why.
    pub why: String,
    /// The row as it stands.
    pub raw: String,
}

/// Where the zone of an import came from, if each row states its own.
pub const ROWS_STATE: &str = "stated in the rows";

/// What came of an import: everything that went in is either kept or listed as rejected.
///
/// `*_in` is counted on the raw rows by another path than `*_kept`, so that the two can disagree and be found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// How the columns were understood.
    pub map: CallMap,
    /// How the roles of the columns were told: "given", "header", "values"; empty where there are none, as in a matrix.
    #[serde(default)]
    pub columns_from: String,
    /// Where the zone came from: "given", "stated in the header", "assumed".
    pub zone_from: String,
    /// Rows (or, for a matrix, cells with a count) that went in, the header not counted.
    pub rows_in: usize,
    /// Rows that became contacts.
    pub rows_kept: usize,
    /// The others.
    pub rejected: Vec<RejectedRow>,
    /// Sum of readable durations over all rows, in seconds.
    pub seconds_in: u64,
    /// The same over the kept rows, from the contacts.
    pub seconds_kept: u64,
    /// The same over the rejected rows.
    pub seconds_rejected: u64,
    /// Rows by hour of the day as the record has it (24 values, then rows without a readable hour).
    pub hours_in: Vec<u64>,
    /// The same over the kept rows.
    pub hours_kept: Vec<u64>,
    /// The same over the rejected rows.
    pub hours_rejected: Vec<u64>,
    /// Sum of counts over all rows (equal to the rows where each stands for one contact).
    pub count_in: u64,
    /// The same over the kept rows.
    pub count_kept: u64,
    /// Rows whose parties were hidden in part.
    pub masked: usize,
    /// What was not as it should be in rows, each with how often, in which rows, and what was done.
    #[serde(default)]
    pub remarks: Vec<String>,
}

impl Receipt {
    /// In which zone the times were read, in words.
    pub fn zone_words(&self) -> &str {
        match self.map.zone.as_deref() {
            Some(zone) => zone,
            None if self.zone_from == ROWS_STATE => "each row states it",
            None => "none",
        }
    }

    /// Whether nobody and nothing says in which zone the times were written.
    pub fn is_zone_assumed(&self) -> bool {
        self.zone_from == "assumed"
    }

    /// Whether both sides add up: rows, durations, hours.
    pub fn adds_up(&self) -> bool {
        self.rows_in == self.rows_kept + self.rejected.len()
            && self.seconds_in == self.seconds_kept + self.seconds_rejected
            && self.hours_in.len() == self.hours_kept.len()
            && self.hours_in.len() == self.hours_rejected.len()
            && (0..self.hours_in.len())
                .all(|h| self.hours_in[h] == self.hours_kept[h] + self.hours_rejected[h])
    }
}
