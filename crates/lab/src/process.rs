//! Running `clew` as a user does, and measuring what it takes: wall time, peak memory of it and of its workers.

use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The `clew` program to measure: beside this one, as cargo puts them.
pub(crate) fn clew() -> Result<PathBuf> {
    let own = std::env::current_exe().context("finding my own program")?;
    let program = own.with_file_name(format!("clew{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        bail!(
            "{} is not there: cargo build --release first",
            program.display()
        );
    }
    Ok(program)
}

/// What a command took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Time on the wall.
    pub(crate) wall: Duration,
    /// Peak resident memory of the process, in bytes.
    pub(crate) main: u64,
    /// Peak resident memory of any one child.
    pub(crate) worker: u64,
}

/// Runs `clew` with arguments to its end; fails if it fails.
pub(crate) fn run(program: &Path, arguments: &[&str]) -> Result<Cost> {
    let started = Instant::now();
    let mut child = spawn(program, arguments)?;
    let mut cost = Cost::default();
    loop {
        look(child.id(), &mut cost);
        if let Some(status) = child.try_wait().context("waiting for clew")? {
            cost.wall = started.elapsed();
            if !status.success() {
                bail!("clew {arguments:?} ended with {status}");
            }
            return Ok(cost);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// What `clew` prints.
pub(crate) fn output(program: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .context("starting clew")?;
    if !output.status.success() {
        bail!(
            "clew {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    String::from_utf8(output.stdout).context("clew printed bytes that are no text")
}

/// Starts `clew` with its output thrown away.
pub(crate) fn spawn(program: &Path, arguments: &[&str]) -> Result<Child> {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting clew")
}

/// Takes the high-water marks of a process and its children, where the system tells them.
fn look(pid: u32, cost: &mut Cost) {
    cost.main = cost.main.max(high_water(pid));
    let own = arguments(pid);
    let children = std::fs::read_dir(format!("/proc/{pid}/task"))
        .into_iter()
        .flatten()
        .flatten();
    for task in children {
        let listed = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        for child in listed.split_whitespace().filter_map(|pid| pid.parse().ok()) {
            // A child that is being started still has its parent's memory, and with it the arguments.
            if arguments(child) != own {
                cost.worker = cost.worker.max(high_water(child));
            }
        }
    }
}

/// What a process was started with; nothing where that is not told.
fn arguments(pid: u32) -> Vec<u8> {
    std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default()
}

/// The most memory that a process has held, in bytes; 0 where that is not told.
pub(crate) fn high_water(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: u64 = line
        .and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0);
    kib * 1024
}

/// Bytes as MB with one digit.
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}
