//! Replaced phones: candidates, what speaks for and against, and which other explanations the records do not show.

use super::{clock, rests, users_of};
use crate::casefile::{CandidateLine, Desk, ReplacedLine, WeightLine};
use inquiry::network::calls::{Candidate, Records, replaced as candidates};

/// Candidates of one old number.
const CANDIDATES: usize = 3;
/// Old numbers that are listed.
const LISTED: usize = 8;
/// Natural logarithm of twenty: from there on a weight is clearly above the guess.
const CLEARLY: f64 = 3.0;
/// Other explanations, and what is said where the records show nothing of them.
const ELSE: &[(&str, &str)] = &[
    ("lent", "lent for a while"),
    ("reassigned", "given to another person later"),
    ("at_once", "both in use at the same minute"),
    ("called_each_other", "the two numbers calling each other"),
    ("old_goes_on", "the old number going on"),
    ("co_workers", "colleagues or family with the same contacts"),
    ("shared_handset", "a handset that several share"),
    ("rival", "another old number that fits better"),
];

/// Old numbers with their candidates, the likeliest first.
pub(super) fn replaced(desk: &mut Desk<'_>, records: &Records<'_>) -> Vec<ReplacedLine> {
    let mut lines: Vec<(String, ReplacedLine)> = Vec::new();
    for one in candidates(records, None, CANDIDATES) {
        let at = lines.iter().position(|(old, _)| *old == one.old);
        if at.is_none() && lines.len() == LISTED {
            continue;
        }
        let candidate = candidate(desk, &one);
        if let Some((_, line)) = at.and_then(|at| lines.get_mut(at)) {
            line.candidates.push(candidate);
        } else {
            let line = ReplacedLine {
                users: users_of(desk, &one.old),
                old: one.old.clone(),
                candidates: vec![candidate],
            };
            lines.push((one.old, line));
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn candidate(desk: &mut Desk<'_>, one: &Candidate) -> CandidateLine {
    let reasons = one.reasons.iter().map(|reason| WeightLine {
        words: reason.words.clone(),
        weight: format!("{:+.1}", reason.weight),
        rests: rests(desk, &reason.rows),
    });
    let reasons = reasons.collect();
    let against = one.against.iter().map(|objection| WeightLine {
        words: objection.words.clone(),
        weight: String::new(),
        rests: rests(desk, &objection.rows),
    });
    let against = against.collect();
    let unseen = ELSE
        .iter()
        .filter(|(kind, _)| !one.against.iter().any(|it| it.kind == *kind))
        .map(|(_, words)| *words);
    CandidateLine {
        users: users_of(desk, &one.new),
        new: one.new.clone(),
        weight: format!("{:.1}", one.weight),
        needed: format!("{:.1}", one.needed),
        outweighs: match one.weight - one.needed {
            more if more > CLEARLY => "far above",
            more if more > 0.0 => "little above",
            _ => "not above",
        },
        onset: clock(desk, one.onset.as_ref()),
        reasons,
        against,
        unseen: unseen.collect(),
    }
}
