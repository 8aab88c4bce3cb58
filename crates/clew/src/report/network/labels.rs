//! Labels of a picture: each where it covers least.

use super::marks::radius;
use super::picture::{Picture, SMALL, WIDE};
use crate::report::page::Page;
use std::collections::BTreeSet;

/// Most nodes that are named in a small picture.
const NAMED: usize = 8;

impl Picture<'_> {
    /// Small boxes along the links between drawn nodes, which labels should not cover.
    fn strokes(&self, live: &BTreeSet<usize>) -> Vec<[f64; 4]> {
        let links = self.case.layers.iter().flat_map(|layer| &layer.links);
        let mut boxes = Vec::new();
        for link in links.filter(|link| live.contains(&link.from) && live.contains(&link.to)) {
            let (Some(a), Some(b)) = (self.at.get(&link.from), self.at.get(&link.to)) else {
                continue;
            };
            for step in 1..10 {
                let share = f64::from(step) / 10.0;
                let (x, y) = (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
                boxes.push([x - 5.0, y - 5.0, x + 5.0, y + 5.0]);
            }
        }
        boxes
    }

    /// Labels: for each node the side where it covers least.
    pub(super) fn labels(&self, page: &mut Page, live: &BTreeSet<usize>, small: bool) {
        let size = if small { 34.0 } else { 15.0 };
        let scale = if small { SMALL } else { 1.0 };
        let mut taken: Vec<[f64; 4]> = self
            .at
            .values()
            .map(|(x, y)| [x - 9.0, y - 9.0, x + 9.0, y + 9.0])
            .collect();
        taken.extend(self.strokes(live));
        let mut nodes: Vec<usize> = self
            .at
            .keys()
            .copied()
            .filter(|node| live.contains(node))
            .collect();
        nodes.sort_by_key(|node| (std::cmp::Reverse(self.case.nodes[*node].degree), *node));
        if small {
            nodes.truncate(NAMED);
        }
        for node in nodes {
            let name = &self.case.nodes[node].name;
            // A pseudonym is known by its number; the reasons stand in the large picture.
            let short = name
                .text
                .split_once(',')
                .filter(|_| small && name.protected);
            let text = short.map_or_else(|| name.text.clone(), |(head, _)| format!("{head}]"));
            let label = label(&text, if small { 22 } else { 30 });
            let letters = u32::try_from(label.chars().count()).map_or(30.0, f64::from);
            let (wide, tall) = (letters * size * 0.57, size * 1.05);
            let (x, y) = self.at[&node];
            let away = radius(&self.case.nodes[node]) * scale + 3.0;
            let sides = [
                (x + away, y - tall / 2.0),
                (x - away - wide, y - tall / 2.0),
                (x - wide / 2.0, y - away - tall),
                (x - wide / 2.0, y + away),
                (x + away * 0.7, y + away * 0.5),
                (x + away * 0.7, y - away * 0.5 - tall),
                (x - away * 0.7 - wide, y + away * 0.5),
                (x - away * 0.7 - wide, y - away * 0.5 - tall),
            ];
            let boxes = sides.map(|(left, top)| [left, top, left + wide, top + tall]);
            let cost = |place: &[f64; 4]| {
                let covered: f64 = taken.iter().map(|other| shared(place, other)).sum();
                let edge = [0.0, 0.0, WIDE, self.tall];
                let outside = (wide * tall - shared(place, &edge)).max(0.0);
                covered + outside * 4.0
            };
            let best = boxes
                .iter()
                .min_by(|a, b| cost(a).total_cmp(&cost(b)))
                .copied();
            let Some(place) = best else { continue };
            taken.push(place);
            page.raw("<text class=\"label\"")
                .attr("x", &format!("{:.1}", place[0]));
            page.attr("y", &format!("{:.1}", place[3] - size * 0.25));
            page.attr("font-size", &format!("{size}")).raw(">");
            page.text(&label).raw("</text>");
        }
    }
}

/// The area two boxes share.
fn shared(a: &[f64; 4], b: &[f64; 4]) -> f64 {
    let wide = (a[2].min(b[2]) - a[0].max(b[0])).max(0.0);
    wide * (a[3].min(b[3]) - a[1].max(b[1])).max(0.0)
}

/// A name that fits a picture.
fn label(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let cut: String = name.chars().take(most - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}
