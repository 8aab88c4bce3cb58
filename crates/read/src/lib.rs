//! Everything that touches hostile bytes: documents and call records out of files.
//!
//! **Invariant.** [`document`] never fails and never panics: it returns what it could read and says
//! what it could not. Size, depth and number of members are bounded by [`Limits`]. A library below
//! may still abort or run out of memory, which only another process survives: [`worker`].

pub mod calls;
mod dates;
mod decode;
mod draft;
mod email;
mod html;
mod job;
mod language;
mod lines;
mod package;
mod pdf;
mod sheets;
mod sniff;
mod table;
mod text;
mod word;
pub mod worker;
mod xml;

use model::{EvidenceId, Reading};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known about the bytes before they are read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Hint {
    /// The evidence: the SHA-256 of the bytes.
    pub evidence: EvidenceId,
    /// File name as it was handed in; the extension is looked at after the content.
    pub name: String,
    /// What the depositor says about call records: `zone`, `region`, `map.<role>` (column number from 0).
    pub settings: BTreeMap<String, String>,
}

/// How much one reading may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Address space of a worker, in bytes.
    pub memory_bytes: u64,
    /// Seconds of processor time of a worker; the clock on the wall gets twice as many. One that reads several texts
    /// is replaced once it has taken a quarter of that.
    pub seconds: u64,
    /// Bytes of text over all documents of one piece of evidence.
    pub output_bytes: u64,
    /// Bytes of text of one part.
    pub part_bytes: u64,
    /// Members (attachments, files in archives) of one piece of evidence.
    pub members: usize,
    /// How deep archives and messages may be nested.
    pub depth: usize,
    /// How many times larger than its packed form a member may be.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory_bytes: 512 << 20,
            seconds: 20,
            output_bytes: 48 << 20,
            part_bytes: 24 << 20,
            members: 1_000,
            depth: 4,
            ratio: 200,
        }
    }
}

/// Reads one piece of evidence, in this process: every document in it, and the one state it ends in.
pub fn document(bytes: &[u8], hint: &Hint, limits: &Limits) -> Reading {
    job::run(bytes, hint, limits)
}
