//! What was not as it should be in a table, counted instead of repeated.

use model::Fault;
use std::collections::BTreeMap;

/// Row numbers named as examples.
const EXAMPLES: usize = 3;
/// Row numbers named where each row has to be looked at.
const LISTED: usize = 40;

/// Notes on an import: some said once, some counted over rows.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    said: Vec<String>,
    counted: BTreeMap<String, (usize, Vec<usize>)>,
}

impl Notes {
    /// Says something about the whole table.
    pub(crate) fn say(&mut self, what: String) {
        if !self.said.contains(&what) {
            self.said.push(what);
        }
    }

    /// Counts something about one row.
    pub(crate) fn count(&mut self, what: &str, row: usize) {
        self.note(what, row, EXAMPLES);
    }

    /// Counts something about one row, and names more of the rows.
    pub(crate) fn list(&mut self, what: &str, row: usize) {
        self.note(what, row, LISTED);
    }

    fn note(&mut self, what: &str, row: usize, most: usize) {
        if let Some((times, rows)) = self.counted.get_mut(what) {
            *times += 1;
            if rows.len() < most && rows.last() != Some(&row) {
                rows.push(row);
            }
        } else {
            self.counted.insert(what.to_owned(), (1, vec![row]));
        }
    }

    /// What was counted over rows, in words.
    pub(crate) fn counted(&self) -> Vec<String> {
        let counted = self.counted.iter().map(|(what, (times, rows))| {
            let rows: Vec<_> = rows.iter().map(ToString::to_string).collect();
            let more = if *times > rows.len() { ", .." } else { "" };
            format!("{what}: {times} times (row {}{more})", rows.join(", "))
        });
        counted.collect()
    }

    /// The faults, what was said first.
    pub(crate) fn faults(self) -> Vec<Fault> {
        let counted = self.counted();
        self.said
            .into_iter()
            .chain(counted)
            .map(|what| Fault { path: None, what })
            .collect()
    }
}
