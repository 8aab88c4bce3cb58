//! Tests of the chains: spans, agreement in a document, training.

use super::clusters::Clusters;
use super::{Chain, LABELS, Model, ROWS, Row, allowed, best, losses, names, read};
use crate::extract::named;
use model::{Document, Language, MentionKind};

/// Marsaglia's xorshift, as small scores.
fn score(seed: &mut u64) -> i32 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    i32::try_from(*seed % 201).unwrap_or(0) - 100
}

fn row(seed: &mut u64) -> Row {
    std::array::from_fn(|_| score(seed))
}

/// The score of a label sequence; none where it is not allowed.
fn total(chain: &Chain, labels: &[u8]) -> Option<i32> {
    let mut before = 0;
    let mut sum = 0;
    for (at, label) in labels.iter().enumerate() {
        let label = usize::from(*label);
        if !allowed(before, label) {
            return None;
        }
        sum += chain.own[at][label] + chain.arcs[at][before][label];
        before = label;
    }
    Some(sum)
}

/// A chain of three words with scores by chance.
fn chain(seed: &mut u64) -> Chain {
    Chain {
        own: (0..3).map(|_| row(seed)).collect(),
        arcs: (0..3).map(|_| std::array::from_fn(|_| row(seed))).collect(),
    }
}

/// All label sequences of three words.
fn sequences() -> impl Iterator<Item = Vec<u8>> {
    (0..LABELS.pow(3)).map(|code| {
        let digit = |place: u32| u8::try_from(code / LABELS.pow(place) % LABELS);
        (0..3).filter_map(|place| digit(place).ok()).collect()
    })
}

#[test]
fn no_sequence_scores_better_than_the_best() {
    let mut seed = 77;
    for _ in 0..200 {
        let chain = chain(&mut seed);
        let found = total(&chain, &best(&chain));
        let most = sequences()
            .filter_map(|labels| total(&chain, &labels))
            .max();
        assert_eq!(found, most);
    }
}

#[test]
fn a_loss_is_what_the_best_sequence_with_that_label_lacks() {
    let mut seed = 5;
    for _ in 0..60 {
        let chain = chain(&mut seed);
        let most = total(&chain, &best(&chain)).unwrap_or_default();
        for (at, losses) in losses(&chain).iter().enumerate() {
            for (label, loss) in (0_u8..).zip(losses) {
                let with = sequences()
                    .filter(|labels| labels[at] == label)
                    .filter_map(|labels| total(&chain, &labels))
                    .max();
                match with {
                    Some(with) => assert_eq!(*loss, most - with),
                    None => assert!(*loss > 1_000_000),
                }
            }
        }
    }
}

#[test]
fn clusters_are_found_by_hash() {
    let mut bytes = vec![2, 0, 7, 9];
    for (hash, cluster) in [(5_u32, 1_u16), (80, 0), (900_000, 1)] {
        bytes.extend(hash.to_le_bytes());
        bytes.extend(cluster.to_le_bytes());
    }
    let table = Clusters::read(&bytes).unwrap_or_default();
    assert_eq!(table.of(5), (2, 10));
    assert_eq!(table.of(80), (1, 8));
    assert_eq!(table.of(0xabcd_0000_0000 + 900_000), (2, 10));
    assert_eq!(table.of(6), (0, 0));
    assert!(Clusters::read(&bytes[..bytes.len() - 1]).is_none());
    assert!(Model::of(&[0; 8]).is_none());
}

#[test]
fn every_language_has_its_weights() {
    for language in [Language::En, Language::Es, Language::Ru] {
        assert!(Model::shipped(language).is_some(), "{language:?}");
    }
    assert!(Model::shipped(Language::Unknown).is_none());
}

/// The names that the shipped weights see in a text.
fn seen(text: &str, language: Language) -> Vec<(&str, MentionKind)> {
    let passages = named(&Document::of_text("text", text, language));
    let readings = read(&passages, |passage| Model::shipped(passage.language), &[]);
    passages
        .iter()
        .zip(&readings)
        .flat_map(|(passage, reading)| names(passage, &reading.labels))
        .filter_map(|(span, kind)| Some((span.of(text)?, kind)))
        .collect()
}

#[test]
fn names_are_seen_in_three_languages() {
    use MentionKind::{Organisation, Person, Place};
    let english = "The chairman of Reuters, Peter Hargitay, met officials of the United Nations in Geneva on Friday.";
    assert_eq!(
        seen(english, Language::En),
        [
            ("Reuters", Organisation),
            ("Peter Hargitay", Person),
            ("United Nations", Organisation),
            ("Geneva", Place)
        ]
    );
    let spanish = "El presidente de Telefónica, César Alierta, viajó ayer a Sevilla.";
    assert_eq!(
        seen(spanish, Language::Es),
        [
            ("Telefónica", Organisation),
            ("César Alierta", Person),
            ("Sevilla", Place)
        ]
    );
    let russian = "Глава «Газпрома» Алексей Миллер приехал в Казань.";
    assert_eq!(
        seen(russian, Language::Ru),
        [
            ("Газпрома", Organisation),
            ("Алексей Миллер", Person),
            ("Казань", Place)
        ]
    );
}

#[test]
fn weights_of_nothing_name_nothing() {
    let passages = named(&Document::of_text(
        "text",
        "Peter Hargitay met Anna Lee.",
        Language::En,
    ));
    let rows = vec![0; ROWS * LABELS];
    let nothing = Model::of(&rows);
    let readings = read(&passages, |_| nothing.as_ref(), &[]);
    assert!(!readings.is_empty());
    let labels = readings.iter().flat_map(|reading| &reading.labels);
    assert!(labels.into_iter().all(|label| *label == 0));
}
