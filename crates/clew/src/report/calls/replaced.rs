//! Replaced phones, with what speaks for and against.

use super::users;
use crate::casefile::{CandidateLine, RecordLines, ReplacedLine, WeightLine};
use crate::report::page::Page;
use crate::report::parts::rests;

/// Old numbers and their candidates.
pub(super) fn replaced(page: &mut Page, records: &RecordLines) {
    page.raw("<h3>Phones that may have been replaced</h3><p class=\"note\">New numbers whose contacts, cells, hours or handset look like those of an older one. A weight is the natural logarithm of how much likelier what the records show is if one person changed phones than if the two have nothing to do with each other; weights add up, rank candidates, and are no probability. A lent, shared or reassigned phone can look the same, and people who work or live together share contacts and cells.</p>");
    if records.replaced.is_empty() {
        page.raw("<p>No number looks as if another had taken its place.</p>");
    }
    for line in &records.replaced {
        old(page, line);
    }
}

fn old(page: &mut Page, line: &ReplacedLine) {
    page.raw("<div class=\"slip\"><h4>")
        .text(&line.old)
        .raw("</h4><p class=\"meta\">");
    users(page, &line.users);
    page.raw("</p>");
    let (first, others) = line.candidates.split_at(line.candidates.len().min(1));
    for one in first {
        candidate(page, one);
    }
    if !others.is_empty() {
        page.raw("<details class=\"aside\"><summary>");
        page.count(others.len(), "candidate", "candidates")
            .raw(" behind it</summary>");
        for one in others {
            candidate(page, one);
        }
        page.raw("</details>");
    }
    page.raw("</div>\n");
}

fn candidate(page: &mut Page, one: &CandidateLine) {
    page.raw("<p>May have been followed by <b>")
        .text(&one.new)
        .raw("</b> (");
    users(page, &one.users);
    page.raw("), from ")
        .text(&one.onset)
        .raw(" on. Weight ")
        .text(&one.weight);
    page.raw(", <b>")
        .raw(one.outweighs)
        .raw("</b> the ")
        .text(&one.needed);
    page.raw(" that a mere guess among all numbers has to outweigh.</p><div class=\"sides\"><div><h5>What is weighed</h5><ul>");
    for reason in &one.reasons {
        page.raw("<li><span class=\"weight\">")
            .text(&reason.weight)
            .raw("</span> ");
        words(page, reason);
    }
    page.raw("</ul></div><div><h5>What speaks against it</h5><ul>");
    for objection in &one.against {
        page.raw("<li>");
        words(page, objection);
    }
    if !one.unseen.is_empty() {
        page.raw("<li class=\"small\">Looked for, and not seen in these records: ")
            .text(&one.unseen.join("; "))
            .raw(".</li>");
    }
    page.raw("</ul></div></div>");
}

fn words(page: &mut Page, line: &WeightLine) {
    page.text(&line.words).raw(" ");
    rests(page, &line.rests);
    page.raw("</li>");
}
