//! The case file: what a person is shown of a case.
//!
//! [`CaseFile::of`] turns a [`Study`] into plain words and numbers; redaction then masks them, and
//! only then may they be laid out.

#[cfg(test)]
pub(crate) mod sample;
mod study;
mod text;
mod types;

pub use study::{CustodyLine, EvidenceLine, Study};
pub(crate) use text::{Edit, Name, Passage, Shown};
#[cfg(test)]
pub(crate) use text::{Mark, Marked};
pub use types::CaseFile;
pub(crate) use types::*;

impl CaseFile {
    /// What is shown of a study. Not masked yet.
    pub fn of(study: &Study) -> Self {
        Self {
            name: study.name.clone(),
            ..Self::default()
        }
    }
}
