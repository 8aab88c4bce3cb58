//! Findings: what does not agree, what agrees, origins, gaps, proceedings.

use crate::casefile::Cite;
use crate::casefile::text::{Name, Passage, shown};

shown! {
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
}
