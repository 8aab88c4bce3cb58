//! What can be done to a case, as the custody log records it.

use model::{DocumentId, EvidenceId, PartialDate, Receipt, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person says about material as it is handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deposit {
    /// File name people know it by.
    pub name: String,
    /// Who handed it in, or where it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published or written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// On what legal basis it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Who put it into the case.
    pub who: String,
    /// The folder or archive it came in, if it came in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// How it is to be read: time zone, region, column map of call records.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, String>,
}

/// One thing done to a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action {
    /// The case was made. Always the first entry, never another.
    Created {
        /// Its name.
        name: String,
    },
    /// Material was put in.
    Deposited {
        /// SHA-256 of its bytes.
        evidence: EvidenceId,
        /// Its size in bytes.
        size: u64,
        /// What was said about it.
        deposit: Deposit,
    },
    /// Call records were imported.
    Imported {
        /// The evidence they stand in.
        evidence: EvidenceId,
        /// The document that was made of it.
        document: DocumentId,
        /// Both sides of the import.
        receipt: Receipt,
    },
    /// A person decided something. The judgement is named `j-` and the number of this entry.
    Judged {
        /// What.
        verdict: Verdict,
        /// Why.
        why: String,
    },
    /// Protected persons were shown unmasked.
    Unmasked {
        /// Why.
        why: String,
        /// The output they were shown in.
        output: String,
    },
    /// Something left the case: a report or an export.
    Exported {
        /// Its format: `html`, `ftm`, `graphml`, `csv`, `jsonl`.
        format: String,
        /// The file it was written to.
        output: String,
        /// SHA-256 of that file.
        sha256: String,
    },
    /// How much work is put into reading was chosen; it holds from here on.
    DepthChosen {
        /// A name of the program's own, like `plain` or `deep`.
        depth: String,
    },
    /// Derived state is about to be written. Until the run has ended nothing is claimed about `derived.db`.
    RunStarted,
    /// Derived state was written.
    RunEnded {
        /// SHA-256 of `derived.db` as the run left it; `None` if there was nothing to derive.
        derived: Option<String>,
    },
    /// `derived.db` could not be used as it stood, and was made anew.
    SetAside {
        /// Why.
        why: String,
    },
    /// A last line that a crash had cut off was taken out of the log. It had not been acknowledged.
    Mended {
        /// How many bytes were taken out.
        bytes: u64,
        /// Their SHA-256.
        sha256: String,
        /// What they were, as text, at most 2,000 characters of it.
        removed: String,
    },
    /// An action of a later version of clew, which this one does not know. Cannot be written.
    #[serde(other)]
    Unknown,
}
