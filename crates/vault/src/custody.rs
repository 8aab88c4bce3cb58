//! The custody log: `custody.jsonl`, append-only, each line bound to the one before.

use crate::action::Action;
use crate::clock::Clock;
use crate::disk::sha256;
use crate::error::{Error, While};
use crate::line::{self, Entry, NO_HASH};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// The file name of the log.
pub(crate) const CUSTODY: &str = "custody.jsonl";
/// What writes into the log.
pub(crate) const TOOL: &str = concat!("clew ", env!("CARGO_PKG_VERSION"));
/// The longest line that is looked at; a longer one is no entry of ours.
const LONGEST: u64 = 1 << 28;

/// One line of the file as it was found, or what is wrong with it.
pub(crate) enum Found {
    /// A sealed entry that follows the one before.
    Sound(Box<Entry>),
    /// Something is wrong; later lines are judged against this line's own numbers where it has any.
    Faulty(String),
    /// Bytes without a line end, as a crash in the middle of a write leaves them.
    Torn(Vec<u8>),
}

/// Reads a log line by line in constant memory and checks each against the one before.
pub(crate) struct Checker<R> {
    source: R,
    /// Number the next entry must have.
    next: u64,
    /// Hash the next entry must name; `None` behind a line that could not be read.
    head: Option<String>,
    /// The line last read, as people count it.
    line: u64,
    /// Bytes up to the end of the last sound line.
    end: u64,
}

impl<R: BufRead> Checker<R> {
    /// Checks from the first line on.
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            next: 1,
            head: Some(NO_HASH.to_owned()),
            line: 0,
            end: 0,
        }
    }

    /// The next line with its number, or `None` at the end.
    pub(crate) fn next(&mut self) -> std::io::Result<Option<(u64, Found)>> {
        let mut bytes = Vec::new();
        let taken = self
            .source
            .by_ref()
            .take(LONGEST)
            .read_until(b'\n', &mut bytes)?;
        if taken == 0 {
            return Ok(None);
        }
        self.line += 1;
        let found = if bytes.pop_if(|last| *last == b'\n').is_some() {
            self.check(&bytes)
        } else if line::may_be_torn(&bytes, self.next) {
            Found::Torn(bytes)
        } else {
            Found::Faulty("the end of the line was changed, or the line was cut".to_owned())
        };
        if matches!(found, Found::Sound(_)) {
            self.end += taken as u64;
        }
        Ok(Some((self.line, found)))
    }

    /// Checks one whole line.
    fn check(&mut self, bytes: &[u8]) -> Found {
        let entry = match line::read(bytes) {
            Ok(entry) => entry,
            Err(what) => {
                // The rest is counted as if this line had been what it should be.
                self.next += 1;
                self.head = None;
                return Found::Faulty(what);
            }
        };
        let wrong = self.wrong(&entry);
        self.next = entry.number.saturating_add(1);
        self.head = Some(entry.hash.clone());
        wrong.map_or_else(|| Found::Sound(Box::new(entry)), Found::Faulty)
    }

    /// What is wrong with where a sealed entry stands.
    fn wrong(&self, entry: &Entry) -> Option<String> {
        let (number, next) = (entry.number, self.next);
        if number > next {
            let last = number - 1;
            return Some(if last == next {
                format!("entry {number} stands here; entry {next} before it is missing or moved")
            } else {
                format!(
                    "entry {number} stands here; entries {next} to {last} before it are missing or moved"
                )
            });
        }
        if number < next {
            return Some(format!(
                "entry {number} stands here where entry {next} should: added, doubled or moved"
            ));
        }
        if self
            .head
            .as_ref()
            .is_some_and(|head| *head != entry.previous)
        {
            return Some(format!(
                "entry {number} does not follow the line before it: one of the two was exchanged"
            ));
        }
        let created = matches!(entry.action, Action::Created { .. });
        (created != (number == 1))
            .then(|| "\"created\" must be the first entry and only that".to_owned())
    }
}

