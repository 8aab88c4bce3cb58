//! The network as `GraphML` (Brandes et al., <http://graphml.graphdrawing.org>), for other programs.

use model::{Entity, EntityId, Link, Network};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Attributes: identifier, whether of a node or an edge, name, type.
const KEYS: [(&str, &str, &str, &str); 11] = [
    ("kind", "node", "kind", "string"),
    ("label", "node", "label", "string"),
    ("roles", "node", "roles", "string"),
    ("layer", "edge", "layer", "string"),
    ("weight", "edge", "weight", "long"),
    ("certainty", "edge", "certainty", "string"),
    ("alleged", "edge", "alleged_only", "boolean"),
    ("denied", "edge", "denied", "boolean"),
    ("directed", "edge", "directed", "boolean"),
    ("first", "edge", "first", "string"),
    ("last", "edge", "last", "string"),
];

/// Writes the network. `names` gives the label of each node, so that the caller can mask protected persons.
///
/// Nodes are all entities at the end of a link, in the order of their identifiers; an end that is not among
/// `entities` is written without kind. Times are ISO 8601; what is not known is left out.
pub fn graphml(
    network: &Network,
    entities: &[Entity],
    names: impl Fn(&EntityId) -> String,
) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    for (id, of, name, kind) in KEYS {
        let line = format!(
            "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"
        );
        xml.push_str(&line);
    }
    xml.push_str("  <graph id=\"clew\" edgedefault=\"directed\">\n");
    let known: BTreeMap<&EntityId, &Entity> = entities.iter().map(|e| (&e.id, e)).collect();
    let ends: BTreeSet<&EntityId> = network
        .links
        .iter()
        .flat_map(|link| [&link.from, &link.to])
        .collect();
    for id in ends {
        node(&mut xml, id, known.get(id).copied(), &names(id));
    }
    for link in &network.links {
        edge(&mut xml, link);
    }
    xml.push_str("  </graph>\n</graphml>\n");
    xml
}

fn node(xml: &mut String, id: &EntityId, entity: Option<&Entity>, name: &str) {
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(xml, "    <node id=\"{}\">", escape(id.as_str()));
    data(xml, "label", name);
    if let Some(entity) = entity {
        data(xml, "kind", entity.kind.as_str());
        let roles: BTreeSet<&str> = entity.roles.iter().map(|held| held.role.as_str()).collect();
        if !roles.is_empty() {
            data(
                xml,
                "roles",
                &roles.into_iter().collect::<Vec<_>>().join(" "),
            );
        }
    }
    xml.push_str("    </node>\n");
}

fn edge(xml: &mut String, link: &Link) {
    let directed = link.layer.is_directed();
    let _ = writeln!(
        xml,
        "    <edge id=\"{}\" source=\"{}\" target=\"{}\" directed=\"{directed}\">",
        escape(link.id.as_str()),
        escape(link.from.as_str()),
        escape(link.to.as_str()),
    );
    data(xml, "layer", link.layer.as_str());
    data(xml, "weight", &link.weight.to_string());
    if let Some(certainty) = link.certainty {
        data(xml, "certainty", certainty.as_str());
    }
    data(xml, "alleged", &link.alleged_only.to_string());
    data(xml, "denied", &link.denied.to_string());
    data(xml, "directed", &directed.to_string());
    if let Some(first) = &link.interval.first {
        data(xml, "first", first);
    }
    if let Some(last) = &link.interval.last {
        data(xml, "last", last);
    }
    xml.push_str("    </edge>\n");
}

fn data(xml: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "      <data key=\"{key}\">{}</data>", escape(value));
}

/// Text for XML 1.0: markup escaped, characters that XML does not allow left out.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => {
                safe.push(letter);
            }
            _ => {}
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_and_control_characters_do_no_harm() {
        assert_eq!(
            escape("a<b>&\"'\u{0}\u{b}c"),
            "a&lt;b&gt;&amp;&quot;&apos;c"
        );
    }
}
