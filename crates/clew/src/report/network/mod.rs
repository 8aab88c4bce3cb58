//! The network: a picture of all layers, one of each layer and one of each month, the links and the positions.

mod labels;
mod legend;
mod marks;
mod months;
mod picture;
mod tables;

pub(super) use tables::end_of;

use super::page::Page;
use super::parts::plain;
use crate::casefile::CaseFile;
use picture::{Picture, Scene};

/// Pictures, links by layer, positions.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("network", "Network");
    if case.layers.is_empty() {
        page.raw("<p>No two people, organisations or numbers are tied in the evidence.</p>");
        page.end_section();
        return;
    }
    page.raw("<p class=\"note\">Every line rests on the claims or contacts listed under it. A line says that sources or records tie two, not that the tie is a crime. The pictures are drawn from a fixed seed: the same case is drawn the same, and everybody stands in the same place in every picture.</p>");
    let picture = Picture::of(case);
    if !picture.at.is_empty() {
        whole(page, case, &picture);
        layers(page, case, &picture);
        months::pictures(page, case, &picture);
    }
    for layer in &case.layers {
        tables::links(page, case, layer);
    }
    tables::standing(page, case);
    page.end_section();
}

/// All layers in one picture, with the legend of all pictures.
fn whole(page: &mut Page, case: &CaseFile, picture: &Picture<'_>) {
    let words = "Network, all layers; every link is listed in the tables below";
    let scene = Scene::of(case.layers.iter(), |_, _| true, words.to_owned(), false);
    page.raw("<figure>");
    picture.draw(page, &scene);
    legend::legend(page, case);
    page.raw("<figcaption>All layers. ")
        .num(picture.at.len())
        .raw(" of ");
    page.num(case.nodes.len()).raw(" ends of links are drawn");
    if picture.at.len() < case.nodes.len() {
        page.raw(": persons, organisations and groups with most ties, and the busiest numbers; the others stand in the tables");
    }
    page.raw(".</figcaption></figure>");
}

/// One picture of each layer.
fn layers(page: &mut Page, case: &CaseFile, picture: &Picture<'_>) {
    if case.layers.len() < 2 {
        return;
    }
    page.raw("<h3>By layer</h3><div class=\"small-multiples\">");
    for layer in &case.layers {
        let words = format!("Network, layer {}", plain(layer.layer));
        let scene = Scene::of(std::iter::once(layer), |_, _| true, words, true);
        page.raw("<figure>");
        picture.draw(page, &scene);
        page.raw("<figcaption>").text(&plain(layer.layer)).raw(": ");
        page.count(layer.links.len(), "link", "links")
            .raw("</figcaption></figure>");
    }
    page.raw("</div>");
}
