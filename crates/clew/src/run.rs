//! The order of the stages: the only place that knows it.
//!
//! `files -> vault.deposit -> read::document -> extract::facts -> resolve::entities -> network::build ->
//! assess::findings -> vault.keep`; what is shown of it comes after, in `casefile` and behind `redact`.

mod keys;

use crate::casefile::{CustodyLine, EvidenceLine, Study};
use crate::custody;
use inquiry::extract::{self, Depth};
use inquiry::{assess, network, resolve};
use model::{Document, EvidenceId, Facts, JudgementId, Reading, Verdict};
use read::{Hint, Limits, worker};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use vault::{Action, Case, EvidenceRecord, Store};

/// Version of everything that is derived: derived state of another version is made anew.
pub const VERSION: &str = concat!("clew ", env!("CARGO_PKG_VERSION"), " derived 2");

/// The hidden first argument with which clew starts itself as a reader's worker.
pub const WORKER: &str = "read-worker";

/// How a run is to be done.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The program to start as a reader's workers: clew itself.
    pub program: PathBuf,
    /// How many files are read at a time.
    pub jobs: usize,
    /// What a reader may take.
    pub limits: Limits,
    /// How much work is put into claims, from now on; as chosen last if not given.
    pub depth: Option<Depth>,
    /// Who runs it.
    pub who: String,
}

/// What a run tells while it goes on.
pub trait Watch {
    /// A stage of so many steps begins.
    fn stage(&mut self, name: &'static str, steps: usize);
    /// One step of the stage is done.
    fn step(&mut self, what: &str);
    /// The stage is done.
    fn done(&mut self);
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// How many files were read now.
    pub read: usize,
    /// How many were read before and are as they were.
    pub kept: usize,
    /// Whether the stages over the whole case were done anew.
    pub derived: bool,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

/// Reads all evidence that was not read yet and derives everything that changed.
///
/// Writes nothing where nothing changed. `stop` ends it after the files at hand; what was read is kept.
pub fn run(
    case: &mut Case,
    plan: &Plan,
    watch: &mut dyn Watch,
    stop: &AtomicBool,
) -> Result<Ran, vault::Error> {
    choose(case, plan)?;
    let records = case.evidence();
    let depth = depth(case);
    let keys = keys::reading_keys(&records, depth);
    let fingerprint = keys::fingerprint(&keys, case);
    let mut store = Store::open(case)?;
    let due = keys::due(&store, &records, &keys, &plan.limits)?;
    if due.is_empty() && !case.run_is_open() && store.fingerprint()?.as_ref() == Some(&fingerprint)
    {
        return Ok(Ran {
            kept: records.len(),
            ..Ran::default()
        });
    }
    case.run_started(&plan.who)?;
    let mut ran = Ran {
        kept: records.len() - due.len(),
        ..Ran::default()
    };
    for gone in stale(&store, &keys)? {
        store.drop_reading(&gone)?;
    }
    let mut receipts = logged_receipts(case);
    let job = Job {
        case,
        plan,
        depth,
        stop,
    };
    watch.stage("reading", due.len());
    ran.read = job.read_all(&due, |record, reading, facts| {
        let key = keys::kept_key(&keys[&record.id], reading, &plan.limits);
        store.keep_reading(&record.id, &key, reading, facts)?;
        watch.step(record.name());
        Ok(())
    })?;
    watch.done();
    ran.stopped = ran.read < due.len();
    if !ran.stopped {
        log_receipts(case, &store, &mut receipts, &plan.who)?;
        derive(case, &mut store, &fingerprint, watch)?;
        ran.derived = true;
        case.run_ended(&store, &plan.who)?;
    }
    Ok(ran)
}

/// How the case names depths in its log.
const DEPTHS: [(Depth, &str); 2] = [(Depth::Plain, "plain"), (Depth::Deep, "deep")];

/// How much work is put into the claims of a case: what was chosen last.
pub fn depth(case: &Case) -> Depth {
    let of = |name: &str| DEPTHS.iter().find(|it| it.1 == name).map(|it| it.0);
    case.depth().and_then(of).unwrap_or_default()
}

/// Keeps a choice that is not in force yet.
fn choose(case: &mut Case, plan: &Plan) -> Result<(), vault::Error> {
    let now = depth(case);
    let wanted = plan.depth.filter(|wanted| *wanted != now);
    let named = wanted.and_then(|wanted| DEPTHS.iter().find(|it| it.0 == wanted));
    if let Some((_, name)) = named {
        let depth = (*name).to_owned();
        case.log(&Action::DepthChosen { depth }, &plan.who)?;
    }
    Ok(())
}

/// Readings of evidence that the case does not hold (any more).
fn stale(
    store: &Store,
    keys: &BTreeMap<EvidenceId, String>,
) -> Result<Vec<EvidenceId>, vault::Error> {
    let held = store.readings()?.into_iter().map(|(id, _, _)| id);
    Ok(held.filter(|id| !keys.contains_key(id)).collect())
}

/// Everything the reading threads share.
struct Job<'run> {
    case: &'run Case,
    plan: &'run Plan,
    depth: Depth,
    stop: &'run AtomicBool,
}

type Outcome = Result<(Reading, Vec<Facts>), vault::Error>;

impl Job<'_> {
    /// Reads and extracts in `jobs` threads; `keep` is called in this thread, as results come.
    fn read_all(
        &self,
        due: &[EvidenceRecord],
        mut keep: impl FnMut(&EvidenceRecord, &Reading, &[Facts]) -> Result<(), vault::Error>,
    ) -> Result<usize, vault::Error> {
        let queue = Mutex::new(due.iter());
        let next = || queue.lock().ok().and_then(|mut queue| queue.next());
        let mut read = 0;
        std::thread::scope(|scope| {
            // A short channel: a slow disk must not pile readings up in memory.
            let (send, receive) = mpsc::sync_channel::<(&EvidenceRecord, Outcome)>(2);
            for _ in 0..self.plan.jobs.max(1) {
                let send = send.clone();
                let next = &next;
                scope.spawn(move || {
                    let mut reader = worker::Reader::new(&self.plan.program, &[WORKER]);
                    while !self.stop.load(Ordering::Relaxed)
                        && let Some(record) = next()
                        && send
                            .send((record, self.read_one(&mut reader, record)))
                            .is_ok()
                    {}
                });
            }
            drop(send);
            for (record, outcome) in receive {
                let (reading, facts) = outcome?;
                keep(record, &reading, &facts)?;
                read += 1;
            }
            Ok(read)
        })
    }

