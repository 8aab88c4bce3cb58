//! Mentions to entities: who is meant, within a document and across documents, and what people decided about it.
//!
//! Within a document forms of a name are taken together as a careful reader would. Across documents only where
//! the full names are the same after folding, or a strong identifier agrees; the rest stays apart until a person judges.
//! Judgements always win.

mod across;
mod aliases;
mod build;
mod candidates;
mod details;
mod doubt;
mod fares;
mod found;
mod further;
mod identify;
mod judged;
mod meant;
mod misread;
mod node;
mod orgs;
mod persons;
mod protect;
mod public;
mod roles;
mod sources;
#[cfg(test)]
mod tests;
mod theirs;
mod union;

pub use candidates::{Candidate, Sign, candidates};
pub use misread::{content, standing};

use model::{Contact, Document, Facts, Judgement, Resolution};

/// Takes mentions, publishers and contact parties together into entities.
///
/// `documents` with their text (for acronyms, aliases and ages); `judgements` are those in force: what was taken back is left
/// out by the caller. The result does not depend on the order of any slice.
pub fn entities(
    documents: &[Document],
    facts: &[Facts],
    contacts: &[Contact],
    judgements: &[Judgement],
) -> Resolution {
    let case = node::Case::new(documents, facts, contacts);
    let mut groups = judged::apply(&case, judgements);
    let mut stated = persons::within(&case, &mut groups);
    orgs::within(&case, &mut groups);
    let profiles = identify::profiles(&case, &mut groups, &mut stated);
    across::merge(&case, &profiles, &mut groups);
    further::merge(&case, stated, &mut groups);
    build::resolution(&case, groups, judgements)
}
