//! Findings: what follows from claims held against each other, and where reports come from.

use crate::certainty::word_enum;
use crate::{ClaimId, DocumentId, FindingId, GapId, OriginId, Place, ProceedingId};
use serde::{Deserialize, Serialize};

word_enum! {
    /// In what two claims contradict each other.
    Aspect {
        /// Denied here, affirmed there.
        Predicate = "predicate",
        /// Different numbers or amounts.
        Value = "value",
        /// Different times.
        Time = "time",
        /// Different actors.
        Actor = "actor",
        /// The same number said of different things.
        Scope = "scope",
    }
}

/// What kind of finding it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingKind {
    /// Claims of independent origins agree.
    Corroboration {
        /// How many origins.
        origins: usize,
    },
    /// Claims do not agree.
    Contradiction {
        /// In what.
        aspect: Aspect,
    },
    /// The wording changed from copy to copy of one origin.
    Drift,
    /// The evidence itself says that it is not known.
    Gap {
        /// Which.
        gap: GapId,
    },
    /// A step of a legal proceeding.
    Proceeding {
        /// Which.
        proceeding: ProceedingId,
    },
    /// A person is said to be both recruit (or victim) and recruiter: non-punishment may apply.
    TwoSided,
}

impl FindingKind {
    /// The kind in one word.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Corroboration { .. } => "corroboration",
            Self::Contradiction { .. } => "contradiction",
            Self::Drift => "drift",
            Self::Gap { .. } => "gap",
            Self::Proceeding { .. } => "proceeding",
            Self::TwoSided => "two_sided",
        }
    }
}

/// Something that follows from claims. Can only be had from [`Finding::new`] (or by reading one back).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    id: FindingId,
    #[serde(flatten)]
    kind: FindingKind,
    summary: String,
    claims: Vec<ClaimId>,
    places: Vec<Place>,
}

impl Finding {
    /// A finding with what it rests on; `None` if it rests on nothing.
    ///
    /// `summary` is one sentence of ours that names no person, so that it can be shown without masking;
    /// the words of the sources stand at `places`.
    pub fn new(
        kind: FindingKind,
        summary: String,
        claims: Vec<ClaimId>,
        places: Vec<Place>,
    ) -> Option<Self> {
        if claims.is_empty() && places.is_empty() {
            return None;
        }
        let mut pieces = vec![kind.as_str().to_owned()];
        pieces.extend(claims.iter().map(ToString::to_string));
        pieces.extend(places.iter().map(Place::key));
        match &kind {
            FindingKind::Contradiction { aspect } => pieces.push(aspect.to_string()),
            // Two steps, or two gaps, may be told in one clause.
            FindingKind::Proceeding { proceeding } => pieces.push(proceeding.to_string()),
            FindingKind::Gap { gap } => pieces.push(gap.to_string()),
            _ => {}
        }
        let id = FindingId::derive(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
        Some(Self {
            id,
            kind,
            summary,
            claims,
            places,
        })
    }

    /// Its identifier.
    pub const fn id(&self) -> &FindingId {
        &self.id
    }

    /// What kind of finding it is.
    pub const fn kind(&self) -> &FindingKind {
        &self.kind
    }

    /// What was found, in one sentence of ours.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// The claims under it; for a contradiction, the two sides in text order of their documents.
    pub fn claims(&self) -> &[ClaimId] {
        &self.claims
    }

    /// The words it rests on.
    pub fn places(&self) -> &[Place] {
        &self.places
    }
}

/// One change of wording between two copies of one origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// The words in the earlier copy.
    pub before: Place,
    /// The words in the later copy; `None` where they were dropped.
    pub after: Option<Place>,
    /// What changed: "number", "actor", "predicate", "hedge dropped", "dropped", "wording".
    pub what: String,
}

/// A set of documents that go back to one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Its identifier.
    pub id: OriginId,
    /// The earliest document, taken as the head.
    pub head: DocumentId,
    /// All of them, the head first, then by date.
    pub documents: Vec<DocumentId>,
    /// Why each of the others belongs to it: shared wording (share of its text), or "names it as its source".
    pub reasons: Vec<String>,
    /// How the wording drifted.
    pub drifts: Vec<Drift>,
}

/// What assessment gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Every document with text stands in exactly one origin.
    pub origins: Vec<Origin>,
    /// What follows.
    pub findings: Vec<Finding>,
}
