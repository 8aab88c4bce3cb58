//! Receipts of the imports: everything that went in is kept or listed as rejected.

use super::bars;
use crate::casefile::{CaseFile, ReceiptLine};
use crate::report::page::Page;
use crate::report::parts::span_of_time;

/// All receipts.
pub(super) fn receipts(page: &mut Page, case: &CaseFile) {
    page.raw("<h3>Import receipts</h3><p class=\"note\">Everything that went in is either kept or listed as rejected.</p>");
    for receipt in &case.receipts {
        slip(page, case, receipt);
    }
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
    bars(page, "contacts by hour from 0", &receipt.hours);
    page.raw(" and kept ");
    bars(page, "contacts by hour from 0", &receipt.hours_kept);
    page.raw("</p>");
    if !receipt.remarks.is_empty() {
        page.raw("<p>Remarks on rows:</p><ul>");
        for remark in &receipt.remarks {
            page.raw("<li>").text(remark).raw("</li>");
        }
        page.raw("</ul>");
    }
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
