//! What is derived from all evidence together: entities, links, findings.

use super::Store;
use super::keep::json;
use super::words::fold;
use crate::error::Error;
use model::{Assessment, Network, Resolution};
use rusqlite::{Transaction, TransactionBehavior, params};
use serde::de::DeserializeOwned;

/// Takes out what was derived from all evidence together.
pub(super) fn drop_derived(write: &Transaction<'_>) -> Result<(), Error> {
    for table in ["derived", "named", "sourced", "alias"] {
        write
            .prepare_cached(&format!("DELETE FROM {table}"))?
            .execute([])?;
    }
    Ok(())
}

impl Store {
    /// Keeps what was derived from all evidence together, in one transaction. `fingerprint` says from what: the
    /// readings, the judgements and the version.
    pub fn keep_derived(
        &mut self,
        fingerprint: &str,
        resolution: &Resolution,
        network: &Network,
        assessment: &Assessment,
    ) -> Result<(), Error> {
        let write = self
            .writer()?
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        drop_derived(&write)?;
        // One after the other: the texts are large.
        let keep = |name: &str, text: String| {
            write.execute("INSERT INTO derived VALUES (?1, ?2)", params![name, text])
        };
        keep("fingerprint", json(&fingerprint)?)?;
        keep("resolution", json(resolution)?)?;
        keep("network", json(network)?)?;
        keep("assessment", json(assessment)?)?;
        keep_names(&write, resolution)?;
        Ok(write.commit()?)
    }

    /// From what the derived state was made; `None` if it has to be made.
    pub fn fingerprint(&self) -> Result<Option<String>, Error> {
        self.derived("fingerprint")
    }

    /// The entities; `None` if they have to be derived.
    pub fn resolution(&self) -> Result<Option<Resolution>, Error> {
        self.derived("resolution")
    }

    /// The links; `None` if they have to be derived.
    pub fn network(&self) -> Result<Option<Network>, Error> {
        self.derived("network")
    }

    /// The findings; `None` if they have to be derived.
    pub fn assessment(&self) -> Result<Option<Assessment>, Error> {
        self.derived("assessment")
    }

    /// One of the nouns derived from all evidence.
    fn derived<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Error> {
        let found = self.nouns("SELECT json FROM derived WHERE name = ?1", [name])?;
        Ok(found.into_iter().next())
    }
}

/// Puts in what lets a claim be found by whom it names: the entity behind each mention and source, with its names.
fn keep_names(write: &Transaction<'_>, resolution: &Resolution) -> Result<(), Error> {
    for (mention, entity) in &resolution.of_mention {
        write
            .prepare_cached("INSERT INTO named VALUES (?1, ?2)")?
            .execute([mention.as_str(), entity.as_str()])?;
    }
    for (claim, entity) in &resolution.of_claim {
        write
            .prepare_cached("INSERT INTO sourced VALUES (?1, ?2)")?
            .execute([claim.as_str(), entity.as_str()])?;
    }
    for entity in &resolution.entities {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        for name in names.chain(&entity.identifiers) {
            write
                .prepare_cached("INSERT INTO alias VALUES (?1, ?2)")?
                .execute([entity.id.as_str(), &fold(name)])?;
        }
    }
    Ok(())
}
