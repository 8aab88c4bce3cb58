//! Facts and contacts to links over time, and where entities stand in the network of links.
//!
//! Layers are never mixed in a link. Positions are computed over the union of all layers but the weakest one
//! (*named together*), which is only used where there is nothing else.

pub mod calls;
pub mod community;
pub mod csr;
pub mod dismantle;
mod graph;
mod graphml;
pub mod invalid;
pub mod layered;
mod links;
pub mod measures;
pub mod players;
pub mod random;
pub mod react;
#[cfg(test)]
mod tests;

pub use graphml::graphml;

use model::{Contact, Document, Facts, Network, Resolution};

/// Builds all links and positions.
///
/// `documents` may be heads without text: only their dates are used, and only to say of which time a tie without
/// a date of its own is known. The result does not depend on the order of any slice.
pub fn build(
    facts: &[Facts],
    documents: &[Document],
    contacts: &[Contact],
    resolution: &Resolution,
) -> Network {
    let links = links::links(facts, documents, contacts, resolution);
    let positions = graph::positions(&links);
    Network { links, positions }
}
