//! Who was in contact after days of which claims speak.

use crate::casefile::{AfterLine, RecordLines};
use crate::report::page::Page;
use crate::report::parts::{cite, rests};
use crate::report::timeline::shorten;

/// Days, and who was in contact on them more than on others.
pub(super) fn after(page: &mut Page, records: &RecordLines) {
    page.raw("<h3>Who was in contact after an event</h3><p class=\"note\">The days of which most claims speak, and the day after each, against the same two days from every other day of the records on. Listed are pairs who had as many contacts on at most one other in ten. With many pairs and days some are listed by chance; being in contact after an event is not taking part in it.</p>");
    if records.after.is_empty() {
        page.raw("<p>No claim speaks of a day that the records cover.</p>");
    }
    for line in &records.after {
        day(page, line);
    }
}

fn day(page: &mut Page, line: &AfterLine) {
    page.raw("<div class=\"slip\"><h4>")
        .text(&line.day)
        .raw("</h4><ul class=\"said\">");
    for (words, step) in &line.said {
        page.raw("<li>").text(&shorten(words)).raw(" ");
        cite(page, step);
        page.raw("</li>");
    }
    page.raw("</ul>");
    if line.more > 0 {
        page.raw("<p class=\"meta\">and ")
            .count(line.more, "more claim", "more claims")
            .raw(" speaking of this day</p>");
    }
    page.raw("<p>")
        .num(line.contacts)
        .raw(" contacts on this day and the next; ")
        .text(&line.usual);
    page.raw(" on the mean of ")
        .num(line.days)
        .raw(" others. ")
        .count(line.in_contact, "pair was", "pairs were")
        .raw(" in contact.</p>");
    if line.pairs.is_empty() {
        page.raw("<p>No pair was in contact more than usual.</p></div>\n");
        return;
    }
    page.table(
        "after",
        &[
            "Who with whom",
            "#Contacts",
            "First",
            "#Mean of other days",
            "As many or more on",
            "Rests on",
        ],
    );
    for pair in &line.pairs {
        page.raw("<tr><th scope=\"row\">")
            .text(&pair.from)
            .raw(" \u{2192} ")
            .text(&pair.to)
            .raw("</th><td class=\"n\">");
        page.num(pair.contacts)
            .raw("</td><td>")
            .text(&pair.first)
            .raw("</td><td class=\"n\">")
            .text(&pair.usual);
        page.raw("</td><td>")
            .num(pair.as_many)
            .raw(" of ")
            .num(line.days)
            .raw(" other days</td><td>");
        rests(page, &pair.rests);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    page.raw("</div>\n");
}
