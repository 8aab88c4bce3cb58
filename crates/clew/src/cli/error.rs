//! What can go wrong, as the user meets it: a kind, the words, and a way out.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// What kind of failure it is; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailureKind {
    /// The command line is wrong.
    Usage,
    /// What was asked cannot be done with this case.
    Case,
    /// A file could not be read or written.
    Io,
    /// Ground or derived state is not as it was left.
    Corrupt,
    /// Another process writes to the case.
    Busy,
    /// A fault of clew itself.
    Internal,
    /// The user stopped it.
    Stopped,
}

/// A failure with its way out.
#[derive(Debug)]
pub(super) struct Failure {
    kind: FailureKind,
    what: String,
    hint: Option<String>,
    broken_pipe: bool,
}

impl Failure {
    pub(super) fn new(kind: FailureKind, what: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            hint: None,
            broken_pipe: false,
        }
    }

    /// A failure of what was asked, the commonest kind.
    pub(super) fn case(what: impl Into<String>) -> Self {
        Self::new(FailureKind::Case, what)
    }

    /// A command line that contradicts itself.
    pub(super) fn usage(what: impl Into<String>) -> Self {
        Self::new(FailureKind::Usage, what)
    }

    /// A failure to read or write `path`.
    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        let failure = Self::new(FailureKind::Io, format!("{}: {error}", path.display()));
        failure.maybe_hint(way_out(path, error.kind()))
    }

    /// The same failure with a way out, where there is one.
    pub(super) fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint.or(self.hint);
        self
    }

    /// The same failure with a way out.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(super) fn way_out(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    pub(super) const fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }

    /// The kind in one word, as it stands before the message.
    pub(super) const fn label(&self) -> &'static str {
        match self.kind {
            FailureKind::Usage => "usage",
            FailureKind::Case => "case",
            FailureKind::Io => "file",
            FailureKind::Corrupt => "corrupt",
            FailureKind::Busy => "busy",
            FailureKind::Internal => "fault of clew",
            FailureKind::Stopped => "stopped",
        }
    }

    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(match self.kind {
            FailureKind::Usage => 2,
            FailureKind::Case => 3,
            FailureKind::Io => 4,
            FailureKind::Corrupt => 5,
            FailureKind::Busy => 6,
            FailureKind::Internal => 70,
            FailureKind::Stopped => 130,
        })
    }
}

/// What helps where the system refused.
fn way_out(path: &Path, kind: io::ErrorKind) -> Option<String> {
    use io::ErrorKind as Kind;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    Some(match (kind, folder) {
        (Kind::NotFound, Some(folder)) if !folder.exists() => format!(
            "there is no folder {}: make it, or name another path",
            folder.display()
        ),
        (Kind::NotFound, _) => "look at how the path is written, and from which folder".to_owned(),
        (Kind::PermissionDenied, _) => {
            "change its permissions, or name a path you may use".to_owned()
        }
        (Kind::NotADirectory | Kind::IsADirectory, _) => {
            "a file stands where a folder is meant, or the other way round".to_owned()
        }
        (Kind::StorageFull, _) => "make room on the disk, or name a path on another".to_owned(),
        _ => return None,
    })
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl From<vault::Error> for Failure {
    fn from(error: vault::Error) -> Self {
        let kind = match error.kind() {
            vault::Kind::User | vault::Kind::Case => FailureKind::Case,
            vault::Kind::Io => FailureKind::Io,
            vault::Kind::Corrupt => FailureKind::Corrupt,
            vault::Kind::Busy => FailureKind::Busy,
            _ => FailureKind::Internal,
        };
        Self {
            kind,
            what: error.to_string(),
            hint: error.hint(),
            broken_pipe: false,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self {
            kind: FailureKind::Io,
            what: format!("writing the answer: {error}"),
            hint: None,
            broken_pipe: error.kind() == io::ErrorKind::BrokenPipe,
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        let broken_pipe = error.io_error_kind() == Some(io::ErrorKind::BrokenPipe);
        Self {
            kind: FailureKind::Internal,
            what: format!("writing JSON: {error}"),
            hint: None,
            broken_pipe,
        }
    }
}