    fn read_one(&self, reader: &mut worker::Reader<'_>, record: &EvidenceRecord) -> Outcome {
        let bytes = self.case.bytes(&record.id)?;
        let hint = Hint {
            evidence: record.id.clone(),
            name: record.name().to_owned(),
            settings: record.settings(),
        };
        let mut reading = reader.read(&bytes, &hint, &self.plan.limits);
        drop(bytes);
        apply_particulars(&mut reading, record);
        let facts = reading
            .documents
            .iter()
            .filter(|document| document.receipt.is_none())
            .map(|document| extract::facts_at(document, self.depth))
            .collect();
        Ok((reading, facts))
    }
}

/// What the depositor said of a file stands above what the file says of itself.
fn apply_particulars(reading: &mut Reading, record: &EvidenceRecord) {
    for document in &mut reading.documents {
        if document.path.is_some() {
            // A member is known by the file it came in and its path in there.
            record.name().clone_into(&mut document.name);
        }
        if let Some(publisher) = record.publisher() {
            document.publisher = Some(publisher.to_owned());
        }
        if let Some(date) = record.date() {
            document.date = Some(date);
        }
    }
}

/// Import receipts that the custody log already holds, as `evidence document` with the receipt's text.
fn logged_receipts(case: &Case) -> BTreeSet<String> {
    let receipt = |entry: &vault::Entry| match &entry.action {
        Action::Imported {
            document, receipt, ..
        } => Some(receipt_key(document, receipt)),
        _ => None,
    };
    case.entries().iter().filter_map(receipt).collect()
}

fn receipt_key(document: &model::DocumentId, receipt: &model::Receipt) -> String {
    format!("{document} {receipt:?}")
}

fn log_receipts(
    case: &mut Case,
    store: &Store,
    logged: &mut BTreeSet<String>,
    who: &str,
) -> Result<(), vault::Error> {
    for document in store.document_heads()? {
        let Some(receipt) = document.receipt else {
            continue;
        };
        if logged.insert(receipt_key(&document.id, &receipt)) {
            let (evidence, document) = (document.evidence, document.id);
            case.log(
                &Action::Imported {
                    evidence,
                    document,
                    receipt,
                },
                who,
            )?;
        }
    }
    Ok(())
}

