//! Documents to facts: claims, mentions, gaps, proceedings, roles and ties.
//!
//! **Invariant.** Every span of every fact lies inside its part on character boundaries; the same
//! document gives the same facts. No time worse than linear in the length of the text.

mod around;
mod claims;
mod gaps;
mod names;
mod order;
mod proceedings;
mod roles;
pub mod tagger;
pub mod text;
mod ties;
mod values;

use model::{Claim, Document, Facts};

/// Everything that can be told from the text of `document`, in text order.
pub fn facts(document: &Document) -> Facts {
    let mut facts = Facts::none(document.id.clone());
    let sentences: Vec<Vec<text::Sentence>> = document
        .parts
        .iter()
        .map(|part| text::sentences(part, document.language))
        .collect();
    facts.mentions = names::mentions(document, &sentences);
    for (index, sentences) in sentences.iter().enumerate() {
        let mut found = claims::claims(document, index, sentences, &facts.mentions);
        claims::times(index, document, sentences, &facts.mentions, &mut found);
        facts.claims.extend(found);
    }
    let scenes = around::scenes(document, &sentences, &facts.mentions, &facts.claims);
    facts.gaps = gaps::gaps(&scenes);
    facts.proceedings = proceedings::proceedings(&scenes);
    facts.ties = ties::ties(&scenes);
    facts.roles = roles::roles(&scenes);
    facts.roles.extend(ties::roles(&facts.ties, &facts.claims));
    facts
}

/// Whether a word with a capital is a given name or surname by the lists, and no month, title, body or word that opens
/// sentences.
pub fn is_name_word(word: &str) -> bool {
    names::is_name_word(word)
}

/// Every claim the rules can read, however doubtful, with the head word of its cue: what confidence is
/// counted from.
pub fn candidates(document: &Document) -> Vec<(Claim, String)> {
    let mut out = Vec::new();
    for (index, part) in document.parts.iter().enumerate() {
        let sentences = text::sentences(part, document.language);
        out.extend(claims::candidates(document, index, &sentences));
    }
    out
}

/// The paragraphs of `document` as the tagger sees them, in text order.
pub fn passages(document: &Document) -> Vec<tagger::Passage> {
    let mut out = Vec::new();
    for part in &document.parts {
        let sentences = text::sentences(part, document.language);
        out.extend(claims::passages(&sentences));
    }
    out
}
