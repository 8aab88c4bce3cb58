//! Entities: a derived view over mentions and judgements.

use crate::certainty::word_enum;
use crate::{Certainty, ClaimId, DocumentId, EntityId, JudgementId, MentionId, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

word_enum! {
    /// What an entity is.
    EntityKind {
        /// A person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// A telephone number. A phone is not a person.
        Phone = "phone",
        /// A numbered document.
        Document = "document",
        /// An e-mail address, handle, web address or postal address.
        Address = "address",
        /// People without a name, held apart by document: "a recruiter", "two of the recruits".
        Group = "group",
    }
}

word_enum! {
    /// What somebody is said to be in the network. Attributed, dated, several at once; never a score of guilt.
    Role {
        /// Leads or directs.
        Organiser = "organiser",
        /// Finds and persuades people.
        Recruiter = "recruiter",
        /// Arranges papers, tickets, contracts.
        Broker = "broker",
        /// Moves people.
        Transporter = "transporter",
        /// Profits from the people.
        Exploiter = "exploiter",
        /// Was recruited.
        Recruit = "recruit",
        /// Is called a victim.
        Victim = "victim",
        /// May be a victim.
        PossibleVictim = "possible_victim",
        /// Is or was under 18.
        Minor = "minor",
        /// Testifies or may testify.
        Witness = "witness",
        /// Holds an office.
        Official = "official",
        /// Represents somebody in law.
        Lawyer = "lawyer",
        /// Reports for a publisher.
        Journalist = "journalist",
        /// Family of a victim or recruit.
        Relative = "relative",
    }
}

impl Role {
    /// Why whoever holds this role must be protected, if he must. A recruit counts as a possible victim.
    pub const fn protects(self) -> Option<Protection> {
        match self {
            Self::Victim => Some(Protection::Victim),
            Self::PossibleVictim | Self::Recruit => Some(Protection::PossibleVictim),
            Self::Minor => Some(Protection::Minor),
            Self::Witness => Some(Protection::Witness),
            Self::Relative => Some(Protection::Relative),
            _ => None,
        }
    }

    /// Whether whoever holds it is said to run the network, not to suffer from it.
    pub const fn runs(self) -> bool {
        matches!(
            self,
            Self::Organiser | Self::Recruiter | Self::Broker | Self::Transporter | Self::Exploiter
        )
    }
}

word_enum! {
    /// Why somebody is masked by default and never a target.
    Protection {
        /// Under 18, or said to have been.
        Minor = "minor",
        /// Called a victim.
        Victim = "victim",
        /// May be a victim; recruits are.
        PossibleVictim = "possible_victim",
        /// Testifies or may testify.
        Witness = "witness",
        /// Could be used to find a protected person.
        Relative = "relative",
        /// Named in a text of harm, and no source tells his part: he may be any of these.
        RoleNotTold = "role_not_told",
    }
}

/// A role somebody holds, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// The surest way it is said.
    pub certainty: Certainty,
    /// The words that give it.
    pub places: Vec<Place>,
    /// The claims it rests on.
    pub claims: Vec<ClaimId>,
    /// The judgement that gave it, if a person did.
    pub judgement: Option<JudgementId>,
}

/// Somebody or something behind mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its identifier.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name.
    pub name: String,
    /// Every other form it is named by, sorted.
    pub aliases: Vec<String>,
    /// Identifiers that hold it together: phones, document numbers, addresses.
    pub identifiers: Vec<String>,
    /// Its mentions.
    pub mentions: Vec<MentionId>,
    /// The documents it is named in.
    pub documents: Vec<DocumentId>,
    /// What it is said to be.
    pub roles: Vec<RoleHeld>,
    /// Why it is protected, if it is: all reasons, sorted.
    pub protected: Vec<Protection>,
    /// Why its mentions were taken together: "same name after folding", "same phone", "judgement j-..".
    pub reasons: Vec<String>,
}

impl Entity {
    /// Whether it must be masked and can never be a target.
    pub fn is_protected(&self) -> bool {
        !self.protected.is_empty()
    }
}

/// What resolution gives: the entities, and whose each mention and each phone is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// All entities, sorted by identifier.
    pub entities: Vec<Entity>,
    /// The entity behind each mention that names one.
    pub of_mention: BTreeMap<MentionId, EntityId>,
    /// The entity behind each contact party ([`Party::key`](crate::Party::key)).
    pub of_party: BTreeMap<String, EntityId>,
    /// The entity on record for each claim whose source could be told; publishers too.
    pub of_claim: BTreeMap<ClaimId, EntityId>,
}
