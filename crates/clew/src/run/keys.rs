//! When a reading, and everything derived from all of them, still stands.

use super::VERSION;
use inquiry::extract::Depth;
use model::{EvidenceId, ReadState, Reading};
use read::Limits;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use vault::{Case, EvidenceRecord, Store};

/// Evidence that must be read: new, read under another version or with other particulars, or cut short by
/// limits that are wider now.
pub(super) fn due(
    store: &Store,
    records: &[EvidenceRecord],
    keys: &BTreeMap<EvidenceId, String>,
    limits: &Limits,
) -> Result<Vec<EvidenceRecord>, vault::Error> {
    let mut due = Vec::new();
    for record in records {
        let kept = store.reading_key(&record.id)?;
        let stands = kept
            .zip(keys.get(&record.id))
            .is_some_and(|(kept, key)| stands(&kept, key, limits));
        if !stands {
            due.push(record.clone());
        }
    }
    Ok(due)
}

/// The key a reading is kept under. One that did not go through to its end carries the limits it had: wider ones
/// may get further.
pub(super) fn kept_key(key: &str, reading: &Reading, limits: &Limits) -> String {
    match reading.state {
        ReadState::Read | ReadState::NoText(_) => key.to_owned(),
        ReadState::Partial(_) | ReadState::Refused(_) => {
            format!("{key} {} {}", limits.memory_bytes, limits.seconds)
        }
    }
}

/// Whether a reading kept under `kept` is what reading under `key` and these limits would give again or better.
fn stands(kept: &str, key: &str, limits: &Limits) -> bool {
    let mut words = kept.split(' ');
    if words.next() != Some(key) {
        return false;
    }
    let mut had = words.map_while(|word| word.parse::<u64>().ok());
    match (had.next(), had.next()) {
        (Some(memory), Some(seconds)) => limits.memory_bytes <= memory && limits.seconds <= seconds,
        _ => true,
    }
}

/// The key of the reading of each piece of evidence.
pub(super) fn reading_keys(
    records: &[EvidenceRecord],
    depth: Depth,
) -> BTreeMap<EvidenceId, String> {
    records
        .iter()
        .map(|record| (record.id.clone(), reading_key(record, depth)))
        .collect()
}

/// What a reading depends on beside the bytes.
fn reading_key(record: &EvidenceRecord, depth: Depth) -> String {
    let date = record
        .date()
        .map(|date| date.to_string())
        .unwrap_or_default();
    let mut pieces = vec![
        VERSION.to_owned(),
        record.name().to_owned(),
        date,
        record.publisher().unwrap_or_default().to_owned(),
    ];
    pieces.extend(
        record
            .settings()
            .iter()
            .map(|(name, value)| format!("{name}={value}")),
    );
    if depth == Depth::Deep {
        pieces.push("deep".to_owned());
    }
    digest(&pieces)
}

/// What everything over the whole case depends on: all readings, and the judgements in force.
pub(super) fn fingerprint(keys: &BTreeMap<EvidenceId, String>, case: &Case) -> String {
    let mut pieces = vec![VERSION.to_owned()];
    pieces.extend(keys.iter().map(|(id, key)| format!("{id} {key}")));
    pieces.extend(
        case.judgements()
            .iter()
            .map(|judgement| format!("{judgement:?}")),
    );
    digest(&pieces)
}

fn digest(pieces: &[String]) -> String {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update((piece.len() as u64).to_le_bytes());
        hasher.update(piece.as_bytes());
    }
    EvidenceId::of(&hasher.finalize()).as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(memory_bytes: u64, seconds: u64) -> Limits {
        Limits {
            memory_bytes,
            seconds,
            ..Limits::default()
        }
    }

    fn reading(state: ReadState) -> Reading {
        Reading {
            state,
            documents: Vec::new(),
            faults: Vec::new(),
        }
    }

    #[test]
    fn only_wider_limits_read_again_what_was_cut_short() {
        let refused = reading(ReadState::Refused("out of memory".to_owned()));
        let kept = kept_key("ab", &refused, &limits(64, 20));
        assert!(stands(&kept, "ab", &limits(64, 20)));
        assert!(stands(&kept, "ab", &limits(32, 10)));
        assert!(!stands(&kept, "ab", &limits(128, 20)));
        assert!(!stands(&kept, "ab", &limits(64, 21)));
        assert!(!stands(&kept, "cd", &limits(64, 20)));
    }

    #[test]
    fn what_was_read_whole_stands_under_any_limits() {
        let kept = kept_key("ab", &reading(ReadState::Read), &limits(64, 20));
        assert!(stands(&kept, "ab", &limits(128, 60)));
        assert!(!stands(&kept, "cd", &limits(64, 20)));
    }
}
