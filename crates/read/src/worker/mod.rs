//! The worker: the program itself, run again without rights, reads for the caller and answers.
//!
//! A worker that may read any format reads one file, answers once and ends ([`read`]). One that is told to read plain text alone is kept for
//! the next one ([`Reader`]): starting a process takes longer than reading an article.
//!
//! **Invariant.** A worker that has read anything but plain text is never used again. The caller hands a kept worker only what [`plain`] lets
//! through, and the worker reads it as text without markup or not at all: mail, pages, XML, cards, entities and tables, where libraries are
//! called and things unpacked, go to a worker of their own.
//!
//! **Invariant.** No piece of evidence has a say in what is read of another. Plain text is read by safe code of this crate, which calls no library
//! but the standard one, unpacks nothing and keeps nothing from one text to the next; the two sides speak in frames whose length comes first. The
//! caller takes an answer only if it is one document, of the evidence and name asked about, whose text is the very bytes handed over, read without
//! reserve. Whatever else happens, a fresh worker reads the file and decides, so that no outcome depends on which worker read it.
//!
//! Request: one line of JSON ([`Hint`], [`Limits`], whether it is text and how long), then the bytes: of a text as many as said, else to the end
//! of standard input. Answer: to a text, eight bytes with the length of what follows (nothing, if it is no plain text); then, as else, one JSON
//! object. Nothing else passes between the two.

mod confine;
mod kept;
mod parent;
mod plain;
mod serve;

use crate::{Hint, Limits};
use serde::{Deserialize, Serialize};

pub use kept::Reader;
pub use parent::read;
pub use serve::serve;

/// The first line of a request.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    hint: Hint,
    limits: Limits,
    /// How many bytes a text has that may be read as nothing but plain text; none for a file of any format.
    text: Option<u64>,
}

impl Request {
    /// The line as it is sent.
    fn line(hint: &Hint, limits: &Limits, text: Option<u64>) -> serde_json::Result<Vec<u8>> {
        let mut line = serde_json::to_vec(&Self {
            hint: hint.clone(),
            limits: *limits,
            text,
        })?;
        line.push(b'\n');
        Ok(line)
    }
}
