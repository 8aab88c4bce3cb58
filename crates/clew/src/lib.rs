//! Everything that touches a person.

pub mod casefile;
pub mod redact;
pub mod report;
