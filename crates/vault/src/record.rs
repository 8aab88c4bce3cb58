//! What is known of one piece of evidence from the log alone.

use crate::action::Deposit;
use model::{EvidenceId, PartialDate};
use std::collections::BTreeMap;

/// One piece of evidence with all that was said of it when it was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRecord {
    /// SHA-256 of its bytes.
    pub id: EvidenceId,
    /// Its size in bytes.
    pub size: u64,
    /// Each time it was put in: log entry, when (RFC 3339, UTC), and what was said of it; the earliest first.
    pub deposits: Vec<(u64, String, Deposit)>,
}

impl EvidenceRecord {
    /// Evidence of which nothing was said yet.
    pub(crate) const fn new(id: EvidenceId, size: u64) -> Self {
        Self {
            id,
            size,
            deposits: Vec::new(),
        }
    }

    /// What was said last, where something was said.
    fn latest<'a, T: 'a>(&'a self, what: impl Fn(&'a Deposit) -> Option<T>) -> Option<T> {
        self.deposits
            .iter()
            .rev()
            .find_map(|(_, _, deposit)| what(deposit))
    }

    /// The name it was first put in under; a later copy does not rename it.
    pub fn name(&self) -> &str {
        self.deposits
            .first()
            .map_or("", |(_, _, deposit)| &deposit.name)
    }

    /// Who published it, as said last.
    pub fn publisher(&self) -> Option<&str> {
        self.latest(|deposit| deposit.publisher.as_deref().filter(|text| !text.is_empty()))
    }

    /// When it was published or written, as said last.
    pub fn date(&self) -> Option<PartialDate> {
        self.latest(|deposit| deposit.date)
    }

    /// Who handed it in, as said last.
    pub fn from(&self) -> Option<&str> {
        self.latest(|deposit| deposit.from.as_deref().filter(|text| !text.is_empty()))
    }

    /// On what legal basis it is held, as said last.
    pub fn basis(&self) -> Option<&str> {
        self.latest(|deposit| deposit.basis.as_deref().filter(|text| !text.is_empty()))
    }

    /// How it is to be read: every setting as said last.
    pub fn settings(&self) -> BTreeMap<String, String> {
        self.deposits
            .iter()
            .flat_map(|(_, _, deposit)| deposit.settings.clone())
            .collect()
    }
}
