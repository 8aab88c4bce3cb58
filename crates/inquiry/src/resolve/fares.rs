//! Passengers whose journey is paid for by who runs the network: victims that may be.
//!
//! Lists of tickets say so in columns: who travels, and who paid. Running words say it too: "passenger X, ticket paid by Y".

use super::node::Case;
use super::roles::{Index, runs};
use crate::columns::{PAYS, column};
use crate::fold::fold;
use model::{Block, BlockKind, Entity, Facts, Mention, MentionKind, Part, Protection, Span};
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

/// Ends of what stands in running words between whose ticket it is and who bought it, folded.
const BY: &[&str] = &[
    "paid by",
    "paid for by",
    "bought by",
    "booked by",
    "purchased by",
    "pagado por",
    "pagada por",
    "comprado por",
    "comprada por",
    "reservado por",
    "оплатил",
    "оплатила",
    "оплачен",
    "оплачена",
    "оплачено",
    "купил",
    "купила",
    "куплен",
    "заказал",
    "заказала",
];

/// Longest words between the two, in bytes.
const NEAR: usize = 120;

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
            let person = |cell: Span| named(facts, index, at, cell);
            let listed = rows(part)
                .into_iter()
                .filter_map(|(travels, pays)| person(travels).zip(person(pays)));
            let told = told(facts, index, at, &part.text);
            for (passenger, payer) in listed.chain(told) {
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

/// Who travels and who pays, where running words say so of two who are named one after the other.
fn told(facts: &Facts, index: &Index<'_>, part: usize, text: &str) -> Vec<(usize, usize)> {
    let people: Vec<&Mention> = facts
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person && mention.place.part == part)
        .collect();
    let says = |pair: &&[&Mention]| {
        let (one, other) = (pair[0].place.span, pair[1].place.span);
        let gap = (one.end <= other.start && other.start - one.end <= NEAR)
            .then(|| text.get(one.end..other.start))
            .flatten();
        gap.is_some_and(is_by) && text.get(..one.start).is_some_and(is_passenger)
    };
    let both = |pair: &[&Mention]| index.entity(&pair[0].id).zip(index.entity(&pair[1].id));
    people.windows(2).filter(says).filter_map(both).collect()
}

/// Whether what stands between two names says that the second paid for the first.
fn is_by(gap: &str) -> bool {
    let folded = fold(gap);
    let one = !gap.contains(['?', '!']) && !gap.contains(". ") && !gap.contains("\n\n");
    one && BY.iter().any(|by| folded.trim_end().ends_with(by))
}

/// Whether the last word before a name, but for "name" itself, calls its bearer a passenger.
fn is_passenger(before: &str) -> bool {
    let mut words = before
        .rsplit(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(2);
    let calls = |word: &str| TRAVELS.iter().any(|calls| fold(word).starts_with(calls));
    words.next().is_some_and(|last| {
        let named = ["name", "nombre", "имя"].contains(&fold(last).as_str());
        calls(last) || named && words.next().is_some_and(calls)
    })
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
