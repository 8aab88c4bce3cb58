//! The study: everything a case holds, as one value in memory.

use model::{
    Assessment, Contact, Document, EvidenceId, Facts, Fault, Judgement, Network, PartialDate,
    ReadState, Resolution,
};

/// Everything a case holds. Not yet fit to be shown: protected persons stand in it by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// Name of the case.
    pub name: String,
    /// All documents, in the order in which their evidence was added.
    pub documents: Vec<Document>,
    /// What was extracted, one for each document with text.
    pub facts: Vec<Facts>,
    /// All contacts, in order of time.
    pub contacts: Vec<Contact>,
    /// Who is behind the mentions.
    pub resolution: Resolution,
    /// Who is tied to whom.
    pub network: Network,
    /// What follows.
    pub assessment: Assessment,
    /// What people decided.
    pub judgements: Vec<Judgement>,
    /// What was handed in.
    pub evidence: Vec<EvidenceLine>,
    /// What was done to the case.
    pub custody: Vec<CustodyLine>,
}

/// One piece of evidence, as people need to see it.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceLine {
    /// Its identifier: the SHA-256 of its bytes.
    pub id: EvidenceId,
    /// File name it was handed in under.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// How reading ended.
    pub state: ReadState,
    /// What was not as it should be.
    pub faults: Vec<Fault>,
    /// Who handed it in, if said.
    pub from: Option<String>,
    /// On what legal basis, if said.
    pub basis: Option<String>,
    /// Who published it, if the depositor said so.
    pub publisher: Option<String>,
    /// Its date, if the depositor said so.
    pub date: Option<PartialDate>,
    /// When it was received, RFC 3339 in UTC.
    pub received: String,
}

/// One entry of the custody log, as people need to see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustodyLine {
    /// Its number, from 0 or 1 as the log counts.
    pub number: u64,
    /// When, RFC 3339 in UTC.
    pub when: String,
    /// Who.
    pub who: String,
    /// What was done, in a sentence.
    pub what: String,
    /// Hash of the entry, as the log has it.
    pub hash: String,
}
