//! What every reader promises over any bytes: spans that lie in their text, in order.
//!
//! A panic in a library below is caught by the reader, but still ends a fuzz run: it shows what to report there.

use model::{BlockKind, EvidenceId, Span};
use read::{Hint, Limits};
use std::collections::BTreeMap;

/// Reads `bytes` as a file of this name and checks the promises.
pub fn check(bytes: &[u8], name: &str) {
    let hint = Hint {
        evidence: EvidenceId::of(bytes),
        name: name.to_owned(),
        settings: BTreeMap::new(),
    };
    let reading = read::document(bytes, &hint, &Limits::default());
    for part in reading
        .documents
        .iter()
        .flat_map(|document| &document.parts)
    {
        let mut last = 0;
        for block in &part.blocks {
            let mut spans: Vec<Span> = vec![block.span];
            match &block.kind {
                BlockKind::Turn { speaker, .. } => spans.extend(speaker),
                BlockKind::Row { cells, .. } => spans.extend(cells),
                _ => {}
            }
            assert!(spans.iter().all(|span| span.of(&part.text).is_some()));
            assert!(block.span.start >= last && !block.span.is_empty());
            last = block.span.end;
        }
    }
}
