//! Links: ties between two entities in one layer, with everything they rest on.

use crate::certainty::word_enum;
use crate::{Certainty, ClaimId, ContactId, EntityId, LinkId, Place};
use serde::{Deserialize, Serialize};

word_enum! {
    /// Which kind of tie. Layers are never flattened silently.
    Layer {
        /// One called the other.
        Called = "called",
        /// One wrote to the other.
        Messaged = "messaged",
        /// They met.
        Met = "met",
        /// One paid the other.
        Paid = "paid",
        /// They travelled together, or one moved the other.
        Travelled = "travelled",
        /// They are family.
        Kin = "kin",
        /// One recruited the other.
        Recruited = "recruited",
        /// One commands, employs or directs the other.
        Commanded = "commanded",
        /// One uses the number, address or document.
        Uses = "uses",
        /// They stand in one sentence; the weakest tie, says nothing of its kind.
        NamedTogether = "named_together",
    }
}

impl Layer {
    /// Whether the direction from one to the other means something.
    pub const fn is_directed(self) -> bool {
        !matches!(self, Self::Met | Self::Kin | Self::NamedTogether)
    }
}

/// From when to when, in ISO 8601, as exact as known; both ends included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The first time.
    pub first: Option<String>,
    /// The last time.
    pub last: Option<String>,
}

/// A tie between two entities in one layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Its identifier.
    pub id: LinkId,
    /// From whom; in a layer without direction, the smaller identifier.
    pub from: EntityId,
    /// To whom.
    pub to: EntityId,
    /// Which kind of tie.
    pub layer: Layer,
    /// Over which time.
    pub interval: Interval,
    /// How many contacts, or where there are none, claims.
    pub weight: u64,
    /// The surest it is said; `None` where it is not said: it rests on contacts, or two are only named together.
    pub certainty: Option<Certainty>,
    /// Whether every claim under it is only alleged or weaker, and no contact shows it.
    pub alleged_only: bool,
    /// Whether some source denies it.
    pub denied: bool,
    /// The claims under it.
    pub claims: Vec<ClaimId>,
    /// The contacts under it: all of them, in order of time.
    pub contacts: Vec<ContactId>,
    /// Words it rests on.
    pub places: Vec<Place>,
}

/// Where an entity stands in the whole network. A position, never a role and never guilt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Who.
    pub entity: EntityId,
    /// Component number, 0 the largest.
    pub component: usize,
    /// Community number, 0 the largest.
    pub community: usize,
    /// With how many it is tied.
    pub degree: usize,
    /// Share of shortest paths between others that run over it, 0 to 1 (Brandes 2001, normalised, undirected).
    pub betweenness: f64,
}

/// All links and what follows from them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// Sorted by layer, then by the two ends.
    pub links: Vec<Link>,
    /// Sorted by entity.
    pub positions: Vec<Position>,
}