/// The stages over the whole case.
fn derive(
    case: &Case,
    store: &mut Store,
    fingerprint: &str,
    watch: &mut dyn Watch,
) -> Result<(), vault::Error> {
    watch.stage("deriving", 4);
    let documents: Vec<Document> = store.documents()?;
    let judgements = case.judgements();
    let facts = resolve::standing(store.facts()?, &judgements);
    let contacts = store.contacts()?;
    let resolution = resolve::entities(&documents, &facts, &contacts, &judgements);
    watch.step("entities");
    let network = network::build(&facts, &documents, &contacts, &resolution);
    watch.step("links");
    let assessment = assess::findings(&documents, &facts, &resolution);
    // What is kept is as large again as what it was made of.
    drop((documents, facts, contacts));
    watch.step("findings");
    store.keep_derived(fingerprint, &resolution, &network, &assessment)?;
    watch.step("kept");
    watch.done();
    Ok(())
}

/// Everything a case holds; `None` if it has not been run to its end yet.
pub fn study(case: &Case) -> Result<Option<Study>, vault::Error> {
    let store = Store::open(case)?;
    let (Some(resolution), Some(network), Some(assessment)) =
        (store.resolution()?, store.network()?, store.assessment()?)
    else {
        return Ok(None);
    };
    let readings: BTreeMap<_, _> = store
        .readings()?
        .into_iter()
        .map(|(id, state, faults)| (id, (state, faults)))
        .collect();
    let evidence = case
        .evidence()
        .into_iter()
        .filter_map(|record| {
            let (state, faults) = readings.get(&record.id)?.clone();
            Some(evidence_line(&record, state, faults))
        })
        .collect();
    let mut facts = store.facts()?;
    // A judgement that came after the last run takes nothing away yet: what was derived still points to it.
    if is_current(case)? {
        facts = resolve::standing(facts, &case.judgements());
    }
    Ok(Some(Study {
        name: case.name().to_owned(),
        documents: store.documents()?,
        facts,
        contacts: store.contacts()?,
        resolution,
        network,
        assessment,
        judgements: case.judgements(),
        evidence,
        custody: custody_lines(case),
    }))
}

/// Whether a judgement that protects somebody, or takes back that he is not, came after the last run.
pub fn awaits_protection(case: &Case) -> Result<bool, vault::Error> {
    let ended = |entry: &&vault::Entry| matches!(entry.action, Action::RunEnded { .. });
    let last = case.entries().iter().rev().find(ended);
    let last = last.map_or(0, |entry| entry.number);
    let judged = case.all_judgements();
    let unprotects = |id: &JudgementId| {
        let taken_back = judged.iter().find(|it| it.id == *id).map(|it| &it.verdict);
        matches!(taken_back, Some(Verdict::NotRole { role, .. }) if role.protects().is_some())
    };
    let protects = |entry: &vault::Entry| {
        let Action::Judged { verdict, .. } = &entry.action else {
            return false;
        };
        match verdict {
            Verdict::Role { role, .. } => role.protects().is_some(),
            Verdict::Undo { judgement } => unprotects(judgement),
            _ => false,
        }
    };
    let mut since = case.entries().iter().filter(|entry| entry.number > last);
    Ok(since.any(protects) && !is_current(case)?)
}

/// Whether the derived state stands for the evidence and judgements as they are now.
pub fn is_current(case: &Case) -> Result<bool, vault::Error> {
    let keys = keys::reading_keys(&case.evidence(), depth(case));
    Ok(Store::open(case)?.fingerprint()? == Some(keys::fingerprint(&keys, case)))
}

fn evidence_line(
    record: &EvidenceRecord,
    state: model::ReadState,
    faults: Vec<model::Fault>,
) -> EvidenceLine {
    EvidenceLine {
        id: record.id.clone(),
        name: record.name().to_owned(),
        size: record.size,
        state,
        faults,
        from: record.from().map(str::to_owned),
        basis: record.basis().map(str::to_owned),
        publisher: record.publisher().map(str::to_owned),
        date: record.date(),
        received: record
            .deposits
            .first()
            .map(|(_, when, _)| when.clone())
            .unwrap_or_default(),
    }
}

/// What was done to the case. What was written out of it changes nothing in it: two pages of one state stay the same.
fn custody_lines(case: &Case) -> Vec<CustodyLine> {
    let entries = case.entries().iter();
    entries
        .filter(|entry| !matches!(entry.action, Action::Exported { .. }))
        .map(custody_line)
        .collect()
}

fn custody_line(entry: &vault::Entry) -> CustodyLine {
    CustodyLine {
        number: entry.number,
        when: entry.when.clone(),
        who: entry.who.clone(),
        what: custody::words(&entry.action),
        hash: entry.hash.clone(),
    }
}
