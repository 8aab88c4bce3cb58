//! Profiles of the main numbers, and whom they have in common.

use super::{bars, users};
use crate::casefile::{HeldLine, ProfileLine, RecordLines};
use crate::report::page::Page;
use crate::report::parts::{rests, span_of_time};

/// The main numbers.
pub(super) fn profiles(page: &mut Page, records: &RecordLines) {
    page.raw("<h3>The main numbers</h3><p class=\"note\">Those that people of whom a role is claimed are said to use, then the busiest.</p>");
    for line in &records.profiles {
        profile(page, line);
    }
}

fn profile(page: &mut Page, line: &ProfileLine) {
    page.raw("<details class=\"number\"><summary><b>")
        .text(&line.number)
        .raw("</b>");
    if line.name.protected {
        page.raw(" ").text(&line.name.text);
    }
    page.raw(" \u{b7} ")
        .num(line.contacts)
        .raw(" contacts, ")
        .num(line.outgoing)
        .raw(" of them begun by it, ");
    page.text(&span_of_time(line.seconds))
        .raw(" of talk</summary><p>");
    page.raw("This number is ");
    users(page, &line.users);
    page.raw(". First contact ")
        .text(&line.first)
        .raw(", last ")
        .text(&line.last);
    page.raw(".</p><p>By hour, 0 to 23 ");
    bars(page, "contacts by hour from 0", &line.hours);
    page.raw(" and by weekday, from Monday ");
    bars(page, "contacts by weekday from Monday", &line.weekdays);
    page.raw("</p>");
    held(page, "In contact with", &line.partners, line.partners_more);
    held(page, "Served by cell", &line.cells, line.cells_more);
    held(page, "Used in handset (IMEI)", &line.handsets, 0);
    held(page, "Used with SIM (IMSI)", &line.sims, 0);
    if line.silences.is_empty() {
        page.raw("<p>Never silent for three days or more.</p>");
    } else {
        page.raw("<p>Silent: ");
        for (at, silence) in line.silences.iter().enumerate() {
            page.raw(if at > 0 { "; " } else { "" });
            page.num(silence.hours / 24)
                .raw(" days, ")
                .text(&silence.from)
                .raw(" to ")
                .text(&silence.until)
                .raw(" ");
            rests(page, &silence.rests);
        }
        page.raw(".</p>");
    }
    page.raw("</details>\n");
}

/// What stands beside a number, as a table.
fn held(page: &mut Page, head: &'static str, lines: &[HeldLine], more: usize) {
    if lines.is_empty() {
        return;
    }
    page.raw("<table class=\"held\"><thead><tr><th scope=\"col\">")
        .raw(head);
    page.raw("</th><th scope=\"col\" class=\"n\">Contacts</th><th scope=\"col\">First</th><th scope=\"col\">Last</th><th scope=\"col\">Rests on</th></tr></thead><tbody>\n");
    for line in lines {
        page.raw("<tr><th scope=\"row\">")
            .text(&line.what)
            .raw("</th><td class=\"n\">")
            .num(line.contacts);
        page.raw("</td><td>")
            .text(&line.first)
            .raw("</td><td>")
            .text(&line.last)
            .raw("</td><td>");
        rests(page, &line.rests);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    if more > 0 {
        page.raw("<p class=\"note\">and ")
            .num(more)
            .raw(" more</p>");
    }
}

/// Numbers that several main numbers are in contact with.
pub(super) fn common(page: &mut Page, records: &RecordLines) {
    page.raw("<h3>Contacts in common</h3><p class=\"note\">Numbers that at least two of the main numbers are in contact with, the rarest first: one that everybody calls ties nobody. What the main numbers have with each other stands in their profiles.</p>");
    if records.common.is_empty() {
        page.raw("<p>None.</p>");
        return;
    }
    page.table(
        "common",
        &["Number", "#Its contacts in all", "With main numbers"],
    );
    for line in &records.common {
        page.raw("<tr><th scope=\"row\">")
            .text(&line.number)
            .raw("</th><td class=\"n\">")
            .num(line.others)
            .raw("</td><td>");
        for with in &line.with {
            page.raw("<div>")
                .text(&with.what)
                .raw(": ")
                .num(with.contacts)
                .raw(" times, ");
            page.text(&with.first).raw(" to ").text(&with.last).raw(" ");
            rests(page, &with.rests);
            page.raw("</div>");
        }
        page.raw("</td></tr>\n");
    }
    page.end_table();
    if records.common_more > 0 {
        page.raw("<p class=\"note\">and ")
            .num(records.common_more)
            .raw(" more</p>");
    }
}
