//! A line for each number.

use super::{bars, users};
use crate::casefile::{CaseFile, NumberLine};
use crate::report::page::Page;
use crate::report::parts::span_of_time;

/// Numbers outside the fold.
const LISTED: usize = 12;

/// The busiest numbers, most of them in a fold.
pub(super) fn table(page: &mut Page, case: &CaseFile) {
    let (first, rest) = case.calls.split_at(case.calls.len().min(LISTED));
    lines(page, first);
    if rest.is_empty() {
        return;
    }
    page.raw("<details><summary>and ")
        .count(rest.len(), "more number", "more numbers")
        .raw("</summary>");
    lines(page, rest);
    if case.calls.len() >= 100 {
        page.raw(
            "<p class=\"note\">The hundred busiest numbers; the others are in the exports.</p>",
        );
    }
    page.raw("</details>");
}

fn lines(page: &mut Page, lines: &[NumberLine]) {
    page.table(
        "calls",
        &[
            "Number",
            "#Contacts",
            "#Out",
            "#Others",
            "#Duration",
            "First",
            "Last",
            "By hour as recorded, 0 to 23",
        ],
    );
    for line in lines {
        page.raw("<tr><th scope=\"row\">").text(&line.number);
        if line.name.protected {
            page.raw("<div class=\"small\">")
                .text(&line.name.text)
                .raw("</div>");
        }
        if !line.users.is_empty() {
            page.raw("<div class=\"small\">");
            users(page, &line.users);
            page.raw("</div>");
        }
        page.raw("</th><td class=\"n\">").num(line.contacts);
        page.raw("</td><td class=\"n\">").num(line.outgoing);
        page.raw("</td><td class=\"n\">").num(line.partners);
        page.raw("</td><td class=\"n\">")
            .text(&span_of_time(line.seconds));
        page.raw("</td><td>")
            .text(&line.first)
            .raw("</td><td>")
            .text(&line.last)
            .raw("</td><td>");
        bars(page, "contacts by hour from 0", &line.hours);
        page.raw("</td></tr>\n");
    }
    page.end_table();
}
