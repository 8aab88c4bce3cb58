//! What can be asked of call records.

use crate::cli::args::Sight;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Ask the call records: profiles, common contacts, handsets, replaced phones, what followed an event, who moved together.
///
/// A number is not a person, and a cell is never where somebody was. Every row names its contacts (k-..).
#[derive(Args)]
#[command(after_help = "Examples:
  clew calls harbour profile +5350000110
  clew calls harbour common +5350000110 +5350000111
  clew calls harbour replaced +5350000110
  clew calls harbour together --within 30
  clew calls harbour after \"2024-10-12 18:30\" --within 120 --zone America/Havana")]
pub(in crate::cli) struct Calls {
    /// The case.
    pub(super) case: PathBuf,
    /// Time zone of hours and of times given; if not given, the one all imports share, else UTC. Where they have several,
    /// the question "after" needs it.
    #[arg(long, global = true)]
    pub(super) zone: Option<String>,
    #[command(flatten)]
    pub(super) sight: Sight,
    #[command(subcommand)]
    pub(super) question: Question,
}

#[derive(Subcommand)]
pub(super) enum Question {
    /// With whom, when, how long silent, served by which cells, in which handsets.
    Profile {
        /// The number, or its last digits.
        number: String,
    },
    /// Numbers that at least two of these are in contact with, the rarest first.
    Common {
        /// The numbers.
        #[arg(required = true, num_args = 2..)]
        numbers: Vec<String>,
    },
    /// Which SIM was in which handset, from when to when.
    Lanes {
        /// Only handsets and SIMs of this number.
        number: Option<String>,
    },
    /// New numbers that may have taken the place of old ones, with what speaks for and against.
    Replaced {
        /// The old number; without it, all where the evidence outweighs a guess.
        number: Option<String>,
        /// At most so many candidates for an old number.
        #[arg(long, default_value_t = 3)]
        most: usize,
    },
    /// Who was in contact right after an event, against the same hours of other days.
    After {
        /// When it was, like "2024-10-12 18:30".
        time: String,
        /// How many minutes after it.
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(i64).range(1..=10_080))]
        within: i64,
    },
    /// Numbers that the same cells served at the same times, on several days and at several cells, with the base rate.
    Together {
        /// Only groups with this number.
        number: Option<String>,
        /// How many minutes apart.
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=720))]
        within: i64,
    },
}
