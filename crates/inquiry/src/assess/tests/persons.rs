//! What is said of one person in one text against what is said of him in another.

use super::{assess, contradictions};
use crate::testing::Made;
use model::{Certainty, Polarity, Proceeding, ProceedingId, Role, Stage};

/// A document in which a court's step is told of somebody.
fn judged(seed: &str, text: &str, who: &str, stage: Stage) -> Made {
    let mut made = Made::new(seed, text).published("2025-03-20", seed);
    made.person(who);
    let claim = made.claim("", text, Certainty::Stated, Polarity::Affirmed);
    let who = made.span(who, 0);
    let place = made.place(who);
    made.facts.proceedings.push(Proceeding {
        id: ProceedingId::derive(&[seed]),
        place,
        stage,
        who: Some(who),
        by: None,
        offence: None,
        certainty: Certainty::Stated,
        claim: Some(claim),
    });
    made
}

#[test]
fn acquitted_here_and_convicted_there_contradict() {
    let acquitted = judged(
        "a",
        "The court acquitted Leo Paz.",
        "Leo Paz",
        Stage::Acquittal,
    );
    let convicted = judged(
        "b",
        "They convicted Leo Paz of fraud.",
        "Leo Paz",
        Stage::Conviction,
    );
    let other = judged(
        "c",
        "They convicted Rosa Vega.",
        "Rosa Vega",
        Stage::Conviction,
    );
    let found = assess(&[acquitted.clone(), convicted]);
    assert_eq!(contradictions(&found).len(), 1);
    assert!(contradictions(&assess(&[acquitted, other])).is_empty());
}

#[test]
fn who_denies_a_deed_of_his_own_contradicts_those_who_say_it_of_him() {
    let mut denial = Made::new("a", "Leo Paz denied that he had recruited anybody.")
        .published("2025-03-01", "Alpha");
    denial.person("Leo Paz");
    denial.claim(
        "Leo Paz",
        "he had recruited anybody",
        Certainty::Stated,
        Polarity::Denied,
    );
    let said = |who: &str| {
        let text = format!("{who} recruited twenty men.");
        let mut made = Made::new("b", &text).published("2025-03-02", "Beta");
        let person = made.person(who);
        let claim = made.claim("", &text, Certainty::Alleged, Polarity::Affirmed);
        made.role(&person, Role::Recruiter, Certainty::Alleged, Some(&claim));
        made
    };
    assert_eq!(
        contradictions(&assess(&[denial.clone(), said("Leo Paz")])).len(),
        1
    );
    assert!(contradictions(&assess(&[denial, said("Rosa Vega")])).is_empty());
}

#[test]
fn who_denies_that_he_paid_does_not_say_that_another_did_not() {
    let mut denial = Made::new("a", "The ministry denied that it paid for the tickets.")
        .published("2025-03-01", "Alpha");
    denial.claim(
        "The ministry",
        "it paid for the tickets",
        Certainty::Stated,
        Polarity::Denied,
    );
    let mut other =
        Made::new("b", "Rosa Vega paid for the tickets.").published("2025-03-02", "Beta");
    other.person("Rosa Vega");
    other.claim(
        "",
        "Rosa Vega paid for the tickets",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    assert!(contradictions(&assess(&[denial.clone(), other])).is_empty());
    let mut same =
        Made::new("c", "The ministry paid for the tickets.").published("2025-03-02", "Beta");
    same.claim(
        "",
        "The ministry paid for the tickets",
        Certainty::Stated,
        Polarity::Affirmed,
    );
    assert_eq!(contradictions(&assess(&[denial, same])).len(), 1);
}

#[test]
fn an_age_beside_a_name_is_held_against_another() {
    let told = |seed: &str, text: &str| {
        let mut made = Made::new(seed, text).published("2025-03-01", seed);
        made.person("Luis Molina Paz");
        made.claim("", text, Certainty::Stated, Polarity::Affirmed);
        made
    };
    let found = assess(&[
        told("a", "Luis Molina Paz, 19, came back in January."),
        told("b", "Luis Molina Paz was 17 years old."),
    ]);
    assert_eq!(contradictions(&found).len(), 1);
}