/// The lock of the single writer: the log itself, open and locked while it is held.
#[derive(Debug, Default)]
pub(crate) struct Lock {
    file: OnceLock<File>,
    /// Whether this process is between the start and the end of a run.
    running: AtomicBool,
}

impl Lock {
    /// Takes the lock unless it is held already; says whether it was taken just now.
    pub(crate) fn hold(&self, case: &Path) -> Result<bool, Error> {
        if self.file.get().is_some() {
            return Ok(false);
        }
        let path = case.join(CUSTODY);
        let file = File::options()
            .read(true)
            .write(true)
            .open(&path)
            .doing("cannot open", &path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(std::fs::TryLockError::WouldBlock) => {
                return Err(Error::Busy {
                    path: case.to_owned(),
                });
            }
            Err(std::fs::TryLockError::Error(error)) => {
                return Err(error).doing("cannot lock", &path);
            }
        }
        Ok(self.file.set(file).is_ok())
    }

    /// The locked file, if the lock is held.
    pub(crate) fn file(&self) -> Option<&File> {
        self.file.get()
    }

    /// Whether derived state may be written now.
    pub(crate) fn is_running(&self) -> bool {
        self.file.get().is_some() && self.running.load(Ordering::Acquire)
    }

    /// Allows or forbids writing derived state.
    pub(crate) fn set_running(&self, running: bool) {
        self.running.store(running, Ordering::Release);
    }
}

/// The log of an open case: every entry in memory, checked.
#[derive(Debug)]
pub(crate) struct Log {
    case: PathBuf,
    pub(crate) entries: Vec<Entry>,
    /// Length of the sound part of the file.
    end: u64,
    /// Bytes of an unfinished append behind it.
    torn: Vec<u8>,
    pub(crate) lock: Arc<Lock>,
}

