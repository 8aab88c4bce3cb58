//! What is shown of a case: plain words and numbers, ready to be laid out.
//!
//! Fixed words (`certainty`, `kind`, `role` ..) are `&'static str`: they come from the model, never
//! from the evidence, and are not masked. Every `String` is.

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

    /// Links of one layer.
    pub(crate) struct LayerLines {
        /// The layer.
        layer: &'static str,
        /// Whether direction means something.
        directed: bool,
        /// Its links.
        links: Vec<LinkLine>,
    }

    /// A link.
    pub(crate) struct LinkLine {
        /// Identifier and fragment.
        id: String,
        /// Index of the node it goes from.
        from: usize,
        /// Index of the node it goes to.
        to: usize,
        /// How many contacts or claims.
        weight: u64,
        /// Over which time.
        interval: String,
        /// The surest way it is said; nothing for one that rests on contacts.
        certainty: Option<&'static str>,
        /// Only alleged or weaker.
        alleged: bool,
        /// Some source denies it.
        denied: bool,
        /// How many contacts it rests on.
        contacts: usize,
        /// Words it rests on, the first of them.
        cites: Vec<Cite>,
        /// How many more there are.
        more: usize,
    }

    /// An end of a link.
    pub(crate) struct NodeLine {
        /// Name.
        name: Name,
        /// Kind.
        kind: &'static str,
        /// Number of the entity line, where there is one.
        entity: Option<usize>,
        /// With how many it is tied.
        degree: usize,
        /// Share of shortest paths over it.
        betweenness: f64,
        /// Component from 1, the largest first.
        component: usize,
        /// Community from 1, the largest first.
        community: usize,
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

    /// A number in call records.
    pub(crate) struct NumberLine {
        /// The number or who it is.
        name: Name,
        /// Number as the records have it.
        number: String,
        /// Contacts it stands in.
        contacts: u64,
        /// Of them outgoing.
        outgoing: u64,
        /// With how many others.
        partners: usize,
        /// Sum of durations in seconds.
        seconds: u64,
        /// First time.
        first: String,
        /// Last time.
        last: String,
        /// Contacts by hour of the day in the record's zone.
        hours: Vec<u64>,
    }

    /// An import of call records.
    pub(crate) struct ReceiptLine {
        /// Index of the document.
        document: usize,
        /// Zone and where it came from.
        zone: String,
        /// Region in which numbers were read.
        region: String,
        /// Rows in.
        rows: usize,
        /// Rows kept.
        kept: usize,
        /// Rows rejected.
        refused: usize,
        /// The first of them: row number and why.
        rejected: Vec<(usize, String)>,
        /// Seconds in.
        seconds_in: u64,
        /// Seconds kept.
        seconds_kept: u64,
        /// Seconds rejected.
        seconds_rejected: u64,
        /// Rows by hour in.
        hours: Vec<u64>,
        /// Rows by hour kept.
        hours_kept: Vec<u64>,
        /// Rows with masked parties.
        masked: usize,
        /// Whether both sides add up.
        adds_up: bool,
    }

    /// A finding on claims.
    pub(crate) struct FindingLine {
        /// Identifier and fragment.
        id: String,
        /// In what (aspect), or how many origins.
        what: String,
        /// In one sentence of ours.
        summary: String,
        /// Indexes of the claims.
        claims: Vec<usize>,
        /// Words where there is no claim.
        cites: Vec<Cite>,
    }

    /// An origin with more than one document.
    pub(crate) struct OriginLine {
        /// Number from 1.
        number: usize,
        /// Indexes of the documents, the head first.
        documents: Vec<usize>,
        /// Why each belongs to it.
        reasons: Vec<String>,
        /// How the wording drifted.
        drifts: Vec<DriftLine>,
    }

    /// One change of wording.
    pub(crate) struct DriftLine {
        /// What changed.
        what: String,
        /// Index of the earlier document.
        from: usize,
        /// Index of the later document; where words were dropped it is not known.
        to: Option<usize>,
        /// The earlier words.
        before: Passage,
        /// The later words.
        after: Option<Passage>,
    }

    /// Something that is not known.
    pub(crate) struct GapLine {
        /// Identifier and fragment.
        id: String,
        /// Why it is not known.
        kind: &'static str,
        /// The sentence, with the words marked.
        sentence: Passage,
        /// What is not known.
        about: Option<String>,
        /// Who withholds it.
        by: Option<String>,
        /// Index of the document.
        document: usize,
        /// Where it stands.
        place: String,
    }

    /// A step of a proceeding.
    pub(crate) struct ProceedingLine {
        /// Identifier and fragment.
        id: String,
        /// Against whom.
        who: Option<Name>,
        /// Order of the stage.
        rank: usize,
        /// Which step.
        stage: &'static str,
        /// By whom.
        by: Option<String>,
        /// The offence.
        offence: Option<String>,
        /// How sure it is told.
        certainty: &'static str,
        /// Where.
        cite: Cite,
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
