//! The caller's side of a worker that is kept: one text after the other, and a fresh worker for all else.

use super::{Request, parent, plain};
use crate::{Hint, Limits};
use model::{ReadState, Reading};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Most texts that one worker reads.
const MOST_TEXTS: usize = 64;

/// Reads evidence in workers: `program` run with `args`. Each thread has a reader of its own.
///
/// What comes out is what [`read`](super::read) gives. Plain text is read in one worker after the other as long as that goes well; the
/// worker ends with the reader.
#[derive(Debug)]
pub struct Reader<'p> {
    program: &'p Path,
    args: &'p [&'p str],
    kept: Option<Kept>,
}

impl<'p> Reader<'p> {
    /// A reader; no worker is started yet.
    pub const fn new(program: &'p Path, args: &'p [&'p str]) -> Self {
        Self {
            program,
            args,
            kept: None,
        }
    }

    /// Reads one piece of evidence. Never fails: see [`read`](super::read).
    pub fn read(&mut self, bytes: &[u8], hint: &Hint, limits: &Limits) -> Reading {
        let may = plain::is_plain(bytes, hint) && !parent::is_too_large(bytes, limits);
        may.then(|| self.text(bytes, hint, limits))
            .flatten()
            .unwrap_or_else(|| parent::read(self.program, self.args, bytes, hint, limits))
    }

    /// Reads a text in the worker that is kept, or in a new one; `None` where another has to decide.
    fn text(&mut self, bytes: &[u8], hint: &Hint, limits: &Limits) -> Option<Reading> {
        let mut request = Request::line(hint, limits, Some(bytes.len() as u64)).ok()?;
        request.extend_from_slice(bytes);
        // It is taken out, and put back only after an answer without fault.
        let mut worker = match self.kept.take() {
            Some(kept) if kept.limits == *limits => kept,
            _ => Kept::start(self.program, self.args, limits)?,
        };
        let answer = worker.ask(request)?;
        if answer.is_empty() {
            // No plain text: it was looked at and not read.
            self.keep(worker);
            return None;
        }
        let reading: Reading = serde_json::from_slice(&answer).ok()?;
        if !is_sound(&reading, bytes, hint) {
            return None;
        }
        // One that could not give up all rights says so at each text, and reads one only.
        if reading.faults.is_empty() {
            self.keep(worker);
        }
        Some(reading)
    }

    /// Keeps a worker for the next text, unless it has done enough.
    fn keep(&mut self, worker: Kept) {
        // Less than that on the wall is less than that of the processor: each text has most of the seconds before it that a fresh worker has.
        let most = Duration::from_secs(worker.limits.seconds) / 4;
        if worker.texts < MOST_TEXTS && worker.spent < most {
            self.kept = Some(worker);
        }
    }
}

/// Whether an answer is one document about the text asked, word for word, read without reserve.
fn is_sound(reading: &Reading, bytes: &[u8], hint: &Hint) -> bool {
    let [document] = reading.documents.as_slice() else {
        return false;
    };
    let [part] = document.parts.as_slice() else {
        return false;
    };
    reading.state == ReadState::Read
        && document.evidence == hint.evidence
        && document.id == model::DocumentId::new(&hint.evidence, 0)
        && document.name == hint.name
        && document.path.is_none()
        && document.contacts.is_empty()
        && document.receipt.is_none()
        && part.text.as_bytes() == bytes
}

/// A worker that reads texts until it is dropped.
#[derive(Debug)]
struct Kept {
    child: Child,
    limits: Limits,
    requests: mpsc::Sender<Vec<u8>>,
    answers: mpsc::Receiver<Vec<u8>>,
    texts: usize,
    /// Time on the wall spent waiting for it.
    spent: Duration,
}

impl Kept {
    fn start(program: &Path, args: &[&str], limits: &Limits) -> Option<Self> {
        let mut child = parent::start(program, args).ok()?;
        let (stdin, stdout) = (child.stdin.take()?, child.stdout.take()?);
        let (requests, asked) = mpsc::channel();
        let (told, answers) = mpsc::channel();
        let kept = Self {
            child,
            limits: *limits,
            requests,
            answers,
            texts: 0,
            spent: Duration::ZERO,
        };
        let most = parent::longest_answer(limits);
        std::thread::Builder::new()
            .spawn(move || talk(stdin, stdout, &asked, &told, most))
            .ok()?;
        Some(kept)
    }

    /// Its answer; `None` if it has ended, breaks off or is late.
    fn ask(&mut self, request: Vec<u8>) -> Option<Vec<u8>> {
        let begun = Instant::now();
        self.requests.send(request).ok()?;
        // Half as patient as with a fresh worker, which comes after it.
        let answer = self
            .answers
            .recv_timeout(Duration::from_secs(self.limits.seconds))
            .ok()?;
        self.texts += 1;
        self.spent += begun.elapsed();
        Some(answer)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // There is nothing that it would have to finish. Its pipes break, and with them ends the thread that talks to it.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Hands on requests and answers in turn, in a thread of its own, until either side is gone.
fn talk(
    mut stdin: ChildStdin,
    mut stdout: ChildStdout,
    requests: &mpsc::Receiver<Vec<u8>>,
    answers: &mpsc::Sender<Vec<u8>>,
    most: u64,
) {
    // A worker answers when it has heard all; one that does otherwise blocks this thread until it is killed.
    for request in requests {
        let answer = stdin
            .write_all(&request)
            .and_then(|()| stdin.flush())
            .ok()
            .and_then(|()| framed(&mut stdout, most));
        let Some(answer) = answer else {
            return;
        };
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// One answer, whole.
fn framed(stdout: &mut ChildStdout, most: u64) -> Option<Vec<u8>> {
    let mut length = [0; 8];
    stdout.read_exact(&mut length).ok()?;
    let length = u64::from_le_bytes(length);
    if length > most {
        return None;
    }
    let mut answer = Vec::new();
    stdout.take(length).read_to_end(&mut answer).ok()?;
    (answer.len() as u64 == length).then_some(answer)
}
