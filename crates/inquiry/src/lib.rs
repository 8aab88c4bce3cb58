//! Pure reasoning over documents: extract, resolve, network, assess.
//!
//! **Invariant.** No file system, network, clock, environment or unseeded randomness. The same facts in
//! give the same bytes out. The four stages never import each other; a noun of `model` passes between them.

pub mod assess;
pub mod extract;
pub mod network;
pub mod resolve;
