//! The worker: the program itself, run again without rights, reads one file and answers once.
//!
//! Request: one line of JSON ([`Hint`] and [`Limits`]), then the bytes, to the end of standard input.
//! Answer: one JSON object on standard output. Nothing else passes between the two.

mod confine;
mod parent;
mod serve;

use crate::{Hint, Limits};
use serde::{Deserialize, Serialize};

pub use parent::read;
pub use serve::serve;

/// The first line of a request.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    hint: Hint,
    limits: Limits,
}
