//! Links from ties and contacts, layer by layer.

use super::{build, graphml};
use crate::resolve;
use crate::testing::{Made, slices};
use model::{
    Certainty, Contact, ContactId, ContactKind, Layer, Network, Party, Place, Polarity, Span,
};
use proptest::prelude::*;

fn party(number: &str) -> Party {
    Party {
        raw: number.to_owned(),
        number: Some(number.to_owned()),
        masked: false,
    }
}

fn call(row: usize, from: &str, to: &str, start: &str, count: u64) -> Contact {
    let document = Made::new("calls", "x").document.id;
    Contact {
        id: ContactId::derive(&[&row.to_string()]),
        place: Place {
            document,
            part: 0,
            span: Span::new(row, row + 1),
        },
        from: party(from),
        to: party(to),
        start: (!start.is_empty()).then(|| start.to_owned()),
        start_raw: start.to_owned(),
        seconds: Some(10),
        count,
        kind: ContactKind::Call,
        cell: None,
        imei: None,
        imsi: None,
    }
}

fn network(made: &[Made], contacts: &[Contact]) -> (Network, model::Resolution) {
    let (documents, facts) = slices(made);
    let resolution = resolve::entities(&documents, &facts, contacts, &[]);
    (build(&facts, &documents, contacts, &resolution), resolution)
}

#[test]
fn calls_of_a_pair_are_one_link_for_each_direction() {
    let contacts = [
        call(1, "+5350000101", "+5350000102", "2024-06-02T10:00:00Z", 1),
        call(2, "+5350000101", "+5350000102", "2024-06-01T10:00:00Z", 3),
        call(3, "+5350000102", "+5350000101", "", 1),
    ];
    let (found, _) = network(&[], &contacts);
    assert_eq!(found.links.len(), 2);
    let link = found
        .links
        .iter()
        .find(|link| link.contacts.len() == 2)
        .expect("the link");
    assert_eq!(link.weight, 4);
    assert_eq!(link.interval.first.as_deref(), Some("2024-06-01T10:00:00Z"));
    assert_eq!(link.contacts[0], contacts[1].id, "in order of time");
    assert_eq!((link.certainty, link.alleged_only), (None, false));
}

#[test]
fn ties_keep_their_claims_and_say_what_is_only_alleged() {
    let mut made = Made::new("a", "Leo Paz recruited Ana Ruiz.").published("2024-05-01", "");
    let (leo, ana) = (made.person("Leo Paz"), made.person("Ana Ruiz"));
    let claim = made.claim(
        "",
        "Leo Paz recruited Ana Ruiz",
        Certainty::Alleged,
        Polarity::Affirmed,
    );
    made.tie(
        &leo,
        Layer::Recruited,
        &ana,
        Certainty::Alleged,
        Some(&claim),
    );
    let recruited = |made: &Made| {
        let (found, _) = network(std::slice::from_ref(made), &[]);
        found
            .links
            .into_iter()
            .find(|link| link.layer == Layer::Recruited)
            .expect("the link")
    };
    let link = recruited(&made);
    assert!(link.alleged_only && !link.denied);
    assert_eq!(link.claims, [claim]);
    assert_eq!(link.interval.first.as_deref(), Some("2024-05-01"));
    let denial = made.claim("Ana Ruiz", "recruited", Certainty::Stated, Polarity::Denied);
    made.tie(
        &leo,
        Layer::Recruited,
        &ana,
        Certainty::Stated,
        Some(&denial),
    );
    let link = recruited(&made);
    assert!(
        link.alleged_only && link.denied,
        "a denial makes nothing surer"
    );
    made.tie(&leo, Layer::Recruited, &ana, Certainty::Confirmed, None);
    assert!(!recruited(&made).alleged_only);
}

#[test]
fn what_everybody_denies_is_no_link() {
    let mut made = Made::new("a", "Leo Paz denied that he had recruited Ana Ruiz.");
    let (leo, ana) = (made.person("Leo Paz"), made.person("Ana Ruiz"));
    let denial = made.claim(
        "Leo Paz",
        "he had recruited Ana Ruiz",
        Certainty::Stated,
        Polarity::Denied,
    );
    made.tie(
        &leo,
        Layer::Recruited,
        &ana,
        Certainty::Stated,
        Some(&denial),
    );
    let links = |made: &Made| network(std::slice::from_ref(made), &[]).0.links;
    let recruited = |links: &[model::Link]| {
        links
            .iter()
            .filter(|link| link.layer == Layer::Recruited)
            .map(|link| link.denied)
            .collect::<Vec<_>>()
    };
    assert!(recruited(&links(&made)).is_empty());
    made.tie(&leo, Layer::Recruited, &ana, Certainty::Alleged, None);
    assert_eq!(
        recruited(&links(&made)),
        [true],
        "one says so, one denies it"
    );
}

#[test]
fn a_layer_without_direction_has_one_link() {
    let mut made = Made::new("a", "Leo Paz is the brother of Ana Ruiz.");
    let (leo, ana) = (made.person("Leo Paz"), made.person("Ana Ruiz"));
    made.tie(&leo, Layer::Kin, &ana, Certainty::Stated, None);
    made.tie(&ana, Layer::Kin, &leo, Certainty::Stated, None);
    let (found, resolution) = network(&[made], &[]);
    let kin: Vec<_> = found
        .links
        .iter()
        .filter(|link| link.layer == Layer::Kin)
        .collect();
    assert_eq!(kin.len(), 1);
    assert!(kin[0].from < kin[0].to);
    let xml = graphml(&found, &resolution.entities, |id| format!("<{id}>"));
    assert!(
        xml.contains("&lt;e-")
            && xml.contains("directed=\"false\"")
            && xml.ends_with("</graphml>\n")
    );
    assert_eq!(xml.matches("<node ").count(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_contacts_does_not_matter(pairs in proptest::collection::vec((0..8u8, 0..8u8, 1..4u64), 0..30)) {
        let contacts: Vec<Contact> = pairs.iter().enumerate().map(|(row, (a, b, count))| {
            call(row, &format!("+535000010{a}"), &format!("+535000010{b}"), &format!("2024-06-01T10:00:{row:02}Z"), *count)
        }).collect();
        let mut turned = contacts.clone();
        turned.reverse();
        let (found, _) = network(&[], &contacts);
        prop_assert_eq!(&found, &network(&[], &turned).0);
        let kept: u64 = pairs.iter().filter(|(a, b, _)| a != b).map(|(_, _, count)| count).sum();
        prop_assert_eq!(found.links.iter().map(|link| link.weight).sum::<u64>(), kept);
        for position in &found.positions {
            prop_assert!((0.0..=1.0).contains(&position.betweenness));
        }
    }
}
