//! The marks of a picture: lines, arrows, crosses, nodes.

use super::picture::Picture;
use crate::casefile::{LayerLines, LinkLine, NodeLine};
use crate::report::page::Page;
use crate::report::parts::plain;

impl Picture<'_> {
    /// The links of one pair in one layer: a bow where other layers tie the same two.
    pub(super) fn line(
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
}

/// Whether a link is only reported, claimed, alleged or weaker, and no contact shows it.
pub(super) fn is_dashed(link: &LinkLine) -> bool {
    let sure = matches!(link.certainty, None | Some("confirmed" | "stated"));
    link.alleged || (link.contacts == 0 && !sure)
}

/// Radius of a node, by the number of its ties.
pub(super) fn radius(node: &NodeLine) -> f64 {
    let degree = u32::try_from(node.degree.min(400)).map_or(1.0, f64::from);
    5.0 + degree.sqrt() * 1.6
}

/// A node: circle for a person, square for a body, diamond for a number; open where protected.
pub(super) fn glyph(page: &mut Page, node: &NodeLine, (x, y): (f64, f64), live: bool, scale: f64) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_said_or_recorded_is_solid() {
        let link = |certainty, contacts, alleged| LinkLine {
            certainty,
            alleged,
            contacts,
            ..LinkLine::default()
        };
        assert!(!is_dashed(&link(None, 3, false)));
        assert!(!is_dashed(&link(Some("confirmed"), 0, false)));
        assert!(!is_dashed(&link(Some("stated"), 0, false)));
        assert!(!is_dashed(&link(Some("alleged"), 2, false)));
        for weak in ["reported", "claimed", "alleged", "believed", "possible"] {
            assert!(is_dashed(&link(Some(weak), 0, false)));
        }
        assert!(is_dashed(&link(Some("alleged"), 0, true)));
    }
}
