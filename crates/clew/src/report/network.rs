//! The network: a picture of all layers, one of each, the links and the positions.

use super::layout::positions;
use super::page::Page;
use super::parts::{certainty, cites, plain};
use crate::casefile::{CaseFile, LayerLines, LinkLine, NodeLine};
use std::collections::{BTreeMap, BTreeSet};

/// Most nodes that are drawn.
const DRAWN: usize = 60;
/// Most links of a layer that are listed outside a fold.
const LISTED: usize = 40;
/// Most numbers among them, where others are tied too.
const NUMBERS: usize = 24;
/// How much larger nodes are in the small pictures, so that they can be seen.
const SMALL: f64 = 2.0;
/// Most nodes that are named in a small picture.
const NAMED: usize = 8;
/// Size of the large picture.
const WIDE: f64 = 1000.0;
/// Margin for labels at the sides, and above and below.
const MARGIN: (f64, f64) = (110.0, 36.0);

/// What is drawn: the chosen nodes with their places.
struct Picture<'a> {
    case: &'a CaseFile,
    /// Index of the node in the case file, where it is drawn.
    at: BTreeMap<usize, (f64, f64)>,
    tall: f64,
}

/// Pictures, links by layer, positions.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("network", "Network");
    if case.layers.is_empty() {
        page.raw("<p>No two people, organisations or numbers are tied in the evidence.</p>");
        page.end_section();
        return;
    }
    page.raw("<p class=\"note\">Every line rests on the claims or contacts listed under it. A line says that sources or records tie two, not that the tie is a crime. The picture is drawn from a fixed seed: the same case is drawn the same.</p>");
    let picture = Picture::of(case);
    if !picture.at.is_empty() {
        page.raw("<figure>");
        picture.draw(page, None);
        legend(page, case);
        page.raw("<figcaption>All layers. ")
            .num(picture.at.len())
            .raw(" of ");
        page.num(case.nodes.len()).raw(" ends of links are drawn");
        if picture.at.len() < case.nodes.len() {
            page.raw(": persons, organisations and groups with most ties, and the busiest numbers; the others stand in the tables");
        }
        page.raw(".</figcaption></figure>");
        if case.layers.len() > 1 {
            page.raw("<div class=\"small-multiples\">");
            for layer in &case.layers {
                page.raw("<figure>");
                picture.draw(page, Some(layer));
                page.raw("<figcaption>").text(&plain(layer.layer)).raw(": ");
                page.count(layer.links.len(), "link", "links")
                    .raw("</figcaption></figure>");
            }
            page.raw("</div>");
        }
    }
    for layer in &case.layers {
        links(page, case, layer);
    }
    standing(page, case);
    page.end_section();
}

