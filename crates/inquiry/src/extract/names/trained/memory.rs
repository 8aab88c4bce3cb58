//! What the first reading of a document said of each word.

use super::words::{Passage, Word};
use rustc_hash::FxHashMap;

/// Kinds that are counted: another name, person, organisation, place, nothing.
const KINDS: usize = 5;

/// For each word with a capital, how often the first reading gave it each kind.
#[derive(Default)]
pub struct Memory {
    counts: FxHashMap<u64, [u16; KINDS]>,
}

fn kind(label: u8) -> usize {
    match label {
        0 => 4,
        1 => 0,
        label => usize::from(label) / 2,
    }
}

impl Memory {
    /// Counts the labels of a document's passages.
    pub fn of(passages: &[Passage], labels: &[Vec<u8>]) -> Self {
        let mut memory = Self::default();
        for (passage, labels) in passages.iter().zip(labels) {
            for (word, label) in passage.words.iter().zip(labels) {
                if word.cased {
                    let counts = memory.counts.entry(word.key).or_default();
                    counts[kind(*label)] = counts[kind(*label)].saturating_add(1);
                }
            }
        }
        memory
    }

    /// What the other places of a word have most often and whether they agree, as a number; 0 where there are none.
    pub(super) fn others(&self, word: &Word, label: u8) -> u64 {
        let Some(counts) = self.counts.get(&word.key).filter(|_| word.cased) else {
            return 0;
        };
        let mut counts = *counts;
        counts[kind(label)] = counts[kind(label)].saturating_sub(1);
        let total: u32 = counts.iter().copied().map(u32::from).sum();
        let mut best = 0;
        for kind in 1..KINDS {
            if counts[kind] > counts[best] {
                best = kind;
            }
        }
        if total == 0 {
            return 0;
        }
        let agree = u32::from(counts[best]) == total;
        1 + best as u64 * 2 + u64::from(agree)
    }
}
