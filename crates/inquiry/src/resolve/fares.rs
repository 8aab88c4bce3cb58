//! Passengers whose journey is paid for by who runs the network: victims that may be.
//!
//! Lists of tickets say so in columns: who travels, and who paid.

use super::node::Case;
use super::roles::{Index, runs};
use crate::columns::{PAYS, column};
use model::{Block, BlockKind, Entity, Facts, MentionKind, Part, Protection, Span};
use std::collections::BTreeSet;

/// Headers of who travels, folded.
const TRAVELS: &[&str] = &[
    "passenger",
    "traveller",
    "traveler",
    "pasajer",
    "viajer",
    "пассажир",
];

/// Headers of who buys it, folded.
const BUYS: &[&str] = &[
    "bought by",
    "buyer",
    "purchaser",
    "comprado por",
    "comprador",
    "оплачен",
    "купил",
    "покупатель",
];

/// Protects every passenger of a row whose ticket somebody who runs the network paid, unless he runs it too.
pub(super) fn passengers(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    reasons: &mut [BTreeSet<Protection>],
) {
    for (number, facts) in case.facts.iter().enumerate() {
        let Some(document) = case.documents[number] else {
            continue;
        };
        for (at, part) in document.parts.iter().enumerate() {
            for (travels, pays) in rows(part) {
                let person = |cell: Span| named(facts, index, at, cell);
                let Some((passenger, payer)) = person(travels).zip(person(pays)) else {
                    continue;
                };
                if passenger != payer && runs(&entities[payer]) && !runs(&entities[passenger]) {
                    reasons[passenger].insert(Protection::PossibleVictim);
                }
            }
        }
    }
}

/// The cells of who travels and of who pays, in each row of a table that has both columns.
fn rows(part: &Part) -> Vec<(Span, Span)> {
    let mut columns: Option<(usize, usize)> = None;
    let mut found = Vec::new();
    for Block { kind, .. } in &part.blocks {
        let BlockKind::Row { cells, header, .. } = kind else {
            continue;
        };
        if *header {
            let travels = column(&part.text, cells, &[TRAVELS]);
            columns = travels.zip(column(&part.text, cells, &[PAYS, BUYS]));
        } else if let Some((travels, pays)) = columns
            && let Some(pair) = cells.get(travels).zip(cells.get(pays))
        {
            found.push((*pair.0, *pair.1));
        }
    }
    found
}

/// The entity of the person whom a cell names.
fn named(facts: &Facts, index: &Index<'_>, part: usize, cell: Span) -> Option<usize> {
    let from = facts.mentions.partition_point(|mention| {
        (mention.place.part, mention.place.span.start) < (part, cell.start)
    });
    let mut inside = facts.mentions[from..]
        .iter()
        .take_while(|mention| mention.place.part == part && mention.place.span.end <= cell.end);
    let mention = inside.find(|mention| mention.kind == MentionKind::Person)?;
    index.entity(&mention.id)
}

#[cfg(test)]
mod tests {
    use crate::resolve::entities;
    use crate::testing::{Made, slices};
    use model::{Block, BlockKind, Certainty, Protection, Role, Span};

    /// A list of tickets, each row with its cells.
    fn tickets(rows: &[[&str; 2]]) -> Made {
        let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let mut made = Made::new("tickets", &lines.join("\n"));
        let mut at = 0;
        for (number, [first, second]) in rows.iter().enumerate() {
            let behind = at + first.len() + 1;
            let end = behind + second.len();
            made.document.parts[0].blocks.push(Block {
                span: Span::new(at, end),
                language: None,
                kind: BlockKind::Row {
                    number: number + 1,
                    cells: vec![Span::new(at, at + first.len()), Span::new(behind, end)],
                    header: number == 0,
                },
            });
            at = end + 1;
        }
        made
    }

    #[test]
    fn whose_ticket_a_recruiter_paid_is_protected() {
        let mut made = tickets(&[
            ["Passenger", "Ticket paid by"],
            ["Edel Batista", "Mirta Zayas"],
            ["Norge Pupo", "Ana Bell"],
        ]);
        let people: Vec<_> = ["Edel Batista", "Mirta Zayas", "Norge Pupo", "Ana Bell"]
            .iter()
            .map(|name| made.person(name))
            .collect();
        made.role(&people[1], Role::Recruiter, Certainty::Alleged, None);
        let (documents, facts) = slices(&[made]);
        let found = entities(&documents, &facts, &[], &[]);
        let why = |person: usize| {
            let id = &found.of_mention[&people[person]];
            let entity = found
                .entities
                .iter()
                .find(|entity| entity.id == *id)
                .unwrap();
            entity.protected.clone()
        };
        assert_eq!(why(0), [Protection::PossibleVictim]);
        for person in [1, 2, 3] {
            assert!(why(person).is_empty(), "{person}");
        }
    }
}
