//! Why a graph cannot be built from what was given.

/// What is wrong with the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// An edge names a node that is not there.
    #[error("an edge ends in node {0}, which the graph does not have")]
    NoSuchNode(u32),
    /// A weight is negative or not a number.
    #[error("the weight of an edge is negative or not a number")]
    Weight,
    /// A cost is not above 0, or there is not one for each node.
    #[error("there must be one cost for each node, each above 0")]
    Cost,
    /// No layer, too many, or layers of different nodes.
    #[error("there must be 1 to 64 layers, all of the same nodes")]
    Layers,
    /// More nodes or edges than 32 bits count.
    #[error("the graph has more nodes or edges than 4,294,967,295")]
    TooLarge,
}
