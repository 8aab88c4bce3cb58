//! Tests of sentences and tokens.

use super::*;
use model::PartKind;

fn part(text: &str) -> Part {
    Part {
        kind: PartKind::Body,
        label: "body".to_owned(),
        text: text.to_owned(),
        blocks: Vec::new(),
    }
}

fn split(text: &str, language: Language) -> Vec<String> {
    let part = part(text);
    sentences(&part, language)
        .iter()
        .map(|sentence| sentence.span.of(&part.text).unwrap().to_owned())
        .collect()
}

#[test]
fn abbreviations_and_initials_end_nothing() {
    let text = "Mr. Smith of the U.S. Army met Gen. J. R. Ortega at 3.30 p.m. on Monday. He paid $1.5 million.";
    assert_eq!(
        split(text, Language::En),
        [
            "Mr. Smith of the U.S. Army met Gen. J. R. Ortega at 3.30 p.m. on Monday.",
            "He paid $1.5 million."
        ]
    );
    let text = "El Sr. Pérez viajó a EE.UU. en mayo. ¿Quién pagó? Nadie lo sabe.";
    assert_eq!(split(text, Language::Es).len(), 3);
    let text = "Он родился в 1990 г. в Москве, т.е. до развода. А. С. Петров заплатил 5 тыс. руб. наличными.";
    assert_eq!(split(text, Language::Ru).len(), 2);
}

#[test]
fn a_quotation_closes_after_its_stop() {
    let text = "“We left. We never came back.” She stopped. “Why?” he asked. “Who?” Clinton asked.";
    assert_eq!(
        split(text, Language::En),
        [
            "“We left.",
            "We never came back.”",
            "She stopped.",
            "“Why?” he asked.",
            "“Who?” Clinton asked."
        ]
    );
    let text = "«Мы уехали», — сказала она. — Куда? — спросил он. «Домой!» — ответила Анна.";
    assert_eq!(split(text, Language::Ru).len(), 3);
}

#[test]
fn straight_quotes_find_their_side() {
    let part = part("He said \"no\" and \"never.\" It's the boys' 'plan' and O'Brien's.");
    let found = sentences(&part, Language::En);
    let kinds: Vec<(&str, TokenKind)> = found
        .iter()
        .flat_map(|s| &s.tokens)
        .filter(|t| matches!(t.kind, TokenKind::Open | TokenKind::Close))
        .map(|t| (&*t.lower, t.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("\"", TokenKind::Open),
            ("\"", TokenKind::Close),
            ("\"", TokenKind::Open),
            ("\"", TokenKind::Close),
            ("'", TokenKind::Open),
            ("'", TokenKind::Close),
        ]
    );
}

#[test]
fn clitics_numbers_and_hyphens() {
    let part = part("Ana's co-worker didn't pay 20,000 — or 3.5 -- on 2024-05-03.");
    let found = sentences(&part, Language::En);
    let words: Vec<&str> = found[0].tokens.iter().map(|t| &*t.lower).collect();
    assert_eq!(
        words,
        [
            "ana",
            "'s",
            "co-worker",
            "didn't",
            "pay",
            "20,000",
            "—",
            "or",
            "3.5",
            "--",
            "on",
            "2024-05-03",
            "."
        ]
    );
}

#[test]
fn headings_stand_alone() {
    let part = part("Fifteen thousand fight - broadcaster\n\nThe broadcaster said so.\n");
    let found = sentences(&part, Language::En);
    assert_eq!(found[0].setting, Setting::Heading);
    assert_eq!(found[1].setting, Setting::Running);
    assert_ne!(found[0].paragraph, found[1].paragraph);
}

#[test]
fn a_paragraph_in_another_language_is_known() {
    let part = part(
        "The letter was short.\n\nМария сказала, что уедет.\n\nDijo que el dinero es de la profe.",
    );
    let languages: Vec<Language> = sentences(&part, Language::En)
        .iter()
        .map(|s| s.language)
        .collect();
    assert_eq!(languages, [Language::En, Language::Ru, Language::Es]);
}
