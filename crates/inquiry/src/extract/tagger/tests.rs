//! Tests of the tagger that need no corpus.

use super::*;

/// Scores given by hand.
fn chain(own: Vec<Row>, arcs: Vec<[Row; LABELS]>) -> Chain {
    Chain {
        own,
        arcs,
        hashes: Vec::new(),
    }
}

proptest::proptest! {
    #[test]
    fn no_sequence_scores_better_than_the_best(
        numbers in proptest::collection::vec(-50_i32..50, 12 * 5),
    ) {
        let own = numbers.chunks(12).map(|row| [row[0], row[1], row[2]]).collect();
        let arcs = numbers
            .chunks(12)
            .map(|row| [[row[3], row[4], row[5]], [row[6], row[7], row[8]], [row[9], row[10], row[11]]])
            .collect();
        let chain = chain(own, arcs);
        let found = total(&chain, &best(&chain));
        for number in 0..3_usize.pow(5) {
            let labels: Vec<u8> = (0..5).map(|at| [0, 1, 2][number / 3_usize.pow(at) % 3]).collect();
            assert!(total(&chain, &labels) <= found);
        }
    }
}

#[test]
fn runs_begin_at_each_beginning() {
    assert_eq!(runs(&[0, 1, 2, 0, 1, 1, 2]), [(1, 2), (4, 4), (5, 6)]);
    assert_eq!(runs(&[2, 2, 0]), [(0, 1)]);
}

#[test]
fn weights_of_the_wrong_length_are_refused() {
    assert!(Model::read(&[0; 12]).is_none());
    assert!(Model::english().is_some());
}

/// The passages of an English text.
pub(in crate::extract) fn passages(text: &str) -> Vec<Passage> {
    passages_in(text, model::Language::En)
}

fn passages_in(text: &str, language: model::Language) -> Vec<Passage> {
    let document = model::Document::of_text("a.txt", text, language);
    crate::extract::passages(&document)
}

/// Source, cue and content of an attribution.
pub(in crate::extract) fn words(text: &str, tied: &Tied) -> [String; 3] {
    let of = |span: Span| span.of(text).unwrap_or_default().to_owned();
    let content: Vec<String> = tied.content.iter().map(|span| of(*span)).collect();
    [
        tied.source.map(of).unwrap_or_default(),
        of(tied.cue),
        content.join(" ~ "),
    ]
}

/// Source, cue and content of each attribution the shipped weights find.
fn found(text: &str) -> Vec<[String; 3]> {
    found_in(text, model::Language::En)
}

fn found_in(text: &str, language: model::Language) -> Vec<[String; 3]> {
    let Some(model) = Model::of(language) else {
        return Vec::new();
    };
    passages_in(text, language)
        .iter()
        .flat_map(|passage| tag(passage, model))
        .map(|tied| words(text, &tied))
        .collect()
}

#[test]
fn the_shipped_weights_tie_a_source_to_a_content_in_pieces() {
    let text = "“The bridge is not safe,” the minister said, “and it must be closed.”";
    let found = found(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][0], "the minister");
    assert_eq!(found[0][1], "said");
    assert!(found[0][2].starts_with("“The bridge is not safe"));
    assert!(found[0][2].ends_with("it must be closed.”"));
}

#[test]
fn the_shipped_weights_tie_claims_inside_claims_in_languages_that_inflect() {
    for (language, text, tied) in [
        (
            model::Language::Es,
            "La abogada aseguró que el capataz reconoció que retenía los pasaportes.",
            [["La abogada", "aseguró"], ["el capataz", "reconoció"]],
        ),
        (
            model::Language::Ru,
            "Следователь сообщил, что директор отрицает, что фирма забирала паспорта.",
            [["Следователь", "сообщил"], ["директор", "отрицает"]],
        ),
    ] {
        let found = found_in(text, language);
        let pairs: Vec<[&str; 2]> = found.iter().map(|it| [&*it[0], &*it[1]]).collect();
        assert_eq!(pairs, tied, "{found:?}");
    }
}

#[test]
fn text_without_attribution_has_none() {
    assert_eq!(
        found("The ship left the harbour at noon with forty crates."),
        [[""; 3]; 0]
    );
    assert_eq!(found(""), [[""; 3]; 0]);
}

proptest::proptest! {
    #[test]
    fn any_text_gives_spans_in_order_inside_it(text in "(said|he|“|”|\\.|,|that|The|é|\\n| |[a-z]{1,6}){0,60}") {
        let Some(model) = Model::english() else { return Ok(()) };
        for passage in passages(&text) {
            for tied in tag(&passage, model) {
                assert!(tied.cue.of(&text).is_some());
                assert!(tied.content.iter().chain(&tied.source).all(|span| span.of(&text).is_some()));
                assert!(tied.content.windows(2).all(|pair| pair[0].end <= pair[1].start));
                assert!(!tied.content.iter().any(|span| span.overlaps(tied.cue)));
            }
        }
    }
}
