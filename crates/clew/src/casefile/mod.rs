//! The case file: what a person is shown of a case.

mod study;

pub use study::{CustodyLine, EvidenceLine, Study};
