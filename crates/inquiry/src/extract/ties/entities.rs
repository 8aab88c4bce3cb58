//! Ties that stand in a table of `FollowTheMoney` entities: a row names the layer, how sure it is, and the identifiers of both ends.

use crate::extract::around::Scene;
use model::{BlockKind, Certainty, Format, Layer, Mention, Span, Tie};
use std::collections::BTreeMap;

/// Columns of the reader's table (`read/text/ftm.rs`).
const NAME: usize = 1;
const IDENTIFIER: usize = 2;
const LAYER: usize = 4;
const CERTAINTY: usize = 5;
const FROM: usize = 7;
const TO: usize = 9;

/// Every tie of such a table, in text order.
pub(super) fn told(scenes: &[Scene<'_>]) -> Vec<Tie> {
    let is_ftm = |scene: &Scene<'_>| scene.document.format == Format::Ftm;
    if !scenes.first().is_some_and(is_ftm) {
        return Vec::new();
    }
    let rows: Vec<_> = scenes
        .iter()
        .filter_map(|scene| Some((scene, cells(scene)?)))
        .collect();
    let mut named: BTreeMap<&str, &Mention> = BTreeMap::new();
    for (scene, cells) in &rows {
        let Some(name) = cells.get(NAME) else {
            continue;
        };
        let inside = |mention: &&Mention| name.contains(mention.place.span);
        let mention = scene.mentions.iter().find(inside);
        named.extend(at(scene, cells, IDENTIFIER).zip(mention));
    }
    let tie = |(scene, cells): &(&Scene<'_>, &[Span])| {
        Some(Tie {
            from: named.get(at(scene, cells, FROM)?)?.id.clone(),
            to: named.get(at(scene, cells, TO)?)?.id.clone(),
            layer: Layer::parse(at(scene, cells, LAYER)?)?,
            place: scene.place(scene.sentence.span),
            certainty: Certainty::parse(at(scene, cells, CERTAINTY)?)?,
            claim: None,
        })
    };
    rows.iter().filter_map(tie).collect()
}

fn cells<'a>(scene: &Scene<'a>) -> Option<&'a [Span]> {
    let part = scene.document.parts.get(scene.part)?;
    match &part.blocks.get(scene.sentence.block?)?.kind {
        BlockKind::Row { cells, .. } => Some(cells),
        _ => None,
    }
}

/// The words of a cell; `None` if it is empty.
fn at<'a>(scene: &Scene<'a>, cells: &[Span], index: usize) -> Option<&'a str> {
    let words = cells.get(index)?.of(scene.text)?;
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Block, Document, Language, MentionKind};

    #[test]
    fn schemata_say_what_is_named_and_identifiers_who_is_tied() {
        let rows = [
            "Schema\tName\tIdentifier\tProperties\tTie\tCertainty\tFrom\tFrom identifier\tTo\tTo identifier",
            "Person\tAna Ruiz\tp1\tname: Ana Ruiz",
            "Person\tAna Ruiz\tp2\tname: Ana Ruiz",
            "Company\tReiff Freight\tc\tname: Reiff Freight",
            "LegalEntity\t+34 600 111 222\tn\tname: +34 600 111 222",
            "Vessel\tMary Ellen\tv\tname: Mary Ellen",
            "Ownership\t\to\t\tcommanded\talleged\tAna Ruiz\tp2\tReiff Freight\tc",
            "Call\t\tk\t\tcalled\tstated\tReiff Freight\tc\t+34 600 111 222\tn",
        ];
        let mut document = Document::of_text("a.json", &rows.join("\n"), Language::En);
        document.format = Format::Ftm;
        let mut start = 0;
        for (index, row) in rows.iter().enumerate() {
            let mut at = start;
            let cell = |cell: &str| {
                let span = Span::new(at, at + cell.len());
                at = span.end + 1;
                span
            };
            let kind = BlockKind::Row {
                number: index + 1,
                cells: row.split('\t').map(cell).collect(),
                header: index == 0,
            };
            document.parts[0].blocks.push(Block {
                span: Span::new(start, start + row.len()),
                kind,
                language: None,
            });
            start += row.len() + 1;
        }
        let facts = crate::extract::facts(&document);
        let named: Vec<_> = facts
            .mentions
            .iter()
            .filter(|mention| !matches!(mention.kind, MentionKind::Number))
            .map(|mention| (mention.kind, mention.text.as_str()))
            .collect();
        assert_eq!(
            named,
            [
                (MentionKind::Person, "Ana Ruiz"),
                (MentionKind::Person, "Ana Ruiz"),
                (MentionKind::Organisation, "Reiff Freight"),
                (MentionKind::Phone, "+34 600 111 222"),
                (MentionKind::Phone, "+34 600 111 222"),
            ]
        );
        let ids: Vec<_> = facts.mentions.iter().map(|mention| &mention.id).collect();
        let ties: Vec<_> = facts
            .ties
            .iter()
            .map(|tie| (&tie.from, tie.layer, tie.certainty, &tie.to))
            .collect();
        assert_eq!(
            ties,
            [
                (ids[1], Layer::Commanded, Certainty::Alleged, ids[2]),
                (ids[2], Layer::Called, Certainty::Stated, ids[3]),
            ]
        );
    }
}
