//! Benchmarks against peers, in one run and taken in turns, so that a busy machine is as busy for all.

mod layers;
mod networks;
mod peer;

use std::time::Instant;

/// What is measured.
#[derive(clap::Subcommand)]
pub(crate) enum Bench {
    /// Graph measures against igraph and networkit, each on one thread.
    Networks(networks::Networks),
    /// The memory of a large network in layers, and how long it takes to build and to cut.
    Layers(layers::Layers),
}

impl Bench {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        match self {
            Self::Networks(it) => it.run(),
            Self::Layers(it) => it.run(),
        }
    }
}

/// Seconds of processor time that this thread has used.
#[cfg(unix)]
fn processor() -> f64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "seconds of one run")]
    let seconds = spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9;
    seconds
}

/// Seconds on the clock, where the processor's cannot be asked for.
#[cfg(not(unix))]
fn processor() -> f64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64()
}

/// A result with the seconds of processor time and of the clock that it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64, f64) {
    let (clock, busy) = (Instant::now(), processor());
    let result = work();
    (result, processor() - busy, clock.elapsed().as_secs_f64())
}
