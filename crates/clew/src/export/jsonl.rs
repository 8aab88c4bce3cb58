//! Everything in a case, one JSON object a line.

use super::rows::{self, Lookup};
use crate::casefile::Study;
use serde_json::{Value, json};

/// All objects in a fixed order: evidence, documents, then what was derived from them.
pub fn lines(study: &Study) -> Vec<Value> {
    let at = Lookup::of(study);
    let mut lines = Vec::new();
    lines.extend(study.evidence.iter().map(|line| {
        json!({
            "type": "evidence", "id": line.id, "file": line.name, "size": line.size,
            "state": line.state.as_str(), "why": line.state.why(), "faults": line.faults,
            "from": line.from, "basis": line.basis, "publisher": line.publisher, "date": line.date,
        })
    }));
    lines.extend(study.documents.iter().map(|it| rows::document(&at, it)));
    for facts in &study.facts {
        lines.extend(facts.mentions.iter().map(|it| rows::mention(&at, it)));
        lines.extend(facts.claims.iter().map(|it| rows::claim(&at, it)));
        lines.extend(facts.gaps.iter().map(|it| rows::gap(&at, it)));
        lines.extend(facts.proceedings.iter().map(|it| rows::proceeding(&at, it)));
    }
    lines.extend(study.contacts.iter().map(rows::contact));
    lines.extend(
        study
            .resolution
            .entities
            .iter()
            .map(|it| rows::entity(&at, it)),
    );
    lines.extend(study.network.links.iter().map(|it| rows::link(&at, it)));
    lines.extend(
        study
            .assessment
            .origins
            .iter()
            .map(|it| rows::origin(&at, it)),
    );
    lines.extend(
        study
            .assessment
            .findings
            .iter()
            .map(|it| rows::finding(&at, it)),
    );
    lines
}
