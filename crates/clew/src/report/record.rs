//! The record: what was not read, what was handed in, what was decided and done.

use super::page::Page;
use super::parts::plain;
use crate::casefile::CaseFile;

/// What could not be read, why, and what would help.
pub(super) fn unread(page: &mut Page, case: &CaseFile) {
    page.section("unread", "What could not be read or decided");
    if case.unread.is_empty() {
        page.raw("<p>Everything that was handed in was read.</p>");
    } else {
        page.table("unread", &["File", "State", "Why", "Way out"]);
        for line in &case.unread {
            page.raw("<tr><th scope=\"row\"><a href=\"#")
                .text(&line.anchor)
                .raw("\">");
            page.text(&line.file)
                .raw("</a></th><td>")
                .text(&plain(line.state))
                .raw("</td><td>");
            for why in &line.why {
                page.raw("<div>").text(why).raw("</div>");
            }
            page.raw("</td><td>").raw(line.way_out).raw("</td></tr>\n");
        }
        page.end_table();
    }
    if !case.undecided.is_empty() {
        page.raw("<h3>Not decided</h3><ul>");
        for line in &case.undecided {
            page.raw("<li>").text(line).raw("</li>");
        }
        page.raw("</ul>");
    }
    page.end_section();
}

/// All evidence and all documents made of it.
pub(super) fn evidence(page: &mut Page, case: &CaseFile) {
    page.section("evidence", "Evidence");
    page.raw("<p class=\"note\">Each piece is kept byte for byte under its SHA-256; <code>sha256sum</code> checks it without clew.</p>");
    page.table(
        "evidence",
        &[
            "File and SHA-256",
            "#Bytes",
            "State",
            "Handed in by",
            "Basis",
            "Received",
            "Said of it",
        ],
    );
    for (at, line) in case.evidence.iter().enumerate() {
        page.raw("<tr id=\"v")
            .num(at + 1)
            .raw("\"><th scope=\"row\">")
            .text(&line.name);
        page.raw("<div class=\"hash\">")
            .text(&line.id)
            .raw("</div></th><td class=\"n\">");
        page.num(line.size)
            .raw("</td><td>")
            .text(&plain(line.state))
            .raw("</td><td>");
        page.text(line.from.as_deref().unwrap_or("not said"))
            .raw("</td><td>");
        page.text(line.basis.as_deref().unwrap_or("not said"))
            .raw("</td><td>");
        page.text(&line.received)
            .raw("</td><td>")
            .text(&line.said)
            .raw("</td></tr>\n");
    }
    page.end_table();
    documents(page, case);
    page.end_section();
}

/// All documents made of the evidence.
fn documents(page: &mut Page, case: &CaseFile) {
    page.raw("<h3>Documents read from it</h3>");
    page.table(
        "documents",
        &[
            "Document",
            "Read as",
            "Language",
            "Date",
            "Publisher",
            "#Claims",
            "#Origin",
            "Evidence",
        ],
    );
    for (at, line) in case.documents.iter().enumerate() {
        page.raw("<tr id=\"d")
            .num(at + 1)
            .raw("\"><th scope=\"row\">")
            .text(&line.name);
        if let Some(title) = &line.title {
            page.raw("<div class=\"small\">").text(title).raw("</div>");
        }
        page.raw("</th><td>")
            .raw(line.format)
            .raw("</td><td>")
            .raw(line.language)
            .raw("</td><td>");
        page.text(line.date.as_deref().unwrap_or("not stated"))
            .raw("</td><td>");
        page.text(line.publisher.as_deref().unwrap_or("not stated"))
            .raw("</td><td class=\"n\">");
        page.num(line.claims).raw("</td><td class=\"n\">");
        if let Some(origin) = line.origin {
            page.num(origin);
        }
        page.raw("</td><td><code>")
            .text(&line.evidence)
            .raw("</code></td></tr>\n");
    }
    page.end_table();
}

/// What people decided and everything that was done to the case.
pub(super) fn custody(page: &mut Page, case: &CaseFile) {
    page.section("custody", "Custody");
    if !case.judgements.is_empty() {
        page.raw("<h3>Judgements of people</h3>");
        page.table("judgements", &["Judgement", "What", "Who", "Why", "When"]);
        for line in &case.judgements {
            page.raw("<tr><th scope=\"row\">")
                .text(&line.id)
                .raw("</th><td>")
                .text(&line.what);
            page.raw("</td><td>")
                .text(&line.who)
                .raw("</td><td>")
                .text(&line.why);
            page.raw("</td><td>").text(&line.when).raw("</td></tr>\n");
        }
        page.end_table();
    }
    page.raw("<h3>Custody log</h3><p class=\"note\">Append-only; each entry carries the hash of the one before. Entries that say what was written out of the case, this page among it, stand in the log itself.</p>");
    page.table("custody", &["Entry", "When", "Who", "What", "Hash"]);
    for line in &case.custody {
        page.raw("<tr><th scope=\"row\" class=\"n\">")
            .num(line.number)
            .raw("</th><td>");
        page.text(&line.when)
            .raw("</td><td>")
            .text(&line.who)
            .raw("</td><td>")
            .text(&line.what);
        page.raw("</td><td class=\"hash\">")
            .text(&line.hash)
            .raw("</td></tr>\n");
    }
    page.end_table().end_section();
}
