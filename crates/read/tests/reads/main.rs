//! Every format end to end, and the promises that hold over any bytes.

mod beside;
mod formats;
mod kept;
mod made;
mod promises;

use model::Reading;

/// Reads in this process.
pub(crate) fn read(bytes: &[u8], name: &str) -> Reading {
    read::document(bytes, &kept::hint(bytes, name), &kept::limits())
}
