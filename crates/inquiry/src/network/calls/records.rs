//! Contacts made ready: sorted by time, by number, and with whose handset each row tells of.

use jiff::Timestamp;
use model::{Contact, ContactId, DocumentId, Party};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One end of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Who initiated it.
    From,
    /// Who received it.
    To,
}

/// A moment and the contact that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// RFC 3339 in UTC.
    pub time: String,
    /// The contact.
    pub contact: ContactId,
}

/// A contact with what is worked out of it.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) contact: &'a Contact,
    /// Seconds since 1970 in UTC.
    pub(super) time: Option<i64>,
    /// Whose cell, handset and SIM the row names.
    pub(super) bearer: End,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// All contacts of a case, ready to be asked.
#[derive(Debug)]
pub struct Records<'a> {
    /// In order of time, those without one last; equal ones by identifier.
    pub(super) rows: Vec<Row<'a>>,
    /// All numbers, sorted.
    pub(super) numbers: Vec<&'a str>,
    /// Whether a number is hidden in part: such a one may be several.
    pub(super) masked: Vec<bool>,
    /// Rows of each number, in order.
    pub(super) of: Vec<Vec<usize>>,
}

impl<'a> Records<'a> {
    /// Sorts and indexes the contacts; one contact given twice counts once.
    pub fn of(contacts: &'a [Contact]) -> Self {
        let mut all: Vec<(Option<i64>, &Contact)> = contacts
            .iter()
            .map(|contact| (contact.start.as_deref().and_then(seconds), contact))
            .collect();
        all.sort_by(|a, b| {
            (a.0.is_none(), a.0, &a.1.id, &a.1.place).cmp(&(
                b.0.is_none(),
                b.0,
                &b.1.id,
                &b.1.place,
            ))
        });
        all.dedup_by(|a, b| a.1.id == b.1.id);
        let mut hidden: BTreeMap<&str, bool> = BTreeMap::new();
        for (_, contact) in &all {
            for party in [&contact.from, &contact.to] {
                *hidden.entry(party.key()).or_default() |= party.masked;
            }
        }
        let numbers: Vec<&str> = hidden.keys().copied().collect();
        let masked: Vec<bool> = hidden.values().copied().collect();
        let bearers = Bearers::of(all.iter().map(|one| one.1));
        let mut of = vec![Vec::new(); numbers.len()];
        let mut rows = Vec::with_capacity(all.len());
        for (time, contact) in all {
            let index = |party: &Party| numbers.binary_search(&party.key()).unwrap_or_default();
            let (from, to) = (index(&contact.from), index(&contact.to));
            of[from].push(rows.len());
            if to != from {
                of[to].push(rows.len());
            }
            let bearer = bearers.end(contact);
            rows.push(Row {
                contact,
                time,
                bearer,
                from,
                to,
            });
        }
        Self {
            rows,
            numbers,
            masked,
            of,
        }
    }

    /// All numbers, sorted; partly hidden ones as the records have them.
    pub fn numbers(&self) -> &[&'a str] {
        &self.numbers
    }

    /// Whether there is a contact with a time.
    pub fn has_times(&self) -> bool {
        self.rows.first().is_some_and(|row| row.time.is_some())
    }

    /// Of whom the cell, handset and SIM of a contact tell; `None` for a contact that is not among these.
    ///
    /// Operators log their own subscriber's side, which may be either end. The end is taken that has more
    /// partners beside the SIM, or else the handset: a subscriber calls many, his friend meets one handset; where neither is named, the end that stands in every row of the
    /// document; else the one who called.
    pub fn bearer(&self, contact: &ContactId) -> Option<End> {
        let row = self.rows.iter().find(|row| row.contact.id == *contact)?;
        Some(row.bearer)
    }

    /// All bearers by contact.
    pub fn bearers(&self) -> BTreeMap<&'a ContactId, End> {
        self.rows
            .iter()
            .map(|row| (&row.contact.id, row.bearer))
            .collect()
    }

    pub(super) fn index(&self, number: &str) -> Option<usize> {
        self.numbers.binary_search(&number).ok()
    }

    pub(super) fn ids(&self, rows: &[usize]) -> Vec<ContactId> {
        rows.iter()
            .map(|&row| self.rows[row].contact.id.clone())
            .collect()
    }

    /// The moment of a row that has a time.
    pub(super) fn seen(&self, row: usize) -> Option<Seen> {
        let row = &self.rows[row];
        row.time?;
        Some(Seen {
            time: row.contact.start.clone()?,
            contact: row.contact.id.clone(),
        })
    }

    /// First and last moment of rows in order.
    pub(super) fn ends(&self, rows: &[usize]) -> (Option<Seen>, Option<Seen>) {
        (
            rows.iter().find_map(|&row| self.seen(row)),
            rows.iter().rev().find_map(|&row| self.seen(row)),
        )
    }

    /// With how many others each number is in contact.
    pub(super) fn partners(&self) -> Vec<BTreeSet<usize>> {
        let mut partners = vec![BTreeSet::new(); self.numbers.len()];
        for row in self.rows.iter().filter(|row| row.from != row.to) {
            partners[row.from].insert(row.to);
            partners[row.to].insert(row.from);
        }
        partners
    }
}

