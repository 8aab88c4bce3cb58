//! The network month by month, in the places of the large picture.

use super::picture::{Picture, Scene};
use crate::casefile::{CaseFile, LayerLines, LinkLine};
use crate::report::page::Page;
use crate::report::parts::plain;
use std::collections::{BTreeMap, BTreeSet};

/// Most months that are drawn; a longer time is drawn year by year.
const MONTHS: usize = 24;

/// A picture of each month, how many links of which layer it has, and what has no month.
pub(super) fn pictures(page: &mut Page, case: &CaseFile, picture: &Picture<'_>) {
    let all = || case.layers.iter().flat_map(|layer| &layer.links);
    let months: BTreeSet<&str> = all()
        .flat_map(|link| &link.months)
        .map(String::as_str)
        .collect();
    let long = if months.len() > MONTHS { 4 } else { 7 };
    let steps: BTreeSet<&str> = months
        .iter()
        .filter_map(|month| month.get(..long))
        .collect();
    if steps.is_empty() {
        page.raw("<p class=\"note\">No tie has a month: no contact has a time, and no claim under a tie speaks of a month.</p>");
        return;
    }
    page.raw(if long == 4 {
        "<h3>By year</h3>"
    } else {
        "<h3>By month</h3>"
    });
    page.raw("<p class=\"note\">A tie is drawn in every month in which a contact falls or of which a claim under it speaks. When something was published is not when it was, and counts for nothing here. Who uses a number has no month of its own and is drawn wherever that number is active.</p>");
    let mut counts: Vec<(&str, BTreeMap<&str, usize>)> = Vec::new();
    page.raw("<div class=\"small-multiples\">");
    for step in steps {
        let scene = of(case, step);
        page.raw("<figure>");
        picture.draw(page, &scene);
        page.raw("<figcaption>").text(step).raw(": ");
        page.count(scene.len(), "link", "links")
            .raw("</figcaption></figure>");
        let by = scene
            .links
            .iter()
            .map(|(layer, links)| (layer.layer, links.len()));
        counts.push((step, by.collect()));
    }
    page.raw("</div>");
    table(page, case, &counts);
    let without = all().filter(|link| link.months.is_empty()).count();
    if without > 0 {
        page.raw("<p class=\"note\">")
            .count(without, "link has", "links have")
            .raw(" no month: the claims under them speak of no time, or of a year only. They stand in the pictures by layer.</p>");
    }
}

/// What is tied in a month (or year).
fn of<'a>(case: &'a CaseFile, step: &str) -> Scene<'a> {
    let dated = |link: &LinkLine| link.months.iter().any(|month| month.starts_with(step));
    let active: BTreeSet<usize> = case
        .layers
        .iter()
        .flat_map(|layer| &layer.links)
        .filter(|link| link.contacts > 0 && dated(link))
        .flat_map(|link| [link.from, link.to])
        .collect();
    let used = |layer: &LayerLines, link: &LinkLine| {
        layer.layer == "uses" && (active.contains(&link.from) || active.contains(&link.to))
    };
    Scene::of(
        case.layers.iter(),
        |layer, link| dated(link) || used(layer, link),
        format!("Network in {step}"),
        true,
    )
}

/// Links by month and layer, in figures.
fn table(page: &mut Page, case: &CaseFile, counts: &[(&str, BTreeMap<&str, usize>)]) {
    page.raw("<table class=\"months\"><thead><tr><th scope=\"col\">Links in</th>");
    for layer in &case.layers {
        page.raw("<th scope=\"col\" class=\"n\">")
            .text(&plain(layer.layer))
            .raw("</th>");
    }
    page.raw("</tr></thead><tbody>\n");
    for (step, by) in counts {
        page.raw("<tr><th scope=\"row\">").text(step).raw("</th>");
        for layer in &case.layers {
            page.raw("<td class=\"n\">");
            match by.get(layer.layer) {
                Some(count) => page.num(count),
                None => page.raw("\u{2013}"),
            };
            page.raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.end_table();
}
