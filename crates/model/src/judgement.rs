//! Judgements: a person's decisions. Ground, never erased, taken back only by another judgement.

use crate::{DocumentId, EntityKind, Place, Role};
use serde::{Deserialize, Serialize};

/// Names one judgement: `j-` and its entry number in the custody log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JudgementId(pub String);

/// What a judgement is about: an entity, held by one of its mentions so that it outlives derived state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where it is named; `None` for a phone that stands only in call records.
    pub place: Option<Place>,
    /// What it is.
    pub kind: EntityKind,
    /// Its name (or number) when it was judged.
    pub name: String,
}

/// Admiralty code, set only by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// Reliability of the source, `A` to `F`.
    pub source: Option<char>,
    /// Credibility of the information, `1` to `6`.
    pub information: Option<u8>,
}

impl Grade {
    /// Reads `B2`, `B` or `2`.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut source, mut information) = (None, None);
        for letter in text.chars() {
            match letter.to_ascii_uppercase() {
                grade @ 'A'..='F' if source.is_none() && information.is_none() => {
                    source = Some(grade);
                }
                grade @ '1'..='6' if information.is_none() => {
                    information = grade
                        .to_digit(10)
                        .and_then(|digit| u8::try_from(digit).ok());
                }
                _ => return None,
            }
        }
        (source.is_some() || information.is_some()).then_some(Self {
            source,
            information,
        })
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Both are the same.
    Same {
        /// One.
        a: Anchor,
        /// The other.
        b: Anchor,
    },
    /// They are not the same, whatever the program finds.
    NotSame {
        /// One.
        a: Anchor,
        /// The other.
        b: Anchor,
    },
    /// It was looked at and left open.
    Unsure {
        /// One.
        a: Anchor,
        /// The other.
        b: Anchor,
    },
    /// The entity holds a role.
    Role {
        /// Who.
        who: Anchor,
        /// Which.
        role: Role,
    },
    /// The entity does not hold the role, whatever the texts seem to say.
    NotRole {
        /// Who.
        who: Anchor,
        /// Which.
        role: Role,
    },
    /// The program misread what stands there: nothing is to follow from it.
    Misread {
        /// From the first to the last word of the claim's content.
        place: Place,
    },
    /// A grade for a document.
    Grade {
        /// The document.
        document: DocumentId,
        /// The grade.
        grade: Grade,
    },
    /// Takes an earlier judgement back.
    Undo {
        /// Which.
        judgement: JudgementId,
    },
}

/// A person's decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Its identifier.
    pub id: JudgementId,
    /// Who decided.
    pub who: String,
    /// Why.
    pub why: String,
    /// When, RFC 3339 in UTC.
    pub when: String,
    /// What.
    #[serde(flatten)]
    pub verdict: Verdict,
}
