//! Replaced phones against the published answer of the VAST 2008 challenge (mini challenge 3).

use crate::say;
use inquiry::network::calls::{Records, replaced, together};
use jiff::tz::TimeZone;
use model::{Contact, ContactId, ContactKind, DocumentId, EvidenceId, Party, Place, Span};
use std::path::PathBuf;

/// Old and new numbers as the challenge's answer has them. Only the score uses them.
const ANSWER: [(&str, &str); 5] = [
    ("200", "300"),
    ("5", "306"),
    ("1", "309"),
    ("2", "397"),
    ("3", "360"),
];

/// Rank the replaced phones of VAST 2008.
#[derive(clap::Args)]
pub(crate) struct Calls {
    /// `cdr.csv` of the challenge: from, to, `yyyymmdd hhmm`, seconds, tower.
    data: PathBuf,
}

impl Calls {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        let text = std::fs::read_to_string(&self.data)?;
        let contacts: Vec<Contact> = text
            .lines()
            .skip(1)
            .enumerate()
            .filter_map(contact)
            .collect();
        let records = Records::of(&contacts);
        say(&format!(
            "{} contacts, {} numbers",
            contacts.len(),
            records.numbers().len()
        ));
        let mut within = 0;
        for (old, new) in ANSWER {
            let found = replaced(&records, Some(old), usize::MAX);
            let Some(one) = found.iter().find(|one| one.new == new) else {
                say(&format!(
                    "{old} -> {new}: not among {} candidates",
                    found.len()
                ));
                continue;
            };
            within += usize::from(one.rank <= 3);
            say(&format!(
                "{old} -> {new}: rank {} of {}, weight {:.1}",
                one.rank,
                found.len(),
                one.weight
            ));
            for reason in &one.reasons {
                say(&format!("  for     {:+.1} {}", reason.weight, reason.kind));
            }
            for against in &one.against {
                say(&format!("  against {}", against.words));
            }
        }
        say(&format!("{within} of {} within the top 3", ANSWER.len()));
        let found = together(&records, None, 1_800, &TimeZone::UTC);
        say(&format!(
            "moved together: {} pairs compared, {} have more events than their habits explain, {:.2} expected by chance, listed from {:?} events on: {}",
            found.compared,
            found.met,
            found.by_chance,
            found.least,
            found.groups.len()
        ));
        for group in &found.groups {
            say(&format!(
                "  {}: {} events on {} days at {} cells, usual {:.1}, as many under {} of {} shifts",
                group.numbers.join(" "),
                group.events.len(),
                group.days,
                group.cells,
                group.usual,
                group.as_many,
                group.shifts
            ));
        }
        Ok(())
    }
}

fn contact((row, line): (usize, &str)) -> Option<Contact> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [from, to, when, seconds, cell] = cells[..] else {
        return None;
    };
    let party = |name: &str| Party {
        raw: name.to_owned(),
        number: None,
        masked: false,
    };
    let digits = |at: std::ops::Range<usize>| when.get(at);
    let start = format!(
        "{}-{}-{}T{}:{}:00Z",
        digits(0..4)?,
        digits(4..6)?,
        digits(6..8)?,
        digits(9..11)?,
        digits(11..13)?
    );
    Some(Contact {
        id: ContactId::derive(&["vast2008", &row.to_string()]),
        place: Place {
            document: DocumentId::new(&EvidenceId::of(b"vast2008"), 0),
            part: 0,
            span: Span::new(row, row + 1),
        },
        from: party(from),
        to: party(to),
        start: Some(start),
        start_raw: when.to_owned(),
        seconds: seconds.parse().ok(),
        count: 1,
        kind: ContactKind::Call,
        cell: Some(cell.to_owned()),
        imei: None,
        imsi: None,
    })
}
