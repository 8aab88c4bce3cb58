//! A case for other programs: JSON Lines, `GraphML`, CSV, `FollowTheMoney`.
//!
//! Every format comes with a statement of what it cannot carry. Every value passes the mask.

mod csv;
mod ftm;
mod jsonl;
pub mod rows;

pub use csv::tables;
pub use ftm::{entities, tidy};
pub use jsonl::lines;

/// What a format loses of a case, for the sidecar beside the export.
pub const fn losses(format: &str) -> &'static [&'static str] {
    match format.as_bytes() {
        b"ftm" => &[
            "the cue, certainty, polarity and source chain of a claim stand in a Note's text, not in fields",
            "byte places inside a document stand in a Note's text",
            "links keep their interval but not the claims under them",
            "findings, origins and drift are left out",
            "grades and judgements are left out",
        ],
        b"graphml" => &[
            "claims, quotations, findings and documents are left out; only entities with links are written",
            "links keep their identifiers, by which a claim can be found again in the case",
        ],
        b"csv" => &[
            "lists inside a cell are joined with ' | '",
            "the text of documents is left out",
        ],
        _ => &[
            "the text of documents is left out; places point into it",
            "judgements are left out",
        ],
    }
}
