//! Tests of the encoder of names with the weights that come with the program.

use super::Encoded;
use crate::extract::{Depth, facts_at};
use model::{Document, Language, MentionKind};

/// The names of a text with the encoder.
fn names(text: &str, language: Language) -> Vec<(MentionKind, String)> {
    let facts = facts_at(&Document::of_text("text", text, language), Depth::Deep);
    let names = facts
        .mentions
        .into_iter()
        .filter(|mention| super::super::trained::beginning(mention.kind) > 0);
    names.map(|mention| (mention.kind, mention.text)).collect()
}

const TOLD: &str =
    "El presidente de la Fundación Cruz Blanca, Julio Abarca, viajó ayer a Zaragoza.";

#[test]
fn people_bodies_and_places_are_told_apart() {
    let wanted = [
        (MentionKind::Organisation, "Fundación Cruz Blanca"),
        (MentionKind::Person, "Julio Abarca"),
        (MentionKind::Place, "Zaragoza"),
    ];
    let wanted: Vec<_> = wanted.map(|(kind, text)| (kind, text.to_owned())).into();
    assert_eq!(names(TOLD, Language::Es), wanted);
}

#[test]
fn threads_change_nothing() {
    assert!(Encoded::shipped().is_some());
    let text = format!("{TOLD}\n\n").repeat(40);
    let alone = names(&text, Language::Es);
    let together: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| names(&text, Language::Es)))
            .collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .collect()
    });
    assert_eq!(together, vec![alone; 4]);
}
