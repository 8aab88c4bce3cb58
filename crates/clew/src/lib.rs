//! Everything that touches a person: the order of a run, the case file, redaction, report, export, commands.
//!
//! **Invariant.** This is the only crate that prints or renders, and what it shows of a case has passed
//! [`redact`]: reports and listings take [`redact::Redacted`] values, which only that module makes.

pub mod casefile;
pub mod cli;
mod custody;
pub mod demo;
pub mod edges;
pub mod export;
pub mod redact;
pub mod report;
pub mod run;
mod tied;
