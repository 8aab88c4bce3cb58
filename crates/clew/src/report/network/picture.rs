//! Whom a picture shows and where: one layout for all pictures of a page, so that everybody stays in his place.

use super::marks::glyph;
use crate::casefile::{CaseFile, LayerLines, LinkLine};
use crate::report::layout::packed;
use crate::report::page::Page;
use std::collections::{BTreeMap, BTreeSet};

/// Most nodes that are drawn.
const DRAWN: usize = 60;
/// Most numbers among them, where others are tied too.
const NUMBERS: usize = 24;
/// How much larger nodes are in the small pictures, so that they can be seen.
pub(super) const SMALL: f64 = 2.0;
/// Size of the large picture.
pub(super) const WIDE: f64 = 1000.0;
/// Margin for labels at the sides, and above and below.
const MARGIN: (f64, f64) = (110.0, 36.0);

/// What is drawn: the chosen nodes with their places.
pub(super) struct Picture<'a> {
    pub(super) case: &'a CaseFile,
    /// Index of the node in the case file, where it is drawn.
    pub(super) at: BTreeMap<usize, (f64, f64)>,
    pub(super) tall: f64,
}

/// The links that one picture shows, by layer.
pub(super) struct Scene<'a> {
    pub(super) links: Vec<(&'a LayerLines, Vec<&'a LinkLine>)>,
    /// What it shows, for those who do not see it.
    pub(super) words: String,
    pub(super) small: bool,
}

impl<'a> Scene<'a> {
    /// The links of these layers that are wanted; a layer without any is left out.
    pub(super) fn of(
        layers: impl Iterator<Item = &'a LayerLines>,
        wanted: impl Fn(&LayerLines, &LinkLine) -> bool,
        words: String,
        small: bool,
    ) -> Self {
        let links = layers.filter_map(|layer| {
            let of: Vec<&LinkLine> = layer
                .links
                .iter()
                .filter(|link| wanted(layer, link))
                .collect();
            (!of.is_empty()).then_some((layer, of))
        });
        Self {
            links: links.collect(),
            words,
            small,
        }
    }

    /// How many links it has.
    pub(super) fn len(&self) -> usize {
        self.links.iter().map(|(_, links)| links.len()).sum()
    }

    pub(super) fn scale(&self) -> f64 {
        if self.small { SMALL } else { 1.0 }
    }

    /// Who is tied in it.
    fn live(&self) -> BTreeSet<usize> {
        let links = self.links.iter().flat_map(|(_, links)| links);
        links.flat_map(|link| [link.from, link.to]).collect()
    }
}

impl<'a> Picture<'a> {
    /// Chooses the nodes and places them.
    pub(super) fn of(case: &'a CaseFile) -> Self {
        let mut ties: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for layer in &case.layers {
            let weak = layer.layer == "named_together";
            for end in layer.links.iter().flat_map(|link| [link.from, link.to]) {
                let counts = ties.entry(end).or_default();
                counts.0 += usize::from(!weak);
                counts.1 += 1;
            }
        }
        let of_kind = |phones: bool| {
            let mut nodes: Vec<usize> = ties
                .keys()
                .copied()
                .filter(|node| match case.nodes[*node].kind {
                    "phone" => phones,
                    "person" | "organisation" | "group" => !phones,
                    _ => false,
                })
                .collect();
            nodes.sort_by_key(|node| (std::cmp::Reverse(ties[node]), *node));
            nodes
        };
        // Numbers have so many ties that they would crowd out everybody else.
        let mut chosen = of_kind(false);
        chosen.truncate(DRAWN - NUMBERS);
        let mut numbers = of_kind(true);
        numbers.truncate(if chosen.is_empty() { DRAWN } else { NUMBERS });
        chosen.extend(numbers);
        chosen.sort_unstable();
        let index: BTreeMap<usize, usize> = chosen
            .iter()
            .enumerate()
            .map(|(at, node)| (*node, at))
            .collect();
        let edges: BTreeSet<(usize, usize)> = case
            .layers
            .iter()
            .flat_map(|layer| &layer.links)
            .filter_map(|link| Some((*index.get(&link.from)?, *index.get(&link.to)?)))
            .collect();
        let edges: Vec<(usize, usize)> = edges.into_iter().collect();
        let tall = if chosen.len() > 24 { 900.0 } else { 560.0 };
        let places = packed(chosen.len(), &edges);
        let at = chosen.into_iter().zip(places).map(|(node, (x, y))| {
            let place = (
                MARGIN.0 + x * (WIDE - 2.0 * MARGIN.0),
                MARGIN.1 + y * (tall - 2.0 * MARGIN.1),
            );
            (node, place)
        });
        Self {
            case,
            at: at.collect(),
            tall,
        }
    }

    /// Draws a scene; who is not tied in it stays in his place, faint.
    pub(super) fn draw(&self, page: &mut Page, scene: &Scene<'_>) {
        page.raw("<svg class=\"net\" role=\"img\"")
            .attr("viewBox", &format!("0 0 1000 {}", self.tall))
            .attr("aria-label", &scene.words)
            .raw(">");
        let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (layer, links) in &scene.links {
            // Both directions of one pair are one line with two heads.
            let mut pairs: BTreeMap<(usize, usize), Vec<&LinkLine>> = BTreeMap::new();
            for &link in links {
                let ends = (link.from.min(link.to), link.from.max(link.to));
                pairs.entry(ends).or_default().push(link);
            }
            for (ends, links) in pairs {
                let times = seen.entry(ends).or_default();
                self.line(page, layer, &links, *times, scene.scale());
                *times += 1;
            }
        }
        let live = scene.live();
        for (&node, &place) in &self.at {
            let tied = live.contains(&node);
            glyph(page, &self.case.nodes[node], place, tied, scene.scale());
        }
        self.labels(page, &live, scene.small);
        page.raw("</svg>");
    }
}
