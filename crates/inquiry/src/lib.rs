//! Pure reasoning over documents: extract, resolve, network, assess.
//!
//! **Invariant.** No file system, network, clock, environment or unseeded randomness. The same facts in
//! give the same bytes out. The four stages never import each other; a noun of `model` passes between them.
//! Folding of words (`fold`), exact arithmetic (`exact`), what a table calls its columns (`columns`), who speaks behind a label
//! (`turns`), patterns (`alphabet`), words for kin (`kindred`), whose a thing is said to be (`belongings`), who is offered work in a talk (`offered`), what is weighed and not listed (`weighed`) and whose kin or lawyer speaks (`possessors`) are
//! below all of them.

mod alphabet;
pub mod assess;
mod belongings;
mod columns;
mod exact;
pub mod extract;
mod fold;
mod harming;
mod kindred;
pub mod network;
mod offered;
mod possessors;
mod private;
pub mod resolve;
pub mod schools;
mod standing;
#[cfg(test)]
mod testing;
mod turns;
pub mod weighed;
