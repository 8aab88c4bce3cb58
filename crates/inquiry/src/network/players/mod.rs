//! Key players: the few whose removal breaks most apart, and the few from whom most are reached, proven to be the best.
//!
//! After Borgatti (2006, "Identifying sets of key players in a social network"): KPP-NEG and KPP-POS. He swaps until
//! nothing gets better; here every set is looked at or ruled out by a bound, and where the work allowed does not suffice,
//! the answer says how much better a set could be at most.

mod apart;
mod reach;
mod sweep;
#[cfg(test)]
mod tests;

use super::dismantle::{Order, Targets};

/// The whole of a node that is reached, in the unit of [`reach`]. Divisible by all distances up to 16.
pub const UNIT: u32 = 720_720;

/// How many are looked for, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Members of the set; everybody who may be named where that is fewer.
    pub count: usize,
    /// Looks at a node or an edge before the proof is given up.
    pub work: u64,
}

impl Wanted {
    /// So many, within a few seconds.
    pub fn of(count: usize) -> Self {
        Self {
            count,
            work: 4_000_000_000,
        }
    }
}

/// How sure it is that no other set is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Nothing is better. `sets` were looked at, all others ruled out; `equals` are as good, the given one among them.
    Exact {
        /// Sets that were looked at one by one.
        sets: u64,
        /// Sets that are as good as the one given, with it.
        equals: u64,
    },
    /// The work allowed was spent. No set whatever can do better than this value.
    Bound(u64),
}

/// A set of key players.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Players {
    /// Who they are: never a protected node.
    pub order: Order,
    /// The value with nobody chosen.
    pub before: u64,
    /// The value of the set: connected pairs left ([`fragmentation`]), or what is reached in [`UNIT`]s ([`reach`]).
    pub after: u64,
    /// The most that the value could be in a network of so many nodes.
    pub most: u64,
    /// How sure that is.
    pub proof: Proof,
}

impl Players {
    /// The value as a share of the most it could be, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share for people to read")]
    pub fn share(&self) -> f64 {
        self.after as f64 / self.most.max(1) as f64
    }
}

/// How near counts as reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// Whoever is at most so many steps away counts whole.
    Within(u32),
    /// Whoever is d steps away counts 1/d, the members themselves whole (Borgatti's distance-weighted reach).
    ByDistance,
}

impl Near {
    fn worth(self, steps: u32) -> u32 {
        match (self, steps) {
            (Self::Within(most), _) if steps > most => 0,
            (Self::Within(_), _) | (Self::ByDistance, 0) => UNIT,
            (Self::ByDistance, _) => UNIT / steps,
        }
    }
}

/// KPP-NEG: whose removal leaves the fewest connected pairs. The order is that in which most falls apart first.
///
/// Borgatti's fragmentation is 1 minus [`Players::share`], all nodes of the network counted, also the removed. Weights and
/// direction are not used.
pub fn fragmentation(targets: &Targets<'_>, wanted: &Wanted) -> Players {
    apart::search(targets, wanted)
}

/// KPP-POS: from whom the most of the network is reached. The protected may be reached, never chosen.
///
/// Nobody is chosen where the network has more than some 5,000 nodes, or the work allowed does not suffice for one look at
/// who reaches whom.
pub fn reach(targets: &Targets<'_>, wanted: &Wanted, near: Near) -> Players {
    reach::search(targets, wanted, near)
}

/// Pairs that are connected when all of an order are removed.
pub fn pairs_left(targets: &Targets<'_>, order: &Order) -> u64 {
    apart::connected(targets, order.nodes())
}
