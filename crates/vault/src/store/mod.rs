//! The derived store, `derived.db`: everything that can be computed again, in `SQLite`.
//!
//! Nothing human lives here; the file can be deleted at any time. It is written only within a run (see
//! [`Case::run_started`](crate::Case::run_started)), whose end puts the file's SHA-256 into the custody log. A file that
//! does not fit that hash is not used.

mod claims;
mod derived;
mod keep;
mod load;
mod schema;
mod search;
mod words;

pub use claims::ClaimFilter;
pub use search::Hit;

use crate::action::Action;
use crate::case::{Case, last_run};
use crate::custody::Lock;
use crate::disk::{self, remove};
use crate::error::{Error, While};
use crate::line::Entry;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use std::time::Duration;

/// The file name of the store.
pub(crate) const DERIVED: &str = "derived.db";
/// The file in which `SQLite` keeps what it needs to take back an unfinished write.
pub(crate) const JOURNAL: &str = "derived.db-journal";

/// The derived store of a case.
///
/// Opening writes nothing. The first write needs the case's lock and an open run; until then a store that does not
/// exist yet is empty and in memory.
#[derive(Debug)]
pub struct Store {
    case: PathBuf,
    db: Connection,
    state: State,
    /// Why the file that is there is not used.
    set_aside: Option<String>,
    /// The lock of the case; gone with the case, and never there for a store opened for reading only.
    lock: Weak<Lock>,
}

/// What `db` is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// An empty store in memory; the file is missing or not used.
    Fresh,
    /// The file, for reading.
    Reading,
    /// The file, for writing.
    Writing,
}

impl Store {
    /// Opens the store of a case. A file that is not ours, of another version, or not as the last run left it is
    /// passed over: the store is then empty, and [`Store::set_aside`] says why.
    pub fn open(case: &Case) -> Result<Self, Error> {
        let path = case.path().join(DERIVED);
        let mut set_aside = None;
        let mut opened = None;
        if path.exists() {
            recover(case.path())?;
            match usable(&path, last_run(case.entries()))? {
                None => opened = Some(connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?),
                why => set_aside = why,
            }
        }
        let (db, state) = match opened {
            Some(db) => (db, State::Reading),
            None => (schema::in_memory()?, State::Fresh),
        };
        Ok(Self {
            case: case.path().to_owned(),
            db,
            state,
            set_aside,
            lock: Arc::downgrade(&case.custody().lock),
        })
    }

    /// Opens the store of the case at `path` for reading only, without looking at the log: whether the file is as the
    /// last run left it is not checked. [`Error::NotRun`] if there is none that this version can read.
    pub fn open_read_only(path: &Path) -> Result<Self, Error> {
        let file = path.join(DERIVED);
        if !file.exists() || foreign(&file)?.is_some() {
            return Err(Error::NotRun {
                path: path.to_owned(),
            });
        }
        recover(path)?;
        Ok(Self {
            case: path.to_owned(),
            db: connect(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
            state: State::Reading,
            set_aside: None,
            lock: Weak::new(),
        })
    }

    /// Why the file that was found is not used, if it is not; everything has to be derived again then.
    pub fn set_aside(&self) -> Option<&str> {
        self.set_aside.as_deref()
    }

    /// The connection for writing; makes the file if there is none to write to.
    fn writer(&mut self) -> Result<&mut Connection, Error> {
        if !self.lock.upgrade().is_some_and(|lock| lock.is_running()) {
            return Err(Error::NoRun);
        }
        if self.state != State::Writing {
            let path = self.case.join(DERIVED);
            if self.state == State::Fresh {
                remove(&path)?;
                // A journal left behind would be played into the new file.
                remove(&self.case.join(JOURNAL))?;
            }
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
            let mut db = connect(&path, flags)?;
            db.pragma_update(None, "journal_mode", "DELETE")?;
            db.pragma_update(None, "synchronous", "NORMAL")?;
            if self.state == State::Fresh {
                schema::create(&mut db)?;
            }
            self.db = db;
            self.state = State::Writing;
        }
        Ok(&mut self.db)
    }
}

/// Opens a database file; waits while another process is in the middle of a write.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.busy_timeout(Duration::from_secs(10))?;
    db.set_prepared_statement_cache_capacity(64);
    Ok(db)
}

/// Lets `SQLite` take back a write that a crash interrupted; reading alone cannot do that.
fn recover(case: &Path) -> Result<(), Error> {
    if case.join(JOURNAL).exists() {
        let db = connect(&case.join(DERIVED), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // A file that is no database is found out later; here only the attempt matters.
        let _tables: Result<i64, _> =
            db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
    }
    Ok(())
}

/// Why a file cannot be used after the last run of the log; `None` if it can.
fn usable(path: &Path, run: Option<&Entry>) -> Result<Option<String>, Error> {
    if let Some(why) = foreign(path)? {
        return Ok(Some(why));
    }
    Ok(match run.map(|entry| (entry.number, &entry.action)) {
        Some((number, Action::RunEnded { derived })) => {
            let (hash, _) = disk::sha256_of_file(path)?;
            (derived.as_ref() != Some(&hash)).then(|| {
                format!("derived.db is not as the run that ended with entry {number} left it")
            })
        }
        // The run was cut off: what it wrote is whole as far as `SQLite` can tell, or it is not used.
        Some(_) => {
            let db = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            let sound: Result<String, _> =
                db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
            (sound.as_deref() != Ok("ok"))
                .then(|| "derived.db was damaged when a run was cut off".to_owned())
        }
        None => Some("derived.db is there though no run is on record".to_owned()),
    })
}

/// Whether a file is a store of this version, by its header; says what it is otherwise.
pub(crate) fn foreign(path: &Path) -> Result<Option<String>, Error> {
    use std::io::Read;
    let mut head = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut head))
        .doing("cannot read", path)?;
    // `SQLite` file format, section 1.3: user version at byte 60, application identifier at byte 68.
    let ours = head.starts_with(b"SQLite format 3\0")
        && head.get(68..72) == Some(&schema::APPLICATION.to_be_bytes());
    let version = head.get(60..64) == Some(&schema::VERSION.to_be_bytes());
    Ok(match (ours, version) {
        (false, _) => Some("derived.db is not a store of clew".to_owned()),
        (true, false) => Some("derived.db was made by another version of clew".to_owned()),
        (true, true) => None,
    })
}
