//! Call records: what each number did, and the receipts of the imports.

use super::page::Page;
use super::parts::span_of_time;
use crate::casefile::{CaseFile, ReceiptLine};

/// Numbers and receipts.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("calls", "Calls");
    if case.calls.is_empty() && case.receipts.is_empty() {
        page.raw("<p>There are no call records in this case.</p>")
            .end_section();
        return;
    }
    page.raw("<p class=\"note\">A phone is not a person, and a cell is not a place: who used a number has to be shown by other evidence.</p>");
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
            "By hour, 0 to 23",
        ],
    );
    for line in &case.calls {
        page.raw("<tr><th scope=\"row\">").text(&line.number);
        if !line.name.text.is_empty() && line.name.text != line.number {
            page.raw("<div class=\"small\">")
                .text(&line.name.text)
                .raw("</div>");
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
        hours(page, &line.hours);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    if case.calls.len() >= 100 {
        page.raw(
            "<p class=\"note\">The hundred busiest numbers; the others are in the exports.</p>",
        );
    }
    page.raw("<h3>Import receipts</h3><p class=\"note\">Everything that went in is either kept or listed as rejected.</p>");
    for receipt in &case.receipts {
        slip(page, case, receipt);
    }
    page.end_section();
}

/// Contacts by hour as small bars, in words for those who do not see them.
fn hours(page: &mut Page, hours: &[u64]) {
    let most = hours.iter().take(24).copied().max().unwrap_or(0);
    if most == 0 {
        page.raw("no clock times");
        return;
    }
    let words: Vec<String> = hours.iter().take(24).map(u64::to_string).collect();
    page.raw("<svg class=\"hours\" viewBox=\"0 0 96 24\" role=\"img\"");
    page.attr(
        "aria-label",
        &format!("contacts by hour from 0: {}", words.join(", ")),
    );
    page.raw("><path d=\"M0 23.5H96\"/>");
    for (hour, count) in hours.iter().take(24).enumerate() {
        let height = (count * 22).div_ceil(most);
        if height > 0 {
            page.raw("<rect width=\"3\"")
                .attr("x", &(hour * 4).to_string());
            page.attr("y", &(23 - height).to_string())
                .attr("height", &height.to_string())
                .raw("/>");
        }
    }
    page.raw("</svg>");
}

fn slip(page: &mut Page, case: &CaseFile, receipt: &ReceiptLine) {
    page.raw("<div class=\"slip\"><h4>");
    if let Some(document) = case.documents.get(receipt.document) {
        page.raw("<a href=\"#d")
            .num(receipt.document + 1)
            .raw("\">")
            .text(&document.name)
            .raw("</a>");
    }
    page.raw("</h4><p><b>")
        .num(receipt.rows)
        .raw("</b> rows in = <b>")
        .num(receipt.kept);
    page.raw("</b> kept + <b>")
        .num(receipt.refused)
        .raw("</b> rejected. ");
    page.text(&span_of_time(receipt.seconds_in))
        .raw(" of talk in = ");
    page.text(&span_of_time(receipt.seconds_kept))
        .raw(" kept + ");
    page.text(&span_of_time(receipt.seconds_rejected))
        .raw(" rejected. ");
    page.raw(if receipt.adds_up {
        "<b class=\"ok\">Both sides add up.</b>"
    } else {
        "<b class=\"warn\">The two sides do not add up: do not rely on this import.</b>"
    });
    page.raw("</p><p>Times read in zone ")
        .text(&receipt.zone)
        .raw("; numbers read in region ");
    page.text(&receipt.region)
        .raw("; rows with partly hidden numbers: ")
        .num(receipt.masked);
    page.raw(".</p><p>Rows by hour in ");
    hours(page, &receipt.hours);
    page.raw(" and kept ");
    hours(page, &receipt.hours_kept);
    page.raw("</p>");
    if !receipt.rejected.is_empty() {
        page.raw("<details><summary>Rejected rows</summary><ul>");
        for (row, why) in &receipt.rejected {
            page.raw("<li>row ")
                .num(row)
                .raw(": ")
                .text(why)
                .raw("</li>");
        }
        page.raw("</ul>");
        if receipt.refused > receipt.rejected.len() {
            page.raw("<p>The first ")
                .num(receipt.rejected.len())
                .raw("; the custody log holds all.</p>");
        }
        page.raw("</details>");
    }
    page.raw("</div>\n");
}
