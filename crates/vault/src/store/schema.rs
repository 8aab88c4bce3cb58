//! The tables of the derived store.
//!
//! Nouns stand whole as JSON; beside them stand only the columns that filters and joins need. Rows are bound to their
//! document by a number that means nothing outside the file, so every listing sorts by evidence and member.

use crate::error::Error;
use rusqlite::{Connection, TransactionBehavior};

/// Marks the file as ours: "clew" in ASCII.
pub(crate) const APPLICATION: i32 = 0x636c_6577;
/// Changes with every change of the tables or of what stands in them.
pub(crate) const VERSION: i32 = 1;

/// All tables. `words` holds only its index: the text stands in `part`.
const TABLES: &str = "
CREATE TABLE reading (
    evidence TEXT PRIMARY KEY, key TEXT NOT NULL, state TEXT NOT NULL, faults TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE document (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, evidence TEXT NOT NULL, member INTEGER NOT NULL,
    head TEXT NOT NULL
);
CREATE UNIQUE INDEX document_order ON document (evidence, member);
CREATE TABLE part (
    document INTEGER NOT NULL, part INTEGER NOT NULL, shape TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (document, part)
);
CREATE TABLE facts (document INTEGER PRIMARY KEY, rest TEXT NOT NULL);
CREATE TABLE claim (
    n INTEGER PRIMARY KEY, document INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL,
    part INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, source TEXT NOT NULL,
    certainty TEXT NOT NULL, polarity TEXT NOT NULL, kind TEXT NOT NULL, authors INTEGER NOT NULL,
    first TEXT, last TEXT, json TEXT NOT NULL
);
CREATE INDEX claim_document ON claim (document, seq);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_certainty ON claim (certainty, polarity);
CREATE INDEX claim_kind ON claim (kind);
CREATE INDEX claim_first ON claim (first);
CREATE TABLE mention (
    id TEXT NOT NULL, document INTEGER NOT NULL, part INTEGER NOT NULL, start INTEGER NOT NULL,
    stop INTEGER NOT NULL, name TEXT NOT NULL
);
CREATE INDEX mention_place ON mention (document, part, start);
CREATE TABLE contact (
    n INTEGER PRIMARY KEY, document INTEGER NOT NULL, seq INTEGER NOT NULL,
    caller TEXT NOT NULL, callee TEXT NOT NULL, json TEXT NOT NULL
);
CREATE INDEX contact_document ON contact (document, seq);
CREATE INDEX contact_caller ON contact (caller);
CREATE INDEX contact_callee ON contact (callee);
CREATE TABLE block (
    n INTEGER PRIMARY KEY, document INTEGER NOT NULL, part INTEGER NOT NULL, start INTEGER NOT NULL,
    stop INTEGER NOT NULL
);
CREATE INDEX block_document ON block (document);
CREATE VIRTUAL TABLE words USING fts5 (
    text, stems, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE derived (name TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE named (mention TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sourced (claim TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (entity TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX alias_entity ON alias (entity);
";

/// Makes all tables in an empty database, in one transaction.
pub(super) fn create(db: &mut Connection) -> Result<(), Error> {
    let write = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    write.pragma_update(None, "application_id", APPLICATION)?;
    write.pragma_update(None, "user_version", VERSION)?;
    write.execute_batch(TABLES)?;
    Ok(write.commit()?)
}

/// An empty store in memory.
pub(super) fn in_memory() -> Result<Connection, Error> {
    let mut db = Connection::open_in_memory()?;
    create(&mut db)?;
    Ok(db)
}
