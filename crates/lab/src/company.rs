//! Numbers that move together, on made-up records: how often chance alone is listed, and what is found of journeys that were planted.

use crate::say;
use inquiry::network::calls::{Records, together};
use inquiry::network::random::Random;
use jiff::tz::TimeZone;
use model::{Contact, ContactId, ContactKind, DocumentId, EvidenceId, Party, Place, Span};

/// Days of records, numbers, and how far apart in time counts, in seconds.
const WORLD: (usize, usize, i64) = (60, 16, 1_800);
/// Cells: neighbourhoods, places of work, and others to which anybody may go.
const CELLS: (u32, u32, u32) = (3, 3, 25);

/// Score company on made-up records.
#[derive(clap::Args)]
pub(crate) struct Company {
    /// How many records are made for each line.
    #[arg(long, default_value_t = 100)]
    rounds: u64,
}

impl Company {
    pub(crate) fn run(&self) {
        say("journeys planted | found | others listed a round");
        for journeys in [0, 2, 3, 4, 6, 10] {
            let (mut found, mut others) = (0_u64, 0_u64);
            for round in 0..self.rounds {
                let contacts = made(&mut Random::stream(7, round), journeys);
                let all = together(&Records::of(&contacts), None, WORLD.2, &TimeZone::UTC);
                let is_pair = |numbers: &[String]| {
                    ["n00", "n01"]
                        .iter()
                        .all(|one| numbers.iter().any(|other| other == one))
                };
                let pair = all
                    .groups
                    .iter()
                    .filter(|group| is_pair(&group.numbers))
                    .count() as u64;
                found += pair.min(1);
                others += all.groups.len() as u64 - pair;
            }
            let count = |number: u64| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
            let share = count(others) / count(self.rounds.max(1));
            say(&format!(
                "{journeys:>16} | {found:>3} of {} | {share:.2}",
                self.rounds
            ));
        }
    }
}

/// Records in which everybody has a neighbourhood, a place of work and errands; on `journeys` days the first two are on
/// one errand.
fn made(random: &mut Random, journeys: usize) -> Vec<Contact> {
    let (days, numbers, _) = WORLD;
    let mut all = Vec::new();
    let homes: Vec<(u32, u32)> = (0..numbers)
        .map(|_| (random.below(CELLS.0), random.below(CELLS.1)))
        .collect();
    let mut travelling: Vec<usize> = (0..days).collect();
    random.shuffle(&mut travelling);
    travelling.truncate(journeys);
    for day in 0..days {
        let errand = (random.below(CELLS.2), random.below(600));
        for (number, (home, work)) in homes.iter().enumerate() {
            let own = (random.below(CELLS.2), random.below(600));
            let together = number < 2 && travelling.contains(&day);
            let (cell, minute) = if together { errand } else { own };
            let seen = [
                (format!("home{home}"), 420 + random.below(90)),
                (format!("work{work}"), 600 + random.below(240)),
                (format!("other{cell}"), 780 + minute + random.below(15)),
                (format!("home{home}"), 1_300 + random.below(100)),
            ];
            for (cell, minute) in seen {
                let row = all.len();
                all.push(contact(row, number, day, minute, cell, random.below(40)));
            }
        }
    }
    all
}

fn contact(
    row: usize,
    number: usize,
    day: usize,
    minute: u32,
    cell: String,
    other: u32,
) -> Contact {
    let party = |name: String| Party {
        raw: name,
        number: None,
        masked: false,
    };
    let time = i64::try_from(day).unwrap_or(0) * 86_400 + i64::from(minute) * 60;
    let start = jiff::Timestamp::from_second(1_700_006_400 + time).map(|it| it.to_string());
    Contact {
        id: ContactId::derive(&["company", &row.to_string()]),
        place: Place {
            document: DocumentId::new(&EvidenceId::of(b"company"), 0),
            part: 0,
            span: Span::new(row, row + 1),
        },
        from: party(format!("n{number:02}")),
        to: party(format!("x{number:02}{other:02}")),
        start: start.ok(),
        start_raw: String::new(),
        seconds: Some(60),
        count: 1,
        kind: ContactKind::Call,
        cell: Some(cell),
        imei: None,
        imsi: Some(format!("s{number}")),
    }
}
