//! An open case folder: evidence, custody log, judgements.

use crate::action::{Action, Deposit};
use crate::clock::Clock;
use crate::custody::{CUSTODY, Log, first_line};
use crate::disk::{self, names_in, sync_dir, write_synced};
use crate::error::{Error, While};
use crate::evidence::{self, EVIDENCE, PART};
use crate::judge;
use crate::line::Entry;
use crate::record::EvidenceRecord;
use crate::store::{DERIVED, Store};
use model::{EvidenceId, Judgement, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// An open case folder.
///
/// Opening reads and checks the whole log and takes no lock. The first write takes the writer's lock, reads what
/// others appended meanwhile, and keeps the lock until the case is dropped; a second writer gets [`Error::Busy`].
#[derive(Debug)]
pub struct Case {
    path: PathBuf,
    name: String,
    clock: Clock,
    log: Log,
}

/// What came of putting material in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposited {
    /// SHA-256 of the bytes.
    pub evidence: EvidenceId,
    /// The log entry that records it.
    pub entry: u64,
    /// Whether these bytes were not in the case before.
    pub new: bool,
}

impl Case {
    /// Makes a case in a folder that is empty or not there yet. The first log entry names it.
    pub fn create(path: &Path, name: &str, who: &str) -> Result<Self, Error> {
        Self::create_at(path, name, who, Clock::system())
    }

