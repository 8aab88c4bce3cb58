//! The methods of the portfolio. Each gives an order of removals; none of them sees anybody whom [`Targets`] keeps back.

mod between;
mod decycle;
mod degree;
mod explosive;
mod rest;
mod spectral;
mod trees;

use super::targets::{Order, Targets};

/// A published way to choose whom to remove next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Most neighbours in what is left.
    Degree,
    /// Most neighbours in what is left, those that hang on it alone counted more often (ours).
    Shedding(u8),
    /// Most neighbours in the 2-core of what is left (Zdeborova, Zhang and Zhou 2016).
    CoreHd,
    /// Most shortest paths in what is left (Holme, Kim, Yoon and Han 2002).
    Betweenness,
    /// Most neighbours at this distance (Morone and Makse 2015).
    Influence(usize),
    /// Split by the spectrum, for the costs of the nodes (Ren, Gleinig, Helbing and Antulov-Fantulin 2019).
    Spectral,
    /// No cycles left, by belief propagation (Mugisha and Zhou 2016).
    Decycle,
    /// Built up from nothing (Clusella, Grassberger, Perez-Reche and Politi 2016).
    Explosive,
}

impl Method {
    /// All of them, the quick ones first.
    pub const ALL: [Self; 11] = [
        Self::Degree,
        Self::Shedding(16),
        Self::Shedding(4),
        Self::CoreHd,
        Self::Influence(1),
        Self::Influence(2),
        Self::Influence(3),
        Self::Spectral,
        Self::Decycle,
        Self::Explosive,
        Self::Betweenness,
    ];

    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Shedding(16) => "shedding-16",
            Self::Shedding(_) => "shedding-4",
            Self::CoreHd => "corehd",
            Self::Betweenness => "betweenness",
            Self::Influence(1) => "influence-1",
            Self::Influence(2) => "influence-2",
            Self::Influence(_) => "influence-3",
            Self::Spectral => "spectral",
            Self::Decycle => "decycle",
            Self::Explosive => "explosive",
        }
    }

    /// The order it gives. `work` bounds how many looks at an edge it takes, `seed` what it draws.
    pub fn order(self, targets: &Targets<'_>, work: u64, seed: u64) -> Order {
        match self {
            Self::Degree => degree::adaptive(targets),
            Self::Shedding(weight) => degree::shedding(targets, f64::from(weight)),
            Self::CoreHd => degree::core(targets),
            Self::Betweenness => between::adaptive(targets, work, seed),
            Self::Influence(reach) => degree::influence(targets, reach, work),
            Self::Spectral => {
                let least = (targets.graph().nodes() / 200).max(3);
                spectral::split(targets, least, work)
            }
            Self::Decycle => decycle::decycle(targets, work),
            Self::Explosive => explosive::explosive(targets, work, seed),
        }
    }
}
