//! Tests of the deep tagger with the weights that come with the program.

use super::*;
use crate::extract::tagger::Model;
use crate::extract::tagger::tests::{passages, words};

/// Source, cue and content of each attribution of an English text.
fn found(text: &str) -> Vec<[String; 3]> {
    let (Some(weights), Some(deep)) = (Model::english(), Deep::english()) else {
        return vec![["no weights".to_owned(), String::new(), String::new()]];
    };
    tag(text, &passages(text), weights, deep)
        .iter()
        .flatten()
        .map(|tied| words(text, tied))
        .collect()
}

const TOLD: &str = "“The bridge is not safe,” the minister said, “and it must be closed.”\n\n\
    The harbour office has four clerks. According to two of them, nobody was paid in May.";

#[test]
fn a_content_in_pieces_and_a_phrase_are_tied() {
    let found = found(TOLD);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0][..2], ["the minister", "said"]);
    assert!(
        found[0][2].starts_with("“The bridge is not safe"),
        "{found:?}"
    );
    assert!(found[0][2].contains("and it must be closed"), "{found:?}");
    assert_eq!(found[1][..2], ["two of them", "According to"]);
    assert!(
        found[1][2].starts_with("nobody was paid in May"),
        "{found:?}"
    );
}

#[test]
fn text_without_attribution_has_none() {
    assert_eq!(
        found("The ship left the harbour at noon with forty crates."),
        [[""; 3]; 0]
    );
    assert_eq!(found(""), [[""; 3]; 0]);
}

#[test]
fn threads_change_nothing() {
    let alone = found(TOLD);
    let together: Vec<Vec<[String; 3]>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| found(TOLD))).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .collect()
    });
    assert_eq!(together, vec![alone; 4]);
}

#[test]
fn weights_of_the_wrong_length_are_refused() {
    assert!(Deep::read("[UNK]\n[CLS]\n[SEP]", &[0; 12]).is_none());
    assert!(Deep::english().is_some());
}

#[test]
fn paragraphs_longer_than_a_chunk_are_split_between_words() {
    let Some(deep) = Deep::english() else { return };
    let text = "The minister said that it was so . ".repeat(90);
    let passages = passages(&text);
    let chunks = chunks(&text, &passages, &deep.pieces);
    assert!(chunks.len() > 2);
    assert!(chunks.iter().all(|chunk| chunk.pieces.len() <= POSITIONS));
    let words: Vec<usize> = chunks
        .iter()
        .flat_map(|chunk| &chunk.words)
        .map(|word| word.word)
        .collect();
    assert_eq!(words, (0..passages[0].words.len()).collect::<Vec<_>>());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(16))]
    #[test]
    fn any_text_gives_spans_in_order_inside_it(text in "(said|he|“|”|\\.|,|that|The|é|\\n\\n| |[a-z]{1,6}){0,60}") {
        let passages = passages(&text);
        let (Some(weights), Some(deep)) = (Model::english(), Deep::english()) else { return Ok(()) };
        for tied in tag(&text, &passages, weights, deep).iter().flatten() {
            assert!(tied.cue.of(&text).is_some());
            assert!(tied.content.iter().chain(&tied.source).all(|span| span.of(&text).is_some()));
            assert!(tied.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
            assert!(!tied.content.iter().any(|span| span.overlaps(tied.cue)));
        }
    }
}
