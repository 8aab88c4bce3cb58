//! The links by layer, and the positions of their ends.

use crate::casefile::{CaseFile, LayerLines, Name, NodeLine};
use crate::report::page::Page;
use crate::report::parts::{called, certainty, cites, plain};

/// Most links of a layer, or positions, that are listed outside a fold.
const LISTED: usize = 40;

/// All links of a layer; the weakest layer and long lists in a fold.
pub(super) fn links(page: &mut Page, case: &CaseFile, layer: &LayerLines) {
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
            None if link.contacts == 0 => {
                page.raw("not said");
            }
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
    end_of(page, &node.name, node.entity);
}

/// A name, with a step to its row where it has one.
pub(in crate::report) fn end_of(page: &mut Page, name: &Name, entity: Option<usize>) {
    match entity {
        Some(number) => {
            page.raw("<a href=\"#p").num(number).raw("\">");
            called(page, name, number);
            page.raw("</a>");
        }
        None => {
            page.text(&name.text);
        }
    }
}

/// Positions: who stands where in the material. Never roles.
pub(super) fn standing(page: &mut Page, case: &CaseFile) {
    let mut nodes: Vec<&NodeLine> = case.nodes.iter().filter(|node| node.degree > 0).collect();
    nodes.sort_by(|a, b| {
        b.betweenness
            .total_cmp(&a.betweenness)
            .then(b.degree.cmp(&a.degree))
    });
    let all = nodes.len();
    nodes.truncate(LISTED);
    page.raw("<h3>Positions</h3><p class=\"note\">Where somebody stands in the material that was handed in. A position is not a role and not guilt: switchboards, lawyers and officials stand between many. ");
    page.raw("Betweenness: share of shortest paths between others that run over it. Ranks: between which it falls in nine of ten rounds with one link in ten left out by chance and doubtful links kept by their certainty; where the ranks of two overlap, read no order into them.</p>");
    page.table(
        "positions",
        &[
            "Who",
            "Kind",
            "#Ties",
            "#Betweenness",
            "Ranks",
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
            .text(&format!("{:.3}", node.betweenness))
            .raw("</td><td>");
        match node.ranks {
            Some((best, worst)) => page.num(best).raw(" to ").num(worst),
            None => page.raw("not played: the network is large"),
        };
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
