//! The `lab` program: one subcommand for each measurement. Never shipped.

mod bench;
mod calls;
mod claims;
mod company;
mod dismantle;
mod endure;
mod factuality;
mod floors;
mod gold;
mod masks;
mod names;
mod neural;
mod polnear;
mod process;
mod restructuring;
mod spared;

use clap::{Parser, Subcommand};

/// Measures clew: against gold data, against its own past, against bad luck.
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
    /// Score people, organisations and places against gold names.
    Names(names::Names),
    /// Train the tagger of names of one language.
    TrainNames(names::Train),
    /// Change single bytes of a copy of a case at random; `verify` must find every one.
    Flips(endure::Flips),
    /// Kill `add` and `run` at random times; the finished case must be as an undisturbed one.
    Kills(endure::Kills),
    /// Add and run growing numbers of files; print time, memory and speed.
    Scale(endure::Scale),
    /// Add a folder of hostile files to one case; print the states by corpus.
    Hostile(endure::Hostile),
    /// Score everything that has a floor in `docs/MEASURED.md` and fail below it.
    Floors(floors::Floors),
    /// Score who is masked and who stays named against texts with a key.
    Masks(masks::Masks),
    /// Train who is masked: whether a text tells of harm, and whether somebody has a part in public.
    TrainMasks(masks::Train),
    /// Score claims against `PolNeAR`.
    Polnear(polnear::Polnear),
    /// Check, compare and score the project's own gold claims.
    Claims(claims::Claims),
    /// Rank the replaced phones of VAST 2008.
    Calls(calls::Calls),
    /// Count who is found to move together on made-up records, by chance and by plan.
    Company(company::Company),
    /// Take published and covert networks apart, against published figures and the classics.
    Dismantle(dismantle::Dismantle),
    /// Time the default plan on generated networks of growing size; print the exponent.
    DismantleGrowth(dismantle::Growth),
    /// Find the key players of covert networks, with proof.
    KeyPlayers(dismantle::KeyPlayers),
    /// Compare plans after restructuring with the optimum of a published model.
    Restructuring(restructuring::Restructuring),
    /// Measure graph measures against igraph and networkit, or the memory of a large network.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Count protected nodes in the plans of random networks; there must be none.
    Spared(spared::Spared),
    /// Count how often claims are read rightly in the training split of `PolNeAR`, for their confidence.
    Calibrate(polnear::Calibrate),
    /// Count cues in the training split of `PolNeAR` and write them as a table.
    Cues(polnear::Cues),
    /// Write what the deep tagger learns from, for a training elsewhere.
    DumpDeep(polnear::DumpDeep),
    /// Train the deep tagger of attributions on `PolNeAR`.
    TrainDeep(polnear::TrainDeep),
    /// Train and score whether an event happened, as its text tells it.
    Factuality(factuality::Factuality),
    /// Train the tagger of attributions on `PolNeAR`.
    TrainTagger(polnear::Train),
}

fn main() -> anyhow::Result<()> {
    match Lab::parse().command {
        Command::Gold(options) => gold::main(&options),
        Command::Names(it) => it.run(),
        Command::TrainNames(it) => it.run(),
        Command::Flips(it) => it.run(),
        Command::Kills(it) => it.run(),
        Command::Scale(it) => it.run(),
        Command::Hostile(it) => it.run(),
        Command::Floors(it) => it.run(),
        Command::Masks(it) => it.run(),
        Command::TrainMasks(it) => it.run(),
        Command::Polnear(it) => it.run(),
        Command::Claims(it) => it.run(),
        Command::Calls(it) => it.run(),
        Command::Company(it) => {
            it.run();
            Ok(())
        }
        Command::Dismantle(it) => it.run(),
        Command::DismantleGrowth(it) => it.run(),
        Command::KeyPlayers(it) => it.run(),
        Command::Restructuring(it) => it.run(),
        Command::Bench(it) => it.run(),
        Command::Spared(it) => it.run(),
        Command::Calibrate(it) => it.run(),
        Command::Cues(it) => it.run(),
        Command::DumpDeep(it) => it.run(),
        Command::TrainDeep(it) => it.run(),
        Command::Factuality(it) => it.run(),
        Command::TrainTagger(it) => it.run(),
    }
}

/// Writes one line to the terminal.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    // A closed terminal is no reason to stop a measurement.
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}
