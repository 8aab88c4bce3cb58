//! Precision, recall and F1, and how they are printed.

use super::words::count;
use serde_json::json;
use std::fmt::Write as _;

/// One row: what was found of the gold, and what of the found is right.
#[derive(Debug, Default)]
pub(crate) struct Score {
    /// What is scored.
    pub(crate) name: String,
    /// How much of the gold was found.
    pub(crate) hit: f64,
    /// How much gold there is.
    pub(crate) gold: f64,
    /// How much of the found is right.
    pub(crate) right: f64,
    /// How much was found.
    pub(crate) found: f64,
    /// Gold that was not found, in words.
    pub(crate) missed: Vec<String>,
    /// What was found and is not in the gold, in words.
    pub(crate) wrong: Vec<String>,
}

impl Score {
    /// A row over things that are found or not: `gold` says of each gold thing whether it was found,
    /// `found` of each found thing whether it is right, both with the words to show.
    pub(crate) fn of(name: &str, gold: Vec<(bool, String)>, found: Vec<(bool, String)>) -> Self {
        let yes = |all: &[(bool, String)]| count(all.iter().filter(|one| one.0).count());
        let no = |all: Vec<(bool, String)>| -> Vec<String> {
            all.into_iter()
                .filter(|one| !one.0)
                .map(|one| one.1)
                .collect()
        };
        Self {
            name: name.to_owned(),
            hit: yes(&gold),
            gold: count(gold.len()),
            right: yes(&found),
            found: count(found.len()),
            missed: no(gold),
            wrong: no(found),
        }
    }

    /// The share of the found that is right; 1 where nothing was found and nothing was there.
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.found, self.gold)
    }

    /// The share of the gold that was found; 1 where there is no gold and nothing was found.
    pub(crate) fn recall(&self) -> f64 {
        share(self.hit, self.gold, self.found)
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }

    /// The row as one JSON object.
    pub(crate) fn json(&self, misses: bool) -> serde_json::Value {
        let mut row = json!({
            "type": "score", "name": self.name,
            "precision": self.precision(), "recall": self.recall(), "f1": self.f1(),
            "hit": self.hit, "gold": self.gold, "right": self.right, "found": self.found,
        });
        if misses {
            row["missed"] = json!(self.missed);
            row["wrong"] = json!(self.wrong);
        }
        row
    }
}

fn share(part: f64, whole: f64, other: f64) -> f64 {
    if whole > 0.0 {
        part / whole
    } else if other > 0.0 {
        0.0
    } else {
        1.0
    }
}

/// All rows as a table for people.
pub(crate) fn table(scores: &[Score], misses: bool) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{:<44} {:>9} {:>7} {:>7}   {:>13} {:>13}",
        "", "precision", "recall", "F1", "right/found", "hit/gold"
    );
    for score in scores {
        let _ = writeln!(
            out,
            "{:<44} {:>9.3} {:>7.3} {:>7.3}   {:>13} {:>13}",
            score.name,
            score.precision(),
            score.recall(),
            score.f1(),
            format!("{}/{}", round(score.right), round(score.found)),
            format!("{}/{}", round(score.hit), round(score.gold)),
        );
    }
    for score in scores.iter().filter(|_| misses) {
        for (title, lines) in [("missed", &score.missed), ("wrong", &score.wrong)] {
            for line in lines {
                let _ = writeln!(out, "{}: {title}: {line}", score.name);
            }
        }
    }
    out
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