impl<'a> Picture<'a> {
    /// Chooses the nodes and places them.
    fn of(case: &'a CaseFile) -> Self {
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
        let places = positions(chosen.len(), &edges);
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

    /// All layers, or one with the others' nodes faint.
    fn draw(&self, page: &mut Page, only: Option<&LayerLines>) {
        let layers: Vec<&LayerLines> = match only {
            Some(layer) => vec![layer],
            None => self.case.layers.iter().collect(),
        };
        page.raw("<svg class=\"net\" role=\"img\"")
            .attr("viewBox", &format!("0 0 1000 {}", self.tall));
        page.raw(" aria-label=\"Network; every link is listed in the tables below\">");
        let scale = if only.is_some() { SMALL } else { 1.0 };
        let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for layer in &layers {
            // Both directions of one pair are one line with two heads.
            let mut pairs: BTreeMap<(usize, usize), Vec<&LinkLine>> = BTreeMap::new();
            for link in &layer.links {
                let ends = (link.from.min(link.to), link.from.max(link.to));
                pairs.entry(ends).or_default().push(link);
            }
            for (ends, links) in pairs {
                let times = seen.entry(ends).or_default();
                self.line(page, layer, &links, *times, scale);
                *times += 1;
            }
        }
        let live: BTreeSet<usize> = layers
            .iter()
            .flat_map(|layer| &layer.links)
            .flat_map(|link| [link.from, link.to])
            .collect();
        for (&node, &place) in &self.at {
            glyph(
                page,
                &self.case.nodes[node],
                place,
                live.contains(&node),
                scale,
            );
        }
        self.labels(page, &live, only.is_some());
        page.raw("</svg>");
    }

    /// The links of one pair in one layer: a bow where other layers tie the same two.
    fn line(
        &self,
        page: &mut Page,
        layer: &LayerLines,
        links: &[&LinkLine],
        times: usize,
        scale: f64,
    ) {
        let Some(first) = links.first() else { return };
        let (low, high) = (first.from.min(first.to), first.from.max(first.to));
        let (Some(&a), Some(&b)) = (self.at.get(&low), self.at.get(&high)) else {
            return;
        };
        let bow = [0.0, 26.0, -26.0, 50.0, -50.0, 74.0][times.min(5)];
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = (dx * dx + dy * dy).sqrt().max(1.0);
        let bend = (
            f64::midpoint(a.0, b.0) - bow * dy / length,
            f64::midpoint(a.1, b.1) + bow * dx / length,
        );
        let denied = links.iter().any(|link| link.denied);
        page.raw("<a href=\"#")
            .text(&first.id)
            .raw("\"><path class=\"link y-")
            .raw(layer.layer);
        page.raw(if denied { " no" } else { "" });
        page.raw(if links.iter().all(|link| is_dashed(link)) {
            " dash"
        } else {
            ""
        });
        let curve = format!(
            "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            a.0, a.1, bend.0, bend.1, b.0, b.1
        );
        page.raw("\"").attr("d", &curve).raw("><title>");
        for link in links {
            page.text(&self.case.nodes[link.from].name.text);
            page.raw(if layer.directed {
                " \u{2192} "
            } else {
                " \u{2013} "
            });
            page.text(&self.case.nodes[link.to].name.text)
                .raw(": ")
                .text(&plain(layer.layer));
            page.raw(", ").num(link.weight).raw("\n");
        }
        page.raw("</title></path></a>");
        let half = (
            f64::midpoint(f64::midpoint(a.0, b.0), bend.0),
            f64::midpoint(f64::midpoint(a.1, b.1), bend.1),
        );
        if denied {
            cross(page, half, scale);
        } else if layer.directed {
            let (ux, uy) = (dx / length, dy / length);
            for link in links {
                let way = if link.from == low { 1.0 } else { -1.0 };
                // Two heads stand apart, each on the side it points to.
                let off = if links.len() > 1 {
                    8.0 * way * scale
                } else {
                    0.0
                };
                let at = (half.0 + ux * off, half.1 + uy * off);
                arrow(page, layer.layer, at, (ux * way * scale, uy * way * scale));
            }
        }
    }

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
    fn labels(&self, page: &mut Page, live: &BTreeSet<usize>, small: bool) {
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
            let label = label(
                &self.case.nodes[node].name.text,
                if small { 22 } else { 30 },
            );
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

/// Whether a link is only reported, claimed, alleged or weaker, and no contact shows it.
fn is_dashed(link: &LinkLine) -> bool {
    let sure = matches!(link.certainty, None | Some("confirmed" | "stated"));
    link.alleged || (link.contacts == 0 && !sure)
}

/// The area two boxes share.
fn shared(a: &[f64; 4], b: &[f64; 4]) -> f64 {
    let wide = (a[2].min(b[2]) - a[0].max(b[0])).max(0.0);
    wide * (a[3].min(b[3]) - a[1].max(b[1])).max(0.0)
}

/// Radius of a node, by the number of its ties.
fn radius(node: &NodeLine) -> f64 {
    let degree = u32::try_from(node.degree.min(400)).map_or(1.0, f64::from);
    5.0 + degree.sqrt() * 1.6
}

/// A name that fits a picture.
fn label(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let cut: String = name.chars().take(most - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}

/// A node: circle for a person, square for a body, diamond for a number; open where protected.
fn glyph(page: &mut Page, node: &NodeLine, (x, y): (f64, f64), live: bool, scale: f64) {
    let r = scale * if live { radius(node) } else { 3.0 };
    let class = match (live, node.name.protected) {
        (false, _) => "node faint",
        (true, true) => "node open",
        (true, false) => "node",
    };
    page.raw("<path class=\"").raw(class).raw("\"");
    let shape = match node.kind {
        "phone" => format!(
            "M{x:.1} {:.1}l{r:.1} {r:.1}l-{r:.1} {r:.1}l-{r:.1} -{r:.1}z",
            y - r
        ),
        "organisation" | "group" => {
            format!(
                "M{:.1} {:.1}h{s:.1}v{s:.1}h-{s:.1}z",
                x - r,
                y - r,
                s = 2.0 * r
            )
        }
        _ => format!(
            "M{:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {d:.1} 0a{r:.1} {r:.1} 0 1 0 -{d:.1} 0z",
            x - r,
            d = 2.0 * r
        ),
    };
    page.attr("d", &shape)
        .raw("><title>")
        .text(&node.name.text)
        .raw("</title></path>");
}

/// The cross on a link that some source denies.
fn cross(page: &mut Page, (x, y): (f64, f64), scale: f64) {
    let side = 12.0 * scale;
    let (left, top) = (x - side / 2.0, y - side / 2.0);
    let shape = format!("M{left:.1} {top:.1}l{side} {side}m0 -{side}l-{side} {side}");
    page.raw("<path class=\"cross\"")
        .attr("d", &shape)
        .raw("/>");
}

/// A small head that shows where a link goes to.
fn arrow(page: &mut Page, layer: &'static str, (x, y): (f64, f64), (dx, dy): (f64, f64)) {
    let tip = (x + dx * 7.0, y + dy * 7.0);
    let left = (x - dx * 4.0 - dy * 4.5, y - dy * 4.0 + dx * 4.5);
    let right = (x - dx * 4.0 + dy * 4.5, y - dy * 4.0 - dx * 4.5);
    page.raw("<path class=\"head y-").raw(layer).raw("\"").attr(
        "d",
        &format!(
            "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}z",
            tip.0, tip.1, left.0, left.1, right.0, right.1
        ),
    );
    page.raw("/>");
}

/// What colours, lines and shapes mean.
fn legend(page: &mut Page, case: &CaseFile) {
    page.raw("<ul class=\"legend net-legend\">");
    for layer in &case.layers {
        page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link y-");
        page.raw(layer.layer)
            .raw("\" d=\"M0 5H30\"/></svg> ")
            .text(&plain(layer.layer))
            .raw("</li>");
    }
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link\" d=\"M0 5H30\"/></svg> solid: contacts, or confirmed or stated</li>");
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link dash\" d=\"M0 5H30\"/></svg> dashed: reported, claimed, alleged or weaker only</li>");
    page.raw("<li><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"link no\" d=\"M0 5H30\"/><path class=\"cross\" d=\"M11 1l8 8m0 -8l-8 8\"/></svg> crossed: some source denies it</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><circle class=\"node\" cx=\"6\" cy=\"6\" r=\"5\"/></svg> person</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><circle class=\"node open\" cx=\"6\" cy=\"6\" r=\"5\"/></svg> protected person</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><path class=\"node\" d=\"M1 1h10v10h-10z\"/></svg> organisation or group</li>");
    page.raw("<li><svg viewBox=\"0 0 12 12\" class=\"mini\" aria-hidden=\"true\"><path class=\"node\" d=\"M6 0l6 6l-6 6l-6 -6z\"/></svg> number</li>");
    page.raw("<li>size: number of ties</li></ul>");
}

/// All links of a layer; the weakest layer and long lists in a fold.
fn links(page: &mut Page, case: &CaseFile, layer: &LayerLines) {
    let fold = layer.layer == "named_together" || layer.links.len() > LISTED;
    page.raw(if fold { "<details><summary>" } else { "<h3>" })
        .text(&plain(layer.layer))
        .raw(": ");
    page.count(layer.links.len(), "link", "links");
    page.raw(if fold { "</summary>" } else { "</h3>" });
    page.table(
        "links",
        &["From", "To", "How sure", "#Times", "When", "Rests on"],
    );
    for link in &layer.links {
        page.raw("<tr id=\"")
            .text(&link.id)
            .raw("\"><th scope=\"row\">");
        end(page, &case.nodes[link.from]);
        page.raw("</th><td>").raw(if layer.directed {
            "\u{2192} "
        } else {
            "\u{2013} "
        });
        end(page, &case.nodes[link.to]);
        page.raw("</td><td>");
        match link.certainty {
            Some(word) => certainty(page, word),
            None => {
                page.raw("records");
            }
        }
        if link.denied {
            page.raw(" <span class=\"badge denied\">denied by some source</span>");
        }
        page.raw("</td><td class=\"n\">")
            .num(link.weight)
            .raw("</td><td>")
            .text(&link.interval);
        page.raw("</td><td>");
        if link.contacts > 0 {
            page.count(link.contacts, "contact", "contacts")
                .raw(" in <a href=\"#calls\">records</a> ");
        }
        cites(page, &link.cites, link.more);
        page.raw("</td></tr>\n");
    }
    page.end_table();
    if fold {
        page.raw("</details>\n");
    }
}

/// An end of a link, with a step to the person's row.
fn end(page: &mut Page, node: &NodeLine) {
    match node.entity {
        Some(number) => {
            page.raw("<a href=\"#p")
                .num(number)
                .raw("\">")
                .text(&node.name.text)
                .raw("</a>");
        }
        None => {
            page.text(&node.name.text);
        }
    }
}

/// Positions: who stands where in the material. Never roles.
fn standing(page: &mut Page, case: &CaseFile) {
    let mut nodes: Vec<&NodeLine> = case.nodes.iter().filter(|node| node.degree > 0).collect();
    nodes.sort_by(|a, b| {
        b.betweenness
            .total_cmp(&a.betweenness)
            .then(b.degree.cmp(&a.degree))
    });
    let all = nodes.len();
    nodes.truncate(LISTED);
    page.raw("<h3>Positions</h3><p class=\"note\">Where somebody stands in the material that was handed in. A position is not a role and not guilt: switchboards, lawyers and officials stand between many. ");
    page.raw("Betweenness: share of shortest paths between others that run over it.</p>");
    page.table(
        "positions",
        &[
            "Who",
            "Kind",
            "#Ties",
            "#Betweenness",
            "#Component",
            "#Community",
        ],
    );
    for node in &nodes {
        page.raw("<tr><th scope=\"row\">");
        end(page, node);
        page.raw("</th><td>")
            .raw(node.kind)
            .raw("</td><td class=\"n\">")
            .num(node.degree);
        page.raw("</td><td class=\"n\">")
            .text(&format!("{:.3}", node.betweenness));
        page.raw("</td><td class=\"n\">")
            .num(node.component)
            .raw("</td><td class=\"n\">");
        page.num(node.community).raw("</td></tr>\n");
    }
    page.end_table();
    if all > nodes.len() {
        page.raw("<p class=\"note\">The first ")
            .num(nodes.len())
            .raw(" of ")
            .num(all)
            .raw(".</p>");
    }
}
