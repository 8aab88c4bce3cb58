//! Who moved together, with the base rate.

use crate::casefile::{CompanyLine, RecordLines};
use crate::report::page::Page;
use crate::report::parts::rests;

/// Groups, or that there are none; the base rate in either case.
pub(super) fn company(page: &mut Page, records: &RecordLines) {
    let found = &records.company;
    page.raw("<h3>Numbers that moved together</h3><p class=\"note\">Numbers that the same cells served within ").num(found.within);
    page.raw(" minutes of each other, at three or more separate times, on several days and at several cells. The base rate is their own: each keeps its cells and hours, and the days of one are shifted against the other\u{2019}s in every way there is. Cells at which both are on many days anyway, and contacts with each other, do not count. One person with two phones, a family or colleagues on one route look the same.</p><p>");
    if found.compared == 0 {
        page.raw("No two numbers could be compared: it takes a week of common days and two cells in common.</p>");
        return;
    }
    page.count(found.compared, "pair", "pairs")
        .raw(" compared. ");
    if found.left_out > 0 {
        page.num(found.left_out)
            .raw(" more were not: the records are too many. ");
    }
    match found.least {
        Some(least) => {
            page.raw("Listed are pairs with ")
                .num(least)
                .raw(" events or more, and groups of such pairs. By chance alone ");
            page.text(&found.by_chance)
                .raw(" pairs would be listed, the mean over all shifts.</p>");
        }
        None if found.met == 0 => {
            page.raw("<b>None is listed</b>: no pair has more events than its habits explain.</p>");
        }
        None => {
            page.count(found.met, "pair has", "pairs have")
                .raw(" more events than their habits explain, but by chance alone ");
            page.text(&found.by_chance)
                .raw(" would. <b>They cannot be told from chance, and none is listed.</b></p>");
        }
    }
    for group in &found.groups {
        self::group(page, group, found.within);
    }
    if found.more > 0 {
        page.raw("<p class=\"note\">and ")
            .num(found.more)
            .raw(" more</p>");
    }
}

fn group(page: &mut Page, group: &CompanyLine, within: i64) {
    page.raw("<div class=\"slip\"><h4>")
        .text(&group.numbers.join(", "))
        .raw("</h4><p>");
    page.num(group.events.len() + group.events_more)
        .raw(" times on ")
        .num(group.days);
    page.raw(" days served by the same cell within ")
        .num(within)
        .raw(" minutes, at ")
        .num(group.cells);
    page.raw(" cells; ")
        .text(&group.usual)
        .raw(" would be usual. Under ")
        .num(group.as_many)
        .raw(" of ")
        .num(group.shifts);
    page.raw(" other shifts of the days there were as many. With each other they had ")
        .num(group.between)
        .raw(" contacts.</p>");
    page.table(
        "company",
        &["Served by cell", "From", "To", "#Contacts", "Rests on"],
    );
    for event in &group.events {
        page.raw("<tr><th scope=\"row\">")
            .text(&event.what)
            .raw("</th><td>")
            .text(&event.first)
            .raw("</td><td>");
        page.text(&event.last)
            .raw("</td><td class=\"n\">")
            .num(event.contacts)
            .raw("</td><td>");
        rests(page, &event.rests);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    if group.events_more > 0 {
        page.raw("<p class=\"note\">and ")
            .num(group.events_more)
            .raw(" more times</p>");
    }
    page.raw("</div>\n");
}