    /// As [`Case::create`], by the given clock.
    pub fn create_at(path: &Path, name: &str, who: &str, clock: Clock) -> Result<Self, Error> {
        said(name, "the name of the case")?;
        said(who, "who you are")?;
        let log = path.join(CUSTODY);
        if log.exists() {
            return Err(Error::AlreadyACase {
                path: path.to_owned(),
            });
        }
        fs::create_dir_all(path).doing("cannot create", path)?;
        let part = path.join(format!("{PART}custody"));
        // What an interrupted creation left is no reason to refuse.
        let leftover = |name: &std::ffi::OsString| {
            part.ends_with(name)
                || (name == EVIDENCE && names_in(&path.join(name)).is_ok_and(|n| n.is_empty()))
        };
        if !names_in(path)?.iter().all(leftover) {
            return Err(Error::NotEmpty {
                path: path.to_owned(),
            });
        }
        let evidence = path.join(EVIDENCE);
        fs::create_dir_all(&evidence).doing("cannot create", &evidence)?;
        write_synced(&part, first_line(name, who, clock)?.as_bytes())?;
        fs::rename(&part, &log).doing("cannot create", &log)?;
        sync_dir(path)?;
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            sync_dir(parent)?;
        }
        let mut case = Self::open(path)?;
        case.clock = clock;
        Ok(case)
    }

    /// Opens a case for reading and writing; checks every line of its log.
    ///
    /// A last line that a crash cut off was never acknowledged: it is passed over, and the next write takes it out
    /// and records that. Anything else that is not as it was written is [`Error::Corrupt`] and names the line.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let log = Log::open(path)?;
        let name = match log.entries.first().map(|entry| &entry.action) {
            Some(Action::Created { name }) => name.clone(),
            _ => {
                return Err(Error::corrupt(
                    CUSTODY,
                    "the log does not begin with \"created\"",
                ));
            }
        };
        Ok(Self {
            path: path.to_owned(),
            name,
            clock: Clock::system(),
            log,
        })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Every log entry, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.log.entries
    }

    /// The hash of the last entry: written down elsewhere, it proves later that nothing was cut from the log.
    pub fn head(&self) -> &str {
        self.log.head()
    }

    /// Sets the clock for entries to come.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Takes the writer's lock now rather than at the first write, and tidies up after an interrupted addition.
    pub fn hold(&mut self) -> Result<(), Error> {
        if self.log.hold()? {
            self.tidy()?;
        }
        Ok(())
    }

    /// Takes away what an interrupted addition left.
    fn tidy(&self) -> Result<(), Error> {
        let logged: BTreeSet<&EvidenceId> = deposits(&self.log.entries)
            .map(|(_, id, _, _)| id)
            .collect();
        evidence::sweep(&self.path, &logged)
    }

    /// Appends one entry; it is on the disk when its number is returned.
    pub fn log(&mut self, action: &Action, who: &str) -> Result<u64, Error> {
        said(who, "who you are")?;
        self.hold()?;
        self.log
            .append(vec![(action.clone(), who.to_owned())], self.clock)
    }

    /// Puts material in. Bytes, name and log entry are on the disk when this returns, in this order.
    ///
    /// Bytes that are in the case already are not stored again, but get another entry.
    pub fn deposit(&mut self, bytes: &[u8], deposit: &Deposit) -> Result<Deposited, Error> {
        let mut batch = self.batch()?;
        batch.deposit(bytes, deposit)?;
        let done = batch.commit()?;
        done.into_iter()
            .next()
            .ok_or_else(|| Error::internal("a deposit without an entry"))
    }

    /// Begins to put in many at once: faster, and all acknowledged together.
    pub fn batch(&mut self) -> Result<Batch<'_>, Error> {
        self.hold()?;
        let present = deposits(&self.log.entries)
            .map(|(_, id, _, _)| id.clone())
            .collect();
        Ok(Batch {
            case: self,
            present,
            staged: BTreeMap::new(),
            waiting: Vec::new(),
        })
    }

    /// Every piece of evidence with all that was said of it, sorted by identifier.
    pub fn evidence(&self) -> Vec<EvidenceRecord> {
        let mut records: BTreeMap<&EvidenceId, EvidenceRecord> = BTreeMap::new();
        for (entry, id, size, deposit) in deposits(&self.log.entries) {
            records
                .entry(id)
                .or_insert_with(|| EvidenceRecord::new(id.clone(), size))
                .deposits
                .push((entry.number, entry.when.clone(), deposit.clone()));
        }
        records.into_values().collect()
    }

    /// The bytes of a piece of evidence, checked against its name.
    pub fn bytes(&self, id: &EvidenceId) -> Result<Vec<u8>, Error> {
        if !deposits(&self.log.entries).any(|(_, known, _, _)| known == id) {
            return Err(Error::UnknownEvidence { id: id.to_string() });
        }
        evidence::read(&self.path, id)
    }

    /// Records a person's decision. An undo must name a judgement that holds.
    pub fn judge(&mut self, verdict: Verdict, who: &str, why: &str) -> Result<Judgement, Error> {
        said(who, "who you are")?;
        said(why, "why")?;
        // With the lock held nobody else can take back the same judgement in between.
        self.hold()?;
        judge::check(&self.log.entries, &verdict)?;
        let action = Action::Judged {
            verdict,
            why: why.to_owned(),
        };
        self.log(&action, who)?;
        judge::all(self.log.entries.as_slice())
            .pop()
            .ok_or_else(|| Error::internal("a judgement without an entry"))
    }

    /// The judgements that hold, in order.
    pub fn judgements(&self) -> Vec<Judgement> {
        judge::in_force(&self.log.entries)
    }

    /// Every judgement ever made, in order, taken back or not, undos too.
    pub fn all_judgements(&self) -> Vec<Judgement> {
        judge::all(&self.log.entries)
    }

    /// How much work is put into reading, as it was chosen last; `None` if nobody chose.
    pub fn depth(&self) -> Option<&str> {
        let mut entries = self.log.entries.iter().rev();
        entries.find_map(|entry| match &entry.action {
            Action::DepthChosen { depth } => Some(depth.as_str()),
            _ => None,
        })
    }

    /// Whether a run was started and has not ended: derived state may be half written, and needs a run.
    pub fn run_is_open(&self) -> bool {
        last_run(&self.log.entries).is_some_and(|entry| entry.action == Action::RunStarted)
    }

    /// Records that derived state is about to be written; must come before the first write to a [`Store`].
    ///
    /// Logs nothing if the last run is still open, as after a crash; a run that goes on needs the call all the same.
    pub fn run_started(&mut self, who: &str) -> Result<(), Error> {
        self.hold()?;
        if !self.run_is_open() {
            self.log(&Action::RunStarted, who)?;
        }
        self.log.lock.set_running(true);
        Ok(())
    }

    /// Records that derived state is written, with the hash of `derived.db` as it stands now.
    ///
    /// Does nothing if no run is open.
    pub fn run_ended(&mut self, store: &Store, who: &str) -> Result<(), Error> {
        self.hold()?;
        self.log.lock.set_running(false);
        if !self.run_is_open() {
            return Ok(());
        }
        if let Some(why) = store.set_aside() {
            let why = why.to_owned();
            self.log(&Action::SetAside { why }, who)?;
        }
        let path = self.path.join(DERIVED);
        let derived = if path.exists() {
            Some(disk::sha256_of_file(&path)?.0)
        } else {
            None
        };
        self.log(&Action::RunEnded { derived }, who)?;
        Ok(())
    }

    /// The log, for the store.
    pub(crate) const fn custody(&self) -> &Log {
        &self.log
    }
}

