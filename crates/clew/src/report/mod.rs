//! The report: one HTML page that holds everything, reads without scripts and prints on A4.

mod calls;
mod claims;
mod findings;
mod head;
mod layout;
mod network;
mod page;
mod parts;
mod people;
mod plan;
mod record;
mod roles;
#[cfg(test)]
mod tests;
mod timeline;
mod wording;

use crate::casefile::CaseFile;
use crate::redact::Redacted;
use page::Page;

/// How the page looks.
const STYLE: &str = include_str!("style.css");
/// Filters and jumps; everything is there without it.
const SCRIPT: &str = include_str!("script.js");

/// The sections: fragment, word in the contents.
const CONTENTS: &[(&str, &str)] = &[
    ("open", "Not known"),
    ("summary", "Summary"),
    ("people", "People"),
    ("roles", "Roles as claimed"),
    ("claims", "Claims"),
    ("network", "Network"),
    ("plan", "The plan"),
    ("timeline", "Timeline"),
    ("calls", "Calls"),
    ("contradictions", "Contradictions"),
    ("origins", "Origins and drift"),
    ("corroboration", "Corroboration"),
    ("gaps", "Gaps"),
    ("proceedings", "Proceedings"),
    ("twosided", "Two-sided persons"),
    ("unread", "Not read"),
    ("evidence", "Evidence"),
    ("custody", "Custody"),
    ("words", "Words used"),
    ("method", "Method and limits"),
];

/// The case file as one self-contained HTML page.
///
/// It takes a redacted case file and nothing else:
///
/// ```
/// use clew::{casefile::{CaseFile, Study}, redact, report};
/// let study = Study::default();
/// let page = report::html(&redact::mask(&study, CaseFile::of(&study)));
/// assert!(page.starts_with("<!doctype html>"));
/// ```
///
/// An unredacted one does not compile:
///
/// ```compile_fail,E0308
/// use clew::{casefile::{CaseFile, Study}, report};
/// let study = Study::default();
/// let page = report::html(&CaseFile::of(&study));
/// ```
pub fn html(case: &Redacted<CaseFile>) -> String {
    let mut page = Page::default();
    let case: &CaseFile = case;
    page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<meta name=\"robots\" content=\"noindex\">");
    page.raw("<title>Case file: ")
        .text(&case.name)
        .raw("</title><style>")
        .raw(STYLE);
    page.raw("</style></head>\n<body>\n<a class=\"skip\" href=\"#open\">Skip to the content</a>\n");
    head::header(&mut page, case);
    page.raw("<nav aria-label=\"Contents\"><ol>");
    for (id, word) in CONTENTS {
        page.raw("<li><a href=\"#")
            .raw(id)
            .raw("\">")
            .raw(word)
            .raw("</a></li>");
    }
    page.raw("</ol></nav>\n<main>\n");
    head::open(&mut page, case);
    head::summary(&mut page, case);
    people::section(&mut page, case);
    roles::section(&mut page, case);
    claims::section(&mut page, case);
    network::section(&mut page, case);
    plan::section(&mut page, case);
    timeline::section(&mut page, case);
    calls::section(&mut page, case);
    findings::contradictions(&mut page, case);
    findings::origins(&mut page, case);
    findings::corroborations(&mut page, case);
    findings::gaps(&mut page, case);
    findings::proceedings(&mut page, case);
    findings::two_sided(&mut page, case);
    record::unread(&mut page, case);
    record::evidence(&mut page, case);
    record::custody(&mut page, case);
    wording::glossary(&mut page);
    wording::method(&mut page, case);
    page.raw("</main>\n<script>")
        .raw(SCRIPT)
        .raw("</script></body></html>\n");
    page.finish()
}
