//! Claims: who said what, how sure, and where exactly it stands.

use crate::{Certainty, ClaimId, DocumentId, Kind, PartialDate, Place, Polarity, Span};
use serde::{Deserialize, Serialize};

/// Whose claim it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// Named in the text at this span (of the claim's part).
    Named {
        /// Where the source is named.
        span: Span,
    },
    /// The speaker of the transcript turn, named at this span if the transcript names him.
    Speaker {
        /// Where the speaker is named.
        span: Option<Span>,
    },
    /// The text attributes it to nobody: agentless passives, hedging adverbs.
    Nobody,
    /// The author's own assertion: the publisher's claim.
    Publisher,
}

impl Source {
    /// Where the source is named, if it is.
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Named { span } => Some(*span),
            Self::Speaker { span } => *span,
            Self::Nobody | Self::Publisher => None,
        }
    }
}

/// The time a claim speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeRef {
    /// Where it is said.
    pub span: Span,
    /// The date, as exact as it was said.
    pub value: PartialDate,
}

/// A claim as it is put together, before it is checked. Spans are bytes of the part's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimParts {
    /// The document it stands in.
    pub document: DocumentId,
    /// Index of the part.
    pub part: usize,
    /// The sentence (or run of sentences) that holds it.
    pub sentence: Span,
    /// Whose claim it is: the innermost source, the one who is on record for the content.
    pub source: Source,
    /// Sources between the publisher and `source`, outermost first; without `source` itself.
    pub chain: Vec<Span>,
    /// The words that tie content to source, or hedge it.
    pub cue: Option<Span>,
    /// What is claimed; more than one span where the content is interrupted. In text order.
    pub content: Vec<Span>,
    /// As the source voiced it; over a chain, the weakest.
    pub certainty: Certainty,
    /// Which way.
    pub polarity: Polarity,
    /// What kind of statement.
    pub kind: Kind,
    /// The time it speaks of.
    pub time: Option<TimeRef>,
    /// How sure the program is that it read this rightly, 0 to 1. Says nothing about truth.
    pub confidence: f32,
    /// Name of the rule that found it.
    pub rule: String,
}

/// A checked claim. Can only be had from [`Claim::new`] (or by reading one back).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its identifier, derived from its place, source and cue.
    id: ClaimId,
    #[serde(flatten)]
    parts: ClaimParts,
}

impl Claim {
    /// Checks the parts; `None` if there is no content, a span is empty, or spans are out of order.
    pub fn new(parts: ClaimParts) -> Option<Self> {
        let ordered = parts
            .content
            .windows(2)
            .all(|pair| pair[0].end <= pair[1].start);
        let filled = !parts.content.is_empty()
            && parts
                .content
                .iter()
                .chain(parts.cue.iter())
                .all(|span| !span.is_empty())
            && !parts.sentence.is_empty();
        if !(ordered && filled && (0.0..=1.0).contains(&parts.confidence)) {
            return None;
        }
        let spans = |spans: &[Span]| {
            spans
                .iter()
                .map(|s| format!("{}-{}", s.start, s.end))
                .collect::<Vec<_>>()
                .join(",")
        };
        let id = ClaimId::derive(&[
            parts.document.as_str(),
            &parts.part.to_string(),
            &spans(&parts.content),
            &spans(&parts.source.span().into_iter().collect::<Vec<_>>()),
            &spans(&parts.cue.into_iter().collect::<Vec<_>>()),
        ]);
        Some(Self { id, parts })
    }

    /// Its identifier.
    pub const fn id(&self) -> &ClaimId {
        &self.id
    }

    /// Everything else about it.
    pub const fn parts(&self) -> &ClaimParts {
        &self.parts
    }

    /// Whether it is the author's own assertion.
    pub fn is_authors(&self) -> bool {
        self.parts.source == Source::Publisher
    }

    /// Whether it is quoted, and nothing says whose words they are.
    pub fn is_nobodys(&self) -> bool {
        self.parts.source == Source::Nobody && self.parts.cue.is_none()
    }

    /// Where the content begins to end, as one place.
    pub fn place(&self) -> Place {
        let start = self.parts.content.first().map_or(0, |span| span.start);
        let end = self.parts.content.last().map_or(start, |span| span.end);
        Place {
            document: self.parts.document.clone(),
            part: self.parts.part,
            span: Span::new(start, end),
        }
    }
}

impl std::ops::Deref for Claim {
    type Target = ClaimParts;

    fn deref(&self) -> &ClaimParts {
        &self.parts
    }
}

/// Claims of different documents about the same thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// What they are about, in the words of one of them.
    pub about: String,
    /// The claims.
    pub claims: Vec<ClaimId>,
}
