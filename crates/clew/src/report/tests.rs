//! What the page must hold, and what it must never hold.

use super::html;
use crate::casefile::{CaseFile, Study, sample};
use crate::redact;

fn page(study: &Study) -> String {
    html(&redact::mask(study, CaseFile::of(study)))
}

#[test]
fn every_step_leads_somewhere() {
    let page = page(&sample::study());
    let pieces = |open: &'static str| {
        page.split(open)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect::<Vec<_>>()
    };
    let ids: std::collections::BTreeSet<&str> = pieces(" id=\"").into_iter().collect();
    assert_eq!(ids.len(), pieces(" id=\"").len(), "an id stands twice");
    for step in pieces("href=\"#") {
        assert!(ids.contains(step), "nothing at #{step}");
    }
}

#[test]
fn the_same_study_gives_the_same_page() {
    assert_eq!(page(&sample::study()), page(&sample::study()));
}

#[test]
fn protected_names_stand_nowhere_on_the_page() {
    let page = page(&sample::study()).to_lowercase();
    for name in [
        "yuli",
        "ferrer",
        "ramos",
        "юлиет",
        "феррер",
        "0000123",
        "000 0123",
    ] {
        assert!(!page.contains(name), "{name} stands on the page");
    }
    assert!(page.contains("marta quintana sosa"));
}

#[test]
fn unmasking_says_who_and_why() {
    let study = sample::study();
    let why = redact::Unmasking::new("B. Analyst", "court order 12/24").expect("a reason");
    let page = html(&redact::unmask(CaseFile::of(&study), &why));
    assert!(page.contains("B. Analyst") && page.contains("court order 12/24"));
    assert!(page.contains("Yuliet Ferrer Ramos"));
}

/// Writes the page of the sample for a look in a browser: `CLEW_LOOK=FILE cargo test -p clew look`.
#[test]
fn look() {
    if let Ok(file) = std::env::var("CLEW_LOOK") {
        std::fs::write(file, page(&sample::study())).expect("it can be written");
    }
}
