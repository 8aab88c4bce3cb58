//! What call records say of numbers: profiles, common contacts, handsets and SIMs, replaced phones, what
//! followed an event, and who moved together.
//!
//! A number is not a person and a cell is not a place. Every result carries the contacts it rests on, and
//! none depends on the order in which the contacts are given.

mod after;
mod common;
mod lanes;
mod profile;
mod records;
mod replaced;
#[cfg(test)]
mod tests;
mod together;

pub use after::{Activity, After, after};
pub use common::{Common, Side, common};
pub use lanes::{Change, Lane, Lanes, lanes};
pub use profile::{Held, Partner, Profile, Silence, profile};
pub use records::{End, Records, Seen};
pub use replaced::{Candidate, Objection, Reason, replaced};
pub use together::{Company, Meeting, Together, together};
