//! What can go wrong, as the user meets it: a kind, the words, and a way out.

use std::fmt;
use std::process::ExitCode;

/// What kind of failure it is; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailureKind {
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

    /// A failure to read or write `path`.
    pub(super) fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(FailureKind::Io, format!("{}: {error}", path.display()))
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
            FailureKind::Case => 3,
            FailureKind::Io => 4,
            FailureKind::Corrupt => 5,
            FailureKind::Busy => 6,
            FailureKind::Internal => 70,
            FailureKind::Stopped => 130,
        })
    }
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

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self {
            kind: FailureKind::Io,
            what: format!("writing the answer: {error}"),
            hint: None,
            broken_pipe: error.kind() == std::io::ErrorKind::BrokenPipe,
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        let broken_pipe = error.io_error_kind() == Some(std::io::ErrorKind::BrokenPipe);
        Self {
            kind: FailureKind::Internal,
            what: format!("writing JSON: {error}"),
            hint: None,
            broken_pipe,
        }
    }
}
