//! The timeline: a day is a tick, a month and a year are bands.

use super::page::Page;
use super::parts::{certainty, cite};
use crate::casefile::{CaseFile, EventLine};
use model::PartialDate;

/// Width of the scale in its own units.
const WIDE: f64 = 1000.0;

/// Everything with a time, earliest possible day first.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("timeline", "Timeline");
    let days: Vec<(i64, i64)> = case.timeline.iter().filter_map(span).collect();
    let first = days.iter().map(|(first, _)| *first).min();
    let last = days.iter().map(|(_, last)| *last).max();
    let (Some(first), Some(last)) = (first, last) else {
        page.raw("<p>No document and no claim has a time.</p>")
            .end_section();
        return;
    };
    page.raw("<p class=\"note\">As exact as it was said: a day is a line, a month or a year is a band as wide as it is. The scale runs from ");
    page.text(
        &case
            .timeline
            .first()
            .map(|event| event.when.clone())
            .unwrap_or_default(),
    );
    page.raw(" on and is the same in every row.</p>");
    page.table("timeline", &["When", "On the scale", "What", "Where"]);
    let wide = to_float(last - first + 1);
    for event in &case.timeline {
        page.raw("<tr class=\"k-")
            .raw(event.kind)
            .raw("\"><th scope=\"row\">")
            .text(&event.when);
        page.raw("</th><td>");
        if let Some((from, to)) = span(event) {
            let x = to_float(from - first) / wide * WIDE;
            let width = (to_float(to - from + 1) / wide * WIDE).max(4.0);
            page.raw("<svg class=\"band\" viewBox=\"0 0 1000 40\" preserveAspectRatio=\"none\" role=\"img\"");
            page.attr("aria-label", &event.when)
                .raw("><path d=\"M0 20H1000\"/><rect y=\"6\" height=\"28\"");
            page.attr("x", &format!("{:.1}", x.min(WIDE - 4.0)))
                .attr("width", &format!("{width:.1}"));
            page.raw("/></svg>");
        }
        page.raw("</td><td>");
        match event.kind {
            "document" => page.raw("<span class=\"badge kind\">document</span> "),
            "contacts" => page.raw("<span class=\"badge kind\">records</span> "),
            _ => page,
        };
        if let Some(word) = event.certainty {
            certainty(page, word);
            page.raw(" ");
        }
        if event.denied {
            page.raw("<span class=\"badge denied\">denied by the source</span> ");
        }
        page.text(&shorten(&event.what)).raw("</td><td>");
        if let Some(step) = &event.cite {
            cite(page, step);
        }
        page.raw("</td></tr>\n");
    }
    page.end_table().end_section();
}

/// First and last day of an event, counted from a fixed day.
fn span(event: &EventLine) -> Option<(i64, i64)> {
    Some((day_number(event.first?), day_number(event.last?)))
}

/// Days since 1 March of year 0 in the Gregorian calendar (Hinnant's `days_from_civil`, shifted).
fn day_number(date: PartialDate) -> i64 {
    let (month, day) = (
        i64::from(date.month().unwrap_or(1)),
        i64::from(date.day().unwrap_or(1)),
    );
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let shifted = (month + 9) % 12;
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * shifted + 2) / 5
        + day
        - 1
}

/// Small counts of days are exact in a float.
fn to_float(days: i64) -> f64 {
    i32::try_from(days).map_or(f64::from(i32::MAX), f64::from)
}

/// Most letters of what a claim says in the timeline; the whole stands one step away.
const LETTERS: usize = 220;

/// Cuts a masked text at a word after [`LETTERS`], and says so. The beginning of a name that is cut would not be known for one
/// by the mask.
pub(super) fn shorten(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = text.char_indices().nth(LETTERS) else {
        return text;
    };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{} \u{2026}", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_days() {
        let day = |text| day_number(PartialDate::parse(text).expect("a date"));
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2023-03-01") - day("2023-02-28"), 1);
        assert_eq!(day("2025-01-01") - day("2024-01-01"), 366);
        assert_eq!(day("2001-01-01") - day("2000-12-31"), 1);
    }
}
