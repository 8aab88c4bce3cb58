//! What is shown of a case: plain words and numbers, ready to be laid out.
//!
//! Fixed words (`certainty`, `kind`, `role` ..) are `&'static str`: they come from the model, never
//! from the evidence, and are not masked. Every `String` is.

mod calls;
mod findings;
mod network;
mod plan;
mod roles;

pub(crate) use calls::*;
pub(crate) use findings::*;
pub(crate) use network::*;
pub(crate) use plan::*;
pub(crate) use roles::*;

use super::text::{Name, Passage, shown};
use model::PartialDate;

shown! {
    /// Everything that is shown of a case; not yet masked. Can be had only from [`CaseFile::of`].
    pub struct CaseFile {
        /// Name of the case.
        name: String,
        /// How much there is of what.
        counts: Counts,
        /// All documents.
        documents: Vec<DocumentLine>,
        /// The roles that sources claim, by role.
        roles: Vec<RoleGroup>,
        /// The plan.
        plan: PlanLines,
        /// People, those with roles first.
        people: Vec<EntityLine>,
        /// Organisations and groups.
        bodies: Vec<EntityLine>,
        /// All claims, by document and place.
        claims: Vec<ClaimLine>,
        /// Words that a statement rests on without being a claim.
        quotes: Vec<QuoteLine>,
        /// Links, by layer.
        layers: Vec<LayerLines>,
        /// Ends of links, each with its position.
        nodes: Vec<NodeLine>,
        /// What happened when, earliest first.
        timeline: Vec<EventLine>,
        /// Numbers in call records, busiest first.
        calls: Vec<NumberLine>,
        /// What the call records answer.
        records: RecordLines,
        /// Imports of call records.
        receipts: Vec<ReceiptLine>,
        /// Claims that do not agree.
        contradictions: Vec<FindingLine>,
        /// Claims of independent origins that agree.
        corroborations: Vec<FindingLine>,
        /// Origins with more than one document.
        origins: Vec<OriginLine>,
        /// What the evidence says is not known.
        gaps: Vec<GapLine>,
        /// Steps of proceedings, by person and stage.
        proceedings: Vec<ProceedingLine>,
        /// People said to be both recruited and recruiting.
        two_sided: Vec<FindingLine>,
        /// What could not be read in full.
        unread: Vec<UnreadLine>,
        /// What could not be decided, each in a sentence.
        undecided: Vec<String>,
        /// Judgements of people.
        judgements: Vec<JudgementLine>,
        /// What was handed in.
        evidence: Vec<EvidenceRow>,
        /// What was done to the case.
        custody: Vec<CustodyRow>,
        /// Pseudonyms with the reasons for each; set by redaction.
        hidden: Vec<(String, String)>,
        /// Who unmasked the case and why; set by redaction.
        unmasked: Option<(String, String)>,
    }

    /// How much there is of what.
    pub(crate) struct Counts {
        /// Pieces of evidence.
        evidence: usize,
        /// Of them read in full.
        read: usize,
        /// Documents.
        documents: usize,
        /// Independent origins among those with text.
        origins: usize,
        /// Documents with text.
        texts: usize,
        /// Claims that are attributed to somebody or hedged.
        attributed: usize,
        /// The authors' own assertions.
        authors: usize,
        /// Claims by certainty: the word and how many, without the authors' own.
        certainty: Vec<(&'static str, usize)>,
        /// Claims that deny.
        denied: usize,
        /// People.
        people: usize,
        /// Of them protected.
        protected: usize,
        /// Links.
        links: usize,
        /// Contacts, rows of counts included.
        contacts: u64,
        /// Documents by language.
        languages: Vec<(&'static str, usize)>,
    }

    /// A document.
    pub(crate) struct DocumentLine {
        /// Identifier.
        id: String,
        /// File name.
        name: String,
        /// Title.
        title: Option<String>,
        /// What it was read as.
        format: &'static str,
        /// Language (BCP 47).
        language: &'static str,
        /// Date, as exact as known.
        date: Option<String>,
        /// Publisher.
        publisher: Option<String>,
        /// Grade set by a person.
        grade: Option<String>,
        /// How many claims it holds, without the author's own.
        claims: usize,
        /// Number of its origin from 1.
        origin: Option<usize>,
        /// Evidence it was read from, in short.
        evidence: String,
    }

    /// One step to the words a statement rests on.
    pub(crate) struct Cite {
        /// Fragment of the page.
        anchor: String,
        /// File it stands in.
        file: String,
    }

    /// Steps to words, the first of them.
    pub(crate) struct Rests {
        /// The first.
        cites: Vec<Cite>,
        /// How many more there are.
        more: usize,
    }

    /// Somebody, with what is said of him.
    pub(crate) struct EntityLine {
        /// Number of the entity on this page.
        number: usize,
        /// Name.
        name: Name,
        /// Kind.
        kind: &'static str,
        /// Other forms of the name.
        aliases: Vec<String>,
        /// Phones, documents, addresses.
        identifiers: Vec<String>,
        /// Why it is protected.
        protected: Vec<&'static str>,
        /// Roles said of it.
        roles: Vec<RoleLine>,
        /// In how many documents it is named.
        documents: usize,
        /// How many claims it is on record for.
        claims: usize,
        /// Why its mentions were taken together.
        reasons: Vec<String>,
    }

    /// A role, with what it rests on.
    pub(crate) struct RoleLine {
        /// The role.
        role: &'static str,
        /// The surest way it is said.
        certainty: &'static str,
        /// Whether a person's judgement gave it.
        judged: bool,
        /// Words.
        cites: Vec<Cite>,
    }

    /// A claim.
    pub(crate) struct ClaimLine {
        /// Identifier and fragment.
        id: String,
        /// Index of the document.
        document: usize,
        /// Where it stands, in words.
        place: String,
        /// The sentence with source, cue and content marked.
        sentence: Passage,
        /// Whose claim it is.
        source: Name,
        /// Everybody the statement went through: publisher first, source last.
        chain: Vec<Name>,
        /// As the source voiced it.
        certainty: &'static str,
        /// Which way.
        polarity: &'static str,
        /// What kind of statement.
        kind: &'static str,
        /// The time it speaks of.
        time: Option<String>,
        /// Whether it is the author's own assertion.
        authors: bool,
        /// How sure the program is that it read rightly, in percent.
        reading: String,
        /// Findings it is part of: fragment and word.
        findings: Vec<(String, &'static str)>,
    }

    /// Words that something rests on.
    pub(crate) struct QuoteLine {
        /// Fragment.
        anchor: String,
        /// Index of the document.
        document: usize,
        /// Where they stand.
        place: String,
        /// The sentence with the words marked.
        sentence: Passage,
    }

    /// Something with a time.
    pub(crate) struct EventLine {
        /// The time as said.
        when: String,
        /// Earliest day it can be.
        first: Option<PartialDate>,
        /// Latest day it can be.
        last: Option<PartialDate>,
        /// `claim`, `document` or `contacts`.
        kind: &'static str,
        /// What.
        what: String,
        /// How sure it is said.
        certainty: Option<&'static str>,
        /// Whether the source denies it.
        denied: bool,
        /// Where.
        cite: Option<Cite>,
    }

    /// Something that could not be read.
    pub(crate) struct UnreadLine {
        /// The file.
        file: String,
        /// How reading ended.
        state: &'static str,
        /// Why, and what else was not as it should be.
        why: Vec<String>,
        /// What would help.
        way_out: &'static str,
        /// Fragment of the evidence row.
        anchor: String,
    }

    /// A person's decision.
    pub(crate) struct JudgementLine {
        /// Identifier.
        id: String,
        /// What was decided.
        what: String,
        /// Who decided.
        who: String,
        /// Why.
        why: String,
        /// When.
        when: String,
    }

    /// A piece of evidence.
    pub(crate) struct EvidenceRow {
        /// The whole SHA-256.
        id: String,
        /// File name.
        name: String,
        /// Size in bytes.
        size: u64,
        /// How reading ended.
        state: &'static str,
        /// Who handed it in.
        from: Option<String>,
        /// On what basis.
        basis: Option<String>,
        /// When it was received.
        received: String,
        /// Publisher and date as the depositor gave them.
        said: String,
    }

    /// An entry of the custody log.
    pub(crate) struct CustodyRow {
        /// Number.
        number: u64,
        /// When.
        when: String,
        /// Who.
        who: String,
        /// What.
        what: String,
        /// Hash.
        hash: String,
    }
}
