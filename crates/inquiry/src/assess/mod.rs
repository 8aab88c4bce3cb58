//! Claims held against each other: origins, drift, corroboration, contradictions, gaps, proceedings.
//!
//! Precision before recall: a wrong contradiction on the screen costs more trust than a missed one. No summary names a
//! person, so that every finding can be shown without masking; the words of the sources stand at its places.

mod actors;
mod ages;
mod arrests;
mod claims;
mod contradict;
mod corroborate;
mod doer;
mod drift;
mod frame;
mod lexicon;
mod meet;
mod named;
mod notes;
mod origins;
mod parts;
mod persons;
mod said;
mod same;
mod signature;
#[cfg(test)]
mod tests;
mod text;
mod values;
mod verdicts;
mod when;
mod who;

use model::{Assessment, Document, Facts, Finding, Resolution};
use std::collections::BTreeMap;

/// Origins and findings over the whole case.
///
/// `documents` with their text. Every document with running text stands in exactly one origin; tables and call
/// records in none. The result does not depend on the order of any slice.
pub fn findings(documents: &[Document], facts: &[Facts], resolution: &Resolution) -> Assessment {
    let case = text::Case::new(documents, facts);
    let mut origins = origins::origins(&case, resolution);
    for origin in &mut origins {
        origin.drifts = drift::drifts(&case, origin);
    }
    let claims = claims::Claims::new(&case, &origins, resolution);
    let pairs = claims.pairs();
    let mut found: Vec<Finding> = contradict::contradictions(&claims, &pairs, facts, resolution);
    found.extend(corroborate::corroborations(&claims, &pairs));
    found.extend(drift::findings(&origins));
    found.extend(notes::gaps(facts));
    found.extend(notes::proceedings(facts));
    found.extend(notes::two_sided(facts, resolution));
    let sorted: BTreeMap<_, Finding> = found
        .into_iter()
        .map(|finding| {
            (
                (
                    rank(&finding),
                    finding.places().first().cloned(),
                    finding.id().clone(),
                ),
                finding,
            )
        })
        .collect();
    Assessment {
        origins,
        findings: sorted.into_values().collect(),
    }
}

/// Contradictions first, then what people ask for next.
fn rank(finding: &Finding) -> usize {
    const ORDER: [&str; 6] = [
        "contradiction",
        "two_sided",
        "corroboration",
        "drift",
        "gap",
        "proceeding",
    ];
    ORDER
        .iter()
        .position(|kind| *kind == finding.kind().as_str())
        .unwrap_or(ORDER.len())
}
