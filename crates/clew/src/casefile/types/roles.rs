//! Roles as sources claim them, and positions beside them.

use crate::casefile::text::{Name, Passage, shown};
use crate::casefile::{Cite, Rests};

shown! {
    /// Everybody of whom one role is claimed.
    pub(crate) struct RoleGroup {
        /// The role.
        role: &'static str,
        /// Of whom it is claimed.
        holders: Vec<HolderLine>,
    }

    /// Somebody of whom a role is claimed.
    pub(crate) struct HolderLine {
        /// Who.
        name: Name,
        /// Number of the entity on this page, where it has a line.
        entity: Option<usize>,
        /// The surest way it is said.
        certainty: &'static str,
        /// Whether a person's judgement gave it.
        judged: bool,
        /// From how many independent origins it comes.
        origins: usize,
        /// The ways it is said, the first of them.
        said: Vec<SaidLine>,
        /// The others.
        rests: Rests,
        /// What else is claimed of the same.
        others: Vec<&'static str>,
        /// Where the material places him; never a role.
        position: Option<StandLine>,
    }

    /// One way a role is said.
    pub(crate) struct SaidLine {
        /// Publisher first, source last.
        chain: Vec<Name>,
        /// As the source voiced the sentence; nothing for words that are in no claim.
        certainty: Option<&'static str>,
        /// Whether the source denies it.
        denied: bool,
        /// The sentence.
        sentence: Passage,
        /// Where.
        cite: Cite,
    }

    /// Where somebody stands in the material.
    pub(crate) struct StandLine {
        /// With how many tied.
        degree: usize,
        /// Rank by betweenness, 1 the highest; nothing where no shortest path runs over it.
        rank: Option<usize>,
        /// Better than this rank in one round of twenty.
        best: usize,
        /// Worse than this rank in one round of twenty.
        worst: usize,
        /// Of how many.
        of: usize,
        /// How many hang on this one alone.
        alone: usize,
        /// The first of them.
        named: Vec<Name>,
    }
}
