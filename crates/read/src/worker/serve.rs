//! The worker's side: give up all rights, read the request, answer.

use super::{Request, confine, plain};
use model::Fault;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::process::ExitCode;

/// Longest first line of a request.
const LONGEST_LINE: u64 = 1 << 20;

/// Serves requests from standard input and ends; for the hidden subcommand `read-worker`.
///
/// Rights are given up before the first byte of a file is looked at. What confinement could not be
/// had is said as a fault of every reading. A file of any format is the only one that is read; texts
/// are read until standard input is closed.
pub fn serve() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    confine::end_with_parent();
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> std::io::Result<()> {
    let mut input = BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let request = next(&mut input)?.ok_or(ErrorKind::UnexpectedEof)?;
    let lacking: Vec<Fault> = confine::confine(&request.limits)
        .into_iter()
        .map(|what| Fault { path: None, what })
        .collect();
    if request.text.is_some() {
        texts(input, request, &lacking)
    } else {
        any(input, &request, lacking)
    }
}

/// The next request; none where the caller has closed the stream.
fn next(input: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut line = String::new();
    input.take(LONGEST_LINE).read_line(&mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&line)?))
}

/// Reads the one file that follows, of any format.
fn any(input: impl BufRead, request: &Request, lacking: Vec<Fault>) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    input
        .take(request.limits.memory_bytes / 2)
        .read_to_end(&mut bytes)?;
    let mut reading = crate::document(&bytes, &request.hint, &request.limits);
    drop(bytes);
    reading.faults.extend(lacking);
    let mut output = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    serde_json::to_writer(&mut output, &reading)?;
    output.flush()
}

/// Reads text after text, as text alone and under the limits that were set at the first.
fn texts(mut input: impl BufRead, first: Request, lacking: &[Fault]) -> std::io::Result<()> {
    let limits = first.limits;
    let mut output = std::io::stdout().lock();
    let mut due = Some(first);
    while let Some(request) = due {
        let size = request
            .text
            .filter(|&size| size <= plain::MOST as u64 && request.limits == limits)
            .ok_or(ErrorKind::InvalidInput)?;
        let mut bytes = Vec::new();
        input.by_ref().take(size).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != size {
            return Err(Error::from(ErrorKind::UnexpectedEof));
        }
        let mut answer = vec![0; 8];
        if let Some(mut reading) = crate::job::plain(&bytes, &request.hint, &limits) {
            reading.faults.extend(lacking.iter().cloned());
            serde_json::to_writer(&mut answer, &reading)?;
        }
        let length = (answer.len() as u64 - 8).to_le_bytes();
        answer.splice(..8, length);
        output.write_all(&answer)?;
        output.flush()?;
        due = next(&mut input)?;
    }
    Ok(())
}
