//! The worker: the program itself, run again without rights, reads one file and answers once.

use crate::{Hint, Limits};
use model::Reading;
use std::path::Path;
use std::process::ExitCode;

/// Serves one request from standard input and ends; for the hidden subcommand `read-worker`.
pub fn serve() -> ExitCode {
    ExitCode::FAILURE
}

/// Reads one piece of evidence in a worker: `program` run with `args`.
///
/// Never fails: a worker that dies gives a refused reading that says how it died.
pub fn read(
    _program: &Path,
    _args: &[&str],
    bytes: &[u8],
    hint: &Hint,
    limits: &Limits,
) -> Reading {
    crate::document(bytes, hint, limits)
}
