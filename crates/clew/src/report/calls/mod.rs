//! Call records: what each number did, what the records answer, and the receipts of the imports.

mod after;
mod company;
mod lanes;
mod numbers;
mod profiles;
mod receipts;
mod replaced;

use super::page::Page;
use super::parts::{cites, passage};
use crate::casefile::{CaseFile, RecordLines, UserLine};

/// Numbers, answers and receipts.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("calls", "Calls");
    if case.calls.is_empty() && case.receipts.is_empty() {
        page.raw("<p>There are no call records in this case.</p>")
            .end_section();
        return;
    }
    let records = &case.records;
    page.raw("<p class=\"note\">A phone is not a person, and a cell is not a place: who used a number has to be shown by other evidence, and a cell that served a phone says only that the phone was somewhere in its reach. Days and hours are told in the zone ")
        .text(&records.zone)
        .raw(".</p>");
    numbers::table(page, case);
    match &records.unasked {
        Some(why) => {
            page.raw("<p><b>The records were not asked on this page.</b> ")
                .text(why);
            page.raw(" <code>clew calls CASE</code> asks them.</p>");
        }
        None => answers(page, records),
    }
    receipts::receipts(page, case);
    rows(page, case);
    page.end_section();
}

/// What the records answer.
fn answers(page: &mut Page, records: &RecordLines) {
    profiles::profiles(page, records);
    profiles::common(page, records);
    lanes::lanes(page, records);
    replaced::replaced(page, records);
    after::after(page, records);
    company::company(page, records);
}

/// The rows of records that statements on this page rest on.
fn rows(page: &mut Page, case: &CaseFile) {
    let all = || {
        case.quotes
            .iter()
            .filter(|quote| case.is_row(quote.document))
    };
    let count = all().count();
    if count == 0 {
        return;
    }
    page.raw("<details><summary>")
        .count(count, "row", "rows")
        .raw(" of the records that statements on this page rest on</summary>");
    page.table("rows", &["Row", "Where", "What stands there"]);
    for quote in all() {
        page.raw("<tr id=\"")
            .text(&quote.anchor)
            .raw("\"><th scope=\"row\" class=\"id\">")
            .text(&quote.anchor);
        page.raw("</th><td>");
        if let Some(document) = case.documents.get(quote.document) {
            page.raw("<a href=\"#d")
                .num(quote.document + 1)
                .raw("\">")
                .text(&document.name)
                .raw("</a>, ");
        }
        page.text(&quote.place).raw("</td><td>");
        passage(page, &quote.sentence);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    page.raw("</details>\n");
}

/// Who is said to use a number.
fn users(page: &mut Page, users: &[UserLine]) {
    if users.is_empty() {
        page.raw("nobody is on record as its user");
        return;
    }
    page.raw("said to be used by ");
    for (at, user) in users.iter().enumerate() {
        page.raw(if at > 0 { "; " } else { "" })
            .text(&user.name.text)
            .raw(" (");
        page.raw(user.certainty.unwrap_or("records")).raw(") ");
        cites(page, &user.rests.cites, user.rests.more);
    }
}

/// Counts as small bars, in words for those who do not see them.
fn bars(page: &mut Page, words: &str, counts: &[u64]) {
    let counts = &counts[..counts.len().min(24)];
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        page.raw("no clock times");
        return;
    }
    let told: Vec<String> = counts.iter().map(u64::to_string).collect();
    page.raw("<svg class=\"hours\" role=\"img\"");
    page.attr("viewBox", &format!("0 0 {} 24", counts.len() * 4));
    page.attr("style", &format!("width:{}rem", counts.len().div_ceil(4)));
    page.attr("aria-label", &format!("{words}: {}", told.join(", ")));
    page.raw("><path")
        .attr("d", &format!("M0 23.5H{}", counts.len() * 4))
        .raw("/>");
    for (at, count) in counts.iter().enumerate() {
        let height = (count * 22).div_ceil(most);
        if height > 0 {
            page.raw("<rect width=\"3\"")
                .attr("x", &(at * 4).to_string());
            page.attr("y", &(23 - height).to_string())
                .attr("height", &height.to_string())
                .raw("/>");
        }
    }
    page.raw("</svg>");
}
