//! The worker's side: give up all rights, read the request, answer.

use super::{Request, confine};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::ExitCode;

/// Serves one request from standard input and ends; for the hidden subcommand `read-worker`.
///
/// Rights are given up before the first byte of the file is looked at. What confinement could not be
/// had is said as a fault of the reading.
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
    let mut line = String::new();
    (&mut input).take(1 << 20).read_line(&mut line)?;
    let request: Request = serde_json::from_str(&line)?;
    let lacking = confine::confine(&request.limits);
    let mut bytes = Vec::new();
    input
        .take(request.limits.memory_bytes / 2)
        .read_to_end(&mut bytes)?;
    let mut reading = crate::document(&bytes, &request.hint, &request.limits);
    drop(bytes);
    reading.faults.extend(
        lacking
            .into_iter()
            .map(|what| model::Fault { path: None, what }),
    );
    let mut output = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    serde_json::to_writer(&mut output, &reading)?;
    output.flush()
}
