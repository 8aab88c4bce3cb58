//! The one error type of the vault, with the kind of each error and the way out of it.

use crate::disk::{quoted, shown};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Whose matter an error is; decides exit code and tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// What was asked for cannot be: the person can ask otherwise.
    User,
    /// The folder is not a case, or is not in the state that was asked for.
    Case,
    /// The file system refused.
    Io,
    /// Something in the case is not as it was written.
    Corrupt,
    /// Another process writes to the case.
    Busy,
    /// A fault of the program.
    Internal,
}

/// Everything that can go wrong between the program and the case folder.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder holds no custody log.
    #[error("{} is not a case: it has no custody.jsonl", shown(.path))]
    NotACase {
        /// The folder.
        path: PathBuf,
    },
    /// A file was named where the folder of a case is meant.
    #[error("{} is a file, not the folder of a case", shown(.path))]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A case is to be made where there is one.
    #[error("{} is a case already", shown(.path))]
    AlreadyACase {
        /// The folder.
        path: PathBuf,
    },
    /// A case is to be made among other files.
    #[error("{} is not empty", shown(.path))]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// Another process holds the case for writing.
    #[error("another clew is writing to {}", shown(.path))]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("{what}: {source}")]
    Io {
        /// What was being done, to which file.
        what: String,
        /// Why it could not be done.
        source: Arc<std::io::Error>,
    },
    /// Something in the case is not as it was written.
    #[error("{place}: {what}")]
    Corrupt {
        /// The file, and for the log the line.
        place: String,
        /// What is wrong with it.
        what: String,
    },
    /// No entry of the log speaks of this evidence.
    #[error("there is no evidence {id} in this case")]
    UnknownEvidence {
        /// Its identifier.
        id: String,
    },
    /// There is no judgement of this name.
    #[error("{id} is not a judgement of this case")]
    UnknownJudgement {
        /// What was asked for.
        id: String,
    },
    /// The judgement was taken back before.
    #[error("{id} is taken back already, by {by}")]
    AlreadyUndone {
        /// The judgement.
        id: String,
        /// The judgement that took it back.
        by: String,
    },
    /// Something that must be said was left empty.
    #[error("{what} is missing")]
    Missing {
        /// What must be said.
        what: &'static str,
    },
    /// Nothing was derived from the case yet.
    #[error("{} was not run yet: nothing has been read from its evidence", shown(.path))]
    NotRun {
        /// The folder.
        path: PathBuf,
    },
    /// Derived state is to be written outside a run.
    #[error("derived state can be written only between run_started and run_ended")]
    NoRun,
    /// The derived store refused.
    #[error("derived.db: {source}")]
    Database {
        /// Why.
        source: Arc<rusqlite::Error>,
    },
    /// A fault of the program.
    #[error("{what}")]
    Internal {
        /// What went wrong.
        what: String,
    },
}

impl Error {
    /// Whose matter it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::UnknownEvidence { .. }
            | Self::UnknownJudgement { .. }
            | Self::AlreadyUndone { .. }
            | Self::Missing { .. } => Kind::User,
            Self::NotACase { .. }
            | Self::NotAFolder { .. }
            | Self::AlreadyACase { .. }
            | Self::NotEmpty { .. }
            | Self::NotRun { .. } => Kind::Case,
            Self::Busy { .. } => Kind::Busy,
            Self::Io { .. } => Kind::Io,
            Self::Corrupt { .. } => Kind::Corrupt,
            Self::Database { source } => database_kind(source),
            Self::NoRun | Self::Internal { .. } => Kind::Internal,
        }
    }

    /// The way out, as a sentence for the person at the keyboard; `None` where there is none.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NotACase { path } => {
                format!("make one with `clew new {}`, or name another folder", quoted(path))
            }
            Self::NotAFolder { path } => format!(
                "name the folder that `clew new` made; `clew add CASE {0}` puts the file into a case, `clew extract {0}` reads it without one",
                quoted(path)
            ),
            Self::AlreadyACase { path } => {
                format!("add to it with `clew add {} FILE...`", quoted(path))
            }
            Self::NotEmpty { .. } => "name a folder that is empty or does not exist yet".to_owned(),
            Self::Busy { .. } => {
                "wait until it is done, or stop it; reading commands work meanwhile".to_owned()
            }
            Self::Corrupt { .. } => {
                "`clew verify` lists everything that is not as it was written; take those files from a copy of the case"
                    .to_owned()
            }
            Self::UnknownEvidence { .. } => "`clew status` lists the evidence".to_owned(),
            Self::UnknownJudgement { .. } => {
                "a judgement is named j- and its entry number in the log; `clew judge --help` says how to list them"
                    .to_owned()
            }
            Self::AlreadyUndone { by, .. } => format!("to bring it back, undo {by}"),
            Self::Missing { what } => format!("say {what}; it goes into the custody log"),
            Self::NotRun { path } => format!("`clew run {}`", quoted(path)),
            Self::Database { .. } => {
                "derived.db can be deleted; `clew run` brings everything in it back".to_owned()
            }
            Self::Io { .. } | Self::NoRun | Self::Internal { .. } => return None,
        })
    }

    /// Something is not as it was written.
    pub(crate) fn corrupt(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Corrupt {
            place: place.into(),
            what: what.into(),
        }
    }

    /// A fault of the program.
    pub(crate) fn internal(what: impl Into<String>) -> Self {
        Self::Internal { what: what.into() }
    }
}

/// Whose matter an error of `SQLite` is.
fn database_kind(error: &rusqlite::Error) -> Kind {
    use rusqlite::ErrorCode as Code;
    match error.sqlite_error_code() {
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Kind::Busy,
        Some(Code::DatabaseCorrupt | Code::NotADatabase) => Kind::Corrupt,
        Some(Code::DiskFull | Code::CannotOpen | Code::ReadOnly | Code::SystemIoFailure) => {
            Kind::Io
        }
        _ => Kind::Internal,
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        Self::Database {
            source: Arc::new(source),
        }
    }
}

/// Says what was being done when the file system refused.
pub(crate) trait While<T> {
    /// `what` in the form "cannot write", `path` the file.
    fn doing(self, what: &str, path: &Path) -> Result<T, Error>;
}

impl<T> While<T> for std::io::Result<T> {
    fn doing(self, what: &str, path: &Path) -> Result<T, Error> {
        self.map_err(|source| Error::Io {
            what: format!("{what} {}", shown(path)),
            source: Arc::new(source),
        })
    }
}
