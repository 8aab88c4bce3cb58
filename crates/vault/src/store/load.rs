//! Gives back what was read: readings, documents, facts, contacts; always in the same order.

use super::Store;
use crate::error::Error;
use model::{Claim, Contact, Document, DocumentId, EvidenceId, Facts, Fault, Part, ReadState};
use rusqlite::{OptionalExtension, Params};
use serde::de::DeserializeOwned;

/// A noun from JSON.
pub(super) fn noun<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    serde_json::from_str(json).map_err(|error| {
        Error::corrupt(super::DERIVED, format!("it holds something else: {error}"))
    })
}

impl Store {
    /// All nouns of a query whose only column is JSON.
    pub(super) fn nouns<T: DeserializeOwned>(
        &self,
        query: &str,
        values: impl Params,
    ) -> Result<Vec<T>, Error> {
        let mut statement = self.db.prepare_cached(query)?;
        let mut rows = statement.query(values)?;
        let mut nouns = Vec::new();
        while let Some(row) = rows.next()? {
            nouns.push(noun(
                row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?,
            )?);
        }
        Ok(nouns)
    }

    /// The key (version and settings) under which a piece of evidence was read, if it was.
    pub fn reading_key(&self, evidence: &EvidenceId) -> Result<Option<String>, Error> {
        let mut statement = self
            .db
            .prepare_cached("SELECT key FROM reading WHERE evidence = ?1")?;
        Ok(statement
            .query_row([evidence.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// How the reading of each piece of evidence ended, sorted by evidence.
    pub fn readings(&self) -> Result<Vec<(EvidenceId, ReadState, Vec<Fault>)>, Error> {
        let mut statement = self
            .db
            .prepare_cached("SELECT evidence, state, faults FROM reading ORDER BY evidence")?;
        let mut rows = statement.query([])?;
        let mut readings = Vec::new();
        while let Some(row) = rows.next()? {
            let (evidence, state, faults): (String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let evidence = EvidenceId::parse(&evidence)
                .ok_or_else(|| Error::corrupt(super::DERIVED, "a reading of no evidence"))?;
            readings.push((evidence, noun(&state)?, noun(&faults)?));
        }
        Ok(readings)
    }

    /// All documents without parts and contacts, for lists; sorted by evidence and member.
    pub fn document_heads(&self) -> Result<Vec<Document>, Error> {
        self.nouns("SELECT head FROM document ORDER BY evidence, member", [])
    }

    /// All documents with their parts and contacts, sorted by evidence and member.
    pub fn documents(&self) -> Result<Vec<Document>, Error> {
        let mut documents = self.document_heads()?;
        for document in &mut documents {
            self.fill(document)?;
        }
        Ok(documents)
    }

    /// One document with its parts and contacts.
    pub fn document(&self, id: &DocumentId) -> Result<Option<Document>, Error> {
        let heads = self.nouns("SELECT head FROM document WHERE id = ?1", [id.as_str()])?;
        let Some(mut document) = heads.into_iter().next() else {
            return Ok(None);
        };
        self.fill(&mut document)?;
        Ok(Some(document))
    }

    /// Reads parts and contacts into a head.
    fn fill(&self, document: &mut Document) -> Result<(), Error> {
        let mut statement = self.db.prepare_cached(
            "SELECT p.shape, p.text FROM part p JOIN document d ON d.n = p.document
             WHERE d.id = ?1 ORDER BY p.part",
        )?;
        let mut rows = statement.query([document.id.as_str()])?;
        while let Some(row) = rows.next()? {
            let shape: String = row.get(0)?;
            let mut part: Part = noun(&shape)?;
            part.text = row.get(1)?;
            document.parts.push(part);
        }
        document.contacts = self.nouns(
            "SELECT c.json FROM contact c JOIN document d ON d.n = c.document
             WHERE d.id = ?1 ORDER BY c.seq",
            [document.id.as_str()],
        )?;
        Ok(())
    }

    /// The facts of all documents that have any, sorted by evidence and member.
    pub fn facts(&self) -> Result<Vec<Facts>, Error> {
        let mut all: Vec<Facts> = self.nouns(
            "SELECT f.rest FROM facts f JOIN document d ON d.n = f.document
             ORDER BY d.evidence, d.member",
            [],
        )?;
        for facts in &mut all {
            facts.claims = self.claims_of(&facts.document)?;
        }
        Ok(all)
    }

    /// The facts of one document, if it has any.
    pub fn facts_of(&self, id: &DocumentId) -> Result<Option<Facts>, Error> {
        let found: Vec<Facts> = self.nouns(
            "SELECT f.rest FROM facts f JOIN document d ON d.n = f.document WHERE d.id = ?1",
            [id.as_str()],
        )?;
        let Some(mut facts) = found.into_iter().next() else {
            return Ok(None);
        };
        facts.claims = self.claims_of(id)?;
        Ok(Some(facts))
    }

    /// The claims of one document, in text order.
    fn claims_of(&self, id: &DocumentId) -> Result<Vec<Claim>, Error> {
        self.nouns(
            "SELECT c.json FROM claim c JOIN document d ON d.n = c.document
             WHERE d.id = ?1 ORDER BY c.seq",
            [id.as_str()],
        )
    }

    /// All contacts of all documents, in the order of their documents and rows.
    pub fn contacts(&self) -> Result<Vec<Contact>, Error> {
        self.nouns(
            "SELECT c.json FROM contact c JOIN document d ON d.n = c.document
             ORDER BY d.evidence, d.member, c.seq",
            [],
        )
    }

    /// The contacts at one of whose ends is `party` ([`Party::key`](model::Party::key)).
    pub fn contacts_of(&self, party: &str) -> Result<Vec<Contact>, Error> {
        self.nouns(
            "SELECT c.json FROM contact c JOIN document d ON d.n = c.document
             WHERE c.caller = ?1 OR c.callee = ?1 ORDER BY d.evidence, d.member, c.seq",
            [party],
        )
    }
}
