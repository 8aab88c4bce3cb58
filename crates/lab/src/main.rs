//! The `lab` program: one subcommand for each measurement.

mod gold;

use clap::{Parser, Subcommand};

/// Measures clew against gold data.
#[derive(Parser)]
#[command(name = "lab")]
struct Lab {
    #[command(subcommand)]
    command: Command,
}

/// One measurement each; what it takes is said in its own module.
#[derive(Subcommand)]
enum Command {
    /// Score a run of the demonstration case against its gold.
    Gold(gold::Options),
}

fn main() -> anyhow::Result<()> {
    match Lab::parse().command {
        Command::Gold(options) => gold::main(&options),
    }
}
