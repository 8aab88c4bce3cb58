//! The case folder: evidence, custody log, derived store, search.
//!
//! ```text
//! evidence/ab/ab12..   original bytes, read-only, named by their SHA-256
//! custody.jsonl        everything that was done to the case: one JSON object a line
//! derived.db           everything that can be computed again; deletable
//! ```
//!
//! **Invariants.** What was acknowledged (a call returned `Ok`) is on the disk: evidence before its log entry, the log
//! entry before the answer. Nothing in evidence or log is ever changed or removed. One process writes at a time.
//! Derived state is written only between `run_started` and `run_ended`; a run that changes nothing writes nothing.
//!
//! **A line of the log** is a JSON object with `number` (from 1), `when`, `who`, `tool`, `action` and what belongs to it,
//! then `previous`: the SHA-256 of the bytes of the line before, without its line end (64 zeros in the first line), and
//! last `seal`: the SHA-256 of all bytes of the line before `,"seal"`. `docs/CUSTODY.md` has a check in 20 lines of Python.

mod action;
mod case;
mod clock;
mod custody;
mod disk;
mod error;
mod evidence;
mod judge;
mod line;
mod record;
mod store;
mod verify;

pub use action::{Action, Deposit};
pub use case::{Batch, Case, Deposited};
pub use clock::Clock;
pub use disk::quoted;
pub use error::{Error, Kind};
pub use line::Entry;
pub use record::EvidenceRecord;
pub use store::{ClaimFilter, Hit, Store};
pub use verify::{VerifyFault, VerifyReport, verify};