/// Material on its way into a case. Nothing of it is acknowledged, or stays, unless it is committed.
#[derive(Debug)]
pub struct Batch<'a> {
    case: &'a mut Case,
    /// What the log speaks of already.
    present: BTreeSet<EvidenceId>,
    /// Files written but not yet named.
    staged: BTreeMap<EvidenceId, PathBuf>,
    /// What will be logged.
    waiting: Vec<(EvidenceId, u64, Deposit)>,
}

impl Batch<'_> {
    /// Writes the bytes beside their place; gives the identifier they will have.
    pub fn deposit(&mut self, bytes: &[u8], deposit: &Deposit) -> Result<EvidenceId, Error> {
        said(&deposit.who, "who you are")?;
        said(&deposit.name, "a name for the evidence")?;
        let id = EvidenceId::of(bytes);
        if !self.staged.contains_key(&id)
            && let Some(part) = evidence::stage(&self.case.path, &id, bytes)?
        {
            self.staged.insert(id.clone(), part);
        }
        let size = bytes.len() as u64;
        self.waiting.push((id.clone(), size, deposit.clone()));
        Ok(id)
    }

    /// How many wait to be acknowledged.
    pub const fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether none waits.
    pub const fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Puts everything on the disk, evidence before log entries; then all of it is acknowledged at once.
    pub fn commit(mut self) -> Result<Vec<Deposited>, Error> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        evidence::publish(&self.case.path, &self.staged)?;
        let actions = waiting
            .iter()
            .map(|(evidence, size, deposit)| {
                let action = Action::Deposited {
                    evidence: evidence.clone(),
                    size: *size,
                    deposit: deposit.clone(),
                };
                (action, deposit.who.clone())
            })
            .collect();
        let last = match self.case.log.append(actions, self.case.clock) {
            Ok(last) => last,
            Err(error) => {
                // Named but not logged: it goes now, or when the case is next written to.
                let _tidied = self.case.tidy();
                return Err(error);
            }
        };
        evidence::acknowledge(&self.case.path)?;
        let first = last + 1 - waiting.len() as u64;
        Ok(waiting
            .into_iter()
            .zip(first..)
            .map(|((evidence, _, _), entry)| Deposited {
                new: self.present.insert(evidence.clone()),
                evidence,
                entry,
            })
            .collect())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        // Named files are no longer there under these names; what cannot be removed is swept up later.
        for part in self.staged.values() {
            let _gone = fs::remove_file(part);
        }
    }
}

/// The deposits among log entries: entry, evidence, size, what was said.
pub(crate) fn deposits(
    entries: &[Entry],
) -> impl Iterator<Item = (&Entry, &EvidenceId, u64, &Deposit)> {
    entries.iter().filter_map(|entry| match &entry.action {
        Action::Deposited {
            evidence,
            size,
            deposit,
        } => Some((entry, evidence, *size, deposit)),
        _ => None,
    })
}

/// The last entry that begins or ends a run.
pub(crate) fn last_run(entries: &[Entry]) -> Option<&Entry> {
    entries
        .iter()
        .rev()
        .find(|entry| matches!(entry.action, Action::RunStarted | Action::RunEnded { .. }))
}

/// What must be said must not be blank.
fn said(text: &str, what: &'static str) -> Result<(), Error> {
    if text.trim().is_empty() {
        Err(Error::Missing { what })
    } else {
        Ok(())
    }
}
