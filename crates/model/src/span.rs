//! Spans of text and the places they stand in.

use crate::DocumentId;
use serde::{Deserialize, Serialize};

/// A range of bytes in the text of one part; never empty, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The bytes at this span, if it lies inside `text` on character boundaries.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes the two share.
    pub fn shared(self, other: Self) -> usize {
        self.end
            .min(other.end)
            .saturating_sub(self.start.max(other.start))
    }
}

/// Where something stands: a document (member of a piece of evidence), one of its parts, bytes of the part's text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// Index of the part, from 0.
    pub part: usize,
    /// Bytes of the part's text.
    pub span: Span,
}

impl Place {
    /// A stable text form, `document:part:start-end`, from which identifiers are derived.
    pub fn key(&self) -> String {
        format!(
            "{}:{}:{}-{}",
            self.document, self.part, self.span.start, self.span.end
        )
    }
}
