//! Claims held against each other: gaps, proceedings, two-sided persons; every document its own origin for now.

mod notes;
mod text;

use model::{Assessment, Document, Facts, Finding, Origin, OriginId, Resolution};
use std::collections::BTreeMap;

/// Origins and findings over the whole case.
///
/// `documents` with their text. The result does not depend on the order of any slice.
pub fn findings(documents: &[Document], facts: &[Facts], resolution: &Resolution) -> Assessment {
    let case = text::Case::new(documents, facts);
    let origins = case
        .texts
        .iter()
        .filter(|text| text.has_text())
        .map(|text| Origin {
            id: OriginId::derive(&[text.document.id.as_str()]),
            head: text.document.id.clone(),
            documents: vec![text.document.id.clone()],
            reasons: Vec::new(),
            drifts: Vec::new(),
        })
        .collect();
    let mut found = notes::gaps(facts);
    found.extend(notes::proceedings(facts));
    found.extend(notes::two_sided(facts, resolution));
    let sorted: BTreeMap<_, Finding> = found
        .into_iter()
        .map(|finding| {
            (
                (finding.places().first().cloned(), finding.id().clone()),
                finding,
            )
        })
        .collect();
    Assessment {
        origins,
        findings: sorted.into_values().collect(),
    }
}
