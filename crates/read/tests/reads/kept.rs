//! The promises every reading keeps, and the limits the tests read under.

use model::{BlockKind, EvidenceId, ReadState, Reading, Span};
use read::{Hint, Limits};
use std::collections::BTreeMap;

/// A hint without settings.
pub(crate) fn hint(bytes: &[u8], name: &str) -> Hint {
    Hint {
        evidence: EvidenceId::of(bytes),
        name: name.to_owned(),
        settings: BTreeMap::new(),
    }
}

/// Limits small enough for a test.
pub(crate) fn limits() -> Limits {
    Limits {
        output_bytes: 1 << 20,
        part_bytes: 1 << 19,
        members: 20,
        ..Limits::default()
    }
}

/// Says which promise a reading breaks, if it breaks one.
pub(crate) fn broken(reading: &Reading) -> Option<String> {
    if reading.state == ReadState::Read && reading.documents.is_empty() {
        return Some("read, but no document".to_owned());
    }
    let mut bytes = 0;
    for document in &reading.documents {
        for part in &document.parts {
            bytes += part.text.len() as u64;
            let mut last = 0;
            for block in &part.blocks {
                let mut spans: Vec<Span> = vec![block.span];
                match &block.kind {
                    BlockKind::Turn { speaker, .. } => spans.extend(speaker),
                    BlockKind::Row { cells, .. } => spans.extend(cells),
                    _ => {}
                }
                if let Some(span) = spans.iter().find(|span| span.of(&part.text).is_none()) {
                    return Some(format!("{span:?} does not lie in {}", part.label));
                }
                if block.span.is_empty() || block.span.start < last {
                    return Some(format!("{:?} is empty or out of order", block.span));
                }
                last = block.span.end;
            }
        }
    }
    (bytes > limits().output_bytes).then(|| format!("{bytes} bytes of text"))
}
