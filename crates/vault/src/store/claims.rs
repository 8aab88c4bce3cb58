//! Claims by what an analyst asks for.

use super::Store;
use super::keep::{days, integer};
use super::words::fold;
use crate::error::Error;
use model::{Certainty, Claim, ClaimId, DocumentId, EntityId, Kind, PartialDate, Polarity};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

/// What claims must be like; what is `None` does not matter. Texts are compared without case and accents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// They stand in this document.
    pub document: Option<DocumentId>,
    /// Their source, or somebody between it and the publisher, is named like this; or the entity on record for them is.
    pub source_like: Option<String>,
    /// The source voices them so.
    pub certainty: Option<Certainty>,
    /// The source says it is so, or not.
    pub polarity: Option<Polarity>,
    /// They are of this kind.
    pub kind: Option<Kind>,
    /// Their sentence names somebody like this: an entity identifier, or a part of a name, alias or number.
    pub person: Option<String>,
    /// They speak of this day or a later one; where they name no time, the document's date counts.
    pub date_from: Option<PartialDate>,
    /// They speak of this day or an earlier one.
    pub date_to: Option<PartialDate>,
    /// The author's own assertions (`true`), or what others are on record for (`false`).
    pub authors: Option<bool>,
    /// At most so many.
    pub limit: Option<usize>,
}

/// Somebody named in the sentence of claim `c`, by entity.
const NAMES_ENTITY: &str = "EXISTS (SELECT 1 FROM mention m JOIN named e ON e.mention = m.id
    WHERE m.document = c.document AND m.part = c.part AND m.start >= c.start AND m.stop <= c.stop
    AND e.entity = ?)";
/// Somebody named in the sentence of claim `c`, by the words there or by any name of the entity behind them.
const NAMES_LIKE: &str = "EXISTS (SELECT 1 FROM mention m
    WHERE m.document = c.document AND m.part = c.part AND m.start >= c.start AND m.stop <= c.stop
    AND (instr(m.name, ?) OR EXISTS (SELECT 1 FROM named e JOIN alias a ON a.entity = e.entity
    WHERE e.mention = m.id AND instr(a.name, ?))))";
/// The source of claim `c`, by the words there or by any name of the entity on record.
const SOURCE_LIKE: &str = "(instr(c.source, ?) OR EXISTS (SELECT 1 FROM sourced s
    JOIN alias a ON a.entity = s.entity WHERE s.claim = c.id AND instr(a.name, ?)))";

/// Conditions with the values for their question marks.
#[derive(Default)]
struct Conditions {
    texts: Vec<&'static str>,
    values: Vec<Value>,
}

impl Conditions {
    /// Adds a condition if there is something to compare with, once for each of its question marks.
    fn add(&mut self, text: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value.map(Into::into) {
            let marks = text.matches('?').count();
            self.texts.push(text);
            self.values.extend(std::iter::repeat_n(value, marks));
        }
    }
}

impl ClaimFilter {
    /// The conditions this filter sets.
    fn conditions(&self) -> Conditions {
        let mut all = Conditions::default();
        all.add("d.id = ?", self.document.as_ref().map(ToString::to_string));
        all.add(SOURCE_LIKE, self.source_like.as_deref().map(fold));
        all.add("c.certainty = ?", self.certainty.map(|c| c.to_string()));
        all.add("c.polarity = ?", self.polarity.map(|p| p.to_string()));
        all.add("c.kind = ?", self.kind.map(|k| k.to_string()));
        all.add("c.last >= ?", self.date_from.map(|date| days(date).0));
        all.add("c.first <= ?", self.date_to.map(|date| days(date).1));
        all.add("c.authors = ?", self.authors.map(i64::from));
        match self.person.as_deref() {
            Some(id) if EntityId::parse(id).is_some() => all.add(NAMES_ENTITY, Some(id.to_owned())),
            name => all.add(NAMES_LIKE, name.map(fold)),
        }
        all
    }
}

impl Store {
    /// The claims that pass a filter, in the order of their documents and texts.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<Claim>, Error> {
        let Conditions { texts, mut values } = filter.conditions();
        let condition = if texts.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", texts.join(" AND "))
        };
        // -1 is `SQLite`'s word for "no limit".
        values.push(Value::Integer(filter.limit.map_or(-1, integer)));
        let query = format!(
            "SELECT c.json FROM claim c JOIN document d ON d.n = c.document {condition}
             ORDER BY d.evidence, d.member, c.seq LIMIT ?"
        );
        self.nouns(&query, params_from_iter(values))
    }

    /// One claim.
    pub fn claim(&self, id: &ClaimId) -> Result<Option<Claim>, Error> {
        let found = self.nouns(
            "SELECT json FROM claim WHERE id = ?1 LIMIT 1",
            [id.as_str()],
        )?;
        Ok(found.into_iter().next())
    }
}
