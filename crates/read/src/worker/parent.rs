//! The caller's side: start a worker, feed it, watch the clock, and put a sentence to however it ended.

use super::Request;
use crate::{Hint, Limits};
use model::{Fault, ReadState, Reading};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Reads one piece of evidence in a worker of its own: `program` run with `args`. Several threads may call it at once.
///
/// Never fails: a worker that dies gives a refused reading that says how it died. The wall clock allows
/// twice the processor time of `limits`.
pub fn read(program: &Path, args: &[&str], bytes: &[u8], hint: &Hint, limits: &Limits) -> Reading {
    attempt(program, args, bytes, hint, limits).unwrap_or_else(|why| Reading {
        state: ReadState::Refused(why),
        documents: Vec::new(),
        faults: Vec::new(),
    })
}

fn attempt(
    program: &Path,
    args: &[&str],
    bytes: &[u8],
    hint: &Hint,
    limits: &Limits,
) -> Result<Reading, String> {
    if is_too_large(bytes, limits) {
        let most = limits.memory_bytes >> 22;
        return Err(format!(
            "larger than {most} MiB, the most that is read at once"
        ));
    }
    let head = Request::line(hint, limits, None).map_err(|e| e.to_string())?;
    let mut child =
        start(program, args).map_err(|e| format!("the reader could not be started: {e}"))?;
    let answer = talk(&mut child, &head, bytes, limits);
    if answer.is_none() {
        drop(child.kill());
    }
    let status = child
        .wait()
        .map_err(|e| format!("the reader was lost: {e}"))?;
    let Some(answer) = answer else {
        return Err(format!("the reader took longer than {} s", limits.seconds));
    };
    if status.success()
        && let Ok(reading) = serde_json::from_slice::<Reading>(&answer)
    {
        return Ok(checked(reading, hint));
    }
    Err(death(status, limits))
}

/// Whether no worker reads a file because of its size.
pub(super) fn is_too_large(bytes: &[u8], limits: &Limits) -> bool {
    bytes.len() as u64 > limits.memory_bytes / 4
}

/// Most bytes of an answer: JSON writes some characters in six bytes, and spans beside them.
pub(super) fn longest_answer(limits: &Limits) -> u64 {
    limits.output_bytes.saturating_mul(8).max(1 << 20)
}

/// Starts a worker that hears and answers through pipes.
pub(super) fn start(program: &Path, args: &[&str]) -> std::io::Result<Child> {
    Command::new(program)
        .args(args)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// Feeds the worker and takes its answer; `None` if the time is over first.
fn talk(child: &mut Child, head: &[u8], bytes: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let mut stdin = child.stdin.take()?;
    let stdout = child.stdout.take()?;
    let most = longest_answer(limits);
    let (send, receive) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut answer = Vec::new();
            let taken = stdout.take(most).read_to_end(&mut answer);
            drop(send.send(taken.map(|_| answer).unwrap_or_default()));
        });
        scope.spawn(move || {
            // A worker that stops listening has ended; how, its status says.
            drop(stdin.write_all(head).and_then(|()| stdin.write_all(bytes)));
        });
        let answer = receive
            .recv_timeout(Duration::from_secs(limits.seconds * 2))
            .ok();
        if answer.is_none() {
            drop(child.kill());
        }
        answer
    })
}

/// A worker answers only about what it was asked.
fn checked(mut reading: Reading, hint: &Hint) -> Reading {
    let asked = reading.documents.len();
    reading
        .documents
        .retain(|document| document.evidence == hint.evidence);
    if reading.documents.len() < asked {
        reading.faults.push(Fault {
            path: None,
            what: "the reader answered about other evidence, which was dropped".to_owned(),
        });
    }
    reading
}

/// How a worker died, for the person who handed the file in.
fn death(status: ExitStatus, limits: &Limits) -> String {
    let memory = limits.memory_bytes >> 20;
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        match status.signal() {
            // SIGXCPU, or SIGKILL where the limit is hard.
            Some(24 | 9) => {
                return format!("the reader took longer than {} s", limits.seconds);
            }
            // Rust aborts when memory runs out; so do the libraries below.
            Some(6) => {
                return format!("the reader ran out of memory (limit {memory} MiB) or gave up");
            }
            Some(11 | 7) => {
                return "the reader crashed: it ran out of stack (signal 11)".to_owned();
            }
            Some(signal) => return format!("the reader crashed: signal {signal}"),
            None => {}
        }
    }
    format!("the reader stopped without an answer ({status}; memory limit {memory} MiB)")
}
