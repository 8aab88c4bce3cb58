//! Facts: everything that was extracted from one document.

use crate::certainty::word_enum;
use crate::{
    Certainty, Claim, ClaimId, DocumentId, GapId, Layer, MentionId, Place, ProceedingId, Role, Span,
};
use serde::{Deserialize, Serialize};

word_enum! {
    /// What a mention names.
    MentionKind {
        /// A person.
        Person = "person",
        /// An organisation, authority, publisher, armed unit.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// A telephone number; value: E.164 where it can be told.
        Phone = "phone",
        /// A document number (passport, ticket, case number).
        Document = "document",
        /// A date; value: ISO 8601, as exact as said.
        Date = "date",
        /// An amount; value: "AMOUNT CURRENCY" (ISO 4217).
        Money = "money",
        /// An e-mail address, handle, web address or postal address.
        Address = "address",
        /// A number of people or things; value: the number.
        Number = "number",
        /// People named by what they are: "a recruiter", "border guards", "the ministry".
        Role = "role",
    }
}

/// A span that names somebody or something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Its identifier.
    pub id: MentionId,
    /// Where it stands.
    pub place: Place,
    /// What it names.
    pub kind: MentionKind,
    /// The words at its place.
    pub text: String,
    /// Normalised value, where there is one.
    pub value: Option<String>,
}

impl Mention {
    /// A mention of `text` at `place`.
    pub fn new(place: Place, kind: MentionKind, text: &str, value: Option<String>) -> Self {
        let id = MentionId::derive(&[&place.key(), kind.as_str()]);
        Self {
            id,
            place,
            kind,
            text: text.to_owned(),
            value,
        }
    }
}

word_enum! {
    /// Why something is not known.
    GapKind {
        /// Withheld or not made public: "remain undisclosed", "не раскрывается".
        Undisclosed = "undisclosed",
        /// Nobody on record knows: "it is not known", "se desconoce".
        Unknown = "unknown",
        /// Asked and not answered: "declined to say", "did not respond", "no quiso comentar".
        Unanswered = "unanswered",
        /// Announced for later: "will publish the list".
        Promised = "promised",
        /// Said to be unconfirmed: "could not be verified".
        Unverified = "unverified",
    }
}

/// Something the evidence itself says is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Its identifier.
    pub id: GapId,
    /// The clause that says it.
    pub place: Place,
    /// The words that make it a gap.
    pub cue: Span,
    /// Why it is not known.
    pub kind: GapKind,
    /// What is not known, where the sentence says it.
    pub about: Option<Span>,
    /// Who withholds or did not answer, where the sentence says it.
    pub by: Option<Span>,
}

word_enum! {
    /// The stage of a proceeding.
    Stage {
        /// A complaint or report was made.
        Complaint = "complaint",
        /// An investigation was opened or runs.
        Investigation = "investigation",
        /// Somebody was arrested or is held.
        Arrest = "arrest",
        /// Somebody was charged or indicted.
        Charge = "charge",
        /// A trial is held.
        Trial = "trial",
        /// Convicted.
        Conviction = "conviction",
        /// Acquitted.
        Acquittal = "acquittal",
        /// Ended without a verdict: charges dropped, a case dismissed, discontinued or closed.
        Closure = "closure",
        /// A sentence was handed down.
        Sentence = "sentence",
        /// An appeal was lodged or decided.
        Appeal = "appeal",
        /// Somebody is sought, extradition is asked.
        Wanted = "wanted",
        /// Sanctioned or put on a list.
        Sanction = "sanction",
    }
}

/// A step of a legal proceeding as the evidence tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceeding {
    /// Its identifier.
    pub id: ProceedingId,
    /// The clause that says it.
    pub place: Place,
    /// Which step.
    pub stage: Stage,
    /// Against whom, where the sentence says it.
    pub who: Option<Span>,
    /// By which authority, where the sentence says it.
    pub by: Option<Span>,
    /// The offence, where the sentence says it.
    pub offence: Option<Span>,
    /// As sure as it is told.
    pub certainty: Certainty,
    /// The claim it is part of, if it is part of one.
    pub claim: Option<ClaimId>,
}

/// That the text gives somebody a role ("the recruiter Y", "X, 17, was taken").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleSaid {
    /// The mention of the person.
    pub who: MentionId,
    /// The role.
    pub role: Role,
    /// The words that give it.
    pub place: Place,
    /// As sure as it is said.
    pub certainty: Certainty,
    /// The claim it is part of.
    pub claim: Option<ClaimId>,
}

/// That the text ties two mentions ("X recruited Y").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Who acts.
    pub from: MentionId,
    /// Who is acted on, or the other one.
    pub to: MentionId,
    /// Which kind of tie.
    pub layer: Layer,
    /// The clause that says it.
    pub place: Place,
    /// As sure as it is said.
    pub certainty: Certainty,
    /// The claim it is part of.
    pub claim: Option<ClaimId>,
}

/// Everything that was extracted from one document, in text order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The document.
    pub document: DocumentId,
    /// What is named.
    pub mentions: Vec<Mention>,
    /// Who said what.
    pub claims: Vec<Claim>,
    /// What is said not to be known.
    pub gaps: Vec<Gap>,
    /// Steps of proceedings.
    pub proceedings: Vec<Proceeding>,
    /// Who is given which role.
    pub roles: Vec<RoleSaid>,
    /// Who is tied to whom.
    pub ties: Vec<Tie>,
}

impl Facts {
    /// No facts of `document` yet.
    pub const fn none(document: DocumentId) -> Self {
        Self {
            document,
            mentions: Vec::new(),
            claims: Vec::new(),
            gaps: Vec::new(),
            proceedings: Vec::new(),
            roles: Vec::new(),
            ties: Vec::new(),
        }
    }
}