impl<'a> Row<'a> {
    /// The other end than `number`.
    pub(super) fn other(&self, number: usize) -> usize {
        if self.from == number {
            self.to
        } else {
            self.from
        }
    }

    /// The number whose cell, handset and SIM the row names.
    pub(super) fn holder(&self) -> usize {
        match self.bearer {
            End::From => self.from,
            End::To => self.to,
        }
    }

    /// The cell that served `number`, if the row tells it.
    pub(super) fn cell(&self, number: usize) -> Option<&'a str> {
        (self.holder() == number)
            .then_some(self.contact.cell.as_deref())
            .flatten()
    }
}

/// Whom each number meets beside a SIM and a handset, and how often it stands in a document.
struct Bearers<'a> {
    sims: BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>>,
    handsets: BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>>,
    documents: BTreeMap<(&'a DocumentId, &'a str), usize>,
    sizes: BTreeMap<&'a DocumentId, usize>,
}

impl<'a> Bearers<'a> {
    fn of(contacts: impl Iterator<Item = &'a Contact>) -> Self {
        let mut all = Self {
            sims: BTreeMap::new(),
            handsets: BTreeMap::new(),
            documents: BTreeMap::new(),
            sizes: BTreeMap::new(),
        };
        for contact in contacts {
            let document = &contact.place.document;
            *all.sizes.entry(document).or_default() += 1;
            let (from, to) = (contact.from.key(), contact.to.key());
            for (number, other) in BTreeMap::from([(from, to), (to, from)]) {
                *all.documents.entry((document, number)).or_default() += 1;
                if let Some(imsi) = contact.imsi.as_deref() {
                    all.sims.entry((imsi, number)).or_default().insert(other);
                }
                if let Some(imei) = contact.imei.as_deref() {
                    all.handsets
                        .entry((imei, number))
                        .or_default()
                        .insert(other);
                }
            }
        }
        all
    }

    fn end(&self, contact: &'a Contact) -> End {
        // An operator does not hide the number of the subscriber whose records these are.
        match (contact.from.masked, contact.to.masked) {
            (true, false) => return End::To,
            (false, true) => return End::From,
            _ => {}
        }
        let (from, to) = (contact.from.key(), contact.to.key());
        let more = |partners: &BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>>,
                    code: Option<&'a str>| {
            let count = |number| {
                let beside = code.and_then(|code| partners.get(&(code, number)));
                beside.map_or(0, BTreeSet::len)
            };
            match count(from).cmp(&count(to)) {
                std::cmp::Ordering::Greater => Some(End::From),
                std::cmp::Ordering::Less => Some(End::To),
                std::cmp::Ordering::Equal => None,
            }
        };
        more(&self.sims, contact.imsi.as_deref())
            .or_else(|| more(&self.handsets, contact.imei.as_deref()))
            .or_else(|| self.subscriber(contact))
            .unwrap_or(End::From)
    }

    /// The end that stands in every row of the document, if only one does.
    fn subscriber(&self, contact: &'a Contact) -> Option<End> {
        let document = &contact.place.document;
        let size = self.sizes.get(document)?;
        let always =
            |party: &Party| self.documents.get(&(document, party.key())) == Some(size) && *size > 2;
        match (always(&contact.from), always(&contact.to)) {
            (false, true) => Some(End::To),
            _ => None,
        }
    }
}

/// Seconds since 1970 of an RFC 3339 time.
pub(super) fn seconds(time: &str) -> Option<i64> {
    time.parse::<Timestamp>().ok().map(Timestamp::as_second)
}

/// A time of seconds since 1970, as RFC 3339 in UTC.
pub(super) fn written(time: i64) -> String {
    Timestamp::from_second(time).map_or_else(|_| time.to_string(), |it| it.to_string())
}
