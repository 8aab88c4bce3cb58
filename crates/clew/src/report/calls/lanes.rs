//! Handsets and SIMs over time, drawn as lanes.

use crate::casefile::{LaneGroup, LaneLine, RecordLines};
use crate::report::page::Page;
use crate::report::parts::rests;

/// Handsets with several SIMs, and SIMs in several handsets.
pub(super) fn lanes(page: &mut Page, records: &RecordLines) {
    page.raw("<h3>Handsets and SIMs over time</h3><p class=\"note\">Only where something changed: a handset (IMEI) in which several SIMs (IMSI) or numbers were used, a SIM that was used in several handsets. A stroke is a day with contacts. A handset can be lent, sold or shared.</p>");
    if records.lanes.is_empty() {
        page.raw("<p>The records name no handset in which a SIM changed, and no SIM that changed its handset.</p>");
        return;
    }
    page.raw("<table class=\"lanes\"><thead><tr><th scope=\"col\">What stayed, what changed</th><th scope=\"col\">");
    scale(page, records);
    page.raw("</th><th scope=\"col\">Rests on</th></tr></thead><tbody>\n");
    for group in &records.lanes {
        self::group(page, records, group);
    }
    page.end_table();
    if records.lanes_more > 0 {
        page.raw("<p class=\"note\">and ")
            .num(records.lanes_more)
            .raw(" more handsets and SIMs that changed</p>");
    }
}

fn group(page: &mut Page, records: &RecordLines, group: &LaneGroup) {
    page.raw("<tr class=\"stayed\"><th scope=\"rowgroup\" colspan=\"3\">");
    page.raw(if group.what == "handset" {
        "Handset "
    } else {
        "SIM "
    })
    .text(&group.code);
    page.raw(" <span class=\"small\">with ")
        .num(group.lanes.len());
    page.raw(if group.what == "handset" {
        " SIMs or numbers: "
    } else {
        " handsets: "
    });
    page.raw(group.how).raw("</span></th></tr>\n");
    for lane in &group.lanes {
        page.raw("<tr><th scope=\"row\">");
        page.raw(if group.what == "handset" {
            "SIM "
        } else {
            "handset "
        })
        .text(&lane.other);
        page.raw("<div class=\"small\">number ")
            .text(&lane.number)
            .raw("</div></th><td>");
        strokes(page, records, lane);
        page.raw("<div class=\"small\">")
            .text(&lane.first)
            .raw(" to ")
            .text(&lane.last)
            .raw(", ");
        page.count(lane.contacts, "row", "rows")
            .raw("</div></td><td>");
        rests(page, &lane.rests);
        page.raw("</td></tr>\n");
    }
}

/// The months of the scale.
fn scale(page: &mut Page, records: &RecordLines) {
    page.raw("<svg class=\"scale\" viewBox=\"0 0 1000 34\" role=\"img\"");
    page.attr(
        "aria-label",
        &format!("from {} to {}", records.span.0, records.span.1),
    );
    page.raw(">");
    for (at, month) in &records.scale {
        page.raw("<path")
            .attr("d", &format!("M{at} 22V34"))
            .raw("/>");
        // A month that begins at the very end has no room for its name.
        if *at > 930 {
            continue;
        }
        page.raw("<text y=\"18\" font-size=\"20\"")
            .attr("x", &at.to_string())
            .raw(">")
            .text(month)
            .raw("</text>");
    }
    page.raw("</svg>");
}

/// One lane: a band from its first to its last day, and a stroke for each day with contacts.
fn strokes(page: &mut Page, records: &RecordLines, lane: &LaneLine) {
    page.raw(
        "<svg class=\"lane\" viewBox=\"0 0 1000 30\" preserveAspectRatio=\"none\" role=\"img\"",
    );
    page.attr(
        "aria-label",
        &format!(
            "{} days with contacts, {} to {}",
            lane.ticks.len(),
            lane.first,
            lane.last
        ),
    );
    page.raw(">");
    for (at, _) in &records.scale {
        page.raw("<path class=\"month\"")
            .attr("d", &format!("M{at} 0V30"))
            .raw("/>");
    }
    if let (Some(first), Some(last)) = (lane.ticks.first(), lane.ticks.last()) {
        page.raw("<rect class=\"life\" y=\"11\" height=\"8\"")
            .attr("x", &first.to_string());
        page.attr("width", &(last - first + 6).to_string())
            .raw("/>");
    }
    for at in &lane.ticks {
        page.raw("<rect class=\"day\" y=\"4\" width=\"6\" height=\"22\"")
            .attr("x", &at.to_string())
            .raw("/>");
    }
    page.raw("</svg>");
}