impl Log {
    /// Reads and checks the log of a case; any line that is not as it was written is an error.
    pub(crate) fn open(case: &Path) -> Result<Self, Error> {
        let path = case.join(CUSTODY);
        let file = match File::open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
                return Err(Error::NotAFolder {
                    path: case.to_owned(),
                });
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Error::NotACase {
                    path: case.to_owned(),
                });
            }
            file => file.doing("cannot open", &path)?,
        };
        Self::read(case, BufReader::new(file))
    }

    /// Reads a log from anywhere.
    pub(crate) fn read(case: &Path, source: impl BufRead) -> Result<Self, Error> {
        let mut checker = Checker::new(source);
        let (mut entries, mut torn) = (Vec::new(), Vec::new());
        while let Some((line, found)) = checker.next().doing("cannot read", &case.join(CUSTODY))? {
            match found {
                Found::Sound(entry) => entries.push(*entry),
                Found::Torn(bytes) => torn = bytes,
                Found::Faulty(what) => {
                    return Err(Error::corrupt(format!("{CUSTODY} line {line}"), what));
                }
            }
        }
        if entries.is_empty() {
            return Err(Error::corrupt(CUSTODY, "the log has no entry"));
        }
        Ok(Self {
            case: case.to_owned(),
            entries,
            end: checker.end,
            torn,
            lock: Arc::default(),
        })
    }

    /// The hash that stands for the whole log.
    pub(crate) fn head(&self) -> &str {
        self.entries.last().map_or(NO_HASH, |entry| &entry.hash)
    }

    /// Takes the writer's lock; what others appended meanwhile is read first. Says whether it was taken now.
    pub(crate) fn hold(&mut self) -> Result<bool, Error> {
        let taken = self.lock.hold(&self.case)?;
        let length = self.length()?;
        if length == self.end + self.torn.len() as u64 {
            return Ok(taken);
        }
        let fresh = Self::open(&self.case)?;
        let known = self.entries.len();
        if fresh.entries.get(known - 1).map(|entry| &entry.hash) != Some(&self.head().to_owned()) {
            return Err(Error::corrupt(
                format!("{CUSTODY} line {known}"),
                "the log was changed while the case was open",
            ));
        }
        (self.entries, self.end, self.torn) = (fresh.entries, fresh.end, fresh.torn);
        Ok(taken)
    }

    /// The length of the file now.
    fn length(&self) -> Result<u64, Error> {
        let path = self.case.join(CUSTODY);
        let file = self.file()?;
        Ok(file.metadata().doing("cannot look at", &path)?.len())
    }

    /// The locked file.
    fn file(&self) -> Result<&File, Error> {
        self.lock
            .file()
            .ok_or_else(|| Error::internal("the case is written to without its lock"))
    }

    /// Appends entries in one write and waits until they are on the disk; gives the number of the last.
    ///
    /// On an error nothing of them is kept, on the disk or in memory.
    pub(crate) fn append(
        &mut self,
        actions: Vec<(Action, String)>,
        clock: Clock,
    ) -> Result<u64, Error> {
        self.hold()?;
        let when = clock.now();
        let mended = self.mending();
        let mut fresh: Vec<Entry> = Vec::new();
        let mut text = String::new();
        let mut head = self.head().to_owned();
        for (number, (action, who)) in
            (self.entries.len() as u64 + 1..).zip(mended.into_iter().chain(actions))
        {
            let mut entry = Entry {
                number,
                when: when.clone(),
                who,
                tool: TOOL.to_owned(),
                action,
                previous: head.clone(),
                hash: String::new(),
            };
            let line = line::write(&entry).map_err(Error::internal)?;
            entry.hash = sha256(line.as_bytes());
            // What cannot be read back as it was meant is not written.
            if line::read(line.as_bytes()).as_ref() != Ok(&entry) {
                return Err(Error::internal(format!(
                    "entry {number} would not be read back"
                )));
            }
            head.clone_from(&entry.hash);
            text.push_str(&line);
            text.push('\n');
            fresh.push(entry);
        }
        if let Err(error) = self.write(text.as_bytes()) {
            // What was half written goes; should that fail too, the next writer finds it torn.
            let _cut = self.file()?.set_len(self.end);
            return Err(error);
        }
        self.end += text.len() as u64;
        self.torn.clear();
        self.entries.append(&mut fresh);
        Ok(self.entries.len() as u64)
    }

    /// The entry that records the removal of torn bytes, if there are any.
    fn mending(&self) -> Option<(Action, String)> {
        let removed = String::from_utf8_lossy(&self.torn);
        (!self.torn.is_empty()).then(|| {
            let action = Action::Mended {
                bytes: self.torn.len() as u64,
                sha256: sha256(&self.torn),
                removed: removed.chars().take(2000).collect(),
            };
            (action, "clew".to_owned())
        })
    }

    /// Puts bytes behind the sound part of the file.
    fn write(&self, bytes: &[u8]) -> Result<(), Error> {
        let path = self.case.join(CUSTODY);
        let mut file = self.file()?;
        if !self.torn.is_empty() {
            file.set_len(self.end).doing("cannot mend", &path)?;
        }
        file.seek(SeekFrom::Start(self.end))
            .doing("cannot write", &path)?;
        file.write_all(bytes).doing("cannot write", &path)?;
        file.sync_all().doing("cannot write", &path)
    }
}

/// The first line of a new log.
pub(crate) fn first_line(name: &str, who: &str, clock: Clock) -> Result<String, Error> {
    let entry = Entry {
        number: 1,
        when: clock.now(),
        who: who.to_owned(),
        tool: TOOL.to_owned(),
        action: Action::Created {
            name: name.to_owned(),
        },
        previous: NO_HASH.to_owned(),
        hash: String::new(),
    };
    let mut line = line::write(&entry).map_err(Error::internal)?;
    line.push('\n');
    Ok(line)
}
