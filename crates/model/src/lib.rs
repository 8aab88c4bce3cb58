//! The nouns of clew: evidence, documents, places, claims, entities, links, findings, judgements.
//!
//! **Invariant.** This crate does no input or output and knows no clock; every value in it is
//! built from what it is given. A [`Claim`] cannot be built without a place and a content, a
//! [`Finding`] not without the claims (or gap, or proceeding) under it.
//!
//! All offsets are bytes into the UTF-8 text of one [`Part`]; all times are ISO 8601.

mod certainty;
mod claim;
mod contact;
mod date;
mod document;
mod entity;
mod facts;
mod finding;
mod id;
mod judgement;
mod link;
mod section;
mod span;

pub use certainty::{Certainty, Kind, Polarity};
pub use claim::{Claim, ClaimParts, Family, Source, TimeRef};
pub use contact::{CallMap, Contact, ContactKind, Party, ROWS_STATE, Receipt, RejectedRow};
pub use date::PartialDate;
pub use document::{
    Block, BlockKind, Document, Fault, Format, Language, Part, PartKind, ReadState, Reading,
};
pub use entity::{Entity, EntityKind, Protection, Resolution, Role, RoleHeld};
pub use facts::{Facts, Gap, GapKind, Mention, MentionKind, Proceeding, RoleSaid, Stage, Tie};
pub use finding::{Aspect, Assessment, Drift, Finding, FindingKind, Origin};
pub use id::{
    ClaimId, ContactId, DocumentId, EntityId, EvidenceId, FindingId, GapId, LinkId, MentionId,
    OriginId, ProceedingId,
};
pub use judgement::{Anchor, Grade, Judgement, JudgementId, Verdict};
pub use link::{Interval, Layer, Link, Network, Position};
pub use section::{Section, is_field};
pub use span::{Place, Span};
